import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AppStage, appStage, rest } from '../testing.ts'

let scene: AppStage
let commentId = 0
let token = ''
const body =
  '<!-- ours -->\n## Deploy readiness\n\n- [ ] Rollback rehearsed\n- [x] Guide followed\n  - [ ] Rollback rehearsed\n'

beforeAll(async () => {
  scene = await appStage()
  scene.sandbox.organization('acme').team('implementation', ['li-wei'], { permission: 'write' })
  token = await scene.installation.token()
})
afterAll(async () => {
  await scene.sandbox.close()
  await scene.hook.close()
})

beforeEach(async () => {
  const { sandbox, hook } = scene
  const created = await rest(sandbox, token, 'POST /repos/acme/widgets/issues/1/comments', { body })
  commentId = created.body.id
  await sandbox.idle()
  hook.received.length = 0
})

async function get(path: string, login = 'li-wei') {
  const response = await fetch(scene.sandbox.url + path, { headers: { cookie: `act-as=${login}` }, redirect: 'manual' })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

async function post(
  path: string,
  fields: Readonly<Record<string, string>>,
  login = 'li-wei',
  origin = scene.sandbox.url,
) {
  const response = await fetch(scene.sandbox.url + path, {
    method: 'POST',
    headers: { cookie: `act-as=${login}`, origin },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  await scene.sandbox.idle()
  return { status: response.status, text: await response.text(), location: response.headers.get('location') }
}

/** The fields of the nth box of a comment, as the browser would send them. */
async function box(id: number, index: number): Promise<Record<string, string>> {
  const { text } = await get('/acme/widgets/pull/1')
  const forms = text.split(`action="/acme/widgets/pull/1/comments/${id}/tick"`).slice(1)
  const inputs = [...(forms[index]?.split('</form>', 1)[0] ?? '').matchAll(/name="(\w+)" value="(\w+)"/g)]
  return Object.fromEntries(inputs.map(([, name, value]) => [name, value]))
}

const bodyOf = (id: number) => scene.pull.comments().find(comment => comment.id === id)?.body

describe('every page answers', () => {
  test.each([
    ['/', 'acme/widgets'],
    ['/acme/widgets/pulls', 'Change'],
    ['/acme/widgets/pull/1', 'Rollback rehearsed'],
    ['/acme/widgets/pull/1/commits', 'Change it'],
    ['/acme/widgets/pull/1/checks', 'No checks'],
    ['/acme/widgets/pull/1/files', 'new name.txt'],
    ['/acme/widgets/blob/feature/src/app.ts', 'four'],
    ['/deliveries', 'issue_comment.created'],
    ['/deliveries/0', 'payload'],
    ['/calls', 'issues/create-comment'],
    ['/_/style.css', '--page'],
    ['/_/script.js', 'fetch'],
  ])('%s shows %s', async (path, content) => {
    const { status, text } = await get(path)
    expect(status).toBe(200)
    expect(text.toLowerCase()).toContain(content.toLowerCase())
  })

  test('a commit at the address that the API gives', async () => {
    const { body: commit } = await rest(scene.sandbox, token, `GET /repos/acme/widgets/commits/${scene.pull.headSha}`)
    expect((await get(new URL(commit.html_url).pathname)).text).toContain('Because.')
  })

  test.each([
    '/acme/widgets/pull/99',
    '/acme/nothing/pulls',
    '/acme/widgets/blob/feature/none',
    '/deliveries/999',
    '/_/none',
  ])('%s is not found', async path => {
    expect((await get(path)).status).toBe(404)
  })

  test('an issue is the pull request', async () => {
    expect((await get('/acme/widgets/issues/1')).headers.get('location')).toBe('/acme/widgets/pull/1')
  })

  test('nothing runs that is not ours', async () => {
    const { headers } = await get('/acme/widgets/pull/1')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
  })
})

describe('hostile text', () => {
  test('names and bodies are escaped', async () => {
    const { repository, sandbox } = scene
    const hostile = '"><script>alert(1)</script>'
    await repository.commit('evil', {
      from: 'main',
      author: 'chen',
      message: hostile,
      files: { '<img src=x onerror=alert(1)>.txt': '</td><script>alert(2)</script>\n' },
    })
    const pull = await repository.openPullRequest({ title: hostile, body: hostile, head: 'evil', author: 'chen' })
    await pull.comment('li-wei', `${hostile}\n\n- [ ] ${hostile}\n\n</textarea></details></article>`)
    await rest(sandbox, token, 'POST /repos/acme/widgets/check-runs', {
      name: hostile,
      head_sha: pull.headSha,
      conclusion: 'failure',
      details_url: 'javascript:alert(1)',
      output: {
        title: hostile,
        summary: hostile,
        annotations: [{ path: hostile, start_line: 1, end_line: 1, annotation_level: 'failure', message: hostile }],
      },
      actions: [{ label: '"><u>', description: '"><u>', identifier: '"><u>' }],
    })
    const run = pull.checkRuns()[0]
    const address = `/acme/widgets/pull/${pull.number}`
    for (const path of ['/', address, `${address}/commits`, `${address}/files`, `/acme/widgets/runs/${run?.id}`]) {
      const { status, text } = await get(path)
      expect(status).toBe(200)
      expect(text).toContain('&lt;')
      expect(text.replace('<script src="/_/script.js" defer></script>', '')).not.toMatch(
        /<script|<img|javascript:|<u>/i,
      )
      expect(text.match(/<\/textarea>/g)?.length ?? 0).toBe(text.match(/<textarea/g)?.length ?? 0)
    }
  })
})

describe('people act', () => {
  test('a tick through the form causes the same webhook as through the API', async () => {
    const { hook, pull } = scene
    pull.tick(commentId, 'li-wei', 'Rollback rehearsed')
    await scene.sandbox.idle()
    pull.editComment(commentId, 'li-wei', body)
    await scene.sandbox.idle()
    const [byApi] = hook.received.splice(0)
    expect(await post(`/acme/widgets/pull/1/comments/${commentId}/tick`, await box(commentId, 0))).toMatchObject({
      status: 303,
      location: `/acme/widgets/pull/1#issuecomment-${commentId}`,
    })
    const [byForm, ...others] = hook.received
    expect(others).toEqual([])
    expect(byForm?.event).toBe('issue_comment')
    expect(byForm?.payload).toEqual(byApi?.payload)
    expect(byForm?.payload).toMatchObject({
      action: 'edited',
      changes: { body: { from: body } },
      sender: { login: 'li-wei' },
    })
  })

  test('of two items with one text, the one that was clicked', async () => {
    await post(`/acme/widgets/pull/1/comments/${commentId}/tick`, await box(commentId, 2))
    expect(bodyOf(commentId)).toBe(body.replace('  - [ ]', '  - [x]'))
  })

  test('a ticked box is opened again', async () => {
    await post(`/acme/widgets/pull/1/comments/${commentId}/tick`, await box(commentId, 1))
    expect(bodyOf(commentId)).toBe(body.replace('[x]', '[ ]'))
  })

  test('a click on an old page changes nothing', async () => {
    const fields = await box(commentId, 0)
    scene.pull.editComment(commentId, 'chen', `new first line\n${body}`)
    const answer = await post(`/acme/widgets/pull/1/comments/${commentId}/tick`, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('The text changed meanwhile')
    expect(bodyOf(commentId)).toBe(`new first line\n${body}`)
  })

  test('who may not edit the comment is told so', async () => {
    const answer = await post(`/acme/widgets/pull/1/comments/${commentId}/tick`, await box(commentId, 0), 'stranger')
    expect(answer.status).toBe(303)
    scene.sandbox.user('stranger')
    const refused = await post(`/acme/widgets/pull/1/comments/${commentId}/tick`, await box(commentId, 0), 'stranger')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('it takes its author or write access')
  })

  test.each([
    ['comment', { body: 'line 1\r\nline 2' }, 'issue_comment.created', { comment: { body: 'line 1\nline 2' } }],
    ['review', { event: 'APPROVE', body: '' }, 'pull_request_review.submitted', { review: { state: 'approved' } }],
    ['review', { event: 'REQUEST_CHANGES', body: 'no' }, 'pull_request_review.submitted', { review: { body: 'no' } }],
    [
      'reviewers',
      { reviewer: 'team:implementation' },
      'pull_request.review_requested',
      { requested_team: { slug: 'implementation' } },
    ],
    ['reviewers/remove', { reviewer: 'team:implementation' }, 'pull_request.review_request_removed', {}],
    ['draft', {}, 'pull_request.converted_to_draft', {}],
    ['ready', {}, 'pull_request.ready_for_review', {}],
    ['push', { path: 'docs/new.md', content: 'x\r\n', message: '' }, 'pull_request.synchronize', {}],
    ['close', {}, 'pull_request.closed', {}],
    ['reopen', {}, 'pull_request.reopened', {}],
  ])('%s', async (name, fields, event, payload) => {
    expect((await post(`/acme/widgets/pull/1/${name}`, fields)).status).toBe(303)
    expect(scene.hook.names()).toContain(event)
    const received = scene.hook.received.find((_, index) => scene.hook.names()[index] === event)
    expect(received?.payload).toMatchObject({ sender: { login: 'li-wei' }, ...payload })
  })

  test('edit, delete, and tick in the description', async () => {
    const { pull, hook } = scene
    const { text } = await get('/acme/widgets/pull/1')
    const version = new RegExp(`comments/${commentId}/edit"><input type="hidden" name="version" value="(\\w+)"`).exec(
      text,
    )?.[1]
    await post(`/acme/widgets/pull/1/comments/${commentId}/edit`, { version: version ?? '', body: 'short' })
    expect(bodyOf(commentId)).toBe('short')
    await post(`/acme/widgets/pull/1/comments/${commentId}/delete`, {})
    expect(bodyOf(commentId)).toBeUndefined()
    await pull.edit({ body: '- [ ] Goal' }, 'chen')
    const page = (await get('/acme/widgets/pull/1')).text
    const at =
      /description\/tick">\s*<input type="hidden" name="offset" value="(\d+)"><input type="hidden" name="version" value="(\w+)"/.exec(
        page,
      )
    await post('/acme/widgets/pull/1/description/tick', {
      offset: at?.[1] ?? '',
      version: at?.[2] ?? '',
      checked: 'true',
    })
    expect(pull.body).toBe('- [x] Goal')
    expect(hook.names()).toEqual([
      'issue_comment.edited',
      'issue_comment.deleted',
      'pull_request.edited',
      'pull_request.edited',
    ])
  })

  test('the author cannot approve, and reads why', async () => {
    const answer = await post('/acme/widgets/pull/1/review', { event: 'APPROVE' }, 'chen')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Can not approve your own pull request')
  })

  test('a button of a check run', async () => {
    const { sandbox, pull, hook } = scene
    await rest(sandbox, token, 'POST /repos/acme/widgets/check-runs', {
      name: 'delivery-gates',
      head_sha: pull.headSha,
      conclusion: 'action_required',
      output: { title: 'Waiting for @li-wei', summary: '| a |\n| --- |\n| b |' },
      actions: [{ label: 'Sign off', description: 'Record my sign-off', identifier: 'sign-off' }],
    })
    const run = pull.checkRuns().find(({ name }) => name === 'delivery-gates')
    expect((await get('/acme/widgets/pull/1')).text).toContain('>Sign off</button>')
    expect((await get(`/acme/widgets/runs/${run?.id}`)).text).toContain('<td>b</td>')
    await post(`/acme/widgets/runs/${run?.id}/action`, { identifier: 'sign-off' })
    expect(hook.received.at(-1)?.payload).toMatchObject({
      action: 'requested_action',
      requested_action: { identifier: 'sign-off' },
      sender: { login: 'li-wei' },
    })
    expect((await post(`/acme/widgets/runs/${run?.id}/action`, { identifier: 'none' })).status).toBe(422)
    await post(`/acme/widgets/runs/${run?.id}/rerequest`, {})
    expect(hook.names().at(-1)).toBe('check_run.rerequested')
  })

  test('a delivery is sent again under its GUID', async () => {
    const { sandbox, hook } = scene
    const index = sandbox.deliveries.length - 1
    await post(`/deliveries/${index}/redeliver`, {})
    expect(hook.received).toHaveLength(1)
    expect(hook.received[0]?.headers['x-github-delivery']).toBe(sandbox.deliveries[index]?.id)
    expect((await get('/deliveries')).text).toContain('redelivery')
  })

  test('acting as somebody else', async () => {
    const answer = await fetch(`${scene.sandbox.url}/_/act-as`, {
      method: 'POST',
      headers: { origin: scene.sandbox.url },
      body: new URLSearchParams({ login: 'chen', back: '//evil.example' }),
      redirect: 'manual',
    })
    expect(answer.headers.get('set-cookie')).toMatch(/^act-as=chen; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(answer.headers.get('location')).toBe('/')
    expect((await get('/acme/widgets/pull/1', 'chen')).text).toContain('Add a comment as chen')
  })

  test('another site cannot click for us', async () => {
    const answer = await post('/acme/widgets/pull/1/comment', { body: 'x' }, 'li-wei', 'https://evil.example')
    expect(answer.status).toBe(403)
    expect(scene.hook.received).toEqual([])
  })
})

test('all of this kept to the schemas of GitHub', () => {
  expect(scene.sandbox.violations).toEqual([])
})
