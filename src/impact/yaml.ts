import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml'

/** What a document of a pull request may cost: its characters, the longest line, nodes after aliases, nesting. */
export const yamlLimits = { characters: 600_000, lineLength: 50_000, nodes: 100_000, depth: 60 } as const

/** Effective YAML: aliases and merge keys resolved. `line`: 1-based, in the file. */
export type YamlNode = YamlScalar | YamlMap | YamlList

export interface YamlScalar {
  readonly kind: 'scalar'
  /** Booleans as `true` and `false` however they are spelled; `null` as `null`. */
  readonly text: string
  readonly isNull: boolean
  readonly line: number
  readonly weight: 1
}

export interface YamlMap {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, YamlEntry>
  readonly line: number
  /** Nodes in it, those behind aliases each time. */
  readonly weight: number
}

export interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly line: number
  readonly weight: number
}

export interface YamlEntry {
  readonly line: number
  readonly node: YamlNode
}

/** The text of one document of a stream. `line`: 1-based line of its first character. */
export interface DocumentText {
  readonly text: string
  readonly line: number
}

/** Cuts a stream at its `---` lines: no scalar can hold one at the start of a line. */
export function documentTexts(text: string): readonly DocumentText[] {
  const documents: DocumentText[] = []
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  let start = 0
  const cut = (end: number) => {
    const body = lines.slice(start, end).join('\n')
    if (/\S/.test(body)) documents.push({ text: body, line: start + 1 })
    start = end + 1
  }
  for (const [index, line] of lines.entries()) if (/^---(?:\s*$|\s+#)/.test(line)) cut(index)
  cut(lines.length)
  return documents
}

/** The documents that are not on the other side word for word; nobody needs to parse the others. */
export function differingDocuments(
  before: string | null,
  after: string | null,
): { readonly before: readonly DocumentText[]; readonly after: readonly DocumentText[] } {
  const olds = before === null ? [] : documentTexts(before)
  const news = after === null ? [] : documentTexts(after)
  const inOld = new Set(olds.map(one => one.text.trim()))
  const inNew = new Set(news.map(one => one.text.trim()))
  return {
    before: olds.filter(one => !inNew.has(one.text.trim())),
    after: news.filter(one => !inOld.has(one.text.trim())),
  }
}

/** One document; `null`: no YAML, or too much of it. */
export function readDocument({ text, line }: DocumentText): YamlNode | null {
  if (text.length > yamlLimits.characters || longestLine(text) > yamlLimits.lineLength) return null
  try {
    const counter = new LineCounter()
    const document = parseDocument(text, {
      schema: 'core',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: counter,
    })
    if (document.errors.length > 0 || document.contents === null) return null
    return new Resolver(document, counter, line - 1).resolve(document.contents, 0)
  } catch {
    return null
  }
}

/** The single document of a configuration file, of both sides; `null`: not there. Unreadable sides give `undefined`. */
export function readBoth(
  before: string | null,
  after: string | null,
): { readonly before: YamlNode | null; readonly after: YamlNode | null } | undefined {
  if (before === after) return undefined
  const [old, now] = [readFirst(before), readFirst(after)]
  return old === undefined || now === undefined ? undefined : { before: old, after: now }
}

function readFirst(text: string | null): YamlNode | null | undefined {
  if (text === null) return null
  const first = documentTexts(text).find(one => /^\s*[^\s#%]/m.test(one.text))
  return first === undefined ? null : (readDocument(first) ?? undefined)
}

const longestLine = (text: string): number => {
  let longest = 0
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    longest = Math.max(longest, end - start)
    start = end + 1
  }
  return longest
}

class TooMuch extends Error {}

class Resolver {
  readonly #document: Document
  readonly #counter: LineCounter
  readonly #lineOffset: number
  readonly #anchored = new Map<Node, YamlNode>()
  readonly #open = new Set<Node>()

  constructor(document: Document, counter: LineCounter, lineOffset: number) {
    this.#document = document
    this.#counter = counter
    this.#lineOffset = lineOffset
  }

  resolve(node: Node, depth: number): YamlNode {
    if (depth > yamlLimits.depth || this.#open.has(node)) throw new TooMuch()
    const known = this.#anchored.get(node)
    if (known) return known
    if (isAlias(node)) {
      const target = node.resolve(this.#document)
      if (target === undefined) throw new TooMuch()
      return this.resolve(target, depth + 1)
    }
    this.#open.add(node)
    const resolved = this.#content(node, depth)
    this.#open.delete(node)
    if (resolved.weight > yamlLimits.nodes) throw new TooMuch()
    this.#anchored.set(node, resolved)
    return resolved
  }

  #content(node: Node, depth: number): YamlNode {
    const line = this.#line(node)
    if (isMap(node)) return this.#map(node, line, depth)
    if (isSeq(node)) {
      const items = node.items.map(item => this.resolve(item as Node, depth + 1))
      return { kind: 'list', items, line, weight: items.reduce((sum, item) => sum + item.weight, 1) }
    }
    return scalar(isScalar(node) ? node.value : null, isScalar(node) && node.type === 'PLAIN', source(node), line)
  }

  #map(node: YAMLMap, line: number, depth: number): YamlMap {
    const entries = new Map<string, YamlEntry>()
    const merged: YamlNode[] = []
    for (const pair of node.items as readonly Pair<Node, Node | null>[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key)
      const keyLine = this.#line(pair.key)
      const value = pair.value === null ? scalar(null, true, '', keyLine) : this.resolve(pair.value, depth + 1)
      if (key === '<<') merged.push(...(value.kind === 'list' ? value.items : [value]))
      else entries.set(key, { line: keyLine, node: value })
    }
    for (const source of merged) {
      if (source.kind !== 'map') continue
      for (const [key, entry] of source.entries) if (!entries.has(key)) entries.set(key, entry)
    }
    const weight = [...entries.values()].reduce((sum, entry) => sum + entry.node.weight, 1)
    return { kind: 'map', entries, line, weight }
  }

  #line(node: Node): number {
    return this.#lineOffset + Math.max(1, this.#counter.linePos(node.range?.[0] ?? 0).line)
  }
}

const source = (node: Node): string => (isScalar(node) && typeof node.source === 'string' ? node.source : '')

function scalar(value: unknown, isPlain: boolean, source: string, line: number): YamlScalar {
  const isNull = value === null || value === undefined
  const text = isNull ? 'null' : isPlain ? plain(source) : String(value)
  return { kind: 'scalar', text, isNull, line, weight: 1 }
}

/** Readers of YAML 1.1 (Ansible, Go) take `yes` for true. */
const plain = (source: string): string =>
  /^(?:true|yes|on)$/i.test(source) ? 'true' : /^(?:false|no|off)$/i.test(source) ? 'false' : source

/** One text for one effective value: order of keys, quotes and layout play no part. */
export function canonical(node: YamlNode | undefined): string {
  if (node === undefined) return ''
  if (node.kind === 'scalar') return node.isNull ? 'null' : JSON.stringify(node.text)
  if (node.kind === 'list') return `[${node.items.map(canonical).join(',')}]`
  const entries = [...node.entries].map(([key, { node: value }]) => `${JSON.stringify(key)}:${canonical(value)}`)
  return `{${entries.toSorted().join(',')}}`
}

/** What stands at the path of keys; `undefined`: nothing. */
export function at(node: YamlNode | null | undefined, ...keys: readonly string[]): YamlNode | undefined {
  let current: YamlNode | undefined = node ?? undefined
  for (const key of keys) current = current?.kind === 'map' ? current.entries.get(key)?.node : undefined
  return current
}

export const entriesOf = (node: YamlNode | null | undefined): readonly (readonly [string, YamlEntry])[] =>
  node?.kind === 'map' ? [...node.entries] : []

export const itemsOf = (node: YamlNode | null | undefined): readonly YamlNode[] =>
  node?.kind === 'list' ? node.items : []

/** The text of a scalar that is not null. */
export const textOf = (node: YamlNode | null | undefined): string | undefined =>
  node?.kind === 'scalar' && !node.isNull ? node.text : undefined

/** The same without some entries of the top map. */
export function without(node: YamlNode, keys: readonly string[]): YamlNode {
  if (node.kind !== 'map') return node
  return { ...node, entries: new Map([...node.entries].filter(([key]) => !keys.includes(key))) }
}
