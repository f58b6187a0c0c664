import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What several instances share: how fast each installation is written to, and whose turn the regular work is. */
export const several: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('pace')
      .addColumn('installation_id', 'text', column => column.primaryKey())
      .addColumn('busy_with', 'bigint', column => column.notNull().defaultTo(0))
      .addColumn('busy_until', 'bigint', column => column.notNull().defaultTo(0))
      .addColumn('paced_at', 'bigint', column => column.notNull().defaultTo(0))
      .addColumn('rest_until', 'bigint', column => column.notNull().defaultTo(0))
      .execute()
    await db.schema
      .createTable('turn')
      .addColumn('name', 'text', column => column.primaryKey())
      .addColumn('slot', 'bigint', column => column.notNull())
      .execute()
  },
}
