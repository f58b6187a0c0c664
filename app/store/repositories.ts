import type { Db } from './db.ts'
import type { Flag } from './schema.ts'

export interface Installation {
  readonly id: string
  /** Login of the owner. */
  readonly account: string
  readonly suspended: boolean
  readonly removed: boolean
}

export interface Repository {
  readonly id: string
  readonly installationId: string
  /** `owner/name`; changes on a rename, the id does not (B-W14). */
  readonly fullName: string
  readonly owner: string
  readonly private: boolean
  readonly removed: boolean
}

export const installations = (db: Db) => ({
  get: async (id: string): Promise<Installation | null> => {
    const row = await db.selectFrom('installation').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? { ...row, suspended: row.suspended === 1, removed: row.removed === 1 } : null
  },
  save: async ({ id, account, suspended, removed }: Installation): Promise<void> => {
    const columns = { account, suspended: flag(suspended), removed: flag(removed) }
    await db
      .insertInto('installation')
      .values({ id, ...columns })
      .onConflict(conflict => conflict.column('id').doUpdateSet(columns))
      .execute()
  },
  /** Neither removed nor suspended. */
  active: async (): Promise<readonly Installation[]> => {
    const rows = await db
      .selectFrom('installation')
      .selectAll()
      .where('removed', '=', 0)
      .where('suspended', '=', 0)
      .orderBy('id')
      .execute()
    return rows.map(row => ({ ...row, suspended: false, removed: false }))
  },
})

export const repositories = (db: Db) => ({
  get: async (id: string): Promise<Repository | null> => {
    const row = await db.selectFrom('repository').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? readRepository(row) : null
  },
  save: async ({ id, private: isPrivate, removed, ...same }: Repository): Promise<void> => {
    const columns = { ...same, private: flag(isPrivate), removed: flag(removed) }
    await db
      .insertInto('repository')
      .values({ id, ...columns })
      .onConflict(conflict => conflict.column('id').doUpdateSet(columns))
      .execute()
  },
  remove: async (id: string): Promise<void> => {
    await db.updateTable('repository').set({ removed: 1 }).where('id', '=', id).execute()
  },
  /** Not removed, of one installation or of all. */
  active: async (installationId?: string): Promise<readonly Repository[]> => {
    let query = db.selectFrom('repository').selectAll().where('removed', '=', 0)
    if (installationId !== undefined) query = query.where('installationId', '=', installationId)
    return (await query.orderBy('id').execute()).map(readRepository)
  },
})

const flag = (value: boolean): Flag => (value ? 1 : 0)

const readRepository = (row: {
  id: string
  installationId: string
  fullName: string
  owner: string
  private: Flag
  removed: Flag
}): Repository => ({ ...row, private: row.private === 1, removed: row.removed === 1 })
