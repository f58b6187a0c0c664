import type { Site } from '../acts/context.ts'
import { openPull } from '../acts/pulls.ts'
import { type Change, checkout, commit, receivePush, resolveOrThrow } from '../acts/pushes.ts'
import { normalizePermissions } from '../auth.ts'
import {
  type Account,
  type AppRecord,
  fullName,
  type InstallationRecord,
  type Level,
  type RepositoryRecord,
  type Role,
} from '../state.ts'
import { PullRequest, personIn } from './pull-request.ts'
import { type CheckRunSummary, runSummary, type StatusSummary, statusSummary } from './summaries.ts'

export class Repository {
  readonly #site: Site
  readonly #record: RepositoryRecord
  readonly #actions: AppRecord

  constructor(site: Site, record: RepositoryRecord, actions: AppRecord) {
    this.#site = site
    this.#record = record
    this.#actions = actions
  }

  get id(): number {
    return this.#record.id
  }
  get nodeId(): string {
    return this.#record.nodeId
  }
  get owner(): string {
    return this.#record.owner.login
  }
  get name(): string {
    return this.#record.name
  }
  get fullName(): string {
    return fullName(this.#record)
  }
  get private(): boolean {
    return this.#record.private
  }
  get defaultBranch(): string {
    return this.#record.defaultBranch
  }
  get gitDir(): string {
    return this.#record.git.dir
  }

  /** The new commit's SHA. Pushes at once: `push`, and `pull_request.synchronize` where the branch is a head. */
  commit(branch: string, change: Change): Promise<string> {
    return commit(this.#site, this.#record, branch, change)
  }

  /** Take over what somebody wrote with a real `git push` to `gitDir`. */
  async pushed(byLogin: string): Promise<void> {
    await receivePush(this.#site, this.#record, this.#site.world.person(byLogin))
  }

  async openPullRequest(o: {
    readonly title: string
    readonly body?: string
    readonly head: string
    readonly base?: string
    readonly author: string
    readonly draft?: boolean
  }): Promise<PullRequest> {
    const account = personIn(this.#site, this.#record, o.author)
    const pull = await openPull(
      this.#site,
      this.#record,
      { kind: 'user', account },
      {
        title: o.title,
        body: o.body ?? null,
        head: o.head,
        base: o.base ?? this.#record.defaultBranch,
        draft: o.draft ?? false,
      },
    )
    return new PullRequest(this.#site, pull)
  }

  pull(number: number): PullRequest {
    const pull = this.#record.pulls.get(number)
    if (pull === undefined) throw new Error(`${this.fullName} has no pull request #${number}`)
    return new PullRequest(this.#site, pull)
  }

  pulls(): readonly PullRequest[] {
    return [...this.#record.pulls.values()].map(pull => new PullRequest(this.#site, pull))
  }

  /** A clone with full history and `origin` set, as a runner leaves it. `refs/pull/N/merge` is made when asked for. */
  async checkout(ref: string, dir: string): Promise<void> {
    const number = /^refs\/pull\/(\d+)\/merge$/.exec(ref)?.[1]
    if (number !== undefined) await this.pull(Number(number)).mergeRef()
    await checkout(this.#record, ref, dir)
  }

  setCollaborator(login: string, role: Role): void {
    const account = this.#site.world.person(login)
    if (role === 'none') this.#record.collaborators.delete(account.id)
    else this.#record.collaborators.set(account.id, { account, role })
  }

  /** What `GET /rules/branches/{branch}` tells; the sandbox itself lets people merge. */
  requireChecks(branch: string, contexts: readonly string[]): void {
    this.#record.protection.set(branch, contexts)
  }

  /**
   * The GITHUB_TOKEN of a workflow in this repository. Without `permissions`, what GitHub gives new repositories:
   * reading contents and packages.
   */
  actionsToken(o: { readonly permissions?: Readonly<Record<string, Level>> } = {}): string {
    const { world } = this.#site
    const app = this.#actions
    const permissions = normalizePermissions(o.permissions ?? { contents: 'read', packages: 'read' })
    const repositories = new Set([this.#record.id])
    const now = world.now()
    const installation: InstallationRecord = {
      id: this.#record.id,
      nodeId: `actions:${this.#record.id}`,
      born: 0,
      app,
      account: this.#record.owner,
      permissions,
      repositories,
      createdAt: now,
      updatedAt: now,
      suspendedAt: null,
    }
    const account: Account = app.bot
    return world.issueToken('ghs', { kind: 'installation', account, app, installation, permissions, repositories })
      .token
  }

  checkRuns(sha: string): readonly CheckRunSummary[] {
    return this.#record.checkRuns.filter(run => run.headSha === sha).map(runSummary)
  }

  statuses(sha: string): readonly StatusSummary[] {
    return this.#record.statuses.filter(status => status.sha === sha).map(statusSummary)
  }

  baseSha(branch = this.defaultBranch): string {
    return resolveOrThrow(this.#record.git, branch)
  }

  /** Branches by name, with the SHA of their tips. */
  branches(): ReadonlyMap<string, string> {
    const heads = [...this.#record.git.refs].filter(([ref]) => ref.startsWith('refs/heads/'))
    return new Map(heads.map(([ref, sha]) => [ref.slice('refs/heads/'.length), sha]))
  }

  /** For the pages of the sandbox, which show what the API would. */
  get record(): RepositoryRecord {
    return this.#record
  }
}
