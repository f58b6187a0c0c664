import type {
  Account,
  AppRecord,
  InstallationRecord,
  Json,
  OrganizationRecord,
  Permissions,
  RepositoryRecord,
  Role,
  TeamRecord,
} from '../state.ts'
import { fullName } from '../state.ts'
import { installationView, teamView, userView } from '../views/accounts.ts'
import type { Site } from './context.ts'

export function ensureOrganization({ world }: Site, login: string): OrganizationRecord {
  const key = login.toLowerCase()
  const known = world.organizations.get(key)
  if (known !== undefined) return known
  if (world.users.has(key)) throw new Error(`${login} is a person`)
  const account = world.create<Account>('organization', { kind: 'Organization', login, createdAt: world.now() })
  const organization: OrganizationRecord = { account, members: new Map(), teams: new Map(), basePermission: 'read' }
  world.organizations.set(key, organization)
  return organization
}

/** Whoever acts when nobody is named: an owner of the organization. */
export function ownerOf({ world }: Pick<Site, 'world'>, account: Account): Account {
  const organization = world.organizationOf(account)
  if (organization === undefined) return account
  const owner = [...organization.members.values()].find(member => member.role === 'admin')
  return owner?.account ?? addMember(organization, world.person(`${account.login}-owner`), 'admin')
}

export function addMember(organization: OrganizationRecord, account: Account, role: 'admin' | 'member'): Account {
  const known = organization.members.get(account.id)
  if (known === undefined) organization.members.set(account.id, { account, role })
  else if (role === 'admin') known.role = role
  return account
}

/** Creates the team or gives it exactly these members; who comes and goes is told by `membership` events. */
export function setTeam(
  site: Site,
  organization: OrganizationRecord,
  slug: string,
  logins: readonly string[],
  permission: Role | undefined,
): TeamRecord {
  const { world } = site
  const key = slug.toLowerCase()
  const team = organization.teams.get(key) ?? createTeam(site, organization, slug)
  if (permission !== undefined) team.permission = permission
  const wanted = new Map(logins.map(login => world.person(login)).map(account => [account.id, account]))
  for (const account of team.members.values()) {
    if (!wanted.has(account.id)) leaveTeam(site, team, account)
  }
  for (const account of wanted.values()) {
    if (team.members.has(account.id)) continue
    addMember(organization, account, 'member')
    team.members.set(account.id, account)
    emitMembership(site, team, account, 'added')
  }
  return team
}

function createTeam(site: Site, organization: OrganizationRecord, slug: string): TeamRecord {
  const team = site.world.create<TeamRecord>('team', {
    organization: organization.account,
    slug,
    name: slug,
    permission: 'read',
    members: new Map(),
    createdAt: site.world.now(),
  })
  organization.teams.set(slug.toLowerCase(), team)
  emitTeam(site, team, 'created')
  return team
}

export function leaveTeam(site: Site, team: TeamRecord, account: Account): void {
  if (team.members.delete(account.id)) emitMembership(site, team, account, 'removed')
}

export function renameTeam(site: Site, organization: OrganizationRecord, slug: string, to: string): void {
  const team = requireTeam(organization, slug)
  const from = team.name
  organization.teams.delete(slug.toLowerCase())
  team.slug = to
  team.name = to
  organization.teams.set(to.toLowerCase(), team)
  emitTeam(site, team, 'edited', { changes: { name: { from } } })
}

export function deleteTeam(site: Site, organization: OrganizationRecord, slug: string): void {
  const team = requireTeam(organization, slug)
  organization.teams.delete(slug.toLowerCase())
  for (const repository of site.world.repositories.values()) {
    for (const { requestedTeams } of repository.pulls.values()) {
      if (requestedTeams.includes(team)) requestedTeams.splice(requestedTeams.indexOf(team), 1)
    }
  }
  site.world.forget(team)
  emitTeam(site, team, 'deleted')
}

export function requireTeam(organization: OrganizationRecord, slug: string): TeamRecord {
  const team = organization.teams.get(slug.toLowerCase())
  if (team === undefined) throw new Error(`${organization.account.login} has no team ${slug}`)
  return team
}

function emitMembership(site: Site, team: TeamRecord, member: Account, action: 'added' | 'removed'): void {
  const { world, hooks } = site
  hooks.emit({
    event: 'membership',
    action,
    organization: team.organization,
    sender: ownerOf(site, team.organization),
    payload: () => ({ scope: 'team', member: userView(world, member), team: teamView(world, team) }),
  })
}

function emitTeam(site: Site, team: TeamRecord, action: string, extra: Json = {}): void {
  const payload = () => ({ team: teamView(site.world, team), ...extra })
  const { organization } = team
  site.hooks.emit({ event: 'team', action, organization, sender: ownerOf(site, organization), payload })
}

/** A person takes another login: the id stays, the old login is free for others. */
export function renameUser({ world }: Site, login: string, to: string): void {
  const account = world.person(login)
  if (world.account(to) !== undefined) throw new Error(`${to} is taken`)
  world.users.delete(login.toLowerCase())
  account.login = to
  world.users.set(to.toLowerCase(), account)
}

export function install(
  site: Site,
  app: AppRecord,
  account: Account,
  repositories: readonly RepositoryRecord[] | undefined,
): InstallationRecord {
  const { world } = site
  const now = world.now()
  const installation = world.create<InstallationRecord>('installation', {
    app,
    account,
    permissions: app.permissions,
    repositories: repositories === undefined ? undefined : new Set(repositories.map(({ id }) => id)),
    createdAt: now,
    updatedAt: now,
    suspendedAt: null,
  })
  world.installations.set(installation.id, installation)
  emitInstallation(site, installation, 'created')
  return installation
}

export function uninstall(site: Site, installation: InstallationRecord): void {
  emitInstallation(site, installation, 'deleted')
  site.world.installations.delete(installation.id)
}

export function setSuspended(site: Site, installation: InstallationRecord, suspended: boolean): void {
  if (suspended) emitInstallation(site, installation, 'suspend')
  installation.suspendedAt = suspended ? site.world.now() : null
  if (!suspended) emitInstallation(site, installation, 'unsuspend')
}

export function setInstallationPermissions(
  site: Site,
  installation: InstallationRecord,
  permissions: Permissions,
): void {
  installation.permissions = permissions
  installation.updatedAt = site.world.now()
  emitInstallation(site, installation, 'new_permissions_accepted')
}

export function changeInstalledRepositories(
  site: Site,
  installation: InstallationRecord,
  repository: RepositoryRecord,
  action: 'added' | 'removed',
): void {
  const { world, hooks } = site
  const selected = installation.repositories ?? new Set(repositoriesOf(site, installation).map(({ id }) => id))
  installation.repositories = selected
  if (action === 'added') selected.add(repository.id)
  else selected.delete(repository.id)
  const listed = [repositorySummary(repository)]
  hooks.emit({
    event: 'installation_repositories',
    action,
    organization: installation.account,
    app: installation.app,
    sender: ownerOf(site, installation.account),
    payload: () => ({
      installation: installationView(world, installation),
      repository_selection: 'selected',
      repositories_added: action === 'added' ? listed : [],
      repositories_removed: action === 'removed' ? listed : [],
      requester: null,
    }),
  })
}

export function repositoriesOf(
  { world }: Pick<Site, 'world'>,
  { account, repositories }: InstallationRecord,
): RepositoryRecord[] {
  return [...world.repositories.values()].filter(
    repository => repository.owner.id === account.id && (repositories?.has(repository.id) ?? true),
  )
}

function repositorySummary(repository: RepositoryRecord): Json {
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: fullName(repository),
    private: repository.private,
  }
}

function emitInstallation(site: Site, installation: InstallationRecord, action: string): void {
  const { world, hooks } = site
  hooks.emit({
    event: 'installation',
    action,
    organization: installation.account,
    app: installation.app,
    sender: ownerOf(site, installation.account),
    payload: () => ({
      installation: installationView(world, installation),
      repositories: repositoriesOf(site, installation).map(repositorySummary),
      ...(action === 'created' ? { requester: null } : {}),
    }),
  })
}
