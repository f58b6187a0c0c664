import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely, KyselyPlugin, Transaction } from 'kysely'
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

/** Runs `work` in one transaction: in the one that `db` is, or in a new one. */
export async function atomically<T>(db: Db, work: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
  if (isTransaction(db)) return work(db)
  refuseInsideTransaction()
  return db.transaction().execute(work)
}

const isTransaction = (db: Db): db is Transaction<Schema> => db.isTransaction

/** The only row that an aggregate gives back. Missing: the store is broken, so it throws. */
export function single<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('the database gave no row back')
  return row
}
