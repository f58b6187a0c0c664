import { type Account, type CheckResult, type Fact, present, unknown } from '../facts/facts.ts'
import { message } from '../locales/message.ts'
import type { GitHubClient } from './client.ts'
import { moreChecksQuery, ownCheckName } from './queries.ts'

export interface ActorNode {
  readonly __typename: string
  readonly login: string
  readonly databaseId?: number | null
}

interface RunNode {
  readonly __typename: 'CheckRun'
  readonly databaseId: number | null
  readonly name: string
  readonly status: string
  readonly conclusion: string | null
  readonly startedAt: string | null
  readonly completedAt: string | null
  readonly url: string | null
  readonly checkSuite: {
    readonly createdAt: string
    readonly app: { readonly databaseId: number | null; readonly slug: string } | null
    readonly workflowRun: { readonly event: string; readonly workflow: { readonly name: string } } | null
  }
}

interface StatusNode {
  readonly __typename: 'StatusContext'
  readonly context: string
  readonly state: string
  readonly createdAt: string
  readonly targetUrl: string | null
  readonly creator: ActorNode | null
}

interface Page {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly (RunNode | StatusNode | null)[]
}

/** Checks and statuses of one commit as the read of a pull request begins them; `null`: there are none. */
export interface Rollup {
  readonly contexts: Page
}

interface MoreAnswer {
  readonly repository: { readonly object: { readonly rollup?: Rollup | null } | null } | null
}

const maxPages = 20

/**
 * Everything that reported on a commit, without our own: the newest run of an app, name and workflow, newest first. A
 * list that does not reach its own total is unknown (security.md T-35).
 */
export async function readChecks(
  client: GitHubClient,
  commit: { readonly owner: string; readonly name: string; readonly oid: string },
  rollup: Rollup | null | undefined,
): Promise<Fact<readonly CheckResult[]>> {
  if (rollup === null || rollup === undefined) return present([])
  const nodes = [...rollup.contexts.nodes]
  let page = rollup.contexts
  for (let turn = 1; turn < maxPages && page.pageInfo.hasNextPage && page.pageInfo.endCursor !== null; turn += 1) {
    const answer = await client.graphql<MoreAnswer>(moreChecksQuery, { ...commit, after: page.pageInfo.endCursor })
    const next = answer.repository?.object?.rollup?.contexts
    if (next === undefined) break
    page = next
    nodes.push(...page.nodes)
  }
  const known = nodes.filter(node => node !== null)
  if (known.length !== rollup.contexts.totalCount) {
    const counts = { got: known.length, expected: rollup.contexts.totalCount }
    return unknown(message('unknown.incomplete', { what: 'checks', ...counts }))
  }
  return present(newest(known))
}

function newest(nodes: readonly (RunNode | StatusNode)[]): readonly CheckResult[] {
  const runs = nodes.filter(node => node.__typename === 'CheckRun').toSorted(byId)
  const statuses = nodes.filter(node => node.__typename === 'StatusContext').toSorted(byTime)
  const found = [...runs.map(runResult), ...statuses.map(statusResult)].filter(one => !isOwn(one.name))
  const kept = new Map<string, CheckResult>()
  for (const one of found) {
    const key = JSON.stringify([one.kind, one.app?.id ?? one.creator?.id, one.name, one.workflow?.name])
    if (!kept.has(key)) kept.set(key, one)
  }
  return [...kept.values()]
}

const byId = (a: RunNode, b: RunNode): number => (b.databaseId ?? 0) - (a.databaseId ?? 0)
const byTime = (a: StatusNode, b: StatusNode): number => b.createdAt.localeCompare(a.createdAt)

/** What we write ourselves says nothing that a gate could rest on. */
const isOwn = (name: string): boolean => name === ownCheckName || name.startsWith(`${ownCheckName}/`)

const conclusions: Readonly<Record<string, CheckResult['state']>> = {
  SUCCESS: 'passed',
  FAILURE: 'failed',
  TIMED_OUT: 'failed',
  STARTUP_FAILURE: 'failed',
  NEUTRAL: 'neutral',
  SKIPPED: 'skipped',
  CANCELLED: 'cancelled',
  ACTION_REQUIRED: 'action_required',
  STALE: 'stale',
}

function runResult(run: RunNode): CheckResult {
  const { app, workflowRun, createdAt } = run.checkSuite
  return {
    kind: 'check',
    name: run.name,
    app: app === null || app.databaseId === null ? null : { id: String(app.databaseId), slug: app.slug },
    creator: null,
    workflow: workflowRun === null ? null : { name: workflowRun.workflow.name, event: workflowRun.event },
    state: run.status === 'COMPLETED' ? (conclusions[run.conclusion ?? ''] ?? 'failed') : 'pending',
    at: run.completedAt ?? run.startedAt ?? createdAt,
    url: run.url,
  }
}

const states: Readonly<Record<string, CheckResult['state']>> = {
  SUCCESS: 'passed',
  FAILURE: 'failed',
  ERROR: 'failed',
  PENDING: 'pending',
  EXPECTED: 'pending',
}

function statusResult(status: StatusNode): CheckResult {
  return {
    kind: 'status',
    name: status.context,
    app: null,
    creator: creatorOf(status.creator),
    workflow: null,
    state: states[status.state] ?? 'failed',
    at: status.createdAt,
    url: status.targetUrl,
  }
}

/** GraphQL names bots without the `[bot]` that everybody knows them by. `null`: the account was deleted. */
export function creatorOf(actor: ActorNode | null): Account | null {
  if (actor === null || actor.databaseId === null || actor.databaseId === undefined) return null
  const id = String(actor.databaseId)
  return actor.__typename === 'User'
    ? { id, login: actor.login, type: 'User' }
    : { id, login: `${actor.login.replace(/\[bot\]$/, '')}[bot]`, type: 'Bot' }
}
