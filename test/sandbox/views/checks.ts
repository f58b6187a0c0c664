import type { CommitInfo } from '../git-objects.ts'
import type { CheckRunRecord, Json, StatusRecord, SuiteRecord, World } from '../state.ts'
import { appView, userView } from './accounts.ts'
import { pullMinimalView } from './pulls.ts'
import { minimalRepositoryView, repositoryApi, repositoryHtml } from './repositories.ts'

function pullsOf(world: World, { repository, headSha }: { repository: CheckRunRecord['repository']; headSha: string }) {
  return [...repository.pulls.values()]
    .filter(pull => pull.state === 'open' && pull.headSha === headSha)
    .map(pull => pullMinimalView(world, pull))
}

export function checkRunView(world: World, run: CheckRunRecord): Json {
  const api = repositoryApi(world, run.repository)
  const url = `${api}/check-runs/${run.id}`
  return {
    id: run.id,
    name: run.name,
    node_id: run.nodeId,
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${repositoryHtml(world, run.repository)}/runs/${run.id}`,
    details_url: run.detailsUrl,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: appView(world, run.app),
    pull_requests: pullsOf(world, run),
  }
}

/** In a webhook the run carries its suite. */
export function checkRunEventView(world: World, run: CheckRunRecord): Json {
  return { ...checkRunView(world, run), check_suite: suiteEventView(world, run.suite) }
}

export function suiteRuns(suite: SuiteRecord): readonly CheckRunRecord[] {
  return suite.repository.checkRuns.filter(run => run.suite === suite)
}

export function suiteState(suite: SuiteRecord): { readonly status: string; readonly conclusion: string | null } {
  const runs = latestRuns(suiteRuns(suite))
  if (runs.length === 0) return { status: 'queued', conclusion: null }
  if (runs.some(run => run.status !== 'completed')) return { status: 'in_progress', conclusion: null }
  const worst = ['failure', 'timed_out', 'cancelled', 'action_required', 'stale', 'success', 'neutral', 'skipped']
  return { status: 'completed', conclusion: worst.find(name => runs.some(run => run.conclusion === name)) ?? null }
}

/** One run for each App and name: the newest. */
export function latestRuns(runs: readonly CheckRunRecord[]): readonly CheckRunRecord[] {
  return [...new Map(runs.map(run => [`${run.app.id}:${run.name}`, run])).values()]
}

export function suiteEventView(world: World, suite: SuiteRecord): Json {
  return {
    id: suite.id,
    node_id: suite.nodeId,
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    ...suiteState(suite),
    url: `${repositoryApi(world, suite.repository)}/check-suites/${suite.id}`,
    before: null,
    after: suite.headSha,
    pull_requests: pullsOf(world, suite),
    app: appView(world, suite.app),
    created_at: suite.createdAt,
    updated_at: suite.updatedAt,
  }
}

export function suiteView(world: World, suite: SuiteRecord, commit: CommitInfo): Json {
  return {
    ...suiteEventView(world, suite),
    repository: minimalRepositoryView(world, suite.repository),
    latest_check_runs_count: latestRuns(suiteRuns(suite)).length,
    check_runs_url: `${repositoryApi(world, suite.repository)}/check-suites/${suite.id}/check-runs`,
    head_commit: {
      id: commit.sha,
      tree_id: commit.tree,
      message: commit.message,
      timestamp: commit.committer.date,
      author: { name: commit.author.name, email: commit.author.email },
      committer: { name: commit.committer.name, email: commit.committer.email },
    },
  }
}

export function statusView(world: World, status: StatusRecord): Json {
  return {
    url: `${repositoryApi(world, status.repository)}/statuses/${status.sha}`,
    avatar_url: `${world.url}/avatars/${status.creator.id}`,
    id: status.id,
    node_id: status.nodeId,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  }
}

export function statusWithCreatorView(world: World, status: StatusRecord): Json {
  return { ...statusView(world, status), creator: userView(world, status.creator) }
}

/** The newest status of each context, newest first, as GitHub combines them. */
export function latestStatuses(statuses: readonly StatusRecord[]): readonly StatusRecord[] {
  return [...new Map(statuses.map(status => [status.context, status])).values()].sort((a, b) => b.id - a.id)
}

export function combinedState(statuses: readonly StatusRecord[]): 'failure' | 'pending' | 'success' {
  const latest = latestStatuses(statuses)
  if (latest.some(({ state }) => state === 'failure' || state === 'error')) return 'failure'
  return latest.length === 0 || latest.some(({ state }) => state === 'pending') ? 'pending' : 'success'
}
