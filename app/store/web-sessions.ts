import { atomically, type Db } from './db.ts'
import type { Millis } from './schema.ts'

/** Somebody who is signed in on the pages. What could act for them is kept only as a hash, or sealed. */
export interface WebSession {
  /** SHA-256 of the random id in the cookie, lower-case hex. */
  readonly idHash: string
  readonly accountId: string
  readonly login: string
  /** GitHub's token of the person, sealed by whoever knows SESSION_SECRET. */
  readonly token: string
  readonly expiresAt: Millis
}

export const webSessions = (db: Db) => ({
  /** Begins a session, and ends the one that this browser had. */
  open: (session: WebSession, before: string | null): Promise<void> =>
    atomically(db, async tx => {
      if (before !== null) await tx.deleteFrom('webSession').where('idHash', '=', before).execute()
      await tx.insertInto('webSession').values(session).execute()
    }),

  /** `null`: there is none, or it is over. */
  get: async (idHash: string, now: Millis): Promise<WebSession | null> => {
    const row = await db
      .selectFrom('webSession')
      .selectAll()
      .where('idHash', '=', idHash)
      .where('expiresAt', '>', now)
      .executeTakeFirst()
    return row === undefined ? null : { ...row, expiresAt: Number(row.expiresAt) }
  },

  close: async (idHash: string): Promise<void> => {
    await db.deleteFrom('webSession').where('idHash', '=', idHash).execute()
  },

  /** Uses the `state` of a sign-in, of which this is the SHA-256. False: it was used before. */
  spendState: async (stateHash: string, expiresAt: Millis): Promise<boolean> => {
    const inserted = await db
      .insertInto('webState')
      .values({ stateHash, expiresAt })
      .onConflict(conflict => conflict.column('stateHash').doNothing())
      .returning('stateHash')
      .executeTakeFirst()
    return inserted !== undefined
  },

  /** Forgets what has expired by `now`. */
  purge: (now: Millis): Promise<void> =>
    atomically(db, async tx => {
      await tx.deleteFrom('webSession').where('expiresAt', '<=', now).execute()
      await tx.deleteFrom('webState').where('expiresAt', '<=', now).execute()
    }),
})
