import { realpath } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { pathsOf, type SharedRead } from '../policy/layers.ts'
import type { Reference } from '../policy/reference.ts'
import { policyEntriesIn } from './policy.ts'

/**
 * Shared policies in a folder, as `owner/repository` below it; for work without a network. Whatever ref is asked for,
 * the files are taken as they lie there. Links that lead out of the folder are not followed.
 */
export async function readReferenceIn(folder: string, reference: Reference): Promise<SharedRead> {
  const { owner, repository } = reference
  const root = await realpath(folder).catch(() => null)
  const found = await realpath(join(folder, owner, repository)).catch(() => null)
  if (root === null || found === null || !found.startsWith(root + sep))
    return { state: 'unread', why: 'not-asked', detail: '' }
  // What lies on this machine is shown to whoever sits at it.
  const paths: string[] = []
  for (const path of pathsOf(reference)) if (await isBelow(found, dirname(join(found, path)))) paths.push(path)
  return { state: 'present', sha: '', isPublic: true, entries: await policyEntriesIn(found, paths) }
}

async function isBelow(root: string, folder: string): Promise<boolean> {
  const real = await realpath(folder).catch(() => null)
  return real !== null && (real === root || real.startsWith(root + sep))
}

/** Where no folder is given. */
export const nothingShared = async (): Promise<SharedRead> => ({ state: 'unread', why: 'not-asked', detail: '' })
