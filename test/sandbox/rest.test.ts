import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadContract } from './contract/index.ts'
import { routes } from './rest/index.ts'
import { type AppStage, appStage, rest, stage } from './testing.ts'

let s: AppStage
let app: string
const repo = '/repos/acme/widgets'

beforeAll(async () => {
  s = await appStage()
  app = s.installation.token()
})

afterAll(async () => {
  expect(s.sandbox.violations).toEqual([])
  await s.sandbox.close()
  await s.hook.close()
})

const user = (login: string) => s.sandbox.user(login).token
const get = (path: string, token = app, headers = {}) => rest(s.sandbox, token, `GET ${path}`, undefined, headers)

test('every modelled route is what GitHub describes', () => {
  const contract = loadContract()
  const problems = routes.filter(({ id, method, template }) => contract.match(method, template)?.id !== id)
  expect(problems.map(({ id }) => id)).toEqual([])
})

describe('changed files come from git', () => {
  test('with status, counts, blob and patch as GitHub writes them', async () => {
    const { body } = await get(`${repo}/pulls/1/files`)
    const pick = ({ filename, status, additions, deletions, previous_filename, patch }: Record<string, unknown>) => {
      return { filename, status, additions, deletions, previous_filename, patch }
    }
    expect(body.map(pick)).toMatchInlineSnapshot(`
      [
        {
          "additions": 0,
          "deletions": 1,
          "filename": "docs/guide.md",
          "patch": "@@ -1 +0,0 @@
      -# Guide",
          "previous_filename": undefined,
          "status": "removed",
        },
        {
          "additions": 0,
          "deletions": 0,
          "filename": "logo.png",
          "patch": undefined,
          "previous_filename": undefined,
          "status": "added",
        },
        {
          "additions": 0,
          "deletions": 0,
          "filename": "new name.txt",
          "patch": undefined,
          "previous_filename": "old name.txt",
          "status": "renamed",
        },
        {
          "additions": 1,
          "deletions": 0,
          "filename": "run.sh",
          "patch": "@@ -0,0 +1 @@
      +#!/bin/sh",
          "previous_filename": undefined,
          "status": "added",
        },
        {
          "additions": 2,
          "deletions": 1,
          "filename": "src/app.ts",
          "patch": "@@ -1,3 +1,4 @@
       one
      -two
      +2
       three
      +four",
          "previous_filename": undefined,
          "status": "modified",
        },
      ]
    `)
  })

  test('and the pull request counts the same', async () => {
    const { body } = await get(`${repo}/pulls/1`)
    expect(body).toMatchObject({ additions: 3, deletions: 2, changed_files: 5, commits: 1, base: { ref: 'main' } })
  })

  test('in pages, with Link', async () => {
    const first = await get(`${repo}/pulls/1/files?per_page=2`)
    const link = `${s.sandbox.apiUrl}${repo}/pulls/1/files?per_page=2&page=`
    expect(first.body).toHaveLength(2)
    expect(first.headers.get('link')).toBe(`<${link}2>; rel="next", <${link}3>; rel="last"`)
    const last = await get(`${repo}/pulls/1/files?per_page=2&page=3`)
    expect(last.body).toHaveLength(1)
    expect(last.headers.get('link')).toContain('rel="prev"')
  })

  test('the SHAs are the same in every run', async () => {
    const other = await stage()
    expect(other.pull.headSha).toBe(s.pull.headSha)
    await other.sandbox.close()
  })

  test('a real clone has the head, the history and the test merge', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'sandbox-clone-'))
    await s.repository.checkout('refs/pull/1/merge', dir)
    expect(await readFile(join(dir, 'src/app.ts'), 'utf8')).toBe('one\n2\nthree\nfour\n')
    await rm(dir, { recursive: true })
  })
})

describe('contents', () => {
  test('raw text has a charset, so that Octokit reads text', async () => {
    const { body, headers } = await get(`${repo}/contents/src/app.ts?ref=feature`, app, {
      accept: 'application/vnd.github.raw',
    })
    expect(body).toBe('one\n2\nthree\nfour\n')
    expect(headers.get('content-type')).toContain('charset=utf-8')
  })

  test('a file, a folder, the root, nothing', async () => {
    const file = await get(`${repo}/contents/old%20name.txt`)
    expect(Buffer.from(file.body.content, 'base64').toString()).toBe('a\nb\nc\nd\n')
    expect((await get(`${repo}/contents/docs`)).body).toMatchObject([{ name: 'guide.md', type: 'file' }])
    expect((await get(`${repo}/contents/`)).body).toHaveLength(3)
    expect(await get(`${repo}/contents/nothing`)).toMatchObject({ status: 404, body: { message: 'Not Found' } })
  })

  test('compare counts from the merge base', async () => {
    const { body } = await get(`${repo}/compare/main...feature`)
    expect(body).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0, total_commits: 1 })
    expect(body.files).toHaveLength(5)
  })
})

describe('comments', () => {
  test('an App writes as its bot', async () => {
    const { status, body } = await rest(s.sandbox, app, `POST ${repo}/issues/1/comments`, { body: 'hello' })
    expect({ status, login: body.user.login, type: body.user.type, via: body.performed_via_github_app.slug }).toEqual({
      status: 201,
      login: 'delivery-gates[bot]',
      type: 'Bot',
      via: 'delivery-gates',
    })
  })

  test('longer than 65,536 characters is refused', async () => {
    const { status, body } = await rest(s.sandbox, app, `POST ${repo}/issues/1/comments`, { body: 'x'.repeat(65_537) })
    expect(status).toBe(422)
    expect(body.errors[0].message).toBe('Body is too long (maximum is 65536 characters)')
  })

  test('only the author and people with write access edit them', async () => {
    const { body } = await rest(s.sandbox, app, `POST ${repo}/issues/1/comments`, { body: '- [ ] x' })
    const path = `PATCH ${repo}/issues/comments/${body.id}`
    expect(await rest(s.sandbox, user('li-wei'), path, { body: '- [x] x' })).toMatchObject({ status: 403 })
    expect(await rest(s.sandbox, user('chen'), path, { body: '- [x] x' })).toMatchObject({ status: 200 })
    expect(() => s.pull.tick(body.id, 'li-wei', 'x', false)).toThrow('write access')
  })
})

describe('reviews', () => {
  test('nobody approves their own pull request', async () => {
    const own = await rest(s.sandbox, user('chen'), `POST ${repo}/pulls/1/reviews`, { event: 'APPROVE' })
    expect(own).toMatchObject({ status: 422, body: { errors: ['Can not approve your own pull request'] } })
  })

  test('a review answers the request to its author and to their teams', async () => {
    const path = `${repo}/pulls/1/requested_reviewers`
    const asked = await rest(s.sandbox, app, `POST ${path}`, {
      reviewers: ['li-wei'],
      team_reviewers: ['implementation'],
    })
    expect(asked.status).toBe(201)
    expect((await get(path)).body).toMatchObject({ users: [{ login: 'li-wei' }], teams: [{ slug: 'implementation' }] })
    await s.pull.review('li-wei', { state: 'APPROVED' })
    expect((await get(path)).body).toEqual({ users: [], teams: [] })
  })

  test('strangers and the author cannot be requested', async () => {
    const request = (login: string) =>
      rest(s.sandbox, app, `POST ${repo}/pulls/1/requested_reviewers`, { reviewers: [login] })
    s.sandbox.user('stranger')
    expect(await request('stranger')).toMatchObject({ status: 422 })
    expect(await request('chen')).toMatchObject({ status: 422 })
  })

  test('a dismissed review stays, dismissed', async () => {
    const id = await s.pull.review('li-wei', { state: 'CHANGES_REQUESTED', body: 'no' })
    const path = `PUT ${repo}/pulls/1/reviews/${id}/dismissals`
    expect(await rest(s.sandbox, user('chen'), path, { message: 'done' })).toMatchObject({
      status: 200,
      body: { state: 'DISMISSED' },
    })
  })
})

describe('check runs', () => {
  const create = (body: object, token = app) =>
    rest(s.sandbox, token, `POST ${repo}/check-runs`, { name: 'gates', head_sha: s.pull.headSha, ...body })
  const note = { path: 'src/app.ts', start_line: 1, end_line: 1, annotation_level: 'warning', message: 'm' }
  const output = (count: number) => ({ title: 't', summary: 's', annotations: Array(count).fill(note) })

  test('belong to an App, people cannot write them', async () => {
    expect(await create({}, user('chen'))).toMatchObject({ status: 403 })
    expect((await create({})).body.app).toMatchObject({ id: s.app.id, slug: 'delivery-gates' })
    const actions = s.repository.actionsToken({ permissions: { checks: 'write' } })
    expect((await create({}, actions)).body.app).toMatchObject({ id: 15368, slug: 'github-actions' })
  })

  test('take 50 annotations a call and append on update', async () => {
    expect(await create({ output: output(51) })).toMatchObject({ status: 422 })
    const { body } = await create({ output: output(50) })
    const path = `${repo}/check-runs/${body.id}`
    const updated = await rest(s.sandbox, app, `PATCH ${path}`, { output: output(2) })
    expect(updated.body.output.annotations_count).toBe(52)
    expect((await get(`${path}/annotations?per_page=100`)).body).toHaveLength(52)
  })

  test.each([
    ['four actions', { actions: Array(4).fill({ label: 'a', description: 'b', identifier: 'c' }) }],
    ['a long label', { actions: [{ label: 'a'.repeat(21), description: 'b', identifier: 'c' }] }],
    ['a long description', { actions: [{ label: 'a', description: 'b'.repeat(41), identifier: 'c' }] }],
    ['a long summary', { output: { title: 't', summary: 's'.repeat(65_536) } }],
    ['no such conclusion', { conclusion: 'nope' }],
    ['no such commit', { head_sha: '0'.repeat(40) }],
  ])('%s is refused', async (_, body) => {
    expect(await create(body)).toMatchObject({ status: 422 })
  })

  test('the list shows the newest of each App and name', async () => {
    await create({ name: 'one', conclusion: 'failure' })
    await create({ name: 'one', conclusion: 'success' })
    const { body } = await get(`${repo}/commits/feature/check-runs?check_name=one`)
    expect(body).toMatchObject({ total_count: 1, check_runs: [{ conclusion: 'success' }] })
  })
})

test('statuses combine, the newest of each context', async () => {
  const put = (context: string, state: string) =>
    rest(s.sandbox, app, `POST ${repo}/statuses/${s.pull.headSha}`, { context, state })
  await put('ci', 'failure')
  await put('ci', 'success')
  await put('gates', 'pending')
  const { body } = await get(`${repo}/commits/feature/status`)
  expect(body).toMatchObject({ state: 'pending', total_count: 2 })
})

describe('who may do what', () => {
  test('unknown and expired tokens are 401', async () => {
    expect(await get(repo, 'ghs_unknown')).toMatchObject({ status: 401, body: { message: 'Bad credentials' } })
    const short = s.installation.token()
    expect((await get(repo, short)).status).toBe(200)
    s.sandbox.expireTokens()
    expect((await get(repo, short)).status).toBe(401)
    app = s.installation.token()
  })

  test('a missing permission is 403', async () => {
    const token = s.repository.actionsToken({ permissions: { contents: 'read', 'pull-requests': 'read' } })
    expect((await get(`${repo}/pulls/1/files`, token)).status).toBe(200)
    const refused = await rest(s.sandbox, token, `POST ${repo}/issues/1/comments`, { body: 'x' })
    expect(refused).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } })
  })

  test('a private repository is hidden from strangers and from tokens of other repositories', async () => {
    await s.sandbox.repository('acme', 'secret', { private: true })
    expect((await get('/repos/acme/secret', user('stranger'))).status).toBe(404)
    expect((await get('/repos/acme/secret', user('li-wei'))).status).toBe(200)
    const actions = s.repository.actionsToken({ permissions: { contents: 'read' } })
    expect((await get('/repos/acme/secret', actions)).status).toBe(404)
  })

  test('team members are seen by members and by Apps that may', async () => {
    const path = '/orgs/acme/teams/implementation/members'
    expect((await get(path)).body).toMatchObject([{ login: 'li-wei' }])
    expect((await get(path, s.installation.token({ contents: 'read' }))).status).toBe(403)
    expect((await get(path, user('stranger'))).status).toBe(404)
    expect((await get('/orgs/acme/teams/implementation/memberships/chen')).status).toBe(404)
  })
})

test('what is not modelled is 501 and named, never 404', async () => {
  expect(await get(`${repo}/actions/artifacts`)).toMatchObject({
    status: 501,
    body: { message: 'actions/list-artifacts-for-repo is not modelled by the sandbox' },
  })
  expect(await get(`${repo}/unheard-of`)).toMatchObject({ status: 501 })
  expect(s.sandbox.calls.at(-2)).toMatchObject({ operation: 'actions/list-artifacts-for-repo', status: 501 })
})

test('a 304 is free', async () => {
  const first = await get(repo)
  const again = await get(repo, app, { 'if-none-match': first.headers.get('etag') })
  const third = await get(repo)
  expect(again).toMatchObject({ status: 304, body: '' })
  const left = [first, again, third].map(({ headers }) => Number(headers.get('x-ratelimit-remaining')))
  expect([left[0], left[1], left[2]]).toEqual([left[0], left[0], Number(left[0]) - 1])
})

test('calls are recorded', async () => {
  s.sandbox.resetCalls()
  await get(`${repo}/pulls/1`)
  await rest(s.sandbox, user('chen'), `PATCH ${repo}/pulls/1`, { title: 'Better' })
  expect(s.sandbox.calls).toMatchObject([
    { operation: 'pulls/get', kind: 'read', status: 200, actor: 'delivery-gates' },
    { operation: 'pulls/update', kind: 'write', status: 200, actor: 'chen' },
  ])
})
