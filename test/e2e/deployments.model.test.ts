import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deploymentEvents, deploymentPermissions } from '../../src/github/permissions.ts'
import type { PullRequest } from '../sandbox/index.ts'
import { openScene, type Scene } from './scene.ts'

const policy = `version: 1
roles: { implementer: ["@li-wei"], site: ["@olga"] }
checklists:
  - id: readiness
    items:
      - { id: rollback, text: Rollback rehearsed, role: implementer }
      - { id: guide, text: Guide followed, role: implementer, environments: [prod] }
environments: { prod: { roles: { implementer: ["@ana"] } } }
`

type Step = 'merge' | 'squash' | 'push' | 'deploy' | 'finish' | 'bypass' | 'cancel' | ['sign' | 'revoke', 0 | 1, number]

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('merge' as const, 'squash' as const) },
  { weight: 1, arbitrary: fc.constant('push' as const) },
  { weight: 5, arbitrary: fc.constant('deploy' as const) },
  { weight: 3, arbitrary: fc.constant('finish' as const) },
  { weight: 1, arbitrary: fc.constantFrom('bypass' as const, 'cancel' as const) },
  {
    weight: 9,
    arbitrary: fc.tuple(
      fc.constantFrom('sign' as const, 'sign' as const, 'revoke' as const),
      fc.constantFrom(0, 1),
      fc.nat(3),
    ),
  },
)

interface Brought {
  /** `null`: pushed directly. */
  readonly pull: PullRequest | null
  readonly signed: [boolean, boolean]
}
interface Started {
  readonly run: Awaited<ReturnType<Scene['repository']['startRun']>>
  /** How much of what was brought it contains. */
  readonly tip: number
  state: 'waiting' | 'released' | 'done' | 'over'
}

/** In plain words: everything since the last release that was finished came by pull requests, and they are signed. */
function mayGo({ tip }: Started, all: readonly Brought[], runs: readonly Started[]): boolean {
  const base = runs.findLast(one => one.state === 'done')?.tip ?? 0
  return tip >= base && all.slice(base, tip).every(({ pull, signed }) => pull !== null && signed[0] && signed[1])
}

/** `pass`: a minute and more goes by. */
async function live(scene: Scene, steps: readonly Step[], pass: () => void): Promise<void> {
  const brought: Brought[] = []
  const runs: Started[] = []
  const waiting = () => runs.filter(one => one.state === 'waiting')
  const say = async (kind: 'sign' | 'revoke', which: 0 | 1, nth: number) => {
    const pulls = brought.filter(one => one.pull !== null)
    const one = pulls[nth % Math.max(1, pulls.length)]
    if (one?.pull == null) return
    const word = kind === 'sign' ? '/sign-off' : '/revoke'
    await one.pull.comment(which === 0 ? 'li-wei' : 'ana', `${word} ${which === 0 ? 'rollback' : 'guide@prod'}`)
    one.signed[which] = kind === 'sign'
  }
  for (const taken of steps) {
    if (typeof taken !== 'string') await say(...taken)
    else if (taken === 'merge' || taken === 'squash') {
      const pull = await scene.open()
      await pull.merge('chen', taken)
      brought.push({ pull, signed: [false, false] })
    } else if (taken === 'push') {
      await scene.repository.commit('main', { files: { [`p${brought.length}`]: '1' }, message: 'x', author: 'olga' })
      brought.push({ pull: null, signed: [false, false] })
    } else if (taken === 'deploy') {
      const sha = scene.repository.baseSha()
      // Whether GitHub's question arrives makes no difference.
      if (runs.length % 2 === 1) scene.sandbox.hooks.mode = { drop: true }
      const run = await scene.repository.startRun({ event: 'push', headSha: sha, sha, ref: 'refs/heads/main' })
      run.deployTo('prod')
      scene.sandbox.hooks.mode = {}
      runs.push({ run, tip: brought.length, state: 'waiting' })
    } else if (taken === 'finish') {
      const one = runs.find(known => known.state === 'released')
      one?.run.finish()
      if (one !== undefined) one.state = 'done'
    } else {
      const [one] = waiting()
      if (taken === 'bypass') one?.run.bypass('prod')
      else one?.run.cancel()
      if (one !== undefined) one.state = 'over'
    }
    await scene.settle()
    pass()
    await scene.server.deployments()
    await scene.settle()
    for (const one of waiting()) {
      const may = mayGo(one, brought, runs)
      expect([one.run.gate('prod'), one.tip], JSON.stringify(taken)).toEqual([may ? 'released' : 'waiting', one.tip])
      expect(one.run.said('prod').length).toBeGreaterThan(0)
      if (may) one.state = 'released'
    }
  }
  const rows = await scene.server.store.ledger.rows(String(scene.repository.id), 'environment:prod')
  const count = (decision: string) => rows.filter(row => row.decision === decision).length
  expect(count('approved')).toBe(runs.filter(one => one.state === 'released' || one.state === 'done').length)
  const passed = runs.filter(one => one.state === 'over' && one.run.gate('prod') === 'released')
  expect(count('bypassed')).toBe(passed.length)
}

const lives = Number(process.env.DEPLOYMENT_LIVES ?? (process.env.SOAK === undefined ? 2 : 200))

test(
  `R-08 T-34 ${lives} lives of a repository: what is held and released is what the plain words say, step by step`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async steps => {
        let ahead = 0
        const now = () => Date.now() + ahead
        const app = { policy, permissions: deploymentPermissions, moreEvents: deploymentEvents }
        const scene = await openScene({ ...app, now })
        try {
          scene.repository.environment('prod', { rules: ['delivery-gates'] })
          scene.repository.deploy({ sha: scene.repository.baseSha(), environment: 'prod', state: 'success' })
          await sleep(1_050)
          await live(scene, steps, () => {
            ahead += 70_000
          })
          expect(scene.sandbox.violations).toEqual([])
        } finally {
          await scene.close()
        }
      }),
      { numRuns: lives, endOnFailure: true },
    )
  },
  lives * 120_000,
)
