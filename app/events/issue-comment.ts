import { parseCommands } from '../../src/checklist/commands.ts'
import { accountOf, type Intent, type SenderLike, timeOf } from './intent.ts'

export interface IssueCommentPayload {
  readonly action: string
  readonly sender: SenderLike | null
  readonly changes?: { readonly body?: { readonly from: string } }
  readonly issue: { readonly pull_request?: unknown }
  readonly comment: {
    readonly id: number | string
    readonly body: string | null
    readonly created_at?: string
    readonly user: SenderLike | null
    readonly performed_via_github_app?: unknown
  }
}

/**
 * Commands count only in a new comment by its own author; an edit can only move boxes of our own comment, by whoever
 * is the sender (security.md T-10, T-13).
 */
export function issueComment(payload: IssueCommentPayload): readonly Intent[] {
  const { action, comment, sender } = payload
  if (payload.issue.pull_request === undefined || payload.issue.pull_request === null) return []
  const commentId = String(comment.id)
  const actor = accountOf(sender)
  if (action === 'deleted') return [{ kind: 'comment-deleted', commentId, actor }]
  if (actor === null) return []
  const authorId = comment.user === null ? null : String(comment.user.id)
  if (action === 'edited') {
    const before = payload.changes?.body?.from
    if (before === undefined) return []
    // What `performed_via_github_app` says is about the comment, which our own App wrote, not about this edit.
    return [{ kind: 'comment-edited', actor, viaApp: false, commentId, before, after: comment.body ?? '', authorId }]
  }
  if (action !== 'created' || authorId !== actor.id) return []
  const parsed = parseCommands(comment.body ?? '')
  if (parsed.commands.length === 0 && parsed.nearMisses.length === 0) return []
  const viaApp = comment.performed_via_github_app !== null && comment.performed_via_github_app !== undefined
  const at = timeOf(comment.created_at)
  return [{ kind: 'commands', actor, viaApp, commentId, at, parsed, text: comment.body ?? '' }]
}
