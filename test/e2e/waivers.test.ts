import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conclusionOf, gateChecks, ledgerOf, openScene, repliesOn, type Scene } from './scene.ts'

const policy = `version: 1
roles:
  implementer: ["@acme/implementation"]
  policy-owner: ["@olga", "@chen"]
gates:
  docs:
    rules: [{ id: deploy, kind: deployment, when: ["deploy/**"], update: ["docs/**"] }]
  review:
    waivable: false
    rules: [{ role: implementer, need: requested, request: auto }]
`
const undocumented = { files: { 'deploy/values.yaml': 'timeout: 31\n' } }
const reason = 'Hotfix, the guide follows today'

let scene: Scene
beforeAll(async () => {
  scene = await openScene({ policy })
})
afterAll(() => scene.close())

describe('/waive', () => {
  test('a policy owner passes a gate over, with a reason, for this head; a push ends it', async () => {
    const pull = await scene.open({ ...undocumented, branch: 'waived' })
    expect(conclusionOf(pull)).toBe('failure')
    await pull.comment('olga', `/waive docs ${reason}`)
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['waived docs olga command'])
    expect(conclusionOf(pull)).toBe('success')
    expect(repliesOn(pull)[0]).toContain('has waived the gate `docs`')
    expect(gateChecks(pull).at(-1)?.output?.summary).toContain(reason)

    await scene.repository.commit('waived', {
      message: 'More',
      author: 'chen',
      files: { 'deploy/values.yaml': 'timeout: 32\n' },
    })
    await scene.settle()
    expect(conclusionOf(pull)).toBe('failure')
  })

  test('T-10 whoever wrote the change cannot pass it over, and the attempt is recorded', async () => {
    const pull = await scene.open(undocumented)
    await pull.comment('chen', `/waive docs ${reason}`)
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['rejected docs chen command'])
    expect(conclusionOf(pull)).toBe('failure')
  })

  test('B-K09 nobody outside the roles, and nobody without a reason', async () => {
    const pull = await scene.open(undocumented)
    await pull.comment('ana', `/waive docs ${reason}`)
    await pull.comment('olga', '/waive docs')
    await pull.comment('olga', `/waive review ${reason}`)
    await pull.comment('olga', `/waive dosc ${reason}`)
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['rejected docs ana command'])
    expect(conclusionOf(pull)).toBe('failure')
    const told = repliesOn(pull).join('\n')
    for (const part of ['CMD-PERM', 'CMD-REASON', 'lets nobody waive', 'did you mean `docs`'])
      expect(told).toContain(part)
  })

  test('B-K07 a head that is not the head', async () => {
    const pull = await scene.open(undocumented)
    await pull.comment('olga', `/waive docs ${reason} --sha 0123456`)
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(repliesOn(pull).join()).toContain('CMD-SHA')
  })

  test('B-K08 taken back by whoever gave it', async () => {
    const pull = await scene.open(undocumented)
    await pull.comment('olga', `/waive docs ${reason}`)
    await scene.settle()
    await pull.comment('ana', '/revoke docs')
    await pull.comment('olga', '/revoke docs')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['waived docs olga command', 'revoked docs olga command'])
    expect(conclusionOf(pull)).toBe('failure')
  })
})

test('B-C53 a waiver of the policy is one row for each head it is used on, and expires: then the gate acts again', async () => {
  const waived = `${policy}waivers:
  - { gate: docs, reason: the guide is being rewritten, owner: "@olga", expires: 2999-01-01 }
`
  const other = await openScene({ policy: waived })
  try {
    const pull = await other.open(undocumented)
    expect(conclusionOf(pull)).toBe('success')
    expect(await ledgerOf(other, pull)).toEqual(['waived docs @olga policy'])
    await pull.comment('olga', '/recheck')
    await other.settle()
    expect(await ledgerOf(other, pull)).toEqual(['waived docs @olga policy'])
  } finally {
    await other.close()
  }
  const expired = await openScene({ policy: waived.replace('2999-01-01', '2020-01-01') })
  try {
    const pull = await expired.open(undocumented)
    expect(conclusionOf(pull)).toBe('failure')
    expect(gateChecks(pull).at(-1)?.output?.text).toContain('expired on `2020-01-01`')
  } finally {
    await expired.close()
  }
})
