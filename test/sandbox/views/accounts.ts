import type { Account, AppRecord, InstallationRecord, Json, OrganizationRecord, TeamRecord, World } from '../state.ts'

export function userView(world: World, account: Account): Json {
  const api = `${world.apiUrl}/users/${encodeURIComponent(account.login)}`
  const html = account.kind === 'Bot' ? `apps/${account.login.replace(/\[bot\]$/, '')}` : account.login
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: `${world.url}/avatars/${account.id}`,
    gravatar_id: '',
    url: api,
    html_url: `${world.url}/${html}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.kind,
    user_view_type: 'public',
    site_admin: false,
  }
}

export function publicUserView(world: World, account: Account): Json {
  return {
    ...userView(world, account),
    name: account.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.createdAt,
  }
}

export function organizationView(world: World, { login, id, nodeId }: Account): Json {
  const api = `${world.apiUrl}/orgs/${login}`
  return {
    login,
    id,
    node_id: nodeId,
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: `${world.url}/avatars/${id}`,
    description: null,
  }
}

export function organizationFullView(world: World, { account }: OrganizationRecord): Json {
  const repositories = [...world.repositories.values()].filter(({ owner }) => owner.id === account.id)
  return {
    ...organizationView(world, account),
    name: account.login,
    is_verified: false,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: repositories.filter(repository => !repository.private).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${world.url}/${account.login}`,
    created_at: account.createdAt,
    updated_at: account.createdAt,
    archived_at: null,
    type: 'Organization',
  }
}

const permissionNames = { none: 'pull', read: 'pull', triage: 'triage', write: 'push', admin: 'admin' } as const

export function teamView(world: World, team: TeamRecord): Json {
  const api = `${world.apiUrl}/organizations/${team.organization.id}/team/${team.id}`
  return {
    id: team.id,
    node_id: team.nodeId,
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: permissionNames[team.permission],
    url: api,
    html_url: `${world.url}/orgs/${team.organization.login}/teams/${team.slug}`,
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    type: 'organization',
    organization_id: team.organization.id,
    parent: null,
  }
}

export function teamFullView(world: World, team: TeamRecord): Json {
  const organization = world.organizationOf(team.organization)
  if (organization === undefined) throw new Error(`team ${team.slug} has no organization`)
  return {
    ...teamView(world, team),
    members_count: team.members.size,
    repos_count: [...world.repositories.values()].filter(({ owner }) => owner.id === team.organization.id).length,
    created_at: team.createdAt,
    updated_at: team.createdAt,
    organization: organizationFullView(world, organization),
  }
}

export function appView(world: World, app: AppRecord): Json {
  return {
    id: app.id,
    client_id: clientId(app),
    slug: app.slug,
    node_id: app.nodeId,
    owner: userView(world, app.owner),
    name: app.slug,
    description: null,
    external_url: `${world.url}/apps/${app.slug}`,
    html_url: `${world.url}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: { metadata: 'read', ...app.permissions },
    events: app.events,
  }
}

export function clientId(app: AppRecord): string {
  return `Iv1.${app.id.toString(16).padStart(16, '0')}`
}

export function installationView(world: World, installation: InstallationRecord): Json {
  const { app, account, id } = installation
  return {
    id,
    client_id: clientId(app),
    node_id: installation.nodeId,
    account: userView(world, account),
    repository_selection: installation.repositories === undefined ? 'all' : 'selected',
    access_tokens_url: `${world.apiUrl}/app/installations/${id}/access_tokens`,
    repositories_url: `${world.apiUrl}/installation/repositories`,
    html_url: `${world.url}/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.kind,
    permissions: { metadata: 'read', ...installation.permissions },
    events: app.events,
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: installation.suspendedAt,
  }
}
