import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../app/commands/index.ts'
import { type LedgerKey, openLedgerKey } from '../../app/ledger/key.ts'
import { openStore, type StorePlace } from '../../app/store/index.ts'
import { verified } from '../ledger/exports.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { ledgerRow } from './ledger-rows.ts'
import { temporaryDir } from './stores.ts'

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function run(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran> {
  let out = ''
  let err = ''
  const code = await runCommand(args, { env, print: text => (out += text), warn: text => (err += text) })
  return { code, out, err }
}

const people = [
  { actorId: '583231', signerId: '583231', login: 'li-wei', reason: null },
  { actorId: '77', signerId: '77', login: 'Olga', reason: 'Rehearsed on staging, 已演练' },
]

/** Two repositories with 12 rows, and the App's key. */
async function filled(place: StorePlace = { dataDir: temporaryDir() }): Promise<StorePlace> {
  const store = await openStore(place)
  for (let n = 0; n < 12; n++) {
    const repoId = n % 3 === 0 ? '22' : '1296269'
    await store.ledger.append(ledgerRow({ repoId, idem: `${n}`, ...people[n % 2] }))
  }
  await store.close()
  return place
}

const dirOf = (place: StorePlace): string => ('dataDir' in place ? place.dataDir : '')
const keyIn = (dataDir: string): LedgerKey => {
  const key = openLedgerKey({ dataDir }, { make: true })
  if (key === null) throw new Error('no key was made')
  return key
}

describe('T-81 ledger export, while the App runs', () => {
  test('writes everything, signed, for its owner only, and once', async () => {
    const dataDir = dirOf(await filled())
    const key = keyIn(dataDir)
    const running = await openStore({ dataDir })
    const file = join(dataDir, 'out.jsonl')
    const { code, out } = await run({ DATA_DIR: dataDir }, 'ledger', 'export', file)
    expect(out).toContain('12 rows of 2 repositories')
    expect(out).toContain(`heads signed by ${key.id}`)
    expect(code).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(verified(readFileSync(file))).toMatchObject([
      { repoId: '22', rows: 4, checkpoint: { keyId: key.id }, problem: null },
      { repoId: '1296269', rows: 8, problem: null },
    ])
    const again = await run({ DATA_DIR: dataDir }, 'ledger', 'export', file)
    expect(again).toEqual({
      code: 2,
      out: '',
      err: `${file}: is there already and is not overwritten; name another file\n`,
    })
    await running.close()
    expect(readdirSync(dataDir).filter(name => name.endsWith('.part'))).toEqual([])
  })

  test.each<[readonly string[], string]>([
    [[], 'there is no such command; there are ledger verify'],
    [['ledger'], 'there is no such command'],
    [['ledger', 'export'], 'this command is written ledger export FILE'],
    [['ledger', 'export', 'a', '--key', 'b'], '--key is not understood here'],
    [['ledger', 'export', '/nowhere/at/all'], '/nowhere/at/all: cannot be used (ENOENT)'],
    [['ledger', 'key'], 'there is no key yet'],
    [['ledger', 'verify', '--locale', 'zh-CN', '--checkpoint', '/nowhere'], '/nowhere: 无法使用（ENOENT）'],
    [['ledger', 'forget', 'nobody'], 'the ledger knows nobody called @nobody'],
  ])('%j is refused', async (args, expected) => {
    const { code, out, err } = await run({ DATA_DIR: dirOf(await filled()) }, ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(expected)
    expect(err.split('\n')).toHaveLength(2)
  })

  test('B-D01 without a database, and with one of another version, they say so', async () => {
    expect((await run({ DATA_DIR: temporaryDir() }, 'ledger', 'verify')).err).toMatch(/^There is no database at /)
    const dataDir = dirOf(await filled())
    const database = new DatabaseSync(join(dataDir, 'delivery-gates.db'))
    database.exec(`insert into kysely_migration values ('9999-later', '2030')`)
    database.close()
    expect((await run({ DATA_DIR: dataDir }, 'ledger', 'verify')).err).toMatch(/of a newer version/)
  })
})

describe('ledger import', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server.stop())

  test.each(['SQLite', 'PostgreSQL'])(
    'moves the ledger to %s, row by row the same, with its chain',
    async kind => {
      const from = await filled()
      const dataDir = dirOf(from)
      keyIn(dataDir)
      const file = join(dataDir, 'out.jsonl')
      await run({ DATA_DIR: dataDir }, 'ledger', 'forget', 'li-wei')
      await run({ DATA_DIR: dataDir }, 'ledger', 'export', file)
      const place =
        kind === 'SQLite' ? { dataDir: temporaryDir() } : { databaseUrl: `${await server.database()}?sslmode=disable` }
      const env: Record<string, string> =
        'dataDir' in place ? { DATA_DIR: place.dataDir } : { DATABASE_URL: place.databaseUrl, DATA_DIR: temporaryDir() }
      expect(await run(env, 'ledger', 'import', file)).toEqual({
        code: 0,
        out: '12 rows of 2 repositories imported, every chain verified.\n',
        err: '',
      })
      const again = await run(env, 'ledger', 'import', file)
      expect([again.code, again.err]).toEqual([
        2,
        'nothing was imported: the ledger here has rows of repositories 22 and 1296269 already\n',
      ])
      const [old, moved] = [await openStore(from), await openStore(place)]
      for (const repoId of ['22', '1296269']) {
        expect(await moved.ledger.page(repoId, 0)).toEqual(await old.ledger.page(repoId, 0))
        expect(await moved.ledger.head(repoId)).toEqual(await old.ledger.head(repoId))
      }
      // It goes on as if nothing had happened: the next row, and the same decision only once.
      expect(await moved.ledger.append(ledgerRow({ repoId: '22', idem: '0' }))).toBe('exists')
      expect(await moved.ledger.append(ledgerRow({ repoId: '22', idem: 'next' }))).toMatchObject({ chainSeq: 5 })
      await old.close()
      await moved.close()
      expect(await run(env, 'ledger', 'verify')).toMatchObject({ code: 0 })
    },
    60_000,
  )

  test('an export that cannot be trusted changes nothing', async () => {
    const dataDir = dirOf(await filled())
    keyIn(dataDir)
    const file = join(dataDir, 'out.jsonl')
    await run({ DATA_DIR: dataDir }, 'ledger', 'export', file)
    const text = readFileSync(file, 'utf8')
    const fresh = temporaryDir()
    writeFileSync(file, text.replace('"decision":"signed"', '"decision":"waived"'))
    const altered = await run({ DATA_DIR: fresh }, 'ledger', 'import', file)
    expect(altered.code).toBe(1)
    expect(altered.out).toMatch(/^Nothing was imported[\s\S]*LED-CHAIN: row 1 was changed after it was written/)
    writeFileSync(file, text.slice(0, -40))
    expect((await run({ DATA_DIR: fresh }, 'ledger', 'import', file)).err).toMatch(/LED-FORMAT: the export ends here/)
    expect(existsSync(join(fresh, 'delivery-gates.db'))).toBe(false)
  })

  test('while another process has the data directory it is refused', async () => {
    const dataDir = dirOf(await filled())
    const file = join(dataDir, 'out.jsonl')
    await run({ DATA_DIR: dataDir }, 'ledger', 'export', file)
    const busy = temporaryDir()
    const running = await openStore({ dataDir: busy })
    expect((await run({ DATA_DIR: busy }, 'ledger', 'import', file)).err).toContain('is in use by another process')
    await running.close()
  })
})

describe('T-85 ledger forget', () => {
  test('by login or by number: no byte of name and words is left, and everything verifies', async () => {
    const dataDir = dirOf(await filled())
    const env = { DATA_DIR: dataDir }
    expect((await run(env, 'ledger', 'forget', '@olga')).out).toContain(
      'Account 77: login and words erased from 6 rows',
    )
    expect((await run(env, 'ledger', 'forget', '583231')).out).toContain('erased from 6 rows')
    expect((await run(env, 'ledger', 'forget', '583231')).out).toContain('there was no login and no words')
    const bytes = readdirSync(dataDir)
      .filter(name => name.startsWith('delivery-gates.db'))
      .map(name => readFileSync(join(dataDir, name), 'latin1'))
      .join()
    expect(bytes).toContain('583231')
    for (const word of ['li-wei', 'Olga', 'Rehearsed']) expect(bytes.includes(word), word).toBe(false)
    const { code, out } = await run(env, 'ledger', 'verify')
    expect(code).toBe(0)
    expect(out).toContain('4 rows, 4 of them with the person erased')
  })

  test('a login that several accounts had is not guessed', async () => {
    const dataDir = dirOf(await filled())
    const store = await openStore({ dataDir })
    await store.ledger.append(ledgerRow({ idem: 'new', actorId: '99', signerId: '99', login: 'OLGA' }))
    await store.close()
    expect((await run({ DATA_DIR: dataDir }, 'ledger', 'forget', 'olga')).err).toBe(
      '@olga was the login of several accounts: 77 and 99. Name the number\n',
    )
  })
})

describe('backup, while the App runs', () => {
  test('copies what is committed, verifies the copy, and the copy starts', async () => {
    const dataDir = dirOf(await filled())
    const running = await openStore({ dataDir })
    const folder = temporaryDir()
    const file = join(folder, 'delivery-gates.db')
    expect((await run({ DATA_DIR: dataDir }, 'backup', file)).out).toBe(
      `A copy is in ${file}; its ledger of 12 rows of 2 repositories verifies.\n`,
    )
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['delivery-gates.db'])
    expect((await run({ DATA_DIR: dataDir }, 'backup', file)).code).toBe(2)
    await running.ledger.append(ledgerRow({ idem: 'after the copy' }))
    await running.close()
    const copy = await openStore({ dataDir: folder })
    expect(await copy.ledger.head('1296269')).toMatchObject({ chainSeq: 8 })
    await copy.close()
  })

  test('of a ledger that does not verify, it says so', async () => {
    const dataDir = dirOf(await filled())
    const database = new DatabaseSync(join(dataDir, 'delivery-gates.db'))
    database.exec("update ledger_person set login = 'mallory' where chain_seq = 2")
    database.close()
    const { code, out } = await run({ DATA_DIR: dataDir }, 'backup', join(temporaryDir(), 'copy.db'))
    expect(code).toBe(1)
    expect(out).toContain('its ledger does not verify')
  })
})
