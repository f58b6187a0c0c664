import type { Catalogue } from '../message.ts'

/** The command that writes a policy to start from, and the comments in it. */
export const cliInit = {
  'cli.init.summary': () => 'write a policy to start from',
  'cli.init.about': () =>
    'Looks at the files of HEAD and at the reports in the working tree, and writes .github/delivery-gates.yml: a policy to\nstart from, with comments, whose gates only warn. Never overwrites one.',
  'cli.init.option.implementer': () => 'who deploys: a login or a team, e.g. @acme/implementation',
  'cli.init.option.print': () => 'print the policy instead of writing the file',
  'cli.init.written': (p: { readonly path: string }, f) =>
    `Wrote ${f.code(p.path)}. Put in who deploys, then try it: ${f.code('delivery-gates validate')}, ${f.code('delivery-gates check --base origin/main')}.`,
  'cli.init.exists': (_: Record<string, never>, f) =>
    `there is a policy already; ${f.code('delivery-gates init --print')} shows what would be written`,
  'cli.init.failed': (p: { readonly code: string }, f) => `cannot be written (${f.text(p.code)})`,

  'starter.head': () => 'Delivery Gates: what a pull request must meet. Read from the base branch.',
  'starter.roles': () => 'Who may approve and sign: logins, or teams of the owner. Replace the placeholders.',
  'starter.components': () => 'Parts of the repository; risk: high makes their changes weigh more.',
  'starter.gates': () => 'warn tells, block decides. Change a gate to block once you have seen what it says.',
  'starter.coverage': () => 'Percent of all lines, and of the changed lines, that tests must cover.',
  'starter.docs': () => 'A change of how it is deployed updates a document in the same pull request.',
  'starter.review': () => 'Whoever deploys is asked on every pull request, and approves what concerns deployment.',
  'starter.description': () => 'The description says what a reader needs to know.',
  'starter.checklist': () => 'What people confirm before a deployment.',
} as const satisfies Catalogue
