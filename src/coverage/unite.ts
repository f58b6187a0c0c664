import type { ReportOrigin } from '../facts/facts.ts'
import type { GlobList } from '../glob.ts'
import { type Message, message } from '../locales/message.ts'
import {
  type CoverageReport,
  type CoveredFiles,
  clearCovered,
  type FileCoverage,
  linesWithUntakenBranch,
  mergeFile,
  withLines,
} from './model.ts'
import { indexTree, normalisePath, type ResolvedPath, resolvePaths, type Tree } from './paths.ts'

/** Files that shall not count. */
export type Exclusions = Pick<GlobList, 'matches'>

export interface OriginalReport {
  readonly origin: ReportOrigin
  readonly report: CoverageReport
}

/** More files than this share of a report may not be missing in the tree. */
const unknownShare = 0.1

export interface United {
  /** By path in the repository; without what is excluded. */
  readonly files: CoveredFiles
  /** The same by name of the suite that reported it. */
  readonly bySuite: ReadonlyMap<string, CoveredFiles>
  readonly problems: readonly Message[]
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
  paths: readonly string[] | null,
  workspace: string | undefined,
  exclude: Exclusions,
): United {
  const tree = paths && indexTree(paths)
  const problems: Message[] = []
  const bySuite = new Map<string, Map<string, FileCoverage>>()
  for (const { origin, report } of reports) {
    const resolved = tree ? resolveReport(origin, report, tree, workspace) : asReported(report)
    problems.push(...pathProblems(origin, resolved, exclude))
    const suite = getOrAdd(bySuite, origin.name)
    for (const [reported, file] of report.files) {
      const at = resolved.get(reported)
      if (at?.kind === 'file' && !exclude.matches(at.path)) addTo(suite, at.path, file)
    }
  }
  for (const { origin, files } of carried) {
    const suite = getOrAdd(bySuite, origin.name)
    for (const [path, file] of files) if (!exclude.matches(path)) addTo(suite, path, file)
  }
  const files = new Map<string, FileCoverage>()
  for (const suite of bySuite.values()) for (const [path, file] of suite) addTo(files, path, file)
  return { files, bySuite, problems }
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

/** Files of a report that are in no commit; exclusions also apply to them, without the leading slash or drive. */
export function filesOutside(
  { origin, report }: OriginalReport,
  tree: Tree,
  workspace: string | undefined,
  exclude: Exclusions,
): readonly string[] {
  return unknownFiles(resolveReport(origin, report, tree, workspace), exclude)
}

type Resolved = ReadonlyMap<string, ResolvedPath>

const resolveReport = (
  origin: ReportOrigin,
  report: CoverageReport,
  tree: Tree,
  workspace: string | undefined,
): Resolved =>
  resolvePaths(report.files.keys(), tree, {
    reportPath: origin.path,
    sources: report.sources,
    ...(workspace === undefined ? {} : { workspace }),
  })

function asReported(report: CoverageReport): Resolved {
  return new Map(
    report.files.keys().map(reported => {
      const path = normalisePath(reported)
      return [reported, path === null ? { kind: 'traversal' } : { kind: 'file', path }]
    }),
  )
}

function pathProblems({ name, path }: ReportOrigin, resolved: Resolved, exclude: Exclusions): readonly Message[] {
  const unknown = unknownFiles(resolved, exclude)
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

const unknownFiles = (resolved: Resolved, exclude: Exclusions): readonly string[] =>
  [...resolved.values()].flatMap(at =>
    at.kind === 'unknown' && !exclude.matches(at.path.replace(/^([A-Z]:)?\//, '')) ? [at.path] : [],
  )

function getOrAdd(suites: Map<string, Map<string, FileCoverage>>, name: string): Map<string, FileCoverage> {
  const known = suites.get(name) ?? new Map<string, FileCoverage>()
  suites.set(name, known)
  return known
}

function addTo(files: Map<string, FileCoverage>, path: string, file: FileCoverage): void {
  const known = files.get(path)
  files.set(path, known === undefined ? file : mergeFile(known, file))
}
