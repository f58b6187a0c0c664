import { languageOf } from '../code/languages.ts'
import { scanCode } from '../code/scan.ts'
import { canonicalSql, readSql, type SqlStatement } from '../readers/sql.ts'
import type { MigrationTool } from './kinds.ts'
import { sqlLosesData } from './sql-loss.ts'

/** The half of a migration that runs when one upgrades. */
export interface ForwardRun {
  /** One text for one meaning. Empty: nothing runs. */
  readonly canonical: string
  readonly losesData: boolean
}

/** `null`: too long to be read. */
export function forwardRun(source: string, tool: MigrationTool, path: string): ForwardRun | null {
  if (tool === 'sql') return sqlRun(withoutDownSection(source))
  if (tool === 'liquibase') return liquibaseRun(source)
  const language = languageOf(path)
  const code = language === null ? null : scanCode(source, language)
  if (code === null) return null
  const forward = withoutDown(withoutDocstrings(code.text, tool), tool)
  const statements = [...stringsOf(forward)].filter(looksLikeSql).flatMap(readSql)
  return {
    canonical: canonicalCode(forward, tool),
    losesData: sqlLosesData(statements) || losses[tool].test(withoutState(forward, tool)),
  }
}

/** Layout, quotes and commas at an end play no part. */
function canonicalCode(text: string, tool: MigrationTool): string {
  const quoted = /^(?:rails|django|alembic|php|js)$/.test(tool)
    ? text.replace(stringLiteral, literal => literal.replace(/^'([^'"\\$#]+)'$/, '"$1"'))
    : text
  return quoted
    .replace(/\s+/g, ' ')
    .replace(/\s*([,()[\]{}])\s*/g, '$1')
    .replace(/,([)\]}])/g, '$1')
    .trim()
}

/** What describes a file of Python or a function of it. */
function withoutDocstrings(text: string, tool: MigrationTool): string {
  if (tool !== 'django' && tool !== 'alembic') return text
  return text
    .replace(/^\s*(?:"""[\s\S]*?"""|'''[\s\S]*?''')/, '')
    .replace(/(\)(?:\s*->[^:\n]{0,80})?:[ \t]*\n\s*)(?:"""[\s\S]*?"""|'''[\s\S]*?''')/g, '$1')
}

function sqlRun(source: string): ForwardRun {
  const statements: readonly SqlStatement[] = readSql(source)
  return { canonical: canonicalSql(statements), losesData: sqlLosesData(statements) }
}

/** goose, sql-migrate, dbmate, Liquibase's SQL: the undoing half stands in the same file behind a mark. */
function withoutDownSection(source: string): string {
  const kept: string[] = []
  let isDown = false
  for (const line of source.split(/\r?\n/)) {
    const mark = /^\s*--\s*(?:\+goose|\+migrate|migrate:|!|@)?\s*(up|down|undo)\b(?!\w)/i.exec(line)
    if (mark && /^\s*--\s*(?:\+|migrate:|!|@)/.test(line)) isDown = !/up/i.test(mark[1] ?? '')
    if (!isDown && !/^\s*--\s*rollback\b/i.test(line)) kept.push(line)
  }
  return kept.join('\n')
}

/** What the calls of each tool lose; SQL in strings is read as such. */
const losses: Readonly<Record<Exclude<MigrationTool, 'sql' | 'liquibase'>, RegExp>> = {
  rails:
    /\b(?:remove_columns?|drop_table|remove_reference|remove_belongs_to|drop_join_table|remove_timestamps|remove_attribute|delete_all|destroy_all)\b|\bt\.remove\b|\.(?:delete|destroy)\b/,
  django: /\b(?:migrations\.)?(?:RemoveField|DeleteModel)\(|\.delete\(\)/,
  alembic: /\.drop_(?:table|column)\(|\bsa\.delete\(|\.delete\(\)/,
  php: /\bdrop(?:IfExists|Columns?|Timestamps|TimestampsTz|SoftDeletes|SoftDeletesTz|Morphs|RememberToken|Table|AllTables|ConstrainedForeignId|ConstrainedForeignIdFor)?\(|->(?:truncate|delete|forceDelete)\(|\bremoveColumn\(/,
  js: /\b(?:dropTable|dropTableIfExists|dropColumns?|removeColumn|dropCollection|dropSchema|dropDatabase|bulkDelete|deleteMany|truncate|drop(?:Timestamps))\(|\.del\(\)|\.delete\(\)/,
  go: /\b(?:DropTable|DropColumn|DropTables|DropTableColumns|Truncate)\(|\bdropTableColumns\(/,
  ecto: /\bdrop(?:_if_exists)?[ (]+table\b|^\s*remove(?:_if_exists)?[ (]+:|\bdelete_all\b/m,
  dotnet: /\.(?:DropTable|DropColumn|DropSchema|DeleteData)\(/,
  jvm: /\b(?:dropTable|dropColumn)\(/,
}

/** Django's state may change without the database. */
function withoutState(text: string, tool: MigrationTool): string {
  if (tool !== 'django') return text
  return withoutBlocks(text, /\bstate_operations\s*=\s*\[/g, 'brackets')
}

const downs: Readonly<Record<Exclude<MigrationTool, 'sql' | 'liquibase'>, readonly (readonly [RegExp, Blocks])[]>> = {
  rails: [
    [/^[ \t]*def (?:self\.)?down\b/gm, 'end'],
    [/^[ \t]*\w+\.down\b[^\n]*\bdo\b/gm, 'end'],
    [/\b\w+\.down\s*\{/g, 'brackets'],
  ],
  django: [
    [/\breverse_(?:sql|code)\s*=\s*\[/g, 'brackets'],
    [/\breverse_sql\s*=\s*(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*'|\w+)/g, 'match'],
  ],
  alembic: [[/^def \w*downgrade\w*\(/gm, 'indent']],
  php: [[/\bfunction (?:down|safeDown)\s*\([^{]{0,500}\{/g, 'brackets']],
  js: [
    [/\bdown\s*[=:]\s*(?:async\s+)?(?:function\b[^{]{0,500}|\([^)]{0,500}\)[^={]{0,200}=>|\w+\s*=>)\s*\{/g, 'brackets'],
    [/\b(?:async\s+|function\s+)*down\s*\([^)]{0,500}\)[^;{\n]*\{/g, 'brackets'],
    [/\bdown\s*[=:]\s*(?:async\s+)?(?:\([^)]{0,500}\)[^={]{0,200}|\w+\s*)=>/g, 'expression'],
  ],
  go: [
    [/\bfunc\s+(?:\([^)]{0,200}\)\s*)?\w*[dD]own\w*\([^{]{0,500}\{/g, 'brackets'],
    [/\bRollback:\s*func[^{]{0,500}\{/g, 'brackets'],
  ],
  ecto: [[/^[ \t]*def down\b/gm, 'end']],
  dotnet: [[/\bvoid Down\([^{]{0,500}\{/g, 'brackets']],
  jvm: [],
}

function withoutDown(text: string, tool: Exclude<MigrationTool, 'sql' | 'liquibase'>): string {
  const start = tool === 'django' ? withoutReverse(text) : tool === 'go' ? withoutSecondFunction(text) : text
  const first = (seconds[tool] ?? []).reduce((rest, call) => rest.replace(call, '$1'), start)
  return downs[tool].reduce((rest, [begin, blocks]) => withoutBlocks(rest, begin, blocks), first)
}

const literal = String.raw`(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')`

/** Calls whose second argument undoes what the first one does. */
const seconds: Readonly<Partial<Record<MigrationTool, readonly RegExp[]>>> = {
  django: [
    new RegExp(String.raw`(\bRunSQL\(\s*${literal})\s*,\s*${literal}`, 'g'),
    /(\bRunPython\(\s*(?:code\s*=\s*)?[\w.]+)\s*,\s*(?:reverse_code\s*=\s*)?(?!\w+\s*=)[\w.]+/g,
  ],
  ecto: [new RegExp(String.raw`(\bexecute[\s(]{1,9}${literal})\s*,\s*${literal}`, 'g')],
}

/** Functions of Python that run downwards only, by what calls them or by their name. */
function withoutReverse(text: string): string {
  const called = [...text.matchAll(/\bRunPython\(\s*(?:code\s*=\s*)?(\w+)(?:\s*,\s*(?:reverse_code\s*=\s*)?(\w+))?/g)]
  const forward = new Set(called.map(match => match[1]))
  const back = new Set(called.map(match => match[2]))
  const isReverse = (name: string): boolean =>
    !forward.has(name) && (back.has(name) || /revers|backward|undo|rollback|down|noop/i.test(name))
  return [...text.matchAll(/^def (\w+)\(/gm)]
    .map(match => match[1] ?? '')
    .filter(isReverse)
    .slice(0, 50)
    .reduce((rest, name) => withoutBlocks(rest, new RegExp(`^def ${name}\\(`, 'gm'), 'indent'), text)
}

/** `MustRegister(func …, func …)`: the second one runs downwards. */
function withoutSecondFunction(text: string): string {
  const kept: string[] = []
  let done = 0
  for (const match of text.matchAll(/\b(?:(?:Must)?Register|AddMigration)\w*\(\s*func\b[^{]{0,500}\{/g)) {
    if (match.index < done) continue
    const end = closing(text, match.index + match[0].length)
    const second = /^\s*,\s*func\b[^{]{0,500}\{/.exec(text.slice(end, end + 1_000))
    kept.push(text.slice(done, end))
    done = second === null ? end : closing(text, end + second[0].length)
  }
  return kept.join('') + text.slice(done)
}

/** How the block ends that a match begins: with its closing bracket, an `end`, another line as far left, the end of an expression, or at once. */
type Blocks = 'brackets' | 'end' | 'indent' | 'expression' | 'match'

function withoutBlocks(text: string, start: RegExp, blocks: Blocks): string {
  const kept: string[] = []
  let done = 0
  for (const match of text.matchAll(start)) {
    if (match.index < done) continue
    kept.push(text.slice(done, match.index))
    done = blockEnd(text, match, blocks)
  }
  return kept.join('') + text.slice(done)
}

function blockEnd(text: string, match: RegExpExecArray, blocks: Blocks): number {
  const end = match.index + match[0].length
  if (blocks === 'match') return end
  if (blocks === 'brackets') return closing(text, end)
  if (blocks === 'expression') return expressionEnd(text, end)
  const lineStart = text.lastIndexOf('\n', match.index) + 1
  const indent = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0].length ?? 0
  const next = new RegExp(blocks === 'end' ? `\\n[ \\t]{${indent}}end\\b` : `\\n[ \\t]{0,${indent}}[^\\s)]`, 'g')
  next.lastIndex = end
  const found = next.exec(text)
  if (found === null) return text.length
  return blocks === 'end' ? found.index + found[0].length : found.index
}

/** Behind the bracket that closes the one before the index. */
function closing(text: string, index: number): number {
  let depth = 1
  for (let at = index; at < text.length; at++) {
    const one = text[at]
    if (one === '{' || one === '[') depth++
    if ((one === '}' || one === ']') && --depth === 0) return at + 1
  }
  return text.length
}

/** The end of a line outside brackets that the next one does not go on with, or what ends the expression before. */
function expressionEnd(text: string, index: number): number {
  let depth = 0
  for (let at = index + (/^\s*/.exec(text.slice(index, index + 200))?.[0].length ?? 0); at < text.length; at++) {
    const one = text[at] ?? ''
    if (/[([{]/.test(one)) depth++
    else if (/[)\]}]/.test(one) && --depth < 0) return at
    else if (depth === 0 && /[;,]/.test(one)) return at
    else if (depth === 0 && one === '\n' && !/^\s*[.?&|+]/.test(text.slice(at, at + 200))) return at
  }
  return text.length
}

const stringLiteral = /"""([\s\S]*?)"""|'''([\s\S]*?)'''|`([^`]*)`|"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/g
/** A migration has a few; each is looked for to the end of the text. */
const maxHeredocs = 50

function* stringsOf(text: string): Generator<string> {
  for (const match of text.matchAll(stringLiteral)) {
    const [, a, b, c, d, e] = match
    yield (a ?? b ?? c ?? d ?? e ?? '').replace(/\\n/g, '\n')
  }
  let heredocs = 0
  for (const match of text.matchAll(/<<[~-]?["']?([A-Z_]{1,40})["']?[^\n]*\n/g)) {
    if (heredocs++ === maxHeredocs) return
    const start = match.index + match[0].length
    const end = new RegExp(`^[ \\t]*${match[1]}\\b`, 'gm')
    end.lastIndex = start
    const found = end.exec(text)
    if (found !== null) yield text.slice(start, found.index)
  }
}

const looksLikeSql = (text: string): boolean =>
  /^\s*(?:--[^\n]*\n\s*)*(?:alter|drop|delete(?=\s+(?:\S+\s+){0,3}from\s)|truncate|create|update|insert|with|do|begin|set|select|rename|lock|if)\s/i.test(
    text,
  )

/** The change sets of a file, without what rolls them back. */
function liquibaseRun(source: string): ForwardRun {
  const text = withoutBlocks(source, /"rollback"\s*:\s*[[{]/g, 'brackets')
    .replace(/,\s*([\]}])/g, '$1')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<rollback\b[^>]*\/>|<rollback\b[\s\S]*?(?:<\/rollback>|$)/gi, '')
    .replace(/^([ \t]*)rollback:[^\n]*(?:\n\1(?:[ \t]+|-[ \t])[^\n]*)*/gim, '')
    .replace(/^([ \t]*)-[ \t]+rollback:[^\n]*(?:\n\1[ \t]+[^\n]*)*/gim, '')
    .replace(/(?<=^|\s)#[^\n]*/g, '')
  const hasChanges = /<changeSet\b|\bchangeSet"?:/i.test(text)
  if (!hasChanges) return { canonical: '', losesData: false }
  const sql = [...text.matchAll(/<sql\b[^>]{0,1000}>([\s\S]*?)(?:<\/sql>|$)/gi)].flatMap(match =>
    readSql(match[1] ?? ''),
  )
  const losesData =
    /<(?:\w+:)?(?:dropTable|dropColumn|delete)\b|(?:^|[{,])[ \t]*(?:-\s*)?"?(?:dropTable|dropColumn|delete)"?\s*:/im.test(
      text,
    )
  return {
    canonical: text
      .replace(/<comment>[\s\S]*?(?:<\/comment>|$)/gi, '')
      .replace(/\s+/g, ' ')
      .replace(/> </g, '><')
      .replace(/ ?([{}[\],]) ?/g, '$1')
      .trim(),
    losesData: losesData || sqlLosesData(sql),
  }
}
