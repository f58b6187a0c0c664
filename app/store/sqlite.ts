import { chmodSync, existsSync, mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import { type MessageCode, message } from '../../src/locales/message.ts'
import { StoreProblem } from './problem.ts'

export const databaseFile = 'delivery-gates.db'
/** SQLite of this version repaired the loss of committed rows when a WAL is reset. */
const oldestSqlite = [3, 51, 3] as const
/** One statement may wait this long for a lock of a backup; the process does nothing else meanwhile. */
const busyTimeoutMs = 2000

/** Opens the database file durable, checked and alone: WAL, every commit synchronised to the disk, one process. */
export function openDatabase(dataDir: string, { lockTimeoutMs }: { readonly lockTimeoutMs: number }) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  refuseNetworkFileSystem(dataDir)
  const lock = lockDirectory(dataDir, lockTimeoutMs)
  try {
    return {
      database: openChecked(join(dataDir, databaseFile)),
      unlock: () => (lock.isOpen ? lock.close() : undefined),
    }
  } catch (cause) {
    lock.close()
    throw cause
  }
}

function openChecked(path: string): DatabaseSync {
  const database = explain(
    path,
    () => new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true }),
  )
  try {
    explain(path, () => {
      checkVersion(database)
      database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = 67108864')
      // A name that is deleted on request must not stay readable in the file.
      database.exec('pragma secure_delete = on')
      checkPages(database, path)
      chmodSync(path, 0o600)
    })
    return database
  } catch (cause) {
    database.close()
    throw cause
  }
}

/** Opens a database that exists without taking the directory: for a look, or a small change, beside a running App. */
export function openBesideOwner(dataDir: string): DatabaseSync {
  const path = join(dataDir, databaseFile)
  if (!existsSync(path)) throw new StoreProblem(message('start.noDatabase', { path }))
  refuseNetworkFileSystem(dataDir)
  const database = explain(path, () => new DatabaseSync(path, { timeout: 15_000, enableForeignKeyConstraints: true }))
  try {
    explain(path, () => {
      checkVersion(database)
      database.exec('pragma synchronous = full; pragma secure_delete = on')
    })
    return database
  } catch (cause) {
    database.close()
    throw cause
  }
}

/**
 * Held as long as the process lives, and let go by the system when it is killed. A file of its own, because a lock on
 * the database would keep readers (backup, `ledger verify`) out.
 */
function lockDirectory(dataDir: string, timeout: number): DatabaseSync {
  const path = join(dataDir, 'delivery-gates.lock')
  const lock = explain(path, () => new DatabaseSync(path, { timeout }))
  try {
    lock.exec('begin exclusive')
    return lock
  } catch (cause) {
    lock.close()
    if (!isBusy(cause)) throw explained(path, cause)
    throw new StoreProblem(message('start.inUse', { dataDir }), { cause })
  }
}

/** Magic numbers of statfs(2): NFS, SMB, CIFS, SMB2. Their locks cannot be relied on. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42])

function refuseNetworkFileSystem(dataDir: string): void {
  if (!networkFileSystems.has(statfsSync(dataDir).type)) return
  throw new StoreProblem(message('start.network', { dataDir }))
}

function checkVersion(database: DatabaseSync): void {
  const version = String(database.prepare('select sqlite_version() as version').get()?.version)
  const parts = version.split('.').map(Number)
  const difference = oldestSqlite.map((part, i) => (parts[i] ?? 0) - part).find(d => d !== 0) ?? 0
  if (difference >= 0) return
  throw new StoreProblem(message('start.sqlite', { version, oldest: oldestSqlite.join('.') }))
}

function checkPages(database: DatabaseSync, path: string): void {
  const rows = database.prepare('pragma quick_check(3)').all()
  const problems = rows.map(row => String(row.quick_check)).filter(text => text !== 'ok')
  if (problems.length === 0) return
  throw new StoreProblem(message('start.damagedPages', { path, problems: problems.join('; ').replaceAll('\n', ' ') }))
}

function explain<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw explained(path, cause)
  }
}

/** https://www.sqlite.org/rescode.html, primary codes. */
const advice = {
  5: 'start.database.locked',
  8: 'start.database.readOnly',
  10: 'start.database.io',
  11: 'start.database.damaged',
  13: 'start.database.full',
  14: 'start.database.unopened',
  26: 'start.database.foreign',
} as const satisfies Readonly<Record<number, MessageCode>>

const isAdvised = (code: number): code is keyof typeof advice => code in advice

function explained(path: string, cause: unknown): Error {
  if (cause instanceof StoreProblem) return cause
  const code = resultCode(cause) & 0xff
  if (isAdvised(code)) return new StoreProblem(message(advice[code], { path }), { cause })
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StoreProblem(message('start.database.other', { path, reason }), { cause })
}

const resultCode = (cause: unknown): number =>
  cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number' ? cause.errcode : 0
const isBusy = (cause: unknown): boolean => (resultCode(cause) & 0xff) === 5

/** Kysely's SQLite dialect over `node:sqlite`. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  constructor(database: DatabaseSync) {
    const config = { database: adapt(database) }
    super(config)
    this.#config = config
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#config)
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

class ImmediateDriver extends SqliteDriver {
  /** Takes the write lock first, so that a transaction never fails half-way because it cannot get it. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** SQLite rolls back DDL as well: a migration that is killed half-way leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

const maxPrepared = 500

function adapt(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: sql => {
      const known = prepared.get(sql)
      if (known) return known
      const statement = adaptStatement(database.prepare(sql))
      if (prepared.size >= maxPrepared) prepared.clear()
      prepared.set(sql, statement)
      return statement
    },
  }
}

const adaptStatement = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: parameters => statement.all(...(parameters as SQLInputValue[])),
  run: parameters => statement.run(...(parameters as SQLInputValue[])),
  iterate: parameters => statement.iterate(...(parameters as SQLInputValue[])),
})
