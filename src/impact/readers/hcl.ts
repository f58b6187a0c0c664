/** A block of HCL: `variable "name" { … }`. */
export interface HclBlock {
  readonly type: string
  readonly labels: readonly string[]
  readonly attributes: ReadonlyMap<string, HclExpression>
  readonly blocks: readonly HclBlock[]
  /** 1-based. */
  readonly line: number
}

export interface HclExpression {
  /** Its words with one space between them; no comments, no commas: layout plays no part. */
  readonly text: string
  readonly line: number
}

const maxDepth = 40

/** The blocks of a file. Reads what looks like blocks and attributes and passes over the rest. */
export function readHcl(text: string): readonly HclBlock[] {
  return new Reader(tokensOf(text)).body(0).blocks
}

interface Token {
  readonly kind: 'word' | 'text' | 'sign' | 'newline'
  readonly text: string
  readonly line: number
}

const pattern =
  /(#[^\n]*|\/\/[^\n]*|\/\*)|(<<-?)([A-Za-z_][\w-]*)\r?\n|(\r?\n)|([A-Za-z_][\w-]*(?:\.[A-Za-z_*][\w-]*|\.\d+)*|\d[\w.]*)|(")|([^\s])/g

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let line = 1
  const scan = new RegExp(pattern)
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const [whole, comment, heredoc, marker = '', newline, word, quote] = match
    let end = scan.lastIndex
    if (comment === '/*') end = endOfComment(text, end)
    else if (newline !== undefined) tokens.push({ kind: 'newline', text: '\n', line })
    else if (heredoc !== undefined) {
      end = endOfHeredoc(text, end, marker)
      tokens.push({ kind: 'text', text: text.slice(match.index, end).replaceAll('\r', ''), line })
    } else if (quote !== undefined) {
      end = endOfText(text, end)
      tokens.push({ kind: 'text', text: text.slice(match.index, end), line })
    } else if (word !== undefined) tokens.push({ kind: 'word', text: word, line })
    else if (comment === undefined) tokens.push({ kind: 'sign', text: whole, line })
    line += lineEnds(text, match.index, end)
    scan.lastIndex = end
  }
  return tokens
}

/** Looks at nothing behind `to`, so that a file of one line costs no more than another. */
function lineEnds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (text[at] === '\n') count++
  return count
}

function endOfComment(text: string, start: number): number {
  const found = text.indexOf('*/', start)
  return found < 0 ? text.length : found + 2
}

function endOfHeredoc(text: string, start: number, marker: string): number {
  for (let from = start; from < text.length; ) {
    const found = text.indexOf('\n', from)
    const end = found < 0 ? text.length : found
    if (text.slice(from, end).trim() === marker) return end
    from = end + 1
  }
  return text.length
}

/** After the closing quote; `${ … }` may hold quotes of its own. A line end closes what nobody closed. */
function endOfText(text: string, start: number): number {
  const open: ('text' | 'template')[] = ['text']
  for (let at = start; at < text.length; at++) {
    const char = text[at]
    const isText = open.at(-1) === 'text'
    if (char === '\n') return at
    if (char === '\\') at++
    else if (char === '"' && isText) open.pop()
    else if (char === '"') open.push('text')
    else if (isText && (char === '$' || char === '%') && text[at + 1] === '{') {
      open.push('template')
      at++
    } else if (!isText && char === '{') open.push('template')
    else if (!isText && char === '}') open.pop()
    if (open.length === 0) return at + 1
  }
  return text.length
}

class Reader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  body(depth: number): Pick<HclBlock, 'attributes' | 'blocks'> {
    const attributes = new Map<string, HclExpression>()
    const blocks: HclBlock[] = []
    for (let token = this.#tokens[this.#at]; token !== undefined; token = this.#tokens[this.#at]) {
      this.#at++
      if (token.text === '}' && token.kind === 'sign') break
      if (token.kind !== 'word' && token.kind !== 'text') continue
      if (this.#isSign('=')) {
        this.#at++
        attributes.set(unquote(token.text), { text: this.#expression(), line: token.line })
        continue
      }
      const labels = this.#labels()
      if (!this.#isSign('{')) continue
      this.#at++
      if (depth < maxDepth) blocks.push({ type: token.text, labels, line: token.line, ...this.body(depth + 1) })
      else this.#skip()
    }
    return { attributes, blocks }
  }

  #isSign(text: string): boolean {
    const token = this.#tokens[this.#at]
    return token?.kind === 'sign' && token.text === text
  }

  #labels(): readonly string[] {
    const labels: string[] = []
    for (
      let token = this.#tokens[this.#at];
      token?.kind === 'word' || token?.kind === 'text';
      token = this.#tokens[this.#at]
    ) {
      labels.push(unquote(token.text))
      this.#at++
    }
    return labels
  }

  /** To the end of the line, or of the brackets that are open there. */
  #expression(): string {
    const words: string[] = []
    let open = 0
    for (let token = this.#tokens[this.#at]; token !== undefined; token = this.#tokens[this.#at]) {
      if (token.kind === 'newline' && open === 0) break
      if (token.kind === 'sign' && /[)\]}]/.test(token.text)) {
        if (open === 0) break
        open--
      } else if (token.kind === 'sign' && /[([{]/.test(token.text)) open++
      if (token.kind !== 'newline' && token.text !== ',') words.push(token.text)
      this.#at++
    }
    return words.join(' ')
  }

  #skip(): void {
    for (let open = 1; open > 0 && this.#at < this.#tokens.length; this.#at++) {
      const token = this.#tokens[this.#at]
      if (token?.kind === 'sign') open += token.text === '{' ? 1 : token.text === '}' ? -1 : 0
    }
  }
}

/** A quoted text without its quotes; anything else as it stands. */
export const unquote = (text: string): string => /^"(.*)"$/s.exec(text)?.[1] ?? text
