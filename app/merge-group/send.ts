import type { GitHubClient } from '../../src/github/client.ts'
import { type Effect, publish } from '../../src/github/publish.ts'
import { ownCheckName } from '../../src/github/queries.ts'
import type { OutboxClaim, Store } from '../store/index.ts'
import type { GroupPublication } from './publication.ts'
import { groupAt, type MergeGroup } from './record.ts'

/** What we have published on a group's commit. */
interface Published {
  readonly checkRunId: string
  readonly digest: string
}

interface Sending {
  readonly store: Store
  readonly now: () => number
  readonly appSlug: () => Promise<string>
  readonly publicUrl: string
}

const day = 24 * 60 * 60 * 1000
const publishedKey = ({ repoId, headSha }: MergeGroup): string => `group-check:${repoId}:${headSha}`
const marker = ({ repoId, headSha }: MergeGroup): string => `${repoId}.group.${headSha}`

/** Creates the group's check, or updates it when it says something else by now. A group that is gone is left alone. */
export async function sendGroup(deps: Sending, client: GitHubClient, claim: OutboxClaim): Promise<string | null> {
  const { group, repositoryNodeId: repositoryId, check, digest } = JSON.parse(claim.body) as GroupPublication
  const { store, now } = deps
  if ((await groupAt(store, group.repoId, group.headSha, now())) === null) return null
  const kept = (await store.cache.get(publishedKey(group), now())) as Published | null
  if (kept?.digest === digest) return null
  // Claimed before, even if that try was killed before it could say so: the check may be there.
  const checkRunId = kept?.checkRunId ?? (claim.fence > 1 ? await existing(deps, client, group) : null)
  const effect: Effect =
    checkRunId === null
      ? {
          kind: 'create-check',
          repositoryId,
          name: ownCheckName,
          headSha: group.headSha,
          externalId: marker(group),
          detailsUrl: `${deps.publicUrl}/`,
          check,
        }
      : { kind: 'update-check', repositoryId, checkRunId, check }
  const [result] = await publish(client, [effect])
  if (result === undefined || !result.ok) return `${result?.type ?? ''} ${result?.message ?? 'no answer'}`.trim()
  await store.cache.set(publishedKey(group), { checkRunId: result.nodeId, digest }, now() + 7 * day)
  return null
}

interface Found {
  readonly repository: {
    readonly object: {
      readonly checkSuites?: {
        readonly nodes: readonly {
          readonly app: { readonly slug: string } | null
          readonly checkRuns: { readonly nodes: readonly { readonly id: string; readonly externalId: string | null }[] }
        }[]
      } | null
    } | null
  } | null
}

const query = `query GroupCheck($owner: String!, $name: String!, $oid: GitObjectID!, $checkName: String!) {
  repository(owner: $owner, name: $name) {
    object(oid: $oid) {
      ... on Commit {
        checkSuites(first: 20, filterBy: { checkName: $checkName }) {
          nodes { app { slug } checkRuns(first: 20, filterBy: { checkName: $checkName }) { nodes { id externalId } } }
        }
      }
    }
  }
}`

async function existing(deps: Sending, client: GitHubClient, group: MergeGroup): Promise<string | null> {
  const [owner = '', name = ''] = group.fullName.split('/')
  const answer = await client.graphql<Found>(query, { owner, name, oid: group.headSha, checkName: ownCheckName })
  const slug = await deps.appSlug()
  const runs = (answer.repository?.object?.checkSuites?.nodes ?? [])
    .filter(suite => suite.app?.slug === slug)
    .flatMap(suite => suite.checkRuns.nodes)
  return runs.find(run => run.externalId === marker(group))?.id ?? null
}
