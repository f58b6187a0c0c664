import { message, type Ratio } from '../../locales/message.ts'
import type { ReportBuilder } from '../builder.ts'
import { latin1 } from '../bytes.ts'
import type { CoverageFormat } from '../format.ts'
import { GcovFiles, gcovPlaces } from '../gcov-files.ts'
import type { JsonTokens } from '../json.ts'
import { type JsonHandler, jsonReader } from '../json-reader.ts'

/**
 * gcovr's own JSON, in one of two forms:
 *
 *     --json:          { "gcovr/format_version", files: … }                            (as in `GcovFiles`)
 *     --json-summary:  { "gcovr/summary_format_version", root,
 *                        files: [ { filename, line_total, line_covered, branch_total, branch_covered,
 *                                   function_total, function_covered } ] }
 *
 * The summary has no lines, so only its totals count. gcovr 8 counts a line once for each function that it belongs to;
 * here it is one line.
 */
export const gcovr: CoverageFormat = {
  id: 'gcovr',
  title: 'gcovr JSON',
  writtenBy: 'gcovr --json, gcovr --json-summary',
  places: ['gcovr.json', 'coverage/gcovr.json'],
  counts: ['branches', 'functions'],
  detect: head => {
    const text = latin1(head)
    const isWritten = text.includes('"gcovr/') || /"lineno"\s*:/.test(text) || /"line_covered"\s*:/.test(text)
    return text.startsWith('{') && isWritten
  },
  reader: () => jsonReader(places, (json, report) => new GcovrFiles(json, report)),
}

const inSummary = [
  'files[].filename',
  'files[].line_covered',
  'files[].line_total',
  'files[].branch_covered',
  'files[].branch_total',
  'files[].function_covered',
  'files[].function_total',
] as const
const places = [...gcovPlaces, ...inSummary]
const FILE = gcovPlaces.indexOf('files[]')
const FILENAME = gcovPlaces.length

class GcovrFiles implements JsonHandler {
  private readonly json: JsonTokens
  private readonly report: ReportBuilder
  private readonly files: GcovFiles
  private filename = ''
  /** In the order of the places; -1: not there. */
  private readonly numbers = [-1, -1, -1, -1, -1, -1]

  constructor(json: JsonTokens, report: ReportBuilder) {
    this.json = json
    this.report = report
    this.files = new GcovFiles(json, report, 'gcovr')
  }

  open(place: number): void {
    this.files.open(place)
    if (place !== FILE) return
    this.filename = ''
    this.numbers.fill(-1)
  }

  value(place: number): void {
    const { json } = this
    if (place < FILENAME) this.files.value(place)
    else if (place === FILENAME) this.filename = json.path(json.string())
    else {
      const number = json.integer()
      if (number < 0) json.refuseValue()
      this.numbers[place - FILENAME - 1] = number
    }
  }

  close(place: number): void {
    if (place === FILE && this.filename !== '') this.closeSummary()
    else this.files.close(place)
  }

  private closeSummary(): void {
    const counts = { lines: this.ratio(0), branches: this.ratio(2), functions: this.ratio(4) }
    if (this.numbers[1] === -1)
      this.json.refuse('RPT-VALUE', message('coverage.fault.json.missing', { key: 'line_total' }))
    if (this.json.problem) return
    this.report.open(this.filename)
    this.report.counts(counts)
    this.report.close()
  }

  /** Of the numbers at two places; old summaries have no functions. */
  private ratio(at: number): Ratio {
    const [covered = 0, total = 0] = this.numbers.slice(at, at + 2).map(number => Math.max(0, number))
    const [key = ''] = /[^.]+$/.exec(inSummary[at + 1] ?? '') ?? []
    if (covered > total)
      this.json.refuse('RPT-VALUE', message('coverage.fault.json.value', { key, value: `${covered}` }))
    return { covered, total }
  }
}
