import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ChainHead,
  canonicalJson,
  chainRow,
  genesisHash,
  type LedgerFields,
  type LedgerRow,
  verifyChain,
  verifyRow,
} from '../../src/ledger/ledger.ts'
import { chain, fields, head } from './rows.ts'

const problemOf = (rows: readonly LedgerRow[], checkpoints: readonly ChainHead[] = []) => {
  const result = verifyChain('1', rows, checkpoints)
  return result.ok ? null : result.error
}

test('a chain numbers its rows from 1, each holding the hash of the one before', () => {
  const rows = chain(3)
  expect(rows.map(row => row.chainSeq)).toEqual([1, 2, 3])
  expect(rows.map(row => row.prevHash)).toEqual([genesisHash, rows[0]?.hash, rows[1]?.hash])
  expect(verifyChain('1', rows)).toEqual({ ok: true, value: head(rows, 3) })
  expect(verifyChain('1', [])).toEqual({ ok: true, value: null })
})

test('the hash of version 1 never changes: old ledgers must verify for ever', () => {
  const row = chainRow(null, fields(), { login: 'li-wei', reason: null, salt: '00' }, 1)
  expect(verifyRow(null, '1', row).ok).toBe(true)
  expect(row.personalHash).toBe('ee6bdd40efdb33784e51ab3c30ac030ad3dd6ce2c4feface7a8e016adc777fc4')
  expect(row.hash).toBe('2a760e3fda5c80880255e0d44cebe79b9772ed90e65b793606197e499b896509')
})

const since2 = {
  environment: 'prod-a',
  patchSha256: 'b'.repeat(64),
  conditions: ['#123', 'acme/api#7'],
  onBehalfOf: '42',
  expiresAt: '2026-12-24',
}

test('the hash of version 2 never changes either', () => {
  const row = chainRow(null, fields(since2), { login: 'li-wei', reason: null, salt: '00' })
  expect(row).toMatchObject({ version: 2, ...since2 })
  expect(row.hash).toBe('1302b518772dd8a65723664b4fe337c1838a92975a4467619fb0dabb4881d9d4')
  const plain = chainRow(null, fields(), { login: 'li-wei', reason: null, salt: '00' })
  expect(plain.hash).toBe('b630e43bb4ac83864651c8ad492987393e96e92faa77018a0f0bf34213699f9f')
})

describe('rows of two versions', () => {
  const personal = { login: 'li-wei', reason: null, salt: '00' }
  const old = chainRow(null, fields({ idem: '1' }), personal, 1)
  const young = chainRow({ repoId: '1', chainSeq: 1, hash: old.hash }, fields({ idem: '2', ...since2 }), personal)

  test('a chain goes on where version 1 ended', () => {
    expect(problemOf([old, young])).toBeNull()
  })

  test.each(Object.keys(since2) as (keyof typeof since2)[])('B-D02 %s: every change is found in both', field => {
    expect(problemOf([{ ...old, [field]: since2[field] }, young])).toMatchObject({ chainSeq: 1, problem: 'altered' })
    expect(problemOf([old, { ...young, [field]: null }])).toMatchObject({ chainSeq: 2, problem: 'altered' })
    const text = JSON.stringify(since2[field])
    for (let at = 0; at < text.length; at += 1) {
      if (/["[\],]/.test(text.charAt(at))) continue
      const flipped = text.slice(0, at) + (text.charAt(at) === 'x' ? 'y' : 'x') + text.slice(at + 1)
      const tampered = { ...young, [field]: JSON.parse(flipped) }
      expect(problemOf([old, tampered])).toMatchObject({ chainSeq: 2, problem: 'altered' })
    }
  })

  test('a version that is put in the place of another, or that nobody knows, is found', () => {
    for (const version of [1, 3, 0] as unknown as readonly LedgerRow['version'][]) {
      expect(problemOf([old, { ...young, version }])).toMatchObject({ chainSeq: 2, problem: 'altered' })
    }
    expect(problemOf([{ ...old, version: 2 }, young])).toMatchObject({ chainSeq: 1, problem: 'altered' })
  })

  test('a list and what looks like one are not the same', () => {
    const one = chainRow(null, fields({ conditions: ['#1', '#2'] }), personal).hash
    const others = [['#1,#2'], ['#2', '#1'], ['#1'], [], null]
    const hashes = others.map(conditions => chainRow(null, fields({ conditions }), personal).hash)
    expect(new Set([one, ...hashes]).size).toBe(others.length + 1)
  })
})

describe('B-D02 T-81 LED-CHAIN', () => {
  const rows = chain(200)

  /** A value that differs in one place from the stored one. */
  const changed = (value: unknown, place: number): unknown => {
    if (typeof value === 'number') return value + 1
    if (value === null) return {}
    if (typeof value === 'object') return { ...value, [`x${place}`]: '' }
    const text = String(value)
    return text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ 1) + text.slice(place + 1)
  }

  const columns = Object.keys(rows[0] ?? {}).filter(column => column !== 'personal')
  test.each(columns)('every changed byte of %s is found', column => {
    for (const [at, row] of rows.entries()) {
      const value = row[column as keyof LedgerRow]
      const places = typeof value === 'string' ? value.length : 1
      const before = at === 0 ? null : head(rows, at)
      expect(verifyRow(before, '1', row).ok).toBe(true)
      for (let place = 0; place < places; place++) {
        const tampered = { ...row, [column]: changed(value, place) }
        expect(verifyRow(before, '1', tampered)).toMatchObject({
          ok: false,
          error: { code: 'LED-CHAIN', chainSeq: at + 1 },
        })
      }
    }
  })

  test.each(['login', 'reason', 'salt'] as const)('changed %s is found', part => {
    for (const [at, row] of rows.entries()) {
      if (!row.personal) throw new Error('the row has no personal part')
      const personal = { ...row.personal, [part]: `${row.personal[part]}x` }
      expect(problemOf(rows.with(at, { ...row, personal }))).toMatchObject({ chainSeq: at + 1, problem: 'personal' })
    }
  })

  test('a deleted row is found', () => {
    for (let at = 0; at < rows.length - 1; at++) {
      expect(problemOf(rows.toSpliced(at, 1))).toMatchObject({ chainSeq: at + 1, problem: 'order' })
    }
  })

  test('an inserted row is found, also one with a right hash of its own', () => {
    for (let at = 0; at < rows.length; at++) {
      const forged = chainRow(at === 0 ? null : head(rows, at), fields({ idem: 'forged' }), {
        login: 'x',
        reason: null,
        salt: '0',
      })
      expect(problemOf(rows.toSpliced(at, 0, forged))).toMatchObject({ chainSeq: at + 2, problem: 'order' })
    }
  })

  test('two swapped rows are found', () => {
    for (let at = 0; at < rows.length - 1; at++) {
      const [a, b] = [rows[at], rows[at + 1]]
      if (a && b)
        expect(problemOf(rows.with(at, b).with(at + 1, a))).toMatchObject({ chainSeq: at + 1, problem: 'order' })
    }
  })

  test('a cut tail is found with a checkpoint after the cut, and only then', () => {
    const checkpoint = head(rows, 200)
    for (let length = 0; length < rows.length; length++) {
      expect(problemOf(rows.slice(0, length), [checkpoint])).toMatchObject({
        chainSeq: length + 1,
        problem: 'truncated',
      })
      expect(problemOf(rows.slice(0, length))).toBeNull()
    }
  })

  test('a whole new chain is found with any checkpoint of the old one', () => {
    const rewritten = chain(200, { reason: 'rewritten' })
    expect(problemOf(rewritten)).toBeNull()
    expect(problemOf(rewritten, [head(rows, 57)])).toMatchObject({ chainSeq: 57, problem: 'checkpoint' })
  })

  test('a row of another repository is found; checkpoints of others do not count', () => {
    expect(problemOf([chainRow(null, fields({ repoId: '2' }), { login: 'x', reason: null, salt: '0' })])).toMatchObject(
      { problem: 'order' },
    )
    expect(problemOf(rows, [{ repoId: '2', chainSeq: 999, hash: genesisHash }])).toBeNull()
  })
})

test('T-85 the personal part can be deleted and the chain still verifies', () => {
  const rows = chain(5).map(row => ({ ...row, personal: null }))
  expect(problemOf(rows)).toBeNull()
})

test('T-85 equal logins do not show as equal hashes', () => {
  const [a, b] = chain(2)
  expect(a?.personalHash).not.toBe(b?.personalHash)
})

test('canonical JSON: one text per value, whatever the order of the keys', () => {
  expect(canonicalJson({ b: 1, a: { z: null, y: 'é"\n' } })).toBe('{"a":{"y":"é\\"\\n","z":null},"b":1}')
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), record => {
      const reversed = Object.fromEntries(Object.entries(record).reverse())
      expect(canonicalJson(reversed)).toBe(canonicalJson(record))
      expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)))
    }),
  )
})

test('different fields never share a hash', () => {
  const text = fc.string({ maxLength: 5 })
  const some: fc.Arbitrary<LedgerFields> = fc
    .record({
      subject: text,
      baseRef: text,
      itemId: text,
      checklist: text,
      covered: fc.option(fc.dictionary(text, text, { maxKeys: 2 })),
    })
    .map(changes => fields(changes))
  const personal = { login: 'x', reason: null, salt: '0' }
  fc.assert(
    fc.property(some, some, (a, b) => {
      const same = canonicalJson(JSON.parse(JSON.stringify(a))) === canonicalJson(JSON.parse(JSON.stringify(b)))
      expect(chainRow(null, a, personal).hash === chainRow(null, b, personal).hash).toBe(same)
    }),
  )
})

test('100,000 rows verify in less than 5 s of the processor', { timeout: 120_000 }, () => {
  const rows = chain(100_000)
  const start = process.cpuUsage()
  expect(problemOf(rows)).toBeNull()
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(5000)
})
