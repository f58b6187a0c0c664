import { afterEach, describe, expect, test } from 'vitest'
import { recordEvidence } from '../e2e/scene.ts'
import { gateOf, measuring, openReachable, post, type Reachable, runOf, uploadOf } from './stage.ts'

const reusable = 'acme/ci/.github/workflows/gates.yml@refs/heads/main'
const only = (entry: string) => `${measuring}evidence: { workflows: ["${entry}"] }\n`

let scene: Reachable
afterEach(() => scene.close())
const files = (n: number) => ({ 'src/price.js': `export const price = ${n}\n` })

describe('T-86 whose word counts, by the policy of the base branch', () => {
  test('a reusable workflow out of the author’s reach counts; own ones and check runs do not', async () => {
    scene = await openReachable({ policy: only(reusable) })
    const pull = await scene.open({ files: files(2) })
    const edited = await runOf(scene, pull)
    expect(await post(scene, edited.idToken(scene.appUrl), uploadOf(edited, pull.headSha))).toEqual({
      status: 403,
      text: expect.stringMatching(/^EVD-WORKFLOW: .*evidence\.workflows$/),
    })
    await recordEvidence(scene, pull.headSha, {}, measuring)
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('waiting')
    const run = await runOf(scene, pull, { jobWorkflowRef: reusable })
    expect((await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha))).status).toBe(201)
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
  })

  test('T-01 the pull request’s own version of the list does not help it', async () => {
    scene = await openReachable({ policy: only(reusable) })
    const widened = { '.github/delivery-gates.yml': measuring, ...files(2) }
    const pull = await scene.open({ files: widened })
    const run = await runOf(scene, pull)
    const answer = await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha))
    expect(answer.text).toMatch(/^EVD-WORKFLOW/)
  })

  test('T-04 a policy that changes judges anew what is kept', async () => {
    scene = await openReachable({ policy: measuring })
    const pull = await scene.open({ files: files(2) })
    const run = await runOf(scene, pull)
    await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha))
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
    const change = (text: string) =>
      scene.repository.commit('main', {
        files: { '.github/delivery-gates.yml': text },
        message: 'Who measures',
        author: 'olga',
      })
    await change(only(reusable))
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('waiting')
    await change(only('.github/workflows/gates.yml'))
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
  })

  test('what is handed over comes before what stands in check runs', async () => {
    scene = await openReachable({ policy: measuring })
    const pull = await scene.open({ files: files(2) })
    await recordEvidence(scene, pull.headSha, { project: { covered: 10, total: 10 }, baseRef: 'main' }, measuring)
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
    const run = await runOf(scene, pull)
    await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha, 1))
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('failed')
  })
})

describe('T-86 where the App may not, or cannot', () => {
  test('without actions: read the answer names the permission', async () => {
    scene = await openReachable({ permissions: { actions: undefined } as never })
    const pull = await scene.open({ files: files(2) })
    const run = await runOf(scene, pull)
    const answer = await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha))
    expect(answer).toEqual({ status: 403, text: expect.stringMatching(/^EVD-PERMISSION: .*actions: read$/) })
  })

  test('removed from the repository: refused', async () => {
    scene = await openReachable()
    const pull = await scene.open({ files: files(2) })
    const run = await runOf(scene, pull)
    await scene.server.store.repositories.remove(String(scene.repository.id))
    const answer = await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha))
    expect(answer).toEqual({ status: 403, text: expect.stringMatching(/^EVD-REPOSITORY/) })
  })

  test('GitHub does not answer: 503, nothing is kept, and the same token works a moment later', async () => {
    scene = await openReachable()
    const pull = await scene.open({ files: files(2) })
    const run = await runOf(scene, pull)
    const [token, body] = [run.idToken(scene.appUrl), uploadOf(run, pull.headSha)]
    scene.sandbox.faults.add({ match: 'actions/get-workflow-run', kind: 'status', status: 502, times: 1 })
    expect((await post(scene, token, body)).status).toBe(503)
    expect(await scene.server.store.evidence.of(String(scene.repository.id), pull.headSha)).toEqual([])
    expect((await post(scene, token, body)).status).toBe(201)
  })

  test('a flood without tokens is cut off; the rest of the App goes on', async () => {
    scene = await openReachable()
    const statuses = await Promise.all(Array.from({ length: 150 }, async () => (await post(scene, null, '{}')).status))
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
    expect((await fetch(`${scene.appUrl}/readyz`)).status).toBe(200)
  })
})

describe('the merge queue', () => {
  test('a run of the group hands over for the group’s commit', async () => {
    scene = await openReachable({ policy: measuring })
    const pull = await scene.open({ files: files(2) })
    const run = await runOf(scene, pull)
    await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha))
    await scene.settle()
    const group = await scene.repository.enqueue([pull.number])
    await scene.settle()
    const checks = () => scene.repository.checkRuns(group.headSha).filter(check => check.name === 'delivery-gates')
    expect(checks().at(-1)?.status).toBe('in_progress')
    const tested = await runOf(scene, pull, {
      event: 'merge_group',
      headSha: group.headSha,
      sha: group.headSha,
      ref: group.headRef,
    })
    const answer = await post(scene, tested.idToken(scene.appUrl), uploadOf(tested, group.headSha))
    expect(answer.status).toBe(201)
    await scene.settle()
    expect(checks().at(-1)).toMatchObject({ status: 'completed', conclusion: 'success' })
    expect(scene.sandbox.violations).toEqual([])
  })
})
