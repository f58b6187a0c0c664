import type { PolicyState } from '../src/evaluate.ts'
import {
  absent,
  allUnknown,
  type ChangedFile,
  type DependencyGraph,
  type Fact,
  type MeasuredCoverage,
  type MeasuredFindings,
  type MeasuredValues,
  type PullRequestFacts,
  type ResolvedRole,
  type SecurityAlert,
  unknown,
} from '../src/facts/facts.ts'
import { factsOf } from '../src/facts/load.ts'
import { type PolicyChange, policyChangeOf, policyWarnings, sharedForHead } from '../src/facts/policy.ts'
import { changedFilesBetween, isShallow, type Repository } from '../src/git/git.ts'
import { alertsOf } from '../src/github/alerts.ts'
import { type GitHubClient, unknownBecause } from '../src/github/client.ts'
import { readGroupCommit } from '../src/github/commit.ts'
import { readImpact } from '../src/github/contents.ts'
import { dependenciesOf } from '../src/github/dependencies.ts'
import { readChangedFiles } from '../src/github/files.ts'
import { replayMerged } from '../src/github/replay.ts'
import { type Directory, readDirectory, resolveRoles } from '../src/github/roles.ts'
import { readSnapshot, type Snapshot } from '../src/github/snapshot.ts'
import type { ImpactFacts } from '../src/impact/model.ts'
import { type Message, message } from '../src/locales/message.ts'
import { roleEntries } from '../src/policy/environments.ts'
import { replayCount } from '../src/replay.ts'
import type { Notice, ReplayReport } from '../src/report.ts'
import { impactBetween } from '../src/workspace/impact.ts'
import type { EventPull, Runner } from './context.ts'
import { type PolicyAt, readerOf, type Sources } from './policy.ts'

/** One pull request to be judged, from whichever event. */
export interface Target {
  /** `null`: no pull request is behind it that could be named. */
  readonly number: number | null
  readonly baseSha: string
  readonly headSha: string
  /** What the event itself says; `null` for events that say nothing. */
  readonly pull: EventPull | null
}

/** What GitHub says about the pull request, or why it says nothing. */
export type Read = { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly reason: Message }

export async function readPullRequest(client: GitHubClient | null, runner: Runner, target: Target): Promise<Read> {
  if (target.number === null) return { ok: false, reason: message('action.noPull', {}) }
  if (client === null) return { ok: false, reason: message('action.noToken', {}) }
  try {
    const snapshot = await readSnapshot(client, {
      owner: runner.owner,
      name: runner.name,
      number: target.number,
    })
    if (snapshot === null) return { ok: false, reason: message('action.notFound', { number: target.number }) }
    return { ok: true, snapshot }
  } catch (error) {
    return { ok: false, reason: unknownBecause('pull-requests', error) }
  }
}

export interface Changes {
  /** What the pull request changes. */
  readonly ofPull: Fact<readonly ChangedFile[]>
  /** What the commit that this run tests changes: the same, or the whole group of a merge queue. */
  readonly measured: Fact<readonly ChangedFile[]>
}

/**
 * The changed files: from the clone, which has them complete and with modes, else GitHub's list. What a shallow clone
 * says counts only when it agrees with GitHub's own count.
 */
export async function loadChangedFiles(
  sources: Pick<Sources, 'repository' | 'client'>,
  target: Target,
  read: Read,
  kind: 'pull-request' | 'merge-group',
): Promise<Changes> {
  const head = read.ok ? read.snapshot.headSha : target.headSha
  if (kind === 'merge-group') {
    const measured = await localChanges(sources.repository, target.baseSha, target.headSha)
    const base = read.ok ? read.snapshot.baseSha : target.baseSha
    return { ofPull: await changesOf(sources, base, head, read), measured }
  }
  const ofPull = await changesOf(sources, target.baseSha, head, read)
  return { ofPull, measured: ofPull }
}

function localChanges(
  repository: Repository | null,
  base: string,
  head: string,
): Promise<Fact<readonly ChangedFile[]>> {
  return repository === null
    ? Promise.resolve(unknown(message('git.noRepository', {})))
    : changedFilesBetween(repository, base, head)
}

async function changesOf(
  { repository, client }: Pick<Sources, 'repository' | 'client'>,
  base: string,
  head: string,
  read: Read,
): Promise<Fact<readonly ChangedFile[]>> {
  const local = await localChanges(repository, base, head)
  const total = read.ok ? read.snapshot.totals.changedFiles : null
  const doubtful =
    local.state === 'present' && repository !== null && isShallow(repository) && local.value.length !== total
  if (local.state === 'present' && !doubtful) return local
  if (read.ok && client !== null) return readChangedFiles(client, read.snapshot)
  return doubtful ? unknown(message('git.shallow', { sha: head })) : local
}

/** What the pull request means for whoever deploys: from the clone if it has the commits, else from GitHub. */
export async function loadImpact(
  { repository, client }: Pick<Sources, 'repository' | 'client'>,
  runner: Runner,
  target: Target,
  read: Read,
  changedFiles: Fact<readonly ChangedFile[]>,
  kind: 'pull-request' | 'merge-group',
): Promise<Fact<ImpactFacts>> {
  const head = read.ok ? read.snapshot.headSha : target.headSha
  const base = read.ok && kind === 'merge-group' ? read.snapshot.baseSha : target.baseSha
  const local = repository === null ? null : await impactBetween(repository, base, head, changedFiles)
  if (local?.state === 'present') return local
  if (client !== null) return readImpact(client, runner, changedFiles)
  return local ?? unknown(message('git.noRepository', {}))
}

export function loadDependencies(
  { client }: Pick<Sources, 'client'>,
  read: Read,
  policy: PolicyState,
): Promise<Fact<DependencyGraph>> {
  if (!read.ok) return Promise.resolve(unknown(read.reason))
  if (client === null) return Promise.resolve(unknown(message('action.noToken', {})))
  return dependenciesOf(client, read.snapshot, policy.state === 'present' ? policy.policy : null)
}

export function loadAlerts(
  { client }: Pick<Sources, 'client'>,
  read: Read,
  policy: PolicyState,
): Promise<Fact<readonly SecurityAlert[]>> {
  if (!read.ok) return Promise.resolve(unknown(read.reason))
  if (client === null) return Promise.resolve(unknown(message('action.noToken', {})))
  return alertsOf(client, read.snapshot, policy.state === 'present' ? policy.policy : null)
}

/** The policy's people as GitHub knows them now. */
export async function loadDirectory(client: GitHubClient | null, policy: PolicyState): Promise<Directory> {
  const entries = policy.state === 'present' ? Object.values(roleEntries(policy.policy)).flat() : []
  if (client !== null) return readDirectory(client, entries)
  const reason = message('action.noToken', {})
  return Object.fromEntries(entries.map(entry => [entry, { kind: 'unresolved', reason } as const]))
}

export interface Parts {
  readonly evaluatedAt: string
  readonly directory: Directory
  readonly changedFiles: Fact<readonly ChangedFile[]>
  readonly coverage: Fact<MeasuredCoverage>
  readonly values: Fact<MeasuredValues>
  readonly impact: Fact<ImpactFacts>
  readonly dependencies: Fact<DependencyGraph>
  readonly alerts: Fact<readonly SecurityAlert[]>
  readonly findings: Fact<MeasuredFindings>
}

/** Facts from GitHub's answer, or from the event with everything else unknown for the same reason. */
export function assemble(
  read: Read,
  target: Target,
  runner: Runner,
  policy: PolicyState,
  parts: Parts,
): PullRequestFacts {
  const roles = policy.state === 'present' ? resolveRoles(roleEntries(policy.policy), parts.directory) : {}
  const { evaluatedAt, changedFiles, coverage, values, findings, impact, dependencies, alerts } = parts
  const measured = { coverage, values, findings, impact, dependencies, alerts }
  return read.ok
    ? factsOf(read.snapshot, { evaluatedAt, roles, changedFiles, signOffs: absent, ...measured })
    : eventFacts(read.reason, target, runner, { evaluatedAt, roles, changedFiles, ...measured })
}

/** What was reported on a commit is asked of the group's, which is what will be merged; what people decided stays. */
export async function atGroup(
  client: GitHubClient | null,
  runner: Runner,
  { headSha: head, baseSha: base }: Target,
  facts: PullRequestFacts,
): Promise<PullRequestFacts> {
  const nothing = (reason: Message) => ({ ...facts, checks: unknown(reason), deployments: unknown(reason) })
  if (client === null) return nothing(message('action.noToken', {}))
  try {
    const group = await readGroupCommit(client, runner, { head, base })
    if (group === null) return nothing(message('unknown.notFetched', { what: 'checks' }))
    const { checks, deployments } = group.reports
    return { ...facts, checks, deployments }
  } catch (error) {
    return nothing(unknownBecause('checks', error))
  }
}

interface EventParts extends Omit<Parts, 'directory'> {
  readonly roles: Readonly<Record<string, ResolvedRole>>
}

function eventFacts(reason: Message, target: Target, runner: Runner, parts: EventParts): PullRequestFacts {
  const { title = '', author = null, state = 'open', isDraft = false, baseRef = '' } = target.pull ?? {}
  return {
    ...allUnknown(reason),
    repository: { id: runner.repositoryId, owner: runner.owner, name: runner.name },
    number: target.number ?? 0,
    title,
    author,
    state,
    isDraft,
    baseRef,
    baseSha: target.baseSha,
    headSha: target.headSha,
    signOffs: absent,
    ...parts,
  }
}

/** What is worth telling about the policy: its own warnings, and what this pull request would change in it. */
export async function aboutPolicy(
  sources: Sources,
  base: PolicyAt,
  read: Read,
  files: Fact<readonly ChangedFile[]>,
): Promise<{ readonly notices: readonly Notice[]; readonly change: PolicyChange | null }> {
  const { owner } = sources
  const entries = base.entries.ok ? base.entries.value : []
  const absentNotice: readonly Notice[] =
    base.entries.ok && entries.length === 0 ? [{ level: 'notice', message: message('notice.policyAbsent', {}) }] : []
  const own = { owner, shared: base.shared }
  const warnings = [...absentNotice, ...policyWarnings(entries, own)]
  if (!read.ok || !base.entries.ok) return { notices: warnings, change: null }
  const head = read.snapshot.policyAtHead
  const shared = await sharedForHead(head, own, readerOf(sources))
  const change = policyChangeOf(entries, head, { owner, shared, files })
  return { notices: [...warnings, ...(change?.notices ?? [])], change }
}

/** Which verdicts a changed policy would have changed. It decides nothing, so a failure leaves it out. */
export async function replayChange(
  { client, owner, name }: Sources,
  read: Read,
  policy: PolicyState,
  change: PolicyChange | null,
): Promise<ReplayReport | null> {
  const last = replayCount(policy.state === 'present' ? policy.policy : null)
  if (client === null || !read.ok || change === null || change.versions === null || last === 0) return null
  const place = { owner, name, baseRef: read.snapshot.baseRef }
  return replayMerged(client, place, change.versions, { last }).catch(() => null)
}
