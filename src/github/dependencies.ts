import { parseDependencies } from '../dependencies/parse.ts'
import { type Dependency, type DependencyGraph, type Fact, type IssueRef, present, unknown } from '../facts/facts.ts'
import { message } from '../locales/message.ts'
import { neededFacts } from '../policy/needs.ts'
import type { Policy } from '../policy/schema.ts'
import { type GitHubClient, graphQlFailure, unknownBecause } from './client.ts'
import { actionsAppSlug, ownCheckName } from './queries.ts'
import type { Snapshot } from './snapshot.ts'

/** Pull requests and issues of one read. */
const perRead = 20
const maxNodes = 50
/** Steps from the pull request. */
const maxDepth = 5

/** Read only where the policy asks for it. */
export function dependenciesOf(
  client: GitHubClient,
  snapshot: Snapshot,
  policy: Policy | null,
): Promise<Fact<DependencyGraph>> {
  const { body } = snapshot
  if (policy === null || !neededFacts(policy).has('dependencies')) {
    return Promise.resolve(unknown(message('unknown.notFetched', { what: 'dependencies' })))
  }
  if (body.state !== 'present') return Promise.resolve(body)
  const { owner, name } = snapshot.repository
  const { number, title, state } = snapshot
  return readDependencies(client, { owner, name, number, title, state, body: body.value }, refsInText)
}

const refsInText: RefsIn = (body, here) => parseDependencies(body, here).refs

/** What a description names, as `parseDependencies` reads it. */
export type RefsIn = (body: string, here: { readonly owner: string; readonly name: string }) => readonly IssueRef[]

interface Suites {
  readonly nodes: readonly {
    readonly app: { readonly slug: string } | null
    readonly checkRuns: {
      readonly nodes: readonly {
        readonly databaseId: number
        readonly status: string
        readonly conclusion: string | null
      }[]
    } | null
  }[]
}

interface Found {
  readonly number: number
  readonly title: string
  /** Two names, because the types differ: of a pull request, of an issue. */
  readonly pullState?: 'OPEN' | 'CLOSED' | 'MERGED'
  readonly issueState?: 'OPEN' | 'CLOSED'
  /** Of a pull request only: those of issues are not followed. */
  readonly body?: string
  readonly head?: {
    readonly nodes: readonly {
      readonly commit: {
        readonly checkSuites: Suites | null
        readonly status: { readonly context: { readonly state: string } | null } | null
      }
    }[]
  } | null
}

type Answer = Readonly<
  Record<
    string,
    {
      readonly name: string
      readonly owner: { readonly login: string }
      readonly issueOrPullRequest: Found | null
    } | null
  >
>

const keyOf = ({ owner, name, number }: IssueRef): string => `${owner}/${name}#${number}`.toLowerCase()

interface Node extends Dependency {
  readonly dependsOn: IssueRef[]
}

/**
 * Follows what descriptions name over repositories, breadth first, 20 to a read, at most 50 of them and 5 steps away.
 * What is not there or may not be read is `unread`; the pull request itself comes first.
 */
export async function readDependencies(
  client: GitHubClient,
  start: IssueRef & { readonly title: string; readonly body: string; readonly state: Dependency['state'] },
  refsIn: RefsIn,
): Promise<Fact<DependencyGraph>> {
  const { owner, name, number, title, body, state } = start
  const nodes = new Map<string, Node>()
  const own: Node = { owner, name, number, dependsOn: [], state, title, verdict: null }
  nodes.set(keyOf(own), own)
  let open: readonly { readonly from: IssueRef; readonly ref: IssueRef }[] = edges(own, body, refsIn)
  let truncated = false
  try {
    for (let depth = 1; open.length > 0; depth += 1) {
      const fresh = new Map<string, { readonly ref: IssueRef; readonly from: IssueRef[] }>()
      for (const { from, ref } of open) {
        const known = nodes.get(keyOf(ref)) ?? fresh.get(keyOf(ref))
        if (known === undefined) fresh.set(keyOf(ref), { ref, from: [from] })
        else if ('dependsOn' in known) known.dependsOn.push(from)
        else known.from.push(from)
      }
      const wanted = depth > maxDepth ? [] : [...fresh.values()].slice(0, maxNodes - nodes.size)
      truncated ||= wanted.length < fresh.size
      const next: { from: IssueRef; ref: IssueRef }[] = []
      for (let at = 0; at < wanted.length; at += perRead) {
        const batch = wanted.slice(at, at + perRead)
        const answer = await readBatch(
          client,
          batch.map(one => one.ref),
        )
        for (const [index, { ref, from }] of batch.entries()) {
          const { node, body: text } = nodeOf(ref, from, answer[`d${index}`])
          nodes.set(keyOf(ref), node)
          next.push(...edges(node, text, refsIn))
        }
      }
      open = next
    }
  } catch (error) {
    return unknown(unknownBecause('dependencies', error))
  }
  return present({ nodes: [...nodes.values()], truncated })
}

const edges = (from: IssueRef, body: string, refsIn: RefsIn) =>
  refsIn(body, from).map(ref => ({ from: { owner: from.owner, name: from.name, number: from.number }, ref }))

function nodeOf(ref: IssueRef, from: IssueRef[], answer: Answer[string] | undefined): { node: Node; body: string } {
  const found = answer?.issueOrPullRequest
  if (answer === null || answer === undefined || found === null || found === undefined) {
    return { node: { ...ref, dependsOn: from, state: 'unread', title: '', verdict: null }, body: '' }
  }
  const state = (found.pullState ?? found.issueState ?? 'CLOSED').toLowerCase() as 'open' | 'closed' | 'merged'
  return {
    node: { ...ref, dependsOn: from, state, title: found.title, verdict: verdictOf(found) },
    body: found.body ?? '',
  }
}

/** One field for each, so that what may not be read costs only itself. Names travel as variables, never as query text. */
async function readBatch(client: GitHubClient, refs: readonly IssueRef[]): Promise<Answer> {
  const declared = refs.flatMap((_, index) => [`$o${index}: String!`, `$r${index}: String!`, `$n${index}: Int!`])
  const fields = refs.map(
    (_, index) => `d${index}: repository(owner: $o${index}, name: $r${index}) {
    name owner { login } issueOrPullRequest(number: $n${index}) { ...dependency }
  }`,
  )
  const query = `query Dependencies($checkName: String!, ${declared.join(', ')}) {
  ${fields.join('\n  ')}
}
fragment dependency on IssueOrPullRequest {
  ... on Issue { number title issueState: state }
  ... on PullRequest {
    number title pullState: state body
    head: commits(last: 1) {
      nodes {
        commit {
          status { context(name: $checkName) { state } }
          checkSuites(first: 10, filterBy: { checkName: $checkName }) {
            nodes { app { slug } checkRuns(first: 5, filterBy: { checkName: $checkName }) { nodes { databaseId status conclusion } } }
          }
        }
      }
    }
  }
}`
  const variables: Record<string, string | number> = { checkName: ownCheckName }
  for (const [index, { owner, name, number }] of refs.entries()) {
    variables[`o${index}`] = owner
    variables[`r${index}`] = name
    variables[`n${index}`] = number
  }
  try {
    return await client.graphql<Answer>(query, variables)
  } catch (error) {
    const failure = graphQlFailure(error)
    if (failure === null || typeof failure.data !== 'object' || failure.data === null) throw error
    return failure.data as Answer
  }
}

const byConclusion: Readonly<Record<string, Dependency['verdict']>> = { SUCCESS: 'passed', ACTION_REQUIRED: 'waiting' }
const byState: Readonly<Record<string, Dependency['verdict']>> = {
  SUCCESS: 'passed',
  PENDING: 'waiting',
  EXPECTED: 'waiting',
}

/** What its own gates said. A job of a workflow may bear any name, so it does not speak for them; of two, the worse. */
function verdictOf(found: Found): Dependency['verdict'] {
  const commit = found.head?.nodes[0]?.commit
  const run = (commit?.checkSuites?.nodes ?? [])
    .filter(suite => suite.app?.slug !== actionsAppSlug)
    .flatMap(suite => suite.checkRuns?.nodes ?? [])
    .toSorted((a, b) => b.databaseId - a.databaseId)[0]
  const status = commit?.status?.context
  const told: Dependency['verdict'][] = []
  if (run !== undefined) {
    told.push(run.status === 'COMPLETED' ? (byConclusion[run.conclusion ?? ''] ?? 'failed') : 'waiting')
  }
  if (status !== null && status !== undefined) told.push(byState[status.state] ?? 'failed')
  return (['failed', 'waiting', 'passed'] as const).find(verdict => told.includes(verdict)) ?? null
}
