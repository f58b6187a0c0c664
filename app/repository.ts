import type { FactName } from '../src/facts/facts.ts'
import { actionsAppSlug, evidenceCheckName, measuredCheckName, ownCheckName } from '../src/github/queries.ts'
import { workflowRunOf } from '../src/github/runs.ts'
import { policyPaths } from '../src/policy/search.ts'
import { sweepRepository } from './deployments/loop.ts'
import { type DeploymentDeps, processRun } from './deployments/process.ts'
import { deploymentJob, refreshDeployments, runOfLane, sweepJob } from './deployments/record.ts'
import { askedDeployment } from './events/deployment-protection-rule.ts'
import { accountOf, type SenderLike } from './events/intent.ts'
import { fetchForkEvidence } from './evidence/artifact.ts'
import { directoryPrefix } from './facts.ts'
import { type JsonObject, parsePayload } from './front/payload.ts'
import { drop, keep, type RepositoryLike, refreshJob, spreadMs } from './known.ts'
import { processGroup } from './merge-group/evaluate.ts'
import { closeGroup, groupOfLane, openGroup, refreshGroupAt } from './merge-group/record.ts'
import type { Deps } from './pull-request.ts'
import { reconcileInstallation } from './reconcile.ts'
import { refreshExtending } from './shared-policy.ts'
import { answerSpoof } from './spoof.ts'
import type { InboxRow, LaneClaim, Subject } from './store/index.ts'
import { gatherOthersMs, refreshAtHead, refreshWatchers } from './watch.ts'

/** Works off the due jobs of a repository or an installation: keeps the tables true and passes work on to pull requests. */
export async function processLane(deps: DeploymentDeps, claim: LaneClaim): Promise<void> {
  const run = runOfLane(claim.key)
  if (run !== null) return processRun(deps, claim, run)
  const group = groupOfLane(claim.key)
  if (group !== null) return processGroup(deps, claim, group)
  for (const job of claim.jobs) await processJob(deps, job)
  await deps.store.lanes.finish(
    claim,
    claim.jobs.map(job => job.id),
    deps.now(),
  )
}

async function processJob(deps: Deps, job: InboxRow): Promise<void> {
  if (job.event === 'internal.reconcile') {
    if (job.installationId !== null) await reconcileInstallation(deps, job.installationId)
    return
  }
  if (job.event === 'internal.deployments') {
    if (job.repoId !== null) await sweepRepository(deps, job.repoId)
    return
  }
  const payload = parsePayload(job.payload)
  if (!payload.ok) return
  const body: unknown = payload.value
  switch (job.event) {
    case 'installation':
      return installation(deps, body as InstallationPayload)
    case 'installation_repositories':
      return installationRepositories(deps, body as InstallationRepositoriesPayload)
    case 'push':
      return push(deps, job, body as PushPayload)
    case 'check_run':
      return checkRun(deps, job, body as CheckRunPayload)
    case 'status':
      return status(deps, job, body as StatusPayload)
    case 'workflow_run':
      return workflowRun(deps, job, body as WorkflowRunPayload)
    case 'deployment_status':
      return deploymentStatus(deps, job, body as DeploymentStatusPayload)
    case 'deployment_protection_rule':
      return deploymentAsked(deps, job, payload.value)
    case 'merge_group':
      return mergeGroup(deps, job, body as MergeGroupPayload)
    case 'issues':
      return issues(deps, body as IssuesPayload)
    case 'team':
    case 'membership':
      return people(deps, job, body as PeoplePayload)
    default:
      return
  }
}

interface InstallationPayload {
  readonly action: string
  readonly installation: { readonly id: number | string; readonly account: { readonly login: string } | null }
  readonly repositories?: readonly RepositoryLike[]
}

/** Installed, suspended, removed. Pull requests of a new installation are found by reconciling at once. */
async function installation(deps: Deps, payload: InstallationPayload): Promise<void> {
  const id = String(payload.installation.id)
  const account = payload.installation.account?.login ?? ''
  const removed = payload.action === 'deleted'
  await deps.store.installations.save({ id, account, suspended: payload.action === 'suspend', removed })
  for (const repository of payload.repositories ?? []) {
    await (removed ? drop(deps.store, id, repository) : keep(deps.store, id, repository, false))
  }
  if (!removed && payload.action !== 'suspend') await reconcileSoon(deps, id)
}

interface InstallationRepositoriesPayload extends InstallationPayload {
  readonly repositories_added: readonly RepositoryLike[]
  readonly repositories_removed: readonly RepositoryLike[]
}

async function installationRepositories(deps: Deps, payload: InstallationRepositoriesPayload): Promise<void> {
  const id = String(payload.installation.id)
  for (const repository of payload.repositories_added) await keep(deps.store, id, repository, false)
  for (const repository of payload.repositories_removed) await drop(deps.store, id, repository)
  if (payload.repositories_added.length > 0) await reconcileSoon(deps, id)
}

const reconcileSoon = (deps: Deps, installationId: string): Promise<void> =>
  deps.store.inbox.enqueue({
    lane: `installation:${installationId}`,
    event: 'internal.reconcile',
    installationId,
    repoId: null,
    coalesceKey: `reconcile:${installationId}`,
    runAt: deps.now(),
  })

interface PushPayload {
  readonly ref: string
  readonly repository: { readonly full_name: string }
  readonly commits: readonly {
    readonly added?: readonly string[]
    readonly modified?: readonly string[]
    readonly removed?: readonly string[]
  }[]
  readonly forced?: boolean
}

/** A push that may have changed the policy of a base branch concerns every open pull request against it (T-04). */
async function push(deps: Deps, job: InboxRow, payload: PushPayload): Promise<void> {
  const branch = payload.ref.replace(/^refs\/heads\//, '')
  const touched = payload.commits.flatMap(commit => [
    ...(commit.added ?? []),
    ...(commit.modified ?? []),
    ...(commit.removed ?? []),
  ])
  // GitHub leaves commits out of large pushes; then the policy may be among them.
  if (job.repoId !== null)
    await refreshDeployments(deps.store, await deps.store.deployments.waiting({ repoId: job.repoId }), deps.now())
  const certain = payload.forced !== true && payload.commits.length > 0 && payload.commits.length < 20
  if (!certain || touched.some(path => /\.(?:ya?ml|json)$/.test(path)))
    await refreshExtending(deps, payload.repository.full_name)
  if (certain && !touched.some(path => policyPaths.some(policy => policy === path))) return
  const open = job.repoId === null ? [] : await deps.store.subjects.open(job.repoId)
  await refresh(
    deps,
    open.filter(subject => subject.baseRef === branch),
  )
}

interface CheckRunPayload {
  readonly action: string
  readonly check_run: {
    readonly id: number | string
    readonly name: string
    readonly head_sha: string
    readonly conclusion?: string | null
    readonly app: { readonly id: number | string; readonly slug?: string } | null
  }
}

const evidenceNames: readonly string[] = [evidenceCheckName, measuredCheckName]

/**
 * A check has run on a head; the event names no pull request of a fork, and any number of others (B-W15). Evidence is
 * looked at once, other checks together. One of our name by another App does not get the last word (T-84).
 */
async function checkRun(deps: Deps, job: InboxRow, { action, check_run: check }: CheckRunPayload): Promise<void> {
  const { store, now } = deps
  if (job.repoId === null) return
  const atHead = await store.subjects.byHead(job.repoId, check.head_sha)
  const here = { repoId: job.repoId, sha: check.head_sha }
  if (action !== 'completed') return pressed(deps, job, atHead, String(check.id))
  if (evidenceNames.includes(check.name)) {
    if (check.app?.slug !== actionsAppSlug) return
    await refresh(deps, atHead)
    return refreshGroupAt(store, here, { now: now() })
  }
  if (check.name === ownCheckName) {
    const { app } = check
    if (String(app?.id) === deps.appId) return
    const by = { id: String(app?.id ?? 0), login: app?.slug ?? '', type: 'Bot' } as const
    return answerSpoof(deps, job, atHead, { kind: 'check', sha: check.head_sha, says: check.conclusion ?? '', by })
  }
  await refreshAt(deps, { ...here, about: ['checks'] })
}

/**
 * Pressed on a check whose event names no pull request: it belongs to the one that the check is about, with everything
 * that the person asked for.
 */
async function pressed(deps: Deps, job: InboxRow, atHead: readonly Subject[], checkRunId: string): Promise<void> {
  for (const subject of atHead) {
    const refreshing = refreshJob(subject, deps.now())
    await deps.store.inbox.enqueue(
      subject.checkRunId === checkRunId
        ? { ...refreshing, event: 'internal.check_run', payload: job.payload, coalesceKey: `pressed:${job.deliveryId}` }
        : refreshing,
    )
  }
}

/** Pull requests and merge groups at a commit whose verdict rests on these facts. */
async function refreshAt(
  { store, now }: Deps,
  place: { readonly repoId: string; readonly sha: string; readonly about: readonly FactName[] },
): Promise<void> {
  await refreshAtHead(store, place, now())
  await refreshGroupAt(store, place, { now: now(), runAt: now() + gatherOthersMs })
}

interface WorkflowRunPayload {
  readonly workflow_run: unknown
}

/** A run of a pull request from a fork has no other way to hand over what it measured. */
async function workflowRun(deps: Deps, { repoId }: InboxRow, payload: WorkflowRunPayload): Promise<void> {
  const run = workflowRunOf(payload.workflow_run)
  const repository = repoId === null ? null : await deps.store.repositories.get(repoId)
  if (run !== null && repository !== null && !repository.removed) await fetchForkEvidence(deps, repository, run)
}

interface StatusPayload {
  readonly sha: string
  readonly context: string
  readonly state: string
  readonly sender: SenderLike | null
}

/** We write no statuses: one of our name is somebody else's, and matters only where it lets something pass. */
async function status(deps: Deps, job: InboxRow, { sha, context, state, sender }: StatusPayload): Promise<void> {
  const { repoId } = job
  if (repoId === null) return
  if (context !== ownCheckName) return refreshAt(deps, { repoId, sha, about: ['checks'] })
  const by = accountOf(sender)
  if (state !== 'success' || by === null) return
  await answerSpoof(deps, job, await deps.store.subjects.byHead(repoId, sha), { kind: 'status', sha, says: state, by })
}

interface DeploymentStatusPayload {
  readonly deployment: { readonly sha: string }
}

async function deploymentStatus(deps: Deps, { repoId }: InboxRow, payload: DeploymentStatusPayload): Promise<void> {
  if (repoId !== null) await refreshAt(deps, { repoId, sha: payload.deployment.sha, about: ['deployments'] })
}

/** A job waits for our leave to deploy. Where the event does not say which run, those that wait are looked through. */
async function deploymentAsked({ store, now }: Deps, job: InboxRow, payload: JsonObject): Promise<void> {
  const { repoId, installationId } = job
  if (repoId === null) return
  if (installationId !== null && (await store.repositories.get(repoId)) === null) {
    await keep(store, installationId, payload.repository as unknown as RepositoryLike, false)
  }
  const asked = askedDeployment(payload)
  await store.inbox.enqueue(
    asked === null
      ? sweepJob(repoId, installationId, now())
      : deploymentJob({ repoId, runId: asked.runId, installationId }, now(), asked),
  )
}

interface MergeGroupPayload {
  readonly action: string
  readonly merge_group: {
    readonly head_sha: string
    readonly head_ref: string
    readonly base_sha: string
    readonly base_ref: string
  }
  readonly repository: { readonly full_name: string }
}

/** The merge queue asks about a group, or has no more use for an answer. */
async function mergeGroup({ store, now }: Deps, job: InboxRow, payload: MergeGroupPayload): Promise<void> {
  const { repoId, installationId } = job
  if (repoId === null || installationId === null) return
  const { head_sha: headSha, head_ref: headRef, base_sha: baseSha, base_ref: baseRef } = payload.merge_group
  if (payload.action === 'destroyed') return closeGroup(store, repoId, headSha, now())
  const group = { repoId, installationId, fullName: payload.repository.full_name, headSha, headRef, baseSha }
  await openGroup(store, { ...group, baseRef: baseRef.replace(/^refs\/heads\//, '') }, now())
}

interface IssuesPayload {
  readonly issue: { readonly number: number }
  readonly repository: { readonly full_name: string }
}

/** Descriptions, labels and states of issues that open pull requests close or depend on. */
async function issues({ store, now }: Deps, { issue, repository }: IssuesPayload): Promise<void> {
  await refreshWatchers(store, repository.full_name, issue.number, now())
}

interface PeoplePayload {
  readonly organization?: { readonly login: string }
}

/** Who is in a team has changed: what we knew is forgotten, and open pull requests of the owner are judged again (T-17). */
async function people(deps: Deps, job: InboxRow, payload: PeoplePayload): Promise<void> {
  const owner = payload.organization?.login
  if (owner === undefined || job.installationId === null) return
  await deps.store.cache.forget(directoryPrefix(owner))
  const { installationId } = job
  await refreshDeployments(deps.store, await deps.store.deployments.waiting({ installationId }), deps.now())
  const open = await deps.store.subjects.open()
  await refresh(
    deps,
    open.filter(subject => subject.installationId === installationId),
  )
}

async function refresh(deps: Deps, subjects: readonly Subject[]): Promise<void> {
  for (const [index, subject] of subjects.entries()) {
    await deps.store.inbox.enqueue(refreshJob(subject, deps.now() + index * spreadMs))
  }
}
