import { type Dialect, PostgresDialect } from 'kysely'
import type { Pool, PoolConfig } from 'pg'
import { message } from '../../src/locales/message.ts'
import { StoreProblem } from './problem.ts'

const oldestMajor = 15
/** An instance that hangs must not hold up the others: its statements and its open transactions end. */
const limits = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 15_000,
  lock_timeout: 15_000,
} as const
const maxConnections = 10

/** Connects to PostgreSQL and checks what durability and the queues rest on. Throws StoreProblem with instructions. */
export async function openPostgres(databaseUrl: string): Promise<{
  readonly dialect: Dialect
  /** Always rejects: PostgreSQL has tools of its own. */
  readonly backup: () => Promise<never>
}> {
  const { default: pg } = await import('pg')
  const where = describeUrl(databaseUrl)
  const config: PoolConfig = {
    connectionString: databaseUrl,
    application_name: 'delivery-gates',
    max: maxConnections,
    types: { getTypeParser: parserOf(pg.types.getTypeParser) },
    ...limits,
  }
  const pool = new pg.Pool(config)
  // A connection that breaks fails the query that uses it and is replaced by the next one; nobody else has to hear of it.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  try {
    await check(pool, where)
    return {
      dialect: new PostgresDialect({ pool }),
      backup: async () => {
        throw new StoreProblem(message('start.postgres.backup', { where }))
      },
    }
  } catch (cause) {
    await pool.end()
    throw cause
  }
}

const bigint = 20
const numeric = 1700

/** Times, sequence numbers and counts fit into numbers of JavaScript; whatever does not is refused, never rounded. */
function parserOf(usual: (oid: number, format?: 'text' | 'binary') => unknown) {
  return (oid: number, format?: 'text' | 'binary') => (oid === bigint || oid === numeric ? exact : usual(oid, format))
}

function exact(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`the database gave ${text}, which is no exact number`)
  return value
}

interface Settings {
  readonly version: number
  readonly encoding: string
  readonly commit: string
  readonly fsync: string
  readonly recovering: boolean
  readonly readonly: string
}

async function check(pool: Pool, where: string): Promise<void> {
  const { version, encoding, commit, fsync, recovering, readonly } = await settings(pool, where)
  const major = Math.floor(version / 10_000)
  const problems = [
    major < oldestMajor && message('start.postgres.version', { where, major, oldest: oldestMajor }),
    encoding !== 'UTF8' && message('start.postgres.encoding', { where, encoding }),
    fsync !== 'on' && message('start.postgres.fsync', { where }),
    /^(?:off|local)$/.test(commit) && message('start.postgres.commit', { where, commit }),
    (recovering || readonly === 'on') && message('start.postgres.readOnly', { where }),
  ].filter(problem => problem !== false)
  if (problems.length > 0) throw new StoreProblem(problems)
}

async function settings(pool: Pool, where: string): Promise<Settings> {
  try {
    const { rows } = await pool.query<Settings>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
        current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync,
        pg_is_in_recovery() as recovering, current_setting('transaction_read_only') as readonly`,
    )
    const [row] = rows
    if (row === undefined) throw new Error('no answer')
    return row
  } catch (cause) {
    const reason = cause instanceof Error ? reasonOf(cause) : String(cause)
    throw new StoreProblem(message('start.postgres.silent', { where, reason }), { cause })
  }
}

/** Several addresses of one name fail with one error for each. */
const reasonOf = (error: Error): string =>
  (error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error).message.split(
    '\n',
  )[0] ?? ''

/** Host and database of a URL, without user and password. */
export function describeUrl(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}

/** SQLSTATEs after which the same transaction, run again, may succeed: another one came in between. */
const fleeting = new Set(['40001', '40P01', '23505'])

/** Whether running the transaction again makes sense. Never true for errors of SQLite. */
export const isFleeting = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && fleeting.has(error.code)
