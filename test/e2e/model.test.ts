import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lives, reconcile, verify } from './model/commands.ts'
import type { Life } from './model/life.ts'
import { Stage, type World } from './model/stage.ts'
import { boxesOf } from './scene.ts'

const runs = Number(process.env.MODEL_RUNS ?? (process.env.SOAK === undefined ? 10 : 10_000))

/** At the same time, each with a stand-in and an App of its own: most of a life is waiting. */
const width = process.env.SOAK === undefined ? 1 : 4
/** Told with the result, so that the same lives can be had again: `MODEL_SEED`, and `MODEL_PATH` from a counterexample. */
const { MODEL_SEED, MODEL_PATH: path } = process.env
const firstSeed = MODEL_SEED === undefined ? randomInt(2 ** 30) : Number(MODEL_SEED)
/** The stand-in allows an installation 5,000 calls an hour, as GitHub does: after so many lives it makes room for a new one. */
const livesPerStage = 40

test(`R-02 R-04 R-14 the life of a pull request, ${runs} times: the ledger has exactly the accepted decisions, and in the end one comment and one check say what is true`, {
  timeout: (process.env.SOAK === undefined ? 3_000 : 30_000) * runs + 120_000,
}, async () => {
  await Promise.all(Array.from({ length: width }, (_, index) => play(Math.ceil(runs / width), firstSeed + index)))
  process.stdout.write(`${runs} lives of a pull request, seeds from ${firstSeed}\n`)
})

async function play(numRuns: number, seed: number): Promise<void> {
  let stage = await Stage.open()
  let begun = 0
  const freshStage = async (): Promise<Stage> => {
    begun += 1
    if (begun % livesPerStage !== 0) return stage
    await stage.close()
    stage = await Stage.open()
    return stage
  }
  try {
    await fc.assert(
      fc.asyncProperty(lives(24), fc.nat(3), async (commands, fork) => {
        const current = await freshStage()
        await live(current, commands, fork === 0)
      }),
      { numRuns, seed, endOnFailure: width > 1, ...(path === undefined ? {} : { path }) },
    )
  } finally {
    await stage.close()
  }
}

async function live(stage: Stage, commands: Iterable<fc.AsyncCommand<Life, World>>, fromFork: boolean): Promise<void> {
  const { life, world } = await stage.begin(fromFork)
  try {
    await fc.asyncModelRun(() => ({ model: life, real: world }), commands)
    // Whatever is still under way is lost; nothing but time helps now.
    for (const { delivery } of world.pending.splice(0)) stage.sandbox.hooks.discard(delivery.id)
    await reconcile(life, world, 60)
    await verify(life, world, true)
    if (life.open) {
      expect(world.comments).toHaveLength(1)
      expect(boxesOf(world.pull)).toEqual(life.boxes)
      expect(world.checks(life).get(life.head)).toBe(1)
    }
    expect((await stage.server.store.ledger.verify(String(world.repository.id))).ok).toBe(true)
  } catch (error) {
    process.stdout.write(`${stage.complaints.slice(-10).join('\n')}\n`)
    throw error
  } finally {
    await stage.end(world)
  }
}
