import { type Document, isAlias, isMap, isScalar, isSeq, Lexer, type Node, parseDocument, type Scalar } from 'yaml'
import { type Message, message } from '../locales/message.ts'
import { maxListLength } from './fields.ts'
import type { ProblemCode } from './problem.ts'
import { lineIndex, type Position, visible } from './text.ts'

export const yamlLimits = { depth: 32, aliases: 100, entries: maxListLength } as const

export interface PlacedProblem {
  readonly code: ProblemCode
  readonly message: Message
  /** Into the text. */
  readonly offset: number
  readonly keys: readonly PropertyKey[]
}

export interface Place {
  /** Where the key of a mapping's entry stands. */
  readonly key?: number
  readonly value: number
}

export interface YamlContent {
  /** Plain objects, arrays, strings, finite or not numbers, booleans and null; no `__proto__`. `undefined`: empty file. */
  readonly value: unknown
  readonly problems: readonly PlacedProblem[]
  readonly warnings: readonly PlacedProblem[]
  readonly places: Places
  /** Whether a `null` was written as such; a key without a value gives one too. */
  readonly writtenNull: (keys: readonly PropertyKey[]) => boolean
  /** Numbers that are not written as plain decimals (`010`, `0x50`, `1e3`, `.nan`). */
  readonly oddNumbers: readonly {
    readonly keys: readonly PropertyKey[]
    readonly source: string
    readonly value: number
  }[]
}

/** Where each key path of the file stands. */
export class Places {
  readonly #places = new Map<string, Place>()

  add(keys: readonly PropertyKey[], place: Place): void {
    this.#places.set(JSON.stringify(keys), place)
  }

  /** Of the value at the path, or of the nearest thing around it. `key`: rather of the key. */
  offset(keys: readonly PropertyKey[], prefer: 'value' | 'key' = 'value'): number {
    for (let length = keys.length; length >= 0; length--) {
      const place = this.#places.get(JSON.stringify(keys.slice(0, length)))
      if (place) return prefer === 'key' || length < keys.length ? (place.key ?? place.value) : place.value
    }
    return 0
  }
}

/** One YAML 1.2 core document without tags, merge keys and directives, with the place of everything. */
export function readYaml(text: string): YamlContent {
  const nothing = { value: undefined, warnings: [], writtenNull: () => false, oddNumbers: [] }
  const refusal = refuseTokens(text)
  if (refusal) return { ...nothing, problems: [refusal], places: new Places() }
  const document = parseDocument(text, {
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  })
  const reader = new Reader(document, text)
  if (document.errors.length > 0) {
    const problems = document.errors
      .slice(0, 20)
      .map(error => syntaxProblem(error.code, error.message, error.pos[0], text))
    return { ...nothing, problems, places: reader.places }
  }
  const value = document.contents === null ? undefined : reader.read(document.contents, [])
  const { problems, warnings, places, nulls, oddNumbers } = reader
  return { value, problems, warnings, places, writtenNull: keys => nulls.has(JSON.stringify(keys)), oddNumbers }
}

function syntaxProblem(code: string, detail: string, offset: number, text: string): PlacedProblem {
  if (code === 'MULTIPLE_DOCS')
    return { code: 'CFG-MULTIDOC', message: message('policy.multidoc', {}), offset, keys: [] }
  const reason = code === 'TAB_AS_INDENT' || text[offset] === '\t' ? 'tab' : 'other'
  return {
    code: 'CFG-SYNTAX',
    message: message('policy.syntax', { reason, detail: visible(detail) }),
    offset,
    keys: [],
  }
}

/** What the lexer yields besides pieces of the text: start of a document, of a scalar, end of a broken flow. */
const scalarMarker = '\x1f'
const markers: readonly string[] = ['\x02', scalarMarker, '\x18']

/** Nesting and directives, seen on the tokens: the parser recurses, the lexer does not. */
function refuseTokens(text: string): PlacedProblem | undefined {
  const depth = new DepthMeter()
  let offset = 0
  let previous = ''
  for (const token of new Lexer().lex(text)) {
    const isScalar = previous === scalarMarker
    if (token.startsWith('%') && !isScalar)
      return {
        code: 'CFG-SYNTAX',
        message: message('policy.syntax', { reason: 'directive', detail: '' }),
        offset,
        keys: [],
      }
    if ((isScalar ? depth.afterScalar(token) : depth.after(token)) > yamlLimits.depth)
      return { code: 'CFG-DEPTH', message: message('policy.depth', { limit: yamlLimits.depth }), offset, keys: [] }
    if (isScalar || !markers.includes(token)) offset += token.length
    previous = token
  }
  return undefined
}

class DepthMeter {
  #indents: number[] = []
  #indent = 0
  #indicators = 0
  #flow = 0
  #atLineStart = true

  /** An upper bound of the nesting after this token. */
  after(token: string): number {
    if (token === '\n') this.#startLine()
    else if (this.#atLineStart && token.startsWith(' ')) this.#indent = token.length
    else if (!token.startsWith('#') && !markers.includes(token)) this.#content(token)
    return this.#depth()
  }

  /** The body of a block scalar is no content of its own and takes its last line end with it. */
  afterScalar(text: string): number {
    if (text.endsWith('\n')) this.#startLine()
    else this.#content('')
    return this.#depth()
  }

  #depth(): number {
    return this.#indents.length + this.#indicators + this.#flow
  }

  #startLine(): void {
    this.#atLineStart = true
    this.#indent = 0
    this.#indicators = 0
  }

  #content(token: string): void {
    if (this.#atLineStart && this.#flow === 0) this.#enter(this.#indent)
    this.#atLineStart = false
    if (token === '[' || token === '{') this.#flow++
    else if (token === ']' || token === '}') this.#flow = Math.max(0, this.#flow - 1)
    else if (token === '-' || token === '?') this.#indicators++
  }

  #enter(indent: number): void {
    while ((this.#indents.at(-1) ?? -1) >= indent) this.#indents.pop()
    this.#indents.push(indent)
  }
}

const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype']
const plainDecimal = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/

/** The version is no quantity: `1.0` is not `1`. */
function isPlain(keys: readonly PropertyKey[], source: string, value: number): boolean {
  if (keys.length === 1 && keys[0] === 'version') return source === String(value)
  return plainDecimal.test(source) && !Object.is(value, -0)
}

/** Turns nodes into values and collects everything that is wrong on the way; what is wrong is left out of the value. */
class Reader {
  readonly problems: PlacedProblem[] = []
  readonly warnings: PlacedProblem[] = []
  readonly places = new Places()
  readonly nulls = new Set<string>()
  readonly oddNumbers: { keys: readonly PropertyKey[]; source: string; value: number }[] = []
  readonly #document: Document
  readonly #text: string
  readonly #position: (offset: number) => Position
  readonly #open = new Set<Node>()
  #aliases = 0

  constructor(document: Document, text: string) {
    this.#document = document
    this.#text = text
    this.#position = lineIndex(text)
  }

  read(node: Node | null, keys: readonly PropertyKey[], keyOffset?: number): unknown {
    const offset = node?.range?.[0] ?? keyOffset ?? 0
    this.places.add(keys, keyOffset === undefined ? { value: offset } : { key: keyOffset, value: offset })
    if (node === null) return null
    if (isAlias(node)) return this.#readAlias(node, keys, offset, keyOffset)
    if (keys.length > yamlLimits.depth)
      return this.#refuse('CFG-DEPTH', message('policy.depth', { limit: yamlLimits.depth }), offset, keys)
    const tag = (node as { tag?: string }).tag
    if (tag !== undefined && tag !== '!')
      return this.#refuse(
        'CFG-TAG',
        message('policy.tag', { tag: visible(tag.replace('tag:yaml.org,2002:', '!!')) }),
        this.#tagOffset(offset),
        keys,
      )
    this.#open.add(node)
    const value = this.#readOpened(node, keys, offset)
    this.#open.delete(node)
    return value
  }

  #readOpened(node: Node, keys: readonly PropertyKey[], offset: number): unknown {
    if (isScalar(node)) return this.#readScalar(node, keys, offset)
    if (!isSeq(node) && !isMap(node)) return null
    if (node.items.length > yamlLimits.entries) {
      const counts = { count: node.items.length, limit: yamlLimits.entries }
      return this.#refuse('CFG-SIZE', message('policy.entries', counts), offset, keys)
    }
    if (isSeq(node)) return node.items.map((item, i) => this.read(item as Node | null, [...keys, i]))
    return this.#readMap(node.items as readonly { key: unknown; value: unknown }[], keys, offset)
  }

  #readMap(pairs: readonly { key: unknown; value: unknown }[], keys: readonly PropertyKey[], offset: number): unknown {
    const value: Record<string, unknown> = {}
    const seen = new Map<string, number>()
    for (const pair of pairs) {
      const at = (pair.key as Node | null)?.range?.[0] ?? offset
      const key = isScalar(pair.key) ? this.#keyText(pair.key) : undefined
      if (key === undefined) this.#refuse('CFG-KEY', message('policy.key', {}), at, keys)
      else if (key === '<<') this.#refuse('CFG-KEY', message('policy.key.merge', {}), at, keys)
      else if (forbiddenKeys.includes(key))
        this.#refuse('CFG-KEY', message('policy.key.forbidden', { key }), at, [...keys, key])
      else if (seen.has(key)) {
        const lines = { first: this.#position(seen.get(key) ?? 0).line, second: this.#position(at).line }
        this.#refuse('CFG-DUPKEY', message('policy.key.twice', { key: visible(key), ...lines }), at, [...keys, key])
      } else {
        seen.set(key, at)
        value[key] = this.read(pair.value as Node | null, [...keys, key], at)
      }
    }
    return value
  }

  #keyText(key: Scalar): string | undefined {
    if (key.tag !== undefined && key.tag !== '!') return undefined
    return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
  }

  #readScalar(node: Scalar, keys: readonly PropertyKey[], offset: number): unknown {
    const { value, source = '' } = node
    if (typeof value === 'string' && value.includes('${{'))
      this.warnings.push({
        code: 'CFG-LITERAL',
        message: message('policy.literal', { got: visible(value) }),
        offset,
        keys,
      })
    if (value === null && source !== '') this.nulls.add(JSON.stringify(keys))
    if (typeof value === 'bigint') return Number(value)
    if (typeof value === 'number' && !isPlain(keys, source, value)) this.oddNumbers.push({ keys, source, value })
    return value
  }

  #readAlias(
    node: Node & { source: string },
    keys: readonly PropertyKey[],
    offset: number,
    keyOffset?: number,
  ): unknown {
    const name = visible(node.source)
    if (++this.#aliases > yamlLimits.aliases) {
      if (this.#aliases > yamlLimits.aliases + 1) return null
      return this.#refuse('CFG-ALIAS', message('policy.alias.many', { limit: yamlLimits.aliases }), offset, keys)
    }
    const target = isAlias(node) ? node.resolve(this.#document) : undefined
    if (target === undefined) return this.#refuse('CFG-ALIAS', message('policy.alias.unknown', { name }), offset, keys)
    if (this.#open.has(target)) return this.#refuse('CFG-ALIAS', message('policy.alias.cycle', { name }), offset, keys)
    return this.read(target, keys, keyOffset)
  }

  #refuse(code: ProblemCode, what: Message, offset: number, keys: readonly PropertyKey[]): null {
    this.problems.push({ code, message: what, offset, keys })
    return null
  }

  /** A node's range starts behind its tag. */
  #tagOffset(offset: number): number {
    const lineStart = this.#text.lastIndexOf('\n', offset - 1) + 1
    const tag = this.#text.slice(lineStart, offset).lastIndexOf('!')
    if (tag < 0) return offset
    return lineStart + this.#text.slice(lineStart, lineStart + tag + 1).search(/!\S*$/)
  }
}
