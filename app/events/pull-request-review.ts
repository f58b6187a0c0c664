import { accountOf, type Intent, type SenderLike, timeOf } from './intent.ts'

export interface PullRequestReviewPayload {
  readonly action: string
  readonly sender: SenderLike | null
  readonly review: {
    readonly id: number | string
    readonly state: string
    readonly body: string | null
    readonly commit_id: string | null
    readonly submitted_at?: string | null
    readonly user: SenderLike | null
    readonly performed_via_github_app?: unknown
  }
}

/** A submitted approval may also sign items that the policy signs by review. */
export function pullRequestReview({ action, review, sender }: PullRequestReviewPayload): readonly Intent[] {
  const refresh: Intent = { kind: 'refresh' }
  const actor = accountOf(sender)
  const own = actor !== null && review.user !== null && String(review.user.id) === actor.id
  if (action !== 'submitted' || review.state.toLowerCase() !== 'approved' || !own || review.commit_id === null) {
    return [refresh]
  }
  const viaApp = review.performed_via_github_app !== null && review.performed_via_github_app !== undefined
  const reviewId = String(review.id)
  const at = timeOf(review.submitted_at)
  const text = review.body ?? ''
  return [refresh, { kind: 'approved', actor, viaApp, reviewId, headSha: review.commit_id, text, at }]
}
