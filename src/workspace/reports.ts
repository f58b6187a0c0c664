import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { compileGlob, compileGlobs } from '../glob.ts'
import { type Message, message } from '../locales/message.ts'
import { editDistance } from '../policy/text.ts'
import { err, ok, type Result } from '../result.ts'

/** Reports as the policy names them. */
export interface ReportSpec {
  readonly name: string
  /** A path or a glob, relative to the working directory. */
  readonly path: string
  /** Files that must be there; 1 if left out. */
  readonly expected?: number
}

/** A name for which too few files stand there. */
export interface MissingFiles<Spec extends ReportSpec = ReportSpec> {
  readonly spec: Spec
  readonly found: number
  readonly expected: number
  /** Such files elsewhere, nearest first. */
  readonly near: readonly string[]
}

/** A report file that stands where the policy says. */
export interface FoundReport<Spec extends ReportSpec = ReportSpec> {
  readonly spec: Spec
  /** Relative to the workspace, forward slashes. */
  readonly path: string
}

export interface Workspace {
  /** Absolute, resolved. */
  readonly root: string
  /** Relative to the root, forward slashes; `.`: the root. */
  readonly workingDirectory: string
}

/** Files that one glob may match. */
const maxMatches = 100
/** Entries looked at while searching; beyond it the search is told to be incomplete. */
const maxEntries = 200_000
const skipped = new Set(['node_modules', '.git'])

/** Every report file, in the order of the policy and then by path, and the names that lack some. */
export async function findReports<Spec extends ReportSpec>(
  specs: readonly Spec[],
  workspace: Workspace,
): Promise<{
  readonly found: readonly FoundReport<Spec>[]
  readonly missing: readonly MissingFiles<Spec>[]
  readonly problems: readonly Message[]
}> {
  const found: FoundReport<Spec>[] = []
  const missing: MissingFiles<Spec>[] = []
  const problems: Message[] = []
  let files: Promise<readonly string[]> | undefined
  const listed = () => {
    files ??= listFiles(workspace)
    return files
  }
  for (const spec of specs) {
    const paths = isPattern(spec.path) ? await matching(spec.path, listed) : existing(spec.path, workspace)
    const expected = spec.expected ?? 1
    if (paths.length < expected) {
      const near = paths.length > 0 ? [] : nearestFiles(spec.path, await listed())
      missing.push({ spec, found: paths.length, expected, near })
    }
    if (paths.length > maxMatches) {
      problems.push(
        message('coverage.problem.too-many', {
          name: spec.name,
          path: spec.path,
          found: paths.length,
          limit: maxMatches,
        }),
      )
    } else found.push(...paths.map(path => ({ spec, path: inWorkspace(workspace, path) })))
  }
  return { found, missing, problems }
}

const isPattern = (path: string): boolean => /[*?[{]/.test(path)

async function matching(pattern: string, listed: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const glob = compileGlob(pattern)
  if (!glob.ok) return []
  const matches = glob.value
  return (await listed()).filter(path => matches.matches(path))
}

/** Files at places where tools put reports; none there is no problem of a place. */
export async function findCommon(
  places: readonly string[],
  workspace: Workspace,
): Promise<readonly FoundReport<ReportSpec>[]> {
  const globs = compileGlobs(places)
  const paths = (await listFiles(workspace)).filter(path => globs.matches(path)).slice(0, maxMatches)
  return paths.map(path => ({ spec: { name: path, path }, path: inWorkspace(workspace, path) }))
}

const inWorkspace = (workspace: Workspace, path: string): string =>
  join(workspace.workingDirectory, path).split(sep).join('/')

/** Whether anything stands there; what it is is judged when it is opened. */
function existing(path: string, workspace: Workspace): readonly string[] {
  try {
    lstatSync(join(workspace.root, workspace.workingDirectory, path))
    return [path]
  } catch {
    return []
  }
}

/** Everything that is not a folder below the working directory, sorted; links are listed, never followed. */
async function listFiles(workspace: Workspace): Promise<readonly string[]> {
  const root = join(workspace.root, workspace.workingDirectory)
  const files: string[] = []
  const folders = ['']
  let seen = 0
  for (let folder = folders.pop(); folder !== undefined && seen < maxEntries; folder = folders.pop()) {
    try {
      for await (const entry of await opendir(join(root, folder))) {
        seen += 1
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`
        if (entry.isDirectory()) {
          if (!skipped.has(entry.name)) folders.push(path)
        } else files.push(path)
      }
    } catch {
      // A folder that cannot be read holds no report that could be.
    }
  }
  return files.sort()
}

/** Where such a file stands instead, at most three: the same name elsewhere, then names and paths that are close. */
function nearestFiles(wanted: string, files: readonly string[]): readonly string[] {
  const name = basename(wanted)
  const like = /lcov|cobertura|coverage|jacoco|clover|junit|resultset|cover\.out|profdata|xccov/i
  return files
    .map(path => {
      const own = basename(path)
      const distance =
        own === name ? 0 : own.length > 60 ? Infinity : editDistance(own.toLowerCase(), name.toLowerCase())
      const near = distance <= Math.max(1, Math.floor(name.length / 3))
      return { path, rank: near ? distance : like.test(own) && /\.(info|xml|json|out|txt)$/.test(own) ? 100 : Infinity }
    })
    .filter(one => one.rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
    .slice(0, 3)
    .map(one => one.path)
}

/** A report that is open for reading. `chunks` may be read once, each before the next is asked for. */
export interface OpenReport {
  readonly modifiedAt: number
  readonly chunks: () => Iterable<Uint8Array>
  readonly close: () => void
}

/** The same chunks, and the digest of all that were taken, lower-case hex. */
export function digested(chunks: Iterable<Uint8Array>): {
  readonly chunks: Iterable<Uint8Array>
  readonly sha256: () => string
} {
  const hash = createHash('sha256')
  function* passed() {
    for (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }
  return { chunks: passed(), sha256: () => hash.digest('hex') }
}

/** Clocks of file systems tick more coarsely than the one that wrote the checkout. */
const clockSlack = 1000

/** Whether the file is older than the checkout, and so measured another state of the code. */
export const isStale = ({ modifiedAt }: OpenReport, checkout: number | null): boolean =>
  checkout !== null && modifiedAt < checkout - clockSlack

export const maxReportSize = 1024 ** 3
const chunkSize = 256 * 1024

/**
 * Opens a file of the workspace: its real place must be inside, it must be a regular file of at most 1 GiB, and what
 * was opened must be what was looked at (security.md T-58, B-F05).
 */
export function openReport(path: string, workspace: Workspace): Result<OpenReport, Message> {
  let real: string
  try {
    real = realpathSync(join(workspace.root, path))
  } catch (error) {
    return err(failure(path, error))
  }
  const inside = relative(workspace.root, real)
  if (inside === '' || inside.split(sep)[0] === '..' || inside.startsWith(sep) || /^[A-Za-z]:/.test(inside)) {
    return err(message('action.report.outside', { path }))
  }
  let fd: number
  try {
    const seen = lstatSync(real)
    if (!seen.isFile()) return err(message('action.report.kind', { path, kind: kindOf(seen) }))
    // A FIFO put there meanwhile must not block, a link not be followed.
    fd = openSync(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    const opened = fstatSync(fd)
    if (!opened.isFile() || opened.ino !== seen.ino || opened.dev !== seen.dev) {
      closeSync(fd)
      return err(message('action.report.replaced', { path }))
    }
    if (opened.size > maxReportSize) {
      closeSync(fd)
      return err(message('action.report.size', { path, bytes: opened.size, limit: maxReportSize }))
    }
    return ok(reader(fd, opened.mtimeMs))
  } catch (error) {
    return err(failure(path, error))
  }
}

function reader(fd: number, modifiedAt: number): OpenReport {
  function* chunks() {
    const buffer = new Uint8Array(chunkSize)
    let left = maxReportSize
    while (left > 0) {
      const size = readSync(fd, buffer, 0, Math.min(chunkSize, left), null)
      if (size === 0) return
      left -= size
      yield buffer.subarray(0, size)
    }
  }
  return { modifiedAt, chunks, close: () => closeSync(fd) }
}

type Kind = 'directory' | 'fifo' | 'socket' | 'device'

function kindOf(stats: ReturnType<typeof lstatSync>): Kind {
  if (stats?.isDirectory()) return 'directory'
  if (stats?.isFIFO()) return 'fifo'
  return stats?.isSocket() ? 'socket' : 'device'
}

function failure(path: string, error: unknown): Message {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (code === 'EACCES' || code === 'EPERM') return message('action.report.permission', { path })
  if (code === 'ELOOP') return message('action.report.loop', { path })
  return message('action.report.unreadable', { path, code })
}
