import { accountOf, atLeast, roleOf } from '../access.ts'
import { forbidden, unprocessable } from '../errors.ts'
import type { Account, Actor, Json, PullRecord, RepositoryRecord } from '../state.ts'
import { pullView } from '../views/pulls.ts'
import { noReplyEmail } from '../views/repositories.ts'
import type { Site } from './context.ts'
import { pushed, webFlow } from './pushes.ts'

export function emitPull({ world, hooks }: Site, pull: PullRecord, action: string, sender: Account, extra: Json = {}) {
  hooks.emit({
    event: 'pull_request',
    action,
    repository: pull.repository,
    sender,
    payload: () => ({ number: pull.number, pull_request: pullView(world, pull), ...extra }),
  })
}

/** Counts follow from git; they are kept so that views need not wait for it. */
export async function refreshPull(pull: PullRecord): Promise<void> {
  const { git } = pull.repository
  const [diff, commits] = await Promise.all([
    git.diff(pull.baseSha, pull.headSha),
    git.range(pull.baseSha, pull.headSha),
  ])
  pull.stats = {
    mergeBase: diff.mergeBase,
    additions: diff.additions,
    deletions: diff.deletions,
    changedFiles: diff.files.length,
    commits: commits.length,
  }
}

export interface NewPull {
  readonly title: string
  readonly body: string | null
  readonly head: string
  readonly base: string
  readonly draft: boolean
  /** GitHub says that the head is in another repository. Its branch is here all the same. */
  readonly fromFork?: boolean
}

export async function openPull(
  site: Site,
  repository: RepositoryRecord,
  actor: Actor,
  o: NewPull,
): Promise<PullRecord> {
  const { world } = site
  const author = accountOf(actor)
  const head = o.head.replace(`${repository.owner.login}:`, '')
  const headSha = repository.git.refs.get(`refs/heads/${head}`)
  const baseSha = repository.git.refs.get(`refs/heads/${o.base}`)
  const invalid = (field: string) => [{ resource: 'PullRequest', field, code: 'invalid' }]
  if (headSha === undefined) throw unprocessable('Validation Failed', invalid('head'))
  if (baseSha === undefined) throw unprocessable('Validation Failed', invalid('base'))
  refuseSecondPull(repository, head, o.base)
  if ((await repository.git.range(baseSha, headSha)).length === 0) {
    throw unprocessable('Validation Failed', [
      { resource: 'PullRequest', code: 'custom', message: `No commits between ${o.base} and ${head}` },
    ])
  }
  repository.lastNumber += 1
  const now = world.now()
  const pull = world.create<PullRecord>('pull', {
    repository,
    number: repository.lastNumber,
    issueId: world.nextId(),
    author,
    title: o.title,
    body: o.body,
    state: 'open',
    draft: o.draft,
    fromFork: o.fromFork ?? false,
    headRef: head,
    headSha,
    baseRef: o.base,
    baseSha,
    stats: { mergeBase: baseSha, additions: 0, deletions: 0, changedFiles: 0, commits: 0 },
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    mergedAt: null,
    mergedBy: null,
    mergeCommitSha: null,
    landed: [],
    labels: [],
    milestone: null,
    requestedUsers: [],
    requestedTeams: [],
    reviews: [],
    comments: [],
  })
  await refreshPull(pull)
  repository.pulls.set(pull.number, pull)
  await repository.git.setRef(`refs/pull/${pull.number}/head`, headSha)
  emitPull(site, pull, 'opened', author)
  return pull
}

function refuseSecondPull(repository: RepositoryRecord, head: string, base: string): void {
  const open = [...repository.pulls.values()].some(
    pull => pull.state === 'open' && pull.headRef === head && pull.baseRef === base,
  )
  if (!open) return
  const message = `A pull request already exists for ${repository.owner.login}:${head}.`
  throw unprocessable('Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }])
}

/** The author may change their own pull request; others need write access. */
export function requirePullEditor({ world }: Site, pull: PullRecord, actor: Actor): Account {
  const account = accountOf(actor)
  if (actor.kind === 'installation' || account.id === pull.author.id) return account
  if (!atLeast(roleOf(world, pull.repository, account), 'write')) {
    throw forbidden(`${account.login} may not change this pull request: it takes its author or write access.`)
  }
  return account
}

export interface PullEdit {
  readonly title?: string
  readonly body?: string | null
  readonly base?: string
}

export async function editPull(site: Site, pull: PullRecord, actor: Actor, edit: PullEdit): Promise<void> {
  const sender = requirePullEditor(site, pull, actor)
  const changes: Record<string, Json> = {}
  if (edit.title !== undefined && edit.title !== pull.title) {
    changes.title = { from: pull.title }
    pull.title = edit.title
  }
  if (edit.body !== undefined && (edit.body ?? '') !== (pull.body ?? '')) {
    changes.body = { from: pull.body ?? '' }
    pull.body = edit.body
  }
  if (edit.base !== undefined && edit.base !== pull.baseRef) {
    const sha = pull.repository.git.refs.get(`refs/heads/${edit.base}`)
    if (sha === undefined) throw unprocessable(`Proposed base branch '${edit.base}' was not found`)
    changes.base = { ref: { from: pull.baseRef }, sha: { from: pull.baseSha } }
    pull.baseRef = edit.base
    pull.baseSha = sha
    await refreshPull(pull)
  }
  if (Object.keys(changes).length === 0) return
  pull.updatedAt = site.world.now()
  emitPull(site, pull, 'edited', sender, { changes })
}

export function setDraft(site: Site, pull: PullRecord, actor: Actor, draft: boolean): void {
  const sender = requirePullEditor(site, pull, actor)
  if (pull.draft === draft) return
  pull.draft = draft
  pull.updatedAt = site.world.now()
  emitPull(site, pull, draft ? 'converted_to_draft' : 'ready_for_review', sender)
}

export function closePull(site: Site, pull: PullRecord, actor: Actor): void {
  const sender = requirePullEditor(site, pull, actor)
  if (pull.state === 'closed') return
  pull.state = 'closed'
  pull.closedAt = pull.updatedAt = site.world.now()
  emitPull(site, pull, 'closed', sender)
}

export async function reopenPull(site: Site, pull: PullRecord, actor: Actor): Promise<void> {
  const sender = requirePullEditor(site, pull, actor)
  if (pull.state === 'open') return
  const head = pull.repository.git.refs.get(`refs/heads/${pull.headRef}`)
  const base = pull.repository.git.refs.get(`refs/heads/${pull.baseRef}`)
  if (pull.mergedAt !== null || head === undefined || base === undefined) {
    throw unprocessable('Validation Failed', [{ resource: 'PullRequest', field: 'state', code: 'invalid' }])
  }
  pull.state = 'open'
  pull.closedAt = null
  pull.headSha = head
  pull.baseSha = base
  pull.updatedAt = site.world.now()
  await refreshPull(pull)
  emitPull(site, pull, 'reopened', sender)
}

export type MergeMethod = 'merge' | 'squash' | 'rebase'

/** Onto the base branch. Required checks are not asked: the sandbox shows them, people decide. */
export function mergePull(site: Site, pull: PullRecord, actor: Actor, method: MergeMethod = 'merge'): Promise<string> {
  return pull.repository.git.exclusive(() => mergeNow(site, pull, actor, method))
}

async function mergeNow(site: Site, pull: PullRecord, actor: Actor, method: MergeMethod): Promise<string> {
  const { world } = site
  const { git } = pull.repository
  const sender = accountOf(actor)
  if (actor.kind === 'user' && !atLeast(roleOf(world, pull.repository, sender), 'write')) {
    throw forbidden('Must have write rights to Repository.')
  }
  if (pull.state === 'closed' || pull.draft) throw notMergeable()
  const ref = `refs/heads/${pull.baseRef}`
  const before = git.refs.get(ref) ?? pull.baseSha
  const landed = await land(site, pull, { by: sender, ref, method })
  const sha = landed.at(-1) ?? before
  pull.landed.push(...landed)
  const now = world.now()
  pull.state = 'closed'
  pull.mergedAt = pull.closedAt = pull.updatedAt = now
  pull.mergedBy = sender
  pull.mergeCommitSha = sha
  await pushed(site, pull.repository, { ref, before, after: sha, by: sender, forced: false })
  emitPull(site, pull, 'closed', sender)
  return sha
}

/** The new commits of the base branch, oldest first. */
async function land(
  site: Site,
  pull: PullRecord,
  { by, ref, method }: { readonly by: Account; readonly ref: string; readonly method: MergeMethod },
): Promise<readonly string[]> {
  if (method === 'merge') return [await mergeCommit(site, pull, by, ref)]
  const { repository } = pull
  const { git } = repository
  const squashed = method === 'squash'
  const own = squashed ? [pull.headSha] : await git.range(pull.baseSha, pull.headSha)
  const landed: string[] = []
  for (const sha of own) {
    const base = git.refs.get(ref) ?? pull.baseSha
    const entries = await git.merge(base, sha)
    if (entries === undefined) throw notMergeable()
    const { author, message } = await git.commitOrThrow(sha)
    const commit = await git.commit({
      ref,
      parents: [base],
      files: {},
      entries,
      message: squashed ? `${pull.title} (#${pull.number})` : message,
      author: { name: author.name, email: author.email },
      committer: squashed ? webFlow : { name: by.login, email: noReplyEmail(by) },
      date: site.world.clock(),
    })
    // GitHub signs what it writes itself, but not what it only moves.
    if (squashed) repository.signatures.set(commit, 'github')
    landed.push(commit)
  }
  return landed
}

function notMergeable() {
  return unprocessable('Pull Request is not mergeable')
}

async function mergeCommit({ world }: Site, pull: PullRecord, by: Account, ref: string): Promise<string> {
  const { git } = pull.repository
  const base = git.refs.get(`refs/heads/${pull.baseRef}`) ?? pull.baseSha
  const entries = await git.merge(base, pull.headSha)
  if (entries === undefined) throw notMergeable()
  const sha = await git.commit({
    ref,
    parents: [base, pull.headSha],
    files: {},
    entries,
    message: `Merge pull request #${pull.number} from ${pull.repository.owner.login}/${pull.headRef}\n\n${pull.title}`,
    author: { name: by.login, email: noReplyEmail(by) },
    committer: webFlow,
    date: world.clock(),
  })
  pull.repository.signatures.set(sha, 'github')
  return sha
}

/** `refs/pull/N/merge`: what a workflow on `pull_request` checks out. Made when asked for. */
export async function testMerge(site: Site, pull: PullRecord): Promise<string> {
  return mergeCommit(site, pull, pull.author, `refs/pull/${pull.number}/merge`)
}
