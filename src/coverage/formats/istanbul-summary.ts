import { message, type Ratio } from '../../locales/message.ts'
import { type ReportBuilder, reportLimits } from '../builder.ts'
import { latin1 } from '../bytes.ts'
import type { CoverageFormat } from '../format.ts'
import type { JsonTokens } from '../json.ts'
import { type JsonHandler, jsonReader } from '../json-reader.ts'
import type { Claims } from '../model.ts'

/**
 * Istanbul's `coverage-summary.json`:
 *
 *     { total: <counts>,                                    (a claim, never counted)
 *       <path>: <counts> … }
 *     counts = { lines: { total, covered, skipped, pct }, statements, functions, branches: the same }
 *
 * It holds totals and no line: the project can be judged by it, no changed line can. Without anything to cover `pct` is
 * the text `Unknown`; it is never read.
 */
export const istanbulSummary: CoverageFormat = {
  id: 'istanbul-summary',
  title: 'Istanbul JSON summary',
  writtenBy: 'the reporter json-summary of Istanbul, nyc, c8, Jest, Vitest, Cypress, Karma',
  places: ['coverage/coverage-summary.json', 'coverage-summary.json'],
  counts: ['branches', 'functions'],
  detect: head =>
    /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"(?:lines|statements|functions|branches)"\s*:\s*\{\s*"(?:total|covered|pct)"/.test(
      latin1(head),
    ),
  reader: () => jsonReader(places, (json, report) => new IstanbulSummary(json, report)),
}

const counted = ['lines', 'branches', 'functions'] as const
const places = [
  ...counted.flatMap(name => [`*.${name}.total`, `*.${name}.covered`]),
  'total.lines.total',
  'total.lines.covered',
  '*',
]
const CLAIMED_TOTAL = 2 * counted.length

class IstanbulSummary implements JsonHandler {
  claims: Claims = {}
  private readonly json: JsonTokens
  private readonly report: ReportBuilder
  private path = ''
  /** Total and covered of each of `counted`; -1: not given. */
  private readonly numbers = new Float64Array(2 * counted.length)

  constructor(json: JsonTokens, report: ReportBuilder) {
    this.json = json
    this.report = report
  }

  open(): void {
    this.path = this.json.path(this.json.key())
    this.numbers.fill(-1)
  }

  value(place: number): void {
    const number = this.json.integer()
    if (number < 0 || number > reportLimits.marks) this.json.refuseValue()
    else if (place < CLAIMED_TOTAL) this.numbers[place] = number
    else if (place === CLAIMED_TOTAL) this.claims = { total: number }
    else if (this.claims.total) this.claims = { ...this.claims, rate: Math.min(1, number / this.claims.total) }
  }

  close(): void {
    const [lines, branches, functions] = [this.ratio('lines'), this.ratio('branches'), this.ratio('functions')]
    if (this.json.problem) return
    this.report.open(this.path)
    this.report.counts({ lines, branches, functions })
    this.report.close()
  }

  private ratio(name: (typeof counted)[number]): Ratio {
    const at = 2 * counted.indexOf(name)
    const [total = -1, covered = -1] = this.numbers.subarray(at, at + 2)
    if (covered > total)
      this.json.refuse(
        'RPT-VALUE',
        message('coverage.fault.json.above', { path: this.path, key: name, covered, total: Math.max(0, total) }),
      )
    else if (name === 'lines' && covered < 0)
      this.json.refuse('RPT-VALUE', message('coverage.fault.json.missing', { key: 'lines' }))
    return { covered: Math.max(0, covered), total: Math.max(0, total) }
  }
}
