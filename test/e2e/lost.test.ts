import { afterEach, describe, expect, test } from 'vitest'
import type { PullRequest } from '../sandbox/index.ts'
import {
  boxesOf,
  checklistOf,
  conclusionOf,
  gateChecks,
  ledgerOf,
  openScene,
  repliesOn,
  type Scene,
  until,
} from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const commentsOf = (pull: PullRequest) => pull.comments().filter(one => one.body.includes('<!-- dg:comment'))
const hookUrl = () => `http://127.0.0.1:${scene.server.port}/api/github/webhooks`

/** Where nothing listens: GitHub records that it could not deliver. */
const nowhere = 'http://127.0.0.1:9/api/github/webhooks'

describe('R-11 what GitHub could not deliver', () => {
  test('R-11 sign-offs and a revocation while the App was away: asked for again in their order, each counts once', async () => {
    scene = await openScene()
    const pull = await scene.open()
    scene.app.setWebhookUrl(nowhere)
    await pull.comment('li-wei', '/sign-off rollback guide')
    await pull.comment('li-wei', '/revoke guide')
    pull.tick(checklistOf(pull)?.id ?? 0, 'li-wei', 'dg:item rollback ')
    await scene.sandbox.idle()
    scene.app.setWebhookUrl(hookUrl())
    expect(await ledgerOf(scene, pull)).toEqual([])
    await scene.server.catchUp()
    const wanted = ['signed rollback li-wei command', 'signed guide li-wei command', 'revoked guide li-wei command']
    await until('the decisions', async () => (await ledgerOf(scene, pull)).length === wanted.length)
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(wanted)
    expect(boxesOf(pull)).toEqual({ rollback: 'x', guide: ' ' })
    // Nothing is owed any more, so nothing is asked for.
    scene.sandbox.resetCalls()
    await scene.server.catchUp()
    await scene.settle()
    expect(scene.sandbox.calls.filter(call => call.operation === 'apps/redeliver-webhook-delivery')).toEqual([])
    expect(scene.sandbox.violations).toEqual([])
  })

  test('R-11 a delivery that fails again is tried a few times, further and further apart, and then let go', async () => {
    scene = await openScene()
    const pull = await scene.open()
    scene.app.setWebhookUrl(nowhere)
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.sandbox.idle()
    for (let round = 0; round < 4; round += 1) {
      await scene.server.catchUp()
      await scene.settle()
    }
    const asked = scene.sandbox.calls.filter(call => call.operation === 'apps/redeliver-webhook-delivery')
    expect(asked).toHaveLength(1)
  })

  test('R-11 more failures than a page: the cursor is followed, decisions come before the rest', async () => {
    scene = await openScene()
    const pull = await scene.open()
    scene.app.setWebhookUrl(nowhere)
    pull.edit({ title: 'Unheard' }, 'chen')
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.sandbox.idle()
    scene.app.setWebhookUrl(hookUrl())
    for (let turn = 0; turn < 110; turn += 1) pull.edit({ title: `Title ${turn}` }, 'chen')
    await scene.settle()
    await scene.server.catchUp()
    await until('the decision', async () => (await ledgerOf(scene, pull)).length === 1)
    expect(
      scene.sandbox.calls.filter(call => call.operation === 'apps/list-webhook-deliveries').length,
    ).toBeGreaterThan(1)
  })
})

test('R-11 R-03 the database is off in the middle of a storm: nothing is lost that was decided, and the rest is read again', async () => {
  const storm = async (pull: PullRequest, off: (yes: boolean) => void) => {
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    off(true)
    for (let turn = 0; turn < 20; turn += 1) pull.edit({ title: `Title ${turn}` }, 'chen')
    await pull.comment('li-wei', '/sign-off guide')
    pull.label('ana', 'risky')
    await pull.comment('li-wei', '/revoke rollback')
    await scene.sandbox.idle()
    off(false)
    await pull.comment('ana', '/recheck')
    await scene.settle()
  }
  const states: unknown[] = []
  for (const fails of [false, true]) {
    if (fails) await scene.close()
    scene = await openScene()
    const pull = await scene.open()
    const { inbox } = scene.server.store as { inbox: { accept: unknown } }
    const { accept } = inbox
    await storm(pull, off => {
      inbox.accept = off && fails ? () => Promise.reject(new Error('disk I/O error')) : accept
    })
    if (fails) expect(scene.sandbox.deliveries.filter(one => one.status === 503).length).toBeGreaterThan(20)
    await scene.server.catchUp()
    await scene.settle()
    await until('everything to arrive', async () => (await ledgerOf(scene, pull)).length === 3)
    await scene.settle()
    states.push([await ledgerOf(scene, pull), boxesOf(pull), conclusionOf(pull), commentsOf(pull).length])
  }
  expect(states[1]).toEqual(states[0])
})

describe('R-14 out of order', () => {
  test.each([
    ['the sign-off', ['/sign-off rollback', '/revoke rollback'], ' '],
    ['the revocation', ['/revoke rollback', '/sign-off rollback'], 'x'],
    ['one item of two', ['/sign-off rollback guide', '/revoke rollback'], ' '],
  ])(
    'R-14 %s comes after the later comment: the last word of the person stands, and they are told',
    async (_, words, box) => {
      scene = await openScene()
      const pull = await scene.open()
      scene.sandbox.hooks.mode = { hold: true }
      for (const word of words) await pull.comment('li-wei', word)
      for (const { id } of [...scene.sandbox.hooks.held].reverse()) {
        scene.sandbox.hooks.release(id)
        await scene.settle()
      }
      expect(boxesOf(pull).rollback).toBe(box)
      expect(repliesOn(pull).at(-1)).toContain('your last word stands')
      if (words[0]?.includes('guide')) expect(await ledgerOf(scene, pull)).toEqual(['signed guide li-wei command'])
    },
  )
})

describe('R-04 nobody told us', () => {
  test('R-04 our comment was deleted: it is there again after one round', async () => {
    scene = await openScene()
    const pull = await scene.open()
    scene.sandbox.hooks.mode = { drop: true }
    pull.deleteComment(checklistOf(pull)?.id ?? 0, 'ana')
    await scene.server.reconcile()
    await scene.settle()
    expect(commentsOf(pull)).toHaveLength(1)
  })

  test('R-04 T-10 a box that somebody may not tick: empty again after one round, and nothing is written after that', async () => {
    scene = await openScene()
    const pull = await scene.open()
    scene.sandbox.hooks.mode = { drop: true }
    pull.tick(checklistOf(pull)?.id ?? 0, 'ana', 'dg:item rollback ')
    expect(boxesOf(pull).rollback).toBe('x')
    await scene.server.reconcile()
    await scene.settle()
    expect(boxesOf(pull).rollback).toBe(' ')
    scene.sandbox.resetCalls()
    await scene.server.reconcile()
    await scene.settle()
    expect(scene.sandbox.calls.filter(call => call.kind === 'write')).toEqual([])
  })

  test('R-04 T-10 the same box twice, before and after it was emptied: empty in the end', async () => {
    scene = await openScene()
    const pull = await scene.open()
    scene.sandbox.hooks.mode = { drop: true }
    for (let turn = 0; turn < 2; turn += 1) {
      pull.tick(checklistOf(pull)?.id ?? 0, 'ana', 'dg:item rollback ')
      await scene.server.reconcile()
      await scene.settle()
      expect(boxesOf(pull).rollback).toBe(' ')
    }
  })

  test('R-05 a branch that is put back to an earlier head: its check is written again, not made twice', async () => {
    scene = await openScene()
    const pull = await scene.open({ branch: 'back' })
    const first = pull.headSha
    await scene.repository.commit('back', { files: { NOTES: '1\n' }, message: 'More', author: 'chen' })
    await scene.settle()
    await scene.repository.commit('back', { files: {}, message: 'Again', author: 'chen', from: first, force: true })
    await scene.settle()
    await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    expect(gateChecks(pull)).toHaveLength(1)
    expect(conclusionOf(pull)).toBe('success')
  })

  test('B-W15 a button whose event names no pull request counts for the one that the check is about', async () => {
    scene = await openScene()
    const pull = await scene.open()
    const run = gateChecks(pull)[0]
    scene.sandbox.hooks.mode = { hold: true }
    // GitHub names no pull request when it is closed, or comes from a fork.
    pull.close('chen')
    scene.sandbox.requestAction(run?.id ?? 0, run?.actions[0]?.identifier ?? '', 'li-wei')
    await pull.reopen('chen')
    const pressed = scene.sandbox.hooks.held.find(one => one.action === 'requested_action')
    expect(pressed?.payload).toMatchObject({ check_run: { pull_requests: [] } })
    scene.sandbox.hooks.release(pressed?.id ?? '')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei button'])
  })
})

test('T-71 the same button pressed again after the first press was refused: the second counts, a replay of the first does not', async () => {
  scene = await openScene()
  const pull = await scene.open()
  const press = async () => {
    const run = gateChecks(pull)[0]
    scene.sandbox.requestAction(run?.id ?? 0, run?.actions[0]?.identifier ?? '', 'ana')
    await scene.settle()
  }
  await press()
  expect(await ledgerOf(scene, pull)).toEqual(['rejected rollback ana button'])
  scene.sandbox.organization('acme').team('implementation', ['li-wei', 'ana'])
  await scene.settle()
  await press()
  expect(await ledgerOf(scene, pull)).toEqual(['rejected rollback ana button', 'signed rollback ana button'])
})
