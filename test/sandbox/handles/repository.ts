import { type CheckOutput, createCheckRun, createStatus, findCheckRun, updateCheckRun } from '../acts/checks.ts'
import type { Site } from '../acts/context.ts'
import { createDeployment, setDeploymentStatus } from '../acts/deployments.ts'
import { addLabels, editIssue, type IssueEdit, openIssue } from '../acts/issues.ts'
import { type DestroyReason, destroyGroup, enqueue } from '../acts/merge-queue.ts'
import { openPull } from '../acts/pulls.ts'
import { type Change, checkout, commit, receivePush, resolveOrThrow } from '../acts/pushes.ts'
import { type NewRun, startRun } from '../acts/runs.ts'
import { normalizePermissions } from '../auth.ts'
import {
  type Account,
  type Actor,
  type AppRecord,
  type DeploymentStatusRecord,
  fullName,
  type InstallationRecord,
  type IssueRecord,
  type Level,
  type MergeGroupRecord,
  type RepositoryRecord,
  type Role,
  type WorkflowName,
} from '../state.ts'
import { PullRequest, personIn } from './pull-request.ts'
import { type CheckRunSummary, runSummary, type StatusSummary, statusSummary } from './summaries.ts'
import { WorkflowRun } from './workflow-run.ts'

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
    readonly fromFork?: boolean
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
        fromFork: o.fromFork ?? false,
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

  openIssue(login: string, title: string, body: string | null = null): number {
    const actor = { kind: 'user', account: personIn(this.#site, this.#record, login) } as const
    return openIssue(this.#site, this.#record, actor, { title, body }).number
  }

  editIssue(number: number, byLogin: string, edit: IssueEdit): void {
    editIssue(this.#site, this.#issue(number), this.#user(byLogin), edit)
  }

  labelIssue(number: number, byLogin: string, ...names: readonly string[]): void {
    addLabels(this.#site, this.#issue(number), this.#user(byLogin), names)
  }

  /** As a job of GitHub Actions, or by `by`, with a status at once when `state` is given. Returns its id. */
  deploy(o: {
    readonly sha: string
    readonly environment: string
    readonly state?: DeploymentStatusRecord['state']
    readonly by?: string
  }): number {
    const actor = o.by === undefined ? this.#actionsActor() : this.#user(o.by)
    const deployment = createDeployment(this.#site, this.#record, actor, { ref: o.sha, environment: o.environment })
    if (o.state !== undefined) setDeploymentStatus(this.#site, deployment, actor, { state: o.state })
    return deployment.id
  }

  setDeploymentStatus(id: number, state: DeploymentStatusRecord['state']): void {
    const deployment = this.#record.deployments.find(one => one.id === id)
    if (deployment === undefined) throw new Error(`no deployment ${id}`)
    setDeploymentStatus(this.#site, deployment, this.#actionsActor(), { state })
  }

  /** A completed check run of GitHub Actions, as a job of a workflow leaves it; without a conclusion it is in progress. */
  async check(o: {
    readonly sha: string
    readonly name: string
    readonly conclusion?: string
    readonly workflow?: WorkflowName
    readonly output?: CheckOutput
  }): Promise<number> {
    const { sha: headSha, conclusion, ...rest } = o
    const ending = conclusion === undefined ? { status: 'in_progress' } : { status: 'completed', conclusion }
    return (await createCheckRun(this.#site, this.#record, this.#actionsActor(), { headSha, ...rest, ...ending })).id
  }

  completeCheck(id: number, conclusion: string): void {
    updateCheckRun(this.#site, findCheckRun(this.#record, id), this.#actionsActor(), {
      status: 'completed',
      conclusion,
    })
  }

  async status(o: {
    readonly sha: string
    readonly context: string
    readonly state: 'error' | 'failure' | 'pending' | 'success'
    readonly by: string
  }): Promise<void> {
    const fields = { state: o.state, context: o.context, description: null, targetUrl: null }
    await createStatus(this.#site, this.#record, this.#user(o.by), o.sha, fields)
  }

  /** A workflow begins to run. */
  async startRun(o: NewRun): Promise<WorkflowRun> {
    return new WorkflowRun(this.#site, await startRun(this.#site, this.#record, o))
  }

  /** The merge queue puts these pull requests together. The ref and SHAs are those of the webhook. */
  async enqueue(
    numbers: readonly number[],
    o: { readonly squash?: boolean } = {},
  ): Promise<Pick<MergeGroupRecord, 'baseRef' | 'baseSha' | 'headRef' | 'headSha'>> {
    const pulls = numbers.flatMap(number => this.#record.pulls.get(number) ?? [])
    return enqueue(this.#site, pulls, o)
  }

  async destroyGroup(headSha: string, reason: DestroyReason): Promise<void> {
    const group = this.#record.mergeGroups.find(one => one.headSha === headSha)
    if (group === undefined) throw new Error(`no merge group ${headSha}`)
    await destroyGroup(this.#site, group, reason)
  }

  #issue(number: number): IssueRecord {
    const issue = this.#record.issues.get(number)
    if (issue === undefined) throw new Error(`${this.fullName} has no issue #${number}`)
    return issue
  }

  #user(login: string): Actor {
    return { kind: 'user', account: personIn(this.#site, this.#record, login) }
  }

  #actionsActor(): Actor {
    const token = this.actionsToken({ permissions: { contents: 'read', checks: 'write', deployments: 'write' } })
    const actor = this.#site.world.tokens.get(token)?.actor
    if (actor === undefined) throw new Error('the token is gone')
    return actor
  }

  /** What `GET /rules/branches/{branch}` tells; the sandbox itself lets people merge. */
  requireChecks(
    branch: string,
    contexts: readonly string[],
    { appId = null, bypass = [] }: { readonly appId?: number | null; readonly bypass?: readonly string[] } = {},
  ): void {
    this.#record.protection.set(branch, { contexts, appId, bypass })
  }

  /** `rules`: slugs of the Apps that hold deployments to it. */
  environment(name: string, o: { readonly adminsBypass?: boolean; readonly rules?: readonly string[] } = {}): void {
    const { world } = this.#site
    const rules = (o.rules ?? []).map(slug => {
      const app = [...world.apps.values()].find(one => one.slug === slug)
      if (app === undefined) throw new Error(`no App ${slug}`)
      return { id: world.nextId(), app, enabled: true }
    })
    this.#record.environments.set(name, { adminsBypass: o.adminsBypass ?? true, rules })
  }

  /** An administrator takes the App's rule off the environment. What waits, waits on. */
  disableRule(environment: string, slug: string): void {
    const rule = this.#record.environments.get(environment)?.rules.find(one => one.app.slug === slug)
    if (rule === undefined) throw new Error(`${environment} has no rule of ${slug}`)
    rule.enabled = false
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
