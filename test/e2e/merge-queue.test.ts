import { afterEach, describe, expect, test } from 'vitest'
import { conclusionOf, openScene, recordEvidence, type Scene, until } from './scene.ts'

let scene: Scene
afterEach(async () => {
  expect(scene.sandbox.violations).toEqual([])
  await scene.close()
})

const policy = `version: 1
roles:
  implementer: ["@acme/implementation"]
gates:
  coverage: { project: { min: 50 }, patch: { min: 50 } }
  review:
    rules: [{ role: implementer, need: approved, when: ["deploy/**"] }]
`

const groupCheck = (sha: string) => scene.repository.checkRuns(sha).filter(run => run.name === 'delivery-gates')
const stateOf = (sha: string) => groupCheck(sha).map(run => run.conclusion ?? run.status)

/** A pull request with coverage and approval, as the queue takes it. */
async function ready(files: Record<string, string> = { 'deploy/values.yaml': 'replicas: 5\n' }) {
  const pull = await scene.open({ files })
  await recordEvidence(scene, pull.headSha, {}, policy)
  await pull.review('li-wei', { state: 'APPROVED' })
  await scene.settle()
  return pull
}

describe('the merge queue', () => {
  test('R-09 T-38 the group waits for CI at once, and passes when its own commit was measured', async () => {
    scene = await openScene({ policy })
    const pull = await ready()
    const started = performance.now()
    const group = await scene.repository.enqueue([pull.number])
    await scene.settle()
    expect(stateOf(group.headSha)).toEqual(['in_progress'])
    expect(performance.now() - started).toBeLessThan(10_000)
    await recordEvidence(scene, group.headSha, {}, policy)
    await scene.settle()
    expect(stateOf(group.headSha)).toEqual(['success'])
    const [check] = groupCheck(group.headSha)
    expect(check?.output.text).toMatch(/computed for the group: .*coverage.*carried from pull request .*: .*review/)
    expect(groupCheck(group.headSha)).toHaveLength(1)
  })

  test('R-09 what was measured on the pull request is not enough: coverage of the group decides', async () => {
    scene = await openScene({ policy })
    const pull = await ready()
    const group = await scene.repository.enqueue([pull.number])
    await recordEvidence(scene, group.headSha, { project: { covered: 1, total: 10 } }, policy)
    await scene.settle()
    expect(stateOf(group.headSha)).toEqual(['failure'])
  })

  test('T-38 an approval that is taken back while the group is tested: refused, not left waiting', async () => {
    scene = await openScene({ policy })
    const pull = await ready()
    const group = await scene.repository.enqueue([pull.number])
    await recordEvidence(scene, group.headSha, {}, policy)
    await scene.settle()
    expect(stateOf(group.headSha)).toEqual(['success'])
    pull.dismissReview(pull.reviews()[0]?.id ?? 0, 'chen')
    await scene.settle()
    expect(stateOf(group.headSha)).toEqual(['action_required'])
  })

  test('T-38 what people decide reaches the group even where the pull request itself keeps its verdict', async () => {
    scene = await openScene({ policy })
    const pull = await scene.open({ files: { 'deploy/values.yaml': 'replicas: 5\n' } })
    await pull.review('li-wei', { state: 'APPROVED' })
    await scene.settle()
    const group = await scene.repository.enqueue([pull.number])
    await recordEvidence(scene, group.headSha, {}, policy)
    await scene.settle()
    expect([conclusionOf(pull), stateOf(group.headSha)]).toEqual(['action_required', ['success']])
    pull.dismissReview(pull.reviews()[0]?.id ?? 0, 'chen')
    await scene.settle()
    expect([conclusionOf(pull), stateOf(group.headSha)]).toEqual(['action_required', ['action_required']])
  })

  test('R-09 a group of two is as good as its worse pull request, and names both', async () => {
    scene = await openScene({ policy })
    const first = await ready()
    const second = await scene.open({ files: { 'deploy/other.yaml': 'a: 1\n' } })
    await recordEvidence(scene, second.headSha, {}, policy)
    await scene.settle()
    const group = await scene.repository.enqueue([first.number, second.number])
    await recordEvidence(scene, group.headSha, {}, policy)
    await scene.settle()
    expect(stateOf(group.headSha)).toEqual(['action_required'])
    expect(groupCheck(group.headSha)[0]?.output.summary).toMatch(/#2[\s\S]*#1/)
    await second.review('li-wei', { state: 'APPROVED' })
    await scene.settle()
    expect(stateOf(group.headSha)).toEqual(['success'])
  })

  test('R-09 squashed groups are found by the number that GitHub writes into the commit', async () => {
    scene = await openScene({ policy })
    const first = await ready()
    const second = await ready({ 'src/price.js': 'export const price = 9\n' })
    const group = await scene.repository.enqueue([first.number, second.number], { squash: true })
    await recordEvidence(scene, group.headSha, {}, policy)
    await scene.settle()
    expect(stateOf(group.headSha)).toEqual(['success'])
    expect(groupCheck(group.headSha)[0]?.output.summary).toMatch(/#1[\s\S]*#2/)
  })

  test('T-38 a head that is not in the group', async () => {
    scene = await openScene({ policy })
    const pull = await ready()
    scene.sandbox.hooks.mode = { drop: true }
    const group = await scene.repository.enqueue([pull.number])
    await scene.repository.commit(pull.headRef, { files: { 'src/late.js': 'x' }, message: 'Late', author: 'chen' })
    scene.sandbox.hooks.mode = {}
    const asked = scene.sandbox.deliveries.find(delivery => delivery.event === 'merge_group')
    scene.sandbox.hooks.redeliver(asked?.id ?? '')
    await scene.settle()
    expect(stateOf(group.headSha)).toEqual(['failure'])
    expect(groupCheck(group.headSha)[0]?.output.summary).toContain('does not contain')
  })

  test('R-09 a destroyed group is left alone, whatever comes later', async () => {
    scene = await openScene({ policy })
    const pull = await ready()
    const group = await scene.repository.enqueue([pull.number])
    await scene.settle()
    await scene.repository.destroyGroup(group.headSha, 'dequeued')
    await scene.settle()
    scene.sandbox.resetCalls()
    await recordEvidence(scene, group.headSha, {}, policy)
    await scene.settle()
    expect(stateOf(group.headSha)).toEqual(['in_progress'])
    const mine = scene.sandbox.calls.filter(call => call.actor.startsWith('delivery-gates') && call.kind !== 'auth')
    expect(mine).toEqual([])
  })

  test('R-09 taken out and queued again: the new group has its own verdict, within ten seconds at the pace of earnest', async () => {
    scene = await openScene({ policy, gatherMs: 400, paced: true })
    const pull = await ready()
    const first = await scene.repository.enqueue([pull.number])
    await scene.settle()
    await scene.repository.destroyGroup(first.headSha, 'dequeued')
    await scene.repository.commit('main', { files: { 'docs/other.md': '# Other\n' }, message: 'Other', author: 'ana' })
    const started = performance.now()
    const second = await scene.repository.enqueue([pull.number])
    await recordEvidence(scene, second.headSha, {}, policy)
    await until('a verdict', () => stateOf(second.headSha).includes('success'), 30_000)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(second.headSha).not.toBe(first.headSha)
    expect(stateOf(first.headSha)).toEqual(['in_progress'])
  })

  test('R-09 the event is lost: reconciling finds the group by its branch', async () => {
    scene = await openScene({ policy })
    const pull = await ready()
    scene.sandbox.hooks.mode = { drop: true }
    const group = await scene.repository.enqueue([pull.number])
    await recordEvidence(scene, group.headSha, {}, policy)
    scene.sandbox.hooks.mode = {}
    await scene.restart()
    await until('the group has a verdict', () => stateOf(group.headSha).includes('success'))
  })

  test('a repository without a policy: the App stays silent in the queue too', async () => {
    scene = await openScene({ policy: null })
    const pull = await scene.open()
    const group = await scene.repository.enqueue([pull.number])
    await scene.settle()
    expect(groupCheck(group.headSha)).toEqual([])
  })
})
