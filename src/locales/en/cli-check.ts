import type { Catalogue } from '../message.ts'

export const cliCheck = {
  'cli.check.summary': () => 'judge a range of commits, or the facts of a file',
  'cli.check.about': () =>
    'Judges the commits from --base to --head under the policy of the base, with what git and the reports in the working\ntree say. What only GitHub knows (reviews, checks, sign-offs …) is not judged here, and the last line says so.\nWith --facts: the whole verdict on the facts of a file, the same to the byte as in the Action and the App.',
  'cli.check.option.base': () => 'where the range begins, e.g. origin/main; its policy judges',
  'cli.check.option.head': () => 'where it ends; left out: HEAD, which reports in the working tree speak about',
  'cli.check.option.facts': () => 'facts about a pull request, as JSON',
  'cli.check.option.policy': () => 'policy to judge by, instead of that of the base',
  'cli.check.elsewhere': (p: { readonly elsewhere: readonly string[] }, f) =>
    `Not judged here, because only GitHub knows: ${f.list(p.elsewhere.map(f.code), 30)}.`,
  'cli.facts.shape': (p: { readonly detail: string }, f) =>
    `these are no facts about a pull request: ${f.text(p.detail)}`,
  'cli.facts.json': (p: { readonly detail: string }, f) => `no JSON: ${f.text(p.detail)}`,
  'unknown.onlyGitHub': () => 'Only GitHub knows, and it is not asked here.',
} as const satisfies Catalogue
