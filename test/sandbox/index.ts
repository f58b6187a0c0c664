import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { ensureOrganization, install, renameUser } from './acts/accounts.ts'
import { createApp, type NewApp } from './acts/apps.ts'
import { requestAction, rerequest } from './acts/checks.ts'
import type { Site } from './acts/context.ts'
import { commit } from './acts/pushes.ts'
import { type ApiCall, mountApi } from './api.ts'
import { keyPair } from './auth.ts'
import { Faults } from './faults.ts'
import { type FileContent, GitRepository } from './git.ts'
import { Organization, SandboxApp, type User } from './handles/accounts.ts'
import { PullRequest } from './handles/pull-request.ts'
import { Repository } from './handles/repository.ts'
import { type Delivery, type HookMode, Hooks } from './hooks.ts'
import { type Consent, mountOauth } from './oauth.ts'
import { issuerOf, mountOidc } from './oidc.ts'
import { type AppRecord, type CheckRunRecord, type RepositoryRecord, type Role, World } from './state.ts'
import { mountUi } from './ui/index.ts'

export type { Fault } from './faults.ts'
export type { User } from './handles/accounts.ts'
export type { CommentSummary } from './handles/pull-request.ts'
export type { WorkflowRun } from './handles/workflow-run.ts'
export type { ApiCall, Delivery, Faults, HookMode, Organization, PullRequest, Repository, SandboxApp }

export interface SandboxOptions {
  readonly port?: number
  /** Where the repositories lie; a temporary folder that `close` removes when not given. */
  readonly dir?: string
  readonly clock?: () => Date
  /** Check requests, answers and webhooks against GitHub's description. */
  readonly contract?: boolean
}

export interface RepositoryOptions {
  readonly files?: Readonly<Record<string, FileContent>>
  readonly collaborators?: Readonly<Record<string, Role>>
  readonly defaultBranch?: string
  readonly private?: boolean
}

export type AppOptions = NewApp

const githubActionsAppId = 15_368
const githubActionsBotId = 41_898_282

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'sandbox-')))
  const contract = options.contract === false ? undefined : (await import('./contract/index.ts')).loadContract()
  const world = new World({ clock: options.clock ?? (() => new Date()), dir })
  const violations: string[] = []
  const hooks = new Hooks(world, contract, violations)
  const faults = new Faults()
  const calls: ApiCall[] = []
  const app = new Hono<{ Bindings: HttpBindings }>()
  mountApi(app, { world, hooks, faults, contract, calls, violations })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  // A busy machine must not let a connection end just when the App uses it again.
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const removeDir = options.dir === undefined
  const sandbox = new Sandbox({ world, hooks, faults, calls, violations, server, removeDir })
  mountOidc(app, world)
  mountOauth(app, world)
  mountUi(app, sandbox)
  return sandbox
}

interface Parts {
  readonly world: World
  readonly hooks: Hooks
  readonly faults: Faults
  readonly calls: ApiCall[]
  readonly violations: string[]
  readonly server: Server
  readonly removeDir: boolean
}

/** GitHub on this machine: state in memory, real git on disk, one HTTP server on the loopback interface. */
export class Sandbox {
  readonly #parts: Parts
  readonly #site: Site
  readonly #actions: AppRecord
  readonly faults: Faults

  constructor(parts: Parts) {
    this.#parts = parts
    this.#site = { world: parts.world, hooks: parts.hooks }
    this.faults = parts.faults
    this.#actions = createApp(
      this.#site,
      { slug: 'github-actions', permissions: {}, events: [], webhookSecret: '' },
      { appId: githubActionsAppId, botId: githubActionsBotId },
    )
  }

  get url(): string {
    return this.#parts.world.url
  }
  get apiUrl(): string {
    return `${this.url}/api/v3`
  }
  /** Issuer of the tokens of workflows. */
  get oidcIssuer(): string {
    return issuerOf(this.#parts.world)
  }
  get graphqlUrl(): string {
    return `${this.url}/api/graphql`
  }
  get calls(): readonly ApiCall[] {
    return this.#parts.calls
  }
  get violations(): readonly string[] {
    return this.#parts.violations
  }
  get deliveries(): readonly Delivery[] {
    return this.#parts.hooks.deliveries
  }
  /** How webhooks travel: assign `sandbox.hooks.mode`. */
  get hooks(): Pick<Hooks, 'mode' | 'redeliver' | 'held' | 'release' | 'discard' | 'forget'> {
    return this.#parts.hooks
  }
  /** For the pages: what people do there happens here. */
  get site(): Site {
    return this.#site
  }
  /** The records behind it all, for the sandbox's own pages. */
  get world(): World {
    return this.#parts.world
  }

  resetCalls(): void {
    this.#parts.calls.length = 0
  }

  /** Known from the first mention on. */
  user(login: string): User {
    const { world } = this.#parts
    const { id, nodeId, login: name } = world.person(login)
    const token = world.userTokens.get(id) ?? ''
    return { id, nodeId, login: name, token }
  }

  /** The id stays, the old login is free for others. */
  renameUser(login: string, to: string): void {
    renameUser(this.#site, login, to)
  }

  organization(login: string): Organization {
    return new Organization(this.#site, ensureOrganization(this.#site, login))
  }

  /** Renamed, given to another owner, or both: the id stays. Webhooks about it are of no use to the App and not modelled. */
  moveRepository(repository: Repository, owner: string, name: string): void {
    const { world } = this.#parts
    const { record } = repository
    world.repositories.delete(repository.fullName.toLowerCase())
    record.owner = world.account(owner) ?? world.person(owner)
    record.name = name
    world.repositories.set(`${owner}/${name}`.toLowerCase(), record)
  }

  /** The owner is an organization if there is one of that name, else a person. */
  async repository(owner: string, name: string, options: RepositoryOptions = {}): Promise<Repository> {
    const { world } = this.#parts
    const known = world.repository(owner, name)
    if (known !== undefined) return new Repository(this.#site, known, this.#actions)
    const defaultBranch = options.defaultBranch ?? 'main'
    const now = world.now()
    const account = world.account(owner) ?? world.person(owner)
    const git = await GitRepository.create(join(world.dir, `${owner}/${name}.git`), defaultBranch)
    const record = world.create<RepositoryRecord>('repository', {
      owner: account,
      name,
      private: options.private ?? false,
      defaultBranch,
      createdAt: now,
      pushedAt: now,
      git,
      collaborators: new Map(),
      pulls: new Map(),
      comments: new Map(),
      suites: [],
      checkRuns: [],
      statuses: [],
      protection: new Map(),
      environments: new Map(),
      labels: new Map(),
      milestones: [],
      issues: new Map(),
      deployments: [],
      mergeGroups: [],
      signatures: new Map(),
      lastNumber: 0,
    })
    world.repositories.set(`${owner}/${name}`.toLowerCase(), record)
    const repository = new Repository(this.#site, record, this.#actions)
    for (const [login, role] of Object.entries(options.collaborators ?? {})) repository.setCollaborator(login, role)
    await commit(this.#site, record, defaultBranch, {
      message: 'Initial commit',
      author: account.kind === 'User' ? account.login : `${account.login}-owner`,
      files: options.files ?? { 'README.md': `# ${name}\n` },
    })
    return repository
  }

  repositories(): readonly Repository[] {
    return [...this.#parts.world.repositories.values()].map(one => new Repository(this.#site, one, this.#actions))
  }

  pullRequest(owner: string, name: string, number: number): PullRequest {
    const pull = this.#parts.world.repository(owner, name)?.pulls.get(number)
    if (pull === undefined) throw new Error(`no pull request ${owner}/${name}#${number}`)
    return new PullRequest(this.#site, pull)
  }

  app(options: AppOptions): SandboxApp {
    const { world } = this.#parts
    const pair = keyPair(world.apps.size)
    const record = createApp(this.#site, options, { publicKey: pair.publicKey })
    return this.#handle(record, pair.privateKey)
  }

  /** An App that somebody registered over the pages. */
  registeredApp(slug: string): SandboxApp {
    const record = [...this.#parts.world.apps.values()].find(app => app.slug === slug)
    if (record === undefined) throw new Error(`no App ${slug}`)
    return this.#handle(record, '')
  }

  #handle(record: AppRecord, privateKey: string): SandboxApp {
    const { world } = this.#parts
    return new SandboxApp(this.#site, record, privateKey, (owner, names) => {
      const account = world.account(owner)
      if (account === undefined) throw new Error(`no account ${owner}`)
      const repositories = names?.map(name => {
        const repository = world.repository(owner, name)
        if (repository === undefined) throw new Error(`no repository ${owner}/${name}`)
        return repository
      })
      return install(this.#site, record, account, repositories)
    })
  }

  /** A person presses a button of a check run. */
  requestAction(checkRunId: number, identifier: string, sender: string): void {
    requestAction(this.#site, this.#run(checkRunId), this.#parts.world.person(sender), identifier)
  }

  rerequestCheck(checkRunId: number, sender: string): void {
    rerequest(this.#site, this.#run(checkRunId), this.#parts.world.person(sender))
  }

  #run(id: number): CheckRunRecord {
    for (const { checkRuns } of this.#parts.world.repositories.values()) {
      const run = checkRuns.find(known => known.id === id)
      if (run !== undefined) return run
    }
    throw new Error(`no check run ${id}`)
  }

  /** Who grants when an App asks to know who somebody is: a login, nobody, or whoever answers the page. */
  consent(given: Consent): void {
    this.#parts.world.consent = given
  }

  /** The person takes back what they granted to Apps: those tokens answer 401 from here on. */
  revokeAuthorizations(login: string): void {
    const { world } = this.#parts
    const { id } = world.person(login)
    for (const [token, { actor }] of world.tokens) {
      if (actor.kind === 'user' && actor.app !== undefined && actor.account.id === id) world.tokens.delete(token)
    }
  }

  /** Every token given out until now answers 401 from here on, users' excepted. */
  expireTokens(): void {
    for (const token of this.#parts.world.tokens.values()) if (token.actor.kind === 'installation') token.expiresAt = 0
  }

  /** Resolves when no webhook is queued or under way. */
  idle(): Promise<void> {
    return this.#parts.hooks.idle()
  }

  async close(): Promise<void> {
    const { server, hooks, world, removeDir } = this.#parts
    hooks.close()
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
    for (const { git } of world.repositories.values()) git.close()
    if (removeDir) await rm(world.dir, { recursive: true, force: true, maxRetries: 3 })
  }
}
