import {
  absent,
  type CheckResult,
  type CoverageBaseline,
  type DeploymentResult,
  type Fact,
  type FindingsBaseline,
  type MeasuredCoverage,
  type MeasuredFindings,
  type MeasuredValues,
  present,
  unknown,
  type ValuesBaseline,
} from '../facts/facts.ts'
import { message, type Ratio } from '../locales/message.ts'
import { policyPaths } from '../policy/search.ts'
import { type Rollup, readChecks } from './checks.ts'
import type { GitHubClient } from './client.ts'
import { type Deployments, deploymentsOf } from './deployments.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import { type OtherFacts, readFindingsBaseline, readOthers } from './evidence-document.ts'
import { baselineOf as valuesBaselineOf } from './evidence-values.ts'
import { actionsAppSlug, evidenceCheckName, groupQuery, measuredCheckName } from './queries.ts'
import { type Refused, readAllowed } from './refused.ts'

/** A file found where a policy may stand. */
export interface PolicyEntry {
  readonly path: string
  /** Git mode in octal, e.g. `100644`. */
  readonly mode: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** `null` when GitHub does not give it as text (binary, truncated, not a blob). */
  readonly text: string | null
}

interface Suites {
  readonly nodes: readonly {
    readonly app: { readonly slug: string } | null
    readonly checkRuns: {
      readonly nodes: readonly {
        readonly databaseId: number
        readonly status: string
        readonly text: string | null
      }[]
    }
  }[]
}
export interface EvidenceCommit {
  readonly oid: string
  readonly checkSuites: Suites | null
  readonly measuredSuites: Suites | null
}
export interface ReportedCommit {
  readonly rollup: Rollup | null
  readonly deployments: Deployments | null
}
interface TreeEntry {
  readonly mode: number
  readonly type: string
  readonly size: number
  readonly object: {
    readonly __typename: string
    readonly text?: string | null
    readonly isTruncated?: boolean
    readonly byteSize?: number
  } | null
}
export interface PolicyHolder {
  readonly policy1: TreeEntry | null
  readonly policy2: TreeEntry | null
}
/** What reported on one commit. */
export interface CommitReports {
  readonly checks: Fact<readonly CheckResult[]>
  readonly deployments: Fact<readonly DeploymentResult[]>
  /** Coverage, as CI recorded it for the commit. */
  readonly evidence: Fact<MeasuredCoverage>
  readonly findings: Fact<MeasuredFindings>
  readonly values: Fact<MeasuredValues>
}

interface Place {
  readonly owner: string
  readonly name: string
}

/** What was read is that of another commit: the head was pushed to meanwhile. */
const moved = unknown(message('unknown.malformed', { what: 'checks (head moved)' }))

/** `null`: the commit that was read is not the one asked about. */
export async function reportsOf(
  client: GitHubClient,
  { owner, name }: Place,
  commit: (EvidenceCommit & ReportedCommit) | null,
  refused: Refused,
): Promise<CommitReports> {
  const read = async () =>
    commit === null ? moved : readChecks(client, { owner, name, oid: commit.oid }, commit.rollup)
  return {
    checks: refused.rollup ?? (await read()),
    deployments: refused.deployments ?? (commit === null ? moved : deploymentsOf(commit.deployments)),
    evidence: refused.checkSuites ?? (commit === null ? absent : evidenceOf(commit)),
    ...othersOf(commit, refused),
  }
}

function othersOf(commit: EvidenceCommit | null, { measuredSuites: reason }: Refused): OtherFacts {
  if (reason !== undefined) return { findings: reason, values: reason }
  return commit === null ? { findings: absent, values: absent } : readOthers(textsIn(commit.measuredSuites), commit.oid)
}

/** What CI recorded, beside coverage, for the newest commit of the base branch that has a usable record of it. */
export function otherBaselines(history: readonly EvidenceCommit[]): {
  readonly findingsBaseline: Fact<FindingsBaseline>
  readonly valuesBaseline: Fact<ValuesBaseline>
} {
  const found = history.values().map(commit => readFindingsBaseline(textsIn(commit.measuredSuites), commit.oid))
  const findings = found.find(baseline => baseline !== null)
  return { findingsBaseline: findings == null ? absent : present(findings), valuesBaseline: newestValues(history) }
}

function newestValues(history: readonly EvidenceCommit[]): Fact<ValuesBaseline> {
  const commits = history.map(commit => readOthers(textsIn(commit.measuredSuites), commit.oid))
  const values = commits.map(commit => commit.values).find(fact => fact.state !== 'absent' && !isUnusable(fact))
  if (values === undefined) return absent
  return values.state === 'present' ? present(valuesBaselineOf(values.value)) : values
}

const isUnusable = (fact: Fact<MeasuredValues>): boolean => fact.state === 'present' && fact.value.problems.length > 0

interface GroupAnswer {
  readonly repository: {
    readonly id: string
    readonly head: Partial<EvidenceCommit & ReportedCommit> | null
    readonly base: Partial<PolicyHolder> | null
  } | null
}

/** The commit that a merge queue tests, and the policy of the commit that it stands on. */
export interface GroupCommit {
  readonly repositoryNodeId: string
  readonly reports: CommitReports
  /** `null`: the base commit is gone. */
  readonly policyAtBase: readonly PolicyEntry[] | null
}

/** One read. `null`: there is no such commit any more. */
export async function readGroupCommit(
  client: GitHubClient,
  place: Place,
  { head, base }: { readonly head: string; readonly base: string },
): Promise<GroupCommit | null> {
  const [policy1, policy2] = policyPaths
  const names = { checkName: evidenceCheckName, measuredName: measuredCheckName }
  const variables = { owner: place.owner, name: place.name, head, base, policy1, policy2, ...names }
  const { answer, refused } = await readAllowed<GroupAnswer>(client, groupQuery, variables)
  const { repository } = answer
  if (repository === null || repository.head?.oid !== head) return null
  const holder = repository.base
  return {
    repositoryNodeId: repository.id,
    reports: await reportsOf(client, place, repository.head as EvidenceCommit & ReportedCommit, refused),
    policyAtBase: holder === null || holder.policy1 === undefined ? null : policyEntries(holder as PolicyHolder),
  }
}

export function policyEntries(holder: PolicyHolder): readonly PolicyEntry[] {
  return [holder.policy1, holder.policy2].flatMap((found, index) => {
    const path = policyPaths[index]
    if (found === null || path === undefined) return []
    const text = found.object?.isTruncated === true ? null : (found.object?.text ?? null)
    const size = found.object?.byteSize ?? found.size
    return [{ path, mode: found.mode.toString(8).padStart(6, '0'), type: found.type, size, text }]
  })
}

/** Texts of check runs that GitHub Actions wrote, newest first. */
function textsIn(suites: Suites | null): readonly string[] {
  const runs = (suites?.nodes ?? [])
    .filter(suite => suite.app?.slug === actionsAppSlug)
    .flatMap(suite => suite.checkRuns.nodes)
  return [...runs].sort((a, b) => b.databaseId - a.databaseId).map(run => run.text ?? '')
}

function evidenceOf(commit: EvidenceCommit): Fact<MeasuredCoverage> {
  const text = textsIn(commit.checkSuites)[0]
  if (text === undefined) return absent
  const read = readEvidence(text, commit.oid)
  return read.state === 'present' ? present(read.value.measured) : read
}

/** The newest usable measurement of the base branch, with those before it that may be compared with it. */
export function baselineOf(history: readonly EvidenceCommit[]): Fact<CoverageBaseline> {
  const earlier: { readonly sha: string; readonly project: Ratio }[] = []
  let newest: (Evidence & { readonly sha: string }) | undefined
  for (const commit of history) {
    const text = textsIn(commit.checkSuites)[0]
    if (text === undefined) continue
    const read = readEvidence(text, commit.oid)
    if (read.state !== 'present') {
      if (newest === undefined) return read
      continue
    }
    const { problems, incomplete, project, scope } = read.value.measured
    if (problems.length > 0 || incomplete.length > 0) continue
    newest ??= { ...read.value, sha: commit.oid }
    if (scope === newest.measured.scope) earlier.unshift({ sha: commit.oid, project })
  }
  if (newest === undefined) return absent
  const { sha, measured, files } = newest
  const { scope, project } = measured
  return present({ sha, scope, project, ...(files === undefined ? {} : { files }), history: earlier })
}
