import type { ChangedFile, UncoveredLines } from '../facts/facts.ts'
import type { Ratio } from '../locales/message.ts'
import { type CoveredFiles, type FileCoverage, lineState } from './model.ts'
import type { MovedLines } from './moved.ts'

/** An added, executable line range that no test reached. */
interface UncoveredRange {
  readonly path: string
  /** 1-based, inclusive, new side. */
  readonly start: number
  readonly end: number
  /** Uncovered lines in it; the others are not executable. */
  readonly lines: number
}

export interface PatchCoverage {
  readonly ratio: Ratio
  /** By path; only files of which an added line is executable. */
  readonly byFile: ReadonlyMap<string, Ratio>
  readonly uncovered: readonly UncoveredRange[]
  /** Executable added lines left out because their text was moved. */
  readonly moved: number
}

/** Lines may have been added or, where the patch is not known, could have been. */
export const hasNewText = (file: ChangedFile): boolean =>
  file.kind === 'text' &&
  file.status !== 'deleted' &&
  (file.hunks?.some(hunk => hunk.lines.some(line => line.kind === 'added')) ?? true)

/** Numbers of the added lines on the new side, ascending. */
export function addedLines({ hunks }: ChangedFile): readonly number[] {
  const added: number[] = []
  for (const { newStart, lines } of hunks ?? []) {
    let line = newStart
    for (const { kind } of lines) {
      if (kind === 'added') added.push(line)
      if (kind !== 'removed') line++
    }
  }
  return added
}

/** The executable lines among the added ones, less those that `moved` names. */
export function measurePatch(changes: readonly ChangedFile[], files: CoveredFiles, moved: MovedLines): PatchCoverage {
  const byFile = new Map<string, Ratio>()
  const uncovered: UncoveredRange[] = []
  let movedCount = 0
  for (const change of changes) {
    const lines = files.get(change.path)?.lines
    if (lines === undefined) continue
    const isMoved = moved.get(change.path)
    const executable = addedLines(change).filter(line => lineState(lines, line) !== 'none')
    const judged = executable.filter(line => !isMoved?.has(line))
    movedCount += executable.length - judged.length
    if (judged.length === 0) continue
    const missed = judged.filter(line => lineState(lines, line) === 'uncovered')
    byFile.set(change.path, { covered: judged.length - missed.length, total: judged.length })
    uncovered.push(...rangesOf(missed, lines).map(range => ({ path: change.path, ...range })))
  }
  return { ratio: sumOf(byFile.values()), byFile, uncovered, moved: movedCount }
}

function sumOf(ratios: Iterable<Ratio>): Ratio {
  let covered = 0
  let total = 0
  for (const ratio of ratios) {
    covered += ratio.covered
    total += ratio.total
  }
  return { covered, total }
}

/** Joins lines between which nothing executable lies. `wanted` is ascending. */
export function rangesOf(
  wanted: readonly number[],
  lines: FileCoverage['lines'],
): readonly { readonly start: number; readonly end: number; readonly lines: number }[] {
  const ranges: { start: number; end: number; lines: number }[] = []
  for (const line of wanted) {
    const open = ranges.at(-1)
    if (open !== undefined && isGap(lines, open.end, line)) {
      open.end = line
      open.lines++
    } else ranges.push({ start: line, end: line, lines: 1 })
  }
  return ranges
}

/** Nothing executable lies between, and not much else. */
function isGap(lines: FileCoverage['lines'], from: number, to: number): boolean {
  if (to - from > 10) return false
  for (let line = from + 1; line < to; line++) if (lineState(lines, line) !== 'none') return false
  return true
}

/** The longest ranges, within the limit; files with the most uncovered lines first, ranges in the order of lines. */
export function worstRanges(uncovered: readonly UncoveredRange[], limit: number): readonly UncoveredLines[] {
  const worst = uncovered
    .toSorted((a, b) => b.lines - a.lines || compare(a.path, b.path) || a.start - b.start)
    .slice(0, limit)
  const byPath = [...Map.groupBy(worst, range => range.path)]
  const weight = (ranges: readonly UncoveredRange[]) => ranges.reduce((sum, range) => sum + range.lines, 0)
  return byPath
    .toSorted(([pathA, a], [pathB, b]) => weight(b) - weight(a) || compare(pathA, pathB))
    .map(([path, ranges]) => ({
      path,
      ranges: ranges.toSorted((a, b) => a.start - b.start).map(({ start, end }) => [start, end] as const),
    }))
}

/**
 * Changed source files without a line record. Only languages that the reports speak about, so that a changed picture or
 * text is no omission.
 */
export function unreportedFiles(changes: readonly ChangedFile[], files: CoveredFiles): readonly string[] {
  const extensions = new Set(files.keys().map(extensionOf))
  return changes
    .map(change => change.path)
    .filter(path => !hasLineRecords(files.get(path)) && extensions.has(extensionOf(path)) && !isTestOrDocument(path))
    .toSorted(compare)
}

/** A file that is listed without an executable line was looked at; one that has only totals was not, line by line. */
const hasLineRecords = (file: FileCoverage | undefined): boolean =>
  file !== undefined && (file.counts === undefined || file.lines.some(byte => byte !== 0))

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot) : ''
}

const isTestOrDocument = (path: string): boolean =>
  /(^|\/)(tests?|__tests__|__mocks__|specs?|e2e|fixtures|testdata|docs?)\//i.test(path) ||
  /[._-](test|tests|spec|stories|d)\.[^./]+$/.test(path) ||
  /(^|\/)(test_[^/]*|conftest)\.py$/.test(path) ||
  /[a-z0-9]Tests?\.(java|kt|cs|scala|swift|php)$/.test(path)

/** By code units: the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
