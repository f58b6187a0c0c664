import { err, ok, type Result } from '../../src/result.ts'
import { laneOf } from '../lane.ts'
import { isObject, type Json, type JsonObject } from './payload.ts'

/** What the front reads from a payload; everything else is re-read from GitHub by the worker. */
export interface DeliveryFacts {
  /** Jobs of one lane run one after the other. */
  readonly lane: string
  readonly action: string | null
  readonly repoId: string | null
  /** `null`: not sent for an installation of an App; such a delivery is dropped (B-W13). */
  readonly installationId: string | null
  readonly number?: number
  /** Whether the App acts on it. Others are acknowledged, counted and dropped. */
  readonly relevant: boolean
}

interface Shape {
  /** Objects, lists or strings at the top of the body. */
  readonly needs: Readonly<Record<string, 'object' | 'list' | 'string'>>
  /** Members that may be there as well although they tell other events. */
  readonly may?: readonly string[]
  /** Actions that the App handles; `null`: the event has none. */
  readonly actions: readonly string[] | null
  readonly scope: 'repository' | 'installation' | 'none'
}

const shapes: Readonly<Record<string, Shape>> = {
  pull_request: {
    needs: { pull_request: 'object' },
    actions: [
      'opened',
      'reopened',
      'synchronize',
      'edited',
      'closed',
      'ready_for_review',
      'converted_to_draft',
      'review_requested',
      'review_request_removed',
      'labeled',
      'unlabeled',
      'milestoned',
      'demilestoned',
    ],
    scope: 'repository',
  },
  pull_request_review: {
    needs: { pull_request: 'object', review: 'object' },
    actions: ['submitted', 'edited', 'dismissed'],
    scope: 'repository',
  },
  issue_comment: {
    needs: { issue: 'object', comment: 'object' },
    actions: ['created', 'edited', 'deleted'],
    scope: 'repository',
  },
  check_run: {
    needs: { check_run: 'object' },
    actions: ['completed', 'rerequested', 'requested_action'],
    scope: 'repository',
  },
  issues: {
    needs: { issue: 'object' },
    actions: ['edited', 'closed', 'reopened', 'labeled', 'unlabeled', 'milestoned', 'demilestoned'],
    scope: 'repository',
  },
  status: {
    needs: { sha: 'string', context: 'string', state: 'string' },
    actions: null,
    scope: 'repository',
  },
  deployment_status: {
    needs: { deployment: 'object', deployment_status: 'object' },
    may: ['check_run', 'workflow_run'],
    actions: ['created'],
    scope: 'repository',
  },
  deployment_protection_rule: {
    // GitHub describes all of it as optional; what is missing is read again.
    needs: {},
    may: ['deployment'],
    actions: ['requested'],
    scope: 'repository',
  },
  merge_group: {
    needs: { merge_group: 'object' },
    actions: ['checks_requested', 'destroyed'],
    scope: 'repository',
  },
  workflow_run: {
    needs: { workflow_run: 'object' },
    actions: ['completed'],
    scope: 'repository',
  },
  push: {
    needs: { ref: 'string', before: 'string', after: 'string', commits: 'list' },
    actions: null,
    scope: 'repository',
  },
  installation: {
    needs: {},
    actions: ['created', 'deleted', 'suspend', 'unsuspend', 'new_permissions_accepted'],
    scope: 'installation',
  },
  installation_repositories: {
    needs: { repositories_added: 'list', repositories_removed: 'list' },
    actions: ['added', 'removed'],
    scope: 'installation',
  },
  membership: { needs: { team: 'object', member: 'object' }, actions: ['added', 'removed'], scope: 'installation' },
  team: {
    needs: { team: 'object' },
    actions: ['deleted', 'edited', 'added_to_repository', 'removed_from_repository'],
    scope: 'installation',
  },
  ping: { needs: { zen: 'string' }, actions: null, scope: 'none' },
}

/** Members whose presence tells the kinds of body apart: one that the event's shape does not name makes it another event. */
const tellingMembers = [
  'pull_request',
  'review',
  'thread',
  'issue',
  'comment',
  'check_run',
  'check_suite',
  'workflow_run',
  'workflow_job',
  'deployment',
  'deployment_status',
  'merge_group',
  'commits',
  'ref_type',
  'release',
  'discussion',
  'repositories_added',
  'member',
  'team',
  'zen',
]

export const isHandled = (event: string): boolean => Object.hasOwn(shapes, event)

/**
 * Decides where a delivery goes. The event name comes from a header, which the signature does not cover, so it must fit
 * the body (T-71, B-W10); ids must be there and agree with each other (T-74). The error says what does not fit.
 */
export function readDelivery(event: string, payload: JsonObject): Result<DeliveryFacts, string> {
  const shape = Object.hasOwn(shapes, event) ? shapes[event] : undefined
  if (!shape) return ok({ lane: 'app', action: null, repoId: null, installationId: null, relevant: false })
  const misfit = findMisfit(event, shape, payload)
  if (misfit) return err(misfit)
  const installationId = readId(member(payload.installation, 'id'))
  const action = typeof payload.action === 'string' ? payload.action : null
  const relevant =
    installationId !== null && (shape.actions === null || (action !== null && shape.actions.includes(action)))
  const common = { action, installationId, repoId: null, relevant }
  if (shape.scope === 'none') return ok({ ...common, lane: 'app', relevant: false })
  if (shape.scope === 'installation') return readInstallationDelivery(event, payload, common)
  return readRepositoryDelivery(event, payload, common)
}

function findMisfit(event: string, { needs, may = [], actions }: Shape, payload: JsonObject): string | null {
  for (const [name, kind] of Object.entries(needs)) {
    if (!isOfKind(payload[name], kind))
      return `the body is not one of ${event}: ${name} is not ${kind === 'object' ? 'an' : 'a'} ${kind}`
  }
  const foreign = tellingMembers.find(
    name => payload[name] !== undefined && !Object.hasOwn(needs, name) && !may.includes(name),
  )
  if (foreign !== undefined) return `the body is not one of ${event}: it has ${foreign}`
  if (actions !== null && typeof payload.action !== 'string')
    return `the body is not one of ${event}: action is not a string`
  return null
}

function isOfKind(value: Json | undefined, kind: 'object' | 'list' | 'string'): boolean {
  if (kind === 'list') return Array.isArray(value)
  return kind === 'object' ? isObject(value) : typeof value === 'string'
}

/** Other events only name their installation; those about one carry the whole of it. */
function readInstallationDelivery(
  event: string,
  { installation }: JsonObject,
  common: Omit<DeliveryFacts, 'lane'>,
): Result<DeliveryFacts, string> {
  const { installationId } = common
  if (event.startsWith('installation')) {
    if (installationId === null) return err('installation.id is not an id')
    if (!isObject(member(installation, 'account')))
      return err(`the body is not one of ${event}: installation.account is not an object`)
  }
  return ok({ ...common, lane: `installation:${installationId ?? 'none'}` })
}

function readRepositoryDelivery(
  event: string,
  payload: JsonObject,
  common: Omit<DeliveryFacts, 'lane'>,
): Result<DeliveryFacts, string> {
  const repoId = readId(member(payload.repository, 'id'))
  if (repoId === null) return err('repository.id is not an id')
  if (ofRepository.has(event)) return ok({ ...common, repoId, lane: `repo:${repoId}` })
  if (event === 'check_run') return ok({ ...common, repoId, ...checkRunLane(payload, repoId) })
  const subject = event === 'issue_comment' ? payload.issue : payload.pull_request
  const number = readNumber(member(subject, 'number'))
  if (number === null) return err(`${event === 'issue_comment' ? 'issue' : 'pull_request'}.number is not a number`)
  if (event === 'issue_comment') {
    const onPullRequest = isObject(member(subject, 'pull_request'))
    return ok({
      ...common,
      repoId,
      number,
      lane: laneOf({ repoId, number }),
      relevant: common.relevant && onPullRequest,
    })
  }
  const baseRepoId = readId(member(member(member(subject, 'base'), 'repo'), 'id'))
  if (baseRepoId !== repoId) return err('pull_request.base.repo.id is not repository.id')
  return ok({ ...common, repoId, number, lane: laneOf({ repoId, number }) })
}

/** Events that name no pull request, or issues that several of them may rest on. */
const ofRepository = new Set([
  'push',
  'issues',
  'status',
  'deployment_status',
  'deployment_protection_rule',
  'merge_group',
  'workflow_run',
])

/** The list is empty for pull requests from forks (B-W15): then the worker finds them by head SHA. */
function checkRunLane(payload: JsonObject, repoId: string): { readonly lane: string; readonly number?: number } {
  // What has run is of interest to all who rest on it, and is gathered; what a person pressed is for one.
  if (payload.action === 'completed') return { lane: `repo:${repoId}` }
  const listed = member(payload.check_run, 'pull_requests')
  const numbers = (Array.isArray(listed) ? (listed as readonly Json[]) : [])
    .filter(pull => readId(member(member(member(pull, 'base'), 'repo'), 'id')) === repoId)
    .flatMap(pull => readNumber(member(pull, 'number')) ?? [])
  const [number, ...others] = numbers
  return number === undefined || others.length > 0
    ? { lane: `repo:${repoId}` }
    : { lane: laneOf({ repoId, number }), number }
}

const member = (value: Json | undefined, name: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** Ids are text; `parsePayload` leaves those beyond 2^53 as strings. */
export function readId(value: Json | undefined): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : null
  return typeof value === 'string' && /^[1-9]\d{0,19}$/.test(value) ? value : null
}

const readNumber = (value: Json | undefined): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null
