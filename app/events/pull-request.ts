import type { FactName } from '../../src/facts/facts.ts'
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

/** Facts that an activity changes. */
const about: Readonly<Record<string, readonly FactName[]>> = {
  labeled: ['labels'],
  unlabeled: ['labels'],
  milestoned: ['milestone'],
  demilestoned: ['milestone'],
}

/** The base and the title are part of every verdict; the description only of some. */
export function pullRequest(payload: PullRequestPayload): readonly Intent[] {
  const { action, changes = {} } = payload
  if (relevant.has(action)) return [{ kind: 'refresh' }]
  const facts = about[action]
  if (facts !== undefined) return [{ kind: 'refresh', about: facts }]
  if (action !== 'edited') return []
  if ('base' in changes || 'title' in changes) return [{ kind: 'refresh' }]
  return 'body' in changes ? [{ kind: 'refresh', about: ['body', 'linkedIssues', 'dependencies'] }] : []
}

/** Whether pull requests that depend on this one may stand otherwise now. */
export const stirsOthers = ({ action, changes = {} }: PullRequestPayload): boolean =>
  action === 'closed' || action === 'reopened' || (action === 'edited' && 'body' in changes)
