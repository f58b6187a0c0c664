import type { Intent } from './intent.ts'

export interface PullRequestPayload {
  readonly action: string
  readonly changes?: Readonly<Record<string, unknown>>
}

const relevant = new Set([
  'opened',
  'reopened',
  'synchronize',
  'ready_for_review',
  'converted_to_draft',
  'review_requested',
  'review_request_removed',
  'closed',
])

/** An edit matters when the base or the title changed; the body is not read by any gate yet. */
export function pullRequest(payload: PullRequestPayload): readonly Intent[] {
  if (relevant.has(payload.action)) return [{ kind: 'refresh' }]
  const changes = payload.changes ?? {}
  return payload.action === 'edited' && ('base' in changes || 'title' in changes) ? [{ kind: 'refresh' }] : []
}
