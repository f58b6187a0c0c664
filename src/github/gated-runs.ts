import { z } from 'zod'
import { type GitHubClient, statusOf } from './client.ts'
import { id, run } from './runs.ts'

interface Place {
  readonly owner: string
  readonly name: string
}

/** A run of a workflow that may wait for leave to deploy. */
export interface GatedRun {
  readonly id: string
  /** The newest. */
  readonly attempt: number
  readonly event: string
  readonly headSha: string
  readonly repositoryId: string
  readonly isComplete: boolean
  /** `null` while it is not complete. */
  readonly conclusion: string | null
}

const gated = run
  .pick({ id: true, run_attempt: true, event: true, head_sha: true, status: true, repository: true })
  .extend({ conclusion: z.string().nullable() })

/** `null`: there is none any more. Needs `actions: read`; rejects as the client does otherwise. */
export async function readGatedRun(
  client: GitHubClient,
  { owner, name }: Place,
  runId: string,
): Promise<GatedRun | null> {
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}', {
      owner,
      repo: name,
      run_id: runId,
    })
    const read = gated.parse(data)
    return {
      id: read.id,
      attempt: read.run_attempt,
      event: read.event,
      headSha: read.head_sha,
      repositoryId: read.repository.id,
      isComplete: read.status === 'completed',
      conclusion: read.conclusion,
    }
  } catch (error) {
    if (statusOf(error) === 404) return null
    throw error
  }
}

const pending = z.array(z.object({ environment: z.object({ name: z.string() }) }))

/** Environments, spelt as GitHub spells them, whose rules a run waits for: ours or others. Needs `actions: read`. */
export async function readPending(
  client: GitHubClient,
  { owner, name }: Place,
  runId: string,
): Promise<readonly string[]> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments', {
    owner,
    repo: name,
    run_id: runId,
  })
  return pending.parse(data).map(({ environment }) => environment.name)
}

const rules = z.object({
  custom_deployment_protection_rules: z
    .array(z.object({ enabled: z.boolean(), app: z.object({ slug: z.string() }) }))
    .default([]),
})

/** Whether deployments to an environment wait for an App. Needs `actions: read`. */
export async function hasRule(
  client: GitHubClient,
  { owner, name }: Place,
  environment: string,
  slug: string,
): Promise<boolean> {
  try {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules',
      { owner, repo: name, environment_name: environment },
    )
    return rules.parse(data).custom_deployment_protection_rules.some(rule => rule.enabled && rule.app.slug === slug)
  } catch (error) {
    if (statusOf(error) === 404) return false
    throw error
  }
}

const listed = z.object({ workflow_runs: z.array(z.object({ id })) })

/** Runs that wait, newest first; `unchanged`: the list is the one that `etag` stands for, and asking cost nothing. */
export async function readWaitingRuns(
  client: GitHubClient,
  { owner, name }: Place,
  etag: string | null,
): Promise<{ readonly runs: readonly string[]; readonly etag: string | null } | 'unchanged'> {
  try {
    const { data, headers } = await client.request('GET /repos/{owner}/{repo}/actions/runs', {
      owner,
      repo: name,
      status: 'waiting',
      per_page: 100,
      ...(etag === null ? {} : { headers: { 'if-none-match': etag } }),
    })
    const found = headers?.etag
    return {
      runs: listed.parse(data).workflow_runs.map(one => one.id),
      etag: typeof found === 'string' ? found : null,
    }
  } catch (error) {
    if (statusOf(error) === 304) return 'unchanged'
    throw error
  }
}

/** What an App says of a deployment; without a state it only reports. */
export interface GateAnswer {
  readonly environment: string
  readonly state: 'approved' | null
  /** Markdown, 1,024 characters at most. */
  readonly comment: string
}

/** Needs `deployments: write`. Rejects as the client does: with 404 or 422 where nothing waits for this App any more. */
export async function answerGate(
  client: GitHubClient,
  { owner, name }: Place,
  runId: string,
  { environment, state, comment }: GateAnswer,
): Promise<void> {
  await client.request('POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule', {
    owner,
    repo: name,
    run_id: runId,
    environment_name: environment,
    ...(state === null ? {} : { state }),
    comment,
  })
}
