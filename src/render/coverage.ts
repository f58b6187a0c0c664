import { say } from '../locales/index.ts'
import { type Message, message, type Ratio } from '../locales/message.ts'
import type { CoverageSummary, Report } from '../report.ts'
import type { Section } from './budget.ts'
import { basisPoints } from './format.ts'
import { htmlFormatter, tableRow } from './markdown.ts'
import type { Voice } from './voice.ts'

/** Rows of a table that a conversation shows; the report has them all. */
const most = 30

/** Trend, what to test next, and the tables of groups and changed files, each left out when it would be empty. */
export function coverageSections(report: Report, voice: Voice, more: Section['more']): readonly Section[] {
  const { coverage } = report
  if (coverage === null) return []
  return [
    ...trendSection(coverage, voice),
    ...(namesUncovered(report) ? [] : nextSection(coverage, voice, more)),
    ...groupSection(coverage, voice, more),
    ...fileSection(coverage, voice, more),
  ]
}

/** The gate's own findings list the uncovered lines already. */
const namesUncovered = (report: Report): boolean =>
  report.gates.some(
    ({ gate, result }) =>
      gate === 'coverage' &&
      'findings' in result &&
      result.findings?.some(finding => finding.message.code === 'coverage.patch.uncovered'),
  )

function trendSection({ trend, project }: CoverageSummary, voice: Voice): readonly Section[] {
  const base = trend.at(-1)
  if (base === undefined || project.total === 0) return []
  const points = [...trend.map(point => point.project), project]
  const text = voice.say(
    message('coverage.trend', { base: base.project, head: project, line: sparkline(points), count: trend.length }),
  )
  return [{ keep: 15, head: [], rows: [text], foot: [], more: () => '' }]
}

const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

/** One bar a point, from the lowest to the highest of them; points of nothing are left out. */
export function sparkline(points: readonly Ratio[]): string {
  const values = points.flatMap(point => basisPoints(point) ?? []).map(Number)
  const low = Math.min(...values)
  const range = Math.max(...values) - low
  return values.map(value => bars[range === 0 ? 3 : Math.round(((value - low) / range) * 7)] ?? '').join('')
}

/** Uncovered changed lines first, largest gain on top; without any, the files with the most uncovered lines. */
function nextSection(
  { uncovered, worst, patch, project }: CoverageSummary,
  voice: Voice,
  more: Section['more'],
): readonly Section[] {
  const { f } = voice
  const changed = uncovered.map(({ path, ranges }) => {
    return `- ${f.list(
      ranges.map(([start, end]) => f.place(path, start, end)),
      8,
    )}`
  })
  const files = worst.map(
    ({ path, lines }) => `- ${f.place(path)}${voice.say(message('coverage.next.file', { lines }))}`,
  )
  const rows = changed.length > 0 ? changed : files.slice(0, 5)
  if (rows.length === 0) return []
  const title =
    changed.length > 0
      ? message('coverage.next.patch', { missing: patch.total - patch.covered })
      : message('coverage.next.project', { missing: project.total - project.covered })
  return [folded(title, [], rows, voice, 12, count => `- ${more(count)}`)]
}

function groupSection({ groups }: CoverageSummary, voice: Voice, more: Section['more']): readonly Section[] {
  if (groups.length === 0) return []
  const { f } = voice
  const head = columns(['group', 'lines', 'patch', 'required'], voice)
  const rows = groups.map(group => {
    const required = voice.say(message('coverage.required', { min: group.min, patch: group.patchMin }))
    const name = voice.say(message('coverage.group', { kind: group.kind, name: group.name }))
    return tableRow([
      name,
      amount(group.project, voice),
      amount(group.patch, voice),
      group.min === null && group.patchMin === null ? '' : required,
    ])
  })
  return [
    folded(message('coverage.groups', { count: groups.length }), head, rows, voice, 9, count =>
      tableRow([more(count), '', '', f.text('')]),
    ),
  ]
}

function fileSection({ changed }: CoverageSummary, voice: Voice, more: Section['more']): readonly Section[] {
  if (changed.length === 0) return []
  const { f } = voice
  const head = columns(['file', 'lines', 'base', 'patch'], voice)
  const rows = changed.map(({ path, lines, base, patch }) =>
    tableRow([f.place(path), amount(lines, voice), base === null ? '' : f.percent(base), amount(patch, voice)]),
  )
  return [
    folded(message('coverage.files', { count: changed.length }), head, rows, voice, 8, count =>
      tableRow([more(count), '', '', '']),
    ),
  ]
}

const amount = (ratio: Ratio, { f }: Voice): string =>
  ratio.total === 0 ? f.percent(ratio) : `${f.percent(ratio)} · ${f.number(ratio.covered)}/${f.number(ratio.total)}`

function columns(
  names: readonly ('group' | 'file' | 'lines' | 'base' | 'patch' | 'required')[],
  voice: Voice,
): readonly string[] {
  const titles = names.map(name => voice.say(message(`coverage.column.${name}`, {})))
  return [tableRow(titles), `| ${names.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`]
}

function folded(
  title: Message,
  head: readonly string[],
  rows: readonly string[],
  { locale }: Voice,
  keep: number,
  more: Section['more'],
): Section {
  const summary = say(title, locale, htmlFormatter(locale))
  return {
    keep,
    head: ['<details>', `<summary>${summary}</summary>`, '', ...head],
    rows,
    foot: ['', '</details>'],
    most,
    more,
  }
}
