import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

const columns = ['environment', 'patch_sha256', 'conditions', 'on_behalf_of', 'expires_at'] as const

/** What rows of the ledger say since version 2; `null` in those that are there already, which no hash of theirs covers. */
export const binding: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // One column per statement: SQLite adds no more at once.
    for (const column of columns) await db.schema.alterTable('ledger').addColumn(column, 'text').execute()
  },
}
