import { message } from '../../locales/message.ts'
import { branchIdentity, type ReportBuilder, reportLimits, textIdentity } from '../builder.ts'
import { latin1 } from '../bytes.ts'
import type { CoverageFormat } from '../format.ts'
import type { JsonTokens } from '../json.ts'
import { type JsonHandler, jsonReader } from '../json-reader.ts'
import type { Claims } from '../model.ts'

/**
 * SimpleCov's three files:
 *
 *     .resultset.json   { <command>: { coverage: { <path>: <lines> | { lines: <lines>, branches: <tree>, methods } },
 *                                      timestamp } … }
 *     coverage.json     { meta, total, groups, errors,
 *                         coverage: { <path>: { lines: <lines>, branches: [<arm>], methods: [<method>], … } } }
 *     coverage.json of simplecov-json
 *                       { command_name, timestamp, metrics, files: [{ filename, coverage: <lines> | { lines }, … }] }
 *
 *     lines  = one for each line: hits, null (not executable) or "ignored" (between # :nocov:)
 *     tree   = { "[:if, 0, 3, 4, 5, 7]": { "[:then, 1, 4, 6, 4, 9]": hits, … } … }
 *              type, number, first line and column, last line and column; the number is only a position
 *     methods = { "[Class, :name, 3, 4, 5, 7]": hits … }, told apart by where they stand
 *     arm    = { type, start_line, end_line, coverage }, method = { name, start_line, end_line, coverage }
 *
 * Commands are united as SimpleCov does it: a line that is null in one command and 0 in another is not executable, because
 * a file that a command only lists has 0 on every line. The totals are claims and never counted.
 */
export const simplecov: CoverageFormat = {
  id: 'simplecov',
  title: 'SimpleCov',
  writtenBy: 'SimpleCov, simplecov_json_formatter, simplecov-json',
  places: ['coverage/.resultset.json', 'coverage/coverage.json'],
  counts: ['branches', 'functions'],
  detect: head => {
    const text = latin1(head)
    return isResultset.test(text) || isSimplecovJson.test(text) || /^\{.{0,400}"simplecov_version"\s*:/s.test(text)
  },
  reader: () => jsonReader(places, (json, report) => new SimplecovFiles(json, report)),
}

const isResultset = /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*(?:"timestamp"\s*:\s*[\d.]+\s*,\s*)?"coverage"\s*:\s*\{/
const isSimplecovJson = /^\{.{0,400}"files"\s*:\s*\[\s*\{\s*"filename"\s*:.*"coverage"\s*:/s

const inFile = [
  '',
  '[]',
  '.lines[]',
  '.branches.*',
  '.branches.*.*',
  '.methods.*',
  '.branches[]',
  '.branches[].start_line',
  '.branches[].coverage',
  '.methods[]',
  '.methods[].name',
  '.methods[].start_line',
  '.methods[].coverage',
] as const
const [FILE, BARE_LINE, LINE, CONDITION, ARM, METHOD, BRANCH] = [0, 1, 2, 3, 4, 5, 6]
const [BRANCH_LINE, BRANCH_HITS, NAMED_METHOD, METHOD_NAME, METHOD_LINE, METHOD_HITS] = [7, 8, 9, 10, 11, 12]
const files = ['*.coverage.*', 'coverage.*', 'files[].coverage'] as const
const places = [
  ...files.flatMap(file => inFile.map(place => `${file}${place}`)),
  'files[]',
  'files[].filename',
  'total.lines.total',
  'total.lines.covered',
  'metrics.total_lines',
  'metrics.covered_lines',
  // Read by nobody; named so that they are not taken for commands.
  '$schema',
  'command_name',
  'timestamp',
]
const IN_LIST = 2 * inFile.length
const ENTRY = files.length * inFile.length
const [FILENAME, TOTAL, COVERED, METRIC_TOTAL, METRIC_COVERED] = [1, 2, 3, 4, 5].map(index => ENTRY + index)

/** Hits of what is not executable. */
const NONE = -1

/** What the commands say about a line; several may hold. */
const [NULL, ZERO, HIT] = [1, 2, 4]

class SimplecovFiles implements JsonHandler {
  private readonly json: JsonTokens
  private readonly report: ReportBuilder
  private filename = ''
  /** By path; line 1 at index 1. */
  private readonly lines = new Map<string, Uint8Array<ArrayBuffer>>()
  private path = ''
  private said = new Uint8Array()
  private lineNumber = 0
  private condition = { line: 0, identity: 0 }
  /** Position of the current one in a list of branches. */
  private branch = 0
  private start = 0
  private hits = NONE
  private name = ''
  private total = 0
  private covered = 0

  constructor(json: JsonTokens, report: ReportBuilder) {
    this.json = json
    this.report = report
  }

  get claims(): Claims {
    return this.total > 0 ? { total: this.total, rate: Math.min(1, this.covered / this.total) } : {}
  }

  open(place: number): void {
    if (place === ENTRY) this.filename = ''
    else if (place % inFile.length === FILE) this.openFile(place === IN_LIST ? this.filename : this.json.key())
    else if (place % inFile.length === CONDITION) this.condition = standing(this.json.key())
    else {
      this.start = 0
      this.hits = NONE
      this.name = ''
    }
  }

  value(place: number): void {
    if (place >= ENTRY) this.readEntry(place)
    else this.readInFile(place % inFile.length)
  }

  close(place: number): void {
    const closed = place === ENTRY ? -1 : place % inFile.length
    if (closed === FILE) this.report.close()
    else if (closed === BRANCH) {
      if (this.hits !== NONE) this.report.branch(this.start, branchIdentity(this.branch, 0), this.hits > 0)
      this.branch++
    } else if (closed === NAMED_METHOD && this.hits !== NONE)
      this.report.function(textIdentity(`${this.start} ${this.name}`), this.hits > 0)
  }

  private openFile(path: string): void {
    if (path === '') this.json.refuse('RPT-VALUE', message('coverage.fault.no-path', {}))
    this.path = this.json.path(path)
    this.report.open(this.path)
    this.said = this.lines.get(this.path) ?? new Uint8Array(64)
    this.lines.set(this.path, this.said)
    this.lineNumber = 0
    this.branch = 0
  }

  private readInFile(place: number): void {
    const { json, report } = this
    if (place === LINE || place === BARE_LINE) this.readLine()
    else if (place === ARM) {
      const { line, identity } = this.condition
      const hits = this.readHits()
      if (hits !== NONE) report.branch(line, branchIdentity(identity, standing(json.key()).identity), hits > 0)
    } else if (place === METHOD) {
      const hits = this.readHits()
      if (hits !== NONE) report.function(standing(json.key(), false).identity, hits > 0)
    } else if (place === BRANCH_HITS || place === METHOD_HITS) this.hits = this.readHits()
    else if (place === METHOD_NAME) this.name = json.string()
    else if (place === BRANCH_LINE || place === METHOD_LINE) {
      this.start = json.integer()
      if (this.start < 1 || this.start > reportLimits.line) json.refuseValue()
    }
  }

  private readLine(): void {
    const hits = this.readHits()
    if (++this.lineNumber > reportLimits.line) this.json.refuse('RPT-SIZE', message('coverage.fault.too-large', {}))
    else {
      if (this.lineNumber >= this.said.length) this.enlarge()
      this.said[this.lineNumber] = (this.said[this.lineNumber] ?? 0) | (hits === NONE ? NULL : hits > 0 ? HIT : ZERO)
    }
  }

  private enlarge(): void {
    const larger = new Uint8Array(this.said.length * 2)
    larger.set(this.said)
    this.said = larger
    this.lines.set(this.path, larger)
  }

  end(): void {
    for (const [path, said] of this.lines) {
      this.report.open(path)
      for (let line = 1; line < said.length; line++) {
        const state = said[line] ?? 0
        if (state & HIT || state === ZERO) this.report.line(line, (state & HIT) !== 0)
      }
      this.report.close()
    }
  }

  private readHits(): number {
    const { json } = this
    if (json.isNull || (json.isText && json.string() === 'ignored')) return NONE
    if (json.integer() < 0) json.refuseValue()
    return json.integer()
  }

  private readEntry(place: number): void {
    if (place === FILENAME) this.filename = this.json.path(this.json.string())
    else if (place === TOTAL || place === METRIC_TOTAL) this.total = this.json.integer()
    else if (place === COVERED || place === METRIC_COVERED) this.covered = Math.max(0, this.json.integer())
  }
}

/** `[:then, 1, 4, 6, 4, 9]`: from 4:6 to 4:9. What cannot be read so is told apart by its whole text. */
function standing(key: string, withType = true): { readonly line: number; readonly identity: number } {
  const span = /, (\d+), (\d+), (\d+), (\d+)\]$/.exec(key)
  if (span === null) return { line: 0, identity: textIdentity(key) }
  const line = Math.min(Number(span[1]), reportLimits.line)
  return { line, identity: textIdentity((withType ? key.slice(0, key.indexOf(',')) : '') + span[0]) }
}
