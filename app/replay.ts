import type { PolicyChange } from '../src/facts/policy.ts'
import type { GitHubClient } from '../src/github/client.ts'
import { replayMerged } from '../src/github/replay.ts'
import type { Snapshot } from '../src/github/snapshot.ts'
import type { Policy } from '../src/policy/schema.ts'
import { replayCount } from '../src/replay.ts'
import type { ReplayReport } from '../src/report.ts'
import { sha256 } from './publication.ts'
import type { Store } from './store/index.ts'

const week = 7 * 24 * 60 * 60 * 1000

/**
 * Which verdicts a changed policy would have changed; tried once for each pair of versions. It decides nothing, so a
 * failure leaves it out.
 */
export async function keptReplay(
  { client, store, now }: { readonly client: GitHubClient; readonly store: Store; readonly now: () => number },
  { repository, baseRef }: Snapshot,
  judging: Policy | null,
  change: PolicyChange | null,
): Promise<ReplayReport | null> {
  const last = replayCount(judging)
  if (change?.versions === null || change === null || last === 0) return null
  const key = `replay:${repository.id}:${sha256(JSON.stringify([baseRef, last, change.versions]))}`
  const kept = await store.cache.get(key, now())
  if (kept !== null) return kept as ReplayReport
  const { owner, name } = repository
  try {
    const report = await replayMerged(client, { owner, name, baseRef }, change.versions, { last })
    await store.cache.set(key, report, now() + week)
    return report
  } catch {
    return null
  }
}
