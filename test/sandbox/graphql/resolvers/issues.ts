import type { IssueRecord, LabelRecord, MilestoneRecord, Tagged } from '../../state.ts'
import { repositoryHtml } from '../../views/repositories.ts'
import { type ConnectionArgs, type Context, connection, entity, type Node, upper } from '../context.ts'
import { actorNode } from './accounts.ts'
import { repositoryNode } from './repositories.ts'

function labelNode(context: Context, label: LabelRecord): Node {
  return {
    __typename: 'Label',
    id: label.nodeId,
    name: label.name,
    color: label.color,
    description: null,
    isDefault: false,
    repository: () => repositoryNode(context, label.repository),
  }
}

function milestoneNode(context: Context, milestone: MilestoneRecord): Node {
  return {
    __typename: 'Milestone',
    id: milestone.nodeId,
    number: milestone.number,
    title: milestone.title,
    state: 'OPEN',
    description: null,
    dueOn: null,
    createdAt: milestone.createdAt,
    repository: () => repositoryNode(context, milestone.repository),
  }
}

export function taggedNode(context: Context, tagged: Tagged): Node {
  return {
    labels: (args: ConnectionArgs) => connection('labels', args, tagged.labels, label => labelNode(context, label)),
    milestone: tagged.milestone === null ? null : milestoneNode(context, tagged.milestone),
  }
}

export function issueNode(context: Context, issue: IssueRecord): Node {
  const { repository, number } = issue
  return {
    __typename: 'Issue',
    ...entity(issue),
    number,
    title: issue.title,
    body: issue.body ?? '',
    bodyText: issue.body ?? '',
    state: upper(issue.state),
    stateReason: issue.state === 'closed' ? 'COMPLETED' : null,
    closed: issue.state === 'closed',
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    url: `${repositoryHtml(context.world, repository)}/issues/${number}`,
    author: actorNode(context, issue.author),
    ...taggedNode(context, issue),
    repository: () => repositoryNode(context, repository),
  }
}
