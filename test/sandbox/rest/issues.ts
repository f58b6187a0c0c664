import { createComment, deleteComment, editComment } from '../acts/comments.ts'
import { addLabels, createMilestone, editIssue, openIssue, removeLabel, setMilestone } from '../acts/issues.ts'
import { editPull } from '../acts/pulls.ts'
import { notFound, unprocessable } from '../errors.ts'
import type { CommentRecord, IssueRecord, Json, MilestoneRecord, PullRecord, World } from '../state.ts'
import { labelView, milestoneView, plainIssueView } from '../views/issues.ts'
import { commentView, issueView } from '../views/pulls.ts'
import {
  type Call,
  created,
  given,
  listed,
  needs,
  noContent,
  ok,
  pullOf,
  type Route,
  repositoryOf,
  route,
  text,
  visible,
} from './route.ts'

const read = needs('issues pull_requests')
const write = needs('issues pull_requests', 'write')

export const issueRoutes: readonly Route[] = [
  route('issues/get', 'GET /repos/{owner}/{repo}/issues/{issue_number}', read, call =>
    ok(view(call.world, targetOf(call))),
  ),
  route('issues/create', 'POST /repos/{owner}/{repo}/issues', needs('issues', 'write'), call => {
    const fields = { title: text(call.body, 'title') ?? '', body: text(call.body, 'body') ?? null }
    return created(plainIssueView(call.world, openIssue(call, repositoryOf(call), call.actor, fields)))
  }),
  route('issues/update', 'PATCH /repos/{owner}/{repo}/issues/{issue_number}', write, async call => {
    const { body, actor } = call
    const target = targetOf(call)
    const { milestone } = body
    if (milestone === null || typeof milestone === 'number') {
      setMilestone(call, target, actor, milestone === null ? null : milestoneOf(call, milestone))
    }
    const edit = given({ title: text(body, 'title'), body: text(body, 'body') })
    const state = body.state === 'open' || body.state === 'closed' ? body.state : undefined
    if (!('headSha' in target)) editIssue(call, target, actor, { ...edit, ...(state === undefined ? {} : { state }) })
    else if (Object.keys(edit).length > 0) await editPull(call, target, actor, edit)
    return ok(view(call.world, target))
  }),
  route('issues/list-labels-on-issue', 'GET /repos/{owner}/{repo}/issues/{issue_number}/labels', read, call =>
    listed(call, targetOf(call).labels, label => labelView(call.world, label)),
  ),
  route('issues/add-labels', 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels', write, call => {
    const target = targetOf(call)
    const labels: unknown = Array.isArray(call.body) ? call.body : call.body.labels
    const names = (Array.isArray(labels) ? labels : []).map(one => (typeof one === 'string' ? one : String(one.name)))
    addLabels(call, target, call.actor, names)
    return ok(target.labels.map(label => labelView(call.world, label)))
  }),
  route('issues/remove-label', 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', write, call => {
    const target = targetOf(call)
    removeLabel(call, target, call.actor, call.params.name ?? '')
    return ok(target.labels.map(label => labelView(call.world, label)))
  }),
  route('issues/list-milestones', 'GET /repos/{owner}/{repo}/milestones', read, call =>
    listed(call, repositoryOf(call).milestones, one => milestoneView(call.world, one)),
  ),
  route('issues/create-milestone', 'POST /repos/{owner}/{repo}/milestones', write, call => {
    const title = text(call.body, 'title') ?? ''
    return created(milestoneView(call.world, createMilestone(call, repositoryOf(call), call.actor, title)))
  }),
  route('issues/list-comments', 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', read, call => {
    const since = call.query.get('since')
    const comments = visible(call, pullOf(call).comments).filter(
      ({ updatedAt }) => since === null || updatedAt >= since,
    )
    return listed(call, comments, comment => commentView(call.world, comment))
  }),
  route('issues/create-comment', 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', write, call =>
    created(commentView(call.world, createComment(call, pullOf(call), call.actor, text(call.body, 'body') ?? ''))),
  ),
  route('issues/get-comment', 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}', read, call =>
    ok(commentView(call.world, commentOf(call))),
  ),
  route('issues/update-comment', 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', write, call => {
    const comment = commentOf(call)
    editComment(call, comment, call.actor, text(call.body, 'body') ?? '')
    return ok(commentView(call.world, comment))
  }),
  route('issues/delete-comment', 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', write, call => {
    deleteComment(call, commentOf(call), call.actor)
    return noContent
  }),
]

/** Issues and pull requests share their numbers. */
function targetOf(call: Call): PullRecord | IssueRecord {
  const { pulls, issues } = repositoryOf(call)
  const number = Number(call.params.issue_number)
  const found = pulls.get(number) ?? issues.get(number)
  if (found === undefined) throw notFound()
  return found
}

const view = (world: World, target: PullRecord | IssueRecord): Json =>
  'headSha' in target ? issueView(world, target) : plainIssueView(world, target)

function milestoneOf(call: Call, number: number): MilestoneRecord {
  const found = repositoryOf(call).milestones.find(one => one.number === number)
  if (found === undefined) throw unprocessable('Validation Failed', [{ field: 'milestone', code: 'invalid' }])
  return found
}

function commentOf(call: Call): CommentRecord {
  const comment = repositoryOf(call).comments.get(Number(call.params.comment_id))
  if (comment === undefined) throw notFound()
  return comment
}
