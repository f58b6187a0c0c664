import { type GitHubClient, graphQlFailure } from '../src/github/client.ts'
import { commentBodiesQuery } from '../src/github/queries.ts'
import { normaliseBody, parseChecklistBoxes } from '../src/render/boxes.ts'
import { laneOf } from './lane.ts'
import { sha256 } from './publication.ts'
import type { Operations, Subject } from './store/index.ts'

const perCall = 100
const doubtMs = 24 * 60 * 60 * 1000

type Kept = Pick<Operations, 'cache'>
type Place = Pick<Subject, 'repoId' | 'number'>

const writtenKey = (place: Place): string => `written:${laneOf(place)}`
const foreignKey = (place: Place): string => `foreign:${laneOf(place)}`
const doubtKey = (place: Place): string => `doubt:${laneOf(place)}`

/** Of a comment as people see it: its words, and which boxes are ticked. */
const digestOf = (body: string): string => sha256(JSON.stringify([normaliseBody(body), [...parseChecklistBoxes(body)]]))

/** Keeps what our comment says now. */
export const rememberWritten = (store: Kept, place: Place, body: string): Promise<void> =>
  store.cache.set(writtenKey(place), digestOf(body), Number.MAX_SAFE_INTEGER)

/** Something was created again because nobody could say whether the first try had created it. */
export const rememberDoubt = (store: Kept, place: Place, now: number): Promise<void> =>
  store.cache.set(doubtKey(place), now, now + doubtMs)

export const inDoubt = async (store: Kept, place: Place, now: number): Promise<boolean> =>
  (await store.cache.get(doubtKey(place), now)) !== null

/** Lists of GitHub lag behind for seconds: a look before that proves nothing. */
export const settledMs = 30_000

/** The list of comments has been looked at: from some time after the doubt on, what it shows is all there is. */
export async function endDoubt(store: Kept, place: Place, now: number): Promise<void> {
  const since = await store.cache.get(doubtKey(place), now)
  if (typeof since === 'number' && now - since >= settledMs) await store.cache.forget(doubtKey(place))
}

interface Bodies {
  readonly nodes: readonly ({ readonly id?: string; readonly body?: string } | null)[]
}

/** What became of our comments: gone, or changed by somebody, without a webhook that told us. */
export interface Damage {
  readonly gone: readonly Subject[]
  readonly changed: readonly Subject[]
}

/** Looks at the comments of these pull requests, a hundred in a call. What cannot be read is left alone. */
export async function findDamage(client: GitHubClient, store: Kept, subjects: readonly Subject[]): Promise<Damage> {
  const shown = subjects.filter(subject => subject.commentNodeId !== null)
  const gone: Subject[] = []
  const changed: Subject[] = []
  for (let start = 0; start < shown.length; start += perCall) {
    const some = shown.slice(start, start + perCall)
    const bodies = await readBodies(
      client,
      some.flatMap(subject => subject.commentNodeId ?? []),
    )
    for (const [index, subject] of some.entries()) {
      const found = bodies?.[index]
      if (found === null) gone.push(subject)
      else if (found !== undefined && (await isChanged(store, subject, digestOf(found)))) changed.push(subject)
    }
  }
  return { gone, changed }
}

/** A text that comes back again and again, without ours in between, is ours as GitHub itself writes it. */
const mendedAtMost = 3

interface Foreign {
  readonly digest: string
  readonly times: number
}

async function isChanged(store: Kept, subject: Subject, found: string): Promise<boolean> {
  const written = await store.cache.get(writtenKey(subject), 0)
  if (written === null) return false
  const before = (await store.cache.get(foreignKey(subject), 0)) as Foreign | null
  if (written === found) {
    if (before !== null) await store.cache.forget(foreignKey(subject))
    return false
  }
  const times = before?.digest === found ? before.times + 1 : 1
  if (times > mendedAtMost) return false
  await store.cache.set(foreignKey(subject), { digest: found, times } satisfies Foreign, Number.MAX_SAFE_INTEGER)
  return true
}

/** One entry for each id: the body, `null` when there is no such comment, `undefined` when that cannot be told. */
async function readBodies(
  client: GitHubClient,
  ids: readonly string[],
): Promise<readonly (string | null | undefined)[] | null> {
  try {
    const { nodes } = await client.graphql<Bodies>(commentBodiesQuery, { ids })
    return nodes.map(node => (node === null ? null : node.body))
  } catch (error) {
    const failure = graphQlFailure(error)
    const nodes = (failure?.data as Bodies | null | undefined)?.nodes
    if (failure === null || !Array.isArray(nodes)) return null
    const missing = new Set(
      failure.errors.filter(one => one.type === 'NOT_FOUND' && one.path?.[0] === 'nodes').map(one => one.path?.[1]),
    )
    return (nodes as Bodies['nodes']).map((node, index) =>
      node === null ? (missing.has(index) ? null : undefined) : node.body,
    )
  }
}
