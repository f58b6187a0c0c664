import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore, openStoreOver, StoreProblem } from '../../app/store/index.ts'
import { migrations } from '../../app/store/migrations/index.ts'
import { databaseFile, openDatabase } from '../../app/store/sqlite.ts'
import { ledgerRow } from './ledger-rows.ts'
import { delivery, emptyStore, temporaryDir } from './stores.ts'

/** The database as somebody with access to the file sees it. */
function withFile(dataDir: string, work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(join(dataDir, databaseFile))
  work(database)
  database.close()
}

async function closedStore(): Promise<string> {
  const dataDir = temporaryDir()
  const store = await openStore({ dataDir })
  for (let n = 1; n <= 3; n++) await store.ledger.append(ledgerRow({ idem: `${n}` }))
  await store.ledger.append(ledgerRow({ repoId: '7', idem: 'other' }))
  await store.close()
  return dataDir
}

const problemOf = (dataDir: string) =>
  openStore({ dataDir, lockTimeoutMs: 0 }).then(
    () => null,
    cause => ({
      isStoreProblem: cause instanceof StoreProblem,
      text: String(cause.message).replaceAll(dataDir, 'DATA'),
    }),
  )

describe('opening', () => {
  test('what was written is there again', async () => {
    const dataDir = await closedStore()
    const store = await emptyStore(dataDir)
    expect((await store.ledger.recent(10)).map(row => row.idem)).toEqual(['other', '3', '2', '1'])
  })

  test('R-03 every commit is synchronised to the disk', async () => {
    const { database, unlock } = openDatabase(temporaryDir(), { lockTimeoutMs: 0 })
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(database.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 })
    expect(database.prepare('pragma foreign_keys').get()).toEqual({ foreign_keys: 1 })
    database.close()
    unlock()
  })

  test('only the owner may read the files', async () => {
    const dataDir = await closedStore()
    expect(statSync(join(dataDir, databaseFile)).mode & 0o777).toBe(0o600)
  })

  test('tables are strict: a text does not fit into a number', async () => {
    const dataDir = await closedStore()
    withFile(dataDir, database => {
      expect(() => database.exec(`insert into lane (key, ready_at) values ('x', 'soon')`)).toThrow(
        'cannot store TEXT value',
      )
      const loose = database.prepare(
        `select name from pragma_table_list where schema = 'main' and strict = 0 and name not like 'sqlite_%' and name not like 'kysely_%'`,
      )
      expect(loose.all()).toEqual([])
    })
  })
})

describe('refusing to open, with instructions', () => {
  test('a second process on the same directory', async () => {
    const dataDir = temporaryDir()
    await emptyStore(dataDir)
    const script = `import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../../app/store/index.ts'))}
      await openStore({ dataDir: ${JSON.stringify(dataDir)}, lockTimeoutMs: 0 }).catch(e => { console.log(e.message); process.exit(7) })`
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(stdout.trim()).toBe(
      `${dataDir} is in use by another process; one serves one data directory. Stop the other one, or set DATA_DIR to another directory.`,
    )
    expect(status).toBe(7)
  })

  test('the directory is free again after close', async () => {
    const dataDir = await closedStore()
    expect(await problemOf(dataDir)).toBeNull()
  })

  test('R-16 B-D01 a newer schema', async () => {
    const dataDir = await closedStore()
    withFile(dataDir, database => database.exec(`insert into kysely_migration values ('0999-later', '2030-01-01')`))
    expect(await problemOf(dataDir)).toEqual({
      isStoreProblem: true,
      text: `The database was written by a newer version of delivery-gates (schema 0999-later, this version knows ${Object.keys(migrations).at(-1)}). Start that version, or restore the backup made before the upgrade.`,
    })
  })

  test('B-D01 R-18 a file that is no database', async () => {
    const dataDir = temporaryDir()
    writeFileSync(join(dataDir, databaseFile), 'Not Found'.repeat(1000))
    expect(await problemOf(dataDir)).toEqual({
      isStoreProblem: true,
      text: `DATA/${databaseFile} is not a database of this program. Set DATA_DIR to another directory, or restore the last backup.`,
    })
  })

  test('B-D01 R-18 a corrupt page', async () => {
    const dataDir = await closedStore()
    const path = join(dataDir, databaseFile)
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(0xff, 4096 * 3, 4096 * 12))
    const problem = await problemOf(dataDir)
    expect(problem).toMatchObject({
      isStoreProblem: true,
      text: expect.stringMatching(/^DATA\/delivery-gates\.db is damaged.* restore the last backup/),
    })
  })

  test('B-D01 DATA_DIR is a file', async () => {
    const path = join(temporaryDir(), 'file')
    writeFileSync(path, '')
    await expect(openStore({ dataDir: path })).rejects.toThrow(/EEXIST|ENOTDIR/)
  })
})

describe('B-D01 R-11 R-18 trouble while running', () => {
  test('a full disk: the delivery is not acknowledged, nothing before it is lost, and it works again after', async () => {
    const dataDir = temporaryDir()
    const opened = openDatabase(dataDir, { lockTimeoutMs: 0 })
    const store = await openStoreOver(opened)
    onTestFinished(() => store.close())
    const pages = Number(opened.database.prepare('pragma page_count').get()?.page_count)
    opened.database.exec(`pragma max_page_count = ${pages + 20}`)
    const accepted: string[] = []
    const fill = async () => {
      for (let n = 1; ; n++) {
        const next = delivery(n, { payload: 'x'.repeat(10_000) })
        await store.inbox.accept(next)
        accepted.push(next.deliveryId)
      }
    }
    await expect(fill()).rejects.toThrow('database or disk is full')
    expect(accepted.length).toBeGreaterThan(2)
    expect(await store.inbox.counts()).toMatchObject({ open: accepted.length })
    opened.database.exec('pragma max_page_count = 1000000')
    expect(await store.inbox.accept(delivery(999))).toBe('stored')
  })

  test('a lock held by another program: refused while it lasts', async () => {
    const dataDir = temporaryDir()
    const store = await emptyStore(dataDir)
    const other = new DatabaseSync(join(dataDir, databaseFile))
    other.exec('begin immediate')
    await expect(store.inbox.accept(delivery(1))).rejects.toThrow('database is locked')
    other.exec('rollback')
    other.close()
    expect(await store.inbox.accept(delivery(1))).toBe('stored')
  })

  test('a backup made while the store is in use opens and verifies', async () => {
    const store = await emptyStore()
    await store.ledger.append(ledgerRow())
    const target = temporaryDir()
    await store.backup(join(target, databaseFile))
    const restored = await emptyStore(target)
    expect(await restored.ledger.verify('1296269')).toMatchObject({ ok: true, value: { chainSeq: 1 } })
  })
})

describe('B-D02 T-81 the ledger was changed in the file', () => {
  const trigger = `drop trigger ledger_no_update; drop trigger ledger_no_delete;`
  const reopen = async (tamper: string) => {
    const dataDir = await closedStore()
    withFile(dataDir, database => {
      database.exec('pragma foreign_keys = off')
      database.exec(trigger + tamper)
    })
    return emptyStore(dataDir)
  }

  test.each([
    ['a row altered', `update ledger set head_sha = 'x' where repo_id = '1296269' and chain_seq = 2`, 2, 'altered'],
    [
      'the list of covered files no longer JSON',
      `update ledger set covered = '{' where repo_id = '1296269' and chain_seq = 2`,
      2,
      'altered',
    ],
    ['a row removed', `delete from ledger where repo_id = '1296269' and chain_seq = 2`, 2, 'order'],
    ['the tail cut', `delete from ledger where repo_id = '1296269' and chain_seq > 1`, 2, 'truncated'],
    ['all rows removed', `delete from ledger where repo_id = '1296269'`, 1, 'truncated'],
    [
      'the login altered',
      `update ledger_person set login = 'x' where repo_id = '1296269' and chain_seq = 3`,
      3,
      'personal',
    ],
    ['the head altered', `update chain_head set hash = 'x' where repo_id = '1296269'`, 3, 'checkpoint'],
  ])('%s: this repository is held, the others go on', async (_name, tamper, chainSeq, problem) => {
    const store = await reopen(tamper)
    expect(store.ledger.problem('1296269')).toEqual({ code: 'LED-CHAIN', repoId: '1296269', chainSeq, problem })
    await expect(store.ledger.rows('1296269', 'pr:2')).rejects.toThrow(/^LED-CHAIN repository 1296269, row/)
    await expect(store.ledger.append(ledgerRow({ idem: 'new' }))).rejects.toThrow(
      /Sign-offs of this repository are held/,
    )
    expect(store.ledger.problem('7')).toBeNull()
    expect(await store.ledger.append(ledgerRow({ repoId: '7', idem: 'new' }))).toMatchObject({ chainSeq: 2 })
  })

  test.each([`update ledger set head_sha = 'x'`, 'delete from ledger'])(
    '%s is refused by the database itself',
    async statement => {
      const dataDir = await closedStore()
      withFile(dataDir, database => expect(() => database.exec(statement)).toThrow('the ledger is append-only'))
    },
  )

  test('a copy of the file from before is older than a checkpoint published since', async () => {
    const dataDir = await closedStore()
    const before = join(temporaryDir(), 'copy')
    copyFileSync(join(dataDir, databaseFile), before)
    const store = await openStore({ dataDir })
    const row = await store.ledger.append(ledgerRow({ idem: 'later' }))
    await store.close()
    copyFileSync(before, join(dataDir, databaseFile))
    const restored = await emptyStore(dataDir)
    const checkpoint = { repoId: '1296269', chainSeq: 4, hash: row === 'exists' ? '' : row.hash }
    expect(await restored.ledger.verify('1296269')).toMatchObject({ ok: true })
    expect(await restored.ledger.verify('1296269', [checkpoint])).toMatchObject({
      ok: false,
      error: { problem: 'truncated', chainSeq: 4 },
    })
  })
})
