import { verdictOf } from '../src/evaluate.ts'
import type { Report, Verdict } from '../src/report.ts'

export interface Consequence {
  readonly mode: 'enforce' | 'report'
  /** A commit status says that the pull request waits, so that this step need not. */
  readonly statusWritten: boolean
}

/**
 * The exit code of the step. 0 only when nothing that blocks failed, is unknown or waits unseen. `mode: report` forgives
 * a verdict about the pull request; a policy that cannot be read, or a gate that crashed, is not such a verdict.
 */
export function exitCode(report: Report, { mode, statusWritten }: Consequence): 0 | 1 {
  if (mode === 'report') return isOurFault(report) ? 1 : 0
  switch (report.verdict) {
    case 'passed':
      return 0
    case 'waiting':
      return statusWritten ? 0 : 1
    case 'failed':
    case 'unknown':
      return 1
    default:
      return report.verdict satisfies never
  }
}

/** Not the pull request's fault: nobody could judge it. */
function isOurFault(report: Report): boolean {
  return report.gates.some(
    ({ gate, result }) =>
      gate === 'policy' || (result.status === 'unknown' && result.summary.code === 'report.crashed'),
  )
}

/** The verdict as the output gives it: what is not known has not passed. */
export function outputVerdict(verdict: Verdict): 'passed' | 'failed' | 'waiting' {
  return verdict === 'unknown' ? 'failed' : verdict
}

/** Ids of the blocking gates that failed or could not be decided. */
export const failedGates = (report: Report): readonly string[] =>
  report.gates
    .filter(outcome => verdictOf([outcome], []) === 'failed' || verdictOf([outcome], []) === 'unknown')
    .map(outcome => outcome.gate)
