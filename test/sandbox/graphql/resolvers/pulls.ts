import { accountOf, association, atLeast, roleOf } from '../../access.ts'
import { closedBy } from '../../acts/issues.ts'
import type { FileChange } from '../../git-diff.ts'
import { visible } from '../../rest/route.ts'
import type { Account, CommentRecord, PullRecord, ReviewRecord, TeamRecord } from '../../state.ts'
import { pullHtml } from '../../views/pulls.ts'
import { type ConnectionArgs, type Context, connection, entity, type Node, require, upper } from '../context.ts'
import { actorNode, teamNode } from './accounts.ts'
import { commitInfoNode, commitNode, refNode } from './git.ts'
import { issueNode, taggedNode } from './issues.ts'
import { repositoryNode } from './repositories.ts'

const maxCommits = 250
const maxFiles = 3000

export function pullNode(context: Context, pull: PullRecord): Node {
  const { world } = context
  const { repository, stats } = pull
  const { git } = repository
  const html = pullHtml(world, pull)
  const commits = async () => (await git.range(pull.baseSha, pull.headSha)).slice(-maxCommits)
  return {
    __typename: 'PullRequest',
    ...entity(pull),
    number: pull.number,
    title: pull.title,
    titleHTML: pull.title,
    body: pull.body ?? '',
    bodyText: pull.body ?? '',
    state: pull.mergedAt !== null ? 'MERGED' : upper(pull.state),
    isDraft: pull.draft,
    closed: pull.state === 'closed',
    merged: pull.mergedAt !== null,
    mergedAt: pull.mergedAt,
    closedAt: pull.closedAt,
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    mergedBy: actorNode(context, pull.mergedBy),
    mergeCommit: () => (pull.mergeCommitSha === null ? null : commitNode(context, repository, pull.mergeCommitSha)),
    mergeable: pull.state === 'open' ? 'MERGEABLE' : 'UNKNOWN',
    locked: false,
    url: html,
    permalink: html,
    resourcePath: html.slice(world.url.length),
    author: actorNode(context, pull.author),
    authorAssociation: association(world, repository, pull.author),
    viewerDidAuthor: isViewer(context, pull.author),
    repository: () => repositoryNode(context, repository),
    baseRepository: () => repositoryNode(context, repository),
    headRepository: () => repositoryNode(context, repository),
    headRepositoryOwner: actorNode(context, repository.owner),
    isCrossRepository: pull.fromFork,
    maintainerCanModify: false,
    baseRefName: pull.baseRef,
    baseRefOid: pull.baseSha,
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    baseRef: () => refNode(context, repository, `refs/heads/${pull.baseRef}`),
    headRef: () => refNode(context, repository, `refs/heads/${pull.headRef}`),
    changedFiles: stats.changedFiles,
    additions: stats.additions,
    deletions: stats.deletions,
    commits: (args: ConnectionArgs) => connection('commits', args, commits, sha => pullCommitNode(context, pull, sha)),
    files: (args: ConnectionArgs) =>
      connection(
        'files',
        args,
        async () => (await git.diff(pull.baseSha, pull.headSha)).files.slice(0, maxFiles),
        fileNode,
      ),
    reviews: (args: ConnectionArgs & { states?: readonly string[] | null; author?: string | null }) => {
      const wanted = visible(context, pull.reviews)
        .filter(({ state }) => !args.states || args.states.includes(state))
        .filter(({ author }) => !args.author || author.login.toLowerCase() === args.author.toLowerCase())
      return connection('reviews', args, wanted, review => reviewNode(context, review))
    },
    latestReviews: (args: ConnectionArgs) =>
      connection('latestReviews', args, latest(visible(context, pull.reviews)), review => reviewNode(context, review)),
    latestOpinionatedReviews: (args: ConnectionArgs & { writersOnly?: boolean | null }) => {
      const opinions = visible(context, pull.reviews).filter(
        ({ state }) => state !== 'COMMENTED' && state !== 'PENDING',
      )
      const wanted = latest(opinions).filter(review => !args.writersOnly || canPush(context, review))
      return connection('latestOpinionatedReviews', args, wanted, review => reviewNode(context, review))
    },
    reviewRequests: (args: ConnectionArgs) =>
      connection('reviewRequests', args, [...pull.requestedUsers, ...pull.requestedTeams], reviewer =>
        requestNode(context, pull, reviewer),
      ),
    // Null is GitHub's answer where no rule requires reviews; the sandbox has no such rule.
    reviewDecision: null,
    comments: (args: ConnectionArgs & { orderBy?: { direction: 'ASC' | 'DESC' } | null }) => {
      const comments = visible(context, pull.comments)
      if (args.orderBy?.direction === 'DESC') comments.reverse()
      return connection('comments', args, comments, comment => commentNode(context, comment))
    },
    ...taggedNode(context, pull),
    closingIssuesReferences: (args: ConnectionArgs) => {
      require(context, repository, 'issues')
      return connection('closingIssuesReferences', args, closedBy(world, pull), issue => issueNode(context, issue))
    },
    assignees: (args: ConnectionArgs) => connection('assignees', args, [], assignee => assignee),
    autoMergeRequest: null,
  }
}

function latest(reviews: readonly ReviewRecord[]): readonly ReviewRecord[] {
  return [
    ...new Map(reviews.filter(({ state }) => state !== 'PENDING').map(review => [review.author.id, review])).values(),
  ]
}

function canPush({ world }: Context, { author, pull }: ReviewRecord): boolean {
  return atLeast(roleOf(world, pull.repository, author), 'write')
}

function isViewer({ actor }: Context, account: Account): boolean {
  return (actor.kind === 'user' || actor.kind === 'installation') && accountOf(actor).id === account.id
}

function pullCommitNode(context: Context, pull: PullRecord, sha: string): Node {
  const url = `${pullHtml(context.world, pull)}/commits/${sha}`
  return {
    __typename: 'PullRequestCommit',
    id: `PURC_${Buffer.from(`${pull.id}:${sha}`).toString('base64url')}`,
    url,
    resourcePath: url.slice(context.world.url.length),
    pullRequest: () => pullNode(context, pull),
    commit: async () => commitInfoNode(context, pull.repository, await pull.repository.git.commitOrThrow(sha)),
  }
}

const changeTypes = {
  added: 'ADDED',
  removed: 'DELETED',
  modified: 'MODIFIED',
  renamed: 'RENAMED',
  copied: 'COPIED',
  changed: 'CHANGED',
} as const

function fileNode({ path, additions, deletions, status }: FileChange): Node {
  const changeType = changeTypes[status]
  return { __typename: 'PullRequestChangedFile', path, additions, deletions, changeType, viewerViewedState: 'UNVIEWED' }
}

function requestNode(context: Context, pull: PullRecord, reviewer: Account | TeamRecord): Node {
  const team = 'slug' in reviewer
  return {
    __typename: 'ReviewRequest',
    id: `RR_${Buffer.from(`${pull.id}:${reviewer.id}`).toString('base64url')}`,
    databaseId: reviewer.id,
    asCodeOwner: false,
    pullRequest: () => pullNode(context, pull),
    requestedReviewer: () => (team ? teamNode(context, reviewer) : actorNode(context, reviewer)),
  }
}

export function reviewNode(context: Context, review: ReviewRecord): Node {
  const { pull } = review
  const url = `${pullHtml(context.world, pull)}#pullrequestreview-${review.id}`
  return {
    __typename: 'PullRequestReview',
    ...entity(review),
    state: review.state,
    body: review.body,
    bodyText: review.body,
    createdAt: review.createdAt,
    submittedAt: review.submittedAt,
    publishedAt: review.submittedAt,
    updatedAt: review.updatedAt,
    lastEditedAt: null,
    editor: null,
    url,
    resourcePath: url.slice(context.world.url.length),
    author: actorNode(context, review.author),
    authorAssociation: association(context.world, pull.repository, review.author),
    authorCanPushToRepository: canPush(context, review),
    isMinimized: false,
    minimizedReason: null,
    viewerDidAuthor: isViewer(context, review.author),
    commit: () => commitNode(context, pull.repository, review.commitSha),
    pullRequest: () => pullNode(context, pull),
    repository: () => repositoryNode(context, pull.repository),
    onBehalfOf: (args: ConnectionArgs) => connection('onBehalfOf', args, [], team => team),
    comments: (args: ConnectionArgs) => connection('comments', args, [], comment => comment),
  }
}

export function commentNode(context: Context, comment: CommentRecord): Node {
  const { pull } = comment
  const url = `${pullHtml(context.world, pull)}#issuecomment-${comment.id}`
  return {
    __typename: 'IssueComment',
    ...entity(comment),
    body: comment.body,
    bodyText: comment.body,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    publishedAt: comment.createdAt,
    lastEditedAt: comment.lastEditedAt,
    includesCreatedEdit: comment.lastEditedAt !== null,
    editor: actorNode(context, comment.editor),
    author: actorNode(context, comment.author),
    authorAssociation: association(context.world, pull.repository, comment.author),
    isMinimized: comment.minimized !== null,
    minimizedReason: comment.minimized,
    viewerDidAuthor: isViewer(context, comment.author),
    url,
    resourcePath: url.slice(context.world.url.length),
    pullRequest: () => pullNode(context, pull),
    repository: () => repositoryNode(context, pull.repository),
  }
}
