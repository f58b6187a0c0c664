import type { FactName, IssueRef, PullRequestFacts } from '../src/facts/facts.ts'
import { neededFacts } from '../src/policy/needs.ts'
import type { Policy } from '../src/policy/schema.ts'
import { refreshJob } from './known.ts'
import { laneOf } from './lane.ts'
import type { NewJob, Operations, Subject, SubjectKey } from './store/index.ts'

/** What an open pull request's verdict rests on, so that events about anything else cost no call. */
interface Watch {
  /** Of a closed pull request it is forgotten after a while. */
  readonly open: boolean
  readonly facts: readonly FactName[]
  /** Issues and pull requests elsewhere, `owner/name#number` in lower case. */
  readonly refs: readonly string[]
}

type Stored = Pick<Operations, 'cache' | 'subjects' | 'inbox'>

const watchKey = (lane: string): string => `watch:${lane}`
const watchersKey = (ref: string): string => `watchers:${ref}`
const nameOf = ({ owner, name, number }: IssueRef): string => `${owner}/${name}#${number}`.toLowerCase()

/** Other events of the same sort follow closely, e.g. the jobs of one workflow: they are gathered for so long. */
export const gatherOthersMs = 1_500

/** End of the while that `now` is in. A job for each: one that is running already would at once run again for the next event. */
export const gatheredAt = (now: number): number => (Math.floor(now / gatherOthersMs) + 1) * gatherOthersMs

function gatheredJob(subject: Subject, now: number): NewJob {
  const job = refreshJob(subject, gatheredAt(now))
  return { ...job, coalesceKey: `${job.coalesceKey}:${job.runAt}` }
}

const keptClosedMs = 30 * 24 * 60 * 60 * 1000

/** Keeps what this evaluation rested on. */
export async function rememberWatch(
  store: Stored,
  key: SubjectKey,
  policy: Policy | null,
  facts: Pick<PullRequestFacts, 'state' | 'evaluatedAt' | 'linkedIssues' | 'dependencies'>,
): Promise<void> {
  const lane = laneOf(key)
  const needed = policy === null ? new Set<FactName>() : neededFacts(policy)
  const issues = needed.has('linkedIssues') && facts.linkedIssues.state === 'present' ? facts.linkedIssues.value : []
  const nodes =
    needed.has('dependencies') && facts.dependencies.state === 'present' ? facts.dependencies.value.nodes.slice(1) : []
  const refs = [...new Set([...issues, ...nodes].map(nameOf))].sort()
  const watch: Watch = { open: facts.state === 'open', facts: [...needed].sort(), refs }
  const before = (await store.cache.get(watchKey(lane), 0)) as Watch | null
  if (JSON.stringify(before) === JSON.stringify(watch)) return
  const expiresAt = watch.open ? Number.MAX_SAFE_INTEGER : Date.parse(facts.evaluatedAt) + keptClosedMs
  await store.cache.set(watchKey(lane), watch, expiresAt)
  for (const ref of watch.refs) {
    if (before?.refs.includes(ref) === true) continue
    const others = await watchersOf(store, ref)
    const known = others.some(other => laneOf(other) === lane)
    if (!known) await store.cache.set(watchersKey(ref), [...others, key], Number.MAX_SAFE_INTEGER)
  }
}

/** Whether a change of one of these facts can change the verdict; yes where that is not known yet. */
export async function restsOn(
  store: Pick<Operations, 'cache'>,
  key: Pick<SubjectKey, 'repoId' | 'number'>,
  about: readonly FactName[],
): Promise<boolean> {
  const watch = (await store.cache.get(watchKey(laneOf(key)), 0)) as Watch | null
  return watch === null || about.some(fact => watch.facts.includes(fact))
}

const watchersOf = async (store: Pick<Operations, 'cache'>, ref: string): Promise<readonly SubjectKey[]> =>
  ((await store.cache.get(watchersKey(ref), 0)) ?? []) as readonly SubjectKey[]

/** An issue or pull request has changed: those that rest on it, wherever they are, are looked at again. */
export async function refreshWatchers(store: Stored, fullName: string, number: number, now: number): Promise<void> {
  const ref = `${fullName}#${number}`.toLowerCase()
  const watchers = await watchersOf(store, ref)
  const open: Subject[] = []
  for (const key of watchers) {
    const subject = await store.subjects.get(key)
    const watch = (await store.cache.get(watchKey(laneOf(key)), 0)) as Watch | null
    if (subject?.state === 'open' && watch?.refs.includes(ref) === true) open.push(subject)
  }
  if (open.length < watchers.length) {
    const keys = open.map(({ repoId, kind, number: own }): SubjectKey => ({ repoId, kind, number: own }))
    await store.cache.set(watchersKey(ref), keys, Number.MAX_SAFE_INTEGER)
  }
  for (const subject of open) await store.inbox.enqueue(gatheredJob(subject, now))
}

/** Open pull requests at a commit whose verdict rests on one of these facts are looked at again, soon and together. */
export async function refreshAtHead(
  store: Stored,
  { repoId, sha, about }: { readonly repoId: string; readonly sha: string; readonly about: readonly FactName[] },
  now: number,
): Promise<void> {
  for (const subject of await store.subjects.byHead(repoId, sha)) {
    if (await restsOn(store, subject, about)) await store.inbox.enqueue(gatheredJob(subject, now))
  }
}
