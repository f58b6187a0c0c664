import { createHash } from 'node:crypto'
import type { ChangedFile, Commit, Fact, PullRequestFacts, SignOff } from '../facts/facts.ts'
import type { ItemPolicy } from './policy.ts'

/** Why a sign-off for another head does not speak for this one. */
export type NotCarried = 'fork' | 'policy' | 'unrecorded' | 'incomplete' | 'patch' | 'merge'

/**
 * `null`: everything that was signed is the same to the byte (security.md T-31), and, where only merges may come in
 * between, nothing else did (T-32). The base branch is compared by whoever asks.
 */
export function whyNotCarried(
  signOff: SignOff,
  carry: Exclude<ItemPolicy['carry'], 'never'>,
  facts: PullRequestFacts,
  policySha256: string | null,
): NotCarried | null {
  if (facts.fromFork !== false) return 'fork'
  if (policySha256 === null || signOff.policySha256 !== policySha256) return 'policy'
  if (signOff.patchSha256 === undefined || signOff.patchSha256 === null) return 'unrecorded'
  const patch = patchSha256(facts.changedFiles)
  if (patch === null) return 'incomplete'
  if (patch !== signOff.patchSha256) return 'patch'
  return carry === 'clean_merges' && !onlyBaseMerges(signOff.headSha, facts) ? 'merge' : null
}

/**
 * Digest of the whole patch from the merge base to the head: every file with its paths, both modes, the id of its new
 * content and its hunks. `null` unless all of it is known.
 */
export function patchSha256(files: Fact<readonly ChangedFile[]>): string | null {
  if (files.state !== 'present') return null
  const rows = files.value.map(patchRow)
  if (rows.includes(null)) return null
  const hash = createHash('sha256').update('delivery-gates patch v1\n')
  for (const row of (rows as string[]).sort()) hash.update(`${Buffer.byteLength(row)}:${row}\n`)
  return hash.digest('hex')
}

function patchRow(file: ChangedFile): string | null {
  const { path, previousPath = null, status, oldMode = null, newMode = null, blob, hunks } = file
  const modes = (status === 'added' || oldMode !== null) && (status === 'deleted' || newMode !== null)
  return modes && blob !== '' && hunks !== null
    ? JSON.stringify([path, previousPath, status, oldMode, newMode, blob, hunks])
    : null
}

/**
 * Whether the first parents lead from the head to the signed commit over merges of the base branch alone. The list of
 * commits holds all that the base branch lacks, so a parent that is not in it is on the base branch.
 */
function onlyBaseMerges(signed: string, facts: PullRequestFacts): boolean {
  if (facts.commits.state !== 'present') return false
  const own = new Map<string, Commit>(facts.commits.value.map(commit => [commit.sha, commit]))
  let at = facts.headSha
  for (let steps = 0; steps <= own.size; steps += 1) {
    if (at === signed) return own.has(at)
    const [first, second, ...more] = own.get(at)?.parents ?? []
    if (first === undefined || second === undefined || more.length > 0 || own.has(second)) return false
    at = first
  }
  return false
}
