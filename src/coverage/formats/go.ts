import { type Message, message } from '../../locales/message.ts'
import { err, ok, type Result } from '../../result.ts'
import { ReportBuilder, reportLimits } from '../builder.ts'
import { decodeUtf8, excerpt, hasControls, latin1, skipByteOrderMark } from '../bytes.ts'
import type { CoverageFormat, Reader, ReportCode, ReportProblem } from '../format.ts'
import type { CoverageReport } from '../model.ts'
import { longestLine, WholeLines } from '../whole-lines.ts'

/**
 * The profile of `go test -coverprofile`, one block a line:
 *
 *     report  = 1*( mode *( block / blank ) )           (several: profiles that were joined, whatever their modes)
 *     mode    = "mode: " ( "set" / "count" / "atomic" )
 *     block   = <path> ":" <position> "," <position> " " <statements> " " <count>
 *     position = <line> "." <column>
 *
 * Lines end with LF or CRLF. Two modes without a block between them contradict each other and are refused.
 *
 * A block is a stretch of source. Every line from its first to its last is executable and, if `count` is above 0,
 * covered; a line of several blocks (`} else {`) is covered by any, the same block twice is united. So do
 * gocover-cobertura, gcov2lcov and goveralls, and a profile counts as much as what they make of it. The end is
 * exclusive: ending in column 1 does not reach the line. What `go tool cover -func` counts are statements, not lines.
 * Not taken over: Codecov passes over a last line that ends in column 2, the brace of a function but not of an `if`.
 * A block of 0 statements counts as well: whether an empty function was called shows in other languages' reports too.
 *
 * A profile that was cut between two lines cannot be told from a whole one.
 */
export const go: CoverageFormat = {
  id: 'go',
  title: 'Go cover profile',
  writtenBy: 'go test, go tool covdata, gocovmerge',
  places: ['coverage.out', 'cover.out', 'c.out'],
  counts: [],
  detect: head => /^(mode:|[^\n]+:\d+\.\d+,\d+\.\d+ \d+ -?\d+\r?(\n|$))/.test(latin1(head)),
  reader: () => new GoReader(),
}

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const COMMA = 0x2c
const POINT = 0x2e
const COLON = 0x3a

class GoReader implements Reader {
  private readonly report = new ReportBuilder()
  private readonly lines = new WholeLines((bytes, start, end) => this.readLines(bytes, start, end))
  private problem: ReportProblem | undefined
  private lineNumber = 0
  private mode = ''
  private hasBlock = false
  /** The last line has no end: it may have been cut. */
  private unended = false
  /** Of the open file, with the colon behind it. */
  private path: DataView = new DataView(new ArrayBuffer(0))

  private cursor = 0
  private firstLine = 0
  private firstColumn = 0
  private lastLine = 0
  private lastColumn = 0
  private count = 0

  push(chunk: Uint8Array): void {
    if (this.problem || this.lines.push(chunk)) return
    this.lineNumber++
    this.fail('RPT-SIZE', message('coverage.fault.long-record', { limit: longestLine }))
  }

  end(): Result<CoverageReport, ReportProblem> {
    this.unended = this.lines.rest > 0
    if (!this.problem) this.lines.finish()
    if (this.path.byteLength > 0) this.report.close()
    return this.problem ? err(this.problem) : ok(this.report.build([], {}))
  }

  private readLines(bytes: Uint8Array, start: number, end: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, end)
    for (let at = start; at < end && !this.problem; at = this.cursor) {
      this.lineNumber++
      if (this.isSameFile(view, at) && this.isBlock(bytes, at + this.path.byteLength)) this.countBlock()
      else this.readOther(bytes, this.lineNumber === 1 ? skipByteOrderMark(bytes, at) : at)
    }
  }

  /** Anything but a block of the same file as the last. */
  private readOther(bytes: Uint8Array, start: number): void {
    const next = bytes.indexOf(LF, start)
    const end = next > start && bytes[next - 1] === CR ? next - 1 : next
    const colon = bytes.lastIndexOf(COLON, end)
    if (this.mode !== '' && colon >= start && this.isBlock(bytes, colon + 1)) {
      this.openFile(bytes.slice(start, colon + 1))
      this.countBlock()
    } else if (end > start) this.readMode(excerpt(bytes, start, end))
    this.cursor = next + 1
  }

  private readMode(line: string): void {
    const mode = /^mode: (set|count|atomic)$/.exec(line)?.[1]
    const contradicts = mode !== undefined && this.mode !== '' && mode !== this.mode && !this.hasBlock
    if (mode === undefined && this.unended) this.fail('RPT-TRUNCATED', message('coverage.fault.go.truncated', {}))
    else if (mode === undefined && line.startsWith('mode:'))
      this.fail('RPT-SYNTAX', message('coverage.fault.go.mode', { line }))
    else if (mode === undefined)
      this.fail('RPT-SYNTAX', message(this.mode ? 'coverage.fault.go.no-block' : 'coverage.fault.go.no-mode', {}))
    else if (contradicts) this.fail('RPT-SYNTAX', message('coverage.fault.go.two-modes', { first: this.mode, mode }))
    else this.mode = mode
    this.hasBlock = false
  }

  /** Whether the path of the open file stands at `start`. */
  private isSameFile(view: DataView, start: number): boolean {
    const { path } = this
    const length = path.byteLength
    if (length === 0 || start + length > view.byteLength) return false
    let at = 0
    for (; at + 4 <= length; at += 4) if (view.getInt32(start + at) !== path.getInt32(at)) return false
    for (; at < length; at++) if (view.getInt8(start + at) !== path.getInt8(at)) return false
    return true
  }

  /** Whether what stands behind a path does so at `start`, to the end of the line, behind which the cursor then is. */
  private isBlock(bytes: Uint8Array, start: number): boolean {
    this.cursor = start
    this.firstLine = this.readNumber(bytes, POINT)
    this.firstColumn = this.readNumber(bytes, COMMA)
    this.lastLine = this.readNumber(bytes, POINT)
    this.lastColumn = this.readNumber(bytes, SPACE)
    this.readNumber(bytes, SPACE)
    this.count = this.readNumber(bytes, LF)
    return this.cursor > 0
  }

  /** The number at the cursor, which moves behind the byte that must follow, or to -1 from where there is no return. */
  private readNumber(bytes: Uint8Array, follower: number): number {
    const start = this.cursor
    let at = start
    let value = 0
    let byte = bytes[at] ?? 0
    while (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + byte - 0x30
      byte = bytes[++at] ?? 0
    }
    const end = at
    if (byte === CR && follower === LF) byte = bytes[++at] ?? 0
    this.cursor = byte === follower && end > start ? at + 1 : -1
    return value
  }

  private countBlock(): void {
    const { firstLine, lastLine } = this
    const isBackwards = lastLine < firstLine || (lastLine === firstLine && this.lastColumn < this.firstColumn)
    if (isBackwards) this.fail('RPT-SYNTAX', message('coverage.fault.go.backwards', {}))
    else if (firstLine < 1 || lastLine > reportLimits.line)
      this.fail('RPT-VALUE', message('coverage.fault.go.line', { line: `${firstLine < 1 ? firstLine : lastLine}` }))
    else if (!this.problem) {
      const isReached = this.lastColumn !== 1 || lastLine === firstLine
      this.report.lines(firstLine, isReached ? lastLine : lastLine - 1, this.count > 0)
    }
    this.hasBlock = true
    if (this.report.overflow) this.fail('RPT-SIZE', message('coverage.fault.too-large', {}))
  }

  private openFile(pathAndColon: Uint8Array): void {
    const path = decodeUtf8(pathAndColon.subarray(0, -1))
    if (path === undefined) this.fail('RPT-ENCODING', message('coverage.fault.not-utf8', {}))
    else if (path === '') this.fail('RPT-VALUE', message('coverage.fault.no-path', {}))
    else if (pathAndColon.length > reportLimits.path)
      this.fail('RPT-SIZE', message('coverage.fault.long-path', { limit: reportLimits.path }))
    else if (hasControls(path)) this.fail('RPT-VALUE', message('coverage.fault.control', {}))
    else {
      if (this.path.byteLength > 0) this.report.close()
      this.report.open(path)
      this.path = new DataView(pathAndColon.buffer)
    }
  }

  private fail(code: ReportCode, problem: Message): void {
    this.problem ??= { code, message: problem, line: Math.max(1, this.lineNumber) }
  }
}
