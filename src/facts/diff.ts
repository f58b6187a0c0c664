import { type Message, message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'
import type { ChangedFile, DiffLine, Hunk } from './facts.ts'

/**
 * Arguments of `git` before the two commits, for output that `parseDiff` reads whatever the user's configuration says.
 * Run it inside the git directory (`git -C <git-dir>`): from a work tree, a `.gitattributes` of the pull request could
 * declare any file binary and so hide its lines.
 */
export const diffArguments = [
  'diff',
  '--raw',
  '--numstat',
  '--patch',
  '-z',
  '--no-abbrev',
  '--full-index',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--find-renames=50%',
  '-l1000',
  '--unified=3',
  '--inter-hunk-context=0',
  '--diff-algorithm=default',
  '--submodule=short',
  '--ignore-submodules=none',
  '-O/dev/null',
] as const

const newline = 0x0a

/** V8 cannot hold a string much longer than this. */
const maxPatchBytes = 256 * 1024 * 1024

/**
 * Reads what `git` wrote for `diffArguments`: NUL-separated raw records, the counts of the same files in the same
 * order, an empty record, the patch. Paths come only from the raw records; the patch is matched by order, so that no
 * file name and no line can pose as a header. Lines are cut at LF, a CR before it belongs to the line end. Bytes that
 * are not UTF-8 become U+FFFD. Anything unexpected is an error, since a lost file or line would be a lost finding.
 */
export function parseDiff(output: Uint8Array): Result<readonly ChangedFile[], Message> {
  const tokens = tokenReader(output)
  const records: RawRecord[] = []
  while (tokens.startsWith(':')) {
    const record = readRawRecord(tokens)
    if (record === null) return err(message('diff.record', { record: records.length + 1 }))
    records.push(record)
  }
  if (records.length === 0) return tokens.atEnd() ? ok([]) : err(message('diff.record', { record: 1 }))

  const counts: Counts[] = []
  for (const [index, record] of records.entries()) {
    const count = readCounts(tokens, record)
    if (count === null) return err(message('diff.record', { record: records.length + index + 1 }))
    counts.push(count)
  }
  if (tokens.next() !== '') return err(message('diff.record', { record: records.length * 2 + 1 }))

  const patch = tokens.rest()
  if (patch.length > maxPatchBytes) return err(message('diff.size', { bytes: patch.length, max: maxPatchBytes }))
  if (patch.length > 0 && patch.at(-1) !== newline) return err(message('diff.cut', {}))
  return readFiles(records, counts, lineReader(utf8.decode(patch)))
}

/**
 * Hunks of one file as GitHub's REST `patch` gives them: from the first `@@`, with or without a file header before it.
 * Empty text has no hunks.
 */
export function parsePatch(patch: string): Result<readonly Hunk[], Message> {
  const lines = lineReader(patch)
  if (lines.peek()?.startsWith('diff --git ')) lines.take()
  while (isHeaderLine(lines.peek())) lines.take()
  const hunks = readHunks(lines)
  if (hunks.ok && lines.peek() !== null) return malformed(lines, 'hunk')
  return hunks
}

/** Line numbers that the change added, 1-based, on the new side, ascending. Empty for `hunks: null`: ask for that first. */
export function addedLines(file: ChangedFile): readonly number[] {
  return numberedLines(file).flatMap(({ line, newLine }) => (line.kind === 'added' ? [newLine] : []))
}

/**
 * The paths whose content this change touches: both of a rename, the new one of a copy. A glob that guards files must
 * look at all of them, or a rename would take a file out of its sight.
 */
export function changedPaths(file: ChangedFile): readonly string[] {
  return file.status === 'renamed' && file.previousPath !== undefined ? [file.path, file.previousPath] : [file.path]
}

/** First changed line on the new side, for a link; at a deletion the line before it. `null`: nothing to point at. */
export function firstChangedLine(file: ChangedFile): number | null {
  if (file.status === 'deleted') return null
  const lines = numberedLines(file)
  const first = lines.findIndex(({ line }) => line.kind !== 'context')
  if (first < 0) return null
  const change = lines.slice(first).find(({ line }) => line.kind !== 'removed')
  if (change?.line.kind === 'added') return change.newLine
  return Math.max(1, (lines[first]?.newLine ?? 1) - 1)
}

export interface NumberedLine {
  readonly line: DiffLine
  /** 1-based line on the new side; for a removed line the one that took its place. */
  readonly newLine: number
}

/** All lines of all hunks with their places on the new side. */
export function numberedLines(file: ChangedFile): readonly NumberedLine[] {
  return (file.hunks ?? []).flatMap(hunkLines)
}

function hunkLines(hunk: Hunk): readonly NumberedLine[] {
  // git numbers an empty new side by the line before it.
  let next = hunk.lines.some(line => line.kind !== 'removed') ? hunk.newStart : hunk.newStart + 1
  return hunk.lines.map(line => ({ line, newLine: line.kind === 'removed' ? next : next++ }))
}

interface RawRecord {
  readonly oldMode: string
  readonly newMode: string
  readonly oldBlob: string
  readonly newBlob: string
  readonly letter: 'A' | 'C' | 'D' | 'M' | 'R' | 'T'
  readonly path: string
  readonly previousPath?: string
}

/** `null`: git takes the content for binary. */
type Counts = { readonly lines: { readonly additions: number; readonly deletions: number } | null }

const utf8 = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true })

const rawRecord = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([ACDMRT])\d*$/

function readRawRecord(tokens: TokenReader): RawRecord | null {
  const [, oldMode, newMode, oldBlob, newBlob, letter] = rawRecord.exec(tokens.next() ?? '') ?? []
  const first = tokens.next()
  if (!oldMode || !newMode || !oldBlob || !newBlob || !isLetter(letter) || !first) return null
  const record = { oldMode, newMode, oldBlob, newBlob, letter }
  if (letter !== 'R' && letter !== 'C') return { ...record, path: first }
  const second = tokens.next()
  return second ? { ...record, path: second, previousPath: first } : null
}

const isLetter = (letter: string | undefined): letter is RawRecord['letter'] =>
  letter !== undefined && 'ACDMRT'.includes(letter)

function readCounts(tokens: TokenReader, record: RawRecord): Counts | null {
  const [, additions, deletions, path] = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(tokens.next() ?? '') ?? []
  if (additions === undefined || deletions === undefined) return null
  const paths = path === '' ? [tokens.next(), tokens.next()] : [record.previousPath, path]
  if (paths[0] !== record.previousPath || paths[1] !== record.path) return null
  if (additions === '-') return { lines: null }
  return { lines: { additions: Number(additions), deletions: Number(deletions) } }
}

function readFiles(
  records: readonly RawRecord[],
  counts: readonly Counts[],
  lines: LineReader,
): Result<readonly ChangedFile[], Message> {
  const files: ChangedFile[] = []
  for (const [index, record] of records.entries()) {
    // A change of type is printed as a deletion and a creation.
    const sections = record.letter === 'T' ? 2 : 1
    const hunks: Hunk[] = []
    for (let section = 0; section < sections; section++) {
      const read = readSection(lines)
      if (!read.ok) return read
      hunks.push(...read.value)
    }
    const file = changedFile(record, counts[index]?.lines ?? null, hunks)
    const problem = countProblem(file, record, counts[index]?.lines ?? null)
    if (problem) return err(problem)
    files.push(file)
  }
  return lines.peek() === null ? ok(files) : malformed(lines, 'end')
}

/** One `diff --git` header with its hunks. */
function readSection(lines: LineReader): Result<readonly Hunk[], Message> {
  if (!lines.peek()?.startsWith('diff --git ')) return malformed(lines, 'file')
  lines.take()
  while (isHeaderLine(lines.peek())) lines.take()
  return readHunks(lines)
}

const headerLine =
  /^(?:old mode|new mode|deleted file mode|new file mode|copy from|copy to|rename from|rename to|similarity index|dissimilarity index|index|Binary files|---|\+\+\+) /

const isHeaderLine = (line: string | null): boolean => line !== null && headerLine.test(line)

function readHunks(lines: LineReader): Result<readonly Hunk[], Message> {
  const hunks: Hunk[] = []
  while (lines.peek()?.startsWith('@@ ')) {
    const hunk = readHunk(lines)
    if (!hunk.ok) return hunk
    hunks.push(hunk.value)
  }
  return ok(hunks)
}

const hunkHeader = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/

/** The header's lengths, not the look of a line, say where a hunk ends. */
function readHunk(reader: LineReader): Result<Hunk, Message> {
  const header = hunkHeader.exec(reader.peek() ?? '')
  if (!header) return malformed(reader, 'hunk')
  reader.take()
  let oldLeft = Number(header[2] ?? 1)
  let newLeft = Number(header[4] ?? 1)
  const lines: DiffLine[] = []
  while (oldLeft > 0 || newLeft > 0) {
    const text = reader.peek()
    if (text?.startsWith('\\ ')) {
      reader.take()
      continue
    }
    const line = diffLine(text)
    if (line === null) return malformed(reader, 'line')
    if (line.kind !== 'added') oldLeft--
    if (line.kind !== 'removed') newLeft--
    if (oldLeft < 0 || newLeft < 0) return malformed(reader, 'line')
    lines.push(line)
    reader.take()
  }
  while (reader.peek()?.startsWith('\\ ')) reader.take()
  return ok({ oldStart: Number(header[1]), newStart: Number(header[3]), lines })
}

/** `null`: not a line of a hunk. An empty one is context whose blank was left out (`diff.suppressBlankEmpty`). */
function diffLine(raw: string | null): DiffLine | null {
  if (raw === null) return null
  const kind = raw === '' ? 'context' : lineKinds.get(raw.charAt(0))
  return kind === undefined ? null : { kind, text: raw.slice(1, raw.endsWith('\r') ? -1 : undefined) }
}

const lineKinds: ReadonlyMap<string, DiffLine['kind']> = new Map([
  [' ', 'context'],
  ['+', 'added'],
  ['-', 'removed'],
])

function changedFile(record: RawRecord, counts: Counts['lines'], hunks: readonly Hunk[]): ChangedFile {
  const { oldMode, newMode, letter } = record
  return {
    path: record.path,
    ...(record.previousPath === undefined ? {} : { previousPath: record.previousPath }),
    status: statusOf(record),
    kind: kindOf(letter === 'D' ? oldMode : newMode, counts === null),
    ...(letter === 'A' ? {} : { oldMode }),
    ...(letter === 'D' ? {} : { newMode }),
    blob: letter === 'D' ? record.oldBlob : record.newBlob,
    additions: countLines(hunks, 'added'),
    deletions: countLines(hunks, 'removed'),
    hunks,
  }
}

const statuses = { A: 'added', C: 'copied', D: 'deleted', M: 'modified', R: 'renamed', T: 'changed' } as const

const statusOf = ({ letter, oldBlob, newBlob }: RawRecord): ChangedFile['status'] =>
  letter === 'M' && oldBlob === newBlob ? 'changed' : statuses[letter]

function kindOf(mode: string, binary: boolean): ChangedFile['kind'] {
  if (mode === '120000') return 'symlink'
  if (mode === '160000') return 'submodule'
  return binary ? 'binary' : 'text'
}

const countLines = (hunks: readonly Hunk[], kind: DiffLine['kind']): number =>
  hunks.reduce((sum, hunk) => sum + hunk.lines.filter(line => line.kind === kind).length, 0)

/** git counts a change of type as if both contents were one file's, so only the rest can be compared. */
function countProblem(file: ChangedFile, record: RawRecord, counts: Counts['lines']): Message | null {
  if (record.letter === 'T' || counts === null) return null
  if (file.additions === counts.additions && file.deletions === counts.deletions) return null
  const { path, additions, deletions } = file
  return message('diff.counts', { path, additions, deletions, stated: counts })
}

type Expected = 'file' | 'hunk' | 'line' | 'end'

const malformed = (lines: LineReader, expected: Expected): Result<never, Message> =>
  err(message('diff.patch', { line: lines.number(), expected, found: lines.peek()?.slice(0, 80) ?? null }))

interface TokenReader {
  readonly startsWith: (ascii: string) => boolean
  readonly atEnd: () => boolean
  /** Text up to the next NUL, which is swallowed; `null` when there is none. */
  readonly next: () => string | null
  readonly rest: () => Uint8Array
}

function tokenReader(bytes: Uint8Array): TokenReader {
  let at = 0
  return {
    startsWith: ascii => bytes[at] === ascii.charCodeAt(0),
    atEnd: () => at >= bytes.length,
    next: () => {
      const end = bytes.indexOf(0, at)
      if (end < 0) return null
      const token = utf8.decode(bytes.subarray(at, end))
      at = end + 1
      return token
    },
    rest: () => bytes.subarray(at),
  }
}

interface LineReader {
  /** The line at hand without its LF; `null` at the end. */
  readonly peek: () => string | null
  readonly take: () => void
  /** 1-based. */
  readonly number: () => number
}

function lineReader(text: string): LineReader {
  let start = 0
  let number = 1
  let end = lineEnd(text, start)
  return {
    peek: () => (start < text.length ? text.slice(start, end) : null),
    take: () => {
      start = end + 1
      end = lineEnd(text, start)
      number++
    },
    number: () => number,
  }
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}
