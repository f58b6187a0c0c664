import type { ArtifactRecord, Json, RunRecord, World } from '../state.ts'
import { userView } from './accounts.ts'
import { pullMinimalView } from './pulls.ts'
import { minimalRepositoryView, repositoryApi, repositoryHtml } from './repositories.ts'

const workflowId = 1

export function runView(world: World, run: RunRecord): Json {
  const { repository, commit } = run
  const url = `${repositoryApi(world, repository)}/actions/runs/${run.id}`
  // GitHub leaves the pull requests of forks out.
  const pulls = [...repository.pulls.values()].filter(
    pull => run.headRepository === repository && pull.state === 'open' && pull.headSha === run.headSha,
  )
  return {
    id: run.id,
    name: 'Gates',
    node_id: `WFR_${run.id}`,
    check_suite_id: run.id,
    check_suite_node_id: `CS_${run.id}`,
    head_branch: pulls[0]?.headRef ?? 'main',
    head_sha: run.headSha,
    path: run.path,
    run_number: run.id,
    run_attempt: run.attempt,
    referenced_workflows: [],
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflowId,
    url,
    html_url: `${repositoryHtml(world, repository)}/actions/runs/${run.id}`,
    pull_requests: pulls.map(pull => pullMinimalView(world, pull)),
    created_at: run.createdAt,
    updated_at: world.now(),
    actor: userView(world, run.headRepository.owner),
    triggering_actor: userView(world, run.headRepository.owner),
    run_started_at: run.startedAt,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repositoryApi(world, repository)}/check-suites/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${repositoryApi(world, repository)}/actions/workflows/${workflowId}`,
    head_commit: {
      id: commit.sha,
      tree_id: commit.tree,
      message: commit.message,
      timestamp: commit.committer.date,
      author: { name: commit.author.name, email: commit.author.email },
      committer: { name: commit.committer.name, email: commit.committer.email },
    },
    repository: minimalRepositoryView(world, repository),
    head_repository: minimalRepositoryView(world, run.headRepository),
    display_title: commit.message.split('\n', 1)[0] ?? '',
  }
}

export function workflowView(world: World, { repository, path, createdAt }: RunRecord): Json {
  const html = `${repositoryHtml(world, repository)}/actions`
  return {
    id: workflowId,
    node_id: 'W_1',
    name: 'Gates',
    path,
    state: 'active',
    created_at: createdAt,
    updated_at: createdAt,
    url: `${repositoryApi(world, repository)}/actions/workflows/${workflowId}`,
    html_url: `${html}/workflows/gates.yml`,
    badge_url: `${html}/workflows/gates.yml/badge.svg`,
  }
}

export function artifactView(world: World, run: RunRecord, artifact: ArtifactRecord): Json {
  const url = `${repositoryApi(world, run.repository)}/actions/artifacts/${artifact.id}`
  return {
    id: artifact.id,
    node_id: `ART_${artifact.id}`,
    name: artifact.name,
    size_in_bytes: artifact.zip.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: null,
    workflow_run: {
      id: run.id,
      repository_id: run.repository.id,
      head_repository_id: run.headRepository.id,
      head_branch: 'main',
      head_sha: run.headSha,
    },
  }
}
