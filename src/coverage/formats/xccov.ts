import { message } from '../../locales/message.ts'
import { type ReportBuilder, reportLimits } from '../builder.ts'
import { latin1 } from '../bytes.ts'
import type { CoverageFormat } from '../format.ts'
import type { JsonTokens } from '../json.ts'
import { type JsonHandler, jsonReader } from '../json-reader.ts'

/**
 * Xcode's `xccov view --json`, in one of two forms:
 *
 *     --archive:  { <path>: [ { line, isExecutable, executionCount } ] }
 *     --report:   { targets: [ { files: [ { path, coveredLines, executableLines,
 *                                           functions: [ { executionCount } ] } ] } ],
 *                   coveredLines, executableLines, lineCoverage }
 *
 * The archive has lines, the report only totals of each file: no changed line can be judged by it. A file in several
 * targets is one file, covered as far as in the target that covers most of it. Targets that Xcode could not measure
 * (pods) stand in `errors`, which is no file of an archive.
 */
export const xccov: CoverageFormat = {
  id: 'xccov',
  title: 'Xcode xccov JSON',
  writtenBy: 'xcrun xccov view --archive --json, xcrun xccov view --report --json',
  places: ['coverage/xccov.json', 'xccov.json'],
  counts: ['functions'],
  detect: head => {
    const text = latin1(head)
    return text.startsWith('{') && /"(?:isExecutable|executableLines)"\s*:/.test(text)
  },
  reader: () => jsonReader(places, (json, report) => new XccovFiles(json, report)),
}

const places = [
  '*',
  '*[]',
  '*[].line',
  '*[].isExecutable',
  '*[].executionCount',
  'targets[].files[]',
  'targets[].files[].path',
  'targets[].files[].coveredLines',
  'targets[].files[].executableLines',
  'targets[].files[].functions[]',
  'targets[].files[].functions[].executionCount',
  'coveredLines',
  'executableLines',
  'lineCoverage',
  'errors[].code',
] as const
const [ARCHIVED, LINE, LINE_NUMBER, IS_EXECUTABLE, LINE_COUNT] = [0, 1, 2, 3, 4]
const [REPORTED, PATH, COVERED, TOTAL, FUNCTION, FUNCTION_COUNT] = [5, 6, 7, 8, 9, 10]

class XccovFiles implements JsonHandler {
  private readonly json: JsonTokens
  private readonly report: ReportBuilder
  private line = -1
  private isExecutable: boolean | undefined
  /** Of the current line or function. */
  private count = -1
  private path = ''
  private covered = -1
  private total = -1
  private functions = 0
  private called = 0

  constructor(json: JsonTokens, report: ReportBuilder) {
    this.json = json
    this.report = report
  }

  open(place: number): void {
    if (place === ARCHIVED) this.report.open(this.json.path(this.json.key()))
    else if (place === LINE || place === FUNCTION) {
      this.line = -1
      this.isExecutable = undefined
      this.count = -1
    } else if (place === REPORTED) {
      this.path = ''
      this.covered = -1
      this.total = -1
      this.functions = 0
      this.called = 0
    }
  }

  value(place: number): void {
    const { json } = this
    if (place === LINE_NUMBER) this.line = this.whole(1, reportLimits.line)
    else if (place === IS_EXECUTABLE) this.isExecutable = json.boolean()
    else if (place === LINE_COUNT || place === FUNCTION_COUNT) this.count = json.isNull ? -1 : this.whole()
    else if (place === PATH) this.path = json.path(json.string())
    else if (place === COVERED) this.covered = this.whole()
    else if (place === TOTAL) this.total = this.whole()
  }

  close(place: number): void {
    if (place === LINE) this.closeLine()
    else if (place === ARCHIVED) this.report.close()
    else if (place === FUNCTION) {
      this.functions++
      if (this.count > 0) this.called++
    } else if (place === REPORTED) this.closeReported()
  }

  private closeLine(): void {
    if (this.line < 0) this.missing('line')
    else if (this.isExecutable === undefined) this.missing('isExecutable')
    else if (this.isExecutable && this.count < 0) this.missing('executionCount')
    else if (this.isExecutable) this.report.line(this.line, this.count > 0)
  }

  private closeReported(): void {
    const { path, covered, total, functions, called } = this
    if (path === '') this.missing('path')
    else if (total < 0 || covered < 0) this.missing(total < 0 ? 'executableLines' : 'coveredLines')
    else if (covered > total)
      this.json.refuse('RPT-VALUE', message('coverage.fault.json.value', { key: 'coveredLines', value: `${covered}` }))
    if (this.json.problem) return
    const lines = { covered, total }
    this.report.open(path)
    this.report.counts({ lines, branches: { covered: 0, total: 0 }, functions: { covered: called, total: functions } })
    this.report.close()
  }

  private whole(least = 0, most = Number.POSITIVE_INFINITY): number {
    const number = this.json.integer()
    if (number < least || number > most) this.json.refuseValue()
    return number
  }

  private missing(key: string): void {
    this.json.refuse('RPT-VALUE', message('coverage.fault.json.missing', { key }))
  }
}
