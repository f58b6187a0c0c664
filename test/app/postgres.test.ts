import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type LaneClaim, openStore, StaleClaim, type Store, StoreProblem } from '../../app/store/index.ts'
import { migrations } from '../../app/store/migrations/index.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { ledgerRow } from './ledger-rows.ts'
import { delivery } from './stores.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

async function opened(databaseUrl: string): Promise<Store> {
  const store = await openStore({ databaseUrl })
  onTestFinished(() => store.close())
  return store
}

/** As many instances of the App as asked for, on one new database. */
async function instances(count: number): Promise<readonly Store[]> {
  const databaseUrl = await server.database()
  return Promise.all(Array.from({ length: count }, () => opened(databaseUrl)))
}

/** Runs a statement past the store. */
async function execute(databaseUrl: string, text: string): Promise<readonly unknown[]> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const problemOf = (databaseUrl: string): Promise<string> =>
  openStore({ databaseUrl }).then(
    () => 'opened',
    (cause: unknown) => (cause instanceof StoreProblem ? cause.message : `not a StoreProblem: ${cause}`),
  )

const lease = 1_000
const row = (n: number) => ledgerRow({ idem: `comment:${n}:1` })
const jobIds = (claim: LaneClaim) => claim.jobs.map(job => job.id)

describe('opening', () => {
  test('R-16 B-D04 several instances that start at once migrate the database once', async () => {
    const databaseUrl = await server.database()
    await Promise.all(Array.from({ length: 6 }, () => opened(databaseUrl)))
    const rows = await execute(databaseUrl, 'select name from kysely_migration order by name')
    expect(rows).toEqual(Object.keys(migrations).map(name => ({ name })))
  })

  test('R-16 B-D01 a newer schema is refused', async () => {
    const databaseUrl = await server.database()
    await opened(databaseUrl)
    await execute(databaseUrl, `insert into kysely_migration values ('0999-later', '2030-01-01')`)
    expect(await problemOf(databaseUrl)).toMatch(/^The database was written by a newer version .*0999-later/)
  })

  test.each([
    ['synchronous_commit', 'off', /can lose acknowledged sign-offs; set it to on/],
    ['synchronous_commit', 'local', /can lose acknowledged sign-offs; set it to on/],
    ['default_transaction_read_only', 'on', /takes no writes .*connect to the primary/],
  ])('R-03 %s = %s is refused', async (setting, value, problem) => {
    const databaseUrl = await server.database()
    const name = new URL(databaseUrl).pathname.slice(1)
    await execute(databaseUrl, `alter database ${name} set ${setting} = ${value}`)
    expect(await problemOf(databaseUrl)).toMatch(problem)
  })

  test('B-E13 a server that does not answer is named without user and password', async () => {
    const text = await problemOf('postgresql://app:hunter2-secret@127.0.0.1:1/gates')
    expect(text).toMatch(/^The database at 127\.0\.0\.1:1\/gates does not answer: .*ECONNREFUSED/)
    expect(text).not.toContain('hunter2-secret')
  })

  test('a database that is not there', async () => {
    const url = (await server.database()).replace(/[^/]+$/, 'nowhere')
    expect(await problemOf(url)).toMatch(/"nowhere" does not exist/)
  })

  test('T-81 a chain that was changed past the triggers is found; the triggers refuse the rest', async () => {
    const databaseUrl = await server.database()
    const store = await opened(databaseUrl)
    await store.ledger.append(row(1))
    for (const statement of [`update ledger set item_id = 'x'`, 'delete from ledger', 'truncate ledger cascade']) {
      await expect(execute(databaseUrl, statement)).rejects.toThrow('the ledger is append-only')
    }
    await execute(databaseUrl, `alter table ledger disable trigger user; update ledger set item_id = 'other'`)
    const { repoId } = row(1)
    const again = await opened(databaseUrl)
    expect(again.ledger.problem(repoId)).toMatchObject({ chainSeq: 1, problem: 'altered' })
  })
})

describe('several instances', () => {
  test('R-17 a lane is worked on by one of them; each lane once', async () => {
    const all = await instances(4)
    const [first] = all
    const lanes = Array.from({ length: 40 }, (_, n) => `1:pr:${n}`)
    await Promise.all(lanes.map((lane, n) => first?.inbox.accept(delivery(n, { lane, receivedAt: 1 }))))
    const claims = await Promise.all(
      all.flatMap(store => Array.from({ length: 20 }, () => store.lanes.claim(100, lease))),
    )
    const keys = claims.flatMap(claim => claim?.key ?? [])
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())
    expect(keys.length).toBe(lanes.length)
  })

  test('R-17 a holder that paused longer than its lease cannot write', async () => {
    const [paused, other] = await instances(2)
    if (!paused || !other) throw new Error('two instances')
    await paused.inbox.accept(delivery(1))
    const old = await paused.lanes.claim(100, lease)
    if (!old) throw new Error('nothing to do')
    const taken = await other.lanes.claim(100 + lease, lease)
    if (!taken) throw new Error('the lease did not end')
    const late = paused.transaction(async tx => {
      await tx.ledger.append(row(1))
      await tx.lanes.finish(old, jobIds(old), 1_200)
    })
    await expect(late).rejects.toBeInstanceOf(StaleClaim)
    await other.transaction(async tx => {
      await tx.ledger.append(row(2))
      await tx.lanes.finish(taken, jobIds(taken), 1_200)
    })
    expect((await other.ledger.recent(10)).map(one => one.idem)).toEqual([row(2).idem])
  })

  test('R-02 one delivery to all of them at once is kept once', async () => {
    const all = await instances(4)
    const answers = await Promise.all(
      all.flatMap(store => Array.from({ length: 10 }, () => store.inbox.accept(delivery(1)))),
    )
    expect(answers.filter(answer => answer === 'stored')).toHaveLength(1)
  })

  test('T-71 a decision under many delivery ids at once is kept once', async () => {
    const all = await instances(4)
    const same = { bodySha256: 'the same bytes' }
    const answers = await Promise.all(
      all.flatMap((store, i) => [0, 1, 2, 3].map(n => store.inbox.accept(delivery(i * 4 + n + 1, same)))),
    )
    expect(answers.filter(answer => answer === 'stored')).toHaveLength(1)
  })

  test('M19 a chain that all of them write at once has every row, in one order', async () => {
    const all = await instances(4)
    await Promise.all(
      all.flatMap((store, i) => Array.from({ length: 10 }, (_, n) => store.ledger.append(row(1 + i * 10 + n)))),
    )
    const [first] = all
    const { repoId } = row(1)
    expect(await first?.ledger.verify(repoId)).toMatchObject({ ok: true, value: { chainSeq: 40 } })
  })

  test('R-02 the same decision of two of them is one row', async () => {
    const all = await instances(3)
    const answers = await Promise.all(all.flatMap(store => [1, 2, 3].map(() => store.ledger.append(row(7)))))
    expect(answers.filter(answer => answer !== 'exists')).toHaveLength(1)
  })

  test('what one reads and then writes is not lost when another does the same', async () => {
    const all = await instances(3)
    const add = (store: Store, n: number) =>
      store.transaction(async tx => {
        const list = ((await tx.cache.get('watchers', 0)) ?? []) as readonly number[]
        await tx.cache.set('watchers', [...list, n], Number.MAX_SAFE_INTEGER)
      })
    await Promise.all(all.flatMap((store, i) => [0, 1, 2, 3, 4].map(n => add(store, i * 5 + n))))
    const list = (await all[0]?.cache.get('watchers', 0)) as readonly number[]
    expect(list.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, n) => n))
  })

  test('R-05 an effect is sent by one of them', async () => {
    const all = await instances(3)
    const effect = { kind: 'publish', repoId: '1', body: '{}', runAt: 1 }
    for (let n = 0; n < 12; n += 1) await all[0]?.outbox.put({ ...effect, key: `1:pr:${n}`, installationId: `${n}` })
    const claims = await Promise.all(
      all.flatMap(store => Array.from({ length: 6 }, () => store.outbox.claim(10, lease))),
    )
    const ids = claims.flatMap(claim => claim?.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(12)
  })

  test('R-06 of one installation one effect is on its way, whichever instance sends it', async () => {
    const all = await instances(4)
    const effect = { kind: 'publish', installationId: '5', repoId: '1', body: '{}', runAt: 1 }
    for (let n = 0; n < 12; n += 1) await all[0]?.outbox.put({ ...effect, key: `1:pr:${n}` })
    for (let round = 0; round < 12; round += 1) {
      const claims = await Promise.all(all.map(async store => ({ store, claim: await store.outbox.claim(10, lease) })))
      const won = claims.filter(({ claim }) => claim !== null)
      expect(won).toHaveLength(1)
      for (const { store, claim } of won) if (claim !== null) expect(await store.outbox.done(claim)).toBe('done')
    }
  })
})

describe('a server that goes away', () => {
  test('R-11 fails what was asked for and is used again when it is back; nothing acknowledged is lost', async () => {
    const own = await startPostgres()
    onTestFinished(() => own.stop())
    const store = await opened(await own.database())
    expect(await store.inbox.accept(delivery(1))).toBe('stored')
    await own.kill()
    await expect(store.inbox.accept(delivery(2))).rejects.toThrow()
    expect(await store.ping()).toBe(false)
    await own.restart()
    expect(await store.ping()).toBe(true)
    expect(await store.inbox.accept(delivery(1))).toBe('duplicate')
    expect(await store.inbox.accept(delivery(2))).toBe('stored')
  })
})

test('text that PostgreSQL cannot hold is kept as U+FFFD, and the chain still verifies', async () => {
  const store = await opened(await server.database())
  const written = { ...row(1), reason: 'a\0b\ud800c' }
  await store.ledger.append(written)
  const [kept] = await store.ledger.recent(1)
  expect(kept?.personal?.reason).toBe('a\uFFFDb\uFFFDc')
  expect(await store.ledger.verify(written.repoId)).toMatchObject({ ok: true })
})
