import { afterEach, describe, expect, test } from 'vitest'
import { commentsPerHour } from '../../app/actor-budget.ts'
import { permissions } from '../../src/github/permissions.ts'
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

const ours = () => scene.sandbox.calls.filter(call => call.actor.startsWith('delivery-gates') && call.kind !== 'auth')

describe('T-84 somebody else reports under our name', () => {
  test('T-84 a check of another App: ours is written again, the log says so, the ledger has it once', async () => {
    scene = await openScene()
    const pull = await scene.open()
    for (let turn = 0; turn < 3; turn += 1) {
      await scene.repository.check({ sha: pull.headSha, name: 'delivery-gates', conclusion: 'success' })
      await scene.settle()
    }
    expect(gateChecks(pull).find(check => check.app === 'delivery-gates')?.conclusion).toBe('action_required')
    expect(await ledgerOf(scene, pull)).toEqual(['rejected delivery-gates github-actions policy'])
    expect(scene.warnings.filter(line => line.startsWith('check.spoofed'))).toHaveLength(3)
    expect(checklistOf(pull)?.body).not.toContain('github-actions')
  })

  test('T-84 a status that says success, by a person: the same; one that says failure lets nothing pass', async () => {
    scene = await openScene()
    const pull = await scene.open()
    const post = async (state: 'success' | 'failure') => {
      scene.sandbox.resetCalls()
      await scene.repository.status({ sha: pull.headSha, context: 'delivery-gates', state, by: 'chen' })
      await scene.settle()
      return ours().filter(call => call.kind === 'write').length
    }
    expect(await post('failure')).toBe(0)
    expect(await post('success')).toBe(1)
    expect(await ledgerOf(scene, pull)).toEqual(['rejected delivery-gates chen policy'])
    expect(conclusionOf(pull)).toBe('action_required')
  })
})

describe('T-87 whoever may comment', () => {
  test('T-87 commands of somebody in no role, one after another: from the budget on they cost no call; a sign-off counts', async () => {
    scene = await openScene()
    const pull = await scene.open()
    scene.sandbox.resetCalls()
    for (let turn = 0; turn < commentsPerHour + 15; turn += 1) {
      await pull.comment('ana', '/sign-off')
      await scene.sandbox.idle()
    }
    await scene.settle()
    expect(repliesOn(pull).length).toBeLessThanOrEqual(commentsPerHour)
    const looks = ours().filter(call => call.operation === 'graphql:query:PullRequestFacts')
    expect(looks.length).toBeLessThanOrEqual(commentsPerHour)
    // What the pull request changes is read once.
    expect(ours().length).toBeLessThanOrEqual(2 * commentsPerHour + 3)
    scene.sandbox.resetCalls()
    await pull.comment('ana', '/gates')
    await scene.settle()
    expect(ours()).toEqual([])
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    expect(boxesOf(pull).rollback).toBe('x')
  })

  test('T-87 B-W22 what is no command, and edits of other comments, cost no call', async () => {
    scene = await openScene()
    const pull = await scene.open()
    scene.sandbox.resetCalls()
    const id = await pull.comment('ana', 'Nice')
    for (let turn = 0; turn < 50; turn += 1) pull.editComment(id, 'ana', `Nice ${turn} /sign-off rollback`)
    await scene.settle()
    expect(ours()).toEqual([])
  })
})

describe('R-20 installation changes', () => {
  const open = async () => {
    scene = await openScene()
    const pull = await scene.open()
    const [installation] = [...scene.sandbox.world.installations.values()].filter(
      one => one.app.slug === 'delivery-gates',
    )
    if (installation === undefined) throw new Error('not installed')
    return { pull, installation }
  }
  const checkAfter = async (pull: PullRequest) => {
    await scene.server.reconcile()
    await scene.settle()
    return conclusionOf(pull)
  }

  test('R-20 suspended: silent, and made right when it is lifted, without a webhook', async () => {
    const { pull, installation } = await open()
    scene.sandbox.hooks.mode = { drop: true }
    installation.suspendedAt = scene.sandbox.world.now()
    await scene.server.reconcile()
    await scene.settle()
    await scene.repository.commit('change-1', { files: { NOTES: '1\n' }, message: 'More', author: 'chen' })
    scene.sandbox.resetCalls()
    expect(await checkAfter(pull)).toBeUndefined()
    expect(ours().filter(call => call.operation !== 'apps/list-installations')).toEqual([])
    installation.suspendedAt = null
    expect(await checkAfter(pull)).toBe('action_required')
  })

  test('R-20 R-01 a sign-off that arrived just before the suspension was heard of counts when it is lifted', async () => {
    const { pull, installation } = await open()
    const { store } = scene.server
    const row = { id: String(installation.id), account: 'acme', removed: false }
    await store.installations.save({ ...row, suspended: true })
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.sandbox.idle()
    await until('the first try', () => scene.warnings.some(line => line.includes('suspended')))
    expect(await ledgerOf(scene, pull)).toEqual([])
    await store.installations.save({ ...row, suspended: false })
    await until('the sign-off', async () => (await ledgerOf(scene, pull)).length === 1)
  })

  test('R-20 a repository renamed without a webhook: the same pull requests, the same sign-offs, under the new name', async () => {
    const { pull } = await open()
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    scene.sandbox.hooks.mode = { drop: true }
    scene.sandbox.moveRepository(scene.repository, 'acme', 'gadgets')
    await scene.repository.commit('change-1', { files: { NOTES: '1\n' }, message: 'More', author: 'chen' })
    expect(await checkAfter(pull)).toBe('action_required')
    expect(boxesOf(pull)).toEqual({ rollback: 'x', guide: ' ' })
    expect((await scene.server.store.repositories.get(String(scene.repository.id)))?.fullName).toBe('acme/gadgets')
  })

  test('R-20 a repository transferred to another owner with the App: known under the new installation only', async () => {
    const { pull } = await open()
    scene.sandbox.organization('globex').team('implementation', ['li-wei'])
    const other = scene.app.install('globex')
    await scene.settle()
    scene.sandbox.hooks.mode = { drop: true }
    scene.sandbox.moveRepository(scene.repository, 'globex', 'widgets')
    await scene.repository.commit('change-1', { files: { NOTES: '1\n' }, message: 'More', author: 'chen' })
    expect(await checkAfter(pull)).toBeDefined()
    const known = await scene.server.store.repositories.get(String(scene.repository.id))
    expect(known).toMatchObject({ installationId: String(other.id), fullName: 'globex/widgets', removed: false })
  })

  test('R-20 removed from the installation: no call about it; added again: made right', async () => {
    scene = await openScene()
    const pull = await scene.open()
    scene.installation.removeRepository('widgets')
    await scene.settle()
    await scene.repository.commit('change-1', { files: { NOTES: '1\n' }, message: 'More', author: 'chen' })
    scene.sandbox.resetCalls()
    expect(await checkAfter(pull)).toBeUndefined()
    expect(ours().map(call => call.operation)).toEqual([
      'apps/list-installations',
      'apps/list-repos-accessible-to-installation',
    ])
    scene.installation.addRepository('widgets')
    await scene.settle()
    expect(conclusionOf(pull)).toBe('action_required')
    scene.installation.uninstall()
    await scene.settle()
    scene.sandbox.resetCalls()
    expect(await checkAfter(pull)).toBe('action_required')
    expect(ours().map(call => call.operation)).toEqual(['apps/list-installations'])
  })

  test('R-20 permissions that the owner has not accepted: named once, and no more when they are there', async () => {
    scene = await openScene({ permissions: { deployments: undefined as never } })
    await scene.server.reconcile()
    await scene.server.reconcile()
    const told = () => scene.warnings.filter(line => line.startsWith('installation.permission-missing'))
    expect(told()).toHaveLength(1)
    expect(told()[0]).toContain('deployments: read')
    scene.app.setPermissions(permissions)
    await scene.server.reconcile()
    expect(told()).toHaveLength(1)
  })
})

describe('R-14 clocks that disagree', () => {
  test.each([-5, 5])("R-14 GitHub's clock is %i minutes off ours: the App signs in and works", async minutes => {
    scene = await openScene()
    scene.sandbox.world.skewMs = minutes * 60_000
    scene.sandbox.expireTokens()
    await scene.restart()
    const pull = await scene.open()
    expect(conclusionOf(pull)).toBe('action_required')
    await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    expect(conclusionOf(pull)).toBe('success')
  })
})
