import { describe, expect, test } from 'vitest'
import { localeTags } from '../../src/locales/index.ts'
import { message } from '../../src/locales/message.ts'
import { renderCheck } from '../../src/render/check.ts'
import { renderComment } from '../../src/render/comment.ts'
import { tableSections } from '../../src/render/tables.ts'
import { markdownVoice } from '../../src/render/voice.ts'
import type { GateTable, Report } from '../../src/report.ts'
import { liveParts, parse, walk } from './markdown.ts'
import { links, report } from './reports.ts'

const withTable = (table: GateTable): Report =>
  report({
    gates: [
      {
        gate: 'environments',
        level: 'block',
        result: {
          status: 'passed',
          summary: message('environments.passed', { passed: 1, total: 1, failed: [], open: [] }),
          table,
        },
      },
    ],
  })

const standing = (each: 'passed' | 'missing') => message('environments.cell', { standing: each, isOptional: false })
const grid: GateTable = {
  columns: ['os \\ db', 'sqlite'],
  rows: [
    ['debian', standing('passed')],
    ['windows', standing('missing')],
  ],
}
const options = { locale: 'en', links, signing: 'app', marker: '12' } as const

describe('tables of gates', () => {
  test('folded, one row a line', () => {
    const [section] = tableSections(withTable(grid), markdownVoice('en'), count => `${count} more`)
    expect([...(section?.head ?? []), ...(section?.rows ?? []), ...(section?.foot ?? [])]).toEqual([
      '<details>',
      '<summary>environments: table, 2 rows</summary>',
      '',
      '| os &#92; db | sqlite |',
      '| --- | --- |',
      '| debian | passed |',
      '| windows | missing |',
      '',
      '</details>',
    ])
  })

  test.each(localeTags)('in the comment and in the check: %s', locale => {
    for (const text of [
      renderComment(withTable(grid), { ...options, locale }),
      renderCheck(withTable(grid), { ...options, locale }).text,
    ]) {
      const tables = [...walk(parse(text))].filter(node => node.type === 'table')
      expect(tables.some(node => JSON.stringify(node).includes('debian'))).toBe(true)
    }
  })

  test('T-60 T-61 a cell stays one inert cell', () => {
    const evil = '@org/team | #1 <b> [x](http://evil.example) `\n|'
    const text = renderComment(withTable({ columns: [evil, evil], rows: [[evil, evil]] }), options)
    expect(liveParts(text, ['github.example', 'gates.example'])).toEqual([])
    const rows = text.split('\n').filter(line => line.includes('team'))
    expect(rows.map(row => row.split('|').length)).toEqual([4, 4])
  })
})
