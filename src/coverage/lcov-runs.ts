import { Identity, type ReportBuilder, reportLimits } from './builder.ts'

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const COMMA = 0x2c
const COLON = 0x3a
const MINUS = 0x2d
const ZERO = 0x30
const NINE = 0x39
const [A, B, D, F, H, L, N, R] = [0x41, 0x42, 0x44, 0x46, 0x48, 0x4c, 0x4e, 0x52]

/**
 * Reads the lines of a tracefile that are nearly all of it, run after run: `DA`, `BRDA` with numbers, `FN` without the
 * function's end, `FNDA`, and the summaries. Each method takes one kind from `start` on and stops at the first line that
 * is anything else, odd or broken: that one is for `LcovReader`, which knows the whole grammar. One loop for each kind,
 * over bytes: this is what reading a big report costs.
 */
export class LcovRuns {
  private readonly report: ReportBuilder
  private readonly name = new Identity()
  /** Lines read so far. */
  lines = 0
  found = 0
  hit = 0

  constructor(report: ReportBuilder) {
    this.report = report
  }

  /** Where the first line starts that is not read, or `end`. The byte before `end` ends a line. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const key = bytes[start]
    const third = bytes[start + 2]
    if (key === D) return this.readHits(bytes, start, end)
    if (key === B && third === D) return this.readBranches(bytes, start, end)
    if (key === F && (third === COLON || third === D)) return this.readFunctions(bytes, start, end)
    if (key === L) return this.readSummary(bytes, start, start)
    if (key === B || key === F) return this.readSummary(bytes, start, start + 1)
    return start
  }

  /** `DA:<line>,<hits>` */
  private readHits(bytes: Uint8Array, start: number, end: number): number {
    const { report } = this
    let lines = 0
    let next = start
    while (next < end && !report.overflow && bytes[next] === D && bytes[next + 1] === A && bytes[next + 2] === COLON) {
      let at = next + 3
      let line = 0
      let byte = bytes[at] ?? 0
      while (byte >= ZERO && byte <= NINE) {
        line = line * 10 + byte - ZERO
        byte = bytes[++at] ?? 0
      }
      if (byte !== COMMA || line === 0 || line > reportLimits.line) break
      const hits = ++at
      let any = 0
      byte = bytes[at] ?? 0
      while (byte >= ZERO && byte <= NINE) {
        any |= byte - ZERO
        byte = bytes[++at] ?? 0
      }
      if (at === hits) break
      if (byte === CR) byte = bytes[++at] ?? 0
      if (byte !== LF) break
      report.line(line, any !== 0)
      lines++
      next = at + 1
    }
    this.lines += lines
    return next
  }

  /** `BRDA:<line>,<block>,<branch>,<taken>`; block and branch below 2¹⁴, which are their own identity. */
  private readBranches(bytes: Uint8Array, start: number, end: number): number {
    const { report } = this
    let lines = 0
    let next = start
    while (next < end && !report.overflow && bytes[next] === B && bytes[next + 1] === R && bytes[next + 2] === D) {
      if (bytes[next + 3] !== A || bytes[next + 4] !== COLON) break
      let at = next + 5
      let line = 0
      let byte = bytes[at] ?? 0
      while (byte >= ZERO && byte <= NINE) {
        line = line * 10 + byte - ZERO
        byte = bytes[++at] ?? 0
      }
      if (byte !== COMMA || line === 0 || line > reportLimits.line) break
      const block = ++at
      let first = 0
      byte = bytes[at] ?? 0
      while (byte >= ZERO && byte <= NINE) {
        first = first * 10 + byte - ZERO
        byte = bytes[++at] ?? 0
      }
      if (byte !== COMMA || at === block || first >= 0x4000) break
      const branch = ++at
      let second = 0
      byte = bytes[at] ?? 0
      while (byte >= ZERO && byte <= NINE) {
        second = second * 10 + byte - ZERO
        byte = bytes[++at] ?? 0
      }
      if (byte !== COMMA || at === branch || second >= 0x4000) break
      const taken = ++at
      let any = 0
      byte = bytes[at] ?? 0
      if (byte === MINUS) byte = bytes[++at] ?? 0
      else
        while (byte >= ZERO && byte <= NINE) {
          any |= byte - ZERO
          byte = bytes[++at] ?? 0
        }
      if (at === taken) break
      if (byte === CR) byte = bytes[++at] ?? 0
      if (byte !== LF) break
      report.branch(line, first * 0x4000 + second, any !== 0)
      lines++
      next = at + 1
    }
    this.lines += lines
    return next
  }

  /** `FN:<line>,<name>` and `FNDA:<hits>,<name>`; a digit behind the first comma of `FN` may be the end line. */
  private readFunctions(bytes: Uint8Array, start: number, end: number): number {
    const { report } = this
    let lines = 0
    let next = start
    while (next < end && !report.overflow && bytes[next] === F && bytes[next + 1] === N) {
      const isHits = bytes[next + 2] === D && bytes[next + 3] === A
      let at = isHits ? next + 4 : next + 2
      if (bytes[at] !== COLON) break
      const number = ++at
      let any = 0
      let byte = bytes[at] ?? 0
      while (byte >= ZERO && byte <= NINE) {
        any |= byte - ZERO
        byte = bytes[++at] ?? 0
      }
      if (byte !== COMMA || at === number) break
      const name = ++at
      byte = bytes[at] ?? 0
      if (!isHits && byte >= ZERO && byte <= NINE) break
      at = this.name.reset().addText(bytes, name)
      if (bytes[at - 1] === SPACE) break
      if (bytes[at] === CR) at++
      if (bytes[at] !== LF) break
      report.function(this.name.value, isHits && any !== 0)
      lines++
      next = at + 1
    }
    this.lines += lines
    return next
  }

  /** `LF`, `LH`, and those of functions and branches, which nobody asks for. `key`: where the last two letters are. */
  private readSummary(bytes: Uint8Array, start: number, key: number): number {
    const kind = bytes[key + 1]
    if (bytes[key + 2] !== COLON || (kind !== F && kind !== H)) return start
    let at = key + 3
    let claim = 0
    let byte = bytes[at] ?? 0
    while (byte >= ZERO && byte <= NINE) {
      claim = claim * 10 + byte - ZERO
      byte = bytes[++at] ?? 0
    }
    if (byte === CR) byte = bytes[++at] ?? 0
    if (byte !== LF || at - key > 15) return start
    if (key === start && kind === F) this.found += claim
    else if (key === start) this.hit += claim
    this.lines++
    return at + 1
  }
}
