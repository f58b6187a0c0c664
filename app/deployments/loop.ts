import { readWaitingRuns } from '../../src/github/gated-runs.ts'
import type { Log } from '../front/http.ts'
import { spreadMs } from '../known.ts'
import type { Deps } from '../pull-request.ts'
import type { Store } from '../store/index.ts'
import { deploymentJob, refreshDeployments, sweepJob, watchedRepositories } from './record.ts'

/** How often deployments that wait are looked at, whatever webhooks came. */
export const deploymentsMs = 60_000
/** What carries many pull requests costs many reads, and is looked at less often: so long for each of them. */
const perPullMs = 3_000
/** Runs of one repository that are looked at in one round, of those that nobody told us of. */
const maxRuns = 20
const hour = 60 * 60 * 1000

/** Looks for deployments that wait, now and at every interval. */
export function startDeployments(
  { store, now, log }: { readonly store: Store; readonly now: () => number; readonly log: Log },
  wake: () => void,
  intervalMs = deploymentsMs,
): { turn(): Promise<void>; stop(): void } {
  const turn = async (): Promise<void> => {
    const at = now()
    const due = (await store.deployments.waiting()).filter(
      ({ judgedAt, pulls }) => at - judgedAt >= Math.max(intervalMs / 2, (pulls?.length ?? 0) * perPullMs),
    )
    await refreshDeployments(store, due, at)
    for (const [index, repoId] of (await watchedRepositories(store, at)).entries()) {
      const repository = await store.repositories.get(repoId)
      if (repository === null || repository.removed) continue
      await store.inbox.enqueue(sweepJob(repoId, repository.installationId, at + index * spreadMs))
    }
    wake()
  }
  const safely = () => {
    turn().catch(error => log('warn', 'deployments.failed', { error: error instanceof Error ? error.message : '' }))
  }
  /** Of several instances one does it, whichever comes first in this interval. */
  const inTurn = async () => {
    if (await store.turns.take('deployments', Math.floor(now() / intervalMs))) safely()
  }
  safely()
  const timer = setInterval(() => void inTurn().catch(() => {}), intervalMs)
  return { turn, stop: () => clearInterval(timer) }
}

interface Seen {
  readonly etag: string | null
  readonly runs: readonly string[]
}

/** Finds runs of a repository that wait and that nobody told us of. One read, which costs nothing while nothing changes. */
export async function sweepRepository({ store, clientFor, now }: Deps, repoId: string): Promise<void> {
  const repository = await store.repositories.get(repoId)
  if (repository === null || repository.removed) return
  const { installationId, fullName } = repository
  const installation = await store.installations.get(installationId)
  if (installation?.suspended === true || installation?.removed === true) return
  const [owner = '', name = ''] = fullName.split('/')
  const key = `waiting-runs:${repoId}`
  const before = (await store.cache.get(key, now())) as Seen | null
  const found = await readWaitingRuns(await clientFor(installationId, repoId), { owner, name }, before?.etag ?? null)
  if (found === 'unchanged') return
  await store.cache.set(key, found, now() + hour)
  const known = new Set((await store.deployments.waiting({ repoId })).map(row => row.runId))
  const strange = found.runs.filter(runId => !known.has(runId)).slice(0, maxRuns)
  for (const [index, runId] of strange.entries()) {
    await store.inbox.enqueue(deploymentJob({ repoId, runId, installationId }, now() + index * spreadMs))
  }
}
