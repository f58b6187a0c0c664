import { describe, expect, test } from 'vitest'
import { readContext } from '../../action/context.ts'
import { say } from '../../src/locales/index.ts'
import { plainFormatter } from '../../src/render/plain.ts'

const base = 'b'.repeat(40)
const head = 'a'.repeat(40)

const env = {
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REPOSITORY: 'acme/widgets',
  GITHUB_REPOSITORY_ID: '7',
  GITHUB_WORKSPACE: '/home/runner/work space/wïdgets',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_SHA: 'c'.repeat(40),
  GITHUB_RUN_ID: '99',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW_REF: 'acme/widgets/.github/workflows/ci.yml@refs/pull/3/merge',
}
const pull = {
  number: 3,
  title: 'Pay later',
  draft: false,
  state: 'open',
  merged_at: null,
  user: { id: 5, login: 'li-wei', type: 'User' },
  base: { sha: base, ref: 'main', repo: { id: 7 } },
  head: { sha: head, ref: 'topic', repo: { id: 7 } },
}
const payload = (change: object = {}) => JSON.stringify({ action: 'opened', pull_request: { ...pull, ...change } })

const problems = (given: Readonly<Record<string, string | undefined>>, text: string | null = payload()) => {
  const read = readContext({ ...env, ...given }, text)
  return read.ok ? [] : read.error.map(problem => say(problem, 'en', plainFormatter('en')))
}
const subject = (event: string, text: string, more: Readonly<Record<string, string>> = {}) => {
  const read = readContext({ ...env, ...more, GITHUB_EVENT_NAME: event }, text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.subject
}

describe('B-E03 events', () => {
  test('pull_request', () => {
    expect(subject('pull_request', payload())).toEqual({
      kind: 'pull-request',
      number: 3,
      baseSha: base,
      headSha: head,
      testedSha: env.GITHUB_SHA,
      fork: false,
      sameHead: false,
      pull: {
        title: 'Pay later',
        author: { id: '5', login: 'li-wei', type: 'User' },
        state: 'open',
        isDraft: false,
        baseRef: 'main',
      },
    })
  })

  test.each([
    'edited',
    'labeled',
    'review_requested',
    'converted_to_draft',
    'ready_for_review',
    'closed',
    'some_future_activity',
  ])('pull_request.%s is accepted and leaves the head where it was', action => {
    expect(subject('pull_request', JSON.stringify({ action, pull_request: pull }))).toMatchObject({ sameHead: true })
  })

  test('pull_request_review speaks about the same head', () => {
    const text = JSON.stringify({ action: 'submitted', review: {}, pull_request: pull })
    expect(subject('pull_request_review', text)).toMatchObject({ kind: 'pull-request', sameHead: true })
  })

  test.each([
    ['another repository', { head: { ...pull.head, repo: { id: 8 } } }],
    ['B-F19 a deleted one', { head: { ...pull.head, repo: null } }],
  ])('a head in %s is a fork', (_, change) => {
    expect(subject('pull_request', payload(change))).toMatchObject({ fork: true })
  })

  test('an author whose account is gone', () => {
    expect(subject('pull_request', payload({ user: null }))).toMatchObject({ pull: { author: null } })
  })

  test.each([
    ['refs/heads/gh-readonly-queue/main/pr-12-0123abc', 12],
    ['refs/heads/gh-readonly-queue/release/2.0/pr-7-0123abc', 7],
    ['refs/heads/queue', null],
  ])('merge_group %s is about pull request %j', (head_ref, number) => {
    const text = JSON.stringify({
      action: 'checks_requested',
      merge_group: { head_sha: head, head_ref, base_sha: base, base_ref: 'refs/heads/main' },
    })
    expect(subject('merge_group', text)).toEqual({ kind: 'merge-group', number, baseSha: base, headSha: head })
  })

  test('push to a branch', () => {
    expect(subject('push', JSON.stringify({ ref: 'refs/heads/main', after: head }))).toEqual({
      kind: 'push',
      branch: 'main',
      headSha: head,
    })
  })

  test('workflow_dispatch on a branch', () => {
    expect(subject('workflow_dispatch', '{}', { GITHUB_REF: 'refs/heads/topic', GITHUB_SHA: head })).toEqual({
      kind: 'dispatch',
      branch: 'topic',
      headSha: head,
    })
  })

  test.each(['workflow_run', 'issue_comment', 'release', ''])('%j is refused with the list (ENV-EVENT)', event => {
    expect(problems({ GITHUB_EVENT_NAME: event })).toEqual([
      expect.stringMatching(
        /pull_request, pull_request_review, merge_group, push, schedule or workflow_dispatch \(ENV-EVENT\)/,
      ),
    ])
  })

  test.each([
    ['a tag', { ref: 'refs/tags/v1', after: head }],
    ['a deleted branch', { ref: 'refs/heads/old', after: '0'.repeat(40), deleted: true }],
  ])('a push of %s has nothing to record', (_, event) => {
    expect(problems({ GITHUB_EVENT_NAME: 'push' }, JSON.stringify(event))).toEqual([
      expect.stringMatching(/not a branch with a commit/),
    ])
  })
})

describe('B-E02 the event file', () => {
  test.each([
    ['missing', null, /missing or not JSON.*ENV-EVENT/],
    ['empty', '', /missing or not JSON.*ENV-EVENT/],
    ['not JSON', '<html>', /missing or not JSON.*ENV-EVENT/],
    ['null', 'null', /does not say what it is about.*ENV-EVENT/],
    ['an array', '[]', /does not say what it is about.*ENV-EVENT/],
    ['of another event', '{"ref":"refs/heads/main"}', /does not say what it is about.*ENV-EVENT/],
    [
      'with an option where a SHA should be',
      payload({ base: { ...pull.base, sha: '--upload-pack=x' } }),
      /does not say/,
    ],
  ])('%s', (_, text, wanted) => {
    expect(problems({}, text)).toEqual([expect.stringMatching(wanted)])
  })
})

describe('the environment', () => {
  test('B-E07 a workspace with spaces and other letters is kept as it is', () => {
    expect(problems({})).toEqual([])
  })

  test.each(['GITHUB_WORKSPACE', 'GITHUB_REPOSITORY'])('B-E07 without %s there is no run (ENV-RUNTIME)', name => {
    expect(problems({ [name]: undefined })).toEqual([
      expect.stringMatching(new RegExp(`${name} is missing.*ENV-RUNTIME`)),
    ])
  })

  test.each([
    ['https://github.com', 'http://169.254.169.254'],
    ['https://github.com', 'https://api.github.com.evil.example'],
    ['https://github.com', 'http://api.github.com'],
    ['https://github.com', 'http://127.0.0.1:80'],
    ['https://ghes.example', 'https://other.example/api/v3'],
    ['https://github.com', 'https://user:pass@api.github.com'],
    ['https://github.com', 'nonsense'],
  ])('B-E08 with the server %s the token is not sent to %s (ENV-URL)', (server, api) => {
    expect(problems({ GITHUB_SERVER_URL: server, GITHUB_API_URL: api })).toEqual([
      expect.stringMatching(/GITHUB_API_URL.*ENV-URL/),
    ])
  })

  test.each([
    ['https://ghes.example', 'https://ghes.example/api/v3'],
    ['https://acme.ghe.com', 'https://api.acme.ghe.com'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/api/v3'],
  ])('with the server %s, %s is its own', (server, api) => {
    expect(problems({ GITHUB_SERVER_URL: server, GITHUB_API_URL: api })).toEqual([])
  })

  test.each([
    ['acme/widgets/.github/workflows/ci.yml@refs/heads/main', '.github/workflows/ci.yml'],
    ['acme/other/.github/workflows/ci.yml@refs/heads/main', null],
    ['acme/widgets/../../etc/passwd@x', null],
    [undefined, null],
  ])('the workflow of %j is %j', (ref, path) => {
    const read = readContext({ ...env, GITHUB_WORKFLOW_REF: ref }, payload())
    expect(read.ok && read.value.runner.workflowPath).toBe(path)
  })
})
