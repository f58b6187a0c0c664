import { compileGlob, type Glob } from '../glob.ts'

/** A line of a `.gitattributes` that speaks about `linguist-generated`. */
interface Rule {
  readonly matches: (path: string) => boolean
  readonly isGenerated: boolean
}

/**
 * Which files `.gitattributes` declares as `linguist-generated`. `attributes`: text of each such file by its folder (`''`:
 * the root). As `gitattributes(5)`: the last line that matches decides, files in deeper folders before those above. A
 * pattern that is not understood declares nothing; one that takes the declaration away takes it from every file, so
 * that no file stops counting by mistake. `?` and `[…]` stand for one character, where git takes one byte.
 */
export function generatedPaths(attributes: ReadonlyMap<string, string>): {
  readonly matches: (path: string) => boolean
} {
  const folders = [...attributes].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  const rules = folders.flatMap(([folder, text]) => rulesOf(folder, text)).reverse()
  return { matches: path => rules.find(rule => rule.matches(path))?.isGenerated ?? false }
}

function rulesOf(folder: string, text: string): readonly Rule[] {
  return text.split('\n').flatMap(written => {
    const line = written.trim()
    if (line === '' || line.startsWith('#') || line.startsWith('[attr]')) return []
    const { pattern, rest } = cutPattern(line)
    const isGenerated = stateOf(rest.split(/\s+/))
    if (isGenerated === undefined || pattern.startsWith('!')) return []
    const matches = matcherOf(folder, pattern)
    if (matches === undefined) return isGenerated ? [] : [{ matches: within(folder), isGenerated }]
    return [{ matches, isGenerated }]
  })
}

/** A pattern may be quoted as in C, so that it can hold spaces. */
function cutPattern(line: string): { readonly pattern: string; readonly rest: string } {
  const [quoted = '', inner = ''] = /^"((?:[^"\\]|\\[abfnrtv"\\]|\\[0-3][0-7]{2})*)"/.exec(line) ?? []
  if (quoted !== '') return { pattern: unquote(inner), rest: line.slice(quoted.length) }
  const [pattern = ''] = line.split(/\s/, 1)
  return { pattern, rest: line.slice(pattern.length) }
}

const controls: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** Octal escapes are bytes of UTF-8. */
const unquote = (text: string): string =>
  text.replace(/((?:\\[0-3][0-7]{2})+)|\\(.)/g, (_, bytes: string | undefined, character: string) =>
    bytes === undefined
      ? (controls[character] ?? character)
      : new TextDecoder().decode(Uint8Array.from(bytes.slice(1).split('\\'), byte => Number.parseInt(byte, 8))),
  )

/** What the last of the attributes says; `!name` and values that are no yes leave the file as hand-written. */
function stateOf(attributes: readonly string[]): boolean | undefined {
  const [, sign = '', value] =
    attributes.map(each => /^([-!]?)linguist-generated(?:=(.*))?$/.exec(each)).findLast(found => found !== null) ?? []
  if (attributes.every(each => !/^[-!]?linguist-generated(=|$)/.test(each))) return undefined
  return sign === '' && (value === undefined || value === 'true')
}

const within = (folder: string) => (path: string) => folder === '' || path.startsWith(`${folder}/`)

function matcherOf(folder: string, pattern: string): ((path: string) => boolean) | undefined {
  // A pattern for folders says nothing about the files in them.
  if (pattern.endsWith('/')) return () => false
  const anchored = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`
  const globs: Glob[] = []
  for (const plain of plainPatterns(anchored).filter(plain => !isImpossible(plain))) {
    const glob = globOf(plain)
    const compiled = glob === undefined ? undefined : compileGlob(glob)
    if (!compiled?.ok) return undefined
    globs.push(compiled.value)
  }
  const start = folder === '' ? 0 : folder.length + 1
  const isInside = within(folder)
  return path => isInside(path) && globs.some(glob => glob.matches(path.slice(start)))
}

/**
 * git compares what stands before the first wildcard by itself, so that in `/a**` or `x/a**` + `/b` the stars stand at a
 * start and cross folders. The same said with `**` that stands alone.
 */
function plainPatterns(pattern: string): readonly string[] {
  const [, head, rest] = /^([^*?[\\]*[^*?[\\/])\*{2,}(?:\/(.+))?$/s.exec(pattern) ?? []
  if (head === undefined) return [pattern]
  if (rest === undefined) return [`${head}*`, `${head}*/**`]
  return [...plainPatterns(head + rest), `${head}*/**/${rest}`]
}

/** git's pattern in the notation of `compileGlob`; `undefined`: it cannot be said there. */
function globOf(pattern: string): string | undefined {
  const tokens = pattern.match(/\\.|\[[!^]?\]?(?:[^\]\\[]|\[(?![:.=]))*\]|\*+|[\s\S]/g) ?? []
  let glob = ''
  for (const [at, token] of tokens.entries()) {
    const isAlone = (tokens[at - 1] ?? '/') === '/' && (tokens[at + 1] ?? '/') === '/'
    if (token === '[' || token === '\\') return undefined
    if (token.startsWith('\\')) glob += literal(token.slice(1))
    else if (token.startsWith('[')) glob += token.replace('[^', '[!')
    else if (token.startsWith('*')) glob += token.length > 1 && isAlone ? '**' : '*'
    else glob += token === '?' ? token : literal(token)
  }
  return glob.replace(/^!/, '\\!')
}

const literal = (character: string): string => (/[*?[{}()@+\],|]/.test(character) ? `[${character}]` : character)

/** With `x` for whatever is escaped or a class. */
const bare = (pattern: string): string => pattern.replace(/\\./g, 'x').replace(/\[[!^]?\]?[^\]]*\]/g, 'x')

/** A `[` that nothing closes, an empty name or dots: no path is like that. */
const isImpossible = (pattern: string): boolean => /\[|(^|\/)\.{0,2}(\/|$)/.test(bare(pattern))
