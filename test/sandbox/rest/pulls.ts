import { closePull, editPull, mergePull, openPull, reopenPull } from '../acts/pulls.ts'
import {
  dismissReview,
  findReview,
  findReviewers,
  removeReviewRequests,
  requestReviews,
  submitReview,
} from '../acts/reviews.ts'
import { unprocessable } from '../errors.ts'
import type { FileChange } from '../git-diff.ts'
import type { PullRecord } from '../state.ts'
import { teamView, userView } from '../views/accounts.ts'
import { pullSimpleView, pullView, reviewView } from '../views/pulls.ts'
import { commitView, fileView } from '../views/repositories.ts'
import {
  type Call,
  created,
  given,
  listed,
  needs,
  ok,
  pullOf,
  type Route,
  repositoryOf,
  route,
  text,
  visible,
} from './route.ts'

const read = needs('pull_requests')
const write = needs('pull_requests', 'write')

const maxFiles = 3000
const maxCommits = 250
const maxDiffLines = 20_000

export const pullRoutes: readonly Route[] = [
  route('pulls/list', 'GET /repos/{owner}/{repo}/pulls', read, listPulls),
  route('pulls/create', 'POST /repos/{owner}/{repo}/pulls', write, async call => {
    const { body, world } = call
    const repository = repositoryOf(call)
    const pull = await openPull(call, repository, call.actor, {
      title: text(body, 'title') ?? '',
      body: text(body, 'body') ?? null,
      head: text(body, 'head') ?? '',
      base: text(body, 'base') ?? '',
      draft: body.draft === true,
    })
    return created(pullView(world, pull))
  }),
  route('pulls/get', 'GET /repos/{owner}/{repo}/pulls/{pull_number}', read, async call => {
    const pull = pullOf(call)
    if (!/\bdiff\b/.test(call.accept)) return ok(pullView(call.world, pull))
    const diff = await pull.repository.git.diff(pull.baseSha, pull.headSha)
    return {
      status: 200,
      body: diffText(diff.files),
      headers: { 'content-type': 'application/vnd.github.diff; charset=utf-8' },
    }
  }),
  route('pulls/update', 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}', write, async call => {
    const { body } = call
    const pull = pullOf(call)
    await editPull(
      call,
      pull,
      call.actor,
      given({ title: text(body, 'title'), body: text(body, 'body'), base: text(body, 'base') }),
    )
    if (body.state === 'closed') closePull(call, pull, call.actor)
    if (body.state === 'open') await reopenPull(call, pull, call.actor)
    return ok(pullView(call.world, pull))
  }),
  route(
    'pulls/merge',
    'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge',
    needs('contents', 'write', 'write'),
    async call => {
      const pull = pullOf(call)
      const wanted = text(call.body, 'sha')
      if (wanted !== undefined && wanted !== pull.headSha)
        throw unprocessable('Head branch was modified. Review and try the merge again.')
      const sha = await mergePull(call, pull, call.actor)
      return ok({ sha, merged: true, message: 'Pull Request successfully merged' })
    },
  ),
  route('pulls/list-files', 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files', read, async call => {
    const pull = pullOf(call)
    const { files } = await pull.repository.git.diff(pull.baseSha, pull.headSha)
    return listed(
      call,
      withoutLongDiffs(files),
      file => fileView(call.world, pull.repository, pull.headSha, file),
      maxFiles,
    )
  }),
  route('pulls/list-commits', 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', read, async call => {
    const { repository, baseSha, headSha } = pullOf(call)
    const shas = await repository.git.range(baseSha, headSha)
    const commits = await Promise.all(shas.slice(0, maxCommits).map(sha => repository.git.commitOrThrow(sha)))
    return listed(call, commits, commit => commitView(call.world, repository, commit))
  }),
  route('pulls/list-reviews', 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', read, call =>
    listed(call, visible(call, pullOf(call).reviews), review => reviewView(call.world, review)),
  ),
  route('pulls/get-review', 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}', read, call =>
    ok(reviewView(call.world, findReview(pullOf(call), Number(call.params.review_id)))),
  ),
  route('pulls/create-review', 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', write, call => {
    const { body } = call
    const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const
    const event = text(body, 'event') as keyof typeof states | undefined
    const commitSha = text(body, 'commit_id')
    const review = submitReview(call, pullOf(call), call.actor, {
      state: event === undefined ? 'PENDING' : states[event],
      body: text(body, 'body') ?? '',
      ...(commitSha === undefined ? {} : { commitSha }),
    })
    return ok(reviewView(call.world, review))
  }),
  route(
    'pulls/dismiss-review',
    'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals',
    write,
    call => {
      const review = findReview(pullOf(call), Number(call.params.review_id))
      dismissReview(call, review, call.actor, text(call.body, 'message') ?? '')
      return ok(reviewView(call.world, review))
    },
  ),
  route(
    'pulls/list-requested-reviewers',
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    read,
    call => ok(reviewersView(call, pullOf(call))),
  ),
  route(
    'pulls/request-reviewers',
    'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    write,
    call => {
      const pull = pullOf(call)
      requestReviews(call, pull, call.actor, findReviewers(call, pull, reviewerNames(call)))
      return created(pullSimpleView(call.world, pull))
    },
  ),
  route(
    'pulls/remove-requested-reviewers',
    'DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    write,
    call => {
      const pull = pullOf(call)
      removeReviewRequests(call, pull, call.actor, findReviewers(call, pull, reviewerNames(call)))
      return ok(pullSimpleView(call.world, pull))
    },
  ),
]

function listPulls(call: Call) {
  const { query, world } = call
  const repository = repositoryOf(call)
  const state = query.get('state') ?? 'open'
  const base = query.get('base')
  const head = query.get('head')
  const ascending = query.get('direction') === 'asc'
  const sort = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt'
  const pulls = visible(call, [...repository.pulls.values()])
    .filter(pull => state === 'all' || pull.state === state)
    .filter(pull => base === null || pull.baseRef === base)
    .filter(pull => head === null || `${repository.owner.login}:${pull.headRef}` === head)
    .sort((a, b) => a[sort].localeCompare(b[sort]) || a.number - b.number)
  return listed(call, ascending ? pulls : pulls.reverse(), pull => pullSimpleView(world, pull))
}

/** Real GitHub, without a word: after about 20,000 lines of diff the rest has no counts and no patch. */
function withoutLongDiffs(files: readonly FileChange[]): readonly FileChange[] {
  let lines = 0
  return files.map(file => {
    lines += file.additions + file.deletions
    return lines <= maxDiffLines ? file : { ...file, additions: 0, deletions: 0, patch: undefined }
  })
}

function reviewerNames({ body }: Call) {
  return given<{ users: readonly string[]; teams: readonly string[] }>({
    users: body.reviewers as readonly string[] | undefined,
    teams: body.team_reviewers as readonly string[] | undefined,
  })
}

function reviewersView({ world }: Call, pull: PullRecord) {
  return {
    users: pull.requestedUsers.map(account => userView(world, account)),
    teams: pull.requestedTeams.map(team => teamView(world, team)),
  }
}

function diffText(files: readonly FileChange[]): string {
  return files
    .map(({ path, previousPath = path, status, patch }) => {
      const from = status === 'added' ? '/dev/null' : `a/${previousPath}`
      const to = status === 'removed' ? '/dev/null' : `b/${path}`
      const body = patch === undefined ? '' : `--- ${from}\n+++ ${to}\n${patch}\n`
      return `diff --git a/${previousPath} b/${path}\n${body}`
    })
    .join('')
}
