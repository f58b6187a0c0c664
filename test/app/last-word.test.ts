import { expect, test } from 'vitest'
import type { Intent } from '../../app/events/intent.ts'
import { lastWords } from '../../app/last-word.ts'
import type { Store, SubjectKey } from '../../app/store/index.ts'
import { type Command, parseCommands } from '../../src/checklist/commands.ts'
import { emptyStore } from './stores.ts'

const actor = { id: '1', login: 'li-wei', type: 'User' } as const
const key = { repoId: '1', kind: 'pr', number: 2 } as const

const said = (commentId: string, text: string): Intent => {
  const parsed = parseCommands(text)
  return { kind: 'commands', actor, viaApp: false, commentId, at: null, parsed, text }
}

/** A batch that is worked off to its end. */
async function inOrderOfWriting(store: Store, subject: SubjectKey, intents: readonly Intent[], now: number) {
  const words = lastWords(store, subject, now)
  const ordered = await words.inOrder(intents)
  await words.keep(store)
  return ordered
}

/** What is left of a comment that arrives after one that was written later. */
async function commandsLeft(late: string, later: string): Promise<readonly Command[]> {
  const store = await emptyStore()
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

test.each<[late: string, wanted: 'sign' | 'revoke', left: readonly string[]]>([
  ['/revoke guide', 'sign', []],
  ['/revoke guide rollback', 'sign', ['revoke rollback']],
  ['/sign-off guide', 'revoke', []],
  ['/sign-off rollback', 'revoke', ['sign-off rollback']],
])('R-14 %j that was written before guide was asked to %s on a page leaves %j', async (late, wanted, left) => {
  const store = await emptyStore()
  const asked = { wish: 'page:1', item: 'guide', headSha: 'a', asked: { words: '', terms: '' }, conditions: null }
  const onPage: Intent = { kind: 'page', actor, viaApp: false, wanted, at: 5_000, ...asked }
  const written = (at: number): Intent => ({
    kind: 'commands',
    actor,
    viaApp: false,
    commentId: '10',
    at,
    parsed: parseCommands(late),
    text: late,
  })
  const names = (intents: readonly Intent[]) =>
    intents.flatMap(intent =>
      intent.kind === 'commands'
        ? intent.parsed.commands.map(one => ('items' in one ? [one.kind, ...one.items].join(' ') : one.kind))
        : [],
    )
  expect((await inOrderOfWriting(store, key, [onPage, onPage], 1)).intents).toEqual([onPage, onPage])
  const { intents, overtaken } = await inOrderOfWriting(store, key, [written(4_000)], 2)
  expect([names(intents), overtaken.length]).toEqual([left, 1 - Number(left[0] === late.slice(1))])
  const after = await inOrderOfWriting(store, key, [written(6_000)], 3)
  expect([names(after.intents), after.overtaken]).toEqual([[late.slice(1)], []])
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

test('R-14 a batch that fails and is tried again has not been said: both its words stand in their order', async () => {
  const store = await emptyStore()
  const batch = [said('10', '/sign-off guide'), said('20', '/revoke guide')]
  const once = await lastWords(store, key, 1).inOrder(batch)
  expect(once).toEqual({ intents: batch, overtaken: [] })
  expect(await inOrderOfWriting(store, key, batch, 2)).toEqual(once)
  expect((await inOrderOfWriting(store, key, [said('15', '/sign-off guide')], 3)).overtaken).toHaveLength(1)
})
