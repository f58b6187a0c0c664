import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { integer, newTable } from './tables.ts'

/** What several instances share: whose lanes are worked on, how fast each installation is written to, whose turn regular work is. */
export const several: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('lane')
      .addColumn('installation_id', 'text', column => column.notNull().defaultTo(''))
      .execute()
    await sql.raw('create index lane_leased on lane (lease_until) where lease_until > 0').execute(db)
    await newTable(db, 'pace')
      .addColumn('installation_id', 'text', column => column.primaryKey())
      .addColumn('busy_with', integer(db), column => column.notNull().defaultTo(0))
      .addColumn('busy_until', integer(db), column => column.notNull().defaultTo(0))
      .addColumn('paced_at', integer(db), column => column.notNull().defaultTo(0))
      .addColumn('rest_until', integer(db), column => column.notNull().defaultTo(0))
      .execute()
    await newTable(db, 'turn')
      .addColumn('name', 'text', column => column.primaryKey())
      .addColumn('slot', integer(db), column => column.notNull())
      .execute()
  },
}
