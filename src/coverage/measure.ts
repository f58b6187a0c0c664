import { createHash } from 'node:crypto'
import type {
  ChangedFile,
  Component,
  MeasuredCoverage,
  MeasuredGroup,
  MissingSuite,
  ReportOrigin,
  TestRun,
  UncoveredLines,
} from '../facts/facts.ts'
import { compileGlobs } from '../glob.ts'
import type { ReportFault } from '../locales/en/report-faults.ts'
import { type Message, message } from '../locales/message.ts'
import type { ReportProblem } from './format.ts'
import {
  type CoverageReport,
  type CoveredFiles,
  countFile,
  lastLine,
  lineState,
  linesWithUntakenBranch,
  totals,
} from './model.ts'
import { movedLines } from './moved.ts'
import {
  addedLines,
  compare,
  hasNewText,
  measurePatch,
  type PatchCoverage,
  rangesOf,
  unreportedFiles,
  worstRanges,
} from './patch.ts'
import {
  type CarriedSuite,
  type Checkout,
  type Exclusions,
  type OriginalReport,
  unite,
  withoutPartialLines,
} from './unite.ts'

/** The part of the coverage gate's options that decides what is measured. */
export interface CoverageOptions {
  /** Left out: `commonPlaces`. */
  readonly reports?:
    | readonly {
        readonly name: string
        readonly path: string
        readonly format?: string | undefined
        readonly expected?: number | undefined
      }[]
    | undefined
  readonly exclude?: readonly string[] | undefined
  readonly generated?: 'count' | 'exclude' | undefined
  readonly partial_lines?: 'covered' | 'uncovered' | undefined
  readonly patch?: { readonly moved_lines?: 'count' | 'ignore' | undefined } | undefined
  /** By names in the policy's `components`. */
  readonly components?: Readonly<Record<string, unknown>> | undefined
  /** By names of reports. */
  readonly flags?: Readonly<Record<string, unknown>> | undefined
  readonly paths?: readonly { readonly name: string; readonly paths: readonly string[] }[] | undefined
}

export interface MeasureInput {
  readonly reports: readonly OriginalReport[]
  /** Suites of which only an earlier measurement is known. */
  readonly carried?: readonly CarriedSuite[]
  /** Suites that neither a report nor an earlier measurement speaks for. */
  readonly incomplete?: readonly MissingSuite[]
  readonly tests?: readonly TestRun[]
  /** Reports that could not be read: `unreadable`, `missing` and the like. */
  readonly problems: readonly Message[]
  /** Every file of the head commit. `null`: not known; then paths are taken as reported and nothing is checked. */
  readonly tree: readonly string[] | null
  /** `null`: there is no pull request, only a commit. Never for "could not be read". */
  readonly changedFiles: readonly ChangedFile[] | null
  readonly options: CoverageOptions
  /** The policy's. */
  readonly components?: Readonly<Record<string, Component>>
  /** Which paths the base branch declares as generated. */
  readonly generated?: { readonly matches: (path: string) => boolean }
  readonly headSha: string
  readonly run?: { readonly id: string; readonly attempt: number }
  /** Absolute path of the checkout. */
  readonly workspace?: string
  /** Folders of the tree (`''`: its root) by the names of the Go modules in them. */
  readonly modules?: ReadonlyMap<string, string>
  /** Lines of files of the head commit by path, a last line without line end included. Others are not checked. */
  readonly lineCounts?: ReadonlyMap<string, number>
}

/** Limits of what travels in a check run. */
const measuredLimits = { ranges: 200, partial: 50, unreported: 100, problems: 50, changed: 200, worst: 20 } as const

export interface Measurement {
  readonly measured: MeasuredCoverage
  readonly files: CoveredFiles
  /** As reported, whatever `partial_lines` says. */
  readonly bySuite: ReadonlyMap<string, CoveredFiles>
  readonly doubts: readonly Message[]
}

/** Unites all reports, maps them to the tree and counts. Deterministic; independent of the order of the reports. */
export const measure = (input: MeasureInput): MeasuredCoverage => measureFiles(input).measured

/** The same with the files that were counted. */
export function measureFiles(input: MeasureInput): Measurement {
  const { options } = input
  const exclude = exclusions(input)
  const united = unite(input.reports, input.carried ?? [], { paths: input.tree, ...checkoutOf(input) }, exclude)
  const counted = options.partial_lines === 'uncovered' ? withoutPartialLines : (files: CoveredFiles) => files
  const files = counted(united.files)
  const bySuite = new Map(united.bySuite.entries().map(([name, suite]) => [name, counted(suite)]))
  const all = input.changedFiles ?? []
  const changes = all.filter(file => !exclude.matches(file.path) && hasNewText(file))
  const moved = options.patch?.moved_lines === 'ignore' ? movedLines(all) : new Map()
  const patchOf = (some: CoveredFiles): PatchCoverage => measurePatch(changes, some, moved)
  const patch = patchOf(files)
  const project = totals(files)
  const problems = [
    ...input.problems,
    ...united.problems,
    ...implausibleLines(files, input.lineCounts),
    ...unknownPatches(changes, files),
  ]
  const measured: MeasuredCoverage = {
    schemaVersion: 1,
    headSha: input.headSha,
    scope: scopeOf(options),
    reports: [...input.reports, ...(input.carried ?? [])].map(report => report.origin).toSorted(byNameAndPath),
    problems: distinctMessages(problems).slice(0, measuredLimits.problems),
    incomplete: (input.incomplete ?? []).toSorted((a, b) => compare(a.name, b.name)),
    tests: (input.tests ?? []).toSorted((a, b) => compare(a.name, b.name)),
    project: project.lines,
    branches: project.branches,
    functions: project.functions,
    patch: patch.ratio,
    groups: groupsOf(input, files, bySuite, patchOf),
    changed: changedCoverage(changes, files, patch),
    worst: worstFiles(files),
    uncovered: worstRanges(patch.uncovered, measuredLimits.ranges),
    partial: partialRanges(changes, files),
    unreported: unreportedFiles(changes, files).slice(0, measuredLimits.unreported),
    moved: patch.moved,
    files: files.size,
    ...(input.run === undefined ? {} : { run: input.run }),
  }
  return { measured, files, bySuite: united.bySuite, doubts: doubts(input.reports, united.outside) }
}

/** Same digest: the same reports, exclusions and rules, so that two measurements may be compared. Hex SHA-256. */
export function scopeOf(options: CoverageOptions): string {
  const reports =
    options.reports?.map(({ name, path, format }) => [name, path, format ?? null]).toSorted(compareJson) ?? null
  // Only what differs from the defaults: what is recorded on base branches stays comparable when an option is added.
  const rules = [
    ...(options.generated === 'exclude' ? ['generated'] : []),
    ...(options.partial_lines === 'uncovered' ? ['partial'] : []),
    ...(options.patch?.moved_lines === 'ignore' ? ['moved'] : []),
  ]
  return digest(['coverage-scope-1', reports, options.exclude ?? [], ...rules])
}

/** A group of files or a suite that the policy names, and what tells its definition apart. */
export interface GroupSpec {
  readonly kind: MeasuredGroup['kind']
  readonly name: string
  /** Patterns; `null`: the files of the report of that name. */
  readonly paths: readonly string[] | null
  /** Another one: another group under the same name. */
  readonly scope: string
}

/** Components, flags and path groups of the policy, in that order. A component that the policy lacks is left out. */
export function groupSpecs(
  options: CoverageOptions,
  components: Readonly<Record<string, Component>> = {},
): readonly GroupSpec[] {
  const specs = [
    ...Object.keys(options.components ?? {}).flatMap(name => {
      const component = components[name]
      return component === undefined ? [] : [{ kind: 'component' as const, name, paths: component.paths }]
    }),
    ...Object.keys(options.flags ?? {}).map(name => ({ kind: 'flag' as const, name, paths: null })),
    ...(options.paths ?? []).map(({ name, paths }) => ({ kind: 'paths' as const, name, paths })),
  ]
  return specs.map(spec => ({ ...spec, scope: digest([spec.kind, spec.name, spec.paths]).slice(0, 16) }))
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

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
function doubts(reports: readonly OriginalReport[], outside: readonly (readonly string[])[]): readonly Message[] {
  return reports.flatMap(({ origin: { name, path }, report }, index) => {
    const files = outside[index] ?? []
    const claim = contradiction(report)
    return [
      ...(claim ? [message('coverage.notice.claims', { name, path, ...claim })] : []),
      ...(files.length > 0 ? [message('coverage.notice.outside', { name, path, files })] : []),
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

const checkoutOf = ({ workspace, modules }: Pick<MeasureInput, 'workspace' | 'modules'>): Checkout => ({
  ...(workspace === undefined ? {} : { workspace }),
  ...(modules === undefined ? {} : { modules }),
})

/** `exclude` of the policy, and the generated files where they shall not count. */
function exclusions({ options, generated }: Pick<MeasureInput, 'options' | 'generated'>): Exclusions {
  const listed = compileGlobs(options.exclude ?? [])
  if (options.generated !== 'exclude' || generated === undefined) return listed
  return { matches: path => listed.matches(path) || generated.matches(path) }
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

function unknownPatches(changes: readonly ChangedFile[], files: CoveredFiles): readonly Message[] {
  return changes
    .filter(file => file.hunks === null && files.has(file.path))
    .map(file => message('coverage.problem.no-patch', { path: file.path }))
}

/** A flag is judged by what its own suite says, in the patch too. */
function groupsOf(
  { options, components }: MeasureInput,
  files: CoveredFiles,
  bySuite: ReadonlyMap<string, CoveredFiles>,
  patchOf: (files: CoveredFiles) => PatchCoverage,
): readonly MeasuredGroup[] {
  return groupSpecs(options, components).map(({ kind, name, paths, scope }) => {
    const members = paths === null ? (bySuite.get(name) ?? new Map()) : filesIn(files, paths)
    return { kind, name, scope, files: members.size, project: totals(members).lines, patch: patchOf(members).ratio }
  })
}

function filesIn(files: CoveredFiles, paths: readonly string[]): CoveredFiles {
  const globs = compileGlobs(paths)
  return new Map(files.entries().filter(([path]) => globs.matches(path)))
}

/** What the change touches, the most uncovered changed lines first. */
function changedCoverage(
  changes: readonly ChangedFile[],
  files: CoveredFiles,
  patch: PatchCoverage,
): MeasuredCoverage['changed'] {
  return changes
    .flatMap(({ path, previousPath, deletions }) => {
      const file = files.get(path)
      if (file === undefined) return []
      const changed = patch.byFile.get(path) ?? { covered: 0, total: 0 }
      const before = previousPath === undefined ? {} : { previousPath }
      return [{ path, ...before, lines: countFile(file).lines, patch: changed, deletions }]
    })
    .toSorted((a, b) => missing(b.patch) - missing(a.patch) || compare(a.path, b.path))
    .slice(0, measuredLimits.changed)
}

const missing = (ratio: { readonly covered: number; readonly total: number }): number => ratio.total - ratio.covered

/** Where the most lines of the project are uncovered. */
function worstFiles(files: CoveredFiles): MeasuredCoverage['worst'] {
  return [...files]
    .map(([path, file]) => ({ path, lines: countFile(file).lines }))
    .filter(({ lines }) => missing(lines) > 0)
    .toSorted((a, b) => missing(b.lines) - missing(a.lines) || compare(a.path, b.path))
    .slice(0, measuredLimits.worst)
}

/** Changed lines that ran, of which a branch never did. */
function partialRanges(changes: readonly ChangedFile[], files: CoveredFiles): readonly UncoveredLines[] {
  const partial = changes.flatMap(change => {
    const file = files.get(change.path)
    if (file === undefined) return []
    const untaken = linesWithUntakenBranch(file)
    if (untaken.length === 0) return []
    const added = new Set(addedLines(change))
    const lines = untaken.filter(line => added.has(line) && lineState(file.lines, line) === 'covered')
    return rangesOf(lines, file.lines).map(range => ({ path: change.path, ...range }))
  })
  return worstRanges(partial, measuredLimits.partial)
}

function distinctMessages(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map(each => [JSON.stringify(each), each])).values()]
}

const byNameAndPath = (a: ReportOrigin, b: ReportOrigin): number => compare(a.name, b.name) || compare(a.path, b.path)
const compareJson = (a: unknown, b: unknown): number => compare(JSON.stringify(a), JSON.stringify(b))
