import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { integer, newTable } from './tables.ts'

/** What CI measured, as it was handed over, and the tokens with which that was done. */
export const evidence: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await newTable(db, 'evidence')
      .addColumn('repo_id', 'text', column => column.notNull())
      .addColumn('head_sha', 'text', column => column.notNull())
      .addColumn('workflow', 'text', column => column.notNull())
      .addColumn('digest', 'text', column => column.notNull())
      .addColumn('origin', 'text', column => column.notNull())
      .addColumn('run_id', 'text', column => column.notNull())
      .addColumn('attempt', integer(db), column => column.notNull())
      .addColumn('started_at', integer(db), column => column.notNull())
      .addColumn('parts', 'text', column => column.notNull())
      .addColumn('document', 'text', column => column.notNull())
      .addColumn('received_at', integer(db), column => column.notNull())
      .addPrimaryKeyConstraint('evidence_key', ['repo_id', 'head_sha', 'workflow', 'digest'])
      .execute()
    await db.schema.createIndex('evidence_age').on('evidence').column('received_at').execute()
    await newTable(db, 'oidc_token')
      .addColumn('jti', 'text', column => column.primaryKey())
      .addColumn('digest', 'text', column => column.notNull())
      .addColumn('expires_at', integer(db), column => column.notNull())
      .execute()
  },
}
