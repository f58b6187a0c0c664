import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PullRequest } from '../sandbox/index.ts'
import {
  boxesOf,
  buttonOf,
  checklistOf,
  conclusionOf,
  gateChecks,
  ledgerOf,
  openScene,
  readiness,
  repliesOn,
  type Scene,
} from './scene.ts'

const policy = readiness.replace('text: Rollback rehearsed', 'by_review: true, text: Rollback rehearsed')

let scene: Scene
let ahead = 0
beforeAll(async () => {
  scene = await openScene({ policy, ahead: () => ahead })
})
afterAll(() => scene.close())
afterEach(async () => {
  // A policy that changes would have every open one judged anew.
  for (const pull of scene.repository.pulls()) if (pull.state === 'open') pull.close('chen')
  await scene.settle()
})

/** GitHub's times have whole seconds. */
const nextSecond = () => {
  ahead += 1_000
}

/** Does something whose webhook is on its way for so long that everything else comes first. */
async function delayed(act: () => unknown): Promise<() => Promise<void>> {
  const { hooks } = scene.sandbox
  hooks.mode = { hold: true }
  const before = new Set(hooks.held.map(one => one.id))
  await act()
  const late = hooks.held.filter(one => !before.has(one.id))
  hooks.mode = {}
  nextSecond()
  return async () => {
    for (const { id } of late) hooks.release(id)
    await scene.settle()
  }
}

const say = async (pull: PullRequest, by: string, body: string) => {
  await pull.comment(by, body)
  await scene.settle()
}
const idOf = (pull: PullRequest): number => checklistOf(pull)?.id ?? 0
const tick = (pull: PullRequest) => pull.tick(idOf(pull), 'li-wei', 'Rollback rehearsed')
const press = (pull: PullRequest) =>
  scene.sandbox.requestAction(gateChecks(pull).at(-1)?.id ?? 0, buttonOf(pull, 'rollback'), 'li-wei')
const told = (pull: PullRequest): string => repliesOn(pull).join('\n')

const ways: readonly [string, (pull: PullRequest) => unknown][] = [
  ['command', pull => pull.comment('li-wei', '/sign-off rollback')],
  ['tick', tick],
  ['button', press],
  ['approving review', pull => pull.review('li-wei', { state: 'APPROVED' })],
]

describe('T-33 what was wanted before something changed, and arrives after it was shown', () => {
  test.each(ways)('%s: a push came in between; nothing is signed, and why is said', async (way, act) => {
    const branch = `pushed-${way.replace(' ', '-')}`
    const pull = await scene.open({ branch })
    const arrive = await delayed(() => act(pull))
    await scene.repository.commit(branch, {
      files: { 'deploy/values.yaml': `${way}\n` },
      message: 'Scale',
      author: 'chen',
    })
    await scene.settle()
    await arrive()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(conclusionOf(pull)).toBe('action_required')
    if (way !== 'approving review') expect(told(pull)).toContain('@li-wei: the head is')
  })

  test.each(ways)('T-25 %s: the policy asks something else now', async (way, act) => {
    const pull = await scene.open()
    const arrive = await delayed(() => act(pull))
    const other = policy.replace('Rollback rehearsed', `Rollback rehearsed twice for a ${way}`)
    await scene.repository.commit('main', {
      files: { '.github/delivery-gates.yml': other },
      message: 'Policy',
      author: 'olga',
    })
    await scene.settle()
    await arrive()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(boxesOf(pull).rollback).toBe(' ')
    expect(told(pull)).toMatch(/not as you were shown it|as it was before/)
    // Once they have seen it, the same wish counts.
    nextSecond()
    await say(pull, 'li-wei', '/sign-off rollback')
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei command'])
    await scene.repository.commit('main', {
      files: { '.github/delivery-gates.yml': policy },
      message: 'Policy',
      author: 'olga',
    })
    await scene.settle()
  })

  test.each(ways)('T-03 %s: the base branch is another one now', async (way, act) => {
    const base = `release-${way.replace(' ', '-')}`
    await scene.repository.commit(base, { from: 'main', files: { NOTES: way }, message: 'Branch', author: 'olga' })
    const pull = await scene.open()
    const arrive = await delayed(() => act(pull))
    await pull.edit({ base }, 'chen')
    await scene.settle()
    await arrive()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(boxesOf(pull).rollback).toBe(' ')
    expect(told(pull)).toMatch(/not as you were shown it|as it was before/)
  })

  test('T-03 a waiver that was asked for against another base branch', async () => {
    await scene.repository.commit('older', { from: 'main', files: { NOTES: '1' }, message: 'Branch', author: 'olga' })
    const pull = await scene.open({ files: { 'deploy/values.yaml': 'replicas: 75\n' } })
    const arrive = await delayed(() => pull.comment('olga', '/waive docs The guide follows next week'))
    await pull.edit({ base: 'older' }, 'chen')
    await scene.settle()
    await arrive()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(told(pull)).toContain('the base branch is `older` now')
  })

  test('T-33 a waiver that was asked for at another head', async () => {
    const pull = await scene.open({ branch: 'waived', files: { 'deploy/values.yaml': 'replicas: 70\n' } })
    const arrive = await delayed(() => pull.comment('olga', '/waive docs The guide follows next week'))
    await scene.repository.commit('waived', {
      files: { 'deploy/values.yaml': 'replicas: 71\n' },
      message: 'Scale',
      author: 'chen',
    })
    await scene.settle()
    await arrive()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(told(pull)).toContain('@olga: the head is')
  })
})

describe('R-14 what was wanted before /revoke, and arrives after it', () => {
  test.each(ways)('%s: not signed, and why is said', async (_, act) => {
    const pull = await scene.open()
    const arrive = await delayed(() => act(pull))
    await say(pull, 'li-wei', '/revoke rollback')
    await arrive()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(boxesOf(pull).rollback).toBe(' ')
    expect(told(pull)).toMatch(/\/revoke|your last word stands/)
    nextSecond()
    await say(pull, 'li-wei', '/sign-off rollback')
    expect(boxesOf(pull).rollback).toBe('x')
  })

  test.each(ways.slice(1))('%s: nor when a policy owner took it back', async (_, act) => {
    const pull = await scene.open()
    await say(pull, 'li-wei', '/sign-off rollback')
    nextSecond()
    await say(pull, 'li-wei', '/revoke rollback')
    nextSecond()
    const arrive = await delayed(() => act(pull))
    await say(pull, 'olga', '/revoke rollback')
    await arrive()
    expect((await ledgerOf(scene, pull)).slice(2)).toEqual([])
    expect(boxesOf(pull).rollback).toBe(' ')
  })

  test.each(ways.slice(1, 2))('%s: somebody who may not sign takes nobody’s wish away', async (way, act) => {
    const pull = await scene.open()
    const arrive = await delayed(() => act(pull))
    await say(pull, 'ana', '/revoke rollback')
    await arrive()
    const via = way === 'approving review' ? 'review' : way
    expect(await ledgerOf(scene, pull)).toEqual([`signed rollback li-wei ${via}`])
  })

  test.each(ways.slice(1))('%s: given after it, it counts', async (way, act) => {
    const pull = await scene.open()
    await say(pull, 'li-wei', '/revoke rollback')
    nextSecond()
    await act(pull)
    await scene.settle()
    const via = way === 'approving review' ? 'review' : way
    expect(await ledgerOf(scene, pull)).toEqual([`signed rollback li-wei ${via}`])
  })

  test('a waiver that arrives after it was taken back', async () => {
    const pull = await scene.open({ files: { 'deploy/values.yaml': 'replicas: 80\n' } })
    const arrive = await delayed(() => pull.comment('olga', '/waive docs The guide follows next week'))
    await say(pull, 'olga', '/revoke docs')
    await arrive()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(told(pull)).toContain('your last word stands')
  })
})

test("nothing broke GitHub's schemas, and nothing failed on the way", () => {
  expect(scene.sandbox.violations).toEqual([])
  expect(scene.warnings).toEqual([])
})
