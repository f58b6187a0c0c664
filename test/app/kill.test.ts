import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openStore } from '../../app/store/index.ts'
import { startChild } from './children.ts'
import { bodies, guid, signedHeaders } from './payloads.ts'

const cycles = process.env.SOAK ? 500 : 50
const dataDir = mkdtempSync(join(tmpdir(), 'delivery-gates-kill-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

interface Tally {
  sent: number
  readonly acknowledged: string[]
}

test(`R-01 M3 M19 ${cycles} × kill -9: every acknowledged delivery is kept, once, and the chain verifies`, {
  timeout: cycles * 3000,
}, async () => {
  const tally: Tally = { sent: 0, acknowledged: [] }
  for (let cycle = 0; cycle < cycles; cycle++) await killWhileSending(tally)
  const { kept, effects, chainLength } = await readBack()
  const lost = tally.acknowledged.filter(delivery => !kept.has(delivery))
  console.info(
    `${cycles} kills, ${tally.sent} sent, ${tally.acknowledged.length} acknowledged, ${lost.length} lost, chain of ${chainLength}`,
  )
  expect(tally.acknowledged.length).toBeGreaterThan(cycles)
  expect(lost).toEqual([])
  expect(new Set(effects).size, 'one ledger row per delivery').toBe(effects.length)
})

async function killWhileSending(tally: Tally): Promise<void> {
  const { process, port, exited } = await startChild(dataDir)
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
async function readBack() {
  const store = await openStore({ dataDir })
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
  for (let claim = await store.lanes.claim(Date.now(), 1e6); claim; claim = await store.lanes.claim(Date.now(), 1e6)) {
    for (const job of claim.jobs) kept.add(job.deliveryId)
  }
  await store.close()
  return { kept, effects, chainLength: effects.length }
}
