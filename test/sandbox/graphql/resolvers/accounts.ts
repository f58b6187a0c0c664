import { levelCovers } from '../../access.ts'
import { forbidden } from '../../errors.ts'
import type { Account, AppRecord, OrganizationRecord, TeamRecord } from '../../state.ts'
import { clientId } from '../../views/accounts.ts'
import { type ConnectionArgs, type Context, connection, entity, type Node } from '../context.ts'

/** GraphQL names bots without the `[bot]` that the REST API appends. */
export function actorNode(context: Context, account: Account | null): Node | null {
  if (account === null) return null
  const login = account.kind === 'Bot' ? account.login.replace(/\[bot\]$/, '') : account.login
  const path = account.kind === 'Bot' ? `/apps/${login}` : `/${login}`
  return {
    __typename: account.kind,
    ...entity(account),
    login,
    name: account.kind === 'Bot' ? undefined : login,
    createdAt: account.createdAt,
    updatedAt: account.createdAt,
    url: context.world.url + path,
    resourcePath: path,
    avatarUrl: `${context.world.url}/avatars/${account.id}`,
    isViewer: 'account' in context.actor && context.actor.account.id === account.id,
  }
}

export function organizationNode(context: Context, organization: OrganizationRecord): Node {
  const { account, teams } = organization
  return {
    ...actorNode(context, account),
    team: ({ slug }: { slug: string }) => {
      requireMembers(context, organization)
      const team = teams.get(slug.toLowerCase())
      return team === undefined ? null : teamNode(context, team)
    },
    teams: (args: ConnectionArgs & { readonly query?: string | null }) => {
      requireMembers(context, organization)
      const wanted = [...teams.values()].filter(
        ({ slug, name }) => !args.query || `${slug} ${name}`.includes(args.query),
      )
      return connection('teams', args, wanted, team => teamNode(context, team))
    },
    membersWithRole: (args: ConnectionArgs) => {
      requireMembers(context, organization)
      const members = [...organization.members.values()]
      return connection('membersWithRole', args, members, member => actorNode(context, member.account))
    },
  }
}

function requireMembers({ actor }: Context, { account, members }: OrganizationRecord): void {
  if (actor.kind === 'user' && members.has(actor.account.id)) return
  const own = actor.kind === 'installation' && actor.installation.account.id === account.id
  if (!own || !levelCovers(actor.permissions.members, 'read')) throw forbidden()
}

export function teamNode(context: Context, team: TeamRecord): Node {
  const { slug, name, organization } = team
  const path = `/orgs/${organization.login}/teams/${slug}`
  return {
    __typename: 'Team',
    ...entity(team),
    slug,
    name,
    description: null,
    combinedSlug: `${organization.login}/${slug}`,
    privacy: 'VISIBLE',
    createdAt: team.createdAt,
    updatedAt: team.createdAt,
    url: context.world.url + path,
    resourcePath: path,
    parentTeam: null,
    organization: () => {
      const record = context.world.organizationOf(organization)
      return record === undefined ? null : organizationNode(context, record)
    },
    members: (args: ConnectionArgs) => {
      const record = context.world.organizationOf(organization)
      if (record !== undefined) requireMembers(context, record)
      return connection('members', args, [...team.members.values()], account => actorNode(context, account))
    },
  }
}

export function appNode({ world }: Context, app: AppRecord): Node {
  return {
    __typename: 'App',
    ...entity(app),
    slug: app.slug,
    name: app.slug,
    description: null,
    clientId: clientId(app),
    url: `${world.url}/apps/${app.slug}`,
    createdAt: app.createdAt,
    updatedAt: app.createdAt,
  }
}
