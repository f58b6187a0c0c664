import { forbidden, notFound } from './errors.ts'
import type { Account, Actor, AppRecord, InstallationRecord, Level, RepositoryRecord, Role, World } from './state.ts'

const order: readonly Role[] = ['none', 'read', 'triage', 'write', 'admin']

export function atLeast(role: Role, wanted: Role): boolean {
  return order.indexOf(role) >= order.indexOf(wanted)
}

/** The role that GitHub would show for a person: the best of owner, collaborator, organization and teams. */
export function roleOf(world: World, repository: RepositoryRecord, account: Account): Role {
  if (repository.owner.id === account.id) return 'admin'
  const roles: Role[] = [repository.collaborators.get(account.id)?.role ?? 'none']
  const organization = world.organizationOf(repository.owner)
  const member = organization?.members.get(account.id)
  if (organization !== undefined && member !== undefined) {
    roles.push(member.role === 'admin' ? 'admin' : organization.basePermission)
    for (const team of organization.teams.values()) if (team.members.has(account.id)) roles.push(team.permission)
  }
  return roles.reduce((best, role) => (atLeast(role, best) ? role : best), 'none')
}

/** Public repositories can be read, commented and reviewed by everybody, but that is no role in them. */
export function canSee(world: World, repository: RepositoryRecord, actor: Actor): boolean {
  switch (actor.kind) {
    case 'installation':
      return installationHas(actor.installation, repository) && (actor.repositories?.has(repository.id) ?? true)
    case 'user':
      return (
        !repository.private ||
        (roleOf(world, repository, actor.account) !== 'none' && reachedBy(world, repository, actor.app) !== null)
      )
    default:
      return !repository.private
  }
}

export function installationHas(installation: InstallationRecord, repository: RepositoryRecord): boolean {
  return (
    installation.account.id === repository.owner.id &&
    installation.suspendedAt === null &&
    (installation.repositories?.has(repository.id) ?? true)
  )
}

/** The installation by which an App reaches the repository; `undefined` where no App acts, `null` where it does not. */
function reachedBy(
  world: World,
  repository: RepositoryRecord,
  app: AppRecord | undefined,
): InstallationRecord | null | undefined {
  if (app === undefined) return undefined
  return [...world.installations.values()].find(one => one.app === app && installationHas(one, repository)) ?? null
}

/** Any one of `permissions` is enough for an App; a person needs `role`. */
export interface Needs {
  readonly permissions: readonly string[]
  readonly level: Level
  readonly role: Role
}

export function requireAccess(world: World, repository: RepositoryRecord, actor: Actor, needs: Needs): void {
  if (!canSee(world, repository, actor)) throw notFound()
  if (actor.kind === 'installation') {
    const granted = needs.permissions.some(
      name => name === 'metadata' || levelCovers(actor.permissions[name], needs.level),
    )
    if (!granted) throw forbidden()
    return
  }
  const by = actor.kind === 'user' ? reachedBy(world, repository, actor.app) : undefined
  const granted = needs.permissions.some(name => name === 'metadata' || levelCovers(by?.permissions[name], needs.level))
  // What the App was not granted it cannot do in a person's name; reading what is public needs no grant.
  if (by !== undefined && !granted && (repository.private || needs.level === 'write')) throw forbidden()
  if (needs.level === 'read' && needs.role === 'read') return
  if (actor.kind !== 'user') throw forbidden('Requires authentication')
  const role = roleOf(world, repository, actor.account)
  if (needs.role !== 'read' && !atLeast(role, needs.role)) {
    throw forbidden(`Must have ${needs.role} rights to Repository.`)
  }
}

export function levelCovers(granted: Level | undefined, wanted: Level): boolean {
  return granted === 'write' || granted === wanted
}

/** The account that acts; an App with its own JWT acts as nobody. */
export function accountOf(actor: Actor): Account {
  if (actor.kind === 'user' || actor.kind === 'installation') return actor.account
  throw forbidden('Requires authentication')
}

export function appOf(actor: Actor): AppRecord | null {
  return actor.kind === 'installation' ? actor.app : null
}

export function association(world: World, repository: RepositoryRecord, account: Account): string {
  if (repository.owner.id === account.id) return 'OWNER'
  if (world.organizationOf(repository.owner)?.members.has(account.id)) return 'MEMBER'
  return repository.collaborators.has(account.id) ? 'COLLABORATOR' : account.kind === 'Bot' ? 'NONE' : 'CONTRIBUTOR'
}
