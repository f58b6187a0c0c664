import type { Snapshot } from '../github/snapshot.ts'
import type { ImpactFacts } from '../impact/model.ts'
import { message } from '../locales/message.ts'
import {
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
  type SignOff,
} from './facts.ts'

/** What a snapshot does not hold, from wherever the host has it. */
export interface FactParts {
  /** ISO 8601 UTC. */
  readonly evaluatedAt: string
  readonly roles: Readonly<Record<string, ResolvedRole>>
  readonly changedFiles: Fact<readonly ChangedFile[]>
  /** Left out: what CI recorded for this head. */
  readonly coverage?: Fact<MeasuredCoverage>
  readonly findings?: Fact<MeasuredFindings>
  readonly values?: Fact<MeasuredValues>
  readonly signOffs: Fact<readonly SignOff[]>
  readonly impact: Fact<ImpactFacts>
  readonly dependencies: Fact<DependencyGraph>
  readonly alerts: Fact<readonly SecurityAlert[]>
}

/** All facts about one pull request at the head of the snapshot. */
export function factsOf(snapshot: Snapshot, parts: FactParts): PullRequestFacts {
  const { id, owner, name } = snapshot.repository
  return {
    ...allUnknown(message('unknown.notFetched', { what: 'GitHub' })),
    repository: { id, owner, name },
    number: snapshot.number,
    title: snapshot.title,
    author: snapshot.author,
    state: snapshot.state,
    isDraft: snapshot.isDraft,
    baseRef: snapshot.baseRef,
    baseSha: snapshot.baseSha,
    headSha: snapshot.headSha,
    fromFork: snapshot.fromFork,
    evaluatedAt: parts.evaluatedAt,
    roles: parts.roles,
    changedFiles: parts.changedFiles,
    commits: snapshot.commits,
    reviews: snapshot.reviews,
    reviewRequests: snapshot.reviewRequests,
    body: snapshot.body,
    labels: snapshot.labels,
    milestone: snapshot.milestone,
    linkedIssues: snapshot.linkedIssues,
    checks: snapshot.checks,
    deployments: snapshot.deployments,
    coverage: parts.coverage ?? snapshot.evidence,
    coverageBaseline: snapshot.baseline,
    findings: parts.findings ?? snapshot.findings,
    findingsBaseline: snapshot.findingsBaseline,
    values: parts.values ?? snapshot.values,
    valuesBaseline: snapshot.valuesBaseline,
    signOffs: parts.signOffs,
    impact: parts.impact,
    dependencies: parts.dependencies,
    alerts: parts.alerts,
  }
}
