import { say } from '../locales/index.ts'
import { message } from '../locales/message.ts'
import type { GateTable, Report } from '../report.ts'
import type { Section } from './budget.ts'
import { htmlFormatter, tableRow } from './markdown.ts'
import type { Voice } from './voice.ts'

/** Rows of a table that a conversation shows; the report has them all. */
const most = 50

/** One folded section per gate that has a table, in the order of the report. */
export function tableSections(report: Report, voice: Voice, more: Section['more']): readonly Section[] {
  return report.gates.flatMap(({ gate, result }) =>
    'table' in result && result.table !== undefined ? [tableSection(gate, result.table, voice, more)] : [],
  )
}

function tableSection(gate: string, { columns, rows }: GateTable, voice: Voice, more: Section['more']): Section {
  const { locale } = voice
  const title = say(message('table.title', { gate, rows: rows.length }), locale, htmlFormatter(locale))
  return {
    keep: 9,
    head: [
      '<details>',
      `<summary>${title}</summary>`,
      '',
      tableRow(columns.map(cell => cellText(cell, voice))),
      tableRow(columns.map(() => '---')),
    ],
    rows: rows.map(row => tableRow(row.map(cell => cellText(cell, voice)))),
    foot: ['', '</details>'],
    most,
    more: count => tableRow([more(count), ...columns.slice(1).map(() => '')]),
  }
}

const cellText = (cell: GateTable['columns'][number], voice: Voice): string =>
  typeof cell === 'string' ? voice.f.text(cell) : voice.say(cell)
