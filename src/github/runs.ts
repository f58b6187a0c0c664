import { z } from 'zod'
import type { GitHubClient } from './client.ts'

/** A run of a workflow, in GitHub's own words. */
export interface WorkflowRun {
  readonly id: string
  /** The newest. */
  readonly attempt: number
  readonly event: string
  /** Of a pull request's run: its head, not the merge that was tested. */
  readonly headSha: string
  /** `.github/workflows/file.yml` */
  readonly path: string
  readonly repositoryId: string
  /** `null`: the fork is gone. */
  readonly headRepositoryId: string | null
  readonly isComplete: boolean
  /** When its newest attempt began, epoch milliseconds. */
  readonly startedAt: number
}

export interface Artifact {
  readonly id: string
  readonly name: string
  /** Of the archive. */
  readonly bytes: number
  readonly expired: boolean
}

interface Place {
  readonly owner: string
  readonly name: string
}

/** Ids are text here, whichever way GitHub gives them. */
export const id = z.union([z.int().min(1), z.string().regex(/^\d+$/)]).transform(String)
/** What GitHub says of a run. */
export const run = z.object({
  id,
  run_attempt: z.int().min(1).default(1),
  event: z.string(),
  head_sha: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  path: z.string(),
  status: z.string().nullable(),
  created_at: z.string(),
  run_started_at: z.string().optional(),
  repository: z.object({ id }),
  head_repository: z.object({ id }).nullable(),
})

/** A run as a call or a webhook shows it; `null`: it is none. */
export function workflowRunOf(value: unknown): WorkflowRun | null {
  const read = run.safeParse(value)
  if (!read.success) return null
  const { data } = read
  const startedAt = Date.parse(data.run_started_at ?? data.created_at)
  if (!Number.isSafeInteger(startedAt)) return null
  return {
    id: data.id,
    attempt: data.run_attempt,
    event: data.event,
    headSha: data.head_sha,
    path: data.path.split('@', 1)[0] ?? '',
    repositoryId: data.repository.id,
    headRepositoryId: data.head_repository?.id ?? null,
    isComplete: data.status === 'completed',
    startedAt,
  }
}

/** Needs `actions: read`. Rejects as the client does. */
export async function readWorkflowRun(
  client: GitHubClient,
  { owner, name }: Place,
  runId: string,
): Promise<WorkflowRun> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}', {
    owner,
    repo: name,
    run_id: runId,
  })
  const read = workflowRunOf(data)
  if (read === null) throw new Error('GitHub described a run in a form that is not known')
  return read
}

/** Complete runs of `pull_request` on a commit, the newest first. Needs `actions: read`. */
export async function readRunsAt(
  client: GitHubClient,
  { owner, name }: Place,
  headSha: string,
): Promise<readonly WorkflowRun[]> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/actions/runs', {
    owner,
    repo: name,
    head_sha: headSha,
    event: 'pull_request',
    status: 'completed',
    per_page: 20,
  })
  return z
    .object({ workflow_runs: z.array(z.unknown()) })
    .parse(data)
    .workflow_runs.flatMap(one => workflowRunOf(one) ?? [])
}

const artifacts = z.object({
  artifacts: z.array(z.object({ id, name: z.string(), size_in_bytes: z.int().min(0), expired: z.boolean() })),
})

/** Artifacts of that name that a run has left, the newest last. Needs `actions: read`. */
export async function readArtifacts(
  client: GitHubClient,
  { owner, name }: Place,
  runId: string,
  named: string,
): Promise<readonly Artifact[]> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
    owner,
    repo: name,
    run_id: runId,
    name: named,
    per_page: 100,
  })
  return artifacts
    .parse(data)
    .artifacts.filter(one => one.name === named)
    .map(one => ({ id: one.id, name: one.name, bytes: one.size_in_bytes, expired: one.expired }))
}

/** Where an artifact's archive can be had without credentials, for a minute. Needs `actions: read`. */
export async function downloadAddress(client: GitHubClient, { owner, name }: Place, artifactId: string): Promise<URL> {
  const { headers } = await client.request(
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    {
      owner,
      repo: name,
      artifact_id: artifactId,
      archive_format: 'zip',
      request: { redirect: 'manual' },
    },
  )
  const address = typeof headers?.location === 'string' ? URL.parse(headers.location) : null
  if (address === null || !isSafe(address)) throw new Error('GitHub named no address of the archive')
  return address
}

/** Plain http only on this machine, as for every other address. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(hostname))
