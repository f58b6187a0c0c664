import { sql } from 'kysely'
import { atomically, type Db, locked } from './db.ts'
import type { Millis } from './schema.ts'

export interface InboxRow {
  readonly id: number
  readonly deliveryId: string
  readonly lane: string
  readonly event: string
  readonly action: string | null
  readonly installationId: string | null
  readonly repoId: string | null
  readonly bodySha256: string
  readonly payload: string
  readonly receivedAt: Millis
  readonly attempts: number
  readonly generation: number
}

/** The right to work on one lane until the lease ends. */
export interface LaneClaim {
  readonly key: string
  readonly fence: number
  readonly leaseUntil: Millis
  /** Due jobs in the order in which they came in. */
  readonly jobs: readonly InboxRow[]
}

/** Another worker took the lane over: nothing that was done under this claim may be written. */
export class StaleClaim extends Error {
  constructor(key: string) {
    super(`the claim on lane ${key} has been taken over`)
    this.name = 'StaleClaim'
  }
}

/** A job that failed this often is set aside, so that it does not block its lane for ever. */
export const maxAttempts = 12
const maxJobsPerClaim = 200
/** Payloads of one claim, UTF-16 units; one larger payload still comes alone. */
const maxPayloadPerClaim = 32 * 1024 * 1024

export const lanes = (db: Db) => ({
  /**
   * Takes the lane that has waited longest, for `leaseMs`. Null: nothing is due. An installation of which
   * `perInstallation` lanes are being worked on has to wait, so that its storm does not hold up the others.
   */
  claim: (
    now: Millis,
    leaseMs: number,
    { perInstallation }: { readonly perInstallation?: number } = {},
  ): Promise<LaneClaim | null> =>
    atomically(
      db,
      async tx => {
        const busy = perInstallation === undefined ? [] : await busyInstallations(tx, now, perInstallation)
        const due = tx
          .selectFrom('lane')
          .select(['key', 'fence'])
          .where('readyAt', '<=', now)
          .where('leaseUntil', '<=', now)
          .where('installationId', 'not in', busy)
          .orderBy('readyAt')
          .orderBy('key')
          .limit(1)
        const lane = await locked(tx, due, { wait: false }).executeTakeFirst()
        if (!lane) return null
        const fence = lane.fence + 1
        const leaseUntil = now + leaseMs
        await tx.updateTable('lane').set({ fence, leaseUntil }).where('key', '=', lane.key).execute()
        return { key: lane.key, fence, leaseUntil, jobs: await dueJobs(tx, lane.key, now) }
      },
      'locked',
    ),

  /** Prolongs the lease. Throws StaleClaim when it is lost. */
  renew: (claim: LaneClaim, now: Millis, leaseMs: number): Promise<LaneClaim> =>
    atomically(
      db,
      async tx => {
        await checkFence(tx, claim)
        await tx
          .updateTable('lane')
          .set({ leaseUntil: now + leaseMs })
          .where('key', '=', claim.key)
          .execute()
        return { ...claim, leaseUntil: now + leaseMs }
      },
      'locked',
    ),

  /**
   * Marks jobs of the claim as done. Call it in the transaction that writes their effects: throws StaleClaim when the
   * lane was taken over, which undoes all of it. A job that was asked for again meanwhile stays open.
   */
  finish: (claim: LaneClaim, doneIds: readonly number[], now: Millis): Promise<void> =>
    atomically(
      db,
      async tx => {
        await checkFence(tx, claim)
        for (const { id, generation } of claim.jobs) {
          if (!doneIds.includes(id)) continue
          await tx
            .updateTable('inbox')
            .set({ doneAt: now, lastError: null })
            .where('id', '=', id)
            .where('generation', '=', generation)
            .execute()
        }
        await wakeLane(tx, claim.key)
      },
      'locked',
    ),

  /**
   * Puts a job back until `runAt`. Later jobs of the lane wait for it, so that an untick never overtakes its tick.
   * `dead`: it failed too often, or `giveUp` was set, and is kept aside with its last error. `patient`: it is not its fault,
   * so it is never given up.
   */
  retry: (
    claim: LaneClaim,
    jobId: number,
    {
      error,
      runAt,
      now,
      giveUp = false,
      patient = false,
    }: {
      readonly error: string
      readonly runAt: Millis
      readonly now: Millis
      readonly giveUp?: boolean
      readonly patient?: boolean
    },
  ): Promise<'retry' | 'dead'> =>
    atomically(
      db,
      async tx => {
        await checkFence(tx, claim)
        const { attempts } = await tx
          .selectFrom('inbox')
          .select('attempts')
          .where('id', '=', jobId)
          .executeTakeFirstOrThrow()
        const dead = giveUp || (!patient && attempts + 1 >= maxAttempts)
        await tx
          .updateTable('inbox')
          .set({ attempts: attempts + 1, lastError: error.slice(0, 1000), ...(dead ? { deadAt: now } : { runAt }) })
          .where('id', '=', jobId)
          .execute()
        await wakeLane(tx, claim.key)
        return dead ? 'dead' : 'retry'
      },
      'locked',
    ),

  /** Gives the lane back. No effect when the claim is stale. */
  release: (claim: LaneClaim): Promise<void> =>
    atomically(
      db,
      async tx => {
        await lockLane(tx, claim.key)
        await tx
          .updateTable('lane')
          .set({ leaseUntil: 0 })
          .where('key', '=', claim.key)
          .where('fence', '=', claim.fence)
          .execute()
        await wakeLane(tx, claim.key)
      },
      'locked',
    ),

  /** When the next lane is due or its lease ends; null: nothing is open. */
  nextDue: async (): Promise<Millis | null> => {
    const next = await db
      .selectFrom('lane')
      .select(({ eb }) =>
        eb.fn
          .min(
            eb
              .case()
              .when('leaseUntil', '>', eb.ref('readyAt'))
              .then(eb.ref('leaseUntil'))
              .else(eb.ref('readyAt'))
              .end(),
          )
          .as('at'),
      )
      .where('readyAt', 'is not', null)
      .executeTakeFirst()
    return next?.at ?? null
  },
})

async function busyInstallations(tx: Db, now: Millis, lanes: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('lane')
    .select('installationId')
    // The index is over these alone.
    .where(sql<boolean>`lease_until > 0`)
    .where('leaseUntil', '>', now)
    .where('installationId', '!=', '')
    .groupBy('installationId')
    .having(({ fn }) => fn.countAll(), '>=', lanes)
    .execute()
  return rows.map(row => row.installationId)
}

/** Whoever reads a lane's jobs to say when it is due must keep others from adding to them meanwhile. */
export async function lockLane(tx: Db, key: string): Promise<number | undefined> {
  const lane = await locked(tx, tx.selectFrom('lane').select('fence').where('key', '=', key)).executeTakeFirst()
  return lane?.fence
}

async function checkFence(tx: Db, claim: LaneClaim): Promise<void> {
  if ((await lockLane(tx, claim.key)) !== claim.fence) throw new StaleClaim(claim.key)
}

const openJobsOf = (tx: Db, lane: string) =>
  tx.selectFrom('inbox').where('lane', '=', lane).where('doneAt', 'is', null).where('deadAt', 'is', null).orderBy('id')

/**
 * A lane is as ready as its first open job while that one backs off, else as the earliest of its jobs: what may wait does
 * not hold up a person behind it. The lane must be locked.
 */
export async function wakeLane(tx: Db, key: string): Promise<void> {
  const first = await openJobsOf(tx, key).select(['runAt', 'attempts']).limit(1).executeTakeFirst()
  const earliest =
    first?.attempts === 0
      ? await tx
          .selectFrom('inbox')
          .select(({ fn }) => fn.min('runAt').as('runAt'))
          .where('lane', '=', key)
          .where('doneAt', 'is', null)
          .where('deadAt', 'is', null)
          .where('attempts', '=', 0)
          .executeTakeFirst()
      : first
  await tx
    .updateTable('lane')
    .set({ readyAt: earliest?.runAt ?? null })
    .where('key', '=', key)
    .execute()
}

/** Open jobs once the first is due, up to one that is backing off, or until the payloads are large enough. */
async function dueJobs(tx: Db, lane: string, now: Millis): Promise<readonly InboxRow[]> {
  const sizes = await openJobsOf(tx, lane)
    .select(({ fn }) => ['id', 'runAt', 'attempts', fn<number>('length', ['payload']).as('length')])
    .limit(maxJobsPerClaim)
    .execute()
  const ids: number[] = []
  let total = 0
  for (const { id, runAt, attempts, length } of sizes) {
    total += length
    if ((runAt > now && attempts > 0) || (ids.length > 0 && total > maxPayloadPerClaim)) break
    ids.push(id)
  }
  if (ids.length === 0) return []
  return openJobsOf(tx, lane)
    .select([
      'id',
      'deliveryId',
      'lane',
      'event',
      'action',
      'installationId',
      'repoId',
      'bodySha256',
      'payload',
      'receivedAt',
      'attempts',
      'generation',
    ])
    .where('id', 'in', ids)
    .execute()
}
