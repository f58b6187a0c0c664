import type { PolicyState } from '../evaluate.ts'
import type { PolicyEntry, Snapshot } from '../github/snapshot.ts'
import type { ImpactFacts } from '../impact/model.ts'
import { message } from '../locales/message.ts'
import { defaultPolicy } from '../policy/defaults.ts'
import { diffPolicies } from '../policy/diff.ts'
import { type PolicyProblem, parsePolicy } from '../policy/parse.ts'
import type { Policy } from '../policy/schema.ts'
import { choosePolicyFile, fileProblem, policyPaths } from '../policy/search.ts'
import type { Notice } from '../report.ts'
import { changedPaths } from './diff.ts'
import {
  allUnknown,
  type ChangedFile,
  type DependencyGraph,
  type Fact,
  type MeasuredCoverage,
  type PullRequestFacts,
  type ResolvedRole,
  type SignOff,
} from './facts.ts'

/**
 * The policy that judges, out of the entries found at the base commit `sha`. No entry: the built-in defaults, which
 * block nothing. An entry whose text nobody could read is unknown, not absent.
 */
export function policyStateOf(
  entries: readonly PolicyEntry[] | null,
  base: {
    readonly owner: string
    readonly sha: string /** Where the policy is kept instead. */
    readonly path?: string
  },
): PolicyState {
  if (entries === null) return { state: 'unknown', reason: message('unknown.notFetched', { what: 'policy' }) }
  const chosen = choosePolicyFile(base.path === undefined ? entries : elsewhere(entries, base.path))
  if (!chosen.ok) return { state: 'broken', problems: [chosen.error] }
  if (chosen.value === null) return { state: 'present', policy: defaultPolicy, origin: { source: 'none' } }
  const { text } = chosen.value
  const path = base.path ?? chosen.value.path
  if (text === null) return { state: 'unknown', reason: message('unknown.malformed', { what: path }) }
  const parsed = parsePolicy(text, path, { owner: base.owner })
  if (!parsed.ok) return { state: 'broken', problems: parsed.error }
  const origin = { source: 'base', path, sha: base.sha, sha256: parsed.value.sha256 } as const
  return { state: 'present', policy: parsed.value.policy, origin }
}

/** An entry at a path of the maintainer's choice, judged by the same rules as one at a usual place. */
const elsewhere = (entries: readonly PolicyEntry[], path: string): readonly PolicyEntry[] =>
  entries.filter(entry => entry.path === path).map(entry => ({ ...entry, path: policyPaths[0] }))

/** Warnings of the judging policy itself, e.g. a threshold of 0. */
export function policyWarnings(entries: readonly PolicyEntry[], owner: string): readonly Notice[] {
  const chosen = choosePolicyFile(entries)
  if (!chosen.ok || chosen.value === null || chosen.value.text === null) return []
  const parsed = parsePolicy(chosen.value.text, chosen.value.path, { owner })
  if (!parsed.ok) return []
  return parsed.value.warnings.map(({ message: told, path, line }) => ({ level: 'warning', message: told, path, line }))
}

/**
 * What the pull request would do to the policy, once merged: that it changes, what becomes weaker or stronger, and what
 * is wrong with the new version. Decides nothing: the base branch's version judges (security.md T-01). A policy that
 * differs only because the base branch has moved on is no change; `files` tells, and where it cannot, any difference counts.
 */
export function policyNotices(
  base: readonly PolicyEntry[] | null,
  head: readonly PolicyEntry[],
  { owner, files }: { readonly owner: string; readonly files: Fact<readonly ChangedFile[]> },
): readonly Notice[] {
  if (base === null || same(base, head) || (files.state === 'present' && !files.value.some(touchesPolicy))) return []
  const path = (head[0] ?? base[0])?.path ?? ''
  const after = versionOf(head, owner)
  const before = versionOf(base, owner)
  const problems = isProblems(after) ? after : []
  const steps = isProblems(before) ? [] : diffPolicies(before, after)
  return [
    { level: 'warning', message: message('notice.policyChanged', { path }), path },
    ...steps.map(step => ({
      level: step.direction === 'weaker' ? ('warning' as const) : ('notice' as const),
      message: step.message,
      path,
    })),
    ...problems.map(problem => ({ level: 'warning' as const, message: problem.message, path, line: problem.line })),
  ]
}

const touchesPolicy = (file: ChangedFile): boolean =>
  changedPaths(file).some(path => policyPaths.some(usual => usual === path))

function same(base: readonly PolicyEntry[], head: readonly PolicyEntry[]): boolean {
  const key = (entries: readonly PolicyEntry[]) => JSON.stringify(entries.map(one => [one.path, one.mode, one.text]))
  return key(base) === key(head)
}

type Version = Policy | null | readonly PolicyProblem[]

const isProblems = (version: Version): version is readonly PolicyProblem[] => Array.isArray(version)

/** One version of the policy for a comparison: `null` when there is none. */
function versionOf(entries: readonly PolicyEntry[], owner: string): Version {
  const state = policyStateOf(entries, { owner, sha: '' })
  switch (state.state) {
    case 'present':
      return state.origin.source === 'none' ? null : state.policy
    case 'broken':
      return state.problems
    case 'unknown':
      return [fileProblem('CFG-FILE', state.reason, entries[0]?.path ?? '')]
    default:
      return state satisfies never
  }
}

/** What a snapshot does not hold, from wherever the host has it. */
export interface FactParts {
  /** ISO 8601 UTC. */
  readonly evaluatedAt: string
  readonly roles: Readonly<Record<string, ResolvedRole>>
  readonly changedFiles: Fact<readonly ChangedFile[]>
  /** Left out: what CI recorded for this head. */
  readonly coverage?: Fact<MeasuredCoverage>
  readonly signOffs: Fact<readonly SignOff[]>
  readonly impact: Fact<ImpactFacts>
  readonly dependencies: Fact<DependencyGraph>
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
    signOffs: parts.signOffs,
    impact: parts.impact,
    dependencies: parts.dependencies,
  }
}
