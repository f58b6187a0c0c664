import { message, type Ratio } from '../../locales/message.ts'
import { branchIdentityOf, type ReportBuilder, reportLimits } from '../builder.ts'
import { latin1 } from '../bytes.ts'
import type { CoverageFormat } from '../format.ts'
import type { JsonTokens } from '../json.ts'
import { type JsonHandler, jsonReader } from '../json-reader.ts'
import type { Claims } from '../model.ts'

/**
 * `llvm-cov export` (versions 2 and 3), also of Swift and Rust, with or without `-summary-only`, `-skip-functions`:
 *
 *     { type: "llvm.coverage.json.export",
 *       data: [ { files: [ { filename,
 *                            segments:   [ [line, column, count, has count, is region entry, is gap] ],
 *                            branches:   [ [line, column, end line, end column, taken true, taken false, …] ],
 *                            expansions: [ { source_region: [line, column, …], branches } ],
 *                            summary:    { lines: {count, covered}, functions: …, branches: … } } ],
 *                 functions: [ { filenames, count, regions: [ [line, column, …] ] } ],
 *                 totals: { lines: {count, covered} } } ] }
 *
 * A segment lasts until the next one. As in llvm-cov, a line is executable when a counted region enters on it or lasts
 * from a line before, unless the line begins with a region that is skipped; it is covered when the region from before or
 * one that enters, gaps apart, was counted above 0. Branches in macros belong to the line that uses the macro. Functions
 * go by their start: instances of a template are one, and what the report's files do not list is left out.
 *
 * llvm-cov's own totals add up the lines of functions: a line in two of them (lambdas) counts twice, one in none not at
 * all. They are claims; a file's are counted only where it has no segments.
 */
export const llvmCov: CoverageFormat = {
  id: 'llvm-cov',
  title: 'llvm-cov JSON',
  writtenBy: 'llvm-cov export, swift test --enable-code-coverage, cargo llvm-cov --json',
  places: ['coverage/llvm-cov.json', '.build/*/*/codecov/*.json'],
  counts: ['branches', 'functions'],
  detect: head => {
    const text = latin1(head)
    return (
      /^\{\s*"data"\s*:\s*\[\s*\{\s*"(?:files|functions|totals)"\s*:/.test(text) ||
      (text.startsWith('{') && text.includes('"llvm.coverage.json.export"'))
    )
  },
  reader: () => jsonReader(places, (json, report) => new LlvmFiles(json, report)),
}

const places = [
  'data[]',
  'data[].files[]',
  'data[].files[].filename',
  'data[].files[].segments',
  'data[].files[].segments[]',
  'data[].files[].segments[][]',
  'data[].files[].branches[]',
  'data[].files[].branches[][]',
  'data[].files[].expansions[]',
  'data[].files[].expansions[].source_region',
  'data[].files[].expansions[].source_region[]',
  'data[].files[].expansions[].branches[]',
  'data[].files[].expansions[].branches[][]',
  'data[].files[].summary.lines.covered',
  'data[].files[].summary.lines.count',
  'data[].files[].summary.branches.covered',
  'data[].files[].summary.branches.count',
  'data[].files[].summary.functions.covered',
  'data[].files[].summary.functions.count',
  'data[].functions[]',
  'data[].functions[].name',
  'data[].functions[].count',
  'data[].functions[].filenames[]',
  'data[].functions[].regions[]',
  'data[].functions[].regions[][]',
  'data[].totals.lines.covered',
  'data[].totals.lines.count',
] as const
const [DATA, FILE, PATH, SEGMENTS, SEGMENT, IN_SEGMENT, BRANCH, IN_BRANCH] = [0, 1, 2, 3, 4, 5, 6, 7]
const [EXPANSION, SOURCE, IN_SOURCE, NESTED_BRANCH, IN_NESTED_BRANCH] = [8, 9, 10, 11, 12]
const [SUMMARY, SUMMARY_END] = [13, 18]
const [FUNCTION, NAME, FUNCTION_COUNT, FUNCTION_FILE, REGION, IN_REGION] = [19, 20, 21, 22, 23, 24]
const [TOTAL_COVERED, TOTAL] = [25, 26]

/** Of a segment, beside its line. */
const flags = 16
const HIT = 8
const COUNTED = 4
const ENTRY = 2
const GAP = 1

const identities = 2 ** 29
const nestedLimit = 65_536

class LlvmFiles implements JsonHandler {
  private readonly json: JsonTokens
  private readonly report: ReportBuilder
  private total = 0
  private covered = 0

  /** Of the current file, which may say its name last. */
  private path = ''
  private hasSegments = false
  /** Line and flags of each. */
  private segments: number[] = []
  /** Line, identity and, in the lowest bit, whether it was taken. */
  private branches: number[] = []
  /** In the order of the places; -1: not there. */
  private readonly summary = [-1, -1, -1, -1, -1, -1]

  /** Files of the current export, and its functions by file. */
  private readonly listed = new Set<string>()
  private readonly functions = new Map<string, number[]>()
  private file = ''
  private name = 0
  private start = -1
  private count = -1

  /** Numbers of the current list, and where it stands in the file. */
  private fields: number[] = []
  private segmentFlags = 0
  private lastLine = 0
  private source: number[] = []
  private nested: number[][] = []
  private readonly where = new Int32Array(7)
  private readonly whereBytes = new Uint8Array(this.where.buffer)

  constructor(json: JsonTokens, report: ReportBuilder) {
    this.json = json
    this.report = report
  }

  get claims(): Claims {
    return this.total > 0 ? { total: this.total, rate: this.covered / this.total } : {}
  }

  open(place: number): void {
    if (place === SEGMENT || place === BRANCH || place === NESTED_BRANCH || place === SOURCE || place === REGION) {
      this.fields = []
      this.segmentFlags = 0
    } else if (place === FILE) this.openFile()
    else if (place === SEGMENTS) this.hasSegments = true
    else if (place === EXPANSION) {
      this.source = []
      this.nested = []
    } else if (place === FUNCTION) {
      this.file = ''
      this.name = 0
      this.start = -1
      this.count = -1
    }
  }

  value(place: number): void {
    const { json } = this
    if (place === IN_SEGMENT) this.readSegmentField()
    else if (place === IN_BRANCH || place === IN_NESTED_BRANCH || place === IN_SOURCE || place === IN_REGION)
      this.addField(this.whole())
    else if (place === PATH) this.path = json.path(json.string())
    else if (place >= SUMMARY && place <= SUMMARY_END) this.summary[place - SUMMARY] = this.whole()
    else if (place === NAME) this.name = json.identity()
    else if (place === FUNCTION_COUNT) this.count = this.whole()
    else if (place === FUNCTION_FILE && this.file === '') this.file = json.path(json.string())
    else if (place === TOTAL) this.total += this.whole()
    else if (place === TOTAL_COVERED) this.covered += this.whole()
  }

  close(place: number): void {
    if (place === SEGMENT) this.closeSegment()
    else if (place === BRANCH) this.addBranch(this.fields, 0, 0)
    else if (place === NESTED_BRANCH) this.addNested()
    else if (place === SOURCE) this.source = this.fields
    else if (place === EXPANSION) this.closeExpansion()
    else if (place === FILE) this.closeFile()
    else if (place === REGION) this.closeRegion()
    else if (place === FUNCTION) this.closeFunction()
    else if (place === DATA) this.closeData()
  }

  private readSegmentField(): void {
    const index = this.fields.length
    if (index >= 3 && index < 6 && this.json.boolean()) this.segmentFlags |= COUNTED >> (index - 3)
    this.addField(index === 0 ? this.sortedLine() : index < 3 ? this.whole() : 0)
  }

  /** No list of this kind is longer. */
  private addField(number: number): void {
    if (this.fields.length < 9) this.fields.push(number)
  }

  private sortedLine(): number {
    const line = this.json.integer()
    if (line < 1 || line > reportLimits.line || line < this.lastLine) this.json.refuseValue()
    this.lastLine = line
    return line
  }

  private whole(): number {
    const number = this.json.integer()
    if (number < 0) this.json.refuseValue()
    return number
  }

  private openFile(): void {
    this.path = ''
    this.hasSegments = false
    this.segments = []
    this.branches = []
    this.summary.fill(-1)
    this.lastLine = 0
  }

  /** Reports before version 2.0.1 have no gaps. */
  private closeSegment(): void {
    const [line = 0, , count = 0] = this.fields
    if (this.fields.length < 5) this.missing('segments[]')
    this.segments.push(line * flags + (count > 0 ? HIT : 0) + this.segmentFlags)
  }

  private addNested(): void {
    if (this.nested.length < nestedLimit) this.nested.push(this.fields)
    else this.json.refuse('RPT-SIZE', message('coverage.fault.too-large', {}))
  }

  private closeExpansion(): void {
    const [line = 0, column = 0] = this.source
    if (this.nested.length > 0 && this.source.length < 2) this.missing('source_region')
    for (const branch of this.nested) this.addBranch(branch, line, column)
  }

  /** `atLine`, `atColumn`: where the macro is used that it is in. */
  private addBranch(fields: readonly number[], atLine: number, atColumn: number): void {
    const [line = 0, column = 0, endLine = 0, endColumn = 0, taken = 0, untaken = 0, macro = 0] = fields
    const reported = atLine || line
    if (fields.length < 6) this.missing('branches[]')
    else if (reported < 1 || reported > reportLimits.line)
      this.json.refuse(
        'RPT-VALUE',
        message('coverage.fault.json.value', { key: 'branches[]', value: fields.join(',').slice(0, 60) }),
      )
    this.where.set([line, column, endLine, endColumn, atColumn, atLine && macro, 0])
    this.addMark(reported, taken)
    this.where[6] = 1
    this.addMark(reported, untaken)
  }

  private addMark(line: number, taken: number): void {
    const identity = branchIdentityOf(this.whereBytes, 0, this.whereBytes.length)
    this.branches.push((line * identities + identity) * 2 + Math.min(1, taken))
  }

  private closeFile(): void {
    if (this.path === '') this.missing('filename')
    const isSummary = !this.hasSegments
    if (isSummary && this.summary[1] === -1) this.missing('segments')
    if (this.json.problem) return
    this.listed.add(this.path)
    this.report.open(this.path)
    if (isSummary) this.report.counts({ lines: this.ratio(0), branches: this.ratio(2), functions: this.ratio(4) })
    this.countLines()
    for (const mark of this.branches) {
      const branch = Math.floor(mark / 2)
      this.report.branch(Math.floor(branch / identities), branch % identities, mark % 2 === 1)
    }
    this.report.close()
  }

  /** Of the numbers at two places. */
  private ratio(at: number): Ratio {
    const [covered = 0, total = 0] = this.summary.slice(at, at + 2).map(number => Math.max(0, number))
    const key = places[SUMMARY + at]?.split('.').slice(-2).join('.') ?? ''
    if (covered > total)
      this.json.refuse('RPT-VALUE', message('coverage.fault.json.value', { key, value: `${covered}` }))
    return { covered, total }
  }

  private countLines(): void {
    const { segments } = this
    let lasting = 0
    let behind = 0
    for (let at = 0; at < segments.length; ) {
      const first = segments[at] ?? 0
      const line = Math.floor(first / flags)
      if (lasting & COUNTED && line > behind) this.report.lines(behind, line - 1, (lasting & HIT) !== 0)
      let isEntered = false
      let isHit = (lasting & HIT) !== 0
      let last = 0
      for (; at < segments.length && Math.floor((segments[at] ?? 0) / flags) === line; at++) {
        last = (segments[at] ?? 0) % flags
        if ((last & (ENTRY | COUNTED)) !== (ENTRY | COUNTED)) continue
        isEntered = true
        if ((last & (HIT | GAP)) === HIT) isHit = true
      }
      const isSkipped = (first & (ENTRY | COUNTED)) === ENTRY
      if (isEntered || (!isSkipped && (lasting & COUNTED) !== 0)) this.report.line(line, isHit)
      lasting = last
      behind = line + 1
    }
  }

  private closeRegion(): void {
    const [line = 0, column = 0] = this.fields
    if (this.start < 0 && this.fields.length > 1) this.start = (line % 2 ** 26) * 2 ** 26 + (column % 2 ** 26)
  }

  private closeFunction(): void {
    if (this.file === '' || this.count < 0) this.missing(this.file === '' ? 'filenames' : 'count')
    const marks = this.functions.get(this.file) ?? []
    marks.push(this.start < 0 ? this.name : this.start, Math.min(1, this.count))
    this.functions.set(this.file, marks)
  }

  private closeData(): void {
    for (const [path, marks] of this.functions) {
      if (!this.listed.has(path)) continue
      this.report.open(path)
      for (let at = 0; at < marks.length; at += 2) this.report.function(marks[at] ?? 0, marks[at + 1] === 1)
      this.report.close()
    }
    this.functions.clear()
    this.listed.clear()
  }

  private missing(key: string): void {
    this.json.refuse('RPT-VALUE', message('coverage.fault.json.missing', { key }))
  }
}
