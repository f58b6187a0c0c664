import { constants } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { join } from 'node:path'
import { listTree, type Repository, readBlob } from '../git/git.ts'
import type { PolicyEntry } from '../github/snapshot.ts'
import type { Message } from '../locales/message.ts'
import { maxPolicySize, policyPaths } from '../policy/search.ts'
import { ok, type Result } from '../result.ts'

/** What stands at `paths` in a commit of the clone. */
export async function policyEntriesAt(
  repository: Repository,
  sha: string,
  paths: readonly string[] = policyPaths,
): Promise<Result<readonly PolicyEntry[], Message>> {
  const listed = await listTree(repository, sha, paths)
  if (!listed.ok) return listed
  const entries: PolicyEntry[] = []
  for (const { path, mode, type, oid, size } of listed.value) {
    const readable = type === 'blob' && size <= maxPolicySize
    const blob = readable ? await readBlob(repository, oid, maxPolicySize) : ok(null)
    if (!blob.ok) return blob
    entries.push({ path, mode, type, size, text: blob.value === null ? null : textOf(blob.value) })
  }
  return ok(entries)
}

/** What stands at `paths` of the working tree, as git would list it. Never for a verdict about a pull request. */
export async function policyEntriesIn(
  root: string,
  paths: readonly string[] = policyPaths,
): Promise<readonly PolicyEntry[]> {
  const entries = await Promise.all(paths.map(path => entryIn(root, path)))
  return entries.filter(entry => entry !== null)
}

async function entryIn(root: string, path: string): Promise<PolicyEntry | null> {
  const file = join(root, path)
  const found = await lstat(file).catch(() => null)
  if (found === null) return null
  const { size } = found
  if (found.isSymbolicLink()) return { path, mode: '120000', type: 'blob', size, text: null }
  if (found.isDirectory()) return { path, mode: '040000', type: 'tree', size: 0, text: null }
  if (!found.isFile()) return { path, mode: '000000', type: 'blob', size: 0, text: null }
  return { path, mode: '100644', type: 'blob', size, text: size <= maxPolicySize ? await textIn(file) : null }
}

async function textIn(file: string): Promise<string | null> {
  try {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    try {
      return textOf(await handle.readFile())
    } finally {
      await handle.close()
    }
  } catch {
    return null
  }
}

/** `null`: not UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
