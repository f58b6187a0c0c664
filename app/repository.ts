import { actionsAppSlug, evidenceCheckName } from '../src/github/queries.ts'
import { policyPaths } from '../src/policy/search.ts'
import { directoryPrefix } from './facts.ts'
import { parsePayload } from './front/payload.ts'
import { keep, type RepositoryLike, refreshJob } from './known.ts'
import type { Deps } from './pull-request.ts'
import { reconcileInstallation } from './reconcile.ts'
import type { InboxRow, LaneClaim, Subject } from './store/index.ts'

/** Works off the due jobs of a repository or an installation: keeps the tables true and passes work on to pull requests. */
export async function processLane(deps: Deps, claim: LaneClaim): Promise<void> {
  for (const job of claim.jobs) await processJob(deps, job)
  await deps.store.lanes.finish(
    claim,
    claim.jobs.map(job => job.id),
    deps.now(),
  )
}

async function processJob(deps: Deps, job: InboxRow): Promise<void> {
  if (job.event === 'internal.reconcile') {
    if (job.installationId !== null) await reconcileInstallation(deps, job.installationId)
    return
  }
  const payload = parsePayload(job.payload)
  if (!payload.ok) return
  const body: unknown = payload.value
  switch (job.event) {
    case 'installation':
      return installation(deps, body as InstallationPayload)
    case 'installation_repositories':
      return installationRepositories(deps, body as InstallationRepositoriesPayload)
    case 'push':
      return push(deps, job, body as PushPayload)
    case 'check_run':
      return checkRun(deps, job, body as CheckRunPayload)
    case 'team':
    case 'membership':
      return people(deps, job, body as PeoplePayload)
    default:
      return
  }
}

interface InstallationPayload {
  readonly action: string
  readonly installation: { readonly id: number | string; readonly account: { readonly login: string } | null }
  readonly repositories?: readonly RepositoryLike[]
}

/** Installed, suspended, removed. Pull requests of a new installation are found by reconciling at once. */
async function installation(deps: Deps, payload: InstallationPayload): Promise<void> {
  const id = String(payload.installation.id)
  const account = payload.installation.account?.login ?? ''
  const removed = payload.action === 'deleted'
  await deps.store.installations.save({ id, account, suspended: payload.action === 'suspend', removed })
  for (const repository of payload.repositories ?? []) await keep(deps.store, id, repository, removed)
  if (!removed && payload.action !== 'suspend') await reconcileSoon(deps, id)
}

interface InstallationRepositoriesPayload extends InstallationPayload {
  readonly repositories_added: readonly RepositoryLike[]
  readonly repositories_removed: readonly RepositoryLike[]
}

async function installationRepositories(deps: Deps, payload: InstallationRepositoriesPayload): Promise<void> {
  const id = String(payload.installation.id)
  for (const repository of payload.repositories_added) await keep(deps.store, id, repository, false)
  for (const repository of payload.repositories_removed) await keep(deps.store, id, repository, true)
  if (payload.repositories_added.length > 0) await reconcileSoon(deps, id)
}

const reconcileSoon = (deps: Deps, installationId: string): Promise<void> =>
  deps.store.inbox.enqueue({
    lane: `installation:${installationId}`,
    event: 'internal.reconcile',
    installationId,
    repoId: null,
    coalesceKey: `reconcile:${installationId}`,
    runAt: deps.now(),
  })

interface PushPayload {
  readonly ref: string
  readonly commits: readonly {
    readonly added?: readonly string[]
    readonly modified?: readonly string[]
    readonly removed?: readonly string[]
  }[]
  readonly forced?: boolean
}

/** A push that may have changed the policy of a base branch concerns every open pull request against it (T-04). */
async function push(deps: Deps, job: InboxRow, payload: PushPayload): Promise<void> {
  const branch = payload.ref.replace(/^refs\/heads\//, '')
  const touched = payload.commits.flatMap(commit => [
    ...(commit.added ?? []),
    ...(commit.modified ?? []),
    ...(commit.removed ?? []),
  ])
  // GitHub leaves commits out of large pushes; then the policy may be among them.
  const certain = payload.forced !== true && payload.commits.length > 0 && payload.commits.length < 20
  if (certain && !touched.some(path => policyPaths.some(policy => policy === path))) return
  const open = job.repoId === null ? [] : await deps.store.subjects.open(job.repoId)
  await refresh(
    deps,
    open.filter(subject => subject.baseRef === branch),
  )
}

interface CheckRunPayload {
  readonly check_run: {
    readonly name: string
    readonly head_sha: string
    readonly app: { readonly slug?: string } | null
  }
}

/** Evidence for a head that GitHub names no pull request for: those of forks, and heads shared by several (B-W15). */
async function checkRun(deps: Deps, job: InboxRow, { check_run: check }: CheckRunPayload): Promise<void> {
  if (check.name !== evidenceCheckName || check.app?.slug !== actionsAppSlug || job.repoId === null) return
  await refresh(deps, await deps.store.subjects.byHead(job.repoId, check.head_sha))
}

interface PeoplePayload {
  readonly organization?: { readonly login: string }
}

/** Who is in a team has changed: what we knew is forgotten, and open pull requests of the owner are judged again (T-17). */
async function people(deps: Deps, job: InboxRow, payload: PeoplePayload): Promise<void> {
  const owner = payload.organization?.login
  if (owner === undefined || job.installationId === null) return
  await deps.store.cache.forget(directoryPrefix(owner))
  const open = await deps.store.subjects.open()
  await refresh(
    deps,
    open.filter(subject => subject.installationId === job.installationId),
  )
}

async function refresh(deps: Deps, subjects: readonly Subject[]): Promise<void> {
  for (const subject of subjects) await deps.store.inbox.enqueue(refreshJob(subject, deps.now()))
}
