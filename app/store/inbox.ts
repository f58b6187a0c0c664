import { randomUUID } from 'node:crypto'
import { atomically, type Db, single } from './db.ts'
import { wakeLane } from './lanes.ts'
import type { InboxTable, Millis } from './schema.ts'

/** A verified delivery of GitHub, ready to be kept. */
export interface NewDelivery {
  /** `X-GitHub-Delivery`; the same on a redelivery. */
  readonly deliveryId: string
  readonly event: string
  readonly action: string | null
  /** Jobs of one lane run one after the other: `<repoId>:pr:<number>`, `repo:<repoId>`, `installation:<id>`. */
  readonly lane: string
  readonly installationId: string | null
  readonly repoId: string | null
  /** Lower-case hex of the raw bytes. */
  readonly bodySha256: string
  /** The raw JSON text. Read it with `parsePayload`, which keeps large ids exact. */
  readonly payload: string
  readonly receivedAt: Millis
}

/** A job of our own, e.g. `internal.reconcile`. */
export interface NewJob {
  readonly lane: string
  readonly event: `internal.${string}`
  readonly installationId: string | null
  readonly repoId: string | null
  /** An open job with this key takes the request in; if it is running, it runs once more. */
  readonly coalesceKey: string
  readonly payload?: string
  readonly runAt: Millis
}

export interface DeadJob {
  readonly id: number
  readonly deliveryId: string
  readonly lane: string
  readonly event: string
  readonly action: string | null
  readonly attempts: number
  readonly lastError: string | null
  readonly deadAt: Millis
}

export interface InboxCounts {
  readonly open: number
  readonly dead: number
  /** When the oldest open job came in; null: none is open. */
  readonly oldestReceivedAt: Millis | null
}

/** Deliveries that carry a person's decision: the same bytes under a new delivery id must not act twice (T-71). */
const actsForPerson = new Set(['issue_comment', 'pull_request_review', 'check_run'])

export const inbox = (db: Db) => ({
  /**
   * Keeps a delivery; committed when it resolves. `duplicate`: this delivery id is known, or a person's decision came
   * again in the same bytes under another id. The latter only causes a fresh look at the lane. `delayMs`: how long the
   * lane waits for more before it is worked on.
   */
  accept: (delivery: NewDelivery, delayMs = 0): Promise<'stored' | 'duplicate'> =>
    atomically(
      db,
      async tx => {
        const runAt = delivery.receivedAt + delayMs
        await openLane(tx, delivery.lane, runAt)
        if (await isReplay(tx, delivery)) {
          await enqueue(tx, reconcileLane(delivery))
          return 'duplicate'
        }
        const stored = await tx
          .insertInto('inbox')
          .values({
            ...delivery,
            runAt,
            coalesceKey: null,
            doneAt: null,
            deadAt: null,
            lastError: null,
          })
          .onConflict(conflict => conflict.column('deliveryId').doNothing())
          .returning('id')
          .executeTakeFirst()
        if (stored) return 'stored'
        await wakeLane(tx, delivery.lane)
        return 'duplicate'
      },
      'locked',
    ),

  /** Adds a job of our own, or merges it into the open one with the same key (the earlier `runAt` wins). */
  enqueue: (job: NewJob): Promise<void> => atomically(db, tx => enqueue(tx, job), 'locked'),

  /** Open and dead jobs, for metrics. */
  counts: async (): Promise<InboxCounts> => {
    const { countAll, min } = db.fn
    const open = await openJobs(db)
      .select([countAll<number>().as('n'), min('receivedAt').as('oldest')])
      .executeTakeFirst()
    const dead = await db
      .selectFrom('inbox')
      .where('deadAt', 'is not', null)
      .select(countAll<number>().as('n'))
      .executeTakeFirst()
    return { open: Number(single(open).n), dead: Number(single(dead).n), oldestReceivedAt: single(open).oldest }
  },

  /** Jobs given up after too many attempts, newest first. */
  dead: async (limit: number): Promise<readonly DeadJob[]> => {
    const rows = await db
      .selectFrom('inbox')
      .select(['id', 'deliveryId', 'lane', 'event', 'action', 'attempts', 'lastError', 'deadAt'])
      .where('deadAt', 'is not', null)
      .orderBy('deadAt', 'desc')
      .limit(limit)
      .execute()
    return rows.flatMap(row => (row.deadAt === null ? [] : [{ ...row, deadAt: row.deadAt }]))
  },

  /** Empties payloads done before `before` and removes our own done jobs. Delivery ids and digests stay: they stop replays. */
  purge: (before: Millis): Promise<void> =>
    atomically(db, async tx => {
      await tx.deleteFrom('inbox').where('doneAt', '<', before).where('event', 'like', 'internal.%').execute()
      await tx
        .updateTable('inbox')
        .set({ payload: '' })
        .where('doneAt', '<', before)
        .where('payload', '!=', '')
        .execute()
    }),
})

const openJobs = (db: Db) => db.selectFrom('inbox').where('doneAt', 'is', null).where('deadAt', 'is', null)

/**
 * The lane comes before its jobs and is locked by that, so that within a lane ids follow the order of commits. A lane
 * without an open job is due with the one that follows now.
 */
const openLane = (tx: Db, key: string, runAt: Millis) =>
  tx
    .insertInto('lane')
    .values({ key, readyAt: runAt })
    .onConflict(conflict =>
      conflict
        .column('key')
        .doUpdateSet(({ fn, ref }) => ({ readyAt: fn.coalesce(ref('lane.readyAt'), ref('excluded.readyAt')) })),
    )
    .execute()

async function isReplay(tx: Db, { event, bodySha256, deliveryId }: NewDelivery): Promise<boolean> {
  if (!actsForPerson.has(event)) return false
  const earlier = await tx
    .selectFrom('inbox')
    .select('id')
    .where('bodySha256', '=', bodySha256)
    .where('deliveryId', '!=', deliveryId)
    .limit(1)
    .executeTakeFirst()
  return earlier !== undefined
}

const reconcileLane = ({ lane, installationId, repoId, receivedAt }: NewDelivery): NewJob => ({
  lane,
  event: 'internal.reconcile',
  installationId,
  repoId,
  coalesceKey: `reconcile:${lane}`,
  runAt: receivedAt,
})

async function enqueue(tx: Db, job: NewJob): Promise<void> {
  await openLane(tx, job.lane, job.runAt)
  await tx
    .insertInto('inbox')
    .values(jobRow(job))
    .onConflict(conflict =>
      conflict
        .column('coalesceKey')
        .where('coalesceKey', 'is not', null)
        .where('doneAt', 'is', null)
        .where('deadAt', 'is', null)
        .doUpdateSet(({ eb, ref }) => ({
          generation: eb('inbox.generation', '+', 1),
          runAt: eb
            .case()
            .when('inbox.runAt', '<', ref('excluded.runAt'))
            .then(ref('inbox.runAt'))
            .else(ref('excluded.runAt'))
            .end(),
        })),
    )
    .execute()
  await wakeLane(tx, job.lane)
}

const jobRow = ({ lane, event, installationId, repoId, coalesceKey, payload = '{}', runAt }: NewJob) =>
  ({
    deliveryId: `internal:${randomUUID()}`,
    lane,
    event,
    action: null,
    installationId,
    repoId,
    bodySha256: '',
    payload,
    receivedAt: runAt,
    runAt,
    coalesceKey,
    doneAt: null,
    deadAt: null,
    lastError: null,
  }) satisfies Omit<InboxTable, 'id' | 'attempts' | 'generation'>
