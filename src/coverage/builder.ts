import { MarkList } from './marks.ts'
import { type Claims, type CoverageReport, mergeCounts, type Totals } from './model.ts'
import { Store, StoredFile } from './store.ts'

/**
 * Beyond these a report is refused, never cut. `lineBytes` holds 512 million lines; `spread` is how many lines ranges
 * may name in all, so that a short report cannot keep a reader busy.
 */
export const reportLimits = {
  line: (1 << 23) - 1,
  files: 250_000,
  lineBytes: 1 << 27,
  spread: 2 ** 31,
  marks: 1 << 25,
  path: 4096,
} as const

/**
 * Collects a report file by file. A file opened again continues, so that its records are united whatever their order.
 * Reading 200 MB allocates some blocks and little more than a name for each file: line states lie side by side, marks
 * are packed as soon as a file is closed.
 */
export class ReportBuilder {
  private readonly files = new Map<string, StoredFile>()
  private readonly store = new Store()
  private readonly branches = new MarkList(reportLimits.marks)
  private readonly functions = new MarkList(reportLimits.marks)
  private current = new StoredFile(this.store)
  /** Where the states of the current file are. */
  private states = this.current.states
  private base = 0
  private limit = 0
  private lineBytes = 0
  private marks = 0
  private spread = 0
  /** A limit was passed; the report must be refused as too large. */
  overflow = false

  get fileCount(): number {
    return this.files.size
  }

  open(path: string): void {
    const known = this.files.get(path)
    const file = known ?? new StoredFile(this.store)
    if (known === undefined) this.files.set(path, file)
    if (this.files.size > reportLimits.files) this.overflow = true
    this.current = file
    this.states = file.states
    this.base = file.base
    this.limit = file.limit
  }

  /** `line` within 1 and `reportLimits.line`: readers refuse others with their place. */
  line(line: number, covered: boolean): void {
    const at = this.base + (line >>> 2)
    if (at < this.limit) this.states[at] = (this.states[at] ?? 0) | ((covered ? 3 : 1) << ((line & 3) << 1))
    else if (this.grow((line >>> 2) + 1)) this.line(line, covered)
  }

  /** All lines from `first` to `last`, which is not before it. */
  lines(first: number, last: number, covered: boolean): void {
    this.spread += last - first
    if (this.spread > reportLimits.spread) this.overflow = true
    else if (last - first > 64) this.fillLines(first, last, covered)
    else for (let line = first; line <= last; line++) this.line(line, covered)
  }

  /** `identity`: 29 bits that tell the branches of one line apart; see `branchIdentity`. */
  branch(line: number, identity: number, taken: boolean): void {
    if (!this.branches.push(line, identity * 2 + (taken ? 1 : 0))) this.overflow = true
  }

  /** For formats that say how many branches of a line were taken, not which. */
  countedBranches(line: number, taken: number, total: number): void {
    for (let branch = 0; branch < total; branch++) this.branch(line, branch, branch < taken)
  }

  /** `identity`: 52 bits; see `identityOf`. */
  function(identity: number, called: boolean): void {
    const upper = Math.floor(identity / 0x20000000)
    const lower = identity - upper * 0x20000000
    if (!this.functions.pushOrMeet(upper, lower * 2 + (called ? 1 : 0))) this.overflow = true
  }

  /** For formats that only give totals of a file. */
  counts(counts: Totals): void {
    this.current.counts = mergeCounts(this.current.counts, counts)
  }

  close(): void {
    this.keepStates()
    const marks = this.branches.length + this.functions.length
    this.marks += marks
    if (this.marks > reportLimits.marks) this.overflow = true
    if (marks > 0) this.current.keepMarks(this.branches, this.functions)
  }

  build(sources: readonly string[], claims: Claims): CoverageReport {
    return { files: this.files, sources, claims }
  }

  /** A long range, whole bytes at a time. */
  private fillLines(first: number, last: number, covered: boolean): void {
    const start = first + (-first & 3)
    const end = last & ~3
    for (let line = last; line >= end; line--) this.line(line, covered)
    for (let line = first; line < start; line++) this.line(line, covered)
    const { states } = this
    const from = this.base + (start >>> 2)
    const to = this.base + (end >>> 2)
    if (covered) states.fill(0xff, from, to)
    else for (let at = from; at < to; at++) states[at] = (states[at] ?? 0) | 0x55
  }

  /** Makes room for `needed` bytes of states and some more: in place for the last file of the block, others move. */
  private grow(needed: number): boolean {
    const { states, base, limit } = this
    const { lineStates } = this.store
    if (this.lineBytes + needed > reportLimits.lineBytes) {
      this.overflow = true
      return false
    }
    if (states === lineStates.bytes && limit === lineStates.top) lineStates.top = base
    this.limit = lineStates.take(Math.max(needed + spareStates, 2 * (limit - base)))
    this.base = lineStates.top
    this.states = lineStates.bytes
    lineStates.top = this.limit
    const isMoved = this.states !== states || this.base !== base
    if (isMoved && limit > base) this.states.set(states.subarray(base, limit), this.base)
    return true
  }

  /** A file that was opened for the first time gives back what it did not need; others will grow again. */
  private keepStates(): void {
    const { current, states, base } = this
    const { lineStates } = this.store
    const isInPlace = states === current.states && base === current.base
    if (isInPlace && this.limit === current.limit) return
    if (current.limit === 0 && this.limit === lineStates.top) {
      while (this.limit > base && states[this.limit - 1] === 0) this.limit--
      lineStates.top = this.limit
    }
    this.lineBytes += this.limit - (isInPlace ? current.limit : base)
    current.keepStates(base, this.limit)
  }
}

/** Spared, the states of 256 lines ask for room once. */
const spareStates = 64

/**
 * 52 bits that identify some bytes: enough that two of the thousands of branches in a file meet by accident about once
 * in 10¹⁰ files. `seed` sets apart what precedes them. Two FNV-1a sums with different primes.
 */
export function identityOf(bytes: Uint8Array, start: number, end: number, seed = 0): number {
  let high = 0x811c9dc5 ^ seed
  let low = 0x9e3779b9 ^ Math.imul(seed, 0x85ebca6b)
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    high = Math.imul(high ^ byte, 0x01000193)
    low = Math.imul(low ^ byte, 0x01000197)
  }
  return mix(high) * 0x100000 + (mix(low) >>> 12)
}

/** The same for several ranges of bytes, of which the first may be common to many. */
export class Identity {
  private high = 0x811c9dc5
  private low = 0x9e3779b9

  /** Starts again, where another one is now. */
  reset(from?: Identity): this {
    this.high = from?.high ?? 0x811c9dc5
    this.low = from?.low ?? 0x9e3779b9
    return this
  }

  /** Whether all of it was ASCII. */
  add(bytes: Uint8Array, start: number, end: number): boolean {
    let { high, low } = this
    let all = 0
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0
      all |= byte
      high = Math.imul(high ^ byte, 0x01000193)
      low = Math.imul(low ^ byte, 0x01000197)
    }
    this.high = high
    this.low = low
    return all < 0x80
  }

  /** Adds up to the first control character, and tells where that is. There is one. */
  addText(bytes: Uint8Array, start: number): number {
    let { high, low } = this
    let at = start
    for (let byte = bytes[at] ?? 0; byte >= 0x20; byte = bytes[++at] ?? 0) {
      high = Math.imul(high ^ byte, 0x01000193)
      low = Math.imul(low ^ byte, 0x01000197)
    }
    this.high = high
    this.low = low
    return at
  }

  /** Between two ranges, so that it matters where one ends. */
  separate(): void {
    this.high = Math.imul(this.high ^ 0x0a, 0x01000193)
    this.low = Math.imul(this.low ^ 0x0a, 0x01000197)
  }

  get value(): number {
    return mix(this.high) * 0x100000 + (mix(this.low) >>> 12)
  }
}

export function textIdentity(text: string): number {
  const bytes = new TextEncoder().encode(text)
  return identityOf(bytes, 0, bytes.length)
}

/**
 * 29 bits for the branch of a line that a format names by two numbers ≥ 0 (block and branch, start and end column):
 * exact below 2¹⁴, else mixed.
 */
export function branchIdentity(first: number, second: number): number {
  if (first < 0x4000 && second < 0x4000) return first * 0x4000 + second
  return branchNamed(Math.imul(first ^ 0x811c9dc5, 0x01000193) ^ Math.imul(second, 0x85ebca6b))
}

/** 29 bits for the branch of a line that a format names by some bytes; numbers with a comma between give the pair's. */
export function branchIdentityOf(bytes: Uint8Array, start: number, end: number): number {
  let first = -1
  let number = 0
  let hash = 0x811c9dc5
  let isPair = end - start < 12
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    hash = Math.imul(hash ^ byte, 0x01000193)
    if (byte >= 0x30 && byte <= 0x39) number = number * 10 + byte - 0x30
    else if (byte === 0x2c && first < 0) {
      first = number
      number = 0
    } else isPair = false
  }
  return isPair && first >= 0 ? branchIdentity(first, number) : branchNamed(hash)
}

/** Apart from the identities of small pairs. */
const branchNamed = (hash: number): number => 0x10000000 + (mix(hash) & 0xfffffff)

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
