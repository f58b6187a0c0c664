import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { watchLedger } from '../../app/ledger/watch.ts'
import type { Store } from '../../app/store/index.ts'
import { until } from '../e2e/scene.ts'
import { ledgerRow } from './ledger-rows.ts'
import { emptyStore } from './stores.ts'

/** A store and instances that look at its ledger; `at.ms` is their clock, `looks` what they found. */
async function watched(count: number, everyMs = 5) {
  const store = await emptyStore()
  for (let n = 0; n < 250; n++) await store.ledger.append(ledgerRow({ idem: `${n}` }))
  const at = { ms: 0 }
  const looks: string[] = []
  const start = (of: Store) =>
    watchLedger(
      {
        store: of,
        published: async () => [],
        seconds: { observe: (_seconds, labels) => void looks.push(labels?.outcome ?? '') },
        now: () => at.ms,
        log: () => {},
        wake: () => {},
      },
      everyMs,
    )
  const all = Array.from({ length: count }, () => start(store))
  onTestFinished(async () => {
    for (const one of all) await one.stop()
  })
  return { store, at, looks, all }
}

test('of several instances one verifies in each interval', async () => {
  const { at, looks } = await watched(3)
  await until('the first look', () => looks.length > 0)
  await sleep(50)
  expect(looks).toEqual(['whole'])
  at.ms = 5
  await until('the second look', () => looks.length > 1)
  await sleep(50)
  expect(looks).toEqual(['whole', 'whole'])
})

test('R-15 a stop does not wait for the end of a long ledger', async () => {
  const { looks, all } = await watched(1, 3_600_000)
  const [watch] = all
  const look = watch?.verify()
  await watch?.stop()
  await expect(look).rejects.toThrow(/abort/)
  expect(looks).toEqual(['failed'])
})
