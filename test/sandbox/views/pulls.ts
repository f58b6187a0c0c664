import { association } from '../access.ts'
import type { CommentRecord, Json, PullRecord, ReviewRecord, World } from '../state.ts'
import { appView, teamView, userView } from './accounts.ts'
import { taggedView } from './issues.ts'
import { repositoryApi, repositoryHtml, repositoryView } from './repositories.ts'

export function pullHtml(world: World, pull: PullRecord): string {
  return `${repositoryHtml(world, pull.repository)}/pull/${pull.number}`
}

/** As a list gives it; webhooks and single reads add the counts. */
export function pullSimpleView(world: World, pull: PullRecord): Json {
  const { repository, number } = pull
  const base = repositoryApi(world, repository)
  const api = `${base}/pulls/${number}`
  const issue = `${base}/issues/${number}`
  const html = pullHtml(world, pull)
  const side = (ref: string, sha: string) => ({
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: userView(world, repository.owner),
    repo: repositoryView(world, repository),
  })
  const links = {
    self: api,
    html,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${api}/comments`,
    review_comment: `${base}/pulls/comments{/number}`,
    commits: `${api}/commits`,
    statuses: `${base}/statuses/${pull.headSha}`,
  }
  return {
    url: api,
    id: pull.id,
    node_id: pull.nodeId,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: userView(world, pull.author),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: null,
    assignees: [],
    requested_reviewers: pull.requestedUsers.map(account => userView(world, account)),
    requested_teams: pull.requestedTeams.map(team => teamView(world, team)),
    ...taggedView(world, pull),
    draft: pull.draft,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    head: side(pull.headRef, pull.headSha),
    base: side(pull.baseRef, pull.baseSha),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: association(world, repository, pull.author),
    auto_merge: null,
    active_lock_reason: null,
  }
}

export function pullView(world: World, pull: PullRecord): Json {
  const open = pull.state === 'open'
  return {
    ...pullSimpleView(world, pull),
    merged: pull.mergedAt !== null,
    mergeable: open ? true : null,
    rebaseable: open ? true : null,
    mergeable_state: open ? (pull.draft ? 'draft' : 'clean') : 'unknown',
    merged_by: pull.mergedBy === null ? null : userView(world, pull.mergedBy),
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: pull.stats.commits,
    additions: pull.stats.additions,
    deletions: pull.stats.deletions,
    changed_files: pull.stats.changedFiles,
  }
}

export function pullMinimalView(world: World, pull: PullRecord): Json {
  const { repository } = pull
  const repo = { id: repository.id, url: repositoryApi(world, repository), name: repository.name }
  return {
    id: pull.id,
    number: pull.number,
    url: `${repositoryApi(world, repository)}/pulls/${pull.number}`,
    head: { ref: pull.headRef, sha: pull.headSha, repo },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo },
  }
}

export function reactionsView(url: string): Json {
  const none = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 }
  return { url: `${url}/reactions`, total_count: 0, ...none }
}

/** A pull request seen as an issue, as comments and `GET /issues/{n}` show it. */
export function issueView(world: World, pull: PullRecord): Json {
  const api = repositoryApi(world, pull.repository)
  const url = `${api}/issues/${pull.number}`
  const html = pullHtml(world, pull)
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: pull.issueId,
    node_id: `I_${Buffer.from(`issue:${pull.issueId}`).toString('base64url')}`,
    number: pull.number,
    title: pull.title,
    user: userView(world, pull.author),
    ...taggedView(world, pull),
    state: pull.state,
    state_reason: null,
    locked: false,
    assignee: null,
    assignees: [],
    comments: pull.comments.length,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    author_association: association(world, pull.repository, pull.author),
    active_lock_reason: null,
    draft: pull.draft,
    pull_request: {
      url: `${api}/pulls/${pull.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: pull.mergedAt,
    },
    body: pull.body,
    reactions: reactionsView(url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
  }
}

export function commentView(world: World, comment: CommentRecord): Json {
  const { pull } = comment
  const api = repositoryApi(world, pull.repository)
  const url = `${api}/issues/comments/${comment.id}`
  return {
    url,
    html_url: `${pullHtml(world, pull)}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${pull.number}`,
    id: comment.id,
    node_id: comment.nodeId,
    user: userView(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(world, pull.repository, comment.author),
    body: comment.body,
    reactions: reactionsView(url),
    performed_via_github_app: comment.app === null ? null : appView(world, comment.app),
  }
}

export function reviewView(world: World, review: ReviewRecord): Json {
  const { pull } = review
  const html = `${pullHtml(world, pull)}#pullrequestreview-${review.id}`
  const url = `${repositoryApi(world, pull.repository)}/pulls/${pull.number}`
  return {
    id: review.id,
    node_id: review.nodeId,
    user: userView(world, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: url,
    _links: { html: { href: html }, pull_request: { href: url } },
    ...(review.submittedAt === null ? {} : { submitted_at: review.submittedAt }),
    commit_id: review.commitSha,
    author_association: association(world, pull.repository, review.author),
  }
}
