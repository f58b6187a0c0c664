import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { databaseFile, openStore } from '../../app/store/index.ts'
import { readExposition } from '../app/exposition.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { conclusionOf, gateChecks, ledgerOf, openScene, repliesOn, type Scene } from './scene.ts'

let postgres: PostgresServer
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

/** A running App, and a way to write to its database past it. */
interface Watched {
  readonly scene: Scene
  readonly tamper: (sqlite: string, postgres?: string) => Promise<void>
}

async function onSqlite(): Promise<Watched> {
  const scene = await openScene()
  onTestFinished(() => scene.close())
  return {
    scene,
    tamper: async statements => {
      const database = new DatabaseSync(join(scene.dataDir, databaseFile), { timeout: 5_000 })
      database.exec('drop trigger if exists ledger_no_update; drop trigger if exists ledger_no_delete')
      database.exec(statements)
      database.close()
    },
  }
}

async function onPostgres(): Promise<Watched & { readonly databaseUrl: string }> {
  const databaseUrl = await postgres.database()
  const scene = await openScene({ databaseUrl })
  onTestFinished(() => scene.close())
  return {
    scene,
    databaseUrl,
    tamper: async statements => {
      const client = new pg.Client(databaseUrl)
      await client.connect()
      await client.query(`alter table ledger disable trigger user; ${statements}`)
      await client.end()
    },
  }
}

/** A pull request that is green because of two sign-offs. */
async function signed(scene: Scene) {
  const pull = await scene.open()
  await pull.comment('li-wei', '/sign-off')
  await scene.settle()
  expect(conclusionOf(pull)).toBe('success')
  return pull
}

const brokenNow = async (scene: Scene) => {
  const text = await (await fetch(`http://127.0.0.1:${scene.server.port}/metrics`)).text()
  return readExposition(text).get('delivery_gates_ledger_broken')?.samples[0]?.value
}

const changed = `update ledger set item_id = 'other' where chain_seq = 1`
const cut = `delete from ledger_person where chain_seq = 2; delete from ledger where chain_seq = 2;
  update chain_head set chain_seq = 1, hash = (select hash from ledger where chain_seq = 1)`

describe.each([
  ['a database file', onSqlite],
  ['PostgreSQL', onPostgres],
])('B-D02 T-81 %s that is changed beneath the running App', (_database, open) => {
  test.each([
    ['a row', changed, 'row 1 was changed after it was written'],
    ['the end cut off, and the head adjusted to it', cut, 'row 2 and everything after it is missing'],
  ])(
    '%s: its sign-offs are held at once, and the check is red',
    { timeout: 90_000 },
    async (_what, statements, said) => {
      const { scene, tamper } = await open()
      const pull = await signed(scene)
      await scene.server.verifyLedger()
      expect(scene.warnings.filter(line => !line.startsWith('ledger.noKey'))).toEqual([])
      expect(await brokenNow(scene)).toBe(0)
      await tamper(statements)
      await scene.server.verifyLedger()
      expect(scene.warnings.at(-1)).toMatch(/^ledger\.broken /)
      expect(scene.warnings.at(-1)).toContain(said)
      await scene.settle()
      expect(conclusionOf(pull)).toBe('failure')
      expect(gateChecks(pull)).toHaveLength(1)
      expect(await brokenNow(scene)).toBe(1)
      await pull.comment('li-wei', '/revoke rollback')
      await scene.settle()
      await expect(ledgerOf(scene, pull)).rejects.toThrow(/^LED-CHAIN/)
      expect(repliesOn(pull).at(-1)).toMatch(/ledger/)
      expect(scene.warnings.filter(line => line.startsWith('ledger.broken'))).toHaveLength(1)
    },
  )
})

describe('B-D02 several instances', () => {
  test('what one of them found holds on the others, until it verifies at a start', { timeout: 90_000 }, async () => {
    const { scene, tamper, databaseUrl } = await onPostgres()
    const pull = await signed(scene)
    const key = [String(scene.repository.id), `pr:${pull.number}`] as const
    const other = await openStore({ databaseUrl })
    onTestFinished(() => other.close())
    expect(await other.ledger.rows(...key)).toHaveLength(2)
    await tamper(changed)
    await scene.server.verifyLedger()
    await expect(other.ledger.rows(...key)).rejects.toThrow(/^LED-CHAIN/)
    expect(await other.ledger.held(key[0])).toMatchObject({ chainSeq: 1, problem: 'altered' })

    await tamper('delete from ledger_hold')
    await scene.server.verifyLedger()
    await expect(other.ledger.rows(...key), 'the next look puts the hold back').rejects.toThrow(/^LED-CHAIN/)

    await tamper(`update ledger set item_id = 'rollback' where chain_seq = 1`)
    await scene.server.verifyLedger()
    await expect(other.ledger.rows(...key), 'nobody lifts it while the App runs').rejects.toThrow(/^LED-CHAIN/)
    await scene.restart()
    expect(await brokenNow(scene)).toBe(0)
    expect(await other.ledger.rows(...key)).toHaveLength(2)
  })
})
