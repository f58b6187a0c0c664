import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Fault } from '../sandbox/index.ts'
import { Stage, type World } from './model/stage.ts'
import { boxesOf, conclusionOf, until } from './scene.ts'

const schedules = Number(process.env.SCHEDULES ?? (process.env.SOAK === undefined ? 6 : 1_000))
const firstSeed = Number(process.env.SCHEDULE_SEED ?? randomInt(2 ** 30))
/** The stand-in allows an installation 5,000 calls an hour, as GitHub does. */
const schedulesPerStage = 10
/** Of all calls so many are struck. */
const probability = 0.3

const secondary = { kind: 'secondary-limit' } as const
const kinds: readonly Omit<Fault, 'match'>[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502 },
  { kind: 'status', status: 502, after: true },
  { kind: 'status', status: 503, headers: { 'retry-after': '7' } },
  { kind: 'reset-before' },
  { kind: 'reset-after' },
  { kind: 'html' },
  { kind: 'truncated-json' },
  { ...secondary, headers: { 'retry-after': '30' } },
  { ...secondary, headers: {} },
  { kind: 'status', status: 429, headers: {} },
  { kind: 'hang' },
]

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Strikes each call with the probability, and with a kind, that the seed says. */
function strike({ sandbox }: Stage, next: () => number): void {
  let chosen: Omit<Fault, 'match'> | null = null
  const choose = (): boolean => {
    chosen = next() < probability ? (kinds[Math.floor(next() * kinds.length)] ?? null) : null
    return false
  }
  sandbox.faults.add({ kind: 'slow', match: choose })
  // A hang costs real time: one in ten of them is one.
  for (const kind of kinds) {
    sandbox.faults.add({ ...kind, match: () => chosen === kind && (kind.kind !== 'hang' || next() < 0.1) })
  }
}

test(`R-07 R-06 ${schedules} schedules in which three of ten calls fail: every decision is recorded once, one comment, one check`, {
  timeout: 60_000 + schedules * 8_000,
}, async () => {
  const unhandled: unknown[] = []
  const hear = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', hear)
  let longest = 0
  let stage: Stage | null = null
  try {
    for (let index = 0; index < schedules; index += 1) {
      if (index % schedulesPerStage === 0) {
        await stage?.close()
        stage = await Stage.open({ callTimeoutMs: 2_000 })
      }
      const seed = firstSeed + index
      if (stage !== null) longest = Math.max(longest, await play(stage, seed))
    }
  } finally {
    await stage?.close()
    process.off('unhandledRejection', hear)
  }
  expect(unhandled).toEqual([])
  process.stdout.write(
    `${schedules} schedules from seed ${firstSeed}, all converged, the slowest after ${Math.round(longest / 60_000)} min of simulated time\n`,
  )
})

/** One pull request with three decisions while GitHub fails. Gives the simulated time until all was done. */
async function play(stage: Stage, seed: number): Promise<number> {
  const { world } = await stage.begin(false)
  stage.sandbox.hooks.mode = {}
  const began = stage.now
  try {
    // Nobody signs what has not been shown.
    await until('the first check', async () => {
      await converge(stage)
      return conclusionOf(world.pull) === 'action_required'
    })
    strike(stage, random(seed))
    await world.pull.comment('li-wei', '/sign-off rollback guide')
    await stage.sandbox.idle()
    await world.pull.comment('li-wei', '/revoke guide')
    await world.pull.comment('mei', '/sign-off guide')
    world.pull.edit({ title: `Title ${seed}` }, 'chen')
    await stage.sandbox.idle()
    await converge(stage)
    const took = stage.now - began
    await whatStands(stage, world)
    return took
  } catch (error) {
    process.stdout.write(`seed ${seed}\n${stage.complaints.slice(-15).join('\n')}\n`)
    throw error
  } finally {
    stage.sandbox.faults.clear()
    // The repository stays: what still concerns it must not fail because it is gone.
    stage.sandbox.hooks.mode = { drop: true }
    world.pull.close('chen')
    stage.sandbox.hooks.forget()
    stage.sandbox.resetCalls()
  }
}

/** Time passes, from one thing that is due to the next, until nothing is. A day at most. */
async function converge(stage: Stage): Promise<void> {
  const end = stage.now + 24 * 60 * 60_000
  const { store, worker } = stage.server
  for (;;) {
    worker.wake()
    await quiet(stage)
    const due = [await store.lanes.nextDue(), await store.outbox.nextDue()].filter(at => at !== null)
    if (due.length === 0 && !worker.busy()) return
    expect(stage.now, 'still not converged').toBeLessThan(end)
    if (due.length > 0 && !worker.busy()) stage.ahead += Math.max(0, Math.min(...due) - stage.now) + 1
  }
}

/** Nothing is under way, and nothing was for a moment. */
async function quiet({ server, sandbox }: Stage): Promise<void> {
  for (let looks = 0; looks < 3; looks += 1) {
    await sandbox.idle()
    await sleep(2)
    if (server.worker.busy()) looks = -1
  }
}

async function whatStands(stage: Stage, world: World): Promise<void> {
  const { inbox, outbox } = stage.server.store
  expect(await inbox.counts()).toMatchObject({ open: 0, dead: 0 })
  expect(await outbox.counts()).toEqual({ open: 0, dead: 0 })
  // A list that a lost answer left in doubt is looked at again after a while.
  stage.sandbox.faults.clear()
  stage.ahead += 120_000
  // The machine may be so busy that a call takes too long all the same.
  await until('a look at all', () =>
    stage.server.reconcile().then(
      () => true,
      () => false,
    ),
  )
  await converge(stage)
  // What somebody took back before it could be recorded need not be recorded.
  const inBetween = ['signed guide li-wei command', 'revoked guide li-wei command']
  const [first, last] = ['signed rollback li-wei command', 'signed guide mei command']
  expect([
    [first, ...inBetween, last],
    [first, last],
  ]).toContainEqual(await world.ledger())
  expect(world.comments).toHaveLength(1)
  const ours = world.repository
    .checkRuns(world.pull.headSha)
    .filter(run => run.name === 'delivery-gates' && run.app === 'delivery-gates')
  expect(ours).toHaveLength(1)
  expect(ours[0]?.conclusion).toBe('action_required')
  expect(boxesOf(world.pull)).toEqual({ rollback: 'x', guide: 'x', audit: ' ' })
  const marks = world.pull.comments().flatMap(comment => /<!-- dg:reply \w+ -->/.exec(comment.body)?.[0] ?? [])
  expect(marks.filter((mark, index) => marks.indexOf(mark) !== index)).toEqual([])
}

test('R-01 R-07 GitHub serves nothing for six hours: a sign-off that was acknowledged is not given up, and recorded then', async () => {
  const stage = await Stage.open()
  try {
    const { world } = await stage.begin(false)
    stage.sandbox.hooks.mode = {}
    stage.sandbox.faults.add({ match: /.*/, kind: 'status', status: 502 })
    await world.pull.comment('li-wei', '/sign-off rollback')
    await stage.sandbox.idle()
    const { store, worker } = stage.server
    for (const end = stage.now + 6 * 60 * 60_000; stage.now < end; ) {
      worker.wake()
      await quiet(stage)
      stage.ahead += Math.max(1, ((await store.lanes.nextDue()) ?? 0) - stage.now)
    }
    expect(await store.inbox.counts()).toMatchObject({ open: 1, dead: 0 })
    stage.sandbox.faults.clear()
    await converge(stage)
    expect(await world.ledger()).toEqual(['signed rollback li-wei command'])
  } finally {
    await stage.close()
  }
})
