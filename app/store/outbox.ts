import type { Expression } from 'kysely'
import { atomically, type Db, locked } from './db.ts'
import type { Millis } from './schema.ts'

/** One effect on GitHub, wanted in the state that `body` describes. */
export interface NewEffect {
  /** What it is about, e.g. `<repoId>:pr:<number>`. */
  readonly key: string
  /** e.g. `comment`, `check`. One effect per key and kind is pending; a newer body replaces an unsent one. */
  readonly kind: string
  readonly installationId: string
  readonly repoId: string
  /** JSON. */
  readonly body: string
  readonly runAt: Millis
}

export interface OutboxClaim extends NewEffect {
  readonly id: number
  readonly generation: number
  readonly fence: number
  readonly attempts: number
}

export interface DeadEffect extends NewEffect {
  readonly id: number
  readonly attempts: number
  readonly lastError: string | null
  readonly deadAt: Millis
}

/** How fast one installation is written to, by all instances together. */
export interface Pace {
  /** Writes that may follow each other at once. */
  readonly burst: number
  /** After them one write in this time. */
  readonly perWriteMs: number
}

const unpaced: Pace = { burst: 1, perWriteMs: 0 }

/** An effect that failed this often is set aside until the next body comes. */
export const maxSendAttempts = 20

export const outbox = (db: Db) => ({
  /** Adds an effect, or replaces the body of the pending one (the earlier `runAt` wins). One that was given up is tried again. */
  put: async (effect: NewEffect): Promise<void> => {
    const { installationId, repoId, body, runAt } = effect
    await db
      .insertInto('pace')
      .values({ installationId })
      .onConflict(conflict => conflict.column('installationId').doNothing())
      .execute()
    await db
      .insertInto('outbox')
      .values({ ...effect, lastError: null, deadAt: null })
      .onConflict(conflict =>
        conflict.columns(['key', 'kind']).doUpdateSet(({ eb }) => ({
          installationId,
          repoId,
          body,
          generation: eb('outbox.generation', '+', 1),
          // A pending back-off stays: a newer body is no reason to hammer an installation that GitHub slowed down.
          runAt: eb
            .case()
            .when(eb.or([eb('outbox.attempts', '>', 0), eb('outbox.runAt', '<', runAt)]))
            .then(eb.ref('outbox.runAt'))
            .else(runAt)
            .end(),
          attempts: eb.case().when('outbox.deadAt', 'is not', null).then(0).else(eb.ref('outbox.attempts')).end(),
          deadAt: null,
        })),
      )
      .execute()
  },

  /**
   * Takes the due effect that has waited longest, for `leaseMs`. An installation that another effect is being sent for, or
   * that rests, is passed over: GitHub asks for one write at a time and for a second between them.
   */
  claim: (now: Millis, leaseMs: number, { burst, perWriteMs }: Pace = unpaced): Promise<OutboxClaim | null> =>
    atomically(
      db,
      async tx => {
        const due = tx
          .selectFrom('outbox')
          .innerJoin('pace', 'pace.installationId', 'outbox.installationId')
          .select(['outbox.id', 'outbox.fence', 'outbox.installationId', 'pace.pacedAt', 'pace.restUntil'])
          .where('outbox.deadAt', 'is', null)
          .where('outbox.runAt', '<=', now)
          .where('outbox.leaseUntil', '<=', now)
          .where('pace.busyUntil', '<=', now)
          .where('pace.restUntil', '<=', now)
          .orderBy('outbox.runAt')
          .orderBy('outbox.id')
          .limit(1)
        const next = await locked(tx, due, { wait: false }).executeTakeFirst()
        if (!next) return null
        const leaseUntil = now + leaseMs
        const pacedAt = Math.max(next.pacedAt, now) + perWriteMs
        const restUntil = Math.max(next.restUntil, pacedAt - (burst - 1) * perWriteMs)
        await tx
          .updateTable('pace')
          .set({ busyWith: next.id, busyUntil: leaseUntil, pacedAt, restUntil })
          .where('installationId', '=', next.installationId)
          .execute()
        return tx
          .updateTable('outbox')
          .set({ fence: next.fence + 1, leaseUntil })
          .where('id', '=', next.id)
          .returning([
            'id',
            'key',
            'kind',
            'installationId',
            'repoId',
            'body',
            'runAt',
            'generation',
            'fence',
            'attempts',
          ])
          .executeTakeFirstOrThrow()
      },
      'locked',
    ),

  /** Prolongs the lease of a sender that is still at it; one that was lost stays lost. */
  renew: (claim: OutboxClaim, now: Millis, leaseMs: number): Promise<void> =>
    atomically(
      db,
      async tx => {
        const mine = await locked(tx, held(tx, claim).select('id')).executeTakeFirst()
        if (!mine) return
        const leaseUntil = now + leaseMs
        await tx.updateTable('outbox').set({ leaseUntil }).where('id', '=', claim.id).execute()
        await tx
          .updateTable('pace')
          .set({ busyUntil: leaseUntil })
          .where('installationId', '=', claim.installationId)
          .where('busyWith', '=', claim.id)
          .execute()
      },
      'locked',
    ),

  /** Whether the effect is still this sender's to send. */
  holds: async (claim: OutboxClaim, now: Millis): Promise<boolean> =>
    (await held(db, claim).select('id').where('leaseUntil', '>', now).executeTakeFirst()) !== undefined,

  /**
   * The effect happened. `superseded`: a newer body came meanwhile and is now due. `stale`: the lease was lost and
   * somebody else sends it; nothing was changed.
   */
  done: (claim: OutboxClaim): Promise<'done' | 'superseded' | 'stale'> =>
    atomically(
      db,
      async tx => {
        const current = await locked(tx, held(tx, claim).select('generation')).executeTakeFirst()
        if (!current) return 'stale'
        await letGo(tx, claim)
        if (current.generation === claim.generation) {
          await tx.deleteFrom('outbox').where('id', '=', claim.id).execute()
          return 'done'
        }
        await tx
          .updateTable('outbox')
          .set({ leaseUntil: 0, attempts: 0, lastError: null })
          .where('id', '=', claim.id)
          .execute()
        return 'superseded'
      },
      'locked',
    ),

  /**
   * Puts the effect back until `runAt`. `dead`: it failed too often, or `giveUp` was set. `patient`: it is not its
   * fault, so it is never given up. `restUntil`: GitHub wants no write for this installation before.
   */
  retry: (
    claim: OutboxClaim,
    {
      error,
      runAt,
      now,
      giveUp = false,
      patient = false,
      restUntil = 0,
    }: {
      readonly error: string
      readonly runAt: Millis
      readonly now: Millis
      readonly giveUp?: boolean
      readonly patient?: boolean
      readonly restUntil?: Millis
    },
  ): Promise<'retry' | 'dead' | 'stale'> =>
    atomically(
      db,
      async tx => {
        const current = await locked(tx, held(tx, claim).select(['attempts', 'generation'])).executeTakeFirst()
        if (!current) return 'stale'
        await letGo(tx, claim, restUntil)
        const attempts = current.attempts + 1
        const dead = (giveUp || (!patient && attempts >= maxSendAttempts)) && current.generation === claim.generation
        await tx
          .updateTable('outbox')
          .set({ attempts, lastError: error.slice(0, 1000), leaseUntil: 0, runAt, deadAt: dead ? now : null })
          .where('id', '=', claim.id)
          .execute()
        return dead ? 'dead' : 'retry'
      },
      'locked',
    ),

  counts: async (): Promise<{ readonly open: number; readonly dead: number }> => {
    const rows = await db.selectFrom('outbox').select('deadAt').execute()
    const dead = rows.filter(row => row.deadAt !== null).length
    return { open: rows.length - dead, dead }
  },

  /** Effects given up, newest first. */
  dead: async (limit: number): Promise<readonly DeadEffect[]> => {
    const rows = await db
      .selectFrom('outbox')
      .select(['id', 'key', 'kind', 'installationId', 'repoId', 'body', 'runAt', 'attempts', 'lastError', 'deadAt'])
      .where('deadAt', 'is not', null)
      .orderBy('deadAt', 'desc')
      .limit(limit)
      .execute()
    return rows.flatMap(row => (row.deadAt === null ? [] : [{ ...row, deadAt: row.deadAt }]))
  },

  /** When the next effect may be sent: it is due, its lease and those of its installation have ended. Null: none is pending. */
  nextDue: async (): Promise<Millis | null> => {
    const next = await db
      .selectFrom('outbox')
      .innerJoin('pace', 'pace.installationId', 'outbox.installationId')
      .select(({ eb, ref }) => {
        const later = (a: Expression<number>, b: Expression<number>) => eb.case().when(a, '>', b).then(a).else(b).end()
        const own = later(ref('outbox.runAt'), ref('outbox.leaseUntil'))
        return eb.fn.min(later(own, later(ref('pace.busyUntil'), ref('pace.restUntil')))).as('at')
      })
      .where('outbox.deadAt', 'is', null)
      .executeTakeFirst()
    return next?.at ?? null
  },
})

/** The next effect of the installation may be sent, not before `restUntil`. */
async function letGo(tx: Db, { id, installationId }: OutboxClaim, restUntil: Millis = 0): Promise<void> {
  const free = { busyWith: 0, busyUntil: 0 }
  const own = tx.updateTable('pace').where('installationId', '=', installationId)
  await own.set(free).where('busyWith', '=', id).execute()
  if (restUntil > 0) await own.set({ restUntil }).where('restUntil', '<', restUntil).execute()
}

const held = (tx: Db, { id, fence }: OutboxClaim) =>
  tx.selectFrom('outbox').where('id', '=', id).where('fence', '=', fence)
