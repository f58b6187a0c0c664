import { type CheckRunPayload, checkRun } from './check-run.ts'
import type { Intent } from './intent.ts'
import { type IssueCommentPayload, issueComment } from './issue-comment.ts'
import { type PagePayload, page, pageEvent } from './page.ts'
import { type PullRequestPayload, pullRequest } from './pull-request.ts'
import { type PullRequestReviewPayload, pullRequestReview } from './pull-request-review.ts'

/** What a delivery about one pull request asks for; empty when it concerns nobody. The front has checked its shape. */
export function readIntents(event: string, payload: unknown): readonly Intent[] {
  switch (event) {
    case 'pull_request':
      return pullRequest(payload as PullRequestPayload)
    case 'pull_request_review':
      return pullRequestReview(payload as PullRequestReviewPayload)
    case 'issue_comment':
      return issueComment(payload as IssueCommentPayload)
    case 'check_run':
    case 'internal.check_run':
      return checkRun(payload as CheckRunPayload)
    case pageEvent:
      return page(payload as PagePayload)
    case 'internal.refresh':
    case 'internal.reconcile':
      return [{ kind: 'refresh' }]
    case 'internal.recheck':
      return [{ kind: 'recheck' }]
    default:
      return []
  }
}
