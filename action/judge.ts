import { evaluate, type PolicyState } from '../src/evaluate.ts'
import { absent, type PullRequestFacts, present, unknown } from '../src/facts/facts.ts'
import { policyChangeReport } from '../src/facts/policy.ts'
import { type GateId, gateIds, gates } from '../src/gates/index.ts'
import { planReviewRequests } from '../src/gates/review.ts'
import { listTree, type Repository, readBlob } from '../src/git/git.ts'
import type { Directory } from '../src/github/roles.ts'
import { message } from '../src/locales/message.ts'
import type { Policy } from '../src/policy/schema.ts'
import { missingTriggers } from '../src/policy/triggers.ts'
import { unmatchedGlobs } from '../src/policy/unmatched.ts'
import type { RenderOptions } from '../src/render/layout.ts'
import type { Notice } from '../src/report.ts'
import { measureCoverage } from '../src/workspace/coverage.ts'
import { announce } from './announce.ts'
import { decisionsInComments } from './decisions.ts'
import {
  aboutPolicy,
  assemble,
  atGroup,
  type Changes,
  loadAlerts,
  loadChangedFiles,
  loadDependencies,
  loadDirectory,
  loadImpact,
  type Read,
  readPullRequest,
  replayChange,
  type Target,
} from './facts.ts'
import type { Job, Kind, Measured } from './job.ts'
import { openLog } from './log.ts'
import { measureOthers } from './others.ts'
import { type PolicyAt, policyAt, policyAtBase, type Sources, stateOf } from './policy.ts'
import { linksOf, requestReviews } from './publish.ts'

/** Judges one pull request, or the group of a merge queue that ends with it, and publishes the verdict. */
export async function judge(job: Job, sources: Sources, target: Target, kind: Kind): Promise<0 | 1> {
  const { inputs, context } = job
  const { client } = sources
  const read = await readPullRequest(client, context.runner, target)
  const base = await basePolicy(sources, inputs.config, target, read, kind)
  const found = stateOf(base, sources.owner, inputs.config)
  const policy = inputs.appUrl === null ? found : onlyMeasured(found)
  const log = inputs.locale === null ? await openLog(localeOf(policy)) : job.log

  const changedFiles = await loadChangedFiles(sources, target, read, kind)
  const measured = await measure(job, policy, target, read, changedFiles, kind)
  const others = await measureOthers(job, found, target, read, changedFiles.measured, kind)
  const directory = await loadDirectory(client, policy)
  const evaluatedAt = new Date().toISOString()
  const ofPull = assemble(read, target, context.runner, policy, {
    evaluatedAt,
    directory,
    changedFiles: changedFiles.ofPull,
    coverage: measured.fact,
    values: others.values,
    findings: others.findings,
    alerts: await loadAlerts(sources, read, policy),
    impact: await loadImpact(sources, context.runner, target, read, changedFiles.ofPull, kind),
    dependencies: await loadDependencies(sources, read, policy),
  })
  const decided = await decisionsInComments(client, read, policy, ofPull)
  const facts = kind === 'merge-group' ? await atGroup(client, context.runner, target, decided.facts) : decided.facts
  const about = await aboutPolicy(sources, base, read, changedFiles.ofPull)
  const replay =
    inputs.appUrl === null && kind === 'pull-request' ? await replayChange(sources, read, found, about.change) : null
  const notices: readonly Notice[] = [
    ...about.notices,
    ...measured.notices.map(told => ({ level: 'warning' as const, message: told })),
    ...(await aboutPatterns(job, found, base.sha, target)),
    ...(await aboutRun(job, policy, target, read, kind)),
    ...decided.notices,
  ]

  const asked = await askForReviews(job, sources, { policy, facts, read, directory, kind })
  const change = policyChangeReport(about.change, replay)
  const report = evaluate(policy, asked.facts, [...notices, ...asked.notices], change)
  const options: RenderOptions = {
    locale: log.locale,
    links: linksOf(context.runner, facts.headSha),
    signing: 'none',
  }
  return announce({ ...job, log }, sources, { report, target, read, measured, others, options, kind, policy, base })
}

/** The base branch now; for a group, the commit that the queue has put it on. */
function basePolicy(
  sources: Sources,
  config: string | null,
  target: Target,
  read: Read,
  kind: Kind,
): Promise<PolicyAt> {
  if (kind === 'merge-group') return policyAt(sources, config, target.baseSha)
  return policyAtBase(sources, config, { sha: target.baseSha, snapshot: read.ok ? read.snapshot : null })
}

const localeOf = (policy: PolicyState) => (policy.state === 'present' ? policy.policy.locale : 'en')

const isMeasured = (id: GateId): boolean => gates[id].measuredBy === 'ci'

/** With an App, this step speaks for what only it can measure; the App judges the rest. */
function onlyMeasured(policy: PolicyState): PolicyState {
  if (policy.state !== 'present') return policy
  const measured = Object.fromEntries(
    gateIds.filter(isMeasured).map(id => [id, policy.policy.gates[id]]),
  ) as Policy['gates']
  return { ...policy, policy: { ...policy.policy, gates: measured, checklists: [], roles: {} } }
}

async function measure(
  job: Job,
  policy: PolicyState,
  target: Target,
  read: Read,
  changedFiles: Changes,
  kind: Kind,
): Promise<Measured> {
  const options = policy.state === 'present' ? policy.policy.gates.coverage : undefined
  if (options === undefined || options.level === 'off') {
    return { fact: absent, nothingFound: true, notices: [], snapshot: null, files: {}, fresh: null }
  }
  const { workspace, repository, context } = job
  const measurement = await measureCoverage({
    options,
    baseSha: target.baseSha,
    components: policy.state === 'present' ? policy.policy.components : {},
    workspace,
    repository,
    headSha: target.headSha,
    changedFiles: changedFiles.measured,
    run: context.runner.run,
  })
  const head = read.ok ? read.snapshot.headSha : target.headSha
  if (kind === 'pull-request' && head !== target.headSha) {
    return { ...measurement, fact: unknown(message('action.headMoved', { run: target.headSha, head })), fresh: null }
  }
  const earlier = read.ok ? read.snapshot.evidence : absent
  const { subject } = context
  if (measurement.nothingFound && subject.kind === 'pull-request' && subject.sameHead && earlier.state === 'present') {
    const run = earlier.value.run?.id ?? ''
    const notices = [message('action.coverage.earlier', { run })]
    return { ...measurement, fact: earlier, notices, fresh: null }
  }
  if (measurement.nothingFound && subject.kind === 'pull-request' && subject.sameHead && job.inputs.appUrl !== null) {
    return { ...measurement, fresh: null }
  }
  const baseRef = target.pull?.baseRef ?? (read.ok ? read.snapshot.baseRef : undefined)
  const against = baseRef === undefined ? {} : { baseRef }
  const fresh = measurement.fact.state === 'present' ? { ...measurement.fact.value, ...against } : null
  // The group's measurement answers for the pull request at its end: gates compare with the pull request's own head.
  return { ...measurement, fact: fresh === null ? measurement.fact : present({ ...fresh, headSha: head }), fresh }
}

const mostPatterns = 20

/** Patterns that match no file of the base or of the head: probably typing errors, and then a rule that never bites. */
async function aboutPatterns(
  { repository }: Job,
  policy: PolicyState,
  baseSha: string,
  target: Target,
): Promise<readonly Notice[]> {
  if (repository === null || policy.state !== 'present' || policy.origin.source !== 'base') return []
  const { path } = policy.origin
  const paths: string[] = []
  for (const sha of new Set([baseSha, target.headSha])) {
    const listed = await listTree(repository, sha)
    if (!listed.ok) return []
    paths.push(...listed.value.map(entry => entry.path))
  }
  return unmatchedGlobs(policy.policy, paths)
    .slice(0, mostPatterns)
    .map(found => ({
      level: 'notice',
      message: found.message,
      code: found.code,
      keyPath: found.keyPath,
      path,
    }))
}

/** What the reader should know about this run itself. */
async function aboutRun(
  { inputs, context, repository }: Job,
  policy: PolicyState,
  target: Target,
  read: Read,
  kind: Kind,
): Promise<readonly Notice[]> {
  const notices: Notice[] = []
  if (policy.state !== 'present') return notices
  const enabled = gateIds.filter(id => (policy.policy.gates[id]?.level ?? 'off') !== 'off')
  if (inputs.appUrl !== null) notices.push({ level: 'notice', message: message('action.app', { url: inputs.appUrl }) })
  if (!read.ok) notices.push({ level: 'warning', message: read.reason })
  if (kind === 'merge-group' && read.ok) {
    const computed = enabled.filter(id => gates[id].restsOn === 'tree')
    const carried = enabled.filter(id => gates[id].restsOn === 'people')
    const { number, headSha } = read.snapshot
    notices.push({
      level: 'notice',
      message: message('action.mergeGroup', { group: target.headSha, number, headSha, computed, carried }),
    })
  }
  const { workflowPath } = context.runner
  const judgesEvents = inputs.appUrl === null && context.event.startsWith('pull_request')
  if (judgesEvents && repository !== null && workflowPath !== null && policy.origin.source === 'base') {
    const missing = missingTriggers(
      await workflowText(repository, workflowPath, context.runner.workflowSha),
      policy.policy,
    )
    if (missing !== null) notices.push({ level: 'notice', message: missing, path: workflowPath })
  }
  return notices
}

/** The running workflow as its commit has it; empty when that commit is not here. */
async function workflowText(repository: Repository, path: string, sha: string): Promise<string> {
  const listed = await listTree(repository, sha, [path])
  const entry = listed.ok ? listed.value[0] : undefined
  if (entry === undefined || entry.type !== 'blob' || entry.mode === '120000') return ''
  const blob = await readBlob(repository, entry.oid, 1024 * 1024)
  return blob.ok ? blob.value.toString('utf8') : ''
}

interface Asking {
  readonly policy: PolicyState
  readonly facts: PullRequestFacts
  readonly read: Read
  readonly directory: Directory
  readonly kind: Kind
}

/** Asks for the reviews that the policy wants asked for, and lets the verdict know. */
async function askForReviews(
  { inputs }: Job,
  { client }: Sources,
  { policy, facts, read, directory, kind }: Asking,
): Promise<{ readonly facts: PullRequestFacts; readonly notices: readonly Notice[] }> {
  const options = policy.state === 'present' ? policy.policy.gates.review : undefined
  const { reviewRequests } = facts
  const may = inputs.appUrl === null && inputs.mode === 'enforce' && kind === 'pull-request' && client !== null
  if (!may || !read.ok || options === undefined || options.level === 'off' || reviewRequests.state !== 'present') {
    return { facts, notices: [] }
  }
  const planned = planReviewRequests(facts, options, new Map())
  if (planned.length === 0) return { facts, notices: [] }
  const refused = await requestReviews(client, read.snapshot, planned, directory)
  return refused === null
    ? { facts: { ...facts, reviewRequests: present([...reviewRequests.value, ...planned]) }, notices: [] }
    : { facts, notices: [{ level: 'notice', message: refused.told }] }
}
