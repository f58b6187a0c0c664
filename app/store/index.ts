import { backup } from 'node:sqlite'
import {
  CamelCasePlugin,
  type Dialect,
  HandleEmptyInListsPlugin,
  Kysely,
  replaceWithNoncontingentExpression,
  sql,
} from 'kysely'
import { Migrator } from 'kysely/migration'
import { message } from '../../src/locales/message.ts'
import { cache } from './cache.ts'
import { atomically, type Db, guardTransaction, isPostgres, outsideTransactions, storableValues } from './db.ts'
import { deployments } from './deployments.ts'
import { evidence } from './evidence.ts'
import { figures } from './figures.ts'
import { allHolds, type Holds, noHolds } from './holds.ts'
import { inbox } from './inbox.ts'
import { lanes } from './lanes.ts'
import { ledger } from './ledger.ts'
import { ledgerAdmin } from './ledger-admin.ts'
import { migrations } from './migrations/index.ts'
import { outbox } from './outbox.ts'
import { overview } from './overview.ts'
import { openPostgres } from './postgres.ts'
import { StoreProblem } from './problem.ts'
import { installations, repositories } from './repositories.ts'
import type { Schema } from './schema.ts'
import { NodeSqliteDialect, openBesideOwner, openDatabase } from './sqlite.ts'
import { subjects } from './subjects.ts'
import { turns } from './turns.ts'
import { webSessions } from './web-sessions.ts'
import { wishes } from './wishes.ts'

export type { DeploymentKey, DeploymentState, WaitingDeployment } from './deployments.ts'
export type { EvidencePart, EvidenceRow, Kept } from './evidence.ts'
export type { Figures } from './figures.ts'
export type { DeadJob, InboxCounts, NewDelivery, NewJob } from './inbox.ts'
export { type InboxRow, type LaneClaim, StaleClaim } from './lanes.ts'
export { beforeFirst, describeChainProblem, LedgerBroken, type NewLedgerRow, pageSize } from './ledger.ts'
export type { DeadEffect, NewEffect, OutboxClaim } from './outbox.ts'
export type { RecentSignOff, Visible } from './overview.ts'
export { StoreProblem } from './problem.ts'
export type { Installation, Repository } from './repositories.ts'
export { databaseFile } from './sqlite.ts'
export type { Subject, SubjectKey, SubjectPatch } from './subjects.ts'
export type { WebSession } from './web-sessions.ts'
export type { NewWish, Wish } from './wishes.ts'

/** Every operation is one transaction by itself; called on `tx` it belongs to that transaction. */
export type Operations = ReturnType<typeof operations>

export interface Store extends Operations {
  /**
   * Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects. It may
   * run several times, of which the last one counts, so it must change nothing but the store.
   * Inside, call the operations of `tx` only, and nothing that takes long: everybody else waits.
   */
  transaction<T>(work: (tx: Operations) => Promise<T>): Promise<T>
  /** Writes a consistent copy while the store stays in use. PostgreSQL has tools of its own: throws StoreProblem. */
  backup(path: string): Promise<void>
  /** Whether the database answers. */
  ping(): Promise<boolean>
  /** Waits for the transaction in progress, then lets the data directory go. */
  close(): Promise<void>
}

/** Where the store is kept: a directory that one process has for itself, or a PostgreSQL database for several. */
export type StorePlace =
  | { readonly dataDir: string; readonly lockTimeoutMs?: number }
  /** `postgresql://user:password@host:port/database`. */
  | { readonly databaseUrl: string }

/**
 * Opens, migrates and verifies the store. Throws StoreProblem with instructions when the database cannot be used. A
 * repository whose ledger does not verify is reported by `ledger.problem(repoId)`; the others stay in use.
 */
export async function openStore(place: StorePlace): Promise<Store> {
  if ('databaseUrl' in place) {
    return start({ ...(await openPostgres(place.databaseUrl)), end: () => {} })
  }
  const { dataDir, lockTimeoutMs = 2000 } = place
  return openStoreOver(openDatabase(dataDir, { lockTimeoutMs }))
}

/** The store over an open database file; apart from `openStore` so that tests can make the database fail. */
export async function openStoreOver({ database, unlock }: ReturnType<typeof openDatabase>): Promise<Store> {
  return start({
    dialect: new NodeSqliteDialect(database),
    backup: async path => {
      await backup(database, path, { rate: 100 })
    },
    end: () => {
      if (database.isOpen) database.close()
      unlock()
    },
  })
}

interface Engine {
  readonly dialect: Dialect
  readonly backup: (path: string) => Promise<void>
  /** After the last connection is closed. */
  readonly end: () => void
}

const kyselyOver = (dialect: Dialect): Kysely<Schema> =>
  new Kysely<Schema>({
    dialect,
    plugins: [
      new CamelCasePlugin({ maintainNestedObjectKeys: true }),
      // `in ()` is no SQL; it means that nothing matches.
      new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }),
      storableValues,
    ],
  })

/** The part of a store that may be used beside the App that owns it. */
export interface BesideStore extends Pick<Operations, 'ledger' | 'ledgerAdmin' | 'cache'> {
  readonly backup: (path: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens a store that exists, without owning, migrating or verifying it. Throws StoreProblem with instructions. */
export async function openBeside(place: StorePlace): Promise<BesideStore> {
  if ('databaseUrl' in place) {
    const { dialect, backup: refuseBackup } = await openPostgres(place.databaseUrl)
    return beside(kyselyOver(dialect), refuseBackup)
  }
  const database = openBesideOwner(place.dataDir)
  // In one step: a copy in several begins again with every write of the App.
  return beside(kyselyOver(new NodeSqliteDialect(database)), async path => {
    await backup(database, path, { rate: 2 ** 31 - 1 })
  })
}

async function beside(db: Kysely<Schema>, backup: BesideStore['backup']): Promise<BesideStore> {
  const applied = await appliedMigrations(db)
  const behind = Object.keys(migrations).filter(name => !applied.includes(name))
  const ahead = applied.filter(name => !(name in migrations))
  if (behind.length + ahead.length > 0) {
    await db.destroy()
    throw new StoreProblem(message('start.otherVersion', { newer: ahead.length > 0 }))
  }
  const { ledger, ledgerAdmin, cache } = operations(db.withPlugin(outsideTransactions), noHolds())
  return { ledger, ledgerAdmin, cache, backup, close: () => db.destroy() }
}

async function start({ dialect, backup, end }: Engine): Promise<Store> {
  const db = kyselyOver(dialect)
  const outer = db.withPlugin(outsideTransactions)
  const holds = noHolds()
  const store: Store = {
    ...operations(outer, holds),
    transaction: work => atomically(db, tx => guardTransaction(() => work(operations(tx, holds)))),
    backup,
    ping: () =>
      sql`select 1`.execute(outer).then(
        () => true,
        () => false,
      ),
    close: async () => {
      await db.destroy()
      end()
    },
  }
  try {
    await migrate(db)
    if (!isPostgres(db)) await endLeases(db)
    for (const problem of await allHolds(db)) holds.stale.set(problem.repoId, problem)
    for (const repoId of await store.ledger.repositories()) await store.ledger.verify(repoId)
    return store
  } catch (cause) {
    await store.close()
    throw cause
  }
}

const operations = (db: Db, holds: Holds) => ({
  inbox: inbox(db),
  lanes: lanes(db),
  ledger: ledger(db, holds),
  ledgerAdmin: ledgerAdmin(db),
  outbox: outbox(db),
  subjects: subjects(db),
  installations: installations(db),
  repositories: repositories(db),
  cache: cache(db),
  evidence: evidence(db),
  overview: overview(db),
  turns: turns(db),
  webSessions: webSessions(db),
  wishes: wishes(db),
  figures: figures(db),
  deployments: deployments(db),
})

async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const known = Object.keys(migrations)
  const newer = (await appliedMigrations(db)).filter(name => !known.includes(name))
  if (newer.length > 0) {
    throw new StoreProblem(message('start.newerSchema', { schema: newer, known: known.at(-1) ?? '' }))
  }
  const { error } = await migrator.migrateToLatest()
  if (error) throw new StoreProblem(message('start.migration', {}), { cause: error })
}

async function appliedMigrations(db: Db): Promise<readonly string[]> {
  const table = isPostgres(db)
    ? await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(db)
    : await sql`select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'`.execute(db)
  if (table.rows.length === 0) return []
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(row => row.name)
}

/** This process is the only one, so what the last one had taken is free. */
async function endLeases(db: Db): Promise<void> {
  await db.updateTable('lane').set({ leaseUntil: 0 }).where('leaseUntil', '>', 0).execute()
  await db.updateTable('outbox').set({ leaseUntil: 0 }).where('leaseUntil', '>', 0).execute()
  await db.updateTable('pace').set({ busyUntil: 0 }).where('busyUntil', '>', 0).execute()
}
