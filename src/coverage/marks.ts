import { distinctMarks, type Marks, marksPerLine } from './model.ts'

/**
 * The marks of the open file (`Marks`), and what they become when it is closed. A mark is two integers: the upper 23
 * bits (of a branch: its line) and the lower 30, taken bit included. Packed, each is told by what it adds to the one
 * before:
 *
 *     mark   = number of ( 2 × what is added to the lower part )               in the same line
 *            / number of ( 2 × what is added to the upper part + 1 ) number of ( lower part )
 *     number = seven bits a byte, the lowest first; the eighth says that more follow
 *
 * That is one byte for a further branch of a line and two or more for the first.
 */
const longestMark = 10

export class MarkList {
  private readonly limit: number
  /** Upper and lower part in turns. */
  private parts = new Int32Array(1 << 4)
  private lastUpper = -1
  private lastLower = -1
  private isAscending = true
  /** Where the next mark is likely to be that is told a second time in the same order. */
  private again = 0
  length = 0
  /** Of those that were packed last. */
  packedTotal = 0
  packedTaken = 0

  constructor(limit: number) {
    this.limit = limit
  }

  /** False: more than the limit. */
  push(upper: number, lower: number): boolean {
    const at = this.length * 2
    if (at === this.parts.length && !this.enlarge()) return false
    if (upper < this.lastUpper || (upper === this.lastUpper && lower >> 1 <= this.lastLower >> 1))
      this.isAscending = false
    this.lastUpper = upper
    this.lastLower = lower
    this.parts[at] = upper
    this.parts[at + 1] = lower
    this.length++
    return true
  }

  /** The same for marks that are mostly told twice, first all of them, then whether they are taken. */
  pushOrMeet(upper: number, lower: number): boolean {
    const at = this.again * 2
    const known = this.parts[at + 1] ?? 0
    if (this.again === this.length || this.parts[at] !== upper || known >> 1 !== lower >> 1)
      return this.push(upper, lower)
    this.parts[at + 1] = known | lower
    this.again++
    return true
  }

  /** Bytes that `pack` may need. */
  get packedLength(): number {
    return this.length * longestMark
  }

  /** Writes one of each identity, taken if any is, and empties the list. Where they end. */
  pack(bytes: Uint8Array, start: number): number {
    const total = this.isAscending ? this.length : distinctParts(this.parts, this.length)
    let at = start
    let taken = 0
    let lastUpper = 0
    let lastLower = 0
    for (let index = 0; index < total * 2; index += 2) {
      const upper = this.parts[index] ?? 0
      const lower = this.parts[index + 1] ?? 0
      if (upper === lastUpper) at = writeNumber(bytes, at, (lower - lastLower) * 2)
      else at = writeNumber(bytes, writeNumber(bytes, at, (upper - lastUpper) * 2 + 1), lower)
      taken += lower & 1
      lastUpper = upper
      lastLower = lower
    }
    this.length = 0
    this.again = 0
    this.lastUpper = -1
    this.isAscending = true
    this.packedTotal = total
    this.packedTaken = taken
    return at
  }

  private enlarge(): boolean {
    if (this.length >= this.limit) return false
    const larger = new Int32Array(this.parts.length * 2)
    larger.set(this.parts)
    this.parts = larger
    return true
  }
}

/** Sorts in place and keeps one of each identity. How many are left. */
function distinctParts(parts: Int32Array, length: number): number {
  if (length <= 64) {
    sortParts(parts, length)
    return keepDistinct(parts, length)
  }
  const marks = Float64Array.from(
    { length },
    (_, index) => (parts[index * 2] ?? 0) * marksPerLine + (parts[index * 2 + 1] ?? 0),
  )
  const distinct = distinctMarks(marks)
  for (const [index, mark] of distinct.entries()) {
    const upper = Math.floor(mark / marksPerLine)
    parts[index * 2] = upper
    parts[index * 2 + 1] = mark - upper * marksPerLine
  }
  return distinct.length
}

/** Insertion sort: a file has few functions, and a call of the built-in sort takes longer than they do. */
function sortParts(parts: Int32Array, length: number): void {
  for (let end = 2; end < length * 2; end += 2) {
    const upper = parts[end] ?? 0
    const lower = parts[end + 1] ?? 0
    let at = end
    for (; at > 0; at -= 2) {
      const otherUpper = parts[at - 2] ?? 0
      const otherLower = parts[at - 1] ?? 0
      if (otherUpper < upper || (otherUpper === upper && otherLower <= lower)) break
      parts[at] = otherUpper
      parts[at + 1] = otherLower
    }
    parts[at] = upper
    parts[at + 1] = lower
  }
}

function keepDistinct(parts: Int32Array, length: number): number {
  let kept = 0
  for (let at = 0; at < length * 2; at += 2) {
    const upper = parts[at] ?? 0
    const lower = parts[at + 1] ?? 0
    const isRepeated = at + 2 < length * 2 && parts[at + 2] === upper && (parts[at + 3] ?? 0) >> 1 === lower >> 1
    if (isRepeated) continue
    parts[kept++] = upper
    parts[kept++] = lower
  }
  return kept >> 1
}

function writeNumber(bytes: Uint8Array, start: number, number: number): number {
  let at = start
  let rest = number
  while (rest >= 0x80) {
    bytes[at++] = rest | 0x80
    rest >>>= 7
  }
  bytes[at++] = rest
  return at
}

export function unpackMarks(bytes: Uint8Array, start: number, total: number): Marks {
  const marks = new Float64Array(total)
  let at = start
  const readNumber = (): number => {
    let number = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      number |= (byte & 0x7f) << shift
      if (byte < 0x80) return number >>> 0
    }
  }
  let upper = 0
  let lower = 0
  for (let index = 0; index < marks.length; index++) {
    const step = readNumber()
    if ((step & 1) === 1) {
      upper += step >>> 1
      lower = readNumber()
    } else lower += step >>> 1
    marks[index] = upper * marksPerLine + lower
  }
  return marks
}
