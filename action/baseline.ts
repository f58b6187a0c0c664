import { absent, type MeasuredCoverage, type MeasuredValues } from '../src/facts/facts.ts'
import { type Message, message } from '../src/locales/message.ts'
import type { Policy } from '../src/policy/schema.ts'
import { basisPoints } from '../src/render/format.ts'
import { measureCoverage } from '../src/workspace/coverage.ts'
import { measureFindings } from '../src/workspace/findings.ts'
import { measureValues } from '../src/workspace/values.ts'
import type { Subject } from './context.ts'
import type { Job } from './job.ts'
import { policyAt, type Sources, stateOf } from './policy.ts'
import { writeCoverageCheck, writeCoverageSnapshot, writeOthersCheck } from './publish.ts'

/** On a push nobody is judged: the commit's coverage is recorded, for pull requests to be compared with. */
export async function recordBaseline(
  job: Job,
  sources: Sources,
  subject: Extract<Subject, { kind: 'push' }>,
): Promise<0 | 1> {
  const { inputs, context, workspace, repository, log } = job
  const state = stateOf(await policyAt(sources, inputs.config, subject.headSha), sources.owner, inputs.config)
  if (state.state !== 'present') {
    const problems = state.state === 'unknown' ? [{ message: state.reason }] : state.problems
    for (const { message: told, ...place } of problems) log.annotate('error', told, place)
    writeVerdict(job, 'failed', null)
    return 1
  }
  const others = await recordOthers(job, sources, state.policy, subject.headSha)
  const options = state.policy.gates.coverage
  if (options === undefined || options.level === 'off') {
    if (!others) log.info(message('action.baseline.off', {}))
    writeVerdict(job, 'passed', null)
    return 0
  }
  const { headSha } = subject
  const measurement = await measureCoverage({
    options,
    baseSha: subject.headSha,
    components: state.policy.components,
    workspace,
    repository,
    headSha,
    changedFiles: null,
    run: context.runner.run,
  })
  const { fact } = measurement
  const measured = fact.state === 'present' ? fact.value : null
  const problems = fact.state === 'unknown' ? [fact.reason] : (measured?.problems ?? [])
  const incomplete = measured?.incomplete ?? []
  const usable = measured !== null && problems.length + incomplete.length === 0 && measured.project.total > 0
  const level = options.level === 'block' ? 'error' : 'warning'
  for (const problem of problems) log.annotate(level, problem)
  for (const suite of incomplete) log.annotate(level, message('coverage.incomplete.suite', suite))
  await writeCoverageSnapshot(job, measurement.snapshot)
  if (!usable) {
    log.annotate('warning', message('action.baseline.none', { sha: headSha }))
    writeVerdict(job, 'failed', null)
    const partOnly = context.event === 'schedule' && problems.length === 0 && measurement.snapshot !== null
    return options.level === 'block' && inputs.mode === 'enforce' && !partOnly ? 1 : 0
  }
  const summary = message('action.baseline', { sha: headSha, coverage: measured.project })
  log.info(summary)
  writeVerdict(job, 'passed', measured)
  const refused =
    sources.client === null
      ? message('action.noToken', {})
      : (
          await writeCoverageCheck(
            sources.client,
            context.runner,
            { measured, files: measurement.files },
            { conclusion: 'success', summary },
            log,
          )
        )?.told
  if (refused !== undefined) log.annotate('warning', refused)
  return 0
}

/** Whether there was anything beside coverage to be recorded. What later pull requests cannot compare with is no fault of this push. */
async function recordOthers(job: Job, { client }: Sources, policy: Policy, headSha: string): Promise<boolean> {
  const { context, workspace, repository, log } = job
  const { budgets, environments, findings: options } = policy.gates
  const place = { workspace, repository, headSha, run: context.runner.run }
  const values = await measureValues({ budgets, environments, ...place })
  const findings = await measureFindings({ options, ...place, changedFiles: null, baseline: absent })
  if (values.fact.state !== 'present' && findings.fact.state !== 'present') return false
  const problems = [
    ...(values.fact.state === 'present' ? problemsOf(values.fact.value) : []),
    ...(findings.fact.state === 'present' ? findings.fact.value.problems : []),
  ]
  for (const problem of problems) log.annotate('warning', problem)
  // An older record is of more use than one without numbers.
  const fresh = {
    headSha,
    ...(values.fact.state === 'present' && !values.nothingFound ? { values: values.fact.value } : {}),
    ...(findings.fact.state === 'present' && !findings.nothingFound
      ? { findings: findings.fact.value, fingerprints: findings.fingerprints }
      : {}),
  }
  if (client === null || Object.keys(fresh).length === 1) return true
  const refused = await writeOthersCheck(client, context.runner, fresh, null, log)
  if (refused !== null) log.annotate('warning', refused.told)
  return true
}

const problemsOf = ({ problems, values }: MeasuredValues): readonly Message[] => [
  ...problems,
  ...values.flatMap(value => value.problem ?? []),
]

function writeVerdict({ log }: Job, verdict: 'passed' | 'failed', measured: MeasuredCoverage | null): void {
  const points = measured === null ? null : basisPoints(measured.project)
  log.output('verdict', verdict)
  log.output('report', '')
  log.output('coverage', points === null ? '' : String(Number(points) / 100))
  log.output('patch-coverage', '')
  log.output('evidence', '')
  log.output('failed-gates', '[]')
  log.output('waiting-for', '[]')
}
