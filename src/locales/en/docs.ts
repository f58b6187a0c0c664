import type { Catalogue, Formatter } from '../message.ts'

type Kind = 'deployment' | 'api' | 'faq' | 'changelog' | 'configuration' | 'other'

const documents: Readonly<Record<Kind, string>> = {
  deployment: 'deployment document',
  api: 'API document',
  faq: 'FAQ',
  changelog: 'changelog',
  configuration: 'configuration document',
  other: 'document',
}

const hollow = {
  deleted: 'was deleted',
  renamed: 'was only moved or renamed',
  copied: 'is only a copy',
  mode: 'has a new file mode and the same text',
  link: 'is a link or a submodule, not a text',
  binary: 'is a binary file, whose text cannot be read',
  lfs: 'is a Git LFS pointer, whose text cannot be read',
  generated: 'is listed as generated',
  empty: 'is empty',
  removed: 'only lost text',
  whitespace: 'differs only in white space, line ends, punctuation or markup',
  invisible: 'differs only in comments, front matter, dates or link definitions',
  moved: 'has only moved or re-ordered text',
} as const

const parts = {
  file: 'the header of a file',
  hunk: 'the header of a hunk',
  line: 'a line of a hunk',
  end: 'the end',
} as const

const words = (count: number, f: Formatter, adjective: string): string =>
  `${f.number(count)} ${adjective} ${count === 1 ? 'word' : 'words'}`

const lineList = (lines: readonly number[], f: Formatter): string =>
  `${lines.length === 1 ? 'line' : 'lines'} ${f.list(lines.map(line => f.code(String(line))))}`

const place = (at: { readonly path: string; readonly line: number | null }, f: Formatter): string =>
  at.line === null ? f.place(at.path) : f.place(at.path, at.line)

type Fix =
  | { readonly fix: 'fill'; readonly path: string; readonly lines: readonly number[] }
  | { readonly fix: 'extend'; readonly path: string; readonly missing: number }
  | { readonly fix: 'write'; readonly update: readonly string[]; readonly min: number }

function howTo(step: Fix, f: Formatter): string {
  if (step.fix === 'fill') return `Replace the placeholders in ${f.code(step.path)}, ${lineList(step.lines, f)}.`
  if (step.fix === 'extend') return `Add at least ${words(step.missing, f, 'more new')} to ${f.code(step.path)}.`
  return `Describe the change in ${f.either(step.update.map(f.code))}, with at least ${words(step.min, f, 'new')}.`
}

export const docs = {
  'diff.record': (p: { readonly record: number }, f) =>
    `The output of git diff breaks off or is not understood at record ${f.number(p.record)}.`,
  'diff.patch': (
    p: { readonly line: number; readonly expected: keyof typeof parts; readonly found: string | null },
    f,
  ) =>
    `The patch is not understood at line ${f.number(p.line)}: ${parts[p.expected]} expected, ${p.found === null ? 'but it ends there' : `found ${f.code(p.found)}`}.`,
  'diff.counts': (
    p: {
      readonly path: string
      readonly additions: number
      readonly deletions: number
      readonly stated: { readonly additions: number; readonly deletions: number }
    },
    f,
  ) =>
    `The patch of ${f.code(p.path)} is not complete: it adds ${f.number(p.additions)} and removes ${f.number(p.deletions)} lines, git counted ${f.number(p.stated.additions)} and ${f.number(p.stated.deletions)}.`,
  'diff.cut': () => 'The output of git diff breaks off in the middle of a line.',
  'diff.size': (p: { readonly bytes: number; readonly max: number }, f) =>
    `The patch has ${f.number(p.bytes)} bytes, at most ${f.number(p.max)} can be read.`,

  'docs.rule.duplicate': (p: { readonly id: string }, f) =>
    `Two documentation rules have the id ${f.code(p.id)}; give each its own.`,
  'docs.files.absent': () => 'The list of changed files is missing, so no documentation rule could be checked.',
  'docs.files.absent.next': () => 'Run the check again; if it stays, check that the token may read the pull request.',
  'docs.empty': () => 'The pull request changes no file, so there is nothing to document.',
  'docs.idle': (p: { readonly rules: number }, f) =>
    p.rules === 1
      ? 'No rule applies: no changed file asks for a document (1 rule checked).'
      : `No rule applies: no changed file asks for a document (${f.number(p.rules)} rules checked).`,
  'docs.passed': (
    p: { readonly updated: readonly { readonly rule: string; readonly document: string; readonly words: number }[] },
    f,
  ) =>
    `Updated: ${f.list(p.updated.map(each => `${f.code(each.document)} (${f.code(each.rule)}, ${words(each.words, f, 'new')})`))}.`,
  'docs.failed': (
    p: {
      readonly rules: readonly {
        readonly rule: string
        readonly kind: Kind
        readonly path: string
        readonly line: number | null
      }[]
      readonly checked: number
    },
    f,
  ) => {
    const [first, second] = p.rules
    if (first && !second) return `${place(first, f)} changed, no ${documents[first.kind]} did.`
    return `${f.number(p.rules.length)} of ${f.number(p.checked)} documentation rules lack a document: ${f.list(p.rules.map(each => `${f.code(each.rule)} (${place(each, f)})`))}.`
  },
  'docs.failed.next': (p: { readonly fixes: readonly Fix[] }, f) => p.fixes.map(fix => howTo(fix, f)).join(' '),
  'docs.unread': (p: { readonly rule: string; readonly document: string }, f) =>
    `The change of ${f.code(p.document)} could not be read, so it is unknown whether it satisfies rule ${f.code(p.rule)}.`,
  'docs.unread.next': (p: { readonly document: string }, f) =>
    `GitHub leaves out large patches: make the change of ${f.code(p.document)} smaller, or let the Action check it from a full checkout.`,
  'docs.rule.idle': (p: { readonly rule: string }, f) => `Rule ${f.code(p.rule)}: no changed file asks for a document.`,
  'docs.rule.passed': (p: { readonly rule: string; readonly document: string; readonly words: number }, f) =>
    `Rule ${f.code(p.rule)}: ${f.code(p.document)} has ${words(p.words, f, 'new')}.`,
  'docs.rule.failed': (
    p: {
      readonly rule: string
      readonly kind: Kind
      readonly path: string
      readonly line: number | null
      readonly others: readonly string[]
      readonly update: readonly string[]
    },
    f,
  ) => {
    const others = p.others.length === 0 ? '' : `, and so did ${f.list(p.others.map(f.code), 3)}`
    return `Rule ${f.code(p.rule)}: ${place(p, f)} changed${others}; no ${documents[p.kind]} has new text. Expected: ${f.either(p.update.map(f.code))}.`
  },
  'docs.document.hollow': (p: { readonly path: string; readonly reason: keyof typeof hollow }, f) =>
    `${f.code(p.path)} does not count: it ${hollow[p.reason]}.`,
  'docs.document.placeholder': (p: { readonly path: string; readonly lines: readonly number[] }, f) =>
    `${f.code(p.path)} does not count: there are placeholders in ${lineList(p.lines, f)}.`,
  'docs.document.few': (p: { readonly path: string; readonly words: number; readonly min: number }, f) =>
    `${f.code(p.path)} does not count: ${words(p.words, f, 'new')}, ${f.number(p.min)} required.`,
} as const satisfies Catalogue
