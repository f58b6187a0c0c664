import type { Catalogue } from '../message.ts'

export const cliTest = {
  'cli.test.summary': () => 'judge the cases of a policy, offline',
  'cli.test.about': () =>
    'Judges made-up pull requests and compares the verdicts with those that the file expects. Without FILE:\n.github/delivery-gates.test.yml. The policy is the one that the file names, else that of the working tree.',
  'cli.test.option.policy': () => 'policy to judge by, whatever the file of cases names',
  'cli.test.sum': (p: { readonly cases: number; readonly failed: number }, f) =>
    p.failed === 0
      ? `${f.number(p.cases)} ${p.cases === 1 ? 'case' : 'cases'}, all as expected.`
      : `${f.number(p.cases)} ${p.cases === 1 ? 'case' : 'cases'}, ${f.number(p.failed)} not as expected.`,
  'cases.differs': (p: { readonly what: string; readonly wanted: string; readonly got: string }, f) =>
    `${f.code(p.what)} is ${f.code(p.got)}, expected ${f.code(p.wanted)}`,
} as const satisfies Catalogue
