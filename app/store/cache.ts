import type { Db } from './db.ts'
import type { Millis } from './schema.ts'

/** Answers of GitHub that may be a little old: team members, file lists. Never a verdict. */
export const cache = (db: Db) => ({
  /** The JSON value as it was set; null: not there, or too old. */
  get: async (key: string, now: Millis): Promise<unknown> => {
    const row = await db
      .selectFrom('cache')
      .select('value')
      .where('key', '=', key)
      .where('expiresAt', '>', now)
      .executeTakeFirst()
    return row ? JSON.parse(row.value) : null
  },
  set: async (key: string, value: unknown, expiresAt: Millis): Promise<void> => {
    const text = JSON.stringify(value)
    await db
      .insertInto('cache')
      .values({ key, value: text, expiresAt })
      .onConflict(conflict => conflict.column('key').doUpdateSet({ value: text, expiresAt }))
      .execute()
  },
  /** The values whose keys begin with `prefix`, in the order of the keys. */
  under: async (prefix: string, now: Millis): Promise<readonly unknown[]> => {
    const rows = await db
      .selectFrom('cache')
      .select('value')
      .where('key', '>=', prefix)
      .where('key', '<', `${prefix}\u{10FFFF}`)
      .where('expiresAt', '>', now)
      .orderBy('key')
      .execute()
    return rows.map(row => JSON.parse(row.value))
  },
  /** Forgets all keys that begin with `prefix`. */
  forget: async (prefix: string): Promise<void> => {
    // Code unit order instead of LIKE, so that `%` and `_` in a key mean themselves.
    await db.deleteFrom('cache').where('key', '>=', prefix).where('key', '<', `${prefix}\u{10FFFF}`).execute()
  },
  purge: async (now: Millis): Promise<void> => {
    await db.deleteFrom('cache').where('expiresAt', '<=', now).execute()
  },
})
