import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type NewDelivery, openStore, type Store } from '../../app/store/index.ts'
import { guid } from './payloads.ts'

/** A directory that goes away after the test. */
export function temporaryDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'delivery-gates-store-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** An empty store that goes away after the test. */
export async function emptyStore(dataDir = temporaryDir()): Promise<Store> {
  const store = await openStore({ dataDir })
  onTestFinished(() => store.close())
  return store
}

/** Delivery number `n`, with a body of its own. */
export const delivery = (n: number, changes: Partial<NewDelivery> = {}): NewDelivery => ({
  deliveryId: guid(n),
  event: 'issue_comment',
  action: 'edited',
  lane: '1:pr:2',
  installationId: '5',
  repoId: '1',
  bodySha256: `sha256 of ${n}`,
  payload: `{"n":${n}}`,
  receivedAt: n,
  ...changes,
})
