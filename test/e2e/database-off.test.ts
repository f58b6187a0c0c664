import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldSignOffs } from '../../src/ledger/fold.ts'
import type { PullRequest } from '../sandbox/index.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { boxesOf, gateChecks, manyItems, openScene, type Scene, until } from './scene.ts'

/** Minutes of the storm, and those without a database. Minutes are short: both clocks are moved on. */
const storm =
  process.env.SOAK === undefined
    ? { minutes: 6, from: 2, until: 4, perMinute: 5 }
    : { minutes: 30, from: 10, until: 20, perMinute: 20 }
const items = 8

let postgres: PostgresServer
let scene: Scene
beforeAll(async () => {
  postgres = await startPostgres()
}, 180_000)
afterAll(() => postgres.stop())

/** The same events for every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function oneEvent(pull: PullRequest, next: () => number): Promise<void> {
  const chosen = next()
  const item = `item-${Math.floor(next() * items)}`
  if (chosen < 0.35) await pull.comment('li-wei', `/sign-off ${item}`)
  else if (chosen < 0.5) await pull.comment('li-wei', `/revoke ${item}`)
  else if (chosen < 0.8) pull.edit({ title: `Title ${next()}` }, 'chen')
  else pull.label('ana', `label-${Math.floor(next() * 5)}`)
}

/** What people see, and whose sign-offs stand. */
async function outcome(pull: PullRequest) {
  const rows = await scene.server.store.ledger.rows(String(scene.repository.id), `pr:${pull.number}`)
  return {
    boxes: boxesOf(pull),
    checks: gateChecks(pull).map(check => check.conclusion),
    comments: pull.comments().filter(one => one.body.includes('<!-- dg:comment')).length,
    standing: foldSignOffs(rows)
      .map(one => `${one.item} ${one.by.login}`)
      .sort(),
    chain: (await scene.server.store.ledger.verify(String(scene.repository.id))).ok,
    twice: rows.length - new Set(rows.map(row => row.idem)).size,
  }
}

async function weather(isOff: boolean): Promise<{ readonly state: unknown; readonly unheard: number }> {
  try {
    return await through(isOff)
  } finally {
    await scene.close()
  }
}

async function through(isOff: boolean): Promise<{ readonly state: unknown; readonly unheard: number }> {
  let ahead = 0
  scene = await openScene({
    policy: manyItems(items),
    databaseUrl: await postgres.database(),
    ahead: () => ahead,
  })
  const address = `http://127.0.0.1:${scene.server.port}`
  const pull = await scene.open()
  const next = random(20_261_121)
  for (let minute = 0; minute < storm.minutes; minute += 1) {
    if (isOff && minute === storm.from) await postgres.kill()
    if (isOff && minute === storm.until) await postgres.restart()
    const hasDatabase = !isOff || minute < storm.from || minute >= storm.until
    scene.sandbox.resetCalls()
    for (let turn = 0; turn < storm.perMinute; turn += 1) await oneEvent(pull, next)
    await scene.sandbox.idle()
    if (!hasDatabase) {
      expect((await fetch(`${address}/healthz`)).status).toBe(200)
      expect((await fetch(`${address}/readyz`)).status).toBe(503)
      // No verdict without the record that it rests on.
      expect(scene.sandbox.calls.filter(call => call.kind === 'write' && call.actor === 'delivery-gates')).toEqual([])
    } else {
      await until('the database to answer', async () => (await fetch(`${address}/readyz`)).status === 200, 60_000)
      await scene.server.catchUp()
      if (minute % 5 === 0) await scene.server.reconcile()
      await scene.settle()
    }
    ahead += 60_000
  }
  const unheard = scene.sandbox.deliveries.filter(one => one.status === 503).length
  // What failed is asked for again at once, and what fails then after a minute, and after ten.
  for (const minutes of [1, 1, 10, 1]) {
    await scene.server.catchUp()
    await scene.settle()
    ahead += minutes * 60_000
  }
  await scene.server.reconcile()
  await scene.settle()
  return { state: await outcome(pull), unheard }
}

test(`R-11 the database server is off for ${storm.until - storm.from} of ${storm.minutes} minutes of a storm: afterwards all is as if it had not been`, {
  timeout: 600_000,
}, async () => {
  const calm = await weather(false)
  const off = await weather(true)
  expect(off.unheard).toBeGreaterThan(((storm.until - storm.from) * storm.perMinute) / 2)
  expect(calm.state).toMatchObject({ comments: 1, chain: true, twice: 0 })
  expect(off.state).toEqual(calm.state)
  process.stdout.write(`database off: ${off.unheard} deliveries refused with 503, the same state in the end\n`)
})
