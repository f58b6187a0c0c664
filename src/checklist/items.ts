import type { PullRequestFacts, Risk, SignOff } from '../facts/facts.ts'
import { message } from '../locales/message.ts'
import { appliesTo } from '../policy/when.ts'
import {
  type Actor,
  type ChecklistItemOutcome,
  type ChecklistOutcome,
  distinctActors,
  type GateOutcome,
  type ItemState,
  type SignedBy,
} from '../report.ts'
import { judge } from './judge.ts'
import { environmentsOf, type Place } from './places.ts'
import type { ChecklistPolicy } from './policy.ts'
import { delegationFor, isMember, roleOf } from './right.ts'

/** What else a checklist is judged by. */
export interface Judging {
  readonly gates: readonly GateOutcome[]
  readonly risk: Risk | 'unknown'
  /** Digest of the policy that judges; `null`: it has none. */
  readonly policySha256: string | null
}

/** Every checklist of the policy with the state of its items at this head. */
export function evaluateChecklist(
  checklist: ChecklistPolicy,
  facts: PullRequestFacts,
  { gates, risk, policySha256 }: Judging,
): ChecklistOutcome | null {
  if (checklist.level === 'off') return null
  const base = { checklist: checklist.id, level: checklist.level } as const
  const concerns = appliesTo(checklist.when, facts, risk)
  if (concerns.applies !== 'yes') {
    const status = concerns.applies === 'no' ? 'skipped' : 'unknown'
    return { ...base, status, summary: concerns.why, items: [], waitingFor: [] }
  }

  const items = checklist.items.flatMap(item =>
    environmentsOf(item).map(named => evaluateItem({ checklist, item, ...named }, facts, { gates, policySha256 })),
  )
  const open = items.filter(item => item.state.status !== 'done')
  const lost = items.find(item => item.state.status === 'unknown')?.state
  const needsLedger = open.some(item => item.role !== undefined)
  const points = acceptedPoints(items)
  const counts = {
    done: items.length - open.length,
    total: items.length,
    ...(points.length === 0 ? {} : { points }),
  }
  return {
    ...base,
    status: lost !== undefined ? 'unknown' : open.length > 0 ? 'waiting' : 'passed',
    summary:
      lost?.status === 'unknown'
        ? lost.reason
        : needsLedger && facts.signOffs.state === 'absent'
          ? message('checklist.noLedger', counts)
          : message(open.length > 0 ? 'checklist.open' : 'checklist.done', counts),
    items,
    waitingFor: distinctActors(open.flatMap(item => actorsFor(item, checklist, facts, gates))),
  }
}

/** Open points of the sign-offs that hold, each once: whoever reads that all is done reads of them too. */
const acceptedPoints = (items: readonly ChecklistItemOutcome[]): readonly string[] => [
  ...new Set(
    items.flatMap(({ state }) =>
      state.status === 'unknown' ? [] : state.signOffs.filter(one => one.valid).flatMap(one => one.conditions ?? []),
    ),
  ),
]

function evaluateItem(
  place: Place,
  facts: PullRequestFacts,
  { gates, policySha256 }: Omit<Judging, 'risk'>,
): ChecklistItemOutcome {
  const { item, environment } = place
  const base = {
    id: item.id,
    text: typeof item.text === 'string' ? { default: item.text } : (item.text as Readonly<Record<string, string>>),
    ...(environment === undefined ? {} : { environment }),
    count: item.count,
  }
  if (item.evidence !== undefined) return { ...base, state: evidenceState(item.evidence, gates) }
  const role = item.role ?? ''
  const state = signedState(place, facts, policySha256)
  const delegations = state.status === 'done' ? [] : standingDelegations(place, facts)
  const conditional = item.conditional ? {} : ({ conditional: false } as const)
  return { ...base, role, ...conditional, state, ...(delegations.length === 0 ? {} : { delegations }) }
}

/** Who may sign for whom now. */
const standingDelegations = (place: Place, facts: PullRequestFacts) =>
  (facts.delegations ?? [])
    .filter(one => delegationFor({ ...one.to, type: 'User' }, place, facts) === one)
    .map(({ from, to, until }) => ({ from: from.login, to: to.login, until }))

function evidenceState(evidence: string, gates: readonly GateOutcome[]): ItemState {
  const gate = evidence.slice('gates.'.length)
  const holds = gates.find(outcome => outcome.gate === gate)?.result.status === 'passed'
  return holds
    ? { status: 'done', signOffs: [], evidence: message('item.evidence.holds', { gate }) }
    : { status: 'open', signOffs: [], evidence: message('item.evidence.missing', { gate }) }
}

function signedState(place: Place, facts: PullRequestFacts, policySha256: string | null): ItemState {
  const { checklist, item, environment } = place
  const role = roleOf(place, facts)
  if (facts.signOffs.state === 'unknown') return { status: 'unknown', reason: facts.signOffs.reason }
  const signOffs = facts.signOffs.state === 'present' ? facts.signOffs.value : []
  const own = signOffs.filter(
    signOff => signOff.checklist === checklist.id && signOff.item === item.id && signOff.environment === environment,
  )
  const judged = own.map(signOff => ({ signOff, judgement: judge(signOff, item, facts, { role, policySha256 }) }))
  const shown = judged.map(({ signOff, judgement }) => signedBy(signOff, judgement === 'valid'))

  // Somebody and whoever signs for them are one.
  const valid = new Set(
    judged
      .filter(entry => entry.judgement === 'valid')
      .map(({ signOff }) =>
        isMember(signOff.by.id, role) ? signOff.by.id : (signOff.onBehalfOf?.id ?? signOff.by.id),
      ),
  )
  if (valid.size >= item.count) return { status: 'done', signOffs: shown }
  const blind = judged
    .map(entry => entry.judgement)
    .find(judgement => typeof judgement === 'object' && judgement.unknown)
  if (typeof blind === 'object') return { status: 'unknown', reason: blind.reason }
  const stale = judged.map(entry => entry.judgement).find(judgement => judgement !== 'valid')
  return typeof stale === 'object'
    ? { status: 'stale', signOffs: shown, reason: stale.reason }
    : { status: 'open', signOffs: shown }
}

const signedBy = (signOff: SignOff, valid: boolean): SignedBy => ({
  id: signOff.by.id,
  login: signOff.by.login,
  at: signOff.at,
  headSha: signOff.headSha,
  via: signOff.via,
  valid,
  ...(signOff.conditions === undefined ? {} : { conditions: signOff.conditions }),
  ...(signOff.onBehalfOf === undefined ? {} : { onBehalfOf: signOff.onBehalfOf }),
})

/** Who can move an item that is not done: its role, or whoever its gate waits for. */
function actorsFor(
  outcome: ChecklistItemOutcome,
  checklist: ChecklistPolicy,
  facts: PullRequestFacts,
  gates: readonly GateOutcome[],
): readonly Actor[] {
  if (outcome.role !== undefined) return [{ kind: 'role', role: outcome.role }]
  const evidence = checklist.items.find(item => item.id === outcome.id)?.evidence
  const result = gates.find(gate => `gates.${gate.gate}` === evidence)?.result
  if (result?.status === 'waiting') return result.waitingFor
  return result?.status === 'failed' && facts.author !== null ? [{ kind: 'author', login: facts.author.login }] : []
}
