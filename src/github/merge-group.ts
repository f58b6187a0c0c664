import { type Fact, present, unknown } from '../facts/facts.ts'
import { message } from '../locales/message.ts'
import { type GitHubClient, unknownBecause } from './client.ts'

/** A pull request that a merge group contains. */
export interface GroupMembers {
  readonly numbers: readonly number[]
  /** Commits that the group adds to its base. */
  readonly shas: readonly string[]
  /** Heads of the pull requests are among the commits: the queue merges, it does not squash or rebase. */
  readonly keepsHeads: boolean
}

interface Compared {
  readonly total_commits: number
  readonly commits: readonly {
    readonly sha: string
    readonly commit: { readonly message: string }
    readonly parents: readonly { readonly sha: string }[]
  }[]
}

type Associated = Readonly<
  Record<
    string,
    {
      readonly associatedPullRequests?: {
        readonly nodes: readonly ({
          readonly number: number
          readonly state: string
          readonly baseRefName: string
        } | null)[]
      } | null
    } | null
  >
>

const perPage = 100
const maxPages = 10
const perRead = 50

/**
 * Which pull requests a merge group contains; the event does not say. GitHub names the last in the ref, knows those
 * whose commits are in the group, and writes the number of each into the commit that it makes for it. A list of commits
 * that is not complete makes the answer unknown: one that is missing would not be asked for (security.md T-35).
 */
export async function readGroupMembers(
  client: GitHubClient,
  group: {
    readonly owner: string
    readonly name: string
    readonly baseSha: string
    readonly headSha: string
    readonly headRef: string
    readonly baseRef: string
  },
): Promise<Fact<GroupMembers>> {
  try {
    const commits = await readCommits(client, group)
    if (commits === null) return unknown(message('unknown.malformed', { what: 'merge group' }))
    const shas = commits.map(commit => commit.sha)
    const chain = firstParents(commits, group.headSha)
    const named = [...chain.map(numberIn), numberOfRef(group.headRef)]
    const associated = await readAssociated(client, group, shas)
    const numbers = [...new Set([...named, ...associated])].filter(number => number !== null).sort((a, b) => a - b)
    return present({ numbers, shas, keepsHeads: chain.some(commit => commit.parents.length > 1) })
  } catch (error) {
    return unknown(unknownBecause('merge group', error))
  }
}

/** `null`: the list does not reach its own total. */
async function readCommits(
  client: GitHubClient,
  { owner, name, baseSha, headSha }: { owner: string; name: string; baseSha: string; headSha: string },
): Promise<Compared['commits'] | null> {
  const commits: Compared['commits'][number][] = []
  for (let page = 1; page <= maxPages; page += 1) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      owner,
      repo: name,
      basehead: `${baseSha}...${headSha}`,
      per_page: perPage,
      page,
    })
    const { total_commits: total, commits: found } = data as Compared
    if (!Array.isArray(found)) return null
    commits.push(...found)
    if (commits.length === total) return commits
    if (found.length === 0) return null
  }
  return null
}

/** What the queue itself has put on the base: from the head along the first parents. */
function firstParents(commits: Compared['commits'], head: string): Compared['commits'] {
  const bySha = new Map(commits.map(commit => [commit.sha, commit]))
  const chain: Compared['commits'][number][] = []
  for (let at = bySha.get(head); at !== undefined; at = bySha.get(at.parents[0]?.sha ?? '')) {
    chain.push(at)
    bySha.delete(at.sha)
  }
  return chain
}

function numberIn({ commit }: Compared['commits'][number]): number | null {
  const [headline = ''] = commit.message.split('\n', 1)
  const found = /^Merge pull request #(\d+) /.exec(headline) ?? /\(#(\d+)\)$/.exec(headline.trimEnd())
  return found === null ? null : Number(found[1])
}

/** `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`. Source: "Managing a merge queue". */
function numberOfRef(ref: string): number | null {
  const number = /\/pr-(\d+)-[0-9a-f]+$/.exec(ref)?.[1]
  return number === undefined ? null : Number(number)
}

async function readAssociated(
  client: GitHubClient,
  { owner, name, baseRef }: { readonly owner: string; readonly name: string; readonly baseRef: string },
  shas: readonly string[],
): Promise<readonly number[]> {
  const numbers: number[] = []
  for (let from = 0; from < shas.length; from += perRead) {
    const batch = shas.slice(from, from + perRead)
    const declared = batch.map((_, index) => `$o${index}: GitObjectID!`).join(', ')
    const fields = batch.map(
      (_, index) =>
        `c${index}: object(oid: $o${index}) { ... on Commit { associatedPullRequests(first: 20) { nodes { number state baseRefName } } } }`,
    )
    const query = `query GroupMembers($owner: String!, $name: String!, ${declared}) {
  repository(owner: $owner, name: $name) {
    ${fields.join('\n    ')}
  }
}`
    const variables = Object.fromEntries(batch.map((oid, index) => [`o${index}`, oid]))
    const answer = await client.graphql<{ repository: Associated | null }>(query, { owner, name, ...variables })
    for (const commit of Object.values(answer.repository ?? {})) {
      for (const pull of commit?.associatedPullRequests?.nodes ?? []) {
        if (pull?.state === 'OPEN' && pull.baseRefName === baseRef) numbers.push(pull.number)
      }
    }
  }
  return numbers
}
