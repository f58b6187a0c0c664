import { afterAll, beforeAll, expect, test } from 'vitest'
import { conclusionOf, gateChecks, openScene, readiness, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

test('T-01 a pull request that changes the policy: judged by the old one, told what changes and which verdicts would have', async () => {
  const documented = await scene.open({ branch: 'documented' })
  await documented.merge('chen')
  const undocumented = await scene.open({ branch: 'undocumented', files: { 'deploy/values.yaml': 'timeout: 99\n' } })
  await undocumented.merge('chen')
  await scene.settle()

  const lax = readiness.replace('docs:\n    rules', 'docs:\n    level: warn\n    rules')
  const pull = await scene.open({ branch: 'lax', files: { '.github/delivery-gates.yml': lax } })
  const output = gateChecks(pull).at(-1)?.output
  expect(output?.text).toContain('### This pull request changes the policy `.github/delivery-gates.yml`')
  expect(output?.text).toContain('Weaker: `docs.level` `block` → `warn`')
  expect(output?.text).toMatch(/Replay on \d merged pull requests: 1 verdict changes/)
  expect(output?.text).toMatch(/#\d+.*failed → /)
  expect(conclusionOf(pull)).not.toBe('failure')
})
