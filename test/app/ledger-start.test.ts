import { spawnSync } from 'node:child_process'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Log } from '../../app/front.ts'
import { type LedgerTies, startLedger } from '../../app/ledger/index.ts'
import { ledgerItems } from '../../app/ledger/items.ts'
import { openLedgerKey } from '../../app/ledger/key.ts'
import { readLedgerSettings } from '../../app/ledger/settings.ts'
import { sayIn } from '../../app/problem.ts'
import type { Store } from '../../app/store/index.ts'
import { findStatements, signStatement } from '../../src/ledger/checkpoint.ts'
import { chainVerifier } from '../../src/ledger/verify.ts'
import { type KeyPair, newKey } from '../ledger/keys.ts'
import { root } from '../project/files.ts'
import { ledgerRow } from './ledger-rows.ts'
import { emptyStore, temporaryDir } from './stores.ts'

const time = Date.parse('2026-11-21T12:00:00.000Z')

/** A store, its ties to the outside, and what they logged. */
async function scene({ dataDir = temporaryDir(), file = join(temporaryDir(), 'checkpoints.txt') } = {}) {
  const store = await emptyStore(dataDir)
  const logged: string[] = []
  const log: Log = (level, event, fields) => void logged.push(`${level} ${event} ${JSON.stringify(fields)}`)
  const start = (acceptLoss = false, now = time, of: Store = store): Promise<LedgerTies> =>
    startLedger({ store: of, config: { dataDir, ledger: { checkpointFile: file, acceptLoss } }, now: () => now, log })
  return { dataDir, file, store, logged, start, lines: () => readFileSync(file, 'utf8').trimEnd().split('\n') }
}

async function sign(store: Store, count: number, changes: Parameters<typeof ledgerRow>[0] = {}): Promise<void> {
  for (let n = 0; n < count; n++) await store.ledger.append(ledgerRow({ idem: `${Math.random()}`, ...changes }))
}

describe('T-81 the file of checkpoints', () => {
  test('gets a signed line for every chain that has grown, at start and at the end, and no other', async () => {
    const { store, start, lines } = await scene()
    await sign(store, 3)
    await sign(store, 2, { repoId: '22' })
    const ties = await start()
    expect(lines()).toHaveLength(2)
    await sign(store, 1)
    await ties.stop()
    expect(lines()).toHaveLength(3)
    await (await start()).stop()
    const { found, mangled } = findStatements(lines().join('\n'))
    expect(mangled).toEqual([])
    expect(found.map(({ statement }) => `${statement.repoId} ${statement.chainSeq} ${statement.at}`)).toEqual([
      '1296269 3 2026-11-21T12:00:00.000Z',
      '22 2 2026-11-21T12:00:00.000Z',
      '1296269 4 2026-11-21T12:00:00.000Z',
    ])
  })

  test('goes on in a line of its own after one that was cut', async () => {
    const { store, file, start, lines } = await scene()
    await sign(store, 1)
    writeFileSync(file, 'delivery-gates-ledger/v1 1296')
    await (await start()).stop()
    expect(lines()).toHaveLength(2)
    expect(findStatements(lines()[1] ?? '').found).toHaveLength(1)
  })

  test('one that cannot be written is found at the start', async () => {
    const { store, start } = await scene({ file: '/nowhere/at/all' })
    await sign(store, 1)
    await expect(start()).rejects.toThrow(/ENOENT/)
  })
})

describe('R-19 a database that is older than what was published', () => {
  /** Published up to row 5 of one repository and row 2 of another; the database is new. */
  async function lost() {
    const before = await scene()
    await sign(before.store, 5)
    await sign(before.store, 2, { repoId: '22' })
    await (await before.start()).stop()
    const key = readFileSync(join(before.dataDir, 'ledger-key.pem'))
    const rows = await before.store.ledger.page('1296269', 0)
    const dataDir = temporaryDir()
    writeFileSync(join(dataDir, 'ledger-key.pem'), key, { mode: 0o600 })
    const after = await scene({ dataDir, file: before.file })
    await after.store.ledgerAdmin.adopt(rows.slice(0, 3))
    return { ...after, rows }
  }

  test('is refused; the missing rows are listed, and what to do', async () => {
    const { start } = await lost()
    await expect(start()).rejects.toThrow(
      [
        'LED-LOSS repository 1296269: rows 4 to 5 are missing. Row 5 was published at 2026-11-21T12:00:00.000Z; the database ends at row 3.',
        'LED-LOSS repository 22: rows 1 to 2 are missing. Row 2 was published at 2026-11-21T12:00:00.000Z; the database ends at row 0.',
        'The database is older than what was published: a backup that is too old was restored, or rows were cut off. Restore a newer one.',
      ].join('\n'),
    )
  })

  test('with --accept-loss it starts, now and later, and the loss is on record for whoever verifies', async () => {
    const { store, start, lines, logged } = await lost()
    await (await start(true)).stop()
    expect(logged).toContain('warn ledger.lossAccepted {"repository":"1296269","from":4,"to":5}')
    expect(lines().filter(line => line.startsWith('delivery-gates-ledger-loss/v1'))).toHaveLength(2)
    await sign(store, 4)
    await (await start()).stop()
    await sign(store, 1)
    await (await start(false, time + 1000)).stop()
    expect(store.ledger.problem('1296269')).toBeNull()
  })

  test('what one instance accepted holds for the others, which have neither its directory nor a file of checkpoints', async () => {
    const { store, dataDir, file } = await lost()
    const key = readFileSync(join(dataDir, 'ledger-key.pem'), 'utf8')
    const published = readFileSync(file, 'utf8')
    const log: Log = () => {}
    const instance = (acceptLoss: boolean) =>
      startLedger({
        store,
        config: { dataDir: temporaryDir(), ledger: { key, acceptLoss } },
        readChecks: async () => [published],
        now: () => time,
        log,
      })
    await expect(instance(false)).rejects.toThrow(/rows 4 to 5 are missing/)
    await (await instance(true)).stop()
    await (await instance(false)).stop()
    await store.cache.set('ledger:losses', ['delivery-gates-ledger-loss/v1 forged'], Number.MAX_SAFE_INTEGER)
    await expect(instance(false)).rejects.toThrow(/rows 4 to 5 are missing/)
  })

  test('B-D03 a clock that runs behind does not undo the acceptance', async () => {
    const { start } = await lost()
    await (await start(true, 0)).stop()
    await (await start(false, 0)).stop()
  })

  test('a loss that somebody else signed excuses nothing', async () => {
    const { store, dataDir, start, lines, file } = await lost()
    await (await start(true)).stop()
    const kept = lines()
    rmSync(join(dataDir, 'ledger-losses.txt'))
    await store.cache.forget('ledger:losses')
    writeFileSync(file, `${kept.map(line => line.replace(/-loss\/v1 (\S+) 3/, '-loss/v1 $1 2')).join('\n')}\n`)
    await expect(start()).rejects.toThrow(/rows 4 to 5 are missing/)
  })

  test('a check that the App wrote shows the loss; what others write into its text does not', async () => {
    const { store, dataDir, logged } = await scene()
    await sign(store, 2)
    const key = openLedgerKey({ dataDir }, { make: true })
    const line = (of: Pick<KeyPair, 'id' | 'privateKey'>) =>
      signStatement(
        { kind: 'checkpoint', repoId: '1296269', chainSeq: 9, hash: 'a'.repeat(64), at: '2026-11-21T12:00:00.000Z' },
        of.id,
        of.privateKey,
      )
    const log: Log = (_level, event) => void logged.push(event)
    const start = (text: string) =>
      startLedger({ store, config: { dataDir }, readChecks: async () => [text], now: () => time, log })
    const privateKey = createPrivateKey(readFileSync(join(dataDir, 'ledger-key.pem')))
    await (await start(`Fix the \`${line(newKey())}\``)).stop()
    await expect(start(`All passed.\n\n\`${line({ id: key?.id ?? '', privateKey })}\``)).rejects.toThrow(
      /rows 3 to 9 are missing/,
    )
  })

  test('T-81 a chain that was written anew is held, and the row is named', async () => {
    const before = await scene()
    await sign(before.store, 4)
    await (await before.start()).stop()
    const after = await scene({ file: before.file })
    await sign(after.store, 6, { login: 'mallory' })
    await (await after.start()).stop()
    expect(after.store.ledger.problem('1296269')).toMatchObject({ chainSeq: 4, problem: 'checkpoint' })
    await expect(sign(after.store, 1)).rejects.toThrow(/differs from the one that was published/)
    expect(after.lines().length, 'a chain that cannot be trusted is not published').toBe(1)
  })
})

describe('T-81 the key', () => {
  test('is made once, whole, for its owner only, and kept', () => {
    const dataDir = temporaryDir()
    const first = openLedgerKey({ dataDir }, { make: true })
    expect(statSync(join(dataDir, 'ledger-key.pem')).mode & 0o777).toBe(0o600)
    expect(openLedgerKey({ dataDir }, { make: true })?.id).toBe(first?.id)
    expect(openLedgerKey({ dataDir }, { make: false })?.publicPem).toBe(first?.publicPem)
    expect(first?.publicPem).toMatch(/^-----BEGIN PUBLIC KEY-----/)
  })

  test('on PostgreSQL it is not made, since every instance would make another', () => {
    const dataDir = temporaryDir()
    expect(openLedgerKey({ dataDir, databaseUrl: 'postgresql://h/d' }, { make: true })).toBeNull()
    expect(existsSync(join(dataDir, 'ledger-key.pem'))).toBe(false)
  })

  const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  test.each<[string, string, number, RegExp]>([
    ['open to others', 'x', 0o644, /can be read by others than its owner \(mode 644\)/],
    ['no key', 'x', 0o600, /is not a private Ed25519 key/],
    ['of another kind', rsa.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600, /is not a private Ed25519 key/],
  ])('that is %s is refused', (_what, text, mode, expected) => {
    const keyPath = join(temporaryDir(), 'key.pem')
    writeFileSync(keyPath, text)
    chmodSync(keyPath, mode)
    expect(() => openLedgerKey({ dataDir: '', keyPath }, { make: true })).toThrow(expected)
    if (mode === 0o600) expect(() => openLedgerKey({ dataDir: '', key: text }, { make: true })).toThrow(expected)
  })

  test.each<[Record<string, string>, RegExp | null]>([
    [{}, null],
    [{ LEDGER_KEY: 'a', LEDGER_KEY_PATH: 'b' }, /both set/],
    [{ LEDGER_KEY_PATH: '-----BEGIN PRIVATE KEY-----' }, /is not a path/],
    [{ ACCEPT_LOSS: 'yes' }, /ACCEPT_LOSS must be 1/],
    [{ LEDGER_PERSONAL_DAYS: '7' }, /from 30 to 99999/],
    [{ LEDGER_PERSONAL_DAYS: '365' }, null],
    [{ CHECKPOINT_FILE: 'x', DATABASE_URL: 'postgresql://h/d' }, /CHECKPOINT_FILE needs LEDGER_KEY/],
    [{ CHECKPOINT_FILE: 'x', DATABASE_URL: 'postgresql://h/d', LEDGER_KEY: 'k' }, null],
  ])('settings %j', (env, expected) => {
    const read = readLedgerSettings(env)
    if (expected === null) expect(read.ok).toBe(true)
    else expect(read.ok ? '' : sayIn('en')(read.error)).toMatch(expected)
  })
})

test('R-19 node app/index.ts refuses to start, with one line for each repository and no stack', async () => {
  const before = await scene()
  await sign(before.store, 2)
  await (await before.start()).stop()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const dataDir = temporaryDir()
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'app/index.ts')], {
    encoding: 'utf8',
    timeout: 30_000,
    env: {
      APP_ID: '1',
      PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      WEBHOOK_SECRET: 'a-webhook-secret-of-forty-characters-----',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      PORT: '0',
      DATA_DIR: dataDir,
      CHECKPOINT_FILE: before.file,
    },
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^LED-LOSS repository 1296269: rows 1 to 2 are missing\./)
  expect(stderr.trimEnd().split('\n')).toHaveLength(2)
})

test('T-85 LEDGER_PERSONAL_DAYS erases people of old rows, except of open pull requests; every chain verifies', async () => {
  const dataDir = temporaryDir()
  const { store } = await scene({ dataDir })
  const day = 24 * 60 * 60 * 1000
  const row = (number: number, days: number) =>
    store.ledger.append(ledgerRow({ idem: `${number} ${days}`, subject: `pr:${number}`, at: time - days * day }))
  await store.subjects.save({ repoId: '1296269', kind: 'pr', number: 1 }, { state: 'merged' }, time)
  await store.subjects.save({ repoId: '1296269', kind: 'pr', number: 12 }, { state: 'open' }, time)
  for (const [number, days] of [
    [1, 89],
    [1, 91],
    [2, 91],
    [12, 91],
  ] as const)
    await row(number, days)
  const log: Log = () => {}
  const config = { dataDir, ledger: { acceptLoss: false, personalDays: 90 } }
  const ties = await startLedger({ store, config, now: () => time, log })
  const named = async () => (await store.ledger.page('1296269', 0)).map(one => one.personal?.login ?? null)
  await expect.poll(named).toEqual(['li-wei', null, null, 'li-wei'])
  expect(await store.ledger.verify('1296269')).toMatchObject({ ok: true })
  await ties.stop()
})

test('a chain that grows while it is verified or exported is not taken for one that somebody added to', async () => {
  const { store } = await scene()
  await sign(store, 30)
  const verified: boolean[] = []
  const look = async (): Promise<void> => {
    for (let n = 0; n < 20; n++) {
      verified.push((await store.ledger.verify('1296269')).ok)
      const verifier = chainVerifier([])
      for await (const item of ledgerItems(store.ledger)) verifier.take(item)
      verified.push(verifier.end().every(chain => chain.problem === null))
    }
  }
  await Promise.all([look(), sign(store, 400)])
  expect(verified).toEqual(Array.from({ length: 40 }, () => true))
  expect(await store.ledger.head('1296269')).toMatchObject({ chainSeq: 430 })
})
