import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  PostgresAdapter,
  type PrimitiveValueListNode,
  type SelectQueryBuilder,
  type Transaction,
  type ValueNode,
} from 'kysely'
import { isFleeting } from './postgres.ts'
import type { Schema } from './schema.ts'

/** The database or one open transaction of it: every operation of the store works on either. */
export type Db = Kysely<Schema>

const insideTransaction = new AsyncLocalStorage<true>()

/** Runs the body of a transaction, in which the store's own operations would wait for the one connection for ever. */
export const guardTransaction = <T>(work: () => Promise<T>): Promise<T> => insideTransaction.run(true, work)

function refuseInsideTransaction(): void {
  if (insideTransaction.getStore())
    throw new Error('inside a transaction use the operations of `tx`, not those of the store')
}

/** Turns the wait for ever into an error; for the operations that are called on the store itself. */
export const outsideTransactions: KyselyPlugin = {
  transformQuery: ({ node }) => {
    refuseInsideTransaction()
    return node
  },
  transformResult: async ({ result }) => result,
}

/**
 * How much of what others do at the same time a transaction may see. SQLite runs one at a time whatever is asked for.
 * `alone`: as if nobody else did anything (PostgreSQL's serializable); what cannot be so is run again.
 * `locked`: the body locks every row that it decides by, so that the newest state is what it wants to see.
 */
export type Isolation = 'alone' | 'locked'

const maxTries = 25

/**
 * Runs `work` in one transaction: in the one that `db` is, or in a new one. `work` may run several times, of which the
 * last one counts: it must do nothing but use `tx`.
 */
export async function atomically<T>(
  db: Db,
  work: (tx: Transaction<Schema>) => Promise<T>,
  isolation: Isolation = 'alone',
): Promise<T> {
  if (isTransaction(db)) return work(db)
  refuseInsideTransaction()
  if (!isPostgres(db)) return db.transaction().execute(work)
  const level = isolation === 'alone' ? 'serializable' : 'read committed'
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().setIsolationLevel(level).execute(work)
    } catch (error) {
      if (tries === maxTries || !isFleeting(error)) throw error
      await sleep(Math.random() * Math.min(200, 4 * 2 ** tries))
    }
  }
}

const isTransaction = (db: Db): db is Transaction<Schema> => db.isTransaction
export const isPostgres = (db: Db): boolean => db.getExecutor().adapter instanceof PostgresAdapter

/**
 * Locks the rows of a query until the end of the transaction. `wait: false`: rows that somebody else has locked are left
 * out. SQLite has one writer at a time and needs neither.
 */
export function locked<O, T extends keyof Schema>(
  db: Db,
  query: SelectQueryBuilder<Schema, T, O>,
  { wait = true }: { readonly wait?: boolean } = {},
): SelectQueryBuilder<Schema, T, O> {
  if (!isPostgres(db)) return query
  return wait ? query.forUpdate() : query.forUpdate().skipLocked()
}

/** Text as both databases give it back: NUL, which PostgreSQL refuses, and halves of surrogate pairs become U+FFFD. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')

export const storableValue = (value: unknown): unknown => (typeof value === 'string' ? storable(value) : value)

class StorableValues extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: storableValue(node.value) }
  }
  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(storableValue) }
  }
}

const transformer = new StorableValues()

export const storableValues: KyselyPlugin = {
  transformQuery: ({ node }) => transformer.transformNode(node),
  transformResult: async ({ result }) => result,
}

/** The only row that an aggregate gives back. Missing: the store is broken, so it throws. */
export function single<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('the database gave no row back')
  return row
}
