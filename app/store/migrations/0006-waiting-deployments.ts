import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { integer, newTable } from './tables.ts'

/** Deployments that wait for our word, and those that have had it. */
export const waitingDeployments: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await newTable(db, 'waiting_deployment')
      .addColumn('repo_id', 'text', column => column.notNull())
      .addColumn('run_id', 'text', column => column.notNull())
      .addColumn('attempt', integer(db), column => column.notNull())
      .addColumn('environment', 'text', column => column.notNull())
      .addColumn('installation_id', 'text', column => column.notNull())
      .addColumn('sha', 'text', column => column.notNull())
      .addColumn('asked_sha', 'text')
      .addColumn('requested_at', integer(db), column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('report_digest', 'text')
      .addColumn('reports', integer(db), column => column.notNull().defaultTo(0))
      .addColumn('pulls', 'text')
      .addColumn('judged_at', integer(db), column => column.notNull().defaultTo(0))
      .addColumn('approving_at', integer(db))
      .addColumn('answered_at', integer(db))
      .addPrimaryKeyConstraint('waiting_deployment_key', ['repo_id', 'run_id', 'attempt', 'environment'])
      .execute()
    await db.schema
      .createIndex('waiting_deployment_state')
      .on('waiting_deployment')
      .columns(['state', 'repo_id', 'judged_at'])
      .execute()
  },
}
