import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

// `node scripts/ids.ts` lists which identifiers of docs/security.md stand in the tests; `--md` writes the table there,
// `--check` says whether it is current.
const root = resolve(import.meta.dirname, '..')
const page = 'docs/security.md'

interface Group {
  readonly prefix: string
  /** Numbers of the group; gaps are numbers that were never given. */
  readonly numbers: readonly (readonly [first: number, last: number])[]
  readonly about: string
}

/** What the identifiers are about. A number keeps its meaning for good; a rule that goes leaves a gap. */
export const groups: readonly Group[] = [
  { prefix: 'T-', numbers: [[1, 8]], about: 'the policy is weakened, replaced or misread' },
  { prefix: 'T-', numbers: [[10, 26]], about: 'somebody signs who may not, or a sign-off is forged, hidden or reused' },
  { prefix: 'T-', numbers: [[30, 39]], about: 'what was signed or measured is not what is merged' },
  { prefix: 'T-', numbers: [[40, 46]], about: 'a deployment starts although it is not signed off' },
  { prefix: 'T-', numbers: [[50, 59]], about: 'the Action on the runner is attacked by the code that it judges' },
  { prefix: 'T-', numbers: [[60, 63]], about: 'text from outside does something in our output' },
  { prefix: 'T-', numbers: [[70, 87]], about: 'the App’s endpoints, secrets, pages and ledger are attacked' },
  {
    prefix: 'R-',
    numbers: [[1, 11]],
    about: 'nothing acknowledged is lost, every effect happens once, under faults and load',
  },
  { prefix: 'R-', numbers: [[12, 13]], about: 'verdicts: unknown is never success, worse facts never help' },
  {
    prefix: 'R-',
    numbers: [[14, 20]],
    about: 'order, clocks, restarts, migrations, several processes, disks, backups',
  },
  {
    prefix: 'R-',
    numbers: [[21, 27]],
    about: 'the Action repeats itself exactly; readers are total, exact and fast enough',
  },
  { prefix: 'B-C', numbers: [[1, 58]], about: 'bad policy files' },
  { prefix: 'B-G', numbers: [[1, 17]], about: 'bad globs' },
  { prefix: 'B-L', numbers: [[1, 20]], about: 'bad LCOV and Go reports' },
  { prefix: 'B-X', numbers: [[1, 28]], about: 'bad XML reports' },
  { prefix: 'B-J', numbers: [[1, 10]], about: 'bad JSON reports' },
  { prefix: 'B-S', numbers: [[1, 19]], about: 'bad SARIF files' },
  { prefix: 'B-F', numbers: [[1, 20]], about: 'odd files, paths and git histories' },
  { prefix: 'B-M', numbers: [[1, 17]], about: 'hostile pull request bodies, comments and Markdown' },
  { prefix: 'B-K', numbers: [[1, 15]], about: 'commands in comments that are wrong, late or not allowed' },
  { prefix: 'B-W', numbers: [[1, 22]], about: 'bad webhook deliveries' },
  { prefix: 'B-H', numbers: [[1, 20]], about: 'bad HTTP requests to the pages' },
  { prefix: 'B-E', numbers: [[1, 13]], about: 'bad inputs and environments' },
  { prefix: 'B-A', numbers: [[1, 8]], about: 'bad answers from GitHub' },
  { prefix: 'B-D', numbers: [[1, 4]], about: 'a database in trouble' },
  { prefix: 'S-', numbers: [[1, 20]], about: 'supply chain and hygiene of this project' },
]

/** Two digits, as in the names of tests. */
export const idsOf = ({ prefix, numbers }: Group): readonly string[] =>
  numbers.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => `${prefix}${String(first + index).padStart(2, '0')}`),
  )

/** Identifiers in string literals of a test file: names of tests and the rows of their tables. Comments do not count. */
export function idsIn(source: string): readonly string[] {
  const code = source.split('\n').filter(line => !/^\s*(\/\/|\/?\*)/.test(line))
  return [...code.join('\n').matchAll(/(?<=['"`][^'"`\n]*)\b(?:[TRS]-|B-[A-Z])\d\d\b/g)].map(match => match[0])
}

/** Identifiers that the tests quote, with the number of files that do. */
export function quotedIds(): ReadonlyMap<string, number> {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .sort()
  const found = new Map<string, number>()
  for (const file of files) {
    for (const id of new Set(idsIn(readFileSync(join(root, 'test', file), 'utf8')))) {
      found.set(id, (found.get(id) ?? 0) + 1)
    }
  }
  return found
}

export function markdownTable(found: ReadonlyMap<string, number>): string {
  const rows = groups.map(group => {
    const ids = idsOf(group)
    const tested = ids.filter(id => found.has(id))
    const open = ids.filter(id => !found.has(id))
    return `| ${range(ids)} | ${group.about} | ${list(tested, group.prefix)} | ${list(open, group.prefix)} |`
  })
  const all = groups.flatMap(idsOf)
  const tested = all.filter(id => found.has(id)).length
  return [
    '| identifiers | about | in tests | not in tests yet |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `${tested} of ${all.length} identifiers stand in the name of at least one test.`,
  ].join('\n')
}

const range = (ids: readonly string[]): string => `${ids[0]}…${ids.at(-1)?.replace(/^\D+/, '')}`

/** `01–03, 07`, without the prefix, which the first column has. */
function list(ids: readonly string[], prefix: string): string {
  const numbers = ids.map(id => Number(id.slice(prefix.length)))
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  const two = (number: number) => String(number).padStart(2, '0')
  return runs.map(([from, to]) => (from === to ? two(from) : `${two(from)}–${two(to)}`)).join(', ') || '–'
}

/** The page with a current table. */
export const withTable = (text: string, table: string): string =>
  text.replace(/(<!-- ids -->\n)[\s\S]*?(\n<!-- \/ids -->)/, (_all, start, end) => `${start}\n${table}\n${end}`)

function main(): void {
  const file = join(root, page)
  const found = quotedIds()
  if (!process.argv.includes('--md') && !process.argv.includes('--check')) {
    for (const [id, files] of [...found].sort(([a], [b]) => a.localeCompare(b))) console.log(`${id}  ${files}`)
    return
  }
  const current = readFileSync(file, 'utf8')
  const next = withTable(current, markdownTable(found))
  if (next === current) return
  if (process.argv.includes('--md')) writeFileSync(file, next)
  else {
    console.error(`${page} is not current. Fix: node scripts/ids.ts --md`)
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
