import { isContributor } from './checklist/judge.ts'
import type { GrantedWaiver, PullRequestFacts } from './facts/facts.ts'
import { compileGlobs } from './glob.ts'
import { message } from './locales/message.ts'
import type { WaiverPolicy } from './policy/waivers.ts'
import type { AppliedWaiver, Finding, GateOutcome, GateResult, Notice, WaiverOutcome } from './report.ts'

/** What a gate's options say about passing it over. */
export interface Waivable {
  readonly waivable: boolean
  readonly waive_by: readonly string[]
  readonly waiver_survives_push: boolean
}

const dayMs = 24 * 60 * 60 * 1000
const warnDays = 14

/** A waiver holds to the end of its last day, UTC. */
export const isExpired = ({ expires }: WaiverPolicy, now: string): boolean =>
  Date.parse(now) >= Date.parse(`${expires}T00:00:00Z`) + dayMs

const isExpiring = (waiver: WaiverPolicy, now: string): boolean =>
  !isExpired(waiver, now) && Date.parse(`${waiver.expires}T00:00:00Z`) + dayMs - Date.parse(now) <= warnDays * dayMs

/** Those for one gate that hold on the day of the evaluation. */
export const waiversFor = (gate: string, waivers: readonly WaiverPolicy[], now: string): readonly WaiverPolicy[] =>
  waivers.filter(waiver => waiver.gate === gate && !isExpired(waiver, now))

/** Whether a waiver covers a finding: everything that it names must fit. */
export function covers({ match }: WaiverPolicy, finding: Pick<Finding, 'path' | 'rule' | 'tool'>): boolean {
  if (match === undefined) return true
  if (match.rule !== undefined && match.rule !== finding.rule) return false
  if (match.tool !== undefined && match.tool !== finding.tool) return false
  return match.path === undefined || (finding.path !== undefined && compileGlobs([match.path]).matches(finding.path))
}

type Open = Extract<GateResult, { status: 'failed' | 'waiting' | 'unknown' }>

const isOpen = (result: GateResult): result is Open =>
  result.status === 'failed' || result.status === 'waiting' || result.status === 'unknown'

/**
 * The result of a gate once waivers are taken into account. One of the policy without `match` covers the gate whatever it
 * says; with a `match` every finding that counts must be covered. What a person granted holds for the head that they saw.
 */
export function waive(
  gate: string,
  result: GateResult,
  { waivable, ...rights }: Waivable,
  waivers: readonly WaiverPolicy[],
  facts: PullRequestFacts,
): GateResult {
  if (!waivable || !isOpen(result)) return result
  const applied = byPolicy(result, waivers) ?? byCommand(gate, rights, facts)
  if (applied === null) return result
  const { status, summary, findings, table } = result
  return {
    status: 'waived',
    summary: message('waiver.applied', { ...applied, status }),
    waiver: applied,
    instead: { status, summary },
    ...(findings === undefined ? {} : { findings }),
    ...(table === undefined ? {} : { table }),
  }
}

function byPolicy(result: Open, waivers: readonly WaiverPolicy[]): AppliedWaiver | null {
  const whole = waivers.find(waiver => waiver.match === undefined)
  if (whole !== undefined) return applied(whole)
  const counting = (result.findings ?? []).filter(finding => finding.aside !== true)
  if (result.status !== 'failed' || counting.length === 0) return null
  const used = counting.map(finding => waivers.find(waiver => covers(waiver, finding)))
  const [first] = used
  return first === undefined || used.includes(undefined) ? null : applied(first)
}

const applied = ({ owner, reason, expires }: WaiverPolicy): AppliedWaiver => ({
  source: 'policy',
  owner,
  reason,
  expires,
})

/** Rights are looked up now, not when it was granted; who wrote the change cannot pass it over. */
function byCommand(
  gate: string,
  { waive_by: roles, waiver_survives_push: survives }: Omit<Waivable, 'waivable'>,
  facts: PullRequestFacts,
): AppliedWaiver | null {
  if (facts.waivers.state !== 'present') return null
  const holds = (waiver: GrantedWaiver): boolean =>
    waiver.gate === gate &&
    waiver.baseRef === facts.baseRef &&
    (survives || waiver.headSha === facts.headSha) &&
    roles.some(role => facts.roles[role]?.members.some(member => member.id === waiver.by.id) === true) &&
    facts.commits.state === 'present' &&
    !facts.commits.value.some(commit => commit.unattributed.length > 0) &&
    !isContributor(waiver.by.id, facts)
  const found = facts.waivers.value.findLast(holds)
  return found === undefined
    ? null
    : { source: 'command', owner: `@${found.by.login}`, reason: found.reason, expires: null }
}

/** Every waiver of the policy and what became of it. `used` are those that a gate applied to single results itself. */
export function waiverOutcomes(
  waivers: readonly WaiverPolicy[],
  outcomes: readonly GateOutcome[],
  now: string,
): readonly WaiverOutcome[] {
  return waivers.map(waiver => {
    const { gate, owner, reason, expires } = waiver
    const outcome = outcomes.find(one => one.gate === gate)
    return { gate, owner, reason, expires, state: stateOf(waiver, outcome, now), expiring: isExpiring(waiver, now) }
  })
}

function stateOf(waiver: WaiverPolicy, outcome: GateOutcome | undefined, now: string): WaiverOutcome['state'] {
  if (isExpired(waiver, now)) return 'expired'
  if (outcome === undefined || outcome.result.status === 'skipped') return 'idle'
  const { result } = outcome
  const findings = 'findings' in result ? (result.findings ?? []) : []
  const covered = findings.some(finding => finding.waived === true && covers(waiver, finding))
  if (covered) return 'used'
  if (result.status === 'waived' && result.waiver.source === 'policy') {
    return waiver.match === undefined || findings.some(finding => covers(waiver, finding)) ? 'used' : 'unused'
  }
  return result.status === 'passed' || result.status === 'failed' ? 'unused' : 'idle'
}

/** What the maintainers of the policy should do about its waivers. */
export const waiverNotices = (waivers: readonly WaiverOutcome[]): readonly Notice[] =>
  waivers.flatMap(({ gate, owner, reason, expires, state, expiring }): readonly Notice[] => {
    if (state === 'expired') return [{ level: 'warning', message: message('waiver.expired', { gate, owner, expires }) }]
    return [
      ...(expiring
        ? [{ level: 'warning', message: message('waiver.expiring', { gate, owner, expires }) } as const]
        : []),
      ...(state === 'unused'
        ? [{ level: 'notice', message: message('waiver.unused', { gate, owner, reason }) } as const]
        : []),
    ]
  })
