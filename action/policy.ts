import type { PolicyState } from '../src/evaluate.ts'
import { policyStateOf, type ReadReference, sharedFor } from '../src/facts/policy.ts'
import type { Repository } from '../src/git/git.ts'
import { type GitHubClient, unknownBecause } from '../src/github/client.ts'
import { readReference } from '../src/github/shared.ts'
import type { PolicyEntry, Snapshot } from '../src/github/snapshot.ts'
import { type Message, message } from '../src/locales/message.ts'
import type { SharedFiles } from '../src/policy/layers.ts'
import { maxPolicySize, policyPaths } from '../src/policy/search.ts'
import { err, ok, type Result } from '../src/result.ts'
import { policyEntriesAt, textOf } from '../src/workspace/policy.ts'

/** Where a commit's files can be read: the clone beside us, GitHub, or neither. */
export interface Sources {
  readonly repository: Repository | null
  readonly client: GitHubClient | null
  readonly owner: string
  readonly name: string
}

/** The policy files of one commit, with what they extend as it is now. */
export interface PolicyAt {
  readonly sha: string
  readonly entries: Result<readonly PolicyEntry[], Message>
  readonly shared: SharedFiles
}

/**
 * What the base branch says now. GitHub's answer comes first: it is in the snapshot that is read anyway, is newer than
 * the event, and no earlier step of this job could have touched it. The clone stands in where there is no snapshot or
 * the policy is kept at another path. Never the working tree (security.md T-01).
 */
export async function policyAtBase(
  sources: Sources,
  config: string | null,
  base: { readonly sha: string; readonly snapshot: Snapshot | null },
): Promise<PolicyAt> {
  if (base.snapshot === null) return policyAt(sources, config, base.sha)
  const { baseSha: sha, policyAtBase: entries } = base.snapshot
  return entries !== null && (config === null || isUsual(config))
    ? withShared(sources, config, { sha, entries: ok(entries) })
    : policyAt(sources, config, sha)
}

const isUsual = (config: string): boolean => policyPaths.some(path => path === config)

/** The policy files of a commit, from the clone if it has the commit, else from GitHub. */
export async function policyAt(sources: Sources, config: string | null, sha: string): Promise<PolicyAt> {
  const paths: readonly string[] = config === null || isUsual(config) ? policyPaths : [config]
  const local = sources.repository === null ? null : await policyEntriesAt(sources.repository, sha, paths)
  if (local?.ok) return withShared(sources, config, { sha, entries: local })
  const entries =
    sources.client === null
      ? (local ?? err(message('action.policy.nowhere', { sha })))
      : await remoteEntries(sources, sources.client, sha, paths)
  return withShared(sources, config, { sha, entries })
}

async function withShared(sources: Sources, config: string | null, at: Omit<PolicyAt, 'shared'>): Promise<PolicyAt> {
  const entries = at.entries.ok ? at.entries.value : null
  return { ...at, shared: await sharedFor(entries, placeOf(sources, config), readerOf(sources)) }
}

const placeOf = ({ owner }: Pick<Sources, 'owner'>, config: string | null) =>
  config === null || isUsual(config) ? { owner } : { owner, path: config }

/** Whatever the token may read of the owner can be extended; nothing is read without one. */
export const readerOf =
  ({ client }: Pick<Sources, 'client'>): ReadReference =>
  async reference =>
    client === null ? { state: 'unread', why: 'permission', detail: '' } : readReference(client, reference)

interface RestTree {
  readonly tree: readonly {
    readonly path: string
    readonly mode: string
    readonly type: string
    readonly sha: string
    readonly size?: number
  }[]
  readonly truncated: boolean
}

/** One tree per folder on the way, then the blob: unlike the contents API this shows links as links (T-02). */
async function remoteEntries(
  sources: Sources,
  client: GitHubClient,
  sha: string,
  paths: readonly string[],
): Promise<Result<readonly PolicyEntry[], Message>> {
  const place = { owner: sources.owner, repo: sources.name }
  const trees = new Map<string, Promise<RestTree>>()
  const tree = (tree_sha: string): Promise<RestTree> => {
    const known = trees.get(tree_sha)
    if (known !== undefined) return known
    const read = client
      .request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { ...place, tree_sha })
      .then(answer => answer.data as RestTree)
    trees.set(tree_sha, read)
    return read
  }
  try {
    const entries: PolicyEntry[] = []
    for (const path of paths) {
      const found = await findEntry(tree, sha, path.split('/'))
      if (found === null) continue
      const size = found.size ?? 0
      const readable = found.type === 'blob' && size <= maxPolicySize
      const text = readable ? await remoteText(client, place, found.sha) : null
      entries.push({ path, mode: found.mode, type: found.type, size, text })
    }
    return ok(entries)
  } catch (error) {
    return err(unknownBecause('contents', error))
  }
}

async function findEntry(
  tree: (sha: string) => Promise<RestTree>,
  sha: string,
  segments: readonly string[],
): Promise<RestTree['tree'][number] | null> {
  const [name, ...rest] = segments
  const { tree: entries, truncated } = await tree(sha)
  const found = entries.find(entry => entry.path === name)
  if (found === undefined && truncated) throw new Error('the list of files is not complete')
  if (found === undefined || rest.length === 0) return found ?? null
  return found.type === 'tree' ? findEntry(tree, found.sha, rest) : null
}

async function remoteText(
  client: GitHubClient,
  place: { owner: string; repo: string },
  file_sha: string,
): Promise<string | null> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { ...place, file_sha })
  const { content, encoding } = data as { content?: string; encoding?: string }
  return encoding === 'base64' && content !== undefined ? textOf(Buffer.from(content, 'base64')) : null
}

/** The judging policy; what could not be read is unknown, never "there is none". */
export function stateOf(base: PolicyAt, owner: string, config: string | null): PolicyState {
  if (!base.entries.ok) return { state: 'unknown', reason: base.entries.error }
  const { sha, shared } = base
  if (config !== null && !isUsual(config) && base.entries.value.length === 0) {
    return { state: 'unknown', reason: message('action.policy.missing', { path: config, sha }) }
  }
  return policyStateOf(base.entries.value, { ...placeOf({ owner }, config), sha, shared })
}
