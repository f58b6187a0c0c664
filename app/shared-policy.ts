import type { PolicyState } from '../src/evaluate.ts'
import { policyStateOf, type ReadReference, referencesIn, sharedFor, sharedForHead } from '../src/facts/policy.ts'
import type { GitHubClient } from '../src/github/client.ts'
import { readReference } from '../src/github/shared.ts'
import type { PolicyEntry } from '../src/github/snapshot.ts'
import type { ExtendsContext, SharedRead } from '../src/policy/layers.ts'
import { type Reference, referenceKey } from '../src/policy/reference.ts'
import { refreshJob } from './known.ts'
import { laneOf } from './lane.ts'
import { refreshGroupsOf } from './merge-group/record.ts'
import type { Operations, Store, SubjectKey } from './store/index.ts'

/** A shared policy may be this old when somebody is judged; a push to its repository forgets it at once. */
const maxAgeMs = 5 * 60 * 1000

/** Repositories of the owner that policies may extend, where the operator does not say otherwise. */
export const usualPolicyRepositories: readonly string[] = ['.github']

/** A policy with what it extends. */
export interface ReadPolicy {
  readonly policy: PolicyState
  /** For a comparison with the pull request's own version. */
  readonly extending: ExtendsContext
  readonly references: readonly Reference[]
}

interface Reading {
  /** Reaches the repositories that policies may extend. */
  readonly client: GitHubClient
  readonly store: Pick<Store, 'cache'>
  readonly now: () => number
  /** Names without their owner. Left out: `.github`. The policy's own repository is always among them. */
  readonly policyRepositories?: readonly string[] | undefined
}

interface Version {
  readonly owner: string
  readonly name: string
  readonly sha: string
  readonly entries: readonly PolicyEntry[] | null
  /** The pull request's own version. */
  readonly head?: readonly PolicyEntry[]
}

/** The policy of a base commit, and what is needed to compare a pull request's version with it. */
export async function readPolicy(reading: Reading, { owner, name, sha, entries, head }: Version): Promise<ReadPolicy> {
  const allowed = [name, ...(reading.policyRepositories ?? usualPolicyRepositories)].map(one => one.toLowerCase())
  const mayExtend = ({ repository }: Reference) => allowed.includes(repository.toLowerCase())
  const read = keptReader(reading)
  const base = { owner, mayExtend, shared: await sharedFor(entries, { owner, mayExtend }, read) }
  return {
    policy: policyStateOf(entries, { ...base, sha }),
    extending: head === undefined ? base : { ...base, shared: await sharedForHead(head, base, read) },
    references: referencesIn(entries, base),
  }
}

const nameOf = ({ owner, repository }: Reference): string => `${owner}/${repository}`.toLowerCase()
const filesPrefix = (fullName: string): string => `shared:${fullName.toLowerCase()}:`

/** Answers are kept for minutes; what could not be read is asked again next time. */
function keptReader({ client, store, now }: Reading): ReadReference {
  return async reference => {
    const key = `${filesPrefix(nameOf(reference))}${referenceKey(reference)}`
    const kept = (await store.cache.get(key, now())) as SharedRead | null
    if (kept !== null) return kept
    const found = await readReference(client, reference)
    if (found.state === 'present') await store.cache.set(key, found, now() + maxAgeMs)
    return found
  }
}

const dependentsPrefix = (fullName: string): string => `extending:${fullName}:`

/** Keeps which repositories the policy of a pull request is made of. */
export async function rememberExtends(
  store: Pick<Operations, 'cache'>,
  key: SubjectKey,
  references: readonly Reference[],
): Promise<void> {
  const own = `extends:${laneOf(key)}`
  const before = ((await store.cache.get(own, 0)) ?? []) as readonly string[]
  const after = [...new Set(references.map(nameOf))].sort()
  if (JSON.stringify(before) === JSON.stringify(after)) return
  await store.cache.set(own, after, Number.MAX_SAFE_INTEGER)
  const { repoId, kind, number } = key
  for (const name of after)
    await store.cache.set(`${dependentsPrefix(name)}${laneOf(key)}`, { repoId, kind, number }, Number.MAX_SAFE_INTEGER)
  for (const name of before.filter(one => !after.includes(one)))
    await store.cache.forget(`${dependentsPrefix(name)}${laneOf(key)}`)
}

/** A push to a repository: open pull requests whose policies are made of it are judged again. */
export async function refreshExtending(
  { store, now }: { readonly store: Store; readonly now: () => number },
  fullName: string,
): Promise<void> {
  const name = fullName.toLowerCase()
  await store.cache.forget(filesPrefix(name))
  for (const value of await store.cache.under(dependentsPrefix(name), now())) {
    const key = value as SubjectKey
    const subject = await store.subjects.get(key)
    if (subject?.state === 'open') {
      await store.inbox.enqueue(refreshJob(subject, now()))
      await refreshGroupsOf(store, key.repoId, key.number, now())
    } else await store.cache.forget(`${dependentsPrefix(name)}${laneOf(key)}`)
  }
}
