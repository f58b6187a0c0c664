import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import { type NewDelivery, openStore, type Store } from '../../app/store/index.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
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

/** The same tests on SQLite and on a real PostgreSQL server. */
export function onBothDatabases(tests: (emptyStore: () => Promise<Store>) => void): void {
  describe('SQLite', () => tests(() => emptyStore()))
  describe('PostgreSQL', () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server.stop())
    tests(async () => {
      const store = await openStore({ databaseUrl: await server.database() })
      onTestFinished(() => store.close())
      return store
    })
  })
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
