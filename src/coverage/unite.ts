import type { ReportOrigin } from '../facts/facts.ts'
import type { GlobList } from '../glob.ts'
import { type Message, message } from '../locales/message.ts'
import {
  type CoverageReport,
  type CoveredFiles,
  clearCovered,
  countMarks,
  type FileCoverage,
  linesWithUntakenBranch,
  type Marks,
  mergeFile,
  withLines,
} from './model.ts'
import { indexTree, normalisePath, type PathContext, type ResolvedPath, resolvePaths, type Tree } from './paths.ts'

/** Files that shall not count. */
export type Exclusions = Pick<GlobList, 'matches'>

export interface OriginalReport {
  readonly origin: ReportOrigin
  readonly report: CoverageReport
}

/** Where reports were written. */
export type Checkout = Pick<PathContext, 'workspace' | 'modules'>

/** More files than this share of a report may not be missing in the tree. */
const unknownShare = 0.1

export interface United {
  /** By path in the repository; without what is excluded. */
  readonly files: CoveredFiles
  /** The same by name of the suite that reported it. */
  readonly bySuite: ReadonlyMap<string, CoveredFiles>
  readonly problems: readonly Message[]
  /** Files of each report, in their order, that are in no commit and not excluded. */
  readonly outside: readonly (readonly string[])[]
}

/** What does not come from a report of this commit: a suite's files by path in the repository. */
export interface CarriedSuite {
  readonly origin: ReportOrigin
  readonly files: CoveredFiles
}

/** Maps the files of every report to the tree and unites them. Independent of the order of the reports. */
export function unite(
  reports: readonly OriginalReport[],
  carried: readonly CarriedSuite[],
  { paths, ...checkout }: Checkout & { readonly paths: readonly string[] | null },
  exclude: Exclusions,
): United {
  const tree = paths && indexTree(paths)
  const problems: Message[] = []
  const outside: (readonly string[])[] = []
  const suites = new Map<string, FilesByFormat>()
  for (const { origin, report } of reports) {
    const resolved = tree ? resolveReport(origin, report, tree, checkout) : asReported(report)
    const unknown = unknownFiles(resolved, exclude)
    outside.push(unknown)
    problems.push(...pathProblems(origin, resolved, unknown, exclude))
    const suite = getOrAdd(suites, origin.name)
    for (const [reported, file] of report.files) {
      const at = resolved.get(reported)
      if (at?.kind === 'file' && !exclude.matches(at.path)) suite.add(origin.format, at.path, file)
    }
  }
  for (const { origin, files } of carried) {
    const suite = getOrAdd(suites, origin.name)
    for (const [path, file] of files) if (!exclude.matches(path)) suite.add(origin.format, path, file)
  }
  const all = new FilesByFormat()
  for (const suite of suites.values()) all.addAll(suite)
  const bySuite = new Map(suites.entries().map(([name, suite]) => [name, suite.united()]))
  return { files: all.united(), bySuite, problems, outside }
}

/**
 * Files of several reports. Lines are united whatever the format; branches and functions have identities only within
 * one, so of several formats that speak about a file the one that knows most of them stands.
 */
export class FilesByFormat {
  private readonly formats = new Map<string, Map<string, FileCoverage>>()

  add(format: string, path: string, file: FileCoverage): void {
    const files = this.formats.get(format) ?? new Map<string, FileCoverage>()
    this.formats.set(format, files)
    const known = files.get(path)
    files.set(path, known === undefined ? file : mergeFile(known, file))
  }

  addAll(other: FilesByFormat): void {
    for (const [format, files] of other.formats) for (const [path, file] of files) this.add(format, path, file)
  }

  united(): CoveredFiles {
    const [first, ...others] = [...this.formats].sort(([a], [b]) => (a < b ? -1 : 1))
    if (others.length === 0) return first?.[1] ?? new Map()
    const united = new Map(first?.[1])
    for (const [, files] of others) {
      for (const [path, file] of files) {
        const known = united.get(path)
        united.set(path, known === undefined ? file : mergeAcross(known, file))
      }
    }
    return united
  }
}

const noMarks = new Float64Array()

function mergeAcross(a: FileCoverage, b: FileCoverage): FileCoverage {
  const { lines, counts } = mergeFile(linesOnly(a), linesOnly(b))
  const branches = larger(a.branches, b.branches)
  const functions = larger(a.functions, b.functions)
  return { lines, branches, functions, ...(counts === undefined ? {} : { counts }) }
}

const linesOnly = ({ lines, counts }: FileCoverage): FileCoverage => ({
  lines,
  branches: noMarks,
  functions: noMarks,
  ...(counts === undefined ? {} : { counts }),
})

/** More of them, else more that are taken. */
function larger(a: Marks, b: Marks): Marks {
  if (a.length !== b.length) return a.length > b.length ? a : b
  return countMarks(b).covered > countMarks(a).covered ? b : a
}

/** The same with every line uncovered that has a branch which no test took. */
export function withoutPartialLines(files: CoveredFiles): CoveredFiles {
  return new Map(
    files.entries().map(([path, file]) => {
      const partial = linesWithUntakenBranch(file)
      return [path, partial.length === 0 ? file : withLines(file, clearCovered(file.lines, partial))]
    }),
  )
}

type Resolved = ReadonlyMap<string, ResolvedPath>

const resolveReport = (origin: ReportOrigin, report: CoverageReport, tree: Tree, checkout: Checkout): Resolved =>
  resolvePaths(report.files.keys(), tree, { ...checkout, reportPath: origin.path, sources: report.sources })

function asReported(report: CoverageReport): Resolved {
  return new Map(
    report.files.keys().map(reported => {
      const path = normalisePath(reported)
      return [reported, path === null ? { kind: 'traversal' } : { kind: 'file', path }]
    }),
  )
}

function pathProblems(
  { name, path }: ReportOrigin,
  resolved: Resolved,
  unknown: readonly string[],
  exclude: Exclusions,
): readonly Message[] {
  const problems: Message[] = []
  for (const [file, at] of resolved) {
    if (at.kind === 'traversal') problems.push(message('coverage.problem.traversal', { name, path, file }))
    if (at.kind === 'ambiguous' && !at.candidates.every(exclude.matches))
      problems.push(message('coverage.problem.ambiguous', { name, path, file, candidates: at.candidates.slice(0, 10) }))
  }
  if (unknown.length > resolved.size * unknownShare)
    problems.push(
      message('coverage.problem.unknown-files', {
        name,
        path,
        files: unknown.slice(0, 10),
        unknown: unknown.length,
        total: resolved.size,
      }),
    )
  return problems
}

/** Exclusions also apply to these paths, without the leading slash or drive. */
const unknownFiles = (resolved: Resolved, exclude: Exclusions): readonly string[] =>
  [...resolved.values()].flatMap(at =>
    at.kind === 'unknown' && !exclude.matches(at.path.replace(/^([A-Z]:)?\//, '')) ? [at.path] : [],
  )

function getOrAdd(suites: Map<string, FilesByFormat>, name: string): FilesByFormat {
  const known = suites.get(name) ?? new FilesByFormat()
  suites.set(name, known)
  return known
}
