import { laneOf } from './lane.ts'
import type { Operations, Subject, SubjectPatch } from './store/index.ts'

/** So many heads of one pull request are remembered; going back further makes a new check, and the newest counts. */
const rememberedChecks = 30

interface KnownCheck {
  readonly headSha: string
  readonly id: string
  readonly nodeId: string
}

type Kept = Pick<Operations, 'cache'>
type Place = Pick<Subject, 'repoId' | 'number'>

const checksKey = (place: Place): string => `checks:${laneOf(place)}`

const checksOf = async (store: Kept, place: Place): Promise<readonly KnownCheck[]> =>
  ((await store.cache.get(checksKey(place), 0)) ?? []) as readonly KnownCheck[]

/** Keeps which check of ours stands on which head: a branch may be put back to an earlier one (security.md R-05). */
export async function rememberCheck(store: Kept, place: Place, patch: SubjectPatch): Promise<void> {
  const { checkHeadSha: headSha, checkRunId: id, checkRunNodeId: nodeId } = patch
  if (typeof headSha !== 'string' || typeof id !== 'string' || typeof nodeId !== 'string') return
  const known = await checksOf(store, place)
  if (known.some(check => check.headSha === headSha && check.id === id)) return
  const others = known.filter(check => check.headSha !== headSha)
  const kept = [{ headSha, id, nodeId }, ...others].slice(0, rememberedChecks)
  await store.cache.set(checksKey(place), kept, Number.MAX_SAFE_INTEGER)
}

/** The check that we have left on this head before, to be written again; `null`: none that we know of. */
export async function checkOn(store: Kept, place: Place, headSha: string): Promise<SubjectPatch | null> {
  const found = (await checksOf(store, place)).find(check => check.headSha === headSha)
  if (found === undefined) return null
  return { checkRunId: found.id, checkRunNodeId: found.nodeId, checkHeadSha: headSha, checkDigest: null }
}
