import { readFileSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { parse, resolve } from 'node:path'
import type { PolicyState } from '../src/evaluate.ts'
import { policyStateOf, sharedFor } from '../src/facts/policy.ts'
import { commitCalled, findRepository, headCommit, type Repository } from '../src/git/git.ts'
import { message } from '../src/locales/message.ts'
import { readShared } from '../src/policy/layers.ts'
import { type ParsedPolicy, type PolicyProblem, parsePolicy } from '../src/policy/parse.ts'
import type { Reference } from '../src/policy/reference.ts'
import { err, ok, type Result } from '../src/result.ts'
import { policyEntriesAt, policyEntriesIn } from '../src/workspace/policy.ts'
import { nothingShared, readReferenceIn } from '../src/workspace/shared.ts'
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

/** Where a range ends: HEAD, unless another commit is named. */
export async function headNamed(
  repository: Repository,
  ref: string | undefined,
): Promise<Result<NamedCommit, Refusal>> {
  if (ref !== undefined) return commitNamed(repository, 'head', ref)
  const head = await headCommit(repository)
  return head.ok ? ok({ ref: 'HEAD', sha: head.value }) : err({ message: head.error })
}

export type JudgingPolicy = Extract<PolicyState, { state: 'present' }>

/** Where the policies lie that others extend: a folder with `owner/repository` below it; `undefined`: nowhere. */
export type SharedFolder = string | undefined

/** The option of every command that reads a policy. */
export const sharedOption = { shared: { about: 'cli.option.shared', value: 'FOLDER' } } as const

const readerIn = (folder: SharedFolder, cwd: string) =>
  folder === undefined ? nothingShared : (reference: Reference) => readReferenceIn(resolve(cwd, folder), reference)

/** The commit's policy judges, as on GitHub; without a commit the one that is being written. */
export async function policyOf(
  repository: Repository,
  commit: NamedCommit | null,
  shared?: SharedFolder,
): Promise<Result<JudgingPolicy, Refusal>> {
  const entries =
    commit === null ? ok(await policyEntriesIn(repository.root)) : await policyEntriesAt(repository, commit.sha)
  if (!entries.ok) return err({ message: entries.error })
  const place = { owner: ownerIn(entries.value) }
  const files = await sharedFor(entries.value, place, readerIn(shared, repository.root))
  const state = policyStateOf(entries.value, { ...place, shared: files, sha: commit?.sha ?? '' })
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

/** A policy that stands in a file, for trying it out. */
export async function policyInFile(
  path: string,
  cwd: string,
  shared?: SharedFolder,
): Promise<Result<JudgingPolicy, Refusal>> {
  const parsed = await parsedFile(path, cwd, shared)
  if (!parsed.ok) return parsed
  const { policy, sha256 } = parsed.value
  return ok({ state: 'present', policy, origin: { source: 'base', path, sha: '', sha256 } })
}

/** The same with where every value is from. */
export async function parsedFile(
  path: string,
  cwd: string,
  shared?: SharedFolder,
): Promise<Result<ParsedPolicy, Refusal>> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(resolve(cwd, path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return err({ place: { path }, message: message('cli.unreadable', { code }) })
  }
  const parsed = await parseWithShared(bytes, path, cwd, { shared })
  return parsed.ok ? parsed : err(firstProblem(parsed.error))
}

/** Reads a policy with what it extends; every problem. */
export async function parseWithShared(
  bytes: Uint8Array | string,
  path: string,
  cwd: string,
  { owner, shared }: { readonly owner?: string | undefined; readonly shared: SharedFolder },
): Promise<Result<ParsedPolicy, readonly PolicyProblem[]>> {
  const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')
  const context = { owner: owner ?? ownerIn([{ text }]) }
  return parsePolicy(bytes, path, { ...context, shared: await readShared(bytes, context, readerIn(shared, cwd)) })
}

/** Path of the policy; `null`: there is none, and the defaults apply. */
export const pathOf = ({ origin }: JudgingPolicy): string | null => (origin.source === 'base' ? origin.path : null)

export function firstProblem([first]: readonly PolicyProblem[]): Refusal {
  if (first === undefined) return { message: message('policy.broken', { count: 0, path: '' }) }
  const { path, line, column, code, keyPath } = first
  return { place: { path, line, column }, label: `${code} ${keyPath}`.trim(), message: first.message }
}

/** A fork's clone is not called like the owner of the teams: whoever they are of is taken for the owner. */
export const ownerIn = (entries: readonly { readonly text: string | null }[]): string =>
  entries
    .map(({ text }) => /(?:@|^extends:\s*\[?["']?)([A-Za-z0-9-]+)\/[A-Za-z0-9._-]+/m.exec(text ?? '')?.[1])
    .find(owner => owner) ?? ''
