import { createHash } from 'node:crypto'
import type { ChangedFile, MeasuredCoverage, ReportOrigin, UncoveredLines } from '../facts/facts.ts'
import { compileGlobs, type GlobList } from '../glob.ts'
import type { ReportFault } from '../locales/en/report-faults.ts'
import { type Message, message, type Ratio } from '../locales/message.ts'
import type { ReportProblem } from './format.ts'
import {
  type CoverageReport,
  type CoveredFiles,
  type FileCoverage,
  lastLine,
  lineState,
  mergeFile,
  totals,
} from './model.ts'
import { indexTree, normalisePath, type ResolvedPath, resolvePaths, type Tree } from './paths.ts'

/** The part of the coverage gate's options that decides what is measured. */
export interface CoverageOptions {
  /** Left out: `commonPlaces`. */
  readonly reports?:
    | readonly { readonly name: string; readonly path: string; readonly format?: string | undefined }[]
    | undefined
  readonly exclude?: readonly string[] | undefined
}

export interface MeasureInput {
  readonly reports: readonly { readonly origin: ReportOrigin; readonly report: CoverageReport }[]
  /** Reports that could not be read: `unreadable`, `missing` and the like. */
  readonly problems: readonly Message[]
  /** Every file of the head commit. `null`: not known; then paths are taken as reported and nothing is checked. */
  readonly tree: readonly string[] | null
  /** `null`: there is no pull request, only a commit. Never for "could not be read". */
  readonly changedFiles: readonly ChangedFile[] | null
  readonly options: CoverageOptions
  readonly headSha: string
  readonly run?: { readonly id: string; readonly attempt: number }
  /** Absolute path of the checkout. */
  readonly workspace?: string
  /** Lines of files of the head commit by path, a last line without line end included. Others are not checked. */
  readonly lineCounts?: ReadonlyMap<string, number>
}

/** Limits of what travels in a check run. */
const measuredLimits = { ranges: 200, unreported: 100, problems: 50 } as const

/** More files than this share of a report may not be missing in the tree. */
const unknownShare = 0.1

/** Unites all reports, maps them to the tree and counts. Deterministic; independent of the order of the reports. */
export function measure(input: MeasureInput): MeasuredCoverage {
  const exclude = compileGlobs(input.options.exclude ?? [])
  const problems = [...input.problems]
  const files = unite(input, exclude, problems)
  problems.push(...implausibleLines(files, input.lineCounts))
  const changes = (input.changedFiles ?? []).filter(file => !exclude.matches(file.path) && hasNewText(file))
  problems.push(...unknownPatches(changes, files))
  const patch = measurePatch(changes, files)
  return {
    schemaVersion: 1,
    headSha: input.headSha,
    scope: scopeOf(input.options),
    reports: input.reports
      .map(report => report.origin)
      .toSorted((a, b) => compare(a.name, b.name) || compare(a.path, b.path)),
    problems: distinctMessages(problems).slice(0, measuredLimits.problems),
    project: totals(files).lines,
    patch: patch.ratio,
    uncovered: worstRanges(patch.uncovered),
    unreported: unreportedFiles(changes, files).slice(0, measuredLimits.unreported),
    files: files.size,
    ...(input.run === undefined ? {} : { run: input.run }),
  }
}

/** Same digest: the same reports and exclusions, so that two measurements may be compared. Lower-case hex SHA-256. */
export function scopeOf(options: CoverageOptions): string {
  const reports =
    options.reports?.map(({ name, path, format }) => [name, path, format ?? null]).toSorted(compareJson) ?? null
  const text = JSON.stringify(['coverage-scope-1', reports, options.exclude ?? []])
  return createHash('sha256').update(text).digest('hex')
}

/** A problem for a report that was refused. `path` is the file, not the glob that found it. */
export function unreadable(report: { readonly name: string; readonly path: string }, problem: ReportProblem): Message {
  return message('coverage.problem.report', {
    name: report.name,
    path: report.path,
    code: problem.code,
    line: problem.line ?? null,
    column: problem.column ?? null,
    // Readers use no other messages; `ReportFault` is how the catalogue says one inside another.
    fault: problem.message as unknown as ReportFault,
  })
}

/**
 * What makes a report doubtful without making it wrong: a summary more than a tenth away from its own records (stale,
 * trimmed or forged), and files outside of the repository that were left out.
 */
export function doubts(input: Pick<MeasureInput, 'reports' | 'tree' | 'options' | 'workspace'>): readonly Message[] {
  const exclude = compileGlobs(input.options.exclude ?? [])
  const tree = input.tree && indexTree(input.tree)
  return input.reports.flatMap(({ origin, report }) => {
    const { name, path } = origin
    const outside = tree === null ? [] : unknownFiles(resolveReport(origin, report, tree, input.workspace), exclude)
    const claim = contradiction(report)
    return [
      ...(claim ? [message('coverage.notice.claims', { name, path, ...claim })] : []),
      ...(outside.length > 0 ? [message('coverage.notice.outside', { name, path, files: outside })] : []),
    ]
  })
}

function contradiction(report: CoverageReport) {
  const counted = totals(report.files).lines
  const { rate, total } = report.claims
  const rateDiffers = rate !== undefined && Math.abs(rate - counted.covered / counted.total) > 0.1
  const totalDiffers = total !== undefined && Math.abs(total - counted.total) > counted.total * 0.1
  return rateDiffers || totalDiffers ? { claimedRate: rate ?? null, claimedTotal: total ?? null, counted } : undefined
}

function unite(input: MeasureInput, exclude: GlobList, problems: Message[]): CoveredFiles {
  const tree = input.tree && indexTree(input.tree)
  const files = new Map<string, FileCoverage>()
  for (const { origin, report } of input.reports) {
    const resolved = tree ? resolveReport(origin, report, tree, input.workspace) : asReported(report)
    problems.push(...pathProblems(origin, resolved, exclude))
    for (const [reported, file] of report.files) {
      const at = resolved.get(reported)
      if (at?.kind !== 'file' || exclude.matches(at.path)) continue
      const known = files.get(at.path)
      files.set(at.path, known === undefined ? file : mergeFile(known, file))
    }
  }
  return files
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

function pathProblems({ name, path }: ReportOrigin, resolved: Resolved, exclude: GlobList): readonly Message[] {
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

/** Exclusions also apply to paths outside of the repository, read without the leading slash or drive. */
function unknownFiles(resolved: Resolved, exclude: GlobList): readonly string[] {
  return [...resolved.values()].flatMap(at =>
    at.kind === 'unknown' && !exclude.matches(at.path.replace(/^([A-Z]:)?\//, '')) ? [at.path] : [],
  )
}

function implausibleLines(
  files: CoveredFiles,
  lineCounts: ReadonlyMap<string, number> | undefined,
): readonly Message[] {
  if (lineCounts === undefined) return []
  return [...files].flatMap(([path, file]) => {
    const lines = lineCounts.get(path)
    const line = lastLine(file.lines)
    return lines !== undefined && line > lines ? [message('coverage.problem.line', { path, line, lines })] : []
  })
}

/** Lines may have been added or, where the patch is not known, could have been. */
const hasNewText = (file: ChangedFile): boolean =>
  file.kind === 'text' && file.status !== 'deleted' && (file.hunks === null || addedLines(file).length > 0)

function unknownPatches(changes: readonly ChangedFile[], files: CoveredFiles): readonly Message[] {
  return changes
    .filter(file => file.hunks === null && files.has(file.path))
    .map(file => message('coverage.problem.no-patch', { path: file.path }))
}

/** Numbers of the added lines on the new side, ascending. */
function addedLines(file: ChangedFile): readonly number[] {
  return (file.hunks ?? []).flatMap(hunk => {
    const added: number[] = []
    let line = hunk.newStart
    for (const { kind } of hunk.lines) {
      if (kind === 'added') added.push(line)
      if (kind !== 'removed') line++
    }
    return added
  })
}

interface UncoveredRange {
  readonly path: string
  readonly start: number
  readonly end: number
  /** Uncovered lines in it; the others are not executable. */
  readonly lines: number
}

function measurePatch(
  changes: readonly ChangedFile[],
  files: CoveredFiles,
): { ratio: Ratio; uncovered: UncoveredRange[] } {
  let covered = 0
  let total = 0
  const uncovered: UncoveredRange[] = []
  for (const change of changes) {
    const lines = files.get(change.path)?.lines
    if (lines === undefined) continue
    let open: UncoveredRange | undefined
    for (const line of addedLines(change)) {
      const state = lineState(lines, line)
      if (state === 'none') continue
      total++
      if (state === 'covered') covered++
      const joins = open !== undefined && isGap(lines, open.end, line)
      if (open && (state === 'covered' || !joins)) {
        uncovered.push(open)
        open = undefined
      }
      if (state === 'uncovered')
        open = { path: change.path, start: open?.start ?? line, end: line, lines: (open?.lines ?? 0) + 1 }
    }
    if (open) uncovered.push(open)
  }
  return { ratio: { covered, total }, uncovered }
}

/** Nothing executable lies between, and not much else. */
function isGap(lines: FileCoverage['lines'], from: number, to: number): boolean {
  if (to - from > 10) return false
  for (let line = from + 1; line < to; line++) if (lineState(lines, line) !== 'none') return false
  return true
}

/** The longest ranges, within the limit; files with the most uncovered lines first, ranges in the order of lines. */
function worstRanges(uncovered: readonly UncoveredRange[]): readonly UncoveredLines[] {
  const worst = uncovered
    .toSorted((a, b) => b.lines - a.lines || compare(a.path, b.path) || a.start - b.start)
    .slice(0, measuredLimits.ranges)
  const byPath = [...Map.groupBy(worst, range => range.path)]
  const weight = (ranges: readonly UncoveredRange[]) => ranges.reduce((sum, range) => sum + range.lines, 0)
  return byPath
    .toSorted(([pathA, a], [pathB, b]) => weight(b) - weight(a) || compare(pathA, pathB))
    .map(([path, ranges]) => ({
      path,
      ranges: ranges.toSorted((a, b) => a.start - b.start).map(({ start, end }) => [start, end] as const),
    }))
}

/** Only languages that the reports speak about, so that a changed picture or text is no omission. */
function unreportedFiles(changes: readonly ChangedFile[], files: CoveredFiles): readonly string[] {
  const extensions = new Set(files.keys().map(extensionOf))
  return changes
    .map(change => change.path)
    .filter(path => !files.has(path) && extensions.has(extensionOf(path)) && !isTestOrDocument(path))
    .toSorted(compare)
}

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot) : ''
}

const isTestOrDocument = (path: string): boolean =>
  /(^|\/)(tests?|__tests__|__mocks__|specs?|e2e|fixtures|testdata|docs?)\//i.test(path) ||
  /[._-](test|tests|spec|stories|d)\.[^./]+$/.test(path) ||
  /(^|\/)(test_[^/]*|conftest)\.py$/.test(path) ||
  /[a-z0-9]Tests?\.(java|kt|cs|scala|swift|php)$/.test(path)

function distinctMessages(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map(each => [JSON.stringify(each), each])).values()]
}

/** By code units: the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const compareJson = (a: unknown, b: unknown): number => compare(JSON.stringify(a), JSON.stringify(b))
