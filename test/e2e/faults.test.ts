import { createHmac } from 'node:crypto'
import { get } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { policyStateOf } from '../../src/facts/policy.ts'
import type { PullRequest } from '../sandbox/index.ts'
import {
  boxesOf,
  checklistOf,
  conclusionOf,
  gateChecks,
  ledgerOf,
  openScene,
  readiness,
  recordEvidence,
  repliesOn,
  type Scene,
  type SceneOptions,
  until,
} from './scene.ts'

let scene: Scene
afterEach(() => scene.close())
const begin = async (options?: SceneOptions) => {
  scene = await openScene(options)
  return scene
}

const ownComments = (pull: PullRequest) => pull.comments().filter(comment => comment.author === 'delivery-gates[bot]')
const publishing = /^graphql:mutation:/

describe('what GitHub did, and did not say', () => {
  test('M7 R-05 the write succeeded and its answer was lost: nothing stands twice', async () => {
    await begin()
    scene.sandbox.faults.add({ match: publishing, times: 1, kind: 'reset-after' })
    const pull = await scene.open()
    await until('the second try', () => scene.sandbox.calls.some(call => call.operation === 'graphql:query:OwnOutput'))
    await scene.settle()
    expect(ownComments(pull)).toHaveLength(1)
    expect(gateChecks(pull)).toHaveLength(1)
    expect(conclusionOf(pull)).toBe('action_required')
  })

  test('M7 R-05 the same for a reply', async () => {
    await begin()
    const pull = await scene.open()
    scene.sandbox.faults.add({
      match: 'graphql:mutation:addComment',
      times: 1,
      kind: 'status',
      status: 502,
      after: true,
    })
    await pull.comment('ana', '/gates')
    await until('one reply', () => repliesOn(pull).length > 0)
    await scene.settle()
    await until('the outbox to empty', async () => (await scene.server.store.outbox.counts()).open === 0)
    expect(repliesOn(pull)).toHaveLength(1)
  })

  test.each([
    ['the connection is cut before', { kind: 'reset-before' }],
    ['HTTP 500', { kind: 'status', status: 500 }],
    ['an HTML page', { kind: 'html' }],
    ['half a body', { kind: 'truncated-json' }],
    ['a secondary limit with retry-after', { kind: 'secondary-limit', headers: { 'retry-after': '1' } }],
  ] as const)('R-06 R-07 B-A02 writes that fail three times by %s arrive in the end, once', async (_, fault) => {
    await begin()
    const handle = scene.sandbox.faults.add({ match: publishing, times: 2, ...fault })
    const pull = await scene.open()
    await until('the check', () => conclusionOf(pull) === 'action_required', 20_000)
    await scene.settle()
    expect(handle.hits).toBe(2)
    expect(ownComments(pull)).toHaveLength(1)
    expect(gateChecks(pull)).toHaveLength(1)
  })

  test('R-07 reads that fail are tried again; no verdict is made up meanwhile', async () => {
    await begin()
    scene.sandbox.faults.add({ match: 'graphql:query:PullRequestFacts', times: 2, kind: 'status', status: 502 })
    const pull = await scene.open()
    await until('the check', () => conclusionOf(pull) === 'action_required', 20_000)
    expect(gateChecks(pull)).toHaveLength(1)
  })

  test('T-35 R-12 a list of files that cannot be read: unknown, never passed', async () => {
    await begin()
    const handle = scene.sandbox.faults.add({ match: 'pulls/list-files', kind: 'status', status: 502 })
    const pull = await scene.open()
    expect(conclusionOf(pull)).toBe('failure')
    expect(gateChecks(pull).at(-1)?.output.title).toContain('Unknown')
    handle.remove()
    await pull.comment('ana', '/recheck')
    await scene.settle()
    expect(conclusionOf(pull)).toBe('action_required')
  })

  test('T-35 a base branch that is gone: unknown, which is not "no policy"', async () => {
    await begin()
    const pull = await scene.open()
    expect(conclusionOf(pull)).toBe('action_required')
    const gone = policyStateOf(null, { owner: 'acme', sha: '' })
    expect(gone.state).toBe('unknown')
  })

  test('R-06 many writes of one installation: a few at once, then one a second', async () => {
    await begin({ paced: true })
    const pulls: PullRequest[] = []
    for (let index = 0; index < 3; index += 1) pulls.push(await scene.open())
    for (const pull of pulls) for (let turn = 0; turn < 4; turn += 1) await pull.comment('ana', '/gates')
    await until('all answers', () => pulls.every(pull => repliesOn(pull).length === 4), 40_000)
    const writes = scene.sandbox.calls.filter(call => call.kind === 'write' && call.actor.startsWith('delivery-gates'))
    const times = writes.map(call => Date.parse(call.at)).sort((a, b) => a - b)
    const within = times.map((at, index) => times.filter((other, later) => later >= index && other - at < 4_000).length)
    expect(Math.max(...within)).toBeLessThanOrEqual(8 + 4 + 1)
  })

  test('T-87 a flood of commands: answered as far as a budget goes, and a sign-off among them counts', async () => {
    await begin()
    const pull = await scene.open()
    for (let turn = 0; turn < 45; turn += 1) await pull.comment('ana', '/gates')
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    expect(repliesOn(pull).length).toBeLessThanOrEqual(30)
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei command'])
    expect(boxesOf(pull).rollback).toBe('x')
  })

  test('R-06 a review request whose write failed is made by the write that replaces it', async () => {
    await begin()
    const handle = scene.sandbox.faults.add({ match: publishing, times: 1, kind: 'status', status: 502 })
    await scene.repository.commit('asked', {
      from: 'main',
      files: { 'deploy/values.yaml': 'replicas: 5\n' },
      message: 'Scale',
      author: 'chen',
    })
    const pull = await scene.repository.openPullRequest({ title: 'Scale', head: 'asked', author: 'chen' })
    await until('the failed write', () => handle.hits === 1)
    // Looked at again while the first write waits for its next try: the new wish takes its place.
    pull.edit({ title: 'Scale up' }, 'chen')
    await until('the request', () => pull.requestedReviewers().users.includes('li-wei'), 20_000)
    await scene.settle()
    expect(handle.hits).toBe(1)
  })

  test('a review request that somebody takes back is not made again', async () => {
    await begin()
    const pull = await scene.open()
    pull.removeReviewRequest('chen', { users: ['li-wei'] })
    await scene.settle()
    scene.sandbox.resetCalls()
    await pull.comment('ana', '/recheck')
    await scene.settle()
    expect(scene.sandbox.calls.filter(call => call.operation.includes('requestReviews'))).toEqual([])
  })

  test('R-20 a team that the App may not read: said so, nobody counts as signed', async () => {
    await begin({ permissions: { members: undefined as never } })
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(repliesOn(pull).at(-1)).toContain('could not be read')
    expect(conclusionOf(pull)).not.toBe('success')
  })
})

describe('lists that lag behind', () => {
  test('R-05 B-A08 what was just created is not listed yet: still one comment and one check', async () => {
    await begin()
    scene.sandbox.faults.add({ match: /.*/, kind: 'lag', delayMs: 2_000 })
    const pull = await scene.open()
    await until('the check', () => conclusionOf(pull) !== undefined, 20_000)
    await pull.comment('ana', '/recheck')
    await scene.settle()
    expect(ownComments(pull).filter(comment => comment.body.includes('dg:comment'))).toHaveLength(1)
    expect(gateChecks(pull)).toHaveLength(1)
  })
})

describe('replies', () => {
  test('R-05 a reply whose answer is lost while lists lag behind: sent again, and in the end there once, the oldest', async () => {
    let ahead = 0
    await begin({ ahead: () => ahead })
    const pull = await scene.open()
    const { faults } = scene.sandbox
    const lag = faults.add({ match: /^graphql:query/, kind: 'lag', delayMs: 20_000 })
    faults.add({ match: /addComment/, times: 2, kind: 'reset-after' })
    await pull.comment('ana', '/gates')
    await until('the third try', () => repliesOn(pull).length === 3, 30_000)
    await scene.settle()
    const [first] = pull.comments().filter(one => one.body.includes('dg:reply'))
    ahead += 31_000
    lag.remove()
    scene.server.worker.wake()
    await until('one reply', () => repliesOn(pull).length === 1, 20_000)
    await scene.settle()
    expect(pull.comments().filter(one => one.body.includes('dg:reply'))).toEqual([first])
  })
})

describe('webhooks that are lost, doubled or out of order', () => {
  test('R-04 all webhooks lost: reconciling makes every check right', async () => {
    await begin()
    const kept = await scene.open()
    scene.sandbox.hooks.mode = { drop: true }
    const pulls = [await scene.open(), await scene.open({ branch: 'pushed' })]
    await scene.repository.commit('pushed', {
      files: { 'deploy/values.yaml': 'replicas: 77\n' },
      message: 'Scale',
      author: 'chen',
    })
    kept.close('chen')
    await scene.settle()
    expect(pulls.map(conclusionOf)).toEqual([undefined, undefined])
    await scene.restart()
    await until('both checks', () => pulls.every(pull => conclusionOf(pull) === 'action_required'))
    await scene.settle()
    expect(pulls.map(pull => ownComments(pull).length)).toEqual([1, 1])
    const open = await scene.server.store.subjects.open()
    expect(open.map(subject => subject.number)).toEqual([2, 3])
  })

  test('R-02 B-W12 every delivery twice and shuffled: the same ledger, one comment, one check', async () => {
    await begin()
    scene.sandbox.hooks.mode = { duplicate: true, shuffle: 5 }
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off rollback')
    await pull.comment('li-wei', '/sign-off guide')
    await scene.settle()
    expect([...(await ledgerOf(scene, pull))].sort()).toEqual([
      'signed guide li-wei command',
      'signed rollback li-wei command',
    ])
    expect([ownComments(pull).filter(one => one.body.includes('dg:comment')).length, gateChecks(pull).length]).toEqual([
      1, 1,
    ])
  })

  test('B-W21 T-71 an old sign-off delivered again after it was revoked: no resurrection', async () => {
    await begin()
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    const delivery = scene.sandbox.deliveries.findLast(
      one => one.event === 'issue_comment' && JSON.stringify(one.payload).includes('/sign-off rollback'),
    )
    await pull.comment('li-wei', '/revoke rollback')
    await scene.settle()
    // Under its own id, and as a replay of the same bytes under a new one.
    await scene.sandbox.hooks.redeliver(delivery?.id ?? '')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei command', 'revoked rollback li-wei command'])
    expect(boxesOf(pull).rollback).toBe(' ')
  })

  test('B-W17 a restart in the middle: what was acknowledged is worked off', async () => {
    await begin({ gatherMs: 5_000 })
    scene.sandbox.hooks.mode = {}
    await scene.repository.commit('late', {
      from: 'main',
      files: { 'deploy/values.yaml': 'replicas: 5\n' },
      message: 'Scale',
      author: 'chen',
    })
    const pull = await scene.repository.openPullRequest({ title: 'Late', head: 'late', author: 'chen' })
    await scene.sandbox.idle()
    expect(conclusionOf(pull)).toBeUndefined()
    await scene.restart()
    await until('the check', () => conclusionOf(pull) !== undefined, 20_000)
  })
})

describe('a ledger that was changed by somebody', () => {
  test('B-D02 T-81 its sign-offs are unknown, nothing is added, and people are told', async () => {
    await begin()
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    expect(conclusionOf(pull)).toBe('success')
    await scene.tamper(database =>
      database.exec("drop trigger ledger_no_update; update ledger set item_id = 'other' where chain_seq = 1"),
    )
    await pull.comment('ana', '/recheck')
    await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    expect(conclusionOf(pull)).toBe('failure')
    expect(repliesOn(pull).at(-1)).toContain('does not verify at row 1')
    expect((await scene.server.store.inbox.counts()).dead).toBe(0)
  })
})

describe('evidence from CI', () => {
  const measuring = readiness.replace(
    'gates:\n',
    'gates:\n  coverage: { project: { min: 80, max_drop: 2 }, patch: { min: 80, min_lines: 3 } }\n',
  )

  test('waiting for CI until a measurement of this head arrives, then judged, against the baseline of the base branch', async () => {
    await begin({ policy: measuring })
    await recordEvidence(scene, scene.repository.baseSha('main'), { project: { covered: 95, total: 100 } }, measuring)
    const pull = await scene.open()
    expect(checklistOf(pull)?.body).toContain('Nothing has been measured')
    expect(conclusionOf(pull)).toBe('action_required')
    await recordEvidence(scene, pull.headSha, { project: { covered: 90, total: 100 } }, measuring)
    await scene.settle()
    expect(conclusionOf(pull)).toBe('failure')
    expect(checklistOf(pull)?.body).toContain('95 %')
  })

  test('T-03 retargeted: what was measured against the old base is awaited anew', async () => {
    await begin({ policy: measuring })
    const pull = await scene.open()
    await recordEvidence(scene, pull.headSha, { baseRef: 'main' }, measuring)
    await scene.repository.commit('release', {
      from: 'main',
      files: { 'NOTES.md': 'x\n' },
      message: 'Branch',
      author: 'chen',
    })
    await scene.settle()
    expect(checklistOf(pull)?.body).not.toContain('measured against')
    await pull.edit({ base: 'release' }, 'chen')
    await scene.settle()
    expect(checklistOf(pull)?.body).toContain(
      'Changed lines were measured against `main`; the base branch is `release` now',
    )
    expect(conclusionOf(pull)).toBe('action_required')
  })

  test('T-86 a measurement that somebody else posts, or of another policy, does not count', async () => {
    await begin({ policy: measuring })
    const pull = await scene.open()
    await recordEvidence(scene, pull.headSha, { scope: 'somebody else decided what counts' }, measuring)
    await scene.settle()
    expect(conclusionOf(pull)).toBe('action_required')
    const response = await fetch(`${scene.sandbox.apiUrl}/repos/acme/widgets/check-runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${scene.sandbox.user('chen').token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'delivery-gates/coverage',
        head_sha: pull.headSha,
        status: 'completed',
        conclusion: 'success',
      }),
    })
    expect(response.status).toBe(403)
  })
})

describe('the page', () => {
  test('T-77 what waits, for whom, since when, and sign-offs with their SHAs; hostile titles are text', async () => {
    await begin()
    const pull = await scene.open()
    pull.edit({ title: '"><script>alert(1)</script>' }, 'chen')
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    const response = await fetch(`http://127.0.0.1:${scene.server.port}/`)
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).toContain(`acme/widgets#${pull.number}`)
    expect(page).toContain('role implementer')
    expect(page).toContain(pull.headSha.slice(0, 12))
    expect(page).toContain('@li-wei')
    expect(page).not.toContain('<script>')
    const chinese = await (await fetch(`http://127.0.0.1:${scene.server.port}/?locale=zh-CN`)).text()
    expect(chinese).toContain('签核')
  })

  test('T-75 a private repository is not shown, nor counted, without the page token', async () => {
    await begin({ private: true })
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    const page = await (await fetch(`http://127.0.0.1:${scene.server.port}/`)).text()
    expect(page).toContain('Nothing waits for anybody')
    expect(page).toContain('0 repositories')
    expect(page).not.toContain('widgets')
  })

  test('T-75 with a page token: nothing without it, everything with it', async () => {
    const pageToken = 'a page token of at least 32 characters'
    await begin({ private: true, pageToken })
    const pull = await scene.open()
    const url = `http://127.0.0.1:${scene.server.port}/`
    const basic = (password: string) => ({
      headers: { authorization: `Basic ${Buffer.from(`anybody:${password}`).toString('base64')}` },
    })
    expect((await fetch(url)).status).toBe(401)
    expect((await fetch(url, basic('something else'))).status).toBe(401)
    const page = await fetch(url, basic(pageToken))
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(`acme/widgets#${pull.number}`)
  })

  test.each(['/../app/config.ts', '/%2e%2e/package.json', '//etc/passwd', '/style.css/..%2f', `/${'x'.repeat(5_000)}`])(
    'B-H03 B-H04 %s serves no file',
    async path => {
      await begin({ policy: null })
      const response = await fetch(`http://127.0.0.1:${scene.server.port}${path}`)
      expect([400, 404]).toContain(
        response.status === 200 && new URL(response.url).pathname === '/' ? 404 : response.status,
      )
      expect(await response.text()).not.toContain('root:')
    },
  )

  test('B-H14 links lead to GitHub whatever Host says', async () => {
    await begin()
    await scene.open()
    const page = await new Promise<string>((resolve, reject) => {
      const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
      get({ host: '127.0.0.1', port: scene.server.port, path: '/', headers }, response => {
        let text = ''
        response.on('data', chunk => {
          text += chunk
        })
        response.on('end', () => resolve(text))
      }).on('error', reject)
    })
    expect(page).toContain(`${scene.sandbox.url}/acme/widgets/pull/1`)
    expect(page).not.toContain('evil.example')
  })

  test('B-H05 nothing on it can be changed', async () => {
    await begin()
    const answer = await fetch(`http://127.0.0.1:${scene.server.port}/`, { method: 'POST' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })
})

test('T-70 a forged webhook is refused and leaves no trace', async () => {
  await begin()
  const body = JSON.stringify({ action: 'created' })
  const forged = `sha256=${createHmac('sha256', 'development').update(body).digest('hex')}`
  const response = await fetch(`http://127.0.0.1:${scene.server.port}/api/github/webhooks`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'issue_comment',
      'x-github-delivery': '11111111-1111-4111-8111-111111111111',
      'x-hub-signature-256': forged,
    },
    body,
  })
  expect(response.status).toBe(401)
  expect((await scene.server.store.inbox.counts()).open).toBe(0)
})
