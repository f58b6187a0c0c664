import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { integer, newTable } from './tables.ts'

/** People who are signed in on the pages, and what they asked for there. */
export const signIn: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await newTable(db, 'web_session')
      .addColumn('id_hash', 'text', column => column.primaryKey())
      .addColumn('account_id', 'text', column => column.notNull())
      .addColumn('login', 'text', column => column.notNull())
      .addColumn('token', 'text', column => column.notNull())
      .addColumn('expires_at', integer(db), column => column.notNull())
      .execute()
    await newTable(db, 'web_state')
      .addColumn('state_hash', 'text', column => column.primaryKey())
      .addColumn('expires_at', integer(db), column => column.notNull())
      .execute()
    await newTable(db, 'wish')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('account_id', 'text', column => column.notNull())
      .addColumn('repo_id', 'text', column => column.notNull())
      .addColumn('number', integer(db), column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('item', 'text', column => column.notNull())
      .addColumn('asked_at', integer(db), column => column.notNull())
      .addColumn('outcome', 'text')
      .execute()
    await db.schema
      .createIndex('wish_of_person')
      .on('wish')
      .columns(['account_id', 'repo_id', 'number', 'asked_at'])
      .execute()
  },
}
