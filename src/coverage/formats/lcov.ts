import { type Message, message } from '../../locales/message.ts'
import { err, ok, type Result } from '../../result.ts'
import { branchIdentityOf, identityOf, ReportBuilder, reportLimits } from '../builder.ts'
import { decodeUtf8, excerpt, hasControls, latin1, skipByteOrderMark } from '../bytes.ts'
import type { CoverageFormat, Reader, ReportCode, ReportProblem } from '../format.ts'
import { LcovRuns } from '../lcov-runs.ts'
import type { CoverageReport } from '../model.ts'
import { longestLine, WholeLines } from '../whole-lines.ts'

/**
 * The tracefile of `geninfo(1)`, one record a line:
 *
 *     report  = *( TN:<test> / record / blank / "#" comment )
 *     record  = SF:<path> *( field ) end_of_record
 *     field   = DA:<line>,<hits>[,<checksum>]
 *             / BRDA:<line>,[e]<block>,<branch>,( <taken> / "-" )
 *             / FN:<line>[,<end>],<name>  / FNDA:<hits>,<name>
 *             / FNL:<index>,<line>[,<end>] / FNA:<index>,<hits>,<name>        (lcov 2: names of one function)
 *             / LF:<n> / LH:<n>                                               (claims, never counted)
 *             / <UPPERCASE KEY>:<anything>                                    (ignored)
 *
 * Lines end with LF or CRLF; blanks before that are ignored, as lcov ignores them. Hits of any length count as hit
 * unless all zeros: llvm-cov writes wrapped 64-bit sums.
 * Line 0 is refused, but for one with a checksum, which coverage.py writes for an empty file: it is none.
 * The same file twice is united. A report cut exactly after `end_of_record` cannot be told from a whole one.
 */
export const lcov: CoverageFormat = {
  id: 'lcov',
  title: 'LCOV',
  writtenBy:
    'lcov, geninfo, Istanbul, c8, Vitest, Node, llvm-cov, gcovr, coverage.py, grcov, tarpaulin, simplecov-lcov',
  places: ['coverage/lcov.info', 'coverage/lcov/*.info', 'lcov.info'],
  counts: ['branches', 'functions'],
  detect: head => /^(#[^\n]*\n\s*)*(TN|SF):/.test(latin1(head)),
  reader: () => new LcovReader(),
}

const LF = 0x0a
const CR = 0x0d
const COMMA = 0x2c
const COLON = 0x3a

class LcovReader implements Reader {
  private readonly report = new ReportBuilder()
  private readonly runs = new LcovRuns(this.report)
  private readonly lines = new WholeLines((bytes, start, end) => this.readLines(bytes, start, end))
  private problem: ReportProblem | undefined
  private inRecord = false
  private sawTest = false
  private readonly functionOfIndex = new Map<number, number>()

  push(chunk: Uint8Array): void {
    if (this.problem || this.lines.push(chunk)) return
    this.runs.lines++
    this.fail('RPT-SIZE', message('coverage.fault.long-record', { limit: longestLine }))
  }

  end(): Result<CoverageReport, ReportProblem> {
    if (!this.problem) this.lines.finish()
    if (!this.problem) this.checkEnd()
    if (this.problem) return err(this.problem)
    const { found, hit } = this.runs
    const claims = found > 0 ? { rate: hit / found, total: found } : {}
    return ok(this.report.build([], claims))
  }

  private checkEnd(): void {
    const cut = this.inRecord || (this.sawTest && this.report.fileCount > 0)
    if (cut) this.fail('RPT-TRUNCATED', message('coverage.fault.lcov.truncated', {}))
  }

  /** Whole lines: the last byte is a line end. */
  private readLines(bytes: Uint8Array, start: number, end: number): void {
    let at = start
    while (at < end && !this.problem) {
      const next = this.inRecord ? this.runs.read(bytes, at, end) : at
      at = next > at ? next : this.readOther(bytes, at)
      if (this.report.overflow) this.fail('RPT-SIZE', message('coverage.fault.too-large', {}))
    }
  }

  /** One line of any kind. Where the next one starts. */
  private readOther(bytes: Uint8Array, start: number): number {
    let next = start
    while (bytes[next] !== LF) next++
    this.runs.lines++
    this.readField(bytes, start, endOfText(bytes, start, next))
    return next + 1
  }

  /** `end` is behind the last byte of the text. */
  private readField(bytes: Uint8Array, start: number, end: number): void {
    const from = this.runs.lines === 1 ? skipByteOrderMark(bytes, start) : start
    if (from === end || bytes[from] === 0x23) return
    const value = afterKey(bytes, from, end)
    const key = packed(bytes, from, value - 1)
    if (key === KEY.SF) this.openFile(bytes, value, end)
    else if (key === KEY.TN) this.sawTest = true
    else if (key === 0) this.readBareLine(bytes, from, end)
    else if (fieldKeys.has(key)) this.readKnownField(key, bytes, from, value, end)
  }

  private readKnownField(key: number, bytes: Uint8Array, start: number, value: number, end: number): void {
    if (!this.inRecord)
      this.fail('RPT-SYNTAX', message('coverage.fault.lcov.outside', { key: excerpt(bytes, start, value - 1) }))
    else if (!this.readValue(key, bytes, value, end)) {
      const told = { key: excerpt(bytes, start, value - 1), value: excerpt(bytes, value, end) }
      this.fail('RPT-VALUE', message('coverage.fault.lcov.value', told))
    }
  }

  /** Without a key only the end of a record may stand. */
  private readBareLine(bytes: Uint8Array, start: number, end: number): void {
    if (!isEndOfRecord(bytes, start, end)) this.fail('RPT-SYNTAX', message('coverage.fault.lcov.no-record', {}))
    else if (!this.inRecord) this.fail('RPT-SYNTAX', message('coverage.fault.lcov.outside', { key: 'end_of_record' }))
    else this.report.close()
    this.inRecord = false
  }

  private readValue(key: number, bytes: Uint8Array, start: number, end: number): boolean {
    switch (key) {
      case KEY.DA:
        return this.readHits(bytes, start, end)
      case KEY.BRDA:
        return this.readBranch(bytes, start, end)
      case KEY.FNDA:
        return this.readFunctionHits(bytes, start, end)
      case KEY.FN:
        return this.readFunction(bytes, start, end)
      case KEY.FNL:
        return this.readFunctionLine(bytes, start, end)
      case KEY.FNA:
        return this.readAliasHits(bytes, start, end)
      case KEY.LF:
        this.runs.found += claimed(bytes, start, end)
        return true
      case KEY.LH:
        this.runs.hit += claimed(bytes, start, end)
        return true
      default:
        return false
    }
  }

  private openFile(bytes: Uint8Array, start: number, end: number): void {
    const path = end - start <= reportLimits.path ? decodeUtf8(bytes.subarray(start, end)) : ''
    if (this.inRecord) this.fail('RPT-TRUNCATED', message('coverage.fault.lcov.unclosed', {}))
    else if (start >= end) this.fail('RPT-VALUE', message('coverage.fault.no-path', {}))
    else if (path === '') this.fail('RPT-SIZE', message('coverage.fault.long-path', { limit: reportLimits.path }))
    else if (path === undefined) this.fail('RPT-ENCODING', message('coverage.fault.not-utf8', {}))
    else if (hasControls(path)) this.fail('RPT-VALUE', message('coverage.fault.control', {}))
    else this.report.open(path)
    this.inRecord = true
    this.sawTest = false
    if (this.functionOfIndex.size > 0) this.functionOfIndex.clear()
  }

  /** What follows a second comma is a checksum. */
  private readHits(bytes: Uint8Array, start: number, end: number): boolean {
    const first = bytes.indexOf(COMMA, start)
    const second = first < 0 ? -1 : bytes.indexOf(COMMA, first + 1)
    const hitsEnd = second >= 0 && second < end ? second : end
    if (first < 0 || !isDigits(bytes, start, first) || !isDigits(bytes, first + 1, hitsEnd)) return false
    const line = claimed(bytes, start, first)
    if (line > reportLimits.line || bytes.subarray(hitsEnd, end).includes(CR)) return false
    if (line === 0) return hitsEnd < end
    this.report.line(line, isNonZero(bytes, first + 1, hitsEnd))
    return true
  }

  private readBranch(bytes: Uint8Array, start: number, end: number): boolean {
    const first = bytes.indexOf(COMMA, start)
    const last = lastComma(bytes, start, end)
    const second = first < 0 ? -1 : bytes.indexOf(COMMA, first + 1)
    if (second < 0 || second >= last || !isDigits(bytes, start, first)) return false
    const never = end - last === 2 && bytes[last + 1] === 0x2d
    if (!never && !isDigits(bytes, last + 1, end)) return false
    const line = claimed(bytes, start, first)
    if (line > reportLimits.line) return false
    this.report.branch(line, branchIdentityOf(bytes, first + 1, last), !never && isNonZero(bytes, last + 1, end))
    return true
  }

  /** A number after the first comma is the last line of the function, if a name follows it. */
  private readFunction(bytes: Uint8Array, start: number, end: number): boolean {
    const first = bytes.indexOf(COMMA, start)
    if (first < 0 || first >= end) return false
    const second = bytes.indexOf(COMMA, first + 1)
    const hasEnd = second > first + 1 && second < end && isDigits(bytes, first + 1, second)
    this.report.function(identityOf(bytes, (hasEnd ? second : first) + 1, end), false)
    return true
  }

  private readFunctionHits(bytes: Uint8Array, start: number, end: number): boolean {
    const comma = bytes.indexOf(COMMA, start)
    if (comma < 0 || comma >= end || !isDigits(bytes, start, comma)) return false
    this.report.function(identityOf(bytes, comma + 1, end), isNonZero(bytes, start, comma))
    return true
  }

  private readFunctionLine(bytes: Uint8Array, start: number, end: number): boolean {
    const comma = bytes.indexOf(COMMA, start)
    if (comma < 0 || comma >= end || !isDigits(bytes, start, comma)) return false
    const identity = identityOf(bytes, comma + 1, end, 1)
    this.functionOfIndex.set(claimed(bytes, start, comma), identity)
    this.report.function(identity, false)
    return true
  }

  private readAliasHits(bytes: Uint8Array, start: number, end: number): boolean {
    const first = bytes.indexOf(COMMA, start)
    const second = first < 0 ? -1 : bytes.indexOf(COMMA, first + 1)
    if (second < 0 || second >= end || !isDigits(bytes, start, first) || !isDigits(bytes, first + 1, second))
      return false
    const identity = this.functionOfIndex.get(claimed(bytes, start, first))
    if (identity === undefined) return false
    this.report.function(identity, isNonZero(bytes, first + 1, second))
    return true
  }

  private fail(code: ReportCode, problem: Message): void {
    this.problem ??= { code, message: problem, line: Math.max(1, this.runs.lines) }
  }
}

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x09

/** Before the CR and the blanks that a line may end with. */
function endOfText(bytes: Uint8Array, start: number, end: number): number {
  let at = end > start && bytes[end - 1] === CR ? end - 1 : end
  while (at > start && isBlank(bytes[at - 1] ?? 0)) at--
  return at
}

/** The first six letters of a key as one number, so that telling keys apart makes no strings. 0: no key. */
function packed(bytes: Uint8Array, start: number, end: number): number {
  let key = 0
  for (let at = start; at < end && at < start + 6; at++) key = key * 256 + (bytes[at] ?? 0)
  return key
}

const keyOf = (name: string): number => packed(new TextEncoder().encode(name), 0, name.length)
const KEY = {
  SF: keyOf('SF'),
  TN: keyOf('TN'),
  DA: keyOf('DA'),
  BRDA: keyOf('BRDA'),
  FN: keyOf('FN'),
  FNDA: keyOf('FNDA'),
  FNL: keyOf('FNL'),
  FNA: keyOf('FNA'),
  LF: keyOf('LF'),
  LH: keyOf('LH'),
} as const
const fieldKeys: ReadonlySet<number> = new Set([KEY.DA, KEY.BRDA, KEY.FN, KEY.FNDA, KEY.FNL, KEY.FNA, KEY.LF, KEY.LH])

/** Behind the colon of a key of upper-case letters and digits; `start` when there is none. */
function afterKey(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte === COLON) return at > start ? at + 1 : start
    if (!((byte >= 0x41 && byte <= 0x5a) || (at > start && byte >= 0x30 && byte <= 0x39))) return start
  }
  return start
}

const endOfRecord = new TextEncoder().encode('end_of_record')

function isEndOfRecord(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== endOfRecord.length) return false
  for (let at = 0; at < endOfRecord.length; at++) if (bytes[start + at] !== endOfRecord[at]) return false
  return true
}

function isDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x30 || byte > 0x39) return false
  }
  return end > start
}

function isNonZero(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== 0x30) return true
  return false
}

function lastComma(bytes: Uint8Array, start: number, end: number): number {
  let at = end - 1
  while (at >= start && bytes[at] !== COMMA) at--
  return at
}

/** A whole number of at most fifteen digits; 0 for anything else. */
function claimed(bytes: Uint8Array, start: number, end: number): number {
  if (!isDigits(bytes, start, end) || end - start > 15) return 0
  let value = 0
  for (let at = start; at < end; at++) value = value * 10 + (bytes[at] ?? 0) - 0x30
  return value
}
