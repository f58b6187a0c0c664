import { z } from 'zod'
import type { ChangedFile } from '../facts/facts.ts'
import { type CoveredFiles, type FileCoverage, lastLine, type Marks, marksPerLine } from './model.ts'

/** What one suite measured at one commit, line by line, with the content that it measured. */
export interface SuiteSnapshot {
  readonly name: string
  /** Commit that was measured. */
  readonly sha: string
  /** When, ISO 8601 UTC. */
  readonly at: string
  /** By path in the repository. */
  readonly files: ReadonlyMap<string, { readonly blob: string; readonly coverage: FileCoverage }>
}

/** Largest snapshot that is read, in bytes. */
export const snapshotLimit = 64 * 1024 * 1024

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
const packed = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/)
const schema = z.strictObject({
  kind: z.literal('delivery-gates-coverage'),
  schemaVersion: z.literal(1),
  suites: z.array(
    z.strictObject({
      name: z.string(),
      sha,
      at: z.iso.datetime(),
      files: z.record(z.string(), z.strictObject({ blob: sha, lines: packed, branches: packed, functions: packed })),
    }),
  ),
})

/** JSON: line states and marks in base64, so that it stays small. Files that only have totals are left out. */
export function writeSnapshot(suites: readonly SuiteSnapshot[]): string {
  const written = suites.map(({ name, sha, at, files }) => ({
    name,
    sha,
    at,
    files: Object.fromEntries(
      [...files]
        .filter(([, { coverage }]) => lastLine(coverage.lines) > 0)
        .map(([path, { blob, coverage }]) => [path, { blob, ...packFile(coverage) }]),
    ),
  }))
  return JSON.stringify({ kind: 'delivery-gates-coverage', schemaVersion: 1, suites: written })
}

/** `null`: not such a text. */
export function readSnapshot(text: string): readonly SuiteSnapshot[] | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    if (!parsed.success) return null
    return parsed.data.suites.map(({ name, sha, at, files }) => ({
      name,
      sha,
      at,
      files: new Map(
        Object.entries(files).map(([path, { blob, ...rest }]) => [path, { blob, coverage: unpackFile(rest) }]),
      ),
    }))
  } catch {
    return null
  }
}

/**
 * A suite's earlier measurement as it holds for another commit: files with the same content as they were; of changed
 * and renamed files the lines that the change left alone, at their new places. `blobs`: content by path at the other
 * commit; `changes`: from the measured commit to it, `null` when that is not known. `lost`: files that could not be
 * followed.
 */
export function carrySuite(
  suite: SuiteSnapshot,
  blobs: ReadonlyMap<string, string>,
  changes: readonly ChangedFile[] | null,
): { readonly files: CoveredFiles; readonly lost: number } {
  const byOldPath = new Map((changes ?? []).map(change => [change.previousPath ?? change.path, change]))
  const files = new Map<string, FileCoverage>()
  let lost = 0
  for (const [path, { blob, coverage }] of suite.files) {
    if (blobs.get(path) === blob) {
      files.set(path, coverage)
      continue
    }
    const change = byOldPath.get(path)
    if (changes !== null && (change === undefined || change.status === 'deleted')) continue
    if (change === undefined || change.hunks === null || change.kind !== 'text') lost++
    else files.set(change.path, followLines(coverage, change))
  }
  return { files, lost }
}

/** Lines that the change removes are gone; those it adds are unknown to the suite. */
function followLines(file: FileCoverage, change: ChangedFile): FileCoverage {
  const oldLines = file.lines
  const last = lastLine(oldLines)
  const { removed, shifts } = movesOf(change)
  const lines = new Uint8Array(Math.ceil((last + change.additions + 1) / 4) + 1)
  const newLine = (line: number): number => line + (shifts.findLast(shift => shift.from <= line)?.by ?? 0)
  for (let line = 1; line <= last; line++) {
    const pair = ((oldLines[line >>> 2] ?? 0) >>> ((line & 3) << 1)) & 3
    if (pair === 0 || removed.has(line)) continue
    const at = newLine(line)
    lines[at >>> 2] = (lines[at >>> 2] ?? 0) | (pair << ((at & 3) << 1))
  }
  const branches = [...file.branches].flatMap(mark => {
    const line = Math.floor(mark / marksPerLine)
    return removed.has(line) ? [] : [mark + (newLine(line) - line) * marksPerLine]
  })
  return { lines, branches: Float64Array.from(branches), functions: new Float64Array() }
}

/** Removed lines of the old side, and by how much the lines from one on have moved. */
function movesOf(change: ChangedFile): {
  readonly removed: ReadonlySet<number>
  readonly shifts: readonly { readonly from: number; readonly by: number }[]
} {
  const removed = new Set<number>()
  const shifts: { from: number; by: number }[] = []
  for (const hunk of change.hunks ?? []) {
    let old = hunk.oldStart
    let current = hunk.newStart
    for (const { kind } of hunk.lines) {
      if (kind === 'removed') removed.add(old)
      if (kind === 'context') shifts.push({ from: old, by: current - old })
      if (kind !== 'added') old++
      if (kind !== 'removed') current++
    }
    shifts.push({ from: old, by: current - old })
  }
  return { removed, shifts }
}

const packFile = ({ lines, branches, functions }: FileCoverage) => ({
  lines: pack(lines),
  branches: pack(bytesOf(branches)),
  functions: pack(bytesOf(functions)),
})

function unpackFile(file: {
  readonly lines: string
  readonly branches: string
  readonly functions: string
}): FileCoverage {
  const marks = (text: string): Marks => new Float64Array(unpack(text).buffer)
  return { lines: unpack(file.lines), branches: marks(file.branches), functions: marks(file.functions) }
}

const pack = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const unpack = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64'))
const bytesOf = (marks: Marks): Uint8Array => new Uint8Array(Float64Array.from(marks).buffer)
