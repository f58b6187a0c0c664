import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { openStore } from '../../app/store/index.ts'
import { ledgerRow } from './ledger-rows.ts'
import { guid } from './payloads.ts'

/**
 * Keeps deliveries and turns them into ledger rows, as the App does, and says in one `write` each what it answers for:
 * `kept <delivery>`, `recorded <delivery>`. Its parent records what it tells the disk. With `slowly` it waits for a line of
 * its parent after each of them.
 */
const [dataDir = '', first = '1', count = '0', slowly] = process.argv.slice(2)
const store = await openStore({ dataDir })
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const say = async (line: string): Promise<void> => {
  writeSync(1, `${line}\n`)
  if (slowly !== undefined) await lines.next()
}

for (let n = Number(first); n < Number(first) + Number(count); n += 4) {
  const numbers = [n, n + 1, n + 2, n + 3]
  // Four at a time share a commit.
  const outcomes = numbers.map(async number => {
    const payload = JSON.stringify({ n: number, padding: 'x'.repeat((number % 5) * 9_000) })
    const lane = `1296269:pr:${number % 3}`
    const about = { lane, event: 'issue_comment', action: 'created', installationId: '5', repoId: '1296269' }
    await store.inbox.accept({
      ...about,
      deliveryId: guid(number),
      bodySha256: `${number}`,
      payload,
      receivedAt: number,
    })
    return guid(number)
  })
  for (const delivery of await Promise.all(outcomes)) await say(`kept ${delivery}`)
  for (let claim = await store.lanes.claim(Date.now(), 10_000); claim; ) {
    const { jobs } = claim
    const held = claim
    await store.transaction(async tx => {
      for (const { deliveryId } of jobs) await tx.ledger.append(ledgerRow({ source: deliveryId, idem: deliveryId }))
      await tx.lanes.finish(
        held,
        jobs.map(job => job.id),
        Date.now(),
      )
    })
    for (const { deliveryId } of jobs) await say(`recorded ${deliveryId}`)
    await store.lanes.release(held)
    claim = await store.lanes.claim(Date.now(), 10_000)
  }
}
process.exit()
