import { readFileSync, writeFileSync } from 'node:fs'
import { policyJsonSchema } from '../src/policy/json-schema.ts'

const file = new URL('../schema/delivery-gates.schema.json', import.meta.url)
const text = `${JSON.stringify(policyJsonSchema(), null, 2)}\n`

if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  console.error('schema/delivery-gates.schema.json is not current. Fix: node scripts/write-schema.ts')
  process.exitCode = 1
}
