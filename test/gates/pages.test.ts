import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commonKeys, commonTable, gateKeys, gateTable } from '../../scripts/reference/tables.ts'
import { meanings } from '../../scripts/reference/zh-CN.ts'
import { gateIds, gates } from '../../src/gates/index.ts'
import { locales } from '../../src/locales/index.ts'
import { codeBlocks } from '../project/files.ts'

const read = (page: string) => readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8')
const languages = [
  ['', 'en'],
  ['.zh-CN', 'zh-CN'],
] as const

const shape = (page: string) => ({
  headings: [...page.matchAll(/^(#+) /gm)].map(match => match[1]),
  rows: [...page.matchAll(/^\|.*\|$/gm)].length,
  bold: [...page.matchAll(/^\*\*/gm)].length,
  examples: codeBlocks(page, 'yaml').map(example => example.replaceAll(/#.*$/gm, '').replaceAll(/ +$/gm, '')),
})

describe.each(gateIds)('docs/gates/%s.md', gate => {
  // What is wrong with a report is explained by its RPT code (docs/coverage.md), not by each wording.
  const codes = Object.keys(locales.en).filter(
    code => code.startsWith(`${gate}.`) && !code.startsWith('coverage.fault.'),
  )

  test.each(languages)('%s: has the table of its keys (node scripts/write-schema.ts)', (suffix, language) => {
    expect(read(`gates/${gate}${suffix}.md`)).toContain(
      `<!-- options -->\n\n${gateTable(gate, language)}\n\n<!-- /options -->`,
    )
  })

  test.each(languages)('%s: explains every code', suffix => {
    const page = read(`gates/${gate}${suffix}.md`)
    expect(codes.length).toBeGreaterThan(2)
    expect(codes.filter(code => !page.includes(`\`${code}\``))).toEqual([])
  })

  test('says the same in both languages, with an example', () => {
    const english = shape(read(`gates/${gate}.md`))
    expect(shape(read(`gates/${gate}.zh-CN.md`))).toEqual(english)
    expect(english.examples.length).toBeGreaterThan(0)
  })

  test('every key means something in both languages, and nothing else does', () => {
    const keys = gateKeys(gate)
    expect(keys.filter(({ key }) => (key.node.description ?? '') === '')).toEqual([])
    expect(Object.keys(meanings[gate])).toEqual(keys.map(({ name }) => name))
    for (const option of Object.keys(gates[gate].options.shape))
      expect(keys.some(({ name }) => name.split(/[.[]/, 1)[0] === option)).toBe(true)
  })
})

describe('docs/gates.md', () => {
  test.each(languages)(
    '%s: has the table of what every gate takes, and each gate with what it rests on',
    (suffix, language) => {
      const page = read(`gates${suffix}.md`)
      expect(page).toContain(`<!-- common -->\n\n${commonTable(language)}\n\n<!-- /common -->`)
      const words = { en: { tree: 'computed anew', people: 'carried' }, 'zh-CN': { tree: '重新计算', people: '沿用' } }
      const listed = [...page.matchAll(/^\| \[`(\w+)`\]\(gates\/\1(?:\.zh-CN)?\.md\) \|.*\| ([^|]+) \|$/gm)]
      expect(listed.map(match => [match[1], match[2]])).toEqual(
        gateIds.map(id => [id, words[language][gates[id].restsOn]]),
      )
    },
  )

  test('what every gate takes means something in Chinese', () => {
    expect(Object.keys(meanings.common)).toEqual(commonKeys().map(({ name }) => name))
  })

  test.each(['gates', 'waivers'])('%s says the same in both languages', name => {
    expect(shape(read(`${name}.zh-CN.md`))).toEqual(shape(read(`${name}.md`)))
  })
})
