import { Words } from './words.ts'
import { entityLength } from './xml-entities.ts'

/** What a start tag may hold at most. */
export const maxAttributes = 256

/** Why no tag was read. */
export type TagFault = 'incomplete' | 'syntax' | 'entity' | 'duplicate' | 'too-many'

const GT = 0x3e
const LT = 0x3c
const SLASH = 0x2f
const EQUALS = 0x3d
const AMPERSAND = 0x26
const QUOTE = 0x22
const APOSTROPHE = 0x27
const SPACE = 0x20
const NEWLINE = 0x0a
const ZERO = 0x30
const NINE = 0x39

/** 1: may stand in a name (ASCII letters, digits, `.-_:`, anything beyond ASCII). */
export const nameBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || /[A-Za-z0-9._:-]/.test(String.fromCharCode(byte)) ? 1 : 0,
)

/** 1: may stand in a value between double quotes and needs no second look. */
const plainBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < SPACE || byte === QUOTE || byte === AMPERSAND || byte === LT ? 0 : 1,
)

export const isBlank = (byte: number): boolean => byte === SPACE || byte === NEWLINE || byte === 0x0d || byte === 0x09

/** Digits, `-` and `.` may stand in a name but not open it. */
const isNoNameStart = (byte: number): boolean => (byte >= ZERO && byte <= NINE) || byte === 0x2d || byte === 0x2e

/**
 * Reads start tags:
 *
 *     tag       = "<" name *( blanks attribute ) [ blanks ] [ "/" ] ">"
 *     attribute = name [ blanks ] "=" [ blanks ] ( '"' value '"' / "'" value "'" )
 *
 * A report has millions of tags and they look alike. So the shape of the last tag of each element is kept, and which
 * element came next. The next tag is compared with that byte by byte, without looking up a name; whole numbers are read
 * on the way. Any other tag is read by the grammar, and its shape is then the one that is kept.
 */
export class StartTag {
  /** Index in the vocabulary, -1: another element. */
  element = -1
  nameStart = 0
  nameEnd = 0
  isClosed = false
  /** Line ends within the tag, and where the line starts that the last of them opens. */
  lineEnds = 0
  lineStart = 0
  fault: TagFault = 'incomplete'
  faultAt = 0
  /** Behind the name of an attribute that is given twice. */
  faultEnd = 0

  private readonly elements: Words
  private readonly attributes: Words
  private readonly shapes: readonly Shape[]
  private last: Shape
  /** Counts tags; an attribute has a value in this one when it was set at this count. */
  private tag = 0
  private readonly setAt: Int32Array
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  private readonly numbers: Float64Array
  private readonly seenStarts = new Int32Array(maxAttributes)
  private readonly seenEnds = new Int32Array(maxAttributes)
  private readonly seenHashes = new Int32Array(maxAttributes)
  private readonly seenAttributes = new Int32Array(maxAttributes)

  constructor(elements: readonly string[], attributes: readonly string[]) {
    this.elements = new Words(elements)
    this.attributes = new Words(attributes)
    this.shapes = [-1, ...elements.keys()].map(element => new Shape(element))
    this.last = this.shapes[0] ?? new Shape(-1)
    this.setAt = new Int32Array(attributes.length)
    this.starts = new Int32Array(attributes.length)
    this.ends = new Int32Array(attributes.length)
    this.numbers = new Float64Array(attributes.length)
  }

  has(attribute: number): boolean {
    return this.setAt[attribute] === this.tag
  }

  valueStart(attribute: number): number {
    return this.starts[attribute] ?? 0
  }

  valueEnd(attribute: number): number {
    return this.ends[attribute] ?? 0
  }

  /** A whole number ≥ 0 written in digits; -1 when absent or anything else. */
  integer(attribute: number): number {
    return this.setAt[attribute] === this.tag ? (this.numbers[attribute] ?? -1) : -1
  }

  /** `start` is behind `<`. Where the tag ends, or 0 and `fault` says why not. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const { last } = this
    const expected = this.readShape(last.follower, bytes, start, end)
    if (expected > 0) {
      this.last = last.follower
      return expected
    }
    const other = this.readOther(bytes, start, end)
    last.follower = this.last
    return other
  }

  /** Where a tag ends that looks like `shape`, or like the beginning of it; 0 when it does not. */
  private readShape(shape: Shape, bytes: Uint8Array, start: number, end: number): number {
    const { text, ends, attributes, count } = shape
    const tag = ++this.tag
    let at = start
    let from = 0
    for (let piece = 0; piece <= count; piece++) {
      for (const to = ends[piece] ?? 0; from < to; from++) if (bytes[at++] !== text[from]) return 0
      if (piece > 0) {
        const valueStart = at
        let number = 0
        let byte = bytes[at] ?? 0
        while (byte >= ZERO && byte <= NINE) {
          number = number * 10 + byte - ZERO
          byte = bytes[++at] ?? 0
        }
        const isNumber = byte === QUOTE && at > valueStart
        while (plainBytes[byte] === 1) byte = bytes[++at] ?? 0
        if (byte !== QUOTE) return 0
        const attribute = attributes[piece] ?? -1
        if (attribute >= 0) {
          this.setAt[attribute] = tag
          this.starts[attribute] = valueStart
          this.ends[attribute] = at
          this.numbers[attribute] = isNumber ? number : -1
        }
        at++
      }
      // What lies behind `end` is old: a tag that seems to end there has not come yet.
      const tail = tailLength(bytes, at)
      if (tail > 0 && at + tail <= end) {
        this.element = shape.element
        this.nameStart = start
        this.nameEnd = start + (ends[0] ?? 0)
        this.isClosed = tail > 1
        this.lineEnds = 0
        return at + tail
      }
    }
    return 0
  }

  private readOther(bytes: Uint8Array, start: number, end: number): number {
    let at = start
    let hash = 0
    for (; at < end && nameBytes[bytes[at] ?? 0] === 1; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
    if (at === end) return this.fail('incomplete', at)
    if (at === start || isNoNameStart(bytes[start] ?? 0)) return this.fail('syntax', at)
    this.element = this.elements.find(bytes, start, at, hash)
    this.nameStart = start
    this.nameEnd = at
    this.last = this.shapes[this.element + 1] ?? this.last
    return this.readShape(this.last, bytes, start, end) || this.readAttributes(bytes, at, end)
  }

  /** By the grammar. */
  private readAttributes(bytes: Uint8Array, start: number, end: number): number {
    this.tag++
    this.lineEnds = 0
    let at = start
    for (let count = 0; ; count++) {
      const gap = at
      while (at < end && isBlank(bytes[at] ?? 0)) this.pass(bytes, at++)
      if (at === end) return this.fail('incomplete', at)
      const byte = bytes[at] ?? 0
      if (byte === GT || byte === SLASH) {
        this.isClosed = byte === SLASH
        if (this.isClosed && ++at === end) return this.fail('incomplete', at)
        if (bytes[at] !== GT) return this.fail('syntax', at)
        this.keepShape(bytes, count)
        return at + 1
      }
      if (at === gap || isNoNameStart(byte)) return this.fail('syntax', at)
      at = this.readAttribute(bytes, at, end, count)
      if (at === 0) return 0
    }
  }

  private readAttribute(bytes: Uint8Array, start: number, end: number, count: number): number {
    let at = start
    let hash = 0
    for (; at < end && nameBytes[bytes[at] ?? 0] === 1; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
    const nameEnd = at
    while (at < end && isBlank(bytes[at] ?? 0)) this.pass(bytes, at++)
    if (at === end) return this.fail('incomplete', at)
    if (nameEnd === start || bytes[at] !== EQUALS) return this.fail('syntax', at)
    at++
    while (at < end && isBlank(bytes[at] ?? 0)) this.pass(bytes, at++)
    if (at === end) return this.fail('incomplete', at)
    const quote = bytes[at] ?? 0
    if (quote !== QUOTE && quote !== APOSTROPHE) return this.fail('syntax', at)
    const valueEnd = this.endOfValue(bytes, at + 1, end, quote)
    if (valueEnd === 0) return 0
    if (count === maxAttributes) return this.fail('too-many', valueEnd)
    if (this.isGiven(bytes, start, nameEnd, hash, count)) {
      this.faultEnd = nameEnd
      return this.fail('duplicate', start)
    }
    this.seenStarts[count] = start
    this.seenEnds[count] = nameEnd
    this.seenHashes[count] = hash
    const attribute = this.attributes.find(bytes, start, nameEnd, hash)
    this.seenAttributes[count] = attribute
    if (attribute >= 0) this.set(attribute, bytes, at + 1, valueEnd)
    return valueEnd + 1
  }

  /** Where the quote is. */
  private endOfValue(bytes: Uint8Array, start: number, end: number, quote: number): number {
    let at = start
    for (let byte = bytes[at] ?? 0; at < end && byte !== quote; byte = bytes[++at] ?? 0) {
      if (byte > AMPERSAND && byte !== LT) continue
      if (byte === AMPERSAND) {
        const length = entityLength(bytes, at, end)
        if (length <= 0) return this.fail(length === 0 ? 'incomplete' : 'entity', at)
      } else if (byte === LT || (byte < SPACE && !isBlank(byte))) return this.fail('syntax', at)
      this.pass(bytes, at)
    }
    return at < end ? at : this.fail('incomplete', at)
  }

  private isGiven(bytes: Uint8Array, start: number, end: number, hash: number, count: number): boolean {
    for (let seen = 0; seen < count; seen++) {
      const seenStart = this.seenStarts[seen] ?? 0
      if (this.seenHashes[seen] !== hash || (this.seenEnds[seen] ?? 0) - seenStart !== end - start) continue
      let at = start
      while (at < end && bytes[at] === bytes[seenStart + at - start]) at++
      if (at === end) return true
    }
    return false
  }

  private set(attribute: number, bytes: Uint8Array, start: number, end: number): void {
    let number = start < end ? 0 : -1
    for (let at = start; at < end && number >= 0; at++) {
      const digit = (bytes[at] ?? 0) - ZERO
      number = digit >= 0 && digit <= 9 ? number * 10 + digit : -1
    }
    this.setAt[attribute] = this.tag
    this.starts[attribute] = start
    this.ends[attribute] = end
    this.numbers[attribute] = number
  }

  private keepShape(bytes: Uint8Array, count: number): void {
    const shape = this.last
    shape.begin(bytes, this.nameStart, this.nameEnd)
    for (let seen = 0; seen < count; seen++)
      shape.add(bytes, this.seenStarts[seen] ?? 0, this.seenEnds[seen] ?? 0, this.seenAttributes[seen] ?? -1)
    shape.finish()
  }

  /** A byte that may be a line end. */
  private pass(bytes: Uint8Array, at: number): void {
    if (bytes[at] !== NEWLINE) return
    this.lineEnds++
    this.lineStart = at + 1
  }

  private fail(fault: TagFault, at: number): 0 {
    this.fault = fault
    this.faultAt = at
    return 0
  }
}

/** Bytes of `>`, `/>` or ` />`; 0: none of them. */
function tailLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === GT) return 1
  if (byte === SLASH) return bytes[at + 1] === GT ? 2 : 0
  return byte === SPACE && bytes[at + 1] === SLASH && bytes[at + 2] === GT ? 3 : 0
}

const shapeLimits = { text: 400, pieces: 33 } as const

/** `line number="` … `" hits="` without the values: a name, and each attribute with its blank, equals sign and quote. */
class Shape {
  readonly element: number
  /** The pieces, one behind the other, and where each ends. */
  readonly text = new Uint8Array(shapeLimits.text)
  readonly ends = new Int32Array(shapeLimits.pieces)
  /** In the vocabulary; -1: another. The first piece is the name. */
  readonly attributes = new Int32Array(shapeLimits.pieces).fill(-1)
  /** Number of attributes; -1: no tag is known or fits. */
  count = -1
  /** Of the tag that came behind it the last time. */
  follower: Shape = this
  private length = 0
  private pieces = 0
  private isBeginning = true

  constructor(element: number) {
    this.element = element
  }

  /** Takes the shape of a tag, piece by piece; of one that looks like the beginning of the last it keeps the last. */
  begin(bytes: Uint8Array, start: number, end: number): void {
    this.length = 0
    this.pieces = 0
    this.isBeginning = true
    this.put(bytes, start, end)
    this.endPiece(-1)
  }

  add(bytes: Uint8Array, start: number, end: number, attribute: number): void {
    this.put(opening, 0, 1)
    this.put(bytes, start, end)
    this.put(opening, 1, 3)
    this.endPiece(attribute)
  }

  finish(): void {
    if (this.isBeginning && this.pieces <= this.count + 1) return
    this.count = this.length <= shapeLimits.text && this.pieces <= shapeLimits.pieces ? this.pieces - 1 : -1
  }

  private put(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0
      if (this.text[this.length] !== byte) this.isBeginning = false
      this.text[this.length++] = byte
    }
  }

  private endPiece(attribute: number): void {
    if (this.ends[this.pieces] !== this.length) this.isBeginning = false
    this.ends[this.pieces] = this.length
    this.attributes[this.pieces++] = attribute
  }
}

const opening = new TextEncoder().encode(' ="')
