import { createHash } from 'node:crypto'
import { type GitHubClient, statusOf } from '../../src/github/client.ts'
import { evidenceArtifact, maxUploadBytes, readUpload } from '../../src/github/evidence-upload.ts'
import {
  type Artifact,
  downloadAddress,
  readArtifacts,
  readWorkflowRun,
  type WorkflowRun,
} from '../../src/github/runs.ts'
import { err, ok, type Result } from '../../src/result.ts'
import type { Log } from '../front/http.ts'
import type { ClientFor } from '../github.ts'
import type { EvidenceRow, Repository, Store } from '../store/index.ts'
import { archiveLimits, readOnlyFile } from './archive.ts'
import { keepEvidence } from './keep.ts'

export interface ArtifactDeps {
  readonly store: Store
  readonly clientFor: ClientFor
  readonly now: () => number
  readonly log?: Log | undefined
}

type Place = Pick<Repository, 'id' | 'fullName' | 'installationId'>

/** Most bytes of an archive: one document, packed or not. */
const maxArchiveBytes = maxUploadBytes + 64 * 1024
const downloadMs = 20_000
const lookedAtMs = 7 * 24 * 60 * 60 * 1000

/**
 * Fetches what a run of a pull request from a fork has left, once for each attempt. Such a run has no token to hand it
 * over with; whatever it left is a stranger's, bound only to the run's head by GitHub's own word (security.md T-53). False:
 * there was nothing to look at, or it had been looked at before.
 */
export async function fetchForkEvidence(deps: ArtifactDeps, repository: Place, told: WorkflowRun): Promise<boolean> {
  if (!isFork(told, repository.id)) return false
  const { store, now } = deps
  const key = `artifact:${repository.id}:${told.id}:${told.attempt}`
  if ((await store.cache.get(key, now())) !== null) return false
  const client = await deps.clientFor(repository.installationId, repository.id)
  const found = await row({ ...deps, client }, repository, told.id)
  if (found === null) return false
  await store.transaction(async tx => {
    await tx.cache.set(key, true, now() + lookedAtMs)
    if (found.ok) await keepEvidence(tx, found.value)
  })
  const fields = { repository: repository.id, run: told.id }
  if (found.ok) deps.log?.('info', 'evidence.artifact-kept', { ...fields, digest: found.value.digest })
  else deps.log?.('warn', 'evidence.artifact', { ...fields, problem: found.error })
  return true
}

const isFork = (run: WorkflowRun, repositoryId: string): boolean =>
  run.event === 'pull_request' && run.isComplete && run.headRepositoryId !== repositoryId

type Fetching = ArtifactDeps & { readonly client: GitHubClient }

/** `null`: it left nothing. The error is for the operator. Rejects when GitHub does not answer; then it is tried again. */
async function row(deps: Fetching, repository: Place, runId: string): Promise<Result<EvidenceRow, string> | null> {
  const { client } = deps
  const [owner = '', name = ''] = repository.fullName.split('/')
  try {
    // Asked again: a delivery is believed only about that something happened.
    const run = await readWorkflowRun(client, { owner, name }, runId)
    if (run.repositoryId !== repository.id || !isFork(run, repository.id)) return null
    const artifacts = await readArtifacts(client, { owner, name }, runId, evidenceArtifact)
    const artifact = artifacts.filter(one => !one.expired).toSorted((a, b) => Number(b.id) - Number(a.id))[0]
    if (artifact === undefined) return null
    const document = await fetched(client, { owner, name }, artifact)
    return document.ok ? rowOf(deps, repository, run, document.value) : document
  } catch (error) {
    if (statusOf(error) === 403) return err('the App may not read artifacts; it needs the permission actions: read')
    if (statusOf(error) === 404 || statusOf(error) === 410) return null
    throw error
  }
}

async function fetched(
  client: GitHubClient,
  place: { readonly owner: string; readonly name: string },
  artifact: Artifact,
): Promise<Result<Buffer, string>> {
  if (artifact.bytes > maxArchiveBytes) return err(`the archive has ${artifact.bytes} bytes`)
  const zip = await download(await downloadAddress(client, place, artifact.id))
  return zip.ok ? readOnlyFile(zip.value, { ...archiveLimits, bytes: maxUploadBytes }) : zip
}

/** The address carries its own permission: our credentials do not travel there. */
async function download(address: URL): Promise<Result<Buffer, string>> {
  const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(downloadMs) })
  if (answer.status !== 200 || answer.body === null) throw new Error(`the archive: HTTP ${answer.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += chunk.length
    if (size > maxArchiveBytes) return err('the archive is larger than GitHub said')
    chunks.push(chunk)
  }
  return ok(Buffer.concat(chunks))
}

function rowOf(
  { now }: ArtifactDeps,
  repository: Place,
  run: WorkflowRun,
  document: Buffer,
): Result<EvidenceRow, string> {
  const text = utf8(document)
  const upload = text === null ? err('it is not UTF-8') : readUpload(text, run)
  if (!upload.ok) return upload
  const { headSha, coverage, others } = upload.value
  if (headSha !== run.headSha) return err('the document is about another commit than the run')
  return ok({
    repoId: repository.id,
    headSha: run.headSha,
    // The file as the fork has it: GitHub does not tell which job left an artifact.
    workflow: `${repository.fullName}/${run.path}@${run.headSha}`,
    digest: createHash('sha256').update(document).digest('hex'),
    origin: 'artifact',
    runId: run.id,
    attempt: run.attempt,
    startedAt: run.startedAt,
    parts: [
      ...(coverage === undefined ? [] : ['coverage' as const]),
      ...(others === undefined ? [] : ['others' as const]),
    ],
    document: text ?? '',
    receivedAt: now(),
  })
}

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
