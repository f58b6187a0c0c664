import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conclusionOf, gateChecks, openScene, type Scene } from './scene.ts'

const own = `version: 1
extends: acme/.github
roles: { implementer: ["@acme/implementation"] }
`
const shared = (words: number) => `version: 1
locked: [gates.docs]
gates:
  docs:
    rules: [{ id: deploy, kind: deployment, when: ["deploy/**"], update: ["docs/**"], min_words: ${words} }]
`
const path = '.github/delivery-gates.yml'

let scene: Scene
beforeAll(async () => {
  scene = await openScene({ policy: own })
})
afterAll(() => scene.close())

const textOf = (pull: Parameters<typeof gateChecks>[0]): string => {
  const output = gateChecks(pull).at(-1)?.output
  return `${output?.summary ?? ''}${output?.text ?? ''}`
}

describe('a policy that extends another', () => {
  test('B-C49 one that cannot be read: fail closed, and it says which', async () => {
    const pull = await scene.open()
    expect(conclusionOf(pull)).toBe('failure')
    expect(textOf(pull)).toContain('acme/.github')
  })

  test('the change of a shared policy re-evaluates what inherits it, and nothing of it is quoted', async () => {
    const pull = await scene.open()
    const repository = await scene.sandbox.repository('acme', '.github', {
      files: { [path]: shared(3) },
      private: true,
    })
    scene.app.install('acme', ['widgets', '.github'])
    await scene.settle()
    await pull.comment('olga', '/recheck')
    await scene.settle()
    expect(conclusionOf(pull)).toBe('success')

    await repository.commit('main', { message: 'More words', author: 'olga', files: { [path]: shared(500) } })
    await scene.settle()
    expect(conclusionOf(pull)).toBe('failure')

    const secret = 'sEcReT-0123'
    await repository.commit('main', {
      message: 'Broken',
      author: 'olga',
      files: { [path]: `version: 1\ngates: { ${secret}: {} }\n` },
    })
    await scene.settle()
    expect(conclusionOf(pull)).toBe('failure')
    expect(textOf(pull)).toContain('acme/.github')
    expect(`${textOf(pull)}${JSON.stringify(pull.comments())}`).not.toContain(secret)
  })
})
