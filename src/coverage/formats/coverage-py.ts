import { message } from '../../locales/message.ts'
import { branchIdentity, type ReportBuilder, reportLimits } from '../builder.ts'
import { latin1 } from '../bytes.ts'
import type { CoverageFormat } from '../format.ts'
import type { JsonTokens } from '../json.ts'
import { type JsonHandler, jsonReader } from '../json-reader.ts'
import type { Claims } from '../model.ts'

/**
 * `coverage json` of coverage.py:
 *
 *     { meta: { version, branch_coverage, … },
 *       files: { <path>: { executed_lines: [line], missing_lines: [line], excluded_lines, summary, contexts,
 *                          executed_branches: [[from, to]], missing_branches: [[from, to]],      (with --branch)
 *                          functions: { <name>: { executed_lines, missing_lines, … } }, classes } },   (since 7.6)
 *       totals: { covered_lines, num_statements, … } }                            (a claim, never counted)
 *
 * Excluded lines are not executable, even if they were executed. A branch that leaves its function goes to a negative
 * line. The region of a function is its body, so a function was called when a line of it was executed; the region "" is
 * what lies outside of functions. Before version 7.13.1 a docstring may be an executed line, and an empty file has an
 * executed line 0, which is none.
 */
export const coveragePy: CoverageFormat = {
  id: 'coverage-py',
  title: 'coverage.py JSON',
  writtenBy: 'coverage.py, pytest-cov',
  places: ['coverage.json'],
  counts: ['branches', 'functions'],
  detect: head => {
    const text = latin1(head)
    return /^\{\s*"(?:meta|files|totals)"\s*:\s*\{/.test(text) && /"(?:branch_coverage|executed_lines)"\s*:/.test(text)
  },
  reader: () => jsonReader(places, (json, report) => new CoveragePyFiles(json, report)),
}

const lists = ['executed_lines[]', 'missing_lines[]', 'excluded_lines[]'] as const
const places = [
  ...lists.map(list => `files.*.${list}`),
  ...lists.map(list => `files.*.functions.*.${list}`),
  'files.*',
  'files.*.functions.*',
  'files.*.executed_branches[]',
  'files.*.executed_branches[][]',
  'files.*.missing_branches[]',
  'files.*.missing_branches[][]',
  'totals.num_statements',
  'totals.covered_lines',
] as const
const [FILE, FUNCTION, TAKEN, TAKEN_END, UNTAKEN, UNTAKEN_END, STATEMENTS, COVERED] = [6, 7, 8, 9, 10, 11, 12, 13]

/** No Python file has as many lines. */
const longestList = 1 << 20

class CoveragePyFiles implements JsonHandler {
  private readonly json: JsonTokens
  private readonly report: ReportBuilder
  /** By place: the lists of the current file, then those of the current function. */
  private readonly lines: [number[], number[], number[], number[], number[], number[]] = [[], [], [], [], [], []]
  /** Identity of the current function; undefined: outside of functions. */
  private name: number | undefined
  /** Lines of the current branch: where from, where to. */
  private ends: number[] = []
  private statements = 0
  private covered = 0

  constructor(json: JsonTokens, report: ReportBuilder) {
    this.json = json
    this.report = report
  }

  get claims(): Claims {
    const { statements, covered } = this
    return statements > 0 ? { total: statements, rate: Math.min(1, covered / statements) } : {}
  }

  open(place: number): void {
    if (place === FILE) {
      this.report.open(this.json.path(this.json.key()))
      this.forget(0)
    } else if (place === FUNCTION) {
      this.name = this.json.key() === '' ? undefined : this.json.keyIdentity()
      this.forget(lists.length)
    } else this.ends = []
  }

  value(place: number): void {
    const lines = this.lines[place]
    if (lines !== undefined) this.keepLine(lines)
    else if (place === TAKEN_END || place === UNTAKEN_END) this.keepEnd()
    else if (place === STATEMENTS) this.statements = this.json.integer()
    else if (place === COVERED) this.covered = Math.max(0, this.json.integer())
  }

  close(place: number): void {
    if (place === TAKEN || place === UNTAKEN) this.closeBranch(place === TAKEN)
    else if (place === FUNCTION) this.closeFunction()
    else if (place === FILE) this.closeFile()
  }

  private forget(from: number): void {
    for (const lines of this.lines.slice(from)) lines.length = 0
  }

  private keepLine(lines: number[]): void {
    const line = this.json.integer()
    if (line < 0 || line > reportLimits.line) this.json.refuseValue()
    else if (lines.length === longestList) this.json.refuse('RPT-SIZE', message('coverage.fault.too-large', {}))
    else if (line > 0) lines.push(line)
  }

  private keepEnd(): void {
    const line = this.json.number()
    if (Number.isInteger(line) && Math.abs(line) <= reportLimits.line) this.ends.push(line)
    else this.json.refuseValue()
  }

  private closeBranch(taken: boolean): void {
    const [from, to, ...more] = this.ends
    if (from === undefined || to === undefined || more.length > 0) this.refuseBranch(taken)
    else this.report.branch(Math.abs(from), branchIdentity(Math.abs(to), to < 0 ? 1 : 0), taken)
  }

  private refuseBranch(taken: boolean): void {
    const key = taken ? 'executed_branches' : 'missing_branches'
    const value = `[${this.ends.slice(0, 5).join(', ')}]`
    this.json.refuse('RPT-VALUE', message('coverage.fault.json.value', { key, value }))
  }

  private closeFunction(): void {
    const [, , , executed, missing, excluded] = this.lines
    const called = without(executed, excluded).length > 0
    if (this.name !== undefined && (called || missing.length > 0)) this.report.function(this.name, called)
  }

  private closeFile(): void {
    const [executed, missing, excluded] = this.lines
    for (const line of without(executed, excluded)) this.report.line(line, true)
    for (const line of missing) this.report.line(line, false)
    this.report.close()
  }
}

function without(lines: readonly number[], excluded: readonly number[]): readonly number[] {
  if (excluded.length === 0) return lines
  const set = new Set(excluded)
  return lines.filter(line => !set.has(line))
}
