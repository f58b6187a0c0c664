import { type Message, message } from '../locales/message.ts'
import { identityOf, reportLimits } from './builder.ts'
import { isSpace, skipByteOrderMark } from './bytes.ts'
import type { ReportCode, ReportProblem } from './format.ts'
import { Words } from './words.ts'

/** A key, and a value that a reader asks for, is at most `string` bytes long. */
export const jsonLimits = { depth: 256, string: 1 << 20, slice: 1 << 16 } as const

/** `open` and `close` an object or list, `value` for anything else; only at places that the reader named. */
export type JsonToken = 'open' | 'close' | 'value' | 'more' | 'failed'

const QUOTE = 0x22
const COMMA = 0x2c
const MINUS = 0x2d
const POINT = 0x2e
const COLON = 0x3a
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const NEWLINE = 0x0a

/** What a value is. */
export type JsonKind = 'object' | 'list' | 'text' | 'number' | 'boolean' | 'null'

/** What may come next. */
const AFTER_VALUE = 0
const VALUE = 1
const FIRST_VALUE = 2
const KEY = 3
const FIRST_KEY = 4
const REST_OF_STRING = 5

/** Nodes of the tree of places. */
const UNKNOWN = 0
const ROOT = 1

/** Bytes that end the plain part of a string: quote, backslash, controls. */
const special = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === QUOTE || byte === BACKSLASH || byte < 0x20 ? 1 : 0,
)

/**
 * A pull tokenizer for the JSON of reports (RFC 8259), over bytes: `feed` a slice, take tokens until `more`, feed
 * again; `finish` after the last. A reader names the places that it knows, and only these give tokens:
 *
 *     '*.statementMap.*'       every member of every `statementMap`, whatever its key
 *     'files[].lines[].count'  `count` of every item of `lines` of every item of `files`
 *
 * `place` is the index of the current one. Everything else is checked and passed over at full speed. Where a place goes
 * on, an object or list must stand (`null` is as good as absent); where it ends, none may. A name stands before `*`.
 * A lenient reader gets what does not fit as one `value`, whose `kind` it asks for, and of a text only that it is
 * one; what is in it is passed over.
 *
 * It checks what decides whether a report is whole and unambiguous: the grammar, nesting, one root, a known key given
 * twice in an object, `__proto__`. It makes a string only when asked for one, and only then looks at its encoding.
 */
export class JsonTokens {
  /** Index of the current place. */
  place = -1
  /** Whether the current value is a text. */
  isText = false
  problem: ReportProblem | undefined

  private readonly places: Places
  private readonly isSequence: boolean
  private readonly isLenient: boolean
  private readonly longest: number
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

  /** Ends with a zero behind `end`, which no loop passes. */
  private bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1 << 10)
  private at = 0
  private end = 0
  /** Of `bytes[0]`: its offset in the document, its line, and where that line starts. */
  private offset = 0
  private line = 1
  private lineStart = 0

  private started = false
  private expected = VALUE
  private depth = 0
  private readonly nodes = new Int16Array(jsonLimits.depth + 1)
  private readonly closers = new Uint8Array(jsonLimits.depth + 1)
  /** Of the object on each level: which known keys it had. */
  private readonly seen = new Int32Array(jsonLimits.depth + 1)

  /** Bytes of the last token and of its key, without quotes; no key: -1. */
  private tokenAt = 0
  private keyStart = -1
  private keyEnd = -1
  private valueStart = 0
  private valueEnd = 0
  private whole = -1
  private node = UNKNOWN
  private container: 'object' | 'list' | undefined
  /** Up to where a string that has not ended yet was looked at. */
  private stoppedAt = 0

  /**
   * A place given in parts may have any text as a key. A sequence: several objects, one behind the other. `longest`:
   * bytes of a text that is asked for.
   */
  constructor(
    places: readonly (string | readonly string[])[],
    isSequence = false,
    isLenient = false,
    longest: number = jsonLimits.string,
  ) {
    this.longest = longest
    this.places = new Places(places)
    this.isSequence = isSequence
    this.isLenient = isLenient
  }

  /** At most `jsonLimits.slice` bytes at a time, after `more`. They are copied. */
  feed(slice: Uint8Array): void {
    const kept = this.end - this.at
    this.countLines(this.at)
    this.offset += this.at
    if (kept + slice.length >= this.bytes.length) {
      const larger = new Uint8Array((kept + slice.length) * 2)
      larger.set(this.bytes.subarray(this.at, this.end))
      this.bytes = larger
    } else this.bytes.copyWithin(0, this.at, this.end)
    this.bytes.set(slice, kept)
    this.at = 0
    this.end = kept + slice.length
    this.bytes[this.end] = 0
  }

  next(): JsonToken {
    if (!this.started && this.end < 3) return 'more'
    if (!this.started) this.start()
    while (!this.problem) {
      const token = this.step()
      if (token !== undefined) return token
    }
    return 'failed'
  }

  /** Call after the last `more`; fills `problem` when the document is not whole. */
  finish(): void {
    if (!this.started) this.start()
    this.next()
    if (this.expected !== AFTER_VALUE || this.depth > 0)
      this.fail('RPT-TRUNCATED', message('coverage.fault.json.truncated', {}), this.end)
  }

  /** The key of the current member; '' for an item of a list. */
  key(): string {
    return this.keyStart < 0 ? '' : this.decode(this.keyStart, this.keyEnd)
  }

  /** The key as a whole number; -1 for anything else. */
  keyInteger(): number {
    return wholeNumber(this.bytes, this.keyStart, this.keyEnd)
  }

  /** The current value, which must be a text. */
  string(): string {
    if (this.isText) return this.decode(this.valueStart, this.valueEnd)
    this.refuse('RPT-VALUE', message('coverage.fault.json.type', { key: this.name(), expected: 'text' }))
    return ''
  }

  /** The key or text, which must be possible as a path; '' when refused. */
  path(text: string): string {
    if (this.problem) return ''
    if (text === '') this.refuse('RPT-VALUE', message('coverage.fault.no-path', {}))
    else if (text.length > reportLimits.path)
      this.refuse('RPT-SIZE', message('coverage.fault.long-path', { limit: reportLimits.path }))
    else if (hasControls(text)) this.refuse('RPT-VALUE', message('coverage.fault.control', {}))
    else if (!text.isWellFormed()) this.refuse('RPT-PATH', message('coverage.fault.surrogate', {}))
    return this.problem ? '' : text
  }

  /** A whole number ≥ 0 written in digits; -1 for anything else. Beyond 2^53 it is only large. */
  integer(): number {
    return this.whole
  }

  /** Any number; NaN for anything else. */
  number(): number {
    const { bytes, valueStart, valueEnd, whole } = this
    if (whole >= 0 && whole <= Number.MAX_SAFE_INTEGER) return whole
    const below = bytes[valueStart] === MINUS ? wholeNumber(bytes, valueStart + 1, valueEnd) : -1
    if (below >= 0 && below <= Number.MAX_SAFE_INTEGER) return -below
    return this.isText ? Number.NaN : Number(this.excerpt(valueStart, valueEnd, valueEnd))
  }

  get kind(): JsonKind {
    if (this.container !== undefined) return this.container
    if (this.isText) return 'text'
    const first = this.bytes[this.valueStart] ?? 0
    return first === 0x6e ? 'null' : first === 0x74 || first === 0x66 ? 'boolean' : 'number'
  }

  get isNull(): boolean {
    return !this.isText && this.bytes[this.valueStart] === 0x6e
  }

  /** `true`, or the 1 that old writers put for it; refused unless one of these, `false` or 0. */
  boolean(): boolean {
    const first = this.isText ? 0 : this.bytes[this.valueStart]
    if (first !== 0x74 && first !== 0x66 && this.whole !== 0 && this.whole !== 1) this.refuseValue()
    return first === 0x74 || this.whole === 1
  }

  /** 52 bits that identify the current value as written; see `identityOf`. */
  identity(seed = 0): number {
    return identityOf(this.bytes, this.valueStart, this.valueEnd, seed)
  }

  /** Same for the key. */
  keyIdentity(seed = 0): number {
    return identityOf(this.bytes, this.keyStart, this.keyEnd, seed)
  }

  /** Refuses the document at the last token. */
  refuse(code: ReportCode, problem: Message): void {
    this.fail(code, problem, this.tokenAt)
  }

  /** Refuses the current value, naming its key. */
  refuseValue(): void {
    const value = this.excerpt(
      this.isText ? this.valueStart - 1 : this.valueStart,
      this.valueEnd + (this.isText ? 1 : 0),
    )
    this.refuse('RPT-VALUE', message('coverage.fault.json.value', { key: this.name(), value: value.slice(0, 60) }))
  }

  /** Refuses the current key: one that cannot be, or is there twice. */
  refuseKey(code: 'RPT-KEY' | 'RPT-DUPKEY'): 'failed' {
    const fault = code === 'RPT-KEY' ? 'coverage.fault.json.key' : 'coverage.fault.json.duplicate'
    this.refuse(code, message(fault, { key: this.key().slice(0, 60) }))
    return 'failed'
  }

  private start(): void {
    this.at = skipByteOrderMark(this.bytes)
    this.lineStart = this.at
    this.started = true
  }

  private step(): JsonToken | undefined {
    if (this.expected === REST_OF_STRING) return this.passString(this.at)
    const at = this.behindBlanks(this.at)
    this.at = at
    if (at === this.end) return 'more'
    const byte = this.bytes[at] ?? 0
    switch (this.expected) {
      case AFTER_VALUE:
        return this.readComma(at, byte)
      case FIRST_KEY:
        return byte === CLOSE_OBJECT ? this.close(at) : this.readMember(at)
      case KEY:
        return this.readMember(at)
      case FIRST_VALUE:
        if (byte === CLOSE_LIST) return this.close(at)
    }
    if (this.depth === 0) return this.readRoot(at, byte)
    this.keyStart = -1
    this.tokenAt = at
    return this.readValue(at, this.places.item(this.nodes[this.depth] ?? UNKNOWN))
  }

  private readRoot(at: number, byte: number): JsonToken | undefined {
    this.keyStart = -1
    this.tokenAt = at
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) return this.enter(at, ROOT, byte)
    return this.refuseType(ROOT)
  }

  private readComma(at: number, byte: number): JsonToken | undefined {
    const closer = this.closers[this.depth] ?? 0
    if (this.depth === 0) return this.isSequence && byte === OPEN_OBJECT ? this.readRoot(at, byte) : this.syntax(at)
    if (byte === closer) return this.close(at)
    if (byte !== COMMA) return this.syntax(at)
    this.at = at + 1
    this.expected = closer === CLOSE_OBJECT ? KEY : VALUE
    return undefined
  }

  private close(at: number): JsonToken | undefined {
    const node = this.nodes[this.depth] ?? UNKNOWN
    this.depth--
    this.endValue(at + 1)
    this.place = this.places.placeOf(node)
    if (this.place < 0) return undefined
    this.tokenAt = at
    this.keyStart = -1
    this.node = node
    return 'close'
  }

  /** A key and what stands there, together: so the key is still at hand with the value. */
  private readMember(keyAt: number): JsonToken | undefined {
    const { bytes, depth } = this
    if (bytes[keyAt] !== QUOTE) return this.syntax(keyAt)
    const start = keyAt + 1
    let at = start
    let hash = 0
    for (let byte = bytes[at] ?? 0; special[byte] === 0; byte = bytes[++at] ?? 0)
      hash = (Math.imul(hash, 31) + byte) | 0
    const isEscaped = bytes[at] === BACKSLASH
    if (bytes[at] !== QUOTE) at = this.stringEnd(at)
    if (at < 0) return this.incomplete()
    if (this.problem) return 'failed'
    const keyEnd = at++
    if (bytes[at] !== COLON) at = this.behindBlanks(at)
    if (at < this.end && bytes[at] !== COLON) return this.syntax(at)
    if (at < this.end) at = this.behindBlanks(at + 1)
    if (at === this.end) return this.incomplete()
    this.tokenAt = keyAt
    this.keyStart = start
    this.keyEnd = keyEnd
    const parent = this.nodes[depth] ?? UNKNOWN
    if (parent === UNKNOWN && !isEscaped && keyEnd - start !== protoLength) return this.readValue(at, UNKNOWN)
    const word = isEscaped ? this.escapedWord() : this.places.word(bytes, start, keyEnd, hash)
    if (word === PROTO) return this.refuseKey('RPT-KEY')
    const bit = this.places.bit(parent, word)
    if (((this.seen[depth] ?? 0) & bit) !== 0) return this.refuseKey('RPT-DUPKEY')
    const token = this.readValue(at, this.places.member(parent, word))
    if (token !== 'more') this.seen[depth] = (this.seen[depth] ?? 0) | bit
    return token
  }

  private escapedWord(): number {
    const key = new TextEncoder().encode(JSON.parse(`"${this.excerpt(this.keyStart, this.keyEnd, this.keyEnd)}"`))
    return this.places.word(
      key,
      0,
      key.length,
      key.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0),
    )
  }

  private readValue(at: number, node: number): JsonToken | undefined {
    const byte = this.bytes[at] ?? 0
    this.node = node
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) return this.enter(at, node, byte)
    this.isText = byte === QUOTE
    this.container = undefined
    this.whole = -1
    if (byte === QUOTE) {
      if (node === UNKNOWN) return this.passString(at + 1)
      if (this.isLenient) return this.tellText(at + 1, node)
      this.valueStart = at + 1
      this.valueEnd = this.stringEnd(at + 1)
    } else {
      this.valueStart = at
      this.valueEnd = byte < 0x3a ? this.numberEnd(at) : this.literalEnd(at, byte)
    }
    if (this.valueEnd < 0) return this.incomplete()
    if (this.problem) return 'failed'
    this.endValue(this.isText ? this.valueEnd + 1 : this.valueEnd)
    this.place = this.places.placeOf(node)
    if (node === UNKNOWN) return undefined
    if (this.places.isLeaf(node) || this.isLenient) return 'value'
    return this.isNull ? undefined : this.refuseType(node)
  }

  /** Takes the comma along that mostly follows. */
  private endValue(at: number): undefined {
    const isComma = this.bytes[at] === COMMA && this.depth > 0
    this.at = isComma ? at + 1 : at
    this.expected = !isComma ? AFTER_VALUE : this.closers[this.depth] === CLOSE_OBJECT ? KEY : VALUE
  }

  /** Where an object or list must stand. */
  private refuseType(node: number): JsonToken {
    this.node = node
    const expected = this.places.takesObject(node) ? 'object' : 'list'
    this.refuse('RPT-VALUE', message('coverage.fault.json.type', { key: this.name(), expected }))
    return 'failed'
  }

  private enter(at: number, node: number, byte: number): JsonToken | undefined {
    const isObject = byte === OPEN_OBJECT
    this.place = this.places.placeOf(node)
    this.container = isObject ? 'object' : 'list'
    const fits = node === UNKNOWN || (isObject ? this.places.takesObject(node) : this.places.takesList(node))
    if (!fits && !this.isLenient) return this.refuseContainer(at, node)
    if (this.depth === jsonLimits.depth)
      return this.fail('RPT-DEPTH', message('coverage.fault.json.depth', { limit: jsonLimits.depth }), at)
    this.depth++
    this.nodes[this.depth] = fits ? node : UNKNOWN
    this.closers[this.depth] = isObject ? CLOSE_OBJECT : CLOSE_LIST
    this.seen[this.depth] = 0
    this.at = at + 1
    this.expected = isObject ? FIRST_KEY : FIRST_VALUE
    if (this.place < 0) return undefined
    return fits ? 'open' : 'value'
  }

  private refuseContainer(at: number, node: number): JsonToken {
    this.isText = false
    this.container = undefined
    this.valueStart = at
    this.valueEnd = at + 1
    if (!this.places.isLeaf(node)) return this.refuseType(node)
    this.refuseValue()
    return 'failed'
  }

  /** That there is a text; its content, of any length, is passed over. */
  private tellText(start: number, node: number): JsonToken {
    this.place = this.places.placeOf(node)
    this.at = start
    this.expected = REST_OF_STRING
    return 'value'
  }

  /** A text that nobody reads, of any length. */
  private passString(start: number): JsonToken | undefined {
    const close = this.stringEnd(start)
    if (close >= 0) return this.endValue(close + 1)
    this.at = this.stoppedAt
    this.expected = REST_OF_STRING
    return 'more'
  }

  /** Index of the quote that closes a string; -1 when it has not come yet. */
  private stringEnd(start: number): number {
    const { bytes } = this
    let at = start
    for (;;) {
      while (special[bytes[at] ?? 0] === 0) at++
      if (bytes[at] === QUOTE) return at
      this.stoppedAt = at
      const length = at >= this.end ? 0 : bytes[at] === BACKSLASH ? this.escapeLength(at) : -1
      if (length === 0) return -1
      if (length < 0) return this.misfit(at)
      at += length
    }
  }

  /** 0 when its end has not come yet, -1 when there is no such escape. */
  private escapeLength(at: number): number {
    if (at + 1 >= this.end) return 0
    const letter = this.bytes[at + 1] ?? 0
    if (letter !== 0x75) return escapes.has(letter) ? 2 : -1
    for (let digit = at + 2; digit < at + 6; digit++) {
      if (digit >= this.end) return 0
      if (!isHex(this.bytes[digit] ?? 0)) return -1
    }
    return 6
  }

  /** Behind the number; -1 when more of it may come. */
  private numberEnd(start: number): number {
    const { bytes } = this
    let at = bytes[start] === MINUS ? start + 1 : start
    const digits = at
    let value = 0
    let byte = bytes[at] ?? 0
    if (byte === 0x30) byte = bytes[++at] ?? 0
    else
      while (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + byte - 0x30
        byte = bytes[++at] ?? 0
      }
    if (at === digits) return this.noNumber(at)
    const isWhole = byte !== POINT && (byte | 0x20) !== 0x65
    if (byte === POINT) {
      const fraction = ++at
      at = this.behindDigits(at)
      if (at === fraction) return this.noNumber(at)
      byte = bytes[at] ?? 0
    }
    if ((byte | 0x20) === 0x65) {
      byte = bytes[++at] ?? 0
      if (byte === MINUS || byte === 0x2b) at++
      const exponent = at
      at = this.behindDigits(at)
      if (at === exponent) return this.noNumber(at)
    }
    if (isWhole && bytes[start] !== MINUS) this.whole = value
    return at >= this.end ? -1 : at
  }

  private noNumber(at: number): number {
    return at >= this.end ? -1 : this.misfit(at)
  }

  private behindDigits(start: number): number {
    let at = start
    for (let byte = this.bytes[at] ?? 0; byte >= 0x30 && byte <= 0x39; byte = this.bytes[at] ?? 0) at++
    return at
  }

  /** Behind `true`, `false` or `null`. */
  private literalEnd(start: number, first: number): number {
    const literal = first === 0x74 ? literals.true : first === 0x66 ? literals.false : literals.null
    for (let index = 0; index < literal.length; index++) {
      const at = start + index
      if (at >= this.end) return -1
      if (this.bytes[at] !== literal[index]) return this.misfit(at)
    }
    return start + literal.length
  }

  private behindBlanks(start: number): number {
    const { bytes } = this
    let at = start
    let byte = bytes[at] ?? 0
    while (byte <= 0x20 && isSpace(byte)) byte = bytes[++at] ?? 0
    return at
  }

  private decode(start: number, end: number): string {
    try {
      const text = this.decoder.decode(this.bytes.subarray(start, end))
      return text.includes('\\') ? JSON.parse(`"${text}"`) : text
    } catch {
      this.refuse('RPT-ENCODING', message('coverage.fault.not-utf8', {}))
      return ''
    }
  }

  private excerpt(start: number, end: number, limit = 200): string {
    return new TextDecoder().decode(this.bytes.subarray(start, Math.min(end, start + limit)))
  }

  /** The end of the current place's name, its last `*` being the key. */
  private name(): string {
    return this.places.nameOf(this.node, this.keyStart < 0 ? undefined : this.excerpt(this.keyStart, this.keyEnd, 60))
  }

  /** Wait for the rest of the token, within reason. */
  private incomplete(): JsonToken {
    if (this.problem) return 'failed'
    if (this.end - this.at <= this.longest) return 'more'
    return this.fail('RPT-SIZE', message('coverage.fault.long-record', { limit: this.longest }), this.at)
  }

  /** For what gives an index: it is of no use any more. */
  private misfit(at: number): number {
    this.syntax(at)
    return at
  }

  private syntax(at: number): JsonToken {
    return this.fail('RPT-SYNTAX', message('coverage.fault.json.syntax', {}), at)
  }

  private fail(code: ReportCode, problem: Message, at: number): JsonToken {
    if (this.problem) return 'failed'
    this.countLines(at)
    this.problem = { code, message: problem, line: this.line, column: this.offset + at - this.lineStart + 1 }
    return 'failed'
  }

  private countLines(to: number): void {
    const passed = this.bytes.subarray(0, to)
    for (let at = passed.indexOf(NEWLINE); at >= 0; at = passed.indexOf(NEWLINE, at + 1)) {
      this.line++
      this.lineStart = this.offset + at + 1
    }
  }
}

/**
 * The places of a reader as a tree. A node has a place or only leads to some; it takes members by name, members of any
 * name, items, or nothing.
 */
class Places {
  private readonly words: Words
  private readonly nodes: Node[] = [emptyNode(''), emptyNode('$')]
  private readonly width: number
  private readonly placeOfNode: Int16Array
  private readonly itemOfNode: Int16Array
  private readonly takesObjects: Uint8Array
  /** By node and word: where the member leads, and its bit among the known keys of one object. */
  private readonly members: Int16Array
  private readonly bits: Int32Array
  private readonly anyMember: Int16Array

  constructor(places: readonly (string | readonly string[])[]) {
    const paths = places.map(place => (typeof place === 'string' ? (place.match(/\[\]|[^.[\]]+/g) ?? []) : place))
    const names = [proto, ...new Set(paths.flat().filter(name => name !== '*' && name !== '[]'))]
    this.words = new Words(names)
    paths.forEach((path, place) => {
      const node = path.reduce((parent, name) => this.child(parent, name), ROOT)
      this.at(node).place = place
    })
    this.width = names.length
    this.placeOfNode = Int16Array.from(this.nodes, node => node.place)
    this.itemOfNode = Int16Array.from(this.nodes, node => node.children.get('[]') ?? UNKNOWN)
    this.anyMember = Int16Array.from(this.nodes, node => node.children.get('*') ?? UNKNOWN)
    this.takesObjects = Uint8Array.from(this.nodes, node => (node.children.keys().some(name => name !== '[]') ? 1 : 0))
    const cells = this.nodes.flatMap(node => names.map(name => node.children.get(name) ?? UNKNOWN))
    this.members = Int16Array.from(cells)
    this.bits = Int32Array.from(cells, (child, cell) => (child === UNKNOWN ? 0 : 1 << this.ordinal(cell, child)))
  }

  word(bytes: Uint8Array, start: number, end: number, hash: number): number {
    return this.words.find(bytes, start, end, hash)
  }

  member(parent: number, word: number): number {
    const known = word < 0 ? UNKNOWN : (this.members[parent * this.width + word] ?? UNKNOWN)
    return known === UNKNOWN ? (this.anyMember[parent] ?? UNKNOWN) : known
  }

  bit(parent: number, word: number): number {
    return word < 0 ? 0 : (this.bits[parent * this.width + word] ?? 0)
  }

  item(parent: number): number {
    return this.itemOfNode[parent] ?? UNKNOWN
  }

  placeOf(node: number): number {
    return this.placeOfNode[node] ?? -1
  }

  takesObject(node: number): boolean {
    return this.takesObjects[node] === 1
  }

  takesList(node: number): boolean {
    return this.itemOfNode[node] !== UNKNOWN
  }

  isLeaf(node: number): boolean {
    return !this.takesObject(node) && !this.takesList(node)
  }

  nameOf(node: number, key: string | undefined): string {
    const { name } = this.at(node)
    return key === undefined ? name : name.replace(/\*$/, () => key)
  }

  private child(parent: number, name: string): number {
    const { children, name: above } = this.at(parent)
    const known = children.get(name)
    if (known !== undefined) return known
    children.set(name, this.nodes.length)
    const near = above.slice(above.lastIndexOf('.') + 1)
    this.nodes.push(emptyNode(name === '[]' ? `${above}[]` : near === '*' || near === '$' ? name : `${near}.${name}`))
    return this.nodes.length - 1
  }

  private at(node: number): Node {
    const found = this.nodes[node]
    if (found === undefined) throw new RangeError(`no node ${node}`)
    return found
  }

  private ordinal(cell: number, child: number): number {
    const { children } = this.at(Math.floor(cell / this.width))
    return [...children.values()].indexOf(child) & 31
  }
}

interface Node {
  /** The last two parts of the place, for messages. */
  readonly name: string
  readonly children: Map<string, number>
  place: number
}

const emptyNode = (name: string): Node => ({ name, children: new Map(), place: -1 })

/** The first word of `Places`. */
const PROTO = 0
const proto = '__proto__'
const protoLength = proto.length

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const literals = { true: ascii('true'), false: ascii('false'), null: ascii('null') } as const
const escapes: ReadonlySet<number> = new Set(ascii('"\\/bfnrt'))

const isHex = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)

/** A whole number ≥ 0 in digits; -1 for anything else. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return end > start && start >= 0 ? value : -1
}

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x20) return true
  return false
}
