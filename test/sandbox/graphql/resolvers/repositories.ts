import { canSee, roleOf } from '../../access.ts'
import { ApiError } from '../../errors.ts'
import { visible } from '../../rest/route.ts'
import { fullName, type RepositoryRecord } from '../../state.ts'
import { type ConnectionArgs, type Context, connection, entity, type Node, require, upper } from '../context.ts'
import { actorNode } from './accounts.ts'
import { deploymentNode } from './deployments.ts'
import { expressionNode, objectNode, refNode } from './git.ts'
import { issueNode } from './issues.ts'
import { pullNode } from './pulls.ts'

export function findRepository(context: Context, owner: string, name: string): RepositoryRecord {
  const repository = context.world.repository(owner, name)
  if (repository === undefined || !canSee(context.world, repository, context.actor)) {
    throw new ApiError(404, `Could not resolve to a Repository with the name '${owner}/${name}'.`)
  }
  return repository
}

interface PullFilter extends ConnectionArgs {
  readonly states?: readonly string[] | null
  readonly baseRefName?: string | null
  readonly headRefName?: string | null
  readonly orderBy?: { readonly field: 'CREATED_AT' | 'UPDATED_AT'; readonly direction: 'ASC' | 'DESC' } | null
}

export function repositoryNode(context: Context, repository: RepositoryRecord): Node {
  const { world } = context
  const path = `/${fullName(repository)}`
  return {
    __typename: 'Repository',
    ...entity(repository),
    name: repository.name,
    nameWithOwner: fullName(repository),
    owner: actorNode(context, repository.owner),
    isPrivate: repository.private,
    visibility: repository.private ? 'PRIVATE' : 'PUBLIC',
    isFork: false,
    isArchived: false,
    isDisabled: false,
    description: null,
    createdAt: repository.createdAt,
    updatedAt: repository.pushedAt,
    pushedAt: repository.pushedAt,
    url: world.url + path,
    resourcePath: path,
    defaultBranchRef: () => refNode(context, repository, `refs/heads/${repository.defaultBranch}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) => {
      const names = [
        qualifiedName,
        `refs/heads/${qualifiedName}`,
        `refs/tags/${qualifiedName}`,
        `refs/${qualifiedName}`,
      ]
      const found = names.find(name => name.startsWith('refs/') && repository.git.refs.has(name))
      return found === undefined ? null : refNode(context, repository, found)
    },
    object: ({ oid, expression }: { oid?: string | null; expression?: string | null }) => {
      require(context, repository, 'contents')
      return oid ? objectNode(context, repository, oid) : expressionNode(context, repository, expression ?? 'HEAD')
    },
    pullRequest: ({ number }: { number: number }) => {
      require(context, repository, 'pull_requests')
      const pull = repository.pulls.get(number)
      if (pull === undefined) {
        throw new ApiError(404, `Could not resolve to a PullRequest with the number of ${number}.`)
      }
      return pullNode(context, pull)
    },
    issueOrPullRequest: ({ number }: { number: number }) => {
      require(context, repository, 'pull_requests issues')
      const pull = repository.pulls.get(number)
      if (pull !== undefined) return pullNode(context, pull)
      const issue = repository.issues.get(number)
      if (issue !== undefined) return issueNode(context, issue)
      throw new ApiError(404, `Could not resolve to an issue or pull request with the number of ${number}.`)
    },
    deployments: (
      args: ConnectionArgs & {
        environments?: readonly string[] | null
        orderBy?: { direction: 'ASC' | 'DESC' } | null
      },
    ) => {
      require(context, repository, 'deployments')
      const { environments } = args
      const found = repository.deployments.filter(one => !environments || environments.includes(one.environment))
      if (args.orderBy?.direction === 'DESC') found.reverse()
      return connection('deployments', args, found, one => deploymentNode(context, one))
    },
    pullRequests: (args: PullFilter) => {
      require(context, repository, 'pull_requests')
      return connection('pullRequests', args, pullsOf(context, repository, args), pull => pullNode(context, pull))
    },
    collaborators: (args: ConnectionArgs) => {
      require(context, repository, 'metadata')
      const people = [...world.users.values()].filter(account => roleOf(world, repository, account) !== 'none')
      return {
        ...connection('collaborators', args, people, account => actorNode(context, account)),
        edges: people.map(account => ({
          node: actorNode(context, account),
          permission: upper(roleOf(world, repository, account)),
        })),
      }
    },
    viewerPermission:
      context.actor.kind === 'user'
        ? upper(roleOf(world, repository, context.actor.account)).replace('NONE', 'READ')
        : null,
  }
}

function pullsOf(context: Context, repository: RepositoryRecord, args: PullFilter) {
  const { states, baseRefName, headRefName, orderBy } = args
  const key = orderBy?.field === 'UPDATED_AT' ? 'updatedAt' : 'createdAt'
  const pulls = visible(context, [...repository.pulls.values()])
    .filter(pull => !states || states.includes(pull.mergedAt !== null ? 'MERGED' : upper(pull.state)))
    .filter(pull => !baseRefName || pull.baseRef === baseRefName)
    .filter(pull => !headRefName || pull.headRef === headRefName)
    .sort((a, b) => a[key].localeCompare(b[key]) || a.number - b.number)
  return orderBy?.direction === 'DESC' ? pulls.reverse() : pulls
}
