import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { databaseFile, openStore, type Store } from '../../app/store/index.ts'
import { projectFiles, read } from '../project/files.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { ledgerRow } from './ledger-rows.ts'
import { delivery, emptyStore, temporaryDir } from './stores.ts'

/** Text that is SQL to whoever puts it between quotes. */
const hostile = [
  "'; drop table ledger; --",
  '"; delete from cache; --',
  "x') on conflict do nothing; update repository set private = 0; --",
  "' or '1'='1",
  "\\'; truncate ledger; --",
  '$1 :name ? @p1 ${x}',
  '%',
  '_',
] as const

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

async function onPostgres(): Promise<Store> {
  const store = await openStore({ databaseUrl: await server.database() })
  onTestFinished(() => store.close())
  return store
}

describe.each([
  ['SQLite', () => emptyStore()],
  ['PostgreSQL', onPostgres],
] as const)('T-82 %s', (_, open) => {
  test('text that is SQL is text: it comes back as it was given, and changes nothing else', async () => {
    const store = await open()
    await store.cache.set('kept', 1, 100)
    for (const [n, text] of hostile.entries()) {
      const row = ledgerRow({
        repoId: text,
        subject: text,
        itemId: text,
        baseRef: text,
        login: text,
        reason: text,
        idem: text,
      })
      await store.ledger.append(row)
      expect(await store.ledger.rows(text, text)).toMatchObject([
        { repoId: text, itemId: text, baseRef: text, personal: { login: text, reason: text } },
      ])
      expect(await store.ledgerAdmin.accountsCalled(text)).toEqual([row.actorId])
      expect(await store.ledger.verify(text)).toMatchObject({ ok: true, value: { chainSeq: 1 } })
      const place = { id: text, installationId: text, fullName: text, owner: text, private: true, removed: false }
      await store.repositories.save(place)
      expect(await store.repositories.get(text)).toEqual(place)
      expect(await store.inbox.accept(delivery(n, { lane: text, event: text, payload: text }))).toBe('stored')
      await store.cache.set(text, text, 100)
      expect(await store.cache.get(text, 0)).toBe(text)
      await store.cache.forget(text)
      expect(await store.cache.get(text, 0)).toBeNull()
    }
    expect((await store.ledger.repositories()).toSorted()).toEqual([...hostile].toSorted())
    expect(await store.cache.get('kept', 0)).toBe(1)
    expect((await store.repositories.active()).filter(one => !one.private)).toEqual([])
  })
})

test('T-82 the database holds what its columns say, whoever writes to it', async () => {
  const dataDir = temporaryDir()
  await (await openStore({ dataDir })).close()
  const database = new DatabaseSync(join(dataDir, databaseFile))
  onTestFinished(() => database.close())
  const own = /^(?!sqlite_|kysely_)/
  const tables = database
    .prepare('pragma table_list')
    .all()
    .filter(table => table.type === 'table' && own.test(String(table.name)))
  expect(tables.length).toBeGreaterThan(10)
  expect(tables.filter(table => table.strict !== 1).map(table => table.name)).toEqual([])
})

test('T-82 no statement is put together from text outside the migrations', () => {
  const sources = projectFiles().filter(path => /^app\/.*\.ts$/.test(path) && !path.startsWith('app/store/migrations/'))
  const joined = /\bsql\.(?:raw|lit)\b|\.(?:exec|prepare|query)\(\s*`[^`]*\$\{/
  expect(sources.filter(path => joined.test(read(path)))).toEqual([])
  expect(joined.test('database.exec(`delete from ledger where id = ${id}`)')).toBe(true)
})
