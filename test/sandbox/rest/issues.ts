import { createComment, deleteComment, editComment } from '../acts/comments.ts'
import { notFound } from '../errors.ts'
import type { CommentRecord } from '../state.ts'
import { commentView, issueView } from '../views/pulls.ts'
import {
  type Call,
  created,
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
    ok(issueView(call.world, pullOf(call))),
  ),
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

function commentOf(call: Call): CommentRecord {
  const comment = repositoryOf(call).comments.get(Number(call.params.comment_id))
  if (comment === undefined) throw notFound()
  return comment
}
