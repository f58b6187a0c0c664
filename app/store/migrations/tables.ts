import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import { isPostgres } from '../db.ts'

/** A table in the words of either database: with SQLite's `strict` it holds what its columns say, as PostgreSQL's always do. */
export function newTable(db: Kysely<unknown>, name: string): CreateTableBuilder<string, never> {
  const table = db.schema.createTable(name)
  return isPostgres(db) ? table : table.modifyEnd(sql`strict`)
}

/** Type of a column for whole numbers of up to 64 bits. */
export const integer = (db: Kysely<unknown>) => (isPostgres(db) ? 'bigint' : 'integer')
