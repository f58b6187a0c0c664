import { canSee, levelCovers, roleOf } from '../access.ts'
import { repositoriesOf } from '../acts/accounts.ts'
import { convert } from '../acts/apps.ts'
import { installationToken, requireInstallationOf, type TokenRequest } from '../auth.ts'
import { ApiError, forbidden, notFound, unprocessable } from '../errors.ts'
import type { DeliveryRecord } from '../hooks.ts'
import type {
  Account,
  AppRecord,
  InstallationRecord,
  Json,
  OrganizationRecord,
  RepositoryRecord,
  TeamRecord,
  World,
} from '../state.ts'
import {
  appView,
  clientId,
  installationView,
  organizationFullView,
  publicUserView,
  teamFullView,
  teamView,
  userView,
} from '../views/accounts.ts'
import { fullRepositoryView, repositoryView } from '../views/repositories.ts'
import { type Call, counted, created, listed, needs, noContent, ok, type Route, repositoryOf, route } from './route.ts'

export const accountRoutes: readonly Route[] = [
  {
    ...route('apps/create-from-manifest', 'POST /app-manifests/{code}/conversions', undefined, call => {
      const { world, params } = call
      const found = convert(call, params.code ?? '')
      if (found === undefined) throw notFound()
      const { app, privateKey, clientSecret } = found
      return created({
        ...appView(world, app),
        client_secret: clientSecret,
        webhook_secret: app.webhookSecret,
        pem: privateKey,
      })
    }),
    kind: 'auth',
  },
  route('apps/get-authenticated', 'GET /app', undefined, call => {
    const app = requireJwt(call)
    const installed = [...call.world.installations.values()].filter(installation => installation.app === app)
    return ok({ ...appView(call.world, app), installations_count: installed.length })
  }),
  route('apps/list-installations', 'GET /app/installations', undefined, call => {
    const app = requireJwt(call)
    const installed = [...call.world.installations.values()].filter(installation => installation.app === app)
    return listed(call, installed, installation => ({
      ...installationView(call.world, installation),
      account: userAndEnterprise(call.world, installation.account),
    }))
  }),
  route('apps/get-installation', 'GET /app/installations/{installation_id}', undefined, call => {
    const installation = requireInstallationOf(call.world, requireJwt(call), Number(call.params.installation_id))
    return ok(installationView(call.world, installation))
  }),
  {
    ...route(
      'apps/create-installation-access-token',
      'POST /app/installations/{installation_id}/access_tokens',
      undefined,
      call => {
        const { world, params, body } = call
        const installation = requireInstallationOf(world, requireJwt(call), Number(params.installation_id))
        const issued = installationToken(world, installation, body as TokenRequest)
        const repositories = repositoriesOf(call, installation).filter(({ id }) => issued.repositories?.has(id))
        return created({
          token: issued.token,
          expires_at: issued.expiresAt,
          permissions: { metadata: 'read', ...issued.permissions },
          repository_selection:
            issued.repositories === undefined && installation.repositories === undefined ? 'all' : 'selected',
          ...(issued.repositories === undefined
            ? {}
            : { repositories: repositories.map(one => repositoryView(world, one)) }),
        })
      },
    ),
    kind: 'auth',
  },
  route('apps/get-repo-installation', 'GET /repos/{owner}/{repo}/installation', undefined, call => {
    const app = requireJwt(call)
    const repository = repositoryOf(call)
    const found = [...call.world.installations.values()].find(
      installation => installation.app === app && repositoriesOf(call, installation).includes(repository),
    )
    if (found === undefined) throw notFound()
    return ok(installationView(call.world, found))
  }),
  route('apps/list-repos-accessible-to-installation', 'GET /installation/repositories', undefined, call => {
    const { actor, world } = call
    if (actor.kind !== 'installation') throw forbidden('You must authenticate with an installation access token')
    const reachable = repositoriesOf(call, actor.installation).filter(repository => canSee(world, repository, actor))
    const selection = actor.installation.repositories === undefined ? 'all' : 'selected'
    return counted(call, 'repositories', reachable, one => repositoryView(world, one), {
      repository_selection: selection,
    })
  }),
  route('apps/list-installations-for-authenticated-user', 'GET /user/installations', undefined, call => {
    const { account, app } = requireGrant(call)
    const { world } = call
    const mine = [...world.installations.values()].filter(
      installation =>
        installation.app === app &&
        (installation.account.id === account.id ||
          world.organizationOf(installation.account)?.members.has(account.id) === true ||
          explicitIn(call, installation, account).length > 0),
    )
    return counted(call, 'installations', mine, one => installationView(world, one))
  }),
  route(
    'apps/list-installation-repos-for-authenticated-user',
    'GET /user/installations/{installation_id}/repositories',
    undefined,
    call => {
      const { account, app } = requireGrant(call)
      const installation = requireInstallationOf(call.world, app, Number(call.params.installation_id))
      const shown = explicitIn(call, installation, account)
      return counted(call, 'repositories', shown, one => repositoryView(call.world, one))
    },
  ),
  route('apps/delete-token', 'DELETE /applications/{client_id}/token', undefined, call => {
    const app = [...call.world.apps.values()].find(one => clientId(one) === call.params.client_id)
    const token = typeof call.body.access_token === 'string' ? call.body.access_token : ''
    const actor = call.world.tokens.get(token)?.actor
    if (app === undefined || call.actor.kind !== 'client' || call.actor.app !== app) throw notFound()
    if (actor?.kind !== 'user' || actor.app !== app) throw unprocessable('The token is not one of this App.')
    call.world.tokens.delete(token)
    return noContent
  }),
  route('apps/get-webhook-config-for-app', 'GET /app/hook/config', undefined, call =>
    ok({ content_type: 'json', insecure_ssl: '0', secret: '********', url: requireJwt(call).webhookUrl ?? '' }),
  ),
  route('apps/list-webhook-deliveries', 'GET /app/hook/deliveries', undefined, listDeliveries),
  route('apps/redeliver-webhook-delivery', 'POST /app/hook/deliveries/{delivery_id}/attempts', undefined, call => {
    const app = requireJwt(call)
    const delivery = deliveriesOf(call, app).find(known => known.number === Number(call.params.delivery_id))
    if (delivery === undefined) throw notFound()
    call.hooks.redeliver(delivery.id)
    return { status: 202, body: {} }
  }),
  route('repos/get', 'GET /repos/{owner}/{repo}', needs('metadata'), call =>
    ok(fullRepositoryView(call.world, repositoryOf(call))),
  ),
  route('repos/list-teams', 'GET /repos/{owner}/{repo}/teams', needs('administration', 'read', 'admin'), call => {
    const organization = call.world.organizationOf(repositoryOf(call).owner)
    return listed(call, [...(organization?.teams.values() ?? [])], team => teamView(call.world, team))
  }),
  route(
    'repos/get-collaborator-permission-level',
    'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
    needs('metadata'),
    call => {
      const { world, params } = call
      const account = world.users.get((params.username ?? '').toLowerCase())
      if (account === undefined) throw notFound()
      const role = roleOf(world, repositoryOf(call), account)
      const permission = role === 'triage' ? 'read' : role
      const can = {
        admin: role === 'admin',
        maintain: role === 'admin',
        push: role === 'admin' || role === 'write',
        triage: role !== 'none' && role !== 'read',
        pull: role !== 'none',
      }
      return ok({
        permission,
        role_name: role,
        user: { ...userView(world, account), permissions: can, role_name: role },
      })
    },
  ),
  route('orgs/get', 'GET /orgs/{org}', undefined, call => ok(organizationFullView(call.world, organizationOf(call)))),
  route('teams/get-by-name', 'GET /orgs/{org}/teams/{team_slug}', undefined, call =>
    ok(teamFullView(call.world, teamOf(call))),
  ),
  route('teams/list-members-in-org', 'GET /orgs/{org}/teams/{team_slug}/members', undefined, call =>
    listed(call, [...teamOf(call).members.values()], account => userView(call.world, account)),
  ),
  route(
    'teams/get-membership-for-user-in-org',
    'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
    undefined,
    call => {
      const { world, params } = call
      const team = teamOf(call)
      const account = world.users.get((params.username ?? '').toLowerCase())
      if (account === undefined || !team.members.has(account.id)) throw notFound()
      const url = `${world.apiUrl}/organizations/${team.organization.id}/team/${team.id}/memberships/${account.login}`
      return ok({ url, role: 'member', state: 'active' })
    },
  ),
  route('users/get-by-username', 'GET /users/{username}', undefined, ({ world, params }) => {
    const wanted = (params.username ?? '').toLowerCase()
    const bot = [...world.apps.values()].find(app => app.bot.login.toLowerCase() === wanted)?.bot
    const account = world.account(wanted) ?? bot
    if (account === undefined) throw notFound()
    return ok(publicUserView(world, account))
  }),
  route('users/get-authenticated', 'GET /user', undefined, ({ world, actor }) => {
    if (actor.kind === 'installation') throw forbidden()
    if (actor.kind !== 'user') throw new ApiError(401, 'Requires authentication')
    return ok(publicUserView(world, actor.account))
  }),
]

/** A person, and the App that they let act for them. */
function requireGrant({ actor }: Call): { readonly account: Account; readonly app: AppRecord } {
  if (actor.kind !== 'user') throw new ApiError(401, 'Requires authentication')
  if (actor.app === undefined) throw forbidden('You must authenticate with an access token authorized to a GitHub App')
  return { account: actor.account, app: actor.app }
}

/** Repositories of an installation in which the person has a role; that everybody can read one is none. */
const explicitIn = (call: Call, installation: InstallationRecord, account: Account): readonly RepositoryRecord[] =>
  repositoriesOf(call, installation).filter(one => roleOf(call.world, one, account) !== 'none')

/** GitHub describes the accounts of this one list as users and enterprises at once. */
function userAndEnterprise(world: World, account: Account): Json {
  const { login: name, createdAt } = account
  return { ...userView(world, account), name, slug: name, created_at: createdAt, updated_at: createdAt }
}

function requireJwt({ actor }: Call): AppRecord {
  if (actor.kind === 'app') return actor.app
  throw new ApiError(401, 'A JSON web token could not be decoded')
}

function organizationOf({ world, params }: Call): OrganizationRecord {
  const organization = world.organizations.get((params.org ?? '').toLowerCase())
  if (organization === undefined) throw notFound()
  return organization
}

/** Teams are seen by members of the organization, and by Apps with `members: read` there. */
function teamOf(call: Call): TeamRecord {
  const { actor, params } = call
  const organization = organizationOf(call)
  if (actor.kind === 'installation') {
    if (actor.installation.account.id !== organization.account.id) throw forbidden()
    if (!levelCovers(actor.permissions.members, 'read')) throw forbidden()
  } else if (actor.kind !== 'user' || !organization.members.has(actor.account.id)) throw notFound()
  const team = organization.teams.get((params.team_slug ?? '').toLowerCase())
  if (team === undefined) throw notFound()
  return team
}

function deliveriesOf({ hooks }: Call, app: AppRecord): readonly DeliveryRecord[] {
  return hooks.deliveries.filter(delivery => delivery.app === app && delivery.sentAt !== null).reverse()
}

/** Pages by cursor: the number of the first delivery of the next page. */
function listDeliveries(call: Call) {
  const { query, url } = call
  const all = deliveriesOf(call, requireJwt(call))
  const perPage = Math.min(Number(query.get('per_page') ?? 30) || 30, 100)
  const cursor = query.get('cursor')
  const start = cursor === null ? 0 : all.findIndex(({ number }) => number === Number(cursor.replace(/^v1_/, '')))
  if (start < 0) throw unprocessable('Invalid cursor')
  const next = all[start + perPage]
  const link = next === undefined ? {} : { link: `<${url}?per_page=${perPage}&cursor=v1_${next.number}>; rel="next"` }
  return ok(all.slice(start, start + perPage).map(deliveryView), link)
}

function deliveryView(delivery: DeliveryRecord): Json {
  const answered = delivery.status !== 0
  return {
    id: delivery.number,
    guid: delivery.id,
    delivered_at: delivery.sentAt ?? delivery.at,
    redelivery: delivery.redelivery,
    duration: Math.round(delivery.durationMs / 10) / 100,
    status: !answered
      ? 'failed to connect to host'
      : delivery.status < 400
        ? 'OK'
        : `Invalid HTTP Response: ${delivery.status}`,
    status_code: delivery.status,
    event: delivery.event,
    action: delivery.action ?? null,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  }
}
