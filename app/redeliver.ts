import { setTimeout as sleep } from 'node:timers/promises'
import type { GitHubClient } from '../src/github/client.ts'
import { isHandled } from './front/delivery.ts'
import type { Log } from './front.ts'
import type { LaneClaim, NewJob, Store } from './store/index.ts'

/** GitHub sends a delivery again, on request, for three days. */
const windowMs = 3 * 24 * 60 * 60 * 1000
/** After the first failure, and after each further one. */
const waits: readonly number[] = [0, 60_000, 10 * 60_000, 60 * 60_000, 6 * 60 * 60_000, 24 * 60 * 60_000]
/** Attempts are not listed in the order in which they end: the last minutes are looked at once more. */
const overlapMs = 2 * 60 * 1000
const perPage = 100
const maxPages = 200
/** One round must end well within the lease of its lane. */
const roundMs = 60_000
const pauseMs = 100
/** Of what we owe; beyond, the oldest of what reconciling makes right anyway are let go. */
const maxOwed = 5_000
const stateKey = 'deliveries:owed'

export const catchUpLane = 'app:deliveries'

export const catchUpJob = (runAt: number): NewJob => ({
  lane: catchUpLane,
  event: 'internal.catch-up',
  installationId: null,
  repoId: null,
  coalesceKey: 'catch-up',
  runAt,
})

export interface CatchUpDeps {
  readonly store: Store
  /** Acts as the App itself. */
  readonly app: () => Promise<GitHubClient>
  readonly now: () => number
  readonly log: Log
}

/** One try of GitHub to deliver, as its list names it. */
interface Attempt {
  readonly id: number
  readonly guid: string
  readonly delivered_at: string
  readonly status_code: number
  readonly event: string
  readonly action: string | null
}

/** A delivery that has not arrived yet. */
interface Owed {
  /** Of the newest attempt. */
  readonly id: number
  readonly guid: string
  readonly event: string
  readonly action: string | null
  /** When the first failure that we know of happened, epoch milliseconds. */
  readonly since: number
  /** Attempts that failed. */
  readonly failures: number
  readonly dueAt: number
}

interface State {
  /** When the newest attempt that has been looked at was made, epoch milliseconds. */
  readonly until: number
  readonly owed: readonly Owed[]
}

/** Works off the catch-up's lane: what GitHub could not deliver is asked for again (security.md R-11). */
export async function processCatchUp(deps: CatchUpDeps, claim: LaneClaim): Promise<void> {
  const more = await catchUp(deps)
  const ids = claim.jobs.map(job => job.id)
  await deps.store.lanes.finish(claim, ids, deps.now())
  if (more) await deps.store.inbox.enqueue(catchUpJob(deps.now()))
}

/** One round. `true`: there is more that is due now. */
async function catchUp({ store, app, now, log }: CatchUpDeps): Promise<boolean> {
  const client = await app()
  const before = ((await store.cache.get(stateKey, 0)) ?? { until: 0, owed: [] }) as State
  const attempts = await attemptsSince(client, Math.max(before.until - overlapMs, now() - windowMs))
  const until = attempts.reduce((newest, one) => Math.max(newest, Date.parse(one.delivered_at)), before.until)
  const owed = owedAfter(before.owed, attempts, now())
  const due = owed.filter(one => one.dueAt <= now()).sort(urgency)
  const asked = await redeliver(client, due)
  // The next attempt appears in the list by itself; should it not, this one is tried again later.
  const left = owed.map(one => (asked.has(one.guid) ? { ...one, dueAt: now() + waitAfter(one.failures + 1) } : one))
  await store.cache.set(stateKey, { until, owed: left } satisfies State, Number.MAX_SAFE_INTEGER)
  if (asked.size > 0) log('info', 'deliveries.asked-again', { count: asked.size, owed: left.length })
  return due.length > asked.size
}

/** Attempts since a moment, newest first. */
async function attemptsSince(client: GitHubClient, from: number): Promise<readonly Attempt[]> {
  const all: Attempt[] = []
  let cursor: string | undefined
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await client.request('GET /app/hook/deliveries', {
      per_page: perPage,
      ...(cursor === undefined ? {} : { cursor }),
    })
    if (!Array.isArray(answer.data)) throw new Error('GET /app/hook/deliveries gave no list')
    const list = answer.data as readonly Attempt[]
    const fresh = list.filter(one => Date.parse(one.delivered_at) >= from)
    all.push(...fresh)
    cursor = nextCursor(answer)
    if (fresh.length < list.length || list.length === 0 || cursor === undefined) break
  }
  return all
}

function nextCursor(answer: object): string | undefined {
  const headers = 'headers' in answer ? (answer.headers as Readonly<Record<string, unknown>>) : {}
  const next = /<([^>]+)>;\s*rel="next"/.exec(String(headers.link ?? ''))?.[1]
  return next === undefined ? undefined : (URL.parse(next)?.searchParams.get('cursor') ?? undefined)
}

const arrived = ({ status_code: status }: Attempt): boolean => status >= 200 && status < 300
const waitAfter = (failures: number): number => waits[Math.min(failures, waits.length - 1)] ?? 0

/** What is still owed when these attempts, newest first, are counted in. */
function owedAfter(before: readonly Owed[], attempts: readonly Attempt[], now: number): readonly Owed[] {
  const owed = new Map(before.map(one => [one.guid, one]))
  for (const attempt of [...attempts].sort((a, b) => a.id - b.id)) {
    const { id, guid, event, action } = attempt
    const known = owed.get(guid)
    if (known !== undefined && known.id >= id) continue
    if (arrived(attempt) || !isHandled(event)) {
      owed.delete(guid)
      continue
    }
    const failures = (known?.failures ?? 0) + 1
    const at = Date.parse(attempt.delivered_at)
    const dueAt = failures === 1 ? now : at + waitAfter(failures - 1)
    owed.set(guid, { id, guid, event, action, since: known?.since ?? at, failures, dueAt })
  }
  const kept = [...owed.values()].filter(one => one.since > now - windowMs && one.failures < waits.length)
  return kept.sort(urgency).slice(0, maxOwed)
}

/** Events that only a person can repeat; everything else is read again by reconciling. */
const decides = new Set(['issue_comment', 'pull_request_review'])
const isDecision = ({ event, action }: Owed): boolean =>
  decides.has(event) || (event === 'check_run' && action === 'requested_action')

/** People's decisions first, and within them the order in which they were made. */
const urgency = (a: Owed, b: Owed): number =>
  Number(isDecision(b)) - Number(isDecision(a)) || a.since - b.since || a.id - b.id

/** Asks for each of them once more. What GitHub refuses counts as asked: it is asked for again after its wait. */
async function redeliver(client: GitHubClient, due: readonly Owed[]): Promise<ReadonlySet<string>> {
  const asked = new Set<string>()
  const end = Date.now() + roundMs
  for (const one of due) {
    if (Date.now() > end) break
    if (asked.size > 0) await sleep(pauseMs)
    await client.request('POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id: one.id }).catch(error => {
      // Limits and outages end the round; a delivery that GitHub no longer has is not asked for for ever.
      if (!isGone(error)) throw error
    })
    asked.add(one.guid)
  }
  return asked
}

const isGone = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'status' in error &&
  [400, 404, 410, 422].includes(Number(error.status))

/** While something is owed it is soon seen whether it has arrived. */
const owedIntervalMs = 60_000

/** Looks for what GitHub could not deliver, now and at every interval. Returns what stops it. */
export function startCatchUp(
  { store, now }: Pick<CatchUpDeps, 'store' | 'now'>,
  intervalMs: number,
  wake: () => void,
): () => void {
  let last = Number.NEGATIVE_INFINITY
  const turn = async () => {
    const state = (await store.cache.get(stateKey, 0)) as State | null
    const isOwed = state !== null && state.owed.length > 0
    if (!isOwed && now() - last < intervalMs) return
    // Of several instances one does it, but whoever starts has a look.
    const mine = await store.turns.take('catch-up', Math.floor(now() / owedIntervalMs))
    if (!mine && last !== Number.NEGATIVE_INFINITY) return
    last = now()
    await store.inbox.enqueue(catchUpJob(now()))
    wake()
  }
  const safely = () => void turn().catch(() => {})
  safely()
  const timer = setInterval(safely, Math.min(intervalMs, owedIntervalMs))
  return () => clearInterval(timer)
}
