import type { GitHubClient } from '../../src/github/client.ts'
import { statusOf } from '../../src/github/client.ts'
import { readWorkflowRun, type WorkflowRun } from '../../src/github/runs.ts'
import { readSnapshot } from '../../src/github/snapshot.ts'
import { pullNumberOf, type WorkflowClaims } from '../../src/oidc/claims.ts'
import { isAllowedWorkflow } from '../../src/oidc/workflows.ts'
import type { ClientFor } from '../github.ts'
import { readPolicy } from '../shared-policy.ts'
import type { Repository, Store } from '../store/index.ts'
import type { RunOracle } from './receive.ts'

export interface OracleDeps {
  readonly store: Store
  readonly clientFor: ClientFor
  readonly now: () => number
  readonly policyRepositories?: readonly string[] | undefined
}

/** Asks the store who is installed, GitHub about the run, and the base branch's policy about the workflow. */
export function runOracle(deps: OracleDeps): RunOracle {
  const at = async (repositoryId: string) => {
    const repository = await reachable(deps.store, repositoryId)
    if (repository === null) throw new Error('not installed')
    return { repository, client: await deps.clientFor(repository.installationId, repository.id) }
  }
  return {
    isInstalled: async id => (await reachable(deps.store, id)) !== null,
    run: async claims => {
      const { repository, client } = await at(claims.repositoryId)
      try {
        return await readWorkflowRun(client, placeOf(repository), claims.runId)
      } catch (error) {
        if (statusOf(error) === 404) return null
        throw error
      }
    },
    allows: async (claims, run) => {
      const { repository, client } = await at(claims.repositoryId)
      const measurer = { workflow: claims.jobWorkflowRef, repository: claims.repository }
      for (const number of await pullsOf(deps.store, claims, run)) {
        const allowed = await allowedAtBase({ ...deps, client }, repository, number)
        if (allowed !== null && !isAllowedWorkflow(allowed.workflows, measurer)) return false
      }
      // Where the pull request is not known yet, its evaluation decides.
      return true
    },
  }
}

const placeOf = ({ fullName }: Repository) => {
  const [owner = '', name = ''] = fullName.split('/')
  return { owner, name }
}

/** Neither removed nor suspended. */
async function reachable(store: Store, repositoryId: string): Promise<Repository | null> {
  const repository = await store.repositories.get(repositoryId)
  if (repository === null || repository.removed) return null
  const installation = await store.installations.get(repository.installationId)
  return installation?.removed === true || installation?.suspended === true ? null : repository
}

async function pullsOf(store: Store, claims: WorkflowClaims, run: WorkflowRun): Promise<readonly number[]> {
  const number = pullNumberOf(claims.ref)
  if (number !== null) return [number]
  const known = await store.subjects.byHead(claims.repositoryId, run.headSha)
  return known.map(subject => subject.number)
}

/** `null`: there is no such pull request, or no policy that could be read; then nothing is judged by it either. */
async function allowedAtBase(
  deps: OracleDeps & { readonly client: GitHubClient },
  repository: Repository,
  number: number,
): Promise<{ readonly workflows: readonly string[] | undefined } | null> {
  const { owner, name } = placeOf(repository)
  const snapshot = await readSnapshot(deps.client, { owner, name, number })
  if (snapshot === null || snapshot.repository.id !== repository.id) return null
  const wide = await deps.clientFor(repository.installationId, null)
  const { policy } = await readPolicy(
    { ...deps, client: wide },
    {
      owner: snapshot.repository.owner,
      name: snapshot.repository.name,
      sha: snapshot.baseSha,
      entries: snapshot.policyAtBase,
    },
  )
  return policy.state === 'present' ? { workflows: policy.policy.evidence?.workflows } : null
}
