import type { Catalogue, Formatter } from '../message.ts'

interface Counts {
  readonly lines: number
  readonly files: number
  readonly excluded: number
  readonly maxLines: number | null
  readonly maxFiles: number | null
}

const counted = (count: number, one: string, f: Formatter): string =>
  `${f.number(count)} ${count === 1 ? one : `${one}s`}`

const amount = (p: Counts, f: Formatter): string =>
  `${counted(p.lines, 'changed line', f)} in ${counted(p.files, 'file', f)}${p.excluded === 0 ? '' : ` (${counted(p.excluded, 'file', f)} not counted)`}`

const allowed = (p: Counts, f: Formatter): string =>
  [
    ...(p.maxLines === null ? [] : [counted(p.maxLines, 'line', f)]),
    ...(p.maxFiles === null ? [] : [counted(p.maxFiles, 'file', f)]),
  ].join(' and ')

export const size = {
  'size.passed': (p: Counts, f) => `${amount(p, f)}; ${allowed(p, f)} allowed.`,
  'size.failed': (p: Counts, f) => `${amount(p, f)}; at most ${allowed(p, f)} allowed.`,
  'size.failed.next': (p: { readonly parts: readonly { readonly name: string; readonly lines: number }[] }, f) =>
    p.parts.length < 2
      ? 'Split it into pull requests that can be read one by one.'
      : `Split it, for example by ${f.list(p.parts.map(one => `${f.code(one.name)} (${counted(one.lines, 'line', f)})`))}.`,
  'size.file': (p: { readonly additions: number; readonly deletions: number }, f) =>
    `${f.number(p.additions)} added, ${f.number(p.deletions)} removed.`,
} as const satisfies Catalogue
