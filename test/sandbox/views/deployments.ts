import type { DeploymentRecord, DeploymentStatusRecord, Json, World } from '../state.ts'
import { userView } from './accounts.ts'
import { repositoryApi } from './repositories.ts'

export function deploymentView(world: World, deployment: DeploymentRecord): Json {
  const api = repositoryApi(world, deployment.repository)
  const url = `${api}/deployments/${deployment.id}`
  return {
    url,
    id: deployment.id,
    node_id: deployment.nodeId,
    sha: deployment.sha,
    ref: deployment.ref,
    task: 'deploy',
    payload: {},
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: null,
    creator: userView(world, deployment.creator),
    created_at: deployment.createdAt,
    updated_at: deployment.statuses.at(-1)?.createdAt ?? deployment.createdAt,
    statuses_url: `${url}/statuses`,
    repository_url: api,
    transient_environment: false,
    production_environment: false,
  }
}

export function deploymentStatusView(world: World, status: DeploymentStatusRecord): Json {
  const { deployment } = status
  const api = repositoryApi(world, deployment.repository)
  const url = `${api}/deployments/${deployment.id}`
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: status.nodeId,
    state: status.state,
    creator: userView(world, status.creator),
    description: status.description,
    environment: deployment.environment,
    target_url: `${world.url}/deployments/${deployment.id}`,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: url,
    repository_url: api,
  }
}
