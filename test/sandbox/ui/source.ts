import { roleOf } from '../access.ts'
import { ApiError } from '../errors.ts'
import type { FileChange } from '../git-diff.ts'
import type { PullRequest, Repository, Sandbox } from '../index.ts'
import type { CheckRunRecord, PullRecord, RepositoryRecord } from '../state.ts'
import { latestRuns, latestStatuses } from '../views/checks.ts'
import type { DiffFile } from './diff.ts'
import type {
  BlobView,
  CallView,
  CheckView,
  CommentView,
  CommitPageView,
  CommitView,
  DeliveryView,
  PullState,
  PullSummary,
  PullView,
  RepositoryView,
  ReviewView,
} from './view.ts'

export function logins({ world }: Sandbox): readonly string[] {
  // The owner of every App is nobody's part to play.
  return [...world.users.values()].map(({ login }) => login).filter(login => login !== 'github')
}

export function version({ calls, deliveries }: Sandbox): string {
  return `${calls.length}.${deliveries.length}`
}

export function repositories(sandbox: Sandbox): readonly RepositoryView[] {
  return sandbox.repositories().map(({ fullName, record }) => ({
    fullName,
    pulls: [...record.pulls.values()].map(pullSummary).reverse(),
  }))
}

export function findRepository(sandbox: Sandbox, owner: string, name: string): Repository | undefined {
  const wanted = `${owner}/${name}`.toLowerCase()
  return sandbox.repositories().find(({ fullName }) => fullName.toLowerCase() === wanted)
}

export function findPull(repository: Repository, number: number): PullRequest | undefined {
  return repository.pulls().find(pull => pull.number === number)
}

/** Newest first. */
export function deliveries(sandbox: Sandbox): readonly DeliveryView[] {
  return sandbox.deliveries.map(({ id, ...delivery }, index) => ({ ...delivery, index, guid: id })).reverse()
}

/** Newest first. */
export function calls(sandbox: Sandbox): readonly CallView[] {
  return [...sandbox.calls].reverse()
}

export async function pullView(
  sandbox: Sandbox,
  repository: Repository,
  number: number,
): Promise<PullView | undefined> {
  const { record } = repository
  const pull = record.pulls.get(number)
  if (pull === undefined) return undefined
  const [files, commits] = await Promise.all([diffFiles(record, pull.baseSha, pull.headSha), commitsOf(record, pull)])
  const { world } = sandbox
  const people = [...world.users.values()].filter(account => roleOf(world, record, account) !== 'none')
  return {
    ...pullSummary(pull),
    body: pull.body ?? '',
    base: pull.baseRef,
    head: pull.headRef,
    headSha: pull.headSha,
    requestedUsers: pull.requestedUsers.map(({ login }) => login),
    requestedTeams: pull.requestedTeams.map(({ slug }) => slug),
    reviewers: people.map(({ login }) => login).filter(login => login !== pull.author.login),
    teams: [...(world.organizationOf(record.owner)?.teams.values() ?? [])].map(({ slug }) => slug),
    timeline: timeline(pull),
    checks: latestRuns(record.checkRuns.filter(({ headSha }) => headSha === pull.headSha)).map(checkView),
    statuses: latestStatuses(record.statuses.filter(({ sha }) => sha === pull.headSha)),
    commits,
    files,
  }
}

export function findCheck({ record }: Repository, id: number): CheckView | undefined {
  const run = record.checkRuns.find(known => known.id === id)
  return run === undefined ? undefined : checkView(run)
}

export async function commitPageView(
  { record, fullName }: Repository,
  sha: string,
): Promise<CommitPageView | undefined> {
  const commit = await record.git.commitInfo(sha)
  if (commit === undefined) return undefined
  const [parent] = commit.parents
  const files = parent === undefined ? [] : await diffFiles(record, parent, sha)
  return { repository: fullName, commit: await commitView(record, sha), files }
}

/** `rest` is `ref/path`, where a ref may have slashes; the shortest ref that exists wins. */
export async function blobView({ record, fullName }: Repository, rest: string): Promise<BlobView | undefined> {
  const parts = rest.split('/')
  for (let length = 1; length < parts.length; length += 1) {
    const [ref, path] = [parts.slice(0, length).join('/'), parts.slice(length).join('/')]
    const sha = record.git.resolve(ref) ?? (await record.git.commitInfo(ref))?.sha
    const entry = sha === undefined ? undefined : await record.git.entry(sha, path)
    const blob = entry?.type === 'blob' ? await record.git.object(entry.oid) : undefined
    if (blob === undefined) continue
    const text = blob.data.includes(0) ? undefined : blob.data.toString('utf8')
    return { repository: fullName, ref, path, text }
  }
  return undefined
}

/** What the sandbox says against an act, in one line. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const details = (error instanceof ApiError ? (error.errors ?? []) : []).map(detail =>
    typeof detail === 'string' ? detail : ((detail as { message?: string }).message ?? JSON.stringify(detail)),
  )
  return [error.message, ...details].join(': ')
}

function pullSummary(pull: PullRecord): PullSummary {
  const { number, title, author, createdAt, repository } = pull
  const fullName = `${repository.owner.login}/${repository.name}`
  return { repository: fullName, number, title, state: pullState(pull), author: author.login, createdAt }
}

function pullState({ mergedAt, state, draft }: PullRecord): PullState {
  if (mergedAt !== null) return 'merged'
  return state === 'open' && draft ? 'draft' : state
}

function timeline(pull: PullRecord): readonly (CommentView | ReviewView)[] {
  const comments = pull.comments.map(({ id, author, body, createdAt, editor }): CommentView => {
    return {
      kind: 'comment',
      id,
      author: author.login,
      isBot: author.kind === 'Bot',
      body,
      createdAt,
      editedBy: editor?.login,
    }
  })
  const reviews = pull.reviews.map(({ id, author, body, state, commitSha: sha, createdAt }): ReviewView => {
    return { kind: 'review', id, author: author.login, isBot: author.kind === 'Bot', body, state, sha, createdAt }
  })
  return [...comments, ...reviews].sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || a.id - b.id)
}

function checkView(run: CheckRunRecord): CheckView {
  const { id, name, status, conclusion, title, summary, text, detailsUrl, actions, headSha } = run
  const annotations = run.annotations.map(({ path, start_line, annotation_level, title, message }) => {
    return { path, line: start_line, level: annotation_level, title, message }
  })
  const app = run.app.slug
  return { id, name, app, status, conclusion, title, summary, text, detailsUrl, headSha, actions, annotations }
}

async function commitsOf(record: RepositoryRecord, pull: PullRecord): Promise<readonly CommitView[]> {
  const shas = await record.git.range(pull.baseSha, pull.headSha)
  return Promise.all(shas.map(sha => commitView(record, sha)))
}

async function commitView({ git }: RepositoryRecord, sha: string): Promise<CommitView> {
  const { author, message } = await git.commitOrThrow(sha)
  return { sha, message, author: author.name, date: author.date }
}

async function diffFiles({ git }: RepositoryRecord, base: string, head: string): Promise<readonly DiffFile[]> {
  const { files } = await git.diff(base, head)
  return files.map(({ path, previousPath, status, additions, deletions, patch }: FileChange) => {
    return { filename: path, previous_filename: previousPath, status, additions, deletions, patch }
  })
}
