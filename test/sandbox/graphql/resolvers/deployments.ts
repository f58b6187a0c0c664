import type { DeploymentRecord } from '../../state.ts'
import { type ConnectionArgs, type Context, connection, entity, type Node, upper } from '../context.ts'
import { actorNode } from './accounts.ts'
import { commitNode } from './git.ts'
import { repositoryNode } from './repositories.ts'

export function deploymentNode(context: Context, deployment: DeploymentRecord): Node {
  const { repository, sha, environment, statuses } = deployment
  const newest = statuses.at(-1)
  const status = (one: (typeof statuses)[number]): Node => ({
    __typename: 'DeploymentStatus',
    id: one.nodeId,
    state: upper(one.state),
    description: one.description,
    environment,
    logUrl:
      deployment.runId === null
        ? null
        : `${context.world.url}/${repository.owner.login}/${repository.name}/actions/runs/${deployment.runId}/job/${one.id}`,
    createdAt: one.createdAt,
    updatedAt: one.createdAt,
    creator: actorNode(context, one.creator),
  })
  return {
    __typename: 'Deployment',
    ...entity(deployment),
    commitOid: sha,
    commit: () => commitNode(context, repository, sha),
    environment,
    originalEnvironment: environment,
    latestEnvironment: environment,
    task: 'deploy',
    description: null,
    state: upper(newest?.state ?? 'pending').replace('SUCCESS', 'ACTIVE'),
    createdAt: deployment.createdAt,
    updatedAt: newest?.createdAt ?? deployment.createdAt,
    creator: actorNode(context, deployment.creator),
    latestStatus: newest === undefined ? null : status(newest),
    statuses: (args: ConnectionArgs) => connection('statuses', args, [...statuses].reverse(), status),
    repository: () => repositoryNode(context, repository),
  }
}
