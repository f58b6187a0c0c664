import type { Db } from './db.ts'
import type { Millis } from './schema.ts'

/** What somebody asked for on the pages. The delivery id of its job in the inbox is `id`. */
export interface NewWish {
  readonly id: string
  readonly accountId: string
  readonly repoId: string
  readonly number: number
  readonly kind: 'sign' | 'revoke'
  /** `guide` or `guide@prod-a`. */
  readonly item: string
  readonly askedAt: Millis
}

export interface Wish extends NewWish {
  /** `answered`: `outcome` says how; `lapsed`: its job ended without an answer; `stuck`: its job was given up. */
  readonly state: 'pending' | 'answered' | 'lapsed' | 'stuck'
  /** JSON as it was settled; `null`: not yet. */
  readonly outcome: unknown
}

export const wishes = (db: Db) => ({
  /** False: this one is known. */
  add: async (wish: NewWish): Promise<boolean> => {
    const inserted = await db
      .insertInto('wish')
      .values({ ...wish, outcome: null })
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    return inserted !== undefined
  },

  /** Says what became of it; the first word stands. */
  settle: async (id: string, outcome: unknown): Promise<void> => {
    await db
      .updateTable('wish')
      .set({ outcome: JSON.stringify(outcome) })
      .where('id', '=', id)
      .where('outcome', 'is', null)
      .execute()
  },

  /** Of one person on one pull request, newest first. */
  of: async (
    { accountId, repoId, number }: Pick<NewWish, 'accountId' | 'repoId' | 'number'>,
    limit: number,
  ): Promise<readonly Wish[]> => {
    const rows = await db
      .selectFrom('wish')
      .leftJoin('inbox', 'inbox.deliveryId', 'wish.id')
      .selectAll('wish')
      .select(['inbox.doneAt', 'inbox.deadAt'])
      .where('wish.accountId', '=', accountId)
      .where('wish.repoId', '=', repoId)
      .where('wish.number', '=', number)
      .orderBy('wish.askedAt', 'desc')
      .orderBy('wish.id')
      .limit(limit)
      .execute()
    return rows.map(({ doneAt, deadAt, outcome, kind, ...row }) => ({
      ...row,
      number: Number(row.number),
      askedAt: Number(row.askedAt),
      kind: kind === 'revoke' ? 'revoke' : 'sign',
      outcome: outcome === null ? null : JSON.parse(outcome),
      state: outcome !== null ? 'answered' : deadAt !== null ? 'stuck' : doneAt !== null ? 'lapsed' : 'pending',
    }))
  },

  /** Forgets what was asked before `before`. */
  purge: async (before: Millis): Promise<void> => {
    await db.deleteFrom('wish').where('askedAt', '<', before).execute()
  },
})
