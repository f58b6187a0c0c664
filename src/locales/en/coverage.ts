import type { NotCarried } from '../../facts/facts.ts'
import type { Catalogue, Formatter, Ratio } from '../message.ts'
import { type ReportFault, reportFaults } from './report-faults.ts'

/** What the gate compared, in numbers; the sentences of all conditions are made from it. */
interface Judgement {
  readonly project: Ratio
  /** Percent; 0: switched off. */
  readonly min: number
  readonly projectState: 'met' | 'below' | 'disabled'
  readonly base: Ratio | null
  /** Percentage points; `null`: drops are not limited. */
  readonly maxDrop: number | null
  readonly baseState: 'not-asked' | 'absent' | 'other-scope' | 'empty' | 'within' | 'dropped' | 'removed'
  readonly patch: Ratio
  readonly patchMin: number
  readonly minLines: number
  readonly patchState: 'met' | 'below' | 'disabled' | 'nothing' | 'few' | 'unreported'
  readonly unreported: number
  /** Added lines left out because they only moved. */
  readonly moved: number
  readonly branches: { readonly ratio: Ratio; readonly min: number; readonly met: boolean } | null
  /** Absolute limits of uncovered lines. */
  readonly limits: readonly { readonly what: 'project' | 'patch'; readonly uncovered: number; readonly max: number }[]
  readonly below: readonly GroupBelow[]
  readonly groups: number
  readonly carried: readonly {
    readonly name: string
    readonly sha: string
    readonly at: string
    readonly lost: number
  }[]
}

/** A component, flag or group of paths that misses its minimum. */
interface GroupBelow {
  readonly kind: 'component' | 'flag' | 'paths'
  readonly name: string
  readonly what: 'project' | 'patch'
  readonly ratio: Ratio
  readonly min: number
  readonly missing: number
}

/** Where a report was refused. */
interface ReportPlace {
  readonly name: string
  readonly path: string
  readonly line: number | null
  readonly column: number | null
}

const report = (p: ReportPlace, f: Formatter): string => {
  const column = p.column === null ? '' : `, column ${f.number(p.column)}`
  return `Report ${f.code(p.name)}, ${f.code(p.path)}${p.line === null ? '' : `, line ${f.number(p.line)}${column}`}`
}

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)
/** Of an ISO 8601 instant. */
const day = (at: string): string => /^\d{4}-\d{2}-\d{2}/.exec(at)?.[0] ?? ''

const counts = (r: Ratio, f: Formatter) => `${f.number(r.covered)} of ${f.number(r.total)}`
const percent = (value: number, f: Formatter) => `${f.number(value)} %`

function project(p: Judgement, f: Formatter): string {
  const base = p.baseState === 'within' && p.base ? `, base ${f.percent(p.base)}` : ''
  const measured = `${f.percent(p.project)} of lines covered (${counts(p.project, f)}${base})`
  if (p.projectState === 'disabled') return `${measured}; the project minimum is disabled.`
  return `${measured}, ${percent(p.min, f)} required.`
}

function base(p: Judgement, f: Formatter): string {
  const limit = `${f.number(p.maxDrop ?? 0)} percentage ${plural(p.maxDrop ?? 0, 'point', 'points')}`
  switch (p.baseState) {
    case 'dropped':
      return p.base
        ? `Coverage falls from ${f.percent(p.base)} (${counts(p.base, f)}) on the base branch by more than the allowed ${limit}.`
        : ''
    case 'absent':
      return 'No measurement of the base branch is recorded: only the absolute value was compared.'
    case 'other-scope':
      return 'The base branch was measured with other reports or exclusions: only the absolute value was compared.'
    case 'empty':
      return 'The base branch had no executable line: only the absolute value was compared.'
    case 'removed':
      return p.base
        ? `Coverage falls from ${f.percent(p.base)} only because covered code was removed: no more lines are uncovered than before.`
        : ''
    default:
      return ''
  }
}

function patch(p: Judgement, f: Formatter): string {
  const measured = `Changed lines ${f.percent(p.patch)} covered (${counts(p.patch, f)})`
  switch (p.patchState) {
    case 'met':
    case 'below':
      return `${measured}, ${percent(p.patchMin, f)} required.`
    case 'few':
      return `${measured}; not judged, because ${f.number(p.minLines)} or more are needed for that.`
    case 'disabled':
      return `${measured}; the minimum for changed lines is disabled.`
    case 'nothing':
      return 'No coverable line was changed.'
    case 'unreported':
      return `No changed line was measured: ${f.number(p.unreported)} changed source ${plural(p.unreported, 'file is', 'files are')} in no report.`
  }
}

const groupKinds = { component: 'component', flag: 'report', paths: 'paths' } as const

const group = (g: Pick<GroupBelow, 'kind' | 'name'>, f: Formatter): string => `${groupKinds[g.kind]} ${f.code(g.name)}`

function groups(p: Judgement, f: Formatter): string {
  if (p.below.length === 0) return ''
  const below = p.below.map(
    g =>
      `${group(g, f)} ${g.what === 'patch' ? 'changed lines ' : ''}${f.percent(g.ratio)} (${counts(g.ratio, f)}), ${percent(g.min, f)} required`,
  )
  return `Below the minimum: ${below.join('; ')}.`
}

const limits = (p: Judgement, f: Formatter): string =>
  p.limits
    .map(({ what, uncovered, max }) => {
      const where = what === 'patch' ? 'changed lines' : 'lines of the project'
      return `${f.number(uncovered)} ${where} uncovered, at most ${f.number(max)} allowed.`
    })
    .join(' ')

const branches = (p: Judgement, f: Formatter): string =>
  p.branches === null
    ? ''
    : `${f.percent(p.branches.ratio)} of branches taken (${counts(p.branches.ratio, f)}), ${percent(p.branches.min, f)} required.`

function asides(p: Judgement, f: Formatter): string {
  const moved =
    p.moved === 0 ? '' : `${f.number(p.moved)} moved ${plural(p.moved, 'line is', 'lines are')} not counted as changed.`
  const carried = p.carried.map(
    ({ name, sha, at, lost }) =>
      `${f.code(name)} did not run and is carried forward from ${f.sha(sha)} (${day(at)})${lost === 0 ? '' : `, without ${f.number(lost)} ${plural(lost, 'file', 'files')} changed since`}.`,
  )
  return [moved, ...carried].filter(sentence => sentence !== '').join(' ')
}

const judgement = (p: Judgement, f: Formatter) =>
  [project, base, patch, groups, limits, branches, asides]
    .map(part => part(p, f))
    .filter(sentence => sentence !== '')
    .join(' ')

/** Why an earlier measurement cannot stand in for a suite. */
function notCarried(carry: NotCarried, f: Formatter): string {
  switch (carry.state) {
    case 'absent':
      return `no earlier measurement stands at ${f.code(carry.path)}`
    case 'unreadable':
      return `${f.code(carry.path)} is no snapshot of this tool`
    case 'other-suite':
      return `${f.code(carry.path)} does not hold this suite`
    case 'too-old':
      return `the measurement of ${f.sha(carry.sha)} (${day(carry.at)}) is older than ${f.code(carry.maxAge)}`
  }
}

const fault = (said: ReportFault, f: Formatter): string =>
  (reportFaults[said.code] as (params: unknown, f: Formatter) => string)(said.params, f)

export const coverage = {
  ...reportFaults,
  'coverage.passed': judgement,
  'coverage.failed': judgement,
  'coverage.failed.next': (
    p: {
      projectMissing: number
      patchMissing: number
      places: readonly { path: string; start: number; end: number }[]
      unreported: readonly string[]
      groups: readonly GroupBelow[]
      files: readonly { path: string; lines: Ratio }[]
    },
    f,
  ) => {
    const lines = (count: number) => `${f.number(count)} more ${plural(count, 'line', 'lines')}`
    const places = f.list(p.places.map(place => f.place(place.path, place.start, place.end)))
    const uncovered = p.files.map(({ path, lines: r }) => `${f.code(path)} (${f.number(r.total - r.covered)})`)
    const most = uncovered.length === 0 ? '' : `; most uncovered lines: ${f.list(uncovered)}`
    return [
      p.patchMissing > 0
        ? `Cover at least ${lines(p.patchMissing)} of the change${p.places.length > 0 ? `: ${places}` : ''}.`
        : '',
      p.projectMissing > 0 ? `Cover at least ${lines(p.projectMissing)} of the project${most}.` : '',
      ...p.groups.map(
        g => `Cover at least ${lines(g.missing)}${g.what === 'patch' ? ' of the change' : ''} in ${group(g, f)}.`,
      ),
      p.unreported.length > 0
        ? `Let the tests load ${f.list(p.unreported.map(f.code))}, or exclude what has no tests.`
        : '',
      p.patchMissing === 0 && p.places.length > 0 ? `Cover lines of the change: ${places}.` : '',
      p.patchMissing + p.projectMissing + p.unreported.length + p.groups.length + p.places.length === 0
        ? `Add tests until the limits are kept${most}.`
        : '',
    ]
      .filter(sentence => sentence !== '')
      .join(' ')
  },
  'coverage.unusable': (p: { problems: number }, f) =>
    `Coverage cannot be judged: ${f.number(p.problems)} ${plural(p.problems, 'problem', 'problems')} with the reports.`,
  'coverage.unusable.next': () => 'Make the workflow write every report completely for this commit, then run it again.',
  'coverage.incomplete': (p: { missing: readonly string[]; suites: number; project: Ratio }, f) =>
    `Incomplete: ${f.number(p.missing.length)} of ${f.number(p.suites)} ${plural(p.suites, 'suite', 'suites')} missing (${f.list(p.missing.map(f.code))}). Nothing is compared until every suite is there${p.project.total === 0 ? '' : `; so far ${counts(p.project, f)} lines are covered`}.`,
  'coverage.incomplete.suite': (
    p: {
      name: string
      path: string
      found: number
      expected: number
      near: readonly string[]
      carry: NotCarried | null
    },
    f,
  ) => {
    const found = p.found === 0 ? 'no file' : `${f.number(p.found)} of ${f.number(p.expected)} files`
    const near =
      p.near.length > 0
        ? ` Nearest: ${f.list(p.near.map(f.code))}.`
        : p.found === 0
          ? ' No file like it is there; run the tests before this step.'
          : ''
    const carry = p.carry === null ? '' : ` Not carried forward: ${notCarried(p.carry, f)}.`
    return `Report ${f.code(p.name)}: ${found} at ${f.code(p.path)} (RPT-NOTFOUND).${near}${carry}`
  },
  'coverage.incomplete.next': () =>
    'Let every job hand its report to this one (artifacts), or let the suite be carried forward; then run it again.',
  'coverage.tests': (p: { problems: number }, f) =>
    `Coverage is not judged: ${f.number(p.problems)} ${plural(p.problems, 'problem', 'problems')} with the tests that should have measured it.`,
  'coverage.tests.few': (p: { name: string; ran: number; skipped: number; min: number }, f) =>
    `${f.code(p.name)}: ${f.number(p.ran)} tests ran${p.skipped === 0 ? '' : ` (${f.number(p.skipped)} skipped)`}, at least ${f.number(p.min)} expected.`,
  'coverage.tests.failed': (p: { name: string; failed: number; tests: number }, f) =>
    `${f.code(p.name)}: ${f.number(p.failed)} of ${f.number(p.tests)} tests failed.`,
  'coverage.tests.next': () => 'Make the tests run and pass, then let the workflow measure again.',
  'coverage.empty': (p: { reports: number; files: number }, f) =>
    `No executable line was counted in ${f.number(p.reports)} ${plural(p.reports, 'report', 'reports')} (${f.number(p.files)} ${plural(p.files, 'file', 'files')}). Nothing measured is not 100 %.`,
  'coverage.empty.next': (p: { key: string }, f) =>
    `Check that the tests ran with coverage and that ${f.code(p.key)} does not take everything away.`,
  'coverage.waiting.none': (p: { headSha: string }, f) => `Nothing has been measured for ${f.sha(p.headSha)} yet.`,
  'coverage.waiting.head': (p: { headSha: string; measuredSha: string }, f) =>
    `Coverage was measured for ${f.sha(p.measuredSha)}; the head is ${f.sha(p.headSha)}.`,
  'coverage.waiting.base': (p: { baseRef: string; measuredRef: string }, f) =>
    `Changed lines were measured against ${f.code(p.measuredRef)}; the base branch is ${f.code(p.baseRef)} now.`,
  'coverage.waiting.scope': () => 'Coverage was measured with other reports or exclusions than the policy now names.',
  'coverage.waiting.next': () =>
    'The CI run for this commit delivers the measurement; start it again if it has ended without one.',
  'coverage.patch.uncovered': (p: { start: number; end: number }, f) =>
    p.start === p.end
      ? `Line ${f.number(p.start)} is changed and not covered by any test.`
      : `Lines ${f.number(p.start)} to ${f.number(p.end)} are changed and not covered by any test.`,
  'coverage.patch.partial': (p: { start: number; end: number }, f) =>
    p.start === p.end
      ? `Line ${f.number(p.start)} is changed and ran, but a branch of it never did.`
      : `Lines ${f.number(p.start)} to ${f.number(p.end)} are changed and ran, but branches of them never did.`,
  'coverage.patch.unreported': (p: { path: string }, f) =>
    `${f.code(p.path)} is changed and in no coverage report: it may be untested. Let the tests load it, or add it to ${f.code('exclude')}.`,
  'coverage.problem.report': (p: ReportPlace & { code: string; fault: ReportFault }, f) =>
    `${report(p, f)}: ${fault(p.fault, f)} (${f.code(p.code)}).`,
  'coverage.problem.stale': (p: { name: string; path: string }, f) =>
    `Report ${f.code(p.name)}: ${f.code(p.path)} is older than the checkout (RPT-STALE). It measured another state of the code.`,
  'coverage.problem.too-many': (p: { name: string; path: string; found: number; limit: number }, f) =>
    `Report ${f.code(p.name)}: ${f.code(p.path)} matches ${f.number(p.found)} files, at most ${f.number(p.limit)} are read.`,
  'coverage.problem.unknown-files': (
    p: { name: string; path: string; files: readonly string[]; unknown: number; total: number },
    f,
  ) =>
    `RPT-UNKNOWNFILE: report ${f.code(p.name)} (${f.code(p.path)}) speaks about ${f.number(p.unknown)} of ${f.number(p.total)} files that are not in the repository at this commit: ${f.list(p.files.map(f.code))}. Measure this commit, or exclude them.`,
  'coverage.problem.ambiguous': (p: { name: string; path: string; file: string; candidates: readonly string[] }, f) =>
    `RPT-AMBIGUOUS: report ${f.code(p.name)} (${f.code(p.path)}) says ${f.code(p.file)}, which may be ${f.either(p.candidates.map(f.code))}. Let the tool write paths relative to the repository.`,
  'coverage.problem.traversal': (p: { name: string; path: string; file: string }, f) =>
    `RPT-PATH: report ${f.code(p.name)} (${f.code(p.path)}) names ${f.code(p.file)}, outside the repository.`,
  'coverage.problem.line': (p: { path: string; line: number; lines: number }, f) =>
    `RPT-LINE: a report has line ${f.number(p.line)} of ${f.code(p.path)}, which has ${f.number(p.lines)}. It was made from other sources.`,
  'coverage.problem.shrunk': (p: { path: string; before: number; deletions: number; now: number }, f) =>
    `RPT-SHRUNK: ${f.code(p.path)} had ${f.number(p.before)} executable lines on the base branch, the change removes ${f.number(p.deletions)}, and the report lists ${f.number(p.now)}. Lines were left out of the report.`,
  'coverage.problem.no-patch': (p: { path: string }, f) =>
    `The changed lines of ${f.code(p.path)} are not known, so they cannot be compared with the reports.`,
  'coverage.notice.claims': (
    p: { name: string; path: string; claimedRate: number | null; claimedTotal: number | null; counted: Ratio },
    f,
  ) => {
    const rate = p.claimedRate === null ? '' : f.percent({ covered: Math.round(p.claimedRate * 10_000), total: 10_000 })
    const total = p.claimedTotal === null ? '' : `${f.number(p.claimedTotal)} lines`
    const claim = [rate, total].filter(part => part !== '').join(' of ')
    return `Report ${f.code(p.name)} (${f.code(p.path)}) claims ${claim} in its summary; its line records say ${f.percent(p.counted)} (${counts(p.counted, f)}). The records are counted.`
  },
  'coverage.notice.generated': (p: { sha: string }, f) =>
    `What is generated could not be read at ${f.sha(p.sha)} (fetch-depth: 0): every file counts.`,
  'coverage.notice.outside': (p: { name: string; path: string; files: readonly string[] }, f) =>
    `Report ${f.code(p.name)} (${f.code(p.path)}): ${f.number(p.files.length)} ${plural(p.files.length, 'file is', 'files are')} not in the repository and not counted: ${f.list(p.files.map(f.code))}.`,
  'coverage.trend': (p: { base: Ratio; head: Ratio; line: string; count: number }, f) =>
    `Coverage ${f.text(p.line)} from ${f.percent(p.base)} on the base branch to ${f.percent(p.head)} with this change (last ${f.number(p.count)} ${plural(p.count, 'measurement', 'measurements')}).`,
  'coverage.next.patch': (p: { missing: number }, f) =>
    `What to test next: ${f.number(p.missing)} changed ${plural(p.missing, 'line', 'lines')} without a test`,
  'coverage.next.project': (p: { missing: number }, f) =>
    `What to test next: ${f.number(p.missing)} ${plural(p.missing, 'line', 'lines')} of the project without a test`,
  'coverage.next.file': (p: { lines: Ratio }, f) =>
    `: ${f.number(p.lines.total - p.lines.covered)} of ${f.number(p.lines.total)} lines uncovered`,
  'coverage.groups': (p: { count: number }, f) => `Coverage by component, report and path (${f.number(p.count)})`,
  'coverage.group': (p: Pick<GroupBelow, 'kind' | 'name'>, f) => group(p, f),
  'coverage.required': (p: { min: number | null; patch: number | null }, f) =>
    [
      p.min === null ? '' : `${percent(p.min, f)} of lines`,
      p.patch === null ? '' : `${percent(p.patch, f)} of changed lines`,
    ]
      .filter(text => text !== '')
      .join(', '),
  'coverage.files': (p: { count: number }, f) => `Coverage of changed files (${f.number(p.count)})`,
  'coverage.column.group': () => 'part',
  'coverage.column.file': () => 'file',
  'coverage.column.lines': () => 'lines',
  'coverage.column.base': () => 'base branch',
  'coverage.column.patch': () => 'changed lines',
  'coverage.column.required': () => 'required',
  'coverage.option.no-threshold': (_: Record<string, never>, f) => `give ${f.code('min')}, ${f.code('patch')} or both`,
  'coverage.option.flag': (p: { flag: string; known: readonly string[] }, f) =>
    `there is no report ${f.code(p.flag)}${p.known.length === 0 ? '' : ` (known: ${f.list(p.known.map(f.code), 12)})`}; a flag is the name of a report`,
  'coverage.option.zero': (p: { key: string }, f) =>
    `${f.code(p.key)} 0 switches this comparison off; say ${f.code('allow_zero: true')} if that is meant`,
  'coverage.option.path': (p: { path: string }, f) =>
    `${f.code(p.path)} must be a path inside the repository: relative, forward slashes, without ${f.code('..')}`,
  'coverage.option.report-name': (p: { name: string }, f) => `two reports are named ${f.code(p.name)}`,
} as const satisfies Catalogue
