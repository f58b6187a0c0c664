import { canSee } from '../../access.ts'
import { ApiError } from '../../errors.ts'
import { remaining } from '../../rate.ts'
import type {
  Account,
  AppRecord,
  CheckRunRecord,
  CommentRecord,
  PullRecord,
  RepositoryRecord,
  ReviewRecord,
  SuiteRecord,
  TeamRecord,
} from '../../state.ts'
import { type Context, type Node, notResolved } from '../context.ts'
import { actorNode, appNode, organizationNode, teamNode } from './accounts.ts'
import { runNode, suiteNode } from './checks.ts'
import { commentNode, pullNode, reviewNode } from './pulls.ts'
import { findRepository, repositoryNode } from './repositories.ts'

export function queries(context: Context): Node {
  const { world, actor, rate } = context
  return {
    repository: ({ owner, name }: { owner: string; name: string }) =>
      repositoryNode(context, findRepository(context, owner, name)),
    organization: ({ login }: { login: string }) => {
      const organization = world.organizations.get(login.toLowerCase())
      if (organization === undefined) {
        throw new ApiError(404, `Could not resolve to an Organization with the login of '${login}'.`)
      }
      return organizationNode(context, organization)
    },
    user: ({ login }: { login: string }) => {
      const account = world.users.get(login.toLowerCase())
      if (account === undefined) throw new ApiError(404, `Could not resolve to a User with the login of '${login}'.`)
      return actorNode(context, account)
    },
    node: ({ id }: { id: string }) => nodeOf(context, id),
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map(id => deferred(() => nodeOf(context, id))),
    viewer: () => {
      if (actor.kind === 'user' || actor.kind === 'installation') return actorNode(context, actor.account)
      throw new ApiError(403, 'Resource not accessible')
    },
    rateLimit: {
      cost: 1,
      limit: rate.limit,
      nodeCount: 1,
      remaining: remaining(rate),
      used: rate.used,
      resetAt: new Date(rate.reset * 1000).toISOString().replace('.000Z', 'Z'),
    },
  }
}

/** So that one node that cannot be found does not take the others with it. */
async function deferred<T>(make: () => T): Promise<T> {
  return make()
}

export function nodeOf(context: Context, id: string): Node | null {
  const found = context.world.nodes.get(id)
  if (found === undefined) throw notResolved(id)
  const { kind, record } = found
  const repository = repositoryOf(record)
  if (repository !== undefined && !canSee(context.world, repository, context.actor)) throw notResolved(id)
  switch (kind) {
    case 'user':
    case 'bot':
      return actorNode(context, record as Account)
    case 'organization': {
      const organization = context.world.organizationOf(record as Account)
      return organization === undefined ? null : organizationNode(context, organization)
    }
    case 'team':
      return teamNode(context, record as TeamRecord)
    case 'repository':
      return repositoryNode(context, record as RepositoryRecord)
    case 'pull':
      return pullNode(context, record as PullRecord)
    case 'review':
      return reviewNode(context, record as ReviewRecord)
    case 'comment':
      return commentNode(context, record as CommentRecord)
    case 'suite':
      return suiteNode(context, record as SuiteRecord)
    case 'run':
      return runNode(context, record as CheckRunRecord)
    case 'app':
      return appNode(context, record as AppRecord)
    default:
      throw new ApiError(501, `not modelled by the sandbox: node(id) of ${kind}`)
  }
}

export function repositoryOf(record: object): RepositoryRecord | undefined {
  if ('git' in record) return record as RepositoryRecord
  if ('repository' in record) return record.repository as RepositoryRecord
  if ('pull' in record) return (record.pull as PullRecord).repository
  return undefined
}
