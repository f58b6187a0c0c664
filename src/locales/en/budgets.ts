import type { ValueFault } from '../../metrics/metric.ts'
import type { Catalogue, Formatter } from '../message.ts'

type Unit = string | null

interface Over {
  readonly limit: 'max' | 'min' | 'max_increase' | 'max_decrease'
  readonly allowed: number
  readonly by: number
  readonly share: string | null
}

interface Counts {
  readonly met: number
  readonly total: number
  readonly uncompared: readonly string[]
  readonly waived: number
}

const kinds = {
  object: 'an object',
  list: 'a list',
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
} as const

const amount = (value: number, unit: Unit, f: Formatter): string =>
  unit === null ? f.number(value) : `${f.number(value)} ${f.text(unit)}`

const meant = (near: string | null, f: Formatter): string => (near === null ? '' : ` Did you mean ${f.code(near)}?`)

const budgetsOf = (count: number, f: Formatter): string => `${f.number(count)} ${count === 1 ? 'budget' : 'budgets'}`

const waived = (count: number, f: Formatter): string => (count === 0 ? '' : ` ${f.number(count)} waived.`)

const uncompared = (names: readonly string[], f: Formatter): string =>
  names.length === 0 ? '' : ` Not compared with the base branch, which has no value: ${f.list(names.map(f.code))}.`

function excess(value: number, base: number | null, unit: Unit, over: Over, f: Formatter): string {
  const now = amount(value, unit, f)
  const by = amount(over.by, unit, f)
  const allowed = amount(over.allowed, unit, f)
  const share = over.share === null ? '' : ` (${f.text(over.share)})`
  const before = base === null ? '' : `, ${amount(base, unit, f)}`
  switch (over.limit) {
    case 'max':
      return `${now}, at most ${allowed} allowed: ${by} too much`
    case 'min':
      return `${now}, at least ${allowed} required: ${by} too little`
    case 'max_increase':
      return `${now} is ${by} above the base branch${before}; at most ${allowed}${share} allowed`
    case 'max_decrease':
      return `${now} is ${by} below the base branch${before}; at most ${allowed}${share} allowed`
  }
}

function fault(p: ValueFault, f: Formatter): string {
  switch (p.kind) {
    case 'missing':
      if (p.reached === '') return `there is no ${f.code(p.path)}; the file holds ${kinds[p.found]}.${meant(p.near, f)}`
      return `there is no ${f.code(p.path)}: ${f.code(p.reached)} is ${kinds[p.found]}${p.found === 'object' || p.found === 'list' ? ' without it' : ''}.${meant(p.near, f)}`
    case 'type':
      return `${f.code(p.path)} is ${kinds[p.found]}, not a number.`
    case 'range':
      return `${f.code(p.path)} is larger than any number that can be compared.`
    case 'key':
      return `no line begins with ${f.code(p.key)}.${meant(p.near, f)}`
    case 'twice':
      return `more than one line begins with ${f.code(p.key)}.`
    case 'line':
      return `behind ${f.code(p.key)} stands no number: ${f.code(p.line)}.`
    case 'suite':
      return `there is no test suite ${f.code(p.suite)}.${meant(p.near, f)}`
    case 'time':
      return p.time === '' ? 'a test case has no time.' : `${f.code(p.time)} is not the time of a test case.`
  }
}

export const budgets = {
  'budgets.path': (p: { readonly path: string; readonly column: number }, f) =>
    `${f.code(p.path)} is not understood at character ${f.number(p.column)}. Write keys with dots, items as ${f.code('[0]')}, and other keys as ${f.code('["p(95)"]')}.`,
  'budgets.path.key': (p: { readonly path: string; readonly key: string }, f) =>
    `${f.code(p.path)} has the key ${f.code(p.key)}, which cannot be looked up.`,
  'budgets.path.depth': (p: { readonly path: string; readonly limit: number }, f) =>
    `${f.code(p.path)} has more than ${f.number(p.limit)} keys.`,
  'budgets.k6': (p: { readonly value: string }, f) =>
    `${f.code(p.value)} is not a metric of k6 and what it computes of it, e.g. ${f.code('http_req_duration.p95')} or ${f.code('http_req_failed.rate')}.`,
  'budgets.lighthouse': (p: { readonly value: string }, f) =>
    `${f.code(p.value)} is neither a category of Lighthouse nor the id of an audit, e.g. ${f.code('performance')} or ${f.code('largest-contentful-paint')}.`,
  'budgets.junit': (p: { readonly value: string; readonly counts: readonly string[] }, f) =>
    `${f.code(p.value)} is nothing that is counted in JUnit: ${f.list(p.counts.map(f.code))}, for one suite ${f.code('testsuite["name"].time')}.`,
  'budgets.text.key': (p: { readonly value: string }, f) =>
    `No line can begin with ${f.code(p.value)}: leave out spaces around it, a ${f.code('#')} in front and a ${f.code('=')} or ${f.code(':')} behind it.`,
  'budgets.option.file': (p: { readonly file: string }, f) => `${f.code(p.file)} is a pattern; a budget has one file.`,
  'budgets.option.path': (p: { readonly file: string }, f) =>
    `${f.code(p.file)} is no path within the repository with forward slashes.`,
  'budgets.option.limit': (_p: Record<never, never>, f) =>
    `Give a limit: ${f.either(['max', 'min', 'max_increase', 'max_decrease'].map(f.code))}.`,
  'budgets.option.range': (p: { readonly min: number; readonly max: number }, f) =>
    `No number is at least ${f.number(p.min)} and at most ${f.number(p.max)}.`,
  'budgets.option.duplicate': (p: { readonly name: string }, f) =>
    `Two budgets are called ${f.code(p.name)}; give each a ${f.code('name')} of its own.`,

  'budgets.waiting.none': (p: { readonly headSha: string }, f) =>
    `CI has not measured the values of ${f.sha(p.headSha)} yet.`,
  'budgets.waiting.head': (p: { readonly headSha: string; readonly measuredSha: string }, f) =>
    `CI has measured ${f.sha(p.measuredSha)}; the values of ${f.sha(p.headSha)} are still to come.`,
  'budgets.waiting.next': () => 'Wait for the workflow run that measures, or start it again.',
  'budgets.waiting.base': () =>
    'Run the Action on a push to the base branch, so that it records its values; or let budgets pass without_base in the policy.',
  'budgets.unusable': (p: { readonly problems: number }, f) =>
    `The measured values cannot be used: ${f.number(p.problems)} ${p.problems === 1 ? 'problem' : 'problems'}.`,
  'budgets.unusable.next': () => 'Mend the workflow that measures, and run it again.',
  'budgets.passed': (p: Counts, f) =>
    p.total === 0
      ? `Nothing is left to be kept.${waived(p.waived, f)}`
      : `${p.total === 1 ? 'The budget is' : `All ${budgetsOf(p.total, f)} are`} kept.${uncompared(p.uncompared, f)}${waived(p.waived, f)}`,
  'budgets.failed': (
    p: Counts & {
      readonly failed: readonly {
        readonly name: string
        readonly value: number | null
        readonly unit: Unit
        readonly over: Over | null
      }[]
    },
    f,
  ) => {
    const each = p.failed.map(({ name, value, unit, over }) =>
      value === null || over === null
        ? `${f.code(name)}: no number`
        : `${f.code(name)}: ${excess(value, null, unit, over, f)}`,
    )
    return `${f.number(p.failed.length)} of ${budgetsOf(p.total, f)} ${p.failed.length === 1 ? 'is' : 'are'} not kept. ${each.slice(0, 3).join('. ')}.${each.length > 3 ? ` ${f.number(each.length - 3)} more.` : ''}${waived(p.waived, f)}`
  },
  'budgets.failed.next': (p: { readonly exceeded: readonly string[]; readonly files: readonly string[] }, f) => {
    const exceeded =
      p.exceeded.length === 0
        ? []
        : [`Bring ${f.list(p.exceeded.map(f.code))} back within the limit, or agree on another limit in the policy.`]
    const files = p.files.length === 0 ? [] : [`Let the run write the number into ${f.list(p.files.map(f.code))}.`]
    return [...exceeded, ...files].join(' ')
  },
  'budgets.waiting': (
    p: Counts & { readonly unmeasured: readonly string[]; readonly withoutBase: readonly string[] },
    f,
  ) => {
    const unmeasured = p.unmeasured.length === 0 ? '' : ` Not measured yet: ${f.list(p.unmeasured.map(f.code))}.`
    const base =
      p.withoutBase.length === 0
        ? ''
        : ` The base branch has no value to compare with: ${f.list(p.withoutBase.map(f.code))}.`
    return `${f.number(p.met)} of ${budgetsOf(p.total, f)} kept.${unmeasured}${base}${waived(p.waived, f)}`
  },
  'budgets.exceeded': (
    p: {
      readonly name: string
      readonly value: number | null
      readonly base: number | null
      readonly unit: Unit
      readonly over: Over
    },
    f,
  ) => `${f.code(p.name)}: ${excess(p.value ?? 0, p.base, p.unit, p.over, f)}.`,
  'budgets.unmeasured': (p: { readonly name: string; readonly file: string }, f) =>
    `${f.code(p.name)} has not been measured yet (${f.code(p.file)}).`,
  'budgets.noBase': (
    p: { readonly name: string; readonly value: number | null; readonly unit: Unit; readonly isJudged: boolean },
    f,
  ) => {
    const value = p.value === null ? '' : `, ${amount(p.value, p.unit, f)}`
    return `${f.code(p.name)}${value}: the base branch has no value, so ${p.isJudged ? 'it was not compared' : 'it cannot be compared'}.`
  },
  'budgets.missing': (p: { readonly name: string; readonly file: string; readonly near: readonly string[] }, f) =>
    `${f.code(p.name)}: the run has not written ${f.code(p.file)}.${p.near.length === 0 ? '' : ` There is ${f.list(p.near.map(f.code))}.`}`,
  'budgets.stale': (p: { readonly name: string; readonly file: string }, f) =>
    `${f.code(p.name)}: ${f.code(p.file)} is older than the checkout (RPT-STALE). It measured another state of the code.`,
  'budgets.size': (p: { readonly name: string; readonly file: string; readonly limit: number }, f) =>
    `${f.code(p.name)}: ${f.code(p.file)} is larger than ${f.number(p.limit)} bytes (RPT-SIZE).`,
  'budgets.fault': (p: { readonly name: string; readonly file: string; readonly fault: ValueFault }, f) =>
    `${f.code(p.name)}, ${f.code(p.file)}: ${fault(p.fault, f)}`,
  'budgets.tooLarge': (p: { readonly values: number; readonly cells: number; readonly limit: number }, f) =>
    `${f.number(p.values)} values and ${f.number(p.cells)} test runs do not fit into the ${f.number(p.limit)} characters of evidence; measure fewer of them in one run.`,
  'budgets.column': (p: { readonly column: 'budget' | 'value' | 'base' | 'limit' | 'state' }) => p.column,
  'budgets.amount': (p: { readonly value: number | null; readonly unit: Unit }, f) =>
    p.value === null ? '–' : amount(p.value, p.unit, f),
  'budgets.limit': (
    p: {
      readonly max: number | null
      readonly min: number | null
      readonly up: number | string | null
      readonly down: number | string | null
      readonly unit: Unit
    },
    f,
  ) => {
    const change = (value: number | string): string =>
      typeof value === 'string' ? f.text(value) : amount(value, p.unit, f)
    return [
      ...(p.min === null ? [] : [`≥ ${amount(p.min, p.unit, f)}`]),
      ...(p.max === null ? [] : [`≤ ${amount(p.max, p.unit, f)}`]),
      ...(p.up === null ? [] : [`base + ${change(p.up)}`]),
      ...(p.down === null ? [] : [`base − ${change(p.down)}`]),
    ].join(', ')
  },
  'budgets.state': (p: {
    readonly state: 'met' | 'absolute' | 'let' | 'exceeded' | 'broken' | 'unmeasured' | 'no-base'
  }) =>
    ({
      met: 'kept',
      absolute: 'kept, not compared',
      let: 'not compared',
      exceeded: 'exceeded',
      broken: 'no number',
      unmeasured: 'not measured yet',
      'no-base': 'no base value',
    })[p.state],
} as const satisfies Catalogue
