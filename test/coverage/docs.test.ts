import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reportCodes } from '../../src/coverage/format.ts'
import { formatIds, formats } from '../../src/coverage/formats/index.ts'
import { coverage } from '../../src/gates/coverage.ts'

const path = new URL('../../docs/coverage.md', import.meta.url)
const text = readFileSync(path, 'utf8')

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

const generated = {
  formats: table(
    ['`format`', 'name', 'also counts', 'written by', 'looked for at'],
    formatIds.map(id => {
      const { title, counts, writtenBy, places } = formats[id]
      return [`\`${id}\``, title, counts.join(', '), writtenBy, places.map(place => `\`${place}\``).join(', ')]
    }),
  ),
  codes: table(
    ['code', 'meaning'],
    Object.entries(reportCodes).map(([code, meaning]) => [`\`${code}\``, meaning]),
  ),
}

/** `UPDATE_DOCS=1` writes the tables. */
test.each(Object.entries(generated))('docs/coverage.md shows the registry: %s', (name, expected) => {
  const section = new RegExp(`(<!-- ${name}:begin -->\n)[^]*?(\n?<!-- ${name}:end -->)`)
  const written = text.replace(section, (_, begin: string) => `${begin}${expected}\n<!-- ${name}:end -->`)
  if (process.env.UPDATE_DOCS)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(section, (_, begin: string) => `${begin}${expected}\n<!-- ${name}:end -->`),
    )
  else expect(text).toBe(written)
})

test('docs/coverage.md names every option with its default', () => {
  const defaults = coverage.options.parse({})
  for (const key of Object.keys(coverage.options.shape)) expect(text).toMatch(new RegExp(`\\| \`${key}[.\`]`))
  expect(text).toContain(`| \`project.min\` | ${defaults.project.min} |`)
  expect(text).toContain(`| \`patch.min\` | ${defaults.patch.min} |`)
  expect(text).toContain(`| \`patch.min_lines\` | ${defaults.patch.min_lines} |`)
})

test('T-51 docs/coverage.md says what a report proves and what not', () => {
  expect(text).toContain('produced by run R at SHA S')
  expect(text).toContain('What cannot be promised: that it is true.')
})
