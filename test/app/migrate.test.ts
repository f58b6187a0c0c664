import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Dialect, Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type StorePlace } from '../../app/store/index.ts'
import { initial } from '../../app/store/migrations/0001-initial.ts'
import { migrations } from '../../app/store/migrations/index.ts'
import { openPostgres } from '../../app/store/postgres.ts'
import { databaseFile, NodeSqliteDialect } from '../../app/store/sqlite.ts'
import { type ChainHead, chainRow } from '../../src/ledger/ledger.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { ledgerRow } from './ledger-rows.ts'
import { temporaryDir } from './stores.ts'

const isSoak = process.env.SOAK !== undefined
const rowCount = Number(process.env.MIGRATED_ROWS ?? (isSoak ? 1_000_000 : 3_000))
const kills = isSoak ? 50 : 8
const { repoId } = ledgerRow()

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
const since2 = new Set(['environment', 'patchSha256', 'conditions', 'onBehalfOf', 'expiresAt'])

/** A database as the first release left it, with a long chain. */
async function fill(dialect: Dialect): Promise<void> {
  const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect })
  const provider = { getMigrations: async () => ({ '0001-initial': initial }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error !== undefined) throw error
  let head: ChainHead | null = null
  const perStatement = 500
  for (let done = 0; done < rowCount; done += perStatement) {
    const rows: Record<string, unknown>[] = []
    const persons: Record<string, unknown>[] = []
    for (let n = done; n < done + perStatement; n += 1) {
      const { login, reason, ...fields } = ledgerRow({ idem: `comment:${n}:1` })
      const salt = String(n).padStart(32, '0')
      const { personal: _, covered, ...row } = chainRow(head, fields, { login, reason, salt }, 1)
      head = row
      const columns = Object.entries({ ...row, covered: JSON.stringify(covered) }).filter(([name]) => !since2.has(name))
      rows.push(Object.fromEntries(columns.map(([name, value]) => [snake(name), value])))
      persons.push({ repo_id: repoId, chain_seq: row.chainSeq, salt, login, reason })
    }
    await db.insertInto('ledger').values(rows).execute()
    await db.insertInto('ledger_person').values(persons).execute()
  }
  await db
    .insertInto('chain_head')
    .values({ repo_id: repoId, chain_seq: head?.chainSeq ?? 0, hash: head?.hash ?? '' })
    .execute()
  // PostgreSQL does so by itself, a minute after so much was written.
  await sql`analyze`.execute(db)
  await db.destroy()
}

/** Opens the store in a process of its own, and kills that after `killAfterMs`. Gives how long opening took; null: killed. */
async function openElsewhere(place: StorePlace, killAfterMs: number | null): Promise<number | null> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'migrate-child.ts'), JSON.stringify(place)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let took: number | null = null
  for await (const line of createInterface({ input: child.stdout })) {
    const opened = /^opened (.*)$/.exec(line)
    if (opened !== null) {
      took = Number(opened[1])
      child.stdin.end()
    } else if (killAfterMs !== null) void sleep(killAfterMs).then(() => child.kill('SIGKILL'))
  }
  await exited
  return took
}

/** A copy of the filled database, and how it is taken away again: fifty of them would fill a disk. */
interface Copy {
  readonly place: StorePlace
  readonly dialect: () => Promise<Dialect>
  readonly remove: () => Promise<void>
}

async function allRowsAreThere({ dialect }: Copy): Promise<void> {
  const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect: await dialect() })
  const { n } = await db
    .selectFrom('ledger')
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  const head = await db.selectFrom('chain_head').select('chain_seq').executeTakeFirstOrThrow()
  await db.destroy()
  expect([Number(n), Number(head.chain_seq)]).toEqual([rowCount, rowCount])
}

async function completes(place: StorePlace): Promise<void> {
  // Opening verifies the whole chain.
  const store = await openStore(place)
  expect(store.ledger.problem(repoId)).toBeNull()
  expect(await store.ledger.append(ledgerRow({ idem: 'after' }))).toMatchObject({ chainSeq: rowCount + 1 })
  await store.close()
}

async function killedInBetween(copy: () => Promise<Copy>): Promise<void> {
  const whole = await copy()
  const took = await openElsewhere(whole.place, null)
  if (took === null) throw new Error('the store did not open')
  await whole.remove()
  let early = 0
  let current = await copy()
  for (let kill = 0; kill < kills; kill += 1) {
    // Half of them in the first part, where the tables change; the chain is verified after it.
    const killed = await openElsewhere(current.place, Math.random() * (kill % 2 === 0 ? took : took / 5))
    if (killed === null) early += 1
    await allRowsAreThere(current)
    // What was interrupted may be interrupted again; now and then, and where nothing is left to do, it completes.
    if (killed === null && kill % 10 !== 9 && kill < kills - 1) continue
    await completes(current.place)
    await current.remove()
    if (kill < kills - 1) current = await copy()
  }
  process.stdout.write(
    `${kills} kills of a migration of ${rowCount} rows that takes ${(took / 1000).toFixed(1)} s, ${early} of them in the middle: no row lost, and what was interrupted completed\n`,
  )
  expect(early).toBeGreaterThan(0)
}

describe(`R-16 ${kills} kills while ${rowCount} rows are migrated: the next start has all of it`, () => {
  test('SQLite', async () => {
    const from = temporaryDir()
    await fill(new NodeSqliteDialect(new DatabaseSync(join(from, databaseFile))))
    await killedInBetween(async () => {
      const dataDir = temporaryDir()
      cpSync(from, dataDir, { recursive: true })
      const dialect = async () => new NodeSqliteDialect(new DatabaseSync(join(dataDir, databaseFile)))
      return { place: { dataDir }, dialect, remove: async () => rmSync(dataDir, { recursive: true }) }
    })
  }, 3_600_000)

  describe('PostgreSQL', () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server.stop())

    test('the process', async () => {
      const from = await server.database()
      await fill((await openPostgres(from)).dialect)
      await killedInBetween(async () => {
        const databaseUrl = await server.database(from)
        const dialect = async () => (await openPostgres(databaseUrl)).dialect
        return { place: { databaseUrl }, dialect, remove: () => server.drop(databaseUrl) }
      })
    }, 3_600_000)
  })
})

test('every migration is applied by its name, in order', () => {
  expect(Object.keys(migrations)).toEqual(Object.keys(migrations).toSorted())
})
