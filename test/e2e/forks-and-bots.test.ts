import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PullRequest } from '../sandbox/index.ts'
import {
  boxesOf,
  buttonOf,
  checklistOf,
  conclusionOf,
  gateChecks,
  ledgerOf,
  openScene,
  repliesOn,
  type Scene,
} from './scene.ts'

const told = (pull: PullRequest): string => checklistOf(pull)?.body.replaceAll('&#8203;', '') ?? ''

describe('a head in a fork', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene({
      policy: `version: 1
roles: { implementer: ["@acme/implementation"] }
checklists:
  - id: readiness
    items:
      - { id: kept, text: Kept whatever is pushed, role: implementer, on_push: never }
      - { id: same, text: Same patch, role: implementer, carry: identical_patch }
      - { id: merged, text: Merges only, role: implementer, carry: clean_merges }
      - { id: files, text: Files, role: implementer, covers: ["deploy/**"] }
`,
    })
  })
  afterAll(() => scene.close())

  const files = { 'deploy/values.yaml': 'replicas: 9\n', NOTES: 'First\n' }
  const signed = async (branch: string, fromFork: boolean) => {
    const pull = await scene.open({ branch, files, fromFork })
    await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    expect(conclusionOf(pull)).toBe('success')
    return pull
  }

  test('T-22 T-31 a push of the same patch ends there what it would keep elsewhere, and says so', async () => {
    const own = await signed('own', false)
    const fork = await signed('fork', true)
    for (const branch of ['own', 'fork']) {
      await scene.repository.commit(branch, { from: 'main', force: true, files, message: 'Amended', author: 'chen' })
    }
    await scene.settle()
    expect(boxesOf(own)).toEqual({ kept: 'x', same: 'x', merged: ' ', files: 'x' })
    expect(boxesOf(fork)).toEqual({ kept: ' ', same: ' ', merged: ' ', files: 'x' })
    expect(conclusionOf(fork)).toBe('action_required')
    expect(told(fork)).toContain('because the head branch is in a fork')
  })

  test('T-22 T-32 nor does a clean merge of the base branch keep one', async () => {
    const own = await signed('own-merged', false)
    const fork = await signed('fork-merged', true)
    await scene.repository.commit('main', { files: { 'x.md': 'x\n' }, message: 'Elsewhere', author: 'olga' })
    for (const branch of ['own-merged', 'fork-merged']) {
      await scene.repository.commit(branch, { merge: 'main', message: 'Update branch', author: 'chen' })
    }
    await scene.settle()
    expect([boxesOf(own).merged, boxesOf(fork).merged]).toEqual(['x', ' '])
  })

  test('T-33 a button on the check of a fork’s head, whose webhook names no pull request, signs', async () => {
    const pull = await scene.open({ branch: 'fork-pressed', files, fromFork: true })
    scene.sandbox.requestAction(gateChecks(pull).at(-1)?.id ?? 0, buttonOf(pull, 'kept'), 'li-wei')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['signed kept li-wei button'])
  })

  test('T-20 T-22 a commit in the name of a bot, pushed by somebody: nobody can be shown to be independent of it', async () => {
    const pull = await signed('forged', false)
    const bot = '49699333+dependabot[bot]@users.noreply.github.com'
    const more = { 'src/price.js': 'export const price = 2\n' }
    await scene.repository.commit('forged', { files: more, message: 'Bump', author: 'li-wei', email: bot })
    await scene.settle()
    // Even what covers other files, and what is kept whatever is pushed: the signer could be behind it.
    expect(boxesOf(pull)).toEqual({ kept: ' ', same: ' ', merged: ' ', files: ' ' })
    expect(told(pull)).toContain('whose e-mail belongs to no GitHub account')
  })
})

describe('bots', () => {
  let scene: Scene
  let token = ''
  let botId = ''
  const policy = (bots: string) => `version: 1
roles: { implementer: ["@acme/implementation"] }
checklists:
  - id: readiness
    items:
      - { id: person, text: By a person, role: implementer, by_review: true }
      - { id: smoke, text: Smoke test, role: implementer, by_review: true${bots} }
`
  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${scene.sandbox.apiUrl}/repos/acme/widgets/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect([200, 201]).toContain(response.status)
    return (await response.json()) as { readonly user: { readonly id: number } }
  }
  const say = async (pull: PullRequest, body: string) => {
    const said = await post(`issues/${pull.number}/comments`, { body })
    await scene.settle()
    return said
  }
  const rule = async (bots: string) => {
    const files = { '.github/delivery-gates.yml': policy(bots) }
    await scene.repository.commit('main', { files, message: 'Policy', author: 'olga' })
    await scene.settle()
  }

  beforeAll(async () => {
    scene = await openScene({ policy: policy('') })
    const helper = scene.sandbox.app({
      slug: 'helper',
      permissions: { issues: 'write', pull_requests: 'write', contents: 'write' },
      events: [],
      webhookSecret: randomUUID(),
    })
    token = helper.install('acme').token()
  })
  afterAll(() => scene.close())

  test('T-14 B-K15 a bot signs nothing by command or by review, and is told', async () => {
    const pull = await scene.open()
    const { user } = await say(pull, '/sign-off smoke')
    botId = String(user.id)
    await post(`pulls/${pull.number}/reviews`, { event: 'APPROVE' })
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(repliesOn(pull).join('\n')).toContain('is a bot')
  })

  test('T-14 one that the policy names by its number signs this item, and no other', async () => {
    await rule(`, bots: [${botId}]`)
    const pull = await scene.open()
    await say(pull, '/sign-off')
    expect(await ledgerOf(scene, pull)).toEqual(['signed smoke helper[bot] command'])
    await say(pull, '/sign-off person')
    expect(boxesOf(pull)).toEqual({ person: ' ', smoke: 'x' })
  })

  test('T-14 nor by another number, whatever its name', async () => {
    await rule(`, bots: [${Number(botId) + 1}]`)
    const pull = await scene.open()
    await say(pull, '/sign-off smoke')
    expect(await ledgerOf(scene, pull)).toEqual([])
  })

  test('T-20 T-26 nor what it has written itself, alone or with others', async () => {
    await rule(`, bots: [${botId}]`)
    const pull = await scene.open({ branch: 'by-bot' })
    await say(pull, '/sign-off smoke')
    expect(boxesOf(pull).smoke).toBe('x')
    const email = `${botId}+helper[bot]@users.noreply.github.com`
    const files = { 'deploy/values.yaml': 'replicas: 44\n' }
    await scene.repository.commit('by-bot', { files, message: 'Bump', author: 'chen', email, verified: 'github' })
    await scene.settle()
    await say(pull, '/sign-off smoke')
    expect(boxesOf(pull).smoke).toBe(' ')
    expect((await ledgerOf(scene, pull)).at(-1)).toBe('rejected smoke helper[bot] command')
  })

  test('T-14 what another app wrote in the name of a person is not that person’s word', async () => {
    const pull = await scene.open()
    const { hooks } = scene.sandbox
    hooks.mode = { hold: true }
    await pull.comment('li-wei', '/sign-off')
    const [held] = hooks.held
    hooks.mode = {}
    hooks.discard(held?.id ?? '')
    const payload = held?.payload as { readonly comment: object }
    const body = JSON.stringify({
      ...payload,
      comment: { ...payload.comment, performed_via_github_app: { id: 77, slug: 'other', name: 'Other' } },
    })
    const signature = createHmac('sha256', scene.app.webhookSecret).update(body).digest('hex')
    const response = await fetch(`http://127.0.0.1:${scene.server.port}/api/github/webhooks`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'issue_comment',
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': `sha256=${signature}`,
      },
      body,
    })
    expect(response.status).toBe(202)
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(repliesOn(pull)[0]).toContain('by an app in the name of @li-wei')
  })
})
