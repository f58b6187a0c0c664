import type { z } from 'zod'
import { evaluateChecklist, type Judging } from './checklist/items.ts'
import { summariseCoverage } from './coverage/summary.ts'
import { type Fact, type FactName, factNames, type KnownFacts, type PullRequestFacts } from './facts/facts.ts'
import type { Gate, PolicyContext } from './gate.ts'
import { type GateId, gateIds, gates } from './gates/index.ts'
import { impactOf } from './impact/risk.ts'
import { type Message, message } from './locales/message.ts'
import type { PolicyProblem } from './policy/parse.ts'
import type { Policy } from './policy/schema.ts'
import { type Applies, appliesTo } from './policy/when.ts'
import {
  type Actor,
  type ChecklistOutcome,
  distinctActors,
  type Finding,
  type GateOutcome,
  type GateResult,
  type Notice,
  type PolicyChangeReport,
  type PolicyOrigin,
  type Report,
  type Verdict,
} from './report.ts'
import { waive, waiverNotices, waiverOutcomes, waiversFor } from './waive.ts'

/** The policy that judges, or why there is none. */
export type PolicyState =
  | { readonly state: 'present'; readonly policy: Policy; readonly origin: PolicyOrigin }
  /** Read and refused: every problem with its place. Fails closed. */
  | { readonly state: 'broken'; readonly problems: readonly PolicyProblem[] }
  /** Could not be read; not the same as "there is none". */
  | { readonly state: 'unknown'; readonly reason: Message; readonly problems?: readonly PolicyProblem[] }

/**
 * Judges one pull request at one head. Pure: the same policy and facts give the same report to the byte, in every host.
 * `notices` are passed through; they decide nothing.
 */
export function evaluate(
  policy: PolicyState,
  facts: PullRequestFacts,
  notices: readonly Notice[] = [],
  policyChange: PolicyChangeReport | null = null,
): Report {
  const judging = policy.state === 'present' ? policy.policy : null
  const impact = judging === null ? null : impactOf(judging, facts)
  const risk = impact?.risk ?? 'unknown'
  const policySha256 = policy.state === 'present' && policy.origin.source === 'base' ? policy.origin.sha256 : null
  const outcomes = judging === null ? [policyOutcome(policy)] : runGates(judging, facts, { risk, policySha256 })
  const checklists = judging === null ? [] : runChecklists(judging, facts, { gates: outcomes, risk, policySha256 })
  const waivers = waiverOutcomes(judging?.waivers ?? [], outcomes, facts.evaluatedAt)
  return {
    schemaVersion: 1,
    repository: `${facts.repository.owner}/${facts.repository.name}`,
    number: facts.number,
    headSha: facts.headSha,
    baseRef: facts.baseRef,
    baseSha: facts.baseSha,
    isDraft: facts.isDraft,
    policy: policy.state === 'present' ? policy.origin : { source: 'unusable' },
    verdict: verdictOf(outcomes, checklists),
    waitingFor: nextActors(outcomes, checklists, facts),
    gates: outcomes,
    checklists,
    coverage: summariseCoverage(facts.coverage, facts.coverageBaseline, judging?.gates.coverage),
    impact,
    waivers,
    policyChange,
    notices: [...notices, ...waiverNotices(waivers)],
  }
}

function policyOutcome(policy: PolicyState): GateOutcome {
  if (policy.state === 'present') throw new Error('only for a policy that cannot judge')
  const result: GateResult =
    policy.state === 'unknown'
      ? {
          status: 'unknown',
          summary: policy.reason,
          ...(policy.problems === undefined ? {} : { findings: policy.problems.map(problemFinding) }),
          next: message('report.unknown.next', {}),
        }
      : {
          status: 'failed',
          summary: message('policy.broken', { count: policy.problems.length, path: policy.problems[0]?.path ?? '' }),
          findings: policy.problems.map(problemFinding),
          next: message('policy.broken.next', {}),
        }
  return { gate: 'policy', level: 'block', result }
}

const problemFinding = ({ message: told, path, line, code, keyPath }: PolicyProblem): Finding => ({
  message: told,
  path,
  line,
  code,
  keyPath,
})

/** In the order of the registry, so that a later gate can rest on the checklists as the earlier ones leave them. */
function runGates(
  policy: Policy,
  facts: PullRequestFacts,
  { risk, policySha256 }: Omit<Judging, 'gates'>,
): readonly GateOutcome[] {
  const outcomes: GateOutcome[] = []
  for (const id of gateIds) {
    const options = policy.gates[id]
    if (options === undefined || options.level === 'off') continue
    const waivers = waiversFor(id, policy.waivers, facts.evaluatedAt)
    const context: PolicyContext = {
      components: policy.components,
      waivers: options.waivable ? waivers : [],
      risk,
      checklists: () => runChecklists(policy, facts, { gates: outcomes, risk, policySha256 }),
    }
    const concerns = appliesTo(options.when, facts, risk)
    const result = concerns.applies === 'yes' ? runGate(id, options, facts, context) : notConcerned(concerns)
    outcomes.push({ gate: id, level: options.level, result: waive(id, result, options, waivers, facts) })
  }
  return outcomes
}

const notConcerned = ({ applies, why }: Exclude<Applies, { applies: 'yes' }>): GateResult =>
  applies === 'no'
    ? { status: 'skipped', summary: why }
    : { status: 'unknown', summary: why, next: message('report.unknown.next', {}) }

/** A gate that throws is our defect; the pull request must not pass because of it. */
function runGate(id: GateId, options: unknown, facts: PullRequestFacts, context: PolicyContext): GateResult {
  // The registry pairs each gate with its own options; the compiler cannot follow that pairing through a lookup by id.
  const gate = gates[id] as unknown as Gate<GateId, FactName, z.ZodObject>
  const parsed = options as z.output<z.ZodObject>
  const unread = new Set<FactName>(gate.unread?.(parsed) ?? [])
  const needs = gate.needs.filter(need => !unread.has(need))
  for (const need of needs) {
    const fact: Fact<unknown> = facts[need]
    if (fact.state === 'unknown') {
      return { status: 'unknown', summary: fact.reason, next: message('report.unknown.next', {}) }
    }
  }
  try {
    return gate.evaluate(unwrap(facts, gate.needs), parsed, context)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return {
      status: 'unknown',
      summary: message('report.crashed', { gate: id, detail }),
      next: message('report.unknown.next', {}),
    }
  }
}

/** Facts with the needs unwrapped and every other fetched fact gone, so that a case file shows all that a gate saw. */
function unwrap(facts: PullRequestFacts, needs: readonly FactName[]): KnownFacts<FactName> {
  const known: Record<string, unknown> = { ...facts }
  for (const name of factNames) {
    const fact: Fact<unknown> = facts[name]
    if (needs.includes(name)) known[name] = fact.state === 'present' ? fact.value : null
    else delete known[name]
  }
  return known as unknown as KnownFacts<FactName>
}

function runChecklists(policy: Policy, facts: PullRequestFacts, judging: Judging): readonly ChecklistOutcome[] {
  return policy.checklists.flatMap(checklist => evaluateChecklist(checklist, facts, judging) ?? [])
}

/** Worst first; failed and unknown are equally bad, and only `block` counts. */
export function verdictOf(outcomes: readonly GateOutcome[], checklists: readonly ChecklistOutcome[]): Verdict {
  const states = [
    ...outcomes.filter(outcome => outcome.level === 'block').map(outcome => outcome.result.status),
    ...checklists.filter(checklist => checklist.level === 'block').map(checklist => checklist.status),
  ]
  if (states.includes('failed')) return 'failed'
  if (states.includes('unknown')) return 'unknown'
  return states.includes('waiting') ? 'waiting' : 'passed'
}

/** Who acts next, without repeats: the author first when something failed. */
function nextActors(
  outcomes: readonly GateOutcome[],
  checklists: readonly ChecklistOutcome[],
  facts: PullRequestFacts,
): readonly Actor[] {
  const blocking = outcomes.filter(outcome => outcome.level === 'block').map(outcome => outcome.result)
  const author: readonly Actor[] =
    blocking.some(result => result.status === 'failed') && facts.author !== null
      ? [{ kind: 'author', login: facts.author.login }]
      : []
  const waiting = blocking.flatMap(result => (result.status === 'waiting' ? result.waitingFor : []))
  const signing = checklists.filter(checklist => checklist.level === 'block').flatMap(checklist => checklist.waitingFor)
  return distinctActors([...author, ...waiting, ...signing])
}
