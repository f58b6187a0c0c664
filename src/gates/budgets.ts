import type { MeasuredValue, MeasuredValues, ValuesBaseline } from '../facts/facts.ts'
import { defineGate, type PolicyContext } from '../gate.ts'
import { type Message, message } from '../locales/message.ts'
import type { Finding, GateResult, GateTable } from '../report.ts'
import { covers } from '../waive.ts'
import { type Exceeded, exceeded } from './budgets/limits.ts'
import { type Budget, budgetName, budgetSource, hasAbsolute, hasRelative, options } from './budgets/options.ts'

/**
 * Numbers that a run writes into files, against a maximum, a minimum or the base branch. What is missing or no number
 * never passes; what the run has not measured yet is awaited.
 */
export const budgets = defineGate({
  id: 'budgets',
  measuredBy: 'ci',
  restsOn: 'tree',
  needs: ['values', 'valuesBaseline'],
  unread: ({ rules }) => (rules.some(hasRelative) ? [] : ['valuesBaseline']),
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
  options: options.meta({
    description: 'Measured numbers keep their limits.',
    examples: [{ rules: [{ file: 'bench.json', value: 'latency.p95', max: 500, unit: 'ms' }] }],
  }),
  evaluate(facts, { rules }, policy): GateResult {
    const { values, headSha } = facts
    if (values === null) return waiting(message('budgets.waiting.none', { headSha }))
    if (values.headSha !== headSha)
      return waiting(message('budgets.waiting.head', { headSha, measuredSha: values.headSha }))
    if (values.problems.length > 0) return unusable(values.problems)
    return fold(
      rules.map(rule => judge(rule, values, facts.valuesBaseline)),
      policy,
    )
  },
})

const waiting = (summary: Message): GateResult => ({
  status: 'waiting',
  summary,
  waitingFor: [{ kind: 'ci' }],
  next: message('budgets.waiting.next', {}),
})

const unusable = (problems: readonly Message[]): GateResult => ({
  status: 'failed',
  summary: message('budgets.unusable', { problems: problems.length }),
  findings: problems.map(problem => ({ message: problem })),
  next: message('budgets.unusable.next', {}),
})

/** `absolute`: it has `max` or `min`, and these were met; what it says of the base could not be looked at. */
type State = 'met' | 'absolute' | 'let' | 'exceeded' | 'broken' | 'unmeasured' | 'no-base'

interface Judged {
  readonly rule: Budget
  readonly state: State
  readonly value: number | null
  readonly base: number | null
  readonly over: readonly Exceeded[]
  readonly problem: Message | null
}

function judge(rule: Budget, values: MeasuredValues, baseline: ValuesBaseline | null): Judged {
  const source = budgetSource(rule)
  const measured = find(values.values, source)
  const base = hasRelative(rule) || baseline !== null ? (find(baseline?.values ?? [], source)?.value ?? null) : null
  const nothing = { rule, value: null, base, over: [], problem: null }
  if (measured === undefined) return { ...nothing, state: 'unmeasured' }
  const { value, problem } = measured
  if (value === null || problem !== undefined || !Number.isFinite(value))
    return { ...nothing, state: 'broken', problem: problem ?? unmeasured(rule) }
  const over = exceeded(value, base, rule)
  const state = over.length > 0 ? 'exceeded' : stateOf(rule, base)
  return { rule, state, value, base, over, problem: null }
}

/** The number of the same file, format and place; of one that another policy asked for nothing is known. */
const find = (values: readonly MeasuredValue[], source: string): MeasuredValue | undefined =>
  values.find(each => each.source === source)

function stateOf(rule: Budget, base: number | null): State {
  if (base !== null || !hasRelative(rule)) return 'met'
  if (hasAbsolute(rule)) return 'absolute'
  return rule.without_base === 'passes' ? 'let' : 'no-base'
}

function fold(found: readonly Judged[], { waivers }: PolicyContext): GateResult {
  const judged = found.map(each => {
    const rule = budgetName(each.rule)
    const isOpen = !['met', 'absolute', 'let'].includes(each.state)
    const isWaived = isOpen && waivers.some(waiver => waiver.match && covers(waiver, { rule, path: each.rule.file }))
    return { ...each, isWaived }
  })
  const counting = judged.filter(each => !each.isWaived)
  const of = (...states: readonly State[]) => counting.filter(each => states.includes(each.state))
  const names = (some: readonly Judged[]) => some.map(each => budgetName(each.rule))
  const rest = {
    findings: judged.flatMap(each => findingsOf(each).map(finding => (each.isWaived ? waived(finding) : finding))),
    table: tableOf(judged),
  }
  const counts = {
    met: of('met', 'absolute', 'let').length,
    total: counting.length,
    uncompared: names(of('absolute', 'let')),
    waived: judged.length - counting.length,
  }
  const failed = of('exceeded', 'broken')
  if (failed.length > 0) {
    const worst = failed.map(each => ({ name: budgetName(each.rule), ...shown(each) }))
    return {
      status: 'failed',
      summary: message('budgets.failed', { ...counts, failed: worst }),
      next: message('budgets.failed.next', {
        exceeded: names(of('exceeded')),
        files: [...new Set(of('broken').map(each => each.rule.file))],
      }),
      ...rest,
    }
  }
  const open = of('unmeasured', 'no-base')
  if (open.length === 0) return { status: 'passed', summary: message('budgets.passed', counts), ...rest }
  const withoutBase = names(of('no-base'))
  return {
    status: 'waiting',
    summary: message('budgets.waiting', { ...counts, unmeasured: names(of('unmeasured')), withoutBase }),
    waitingFor: [{ kind: 'ci' }],
    next: withoutBase.length > 0 ? message('budgets.waiting.base', {}) : message('budgets.waiting.next', {}),
    ...rest,
  }
}

const unmeasured = (rule: Budget): Message => message('budgets.unmeasured', { name: budgetName(rule), file: rule.file })

const waived = (finding: Finding): Finding => ({ ...finding, aside: true, waived: true })

const shown = ({ rule, value, over }: Judged) => ({
  value,
  unit: rule.unit ?? null,
  over: over[0] ?? null,
})

function findingsOf(each: Judged): readonly Finding[] {
  const { rule, value, base, over, problem } = each
  const name = budgetName(rule)
  const unit = rule.unit ?? null
  switch (each.state) {
    case 'exceeded':
      return over.map(one => ({
        message: message('budgets.exceeded', { name, value, base, unit, over: one }),
        rule: name,
      }))
    case 'broken':
      return problem === null ? [] : [{ message: problem, rule: name }]
    case 'unmeasured':
      return [{ message: unmeasured(rule), rule: name }]
    case 'no-base':
      return [{ message: message('budgets.noBase', { name, value, unit, isJudged: false }), rule: name }]
    case 'absolute':
    case 'let':
      return [{ message: message('budgets.noBase', { name, value, unit, isJudged: true }), aside: true, rule: name }]
    case 'met':
      return []
    default:
      return each.state satisfies never
  }
}

const tableOf = (judged: readonly Judged[]): GateTable => ({
  columns: (['budget', 'value', 'base', 'limit', 'state'] as const).map(column =>
    message('budgets.column', { column }),
  ),
  rows: judged.map(({ rule, value, base, state }) => {
    const unit = rule.unit ?? null
    const { max = null, min = null, max_increase: up = null, max_decrease: down = null } = rule
    return [
      budgetName(rule),
      message('budgets.amount', { value, unit }),
      message('budgets.amount', { value: base, unit }),
      message('budgets.limit', { max, min, up, down, unit }),
      message('budgets.state', { state }),
    ]
  }),
})
