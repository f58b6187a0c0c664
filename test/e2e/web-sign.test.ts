import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boxesOf, checklistOf, conclusionOf, ledgerOf, openScene, readiness, type Scene } from './scene.ts'
import { formFor, settledPage, visitorOn } from './visitor.ts'

const conditional = readiness.replace('covers: ["deploy/**"] }', 'covers: ["deploy/**"], conditional: true }')

let scene: Scene
beforeAll(async () => {
  scene = await openScene({ signIn: true, policy: conditional })
})
afterAll(async () => {
  expect(scene.sandbox.violations).toEqual([])
  await scene.close()
})

describe('signing off on the page', () => {
  test('a form becomes a row of the ledger, and comment and check follow', async () => {
    const pull = await scene.open()
    const { visitor, page } = await visitorOn(scene, 'li-wei', pull)
    const before = await page()
    expect(before.text).toContain('Rollback rehearsed')
    expect(before.text).toContain(pull.headSha)

    const sent = await visitor.post(formFor(before, 'sign', 'rollback'))
    expect(sent.status).toBe(200)
    expect(sent.text).toMatch(/Sign off rollback/)
    const after = await settledPage(scene, page)
    expect(after.text).toMatch(/has signed|signed/)
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei page'])
    expect(boxesOf(pull)).toMatchObject({ rollback: 'x', guide: ' ' })

    await visitor.post(formFor(after, 'sign', 'guide'))
    await settledPage(scene, page)
    expect(conclusionOf(pull)).toBe('success')
    expect(checklistOf(pull)?.body).toContain('li-wei')
  })
})
