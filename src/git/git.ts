import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { devNull, tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { diffArguments, parseDiff } from '../facts/diff.ts'
import { type ChangedFile, type Fact, present, unknown } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'

/**
 * A local repository. An earlier step of the job may have written its `config`, `info/attributes` and hooks, and the
 * work tree belongs to the pull request. So git runs in an empty repository of our own that borrows the objects, and
 * nothing beside objects is ever read from the clone but where its `HEAD` is (security.md T-50).
 */
export interface Repository {
  /** Absolute path of `.git`. */
  readonly gitDir: string
  /** Absolute path of the folder with objects and the list of cut-off commits; `.git` but for linked work trees. */
  readonly commonDir: string
  /** Absolute path of the work tree. */
  readonly root: string
  /** Absolute path of the empty repository. */
  readonly ours: string
}

/** One entry of a commit's tree. */
export interface TreeEntry {
  /** Six octal digits. */
  readonly mode: string
  readonly type: 'blob' | 'tree' | 'commit'
  readonly oid: string
  /** Bytes; 0 for what is not a blob. */
  readonly size: number
  readonly path: string
}

export interface GitOptions {
  readonly timeoutMs?: number
  /** Bytes of standard output. */
  readonly maxOutput?: number
  /** For standard input. */
  readonly input?: string
  /** Lets git see the work tree and the clone's index; configuration and attributes that name programs stay unseen. */
  readonly workTree?: boolean
}

/** Why `git` gave no answer. */
export type GitFailure =
  | { readonly kind: 'missing' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'size' }
  | { readonly kind: 'exit'; readonly code: number; readonly stderr: string }

/** For the one question that the clone's own configuration is present at; on the command line they win over it. */
const hardened = [
  '--no-pager',
  '--no-replace-objects',
  '--no-optional-locks',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  `core.hooksPath=${devNull}`,
  '-c',
  `core.attributesFile=${devNull}`,
  '-c',
  'protocol.ext.allow=never',
]

/**
 * Nothing of the machine's or the user's configuration, no prompt, no transport: a partial clone must not fetch through
 * a program that its own configuration names. Git directories are given outright, so nothing is discovered and
 * `safe.directory` needs no exception: in a container job the workspace belongs to another user.
 */
function environment(): Record<string, string> {
  const { PATH = '', SystemRoot, TMPDIR, TEMP } = process.env
  return {
    PATH,
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    ...(TEMP === undefined ? {} : { TEMP }),
    LC_ALL: 'C',
    TZ: 'UTC',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_GRAFT_FILE: devNull,
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
  }
}

/** Asks the empty repository about the clone's objects. Every argument is data; SHAs go behind `--end-of-options`. */
export function git(
  repository: Repository,
  args: readonly string[],
  options: GitOptions = {},
): Promise<Result<Buffer, GitFailure>> {
  const shallow = join(repository.commonDir, 'shallow')
  const env = {
    ...environment(),
    HOME: repository.ours,
    GIT_DIR: repository.ours,
    GIT_OBJECT_DIRECTORY: join(repository.commonDir, 'objects'),
    ...(existsSync(shallow) ? { GIT_SHALLOW_FILE: shallow } : {}),
    ...(options.workTree === true
      ? { GIT_WORK_TREE: repository.root, GIT_INDEX_FILE: join(repository.gitDir, 'index') }
      : {}),
  }
  return execute(args, { cwd: repository.ours, env }, options)
}

/** Runs `git` without a shell. */
async function execute(
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
  { timeoutMs = 60_000, maxOutput = 512 * 1024 * 1024, input = '' }: GitOptions,
): Promise<Result<Buffer, GitFailure>> {
  return new Promise(settle => {
    const child = spawn('git', [...hardened, ...args], {
      cwd,
      env,
      stdio: 'pipe',
      windowsHide: true,
    })
    // Not spawn's own `timeout`: its timer outlives a program that could not be started.
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, timeoutMs)
    const out: Buffer[] = []
    let size = 0
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > maxOutput) child.kill('SIGKILL')
      else out.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < 2000) stderr += chunk.toString()
    })
    // A child that ends before it has read everything closes the pipe; its exit code tells.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', () => {
      clearTimeout(timer)
      settle(err({ kind: 'missing' }))
    })
    child.on('close', code => {
      clearTimeout(timer)
      if (size > maxOutput) settle(err({ kind: 'size' }))
      else if (late) settle(err({ kind: 'timeout' }))
      else if (code === 0) settle(ok(Buffer.concat(out)))
      else settle(err({ kind: 'exit', code: code ?? -1, stderr }))
    })
  })
}

/** A full object id; nothing else is ever given to `git` as a revision. */
export const isSha = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)

/** The repository that holds `folder`, looked for upwards until `top` inclusive. `null`: there is none. */
export async function findRepository(folder: string, top: string): Promise<Repository | null> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await repositoryAt(at)
    if (found !== null) return found
    const below = relative(top, at)
    if (below === '' || below.startsWith('..') || at === dirname(at)) return null
  }
}

/** `.git` is a folder, or a file that names one (work trees, submodules). */
async function repositoryAt(root: string): Promise<Repository | null> {
  const dotGit = join(root, '.git')
  try {
    const gitDir = (await stat(dotGit)).isDirectory() ? await realpath(dotGit) : await namedBy(root, dotGit)
    const common = await readFile(join(gitDir, 'commondir'), 'utf8').catch(() => '.')
    return { gitDir, commonDir: await realpath(resolve(gitDir, common.trim())), root, ours: emptyRepository() }
  } catch {
    return null
  }
}

async function namedBy(root: string, file: string): Promise<string> {
  const named = /^gitdir: (.+?)\s*$/.exec(await readFile(file, 'utf8'))?.[1]
  return realpath(resolve(root, named ?? ''))
}

let empty: string | undefined

/** One for the whole process; removed when it ends. */
function emptyRepository(): string {
  empty ??= createEmptyRepository()
  return empty
}

function createEmptyRepository(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'delivery-gates-git-')))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['objects', 'refs']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/none\n')
  writeFileSync(join(folder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n')
  return folder
}

/** The commit that is checked out. */
export async function headCommit(repository: Repository): Promise<Result<string, Message>> {
  const found = await revision(repository, 'HEAD')
  if (!found.ok) return err(failureMessage('rev-parse', found.error))
  const sha = shaIn(found.value)
  return sha === null ? err(message('git.failed', { what: 'rev-parse', detail: 'no commit' })) : ok(sha)
}

/**
 * The commit that the user of this clone calls so (`origin/main`, `HEAD~3`); `null`: none. Only for a name that its own
 * user typed: where HEAD and branches are is the clone's word.
 */
export async function commitCalled(repository: Repository, name: string): Promise<Result<string | null, Message>> {
  const found = await revision(repository, `${name}^{commit}`)
  if (found.ok) return ok(shaIn(found.value))
  return found.error.kind === 'exit' ? ok(null) : err(failureMessage('rev-parse', found.error))
}

function revision({ gitDir }: Repository, name: string): Promise<Result<Buffer, GitFailure>> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', name]
  const env = { ...environment(), HOME: gitDir, GIT_DIR: gitDir, GIT_WORK_TREE: gitDir }
  return execute(args, { cwd: gitDir, env }, {})
}

/** Paths of files of `commit` whose content in the work tree is another one, staged or not. Untracked files are no part. */
export async function uncommittedFiles(
  repository: Repository,
  commit: string,
): Promise<Result<readonly string[], Message>> {
  if (!isSha(commit)) return err(message('git.failed', { what: 'diff', detail: 'not a commit id' }))
  const args = ['diff', '--name-only', '-z', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-relative']
  const output = await git(repository, [...args, '--ignore-submodules=all', '--end-of-options', commit, '--'], {
    workTree: true,
  })
  if (!output.ok) return err(failureMessage('diff', output.error))
  return ok(
    output.value
      .toString('utf8')
      .split('\0')
      .filter(path => path !== ''),
  )
}

/** Parents of a commit that is here; empty when it has none or is not here. */
export async function parentsOf(repository: Repository, sha: string): Promise<readonly string[]> {
  if (!isSha(sha)) return []
  const found = await git(repository, ['cat-file', 'commit', sha])
  if (!found.ok) return []
  const [header = ''] = found.value.toString('latin1').split('\n\n', 1)
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(match => match[1] ?? '').filter(isSha)
}

export async function hasCommit(repository: Repository, sha: string): Promise<boolean> {
  if (!isSha(sha)) return false
  return (await git(repository, ['cat-file', '-e', `${sha}^{commit}`])).ok
}

/** Whether history is cut off (`fetch-depth`). */
export const isShallow = ({ commonDir }: Repository): boolean => existsSync(join(commonDir, 'shallow'))

/** Best common ancestor, as GitHub computes the three-dot diff from. `null`: none that can be seen from here. */
export async function mergeBase(repository: Repository, base: string, head: string): Promise<string | null> {
  if (!isSha(base) || !isSha(head)) return null
  const found = await git(repository, ['merge-base', '--end-of-options', base, head])
  return found.ok ? shaIn(found.value) : null
}

/** Changed files between two commits that are both here. */
export async function diffCommits(
  repository: Repository,
  from: string,
  to: string,
): Promise<Result<readonly ChangedFile[], Message>> {
  if (!isSha(from) || !isSha(to)) return err(message('git.failed', { what: 'diff', detail: 'not a commit id' }))
  const output = await git(repository, [...diffArguments, '--end-of-options', from, to, '--'])
  return output.ok ? parseDiff(output.value) : err(failureMessage('diff', output.error))
}

/**
 * What the pull request changes: from the merge base of `base` and `head` to `head`. Unknown with the cause when this
 * clone cannot tell; the caller may then ask GitHub.
 */
export async function changedFilesBetween(
  repository: Repository,
  base: string,
  head: string,
): Promise<Fact<readonly ChangedFile[]>> {
  const from = await mergeBase(repository, base, head)
  if (from === null) return unknown(await noCommonHistory(repository, base, head))
  const files = await diffCommits(repository, from, head)
  return files.ok ? present(files.value) : unknown(files.error)
}

/** Why no merge base can be seen; asked only then, because each question is a process. */
async function noCommonHistory(repository: Repository, base: string, head: string): Promise<Message> {
  const shallow = isShallow(repository)
  for (const sha of [base, head]) {
    if (await hasCommit(repository, sha)) continue
    return shallow ? message('git.shallow', { sha }) : message('git.noCommit', { sha })
  }
  return shallow ? message('git.shallow', { sha: base }) : message('git.noMergeBase', { base, head })
}

/** Entries of a commit's tree, all of them or only those at `paths` (exact, not patterns). */
export async function listTree(
  repository: Repository,
  sha: string,
  paths?: readonly string[],
): Promise<Result<readonly TreeEntry[], Message>> {
  if (!isSha(sha)) return err(message('git.failed', { what: 'ls-tree', detail: 'not a commit id' }))
  const recursion = paths === undefined ? ['-r'] : []
  const output = await git(repository, [
    'ls-tree',
    ...recursion,
    '-z',
    '--long',
    '--full-tree',
    '--end-of-options',
    sha,
    ...(paths ?? []),
  ])
  if (!output.ok) return err(failureMessage('ls-tree', output.error))
  const entries = output.value
    .toString('utf8')
    .split('\0')
    .filter(record => record !== '')
    .map(treeEntry)
  return entries.every(entry => entry !== null)
    ? ok(entries)
    : err(message('git.failed', { what: 'ls-tree', detail: 'unexpected record' }))
}

function treeEntry(record: string): TreeEntry | null {
  const match = /^(\d{6}) (blob|tree|commit) ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(record)
  if (match === null) return null
  const [, mode = '', type, oid = '', size = '', path = ''] = match
  return { mode, type: type as TreeEntry['type'], oid, size: size === '-' ? 0 : Number(size), path }
}

/** Bytes of a blob; refused beyond `maxBytes`. */
export async function readBlob(
  repository: Repository,
  oid: string,
  maxBytes: number,
): Promise<Result<Buffer, Message>> {
  if (!isSha(oid)) return err(message('git.failed', { what: 'cat-file', detail: 'not an object id' }))
  const output = await git(repository, ['cat-file', 'blob', oid], { maxOutput: maxBytes })
  return output.ok ? ok(output.value) : err(failureMessage('cat-file', output.error))
}

/** Lines of blobs by object id, in one call; a last line without line end counts. Missing objects are left out. */
export async function countLines(
  repository: Repository,
  oids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  await eachBlob(repository, oids, (oid, content) => counts.set(oid, linesIn(content)))
  return counts
}

/** Contents of files of a commit by path, in two calls. Left out: what is not a file there, or larger than `maxBytes`. */
export async function readFilesAt(
  repository: Repository,
  sha: string,
  paths: readonly string[],
  maxBytes: number,
): Promise<Result<ReadonlyMap<string, Buffer>, Message>> {
  if (paths.length === 0) return ok(new Map())
  const listed = await listTree(repository, sha, paths)
  if (!listed.ok) return listed
  const wanted = listed.value.filter(({ type, mode, size }) => type === 'blob' && mode !== '120000' && size <= maxBytes)
  const blobs = new Map<string, Buffer>()
  await eachBlob(
    repository,
    wanted.map(entry => entry.oid),
    (oid, content) => blobs.set(oid, content),
  )
  return ok(
    new Map(
      wanted.flatMap(({ path, oid }) => {
        const content = blobs.get(oid)
        return content === undefined ? [] : [[path, content] as const]
      }),
    ),
  )
}

async function eachBlob(
  repository: Repository,
  oids: readonly string[],
  use: (oid: string, content: Buffer) => void,
): Promise<void> {
  const asked = [...new Set(oids)].filter(isSha)
  if (asked.length === 0) return
  const output = await git(repository, ['cat-file', '--batch'], { input: asked.map(oid => `${oid}\n`).join('') })
  if (!output.ok) return
  const bytes = output.value
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at)
    const [oid = '', type, size] = bytes.toString('latin1', at, end < 0 ? bytes.length : end).split(' ')
    at = end < 0 ? bytes.length : end + 1
    if (size === undefined || type === 'missing') continue
    const content = bytes.subarray(at, at + Number(size))
    at += Number(size) + 1
    if (type === 'blob') use(oid, content)
  }
}

function linesIn(content: Uint8Array): number {
  let lines = 0
  for (let at = content.indexOf(0x0a); at >= 0; at = content.indexOf(0x0a, at + 1)) lines += 1
  return content.length > 0 && content.at(-1) !== 0x0a ? lines + 1 : lines
}

/**
 * When a commit was last checked out, in milliseconds since 1970; `null` when that cannot be told. The index is no
 * witness: `git status` writes it too.
 */
export async function checkedOutAt(repository: Repository): Promise<number | null> {
  const times = await Promise.all(
    ['HEAD', 'logs/HEAD'].map(name =>
      stat(join(repository.gitDir, name)).then(
        found => found.mtimeMs,
        () => null,
      ),
    ),
  )
  const known = times.filter(time => time !== null)
  return known.length === 0 ? null : Math.max(...known)
}

function failureMessage(what: string, failure: GitFailure): Message {
  switch (failure.kind) {
    case 'missing':
      return message('git.missing', {})
    case 'timeout':
      return message('git.failed', { what, detail: 'timeout' })
    case 'size':
      return message('git.failed', { what, detail: 'output too large' })
    case 'exit':
      return message('git.failed', { what, detail: failure.stderr.trim().split('\n')[0]?.slice(0, 200) ?? '' })
    default:
      return failure satisfies never
  }
}

function shaIn(output: Buffer): string | null {
  const sha = output.toString('latin1').trim().split('\n')[0] ?? ''
  return isSha(sha) ? sha : null
}
