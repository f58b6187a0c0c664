import type { PolicyState } from '../src/evaluate.ts'
import { absent, type Fact, type MeasuredValues, present, unknown } from '../src/facts/facts.ts'
import type { MeasuredOthers } from '../src/github/evidence-document.ts'
import { message } from '../src/locales/message.ts'
import { measureValues } from '../src/workspace/values.ts'
import type { Read, Target } from './facts.ts'
import type { Job, Kind } from './job.ts'

/** What this run measured beside coverage, as facts and as evidence. */
export interface OthersMeasured {
  readonly values: Fact<MeasuredValues>
  /** Measured by this run, so that it is worth recording; `null`: nothing. */
  readonly fresh: MeasuredOthers | null
}

/** Budgets and cells of the matrix, out of the files of this run. What it did not run is taken from an earlier one of this head. */
export async function measureOthers(
  job: Job,
  policy: PolicyState,
  target: Target,
  read: Read,
  kind: Kind,
): Promise<OthersMeasured> {
  const gates = policy.state === 'present' ? policy.policy.gates : {}
  const { budgets, environments } = gates
  const { workspace, repository, context } = job
  const { headSha } = target
  const { run } = context.runner
  const measured = await measureValues({ budgets, environments, workspace, repository, headSha, run })
  if (measured.fact.state !== 'present') return { values: measured.fact, fresh: null }
  const head = read.ok ? read.snapshot.headSha : headSha
  if (kind === 'pull-request' && head !== headSha) {
    return { values: unknown(message('action.headMoved', { run: headSha, head })), fresh: null }
  }
  const { subject } = context
  const earlier = read.ok ? read.snapshot.values : absent
  if (measured.nothingFound && subject.kind === 'pull-request' && subject.sameHead && earlier.state === 'present') {
    return { values: earlier, fresh: null }
  }
  const { value } = measured.fact
  // The group's measurement answers for the pull request at its end: gates compare with the pull request's own head.
  return { values: present({ ...value, headSha: head }), fresh: { headSha, values: value } }
}
