import { randomBytes } from 'node:crypto'
import {
  addMember,
  changeInstalledRepositories,
  deleteTeam,
  leaveTeam,
  renameTeam,
  requireTeam,
  setInstallationPermissions,
  setSuspended,
  setTeam,
  uninstall,
} from '../acts/accounts.ts'
import type { Site } from '../acts/context.ts'
import { installationToken, normalizePermissions } from '../auth.ts'
import type {
  AppRecord,
  InstallationRecord,
  Level,
  OrganizationRecord,
  RepositoryRecord,
  Role,
  TeamRecord,
} from '../state.ts'
import { clientId } from '../views/accounts.ts'

export interface User {
  readonly id: number
  readonly nodeId: string
  readonly login: string
  readonly token: string
}

export interface Team {
  readonly id: number
  readonly nodeId: string
  readonly slug: string
  readonly name: string
  readonly members: readonly string[]
}

function teamSummary({ id, nodeId, slug, name, members }: TeamRecord): Team {
  return { id, nodeId, slug, name, members: [...members.values()].map(({ login }) => login) }
}

export class Organization {
  readonly #site: Site
  readonly #record: OrganizationRecord

  constructor(site: Site, record: OrganizationRecord) {
    this.#site = site
    this.#record = record
  }

  get id(): number {
    return this.#record.account.id
  }
  get nodeId(): string {
    return this.#record.account.nodeId
  }
  get login(): string {
    return this.#record.account.login
  }

  member(login: string, role: 'admin' | 'member' = 'member'): void {
    addMember(this.#record, this.#site.world.person(login), role)
  }

  removeMember(login: string): void {
    const account = this.#site.world.person(login)
    for (const team of this.#record.teams.values()) leaveTeam(this.#site, team, account)
    this.#record.members.delete(account.id)
  }

  /** What members may do in every repository of the organization; `read` at first. */
  setBasePermission(role: Role): void {
    this.#record.basePermission = role
  }

  /** Creates the team, or gives it exactly these members. `permission` holds for all repositories of the organization. */
  team(slug: string, members: readonly string[], o: { readonly permission?: Role } = {}): Team {
    return teamSummary(setTeam(this.#site, this.#record, slug, members, o.permission))
  }

  removeFromTeam(slug: string, login: string): void {
    leaveTeam(this.#site, requireTeam(this.#record, slug), this.#site.world.person(login))
  }

  renameTeam(slug: string, to: string): void {
    renameTeam(this.#site, this.#record, slug, to)
  }

  deleteTeam(slug: string): void {
    deleteTeam(this.#site, this.#record, slug)
  }

  teams(): readonly Team[] {
    return [...this.#record.teams.values()].map(teamSummary)
  }
}

export class Installation {
  readonly #site: Site
  readonly #record: InstallationRecord

  constructor(site: Site, record: InstallationRecord) {
    this.#site = site
    this.#record = record
  }

  get id(): number {
    return this.#record.id
  }
  get account(): string {
    return this.#record.account.login
  }

  /** A token as the App would get it, without the JWT. */
  token(permissions?: Readonly<Record<string, Level>>): string {
    const wanted = permissions === undefined ? {} : { permissions: normalizePermissions(permissions) }
    return installationToken(this.#site.world, this.#record, wanted).token
  }

  addRepository(name: string): void {
    changeInstalledRepositories(this.#site, this.#record, this.#repository(name), 'added')
  }

  removeRepository(name: string): void {
    changeInstalledRepositories(this.#site, this.#record, this.#repository(name), 'removed')
  }

  suspend(): void {
    setSuspended(this.#site, this.#record, true)
  }

  unsuspend(): void {
    setSuspended(this.#site, this.#record, false)
  }

  uninstall(): void {
    uninstall(this.#site, this.#record)
  }

  #repository(name: string): RepositoryRecord {
    const repository = this.#site.world.repository(this.account, name)
    if (repository === undefined) throw new Error(`no repository ${this.account}/${name}`)
    return repository
  }
}

export class SandboxApp {
  readonly #site: Site
  readonly #record: AppRecord
  readonly #install: (owner: string, repositories?: readonly string[]) => InstallationRecord
  readonly privateKey: string

  constructor(
    site: Site,
    record: AppRecord,
    privateKey: string,
    install: (owner: string, repositories?: readonly string[]) => InstallationRecord,
  ) {
    this.#site = site
    this.#record = record
    this.#install = install
    this.privateKey = privateKey
  }

  get id(): number {
    return this.#record.id
  }
  get slug(): string {
    return this.#record.slug
  }
  get botLogin(): string {
    return this.#record.bot.login
  }
  get webhookSecret(): string {
    return this.#record.webhookSecret
  }

  /** On all repositories of the account, or on these. */
  install(owner: string, repositories?: readonly string[]): Installation {
    return new Installation(this.#site, this.#install(owner, repositories))
  }

  get clientId(): string {
    return clientId(this.#record)
  }

  /** A new one; those from before stay good. */
  clientSecret(): string {
    const secret = randomBytes(20).toString('hex')
    this.#record.clientSecrets.push(secret)
    return secret
  }

  addCallbackUrl(url: string): void {
    this.#record.callbackUrls.push(url)
  }

  setWebhookUrl(url: string | undefined): void {
    this.#record.webhookUrl = url
  }

  /** Changes the App and, as if every owner accepted, its installations. Tokens given out before keep what they had. */
  setPermissions(permissions: Readonly<Record<string, Level>>): void {
    this.#record.permissions = normalizePermissions(permissions)
    for (const installation of this.#site.world.installations.values()) {
      if (installation.app === this.#record) {
        setInstallationPermissions(this.#site, installation, this.#record.permissions)
      }
    }
  }

  /** GitHub pings an App's hook when it is set up. */
  ping(): void {
    this.#site.hooks.ping(this.#record)
  }
}
