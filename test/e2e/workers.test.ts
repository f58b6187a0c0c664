import { afterEach, expect, test } from 'vitest'
import { connectGitHub } from '../../app/github.ts'
import { startWorker, usualLeaseMs, type Worker } from '../../app/worker.ts'
import type { PullRequest } from '../sandbox/index.ts'
import { conclusionOf, gateChecks, openScene, type Scene, until } from './scene.ts'

const rounds = process.env.SOAK === undefined ? 1 : 20
const width = 50

let scene: Scene
const extra: Worker[] = []
afterEach(async () => {
  await Promise.all(extra.splice(0).map(worker => worker.stop()))
  await scene.close()
})

const commentsOf = (pull: PullRequest) => pull.comments().filter(one => one.body.includes('<!-- dg:comment'))

/** Workers beside the App's own, on the same store, as many instances would be. */
async function startMore(now: () => number): Promise<void> {
  const github = connectGitHub(
    {
      appId: String(scene.app.id),
      privateKey: scene.app.privateKey,
      githubApiUrl: scene.sandbox.apiUrl,
      webhookSecrets: ['x'],
    },
    () => {},
  )
  for (let index = 1; index < width; index += 1) {
    const worker = startWorker({
      store: scene.server.store,
      now,
      log: () => {},
      webUrl: scene.sandbox.url,
      publicUrl: 'http://127.0.0.1',
      burst: 10_000,
      leaseMs: usualLeaseMs,
      clientFor: github.clientFor,
      app: github.app,
      appSlug: github.slug,
      appId: String(scene.app.id),
    })
    extra.push(worker)
  }
}

test(`R-05 ${width} workers, lists that lag, writes whose answers are lost: in the end one comment and one check`, {
  timeout: 60_000 + rounds * 60_000,
}, async () => {
  let ahead = 0
  const now = () => Date.now() + ahead
  scene = await openScene({ now })
  await startMore(now)
  const { faults } = scene.sandbox
  for (let round = 0; round < rounds; round += 1) {
    faults.add({ match: /.*/, kind: 'lag', delayMs: 10_000 })
    faults.add({ match: /^graphql:mutation:/, times: 1, kind: 'status', status: 502, after: true })
    faults.add({ match: /^graphql:mutation:/, times: 1, kind: 'reset-after' })
    const pull = await scene.open()
    for (let turn = 0; turn < 5; turn += 1) {
      pull.edit({ title: `Title ${turn}` }, 'chen')
      for (const worker of extra) worker.wake()
    }
    await until('the check', () => conclusionOf(pull) === 'action_required', 30_000)
    await scene.settle()
    faults.clear()
    // What the lists did not show at first is there twice until the next round.
    ahead += 60_000
    await scene.server.reconcile()
    // Any of the workers may be at it; `settle` knows of the App's own only.
    await until('one comment', () => commentsOf(pull).length === 1, 30_000)
    await scene.settle()
    expect(commentsOf(pull)).toHaveLength(1)
    expect(gateChecks(pull)).toHaveLength(1)
    const oldest = pull.comments().filter(one => one.author === 'delivery-gates[bot]')[0]
    expect(commentsOf(pull)[0]?.id).toBe(oldest?.id)
  }
})
