import { setTimeout as sleep } from 'node:timers/promises'
import { retryAfter, statusOf } from '../src/github/client.ts'
import type { Log } from './front.ts'
import { isOutside } from './guard.ts'
import { subjectOfLane } from './lane.ts'
import { type Deps, processPullRequest } from './pull-request.ts'
import { type CatchUpDeps, catchUpLane, processCatchUp } from './redeliver.ts'
import { processLane } from './repository.ts'
import { EffectFailed, LostClaim, removeCopies, type SenderDeps, send } from './sender.ts'
import { type LaneClaim, type OutboxClaim, StaleClaim } from './store/index.ts'

/** How long what a process had begun waits for another one after that process is gone. */
export const usualLeaseMs = 120_000
/** Lanes worked on at once; within a lane there is one worker by the lease. */
const parallel = 6
/** Of these for one installation: a storm of its events leaves two free for everybody else. */
const perInstallation = 4
const idleMs = 1_000

export interface Worker {
  /** Something was stored: look now instead of at the next turn. */
  wake(): void
  /** Resolves when nothing is due and nothing is under way. For tests and orderly ends. */
  idle(): Promise<void>
  /** Whether something is under way. For tests that let the time pass themselves. */
  busy(): boolean
  /** Takes no new work and waits for what is under way. */
  stop(): Promise<void>
}

export interface WorkerDeps extends SenderDeps, Pick<Deps, 'policyRepositories'>, Pick<CatchUpDeps, 'app'> {
  readonly log: Log
  /** Writes of one installation that may follow each other at once, so that a person is answered at once. */
  readonly burst: number
  /** How long a lane or an effect belongs to the process that took it, in milliseconds. */
  readonly leaseMs: number
}

/** Work that becomes due within this time is still waited for by `idle`. */
const soonMs = 2_000

/** Works off lanes and effects as they become due. */
export function startWorker(deps: WorkerDeps): Worker {
  const lanes = startLoop(() => workLane(deps), parallel)
  // Of one installation the store gives out one effect at a time; a slow one must not hold up the others.
  const effects = startLoop(() => workEffect(deps), parallel)
  lanes.afterWork(effects.wake)
  const wake = () => {
    lanes.wake()
    effects.wake()
  }
  return {
    wake,
    busy: () => lanes.busy() || effects.busy(),
    idle: async () => {
      for (let quiet = 0; quiet < 2; ) {
        await lanes.idle()
        await effects.idle()
        const due = await nextDue(deps)
        const wait = due === null ? Number.POSITIVE_INFINITY : due - deps.now()
        quiet = wait <= soonMs ? 0 : quiet + 1
        if (quiet > 0) continue
        await sleep(Math.max(wait, 10))
        wake()
      }
    },
    stop: async () => {
      await lanes.stop()
      await effects.stop()
    },
  }
}

async function nextDue({ store }: WorkerDeps): Promise<number | null> {
  const due = [await store.lanes.nextDue(), await store.outbox.nextDue()].filter(at => at !== null)
  return due.length === 0 ? null : Math.min(...due)
}

/** One lane's due jobs. False when there was none. */
async function workLane(deps: WorkerDeps): Promise<boolean> {
  const claim = await deps.store.lanes.claim(deps.now(), deps.leaseMs, { perInstallation })
  if (claim === null) return false
  try {
    const renew = () => deps.store.lanes.renew(claim, deps.now(), deps.leaseMs)
    await holding(renew, deps.leaseMs, () => workOn(deps, claim))
  } catch (error) {
    await failLane(deps, claim, error)
  } finally {
    await deps.store.lanes.release(claim)
  }
  return true
}

function workOn(deps: WorkerDeps, claim: LaneClaim): Promise<unknown> {
  if (claim.key === catchUpLane) return processCatchUp(deps, claim)
  const key = subjectOfLane(claim.key)
  return key === null ? processLane(deps, claim) : processPullRequest(deps, claim, key)
}

/** Keeps a lease while the work goes on, however long it takes: only a process that is gone or halted loses it. */
async function holding<T>(renew: () => Promise<unknown>, leaseMs: number, work: () => Promise<T>): Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  const beat = setInterval(() => {
    last = last.then(renew).catch(() => {})
  }, leaseMs / 3)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    // A renewal that came after the end would hold what is free.
    await last
  }
}

/** Puts the lane's first job back; those behind it wait, so that their order stays. */
async function failLane(deps: WorkerDeps, claim: LaneClaim, error: unknown): Promise<void> {
  if (error instanceof StaleClaim) return
  const text = error instanceof Error ? error.message : String(error)
  const first = claim.jobs[0]
  if (first === undefined) return
  const now = deps.now()
  const asked = retryAfter(error, now)
  // Many lanes wait for the same moment: they need not all come back at it.
  const wait = asked === null ? backOff(first.attempts) : asked + Math.round(Math.random() * Math.min(5_000, asked / 4))
  deps.log('warn', 'lane.failed', {
    lane: claim.key,
    attempts: first.attempts + 1,
    status: statusOf(error),
    error: text.slice(0, 300),
  })
  await deps.store.lanes
    .retry(claim, first.id, { error: text, runAt: now + wait, now, patient: isOutside(error) })
    .catch(inner => {
      if (!(inner instanceof StaleClaim)) throw inner
    })
}

/** 1 s, 2 s, 4 s … five minutes, in the end an hour, with a quarter of spread so that lanes do not return together. */
function backOff(attempts: number): number {
  const full = Math.min(attempts < 60 ? 300_000 : 3_600_000, 1_000 * 2 ** attempts)
  return Math.round(full * (0.75 + Math.random() / 4))
}

/** GitHub asks for a second between writes. */
const perWriteMs = 1_000

/** One due effect. False when there was none, or all due ones belong to resting installations. */
async function workEffect(deps: WorkerDeps): Promise<boolean> {
  const claim = await deps.store.outbox.claim(deps.now(), deps.leaseMs, { burst: deps.burst, perWriteMs })
  if (claim === null) return false
  try {
    const renew = () => deps.store.outbox.renew(claim, deps.now(), deps.leaseMs)
    await holding(renew, deps.leaseMs, () => send(deps, claim))
    if ((await deps.store.outbox.done(claim)) === 'stale') await removeCopies(deps, claim)
  } catch (error) {
    if (!(error instanceof LostClaim)) await failEffect(deps, claim, error)
  }
  return true
}

async function failEffect(deps: WorkerDeps, claim: OutboxClaim, error: unknown): Promise<void> {
  const now = deps.now()
  const asked = error instanceof EffectFailed ? error.waitMs : null
  // Without a word from GitHub a limit rests for a minute at least; other failures back off by themselves.
  const wait = asked === null ? backOff(claim.attempts) : Math.max(1_000, asked)
  const text = error instanceof Error ? error.message : String(error)
  deps.log('warn', 'effect.failed', {
    key: claim.key,
    kind: claim.kind,
    attempts: claim.attempts + 1,
    error: text.slice(0, 300),
  })
  const runAt = now + wait
  const rest = asked === null ? {} : { restUntil: runAt }
  const outcome = await deps.store.outbox.retry(claim, { error: text, runAt, now, patient: isOutside(error), ...rest })
  if (outcome === 'stale') await removeCopies(deps, claim)
}

/** Calls `work` until it finds nothing, then again after a wake or a second, in up to `width` calls at once. */
function startLoop(work: () => Promise<boolean>, width: number) {
  let running = 0
  let stopping = false
  let again = false
  let after: () => void = () => {}
  let waiters: (() => void)[] = []
  const settle = () => {
    if (running > 0) return
    for (const resolve of waiters) resolve()
    waiters = []
  }
  const run = async (): Promise<void> => {
    running += 1
    try {
      while (!stopping && (await work())) {
        after()
        if (again && running < width) void run()
      }
    } catch {
      // The store did not answer; the next turn tries again.
    } finally {
      running -= 1
      settle()
    }
  }
  const wake = () => {
    again = true
    if (!stopping && running < width) void run()
  }
  const timer = setInterval(wake, idleMs)
  return {
    wake,
    afterWork: (next: () => void) => {
      after = next
    },
    busy: () => running > 0,
    idle: () => (running === 0 ? Promise.resolve() : new Promise<void>(resolve => waiters.push(resolve))),
    stop: async () => {
      stopping = true
      clearInterval(timer)
      if (running > 0) await new Promise<void>(resolve => waiters.push(resolve))
    },
  }
}
