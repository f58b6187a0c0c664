import type { Catalogue } from '../message.ts'

const parts: Readonly<Record<string, string>> = {
  title: 'title',
  labels: 'labels',
  milestone: 'milestone',
  linked_issue: 'linked issue',
}

export const conventions = {
  'conventions.empty': (_: Record<string, never>, f) =>
    `Nothing is asked for: give ${f.either(['title', 'labels', 'milestone', 'linked_issue'].map(f.code))}.`,
  'conventions.pattern.all': (p: { readonly pattern: string }, f) =>
    `${f.code(p.pattern)} matches everything, so it asks for nothing (CFG-REGEX).`,
  'conventions.passed': () => 'Everything is as agreed.',
  'conventions.failed': (p: { readonly what: readonly string[] }, f) =>
    `Not as agreed: ${f.list(p.what.map(one => parts[one] ?? f.text(one)))}.`,
  'conventions.failed.next': () => 'Edit the pull request; no push is needed.',
  'conventions.title.form': (p: { readonly types: readonly string[] }, f) =>
    `The title is not of the form ${f.code('type: subject')} or ${f.code('type(scope): subject')}; types: ${f.list(p.types.map(f.code), 12)}.`,
  'conventions.title.type': (p: { readonly type: string; readonly types: readonly string[] }, f) =>
    `The type ${f.code(p.type)} of the title is none of ${f.list(p.types.map(f.code), 12)}.`,
  'conventions.title.scope': (p: { readonly scope: string | null; readonly scopes: readonly string[] }, f) =>
    `${p.scope === null ? 'The title has no scope' : `The scope ${f.code(p.scope)} of the title is not known`}; scopes: ${f.list(p.scopes.map(f.code), 12)}.`,
  'conventions.title.pattern': (p: { readonly patterns: readonly string[] }, f) =>
    `The title does not match ${f.either(p.patterns.map(f.code))}.`,
  'conventions.title.length': (p: { readonly length: number; readonly most: number }, f) =>
    `The title has ${f.number(p.length)} characters, ${f.number(p.most)} allowed.`,
  'conventions.label.any': (p: { readonly labels: readonly string[] }, f) =>
    `It has none of the labels ${f.list(p.labels.map(f.code), 10)}.`,
  'conventions.label.all': (p: { readonly label: string }, f) => `The label ${f.code(p.label)} is missing.`,
  'conventions.label.none': (p: { readonly label: string }, f) => `It must not have a label ${f.code(p.label)}.`,
  'conventions.label.one': (p: { readonly group: string; readonly found: readonly string[] }, f) =>
    `Exactly one label ${f.code(p.group)} is required; it has ${p.found.length === 0 ? 'none' : f.list(p.found.map(f.code))}.`,
  'conventions.milestone.none': () => 'It has no milestone.',
  'conventions.milestone.pattern': (p: { readonly milestone: string; readonly patterns: readonly string[] }, f) =>
    `The milestone ${f.code(p.milestone)} does not match ${f.either(p.patterns.map(f.code))}.`,
  'conventions.issue.none': (_: Record<string, never>, f) =>
    `It closes no issue: write ${f.code('Closes #12')} in the description, or link one.`,
  'conventions.issue.closed': () => 'Every issue that it closes is closed already.',
} as const satisfies Catalogue
