import type { Db } from './db.ts'

/** Regular work that one of several instances does. */
export const turns = (db: Db) => ({
  /** Whether this instance does the work `name` for time slot `slot` (a number that grows); true for one of them. */
  take: async (name: string, slot: number): Promise<boolean> => {
    const taken = await db
      .insertInto('turn')
      .values({ name, slot })
      .onConflict(conflict => conflict.column('name').doUpdateSet({ slot }).where('turn.slot', '<', slot))
      .returning('name')
      .executeTakeFirst()
    return taken !== undefined
  },
})
