import type { Meaning } from '../checklist/meaning.ts'
import type { ImpactFacts } from '../impact/model.ts'
import { type Message, message, type Ratio } from '../locales/message.ts'

/**
 * A fact that had to be fetched. `absent` is an answer ("there is no report"); `unknown` is the lack of one
 * ("GitHub did not say"), and never makes a verdict better.
 */
export type Fact<T> =
  | { readonly state: 'present'; readonly value: T }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly reason: Message }

export const present = <T>(value: T): Fact<T> => ({ state: 'present', value })
export const absent: Fact<never> = { state: 'absent' }
export const unknown = (reason: Message): Fact<never> => ({ state: 'unknown', reason })

/** A GitHub account. Identity is `id` (numeric, as a string because ids may pass 2^53); `login` is for display only. */
export interface Account {
  readonly id: string
  readonly login: string
  readonly type: 'User' | 'Bot'
}

export interface Team {
  readonly id: string
  /** `owner/slug` as in a mention, without `@`. */
  readonly slug: string
}

export interface DiffLine {
  readonly kind: 'context' | 'added' | 'removed'
  /** Without the line end. */
  readonly text: string
}

export interface Hunk {
  /** 1-based first line on the old and the new side. 0 when that side is empty. */
  readonly oldStart: number
  readonly newStart: number
  readonly lines: readonly DiffLine[]
}

export interface ChangedFile {
  /** Repository-relative, forward slashes, never quoted. */
  readonly path: string
  /** Old path of a rename or copy. */
  readonly previousPath?: string
  /** `changed`: only the mode or the type (file, symlink, submodule) differs. */
  readonly status: 'added' | 'modified' | 'deleted' | 'renamed' | 'copied' | 'changed'
  readonly kind: 'text' | 'binary' | 'symlink' | 'submodule'
  /** Six octal digits as git writes them; absent where the source cannot tell (REST). */
  readonly oldMode?: string
  readonly newMode?: string
  /** Object id of the new content (of the old one for a deleted file). */
  readonly blob: string
  readonly additions: number
  readonly deletions: number
  /** `null`: GitHub left the patch out (too large); empty: nothing textual changed. */
  readonly hunks: readonly Hunk[] | null
}

export interface Commit {
  readonly sha: string
  /** Accounts of author, co-authors and committer, web-flow left out only where GitHub verified its signature. */
  readonly contributors: readonly Account[]
  /** Names of contributors that GitHub maps to no account. Anybody could be behind them. */
  readonly unattributed: readonly string[]
  /** First parent first. Left out: not known. */
  readonly parents?: readonly string[]
}

export interface Review {
  readonly id: string
  /** `null`: the account was deleted. */
  readonly author: Account | null
  readonly state: 'approved' | 'changes_requested' | 'commented' | 'dismissed' | 'pending'
  /** Head SHA that the reviewer saw; `null` when that commit is gone. */
  readonly commitSha: string | null
  /** ISO 8601 UTC. */
  readonly submittedAt: string
}

export type ReviewRequest =
  | { readonly kind: 'user'; readonly account: Account }
  | { readonly kind: 'team'; readonly team: Team }

/** A role of the policy with its people as they are now. */
export interface ResolvedRole {
  readonly members: readonly Account[]
  readonly teams: readonly Team[]
  /** Entries of the policy that could not be read, each with the reason. Unknown people: they never count. */
  readonly unresolved: readonly { readonly entry: string; readonly reason: Message }[]
}

/** One coverage report as it was read. */
export interface ReportOrigin {
  readonly name: string
  readonly path: string
  readonly format: string
  /** SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string
  /** An earlier measurement stands in for a suite that did not run. */
  readonly carried?: CarriedFrom
}

export interface CarriedFrom {
  /** Commit that was measured. */
  readonly sha: string
  /** When, ISO 8601 UTC. */
  readonly at: string
  /** Files whose carried lines are not known, because they have changed since in a way that could not be followed. */
  readonly lost: number
}

/** How much can go wrong for whoever deploys. */
export type Risk = 'low' | 'medium' | 'high'

/** A named part of the repository. */
export interface Component {
  readonly paths: readonly string[]
  /** What a change of it weighs; left out: medium. */
  readonly risk?: Risk
}

/** A suite of which fewer report files were found than the policy expects. */
export interface MissingSuite {
  readonly name: string
  readonly path: string
  readonly found: number
  readonly expected: number
  /** Files of that name or kind elsewhere. */
  readonly near: readonly string[]
  /** Why no earlier measurement stands in for it; `null`: the policy does not let one. */
  readonly carry: NotCarried | null
}

/** An earlier measurement that cannot stand in. */
export type NotCarried =
  | { readonly state: 'absent' | 'unreadable' | 'other-suite'; readonly path: string }
  | {
      readonly state: 'too-old'
      readonly path: string
      readonly sha: string
      readonly at: string
      readonly maxAge: string
    }

/** What JUnit files of one name say, counted from the test cases. */
export interface TestRun {
  readonly name: string
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly skipped: number
}

/** Coverage of one component, flag (report) or group of paths. */
export interface MeasuredGroup {
  readonly kind: 'component' | 'flag' | 'paths'
  readonly name: string
  /** Digest of its definition in the policy. */
  readonly scope: string
  readonly files: number
  readonly project: Ratio
  readonly patch: Ratio
}

/** A changed file that is in a report. */
export interface ChangedCoverage {
  readonly path: string
  readonly previousPath?: string
  /** The whole file. */
  readonly lines: Ratio
  /** Its added lines. */
  readonly patch: Ratio
  /** Lines that the change removes from it. */
  readonly deletions: number
}

export interface UncoveredLines {
  readonly path: string
  /** Inclusive, 1-based ranges on the new side. */
  readonly ranges: readonly (readonly [start: number, end: number])[]
}

/**
 * Coverage as CI measured it under one policy. Small, so that it travels in a check run: counts and the places that
 * matter to this pull request, not every line.
 */
export interface MeasuredCoverage {
  readonly schemaVersion: 1
  readonly headSha: string
  /** Base branch that the changed lines were taken against; absent for a commit without a pull request. */
  readonly baseRef?: string
  /** Digest of the part of the policy that decides what is measured (reports, exclude); another one: not comparable. */
  readonly scope: string
  readonly reports: readonly ReportOrigin[]
  /** Report problems: missing, empty, stale, unreadable. With one of them the numbers cannot pass. */
  readonly problems: readonly Message[]
  /** Suites without a report. While there is one nothing can be compared. */
  readonly incomplete: readonly MissingSuite[]
  readonly tests: readonly TestRun[]
  /** Lines of all reported, not excluded files. */
  readonly project: Ratio
  readonly branches: Ratio
  readonly functions: Ratio
  /** Executable lines among the added lines of the pull request. */
  readonly patch: Ratio
  readonly groups: readonly MeasuredGroup[]
  /** Most uncovered changed lines first. */
  readonly changed: readonly ChangedCoverage[]
  /** Files with the most uncovered lines. */
  readonly worst: readonly { readonly path: string; readonly lines: Ratio }[]
  readonly uncovered: readonly UncoveredLines[]
  /** Changed lines that ran, of which a branch never did. */
  readonly partial: readonly UncoveredLines[]
  /** Changed source files of which no report has a line. */
  readonly unreported: readonly string[]
  /** Executable added lines that were left out because the change only moved them. */
  readonly moved: number
  /** Files counted in `project`. */
  readonly files: number
  /** Workflow run that measured; absent on a laptop. */
  readonly run?: { readonly id: string; readonly attempt: number }
}

/** The measurement recorded for a commit of the base branch. */
export interface CoverageBaseline {
  readonly sha: string
  readonly scope: string
  readonly project: Ratio
  /** Lines by path; absent when there were too many files to record. */
  readonly files?: Readonly<Record<string, Ratio>>
  /** Earlier measurements of the base branch with the same scope, oldest first, this one last. */
  readonly history?: readonly { readonly sha: string; readonly project: Ratio }[]
}

/** One valid row of the ledger: a person confirmed an item at a head. Whether it still holds is computed, never stored. */
export interface SignOff {
  readonly checklist: string
  readonly item: string
  readonly by: Account
  /** ISO 8601 UTC, for display. */
  readonly at: string
  readonly via: 'tick' | 'command' | 'button' | 'review' | 'page'
  readonly headSha: string
  readonly baseRef: string
  /** Digest of the item's meaning: text, role, covers. */
  readonly itemHash: string
  /** What that digest is of. Left out: nobody kept it, or it is what the item means now. */
  readonly meaning?: Meaning
  /** Files that the item covered at `headSha`: path to content identity. `null` when the list was not complete. */
  readonly covered: Readonly<Record<string, string>> | null
  /** Digest of the policy that judged it. */
  readonly policySha256?: string
  /** Digest of everything that the pull request changed at `headSha`; `null` or left out: nobody recorded it. */
  readonly patchSha256?: string | null
  /** Environment that it is for. Left out: the item has none. */
  readonly environment?: string
  /** Open points that the signer accepted, such as `#123`. Left out: none. */
  readonly conditions?: readonly string[]
  /** Who let the signer sign for them. Left out: nobody had to. */
  readonly onBehalfOf?: { readonly id: string; readonly login: string }
}

/** One person lets another sign an item of one pull request for them. */
export interface Delegation {
  readonly checklist: string
  readonly item: string
  readonly from: { readonly id: string; readonly login: string }
  readonly to: { readonly id: string; readonly login: string }
  /** Last day (UTC) on which it holds, `2026-12-24`. */
  readonly until: string
}

/** The newest check run of an app and name, or the newest commit status of a creator and context, on the head. */
export interface CheckResult {
  readonly kind: 'check' | 'status'
  /** Name of the check run, or context of the status. */
  readonly name: string
  /** App behind a check run; `null` for a status, or where GitHub does not say. */
  readonly app: { readonly id: string; readonly slug: string } | null
  /** Who wrote a status. */
  readonly creator: Account | null
  /** Name and event of the workflow behind a check run of GitHub Actions. */
  readonly workflow: { readonly name: string; readonly event: string } | null
  readonly state: 'passed' | 'failed' | 'pending' | 'skipped' | 'neutral' | 'cancelled' | 'action_required' | 'stale'
  /** ISO 8601 UTC. */
  readonly at: string
  readonly url: string | null
}

/** The newest deployment of the head to an environment. */
export interface DeploymentResult {
  readonly environment: string
  readonly state: 'success' | 'failure' | 'pending' | 'inactive'
  readonly sha: string
  /** ISO 8601 UTC. */
  readonly at: string
  /** Who or what deployed; a job of GitHub Actions is `github-actions[bot]`. */
  readonly creator: Account | null
}

/** Another pull request or issue. */
export interface IssueRef {
  readonly owner: string
  readonly name: string
  readonly number: number
}

/** An issue that the pull request closes, as GitHub links them. */
export interface LinkedIssue extends IssueRef {
  readonly title: string
  readonly body: string
  readonly state: 'open' | 'closed'
  readonly labels: readonly string[]
  readonly milestone: string | null
}

/** A pull request that this one, or one of its own dependencies, depends on. */
export interface Dependency extends IssueRef {
  /** Those that name it, e.g. the pull request itself. */
  readonly dependsOn: readonly IssueRef[]
  /** `unread`: not there, or this token may not read it. */
  readonly state: 'open' | 'closed' | 'merged' | 'unread'
  readonly title: string
  /** Conclusion of its own check or status `delivery-gates`; `null`: it has none. */
  readonly verdict: 'passed' | 'waiting' | 'failed' | null
}

/** Everything that is named with `Depends-On:`, followed over repositories; the pull request itself comes first. */
export interface DependencyGraph {
  readonly nodes: readonly Dependency[]
  /** Not followed to its end: too many, or too deep. */
  readonly truncated: boolean
}

/** What a tool reports at one place. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'none'

/** One result of a tool that looks for defects. */
export interface FoundDefect {
  readonly tool: string
  readonly rule: string
  readonly severity: Severity
  /** Plain text, at most 300 characters. */
  readonly message: string
  /** `null`: the tool names no file of the repository. */
  readonly path: string | null
  readonly line: number | null
  readonly endLine: number | null
  /** Stable over unrelated edits. */
  readonly fingerprint: string
  /** Accepted in the source by the tool's own means. */
  readonly suppressed: boolean
  /** Absent from the base branch's measurement; `null`: there is none to compare with. */
  readonly isNew: boolean | null
  /** One of its lines was added by the pull request. */
  readonly onChangedLine: boolean
  /** What the tool says of it and cannot be so. */
  readonly doubts?: readonly FindingDoubt[]
}

/** `SRF-ENUM`, `SRF-INDEX` and `SRF-VALUE` make a result as severe as can be; the others are only told. */
export interface FindingDoubt {
  readonly code: 'SRF-ENUM' | 'SRF-INDEX' | 'SRF-VALUE' | 'SRF-PATH' | 'SRF-URI' | 'SRF-REGION'
  /** As it stands in the file, at most 100 characters. */
  readonly value: string
}

/** All results of one tool, those that were left out of a list too. */
export interface ToolCounts {
  readonly tool: string
  readonly runs: number
  /** Not suppressed. */
  readonly counts: Readonly<Partial<Record<Severity, number>>>
  readonly suppressed: number
}

/** What the SARIF files of one run say. Small enough for a check run: worst first, the counts always whole. */
export interface MeasuredFindings {
  readonly schemaVersion: 1
  readonly headSha: string
  /** Digest of the part of the policy that decides what is read; another one: not comparable. */
  readonly scope: string
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly tools: readonly string[] }[]
  /** Files that are missing, empty, foreign or of a tool that failed. With one of them nothing passes. */
  readonly problems: readonly Message[]
  readonly defects: readonly FoundDefect[]
  readonly tools: readonly ToolCounts[]
  /** Results that were left out of `defects` to keep it small, by severity; suppressed ones apart. */
  readonly omitted: Readonly<Partial<Record<Severity, number>>>
  /** Of these, such as are not known to be old, and such as may be on changed lines; and suppressed ones that were left out. */
  readonly omittedSome: Readonly<Record<'new' | 'changed' | 'suppressed', Readonly<Partial<Record<Severity, number>>>>>
  /** Commit of the base branch by which `isNew` was told; `null`: there was none. */
  readonly comparedWith: string | null
  readonly run?: { readonly id: string; readonly attempt: number }
}

/** Fingerprints that the base branch had already. */
export interface FindingsBaseline {
  readonly sha: string
  readonly scope: string
  readonly fingerprints: readonly string[]
}

/** An open alert of GitHub's own scanners on the head or, for dependencies and secrets, on the repository. */
export interface SecurityAlert {
  readonly kind: 'code-scanning' | 'dependabot' | 'secret-scanning'
  readonly number: number
  readonly tool: string
  readonly rule: string
  readonly severity: Severity
  readonly path: string | null
  readonly line: number | null
  /** Not on the base branch; left out: not known. */
  readonly isNew?: boolean
}

/** Number that a file of the run holds. */
export interface MeasuredValue {
  /** Name of the budget in the policy. */
  readonly name: string
  readonly file: string
  /** `null`: the file or the value in it is missing or no number; `problem` says why. */
  readonly value: number | null
  readonly problem?: Message
  /** Digest of file, format and place: another one is another number under the same name. */
  readonly source: string
}

/** Tests of one cell of a matrix, from JUnit files that the cell's job uploaded. */
export interface MeasuredCell {
  readonly cell: Readonly<Record<string, string>>
  readonly run: TestRun
  /** Digest of the pattern that finds its files. */
  readonly source: string
  /** Files that are missing, old or unreadable. With one of them the cell has not passed. */
  readonly problems: readonly Message[]
}

/** What else CI measured for the head, beside coverage and findings. */
export interface MeasuredValues {
  readonly schemaVersion: 1
  readonly headSha: string
  /** Digest of everything that was asked for; each value and cell has its own `source`. */
  readonly scope: string
  readonly values: readonly MeasuredValue[]
  readonly cells: readonly MeasuredCell[]
  /** What concerns all of them, e.g. that another commit was tested. With one of them nothing passes. */
  readonly problems: readonly Message[]
  readonly run?: { readonly id: string; readonly attempt: number }
}

/** Values recorded for a commit of the base branch. */
export interface ValuesBaseline {
  readonly sha: string
  readonly scope: string
  readonly values: readonly MeasuredValue[]
}

/** A person with the right to do so let a gate be passed over on this pull request. */
export interface GrantedWaiver {
  readonly gate: string
  readonly by: Account
  /** ISO 8601 UTC, for display. */
  readonly at: string
  /** The person's own words, at most 1,000 characters. */
  readonly reason: string
  readonly headSha: string
  readonly baseRef: string
}

/** Everything a gate may know about a pull request. Plain JSON, so a case is a file and a bug report is one too. */
export interface PullRequestFacts {
  readonly repository: { readonly id: string; readonly owner: string; readonly name: string }
  readonly number: number
  readonly title: string
  /** `null`: the account was deleted. */
  readonly author: Account | null
  readonly state: 'open' | 'closed' | 'merged'
  readonly isDraft: boolean
  readonly baseRef: string
  /** Commit of the base branch whose policy judges. */
  readonly baseSha: string
  readonly headSha: string
  /** The head branch is in another repository. Left out: not known. */
  readonly fromFork?: boolean
  /** Delegations on this pull request that nobody took back. Left out: nobody records them. */
  readonly delegations?: readonly Delegation[]
  /** ISO 8601 UTC. The only clock that evaluation sees. */
  readonly evaluatedAt: string
  readonly roles: Readonly<Record<string, ResolvedRole>>
  readonly changedFiles: Fact<readonly ChangedFile[]>
  readonly commits: Fact<readonly Commit[]>
  readonly reviews: Fact<readonly Review[]>
  readonly reviewRequests: Fact<readonly ReviewRequest[]>
  readonly coverage: Fact<MeasuredCoverage>
  readonly coverageBaseline: Fact<CoverageBaseline>
  /** `absent`: no App keeps a ledger for this repository. */
  readonly signOffs: Fact<readonly SignOff[]>
  /** Markdown of the description; empty text where there is none. */
  readonly body: Fact<string>
  readonly labels: Fact<readonly string[]>
  readonly milestone: Fact<string>
  readonly linkedIssues: Fact<readonly LinkedIssue[]>
  /** Without our own checks and statuses. */
  readonly checks: Fact<readonly CheckResult[]>
  readonly deployments: Fact<readonly DeploymentResult[]>
  readonly dependencies: Fact<DependencyGraph>
  readonly findings: Fact<MeasuredFindings>
  readonly findingsBaseline: Fact<FindingsBaseline>
  readonly alerts: Fact<readonly SecurityAlert[]>
  readonly values: Fact<MeasuredValues>
  readonly valuesBaseline: Fact<ValuesBaseline>
  readonly impact: Fact<ImpactFacts>
  /** Waivers given on the pull request itself. `absent`: nobody keeps a record of them. */
  readonly waivers: Fact<readonly GrantedWaiver[]>
}

/** Everything fetched and not known for one reason. */
export const allUnknown = (reason: Message): Pick<PullRequestFacts, FactName> => {
  const nothing = unknown(reason)
  return Object.fromEntries(factNames.map(name => [name, nothing])) as Pick<PullRequestFacts, FactName>
}

/** Names of the facts that are fetched and may be unknown. */
export type FactName = {
  [K in keyof PullRequestFacts]-?: PullRequestFacts[K] extends Fact<unknown> ? K : never
}[keyof PullRequestFacts]

const everyFact: Readonly<Record<FactName, true>> = {
  changedFiles: true,
  commits: true,
  reviews: true,
  reviewRequests: true,
  coverage: true,
  coverageBaseline: true,
  signOffs: true,
  body: true,
  labels: true,
  milestone: true,
  linkedIssues: true,
  checks: true,
  deployments: true,
  dependencies: true,
  findings: true,
  findingsBaseline: true,
  alerts: true,
  values: true,
  valuesBaseline: true,
  impact: true,
  waivers: true,
}

export const factNames = Object.keys(everyFact) as readonly FactName[]

/** Facts out of a file. Those that it lacks (one of an older version) were not asked for, so nobody knows them. */
export const factsOfFile = (
  file: Omit<PullRequestFacts, FactName> & Partial<Pick<PullRequestFacts, FactName>>,
): PullRequestFacts => ({ ...allUnknown(message('unknown.notFetched', { what: 'facts' })), ...file })

type ValueOf<F> = F extends { readonly state: 'present'; readonly value: infer V } ? V : never

/** Facts as one gate sees them: what is always there, and its needs unwrapped (`null`: absent). Nothing else compiles. */
export type KnownFacts<Needs extends FactName> = Omit<PullRequestFacts, FactName> & {
  readonly [K in Needs]: ValueOf<PullRequestFacts[K]> | null
}
