import { expect, test } from 'vitest'
import type { Intent } from '../../app/events/intent.ts'
import { inOrderOfWriting } from '../../app/last-word.ts'
import { parseCommands } from '../../src/checklist/commands.ts'
import { emptyStore } from './stores.ts'

/** What is left of a comment that arrives after one that was written later. */
async function leftOf(late: string, later: string): Promise<readonly string[]> {
  const store = await emptyStore()
  const actor = { id: '1', login: 'li-wei', type: 'User' } as const
  const said = (commentId: string, text: string): Intent => {
    const parsed = parseCommands(text)
    return { kind: 'commands', actor, viaApp: false, commentId, parsed, text }
  }
  const key = { repoId: '1', kind: 'pr', number: 2 } as const
  await inOrderOfWriting(store, key, [said('20', later)], 1)
  const { intents, overtaken } = await inOrderOfWriting(store, key, [said('10', late)], 2)
  const left = intents.flatMap(intent => (intent.kind === 'commands' ? intent.parsed.commands : []))
  const words = left.map(command => ('items' in command ? [command.kind, ...command.items].join(' ') : command.kind))
  expect(overtaken).toHaveLength(words.length === 1 && words[0] === whole(late) ? 0 : 1)
  return words
}

const whole = (text: string): string =>
  parseCommands(text)
    .commands.map(command => ('items' in command ? [command.kind, ...command.items].join(' ') : command.kind))
    .join()

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

test.each<[late: string, later: string]>([
  ['/revoke', '/sign-off guide'],
  ['/revoke guide', '/sign-off guide@prod-a'],
  ['/revoke guide', '/sign-off guide --env prod-a'],
  ['/revoke guide', '/delegate @ana guide until 2026-12-24'],
  ['/revoke --env prod-a', '/sign-off guide@prod-a'],
])('R-14 nothing stays signed that somebody took back: %j after %j is done whole', async (late, later) => {
  expect(await leftOf(late, later)).toEqual([whole(late)])
})
