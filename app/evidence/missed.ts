import type { GitHubClient } from '../../src/github/client.ts'
import { readRunsAt } from '../../src/github/runs.ts'
import type { Snapshot } from '../../src/github/snapshot.ts'
import { neededFacts } from '../../src/policy/needs.ts'
import type { Policy } from '../../src/policy/schema.ts'
import type { Log } from '../front/http.ts'
import type { Store } from '../store/index.ts'
import { fetchForkEvidence } from './artifact.ts'
import type { Measured } from './reports.ts'

/** How often one head is asked about while it waits, in milliseconds. */
const askedEveryMs = 60_000

/**
 * Looks for runs of a pull request from a fork that we were never told of, as webhooks may be lost. True: something was
 * looked at that had not been. What GitHub does not answer now is asked again with a later evaluation.
 */
export async function fetchMissed(
  {
    client,
    store,
    now,
    log,
  }: { readonly client: GitHubClient; readonly store: Store; readonly now: number; readonly log?: Log | undefined },
  { repository: { id, owner, name }, headSha, fromFork, state }: Snapshot,
  policy: Policy | null,
  measured: Measured,
): Promise<boolean> {
  if (!fromFork || state !== 'open' || policy === null || !isWaiting(policy, measured)) return false
  const key = `runs-at:${id}:${headSha}`
  if ((await store.cache.get(key, now)) !== null) return false
  await store.cache.set(key, true, now + askedEveryMs)
  try {
    const place = { id, fullName: `${owner}/${name}`, installationId: '' }
    const deps = { store, clientFor: async () => client, now: () => now, log }
    let looked = false
    for (const run of await readRunsAt(client, { owner, name }, headSha))
      if (await fetchForkEvidence(deps, place, run)) looked = true
    return looked
  } catch {
    return false
  }
}

function isWaiting(policy: Policy, { evidence, findings, values }: Measured): boolean {
  const needed = neededFacts(policy)
  return (
    (needed.has('coverage') && evidence.state === 'absent') ||
    (needed.has('findings') && findings.state === 'absent') ||
    (needed.has('values') && values.state === 'absent')
  )
}
