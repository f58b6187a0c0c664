import { expect, test } from 'vitest'
import { boxesOf, checklistOf, gateChecks, ledgerOf, openScene, repliesOn } from './scene.ts'

const minutes = (count: number): number => count * 60_000

/** Words, ticks and pushes whose webhooks come late and in another order, by clocks that disagree. */
async function outcome({
  app,
  github,
  seed,
}: {
  readonly app: number
  readonly github: number
  readonly seed: number
}) {
  const scene = await openScene({ now: () => Date.now() + app })
  try {
    scene.sandbox.world.skewMs = github
    scene.sandbox.expireTokens()
    await scene.restart()
    const pull = await scene.open()
    scene.sandbox.hooks.mode = { hold: true }
    await pull.comment('li-wei', '/sign-off rollback')
    await pull.comment('li-wei', '/revoke rollback')
    await pull.comment('ana', '/sign-off guide')
    await pull.comment('li-wei', '/sign-off rollback')
    pull.edit({ title: 'Scale further' }, 'chen')
    pull.tick(checklistOf(pull)?.id ?? 0, 'li-wei', 'dg:item guide ')
    const held = [...scene.sandbox.hooks.held]
    // Every order of so many is one of these in turn.
    for (let left = held.length, rest = seed; left > 0; left -= 1) {
      const [next] = held.splice(rest % left, 1)
      rest = Math.floor(rest / left)
      if (next !== undefined) scene.sandbox.hooks.release(next.id)
      await scene.settle()
    }
    scene.sandbox.hooks.mode = {}
    await pull.comment('ana', '/recheck')
    await scene.settle()
    const rows = await ledgerOf(scene, pull)
    return {
      boxes: boxesOf(pull),
      checks: gateChecks(pull).map(check => check.conclusion),
      refused: rows.filter(row => row.startsWith('rejected')),
      answers: repliesOn(pull).length > 0,
      warnings: scene.warnings.filter(line => line.includes('401') || line.includes('JWT')),
    }
  } finally {
    await scene.close()
  }
}

const orders = process.env.SOAK === undefined ? [0, 719] : Array.from({ length: 48 }, (_, index) => index * 15)

test(`R-14 ${orders.length} orders of arrival, the App's clock up to ten minutes and GitHub's up to five off: the same final state`, {
  timeout: 60_000 + orders.length * 30_000,
}, async () => {
  const expected = await outcome({ app: 0, github: 0, seed: 0 })
  expect(expected).toMatchObject({ boxes: { rollback: 'x', guide: 'x' }, warnings: [] })
  const clocks = [
    { app: minutes(10), github: 0 },
    { app: minutes(-10), github: 0 },
    { app: 0, github: minutes(5) },
    { app: 0, github: minutes(-5) },
    { app: minutes(5), github: minutes(-5) },
  ]
  for (const [index, seed] of orders.entries()) {
    const off = clocks[index % clocks.length] ?? { app: 0, github: 0 }
    expect(await outcome({ ...off, seed }), JSON.stringify({ ...off, seed })).toEqual(expected)
  }
  process.stdout.write(`${orders.length} orders under clocks that disagree: the same final state\n`)
})
