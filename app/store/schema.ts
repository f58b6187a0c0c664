import type { Generated } from 'kysely'

/** Epoch milliseconds. */
export type Millis = number
/** SQLite has no boolean, and one query text serves both databases. */
export type Flag = 0 | 1

/** Tables as Kysely sees them (the columns are the snake_case of these names). Ids of GitHub are text: they may pass 2^53. */
export interface Schema {
  readonly lane: LaneTable
  readonly inbox: InboxTable
  readonly outbox: OutboxTable
  readonly ledger: LedgerTable
  readonly ledgerPerson: LedgerPersonTable
  readonly chainHead: ChainHeadTable
  readonly ledgerHold: LedgerHoldTable
  readonly subject: SubjectTable
  readonly render: RenderTable
  readonly installation: InstallationTable
  readonly repository: RepositoryTable
  readonly cache: CacheTable
  readonly pace: PaceTable
  readonly turn: TurnTable
  readonly waitingDeployment: WaitingDeploymentTable
  readonly evidence: EvidenceTable
  readonly oidcToken: OidcTokenTable
  readonly webSession: WebSessionTable
  readonly webState: WebStateTable
  readonly wish: WishTable
}

/** One queue per pull request, repository or installation; its jobs run one after the other. */
export interface LaneTable {
  key: string
  /** When its first open job is due; null: no open job. */
  readyAt: Millis | null
  leaseUntil: Generated<Millis>
  /** Whose lane it is, so that none takes all workers; empty: nobody's. */
  installationId: Generated<string>
  /** Counts claims. A worker whose number is no longer this one has lost the lane. */
  fence: Generated<number>
}

export interface InboxTable {
  id: Generated<number>
  /** `X-GitHub-Delivery`; `internal:<uuid>` for jobs of our own. */
  deliveryId: string
  lane: string
  event: string
  action: string | null
  installationId: string | null
  repoId: string | null
  bodySha256: string
  /** JSON as it was signed; empty once purged. */
  payload: string
  receivedAt: Millis
  runAt: Millis
  attempts: Generated<number>
  /** Raised by each request that was merged into an open job. */
  generation: Generated<number>
  coalesceKey: string | null
  doneAt: Millis | null
  deadAt: Millis | null
  lastError: string | null
}

export interface OutboxTable {
  id: Generated<number>
  key: string
  kind: string
  installationId: string
  repoId: string
  body: string
  generation: Generated<number>
  runAt: Millis
  attempts: Generated<number>
  leaseUntil: Generated<Millis>
  fence: Generated<number>
  lastError: string | null
  deadAt: Millis | null
}

export interface LedgerTable {
  seq: Generated<number>
  version: number
  repoId: string
  chainSeq: number
  subject: string
  headSha: string
  baseRef: string
  policySha256: string
  checklist: string
  itemId: string
  itemHash: string
  actorId: string
  actorType: string
  signerId: string
  decision: string
  via: string
  source: string
  bodyHash: string
  /** JSON object of path to content identity, or `null`. */
  covered: string
  at: Millis
  idem: string
  environment: string | null
  patchSha256: string | null
  /** JSON list of texts. */
  conditions: string | null
  onBehalfOf: string | null
  expiresAt: string | null
  personalHash: string
  prevHash: string
  hash: string
}

/** What may be deleted on request; the chain holds a salted hash of it. */
export interface LedgerPersonTable {
  repoId: string
  chainSeq: number
  salt: string
  login: string
  reason: string | null
}

export interface ChainHeadTable {
  repoId: string
  chainSeq: number
  hash: string
}

export interface SubjectTable {
  id: Generated<number>
  repoId: string
  kind: string
  number: number
  fullName: Generated<string>
  installationId: Generated<string>
  title: Generated<string>
  authorLogin: string | null
  headSha: Generated<string>
  baseRef: Generated<string>
  state: Generated<string>
  isDraft: Generated<Flag>
  verdict: string | null
  waitingSince: Millis | null
  waitingFor: Generated<string>
  reportJson: string | null
  commentId: string | null
  commentNodeId: string | null
  commentDigest: string | null
  checkRunId: string | null
  checkRunNodeId: string | null
  checkHeadSha: string | null
  checkDigest: string | null
  publishedHeadSha: string | null
  updatedAt: Millis
}

export interface RenderTable {
  id: Generated<number>
  subjectId: number
  bodyDigest: string
  headSha: string
}

export interface InstallationTable {
  id: string
  account: string
  suspended: Flag
  removed: Flag
}

export interface RepositoryTable {
  id: string
  installationId: string
  fullName: string
  owner: string
  private: Flag
  removed: Flag
}

export interface CacheTable {
  key: string
  value: string
  expiresAt: Millis
}

/** A document of CI about one commit. */
export interface EvidenceTable {
  repoId: string
  headSha: string
  workflow: string
  digest: string
  origin: string
  runId: string
  attempt: number
  startedAt: Millis
  /** Names with commas between them. */
  parts: string
  document: string
  receivedAt: Millis
}

/** Tokens of workflows that were used, kept until they expire. */
export interface OidcTokenTable {
  jti: string
  digest: string
  expiresAt: Millis
}

/** Somebody who is signed in on the pages. */
export interface WebSessionTable {
  /** SHA-256 of the id in the cookie. */
  idHash: string
  accountId: string
  login: string
  /** Sealed. */
  token: string
  expiresAt: Millis
}

/** What was used once between GitHub's sign-in and ours, as SHA-256, kept until it expires. */
export interface WebStateTable {
  stateHash: string
  expiresAt: Millis
}

/** What somebody asked for on the pages. */
export interface WishTable {
  id: string
  accountId: string
  repoId: string
  number: number
  kind: string
  item: string
  askedAt: Millis
  /** JSON; null: its job has not answered. */
  outcome: string | null
}

/** One row per installation that was written to. */
export interface PaceTable {
  installationId: string
  /** `outbox.id` of the effect that is being sent. */
  busyWith: Generated<number>
  busyUntil: Generated<Millis>
  /** When all writes until now are paid for, at one per interval. */
  pacedAt: Generated<Millis>
  restUntil: Generated<Millis>
}

/** Repositories whose sign-offs are held because the chain was found broken. */
export interface LedgerHoldTable {
  repoId: string
  chainSeq: number
  problem: string
}

export interface TurnTable {
  name: string
  slot: number
}

export interface WaitingDeploymentTable {
  repoId: string
  runId: string
  attempt: number
  environment: string
  installationId: string
  sha: string
  /** Commit that the event named, where there was one. */
  askedSha: string | null
  requestedAt: Millis
  state: string
  reportDigest: string | null
  reports: Generated<number>
  /** JSON list of numbers; null: not known. */
  pulls: string | null
  judgedAt: Generated<Millis>
  approvingAt: Millis | null
  answeredAt: Millis | null
}
