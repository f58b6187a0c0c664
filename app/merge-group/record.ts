import type { FactName } from '../../src/facts/facts.ts'
import type { NewJob, Operations } from '../store/index.ts'
import { gatheredAt, restsOn } from '../watch.ts'

/** What the merge queue tests together: a commit on top of the base branch. */
export interface MergeGroup {
  readonly repoId: string
  readonly installationId: string
  /** `owner/name`. */
  readonly fullName: string
  readonly headSha: string
  readonly headRef: string
  readonly baseSha: string
  /** Branch, without `refs/heads/`. */
  readonly baseRef: string
}

type Stored = Pick<Operations, 'cache' | 'inbox'>

/** GitHub ends a group after hours at the latest; what it never told the end of is forgotten. */
const keptMs = 7 * 24 * 60 * 60 * 1000
/** Groups of one repository that are kept an eye on. */
const maxGroups = 100

const listKey = (repoId: string): string => `groups:${repoId}`
const groupKey = (repoId: string, sha: string): string => `group:${repoId}:${sha}`
const goneKey = (repoId: string, sha: string): string => `group-gone:${repoId}:${sha}`
const membersKey = (repoId: string, sha: string): string => `group-members:${repoId}:${sha}`

/** `null`: nobody asked about this commit, or the group is gone. */
export const groupAt = async (store: Pick<Operations, 'cache'>, repoId: string, sha: string, now: number) =>
  (await store.cache.get(groupKey(repoId, sha), now)) as MergeGroup | null

const openGroups = async (store: Pick<Operations, 'cache'>, repoId: string, now: number): Promise<readonly string[]> =>
  ((await store.cache.get(listKey(repoId), now)) ?? []) as readonly string[]

/** Keeps a group and has it looked at. One that was destroyed before we heard of it stays gone. */
export async function openGroup(store: Stored, group: MergeGroup, now: number): Promise<void> {
  const { repoId, headSha } = group
  if ((await store.cache.get(goneKey(repoId, headSha), now)) !== null) return
  const others = (await openGroups(store, repoId, now)).filter(sha => sha !== headSha)
  await store.cache.set(groupKey(repoId, headSha), group, now + keptMs)
  await store.cache.set(listKey(repoId), [...others, headSha].slice(-maxGroups), now + keptMs)
  await store.inbox.enqueue(groupJob(group, now))
}

export async function closeGroup(store: Stored, repoId: string, headSha: string, now: number): Promise<void> {
  await store.cache.set(goneKey(repoId, headSha), true, now + keptMs)
  await store.cache.forget(groupKey(repoId, headSha))
  const others = (await openGroups(store, repoId, now)).filter(sha => sha !== headSha)
  await store.cache.set(listKey(repoId), others, now + keptMs)
}

const groupJob = ({ repoId, installationId, headSha }: MergeGroup, runAt: number): NewJob => {
  const lane = `group:${repoId}:${headSha}`
  return {
    lane,
    event: 'internal.group',
    installationId,
    repoId,
    coalesceKey: lane,
    payload: JSON.stringify({ headSha }),
    runAt,
  }
}

/** Head of the group that a lane is about; `null` for all other lanes. */
export const groupOfLane = (lane: string): string | null => /^group:\d+:([0-9a-f]+)$/.exec(lane)?.[1] ?? null

/** Something reported on a commit: if it is a group's whose verdict rests on such facts, it is looked at again. */
export async function refreshGroupAt(
  store: Stored,
  { repoId, sha, about }: { readonly repoId: string; readonly sha: string; readonly about?: readonly FactName[] },
  { now, runAt = now }: { readonly now: number; readonly runAt?: number },
): Promise<void> {
  const group = await groupAt(store, repoId, sha, now)
  if (group === null || !(await groupRestsOn(store, group, about, now))) return
  const job = groupJob(group, runAt)
  if (runAt <= now) return store.inbox.enqueue(job)
  const gathered = gatheredAt(now)
  await store.inbox.enqueue({ ...job, runAt: gathered, coalesceKey: `${job.coalesceKey}:${gathered}` })
}

async function groupRestsOn(
  store: Stored,
  { repoId, headSha }: MergeGroup,
  about: readonly FactName[] | undefined,
  now: number,
): Promise<boolean> {
  const members = (await store.cache.get(membersKey(repoId, headSha), now)) as readonly number[] | null
  if (about === undefined || members === null) return true
  for (const number of members) if (await restsOn(store, { repoId, number }, about)) return true
  return false
}

/** Pull requests of a group never change: they are looked up once. */
export const rememberMembers = (store: Stored, group: MergeGroup, numbers: readonly number[], now: number) =>
  store.cache.set(membersKey(group.repoId, group.headSha), numbers, now + keptMs)

/** What people decided on a pull request has changed: the groups that it is in are looked at again. */
export async function refreshGroupsOf(store: Stored, repoId: string, number: number, now: number): Promise<void> {
  for (const sha of await openGroups(store, repoId, now)) {
    const members = ((await store.cache.get(membersKey(repoId, sha), now)) ?? []) as readonly number[]
    if (members.includes(number)) await refreshGroupAt(store, { repoId, sha }, { now })
  }
}
