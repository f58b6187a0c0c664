import type { Ratio } from '../locales/message.ts'

/**
 * What a report says about the lines of one file: two bits a line, four lines a byte, line 1 at bits 2–3 of byte 0.
 * Bit 0 of a pair: executable; bit 1: covered (never without bit 0). The union of two reports is their bitwise or.
 */
export type LineStates = Uint8Array

/**
 * Branches or functions: one number each, sorted, unique in all but the lowest bit. The upper 52 bits identify it
 * within its file, the lowest says whether it was taken. Two reports in one format agree on identities. The identity of
 * a branch is its line (23 bits) and what tells it apart on that line (29 bits), so branches are sorted by line.
 */
export type Marks = Float64Array

/** What a mark of a branch holds besides its line: 29 bits of identity and one for taken. */
export const marksPerLine = 2 ** 30

/**
 * What is known about one file. A class for the compiler only, which then refuses `{ ...file }`: that would lose what
 * the builder's files unpack when they are asked for it. Objects with these properties are files as well.
 */
export declare abstract class FileCoverage {
  abstract get lines(): LineStates
  abstract get branches(): Marks
  abstract get functions(): Marks
  /** Only totals are known (summaries): they count where there is no line record, and no changed line can be judged. */
  readonly counts?: Totals
  /** What `countRecords` gives, where that is known without unpacking. */
  counted?(): Totals
}

/** Files by path, as reported or as in the repository. */
export type CoveredFiles = ReadonlyMap<string, FileCoverage>

export interface CoverageReport {
  /** By path exactly as the report writes it. Also files without an executable line. */
  readonly files: CoveredFiles
  /** Roots that the report names for its relative paths (Cobertura `<source>`), as written. */
  readonly sources: readonly string[]
  /** The report's own summary, to compare with; never counted. */
  readonly claims: Claims
}

export interface Claims {
  /** 0 to 1. */
  readonly rate?: number
  readonly total?: number
}

export interface Totals {
  readonly lines: Ratio
  readonly branches: Ratio
  readonly functions: Ratio
}

export type LineState = 'none' | 'uncovered' | 'covered'

/** `line` is 1-based; beyond the last reported line: `none`. */
export function lineState(lines: LineStates, line: number): LineState {
  const pair = ((lines[line >>> 2] ?? 0) >>> ((line & 3) << 1)) & 3
  return pair === 0 ? 'none' : pair === 1 ? 'uncovered' : 'covered'
}

/** The same with these lines uncovered; lines that are not executable stay so. */
export function clearCovered(lines: LineStates, uncovered: readonly number[]): LineStates {
  const cleared = lines.slice()
  for (const line of uncovered) {
    const at = line >>> 2
    if (at < cleared.length) cleared[at] = (cleared[at] ?? 0) & ~(2 << ((line & 3) << 1))
  }
  return cleared
}

export const withLines = ({ branches, functions, counts }: FileCoverage, lines: LineStates): FileCoverage => ({
  lines,
  branches,
  functions,
  ...(counts && { counts }),
})

/** The last executable line, 0 when there is none. */
export function lastLine(lines: LineStates): number {
  let at = lines.length - 1
  while (at >= 0 && lines[at] === 0) at--
  if (at < 0) return 0
  return at * 4 + ((31 - Math.clz32(lines[at] ?? 0)) >>> 1)
}

/** Executable and covered lines of a byte of states. */
const executableIn = Uint8Array.from({ length: 256 }, (_, byte) => bits(byte & 0b01010101))
const coveredIn = Uint8Array.from({ length: 256 }, (_, byte) => bits(byte & 0b10101010))

function bits(byte: number): number {
  let count = 0
  for (let rest = byte; rest > 0; rest >>>= 1) count += rest & 1
  return count
}

/** From the byte at `start` to before the one at `end`. */
export function countLines(lines: LineStates, start = 0, end = lines.length): Ratio {
  let covered = 0
  let total = 0
  for (let at = start; at < end; at++) {
    const byte = lines[at] ?? 0
    covered += coveredIn[byte] ?? 0
    total += executableIn[byte] ?? 0
  }
  return { covered, total }
}

export function countMarks(marks: Marks): Ratio {
  let covered = 0
  for (const mark of marks) covered += mark - Math.floor(mark / 2) * 2
  return { covered, total: marks.length }
}

/** Totals of one file from its smallest records; what only a summary says counts where it has none. */
export function countFile(file: FileCoverage): Totals {
  const counted = file.counted?.() ?? countRecords(file)
  return file.counts === undefined || counted.lines.total > 0 ? counted : file.counts
}

export const countRecords = ({ lines, branches, functions }: FileCoverage): Totals => ({
  lines: countLines(lines),
  branches: countMarks(branches),
  functions: countMarks(functions),
})

/** Totals over all files, counted from the smallest records. */
export function totals(files: CoveredFiles): Totals {
  const lines = { covered: 0, total: 0 }
  const branches = { covered: 0, total: 0 }
  const functions = { covered: 0, total: 0 }
  for (const file of files.values()) {
    const counted = countFile(file)
    lines.covered += counted.lines.covered
    lines.total += counted.lines.total
    branches.covered += counted.branches.covered
    branches.total += counted.branches.total
    functions.covered += counted.functions.covered
    functions.total += counted.functions.total
  }
  return { lines, branches, functions }
}

const noRatio: Ratio = { covered: 0, total: 0 }
const noTotals: Totals = { lines: noRatio, branches: noRatio, functions: noRatio }

const eachRatio = (a: Totals, b: Totals, join: (a: Ratio, b: Ratio) => Ratio): Totals => ({
  lines: join(a.lines, b.lines),
  branches: join(a.branches, b.branches),
  functions: join(a.functions, b.functions),
})

/** Lines that have a branch which no test took, ascending. */
export function linesWithUntakenBranch({ branches }: FileCoverage): readonly number[] {
  const lines: number[] = []
  for (const mark of branches) {
    const line = Math.floor(mark / marksPerLine)
    if (mark % 2 === 0 && lines.at(-1) !== line) lines.push(line)
  }
  return lines
}

/** Union: a line, branch or function is covered when any report covers it. Commutative, associative, idempotent. */
export function mergeFiles(a: CoveredFiles, b: CoveredFiles): CoveredFiles {
  const merged = new Map(a)
  for (const [path, file] of b) {
    const present = merged.get(path)
    merged.set(path, present === undefined ? file : mergeFile(present, file))
  }
  return merged
}

export function mergeFile(a: FileCoverage, b: FileCoverage): FileCoverage {
  return {
    lines: mergeLines(a.lines, b.lines),
    branches: mergeMarks(a.branches, b.branches),
    functions: mergeMarks(a.functions, b.functions),
    ...(a.counts || b.counts ? { counts: mergeCounts(a.counts, b.counts ?? a.counts ?? noTotals) } : {}),
  }
}

/** Two summaries do not say which lines they mean: the larger numbers are what the union has at least. */
export const mergeCounts = (a: Totals | undefined, b: Totals): Totals =>
  a === undefined ? b : eachRatio(a, b, largerRatio)

const largerRatio = (a: Ratio, b: Ratio): Ratio => ({
  covered: Math.max(a.covered, b.covered),
  total: Math.max(a.total, b.total),
})

function mergeLines(a: LineStates, b: LineStates): LineStates {
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a]
  const merged = longer.slice()
  for (let at = 0; at < shorter.length; at++) merged[at] = (merged[at] ?? 0) | (shorter[at] ?? 0)
  return merged
}

function mergeMarks(a: Marks, b: Marks): Marks {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const both = new Float64Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return distinctMarks(both)
}

/** Sorts in place and keeps one of each identity, taken if any is. The result is a view of the argument. */
export function distinctMarks(marks: Float64Array): Marks {
  if (marks.length < 2) return marks
  marks.sort()
  let kept = 0
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at] ?? 0
    const next = marks[at + 1]
    if (next !== undefined && next - (next % 2) === mark - (mark % 2)) continue
    marks[kept++] = mark
  }
  return marks.subarray(0, kept)
}

/**
 * Whether `ratio` reaches `percent`, in exact arithmetic on the decimal number that the policy's author wrote:
 * 79.996 % is not 80 %, and 7 of 10 is 70 %. Nothing of nothing reaches only 0.
 */
export function reaches(ratio: Ratio, percent: number): boolean {
  const { units, scale } = decimal(percent)
  if (ratio.total === 0) return units <= 0n
  return BigInt(ratio.covered) * 100n * scale >= units * BigInt(ratio.total)
}

/** Covered lines that `ratio` lacks to reach `percent`; 0 when it does. */
export function missingTo(ratio: Ratio, percent: number): number {
  const { units, scale } = decimal(percent)
  const divisor = 100n * scale
  const needed = (units * BigInt(ratio.total) + divisor - 1n) / divisor
  return Math.max(0, Number(needed) - ratio.covered)
}

/** Whether `head` lies more than `points` percentage points below `base`. Both have something to cover. */
export function dropsMoreThan(base: Ratio, head: Ratio, points: number): boolean {
  const { units, scale } = decimal(points)
  const baseTotal = BigInt(base.total)
  const headTotal = BigInt(head.total)
  const drop = BigInt(base.covered) * headTotal - BigInt(head.covered) * baseTotal
  return drop * 100n * scale > units * baseTotal * headTotal
}

/** `82.5` is 825 / 10: the shortest decimal that reads back as this number, which is what was written. */
function decimal(value: number): { units: bigint; scale: bigint } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const shift = Number(exponent) - fraction.length
  const digits = BigInt(whole + fraction)
  return shift >= 0
    ? { units: digits * 10n ** BigInt(shift), scale: 1n }
    : { units: digits, scale: 10n ** BigInt(-shift) }
}
