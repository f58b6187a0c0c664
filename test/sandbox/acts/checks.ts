import { accountOf } from '../access.ts'
import { forbidden, notFound, unprocessable } from '../errors.ts'
import type {
  Account,
  Actor,
  Annotation,
  AppRecord,
  CheckAction,
  CheckRunRecord,
  Json,
  RepositoryRecord,
  StatusRecord,
  SuiteRecord,
  WorkflowName,
} from '../state.ts'
import { checkRunEventView } from '../views/checks.ts'
import { commitView, repositoryApi } from '../views/repositories.ts'
import type { Site } from './context.ts'
import { requireCommit } from './pushes.ts'

export interface CheckOutput {
  readonly title?: string | null
  readonly summary?: string | null
  readonly text?: string | null
  readonly annotations?: readonly Partial<Annotation>[]
}

export interface CheckFields {
  readonly name?: string
  readonly status?: string
  readonly conclusion?: string | null
  readonly startedAt?: string
  readonly completedAt?: string
  readonly externalId?: string
  readonly detailsUrl?: string
  readonly output?: CheckOutput
  readonly actions?: readonly CheckAction[]
  /** Only a run of GitHub Actions has one. */
  readonly workflow?: WorkflowName
}

const maxText = 65_535
const maxAnnotations = 50
const actionLimits = { label: 20, identifier: 20, description: 40 } as const

/** Only an App writes check runs, the GITHUB_TOKEN being one. */
function requireApp(actor: Actor): AppRecord {
  if (actor.kind !== 'installation') {
    throw forbidden('You must authenticate via a GitHub App.')
  }
  return actor.app
}

export async function createCheckRun(
  site: Site,
  repository: RepositoryRecord,
  actor: Actor,
  { headSha, ...fields }: CheckFields & { readonly headSha: string; readonly name: string },
): Promise<CheckRunRecord> {
  const app = requireApp(actor)
  await requireCommit(repository.git, headSha)
  validate(fields)
  const run = site.world.create<CheckRunRecord>('run', {
    repository,
    app,
    suite: suiteFor(site, repository, app, headSha, fields.workflow ?? null),
    headSha,
    name: fields.name,
    status: 'queued',
    conclusion: null,
    startedAt: site.world.now(),
    completedAt: null,
    externalId: '',
    detailsUrl: `${site.world.url}/apps/${app.slug}`,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
  })
  apply(site, run, fields)
  repository.checkRuns.push(run)
  emitRun(site, run, 'created', accountOf(actor))
  if (run.status === 'completed') emitRun(site, run, 'completed', accountOf(actor))
  return run
}

export function updateCheckRun(site: Site, run: CheckRunRecord, actor: Actor, fields: CheckFields): void {
  const app = requireApp(actor)
  if (run.app.id !== app.id)
    throw forbidden(`Invalid app_id \`${app.id}\` - check run can only be modified by the GitHub App that created it.`)
  validate(fields)
  const wasCompleted = run.status === 'completed'
  apply(site, run, fields)
  if (run.status === 'completed' && !wasCompleted) emitRun(site, run, 'completed', accountOf(actor))
}

function apply({ world }: Site, run: CheckRunRecord, fields: CheckFields): void {
  const now = world.now()
  if (fields.name !== undefined) run.name = fields.name
  if (fields.status !== undefined && fields.status !== 'completed') {
    run.status = fields.status
    run.conclusion = null
    run.completedAt = null
  }
  if (fields.conclusion !== undefined && fields.conclusion !== null) {
    run.status = 'completed'
    run.conclusion = fields.conclusion
    run.completedAt = fields.completedAt ?? now
  } else if (fields.completedAt !== undefined) run.completedAt = fields.completedAt
  if (fields.startedAt !== undefined) run.startedAt = fields.startedAt
  if (fields.externalId !== undefined) run.externalId = fields.externalId
  if (fields.detailsUrl !== undefined) run.detailsUrl = fields.detailsUrl
  if (fields.actions !== undefined) run.actions = fields.actions
  const { output } = fields
  if (output !== undefined) {
    if (output.title !== undefined) run.title = output.title
    if (output.summary !== undefined) run.summary = output.summary
    if (output.text !== undefined) run.text = output.text
    run.annotations.push(...(output.annotations ?? []).map(annotation))
  }
  run.suite.updatedAt = now
}

function annotation(given: Partial<Annotation>): Annotation {
  return {
    path: given.path ?? '',
    start_line: given.start_line ?? 1,
    end_line: given.end_line ?? given.start_line ?? 1,
    start_column: given.start_column ?? null,
    end_column: given.end_column ?? null,
    annotation_level: given.annotation_level ?? 'notice',
    message: given.message ?? '',
    title: given.title ?? null,
    raw_details: given.raw_details ?? null,
  }
}

function validate(fields: CheckFields): void {
  const { output, actions = [] } = fields
  if (fields.status === 'completed' && (fields.conclusion ?? null) === null) {
    throw unprocessable('Invalid request.\n\nMissing required parameter: conclusion')
  }
  for (const field of ['summary', 'text'] as const) {
    if ((output?.[field] ?? '').length > maxText) {
      throw unprocessable(
        `Invalid request.\n\nOnly ${maxText} characters are allowed; ${output?.[field]?.length} were supplied.`,
      )
    }
  }
  if ((output?.annotations?.length ?? 0) > maxAnnotations) {
    throw unprocessable(
      `Invalid request.\n\nNo more than ${maxAnnotations} items are allowed; ${output?.annotations?.length} were supplied.`,
    )
  }
  for (const given of output?.annotations ?? []) {
    const columns = given.start_column !== undefined && given.start_column !== null
    if (columns && given.start_line !== given.end_line) {
      throw unprocessable('Validation Failed', [
        { field: 'annotations', code: 'invalid', message: 'columns need one line' },
      ])
    }
  }
  if (actions.length > 3) throw unprocessable('Invalid request.\n\nNo more than 3 items are allowed.')
  for (const action of actions) {
    for (const [field, limit] of Object.entries(actionLimits)) {
      const { length } = action[field as keyof CheckAction]
      if (length > limit) {
        throw unprocessable(`Invalid request.\n\nOnly ${limit} characters are allowed; ${length} were supplied.`)
      }
    }
  }
}

function suiteFor(
  { world }: Site,
  repository: RepositoryRecord,
  app: AppRecord,
  headSha: string,
  workflow: WorkflowName | null,
): SuiteRecord {
  const known = repository.suites.find(
    suite =>
      suite.app.id === app.id &&
      suite.headSha === headSha &&
      suite.workflow?.name === workflow?.name &&
      suite.workflow?.event === workflow?.event,
  )
  if (known !== undefined) return known
  const branch = [...repository.git.refs].find(([ref, sha]) => ref.startsWith('refs/heads/') && sha === headSha)?.[0]
  const now = world.now()
  const suite = world.create<SuiteRecord>('suite', {
    repository,
    app,
    headSha,
    headBranch: branch?.replace('refs/heads/', '') ?? null,
    workflow,
    createdAt: now,
    updatedAt: now,
  })
  repository.suites.push(suite)
  return suite
}

export function findCheckRun(repository: RepositoryRecord, id: number): CheckRunRecord {
  const run = repository.checkRuns.find(known => known.id === id)
  if (run === undefined) throw notFound()
  return run
}

function emitRun({ world, hooks }: Site, run: CheckRunRecord, action: string, sender: Account, extra: Json = {}): void {
  const { repository } = run
  const own = action === 'requested_action' || action === 'rerequested'
  hooks.emit({
    event: 'check_run',
    action,
    repository,
    sender,
    ...(own ? { app: run.app } : {}),
    payload: () => ({ check_run: checkRunEventView(world, run), ...extra }),
  })
}

/** A person presses a button that the App put on its run. */
export function requestAction(site: Site, run: CheckRunRecord, sender: Account, identifier: string): void {
  if (!run.actions.some(action => action.identifier === identifier)) {
    const known = run.actions.map(action => action.identifier).join(', ') || 'none'
    throw new Error(`check run ${run.name} has no action ${identifier}; it has: ${known}`)
  }
  emitRun(site, run, 'requested_action', sender, { requested_action: { identifier } })
}

export function rerequest(site: Site, run: CheckRunRecord, sender: Account): void {
  run.status = 'queued'
  run.conclusion = null
  run.completedAt = null
  emitRun(site, run, 'rerequested', sender)
}

export interface NewStatus {
  readonly state: StatusRecord['state']
  readonly context: string
  readonly description: string | null
  readonly targetUrl: string | null
}

export async function createStatus(
  { world, hooks }: Site,
  repository: RepositoryRecord,
  actor: Actor,
  sha: string,
  fields: NewStatus,
): Promise<StatusRecord> {
  await requireCommit(repository.git, sha)
  if ((fields.description ?? '').length > 140) {
    const message = 'description is too long (maximum is 140 characters)'
    throw unprocessable('Validation Failed', [{ resource: 'Status', code: 'custom', field: 'description', message }])
  }
  const creator = accountOf(actor)
  const status = world.create<StatusRecord>('status', { repository, sha, ...fields, creator, createdAt: world.now() })
  repository.statuses.push(status)
  const commit = await repository.git.commitOrThrow(sha)
  const branches = [...repository.git.refs].filter(([ref, tip]) => ref.startsWith('refs/heads/') && tip === sha)
  hooks.emit({
    event: 'status',
    repository,
    sender: creator,
    payload: () => ({
      id: status.id,
      sha,
      name: `${repository.owner.login}/${repository.name}`,
      target_url: status.targetUrl,
      avatar_url: `${world.url}/avatars/${creator.id}`,
      context: status.context,
      description: status.description,
      state: status.state,
      commit: commitView(world, repository, commit),
      branches: branches.map(([ref, tip]) => ({
        name: ref.replace('refs/heads/', ''),
        commit: { sha: tip, url: `${repositoryApi(world, repository)}/commits/${tip}` },
        protected: false,
      })),
      created_at: status.createdAt,
      updated_at: status.createdAt,
    }),
  })
  return status
}
