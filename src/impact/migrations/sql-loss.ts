import { readSql, type SqlStatement, type SqlToken } from '../readers/sql.ts'

/** Whether running the statements loses rows, columns or tables. Indexes, constraints, views and defaults are none. */
export function sqlLosesData(all: readonly SqlStatement[], depth = 0): boolean {
  const statements = withoutBodies(all)
  const made = new Set(statements.map(tableMade).filter(name => name !== null))
  const copied = new Set(statements.flatMap(tablesCopied))
  const renamed = new Set(statements.map(renamedTo).filter(name => name !== null))
  const isKept = (name: string): boolean =>
    (made.has(name) && !copied.has(name) && isTemporary(statements, name)) ||
    (copied.has(name) && (made.has(name) || renamed.has(name)))
  return statements.some(statement => loses(statement, isKept, depth))
}

/** What a trigger or a procedure will do when it is called does not run now; its statements stand between BEGIN and END. */
function withoutBodies(statements: readonly SqlStatement[]): readonly SqlStatement[] {
  const kept: SqlStatement[] = []
  for (let index = 0; index < statements.length; index++) {
    const statement = statements[index] ?? []
    kept.push(statement)
    if (!beginsBody(statement)) continue
    let [end, depth] = [index, depthOf(statement)]
    while (depth > 0 && ++end < statements.length) depth += depthOf(statements[end] ?? [])
    if (depth <= 0) index = end
    else return [...kept, ...statements.slice(index + 1)]
  }
  return kept
}

const beginsBody = (statement: SqlStatement): boolean =>
  wordAt(statement, 0, 'create') &&
  statement.some(one => one.kind === 'word' && /^(?:trigger|procedure|function|event)$/.test(one.text))

/** How many blocks a statement leaves open, or closes. */
function depthOf(statement: SqlStatement): number {
  let depth = 0
  for (const [index, { kind, text }] of statement.entries()) {
    if (kind !== 'word') continue
    const [previous, next] = [statement[index - 1]?.text, statement[index + 1]?.text ?? '']
    if (text === 'begin' || (text === 'case' && previous !== 'end')) depth++
    if (text === 'end' && !/^(?:if|loop|while|repeat|for)$/.test(next)) depth--
  }
  return depth
}

function loses(statement: SqlStatement, isKept: (table: string) => boolean, depth: number): boolean {
  const word = (index: number): string => statement[index]?.text ?? ''
  switch (word(0)) {
    case 'drop':
      if (/^(?:database|schema|keyspace|collection)$/.test(word(1))) return true
      return dropsTable(statement) && !isKept(nameAfter(statement, 'table'))
    case 'truncate':
      return true
    case 'delete':
      return !isKept(nameAfter(statement, 'from'))
    case 'alter':
      return wordAt(statement, 1, 'table') && actionsOf(statement).some(action => dropsColumn(action))
    case 'with':
      return hasSequence(statement, 'delete', 'from')
    case 'if':
    case 'begin':
      return hasSequence(statement, 'drop', 'table') || hasSequence(statement, 'drop', 'column')
    case 'do':
      return depth < 2 && statement.some(one => one.kind === 'string' && sqlLosesData(readBody(one.text), depth + 1))
    default:
      return false
  }
}

/** Statements of a block, those behind `begin`, `then`, `else` and `loop` too. */
const readBody = (body: string): readonly SqlStatement[] =>
  readSql(body).flatMap(statement => {
    const cut = statement.findLastIndex(
      one => one.kind === 'word' && /^(?:begin|then|else|loop|declare)$/.test(one.text),
    )
    return cut < 0 ? [statement] : [statement.slice(cut + 1)]
  })

const wordAt = (statement: SqlStatement, index: number, text: string): boolean =>
  statement[index]?.kind === 'word' && statement[index].text === text

const dropsTable = (statement: SqlStatement): boolean =>
  wordAt(statement, 1, 'table') || (wordAt(statement, 1, 'foreign') && wordAt(statement, 2, 'table'))

function hasSequence(statement: SqlStatement, ...words: readonly string[]): boolean {
  return statement.some((_, index) => words.every((word, offset) => wordAt(statement, index + offset, word)))
}

/** The actions of `ALTER TABLE name a, b`, cut at commas outside brackets. */
function actionsOf(statement: SqlStatement): readonly SqlStatement[] {
  const actions: SqlToken[][] = [[]]
  let depth = 0
  for (const one of statement) {
    if (one.kind === 'mark' && one.text === '(') depth++
    if (one.kind === 'mark' && one.text === ')') depth--
    if (one.kind === 'mark' && one.text === ',' && depth === 0) actions.push([])
    else actions.at(-1)?.push(one)
  }
  return actions
}

const notColumn =
  /^(?:constraint|index|key|primary|foreign|unique|check|default|not|expression|identity|statistics|period|projection)$/

/** `DROP [COLUMN] name`; in `ALTER COLUMN name DROP NOT NULL` nothing is lost. */
function dropsColumn(action: SqlStatement): boolean {
  const at = action.findIndex(one => one.kind === 'word' && one.text === 'drop')
  if (
    at < 0 ||
    action
      .slice(0, at)
      .some(one => one.kind === 'word' && /^(?:alter|modify|change)$/.test(one.text) && one !== action[0])
  )
    return false
  const next = action[at + 1]
  return next !== undefined && next.kind !== 'mark' && !(next.kind === 'word' && notColumn.test(next.text))
}

/** The last part of the name behind a word, `IF EXISTS` and `ONLY` passed over. */
function nameAfter(statement: SqlStatement, word: string): string {
  let at = statement.findIndex(one => one.kind === 'word' && one.text === word) + 1
  if (at === 0) return ''
  while (statement[at]?.kind === 'word' && /^(?:if|not|exists|only)$/.test(statement[at]?.text ?? '')) at++
  while (statement[at + 1]?.text === '.') at += 2
  return statement[at]?.text ?? ''
}

const tableMade = (statement: SqlStatement): string | null =>
  wordAt(statement, 0, 'create') && hasSequence(statement.slice(0, 5), 'table') ? nameAfter(statement, 'table') : null

const isTemporary = (statements: readonly SqlStatement[], name: string): boolean =>
  statements.some(
    one => tableMade(one) === name && one.slice(1, 4).some(({ text }) => text === 'temporary' || text === 'temp'),
  )

/** Tables whose rows a statement writes into another one. */
function tablesCopied(statement: SqlStatement): readonly string[] {
  if (!wordAt(statement, 0, 'insert') && !wordAt(statement, 0, 'create')) return []
  const select = statement.findIndex(one => one.kind === 'word' && one.text === 'select')
  return select < 0 ? [] : [nameAfter(statement.slice(select), 'from')]
}

/** `ALTER TABLE a RENAME TO b`, `RENAME TABLE a TO b`. */
function renamedTo(statement: SqlStatement): string | null {
  const isRename =
    wordAt(statement, 0, 'rename') || (wordAt(statement, 0, 'alter') && hasSequence(statement, 'rename', 'to'))
  return isRename ? nameAfter(statement, 'to') : null
}
