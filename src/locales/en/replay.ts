import type { Catalogue } from '../message.ts'

type Verdict = 'passed' | 'waiting' | 'failed' | 'unknown'

/** What a changed policy does, and the command that tries it on merged pull requests. */
export const replay = {
  'policyChange.title': (p: { readonly path: string }, f) => `This pull request changes the policy ${f.code(p.path)}`,
  'policyChange.weaker': () => 'Weaker:',
  'policyChange.stronger': () => 'Stronger:',
  'policyChange.other': () => 'Changed:',
  'replay.sum': (p: { readonly judged: number; readonly skipped: number; readonly changed: number }, f) =>
    p.judged + p.skipped === 0
      ? 'Replay: no merged pull request to try it on.'
      : `Replay on ${f.number(p.judged)} merged pull ${p.judged === 1 ? 'request' : 'requests'}: ${
          p.changed === 0
            ? 'no verdict changes'
            : `${f.number(p.changed)} ${p.changed === 1 ? 'verdict changes' : 'verdicts change'}`
        }.${p.skipped === 0 ? '' : ` ${f.number(p.skipped)} more cannot be judged again.`}`,
  'replay.changed': (
    p: {
      readonly number: number
      readonly title: string
      readonly before: Verdict
      readonly after: Verdict
      readonly gates: readonly { readonly gate: string; readonly before: string; readonly after: string }[]
    },
    f,
  ) =>
    `${f.code(`#${p.number}`)} ${f.text(p.title)}: ${p.before} → ${p.after} (${f.list(p.gates.map(one => `${f.code(one.gate)} ${f.text(one.before)} → ${f.text(one.after)}`))})`,

  'cli.replay.summary': () => 'judge merged pull requests under an old and a new policy',
  'cli.replay.about': () =>
    'Asks GitHub for the pull requests that were merged last, judges each under the old and the new policy, and prints\nwhich verdicts change. Sign-offs are left out on both sides. The token comes from GITHUB_TOKEN or GH_TOKEN; it is\nused for reading only.',
  'cli.replay.option.branch': () => 'branch that they were merged into; left out: main',
  'cli.replay.option.last': () => 'how many; left out: 20',
  'cli.replay.option.before': () => 'old policy; left out: that of HEAD',
  'cli.replay.option.policy': () => 'new policy; left out: that of the working tree',
  'cli.replay.last': (p: { readonly got: string; readonly most: number }, f) =>
    `${f.code(`--last ${p.got}`)} is no whole number from 1 to ${f.number(p.most)}`,
  'cli.option.repo': () => 'repository on GitHub; left out: GITHUB_REPOSITORY',
  'cli.noRepo': (p: { readonly got: string }, f) =>
    p.got === ''
      ? `${f.code('--repo OWNER/NAME')} is missing: the repository to ask GitHub about`
      : `${f.code(`--repo ${p.got}`)} names no repository: ${f.code('OWNER/NAME')}`,
  'cli.noToken': (p: { readonly names: readonly string[] }, f) =>
    `no token: this command asks GitHub; set ${f.either(p.names.map(f.code))} to a token that may read the repository`,
  'cli.pr': (p: { readonly got: string }, f) => `${f.code(p.got)} is no number of a pull request`,
} as const satisfies Catalogue
