import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { openStore } from '../../app/store/index.ts'
import { initial } from '../../app/store/migrations/0001-initial.ts'
import { databaseFile, NodeSqliteDialect } from '../../app/store/sqlite.ts'
import { chainRow } from '../../src/ledger/ledger.ts'
import { ledgerRow } from './ledger-rows.ts'
import { temporaryDir } from './stores.ts'

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
const since2 = ['environment', 'patch_sha256', 'conditions', 'on_behalf_of', 'expires_at']
const open = (dataDir: string) => new DatabaseSync(join(dataDir, databaseFile))

/** A database as the first release left it, with one row. */
async function oldDatabase(dataDir: string): Promise<void> {
  const database = open(dataDir)
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(database) })
  const migrations = { '0001-initial': initial }
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error !== undefined) throw error
  const { login, reason, ...fields } = ledgerRow({ idem: 'old' })
  const salt = 'ab'.repeat(16)
  const { personal: _, covered, ...row } = chainRow(null, fields, { login, reason, salt }, 1)
  const columns = Object.entries({ ...row, covered: JSON.stringify(covered) })
    .map(([name, value]) => [snake(name), value] as const)
    .filter(([name]) => !since2.includes(name))
  const names = columns.map(([name]) => name)
  database
    .prepare(`insert into ledger (${names.join(',')}) values (${names.map(() => '?').join(',')})`)
    .run(...columns.map(([, value]) => value as string | number))
  database
    .prepare('insert into ledger_person (repo_id, chain_seq, salt, login) values (?, 1, ?, ?)')
    .run(row.repoId, salt, login)
  database.prepare('insert into chain_head values (?, ?, ?)').run(row.repoId, 1, row.hash)
  database.close()
}

test('R-16 rows of version 1 verify after the columns of version 2 were added, and the chain goes on', async () => {
  const dataDir = temporaryDir()
  await oldDatabase(dataDir)
  const store = await openStore({ dataDir })
  const bound = { environment: 'prod-a', patchSha256: 'b'.repeat(64), conditions: ['#123'], onBehalfOf: '9' }
  await store.ledger.append(ledgerRow({ idem: 'new', ...bound, expiresAt: '2026-12-24' }))
  expect(await store.ledger.verify('1296269')).toMatchObject({ ok: true, value: { chainSeq: 2 } })
  const rows = await store.ledger.rows('1296269', 'pr:2')
  expect(rows.map(row => [row.version, row.environment, row.conditions, row.expiresAt])).toEqual([
    [1, null, null, null],
    [2, 'prod-a', ['#123'], '2026-12-24'],
  ])
  await store.close()
})

test.each(since2)('B-D02 a value put into %s behind our back is found, in a row of either version', async column => {
  for (const version of [1, 2]) {
    for (const value of ['"x"', 'null']) {
      const dataDir = temporaryDir()
      if (version === 1) await oldDatabase(dataDir)
      const before = await openStore({ dataDir })
      if (version === 2) await before.ledger.append(ledgerRow())
      expect(await before.ledger.verify('1296269')).toMatchObject({ ok: true, value: { chainSeq: 1 } })
      await before.close()
      const database = open(dataDir)
      database.exec('drop trigger ledger_no_update')
      database.prepare(`update ledger set ${column} = ?`).run(value)
      database.close()
      const after = await openStore({ dataDir })
      expect(await after.ledger.verify('1296269')).toMatchObject({ ok: false, error: { problem: 'altered' } })
      await after.close()
    }
  }
})
