import { startFront } from '../../app/front.ts'
import { openStore } from '../../app/store/index.ts'
import { ledgerRow } from './ledger-rows.ts'
import { secret } from './payloads.ts'

/**
 * The real front over a real store file, with a worker that turns every delivery into a ledger row. Its parent kills it.
 * Prints its port once it serves. `front-only`: nobody works on what comes in.
 */
const [place, mode] = process.argv.slice(2)
if (place === undefined) throw new Error('usage: kill-child.ts <data directory or URL of a database> [front-only]')
// Ends with its parent, whatever happens to that one or is started between them.
process.stdin.resume().on('end', () => process.exit())
const store = await openStore(place.startsWith('postgresql:') ? { databaseUrl: place } : { dataDir: place })
const front = await startFront({
  host: '127.0.0.1',
  port: 0,
  secrets: [secret],
  // One address sends everything here.
  limits: { burst: 1_000_000, perSecond: 1_000_000 },
  accept: delivery => store.inbox.accept(delivery),
  ready: () => store.ping(),
  log: () => {},
  now: Date.now,
})
process.stdout.write(`${front.port}\n`)

while (mode !== 'front-only') {
  const claim = await store.lanes.claim(Date.now(), 10_000)
  if (claim) await work(claim)
  else await new Promise(resolve => setTimeout(resolve, 2))
}

async function work(claim: NonNullable<Awaited<ReturnType<typeof store.lanes.claim>>>): Promise<void> {
  await store.transaction(async tx => {
    for (const job of claim.jobs) {
      await tx.ledger.append(ledgerRow({ repoId: job.repoId ?? '', source: job.deliveryId, idem: job.deliveryId }))
      await tx.outbox.put({
        key: claim.key,
        kind: 'comment',
        installationId: '1',
        repoId: job.repoId ?? '',
        body: job.deliveryId,
        runAt: 0,
      })
    }
    await tx.lanes.finish(
      claim,
      claim.jobs.map(job => job.id),
      Date.now(),
    )
    await tx.lanes.release(claim)
  })
}
