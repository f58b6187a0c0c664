import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PullRequest } from '../sandbox/index.ts'
import { boxesOf, checklistOf, conclusionOf, openScene, repliesOn, type Scene } from './scene.ts'

const policy = `version: 1
roles:
  implementer: ["@acme/implementation"]
  policy-owner: ["@olga"]
checklists:
  - id: readiness
    items:
      - { id: rollback, text: Rollback rehearsed, role: implementer, delegable: true }
`

const day = 86_400_000
let ahead = 0
let scene: Scene
beforeAll(async () => {
  scene = await openScene({ policy, ahead: () => ahead })
})
afterAll(() => scene.close())

const say = async (pull: PullRequest, by: string, body: string) => {
  await pull.comment(by, body)
  await scene.settle()
}
const rowsOf = async (pull: PullRequest) => {
  const rows = await scene.server.store.ledger.rows(String(scene.repository.id), `pr:${pull.number}`)
  return rows.map(row => [row.decision, row.personal?.login, row.onBehalfOf !== null, row.expiresAt])
}
const text = (pull: PullRequest): string => checklistOf(pull)?.body.replaceAll('&#8203;', '') ?? ''
/** A day from now, as the policy's calendar has it. */
const inDays = (days: number): string => new Date(Date.now() + ahead + days * day).toISOString().slice(0, 10)

describe('delegation', () => {
  test('given, shown, used for the other, taken back: the sign-off ends with it', async () => {
    const pull = await scene.open()
    const until = inDays(7)
    await say(pull, 'li-wei', `/delegate @ana rollback until ${until}`)
    expect(repliesOn(pull)[0]).toContain(`may sign \`rollback\` for @li-wei on this pull request until \`${until}\``)
    expect(text(pull)).toMatch(new RegExp(`@ana.* may sign for .*@li-wei.* until \`${until}\``))
    expect(boxesOf(pull)).toEqual({ rollback: ' ' })
    pull.tick(checklistOf(pull)?.id ?? 0, 'ana', 'Rollback rehearsed')
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ rollback: 'x' })
    expect(text(pull)).toMatch(/@ana.* for .*@li-wei.* at /)
    expect(conclusionOf(pull)).toBe('success')
    await scene.restart()
    await say(pull, 'li-wei', '/revoke rollback')
    expect(boxesOf(pull)).toEqual({ rollback: ' ' })
    expect(text(pull)).toContain('whose delegation has been taken back')
    expect(repliesOn(pull).at(-1)).toMatch(/took back that .*@ana.* may sign `rollback`/)
    expect(await rowsOf(pull)).toEqual([
      ['delegated', 'li-wei', true, until],
      ['signed', 'ana', true, until],
      ['revoked', 'li-wei', true, until],
    ])
    await say(pull, 'ana', '/sign-off rollback')
    expect((await rowsOf(pull)).at(-1)).toEqual(['rejected', 'ana', false, null])
  })

  test('T-17 ends with the membership of the one who gave it', async () => {
    const pull = await scene.open()
    await say(pull, 'li-wei', `/delegate @ana rollback until ${inDays(30)}`)
    await say(pull, 'ana', '/sign-off')
    expect(conclusionOf(pull)).toBe('success')
    const organization = scene.sandbox.organization('acme')
    organization.team('implementation', ['li-wei', 'olga'])
    organization.removeFromTeam('implementation', 'li-wei')
    await scene.settle()
    expect(conclusionOf(pull)).toBe('action_required')
    expect(text(pull)).toMatch(/signed by .*@ana.* for .*@li-wei.*, who is not in the role now/)
    organization.team('implementation', ['li-wei'])
    await scene.settle()
  })

  test('ends after its last day, although it was used before', async () => {
    const pull = await scene.open()
    await say(pull, 'li-wei', `/delegate @ana rollback until ${inDays(2)}`)
    await say(pull, 'ana', '/sign-off rollback')
    expect(conclusionOf(pull)).toBe('success')
    ahead += 2 * day
    await say(pull, 'olga', '/recheck')
    expect(conclusionOf(pull)).toBe('success')
    ahead += day
    await say(pull, 'olga', '/recheck')
    expect(conclusionOf(pull)).toBe('action_required')
    expect(text(pull)).toContain('whose delegation has expired')
    expect(text(pull)).not.toContain('may sign for')
    await say(pull, 'ana', '/sign-off rollback')
    expect((await rowsOf(pull)).at(-1)).toEqual(['rejected', 'ana', false, null])
    await say(pull, 'li-wei', '/sign-off rollback')
    expect(conclusionOf(pull)).toBe('success')
  })

  test('ends by itself, although no webhook comes: a round of reconciling is enough', async () => {
    const pull = await scene.open()
    await say(pull, 'li-wei', `/delegate @ana rollback until ${inDays(0)}`)
    await say(pull, 'ana', '/sign-off rollback')
    expect(conclusionOf(pull)).toBe('success')
    ahead += day
    await scene.server.reconcile()
    await scene.settle()
    expect(conclusionOf(pull)).toBe('action_required')
  })

  test('T-10 the delegate contributes, or the one who delegated does: it ends', async () => {
    for (const author of ['ana', 'li-wei']) {
      const branch = `helped-by-${author}`
      const pull = await scene.open({ branch })
      await say(pull, 'li-wei', `/delegate @ana rollback until ${inDays(1)}`)
      await say(pull, 'ana', '/sign-off rollback')
      expect(conclusionOf(pull)).toBe('success')
      await scene.repository.commit(branch, { files: { 'src/x.js': '1\n' }, message: 'Help', author })
      await scene.settle()
      expect(conclusionOf(pull)).toBe('action_required')
      await say(pull, 'ana', '/sign-off rollback')
      expect((await rowsOf(pull)).at(-1)?.slice(0, 2)).toEqual(['rejected', 'ana'])
    }
  })

  test('goes one step: a delegate lets nobody else sign, and who leaves the role takes what they gave along', async () => {
    const pull = await scene.open()
    await say(pull, 'li-wei', `/delegate @ana rollback until ${inDays(1)}`)
    await say(pull, 'ana', `/delegate @olga rollback until ${inDays(1)}`)
    await say(pull, 'olga', '/sign-off rollback')
    expect((await rowsOf(pull)).slice(1)).toEqual([
      ['rejected', 'ana', true, inDays(1)],
      ['rejected', 'olga', false, null],
    ])
    const organization = scene.sandbox.organization('acme')
    organization.team('implementation', ['mei'])
    await scene.settle()
    await say(pull, 'ana', '/sign-off rollback')
    expect((await rowsOf(pull)).at(-1)?.slice(0, 2)).toEqual(['rejected', 'ana'])
    organization.team('implementation', ['li-wei'])
    await scene.settle()
  })

  test('refused: by somebody outside the role, for too long, to a contributor, to nobody', async () => {
    const pull = await scene.open()
    await say(pull, 'ana', `/delegate @olga rollback until ${inDays(1)}`)
    await say(pull, 'li-wei', `/delegate @ana rollback until ${inDays(31)}`)
    await say(pull, 'li-wei', `/delegate @chen rollback until ${inDays(1)}`)
    await say(pull, 'li-wei', `/delegate @nobody-at-all rollback until ${inDays(1)}`)
    await say(pull, 'li-wei', '/delegate rollback')
    expect(await rowsOf(pull)).toEqual([['rejected', 'ana', true, inDays(1)]])
    const replies = repliesOn(pull)
    expect(replies[0]).toContain('you are not in it')
    expect(replies[1]).toContain('30 days at most')
    expect(replies[2]).toContain('that person has contributed to this pull request')
    expect(replies[3]).toContain('no person of that login could be found')
    expect(replies[4]).toContain('CMD-DELEGATE')
  })

  test('T-24 is for one pull request', async () => {
    const one = await scene.open()
    const two = await scene.open()
    await say(one, 'li-wei', `/delegate @ana rollback until ${inDays(1)}`)
    await say(two, 'ana', '/sign-off rollback')
    expect(boxesOf(two)).toEqual({ rollback: ' ' })
  })

  test('T-85 the name of the delegate can be erased, and the chain still verifies', async () => {
    const pull = await scene.open()
    await say(pull, 'li-wei', `/delegate @ana rollback until ${inDays(1)}`)
    const ana = (await scene.server.store.ledger.rows(String(scene.repository.id), `pr:${pull.number}`))[0]?.signerId
    await scene.server.store.ledger.forgetPerson(ana ?? '')
    const [row] = await scene.server.store.ledger.rows(String(scene.repository.id), `pr:${pull.number}`)
    expect(row?.personal).toBeNull()
    expect(await scene.server.store.ledger.verify(String(scene.repository.id))).toMatchObject({ ok: true })
  })
})

test("nothing broke GitHub's schemas, and nothing failed on the way", () => {
  expect(scene.sandbox.violations).toEqual([])
  expect(scene.warnings).toEqual([])
})
