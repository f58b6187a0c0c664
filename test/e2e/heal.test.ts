import { afterEach, expect, test } from 'vitest'
import type { PullRequest } from '../sandbox/index.ts'
import { boxesOf, checklistOf, gateChecks, openScene, type Scene } from './scene.ts'

const pulls = process.env.SOAK === undefined ? 15 : 500

let scene: Scene
afterEach(() => scene.close())

/** The same history for the same seed: pushes, words, labels, reviews, drafts, ticks, bases, ends. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function live(pull: PullRequest, branch: string, next: () => number): Promise<void> {
  const acts = [
    () =>
      scene.repository.commit(branch, {
        files: { 'deploy/values.yaml': `replicas: ${Math.floor(next() * 90) + 3}\n` },
        message: 'Scale',
        author: 'chen',
      }),
    () => scene.repository.commit(branch, { files: { NOTES: `${next()}\n` }, message: 'Notes', author: 'ana' }),
    () => pull.review('li-wei', { state: next() < 0.5 ? 'APPROVED' : 'CHANGES_REQUESTED', body: 'Seen' }),
    () => pull.edit({ title: `Title ${next()}` }, 'chen'),
    () => pull.edit({ base: pull.baseRef === 'main' ? 'release' : 'main' }, 'chen'),
    () => pull.setDraft(!pull.draft, 'chen'),
    () => pull.label('ana', `label-${Math.floor(next() * 3)}`),
    () => pull.comment('li-wei', '/sign-off'),
    () => {
      const comment = checklistOf(pull)
      if (comment !== undefined && boxesOf(pull).rollback === ' ') pull.tick(comment.id, 'ana', 'dg:item rollback ')
    },
    () => {
      const comment = checklistOf(pull)
      if (comment !== undefined) pull.deleteComment(comment.id, 'ana')
    },
    () => pull.close('chen'),
  ]
  const turns = 1 + Math.floor(next() * 5)
  for (let turn = 0; turn < turns && pull.state === 'open'; turn += 1) {
    await acts[Math.floor(next() * acts.length)]?.()
  }
}

/** What stands on GitHub for one pull request. */
const shown = (pull: PullRequest) => ({
  state: pull.state,
  checks: gateChecks(pull).map(check => [check.conclusion, check.output.title]),
  comments: pull.comments().filter(one => one.body.includes('<!-- dg:comment')).length,
  boxes: boxesOf(pull),
})

test(`R-04 ${pulls} pull requests, every webhook lost: all right after one round, at most six calls each`, {
  timeout: 60_000 + pulls * 2_000,
}, async () => {
  scene = await openScene()
  await scene.repository.commit('release', { from: 'main', files: { RELEASE: '1\n' }, message: 'R', author: 'olga' })
  const next = random(20_261_121)
  const all: { readonly pull: PullRequest; readonly branch: string }[] = []
  for (let index = 0; index < pulls; index += 1) {
    const branch = `life-${index}`
    // A third was answered before the webhooks were lost.
    scene.sandbox.hooks.mode = { drop: index % 3 !== 0 }
    await scene.repository.commit(branch, {
      from: 'main',
      files: { 'deploy/values.yaml': `replicas: ${index + 3}\n`, 'docs/guide.md': `# Guide ${index}\n` },
      message: 'Scale',
      author: 'chen',
    })
    all.push({ branch, pull: await scene.repository.openPullRequest({ title: 'Scale', head: branch, author: 'chen' }) })
  }
  await scene.settle()
  scene.sandbox.hooks.mode = { drop: true }
  for (const { pull, branch } of all) await live(pull, branch, next)
  scene.sandbox.resetCalls()

  const begun = performance.now()
  await scene.server.reconcile()
  await scene.settle()
  const took = performance.now() - begun
  const calls = scene.sandbox.calls.filter(call => call.kind !== 'auth').length
  const after = all.map(({ pull }) => shown(pull))

  for (const [index, one] of after.entries()) {
    if (one.state !== 'open') continue
    expect(one.checks, `#${index + 1}`).toHaveLength(1)
    expect(one.comments, `#${index + 1}`).toBe(1)
    // Nobody's decision has arrived, so none may show.
    expect(Object.values(one.boxes), `#${index + 1}`).not.toContain('x')
  }
  // Whoever looks again, and is asked for everything anew, finds what stands there.
  scene.sandbox.hooks.mode = {}
  for (const { pull } of all.filter(one => one.pull.state === 'open')) await pull.comment('li-wei', '/recheck')
  await scene.settle()
  expect(all.map(({ pull }) => shown(pull))).toEqual(after)
  process.stdout.write(
    `${pulls} pull requests, every webhook lost: right after ${Math.round(took)} ms and ${(calls / pulls).toFixed(2)} calls each\n`,
  )
  expect(calls / pulls).toBeLessThanOrEqual(6)
})
