import { createDeployment, setDeploymentStatus } from '../acts/deployments.ts'
import { notFound } from '../errors.ts'
import type { DeploymentRecord, DeploymentStatusRecord } from '../state.ts'
import { deploymentStatusView, deploymentView } from '../views/deployments.ts'
import { type Call, created, listed, needs, type Route, repositoryOf, route, text, visible } from './route.ts'

const read = needs('deployments')
const write = needs('deployments', 'write', 'write')

export const deploymentRoutes: readonly Route[] = [
  route('repos/list-deployments', 'GET /repos/{owner}/{repo}/deployments', read, call => {
    const [sha, environment] = [call.query.get('sha'), call.query.get('environment')]
    const found = visible(call, repositoryOf(call).deployments)
      .filter(one => (sha === null || one.sha === sha) && (environment === null || one.environment === environment))
      .reverse()
    return listed(call, found, one => deploymentView(call.world, one))
  }),
  route('repos/create-deployment', 'POST /repos/{owner}/{repo}/deployments', write, call =>
    created(
      deploymentView(
        call.world,
        createDeployment(call, repositoryOf(call), call.actor, {
          ref: text(call.body, 'ref') ?? '',
          environment: text(call.body, 'environment') ?? 'production',
        }),
      ),
    ),
  ),
  route(
    'repos/list-deployment-statuses',
    'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    read,
    call => listed(call, [...deploymentOf(call).statuses].reverse(), one => deploymentStatusView(call.world, one)),
  ),
  route(
    'repos/create-deployment-status',
    'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    write,
    call =>
      created(
        deploymentStatusView(
          call.world,
          setDeploymentStatus(call, deploymentOf(call), call.actor, {
            state: call.body.state as DeploymentStatusRecord['state'],
            description: text(call.body, 'description') ?? '',
          }),
        ),
      ),
  ),
]

function deploymentOf(call: Call): DeploymentRecord {
  const found = repositoryOf(call).deployments.find(one => one.id === Number(call.params.deployment_id))
  if (found === undefined) throw notFound()
  return found
}
