import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gates } from '../../src/gates/index.ts'
import { parsePolicy } from '../../src/policy/parse.ts'

/** Tests of a gate's two pages: examples parse, every option and every code is explained, both say the same. */
export function docExamples(gate: keyof typeof gates, codes: readonly string[]): void {
  const pages = ['', '.zh-CN'].map(suffix =>
    readFileSync(new URL(`../../docs/gates/${gate}${suffix}.md`, import.meta.url), 'utf8'),
  )
  const examplesOf = (page: string) => [...page.matchAll(/```yaml\n(.*?)```/gs)].map(match => match[1] ?? '')

  test.each(pages.flatMap(examplesOf))('example %# is part of a valid policy', example => {
    const parsed = parsePolicy(`version: 1\n${example}`, 'policy.yml', { owner: 'acme' })
    expect(parsed.ok ? [] : parsed.error).toEqual([])
  })

  test('both pages have the same examples', () => {
    const [english = '', chinese = ''] = pages
    const bare = (page: string) =>
      examplesOf(page).map(example => example.replaceAll(/#.*$/gm, '').replaceAll(/ +$/gm, ''))
    expect(bare(chinese)).toEqual(bare(english))
    expect(examplesOf(english).length).toBeGreaterThan(0)
  })

  test.each(Object.keys(gates[gate].options.shape))('explains the option %s', option => {
    for (const page of pages) expect(page).toMatch(new RegExp(`\\| \`${option}[\`.[]`))
  })

  test.each(codes)('explains the code %s', code => {
    for (const page of pages) expect(page).toContain(`\`${code}\``)
  })
}
