import { createHash } from 'node:crypto'
import type { Seals } from '../src/checklist/seal.ts'
import type { PolicyState } from '../src/evaluate.ts'
import type { Account, PullRequestFacts } from '../src/facts/facts.ts'
import { planReviewRequests } from '../src/gates/review.ts'
import { type Directory, nodeIds } from '../src/github/roles.ts'
import type { Locale } from '../src/locales/index.ts'
import type { Message } from '../src/locales/message.ts'
import type { Links } from '../src/render/markdown.ts'
import type { Report } from '../src/report.ts'
import type { Store, Subject } from './store/index.ts'

/** What the sender needs to bring a pull request's comment, check and review requests into the wanted state. */
export interface Publication {
  readonly report: Report
  readonly locale: Locale
  readonly repoId: string
  readonly repositoryNodeId: string
  readonly pullRequestNodeId: string
  readonly owner: string
  readonly name: string
  readonly number: number
  /** Node ids of people and teams to be asked for a review. */
  readonly request: { readonly userIds: readonly string[]; readonly teamIds: readonly string[] }
  /** What each item asks here and now, and what its box and button send back. Left out by older versions. */
  readonly questions?: Seals
  readonly seals?: Seals
  /** Nothing of ours can be there yet, so nothing is looked up before creating. */
  readonly fresh: boolean
}

/** One reply to a person, in a comment of its own. */
export interface Reply {
  readonly messages: readonly Message[]
  readonly locale: Locale
  readonly pullRequestNodeId: string
  readonly owner: string
  readonly name: string
  readonly number: number
}

/** Where people see what a report speaks of. `webUrl` without a slash at the end. */
export function linksOf(webUrl: string, fullName: string, headSha: string): Links {
  const repository = `${webUrl}/${fullName}`
  return {
    commit: sha => `${repository}/commit/${sha}`,
    user: login => `${webUrl}/${login}`,
    file: (path, line) =>
      `${repository}/blob/${headSha}/${path.split('/').map(encodeURIComponent).join('/')}${line === undefined ? '' : `#L${line}`}`,
  }
}

/** What comment and check are made from; equal digests mean that nothing has to be written. */
export function publicationDigest(publication: Publication): string {
  return sha256(JSON.stringify([publication.locale, publication.report, publication.seals]))
}

/** Whether anything that was published differs from what is wanted now. */
export function wantsPublishing(subject: Subject | null, publication: Publication): boolean {
  const digest = publicationDigest(publication)
  const requests = publication.request.userIds.length + publication.request.teamIds.length
  return (
    requests > 0 ||
    subject === null ||
    subject.commentDigest !== digest ||
    subject.checkDigest !== digest ||
    subject.checkHeadSha !== publication.report.headSha
  )
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const askedKey = (lane: string): string => `asked:${lane}`

/** Node ids of everybody whom we have asked for a review on this pull request. */
export const askedOn = async (store: Store, lane: string): Promise<readonly string[]> =>
  ((await store.cache.get(askedKey(lane), 0)) ?? []) as readonly string[]

/** Remembers whom GitHub was asked to ask, whatever it answered. */
export async function rememberAsked(
  store: Store,
  lane: string,
  { userIds, teamIds }: Publication['request'],
): Promise<void> {
  const all = new Set([...(await askedOn(store, lane)), ...userIds, ...teamIds])
  await store.cache.set(askedKey(lane), [...all], Number.MAX_SAFE_INTEGER)
}

/** People whom the policy asks for a review and who are not asked yet, as node ids. */
export async function reviewRequests(
  store: Store,
  policy: PolicyState,
  facts: PullRequestFacts,
  directory: Directory,
): Promise<Publication['request']> {
  const options = policy.state === 'present' ? policy.policy.gates.review : undefined
  if (options === undefined || options.level === 'off') return { userIds: [], teamIds: [] }
  const ids = nodeIds(directory)
  const planned = planReviewRequests(facts, options, await openRequests(store, directory))
  return {
    userIds: planned.flatMap(one => (one.kind === 'user' ? (ids.users[one.account.id] ?? []) : [])),
    teamIds: planned.flatMap(one => (one.kind === 'team' ? (ids.teams[one.team.id] ?? []) : [])),
  }
}

/** How many open pull requests wait for each person of the directory, by account id. */
async function openRequests(store: Store, directory: Directory): Promise<ReadonlyMap<string, number>> {
  const people = Object.values(directory).flatMap((entry): readonly Account[] =>
    entry.kind === 'user' ? [entry.account] : entry.kind === 'team' ? entry.members : [],
  )
  const ids = new Map(people.map(person => [person.login, person.id]))
  const load = new Map<string, number>()
  for (const subject of await store.subjects.open()) {
    for (const actor of subject.waitingFor) {
      const id = actor.kind === 'user' ? ids.get(actor.login) : undefined
      if (id !== undefined) load.set(id, (load.get(id) ?? 0) + 1)
    }
  }
  return load
}
