import type { Ratio } from '../locales/message.ts'
import { type MarkList, unpackMarks } from './marks.ts'
import {
  countLines,
  countMarks,
  distinctMarks,
  type FileCoverage,
  type LineStates,
  type Marks,
  type Totals,
} from './model.ts'

const noBytes = new Uint8Array()
const noMarks = new Float64Array()

/** Bytes filled one after the other: nothing is copied to make room, and little is left empty. */
export class Blocks {
  readonly all: Uint8Array<ArrayBuffer>[] = []
  /** The last block, and up to where it is filled. */
  bytes = noBytes
  top = 0

  /** Index of the last block. */
  get last(): number {
    return this.all.length - 1
  }

  /** Makes sure that the last block has `size` bytes from `top` on, and tells where they end. */
  take(size: number): number {
    if (this.top + size > this.bytes.length) {
      this.bytes = new Uint8Array(Math.max(size, Math.min(2 * this.bytes.length, 1 << 18), 1 << 10))
      this.all.push(this.bytes)
      this.top = 0
    }
    return this.top + size
  }
}

/**
 * Where a builder keeps its files: states and packed marks in blocks of bytes, and where they are in rows of numbers.
 * So a hundred thousand files are no hundred thousand objects with arrays of their own.
 */
export class Store {
  readonly lineStates = new Blocks()
  readonly marks = new Blocks()
  numbers = new Int32Array(1 << 6)
  /** Row 0 is nobody's: where there are no marks. */
  private length = marksWidth

  /** Index of the first number of a new row. */
  addRow(width: number): number {
    const row = this.length
    this.length += width
    if (this.length > this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 1.5)
      larger.set(this.numbers)
      this.numbers = larger
    }
    return row
  }
}

/** Row of a file: the block that its states are in, from where to where, and the row of its marks. */
const [STATES, BASE, LIMIT, MARKS, fileWidth] = [0, 1, 2, 3, 4]
/** Row of marks: their block; where, how many, how many taken; and the row from an earlier time in the same file. */
const [BLOCK, BRANCHES, FUNCTIONS, EARLIER, marksWidth] = [0, 1, 4, 7, 8]

/** A file as it lies in the store. Unpacked each time that somebody asks: keep what you got. */
export class StoredFile implements FileCoverage {
  private readonly store: Store
  private readonly row: number
  declare counts?: Totals

  constructor(store: Store) {
    this.store = store
    this.row = store.addRow(fileWidth)
  }

  get lines(): LineStates {
    return this.states.subarray(this.base, this.limit)
  }

  get branches(): Marks {
    return this.unite(BRANCHES)
  }

  get functions(): Marks {
    return this.unite(FUNCTIONS)
  }

  counted(): Totals {
    return {
      lines: countLines(this.states, this.base, this.limit),
      branches: this.count(BRANCHES),
      functions: this.count(FUNCTIONS),
    }
  }

  /** The block with the states, which are from `base` to before `limit`. */
  get states(): Uint8Array<ArrayBuffer> {
    return this.limit === 0 ? noBytes : (this.store.lineStates.all[this.at(this.row + STATES)] ?? noBytes)
  }

  get base(): number {
    return this.at(this.row + BASE)
  }

  get limit(): number {
    return this.at(this.row + LIMIT)
  }

  /** They are in the last block. */
  keepStates(base: number, limit: number): void {
    const { numbers, lineStates } = this.store
    numbers[this.row + STATES] = lineStates.last
    numbers[this.row + BASE] = base
    numbers[this.row + LIMIT] = limit
  }

  /** Packs them into the last block. */
  keepMarks(branches: MarkList, functions: MarkList): void {
    const { marks } = this.store
    const row = this.store.addRow(marksWidth)
    const { numbers } = this.store
    marks.take(branches.packedLength + functions.packedLength)
    numbers[row + BLOCK] = marks.last
    numbers[row + BRANCHES] = marks.top
    marks.top = branches.pack(marks.bytes, marks.top)
    numbers[row + BRANCHES + 1] = branches.packedTotal
    numbers[row + BRANCHES + 2] = branches.packedTaken
    numbers[row + FUNCTIONS] = marks.top
    marks.top = functions.pack(marks.bytes, marks.top)
    numbers[row + FUNCTIONS + 1] = functions.packedTotal
    numbers[row + FUNCTIONS + 2] = functions.packedTaken
    numbers[row + EARLIER] = this.at(this.row + MARKS)
    numbers[this.row + MARKS] = row
  }

  /** Without unpacking, unless the report came back to the file with marks of this kind. */
  private count(column: number): Ratio {
    const marks = this.rowWith(column, this.at(this.row + MARKS))
    if (this.rowWith(column, this.at(marks + EARLIER)) > 0) return countMarks(this.unite(column))
    return { covered: this.at(marks + column + 2), total: this.at(marks + column + 1) }
  }

  private unite(column: number): Marks {
    const pieces: Marks[] = []
    for (let marks = this.rowWith(column, this.at(this.row + MARKS)); marks > 0; ) {
      const bytes = this.store.marks.all[this.at(marks + BLOCK)] ?? noBytes
      pieces.push(unpackMarks(bytes, this.at(marks + column), this.at(marks + column + 1)))
      marks = this.rowWith(column, this.at(marks + EARLIER))
    }
    const [only = noMarks] = pieces
    if (pieces.length <= 1) return only
    const all = new Float64Array(pieces.reduce((length, piece) => length + piece.length, 0))
    let at = 0
    for (const piece of pieces) {
      all.set(piece, at)
      at += piece.length
    }
    return distinctMarks(all)
  }

  /** The given row of marks, or the next earlier one that has marks of this kind; 0: none. */
  private rowWith(column: number, row: number): number {
    let marks = row
    while (marks > 0 && this.at(marks + column + 1) === 0) marks = this.at(marks + EARLIER)
    return marks
  }

  private at(index: number): number {
    return this.store.numbers[index] ?? 0
  }
}
