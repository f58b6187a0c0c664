import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { inBatches } from './batches.ts'
import { atomically, type Db, single } from './db.ts'
import { wakeLane } from './lanes.ts'
import { prepared } from './prepared.ts'
import type { InboxTable, LaneTable, Millis } from './schema.ts'

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
  /** SHA-256 of the raw bytes as lower-case hex; empty for events that carry nobody's decision. */
  readonly bodySha256: string
  /** JSON text of what the events read. Read it with `parsePayload`, which keeps large ids exact. */
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
export const actsForPerson: ReadonlySet<string> = new Set(['issue_comment', 'pull_request_review', 'check_run'])

interface Arrival {
  readonly delivery: NewDelivery
  readonly runAt: Millis
}

/**
 * Deliveries that come at the same time share a commit, which costs more than all the rest. GitHub waits ten seconds for an
 * answer. Weighed in UTF-16 units.
 */
const batchOf = {
  pauseMs: 1,
  longestMs: 20,
  weight: ({ delivery }: Arrival) => 100_000 + delivery.payload.length,
  maxWeight: 20_000_000,
}

export const inbox = (db: Db) => {
  const acceptAll = (arrivals: readonly Arrival[]) => atomically(db, tx => accept(tx, arrivals), 'locked')
  return { ...operations(db), accept: acceptOne(db.isTransaction ? alone(acceptAll) : inBatches(acceptAll, batchOf)) }
}

const alone = (work: (arrivals: readonly Arrival[]) => Promise<readonly Acceptance[]>) => async (arrival: Arrival) => {
  const [answer] = await work([arrival])
  return single(answer)
}

type Acceptance = 'stored' | 'duplicate'

/**
 * Keeps a delivery; committed when it resolves. `duplicate`: this delivery id is known, or a person's decision came
 * again in the same bytes under another id. The latter only causes a fresh look at the lane. `delayMs`: how long the
 * lane waits for more before it is worked on.
 */
const acceptOne =
  (take: (arrival: Arrival) => Promise<Acceptance>) =>
  (delivery: NewDelivery, delayMs = 0): Promise<Acceptance> =>
    take({ delivery, runAt: delivery.receivedAt + delayMs })

const operations = (db: Db) => ({
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

/** What became of each delivery, in their order. */
async function accept(tx: Db, arrivals: readonly Arrival[]): Promise<readonly Acceptance[]> {
  const lanes = new Map<string, NewLane>()
  for (const { delivery, runAt } of arrivals) {
    const { lane: key, installationId } = delivery
    lanes.set(key, { key, installationId, readyAt: Math.min(runAt, lanes.get(key)?.readyAt ?? runAt) })
  }
  await openLanes(tx, [...lanes.values()])
  const replays = await replaysAmong(tx, arrivals)
  const stored = await insert(
    tx,
    arrivals.filter(({ delivery }) => !replays.has(delivery)),
  )
  for (const delivery of replays) await enqueue(tx, reconcileLane(delivery))
  // Nothing was added to these: they are due as before.
  const grown = new Set([...stored].map(delivery => delivery.lane))
  for (const lane of lanes.keys()) if (!grown.has(lane)) await wakeLane(tx, lane)
  return arrivals.map(({ delivery }) => (stored.has(delivery) ? 'stored' : 'duplicate'))
}

async function insert(tx: Db, arrivals: readonly Arrival[]): Promise<ReadonlySet<NewDelivery>> {
  const first = new Map<string, Arrival>()
  for (const arrival of arrivals) {
    if (!first.has(arrival.delivery.deliveryId)) first.set(arrival.delivery.deliveryId, arrival)
  }
  if (first.size === 0) return new Set()
  const rows = await insertArrivals(
    tx,
    [...first.values()].map(({ delivery, runAt }) => ({ ...delivery, runAt })),
  )
  return new Set(rows.flatMap(row => first.get(row.deliveryId)?.delivery ?? []))
}

const insertArrivals = prepared((db, rows: readonly (NewDelivery & { readonly runAt: Millis })[]) =>
  db
    .insertInto('inbox')
    .values(rows)
    .onConflict(conflict => conflict.column('deliveryId').doNothing())
    .returning('deliveryId'),
)

/**
 * The lanes come before their jobs and are locked by that, so that within a lane ids follow the order of commits. A lane
 * without an open job is due with the one that follows now. In the order of their keys, so that nobody waits in a circle.
 */
const openLanes = (tx: Db, lanes: readonly NewLane[]) =>
  upsertLanes(
    tx,
    lanes
      .map(({ key, readyAt, installationId }) => ({ key, readyAt, installationId: installationId ?? '' }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  )

const upsertLanes = prepared((db, lanes: readonly Insertable<LaneTable>[]) =>
  db
    .insertInto('lane')
    .values(lanes)
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet(({ eb, ref }) => ({
        // A repository may have been transferred to another owner.
        installationId: ref('excluded.installationId'),
        // One that backs off is looked at for nothing; one that may wait does not hold up what has come now.
        readyAt: eb
          .case()
          .when('lane.readyAt', '<', ref('excluded.readyAt'))
          .then(ref('lane.readyAt'))
          .else(ref('excluded.readyAt'))
          .end(),
      })),
    ),
)

interface NewLane {
  readonly key: string
  readonly readyAt: Millis
  readonly installationId: string | null
}

/** Decisions of people that are known under another delivery id, from before or from earlier in the same batch. */
async function replaysAmong(tx: Db, arrivals: readonly Arrival[]): Promise<ReadonlySet<NewDelivery>> {
  const decisions = arrivals.map(({ delivery }) => delivery).filter(({ event }) => actsForPerson.has(event))
  if (decisions.length === 0) return new Set()
  const digests = [...new Set(decisions.map(delivery => delivery.bodySha256))]
  const known = await tx
    .selectFrom('inbox')
    .select(['bodySha256', 'deliveryId'])
    .where('bodySha256', 'in', digests)
    .execute()
  const replays = new Set<NewDelivery>()
  for (const delivery of decisions) {
    const { bodySha256, deliveryId } = delivery
    if (known.some(other => other.bodySha256 === bodySha256 && other.deliveryId !== deliveryId)) replays.add(delivery)
    else known.push({ bodySha256, deliveryId })
  }
  return replays
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
  await openLanes(tx, [{ key: job.lane, readyAt: job.runAt, installationId: job.installationId }])
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
