import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lives, reconcile, verify } from './model/commands.ts'
import { Stage } from './model/stage.ts'
import { boxesOf } from './scene.ts'

const runs = Number(process.env.MODEL_RUNS ?? (process.env.SOAK === undefined ? 10 : 10_000))

let stage: Stage
let begun = 0
beforeAll(async () => {
  stage = await Stage.open()
})
afterAll(() => stage.close())

/** A stage remembers every life that it has seen; after some hundred it makes room for a new one. */
async function freshStage(): Promise<Stage> {
  begun += 1
  if (begun % 200 === 0) {
    await stage.close()
    stage = await Stage.open()
  }
  return stage
}

test(`R-02 R-04 the life of a pull request, ${runs} times: the ledger has exactly the accepted decisions, and in the end one comment and one check say what is true`, {
  timeout: 3_000 * runs + 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(lives(24), async commands => {
      const current = await freshStage()
      const { life, world } = await current.begin()
      try {
        await fc.asyncModelRun(() => ({ model: life, real: world }), commands)
        // Whatever is still under way is lost; nothing but time helps now.
        for (const { delivery } of world.pending.splice(0)) current.sandbox.hooks.discard(delivery.id)
        await reconcile(life, world, 60)
        await verify(life, world, true)
        if (life.open) {
          expect(world.comments).toHaveLength(1)
          expect(boxesOf(world.pull)).toEqual(life.boxes)
          expect(world.checks(life).get(life.head)).toBe(1)
        }
        expect((await current.server.store.ledger.verify(String(world.repository.id))).ok).toBe(true)
      } finally {
        await current.end(world)
      }
    }),
    {
      numRuns: runs,
      endOnFailure: process.env.MODEL_SHRINK === undefined && process.env.SOAK !== undefined,
      ...(process.env.MODEL_SEED === undefined
        ? {}
        : { seed: Number(process.env.MODEL_SEED), path: process.env.MODEL_PATH ?? '' }),
    },
  )
})
