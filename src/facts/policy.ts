import type { PolicyState } from '../evaluate.ts'
import type { PolicyEntry } from '../github/snapshot.ts'
import { message } from '../locales/message.ts'
import { defaultPolicy } from '../policy/defaults.ts'
import { diffPolicies } from '../policy/diff.ts'
import {
  type ExtendsContext,
  layersOf,
  ownLayer,
  readShared,
  type SharedFiles,
  type SharedRead,
} from '../policy/layers.ts'
import { type PolicyProblem, parsePolicy } from '../policy/parse.ts'
import type { Reference } from '../policy/reference.ts'
import type { Policy } from '../policy/schema.ts'
import { choosePolicyFile, fileProblem, policyPaths } from '../policy/search.ts'
import type { Notice, PolicyChangeReport, ReplayReport } from '../report.ts'
import { changedPaths } from './diff.ts'
import type { ChangedFile, Fact } from './facts.ts'

/** Where a policy's own file is from, and what it may extend. */
export interface PolicyPlace extends ExtendsContext {
  readonly sha: string
  /** Where the policy is kept instead of the usual places. */
  readonly path?: string
}

/** How a host asks for a shared policy. */
export type ReadReference = (reference: Reference) => Promise<SharedRead>

/**
 * The policy that judges, out of the entries found at the base commit `sha`. No entry: the built-in defaults, which
 * block nothing. An entry whose text nobody could read is unknown, not absent.
 */
export function policyStateOf(entries: readonly PolicyEntry[] | null, base: PolicyPlace): PolicyState {
  if (entries === null) return { state: 'unknown', reason: message('unknown.notFetched', { what: 'policy' }) }
  const chosen = choosePolicyFile(base.path === undefined ? entries : elsewhere(entries, base.path))
  if (!chosen.ok) return { state: 'broken', problems: [chosen.error] }
  if (chosen.value === null) return { state: 'present', policy: defaultPolicy, origin: { source: 'none' } }
  const { text } = chosen.value
  const path = base.path ?? chosen.value.path
  if (text === null) return { state: 'unknown', reason: message('unknown.malformed', { what: path }) }
  const parsed = parsePolicy(text, path, base)
  if (!parsed.ok) return unusable(parsed.error)
  const { policy, sha256, inherited } = parsed.value
  const layers = inherited.length === 0 ? {} : { layers: inherited }
  return { state: 'present', policy, origin: { source: 'base', path, sha: base.sha, sha256, ...layers } }
}

/** Where all that is wrong is that something could not be read, nobody knows what the policy says. */
function unusable(problems: readonly PolicyProblem[]): PolicyState {
  const [first] = problems
  return first !== undefined && problems.every(problem => problem.unread)
    ? { state: 'unknown', reason: first.message, problems }
    : { state: 'broken', problems }
}

/** What the policy among these entries extends, as far as it can be read. */
export async function sharedFor(
  entries: readonly PolicyEntry[] | null,
  place: Omit<PolicyPlace, 'sha'>,
  read: ReadReference,
): Promise<SharedFiles> {
  const text = entries === null ? null : textIn(entries, place.path)
  return text === null ? new Map(place.shared) : readShared(text, place, read)
}

/**
 * The same for the version of a pull request, beside what the base branch's version extends: what its author adds is
 * read only as far as everybody may read it, so that nothing is told of it before somebody has merged it (security.md T-05).
 */
export function sharedForHead(
  entries: readonly PolicyEntry[],
  place: Omit<PolicyPlace, 'sha'>,
  read: ReadReference,
): Promise<SharedFiles> {
  return sharedFor(entries, place, async reference => {
    const found = await read(reference)
    return found.state === 'present' && !found.isPublic ? { state: 'unread', why: 'not-public', detail: '' } : found
  })
}

/** Everything that a policy refers to, read or not, for whoever wants to know when it changes. */
export function referencesIn(
  entries: readonly PolicyEntry[] | null,
  place: Omit<PolicyPlace, 'sha'>,
): readonly Reference[] {
  const text = entries === null ? null : textIn(entries, place.path)
  return text === null ? [] : layersOf(ownLayer(text, ''), place).references
}

function textIn(entries: readonly PolicyEntry[], path: string | undefined): string | null {
  const chosen = choosePolicyFile(path === undefined ? entries : elsewhere(entries, path))
  return chosen.ok ? (chosen.value?.text ?? null) : null
}

/** An entry at a path of the maintainer's choice, judged by the same rules as one at a usual place. */
const elsewhere = (entries: readonly PolicyEntry[], path: string): readonly PolicyEntry[] =>
  entries.filter(entry => entry.path === path).map(entry => ({ ...entry, path: policyPaths[0] }))

/** Warnings of the judging policy itself, e.g. a threshold of 0. */
export function policyWarnings(entries: readonly PolicyEntry[], context: ExtendsContext): readonly Notice[] {
  const chosen = choosePolicyFile(entries)
  if (!chosen.ok || chosen.value === null || chosen.value.text === null) return []
  const parsed = parsePolicy(chosen.value.text, chosen.value.path, context)
  if (!parsed.ok) return []
  return parsed.value.warnings.map(({ message: told, path, line }) => ({ level: 'warning', message: told, path, line }))
}

/** What a pull request does to the policy. */
export interface PolicyChange {
  readonly path: string
  readonly changes: PolicyChangeReport['changes']
  /** That it changes, and what is wrong with the new version. */
  readonly notices: readonly Notice[]
  /** Both versions, where both are valid: what a replay compares. */
  readonly versions: { readonly before: Policy; readonly after: Policy } | null
}

/**
 * What the pull request would do to the policy, once merged: what becomes weaker or stronger, and what is wrong with the
 * new version. Decides nothing: the base branch's version judges (security.md T-01). A policy that differs only because
 * the base branch has moved on is no change (`null`); `files` tells, and where it cannot, any difference counts.
 */
export function policyChangeOf(
  base: readonly PolicyEntry[] | null,
  head: readonly PolicyEntry[],
  { files, ...context }: ExtendsContext & { readonly files: Fact<readonly ChangedFile[]> },
): PolicyChange | null {
  if (base === null || same(base, head) || (files.state === 'present' && !files.value.some(touchesPolicy))) return null
  const path = (head[0] ?? base[0])?.path ?? ''
  const after = versionOf(head, context)
  const before = versionOf(base, context)
  const problems = isProblems(after) ? after : []
  const steps = isProblems(before) ? [] : diffPolicies(before, after)
  return {
    path,
    changes: steps.map(({ direction, keyPath, message: told }) => ({ direction, keyPath, message: told })),
    notices: [
      { level: 'warning', message: message('notice.policyChanged', { path }), path },
      ...problems.map(({ message: told, path: at, line }) => ({
        level: 'warning' as const,
        message: told,
        path: at,
        line,
      })),
    ],
    versions: isProblems(before) || isProblems(after) || before === null || after === null ? null : { before, after },
  }
}

/** For the report; `replay` null: nobody has tried it on merged pull requests. */
export const policyChangeReport = (
  change: PolicyChange | null,
  replay: ReplayReport | null,
): PolicyChangeReport | null => (change === null ? null : { path: change.path, changes: change.changes, replay })

const touchesPolicy = (file: ChangedFile): boolean =>
  changedPaths(file).some(path => policyPaths.some(usual => usual === path))

function same(base: readonly PolicyEntry[], head: readonly PolicyEntry[]): boolean {
  const key = (entries: readonly PolicyEntry[]) => JSON.stringify(entries.map(one => [one.path, one.mode, one.text]))
  return key(base) === key(head)
}

type Version = Policy | null | readonly PolicyProblem[]

const isProblems = (version: Version): version is readonly PolicyProblem[] => Array.isArray(version)

/** One version of the policy for a comparison: `null` when there is none. */
function versionOf(entries: readonly PolicyEntry[], context: ExtendsContext): Version {
  const state = policyStateOf(entries, { ...context, sha: '' })
  switch (state.state) {
    case 'present':
      return state.origin.source === 'none' ? null : state.policy
    case 'broken':
      return state.problems
    case 'unknown':
      return state.problems ?? [fileProblem('CFG-FILE', state.reason, entries[0]?.path ?? '')]
    default:
      return state satisfies never
  }
}
