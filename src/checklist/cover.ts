import { createHash } from 'node:crypto'
import type { ChangedFile } from '../facts/facts.ts'
import { compileGlobs } from '../glob.ts'
import { type Meaning, meaningOf } from './meaning.ts'
import type { ItemPolicy } from './policy.ts'

/**
 * Digest of what a signature on this item means: its text, role, count and the files it speaks about. A policy edit
 * that changes one of them makes earlier sign-offs stale; any other edit leaves them alone.
 */
export const itemHash = (item: ItemPolicy): string => hashOf(item.id, meaningOf(item))

/** The same, from a meaning that was kept. */
export function hashOf(id: string, { text, role, covers, allowSelf }: Meaning): string {
  const meaning = [id, text, role, covers, allowSelf]
  return createHash('sha256')
    .update(`delivery-gates item v1\n${canonical(meaning)}`)
    .digest('hex')
}

/** JSON with sorted keys, so that the order in which somebody wrote the policy does not matter. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/**
 * The changed files that an item covers, each with the identity of its content: status, mode where it is known, blob and
 * old path. GitHub's list of files has no modes, so they are read where a sign-off rests on them.
 */
export function coveredFiles(item: ItemPolicy, files: readonly ChangedFile[]): Readonly<Record<string, string>> {
  const globs = item.covers === undefined ? undefined : compileGlobs(item.covers)
  const covers = (path: string): boolean => globs === undefined || globs.matches(path)
  const covered = files
    .filter(file => covers(file.path) || (file.previousPath !== undefined && covers(file.previousPath)))
    .map(file => [file.path, `${kindOf(file)} ${file.blob} ${file.previousPath ?? ''}`] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(covered)
}

const kindOf = ({ status, newMode }: ChangedFile): string =>
  status === 'deleted' || newMode === undefined || newMode === null ? status : `${status}:${newMode}`

const hasMode = (identity: string): boolean => /^(?:deleted|[a-z-]+:\d{6}) /.test(identity)

/** Whether of some file nobody knows what it is: text, program or link (security.md T-36). */
export const lacksModes = (covered: Readonly<Record<string, string>>): boolean => !Object.values(covered).every(hasMode)

/** Whether of some file in both sets one tells what it is and the other does not. */
export const areIncomparable = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): boolean =>
  Object.entries(before).some(([path, was]) => {
    const is = after[path]
    return is !== undefined && hasMode(was) !== hasMode(is)
  })

/** Files whose content identity differs between two covered sets, in the order of their names. */
export function coveredChanges(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...paths].filter(path => before[path] !== after[path]).sort()
}
