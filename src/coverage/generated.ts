import { compileGlob } from '../glob.ts'

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
  const quoted = /^"((?:[^"\\]|\\.)*)"(.*)$/.exec(line)
  if (quoted) return { pattern: (quoted[1] ?? '').replace(/\\(["\\])/g, '$1'), rest: quoted[2] ?? '' }
  const [pattern = ''] = line.split(/\s/, 1)
  return { pattern, rest: line.slice(pattern.length) }
}

/** What the last of the attributes says; `!name` and values that are no yes leave the file as hand-written. */
function stateOf(attributes: readonly string[]): boolean | undefined {
  const [, sign = '', value] =
    attributes.map(each => /^([-!]?)linguist-generated(?:=(.*))?$/.exec(each)).findLast(found => found !== null) ?? []
  if (attributes.every(each => !/^[-!]?linguist-generated(=|$)/.test(each))) return undefined
  return sign === '' && (value === undefined || value === 'true')
}

const within = (folder: string) => (path: string) => folder === '' || path.startsWith(`${folder}/`)

function matcherOf(folder: string, pattern: string): ((path: string) => boolean) | undefined {
  // A pattern for folders says nothing about the files in them, and no path has an empty name or dots.
  if (pattern.endsWith('/')) return () => false
  const anchored = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`
  if (anchored.split('/').some(name => name === '' || name === '.' || name === '..')) return () => false
  const glob = globOf(anchored)
  const compiled = glob === undefined ? undefined : compileGlob(glob)
  if (!compiled?.ok) return undefined
  const start = folder === '' ? 0 : folder.length + 1
  const isInside = within(folder)
  return path => isInside(path) && compiled.value.matches(path.slice(start))
}

/** git's pattern in the notation of `compileGlob`; `undefined`: it cannot be said there. */
function globOf(pattern: string): string | undefined {
  const tokens = pattern.match(/\\.|\[(?:[!^]?\]?[^\]\\[]*)\]|\*+|[\s\S]/g) ?? []
  let glob = ''
  for (const [at, token] of tokens.entries()) {
    const isAlone = (tokens[at - 1] ?? '/') === '/' && (tokens[at + 1] ?? '/') === '/'
    if (token === '[' || token === '\\') return undefined
    if (token.startsWith('\\')) glob += literal(token.slice(1))
    else if (token.startsWith('[')) glob += token.replace('[^', '[!')
    else if (token.startsWith('*')) glob += token.length > 1 && isAlone ? '**' : '*'
    else glob += token === '?' ? token : literal(token)
  }
  return glob
}

const literal = (character: string): string => (/[*?[{}()!@+\],|]/.test(character) ? `[${character}]` : character)
