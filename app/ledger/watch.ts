import { setTimeout as sleep } from 'node:timers/promises'
import type { ChainHead, ChainProblem } from '../../src/ledger/ledger.ts'
import type { Log } from '../front.ts'
import { recheckJob, spreadMs } from '../known.ts'
import type { Histogram } from '../metrics/registry.ts'
import { describeChainProblem, type Store } from '../store/index.ts'

/** Looks at the ledger again and again. */
export interface LedgerWatch {
  /** Every chain now. Rejects when the store does not answer. */
  verify(): Promise<void>
  /** Resolves when nothing is read any more. */
  stop(): Promise<void>
}

/** How often every chain is verified. */
export const usualWatchMs = 60 * 60 * 1000
/** For each millisecond of reading so many are left to everybody else. */
const restShare = 4
/** When every chain was last verified, for the figures. */
export const verifiedKey = 'ledger:verified'

export interface WatchDeps {
  readonly store: Store
  /** Heads that were published outside the database; read anew for each look. */
  readonly published: () => Promise<readonly ChainHead[]>
  readonly seconds: Histogram
  readonly now: () => number
  readonly log: Log
  readonly wake: () => void
}

/**
 * Verifies every chain once an hour, on one of the instances, against what was published and against the heads that it
 * saw before. A page at a time and with rests, so that webhooks are acknowledged meanwhile. What is broken is held at once
 * on all instances, and the open pull requests of that repository are judged anew.
 */
export function watchLedger(deps: WatchDeps, everyMs = usualWatchMs): LedgerWatch {
  const { store, now, log, seconds } = deps
  const seen = new Map<string, ChainHead>()
  const stopping = new AbortController()
  const failed = (error: unknown): void => {
    if (!stopping.signal.aborted)
      log('warn', 'ledger.unverified', { problem: error instanceof Error ? error.message : String(error) })
  }
  const begun = begin(deps, seen).catch(failed)
  let running: Promise<void> | null = null
  const look = async (): Promise<void> => {
    await begun
    const start = performance.now()
    const outcome = await lookThrough(deps, seen, stopping.signal).catch((error: unknown) => {
      seconds.observe((performance.now() - start) / 1000, { outcome: 'failed' })
      throw error
    })
    seconds.observe((performance.now() - start) / 1000, { outcome })
    await store.cache.set(verifiedKey, now(), Number.MAX_SAFE_INTEGER)
  }
  const verify = (): Promise<void> => {
    running ??= look().finally(() => {
      running = null
    })
    return running
  }
  const inTurn = async (): Promise<void> => {
    if (await store.turns.take('ledger', Math.floor(now() / everyMs))) await verify()
  }
  const timer = setInterval(() => void inTurn().catch(failed), everyMs)
  timer.unref()
  return {
    verify,
    stop: async () => {
      clearInterval(timer)
      stopping.abort()
      await begun
      await running?.catch(() => {})
    },
  }
}

/** The store has verified every chain when it was opened, and nothing was written since. */
async function begin({ store, now }: WatchDeps, seen: Map<string, ChainHead>): Promise<void> {
  for (const repoId of await store.ledger.repositories()) remember(seen, await store.ledger.head(repoId))
  await store.cache.set(verifiedKey, now(), Number.MAX_SAFE_INTEGER)
}

async function lookThrough(
  deps: WatchDeps,
  seen: Map<string, ChainHead>,
  stopping: AbortSignal,
): Promise<'whole' | 'broken'> {
  const { store, published } = deps
  const pause = resting(stopping)
  const heads = await published()
  let outcome: 'whole' | 'broken' = 'whole'
  const repoIds = [...(await store.ledger.repositories()), ...seen.keys(), ...heads.map(head => head.repoId)]
  for (const repoId of new Set(repoIds)) {
    // Found before: it is held all the same, also where somebody has taken that out of the database.
    const isTold = store.ledger.problem(repoId) !== null
    const known = seen.get(repoId)
    const own = heads.filter(head => head.repoId === repoId)
    const result = await store.ledger.verify(repoId, known === undefined ? own : [known, ...own], pause)
    if (isTold || !result.ok) outcome = 'broken'
    if (result.ok) remember(seen, result.value)
    else if (!isTold) await tell(deps, result.error)
  }
  return outcome
}

function remember(seen: Map<string, ChainHead>, head: ChainHead | null): void {
  if (head !== null) seen.set(head.repoId, head)
}

/** Rests in proportion to what was read since the last rest. */
function resting(stopping: AbortSignal): () => Promise<void> {
  let from = performance.now()
  return async () => {
    await sleep((performance.now() - from) * restShare, undefined, { signal: stopping })
    from = performance.now()
  }
}

/** Checks that are green by sign-offs of this chain must not stay so. */
async function tell({ store, now, log, wake }: WatchDeps, problem: ChainProblem): Promise<void> {
  log('error', 'ledger.broken', { repository: problem.repoId, problem: describeChainProblem(problem) })
  let runAt = now()
  for (const subject of await store.subjects.open(problem.repoId)) {
    await store.inbox.enqueue(recheckJob(subject, runAt))
    runAt += spreadMs
  }
  wake()
}
