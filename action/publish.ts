import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReviewRequest } from '../src/facts/facts.ts'
import { type GitHubClient, graphQlFailure, statusOf } from '../src/github/client.ts'
import { type Evidence, writeEvidence } from '../src/github/evidence.ts'
import { type MeasuredOthers, writeOthers } from '../src/github/evidence-document.ts'
import { type Effect, publish } from '../src/github/publish.ts'
import { evidenceCheckName, measuredCheckName } from '../src/github/queries.ts'
import { type Directory, nodeIds } from '../src/github/roles.ts'
import type { Snapshot } from '../src/github/snapshot.ts'
import { type Message, message } from '../src/locales/message.ts'
import { renderAnnotations } from '../src/render/annotations.ts'
import { renderComment } from '../src/render/comment.ts'
import { basisPoints, sentence } from '../src/render/format.ts'
import type { RenderOptions } from '../src/render/layout.ts'
import type { Links } from '../src/render/markdown.ts'
import { plainFormatter } from '../src/render/plain.ts'
import { renderStatus } from '../src/render/status.ts'
import { renderSummary } from '../src/render/summary.ts'
import type { Report } from '../src/report.ts'
import type { Runner } from './context.ts'
import { failedGates, outputVerdict } from './exit.ts'
import type { Job } from './job.ts'
import type { Log } from './log.ts'

/** Context of the commit status, and the thing to require. */
export const statusContext = 'delivery-gates'
/** Tells the Action's comment from the App's. */
const commentMarker = 'action'

/** A surface that this token could not write, or that failed otherwise. */
export type Surface = 'comment' | 'status' | 'check' | 'review-requests'
/** A surface that was not written, and why; `null`: written. */
export type Outcome = { readonly surface: Surface; readonly denied: boolean; readonly told: Message } | null

const permissions: Readonly<Record<Surface, string>> = {
  comment: 'pull-requests: write',
  status: 'statuses: write',
  check: 'checks: write',
  'review-requests': 'pull-requests: write',
}

async function attempt(surface: Surface, write: () => Promise<void>): Promise<Outcome> {
  try {
    await write()
    return null
  } catch (error) {
    return refusal(surface, error)
  }
}

/** GitHub answers 404 instead of 403 where it does not want to say that something exists. */
function refusal(surface: Surface, error: unknown): NonNullable<Outcome> {
  const status = statusOf(error)
  const type = graphQlFailure(error)?.errors[0]?.type ?? ''
  const text = error instanceof Error ? error.message : ''
  const denied = status === 403 || status === 404 || type === 'FORBIDDEN' || /not accessible by integration/i.test(text)
  const detail = status > 0 ? `HTTP ${status}` : type || text.slice(0, 120)
  const told = denied
    ? message('action.surface.denied', { surface, permission: permissions[surface] })
    : message('action.surface.failed', { surface, detail })
  return { surface, denied, told }
}

export function linksOf(runner: Runner, headSha: string): Links {
  const repository = `${runner.serverUrl}/${runner.owner}/${runner.name}`
  return {
    commit: sha => `${repository}/commit/${sha}`,
    user: login => `${runner.serverUrl}/${login}`,
    file: (path, line) => `${repository}/blob/${headSha}/${encodePath(path)}${line === undefined ? '' : `#L${line}`}`,
    run: runUrl(runner),
  }
}

const runUrl = (runner: Runner): string =>
  `${runner.serverUrl}/${runner.owner}/${runner.name}/actions/runs/${runner.run.id}`

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** Writes the report beside the step; the path goes into the output `report`. `null`: it could not be written. */
export async function writeReport(report: Report, runner: Runner): Promise<string | null> {
  const path = join(runner.temp, 'delivery-gates-report.json')
  try {
    await writeFile(path, `${JSON.stringify(report, null, 2)}\n`)
    return path
  } catch {
    return null
  }
}

/** What later runs may carry forward; the path goes into the output `coverage-snapshot`, empty when there is nothing. */
export async function writeCoverageSnapshot({ context, log }: Job, snapshot: string | null): Promise<void> {
  const path = join(context.runner.temp, 'delivery-gates-coverage.json')
  try {
    if (snapshot !== null) await writeFile(path, snapshot)
    log.output('coverage-snapshot', snapshot === null ? '' : path)
  } catch {
    log.annotate('warning', message('action.surface.snapshot', {}))
  }
}

/** Outputs are ids, numbers and JSON, so that nothing from outside can be taken for something else (security.md T-55). */
export function writeOutputs(report: Report, reportPath: string | null, log: Log): void {
  try {
    setOutputs(report, reportPath, log)
  } catch {
    log.annotate('warning', message('action.surface.outputs', {}))
  }
}

function setOutputs(report: Report, reportPath: string | null, log: Log): void {
  log.output('verdict', outputVerdict(report.verdict))
  log.output('report', reportPath ?? '')
  log.output('coverage', percentOf(report.coverage?.project ?? { covered: 0, total: 0 }))
  log.output('patch-coverage', percentOf(report.coverage?.patch ?? { covered: 0, total: 0 }))
  log.output('evidence', '')
  log.output('failed-gates', JSON.stringify(failedGates(report)))
  log.output('waiting-for', JSON.stringify(report.waitingFor))
}

/** `84.1`; rounded down, empty for 0 of 0. */
function percentOf(ratio: { covered: number; total: number }): string {
  const points = basisPoints(ratio)
  return points === null ? '' : String(Number(points) / 100)
}

/** Annotations of the step; every place but those that no commit has. */
export function writeAnnotations(report: Report, log: Log): void {
  for (const { level, message: text, path, startLine, endLine, title } of renderAnnotations(report, {
    locale: log.locale,
  })) {
    log.remark(level, text, { path, line: startLine, endLine, title })
  }
}

/** The job summary: the report, and below it what a repository without a policy could start from. */
export async function writeSummary(report: Report, options: RenderOptions, log: Log, more = ''): Promise<void> {
  try {
    await log.summary(`${renderSummary(report, { ...options, budget: 900_000 })}${more}`)
  } catch {
    log.annotate('warning', message('action.surface.summary', {}))
  }
}

/** The commit status, newest write wins: it carries the verdict over events and re-runs. */
export async function writeStatus(
  client: GitHubClient,
  runner: Runner,
  sha: string,
  report: Report,
  log: Log,
): Promise<Outcome> {
  const { state, description } = renderStatus(report, { locale: log.locale })
  return attempt('status', async () => {
    await client.request('POST /repos/{owner}/{repo}/statuses/{sha}', {
      owner: runner.owner,
      repo: runner.name,
      sha,
      state,
      description,
      context: statusContext,
      target_url: runUrl(runner),
    })
  })
}

export interface CheckVerdict {
  readonly conclusion: 'success' | 'failure' | 'neutral'
  readonly summary: Message
}

/** The check run that carries the measurement to the App, to later runs and, on the base branch, to later pull requests. */
export async function writeCoverageCheck(
  client: GitHubClient,
  runner: Runner,
  { measured, files }: Evidence,
  verdict: CheckVerdict,
  log: Log,
): Promise<Outcome> {
  const said = sentence(verdict.summary, log.locale, plainFormatter(log.locale))
  return attempt('check', async () => {
    await client.request('POST /repos/{owner}/{repo}/check-runs', {
      owner: runner.owner,
      repo: runner.name,
      name: evidenceCheckName,
      head_sha: measured.headSha,
      external_id: `${runner.run.id}/${runner.run.attempt}`,
      status: 'completed',
      conclusion: verdict.conclusion,
      output: { title: Array.from(said).slice(0, 200).join(''), summary: said, text: writeEvidence(measured, files) },
    })
  })
}

/** The check run that carries what else CI measured. `null` for the verdict: no gate of this run speaks of it. */
export async function writeOthersCheck(
  client: GitHubClient,
  runner: Runner,
  measured: MeasuredOthers,
  verdict: CheckVerdict | null,
  log: Log,
): Promise<Outcome> {
  const summary = verdict?.summary ?? message('action.measured', { sha: measured.headSha })
  const said = sentence(summary, log.locale, plainFormatter(log.locale))
  return attempt('check', async () => {
    await client.request('POST /repos/{owner}/{repo}/check-runs', {
      owner: runner.owner,
      repo: runner.name,
      name: measuredCheckName,
      head_sha: measured.headSha,
      external_id: `${runner.run.id}/${runner.run.attempt}`,
      status: 'completed',
      conclusion: verdict?.conclusion ?? 'neutral',
      output: { title: Array.from(said).slice(0, 200).join(''), summary: said, text: writeOthers(measured) },
    })
  })
}

interface OwnComment {
  readonly id: string
  readonly viewerDidAuthor: boolean
  readonly body: string
}
interface CommentPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly OwnComment[]
}

const commentsQuery = `query OwnComments($id: ID!, $after: String) {
  node(id: $id) {
    ... on PullRequest {
      comments(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id viewerDidAuthor body } }
    }
  }
}`

/** Pages of a hundred comments that are looked through for ours. */
const maxPages = 20

/** Keeps one comment: the oldest that carries our mark and that this very token wrote; copies of it go. */
export async function writeComment(
  client: GitHubClient,
  snapshot: Snapshot,
  report: Report,
  options: RenderOptions,
): Promise<Outcome> {
  return attempt('comment', async () => {
    const body = renderComment(report, { ...options, marker: commentMarker })
    const mark = body.slice(body.lastIndexOf('<!-- dg:comment')).trimEnd()
    const comments = await readComments(client, snapshot.nodeId)
    const own = comments.filter(comment => comment.viewerDidAuthor && comment.body.trimEnd().endsWith(mark))
    await apply(client, commentEffects(own, body, snapshot.nodeId))
  })
}

async function readComments(client: GitHubClient, id: string): Promise<readonly OwnComment[]> {
  const comments: OwnComment[] = []
  let after: string | null = null
  for (let page = 0; page < maxPages; page += 1) {
    const answer: { node: { comments?: CommentPage } | null } = await client.graphql(commentsQuery, { id, after })
    const found = answer.node?.comments
    comments.push(...(found?.nodes ?? []))
    if (found === undefined || !found.pageInfo.hasNextPage) return comments
    after = found.pageInfo.endCursor
  }
  return comments
}

function commentEffects(own: readonly OwnComment[], body: string, subjectId: string): readonly Effect[] {
  const [first, ...copies] = own
  const kept: readonly Effect[] =
    first === undefined
      ? [{ kind: 'create-comment', subjectId, body }]
      : first.body === body
        ? []
        : [{ kind: 'update-comment', commentId: first.id, body }]
  return [...kept, ...copies.slice(0, 10).map(copy => ({ kind: 'delete-comment', commentId: copy.id }) as const)]
}

/** Asks for the reviews that the policy wants asked for. */
export async function requestReviews(
  client: GitHubClient,
  snapshot: Snapshot,
  planned: readonly ReviewRequest[],
  directory: Directory,
): Promise<Outcome> {
  const ids = nodeIds(directory)
  const userIds = planned.flatMap(one => (one.kind === 'user' ? (ids.users[one.account.id] ?? []) : []))
  const teamIds = planned.flatMap(one => (one.kind === 'team' ? (ids.teams[one.team.id] ?? []) : []))
  return attempt('review-requests', () =>
    apply(client, [{ kind: 'request-reviews', pullRequestId: snapshot.nodeId, userIds, teamIds }]),
  )
}

async function apply(client: GitHubClient, effects: readonly Effect[]): Promise<void> {
  const results = await publish(client, effects)
  const failed = results.find(result => !result.ok)
  if (failed?.ok === false) throw Object.assign(new Error(failed.message), { errors: [failed], data: null })
}
