import { evaluate } from './evaluate.ts'
import type { PullRequestFacts } from './facts/facts.ts'
import type { Policy } from './policy/schema.ts'
import type { GateStatus, ReplayReport, Report } from './report.ts'

/** A pull request to be judged again, with what was true when it was merged as far as GitHub still says it. */
export interface Replayed {
  readonly number: number
  readonly title: string
  /** Under the old policy and under the new one: roles differ. */
  readonly before: PullRequestFacts
  readonly after: PullRequestFacts
}

/** Merged pull requests that are tried when the policy changes; ten where it does not say how many. */
export const replayCount = (policy: Policy | null): number => policy?.policy_changes?.replay ?? 10

/**
 * Which verdicts change. Sign-offs are left out on both sides: they were given for the policy of their day. Where one
 * side is unknown nobody can tell, and the pull request is counted as skipped.
 */
export function replay(pulls: readonly Replayed[], before: Policy, after: Policy): ReplayReport {
  const compared = pulls.map(pull => ({
    pull,
    old: judge(before, pull.before),
    now: judge(after, pull.after),
  }))
  const known = compared.filter(({ old, now }) => old.verdict !== 'unknown' && now.verdict !== 'unknown')
  return {
    judged: known.length,
    skipped: compared.length - known.length,
    changed: known
      .filter(({ old, now }) => old.verdict !== now.verdict)
      .map(({ pull: { number, title }, old, now }) => ({
        number,
        title,
        before: old.verdict,
        after: now.verdict,
        gates: changedGates(old, now),
      })),
  }
}

function judge(policy: Policy, facts: PullRequestFacts): Report {
  const origin = { source: 'base', path: '', sha: '', sha256: '' } as const
  return evaluate({ state: 'present', policy: { ...policy, checklists: [] }, origin }, facts)
}

function changedGates(before: Report, after: Report): ReplayReport['changed'][number]['gates'] {
  const ids = new Set([...before.gates, ...after.gates].map(({ gate }) => gate))
  const statusIn = (report: Report, id: string): GateStatus | 'off' =>
    report.gates.find(({ gate }) => gate === id)?.result.status ?? 'off'
  return [...ids]
    .map(gate => ({ gate, before: statusIn(before, gate), after: statusIn(after, gate) }))
    .filter(one => one.before !== one.after)
}
