import { expect, test } from 'vitest'
import type { Intent } from '../../app/events/intent.ts'
import { inOrderOfWriting } from '../../app/last-word.ts'
import { type Command, parseCommands } from '../../src/checklist/commands.ts'
import { emptyStore } from './stores.ts'

/** What is left of a comment that arrives after one that was written later. */
async function commandsLeft(late: string, later: string): Promise<readonly Command[]> {
  const store = await emptyStore()
  const actor = { id: '1', login: 'li-wei', type: 'User' } as const
  const said = (commentId: string, text: string): Intent => {
    const parsed = parseCommands(text)
    return { kind: 'commands', actor, viaApp: false, commentId, at: null, parsed, text }
  }
  const key = { repoId: '1', kind: 'pr', number: 2 } as const
  await inOrderOfWriting(store, key, [said('20', later)], 1)
  const { intents, overtaken } = await inOrderOfWriting(store, key, [said('10', late)], 2)
  const left = intents.flatMap(intent => (intent.kind === 'commands' ? intent.parsed.commands : []))
  const isWhole = JSON.stringify(left) === JSON.stringify(parseCommands(late).commands)
  expect(overtaken).toHaveLength(isWhole ? 0 : 1)
  return left
}

const leftOf = async (late: string, later: string): Promise<readonly string[]> =>
  (await commandsLeft(late, later)).map(command =>
    'items' in command ? [command.kind, ...command.items].join(' ') : command.kind,
  )

test.each<[late: string, later: string, left: readonly string[]]>([
  ['/sign-off guide', '/revoke guide', []],
  ['/sign-off guide rollback', '/revoke guide', ['sign-off rollback']],
  ['/sign-off', '/revoke guide', []],
  ['/sign-off guide', '/revoke', []],
  ['/sign-off guide', '/sign-off guide', ['sign-off guide']],
  ['/revoke guide', '/sign-off guide', []],
  ['/revoke guide rollback', '/sign-off guide', ['revoke rollback']],
  ['/revoke guide', '/sign-off', []],
  ['/sign-off guide@prod-a', '/revoke guide', []],
  ['/sign-off guide --env prod-a', '/revoke guide', []],
  ['/sign-off guide', '/revoke guide --env prod-a', []],
  ['/sign-off guide', '/revoke --env prod-a', []],
  ['/sign-off --env prod-a', '/revoke rollback', []],
  ['/delegate @ana guide until 2026-12-24', '/revoke guide', []],
  ['/delegate @ana guide until 2026-12-24', '/sign-off guide', ['delegate guide']],
])('R-14 %j after %j leaves %j', async (late, later, left) => {
  expect(await leftOf(late, later)).toEqual(left)
})

test.each<[late: string, later: string, except: readonly string[] | undefined]>([
  ['/revoke', '/sign-off guide', ['guide']],
  ['/revoke guide', '/sign-off guide@prod-a', ['guide@prod-a']],
  ['/revoke guide', '/sign-off guide --env prod-a rollback', ['guide@prod-a']],
  ['/revoke --env prod-a', '/sign-off guide@prod-a', ['guide@prod-a']],
  ['/revoke guide', '/sign-off --env prod-a', ['@prod-a']],
  ['/revoke guide', '/delegate @ana guide until 2026-12-24', undefined],
  ['/revoke guide', '/sign-off rollback', undefined],
])('R-14 nothing stays signed that somebody took back: %j after %j is done but for %j', async (late, later, except) => {
  const [left, ...none] = await commandsLeft(late, later)
  expect(none).toEqual([])
  expect(left).toEqual({ ...parseCommands(late).commands[0], ...(except === undefined ? {} : { except }) })
})
