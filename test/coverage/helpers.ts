import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { ReportBuilder } from '../../src/coverage/builder.ts'
import { type FormatId, formatIds } from '../../src/coverage/formats/index.ts'
import { type CoverageReport, countFile, lastLine, lineState, type Totals, totals } from '../../src/coverage/model.ts'
import { readReport } from '../../src/coverage/read.ts'
import { StoredFile } from '../../src/coverage/store.ts'
import { say } from '../../src/locales/index.ts'
import type { Formatter, Message } from '../../src/locales/message.ts'

/** Files are equal that say the same, wherever their builders keep it. */
expect.addEqualityTesters([
  function (a, b, testers) {
    if (!(a instanceof StoredFile && b instanceof StoredFile)) return undefined
    const said = ({ lines, branches, functions, counts }: StoredFile) => ({ lines, branches, functions, counts })
    return this.equals(said(a), said(b), [...testers])
  },
])

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** `{ 'a.ts': [1, -2] }`: line 1 covered, line 2 not. */
export function reportOf(
  files: Readonly<Record<string, readonly number[]>>,
  more: Partial<CoverageReport> = {},
): CoverageReport {
  const builder = new ReportBuilder()
  for (const [path, lines] of Object.entries(files)) {
    builder.open(path)
    for (const line of lines) builder.line(Math.abs(line), line > 0)
    builder.close()
  }
  return { ...builder.build([], {}), ...more }
}

/** The inverse of `reportOf`, files sorted by path. */
export function linesOf(report: Pick<CoverageReport, 'files'>): Record<string, number[]> {
  const paths = [...report.files.keys()].sort()
  return Object.fromEntries(
    paths.map(path => {
      const lines = report.files.get(path)?.lines ?? new Uint8Array()
      const numbers: number[] = []
      for (let line = 1; line <= lastLine(lines); line++) {
        const state = lineState(lines, line)
        if (state !== 'none') numbers.push(state === 'covered' ? line : -line)
      }
      return [path, numbers]
    }),
  )
}

export const read = (input: string | Uint8Array, format?: FormatId) =>
  readReport([typeof input === 'string' ? bytes(input) : input], format)

/** `CODE line:column sentence`, or the totals. */
export function outcome(input: string | Uint8Array, format?: FormatId): string {
  const result = read(input, format)
  if (result.ok) {
    const { lines } = totals(result.value.report.files)
    return `${lines.covered} of ${lines.total}`
  }
  const { code, line, column, message } = result.error
  const place = line === undefined ? '' : ` ${line}${column === undefined ? '' : `:${column}`}`
  return `${code}${place} ${english(message)}`
}

/** Plain text with literals in backquotes. */
export const plain: Formatter = {
  code: literal => `\`${literal}\``,
  text: prose => prose,
  person: login => `@${login}`,
  percent: ({ covered, total }) =>
    total === 0 ? '–' : `${Number((BigInt(covered) * 10_000n) / BigInt(total)) / 100} %`,
  number: value => String(value),
  list: (pieces, max = 5) =>
    pieces.slice(0, max).join(', ') + (pieces.length > max ? ` and ${pieces.length - max} more` : ''),
  either: pieces => pieces.join(' or '),
  sha: sha => sha.slice(0, 7),
  place: (path, start, end) =>
    `${path}${start === undefined ? '' : `:${start}`}${end === undefined || end === start ? '' : `–${end}`}`,
}

/** How a message lists the formats. */
export const known = plain.list(formatIds.map(plain.code), 20)

export const english = (message: Message): string => say(message, 'en', plain)
export const chinese = (message: Message): string => say(message, 'zh-CN', plain)

export interface Fixture {
  readonly name: string
  readonly content: Uint8Array
  readonly expected: Totals & { readonly files: number }
}

const folder = new URL('../fixtures/coverage/', import.meta.url)

export function fixtures(format: string): Fixture[] {
  if (!existsSync(new URL(`${format}/`, folder))) return []
  if (!existsSync(new URL(`${format}/`, folder))) return []
  const names = readdirSync(new URL(`${format}/`, folder)).filter(name => !name.endsWith('.totals.json'))
  return names.map(name => {
    const beside = new URL(`${format}/${name.replace(/\.[^.]+$/, '')}.totals.json`, folder)
    const { files, lines, branches, functions } = JSON.parse(readFileSync(beside, 'utf8'))
    return {
      name,
      content: new Uint8Array(readFileSync(new URL(`${format}/${name}`, folder))),
      expected: { files, lines, branches, functions },
    }
  })
}

export const countOf = (report: CoverageReport) => ({ files: report.files.size, ...totals(report.files) })

export const hasLines = (report: CoverageReport): boolean =>
  [...report.files.values()].some(file => countFile(file).lines.total > 0)
