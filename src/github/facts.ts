import { absent, type PullRequestFacts } from '../facts/facts.ts'
import { factsOf } from '../facts/load.ts'
import type { Policy } from '../policy/schema.ts'
import { alertsOf } from './alerts.ts'
import type { GitHubClient } from './client.ts'
import { readImpact } from './contents.ts'
import { dependenciesOf } from './dependencies.ts'
import { readChangedFiles } from './files.ts'
import { readDirectory, resolveRoles } from './roles.ts'
import type { Snapshot } from './snapshot.ts'

/** Everything that GitHub says about a pull request, for whoever keeps nothing: no ledger, no files of a run. */
export async function readFacts(
  client: GitHubClient,
  snapshot: Snapshot,
  { policy, evaluatedAt }: { readonly policy: Policy; readonly evaluatedAt: string },
): Promise<PullRequestFacts> {
  const changedFiles = await readChangedFiles(client, snapshot)
  const directory = await readDirectory(client, Object.values(policy.roles).flat())
  return factsOf(snapshot, {
    evaluatedAt,
    changedFiles,
    roles: resolveRoles(policy.roles, directory),
    signOffs: absent,
    impact: await readImpact(client, snapshot.repository, changedFiles),
    dependencies: await dependenciesOf(client, snapshot, policy),
    alerts: await alertsOf(client, snapshot, policy),
  })
}
