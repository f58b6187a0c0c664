import type { Policy } from '../../src/policy/schema.ts'
import { spreadMs } from '../known.ts'
import type { NewJob, Operations, SubjectKey, WaitingDeployment } from '../store/index.ts'

/** A run of a repository that the App can reach. */
export interface RunKey {
  readonly repoId: string
  readonly runId: string
}

type Stored = Pick<Operations, 'cache' | 'deployments' | 'inbox'>

/** One queue per run: its jobs are answered one after the other. */
export const laneOfRun = ({ repoId, runId }: RunKey): string => `deployment:${repoId}:${runId}`

/** The run of a lane; `null` for all other lanes. */
export function runOfLane(lane: string): RunKey | null {
  const [, repoId, runId] = /^deployment:(\d+):(\d+)$/.exec(lane) ?? []
  return repoId === undefined || runId === undefined ? null : { repoId, runId }
}

/** What a look is about in particular. */
export interface Asked {
  readonly environment: string
  /** Commit that GitHub named; `null`: it did not. */
  readonly sha: string | null
  /** GitHub took an answer of ours for one that nobody waits for. */
  readonly refused?: boolean
}

/** A look at everything that waits in a run. `asked`: what GitHub has said about it, which no other look may swallow. */
export function deploymentJob(
  run: RunKey & { readonly installationId: string | null },
  runAt: number,
  asked?: Asked,
): NewJob {
  const lane = laneOfRun(run)
  return {
    lane,
    event: 'internal.deployment',
    installationId: run.installationId,
    repoId: run.repoId,
    coalesceKey:
      asked === undefined ? lane : `${lane}:${asked.refused === true ? 'refused' : asked.sha}:${asked.environment}`,
    payload: JSON.stringify(asked ?? {}),
    runAt,
  }
}

/** A look for runs that wait in a repository and that nobody told us of. */
export const sweepJob = (repoId: string, installationId: string | null, runAt: number): NewJob => ({
  lane: `repo:${repoId}`,
  event: 'internal.deployments',
  installationId,
  repoId,
  coalesceKey: `deployments:${repoId}`,
  runAt,
})

/** What is signed on a pull request has changed: deployments that carry it, or may, are judged again. */
export async function refreshDeploymentsOf(
  store: Stored,
  { repoId, number }: Pick<SubjectKey, 'repoId' | 'number'>,
  now: number,
): Promise<void> {
  const waiting = await store.deployments.waiting({ repoId })
  await refreshDeployments(
    store,
    waiting.filter(({ pulls }) => pulls === null || pulls.includes(number)),
    now,
  )
}

export async function refreshDeployments(
  store: Stored,
  waiting: readonly WaitingDeployment[],
  now: number,
): Promise<void> {
  const runs = new Map(waiting.map(one => [laneOfRun(one), one]))
  for (const [index, run] of [...runs.values()].entries()) {
    await store.inbox.enqueue(deploymentJob(run, now + index * spreadMs))
  }
}

const watchedPrefix = 'environments:'

/** Since when the policy of a repository names each environment, epoch milliseconds. */
type Watched = Readonly<Record<string, number>>

/** Repositories whose policy holds deployments are the only ones that are looked at for runs that wait. */
export async function rememberEnvironments(
  store: Pick<Operations, 'cache'>,
  repoId: string,
  policy: Policy | null,
  now: number,
): Promise<void> {
  if (policy === null) return
  const key = `${watchedPrefix}${repoId}`
  const known = ((await store.cache.get(key, 0)) as { readonly environments: Watched } | null)?.environments ?? {}
  const names = Object.keys(policy.environments)
  if (names.every(name => Object.hasOwn(known, name))) return
  // A name that was taken out and comes again is as old as it was.
  const environments = { ...Object.fromEntries(names.map(name => [name, now])), ...known }
  await store.cache.set(key, { repoId, environments }, Number.MAX_SAFE_INTEGER)
}

export const watchedRepositories = async (store: Pick<Operations, 'cache'>, now: number): Promise<readonly string[]> =>
  (await store.cache.under(watchedPrefix, now)).map(value => (value as { readonly repoId: string }).repoId)

/** Since when deployments to an environment are held: a record that is younger may have been written by anybody. */
export async function heldSince(
  store: Pick<Operations, 'cache' | 'deployments'>,
  { repoId, environment }: { readonly repoId: string; readonly environment: string },
): Promise<number | null> {
  const kept = (await store.cache.get(`${watchedPrefix}${repoId}`, 0)) as { readonly environments: Watched } | null
  const named = kept?.environments[environment]
  const asked = await store.deployments.heldSince(repoId, environment)
  const times = [named, asked].filter(at => at !== undefined && at !== null)
  return times.length === 0 ? null : Math.min(...times)
}
