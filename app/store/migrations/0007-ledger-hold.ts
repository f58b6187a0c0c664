import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { integer, newTable } from './tables.ts'

/** Repositories whose chain one instance found broken, so that every other one holds their sign-offs too. */
export const ledgerHold: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await newTable(db, 'ledger_hold')
      .addColumn('repo_id', 'text', column => column.primaryKey())
      .addColumn('chain_seq', integer(db), column => column.notNull())
      .addColumn('problem', 'text', column => column.notNull())
      .execute()
  },
}
