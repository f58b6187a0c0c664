import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gateIds } from '../src/gates/index.ts'
import { policyJsonSchema } from '../src/policy/json-schema.ts'
import { commonTable, gateTable, type Language, policyTable } from './reference/tables.ts'

const check = process.argv.includes('--check')

update('schema/delivery-gates.schema.json', () => `${JSON.stringify(policyJsonSchema(), null, 2)}\n`)
between('docs/policy.md', 'keys', policyTable())
for (const [suffix, language] of [
  ['', 'en'],
  ['.zh-CN', 'zh-CN'],
] as const satisfies readonly (readonly [suffix: string, language: Language])[]) {
  between(`docs/gates${suffix}.md`, 'common', commonTable(language))
  for (const id of gateIds) between(`docs/gates/${id}${suffix}.md`, 'options', gateTable(id, language))
}

/** Writes a table between its two marks. */
function between(name: string, mark: string, table: string): void {
  const marks = new RegExp(`(<!-- ${mark} -->\\n)[\\s\\S]*?(\\n?<!-- /${mark} -->)`)
  update(name, text => {
    if (!marks.test(text)) throw new Error(`${name} has no place for its table: <!-- ${mark} --> … <!-- /${mark} -->`)
    return text.replace(marks, () => `<!-- ${mark} -->\n\n${table}\n\n<!-- /${mark} -->`)
  })
}

/** Writes what follows from the code into a file, or says that it is not there yet. */
function update(name: string, write: (current: string) => string): void {
  const file = new URL(`../${name}`, import.meta.url)
  if (!existsSync(file)) {
    console.error(`${name} is missing. Fix: write it, with the marks of a page beside it`)
    process.exitCode = 1
    return
  }
  const current = readFileSync(file, 'utf8')
  const next = write(current)
  if (next === current) return
  if (!check) writeFileSync(file, next)
  else {
    console.error(`${name} is not current. Fix: node scripts/write-schema.ts`)
    process.exitCode = 1
  }
}
