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
 * Excluded lines are not executable. A branch that leaves its function goes to a negative line. The region of a
 * function is its body, so a function was called when a line of it was executed; the region "" is what lies outside of
 * functions. Before version 7.13 executed lines may be docstrings, and an empty file has an executed line 0, which is
 * none.
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

const places = [
  'files.*',
  'files.*.executed_lines[]',
  'files.*.missing_lines[]',
  'files.*.executed_branches[]',
  'files.*.executed_branches[][]',
  'files.*.missing_branches[]',
  'files.*.missing_branches[][]',
  'files.*.functions.*',
  'files.*.functions.*.executed_lines[]',
  'files.*.functions.*.missing_lines[]',
  'totals.num_statements',
  'totals.covered_lines',
] as const
const [FILE, EXECUTED, MISSING, TAKEN, TAKEN_LINE, UNTAKEN, UNTAKEN_LINE] = [0, 1, 2, 3, 4, 5, 6]
const [FUNCTION, CALLED, UNCALLED, STATEMENTS, COVERED] = [7, 8, 9, 10, 11]

class CoveragePyFiles implements JsonHandler {
  private readonly json: JsonTokens
  private readonly report: ReportBuilder
  private statements = 0
  private covered = 0
  /** Lines of the current branch: where from, where to. */
  private ends: number[] = []
  private name = 0
  private isNamed = false
  private called = false
  private hasLines = false

  constructor(json: JsonTokens, report: ReportBuilder) {
    this.json = json
    this.report = report
  }

  get claims(): Claims {
    const { statements, covered } = this
    return statements > 0 ? { total: statements, rate: Math.min(1, covered / statements) } : {}
  }

  open(place: number): void {
    if (place === FILE) this.report.open(this.json.path(this.json.key()))
    else if (place === FUNCTION) {
      this.name = this.json.keyIdentity()
      this.isNamed = this.json.key() !== ''
      this.called = false
      this.hasLines = false
    } else this.ends = []
  }

  value(place: number): void {
    if (place === EXECUTED || place === MISSING) this.readLine(place === EXECUTED)
    else if (place === TAKEN_LINE || place === UNTAKEN_LINE) this.readEnd()
    else if (place === CALLED || place === UNCALLED) {
      this.hasLines = true
      if (place === CALLED) this.called = true
    } else if (place === STATEMENTS) this.statements = this.json.integer()
    else if (place === COVERED) this.covered = Math.max(0, this.json.integer())
  }

  close(place: number): void {
    if (place === TAKEN || place === UNTAKEN) this.closeBranch(place === TAKEN)
    else if (place === FUNCTION && this.isNamed && this.hasLines) this.report.function(this.name, this.called)
    else if (place === FILE) this.report.close()
  }

  private readLine(covered: boolean): void {
    const line = this.json.integer()
    if (line < 0 || line > reportLimits.line) this.json.refuseValue()
    else if (line > 0) this.report.line(line, covered)
  }

  private readEnd(): void {
    const line = this.json.number()
    if (Number.isInteger(line) && Math.abs(line) <= reportLimits.line) this.ends.push(line)
    else this.json.refuseValue()
  }

  private closeBranch(taken: boolean): void {
    const [from, to, ...more] = this.ends
    if (from === undefined || to === undefined || more.length > 0)
      this.json.refuse(
        'RPT-VALUE',
        message('coverage.fault.json.value', {
          key: taken ? 'executed_branches' : 'missing_branches',
          value: `[${this.ends.slice(0, 5).join(', ')}]`,
        }),
      )
    else this.report.branch(Math.abs(from), branchIdentity(Math.abs(to), to < 0 ? 1 : 0), taken)
  }
}
