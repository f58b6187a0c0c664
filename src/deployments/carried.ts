import { type Message, message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'

/** A commit that a deployment brings, and the pull requests that GitHub counts it to. */
export interface BroughtCommit {
  readonly sha: string
  readonly parents: number
  /** GitHub's own signature is on it: it was made by a button or by the queue. */
  readonly madeByGitHub: boolean
  /** `null`: GitHub did not list all of them. */
  readonly pulls: readonly MergedPull[] | null
}

export interface MergedPull {
  readonly number: number
  readonly merged: boolean
  /** Newest commit that the merge has put on the base; `null`: not merged. */
  readonly mergeCommit: string | null
}

/**
 * The pull requests that a deployment carries: those whose merge is among its commits. Every commit must belong to one
 * of them, whole, and a merge commit must be GitHub's own, or it could hold anything (security.md T-34). What a message
 * says counts for nothing: its author wrote it.
 */
export function carriedPulls(commits: readonly BroughtCommit[]): Result<readonly number[], Message> {
  const brought = new Set(commits.map(commit => commit.sha))
  const incomplete = commits.find(commit => commit.pulls === null)
  if (incomplete !== undefined) return err(message('deploy.unlisted', { sha: incomplete.sha }))
  const numbers = new Set<number>()
  const foreign: string[] = []
  for (const { sha, parents, madeByGitHub, pulls } of commits) {
    const own = (pulls ?? []).filter(({ merged, mergeCommit }) => merged && brought.has(mergeCommit ?? ''))
    if (own.length === 0) foreign.push(sha)
    for (const { number, mergeCommit } of own) {
      numbers.add(number)
      if (mergeCommit === sha && parents > 1 && !madeByGitHub) {
        return err(message('deploy.foreignMerge', { sha, number }))
      }
    }
  }
  if (foreign.length > 0) return err(message('deploy.noPull', { shas: foreign.slice(0, 5), count: foreign.length }))
  return ok([...numbers].sort((a, b) => a - b))
}
