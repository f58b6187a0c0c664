import { accountOf, roleOf } from '../access.ts'
import { notFound, unprocessable } from '../errors.ts'
import type { Account, Actor, Json, PullRecord, ReviewRecord, ReviewState, TeamRecord } from '../state.ts'
import { teamView, userView } from '../views/accounts.ts'
import { pullSimpleView, reviewView } from '../views/pulls.ts'
import type { Site } from './context.ts'
import { emitPull, requirePullEditor } from './pulls.ts'

export interface NewReview {
  readonly state: Exclude<ReviewState, 'DISMISSED'>
  readonly body: string
  readonly commitSha?: string
}

export function submitReview(site: Site, pull: PullRecord, actor: Actor, o: NewReview): ReviewRecord {
  const { world } = site
  const author = accountOf(actor)
  if (author.id === pull.author.id && (o.state === 'APPROVED' || o.state === 'CHANGES_REQUESTED')) {
    const what = o.state === 'APPROVED' ? 'approve' : 'request changes on'
    throw unprocessable('Unprocessable Entity', [`Can not ${what} your own pull request`])
  }
  if (o.body === '' && (o.state === 'COMMENTED' || o.state === 'CHANGES_REQUESTED')) {
    throw unprocessable('Unprocessable Entity', ['Could not comment pull request review.'])
  }
  const now = world.now()
  const review = world.create<ReviewRecord>('review', {
    pull,
    author,
    state: o.state,
    body: o.body,
    commitSha: o.commitSha ?? pull.headSha,
    createdAt: now,
    submittedAt: o.state === 'PENDING' ? null : now,
    updatedAt: now,
  })
  pull.reviews.push(review)
  if (o.state === 'PENDING') return review
  pull.updatedAt = now
  answerRequests(pull, author)
  emitReview(site, review, 'submitted', author)
  return review
}

/** A review answers the request to its author, and to the teams they are in. No event tells of that. */
function answerRequests(pull: PullRecord, author: Account): void {
  keep(pull.requestedUsers, account => account.id !== author.id)
  keep(pull.requestedTeams, team => !team.members.has(author.id))
}

export function dismissReview(site: Site, review: ReviewRecord, actor: Actor, message: string): void {
  const sender = requirePullEditor(site, review.pull, actor)
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
    throw unprocessable(`Can not dismiss a ${review.state.toLowerCase()} pull request review`)
  }
  if (message === '') throw unprocessable('Validation Failed', [{ field: 'message', code: 'missing_field' }])
  review.state = 'DISMISSED'
  review.updatedAt = site.world.now()
  emitReview(site, review, 'dismissed', sender)
}

export function editReview(site: Site, review: ReviewRecord, actor: Actor, body: string): void {
  const sender = accountOf(actor)
  const from = review.body
  review.body = body
  review.updatedAt = site.world.now()
  emitReview(site, review, 'edited', sender, { changes: { body: { from } } })
}

function emitReview({ world, hooks }: Site, review: ReviewRecord, action: string, sender: Account, extra: Json = {}) {
  const { pull } = review
  hooks.emit({
    event: 'pull_request_review',
    action,
    repository: pull.repository,
    sender,
    payload: () => ({
      review: {
        ...reviewView(world, review),
        // Webhooks write states in lower case, the REST API in upper case.
        state: review.state.toLowerCase(),
        submitted_at: review.submittedAt,
        updated_at: review.updatedAt,
      },
      pull_request: pullSimpleView(world, pull),
      ...extra,
    }),
  })
}

export interface Reviewers {
  readonly users: readonly Account[]
  readonly teams: readonly TeamRecord[]
}

export function requestReviews(site: Site, pull: PullRecord, actor: Actor, reviewers: Reviewers): void {
  const sender = accountOf(actor)
  for (const account of reviewers.users) {
    if (account.id === pull.author.id) {
      throw unprocessable('Review cannot be requested from pull request author.')
    }
    if (roleOf(site.world, pull.repository, account) === 'none') throw notCollaborator(site, pull)
  }
  if (reviewers.teams.some(team => team.permission === 'none')) throw notCollaborator(site, pull)
  for (const account of reviewers.users) {
    if (pull.requestedUsers.includes(account)) continue
    pull.requestedUsers.push(account)
    pull.updatedAt = site.world.now()
    emitPull(site, pull, 'review_requested', sender, { requested_reviewer: userView(site.world, account) })
  }
  for (const team of reviewers.teams) {
    if (pull.requestedTeams.includes(team)) continue
    pull.requestedTeams.push(team)
    pull.updatedAt = site.world.now()
    emitPull(site, pull, 'review_requested', sender, { requested_team: teamView(site.world, team) })
  }
}

function notCollaborator({ world }: Site, { repository }: PullRecord) {
  const name = `${repository.owner.login}/${repository.name}`
  const who = world.organizationOf(repository.owner) === undefined ? 'users' : 'users or teams'
  return unprocessable(
    `Reviews may only be requested from collaborators. One or more of the ${who} you specified is not a collaborator of the ${name} repository.`,
  )
}

export function removeReviewRequests(site: Site, pull: PullRecord, actor: Actor, reviewers: Reviewers): void {
  const sender = accountOf(actor)
  for (const account of reviewers.users) {
    if (!keep(pull.requestedUsers, requested => requested !== account)) continue
    emitPull(site, pull, 'review_request_removed', sender, { requested_reviewer: userView(site.world, account) })
  }
  for (const team of reviewers.teams) {
    if (!keep(pull.requestedTeams, requested => requested !== team)) continue
    emitPull(site, pull, 'review_request_removed', sender, { requested_team: teamView(site.world, team) })
  }
}

/** Reviewers by login and team slug, as the REST API and people name them. */
export function findReviewers(
  { world }: Site,
  pull: PullRecord,
  names: { readonly users?: readonly string[]; readonly teams?: readonly string[] },
): Reviewers {
  const organization = world.organizationOf(pull.repository.owner)
  const users = (names.users ?? []).map(login => {
    const account = world.users.get(login.toLowerCase())
    if (account === undefined) throw notCollaborator({ world } as Site, pull)
    return account
  })
  const teams = (names.teams ?? []).map(slug => {
    const team = organization?.teams.get(slug.toLowerCase())
    if (team === undefined) throw unprocessable(`Could not resolve to a node with the global id of '${slug}'.`)
    return team
  })
  return { users, teams }
}

export function findReview(pull: PullRecord, id: number): ReviewRecord {
  const review = pull.reviews.find(known => known.id === id)
  if (review === undefined) throw notFound()
  return review
}

function keep<T>(list: T[], wanted: (item: T) => boolean): boolean {
  const kept = list.filter(wanted)
  const changed = kept.length !== list.length
  list.splice(0, list.length, ...kept)
  return changed
}
