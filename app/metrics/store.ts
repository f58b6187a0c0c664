import type { Verdict } from '../../src/report.ts'
import type { Log } from '../front/http.ts'
import { laneOf } from '../lane.ts'
import { verifiedKey } from '../ledger/watch.ts'
import type { LaneClaim, Operations, OutboxClaim, Store, SubjectKey } from '../store/index.ts'
import { type Family, gauge, gauges, type Registry } from './registry.ts'

const workBounds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

/**
 * The same store, whose lanes, effects and verdicts are counted and written to the log as they come and go. Log lines
 * carry the lane and the delivery ids, so that what a delivery caused can be found by either.
 */
export function observedStore(
  store: Store,
  { registry, log, now }: { readonly registry: Registry; readonly log: Log; readonly now: () => number },
): Store {
  const evaluated = registry.counter(
    'delivery_gates_evaluations_total',
    'Evaluations of pull requests that were kept, by verdict.',
  )
  registry.collect(() => databaseFigures(store, now))
  return {
    ...store,
    lanes: observedLanes(store, registry, log),
    outbox: observedOutbox(store, registry, log),
    transaction: async work => {
      let verdicts: readonly Seen[] = []
      const result = await store.transaction(tx => {
        const seen: Seen[] = []
        verdicts = seen
        return work(watchingVerdicts(tx, seen))
      })
      // Only what was committed, and once, however often it was tried.
      for (const { key, verdict } of verdicts) {
        evaluated.add({ verdict })
        log('info', 'pull-request.evaluated', { lane: laneOf(key), verdict })
      }
      return result
    },
  }
}

interface Seen {
  readonly key: SubjectKey
  readonly verdict: Verdict
}

function watchingVerdicts(tx: Operations, seen: Seen[]): Operations {
  return {
    ...tx,
    subjects: {
      ...tx.subjects,
      save: (key, patch, at) => {
        if (typeof patch.verdict === 'string') seen.push({ key, verdict: patch.verdict })
        return tx.subjects.save(key, patch, at)
      },
    },
  }
}

type End = 'done' | 'retry' | 'dead'

function observedLanes({ lanes }: Store, { histogram }: Registry, log: Log): Store['lanes'] {
  const seconds = histogram(
    'delivery_gates_lane_work_seconds',
    'Time from taking a lane to giving it back: reading GitHub and evaluating included.',
    workBounds,
  )
  const under = new Map<string, { readonly start: number; end: End }>()
  const id = ({ key, fence }: LaneClaim) => `${key} ${fence}`
  return {
    ...lanes,
    claim: async (...given) => {
      const claim = await lanes.claim(...given)
      if (claim !== null) {
        under.set(id(claim), { start: performance.now(), end: 'done' })
        log('debug', 'lane.taken', { lane: claim.key, jobs: claim.jobs.length, ...deliveriesOf(claim) })
      }
      return claim
    },
    retry: async (claim, jobId, how) => {
      const end = await lanes.retry(claim, jobId, how)
      const work = under.get(id(claim))
      if (work !== undefined) work.end = end
      if (end === 'dead') log('error', 'job.given-up', { lane: claim.key, ...deliveriesOf(claim) })
      return end
    },
    release: async claim => {
      const work = under.get(id(claim))
      under.delete(id(claim))
      if (work !== undefined) {
        const took = (performance.now() - work.start) / 1000
        seconds.observe(took, { kind: kindOf(claim.key), outcome: work.end })
        const fields = { lane: claim.key, outcome: work.end, ms: Math.round(took * 1000), ...deliveriesOf(claim) }
        log('debug', 'lane.released', fields)
      }
      return lanes.release(claim)
    },
  }
}

const shownDeliveries = 10

/** Ids of GitHub's deliveries; jobs of our own have none. */
function deliveriesOf({ jobs }: LaneClaim): Readonly<Record<string, string>> {
  const ids = jobs.map(job => job.deliveryId).filter(one => !one.startsWith('internal:'))
  return ids.length === 0 ? {} : { deliveries: ids.slice(0, shownDeliveries).join(' ') }
}

const kindOf = (lane: string): string =>
  /^\d+:pr:/.test(lane) ? 'pull-request' : lane.startsWith('installation:') ? 'installation' : 'repository'

function observedOutbox({ outbox }: Store, { histogram }: Registry, log: Log): Store['outbox'] {
  const seconds = histogram(
    'delivery_gates_effect_seconds',
    'Time for one effect on GitHub: comment, check, reply.',
    workBounds,
  )
  const starts = new Map<string, number>()
  const id = ({ id, fence }: OutboxClaim) => `${id} ${fence}`
  const ended = (claim: OutboxClaim, outcome: 'done' | 'superseded' | 'retry' | 'dead' | 'stale') => {
    const took = (performance.now() - (starts.get(id(claim)) ?? performance.now())) / 1000
    starts.delete(id(claim))
    const kind = effectKind(claim.kind)
    seconds.observe(took, { kind, outcome })
    const fields = { lane: claim.key, kind, outcome, ms: Math.round(took * 1000) }
    if (outcome === 'dead') log('error', 'effect.given-up', fields)
    else log('debug', 'effect.ended', fields)
  }
  return {
    ...outbox,
    claim: async (...given) => {
      const claim = await outbox.claim(...given)
      if (claim !== null) starts.set(id(claim), performance.now())
      return claim
    },
    done: async (...given) => {
      const outcome = await outbox.done(...given)
      ended(given[0], outcome)
      return outcome
    },
    retry: async (...given) => {
      const outcome = await outbox.retry(...given)
      ended(given[0], outcome)
      return outcome
    },
  }
}

/** `reply:<id>` is a reply. */
function effectKind(kind: string): string {
  const [word = ''] = kind.split(':')
  return ['publish', 'group', 'reply', 'deployment'].includes(word) ? word : 'other'
}

async function databaseFigures(store: Store, now: () => number): Promise<readonly Family[]> {
  const up = (value: 0 | 1) => gauge('delivery_gates_database_up', 'Whether the database answers.', value)
  try {
    const { inbox, outbox, pullRequests, ledgerRows, ledgersBroken, installations, reconciledAt } =
      await store.figures.read()
    const verifiedAt = Number(await store.cache.get(verifiedKey, 0))
    const age = (at: number | null): number => (at === null ? 0 : Math.max(0, (now() - at) / 1000))
    return [
      up(1),
      gauge('delivery_gates_inbox_open', 'Deliveries and own jobs that wait or are worked on.', inbox.open),
      gauge('delivery_gates_inbox_dead', 'Jobs given up after too many attempts.', inbox.dead),
      gauge('delivery_gates_inbox_oldest_seconds', 'Age of the oldest open job.', age(inbox.oldestReceivedAt)),
      gauge('delivery_gates_outbox_open', 'Effects on GitHub that wait or are under way.', outbox.open),
      gauge('delivery_gates_outbox_dead', 'Effects given up after too many attempts.', outbox.dead),
      gauge('delivery_gates_outbox_overdue_seconds', 'How long the next effect is overdue.', age(outbox.oldestDueAt)),
      gauges('delivery_gates_pull_requests_open', 'Open pull requests, by verdict.', 'verdict', pullRequests),
      gauge('delivery_gates_ledger_rows', 'Rows of all ledgers.', ledgerRows),
      gauge(
        'delivery_gates_ledger_broken',
        'Repositories whose ledger does not verify; their sign-offs are held.',
        ledgersBroken,
      ),
      gauge('delivery_gates_ledger_verification_age_seconds', 'Time since all ledgers were verified.', age(verifiedAt)),
      gauge('delivery_gates_installations', 'Installations that are neither suspended nor removed.', installations),
      ...(reconciledAt === null
        ? []
        : [
            gauge(
              'delivery_gates_reconcile_age_seconds',
              'Time since the installation that waits longest for it was reconciled.',
              age(reconciledAt),
            ),
          ]),
    ]
  } catch {
    return [up(0)]
  }
}
