import { type Message, message } from './locales/message.ts'
import { err, ok, type Result } from './result.ts'

/** Fixed limits. Beyond them a pattern is refused, never cut. */
export const globLimits = { length: 1024, braceDepth: 8, alternatives: 64, expandedLength: 4096 } as const

export type GlobProblemCode = 'GLB-SYNTAX' | 'GLB-SIZE' | 'GLB-COMPLEX' | 'GLB-EXTGLOB' | 'GLB-PATH'

export interface GlobProblem {
  readonly code: GlobProblemCode
  readonly message: Message
  /** 1-based, in UTF-16 units of the pattern. */
  readonly column: number
}

export interface Glob {
  readonly pattern: string
  /** `path` is repository-relative with forward slashes, as in `ChangedFile.path`. */
  matches(path: string): boolean
}

export interface GlobList {
  readonly patterns: readonly string[]
  /** The last entry that matches decides; `!x` takes away. No match: false. */
  matches(path: string): boolean
}

/**
 * A pattern anchored at the repository root. `*` and `?` stay within a folder and match dot files, `**` stands alone
 * between slashes (zero or more folders; at the end: everything below), `[a-z]`, `[!a]`, `{a,b}`. Case-sensitive,
 * Unicode by code point without normalisation. A leading `/` or `./` is dropped, a trailing `/` means everything
 * below. No backslashes (a special character is matched by `[*]`), except a leading `\!` for a literal `!`.
 * Time is at most the product of pattern and path length.
 */
export function compileGlob(pattern: string): Result<Glob, GlobProblem> {
  if (pattern.startsWith('!')) return err(problem('GLB-SYNTAX', 'glob.negation', pattern, 0))
  return compileAt(pattern, 0)
}

/** What is wrong with an entry of a list: a pattern, or `!` and a pattern. */
export function checkGlob(entry: string): GlobProblem | undefined {
  const compiled = compileEntry(entry)
  return compiled.ok ? undefined : compiled.error
}

/** @throws TypeError on an entry that `checkGlob` refuses: lists come from a parsed policy. */
export function compileGlobs(patterns: readonly string[]): GlobList {
  const entries = patterns
    .map(pattern => {
      const compiled = compileEntry(pattern)
      if (!compiled.ok) throw new TypeError(`glob not validated: ${JSON.stringify(pattern)}`)
      return { keeps: !pattern.startsWith('!'), matches: compiled.value.matches }
    })
    .reverse()
  return {
    patterns,
    matches(path) {
      for (const entry of entries) if (entry.matches(path)) return entry.keeps
      return false
    },
  }
}

function compileEntry(entry: string): Result<Glob, GlobProblem> {
  return compileAt(entry, entry.startsWith('!') ? 1 : 0)
}

function compileAt(pattern: string, start: number): Result<Glob, GlobProblem> {
  const source = trimAnchors(pattern, start)
  const refusal = refuseSource(pattern, start, source)
  if (refusal) return err(refusal)
  const tokens = tokenize(pattern, source.start, source.end)
  if (!tokens.ok) return tokens
  if (source.below) tokens.value.push({ kind: 'slash', at: source.end }, ...globstarAt(source.end))
  const alternatives = expand(pattern, tokens.value)
  if (!alternatives.ok) return alternatives
  const matchers: PathMatcher[] = []
  for (const alternative of alternatives.value) {
    const segments = toSegments(pattern, alternative)
    if (!segments.ok) return segments
    matchers.push(compileAlternative(segments.value))
  }
  const [first, ...others] = matchers
  return ok({ pattern, matches: first && others.length === 0 ? first : anyOf(matchers) })
}

function anyOf(matchers: readonly PathMatcher[]): PathMatcher {
  return path => {
    for (const matches of matchers) if (matches(path)) return true
    return false
  }
}

type PathMatcher = (path: string) => boolean

const problem = (code: GlobProblemCode, what: GlobMessageCode, pattern: string, at: number): GlobProblem => ({
  code,
  message: message(what, { pattern: excerpt(pattern), column: at + 1 }),
  column: at + 1,
})

type GlobMessageCode = Extract<Message['code'], `glob.${string}`>

const excerpt = (pattern: string): string => (pattern.length > 200 ? `${pattern.slice(0, 199)}…` : pattern)

/** The part between a leading `/` or `./` and a trailing `/`. */
function trimAnchors(pattern: string, start: number): { start: number; end: number; below: boolean } {
  let from = start
  if (pattern.startsWith('./', from)) from += 2
  else if (pattern.startsWith('/', from)) from += 1
  const below = pattern.endsWith('/') && pattern.length - 1 > from
  return { start: from, end: below ? pattern.length - 1 : pattern.length, below }
}

/** Everything that can be refused in one pass over the text, before anything is built from it. */
function refuseSource(pattern: string, start: number, source: { start: number; end: number }): GlobProblem | undefined {
  if (pattern.startsWith('!', start)) return problem('GLB-SYNTAX', 'glob.twice-negated', pattern, start)
  const deep = tooDeep(pattern)
  if (deep >= 0) return problem('GLB-COMPLEX', 'glob.nesting', pattern, deep)
  if (pattern.length > globLimits.length) return problem('GLB-SIZE', 'glob.size', pattern, globLimits.length)
  if (source.start >= source.end) return problem('GLB-SYNTAX', 'glob.empty', pattern, start)
  if (/^[A-Za-z]:[\\/]/.test(pattern.slice(start))) return problem('GLB-PATH', 'glob.absolute', pattern, start)
  if (/^\s/.test(pattern.slice(start))) return problem('GLB-SYNTAX', 'glob.space', pattern, start)
  if (/\s$/.test(pattern)) return problem('GLB-SYNTAX', 'glob.space', pattern, pattern.trimEnd().length)
  const nul = pattern.indexOf('\0')
  if (nul >= 0) return problem('GLB-SYNTAX', 'glob.nul', pattern, nul)
  const backslash = pattern.indexOf('\\', pattern.startsWith('\\!', source.start) ? source.start + 1 : source.start)
  if (backslash >= 0) return problem('GLB-SYNTAX', 'glob.backslash', pattern, backslash)
  const extended = /[@?*+!]\(/.exec(pattern)
  if (extended) return problem('GLB-EXTGLOB', 'glob.extended', pattern, extended.index)
  return undefined
}

function tooDeep(pattern: string): number {
  let depth = 0
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at)
    if (unit === 0x7b && ++depth > globLimits.braceDepth) return at
    if (unit === 0x7d && depth > 0) depth--
  }
  return -1
}

type Token =
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'any' | 'star' | 'slash'; readonly at: number }
  | { readonly kind: 'class'; readonly class: CharacterClass; readonly at: number }
  | { readonly kind: 'braces'; readonly alternatives: readonly Token[][]; readonly at: number }

type FlatToken = Exclude<Token, { kind: 'braces' }>

interface CharacterClass {
  readonly negated: boolean
  /** Pairs of first and last code point, inclusive. */
  readonly ranges: readonly number[]
}

const globstarAt = (at: number): FlatToken[] => [
  { kind: 'star', at },
  { kind: 'star', at },
]

function tokenize(pattern: string, start: number, end: number): Result<Token[], GlobProblem> {
  const tokens: Token[] = []
  let at = start
  let text = ''
  const flush = () => {
    if (text !== '') tokens.push({ kind: 'text', text, at: at - text.length })
    text = ''
  }
  if (pattern.startsWith('\\!', at)) at++
  while (at < end) {
    const character = pattern.charAt(at)
    if (character === '*' || character === '?' || character === '/') {
      flush()
      tokens.push({ kind: character === '*' ? 'star' : character === '?' ? 'any' : 'slash', at })
      at++
    } else if (character === '[') {
      flush()
      const read = readClass(pattern, at, end)
      if (!read.ok) return read
      tokens.push({ kind: 'class', class: read.value.class, at })
      at = read.value.end
    } else if (character === '{') {
      flush()
      const read = readBraces(pattern, at, end)
      if (!read.ok) return read
      tokens.push(...read.value.tokens)
      at = read.value.end
    } else if (character === '}') {
      return err(problem('GLB-SYNTAX', 'glob.brace', pattern, at))
    } else {
      text += character
      at++
    }
  }
  flush()
  return ok(tokens)
}

function readClass(
  pattern: string,
  open: number,
  end: number,
): Result<{ class: CharacterClass; end: number }, GlobProblem> {
  const negated = pattern[open + 1] === '!' || pattern[open + 1] === '^'
  const first = open + (negated ? 2 : 1)
  const close = pattern.indexOf(']', first + 1)
  const body = close < 0 || close >= end ? undefined : pattern.slice(first, close)
  if (body === undefined || body.includes('/')) return err(problem('GLB-SYNTAX', 'glob.class', pattern, open))
  if (/\[[:.=]/.test(body)) return err(problem('GLB-SYNTAX', 'glob.named-class', pattern, open))
  const points = Array.from(body, character => character.codePointAt(0) ?? 0)
  const ranges: number[] = []
  for (let i = 0; i < points.length; i++) {
    const from = points[i] ?? 0
    const to = points[i + 1] === 0x2d ? points[i + 2] : undefined
    if (to !== undefined && to < from) return err(problem('GLB-SYNTAX', 'glob.range', pattern, open))
    ranges.push(from, to ?? from)
    if (to !== undefined) i += 2
  }
  return ok({ class: { negated, ranges }, end: close + 1 })
}

/** `{a,b}`; braces without a comma stand for themselves, as in shells. */
function readBraces(pattern: string, open: number, end: number): Result<{ tokens: Token[]; end: number }, GlobProblem> {
  const parts = splitBraces(pattern, open, end)
  if (!parts) return err(problem('GLB-SYNTAX', 'glob.brace', pattern, open))
  const close = parts.close
  if (parts.bounds.length === 1 && /^-?\w+\.\.-?\w+(\.\.-?\d+)?$/.test(pattern.slice(open + 1, close)))
    return err(problem('GLB-COMPLEX', 'glob.sequence', pattern, open))
  const alternatives: Token[][] = []
  for (const [from, to] of parts.bounds) {
    const tokens = tokenize(pattern, from, to)
    if (!tokens.ok) return tokens
    alternatives.push(tokens.value)
  }
  const [only, ...others] = alternatives
  const tokens: Token[] =
    only && others.length === 0
      ? [{ kind: 'text', text: '{', at: open }, ...only, { kind: 'text', text: '}', at: close }]
      : [{ kind: 'braces', alternatives, at: open }]
  return ok({ tokens, end: close + 1 })
}

/** Bounds of the comma-separated parts at the top level of the braces opened at `open`. */
function splitBraces(
  pattern: string,
  open: number,
  end: number,
): { bounds: [number, number][]; close: number } | undefined {
  const bounds: [number, number][] = []
  let depth = 0
  let from = open + 1
  for (let at = open; at < end; at++) {
    const character = pattern[at]
    if (character === '[') {
      const close = pattern.indexOf(']', at + 2)
      if (close > 0 && close < end) at = close
    } else if (character === '{') depth++
    else if (character === ',' && depth === 1) {
      bounds.push([from, at])
      from = at + 1
    } else if (character === '}' && --depth === 0) {
      bounds.push([from, at])
      return { bounds, close: at }
    }
  }
  return undefined
}

function expand(pattern: string, tokens: readonly Token[]): Result<FlatToken[][], GlobProblem> {
  const braces = tokens.find(token => token.kind === 'braces')
  if (braces && countAlternatives(tokens) > globLimits.alternatives)
    return err(problem('GLB-COMPLEX', 'glob.alternatives', pattern, braces.at))
  const expanded = combine(tokens)
  const length = expanded.flat().reduce((sum, token) => sum + (token.kind === 'text' ? token.text.length : 1), 0)
  if (braces && length > globLimits.expandedLength)
    return err(problem('GLB-COMPLEX', 'glob.alternatives', pattern, braces.at))
  return ok(expanded)
}

function countAlternatives(tokens: readonly Token[]): number {
  let product = 1
  for (const token of tokens)
    if (token.kind === 'braces')
      product *= token.alternatives.reduce((sum, alternative) => sum + countAlternatives(alternative), 0)
  return product
}

function combine(tokens: readonly Token[]): FlatToken[][] {
  let expanded: FlatToken[][] = [[]]
  for (const token of tokens) {
    if (token.kind !== 'braces') for (const sequence of expanded) sequence.push(token)
    else {
      const alternatives = token.alternatives.flatMap(combine)
      expanded = expanded.flatMap(sequence => alternatives.map(alternative => [...sequence, ...alternative]))
    }
  }
  return expanded
}

/** `**`, or what one path segment must look like: code units, `star`, `any` and classes in order. */
type Segment = 'globstar' | readonly Item[]
type Item = number | CharacterClass
const star = -1
const any = -2

function toSegments(pattern: string, tokens: readonly FlatToken[]): Result<Segment[], GlobProblem> {
  const segments: Segment[] = []
  let current: FlatToken[] = []
  const ends: FlatToken[] = [...tokens, { kind: 'slash', at: pattern.length }]
  for (const token of ends) {
    if (token.kind !== 'slash') {
      current.push(token)
      continue
    }
    const segment = toSegment(pattern, current, token.at)
    if (!segment.ok) return segment
    if (segment.value !== 'globstar' || segments.at(-1) !== 'globstar') segments.push(segment.value)
    current = []
  }
  if (segments.at(-1) === 'globstar') segments.push([star])
  return ok(segments)
}

function toSegment(pattern: string, tokens: readonly FlatToken[], end: number): Result<Segment, GlobProblem> {
  if (tokens.length === 0)
    return err(problem('GLB-SYNTAX', 'glob.empty-segment', pattern, Math.min(end, pattern.length - 1)))
  if (tokens.length === 2 && tokens.every(token => token.kind === 'star')) return ok('globstar')
  const text = tokens.map(token => (token.kind === 'text' ? token.text : '\0')).join('')
  if (text === '..') return err(problem('GLB-PATH', 'glob.parent', pattern, tokens[0]?.at ?? 0))
  if (text === '.') return err(problem('GLB-SYNTAX', 'glob.dot', pattern, tokens[0]?.at ?? 0))
  const items: Item[] = []
  for (const token of tokens) {
    if (token.kind === 'text') for (let i = 0; i < token.text.length; i++) items.push(token.text.charCodeAt(i))
    else if (token.kind === 'class') items.push(token.class)
    else if (token.kind === 'any') items.push(any)
    else if (items.at(-1) === star) return err(problem('GLB-SYNTAX', 'glob.globstar', pattern, token.at))
    else items.push(star)
  }
  return ok(items)
}

/** Most patterns of real policies need no walk over segments: a literal, or a literal head and tail, decides. */
function compileAlternative(segments: readonly Segment[]): PathMatcher {
  const special = segments.findIndex(segment => literalOf(segment) === undefined)
  if (special < 0) {
    const literal = joinLiterals(segments)
    return path => path === literal
  }
  const globstar = segments.indexOf('globstar')
  const rest = segments.slice(globstar + 1)
  if (globstar >= 0 && globstar === special) {
    const head = segments
      .slice(0, globstar)
      .map(segment => `${literalOf(segment)}/`)
      .join('')
    if (rest.every(segment => literalOf(segment) !== undefined)) return anywhereBelow(head, joinLiterals(rest))
    const tail = literalAfterStar(rest)
    if (tail !== undefined) return endsLike(head, tail)
    const [name, ...others] = rest
    if (name !== undefined && name !== 'globstar' && others.length === 0) return lastLike(head, name)
  }
  const { head, tail } = literalEnds(segments)
  const steps = segments.map((segment): Step => (segment === 'globstar' ? null : (literalOf(segment) ?? segment)))
  return path => path.startsWith(head) && path.endsWith(tail) && matchSteps(steps, path)
}

/** A segment ready for matching: `**`, a literal name, or items. */
type Step = null | string | readonly Item[]

const literalOf = (segment: Segment): string | undefined =>
  segment !== 'globstar' && segment.every(item => typeof item === 'number' && item >= 0)
    ? String.fromCharCode(...(segment as readonly number[]))
    : undefined

const joinLiterals = (segments: readonly Segment[]): string => segments.map(literalOf).join('/')

/** `head**` + `/name`. */
function anywhereBelow(head: string, name: string): PathMatcher {
  const tail = `/${name}`
  const whole = head + name
  return path =>
    path === whole || (path.startsWith(head) && path.endsWith(tail) && path.length >= head.length + tail.length)
}

/** `head**` + `/*tail`. */
function endsLike(head: string, tail: string): PathMatcher {
  const least = head.length + Math.max(tail.length, 1)
  return path => path.length >= least && path.startsWith(head) && path.endsWith(tail)
}

/** `head**` + `/name` with wildcards: only the last segment has to be looked at. */
function lastLike(head: string, name: readonly Item[]): PathMatcher {
  const { head: begin, tail } = literalEnds([name])
  return path => {
    if (!path.endsWith(tail) || !path.startsWith(head)) return false
    const from = path.lastIndexOf('/') + 1
    return from >= head.length && path.startsWith(begin, from) && matchItems(name, path, from, path.length)
  }
}

/** The literal after a `*` that opens these segments, if nothing else is special in them. */
function literalAfterStar(segments: readonly Segment[]): string | undefined {
  const [first, ...others] = segments
  if (first === undefined || first === 'globstar' || first[0] !== star) return undefined
  const tail = [first.slice(1), ...others].map(literalOf)
  return tail.includes(undefined) ? undefined : tail.join('/')
}

/** What every match starts and ends with. */
function literalEnds(segments: readonly Segment[]): { head: string; tail: string } {
  return { head: literalHead(segments), tail: literalTail(segments) }
}

function literalHead(segments: readonly Segment[]): string {
  let head = ''
  for (const segment of segments) {
    if (segment === 'globstar') break
    const length = segment.findIndex(item => typeof item !== 'number' || item < 0)
    const items = (length < 0 ? segment : segment.slice(0, length)) as readonly number[]
    head += String.fromCharCode(...items)
    if (length >= 0) break
    head += '/'
  }
  return head
}

function literalTail(segments: readonly Segment[]): string {
  const last = segments.at(-1)
  if (last === undefined || last === 'globstar') return ''
  const from = last.findLastIndex(item => typeof item !== 'number' || item < 0) + 1
  return String.fromCharCode(...(last.slice(from) as readonly number[]))
}

/**
 * Wildcard matching with one point of return, the last `**`. An earlier one need never be tried again: whatever it
 * could skip, the later one can skip too.
 */
function matchSteps(steps: readonly Step[], path: string): boolean {
  let index = 0
  let start = 0
  let resumeIndex = -1
  let resumeStart = 0
  while (start <= path.length) {
    const step = steps[index]
    if (step === null) {
      resumeIndex = ++index
      resumeStart = start
      continue
    }
    const end = segmentEnd(path, start)
    if (step !== undefined && matchStep(step, path, start, end)) {
      index++
      start = end + 1
      continue
    }
    if (resumeIndex < 0) return false
    resumeStart = segmentEnd(path, resumeStart) + 1
    start = resumeStart
    index = resumeIndex
  }
  return index === steps.length
}

function matchStep(step: string | readonly Item[], path: string, start: number, end: number): boolean {
  if (typeof step === 'string') return end - start === step.length && path.startsWith(step, start)
  return matchItems(step, path, start, end)
}

function segmentEnd(path: string, start: number): number {
  const slash = path.indexOf('/', start)
  return slash < 0 ? path.length : slash
}

/** The same within one segment, where the point of return is the last `*`. */
function matchItems(items: readonly Item[], path: string, start: number, end: number): boolean {
  let index = 0
  let at = start
  let resumeIndex = -1
  let resumeAt = start
  while (at < end) {
    const item = items[index]
    if (item === star) {
      resumeIndex = ++index
      resumeAt = at
      continue
    }
    const width = item === undefined ? 0 : matchItem(item, path, at, end)
    if (width > 0) {
      index++
      at += width
      continue
    }
    if (resumeIndex < 0) return false
    resumeAt += characterWidth(path, resumeAt, end)
    at = resumeAt
    index = resumeIndex
  }
  while (items[index] === star) index++
  return index === items.length
}

/** How many code units the item takes at `at`; 0 when it does not match. */
function matchItem(item: Item, path: string, at: number, end: number): number {
  if (item === any) return characterWidth(path, at, end)
  if (typeof item === 'number') return path.charCodeAt(at) === item ? 1 : 0
  return inClass(item, path.codePointAt(at) ?? 0) ? characterWidth(path, at, end) : 0
}

function inClass({ negated, ranges }: CharacterClass, point: number): boolean {
  for (let i = 0; i < ranges.length; i += 2)
    if (point >= (ranges[i] ?? 0) && point <= (ranges[i + 1] ?? 0)) return !negated
  return negated
}

function characterWidth(path: string, at: number, end: number): 1 | 2 {
  return at + 1 < end && (path.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
