import { afterEach, expect, test } from 'vitest'
import { conclusionOf, openScene, readiness, type Scene, until } from './scene.ts'

const noisy = process.env.SOAK === undefined ? 30 : 200

let scene: Scene
afterEach(() => scene.close())

test(`R-06 an owner whose ${noisy} pull requests all change at once, and another with one: the one is not behind the many`, {
  timeout: 60_000 + noisy * 2_000,
}, async () => {
  scene = await openScene()
  scene.sandbox.organization('globex').team('implementation', ['li-wei'])
  const quiet = await scene.sandbox.repository('globex', 'gadgets', {
    files: {
      'deploy/values.yaml': 'replicas: 1\n',
      '.github/delivery-gates.yml': readiness.replace('@acme', '@globex'),
    },
    collaborators: { chen: 'write', ana: 'write', 'li-wei': 'write', olga: 'write' },
  })
  scene.app.install('globex')
  await quiet.commit('topic', { from: 'main', files: { 'deploy/values.yaml': '2\n' }, message: 'S', author: 'chen' })
  const pull = await quiet.openPullRequest({ title: 'Scale', head: 'topic', author: 'chen' })
  await scene.settle()
  const answer = async () => {
    await quiet.commit('topic', { files: { NOTES: `${Math.random()}\n` }, message: 'N', author: 'chen' })
    const begun = performance.now()
    await until('the check', () => conclusionOf(pull) !== undefined, 120_000)
    return performance.now() - begun
  }
  await answer()
  const alone = await answer()
  scene.sandbox.hooks.mode = { drop: true }
  for (let index = 0; index < noisy; index += 1) {
    await scene.repository.commit(`n-${index}`, {
      from: 'main',
      files: { 'deploy/values.yaml': `replicas: ${index + 9}\n` },
      message: 'Scale',
      author: 'chen',
    })
    await scene.repository.openPullRequest({ title: 'Scale', head: `n-${index}`, author: 'chen' })
  }
  scene.sandbox.hooks.mode = {}
  const begun = performance.now()
  await scene.server.reconcile()
  await until('the noise', async () => (await scene.server.store.inbox.counts()).open > noisy / 2)
  const amid = await answer()
  const open = (await scene.server.store.inbox.counts()).open
  await scene.settle()
  const all = performance.now() - begun
  process.stdout.write(
    `alone ${Math.round(alone)} ms, amid ${noisy} others ${Math.round(amid)} ms (${open} still waited), all of it ${Math.round(all)} ms\n`,
  )
  // Whoever comes is not behind what nobody waits for. Times are printed only: here all share one processor.
  expect(open).toBeGreaterThan(noisy / 3)
})
