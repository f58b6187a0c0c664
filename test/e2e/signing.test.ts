import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PullRequest } from '../sandbox/index.ts'
import {
  buttonOf,
  checklistOf,
  conclusionOf,
  gateChecks,
  lineOf as markedLine,
  openScene,
  repliesOn,
  type Scene,
} from './scene.ts'

const policy = `version: 1
roles:
  implementer: ["@acme/implementation"]
checklists:
  - id: readiness
    items:
      - { id: guide, text: Guide followed, role: implementer, environments: [prod-a, prod-b] }
      - { id: rollback, text: Rollback rehearsed, role: implementer }
      - { id: strict, text: Nothing is open, role: implementer, conditional: false }
`

let scene: Scene
beforeAll(async () => {
  scene = await openScene({ policy })
})
afterAll(() => scene.close())

const lineOf = (pull: PullRequest, ref: string): string => markedLine(pull, ref).replaceAll('&#8203;', '')
const boxes = (pull: PullRequest) =>
  Object.fromEntries(['guide@prod-a', 'guide@prod-b', 'rollback', 'strict'].map(ref => [ref, lineOf(pull, ref)[3]]))
const say = async (pull: PullRequest, by: string, body: string) => {
  await pull.comment(by, body)
  await scene.settle()
}
const rowsOf = async (pull: PullRequest) => {
  const rows = await scene.server.store.ledger.rows(String(scene.repository.id), `pr:${pull.number}`)
  return rows.map(({ decision, itemId, environment, conditions, via }) => [
    decision,
    itemId,
    environment,
    conditions?.join(' ') ?? null,
    via,
  ])
}

describe('per environment', () => {
  test('one line and one box each; a box signs its own environment', async () => {
    const pull = await scene.open()
    expect(boxes(pull)).toEqual({ 'guide@prod-a': ' ', 'guide@prod-b': ' ', rollback: ' ', strict: ' ' })
    expect(lineOf(pull, 'guide@prod-a')).toContain('for `prod-a`')
    const comment = checklistOf(pull)
    const ticked = comment?.body
      .split('\n')
      .map(line => (line === markedLine(pull, 'guide@prod-b') ? line.replace('[ ]', '[x]') : line))
      .join('\n')
    pull.editComment(comment?.id ?? 0, 'li-wei', ticked ?? '')
    await scene.settle()
    expect(await rowsOf(pull)).toEqual([['signed', 'guide', 'prod-b', null, 'tick']])
    expect(boxes(pull)).toMatchObject({ 'guide@prod-a': ' ', 'guide@prod-b': 'x' })
  })

  test('by command, by button, taken back, and all at once', async () => {
    const pull = await scene.open()
    await say(pull, 'li-wei', '/sign-off guide --env prod-a')
    scene.sandbox.requestAction(gateChecks(pull).at(-1)?.id ?? 0, buttonOf(pull, 'guide@prod-b'), 'li-wei')
    await scene.settle()
    expect(boxes(pull)).toMatchObject({ 'guide@prod-a': 'x', 'guide@prod-b': 'x' })
    await say(pull, 'li-wei', '/revoke guide --env prod-a')
    expect(boxes(pull)).toMatchObject({ 'guide@prod-a': ' ', 'guide@prod-b': 'x' })
    await say(pull, 'li-wei', '/sign-off')
    expect(conclusionOf(pull)).toBe('success')
    expect(await rowsOf(pull)).toEqual([
      ['signed', 'guide', 'prod-a', null, 'command'],
      ['signed', 'guide', 'prod-b', null, 'button'],
      ['revoked', 'guide', 'prod-a', null, 'command'],
      ['signed', 'guide', 'prod-a', null, 'command'],
      ['signed', 'rollback', null, null, 'command'],
      ['signed', 'strict', null, null, 'command'],
    ])
  })

  test('B-K03 one that the item does not have: told, nothing recorded', async () => {
    const pull = await scene.open()
    await say(pull, 'li-wei', '/sign-off guide --env prod-c')
    expect(await rowsOf(pull)).toEqual([])
    expect(repliesOn(pull)[0]).toContain('There is no item `guide@prod-c`')
  })
})

describe('with open points', () => {
  test('recorded, shown before the name, settled by signing again', async () => {
    const pull = await scene.open()
    await say(pull, 'li-wei', '/sign-off rollback --open #123,acme/api#7')
    expect(await rowsOf(pull)).toEqual([['signed', 'rollback', null, '#123 acme/api#7', 'command']])
    expect(lineOf(pull, 'rollback')).toMatch(
      /^- \[x\] Rollback rehearsed · accepted with open points `#123` and `acme\/api#7` · .*li-wei/,
    )
    expect(repliesOn(pull)[0]).toMatch(/^Open points of `rollback`: `#123` and `acme\/api#7`/)
    // Who reads the verdict and no more reads of them too.
    const first = (checklistOf(pull)?.body ?? '').split('###')[0]
    expect(first).toContain('signed with open points `#123` and `acme/api#7`')
    expect(gateChecks(pull).at(-1)?.output.summary).toContain('signed with open points `#123` and `acme/api#7`')
    expect(gateChecks(pull).at(-1)?.output.text).toContain('accepted with open points `#123`')
    await say(pull, 'li-wei', '/sign-off rollback')
    expect(checklistOf(pull)?.body).not.toContain('open point')
    expect(await rowsOf(pull)).toHaveLength(2)
  })

  test('in Chinese too, before the name', async () => {
    const other = await openScene({ policy: `${policy}locale: zh-CN\n` })
    const pull = await other.open()
    await pull.comment('li-wei', '/sign-off rollback --open #123')
    await other.settle()
    expect(markedLine(pull, 'rollback').replaceAll('&#8203;', '')).toMatch(/未决事项 `#123`.*li-wei/)
    expect(gateChecks(pull).at(-1)?.output.summary).toContain('；签核时附带未决事项 `#123`')
    expect(repliesOn(pull)[0]).toMatch(/^`rollback` 的未决事项：`#123`。/)
    await other.close()
  })

  test('not on an item that wants none, and not without saying which', async () => {
    const pull = await scene.open()
    await say(pull, 'li-wei', '/sign-off strict --open #1')
    await say(pull, 'li-wei', '/sign-off rollback --open soon')
    await say(pull, 'li-wei', '/sign-off rollback --open #x')
    expect(await rowsOf(pull)).toEqual([])
    expect(repliesOn(pull)[0]).toContain('wants `strict` signed without open points')
    expect(repliesOn(pull)[1]).toContain('and none was named (CMD-OPEN)')
    expect(repliesOn(pull)[2]).toContain('`#x` is none (CMD-OPEN)')
  })

  test('survive a restart: they are in the ledger and nowhere else', async () => {
    const pull = await scene.open()
    await say(pull, 'li-wei', '/sign-off rollback --open #9')
    await scene.restart()
    await say(pull, 'ana', '/recheck')
    expect(lineOf(pull, 'rollback')).toContain('accepted with open point `#9`')
  })
})

test("nothing broke GitHub's schemas, and nothing failed on the way", () => {
  expect(scene.sandbox.violations).toEqual([])
  expect(scene.warnings).toEqual([])
})
