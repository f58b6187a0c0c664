import type { Catalogue, Formatter } from '../message.ts'

type Standing = 'passed' | 'missing' | 'pending' | 'unknown' | 'skipped' | 'failed'
type State = 'passed' | 'failed' | 'pending' | 'skipped' | 'neutral' | 'cancelled' | 'action_required' | 'stale'

const standings: Readonly<Record<Standing, string>> = {
  passed: 'passed',
  missing: 'missing',
  pending: 'pending',
  unknown: 'unknown',
  skipped: 'skipped',
  failed: 'failed',
}

const states: Readonly<Record<State, string>> = {
  passed: 'has passed',
  failed: 'has failed',
  pending: 'is still running',
  skipped: 'was skipped: nothing was tested',
  neutral: 'ended as neutral: nothing was proved',
  cancelled: 'was cancelled',
  action_required: 'waits for somebody to act on it',
  stale: 'is stale: GitHub gave up waiting for it',
}

const deployments = {
  success: 'has succeeded',
  failure: 'has failed',
  pending: 'is under way',
  inactive: 'is no longer active; deploy this commit again',
} as const

interface Counts {
  readonly passed: number
  readonly total: number
  readonly failed: readonly string[]
  readonly open: readonly string[]
}

const cells = (count: number, f: Formatter): string =>
  `${f.number(count)} required ${count === 1 ? 'environment' : 'environments'}`

const holes = (names: readonly string[], f: Formatter): string => f.list(names.map(f.code), 8)

const meant = (suggestion: string | null, f: Formatter): string =>
  suggestion === null ? '' : ` Did you mean ${f.code(suggestion)}?`

export const environments = {
  'environments.option.axes': () => 'The matrix has no axis; give at least one with its values.',
  'environments.option.size': (p: { readonly cells: number; readonly limit: number }, f) =>
    `The matrix has ${f.number(p.cells)} combinations, at most ${f.number(p.limit)} are possible, as in GitHub Actions.`,
  'environments.option.include': (p: { readonly missing: readonly string[] }, f) =>
    `An included combination needs a value for every axis; missing: ${f.list(p.missing.map(f.code))}.`,
  'environments.option.axis': (
    p: { readonly axis: string; readonly axes: readonly string[]; readonly suggestion: string | null },
    f,
  ) => `The matrix has no axis ${f.code(p.axis)}; it has ${f.list(p.axes.map(f.code), 10)}.${meant(p.suggestion, f)}`,
  'environments.option.value': (
    p: {
      readonly axis: string
      readonly got: string
      readonly known: readonly string[]
      readonly suggestion: string | null
    },
    f,
  ) =>
    `${f.code(p.got)} is no value of the axis ${f.code(p.axis)}; it has ${f.list(p.known.map(f.code), 10)}.${meant(p.suggestion, f)}`,
  'environments.option.part': () => 'This names no axis, so it would stand for every combination.',
  'environments.option.nothing': () => 'No combination is left that would be required.',
  'environments.option.proof': (_p: Record<never, never>, f) =>
    `Say what proves a combination: ${f.either([f.code('required'), f.code('deployments'), f.code('junit')])}.`,
  'environments.option.ambiguous': (p: { readonly name: string; readonly missing: readonly string[] }, f) => {
    const why =
      p.missing.length === 0
        ? 'put a sign between the axes that no value has'
        : `add ${f.list(p.missing.map(axis => f.code(`{${axis}}`)))}`
    return `Two combinations would both be proved by ${f.code(p.name)}; ${why}.`
  },

  'environments.unread': () => 'The checks or deployments of this commit are missing.',
  'environments.passed': (p: Counts, f) =>
    p.total === 0
      ? 'Every environment that has not passed is waived or optional.'
      : `${p.total === 1 ? 'The required environment has' : `All ${cells(p.total, f)} have`} passed on this commit.`,
  'environments.failed': (p: Counts, f) => {
    const open = p.open.length === 0 ? '' : ` Still to come: ${holes(p.open, f)}.`
    return `${f.number(p.passed)} of ${cells(p.total, f)} passed; not passed: ${holes(p.failed, f)}.${open}`
  },
  'environments.failed.next': (p: { readonly cells: readonly string[] }, f) =>
    `Mend what fails on ${holes(p.cells, f)}, or run ${p.cells.length === 1 ? 'its job' : 'their jobs'} again.`,
  'environments.waiting': (p: Counts, f) =>
    `${f.number(p.passed)} of ${cells(p.total, f)} passed; still to come: ${holes(p.open, f)}.`,
  'environments.waiting.next': (p: { readonly missing: number }) =>
    p.missing === 0
      ? 'Nothing to do: CI is at work.'
      : 'Wait for CI. If a result never comes, see that its job runs for this pull request and reports under the name that is expected.',
  'environments.nameless': (p: { readonly cells: readonly string[] }, f) =>
    `GitHub does not say who reported the results of ${holes(p.cells, f)}, so nobody knows whether they count.`,
  'environments.nameless.next': () => 'Run their jobs again.',

  'environments.check': (
    p: {
      readonly cell: string
      readonly name: string
      readonly source: string
      readonly standing: Standing
      readonly state: State
    },
    f,
  ) =>
    p.standing === 'unknown'
      ? `${f.code(p.cell)}: GitHub does not say who reported ${f.code(p.name)}; only ${f.code(p.source)} counts.`
      : `${f.code(p.cell)}: check ${f.code(p.name)} ${states[p.state]}.`,
  'environments.check.missing': (
    p: { readonly cell: string; readonly name: string; readonly source: string; readonly near: string | null },
    f,
  ) =>
    `${f.code(p.cell)}: check ${f.code(p.name)} has not been reported by ${f.code(p.source)} yet${p.near === null ? '.' : `; the nearest name is ${f.code(p.near)}.`}`,
  'environments.deployment': (
    p: {
      readonly cell: string
      readonly environment: string
      readonly by: string
      readonly standing: Standing
      readonly state: keyof typeof deployments
    },
    f,
  ) =>
    p.standing === 'unknown'
      ? `${f.code(p.cell)}: GitHub does not say who deployed to ${f.code(p.environment)}; only ${f.code(p.by)} counts.`
      : `${f.code(p.cell)}: the deployment to ${f.code(p.environment)} ${deployments[p.state]}.`,
  'environments.deployment.missing': (
    p: { readonly cell: string; readonly environment: string; readonly by: string; readonly near: string | null },
    f,
  ) =>
    `${f.code(p.cell)}: ${f.code(p.by)} has not deployed this commit to ${f.code(p.environment)}${p.near === null ? '.' : `; the nearest name is ${f.code(p.near)}.`}`,
  'environments.deployment.foreign': (
    p: { readonly environment: string; readonly from: string; readonly by: string },
    f,
  ) =>
    `A deployment to ${f.code(p.environment)} by ${f.code(p.from)} does not count: the policy asks for one by ${f.code(p.by)}.`,
  'environments.tests.missing': (p: { readonly cell: string; readonly path: string }, f) =>
    `${f.code(p.cell)}: the run has not counted the tests of ${f.code(p.path)} yet.`,
  'environments.tests.file': (
    p: { readonly cell: string; readonly path: string; readonly near: readonly string[] },
    f,
  ) =>
    `${f.code(p.cell)}: there is no JUnit file at ${f.code(p.path)}.${p.near.length === 0 ? '' : ` There is ${f.list(p.near.map(f.code))}.`}`,
  'environments.tests.failed': (
    p: { readonly cell: string; readonly path: string; readonly failed: number; readonly tests: number },
    f,
  ) => `${f.code(p.cell)}: ${f.number(p.failed)} of ${f.number(p.tests)} tests failed (${f.code(p.path)}).`,
  'environments.tests.none': (p: { readonly cell: string; readonly path: string; readonly skipped: number }, f) =>
    `${f.code(p.cell)}: 0 tests ran (${f.code(p.path)}, ${f.number(p.skipped)} skipped).`,
  'environments.tests.passed': (p: { readonly cell: string; readonly path: string; readonly ran: number }, f) =>
    `${f.code(p.cell)}: ${f.number(p.ran)} ${p.ran === 1 ? 'test has' : 'tests have'} passed (${f.code(p.path)}).`,
  'environments.cell': (p: { readonly standing: Standing; readonly isOptional: boolean }) =>
    p.isOptional ? `${standings[p.standing]} (optional)` : standings[p.standing],
  'environments.cell.none': () => 'not required',
} as const satisfies Catalogue
