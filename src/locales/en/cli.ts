import type { Catalogue, Formatter, Ratio } from '../message.ts'
import { type ReportFault, reportFaults } from './report-faults.ts'

const fault = (said: ReportFault, f: Formatter): string =>
  (reportFaults[said.code] as (params: unknown, f: Formatter) => string)(said.params, f)

const meant = (near: string | null, f: Formatter): string => (near === null ? '' : ` (${f.code(near)}?)`)

export const cli = {
  'cli.about': () =>
    'Delivery Gates on your machine: the code of the Action and of the App. Only replay, doctor, explain --pr and\napp register ask GitHub.',
  'cli.usage': () => 'Usage:',
  'cli.commands': () => 'Commands:',
  'cli.options': () => 'Options:',
  'cli.exitCodes': () =>
    'Exit code: 0 ok, 1 a gate failed, 2 wrong usage or broken input (one line on standard error says which).',
  'cli.option.help': () => 'show this and end',
  'cli.option.version': () => 'show the version and end',
  'cli.option.json': () => 'one line of JSON instead of text',
  'cli.option.locale': () => 'language; left out: that of the policy, else English',

  'cli.command.missing': (p: { known: readonly string[] }, f) =>
    `a command is missing: ${f.either(p.known.map(f.code), 20)}; ${f.code('delivery-gates --help')} explains them`,
  'cli.command.unknown': (p: { name: string; near: string | null }, f) =>
    `there is no command ${f.code(p.name)}${meant(p.near, f)}; ${f.code('delivery-gates --help')} lists them`,
  'cli.option.unknown': (p: { option: string; near: string | null }, f) =>
    `there is no option ${f.code(p.option)}${meant(p.near, f)}; ${f.code('--help')} lists them, and ${f.code('--')} stands before a file of that name`,
  'cli.option.value': (p: { option: string; value: string }, f) =>
    `${f.code(p.option)} needs a value: ${f.code(`${p.option} ${p.value}`)}`,
  'cli.option.noValue': (p: { option: string }, f) => `${f.code(p.option)} takes no value`,
  'cli.option.choice': (p: { option: string; value: string; accepted: readonly string[] }, f) =>
    `${f.code(p.option)} is ${f.code(p.value)}; accepted: ${f.either(p.accepted.map(f.code), 50)}`,
  'cli.crashed': (p: { detail: string }, f) =>
    `internal error of Delivery Gates: ${f.text(p.detail)}; nothing was judged, so nothing has passed`,

  'cli.coverage.summary': () => 'read coverage reports; judge the coverage of this commit',
  'cli.coverage.about': () =>
    'Reads coverage reports of any known format, told from their content, and prints the totals of all of them united.\nWith --base, in a git checkout: which changed lines are covered, and what the coverage gate says to HEAD under the\npolicy of that base. Without FILE the policy names the reports; without --base too, only the project is judged.',
  'cli.coverage.option.base': () => 'judge what HEAD changes since REF, e.g. origin/main',
  'cli.coverage.option.format': () => 'format of every FILE, where the content must not decide',
  'cli.coverage.noFile': (_: Record<string, never>, f) =>
    `no FILE, and this folder is in no git checkout whose policy could name the reports; ${f.code('delivery-gates coverage --help')} shows the usage`,
  'cli.coverage.noCheckout': (_: Record<string, never>, f) =>
    `${f.code('--base')} compares commits, and this folder is in no git checkout`,
  'cli.unreadable': (p: { code: string }, f) => `cannot be read (${f.text(p.code)})`,
  'cli.option.shared': () => 'folder with the policies that others extend, as OWNER/REPOSITORY below it',
  'cli.positional': (p: { got: string }, f) => `${f.code(p.got)}: this command takes no file`,
  'cli.noBase': (_: Record<string, never>, f) =>
    `${f.code('--base REF')} is missing: the commit to compare with, e.g. ${f.code('--base origin/main')}`,
  'cli.noCheckout': () => 'this folder is in no git checkout, and there is nothing to read without one',
  'cli.noCommit': (p: { option: 'base' | 'head'; ref: string }, f) =>
    `${f.code(`--${p.option} ${p.ref}`)}: this clone has no such commit; ${f.code('git fetch')} may bring it`,
  'cli.coverage.formatWithoutFile': (_: Record<string, never>, f) =>
    `${f.code('--format')} says what every FILE is, and there is none`,
  'cli.coverage.notFound': () => 'no such file (RPT-NOTFOUND)',
  'cli.coverage.missing': (p: { name: string; near: readonly string[] }, f) =>
    `no such file, and the policy names it as report ${f.code(p.name)} (RPT-NOTFOUND); ${
      p.near.length === 0 ? 'run the tests with coverage first' : `nearest: ${f.list(p.near.map(f.code))}`
    }`,
  'cli.coverage.nothingFound': (p: { places: readonly string[] }, f) =>
    `no FILE, and no report at any of the usual places: ${f.list(p.places.map(f.code))} (RPT-NOTFOUND)`,
  'cli.coverage.refused': (p: { code: string; fault: ReportFault }, f) => `${fault(p.fault, f)} (${f.code(p.code)})`,

  'cli.coverage.reading': () => 'Reading reports',
  'cli.coverage.column.report': () => 'report',
  'cli.coverage.column.format': () => 'format',
  'cli.coverage.column.files': () => 'files',
  'cli.coverage.column.lines': () => 'lines',
  'cli.coverage.column.branches': () => 'branches',
  'cli.coverage.column.functions': () => 'functions',
  'cli.coverage.total': () => 'total',
  'cli.coverage.patch': (p: { base: string; headSha: string; patch: Ratio }, f) =>
    p.patch.total === 0
      ? `${f.sha(p.headSha)} changes no executable line since ${f.code(p.base)}.`
      : `Changed lines of ${f.sha(p.headSha)} since ${f.code(p.base)}: ${f.percent(p.patch)} covered (${f.number(p.patch.covered)} of ${f.number(p.patch.total)}).`,
  'cli.coverage.uncovered': () => 'Uncovered, worst file first:',
  'cli.coverage.unreported': () => 'Changed and in no report:',
  'cli.coverage.gate': (p: { state: string; blocks: boolean }, f) =>
    `Coverage gate: ${f.text(p.state)}${p.blocks ? '' : ' (not blocking)'}`,
  'cli.coverage.next': () => 'Next: ',
  'cli.coverage.noGate': () => 'The policy has no coverage gate: nothing is judged.',
  'cli.coverage.policy': (p: { path: string; ref: string; sha: string }, f) =>
    `Policy: ${f.code(p.path)} of ${f.code(p.ref)} (${f.sha(p.sha)}).`,
  'cli.coverage.workTree': (p: { path: string | null }, f) =>
    `Policy: ${p.path === null ? 'none in the working tree, so built-in defaults' : `${f.code(p.path)} of the working tree`}. No base was named, so nothing counts as changed; ${f.code('--base origin/main')} judges as a pull request is judged.`,
  'cli.coverage.noBaseline': (_: Record<string, never>, f) =>
    `${f.code('max_drop')} compares with a measurement that GitHub keeps for the base branch; it is not read here.`,
  'cli.coverage.dirty': (p: { files: readonly string[] }, f) =>
    `Uncommitted changes in ${f.list(p.files.map(f.code), 3)}: HEAD is measured, so line numbers of the reports may not fit.`,
} as const satisfies Catalogue
