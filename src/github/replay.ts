import type { Policy } from '../policy/schema.ts'
import { type Replayed, replay } from '../replay.ts'
import type { ReplayReport } from '../report.ts'
import type { GitHubClient } from './client.ts'
import { readFacts } from './facts.ts'
import { readSnapshot } from './snapshot.ts'

/** Most pull requests that are judged again in one go. */
export const maxReplayed = 100

interface Answer {
  readonly repository: {
    readonly pullRequests: { readonly nodes: readonly { readonly number: number; readonly mergedAt: string | null }[] }
  } | null
}

const mergedQuery = `query Merged($owner: String!, $name: String!, $base: String!, $last: Int!) {
  repository(owner: $owner, name: $name) {
    pullRequests(states: MERGED, baseRefName: $base, first: $last, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { number mergedAt }
    }
  }
}`

/** Judges the pull requests that were merged last into a branch under two policies. About four reads each. */
export async function replayMerged(
  client: GitHubClient,
  { owner, name, baseRef }: { readonly owner: string; readonly name: string; readonly baseRef: string },
  { before, after }: { readonly before: Policy; readonly after: Policy },
  { last, progress }: { readonly last: number; readonly progress?: (done: number, total: number) => void },
): Promise<ReplayReport> {
  const answer = await client.graphql<Answer>(mergedQuery, {
    owner,
    name,
    base: baseRef,
    last: Math.min(last, maxReplayed),
  })
  const merged = answer.repository?.pullRequests.nodes ?? []
  const pulls: Replayed[] = []
  for (const [index, { number, mergedAt }] of merged.entries()) {
    progress?.(index, merged.length)
    const snapshot = await readSnapshot(client, { owner, name, number })
    if (snapshot === null || mergedAt === null) continue
    const old = await readFacts(client, snapshot, { policy: before, evaluatedAt: mergedAt })
    const sameRoles = JSON.stringify(before.roles) === JSON.stringify(after.roles)
    const now = sameRoles ? old : await readFacts(client, snapshot, { policy: after, evaluatedAt: mergedAt })
    pulls.push({ number, title: snapshot.title, before: old, after: now })
  }
  return replay(pulls, before, after)
}
