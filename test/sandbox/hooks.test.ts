import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AppStage, appStage, rest, webhookSecret } from './testing.ts'

let s: AppStage

beforeEach(async () => {
  s = await appStage()
})

afterEach(async () => {
  expect(s.sandbox.violations).toEqual([])
  await s.sandbox.close()
  await s.hook.close()
})

const last = () => s.hook.received.at(-1)

test('a push to the head synchronizes the pull request, signed', async () => {
  const before = s.pull.headSha
  const after = await s.repository.commit('feature', { files: { new: 'x' }, message: 'more', author: 'chen' })
  await s.sandbox.idle()
  expect(s.hook.names()).toEqual(['push', 'pull_request.synchronize'])
  const { headers, body, payload } = last() ?? expect.unreachable()
  expect(payload).toMatchObject({
    before,
    after,
    number: 1,
    pull_request: { head: { sha: after }, changed_files: 6 },
    installation: { id: s.installation.id },
    organization: { login: 'acme' },
    sender: { login: 'chen' },
  })
  const signature = createHmac('sha256', webhookSecret).update(body).digest('hex')
  expect(headers).toMatchObject({
    'x-hub-signature-256': `sha256=${signature}`,
    'x-github-hook-installation-target-type': 'integration',
    'x-github-hook-installation-target-id': String(s.app.id),
    'user-agent': expect.stringMatching(/^GitHub-Hookshot\//),
  })
  expect(headers['x-github-delivery']).toMatch(/^[0-9a-f-]{36}$/)
})

test('a ticked box is an edit by the person who ticked, with the text before', async () => {
  const token = s.installation.token()
  const path = 'POST /repos/acme/widgets/issues/1/comments'
  const { body } = await rest(s.sandbox, token, path, { body: '- [ ] one\n- [ ] two' })
  s.pull.tick(body.id, 'chen', /two/)
  await s.sandbox.idle()
  expect(s.hook.names()).toEqual(['issue_comment.created', 'issue_comment.edited'])
  expect(last()?.payload).toMatchObject({
    changes: { body: { from: '- [ ] one\n- [ ] two' } },
    comment: { body: '- [ ] one\n- [x] two', user: { login: 'delivery-gates[bot]' } },
    sender: { login: 'chen', type: 'User' },
  })
})

test('buttons of a check run reach the App that owns it', async () => {
  const token = s.installation.token()
  const actions = [{ label: 'Sign off', description: 'as implementer', identifier: 'sign-off' }]
  const { body } = await rest(s.sandbox, token, 'POST /repos/acme/widgets/check-runs', {
    name: 'gates',
    head_sha: s.pull.headSha,
    conclusion: 'action_required',
    actions,
  })
  s.sandbox.requestAction(body.id, 'sign-off', 'li-wei')
  s.sandbox.rerequestCheck(body.id, 'chen')
  await s.sandbox.idle()
  expect(s.hook.names()).toEqual([
    'check_run.created',
    'check_run.completed',
    'check_run.requested_action',
    'check_run.rerequested',
  ])
  expect(s.hook.received[2]?.payload).toMatchObject({
    requested_action: { identifier: 'sign-off' },
    check_run: { id: body.id, app: { id: s.app.id }, pull_requests: [{ number: 1 }] },
    sender: { login: 'li-wei' },
  })
  expect(() => s.sandbox.requestAction(body.id, 'nothing', 'chen')).toThrow('it has: sign-off')
})

test('what people do with a pull request', async () => {
  const { pull } = s
  pull.requestReview('chen', { users: ['li-wei'], teams: ['implementation'] })
  pull.removeReviewRequest('chen', { teams: ['implementation'] })
  const review = await pull.review('li-wei', { state: 'APPROVED' })
  pull.dismissReview(review, 'chen')
  await pull.edit({ title: 'Better', body: 'Because' }, 'chen')
  pull.setDraft(true, 'chen')
  pull.setDraft(false, 'chen')
  pull.close('chen')
  await pull.reopen('chen')
  await pull.merge('chen')
  await s.sandbox.idle()
  expect(s.hook.names()).toEqual([
    'pull_request.review_requested',
    'pull_request.review_requested',
    'pull_request.review_request_removed',
    'pull_request_review.submitted',
    'pull_request_review.dismissed',
    'pull_request.edited',
    'pull_request.converted_to_draft',
    'pull_request.ready_for_review',
    'pull_request.closed',
    'pull_request.reopened',
    'push',
    'pull_request.closed',
  ])
  expect(s.hook.received[5]?.payload.changes).toEqual({ title: { from: 'Change' }, body: { from: 'Why' } })
  expect(last()?.payload.pull_request).toMatchObject({ merged: true, merged_by: { login: 'chen' } })
})

test('teams tell who comes and goes', async () => {
  const acme = s.sandbox.organization('acme')
  acme.team('implementation', ['wang'])
  acme.removeFromTeam('implementation', 'wang')
  acme.renameTeam('implementation', 'delivery')
  await s.sandbox.idle()
  expect(s.hook.names()).toEqual(['membership.removed', 'membership.added', 'membership.removed', 'team.edited'])
})

test('an App without the permission or the event hears nothing', async () => {
  s.app.setPermissions({ metadata: 'read' })
  await s.pull.comment('chen', 'x')
  await s.sandbox.idle()
  expect(s.hook.names()).toEqual(['installation.new_permissions_accepted'])
})

describe('loss, repetition, disorder', () => {
  test('dropped deliveries are known to the sandbox alone, and can be sent later', async () => {
    s.sandbox.hooks.mode = { drop: true }
    await s.pull.comment('chen', 'x')
    await s.sandbox.idle()
    expect(s.hook.received).toEqual([])
    const delivery = s.sandbox.deliveries.at(-1) ?? expect.unreachable()
    expect(delivery).toMatchObject({ event: 'issue_comment', action: 'created', status: 0 })
    s.sandbox.hooks.redeliver(delivery.id)
    await s.sandbox.idle()
    expect(last()?.headers['x-github-delivery']).toBe(delivery.id)
    expect(s.sandbox.deliveries.at(-1)).toMatchObject({ redelivery: true, status: 200 })
  })

  test('a duplicate has the same GUID', async () => {
    s.sandbox.hooks.mode = { duplicate: true }
    await s.pull.comment('chen', 'x')
    await s.sandbox.idle()
    const guids = s.hook.received.map(({ headers }) => headers['x-github-delivery'])
    expect(guids).toHaveLength(2)
    expect(new Set(guids).size).toBe(1)
  })

  test('a seed shuffles, always alike', async () => {
    const order = async () => {
      s.hook.received.length = 0
      s.sandbox.hooks.mode = { shuffle: 7 }
      for (const body of ['1', '2', '3', '4', '5']) await s.pull.comment('chen', body)
      await s.sandbox.idle()
      return s.hook.received.map(({ payload }) => payload.comment.body).join('')
    }
    const first = await order()
    expect(first).not.toBe('12345')
    expect([...first].sort().join('')).toBe('12345')
    expect(await order()).toBe(first)
  })
})

test('an App finds failed deliveries and asks for them again', async () => {
  await s.pull.comment('chen', 'x')
  await s.sandbox.idle()
  const { privateKey, id } = s.app
  const { createAppAuth } = await import('@octokit/auth-app')
  const { token } = await createAppAuth({ appId: id, privateKey })({ type: 'app' })
  const { body } = await rest(s.sandbox, token, 'GET /app/hook/deliveries?per_page=5')
  expect(body[0]).toMatchObject({ event: 'issue_comment', action: 'created', status: 'OK', status_code: 200 })
  expect(await rest(s.sandbox, token, `POST /app/hook/deliveries/${body[0].id}/attempts`)).toMatchObject({
    status: 202,
  })
  await s.sandbox.idle()
  expect(s.hook.names()).toEqual(['issue_comment.created', 'issue_comment.created'])
})
