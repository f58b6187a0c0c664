import { notFound, unprocessable } from '../errors.ts'
import type { Account, AppRecord, DeploymentRecord, GatedRecord, RunRecord } from '../state.ts'
import { deploymentView } from '../views/deployments.ts'
import { repositoryApi } from '../views/repositories.ts'
import type { Site } from './context.ts'
import { setDeploymentStatus } from './deployments.ts'
import { completeRun } from './runs.ts'

/** Reports on one deployment, and characters of one. Source: "Creating custom deployment protection rules". */
const maxReports = 10
const maxReport = 1024

/** A job of the run reaches an environment: GitHub asks the Apps whose rules are enabled there, and waits. */
export function reachEnvironment({ world, hooks }: Site, run: RunRecord, environment: string): GatedRecord {
  const { repository } = run
  const rules = (repository.environments.get(environment)?.rules ?? []).filter(rule => rule.enabled)
  const creator = actionsBot(world.apps.values())
  const deployment = world.create<DeploymentRecord>('deployment', {
    repository,
    sha: run.sha,
    ref: run.ref.replace(/^refs\/heads\//, ''),
    environment,
    creator,
    createdAt: world.now(),
    runId: run.id,
    statuses: [],
  })
  repository.deployments.push(deployment)
  const awaited = new Set(rules.map(rule => rule.app.id))
  const gated: GatedRecord = { environment, attempt: run.attempt, deployment, awaited, said: [], state: 'waiting' }
  run.gated.push(gated)
  run.status = 'waiting'
  for (const { app } of rules) {
    hooks.emit({
      event: 'deployment_protection_rule',
      action: 'requested',
      repository,
      sender: run.headRepository.owner,
      app,
      payload: () => ({
        environment,
        event: run.event,
        deployment_callback_url: `${repositoryApi(world, repository)}/actions/runs/${run.id}/deployment_protection_rule`,
        deployment: deploymentView(world, deployment),
        pull_requests: [],
      }),
    })
  }
  if (awaited.size === 0) release({ world, hooks }, run, gated)
  return gated
}

export interface GateReview {
  readonly environment: string
  readonly state: 'approved' | 'rejected' | null
  readonly comment: string
}

/** An App says what becomes of a deployment, or why it waits. */
export function reviewGate(site: Site, run: RunRecord, app: AppRecord, review: GateReview): void {
  const { environment, state, comment } = review
  const gated = waitingAt(run, environment)
  if (gated === undefined || !gated.awaited.has(app.id)) {
    throw unprocessable(`No pending deployment protection rule of this app for environment ${environment}.`)
  }
  const rule = run.repository.environments.get(environment)?.rules.find(one => one.app === app)
  if (rule?.enabled !== true) throw notFound()
  if (comment.length > maxReport) throw unprocessable(`comment is too long (maximum is ${maxReport} characters)`)
  if (state === null) {
    if (comment === '') throw unprocessable('comment is required')
    const reports = gated.said.filter(one => one.app === app.slug && one.state === null).length
    if (reports >= maxReports) throw unprocessable(`At most ${maxReports} status reports per deployment.`)
  }
  gated.said.push({ app: app.slug, state, comment })
  if (state === 'rejected') endRun(site, run, 'failure')
  if (state !== 'approved') return
  gated.awaited.delete(app.id)
  if (gated.awaited.size === 0) release(site, run, gated)
}

/** "Start all waiting jobs": an administrator passes over the rules. */
export function bypassGate(site: Site, run: RunRecord, environment: string): void {
  const gated = waitingAt(run, environment)
  if (gated === undefined) throw new Error(`nothing waits for ${environment}`)
  gated.awaited.clear()
  release(site, run, gated)
}

/** Everything that was let through has been deployed, and nothing waits any more. */
export function finishRun(site: Site, run: RunRecord, conclusion: string): void {
  const state = conclusion === 'success' ? 'success' : 'failure'
  for (const { state: reached, deployment } of run.gated) {
    if (reached === 'released') setDeploymentStatus(site, deployment, actorOf(site, deployment), { state })
    if (state !== 'success') continue
    // GitHub switches the earlier deployments of an environment off by itself.
    for (const earlier of run.repository.deployments) {
      const active = earlier.statuses.at(-1)?.state === 'success'
      if (earlier !== deployment && earlier.environment === deployment.environment && active)
        setDeploymentStatus(site, earlier, actorOf(site, earlier), { state: 'inactive' })
    }
  }
  endRun(site, run, conclusion)
}

export function endRun(site: Site, run: RunRecord, conclusion: string): void {
  for (const gated of run.gated) if (gated.state === 'waiting') gated.state = 'ended'
  completeRun(site, run, conclusion)
}

export const waitingIn = (run: RunRecord): readonly GatedRecord[] => run.gated.filter(one => one.state === 'waiting')

const waitingAt = (run: RunRecord, environment: string): GatedRecord | undefined =>
  waitingIn(run).find(one => one.environment === environment)

function release(site: Site, run: RunRecord, gated: GatedRecord): void {
  gated.state = 'released'
  setDeploymentStatus(site, gated.deployment, actorOf(site, gated.deployment), { state: 'in_progress' })
  if (waitingIn(run).length === 0) run.status = 'in_progress'
}

const actorOf = (_site: Site, { creator }: DeploymentRecord) => ({ kind: 'user', account: creator }) as const

function actionsBot(apps: Iterable<AppRecord>): Account {
  for (const app of apps) if (app.slug === 'github-actions') return app.bot
  throw new Error('GitHub Actions is not there')
}
