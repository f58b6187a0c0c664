import type { Catalogue, Formatter, Ratio } from '../message.ts'

/** What the gate compared, in numbers; the sentences of all conditions are made from it. */
interface Judgement {
  readonly project: Ratio
  /** Percent; 0: switched off. */
  readonly min: number
  readonly projectState: 'met' | 'below' | 'disabled'
  readonly base: Ratio | null
  /** Percentage points; `null`: drops are not limited. */
  readonly maxDrop: number | null
  readonly baseState: 'not-asked' | 'absent' | 'other-scope' | 'empty' | 'within' | 'dropped'
  readonly patch: Ratio
  readonly patchMin: number
  readonly minLines: number
  readonly patchState: 'met' | 'below' | 'disabled' | 'nothing' | 'few' | 'unreported'
  readonly unreported: number
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

const judgement = (p: Judgement, f: Formatter) =>
  [project(p, f), base(p, f), patch(p, f)].filter(sentence => sentence !== '').join(' ')

/** Why a report was refused; each stands after the report's name and place. */
const faults = {
  'coverage.fault.empty': () => 'it has no executable line; nothing measured is not 100 %',
  'coverage.fault.empty-file': () => 'the file is empty; nothing measured is not 100 %',
  'coverage.fault.encoding': (p: { encoding: string }, f) =>
    `encoding ${f.code(p.encoding)} is not read; write it as UTF-8`,
  'coverage.fault.not-utf8': () => 'a name is not valid in the encoding of the file',
  'coverage.fault.html': () => 'it looks like an HTML page, not a report',
  'coverage.fault.gzip': () => 'it is gzip-compressed; unpack it first',
  'coverage.fault.binary': () => 'it is a binary file, not a report',
  'coverage.fault.unknown-format': (p: { formats: readonly string[] }, f) =>
    `the format is not recognised; known are ${f.list(p.formats.map(f.code), 20)}`,
  'coverage.fault.unknown-root': (p: { root: string; formats: readonly string[] }, f) =>
    `XML with root element ${f.code(p.root)} is no known coverage report; known are ${f.list(p.formats.map(f.code), 20)}`,
  'coverage.fault.too-large': () => 'it holds more files, lines, branches or attributes than any real report',
  'coverage.fault.long-record': (p: { limit: number }, f) => `one record is longer than ${f.number(p.limit)} bytes`,
  'coverage.fault.long-path': (p: { limit: number }, f) => `a path is longer than ${f.number(p.limit)} bytes`,
  'coverage.fault.no-path': () => 'a file has no path',
  'coverage.fault.control': () => 'a path contains control characters',
  'coverage.fault.lcov.truncated': () => 'it ends before end_of_record; the tool that wrote it was interrupted',
  'coverage.fault.lcov.unclosed': () => 'a new file begins before end_of_record of the last one',
  'coverage.fault.lcov.no-record': () => 'this is no LCOV record',
  'coverage.fault.lcov.outside': (p: { key: string }, f) =>
    `${f.code(p.key)} stands outside of a file (no SF before it)`,
  'coverage.fault.lcov.value': (p: { key: string; value: string }, f) =>
    `${f.code(`${p.key}:${p.value}`)} is not a possible value`,
  'coverage.fault.xml.truncated': () =>
    'the XML ends before its root element is closed; the tool that wrote it was interrupted',
  'coverage.fault.xml.no-root': (p: { expected: string }, f) => `no XML root; ${f.code(p.expected)} expected`,
  'coverage.fault.xml.root': (p: { expected: string; found: string }, f) =>
    `root element ${f.code(p.found)}; ${f.code(p.expected)} expected`,
  'coverage.fault.xml.depth': (p: { limit: number }, f) => `elements are nested deeper than ${f.number(p.limit)}`,
  'coverage.fault.xml.doctype': () =>
    'the document type has an internal subset; entities are never defined by a report',
  'coverage.fault.xml.second-doctype': () => 'a document type stands where none may be',
  'coverage.fault.xml.syntax': () => 'not well-formed XML here',
  'coverage.fault.xml.entity': (p: { text: string }, f) => `${f.code(p.text)} starts no entity that XML knows`,
  'coverage.fault.xml.end-tag': (p: { name: string }, f) => `end tag ${f.code(p.name)} closes another element`,
  'coverage.fault.xml.duplicate': (p: { name: string }, f) => `attribute ${f.code(p.name)} is given twice`,
  'coverage.fault.xml.value': (p: { name: string; value: string }, f) =>
    `${f.code(`${p.name}="${p.value}"`)} is not a possible value`,
  'coverage.fault.cobertura.nested': () => 'a class stands inside another class',
} as const satisfies Catalogue

export type ReportFault = {
  [C in keyof typeof faults]: { readonly code: C; readonly params: Parameters<(typeof faults)[C]>[0] }
}[keyof typeof faults]

const fault = (said: ReportFault, f: Formatter): string =>
  (faults[said.code] as (params: unknown, f: Formatter) => string)(said.params, f)

export const coverage = {
  ...faults,
  'coverage.passed': judgement,
  'coverage.failed': judgement,
  'coverage.failed.next': (
    p: {
      projectMissing: number
      patchMissing: number
      places: readonly { path: string; start: number; end: number }[]
      unreported: readonly string[]
    },
    f,
  ) => {
    const lines = (count: number) => `${f.number(count)} more ${plural(count, 'line', 'lines')}`
    const places = f.list(p.places.map(place => f.place(place.path, place.start, place.end)))
    return [
      p.patchMissing > 0
        ? `Cover at least ${lines(p.patchMissing)} of the change${p.places.length > 0 ? `: ${places}` : ''}.`
        : '',
      p.projectMissing > 0 ? `Cover at least ${lines(p.projectMissing)} of the project.` : '',
      p.unreported.length > 0
        ? `Let the tests load ${f.list(p.unreported.map(f.code))}, or exclude what has no tests.`
        : '',
      p.patchMissing + p.projectMissing + p.unreported.length === 0
        ? 'Add tests until the drop is within the limit.'
        : '',
    ]
      .filter(sentence => sentence !== '')
      .join(' ')
  },
  'coverage.unusable': (p: { problems: number }, f) =>
    `Coverage cannot be judged: ${f.number(p.problems)} ${plural(p.problems, 'problem', 'problems')} with the reports.`,
  'coverage.unusable.next': () => 'Make the workflow write every report completely for this commit, then run it again.',
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
  'coverage.notice.outside': (p: { name: string; path: string; files: readonly string[] }, f) =>
    `Report ${f.code(p.name)} (${f.code(p.path)}): ${f.number(p.files.length)} ${plural(p.files.length, 'file is', 'files are')} not in the repository and not counted: ${f.list(p.files.map(f.code))}.`,
  'coverage.option.zero': (p: { key: string }, f) =>
    `${f.code(p.key)} 0 switches this comparison off; say ${f.code('allow_zero: true')} if that is meant`,
  'coverage.option.path': (p: { path: string }, f) =>
    `${f.code(p.path)} must be a path inside the repository: relative, forward slashes, without ${f.code('..')}`,
  'coverage.option.report-name': (p: { name: string }, f) => `two reports are named ${f.code(p.name)}`,
} as const satisfies Catalogue
