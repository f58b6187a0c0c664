import { accountOf } from '../access.ts'
import { unprocessable } from '../errors.ts'
import type { Actor, DeploymentRecord, DeploymentStatusRecord, RepositoryRecord } from '../state.ts'
import { deploymentStatusView, deploymentView } from '../views/deployments.ts'
import type { Site } from './context.ts'

export function createDeployment(
  { world, hooks }: Site,
  repository: RepositoryRecord,
  actor: Actor,
  { ref, environment }: { readonly ref: string; readonly environment: string },
): DeploymentRecord {
  const sha = repository.git.resolve(ref)
  if (sha === undefined) throw unprocessable(`No ref found for: ${ref}`)
  const creator = accountOf(actor)
  const deployment = world.create<DeploymentRecord>('deployment', {
    repository,
    sha,
    ref,
    environment,
    creator,
    createdAt: world.now(),
    runId: null,
    statuses: [],
  })
  repository.deployments.push(deployment)
  hooks.emit({
    event: 'deployment',
    action: 'created',
    repository,
    sender: creator,
    payload: () => ({ deployment: deploymentView(world, deployment), workflow: null, workflow_run: null }),
  })
  return deployment
}

export function setDeploymentStatus(
  { world, hooks }: Site,
  deployment: DeploymentRecord,
  actor: Actor,
  { state, description = '' }: { readonly state: DeploymentStatusRecord['state']; readonly description?: string },
): DeploymentStatusRecord {
  const { repository } = deployment
  const creator = accountOf(actor)
  const status = world.create<DeploymentStatusRecord>('deploymentStatus', {
    deployment,
    state,
    description,
    creator,
    createdAt: world.now(),
  })
  deployment.statuses.push(status)
  hooks.emit({
    event: 'deployment_status',
    action: 'created',
    repository,
    sender: creator,
    payload: () => ({
      deployment: deploymentView(world, deployment),
      deployment_status: deploymentStatusView(world, status),
    }),
  })
  return status
}
