import type { PolicyState } from '../src/evaluate.ts'
import {
  absent,
  type ChangedFile,
  type Fact,
  type MeasuredFindings,
  type MeasuredValues,
  present,
  unknown,
} from '../src/facts/facts.ts'
import type { MeasuredOthers } from '../src/github/evidence-document.ts'
import { message } from '../src/locales/message.ts'
import { measureFindings } from '../src/workspace/findings.ts'
import { measureValues } from '../src/workspace/values.ts'
import type { Read, Target } from './facts.ts'
import type { Job, Kind } from './job.ts'

/** What this run measured beside coverage, as facts and as evidence. */
export interface OthersMeasured {
  readonly values: Fact<MeasuredValues>
  readonly findings: Fact<MeasuredFindings>
  /** Measured by this run, so that it is worth recording; `null`: nothing. */
  readonly fresh: MeasuredOthers | null
}

/**
 * Budgets, cells of the matrix and findings, out of the files of this run. What it did not run is taken from an earlier
 * one of this head.
 */
export async function measureOthers(
  job: Job,
  policy: PolicyState,
  target: Target,
  read: Read,
  changedFiles: Fact<readonly ChangedFile[]>,
  kind: Kind,
): Promise<OthersMeasured> {
  const { budgets, environments, findings: options } = policy.state === 'present' ? policy.policy.gates : {}
  const { workspace, repository, context } = job
  const { headSha } = target
  const { run } = context.runner
  const values = await measureValues({ budgets, environments, workspace, repository, headSha, run })
  const baseline = read.ok ? read.snapshot.findingsBaseline : absent
  const place = { workspace, repository, headSha, run }
  const findings = await measureFindings({ options, ...place, changedFiles, baseline })
  const { snapshot } = read.ok ? read : { snapshot: null }
  const head = snapshot?.headSha ?? headSha
  const judged = <T extends { readonly headSha: string }>(
    measured: { readonly fact: Fact<T>; readonly nothingFound: boolean },
    earlier: Fact<T> | undefined,
  ): { readonly fact: Fact<T>; readonly fresh: T | null } => {
    if (measured.fact.state !== 'present') return { fact: measured.fact, fresh: null }
    if (kind === 'pull-request' && head !== headSha)
      return { fact: unknown(message('action.headMoved', { run: headSha, head })), fresh: null }
    const { subject } = context
    const sameHead = subject.kind === 'pull-request' && subject.sameHead
    if (measured.nothingFound && sameHead && earlier?.state === 'present') return { fact: earlier, fresh: null }
    // The App has what an earlier run measured; that this one had nothing to measure is no news to it.
    if (measured.nothingFound && sameHead && job.inputs.appUrl !== null) return { fact: measured.fact, fresh: null }
    // The group's measurement answers for the pull request at its end: gates compare with the pull request's own head.
    return { fact: present({ ...measured.fact.value, headSha: head }), fresh: measured.fact.value }
  }
  const ofValues = judged(values, snapshot?.values)
  const ofFindings = judged(findings, snapshot?.findings)
  const fresh: MeasuredOthers = {
    headSha,
    ...(ofValues.fresh === null ? {} : { values: ofValues.fresh }),
    ...(ofFindings.fresh === null ? {} : { findings: ofFindings.fresh }),
    ...(ofFindings.fresh !== null && kind === 'merge-group' ? { fingerprints: findings.fingerprints } : {}),
  }
  const isFresh = fresh.values !== undefined || fresh.findings !== undefined
  return { values: ofValues.fact, findings: ofFindings.fact, fresh: isFresh ? fresh : null }
}
