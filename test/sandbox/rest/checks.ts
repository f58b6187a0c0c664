import { accountOf } from '../access.ts'
import {
  type CheckFields,
  type CheckOutput,
  createCheckRun,
  createStatus,
  findCheckRun,
  rerequest,
  updateCheckRun,
} from '../acts/checks.ts'
import { ApiError } from '../errors.ts'
import type { CheckAction, Json, StatusRecord } from '../state.ts'
import {
  checkRunView,
  combinedState,
  latestRuns,
  latestStatuses,
  statusView,
  statusWithCreatorView,
  suiteView,
} from '../views/checks.ts'
import { minimalRepositoryView, repositoryApi } from '../views/repositories.ts'
import {
  type Call,
  counted,
  created,
  given,
  listed,
  needs,
  ok,
  paginate,
  type Route,
  repositoryOf,
  route,
  text,
  visible,
} from './route.ts'

const read = needs('checks')
const write = needs('checks', 'write', 'write')

export const checkRoutes: readonly Route[] = [
  route('checks/create', 'POST /repos/{owner}/{repo}/check-runs', write, async call => {
    const run = await createCheckRun(call, repositoryOf(call), call.actor, {
      ...fields(call.body),
      headSha: text(call.body, 'head_sha') ?? '',
      name: text(call.body, 'name') ?? '',
    })
    return created(checkRunView(call.world, run))
  }),
  route('checks/get', 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}', read, call =>
    ok(checkRunView(call.world, runOf(call))),
  ),
  route('checks/update', 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', write, call => {
    const run = runOf(call)
    updateCheckRun(call, run, call.actor, fields(call.body))
    return ok(checkRunView(call.world, run))
  }),
  route('checks/list-annotations', 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', read, call => {
    const run = runOf(call)
    const blob = `${repositoryApi(call.world, run.repository)}/contents`
    return listed(call, run.annotations, annotation => ({
      ...annotation,
      blob_href: `${blob}/${annotation.path}?ref=${run.headSha}`,
    }))
  }),
  route('checks/rerequest-run', 'POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest', write, call => {
    rerequest(call, runOf(call), accountOf(call.actor))
    return created({})
  }),
  route('checks/list-for-ref', 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs', read, call => {
    const { query } = call
    const repository = repositoryOf(call)
    const sha = shaOf(call)
    const [name, status, app] = [query.get('check_name'), query.get('status'), query.get('app_id')]
    const runs = visible(call, repository.checkRuns)
      .filter(run => run.headSha === sha && (app === null || run.app.id === Number(app)))
      .filter(run => (name === null || run.name === name) && (status === null || run.status === status))
    const shown = query.get('filter') === 'all' ? runs : latestRuns(runs)
    return counted(call, 'check_runs', [...shown].reverse(), run => checkRunView(call.world, run))
  }),
  route('checks/list-suites-for-ref', 'GET /repos/{owner}/{repo}/commits/{ref}/check-suites', read, async call => {
    const repository = repositoryOf(call)
    const sha = shaOf(call)
    const app = call.query.get('app_id')
    const suites = repository.suites.filter(
      suite => suite.headSha === sha && (app === null || suite.app.id === Number(app)),
    )
    const commit = await repository.git.commitOrThrow(sha)
    return counted(call, 'check_suites', suites, suite => suiteView(call.world, suite, commit))
  }),
  route(
    'repos/create-commit-status',
    'POST /repos/{owner}/{repo}/statuses/{sha}',
    needs('statuses', 'write', 'write'),
    async call => {
      const { body } = call
      const status = await createStatus(call, repositoryOf(call), call.actor, call.params.sha ?? '', {
        state: body.state as StatusRecord['state'],
        context: text(body, 'context') ?? 'default',
        description: text(body, 'description') ?? null,
        targetUrl: text(body, 'target_url') ?? null,
      })
      return created(statusWithCreatorView(call.world, status))
    },
  ),
  route(
    'repos/list-commit-statuses-for-ref',
    'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
    needs('statuses'),
    call => listed(call, statusesOf(call).reverse(), status => statusWithCreatorView(call.world, status)),
  ),
  route(
    'repos/get-combined-status-for-ref',
    'GET /repos/{owner}/{repo}/commits/{ref}/status',
    needs('statuses'),
    call => {
      const { world } = call
      const repository = repositoryOf(call)
      const api = `${repositoryApi(world, repository)}/commits/${shaOf(call)}`
      const all = statusesOf(call)
      const latest = latestStatuses(all)
      const { items, headers } = paginate(call, latest)
      return ok(
        {
          state: combinedState(all),
          statuses: items.map(status => statusView(world, status)),
          sha: shaOf(call),
          total_count: latest.length,
          repository: minimalRepositoryView(world, repository),
          commit_url: api,
          url: `${api}/status`,
        },
        headers,
      )
    },
  ),
]

function runOf(call: Call) {
  return findCheckRun(repositoryOf(call), Number(call.params.check_run_id))
}

function statusesOf(call: Call): StatusRecord[] {
  const sha = shaOf(call)
  return visible(call, repositoryOf(call).statuses).filter(status => status.sha === sha)
}

export function shaOf(call: Call): string {
  const ref = call.params.ref ?? ''
  const sha = repositoryOf(call).git.resolve(ref)
  if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${ref}`)
  return sha
}

function fields(body: Json): CheckFields {
  return given<Required<Omit<CheckFields, 'workflow'>>>({
    name: text(body, 'name'),
    status: text(body, 'status'),
    conclusion: text(body, 'conclusion'),
    startedAt: text(body, 'started_at'),
    completedAt: text(body, 'completed_at'),
    externalId: text(body, 'external_id'),
    detailsUrl: text(body, 'details_url'),
    output: body.output as CheckOutput | undefined,
    actions: body.actions as readonly CheckAction[] | undefined,
  })
}
