import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EvidencePart, type EvidenceRow, openStore, type Store } from '../../app/store/index.ts'
import { temporaryDir } from '../app/stores.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

let heads = 0
const nextHead = (): string => (++heads).toString(16).padStart(40, '0')

const row = (headSha: string, more: Partial<EvidenceRow> = {}): EvidenceRow => ({
  repoId: '1',
  headSha,
  workflow: 'acme/widgets/.github/workflows/gates.yml@refs/heads/main',
  digest: 'a'.repeat(64),
  origin: 'token',
  runId: '9007199254740993',
  attempt: 1,
  startedAt: 1_700_000_000_000,
  parts: ['coverage'],
  document: '{}',
  receivedAt: 1_700_000_000_500,
  ...more,
})

describe.each([
  ['SQLite', () => openStore({ dataDir: temporaryDir() })],
  ['PostgreSQL', async () => openStore({ databaseUrl: await server.database() })],
] as const)('%s', (_, open) => {
  const withStore = async (work: (store: Store) => Promise<void>): Promise<void> => {
    const store = await open()
    try {
      await work(store)
    } finally {
      await store.close()
    }
  }

  test('T-86 a document is kept whole, and ids beyond 2^53 stay exact', () =>
    withStore(async store => {
      const one = row(nextHead(), { parts: ['coverage', 'others'] })
      expect(await store.evidence.keep(one)).toBe('stored')
      expect(await store.evidence.of('1', one.headSha)).toEqual([one])
      expect(await store.evidence.keep({ ...one, receivedAt: one.receivedAt + 5 })).toBe('known')
      expect(await store.evidence.of('2', one.headSha)).toEqual([])
    }))

  test('T-86 an older attempt never takes the place of a newer one, a newer one always that of an older', () =>
    withStore(async store => {
      const headSha = nextHead()
      const older = row(headSha, { digest: 'older' })
      const newer = row(headSha, { digest: 'newer', attempt: 2, startedAt: older.startedAt + 1 })
      expect(await store.evidence.keep(newer)).toBe('stored')
      expect(await store.evidence.keep(older)).toBe('superseded')
      expect(await store.evidence.of('1', headSha)).toEqual([newer])
    }))

  test('T-86 the newest word of each workflow on each part, in whatever order they come', () =>
    withStore(async store => {
      const documents = fc.uniqueArray(
        fc.record({
          workflow: fc.constantFrom('a', 'b'),
          startedAt: fc.nat(3),
          run: fc.integer({ min: 1, max: 3 }),
          parts: fc.constantFrom<readonly EvidencePart[]>(['coverage'], ['others'], ['coverage', 'others']),
        }),
        { maxLength: 8, selector: one => `${one.startedAt} ${one.run}` },
      )
      await fc.assert(
        fc.asyncProperty(documents, fc.infiniteStream(fc.nat()), async (all, dice) => {
          const headSha = nextHead()
          const rows = all.map(({ run, ...one }, index) =>
            row(headSha, { ...one, runId: String(run), digest: String(index), receivedAt: index }),
          )
          const order = rows.map(one => ({ one, at: dice.next().value ?? 0 })).toSorted((a, b) => a.at - b.at)
          for (const { one } of order) await store.evidence.keep(one)
          const kept = await store.evidence.of('1', headSha)
          for (const workflow of ['a', 'b'])
            for (const part of ['coverage', 'others'] as const) {
              const speaking = rows.filter(one => one.workflow === workflow && one.parts.includes(part))
              const newest = speaking.toSorted(
                (a, b) => b.startedAt - a.startedAt || Number(b.runId) - Number(a.runId),
              )[0]
              expect(kept.find(one => one.workflow === workflow && one.parts.includes(part))).toEqual(newest)
            }
          expect(kept.length).toBeLessThanOrEqual(4)
        }),
        { numRuns: 25 },
      )
    }))

  test('T-86 jti once: of a hundred uses at the same time one is the first, and other bytes are a replay', () =>
    withStore(async store => {
      const uses = Array.from({ length: 100 }, (_, index) => store.evidence.spend('jti-1', index < 50 ? 'x' : 'y', 10))
      const answers = await Promise.all(uses)
      expect(answers.filter(answer => answer === 'first')).toHaveLength(1)
      expect(answers.filter(answer => answer === 'replayed')).toHaveLength(50)
      await store.evidence.purge(11, 0)
      expect(await store.evidence.spend('jti-1', 'z', 20)).toBe('first')
    }))

  test('T-86 in one transaction: a token is not used up by a document that was not kept', () =>
    withStore(async store => {
      const work = store.transaction(async tx => {
        await tx.evidence.spend('jti-2', 'x', 10)
        throw new Error('power cut')
      })
      await expect(work).rejects.toThrow('power cut')
      expect(await store.evidence.spend('jti-2', 'y', 10)).toBe('first')
    }))
})
