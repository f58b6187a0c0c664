import { realpath } from 'node:fs/promises'
import { parse } from 'node:path'
import type { PolicyState } from '../src/evaluate.ts'
import { policyStateOf } from '../src/facts/load.ts'
import { commitCalled, findRepository, type Repository } from '../src/git/git.ts'
import { message } from '../src/locales/message.ts'
import type { PolicyProblem } from '../src/policy/parse.ts'
import { err, ok, type Result } from '../src/result.ts'
import { policyEntriesAt, policyEntriesIn } from '../src/workspace/policy.ts'
import type { Refusal } from './command.ts'

/** The checkout that holds a folder; `null`: there is none. */
export const checkoutAround = async (cwd: string): Promise<Repository | null> =>
  findRepository(await realpath(cwd), parse(cwd).root)

/** The same, for commands that cannot do without. */
export async function needCheckout(cwd: string): Promise<Result<Repository, Refusal>> {
  const repository = await checkoutAround(cwd)
  return repository === null ? err({ message: message('cli.noCheckout', {}) }) : ok(repository)
}

/** A commit as the person calls it. */
export interface NamedCommit {
  readonly ref: string
  readonly sha: string
}

export async function commitNamed(
  repository: Repository,
  option: 'base' | 'head',
  ref: string,
): Promise<Result<NamedCommit, Refusal>> {
  const sha = await commitCalled(repository, ref)
  if (!sha.ok) return err({ message: sha.error })
  return sha.value === null ? err({ message: message('cli.noCommit', { option, ref }) }) : ok({ ref, sha: sha.value })
}

export type JudgingPolicy = Extract<PolicyState, { state: 'present' }>

/** The commit's policy judges, as on GitHub; without a commit the one that is being written. */
export async function policyOf(
  repository: Repository,
  commit: NamedCommit | null,
): Promise<Result<JudgingPolicy, Refusal>> {
  const entries =
    commit === null ? ok(await policyEntriesIn(repository.root)) : await policyEntriesAt(repository, commit.sha)
  if (!entries.ok) return err({ message: entries.error })
  const state = policyStateOf(entries.value, { owner: ownerIn(entries.value), sha: commit?.sha ?? '' })
  switch (state.state) {
    case 'present':
      return ok(state)
    case 'unknown':
      return err({ message: state.reason })
    case 'broken':
      return err(firstProblem(state.problems))
    default:
      return state satisfies never
  }
}

/** Path of the policy; `null`: there is none, and the defaults apply. */
export const pathOf = ({ origin }: JudgingPolicy): string | null => (origin.source === 'base' ? origin.path : null)

function firstProblem([first]: readonly PolicyProblem[]): Refusal {
  if (first === undefined) return { message: message('policy.broken', { count: 0, path: '' }) }
  const { path, line, column, code, keyPath } = first
  return { place: { path, line, column }, label: `${code} ${keyPath}`.trim(), message: first.message }
}

/** A fork's clone is not called like the owner of the teams: whoever they are of is taken for the owner. */
export const ownerIn = (entries: readonly { readonly text: string | null }[]): string =>
  entries.map(({ text }) => /@([A-Za-z0-9-]+)\/[A-Za-z0-9._-]+/.exec(text ?? '')?.[1]).find(owner => owner) ?? ''
