import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type StorePlace } from '../../app/store/index.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { startChild } from './children.ts'
import { bodies, guid, signedHeaders } from './payloads.ts'
import { temporaryDir } from './stores.ts'

const cycles = process.env.SOAK ? 500 : 20
const cyclesOfPostgres = process.env.SOAK ? 500 : 15
const serverKills = process.env.SOAK ? 50 : 4

interface Tally {
  sent: number
  readonly acknowledged: string[]
}

test(`R-01 M3 M19 ${cycles} × kill -9: every acknowledged delivery is kept, once, and the chain verifies`, {
  timeout: cycles * 3000,
}, async () => {
  const dataDir = temporaryDir()
  const tally: Tally = { sent: 0, acknowledged: [] }
  for (let cycle = 0; cycle < cycles; cycle++) await killWhileSending(dataDir, tally)
  await nothingLost({ dataDir }, tally, cycles)
})

describe('on PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  test(`R-01 R-17 ${cyclesOfPostgres} × kill -9 of one of two instances`, {
    timeout: cyclesOfPostgres * 4000,
  }, async () => {
    const databaseUrl = await server.database()
    const tally: Tally = { sent: 0, acknowledged: [] }
    const other = await startChild(databaseUrl)
    for (let cycle = 0; cycle < cyclesOfPostgres; cycle++) await killWhileSending(databaseUrl, tally)
    other.process.kill('SIGKILL')
    await other.exited
    await nothingLost({ databaseUrl }, tally, cyclesOfPostgres)
  })

  test(`R-01 R-03 ${serverKills} × kill -9 of the database server`, { timeout: serverKills * 20_000 }, async () => {
    const databaseUrl = await server.database()
    const tally: Tally = { sent: 0, acknowledged: [] }
    for (let cycle = 0; cycle < serverKills; cycle++) {
      const { process, port, exited } = await startChild(databaseUrl)
      const before = tally.acknowledged.length
      const stop = sendUntilGone(port, tally)
      while (tally.acknowledged.length === before) await sleep(5)
      setTimeout(() => server.kill('SIGKILL'), Math.random() * 300)
      await server.ended()
      process.kill('SIGKILL')
      await exited
      await stop
      await server.restart()
    }
    await nothingLost({ databaseUrl }, tally, serverKills)
  })
})

async function nothingLost(place: StorePlace, tally: Tally, kills: number): Promise<void> {
  const { kept, effects, chainLength } = await readBack(place)
  const lost = tally.acknowledged.filter(delivery => !kept.has(delivery))
  console.info(
    `${kills} kills, ${tally.sent} sent, ${tally.acknowledged.length} acknowledged, ${lost.length} lost, chain of ${chainLength}`,
  )
  expect(tally.acknowledged.length).toBeGreaterThanOrEqual(kills)
  expect(lost).toEqual([])
  expect(new Set(effects).size, 'one ledger row per delivery').toBe(effects.length)
}

async function killWhileSending(place: string, tally: Tally): Promise<void> {
  const { process, port, exited } = await startChild(place)
  setTimeout(() => process.kill('SIGKILL'), Math.random() * 150)
  await Promise.all(Array.from({ length: 4 }, () => sendUntilGone(port, tally)))
  expect(await exited).toBe('SIGKILL')
}

async function sendUntilGone(port: number, tally: Tally): Promise<void> {
  for (;;) {
    const delivery = guid(++tally.sent)
    const body = JSON.stringify({ ...bodies.issue_comment(1 + (tally.sent % 7)), nonce: delivery })
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/github/webhooks`, {
        method: 'POST',
        headers: signedHeaders('issue_comment', delivery, body),
        body,
      })
      if (response.ok) tally.acknowledged.push(delivery)
    } catch {
      return
    }
  }
}

/** Deliveries that are still waiting or have their ledger row. Opening verifies pages and chains. */
async function readBack(place: StorePlace) {
  const store = await openStore(place)
  const kept = new Set<string>()
  const effects: string[] = []
  for (const repoId of await store.ledger.repositories()) {
    expect(await store.ledger.verify(repoId)).toMatchObject({ ok: true })
    for (
      let rows = await store.ledger.page(repoId, 0);
      rows.length > 0;
      rows = await store.ledger.page(repoId, rows.at(-1)?.chainSeq ?? 0)
    ) {
      for (const row of rows) effects.push(row.source)
    }
  }
  for (const source of effects) kept.add(source)
  // Leases of killed processes have ended by then.
  const later = Date.now() + 1e6
  for (let claim = await store.lanes.claim(later, 1e6); claim; claim = await store.lanes.claim(later, 1e6)) {
    for (const job of claim.jobs) kept.add(job.deliveryId)
    // A claim has so many jobs at most: the rest of the lane comes with the next one.
    const ids = claim.jobs.map(job => job.id)
    await store.lanes.finish(claim, ids, later)
    await store.lanes.release(claim)
  }
  await store.close()
  return { kept, effects, chainLength: effects.length }
}
