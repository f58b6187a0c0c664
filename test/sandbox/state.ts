import { randomBytes } from 'node:crypto'
import type { GitRepository } from './git.ts'
import type { CommitInfo } from './git-objects.ts'
import type { Consent } from './oauth.ts'

export type Role = 'none' | 'read' | 'triage' | 'write' | 'admin'
export type Level = 'read' | 'write'
export type Permissions = Readonly<Record<string, Level>>
export type Json = Record<string, unknown>

/** What every record has: GitHub's two names for it, and the moment it was made, for a list that lags behind. */
export interface Entity {
  readonly id: number
  readonly nodeId: string
  /** Milliseconds of `performance.now()`, so that an injected clock does not disturb it. */
  readonly born: number
}

export interface Account extends Entity {
  readonly kind: 'User' | 'Organization' | 'Bot'
  login: string
  readonly createdAt: string
}

export interface TeamRecord extends Entity {
  readonly organization: Account
  slug: string
  name: string
  /** What the team may do in the organization's repositories. */
  permission: Role
  readonly members: Map<number, Account>
  readonly createdAt: string
}

export interface OrganizationRecord {
  readonly account: Account
  readonly members: Map<number, { readonly account: Account; role: 'admin' | 'member' }>
  readonly teams: Map<string, TeamRecord>
  basePermission: Role
}

/** A ruleset with one rule: these checks must pass. */
export interface Protection {
  readonly contexts: readonly string[]
  /** The only app whose check counts; `null`: anybody's. */
  readonly appId: number | null
  /** Who may pass over it, as GitHub names the kinds of actors. */
  readonly bypass: readonly string[]
}

export interface RepositoryRecord extends Entity {
  owner: Account
  name: string
  readonly private: boolean
  readonly defaultBranch: string
  readonly createdAt: string
  pushedAt: string
  readonly git: GitRepository
  readonly collaborators: Map<number, { readonly account: Account; role: Role }>
  readonly pulls: Map<number, PullRecord>
  readonly comments: Map<number, CommentRecord>
  readonly suites: SuiteRecord[]
  readonly checkRuns: CheckRunRecord[]
  readonly statuses: StatusRecord[]
  readonly protection: Map<string, Protection>
  /** By name. */
  readonly environments: Map<string, EnvironmentRecord>
  /** By lower-case name. */
  readonly labels: Map<string, LabelRecord>
  readonly milestones: MilestoneRecord[]
  /** Those that are no pull requests; numbers are shared. */
  readonly issues: Map<number, IssueRecord>
  readonly deployments: DeploymentRecord[]
  readonly mergeGroups: MergeGroupRecord[]
  /** Commits that GitHub shows as verified, and whose key that was. */
  readonly signatures: Map<string, 'author' | 'github'>
  lastNumber: number
}

export interface EnvironmentRecord {
  /** Administrators may pass over its rules. */
  readonly adminsBypass: boolean
  /** Apps whose word a deployment to it waits for. */
  readonly rules: { readonly id: number; readonly app: AppRecord; enabled: boolean }[]
}

export interface LabelRecord extends Entity {
  readonly repository: RepositoryRecord
  readonly name: string
  readonly color: string
}

export interface MilestoneRecord extends Entity {
  readonly repository: RepositoryRecord
  readonly number: number
  readonly title: string
  readonly creator: Account
  readonly createdAt: string
}

/** What issues and pull requests have in common. */
export interface Tagged {
  readonly labels: LabelRecord[]
  milestone: MilestoneRecord | null
}

export interface IssueRecord extends Entity, Tagged {
  readonly repository: RepositoryRecord
  readonly number: number
  readonly author: Account
  title: string
  body: string | null
  state: 'open' | 'closed'
  readonly createdAt: string
  updatedAt: string
  closedAt: string | null
}

export interface DeploymentRecord extends Entity {
  readonly repository: RepositoryRecord
  readonly sha: string
  readonly ref: string
  readonly environment: string
  readonly creator: Account
  readonly createdAt: string
  /** Run whose job it is; `null`: somebody wrote it down. */
  readonly runId: number | null
  readonly statuses: DeploymentStatusRecord[]
}

export interface DeploymentStatusRecord extends Entity {
  readonly deployment: DeploymentRecord
  readonly state: 'error' | 'failure' | 'inactive' | 'pending' | 'success' | 'queued' | 'in_progress'
  readonly description: string
  readonly creator: Account
  readonly createdAt: string
}

/** Pull requests that the merge queue tests together on top of a base. */
export interface MergeGroupRecord extends Entity {
  readonly repository: RepositoryRecord
  readonly pulls: readonly PullRecord[]
  readonly baseRef: string
  readonly baseSha: string
  readonly headRef: string
  readonly headSha: string
}

export interface PullStats {
  readonly mergeBase: string
  readonly additions: number
  readonly deletions: number
  readonly changedFiles: number
  readonly commits: number
}

export interface PullRecord extends Entity, Tagged {
  readonly repository: RepositoryRecord
  readonly number: number
  readonly issueId: number
  readonly author: Account
  title: string
  body: string | null
  state: 'open' | 'closed'
  draft: boolean
  readonly fromFork: boolean
  readonly headRef: string
  headSha: string
  baseRef: string
  /** As GitHub keeps it: the tip of the base branch when the head last moved, not now. */
  baseSha: string
  stats: PullStats
  readonly createdAt: string
  updatedAt: string
  closedAt: string | null
  mergedAt: string | null
  mergedBy: Account | null
  mergeCommitSha: string | null
  /** Commits that its merge has put on the base branch. */
  readonly landed: string[]
  readonly requestedUsers: Account[]
  readonly requestedTeams: TeamRecord[]
  readonly reviews: ReviewRecord[]
  readonly comments: CommentRecord[]
}

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'

export interface ReviewRecord extends Entity {
  readonly pull: PullRecord
  readonly author: Account
  state: ReviewState
  body: string
  readonly commitSha: string
  readonly createdAt: string
  submittedAt: string | null
  updatedAt: string
}

export interface CommentRecord extends Entity {
  readonly pull: PullRecord
  readonly author: Account
  readonly app: AppRecord | null
  body: string
  readonly createdAt: string
  updatedAt: string
  editor: Account | null
  lastEditedAt: string | null
  minimized: string | null
}

export interface Annotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column: number | null
  readonly end_column: number | null
  readonly annotation_level: 'notice' | 'warning' | 'failure'
  readonly message: string
  readonly title: string | null
  readonly raw_details: string | null
}

export interface CheckAction {
  readonly label: string
  readonly description: string
  readonly identifier: string
}

export interface WorkflowName {
  readonly name: string
  readonly event: string
}

export interface SuiteRecord extends Entity {
  readonly repository: RepositoryRecord
  readonly app: AppRecord
  readonly headSha: string
  readonly headBranch: string | null
  /** Workflow of GitHub Actions behind it. */
  readonly workflow: WorkflowName | null
  readonly createdAt: string
  updatedAt: string
}

export interface CheckRunRecord extends Entity {
  readonly repository: RepositoryRecord
  readonly app: AppRecord
  readonly suite: SuiteRecord
  readonly headSha: string
  name: string
  status: string
  conclusion: string | null
  startedAt: string | null
  completedAt: string | null
  externalId: string
  detailsUrl: string
  title: string | null
  summary: string | null
  text: string | null
  readonly annotations: Annotation[]
  actions: readonly CheckAction[]
}

/** A run of a workflow. */
export interface RunRecord {
  readonly id: number
  readonly repository: RepositoryRecord
  /** Another one for a pull request from a fork. */
  readonly headRepository: RepositoryRecord
  readonly event: string
  readonly headSha: string
  readonly commit: CommitInfo
  readonly sha: string
  readonly ref: string
  readonly path: string
  readonly jobWorkflowRef: string | null
  attempt: number
  status: string
  conclusion: string | null
  startedAt: string
  readonly createdAt: string
  readonly artifacts: ArtifactRecord[]
  /** Jobs of this attempt that deploy, in the order in which they were reached. */
  readonly gated: GatedRecord[]
}

/** A job that deploys to an environment with rules. */
export interface GatedRecord {
  readonly environment: string
  readonly attempt: number
  readonly deployment: DeploymentRecord
  /** Ids of the Apps whose word is still awaited. */
  readonly awaited: Set<number>
  /** What Apps have said of it, in order; `state` null: a report. */
  readonly said: { readonly app: string; readonly state: 'approved' | 'rejected' | null; readonly comment: string }[]
  state: 'waiting' | 'released' | 'ended'
}

export interface ArtifactRecord {
  readonly id: number
  readonly name: string
  readonly zip: Buffer
  readonly createdAt: string
}

export interface StatusRecord extends Entity {
  readonly repository: RepositoryRecord
  readonly sha: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  readonly context: string
  readonly description: string | null
  readonly targetUrl: string | null
  readonly creator: Account
  readonly createdAt: string
}

export interface AppRecord extends Entity {
  readonly slug: string
  readonly owner: Account
  readonly bot: Account
  readonly publicKey: string
  readonly webhookSecret: string
  webhookUrl: string | undefined
  /** Where people are sent back to after signing in. */
  readonly callbackUrls: string[]
  readonly clientSecrets: string[]
  permissions: Permissions
  readonly events: readonly string[]
  readonly createdAt: string
}

/** What GitHub hands out once for the code of a registration. */
export interface Conversion {
  readonly app: AppRecord
  /** PEM, PKCS#1. */
  readonly privateKey: string
  readonly clientSecret: string
}

export interface InstallationRecord extends Entity {
  readonly app: AppRecord
  readonly account: Account
  permissions: Permissions
  /** Undefined: all repositories of the account. */
  repositories: Set<number> | undefined
  readonly createdAt: string
  updatedAt: string
  suspendedAt: string | null
}

export type Actor =
  | { readonly kind: 'anonymous' }
  /** `app`: by a token that the person granted to an App, which can do no more than both can. */
  | { readonly kind: 'user'; readonly account: Account; readonly app?: AppRecord }
  | { readonly kind: 'app'; readonly app: AppRecord }
  /** An App by its client id and secret. */
  | { readonly kind: 'client'; readonly app: AppRecord }
  | {
      readonly kind: 'installation'
      readonly account: Account
      readonly app: AppRecord
      readonly installation: InstallationRecord
      readonly permissions: Permissions
      /** Undefined: everything that the installation has. */
      readonly repositories: ReadonlySet<number> | undefined
    }

export interface Token {
  readonly actor: Actor
  /** Epoch milliseconds of the real clock: clients compare with theirs. */
  expiresAt: number
}

const nodePrefixes = {
  user: 'U',
  organization: 'O',
  bot: 'BOT',
  team: 'T',
  repository: 'R',
  pull: 'PR',
  issue: 'I',
  review: 'PRR',
  comment: 'IC',
  suite: 'CS',
  run: 'CR',
  status: 'SC',
  label: 'LA',
  milestone: 'MI',
  deployment: 'DE',
  deploymentStatus: 'DES',
  mergeGroup: 'MG',
  app: 'A',
  installation: 'MDIzOk',
} as const

export type EntityKind = keyof typeof nodePrefixes

/** Everything that this GitHub knows, and the names under which it is found. */
export class World {
  readonly users = new Map<string, Account>()
  readonly userTokens = new Map<number, string>()
  readonly organizations = new Map<string, OrganizationRecord>()
  readonly repositories = new Map<string, RepositoryRecord>()
  readonly apps = new Map<number, AppRecord>()
  readonly installations = new Map<number, InstallationRecord>()
  /** Apps registered from a manifest whose code nobody has traded yet. */
  readonly conversions = new Map<string, Conversion>()
  readonly tokens = new Map<string, Token>()
  /** Of workflows. */
  readonly runs = new Map<number, RunRecord>()
  readonly nodes = new Map<string, { readonly kind: EntityKind; readonly record: Entity }>()
  readonly clock: () => Date
  readonly dir: string
  /** What comes of an App asking to know who somebody is. */
  consent: Consent = 'ask'
  url = ''
  /** Milliseconds by which GitHub's clock is ahead of this machine's, as far as tokens and the Date header show it. */
  skewMs = 0
  #lastId = 1000

  constructor(options: { readonly clock: () => Date; readonly dir: string }) {
    this.clock = options.clock
    this.dir = options.dir
  }

  get apiUrl(): string {
    return `${this.url}/api/v3`
  }

  /** GitHub's times have no fractions of a second. */
  now(): string {
    return this.clock()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
  }

  nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  /** Gives a new record its identity and makes `node(id)` find it. */
  create<T extends Entity>(kind: EntityKind, fields: Omit<T, keyof Entity> & { readonly id?: number }): T {
    const id = fields.id ?? this.nextId()
    const nodeId = `${nodePrefixes[kind]}_${Buffer.from(`${kind}:${id}`).toString('base64url')}`
    const record = { born: performance.now(), ...fields, id, nodeId } as unknown as T
    this.nodes.set(nodeId, { kind, record })
    return record
  }

  forget(record: Entity): void {
    this.nodes.delete(record.nodeId)
  }

  issueToken(
    prefix: string,
    actor: Actor,
    lifetimeMs = Number.POSITIVE_INFINITY,
  ): { token: string; expiresAt: number } {
    const token = `${prefix}_${randomBytes(18).toString('hex')}`
    const expiresAt = Date.now() + lifetimeMs
    this.tokens.set(token, { actor, expiresAt })
    return { token, expiresAt }
  }

  account(login: string): Account | undefined {
    const key = login.toLowerCase()
    return this.users.get(key) ?? this.organizations.get(key)?.account
  }

  /** The person of that login, made on first mention, with the token that acts for them. */
  person(login: string): Account {
    const key = login.toLowerCase()
    const known = this.users.get(key)
    if (known !== undefined) return known
    if (this.organizations.has(key)) throw new Error(`${login} is an organization`)
    const account = this.create<Account>('user', { kind: 'User', login, createdAt: this.now() })
    this.users.set(key, account)
    this.userTokens.set(account.id, this.issueToken('ghp', { kind: 'user', account }).token)
    return account
  }

  repository(owner: string, name: string): RepositoryRecord | undefined {
    return this.repositories.get(`${owner}/${name}`.toLowerCase())
  }

  organizationOf(account: Account): OrganizationRecord | undefined {
    return account.kind === 'Organization' ? this.organizations.get(account.login.toLowerCase()) : undefined
  }
}

export function fullName(repository: RepositoryRecord): string {
  return `${repository.owner.login}/${repository.name}`
}
