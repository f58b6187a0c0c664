import type { Account, RepositoryRecord, RunRecord, World } from '../state.ts'
import { runView, workflowView } from '../views/runs.ts'
import type { Site } from './context.ts'

export interface NewRun {
  readonly event: string
  /** What GitHub shows of the run; with `pull_request` the head, not the merge. */
  readonly headSha: string
  /** `GITHUB_SHA` and `GITHUB_REF` of its jobs. */
  readonly sha: string
  readonly ref: string
  /** `.github/workflows/gates.yml` */
  readonly path?: string
  /** Where the job is written, when that is another, reusable workflow: `owner/name/.github/workflows/x.yml@ref`. */
  readonly jobWorkflowRef?: string
  /** Login of the owner of the fork that the head is in. */
  readonly fork?: string
}

export async function startRun(site: Site, repository: RepositoryRecord, o: NewRun): Promise<RunRecord> {
  const { world } = site
  const commit = await repository.git.commitOrThrow(o.headSha)
  const run: RunRecord = {
    id: world.nextId(),
    repository,
    headRepository: o.fork === undefined ? repository : forkOf(world, repository, world.person(o.fork)),
    event: o.event,
    headSha: o.headSha,
    commit,
    sha: o.sha,
    ref: o.ref,
    path: o.path ?? '.github/workflows/gates.yml',
    jobWorkflowRef: o.jobWorkflowRef ?? null,
    attempt: 1,
    status: 'in_progress',
    conclusion: null,
    startedAt: world.now(),
    createdAt: world.now(),
    artifacts: [],
    gated: [],
  }
  world.runs.set(run.id, run)
  emit(site, run, 'requested')
  return run
}

/** GitHub starts its jobs again under the next number; the artifacts of earlier attempts stay. */
export function rerun({ world }: Site, run: RunRecord): void {
  run.attempt += 1
  run.status = 'in_progress'
  run.conclusion = null
  run.startedAt = new Date(world.clock().getTime() + run.attempt * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
}

export function completeRun(site: Site, run: RunRecord, conclusion: string): void {
  run.status = 'completed'
  run.conclusion = conclusion
  emit(site, run, 'completed')
}

/** `zip`: the archive as it is, for whatever an attacker can make of one. */
export function addArtifact({ world }: Site, run: RunRecord, name: string, zip: Buffer): void {
  run.artifacts.push({ id: world.nextId(), name, zip, createdAt: world.now() })
}

function emit({ world, hooks }: Site, run: RunRecord, action: string): void {
  hooks.emit({
    event: 'workflow_run',
    action,
    repository: run.repository,
    sender: run.headRepository.owner,
    payload: () => ({ workflow_run: runView(world, run), workflow: workflowView(world, run) }),
  })
}

/** Enough of a fork for what GitHub tells of one. */
const forkOf = (world: World, repository: RepositoryRecord, owner: Account): RepositoryRecord => ({
  ...repository,
  id: world.nextId(),
  nodeId: `R_fork_${owner.login}`,
  owner,
})
