import { lineFinder } from '../code/scan.ts'
import type { SurfacePart } from '../surface.ts'

const token =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|("(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|([A-Za-z_.][\w.]*)|(-?\d[\w.+-]*)|(\S)/g

interface Token {
  readonly text: string
  readonly index: number
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(token)) {
    const told = match[1] ?? match[2] ?? match[3] ?? match[4]
    if (told !== undefined) tokens.push({ text: told, index: match.index })
  }
  return tokens
}

const maxLength = 1_000_000
const maxDepth = 50

/** Services, calls, messages, fields and values of a `.proto` file, with the name of its package. */
export function readProtobuf(text: string): readonly SurfacePart[] {
  if (text.length > maxLength) return []
  return new Reader(text).read()
}

class Reader {
  readonly #tokens: readonly Token[]
  readonly #lineAt: (index: number) => number
  readonly #parts: SurfacePart[] = []
  #at = 0
  #package = ''
  readonly #uses = new Map<string, string[]>()

  constructor(text: string) {
    this.#tokens = tokensOf(text)
    this.#lineAt = lineFinder(text)
  }

  read(): readonly SurfacePart[] {
    while (this.#at < this.#tokens.length) {
      const { text } = this.#next()
      if (text === 'package') this.#package = this.#statement()[0]?.text ?? ''
      else if (isBlock(text)) this.#block(text, null, 0)
      else if (text !== ';' && text !== '}') this.#statement()
    }
    return this.#parts
  }

  #next(): Token {
    return this.#tokens[this.#at++] ?? { text: '', index: 0 }
  }

  #peek(): string {
    return this.#tokens[this.#at]?.text ?? ''
  }

  /** Tokens up to `;`, or up to the end of a block in braces that begins before one. */
  #statement(): readonly Token[] {
    const found: Token[] = []
    let depth = 0
    while (this.#at < this.#tokens.length) {
      if (depth === 0 && this.#peek() === '}') return found
      const one = this.#next()
      if (one.text === ';' && depth === 0) return found
      if (one.text === '{' || one.text === '[') depth++
      if (one.text === '}' || one.text === ']') depth--
      found.push(one)
      if (one.text === '}' && depth === 0) return found
    }
    return found
  }

  #block(kind: string, owner: string | null, depth: number): void {
    const name = this.#next()
    const key = kind === 'extend' ? this.#keyOf(owner, `extend ${name.text}`) : this.#keyOf(owner, name.text)
    const uses: string[] = []
    this.#uses.set(key, uses)
    this.#parts.push({ key, owner, value: kind, line: this.#lineAt(name.index), uses })
    if (this.#peek() !== '{') {
      this.#statement()
      return
    }
    this.#next()
    this.#members(kind, key, '', depth)
  }

  #keyOf(owner: string | null, name: string): string {
    if (owner !== null) return `${owner}.${name}`
    return this.#package === '' ? name : `${this.#package}.${name}`
  }

  #members(kind: string, key: string, oneof: string, depth: number): void {
    while (this.#at < this.#tokens.length) {
      const text = this.#peek()
      if (text === '}') {
        this.#next()
        return
      }
      if (text === ';') this.#next()
      else if (isBlock(text) && this.#tokens[this.#at + 2]?.text === '{' && depth < maxDepth) {
        this.#next()
        this.#block(text, key, depth + 1)
      } else if (text === 'oneof' && depth < maxDepth) {
        this.#next()
        const name = this.#next().text
        if (this.#peek() === '{') this.#next()
        this.#members(kind, key, name, depth + 1)
      } else this.#member(kind, key, oneof)
    }
  }

  #member(kind: string, key: string, oneof: string): void {
    const before = this.#at
    const statement = this.#statement()
    if (this.#at === before) this.#at++
    const [first] = statement
    if (first === undefined || /^(?:option|reserved|extensions|import)$/.test(first.text)) return
    const texts = statement.map(one => one.text)
    if (first.text === 'rpc') {
      this.#call(key, statement)
      return
    }
    const equals = texts.indexOf('=')
    const name = texts[equals - 1]
    if (equals < 1 || name === undefined) return
    const value = `${kind === 'enum' ? '' : oneof} ${[...texts.slice(0, equals - 1), ...withoutNotes(texts.slice(equals))].join(' ')}`
    this.#uses.get(key)?.push(...this.#typesIn(texts.slice(0, equals - 1)))
    this.#parts.push({ key: `${key}.${name}`, owner: key, value, shown: value.trim(), line: this.#lineAt(first.index) })
  }

  #call(key: string, statement: readonly Token[]): void {
    const texts = statement.map(one => one.text)
    const name = texts[1] ?? ''
    const body = texts.indexOf('{')
    const signature = texts.slice(2, body < 0 ? undefined : body)
    const options = body < 0 ? [] : withoutNotes(texts.slice(body))
    this.#parts.push({
      key: `${key}.${name}`,
      owner: key,
      value: `call ${[...signature, ...options].join(' ')}`,
      line: this.#lineAt(statement[0]?.index ?? 0),
      uses: this.#typesIn(signature),
    })
  }

  #typesIn(texts: readonly string[]): readonly string[] {
    const types = texts.filter(text => /^[A-Za-z_.]/.test(text) && text !== 'returns' && text !== 'stream')
    return types.map(type => (type.includes('.') ? type.replace(/^\./, '') : this.#keyOf(null, type)))
  }
}

const isBlock = (text: string): boolean => /^(?:message|enum|service|extend)$/.test(text)

/** Options that only document. */
const withoutNotes = (texts: readonly string[]): readonly string[] => {
  const text = texts.join(' ')
  return /swagger|openapi|description|summary/i.test(text) ? texts.slice(0, Math.max(2, texts.indexOf('['))) : texts
}
