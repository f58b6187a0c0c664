import { association } from '../access.ts'
import type { IssueRecord, Json, LabelRecord, MilestoneRecord, Tagged, World } from '../state.ts'
import { userView } from './accounts.ts'
import { reactionsView } from './pulls.ts'
import { repositoryApi, repositoryHtml } from './repositories.ts'

export function labelView(world: World, { id, nodeId, name, color, repository }: LabelRecord): Json {
  const url = `${repositoryApi(world, repository)}/labels/${encodeURIComponent(name)}`
  return { id, node_id: nodeId, url, name, color, default: false, description: '' }
}

export function milestoneView(world: World, milestone: MilestoneRecord): Json {
  const { repository, number } = milestone
  const url = `${repositoryApi(world, repository)}/milestones/${number}`
  const inIt = [...repository.pulls.values(), ...repository.issues.values()].filter(one => one.milestone === milestone)
  const open = inIt.filter(one => one.state === 'open').length
  return {
    url,
    html_url: `${repositoryHtml(world, repository)}/milestone/${number}`,
    labels_url: `${url}/labels`,
    id: milestone.id,
    node_id: milestone.nodeId,
    number,
    title: milestone.title,
    description: null,
    creator: userView(world, milestone.creator),
    open_issues: open,
    closed_issues: inIt.length - open,
    state: 'open',
    created_at: milestone.createdAt,
    updated_at: milestone.createdAt,
    due_on: null,
    closed_at: null,
  }
}

export function taggedView(world: World, { labels, milestone }: Tagged): Json {
  return {
    labels: labels.map(label => labelView(world, label)),
    milestone: milestone === null ? null : milestoneView(world, milestone),
  }
}

export function plainIssueView(world: World, issue: IssueRecord): Json {
  const api = repositoryApi(world, issue.repository)
  const url = `${api}/issues/${issue.number}`
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${repositoryHtml(world, issue.repository)}/issues/${issue.number}`,
    id: issue.id,
    node_id: issue.nodeId,
    number: issue.number,
    title: issue.title,
    user: userView(world, issue.author),
    ...taggedView(world, issue),
    state: issue.state,
    state_reason: issue.state === 'closed' ? 'completed' : null,
    locked: false,
    assignee: null,
    assignees: [],
    comments: 0,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: association(world, issue.repository, issue.author),
    active_lock_reason: null,
    body: issue.body,
    reactions: reactionsView(url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
  }
}
