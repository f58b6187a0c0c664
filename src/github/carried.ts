import type { PastDeployment } from '../deployments/base.ts'
import type { BroughtCommit } from '../deployments/carried.ts'
import { policyPaths } from '../policy/search.ts'
import type { GitHubClient } from './client.ts'
import { type PolicyEntry, type PolicyHolder, policyEntries } from './commit.ts'

interface Place {
  readonly owner: string
  readonly name: string
}

/** What a deployment is judged against. */
export interface Ground {
  readonly repositoryId: string
  readonly branch: string
  /** Tip of the default branch: what is deployed does not bring its own rules. */
  readonly branchSha: string
  readonly policy: readonly PolicyEntry[]
  /** To the environment, newest first. */
  readonly deployments: readonly (PastDeployment & {
    readonly state: string
    /** Run that its newest status is from; `null`: not told, or there is no status yet. */
    readonly runId: string | null
  })[]
}

interface GroundAnswer {
  readonly repository: {
    readonly databaseId: number
    readonly defaultBranchRef: {
      readonly name: string
      readonly target: { readonly oid: string } & PolicyHolder
    } | null
    readonly deployments: {
      readonly nodes: readonly ({
        readonly commitOid: string
        readonly createdAt: string
        readonly state: string | null
        readonly environment: string | null
        readonly latestStatus: { readonly state: string; readonly logUrl: string | null } | null
      } | null)[]
    }
  } | null
}

const groundQuery = `query DeploymentGround($owner: String!, $name: String!, $environment: String!, $policy1: String!, $policy2: String!) {
  repository(owner: $owner, name: $name) {
    databaseId
    defaultBranchRef {
      name
      target { oid ... on Commit { policy1: file(path: $policy1) { ...entry } policy2: file(path: $policy2) { ...entry } } }
    }
    deployments(environments: [$environment], first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { commitOid createdAt state environment latestStatus { state logUrl } }
    }
  }
}
fragment entry on TreeEntry { mode type size object { __typename ... on Blob { oid text byteSize isBinary isTruncated } } }`

/** One read. `null`: the repository is gone, or has no branch. Needs `contents: read` and `deployments: read`. */
export async function readGround(
  client: GitHubClient,
  { owner, name }: Place,
  environment: string,
): Promise<Ground | null> {
  const [policy1, policy2] = policyPaths
  const variables = { owner, name, environment, policy1, policy2 }
  const { repository } = await client.graphql<GroundAnswer>(groundQuery, variables)
  const branch = repository?.defaultBranchRef
  if (!repository || !branch) return null
  return {
    repositoryId: String(repository.databaseId),
    branch: branch.name,
    branchSha: branch.target.oid,
    policy: policyEntries(branch.target),
    deployments: repository.deployments.nodes
      // GitHub compares names of environments without regard to case here; they are others all the same (T-45).
      .flatMap(node => (node === null || node.environment !== environment ? [] : [node]))
      .map(node => {
        const state = node.latestStatus?.state ?? node.state ?? ''
        return {
          sha: node.commitOid,
          state,
          // What another one took the place of was there, even if that other one went past us.
          succeeded: state === 'SUCCESS' || state === 'INACTIVE' || node.state === 'ACTIVE',
          createdAt: Date.parse(node.createdAt),
          runId: /\/actions\/runs\/(\d+)(?:\/|$)/.exec(node.latestStatus?.logUrl ?? '')?.[1] ?? null,
        }
      }),
  }
}

/** How a commit stands to another one. */
export interface Distance {
  readonly status: 'ahead' | 'behind' | 'identical' | 'diverged'
  readonly total: number
  /** Commits that only the newer one has, oldest first. `null`: not all of them were listed. */
  readonly shas: readonly string[] | null
}

/** Commits that are looked at for one deployment. */
export const maxCommits = 1_000
const perPage = 100

/** One read for a hundred commits. */
export async function readDistance(
  client: GitHubClient,
  { owner, name }: Place,
  base: string,
  head: string,
): Promise<Distance> {
  const shas: string[] = []
  for (let page = 1; ; page += 1) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      owner,
      repo: name,
      basehead: `${base}...${head}`,
      per_page: perPage,
      page,
    })
    const {
      status,
      total_commits: total,
      commits,
    } = data as {
      readonly status: Distance['status']
      readonly total_commits: number
      readonly commits: readonly { readonly sha: string }[]
    }
    if (!Array.isArray(commits) || !Number.isSafeInteger(total)) throw new Error('GitHub compared in an unknown form')
    shas.push(...commits.map(commit => commit.sha))
    if (shas.length === total) return { status, total, shas }
    if (commits.length === 0 || total > maxCommits || shas.length > total) return { status, total, shas: null }
  }
}

/** Every commit up to this one; `null`: there are more than `maxCommits`. One read for a hundred. */
export async function readHistory(
  client: GitHubClient,
  { owner, name }: Place,
  head: string,
): Promise<readonly string[] | null> {
  const shas: string[] = []
  for (let page = 1; page <= maxCommits / perPage + 1; page += 1) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/commits', {
      owner,
      repo: name,
      sha: head,
      per_page: perPage,
      page,
    })
    if (!Array.isArray(data)) throw new Error('GitHub listed commits in an unknown form')
    shas.push(...(data as readonly { readonly sha: string }[]).map(commit => commit.sha))
    if (shas.length > maxCommits) return null
    if (data.length < perPage) return shas
  }
  return null
}

interface CommitNode {
  readonly oid: string
  readonly parents: { readonly totalCount: number }
  readonly signature: { readonly isValid: boolean; readonly wasSignedByGitHub: boolean } | null
  readonly associatedPullRequests: {
    readonly totalCount: number
    readonly nodes: readonly ({
      readonly number: number
      readonly state: string
      readonly mergeCommit: { readonly oid: string } | null
    } | null)[]
  } | null
}

const perRead = 50

/** The pull requests of each commit. One read for fifty; a commit that is not found rejects. */
export async function readBrought(
  client: GitHubClient,
  { owner, name }: Place,
  shas: readonly string[],
): Promise<readonly BroughtCommit[]> {
  const found: BroughtCommit[] = []
  for (let from = 0; from < shas.length; from += perRead) {
    const batch = shas.slice(from, from + perRead)
    const declared = batch.map((_, index) => `$o${index}: GitObjectID!`).join(', ')
    const fields = batch.map((_, index) => `c${index}: object(oid: $o${index}) { ...brought }`)
    const query = `query Brought($owner: String!, $name: String!, ${declared}) {
  repository(owner: $owner, name: $name) {
    ${fields.join('\n    ')}
  }
}
fragment brought on Commit {
  oid
  parents(first: 1) { totalCount }
  signature { isValid wasSignedByGitHub }
  associatedPullRequests(first: 20) { totalCount nodes { number state mergeCommit { oid } } }
}`
    const variables = Object.fromEntries(batch.map((oid, index) => [`o${index}`, oid]))
    const answer = await client.graphql<{ repository: Readonly<Record<string, CommitNode | null>> | null }>(query, {
      owner,
      name,
      ...variables,
    })
    for (const index of batch.keys()) {
      const node = answer.repository?.[`c${index}`]
      if (!node || node.oid !== batch[index]) throw new Error('GitHub did not find a commit that it had listed')
      found.push(broughtOf(node))
    }
  }
  return found
}

function broughtOf({ oid, parents, signature, associatedPullRequests: pulls }: CommitNode): BroughtCommit {
  const nodes = (pulls?.nodes ?? []).flatMap(node => node ?? [])
  return {
    sha: oid,
    parents: parents.totalCount,
    madeByGitHub: signature?.isValid === true && signature.wasSignedByGitHub,
    pulls:
      pulls === null || nodes.length !== pulls.totalCount
        ? null
        : nodes.map(({ number, state, mergeCommit }) => ({
            number,
            merged: state === 'MERGED',
            mergeCommit: mergeCommit?.oid ?? null,
          })),
  }
}
