import {
  type Claims,
  type CoverageReport,
  distinctMarks,
  type FileCoverage,
  type Marks,
  mergeCounts,
  type Totals,
} from './model.ts'

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

interface OpenFile {
  /** Segment of the line arena. */
  base: number
  limit: number
  /** Pairs of start and end in the mark lists; one pair for each time that the report came back to the file. */
  readonly branchRuns: number[]
  readonly functionRuns: number[]
  counts?: Totals
}

/**
 * Collects a report file by file. A file opened again continues, so that its records are united whatever their order.
 * All line states lie in one growing array: reading 200 MB allocates a few large blocks and no object per line.
 */
export class ReportBuilder {
  private readonly files = new Map<string, OpenFile>()
  private arena: Uint8Array<ArrayBuffer> = new Uint8Array(1 << 14)
  private top = 0
  private readonly branches = new MarkList()
  private readonly functions = new MarkList()
  private current: OpenFile = { base: 0, limit: 0, branchRuns: [], functionRuns: [] }
  private spread = 0
  /** A limit was passed; the report must be refused as too large. */
  overflow = false

  get fileCount(): number {
    return this.files.size
  }

  open(path: string): void {
    const known = this.files.get(path)
    const file = known ?? { base: this.top, limit: this.top, branchRuns: [], functionRuns: [] }
    if (known === undefined) this.files.set(path, file)
    if (this.files.size > reportLimits.files) this.overflow = true
    file.branchRuns.push(this.branches.length)
    file.functionRuns.push(this.functions.length)
    this.current = file
  }

  /** `line` within 1 and `reportLimits.line`: readers refuse others with their place. */
  line(line: number, covered: boolean): void {
    const at = this.current.base + (line >>> 2)
    if (at < this.current.limit) this.arena[at] = (this.arena[at] ?? 0) | ((covered ? 3 : 1) << ((line & 3) << 1))
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
    if (!this.branches.push((line * 0x20000000 + identity) * 2 + (taken ? 1 : 0))) this.overflow = true
  }

  /** For formats that say how many branches of a line were taken, not which. */
  countedBranches(line: number, taken: number, total: number): void {
    for (let branch = 0; branch < total; branch++) this.branch(line, branch, branch < taken)
  }

  function(identity: number, called: boolean): void {
    if (!this.functions.push(identity * 2 + (called ? 1 : 0))) this.overflow = true
  }

  /** For formats that only give totals of a file. */
  counts(counts: Totals): void {
    this.current.counts = mergeCounts(this.current.counts, counts)
  }

  close(): void {
    this.branches.endRun(this.current.branchRuns)
    this.functions.endRun(this.current.functionRuns)
  }

  build(sources: readonly string[], claims: Claims): CoverageReport {
    const files = new Map<string, FileCoverage>()
    for (const [path, file] of this.files)
      files.set(path, {
        lines: this.arena.subarray(file.base, file.limit),
        branches: this.branches.distinct(file.branchRuns),
        functions: this.functions.distinct(file.functionRuns),
        ...(file.counts === undefined ? {} : { counts: file.counts }),
      })
    return { files, sources, claims }
  }

  /** A long range, whole bytes at a time. */
  private fillLines(first: number, last: number, covered: boolean): void {
    const start = first + (-first & 3)
    const end = last & ~3
    for (let line = last; line >= end; line--) this.line(line, covered)
    for (let line = first; line < start; line++) this.line(line, covered)
    const { arena, current } = this
    const from = current.base + (start >>> 2)
    const to = current.base + (end >>> 2)
    if (covered) arena.fill(0xff, from, to)
    else for (let at = from; at < to; at++) arena[at] = (arena[at] ?? 0) | 0x55
  }

  /** Makes the current file's segment `needed` bytes: in place while it is the last one, else moved and doubled. */
  private grow(needed: number): boolean {
    const file = this.current
    const isLast = file.limit === this.top
    const base = isLast ? file.base : this.top
    const limit = base + (isLast ? needed : Math.max(needed, 2 * (file.limit - file.base)))
    if (limit > reportLimits.lineBytes) {
      this.overflow = true
      return false
    }
    this.reserve(limit)
    if (!isLast) this.arena.copyWithin(base, file.base, file.limit)
    file.base = base
    file.limit = limit
    this.top = limit
    return true
  }

  private reserve(bytes: number): void {
    if (bytes <= this.arena.length) return
    const larger = new Uint8Array(Math.max(bytes, this.arena.length * 2))
    larger.set(this.arena)
    this.arena = larger
  }
}

class MarkList {
  private marks = new Float64Array(1 << 8)
  length = 0

  push(mark: number): boolean {
    if (this.length === reportLimits.marks) return false
    if (this.length === this.marks.length) {
      const larger = new Float64Array(this.marks.length * 2)
      larger.set(this.marks)
      this.marks = larger
    }
    this.marks[this.length++] = mark
    return true
  }

  /** Closes the last run, which ends the list, and keeps one of each mark in it. */
  endRun(runs: number[]): void {
    const start = runs.at(-1) ?? 0
    this.length = start + distinctMarks(this.marks.subarray(start, this.length)).length
    runs.push(this.length)
  }

  distinct(runs: readonly number[]): Marks {
    const [start = 0, end = 0] = runs
    if (runs.length <= 2) return this.marks.subarray(start, end)
    const pieces: number[] = []
    for (let at = 0; at < runs.length; at += 2) {
      const last = runs[at + 1] ?? 0
      for (let index = runs[at] ?? 0; index < last; index++) pieces.push(this.marks[index] ?? 0)
    }
    return distinctMarks(Float64Array.from(pieces))
  }
}

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
