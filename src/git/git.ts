import { spawn } from 'node:child_process'
import { readFile, realpath, stat } from 'node:fs/promises'
import { devNull } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { diffArguments, parseDiff } from '../facts/diff.ts'
import { type ChangedFile, type Fact, present, unknown } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'

/**
 * A local repository, named by its git directory. Every call runs inside that directory, so that no file of the work
 * tree (`.gitattributes`, `.gitmodules`) is read: those belong to the pull request.
 */
export interface Repository {
  /** Absolute path of `.git`. */
  readonly gitDir: string
  /** Absolute path of the work tree. */
  readonly root: string
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
}

/** Why `git` gave no answer. */
export type GitFailure =
  | { readonly kind: 'missing' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'size' }
  | { readonly kind: 'exit'; readonly code: number; readonly stderr: string }

/**
 * Settings that a repository could use to run a program or to change what is read, switched off on the command line,
 * which wins over `.git/config` (security.md T-50).
 */
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
  'core.quotePath=false',
  '-c',
  'protocol.allow=never',
  '-c',
  'protocol.ext.allow=never',
  '-c',
  'diff.external=',
]

/**
 * Nothing of the machine's or the user's configuration, no prompt, no transport: a partial clone must not fetch through
 * a program that its own configuration names. The git directory is given outright, so nothing is discovered and
 * `safe.directory` needs no exception: in a container job the workspace belongs to another user.
 */
function environment(gitDir: string): Record<string, string> {
  const { PATH = '', SystemRoot, TMPDIR, TEMP } = process.env
  return {
    PATH,
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    ...(TEMP === undefined ? {} : { TEMP }),
    LC_ALL: 'C',
    TZ: 'UTC',
    HOME: gitDir,
    GIT_DIR: gitDir,
    GIT_WORK_TREE: gitDir,
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

/** Runs `git` on a repository without a shell. Every argument is data; SHAs go behind `--end-of-options`. */
export async function git(
  repository: Repository,
  args: readonly string[],
  { timeoutMs = 60_000, maxOutput = 512 * 1024 * 1024, input = '' }: GitOptions = {},
): Promise<Result<Buffer, GitFailure>> {
  return new Promise(settle => {
    const child = spawn('git', [...hardened, ...args], {
      cwd: repository.gitDir,
      env: environment(repository.gitDir),
      stdio: 'pipe',
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
    })
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
    child.on('error', () => settle(err({ kind: 'missing' })))
    child.on('close', (code, signal) => {
      if (size > maxOutput) settle(err({ kind: 'size' }))
      else if (signal !== null) settle(err({ kind: 'timeout' }))
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
    const found = await stat(dotGit)
    if (found.isDirectory()) return { gitDir: await realpath(dotGit), root }
    const named = /^gitdir: (.+?)\s*$/.exec(await readFile(dotGit, 'utf8'))?.[1]
    return named === undefined ? null : { gitDir: await realpath(resolve(root, named)), root }
  } catch {
    return null
  }
}

/** The commit that is checked out; `null` when there is none. */
export async function headCommit(repository: Repository): Promise<string | null> {
  const found = await git(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}'])
  return found.ok ? shaIn(found.value) : null
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
export async function isShallow(repository: Repository): Promise<boolean> {
  const found = await git(repository, ['rev-parse', '--is-shallow-repository'])
  return found.ok && found.value.toString().trim() === 'true'
}

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
  for (const sha of [base, head]) {
    if (await hasCommit(repository, sha)) continue
    const shallow = await isShallow(repository)
    return unknown(shallow ? message('git.shallow', { sha }) : message('git.noCommit', { sha }))
  }
  const from = await mergeBase(repository, base, head)
  if (from === null) {
    const shallow = await isShallow(repository)
    return unknown(shallow ? message('git.shallow', { sha: base }) : message('git.noMergeBase', { base, head }))
  }
  const files = await diffCommits(repository, from, head)
  return files.ok ? present(files.value) : unknown(files.error)
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
  const asked = [...new Set(oids)].filter(isSha)
  const counts = new Map<string, number>()
  if (asked.length === 0) return counts
  const output = await git(repository, ['cat-file', '--batch'], { input: asked.map(oid => `${oid}\n`).join('') })
  if (!output.ok) return counts
  const bytes = output.value
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at)
    const [oid = '', type, size] = bytes.toString('latin1', at, end < 0 ? bytes.length : end).split(' ')
    at = end < 0 ? bytes.length : end + 1
    if (size === undefined || type === 'missing') continue
    const content = bytes.subarray(at, at + Number(size))
    at += Number(size) + 1
    if (type === 'blob') counts.set(oid, linesIn(content))
  }
  return counts
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

/** `folder` as a path inside the repository, forward slashes, empty for its root. */
export function pathInside(repository: Repository, folder: string): string {
  return relative(repository.root, folder).split(sep).join('/')
}
