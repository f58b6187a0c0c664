import { type Message, message } from '../locales/message.ts'
import type { Identity } from './builder.ts'
import { latin1, skipByteOrderMark } from './bytes.ts'
import type { ReportCode, ReportProblem } from './format.ts'
import { entityLength, withoutEntities } from './xml-entities.ts'
import { isBlank, maxAttributes, nameBytes, StartTag } from './xml-tag.ts'

/** `token` and one start tag are at most 1 MiB long. */
export const xmlLimits = { depth: 256, attributes: maxAttributes, token: 1 << 20, slice: 1 << 16 } as const

/** Names a reader knows. Others are checked and passed over. The first element is the root. */
export interface XmlVocabulary {
  readonly elements: readonly string[]
  readonly attributes: readonly string[]
}

export type XmlToken = 'open' | 'close' | 'text' | 'more' | 'failed'

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const AMPERSAND = 0x26
const BRACKET = 0x5d
const NEWLINE = 0x0a

/**
 * A pull tokenizer for the XML of reports, over bytes: `feed` a slice, take tokens until `more`, feed again; `finish`
 * after the last. It checks what decides whether a report is whole and unambiguous (nesting, end tags, one root,
 * quotes, entities, duplicate attributes, control characters) and makes a string only when asked for one.
 *
 * Nothing is expanded or fetched: a document type is skipped when it has no internal subset, or an empty one, and
 * refused otherwise; only the five named entities and character references exist. UTF-8, or ISO-8859-1 where declared.
 */
export class XmlTokens {
  /** Index of the current element in the vocabulary, -1 for another. */
  element = -1
  /** Report text and CDATA of the current element; otherwise they are checked and passed over. */
  wantsText = false
  problem: ReportProblem | undefined

  private readonly root: string
  private readonly tag: StartTag
  private decoder = new TextDecoder('utf-8', { fatal: true })

  private bytes: Uint8Array<ArrayBuffer> = new Uint8Array(xmlLimits.slice * 2)
  private at = 0
  private end = 0
  /** Offset in the document of `bytes[0]` and of the current line's start. */
  private offset = 0
  private line = 1
  private lineStart = 0

  private inside: 'content' | 'comment' | 'cdata' = 'content'
  private started = false
  private sawDoctype = false
  private sawRoot = false
  private selfClosed = false
  private depth = 0
  private readonly elementStack = new Int32Array(xmlLimits.depth + 1)
  private names = new Uint8Array(1 << 10)
  private readonly nameEnds = new Int32Array(xmlLimits.depth + 1)

  private tagLine = 1
  private tagColumn = 1
  private textStart = 0
  private textEnd = 0

  constructor(vocabulary: XmlVocabulary) {
    this.root = vocabulary.elements[0] ?? ''
    this.tag = new StartTag(vocabulary.elements, vocabulary.attributes)
  }

  /** At most `xmlLimits.slice` bytes at a time, after `more`. They are copied. */
  feed(slice: Uint8Array): void {
    const kept = this.end - this.at
    this.offset += this.at
    if (kept + slice.length > this.bytes.length) {
      const larger = new Uint8Array((kept + slice.length) * 2)
      larger.set(this.bytes.subarray(this.at, this.end))
      this.bytes = larger
    } else this.bytes.copyWithin(0, this.at, this.end)
    this.bytes.set(slice, kept)
    this.at = 0
    this.end = kept + slice.length
  }

  next(): XmlToken {
    if (this.selfClosed) {
      this.selfClosed = false
      return 'close'
    }
    if (!this.started && !this.start()) return 'more'
    while (!this.problem) {
      const token = this.step()
      if (token !== undefined) return token
    }
    return 'failed'
  }

  /** Call after the last `more`; fills `problem` when the document is not whole. */
  finish(): void {
    if (this.problem) return
    if (!this.started && this.end > 0) this.fail('RPT-TRUNCATED', message('coverage.fault.xml.truncated', {}))
    else if (this.inside !== 'content' || this.at < this.end || this.depth > 0 || this.selfClosed)
      this.fail('RPT-TRUNCATED', message('coverage.fault.xml.truncated', {}), this.end)
    else if (!this.sawRoot)
      this.fail('RPT-ROOT', message('coverage.fault.xml.no-root', { expected: this.root }), this.end)
  }

  /** Whether the last start tag has this attribute of the vocabulary. */
  has(attribute: number): boolean {
    return this.tag.has(attribute)
  }

  /** A whole number ≥ 0 written in digits; -1 when absent or anything else. Beyond 2^53 it is only large. */
  integer(attribute: number): number {
    return this.tag.integer(attribute)
  }

  /** The value with entities replaced; '' when absent. Undecodable bytes fill `problem`. */
  string(attribute: number): string {
    const { tag } = this
    return tag.has(attribute) ? withoutEntities(this.decode(tag.valueStart(attribute), tag.valueEnd(attribute))) : ''
  }

  /** Whether the value is these ASCII characters. */
  is(attribute: number, value: string): boolean {
    const start = this.tag.valueStart(attribute)
    if (!this.tag.has(attribute) || this.tag.valueEnd(attribute) - start !== value.length) return false
    let at = 0
    while (at < value.length && this.bytes[start + at] === value.charCodeAt(at)) at++
    return at === value.length
  }

  /** Adds the value as written, and that it ends here. Undecodable bytes fill `problem`. */
  identify(attribute: number, identity: Identity): void {
    if (this.tag.has(attribute)) {
      const start = this.tag.valueStart(attribute)
      const end = this.tag.valueEnd(attribute)
      if (!identity.add(this.bytes, start, end)) this.decode(start, end)
    }
    identity.separate()
  }

  /** The text of the last `text` token; one element may have several. */
  text(): string {
    const text = this.decode(this.textStart, this.textEnd)
    return this.inside === 'content' ? withoutEntities(text) : text
  }

  /** Refuses the document at the last start tag. */
  refuse(code: ReportCode, problem: Message): void {
    this.problem ??= { code, message: problem, line: this.tagLine, column: this.tagColumn }
  }

  private start(): boolean {
    if (this.end - this.at < 3) return false
    this.at = skipByteOrderMark(this.bytes)
    this.lineStart = this.at
    this.started = true
    return true
  }

  private step(): XmlToken | undefined {
    if (this.inside === 'comment') return this.skipComment()
    if (this.inside === 'cdata') return this.readCdata()
    if (this.at === this.end) return 'more'
    return this.bytes[this.at] === LT ? this.readMarkup() : this.readText()
  }

  private readMarkup(): XmlToken | undefined {
    if (this.at + 1 === this.end) return 'more'
    const byte = this.bytes[this.at + 1]
    if (byte === SLASH) return this.readEndTag()
    if (byte === 0x21) return this.readDeclaration()
    if (byte === 0x3f) return this.readInstruction()
    return this.readStartTag()
  }

  private readStartTag(): XmlToken | undefined {
    const { tag } = this
    const end = tag.read(this.bytes, this.at + 1, this.end)
    if (end === 0) return this.failedTag()
    this.tagLine = this.line
    this.tagColumn = this.offset + this.at - this.lineStart + 1
    if (tag.lineEnds > 0) {
      this.line += tag.lineEnds
      this.lineStart = this.offset + tag.lineStart
    }
    if (this.depth === 0 || this.depth === xmlLimits.depth) this.checkDepth()
    if (this.problem) return 'failed'
    this.element = tag.element
    this.selfClosed = tag.isClosed
    if (!tag.isClosed) this.enter()
    this.at = end
    return 'open'
  }

  private failedTag(): XmlToken {
    const { fault, faultAt, faultEnd } = this.tag
    switch (fault) {
      case 'incomplete':
        return this.incomplete()
      case 'syntax':
        return this.syntax(faultAt)
      case 'entity':
        return this.badEntity(faultAt)
      case 'too-many':
        return this.fail('RPT-SIZE', message('coverage.fault.too-large', {}), faultAt)
      case 'duplicate': {
        const name = this.excerpt(faultAt, faultEnd)
        return this.fail('RPT-SYNTAX', message('coverage.fault.xml.duplicate', { name }), faultAt)
      }
    }
  }

  private checkDepth(): void {
    if (this.depth === xmlLimits.depth)
      this.refuse('RPT-DEPTH', message('coverage.fault.xml.depth', { limit: xmlLimits.depth }))
    else if (this.sawRoot) this.refuse('RPT-SYNTAX', message('coverage.fault.xml.syntax', {}))
    else if (this.tag.element !== 0) {
      const found = this.excerpt(this.tag.nameStart, this.tag.nameEnd)
      this.refuse('RPT-ROOT', message('coverage.fault.xml.root', { expected: this.root, found }))
    }
    this.sawRoot = true
  }

  private enter(): void {
    const { nameStart, nameEnd, element } = this.tag
    const from = this.nameEnds[this.depth] ?? 0
    const to = from + nameEnd - nameStart
    if (to > this.names.length) {
      const larger = new Uint8Array(to * 2)
      larger.set(this.names)
      this.names = larger
    }
    for (let at = nameStart; at < nameEnd; at++) this.names[from + at - nameStart] = this.bytes[at] ?? 0
    this.depth++
    this.nameEnds[this.depth] = to
    this.elementStack[this.depth] = element
  }

  private readEndTag(): XmlToken | undefined {
    const { bytes, end } = this
    const nameStart = this.at + 2
    let at = nameStart
    while (at < end && nameBytes[bytes[at] ?? 0] === 1) at++
    const nameEnd = at
    while (at < end && isBlank(bytes[at] ?? 0)) at++
    if (at === end) return this.incomplete()
    if (bytes[at] !== GT || this.depth === 0) return this.syntax(at)
    if (!this.closesCurrent(nameStart, nameEnd))
      return this.fail(
        'RPT-SYNTAX',
        message('coverage.fault.xml.end-tag', { name: this.excerpt(nameStart, nameEnd) }),
        this.at,
      )
    this.element = this.elementStack[this.depth] ?? -1
    this.depth--
    this.consume(at + 1)
    return 'close'
  }

  private closesCurrent(nameStart: number, nameEnd: number): boolean {
    const from = this.nameEnds[this.depth - 1] ?? 0
    const to = this.nameEnds[this.depth] ?? 0
    if (to - from !== nameEnd - nameStart) return false
    for (let at = from; at < to; at++) if (this.names[at] !== this.bytes[nameStart + at - from]) return false
    return true
  }

  private readText(): XmlToken | undefined {
    const { bytes, end } = this
    let line = this.line
    let lineStart = this.lineStart
    let at = this.at
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0
      if (byte === LT) break
      if (byte === NEWLINE) {
        line++
        lineStart = this.offset + at + 1
      } else if (byte === 0x20 || byte === 0x09 || byte === 0x0d) continue
      else if (this.depth === 0) return this.outside(at)
      else if (byte === AMPERSAND) {
        const length = entityLength(bytes, at, end)
        if (length < 0) return this.badEntity(at)
        if (length === 0) break
      } else if (byte === BRACKET) {
        if (at + 2 >= end) break
        if (bytes[at + 1] === BRACKET && bytes[at + 2] === GT) return this.syntax(at)
      } else if (byte < 0x20) return this.syntax(at)
    }
    if (at === this.at) return 'more'
    if (at === end && this.wantsText) return this.incomplete()
    this.textStart = this.at
    this.textEnd = at
    this.at = at
    this.line = line
    this.lineStart = lineStart
    return this.wantsText ? 'text' : undefined
  }

  private outside(at: number): XmlToken {
    if (this.sawRoot) return this.syntax(at)
    return this.fail('RPT-ROOT', message('coverage.fault.xml.no-root', { expected: this.root }), at)
  }

  /** `<!`: a comment, CDATA or document type. */
  private readDeclaration(): XmlToken | undefined {
    const kind = openings.find(opening => this.startsWith(opening.bytes))
    if (kind === undefined)
      return openings.some(opening => this.isPrefixOf(opening.bytes)) ? 'more' : this.syntax(this.at)
    if (kind.name === 'doctype') return this.skipDoctype()
    if (kind.name === 'cdata' && this.depth === 0) return this.outside(this.at)
    this.at += kind.bytes.length
    this.inside = kind.name
    return undefined
  }

  private skipComment(): XmlToken | undefined {
    const close = this.indexOf(commentEnd, this.at)
    this.consume(close < 0 ? Math.max(this.at, this.end - 2) : close + 3)
    if (close < 0) return 'more'
    this.inside = 'content'
    return undefined
  }

  private readCdata(): XmlToken | undefined {
    const close = this.indexOf(cdataEnd, this.at)
    if (close === this.at) {
      this.at += 3
      this.inside = 'content'
      return undefined
    }
    if (close < 0 && this.wantsText) return this.incomplete()
    const to = close < 0 ? Math.max(this.at, this.end - 2) : close
    if (to === this.at) return 'more'
    this.textStart = this.at
    this.textEnd = to
    this.consume(to)
    return this.wantsText ? 'text' : undefined
  }

  /**
   * Without an internal subset, or with the empty one that .NET writes (Pester), there is nothing in it that could
   * matter. Quotes may hold `>` and `[`.
   */
  private skipDoctype(): XmlToken | undefined {
    if (this.sawDoctype || this.sawRoot)
      return this.fail('RPT-DOCTYPE', message('coverage.fault.xml.second-doctype', {}), this.at)
    let quote = 0
    for (let at = this.at + 9; at < this.end; at++) {
      const byte = this.bytes[at] ?? 0
      if (quote !== 0) quote = byte === quote ? 0 : quote
      else if (byte === 0x22 || byte === 0x27) quote = byte
      else if (byte === 0x5b) {
        const close = this.bytes.indexOf(BRACKET, at)
        const isWhole = close >= 0 && close < this.end
        const subset = latin1(this.bytes.subarray(at + 1, isWhole ? close : this.end))
        if (!(isWhole ? harmlessSubset : harmlessStart).test(subset))
          return this.fail('RPT-DOCTYPE', message('coverage.fault.xml.doctype', {}), at)
        if (!isWhole) break
        at = close
      } else if (byte === GT) {
        this.sawDoctype = true
        this.consume(at + 1)
        return undefined
      }
    }
    return this.incomplete()
  }

  /** Only the declaration matters, for its encoding. */
  private readInstruction(): XmlToken | undefined {
    const close = this.indexOf(instructionEnd, this.at + 2)
    if (close < 0) return this.incomplete()
    const declaration = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(this.excerpt(this.at, close))
    const encoding = declaration?.[1]?.toLowerCase() ?? 'utf-8'
    if (['iso-8859-1', 'latin1', 'windows-1252'].includes(encoding)) this.decoder = new TextDecoder('latin1')
    else if (!['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(encoding))
      return this.fail('RPT-ENCODING', message('coverage.fault.encoding', { encoding }), this.at)
    this.consume(close + 2)
    return undefined
  }

  private decode(start: number, end: number): string {
    try {
      return this.decoder.decode(this.bytes.subarray(start, end))
    } catch {
      this.refuse('RPT-ENCODING', message('coverage.fault.not-utf8', {}))
      return ''
    }
  }

  private excerpt(start: number, end: number): string {
    return new TextDecoder().decode(this.bytes.subarray(start, Math.min(end, start + 200)))
  }

  private startsWith(text: Uint8Array): boolean {
    if (this.end - this.at < text.length) return false
    return text.every((byte, index) => this.bytes[this.at + index] === byte)
  }

  private isPrefixOf(text: Uint8Array): boolean {
    const length = this.end - this.at
    return length < text.length && text.subarray(0, length).every((byte, index) => this.bytes[this.at + index] === byte)
  }

  private indexOf(text: Uint8Array, from: number): number {
    const first = text[0] ?? 0
    const last = this.end - text.length
    for (let at = this.bytes.indexOf(first, from); at >= 0 && at <= last; at = this.bytes.indexOf(first, at + 1))
      if (text.every((byte, index) => this.bytes[at + index] === byte)) return at
    return -1
  }

  private consume(to: number): void {
    for (let at = this.at; at < to; at++)
      if (this.bytes[at] === NEWLINE) {
        this.line++
        this.lineStart = this.offset + at + 1
      }
    this.at = to
  }

  /** Wait for the rest of the token, within reason. */
  private incomplete(): XmlToken {
    if (this.end - this.at <= xmlLimits.token) return 'more'
    return this.fail('RPT-SIZE', message('coverage.fault.long-record', { limit: xmlLimits.token }), this.at)
  }

  private syntax(at: number): XmlToken {
    return this.fail('RPT-SYNTAX', message('coverage.fault.xml.syntax', {}), at)
  }

  private badEntity(at: number): XmlToken {
    const text = /^&[^;\s<]*;?/.exec(this.excerpt(at, Math.min(this.end, at + 12)))?.[0] ?? '&'
    return this.fail('RPT-SYNTAX', message('coverage.fault.xml.entity', { text }), at)
  }

  private fail(code: ReportCode, problem: Message, at = this.at): XmlToken {
    this.consume(Math.max(this.at, at))
    const column = this.offset + this.at - this.lineStart + 1
    this.problem ??= { code, message: problem, line: this.line, column }
    return 'failed'
  }
}

/**
 * The text from the root's start tag on, behind instructions, comments and the document type, for telling formats apart
 * by the head of a file. A document type that does not end within the head stands for the root that it names.
 */
export function rootOf(head: Uint8Array): string {
  let text = latin1(head).trimStart()
  for (let rest = behindProlog(text); rest !== undefined; rest = behindProlog(text)) text = rest.trimStart()
  return text
}

function behindProlog(text: string): string | undefined {
  if (text.startsWith('<?')) return behind(text, '?>')
  if (text.startsWith('<!--')) return behind(text, '-->')
  if (!/^<!DOCTYPE\s/.test(text)) return undefined
  const whole = /^<!DOCTYPE(?:[^>["']|"[^"]*"|'[^']*')*(?:\[.*?\]\s*)?>/s.exec(text)
  return whole ? text.slice(whole[0].length) : text.replace(/^<!DOCTYPE\s+/, '<')
}

function behind(text: string, end: string): string | undefined {
  const at = text.indexOf(end)
  return at < 0 ? undefined : text.slice(at + end.length)
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const commentEnd = ascii('-->')
const cdataEnd = ascii(']]>')
const instructionEnd = ascii('?>')
/** What a document type may declare: elements and attributes, as some tools do, and no entities. */
const harmless = '(?:\\s*<!(?:ELEMENT|ATTLIST)\\s[^<>&]*>)*\\s*'
const harmlessSubset = new RegExp(`^${harmless}$`)
/** The same while its end has not come yet. */
const harmlessStart = new RegExp(`^${harmless}(?:<!?(?:[A-Z]{0,6}|(?:ELEMENT|ATTLIST)(?:\\s[^<>&]*)?))?$`)

const openings = [
  { name: 'comment', bytes: ascii('<!--') },
  { name: 'cdata', bytes: ascii('<![CDATA[') },
  { name: 'doctype', bytes: ascii('<!DOCTYPE') },
] as const
