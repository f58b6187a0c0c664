/** Words, quoted names, strings and marks of one statement, in small letters where case means nothing. */
export interface SqlToken {
  readonly kind: 'word' | 'name' | 'string' | 'mark'
  /** Without quotes. */
  readonly text: string
}

export type SqlStatement = readonly SqlToken[]

const token =
  /(--[^\n]*|\/\*(?!!)[\s\S]*?(?:\*\/|$)|\/\*!\d*|\*\/)|('(?:[^'\\]|\\[\s\S]|'')*'?)|("(?:[^"]|"")*"?|`[^`]*`?|\[[A-Za-z_][\w ]{0,120}\])|(\$(?:[A-Za-z_]\w*)?\$)|([A-Za-z_@#][\w@#$]*)|(\d[\w.]*)|(\S)/g

/** Longer texts are dumps of data rather than something to read. */
const maxLength = 1_000_000

/**
 * SQL of whatever database, cut into statements. Comments fall away; MySQL's conditional ones are read. Bodies between
 * dollars, as of `DO`, are strings.
 */
export function readSql(source: string): readonly SqlStatement[] {
  const text = source.slice(0, maxLength)
  const statements: SqlToken[][] = [[]]
  const add = (kind: SqlToken['kind'], value: string) => statements.at(-1)?.push({ kind, text: value })
  token.lastIndex = 0
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [, comment, string, name, dollar, word, number, mark] = match
    if (comment !== undefined) continue
    if (string !== undefined) add('string', string.replace(/^'|'$/g, ''))
    else if (name !== undefined) add('name', name.slice(1, -1).toLowerCase())
    else if (dollar !== undefined) add('string', bodyFrom(text, dollar))
    else if (word !== undefined) add('word', word.toLowerCase())
    else if (mark === ';') statements.push([])
    else add('mark', number ?? mark ?? '')
  }
  return statements.filter(statement => statement.length > 0)
}

/** The text up to the same mark between dollars; the reader goes on behind it. */
function bodyFrom(text: string, dollar: string): string {
  const start = token.lastIndex
  const found = text.indexOf(dollar, start)
  const end = found < 0 ? text.length : found
  token.lastIndex = Math.min(text.length, end + dollar.length)
  return text.slice(start, end)
}

/** One text for one meaning: layout, comments and case of words play no part. */
export const canonicalSql = (statements: readonly SqlStatement[]): string =>
  statements
    .map(statement => statement.map(one => (one.kind === 'string' ? `'${one.text}'` : one.text)).join(' '))
    .join(';\n')
