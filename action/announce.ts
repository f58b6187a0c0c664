import type { PolicyState } from '../src/evaluate.ts'
import { headCommit, listTree } from '../src/git/git.ts'
import { message } from '../src/locales/message.ts'
import type { RenderOptions } from '../src/render/layout.ts'
import { renderText } from '../src/render/text.ts'
import type { GateStatus, Report } from '../src/report.ts'
import { exitCode } from './exit.ts'
import type { Read, Target } from './facts.ts'
import { type HandedOver, handOver } from './hand-over.ts'
import type { Job, Kind, Measured } from './job.ts'
import type { OthersMeasured } from './others.ts'
import type { PolicyAt, Sources } from './policy.ts'
import {
  type CheckVerdict,
  type Outcome,
  writeAnnotations,
  writeComment,
  writeCoverageCheck,
  writeOthersCheck,
  writeOutputs,
  writeReport,
  writeStatus,
  writeSummary,
} from './publish.ts'
import { starterSection } from './starter.ts'

export interface Verdict {
  readonly report: Report
  readonly target: Target
  readonly read: Read
  readonly measured: Measured
  readonly others: OthersMeasured
  readonly options: RenderOptions
  readonly kind: Kind
  readonly policy: PolicyState
  readonly base: PolicyAt
}

/** Every surface that this token may write; each of the others costs one line. The result is the exit code. */
export async function announce(job: Job, sources: Sources, verdict: Verdict): Promise<0 | 1> {
  const { inputs, log } = job
  const { report } = verdict
  await writeStep(job, sources, verdict)
  const handed = await handOver(job, verdict.target.headSha, verdict)
  const written = await writeToGitHub(job, sources, verdict, handed)
  // With an App that has it, its check says that the pull request waits.
  const judged = exitCode(report, { mode: inputs.mode, statusWritten: written.status || handed === 'done' })
  // Green, while the App would wait for ever for what this step alone has measured.
  const lost = handed === 'failed' && !written.checks && inputs.mode === 'enforce'
  const code = lost ? 1 : judged
  if (lost) log.annotate('error', message('action.evidence.lost', {}))
  if (report.verdict === 'waiting' && judged === 1 && inputs.appUrl === null)
    log.annotate('notice', message('action.waitingUnseen', {}))
  if (inputs.mode === 'report' && report.verdict !== 'passed') log.annotate('notice', message('action.reportOnly', {}))
  return code
}

/** What needs no permission: log, outputs, annotations, job summary, the report as a file. */
async function writeStep(job: Job, sources: Sources, verdict: Verdict): Promise<void> {
  const { context, log } = job
  const { report, options } = verdict
  const path = await writeReport(report, context.runner)
  if (path === null) log.annotate('warning', message('action.surface.report', {}))
  writeOutputs(report, path, log)
  log.text(renderText(report, options).trimEnd())
  writeAnnotations(report, log)
  await writeSummary(report, options, log, await starter(sources, verdict, log))
}

interface Written {
  /** The commit status. */
  readonly status: boolean
  /** Every check run that carries a measurement. */
  readonly checks: boolean
}

/** What the App has already needs no check run of ours. */
async function writeToGitHub(job: Job, { client }: Sources, verdict: Verdict, handed: HandedOver): Promise<Written> {
  if (client === null) return { status: false, checks: false }
  const { inputs, context, log } = job
  const { report, target, read, measured, others, options, kind } = verdict
  const { runner } = context
  const owned = inputs.appUrl === null
  // A group's commit becomes one of the base branch: there the record is a baseline for every host.
  const records = kind === 'merge-group' || (handed !== 'done' && handed !== 'left')
  const check = checkVerdict(report, ['coverage'], inputs.mode)
  const othersCheck = checkVerdict(report, othersGates, inputs.mode)
  const current = read.ok && kind === 'pull-request' && read.snapshot.headSha === target.headSha
  const outcomes: readonly (Outcome | 'not meant')[] = await Promise.all([
    measured.fresh !== null && check !== null && records
      ? writeCoverageCheck(client, runner, { measured: measured.fresh }, check, log)
      : ('not meant' as const),
    owned && inputs.mode === 'enforce'
      ? writeStatus(client, runner, target.headSha, report, log)
      : ('not meant' as const),
    owned && inputs.comment === 'auto' && current
      ? writeComment(client, read.snapshot, report, options)
      : ('not meant' as const),
    others.fresh !== null && records
      ? writeOthersCheck(client, runner, others.fresh, othersCheck, log)
      : ('not meant' as const),
  ])
  tell(
    job,
    outcomes.filter(outcome => outcome !== 'not meant'),
  )
  const [coverage, status, , rest] = outcomes
  const carried = [coverage, rest].filter(outcome => outcome !== 'not meant')
  return { status: status === null, checks: carried.length > 0 && carried.every(outcome => outcome === null) }
}

/** Gates that rest only on what the run measured beside coverage. */
const othersGates: readonly string[] = ['budgets', 'findings']

const worst: readonly GateStatus[] = ['failed', 'unknown', 'waiting', 'waived', 'passed', 'skipped']

/**
 * Of the worst of these gates. One that blocks nothing never makes a red check; what blocks and is not known to have
 * passed always does. `null`: none of them is on.
 */
function checkVerdict(report: Report, ids: readonly string[], mode: 'enforce' | 'report'): CheckVerdict | null {
  const [outcome] = report.gates
    .filter(one => ids.includes(one.gate))
    .toSorted((a, b) => worst.indexOf(a.result.status) - worst.indexOf(b.result.status))
  if (outcome === undefined) return null
  const { status, summary } = outcome.result
  const blocks = outcome.level === 'block' && mode === 'enforce'
  return { conclusion: status === 'passed' ? 'success' : blocks ? 'failure' : 'neutral', summary }
}

/** On a pull request from a fork the token can only read: that is one line, not one per surface. */
function tell({ context, log }: Job, outcomes: readonly Outcome[]): void {
  const refused = outcomes.filter(outcome => outcome !== null)
  const denied = refused.filter(outcome => outcome.denied)
  const { subject } = context
  const fork = subject.kind === 'pull-request' && subject.fork && denied.length > 1
  if (fork) log.info(message('action.fork', { surfaces: denied.map(outcome => outcome.surface) }))
  for (const outcome of refused) {
    if (!outcome.denied) log.annotate('warning', outcome.told)
    else if (!fork) log.info(outcome.told)
  }
}

/** A repository without a policy gets one to start from, made of what was found in it. */
async function starter({ repository }: Sources, verdict: Verdict, log: Job['log']): Promise<string> {
  const { policy, base, measured, report } = verdict
  if (policy.state !== 'present' || policy.origin.source !== 'none' || repository === null) return ''
  const atBase = await listTree(repository, base.sha)
  const head = await headCommit(repository)
  const listed = atBase.ok || !head.ok ? atBase : await listTree(repository, head.value)
  const surroundings = {
    paths: listed.ok ? listed.value.map(entry => entry.path) : [],
    reports: measured.fresh?.reports.map(one => one.path) ?? [],
    implementer: `@${report.repository.split('/', 1)[0] ?? ''}`,
  }
  return starterSection(surroundings, log)
}
