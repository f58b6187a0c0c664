import { err, ok, type Result } from '../result.ts'
import type { SignedStatement } from './checkpoint.ts'
import { type ExportRecord, type ExportTotals, type LineFault, readExportLine } from './export.ts'
import type { ChainHead, LedgerRow } from './ledger.ts'

/** The first line, from 1, that cannot be what was exported. */
export interface ExportFault {
  readonly code: 'LED-FORMAT'
  readonly line: number
  readonly fault:
    | LineFault
    | BytesFault
    /** A record where it does not belong, such as a row of a repository whose head came already. */
    | 'order'
    /** The file ends before it says that it ends, or has fewer or more rows than it says. */
    | 'cut'
}

/**
 * `utf8`: bytes that are no UTF-8. `long`: a line of more than 16 MiB. `cut`: the last line has no end. `empty`: no byte at
 * all. `packed`: gzip. `mark`: a byte order mark, which an editor or a shell has put there.
 */
export type BytesFault = 'utf8' | 'long' | 'cut' | 'empty' | 'packed' | 'mark'

/** A row with its personal part, or the head that ends the rows of a repository. */
export type ExportItem =
  | { readonly kind: 'row'; readonly row: LedgerRow; readonly line: number }
  | {
      readonly kind: 'head'
      readonly head: ChainHead
      readonly checkpoint: SignedStatement | null
      readonly line: number
    }

const longestLine = 16 * 1024 * 1024
const lineFeed = 0x0a

/** Lines of a file that comes in pieces, without their ends. The last result is the first fault, if there is one. */
export function* linesIn(chunks: Iterable<Uint8Array>): Generator<Result<string, BytesFault>> {
  let rest: Buffer | null = null
  for (const chunk of chunks) {
    const beginning = rest === null ? beginningOf(chunk) : null
    if (beginning !== null) return yield err(beginning)
    const bytes: Buffer = rest === null || rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk])
    let start = 0
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
      const line = decoded(bytes.subarray(start, end))
      yield line
      if (!line.ok) return
      start = end + 1
    }
    rest = bytes.subarray(start)
    if (rest.length > longestLine) return yield err('long')
  }
  if (rest === null) yield err('empty')
  else if (rest.length > 0) yield err('cut')
}

const beginnings: readonly (readonly [bytes: readonly number[], fault: BytesFault])[] = [
  [[0x1f, 0x8b], 'packed'],
  [[0xef, 0xbb, 0xbf], 'mark'],
  [[0xff, 0xfe], 'mark'],
  [[0xfe, 0xff], 'mark'],
]

/** What the file is instead of an export, by its first bytes. */
const beginningOf = (chunk: Uint8Array): BytesFault | null =>
  beginnings.find(([bytes]) => bytes.every((byte, index) => chunk[index] === byte))?.[1] ?? null

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decoded(bytes: Uint8Array): Result<string, BytesFault> {
  try {
    return ok(decoder.decode(bytes))
  } catch {
    return err('utf8')
  }
}

/** Reads an export. The last result is the first fault, if there is one; nothing after it is read. */
export function* readExport(lines: Iterable<Result<string, BytesFault>>): Generator<Result<ExportItem, ExportFault>> {
  const structure = new Structure()
  let line = 0
  for (const text of lines) {
    line += 1
    const record = text.ok ? readExportLine(text.value) : text
    if (!record.ok) return yield err({ code: 'LED-FORMAT', line, fault: record.error })
    const items = structure.take(record.value, line)
    if (!items.ok) return yield err({ code: 'LED-FORMAT', line, fault: items.error })
    for (const item of items.value) yield ok(item)
  }
  if (!structure.ended) yield err({ code: 'LED-FORMAT', line: line + 1, fault: 'cut' })
}

/** Which record may follow which; puts rows and their personal parts together. */
class Structure {
  ended = false
  #begun = false
  /** The row whose personal part may follow. */
  #pending: { readonly row: LedgerRow; readonly line: number } | null = null
  /** Repository whose rows are being read. */
  #open: string | null = null
  readonly #closed = new Set<string>()
  #rows = 0

  take(record: ExportRecord, line: number): Result<readonly ExportItem[], 'order' | 'cut'> {
    if (this.ended || this.#begun === (record.kind === 'header')) return err('order')
    switch (record.kind) {
      case 'header':
        this.#begun = true
        return ok([])
      case 'row':
        return this.#row(record.row, line)
      case 'personal': {
        const pending = this.#pending
        const { repoId, chainSeq, ...personal } = record.personal
        if (pending?.row.repoId !== repoId || pending.row.chainSeq !== chainSeq) return err('order')
        this.#pending = null
        return ok([{ kind: 'row', row: { ...pending.row, personal }, line: pending.line }])
      }
      case 'head': {
        const { repoId } = record.head
        if ((this.#open !== null && this.#open !== repoId) || this.#closed.has(repoId)) return err('order')
        this.#open = null
        this.#closed.add(repoId)
        return ok([...this.#flush(), { kind: 'head', head: record.head, checkpoint: record.checkpoint, line }])
      }
      case 'end':
        return this.#end(record.totals)
      default:
        return record satisfies never
    }
  }

  #row(row: LedgerRow, line: number): Result<readonly ExportItem[], 'order'> {
    if ((this.#open ?? row.repoId) !== row.repoId || this.#closed.has(row.repoId)) return err('order')
    const items = this.#flush()
    this.#open = row.repoId
    this.#pending = { row, line }
    this.#rows += 1
    return ok(items)
  }

  /** A row whose personal part did not follow: it was erased. */
  #flush(): readonly ExportItem[] {
    const pending = this.#pending
    this.#pending = null
    return pending === null ? [] : [{ kind: 'row', ...pending }]
  }

  #end({ repositories, rows }: ExportTotals): Result<readonly ExportItem[], 'order' | 'cut'> {
    if (this.#open !== null) return err('order')
    if (repositories !== this.#closed.size || rows !== this.#rows) return err('cut')
    this.ended = true
    return ok([])
  }
}
