import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeExport } from '../../app/ledger/export.ts'
import { ledgerItems } from '../../app/ledger/items.ts'
import { type BesideStore, openBeside, openStore } from '../../app/store/index.ts'
import { signStatement } from '../../src/ledger/checkpoint.ts'
import type { ChainHead } from '../../src/ledger/ledger.ts'
import { concludeVerification } from '../../src/ledger/verification.ts'
import { chainVerifier } from '../../src/ledger/verify.ts'
import { at, checkpointOf, problemOf, read, verified } from '../ledger/exports.ts'
import { newKey } from '../ledger/keys.ts'
import { ledgerRow } from './ledger-rows.ts'

/** 200 rows in ten chains, so that one look at a chain is short. */
const repositories = Array.from({ length: 10 }, (_, n) => String(1_000 + n))
const rowsEach = 20
const whole = process.env.SOAK !== undefined
const dataDir = mkdtempSync(join(tmpdir(), 'delivery-gates-mutation-'))
const key = newKey()
let store: BesideStore
let attacker: DatabaseSync

beforeAll(async () => {
  const filling = await openStore({ dataDir })
  for (const repoId of repositories) {
    for (let n = 1; n <= rowsEach; n++) {
      await filling.ledger.append(
        ledgerRow({
          repoId,
          idem: `comment:${repoId}:${n * 64}`,
          subject: `pr:${n}`,
          reason: n % 2 ? '已在预发布环境演练, rehearsed' : null,
          covered: n % 5 ? { 'deploy/values.yaml': 'f'.repeat(40), 'deploy/é.yaml': '0'.repeat(40) } : null,
          environment: n % 3 ? 'prod-acme-bank' : null,
          conditions: n % 4 ? null : ['#123', 'acme/api#7'],
        }),
      )
    }
  }
  await filling.close()
  store = await openBeside({ dataDir })
  attacker = new DatabaseSync(join(dataDir, 'delivery-gates.db'))
  // Whoever may write the file is not held up by triggers.
  attacker.exec('drop trigger ledger_no_update; drop trigger ledger_no_delete')
  attacker.exec('pragma foreign_keys = off; pragma synchronous = off')
}, 60_000)

afterAll(async () => {
  attacker.close()
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const isFound = async (repoId: string): Promise<boolean> => !(await store.ledger.verify(repoId)).ok

type Value = string | number | bigint | null | Uint8Array

/** All values that differ from this one in one byte; of a missing one, an empty one. */
function* flips(value: Value, random: () => number): Generator<Value> {
  if (value === null) yield ''
  else if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'utf8')
    for (let place = 0; place < bytes.length; place++) {
      const flipped = Buffer.from(bytes)
      flipped[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8))
      yield flipped
    }
  } else for (let byte = 0n; byte < 6n; byte++) yield BigInt(value as number) ^ (1n << (byte * 8n + 2n))
}

/** Repeatable: a failure can be looked at again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

describe('B-D02 T-81 a ledger of 200 rows in the store', () => {
  test('every chain verifies to begin with', async () => {
    for (const repoId of repositories) expect(await store.ledger.verify(repoId)).toMatchObject({ ok: true })
  })

  /** The number of a row in the file is no part of what was recorded. */
  const tables = { ledger: ['seq'], ledger_person: ['repo_id', 'chain_seq'], chain_head: ['repo_id'] } as const
  test.each(Object.entries(tables))(
    `every flipped byte of every column of %s is found${whole ? '' : ' (of every tenth row one byte a column)'}`,
    async (table, except) => {
      const random = randomFrom(7)
      const rows = attacker.prepare(`select rowid as n, * from ${table} order by 1`).all() as Record<string, Value>[]
      const missed: string[] = []
      let tried = 0
      for (const [index, row] of rows.entries()) {
        if (!whole && index % 10 !== 3) continue
        const repoId = String(row.repo_id)
        for (const [column, value] of Object.entries(row)) {
          if (column === 'n' || (except as readonly string[]).includes(column)) continue
          const all = [...flips(value, random)]
          const chosen = whole ? all : [all[Math.floor(random() * all.length)] ?? '']
          const set = attacker.prepare(
            `update ${table} set ${column} = ${typeof value === 'number' ? '?' : 'cast(? as text)'} where rowid = ?`,
          )
          for (const flipped of chosen) {
            try {
              set.run(flipped, row.n as number)
            } catch {
              // The database itself refuses it: a number or a decision that is there already.
              continue
            }
            tried += 1
            if (!(await isFound(repoId))) missed.push(`${table} ${row.n} ${column} ${String(flipped)}`)
            attacker.prepare(`update ${table} set ${column} = ? where rowid = ?`).run(value, row.n as number)
          }
        }
      }
      if (whole) console.info(`${table}: ${tried} flips, ${missed.length} missed`)
      expect(missed).toEqual([])
      expect(tried).toBeGreaterThan(whole ? 20 : 1)
      for (const repoId of repositories) expect(await isFound(repoId), 'all is as before').toBe(false)
    },
    3_600_000,
  )

  /** Each change is undone by the savepoint of one connection, which another one cannot see: so it is written and taken back. */
  async function changed(sql: readonly string[], repoId: string): Promise<boolean> {
    const undo = ['ledger', 'ledger_person', 'chain_head']
    for (const table of undo) attacker.exec(`create temp table kept_${table} as select * from main.${table}`)
    for (const statement of sql) attacker.exec(statement)
    const found = await isFound(repoId)
    attacker.exec('begin')
    for (const table of undo) {
      attacker.exec(`delete from main.${table}; insert into main.${table} select * from kept_${table}`)
      attacker.exec(`drop table kept_${table}`)
    }
    attacker.exec('commit')
    return found
  }

  const repoId = repositories[4] ?? ''
  const each = Array.from({ length: rowsEach }, (_, n) => n + 1)
  const at_ = (n: number): string => `repo_id = '${repoId}' and chain_seq = ${n}`

  test('every deleted row is found', async () => {
    for (const n of each) expect(await changed([`delete from ledger where ${at_(n)}`], repoId), `row ${n}`).toBe(true)
  })

  test('a row that is inserted before, behind or without a number of its own is found', async () => {
    const columns = (attacker.prepare('select name from pragma_table_info(?)').all('ledger') as { name: string }[])
      .map(({ name }) => name)
      .filter(name => name !== 'seq')
    for (const n of [-1, 0, rowsEach + 1, rowsEach + 2]) {
      const values = columns.map(name => (name === 'chain_seq' ? String(n) : name === 'idem' ? "'forged'" : name))
      const insert = `insert into ledger (${columns.join()}) select ${values.join()} from ledger where ${at_(rowsEach)}`
      expect(await changed([insert], repoId), `as row ${n}`).toBe(true)
    }
  })

  test('a row that is chained rightly behind the head is found, as long as the head was not moved too', async () => {
    const copy = await openStore({ dataDir: mkdtempSync(join(dataDir, 'copy-')) })
    await copy.ledgerAdmin.adopt(await store.ledger.page(repoId, 0))
    const forged = await copy.ledger.append(ledgerRow({ repoId, idem: 'forged' }))
    await copy.close()
    if (forged === 'exists') throw new Error('not appended')
    const { personal: _, covered, conditions, ...columns } = forged
    const values = { ...columns, covered: JSON.stringify(covered), conditions }
    const names = Object.keys(values).map(name => name.replace(/[A-Z]|256/g, part => `_${part.toLowerCase()}`))
    const literals = Object.values(values).map(one => (one === null ? 'null' : `'${String(one)}'`))
    const columnNames = names.map(name => name.replace('_256', '256'))
    const insert = `insert into ledger (${columnNames.join()}) values (${literals.join()})`
    expect(await changed([insert], repoId)).toBe(true)
  })

  test('every two swapped rows are found', async () => {
    for (const n of each.slice(1)) {
      const swap = [
        [n, 99],
        [n - 1, n],
        [99, n - 1],
      ] as const
      const sql = swap.map(([from, to]) => `update ledger set chain_seq = ${to} where ${at_(from)}`)
      expect(await changed(sql, repoId), `rows ${n - 1} and ${n}`).toBe(true)
    }
  })

  test('a tail that is cut is found by the stored head, and by a checkpoint when the head was adjusted', async () => {
    const head = await store.ledger.head(repoId)
    if (head === null) throw new Error('there is no head')
    for (const n of each) {
      const cut = `delete from ledger where repo_id = '${repoId}' and chain_seq >= ${n}`
      expect(await changed([cut], repoId), `from row ${n}`).toBe(true)
      const adjusted = `delete from chain_head where repo_id = '${repoId}'`
      const hash = `(select hash from ledger where ${at_(n - 1)})`
      const move = n === 1 ? [] : [`insert into chain_head values ('${repoId}', ${n - 1}, ${hash})`]
      expect(await changed([cut, adjusted, ...move], repoId), 'without a checkpoint nothing shows').toBe(false)
      const rows = (await store.ledger.page(repoId, 0)).slice(0, n - 1)
      const last = rows.at(-1)
      const verifier = chainVerifier([checkpointOf(head)])
      for (const row of rows) verifier.take({ kind: 'row', row, line: 0 })
      if (last !== undefined) verifier.take({ kind: 'head', head: last, checkpoint: null, line: 0 })
      expect(verifier.end()[0]?.problem).toMatchObject({ chainSeq: n, problem: 'truncated' })
    }
  })

  test('a head that is gone is found', async () => {
    expect(await changed([`delete from chain_head where repo_id = '${repoId}'`], repoId)).toBe(true)
  })
})

describe('B-D02 T-81 an export of 200 rows', () => {
  /** One file for each chain. */
  async function files(): Promise<readonly string[]> {
    const sign = (head: ChainHead) => signStatement(checkpointOf(head), key.id, key.privateKey)
    return Promise.all(
      repositories.map(async repoId => {
        let text = ''
        const only = { ...store.ledger, repositories: async () => [repoId] }
        await writeExport(ledgerItems(only), piece => (text += piece), sign)
        return text
      }),
    )
  }

  function isTrusted(file: string | Uint8Array): boolean {
    const chains = verified(file)
    return !('code' in chains) && concludeVerification(chains, [], [key]).verified
  }

  test(`every flipped byte is found${whole ? '' : ' (one of 301)'}`, async () => {
    const random = randomFrom(11)
    let tried = 0
    for (const file of await files()) {
      const bytes = Buffer.from(file, 'utf8')
      expect(isTrusted(bytes)).toBe(true)
      const step = whole ? 1 : 301
      for (let place = Math.floor(random() * step); place < bytes.length; place += step) {
        const before = bytes[place] ?? 0
        bytes[place] = before ^ (1 << Math.floor(random() * 8))
        tried += 1
        if (isTrusted(bytes)) throw new Error(`byte ${place} of ${bytes.toString('utf8', place - 40, place + 20)}`)
        bytes[place] = before
      }
    }
    if (whole) console.info(`export: ${tried} flips, 0 missed`)
    expect(tried).toBeGreaterThan(500)
  }, 3_600_000)

  test('every line that is deleted, doubled, swapped or the last of a cut file is found; only a person may be erased', async () => {
    const [file = ''] = await files()
    const lines = file.trimEnd().split('\n')
    const text = (changed: readonly string[]): string => `${changed.join('\n')}\n`
    for (const [index, line] of lines.entries()) {
      const isPerson = line.startsWith('{"personal"')
      expect(isTrusted(text(lines.toSpliced(index, 1))), `without line ${index + 1}`).toBe(isPerson)
      expect(isTrusted(text(lines.toSpliced(index, 0, line))), `line ${index + 1} twice`).toBe(false)
      expect(isTrusted(text(lines.slice(0, index))), `up to line ${index}`).toBe(false)
      const next = lines[index + 1]
      if (next !== undefined)
        expect(isTrusted(text(lines.with(index, next).with(index + 1, line))), `${index + 1} swapped`).toBe(false)
    }
    for (let length = 0; length < file.length; length += whole ? 1 : 37)
      expect(isTrusted(file.slice(0, length))).toBe(false)
  }, 3_600_000)

  test('every row with its person that is cut off rightly is found with a later checkpoint', async () => {
    const [file = ''] = await files()
    const rows = read(file).items.flatMap(item => (item.kind === 'row' ? [item.row] : []))
    const last = rows.at(-1)
    if (last === undefined) throw new Error('there are no rows')
    for (let length = 1; length < rows.length; length++) {
      let cut = ''
      const items = async function* () {
        for (const row of rows.slice(0, length)) yield { kind: 'row', row, line: 0 } as const
        const head = rows[length - 1] ?? last
        yield { kind: 'head', head, checkpoint: null, line: 0 } as const
      }
      await writeExport(
        items(),
        piece => (cut += piece),
        () => null,
      )
      expect(problemOf(cut)).toBeNull()
      expect(problemOf(cut, [checkpointOf(last, at)])).toBe(`LED-CHAIN ${last.repoId} row ${length + 1} truncated`)
    }
  })
})
