import { unprocessable } from '../errors.ts'
import type { FileContent, GitRepository, NewCommit } from '../git.ts'
import { git } from '../git-process.ts'
import type { Account, Json, PullRecord, RepositoryRecord, World } from '../state.ts'
import { noReplyEmail, personOfEmail, repositoryApi, repositoryHtml } from '../views/repositories.ts'
import type { Site } from './context.ts'
import { emitPull, refreshPull } from './pulls.ts'

export interface Change {
  readonly files?: Readonly<Record<string, FileContent>>
  readonly message: string
  readonly author: string
  /** An address that GitHub knows nobody by. */
  readonly email?: string
  /** Where the branch starts when it is new; with `force`, where it is put. */
  readonly from?: string
  readonly force?: boolean
  /** A branch, tag or SHA that becomes the second parent. */
  readonly merge?: string
  /** Signed with the author's key, or made in the browser and signed by GitHub. */
  readonly verified?: 'author' | 'github'
}

/** Who commits what is made in the browser. */
export const webFlow = { name: 'GitHub', email: 'noreply@github.com' }

const zero = '0'.repeat(40)

export function commit(site: Site, repository: RepositoryRecord, branch: string, change: Change): Promise<string> {
  return repository.git.exclusive(() => commitNow(site, repository, branch, change))
}

async function commitNow(site: Site, repository: RepositoryRecord, branch: string, change: Change): Promise<string> {
  const { world } = site
  const { git: store } = repository
  const ref = `refs/heads/${branch}`
  const before = store.refs.get(ref)
  const parents = [...(await firstParent(store, branch, before, change))]
  const author = world.person(change.author)
  let entries: NewCommit['entries']
  if (change.merge !== undefined) {
    const theirs = resolveOrThrow(store, change.merge)
    const ours = parents[0]
    if (ours === undefined) throw new Error(`${branch} has no commit to merge ${change.merge} into`)
    entries = await store.merge(ours, theirs)
    if (entries === undefined && change.files === undefined) throw new Error(`${change.merge} conflicts with ${branch}`)
    parents.push(theirs)
  }
  const sha = await store.commit({
    ref,
    parents,
    files: change.files ?? {},
    ...(entries === undefined ? {} : { entries }),
    message: change.message,
    author: { name: author.login, email: change.email ?? noReplyEmail(author) },
    ...(change.verified === 'github' ? { committer: webFlow } : {}),
    date: world.clock(),
  })
  if (change.verified !== undefined) repository.signatures.set(sha, change.verified)
  await pushed(site, repository, { ref, before: before ?? zero, after: sha, by: author, forced: change.force === true })
  return sha
}

async function firstParent(store: GitRepository, branch: string, tip: string | undefined, change: Change) {
  if (change.from !== undefined && (tip === undefined || change.force)) return [resolveOrThrow(store, change.from)]
  if (change.from !== undefined) throw new Error(`${branch} exists; \`from\` needs \`force\``)
  if (tip === undefined) return []
  return change.force ? (await store.commitOrThrow(tip)).parents : [tip]
}

export function resolveOrThrow(store: GitRepository, ref: string): string {
  const sha = store.resolve(ref)
  if (sha === undefined) throw new Error(`no ref ${ref}`)
  return sha
}

interface Push {
  readonly ref: string
  readonly before: string
  readonly after: string
  readonly by: Account
  readonly forced: boolean
}

/** What follows from a moved branch: the push event, and the pull requests whose head it is. */
export async function pushed(site: Site, repository: RepositoryRecord, push: Push): Promise<void> {
  const { world, hooks } = site
  repository.pushedAt = world.now()
  if (hooks.hasSubscribers({ event: 'push', repository })) {
    const payload = await pushPayload(world, repository, push)
    hooks.emit({ event: 'push', repository, sender: push.by, payload: () => payload })
  }
  const branch = push.ref.replace('refs/heads/', '')
  for (const pull of repository.pulls.values()) {
    if (pull.state !== 'open' || pull.headRef !== branch || push.after === zero) continue
    await synchronize(site, pull, push)
  }
}

async function synchronize(site: Site, pull: PullRecord, { before, after, by }: Push): Promise<void> {
  pull.headSha = after
  pull.baseSha = resolveOrThrow(pull.repository.git, pull.baseRef)
  pull.updatedAt = site.world.now()
  await pull.repository.git.setRef(`refs/pull/${pull.number}/head`, after)
  await refreshPull(pull)
  emitPull(site, pull, 'synchronize', by, { before, after })
}

const maxCommitsInPush = 2048

async function pushPayload(world: World, repository: RepositoryRecord, push: Push): Promise<Json> {
  const { git: store } = repository
  const { before, after, ref, by } = push
  const created = before === zero
  const base = created ? store.refs.get(`refs/heads/${repository.defaultBranch}`) : before
  const known = base !== undefined && base !== after ? await store.range(base, after) : [after]
  const shas = known.slice(-maxCommitsInPush)
  const commits = await Promise.all(shas.map(sha => pushedCommit(world, repository, sha)))
  const html = repositoryHtml(world, repository)
  const head = commits.at(-1) ?? (await pushedCommit(world, repository, after))
  return {
    ref,
    before,
    after,
    created,
    deleted: false,
    forced: push.forced,
    base_ref: null,
    compare: `${html}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits,
    head_commit: head,
    pusher: { name: by.login, email: noReplyEmail(by) },
  }
}

async function pushedCommit(world: World, repository: RepositoryRecord, sha: string): Promise<Json> {
  const { git: store } = repository
  const info = await store.commitOrThrow(sha)
  const parent = info.parents[0]
  const files = parent === undefined ? [] : (await store.diff(parent, sha)).files
  const paths = (...statuses: string[]) =>
    files.filter(({ status }) => statuses.includes(status)).map(({ path }) => path)
  const renamed = files.flatMap(({ previousPath }) => previousPath ?? [])
  const who = ({ name, email }: { name: string; email: string }) => {
    const username = personOfEmail(world, email)?.login
    return { name, email, ...(username === undefined ? {} : { username }) }
  }
  return {
    id: sha,
    tree_id: info.tree,
    distinct: true,
    message: info.message,
    timestamp: info.committer.date,
    url: `${repositoryApi(world, repository)}/commits/${sha}`,
    author: who(info.author),
    committer: who(info.committer),
    added: parent === undefined ? await allPaths(store, info.tree) : paths('added', 'renamed', 'copied'),
    removed: [...paths('removed'), ...renamed],
    modified: paths('modified', 'changed'),
  }
}

async function allPaths(store: GitRepository, tree: string): Promise<readonly string[]> {
  return (await store.treeRecursive(tree)).filter(entry => entry.type === 'blob').map(entry => entry.path)
}

/** Compares what we know with what a real `git push` to the bare repository wrote. */
export async function receivePush(site: Site, repository: RepositoryRecord, by: Account): Promise<void> {
  const { git: store } = repository
  for (const [ref, after] of await store.readRefs()) {
    const before = store.refs.get(ref) ?? zero
    if (!ref.startsWith('refs/heads/') || before === after) continue
    store.refs.set(ref, after)
    const forced = before !== zero && (await store.mergeBase(before, after).catch(() => '')) !== before
    await pushed(site, repository, { ref, before, after, by, forced })
  }
}

/** A clone with full history, `origin` being the bare repository, as a runner's checkout leaves it. */
export async function checkout(repository: RepositoryRecord, ref: string, dir: string): Promise<void> {
  const { git: store } = repository
  const sha = resolveOrThrow(store, ref)
  const autocrlf = ['-c', 'core.autocrlf=false']
  await git([...autocrlf, 'clone', '--quiet', '--no-checkout', store.dir, dir], { cwd: store.dir })
  await git(['config', 'core.autocrlf', 'false'], { cwd: dir })
  const pulls = ['fetch', '--quiet', 'origin', '+refs/pull/*:refs/remotes/pull/*']
  // A ref that somebody writes at this moment is told as zeros; the next look sees it.
  await git(pulls, { cwd: dir }).catch(() => git(pulls, { cwd: dir }))
  const branch = ref.replace(/^refs\/heads\//, '')
  const target = store.refs.has(`refs/heads/${branch}`) ? ['-B', branch, `origin/${branch}`] : ['--detach', sha]
  await git(['checkout', '--quiet', ...target], { cwd: dir })
}

export function requireCommit(store: GitRepository, sha: string): Promise<void> {
  return store.commitInfo(sha).then(info => {
    if (info === undefined) throw unprocessable(`No commit found for SHA: ${sha}`)
  })
}
