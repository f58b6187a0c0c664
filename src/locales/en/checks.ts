import type { Catalogue, Formatter } from '../message.ts'

/** Words for where a check stands, and for how it ended. */
type Standing = 'passed' | 'missing' | 'pending' | 'unknown' | 'skipped' | 'failed'
type State = 'passed' | 'failed' | 'pending' | 'skipped' | 'neutral' | 'cancelled' | 'action_required' | 'stale'

const states: Readonly<Record<State, string>> = {
  passed: 'has passed',
  failed: 'has failed',
  pending: 'is still running',
  skipped: 'was skipped, which is no pass',
  neutral: 'ended as neutral, which is no pass',
  cancelled: 'was cancelled',
  action_required: 'waits for somebody to act on it',
  stale: 'is stale: GitHub gave up waiting for it',
}

const standings: Readonly<Record<Standing, string>> = {
  passed: 'passed',
  missing: 'not reported',
  pending: 'pending',
  unknown: 'unknown source',
  skipped: 'skipped',
  failed: 'failed',
}

interface Check {
  readonly name: string
  readonly source: string
  readonly kind: 'check' | 'status'
}

const check = (p: Pick<Check, 'kind'>): string => (p.kind === 'check' ? 'Check' : 'Status')

const counted = (count: number, one: string, f: Formatter): string =>
  `${f.number(count)} ${count === 1 ? one : `${one}s`}`

const waived = (count: number, f: Formatter): string => (count === 0 ? '' : ` ${f.number(count)} waived.`)

interface Counts {
  readonly passed: number
  readonly total: number
  readonly waived: number
}

export const checks = {
  'checks.option.source': () =>
    'Give either app, for check runs, or status, for commit statuses: one name has one source.',
  'checks.option.min': (p: { readonly name: string; readonly min: number }, f) =>
    `${f.code(p.name)} names one check, so there can never be ${f.number(p.min)}; put ${f.code('*')} where names differ.`,
  'checks.option.workflow': () => 'A commit status belongs to no workflow; leave out one of status and workflow.',
  'checks.unread': () => 'The checks of this commit, or the files that it changes, are missing.',
  'checks.idle': (p: { readonly required: number }, f) =>
    `No changed file asks for a check (${counted(p.required, 'rule', f)} looked at).`,
  'checks.passed': (p: Counts, f) =>
    p.total === 0
      ? `Nothing is left that is required.${waived(p.waived, f)}`
      : `${p.total === 1 ? 'The required check has' : `All ${f.number(p.total)} required checks have`} passed.${waived(p.waived, f)}`,
  'checks.failed': (p: Counts & { readonly failed: readonly string[] }, f) =>
    `${f.number(p.failed.length)} of ${counted(p.total, 'required check', f)} ${p.failed.length === 1 ? 'has' : 'have'} not passed: ${f.list(p.failed.map(f.code))}.${waived(p.waived, f)}`,
  'checks.failed.next': (p: { readonly failed: readonly string[] }, f) =>
    `Mend what ${f.list(p.failed.map(f.code))} ${p.failed.length === 1 ? 'reports' : 'report'}, or run ${p.failed.length === 1 ? 'it' : 'them'} again.`,
  'checks.nameless': (p: { readonly name: string }, f) =>
    `GitHub does not say who reported ${f.code(p.name)}, so nobody knows whether it counts.`,
  'checks.nameless.next': (p: { readonly name: string }, f) => `Run ${f.code(p.name)} again.`,
  'checks.waiting': (p: Counts & { readonly open: readonly string[] }, f) =>
    `${f.number(p.passed)} of ${counted(p.total, 'required check', f)} passed; still to come: ${f.list(p.open.map(f.code))}.${waived(p.waived, f)}`,
  'checks.waiting.next': (
    p: { readonly missing: readonly { readonly name: string; readonly near: string | null }[] },
    f,
  ) => {
    const [first] = p.missing
    if (first === undefined) return 'Nothing to do: CI is at work.'
    if (first.near === null)
      return `Wait for CI. If ${f.code(first.name)} never comes, see that its workflow runs for this pull request.`
    return `Wait for CI. If ${f.code(first.name)} never comes: there is a check ${f.code(first.near)}; is it the one that is meant?`
  },
  'checks.check': (p: Check & { readonly standing: Standing; readonly state: State }, f) =>
    p.standing === 'unknown'
      ? `${check(p)} ${f.code(p.name)}: GitHub does not say who reported it; only ${f.code(p.source)} counts.`
      : `${check(p)} ${f.code(p.name)} (${f.code(p.source)}) ${states[p.state]}.`,
  'checks.check.missing': (p: Check & { readonly lacks: number | null; readonly near: string | null }, f) => {
    const what =
      p.lacks === null
        ? `${check(p)} ${f.code(p.name)} has not been reported by ${f.code(p.source)} yet`
        : `${f.code(p.source)} has to report ${f.number(p.lacks)} more of ${f.code(p.name)}`
    return p.near === null ? `${what}.` : `${what}; the nearest name is ${f.code(p.near)}.`
  },
  'checks.foreign': (
    p: {
      readonly name: string
      readonly kind: 'check' | 'status'
      /** `null`: GitHub does not say. */
      readonly from: string | null
      /** Of the workflow behind it, where there is one. */
      readonly workflow: string | null
      readonly source: string
    },
    f,
  ) => {
    const of = p.workflow === null ? '' : `, workflow ${f.text(p.workflow)}`
    const from = p.from === null ? 'somebody unknown' : f.code(p.from)
    return `${check(p)} ${f.code(p.name)} from ${from}${of} does not count: the policy asks for the one of ${f.code(p.source)}.`
  },
  'checks.state': (p: { readonly standing: Standing }) => standings[p.standing],
  'checks.column.check': () => 'check',
  'checks.column.source': () => 'source',
  'checks.column.state': () => 'state',
} as const satisfies Catalogue
