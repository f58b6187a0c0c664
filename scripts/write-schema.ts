import { readFileSync, writeFileSync } from 'node:fs'
import { policyJsonSchema, policyKeyTable } from '../src/policy/json-schema.ts'

const check = process.argv.includes('--check')

update('schema/delivery-gates.schema.json', () => `${JSON.stringify(policyJsonSchema(), null, 2)}\n`)
update('docs/policy.md', text =>
  text.replace(
    /(<!-- keys -->\n)[\s\S]*?(\n<!-- \/keys -->)/,
    (_all, start, end) => `${start}\n${policyKeyTable()}\n${end}`,
  ),
)

/** Writes what follows from the code into a file, or says that it is not there yet. */
function update(name: string, write: (current: string) => string): void {
  const file = new URL(`../${name}`, import.meta.url)
  const current = readFileSync(file, 'utf8')
  const next = write(current)
  if (next === current) return
  if (!check) writeFileSync(file, next)
  else {
    console.error(`${name} is not current. Fix: node scripts/write-schema.ts`)
    process.exitCode = 1
  }
}
