import { lineFinder } from '../code/scan.ts'
import type { SurfacePart } from '../surface.ts'

const token = /#[^\n]*|"""[\s\S]*?(?:"""|$)|("(?:[^"\\\n]|\\.)*"?)|([A-Za-z_]\w*|\.\.\.)|(-?\d[\w.+-]*)|([^\s,])/g

interface Token {
  readonly text: string
  readonly index: number
}

const maxLength = 1_000_000

/** Types, fields with their arguments, and values of a schema. Operations of clients are none of it. */
export function readGraphql(text: string): readonly SurfacePart[] {
  if (text.length > maxLength) return []
  const tokens: Token[] = []
  for (const match of text.matchAll(token)) {
    const [, string, name, number, mark] = match
    const told = name ?? number ?? mark ?? string
    if (told !== undefined) tokens.push({ text: told, index: match.index })
  }
  return definitions(withoutDescriptions(tokens), lineFinder(text))
}

/** A string before a name describes it; behind `:` or `=` it is a value. */
const withoutDescriptions = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((one, index) => !one.text.startsWith('"') || /^[:=[]$/.test(tokens[index - 1]?.text ?? ''))

const kinds = /^(?:type|interface|input|enum|union|scalar|directive|schema)$/

function definitions(tokens: readonly Token[], lineAt: (index: number) => number): readonly SurfacePart[] {
  const parts = new Map<string, SurfacePart>()
  const add = (part: SurfacePart) => {
    if (!parts.has(part.key)) parts.set(part.key, part)
  }
  let at = 0
  while (at < tokens.length) {
    const kind = tokens[at]?.text ?? ''
    if (!kinds.test(kind)) {
      at = kind === '{' ? closing(tokens, at) + 1 : at + 1
      continue
    }
    const name =
      kind === 'schema' ? kind : kind === 'directive' ? `@${tokens[at + 2]?.text}` : (tokens[at + 1]?.text ?? '')
    const start = at + 1
    at = definitionEnd(tokens, start)
    const opened =
      kind === 'directive' ? -1 : tokens.findIndex((one, index) => index >= start && index < at && one.text === '{')
    const head = tokens.slice(start + 1, opened < 0 ? at : opened).map(one => one.text)
    add({ key: name, owner: null, value: `${kind} ${head.join(' ')}`, line: lineAt(tokens[start - 1]?.index ?? 0) })
    if (opened >= 0) for (const part of members(tokens.slice(opened + 1, at - 1), name, kind, lineAt)) add(part)
  }
  return [...parts.values()]
}

/** Behind the definition: its closing brace, or the next definition where it has none. */
function definitionEnd(tokens: readonly Token[], start: number): number {
  for (let at = start; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? ''
    if (text === '(') at = closing(tokens, at)
    else if (text === '{') return Math.min(tokens.length, closing(tokens, at) + 1)
    else if (
      at > start &&
      (kinds.test(text) || /^(?:extend|query|mutation|subscription|fragment)$/.test(text)) &&
      !/^[:@]$/.test(tokens[at - 1]?.text ?? '')
    )
      return at
  }
  return tokens.length
}

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? ''
    if (/^[({[]$/.test(text)) depth++
    if (/^[)}\]]$/.test(text) && --depth === 0) return at
  }
  return tokens.length
}

/** A member begins with a name outside brackets that `:` or `(` follows, in enums with any name. */
function members(
  tokens: readonly Token[],
  owner: string,
  kind: string,
  lineAt: (index: number) => number,
): readonly SurfacePart[] {
  const starts: number[] = []
  for (let at = 0; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? ''
    if (/^[({[]$/.test(text)) at = closing(tokens, at)
    else if (startsMember(tokens, at, kind)) starts.push(at)
  }
  return starts.map((start, index) => {
    const texts = tokens.slice(start, starts[index + 1] ?? tokens.length).map(one => one.text)
    const value = texts.slice(1).join(' ')
    return {
      key: `${owner}.${texts[0] ?? ''}`,
      owner,
      value,
      shown: value
        .replace(/ ?([:()[\]!]) ?/g, '$1')
        .replace(/:/g, ': ')
        .trim(),
      line: lineAt(tokens[start]?.index ?? 0),
    }
  })
}

function startsMember(tokens: readonly Token[], at: number, kind: string): boolean {
  const [previous, text, next] = [tokens[at - 1]?.text, tokens[at]?.text ?? '', tokens[at + 1]?.text ?? '']
  if (!/^[A-Za-z_]/.test(text) || previous === ':' || previous === '@' || previous === '=') return false
  return kind === 'enum' || next === ':' || next === '('
}
