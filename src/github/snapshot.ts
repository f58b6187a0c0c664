import {
  type Account,
  absent,
  type Commit,
  type CoverageBaseline,
  type Fact,
  type FindingsBaseline,
  type LinkedIssue,
  present,
  type Review,
  type ReviewRequest,
  unknown,
  type ValuesBaseline,
} from '../facts/facts.ts'
import { message } from '../locales/message.ts'
import { policyPaths } from '../policy/search.ts'
import type { GitHubClient } from './client.ts'
import {
  baselineOf,
  type CommitReports,
  type EvidenceCommit,
  otherBaselines,
  type PolicyEntry,
  type PolicyHolder,
  policyEntries,
  type ReportedCommit,
  reportsOf,
} from './commit.ts'
import { type Labels, type LinkedIssues, labelsOf, linkedIssuesOf, milestoneOf } from './issues.ts'
import {
  evidenceCheckName,
  measuredCheckName,
  moreCommitsQuery,
  moreReviewsQuery,
  pullRequestQuery,
} from './queries.ts'
import { type Refused, readAllowed } from './refused.ts'

export type { PolicyEntry } from './commit.ts'

/** One pull request as GitHub's GraphQL API describes it in one read (more only beyond 100 commits or reviews). */
export interface Snapshot extends CommitReports {
  readonly repository: {
    readonly id: string
    readonly nodeId: string
    readonly owner: string
    readonly name: string
    readonly isPrivate: boolean
  }
  readonly nodeId: string
  readonly number: number
  readonly title: string
  readonly url: string
  readonly createdAt: string
  readonly author: Account | null
  readonly state: 'open' | 'closed' | 'merged'
  readonly isDraft: boolean
  readonly baseRef: string
  /** Tip of the base branch now, or the recorded base when the branch is gone. */
  readonly baseSha: string
  readonly headSha: string
  /** The head branch is in another repository, or nobody can tell any more. */
  readonly fromFork: boolean
  readonly totals: { readonly changedFiles: number; readonly additions: number; readonly deletions: number }
  /** `null`: the base branch is gone, so nobody can say what stood there. */
  readonly policyAtBase: readonly PolicyEntry[] | null
  readonly policyAtHead: readonly PolicyEntry[]
  readonly commits: Fact<readonly Commit[]>
  readonly reviews: Fact<readonly Review[]>
  readonly reviewRequests: Fact<readonly ReviewRequest[]>
  readonly body: Fact<string>
  readonly labels: Fact<readonly string[]>
  readonly milestone: Fact<string>
  readonly linkedIssues: Fact<readonly LinkedIssue[]>
  /** What CI recorded for the newest commit of the base branch that has a record. */
  readonly baseline: Fact<CoverageBaseline>
  readonly findingsBaseline: Fact<FindingsBaseline>
  readonly valuesBaseline: Fact<ValuesBaseline>
}

export interface PullRequestRef {
  readonly owner: string
  readonly name: string
  readonly number: number
}

interface Actor {
  readonly __typename: string
  readonly login: string
  readonly databaseId?: number | null
}
interface GitActor {
  readonly name: string | null
  readonly email: string | null
  readonly user: { readonly login: string; readonly databaseId: number | null } | null
}
interface Page<T> {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly T[]
}
interface CommitNode {
  readonly commit: {
    readonly oid: string
    readonly author: GitActor | null
    readonly committer: GitActor | null
    readonly authors: { readonly totalCount: number; readonly nodes: readonly GitActor[] }
    readonly signature: { readonly isValid: boolean; readonly wasSignedByGitHub: boolean } | null
    readonly parents: { readonly totalCount: number; readonly nodes: readonly { readonly oid: string }[] }
  }
}
interface ReviewNode {
  readonly fullDatabaseId: string
  readonly state: string
  readonly submittedAt: string | null
  readonly createdAt: string
  readonly commit: { readonly oid: string } | null
  readonly author: Actor | null
}
interface Answer {
  readonly repository: {
    readonly id: string
    readonly databaseId: number
    readonly name: string
    readonly isPrivate: boolean
    readonly owner: { readonly login: string }
    readonly pullRequest: {
      readonly id: string
      readonly number: number
      readonly title: string
      readonly body: string | null
      readonly url: string
      readonly state: 'OPEN' | 'CLOSED' | 'MERGED'
      readonly isDraft: boolean
      readonly isCrossRepository: boolean
      readonly createdAt: string
      readonly author: Actor | null
      readonly baseRefName: string
      readonly baseRefOid: string
      readonly headRefOid: string
      readonly changedFiles: number
      readonly additions: number
      readonly deletions: number
      readonly baseRef: {
        readonly target: PolicyHolder & {
          readonly oid: string
          readonly history: { readonly nodes: readonly EvidenceCommit[] }
        }
      } | null
      readonly head: { readonly nodes: readonly { readonly commit: EvidenceCommit & ReportedCommit & PolicyHolder }[] }
      readonly labels: Labels | null
      readonly milestone: { readonly title: string } | null
      readonly linked: LinkedIssues | null
      readonly commits: Page<CommitNode>
      readonly reviews: Page<ReviewNode>
      readonly reviewRequests: {
        readonly totalCount: number
        readonly nodes: readonly {
          readonly requestedReviewer:
            | { readonly __typename: 'User'; readonly login: string; readonly databaseId: number }
            | { readonly __typename: 'Team'; readonly databaseId: number; readonly combinedSlug: string }
            | { readonly __typename: string }
            | null
        }[]
      }
    } | null
  } | null
}

/** Reads the pull request. Rejects when GitHub cannot be read at all; `null` when there is no such pull request. */
export async function readSnapshot(client: GitHubClient, ref: PullRequestRef): Promise<Snapshot | null> {
  const variables = { owner: ref.owner, name: ref.name, number: ref.number }
  const [policy1, policy2] = policyPaths
  const { answer, refused } = await readAllowed<Answer>(client, pullRequestQuery, {
    ...variables,
    policy1,
    policy2,
    checkName: evidenceCheckName,
    measuredName: measuredCheckName,
  })
  const repository = answer.repository
  const pull = repository?.pullRequest
  if (repository === null || pull === null || pull === undefined) return null

  const commits = await allPages(pull.commits, async after => {
    const more = await client.graphql<Answer>(moreCommitsQuery, { ...variables, after })
    return more.repository?.pullRequest?.commits
  })
  const reviews = await allPages(pull.reviews, async after => {
    const more = await client.graphql<Answer>(moreReviewsQuery, { ...variables, after })
    return more.repository?.pullRequest?.reviews
  })
  const head = pull.head.nodes[0]?.commit
  const base = pull.baseRef?.target
  const current = head !== undefined && head.oid === pull.headRefOid
  const place = { owner: repository.owner.login, name: repository.name }
  return {
    repository: {
      id: String(repository.databaseId),
      nodeId: repository.id,
      owner: repository.owner.login,
      name: repository.name,
      isPrivate: repository.isPrivate,
    },
    nodeId: pull.id,
    number: pull.number,
    title: pull.title,
    url: pull.url,
    createdAt: pull.createdAt,
    author: accountOf(pull.author),
    state: ({ OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const)[pull.state],
    isDraft: pull.isDraft,
    baseRef: pull.baseRefName,
    baseSha: base?.oid ?? pull.baseRefOid,
    headSha: pull.headRefOid,
    fromFork: pull.isCrossRepository,
    totals: { changedFiles: pull.changedFiles, additions: pull.additions, deletions: pull.deletions },
    policyAtBase: base === undefined ? null : policyEntries(base),
    policyAtHead: head === undefined ? [] : policyEntries(head),
    commits: mapFact(commits, node => commitOf(node)),
    reviews: mapFact(reviews, node => reviewOf(node)),
    reviewRequests: refused.reviewRequests ?? reviewRequestsOf(pull.reviewRequests),
    body: present(pull.body ?? ''),
    labels: refused.labels ?? labelsOf(pull.labels),
    milestone: refused.milestone ?? milestoneOf(pull.milestone),
    linkedIssues: refused.linked ?? linkedIssuesOf(pull.linked),
    ...(await reportsOf(client, place, current ? head : null, refused)),
    baseline: refused.checkSuites ?? (base === undefined ? absent : baselineOf(base.history.nodes)),
    ...baselinesOf(base?.history.nodes ?? [], refused),
  }
}

function baselinesOf(
  history: readonly EvidenceCommit[],
  { measuredSuites: reason }: Refused,
): Pick<Snapshot, 'findingsBaseline' | 'valuesBaseline'> {
  if (reason !== undefined) return { findingsBaseline: reason, valuesBaseline: reason }
  return otherBaselines(history)
}

/** Follows a connection to its end; a list that does not reach its own total is unknown (security.md T-35). */
async function allPages<T>(
  first: Page<T>,
  next: (after: string) => Promise<Page<T> | undefined>,
): Promise<Fact<readonly T[]>> {
  const nodes = [...first.nodes]
  let page: Page<T> | undefined = first
  for (let turn = 0; turn < 20 && page?.pageInfo.hasNextPage && page.pageInfo.endCursor !== null; turn += 1) {
    page = await next(page.pageInfo.endCursor)
    nodes.push(...(page?.nodes ?? []))
  }
  return nodes.length === first.totalCount
    ? present(nodes)
    : unknown(
        message('unknown.incomplete', { what: 'commits / reviews', got: nodes.length, expected: first.totalCount }),
      )
}

function mapFact<A, B>(fact: Fact<readonly A[]>, map: (value: A) => B): Fact<readonly B[]> {
  return fact.state === 'present' ? present(fact.value.map(map)) : fact
}

/** `null` for a deleted account; GitHub shows those as nobody or as `ghost` without an id. */
function accountOf(actor: Actor | null): Account | null {
  if (actor === null || actor.databaseId === null || actor.databaseId === undefined) return null
  return { id: String(actor.databaseId), login: actor.login, type: actor.__typename === 'User' ? 'User' : 'Bot' }
}

/** Committer of commits made in GitHub's web interface; it stands for whoever pressed the button, who is the author. */
const webFlow = { login: 'web-flow', email: 'noreply@github.com' }

function commitOf({ commit }: CommitNode): Commit {
  const signedByGitHub = commit.signature?.isValid === true && commit.signature.wasSignedByGitHub
  const byWeb =
    signedByGitHub && (commit.committer?.user?.login === webFlow.login || commit.committer?.email === webFlow.email)
  const people = [
    commit.author,
    ...commit.authors.nodes,
    ...(byWeb ? [] : [commit.committer]),
    ...(commit.authors.totalCount > commit.authors.nodes.length ? [null] : []),
  ]
  const contributors = new Map<string, Account>()
  const unattributed = new Set<string>()
  for (const person of people) {
    const id = person?.user?.databaseId
    const bot = signedByGitHub ? botOf(person?.email ?? '') : null
    if (person?.user && id !== null && id !== undefined) {
      contributors.set(String(id), { id: String(id), login: person.user.login, type: 'User' })
    } else if (bot !== null) contributors.set(bot.id, bot)
    else unattributed.add(person?.name ?? '?')
  }
  const { totalCount, nodes } = commit.parents
  return {
    sha: commit.oid,
    contributors: [...contributors.values()],
    unattributed: [...unattributed],
    ...(nodes.length === totalCount ? { parents: nodes.map(parent => parent.oid) } : {}),
  }
}

/**
 * The bot behind an App's no-reply address. GitHub maps it to no user; believed only where GitHub itself signed the
 * commit, because anybody can write such an address into a commit (security.md T-20).
 */
function botOf(email: string): Account | null {
  const match = /^(\d+)\+([a-z0-9-]+\[bot\])@users\.noreply\.github\.com$/i.exec(email)
  return match === null ? null : { id: match[1] ?? '', login: match[2] ?? '', type: 'Bot' }
}

function reviewOf(node: ReviewNode): Review {
  return {
    id: node.fullDatabaseId,
    author: accountOf(node.author),
    state: node.state.toLowerCase() as Review['state'],
    commitSha: node.commit?.oid ?? null,
    submittedAt: node.submittedAt ?? node.createdAt,
  }
}

type ReviewRequests = NonNullable<NonNullable<Answer['repository']>['pullRequest']>['reviewRequests']

function reviewRequestsOf(connection: ReviewRequests): Fact<readonly ReviewRequest[]> {
  if (connection.nodes.length !== connection.totalCount) {
    const counts = { got: connection.nodes.length, expected: connection.totalCount }
    return unknown(message('unknown.incomplete', { what: 'review requests', ...counts }))
  }
  return present(
    connection.nodes.flatMap(({ requestedReviewer: reviewer }): readonly ReviewRequest[] => {
      if (reviewer === null) return []
      if ('combinedSlug' in reviewer) {
        return [{ kind: 'team', team: { id: String(reviewer.databaseId), slug: reviewer.combinedSlug } }]
      }
      if (!('login' in reviewer)) return []
      return [{ kind: 'user', account: { id: String(reviewer.databaseId), login: reviewer.login, type: 'User' } }]
    }),
  )
}
