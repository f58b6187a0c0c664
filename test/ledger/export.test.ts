import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportLine, exportRow } from '../../src/ledger/export.ts'
import { type ChainHead, chainRow, type LedgerRow } from '../../src/ledger/ledger.ts'
import { linesIn } from '../../src/ledger/read-export.ts'
import { at, checkpointOf, exported, problemOf, read, signed, verified } from './exports.ts'
import { newKey } from './keys.ts'
import { chain, fields, head } from './rows.ts'

const key = newKey()

describe('an export of the ledger', () => {
  const rows = chain(3)
  const file = exported([rows, chain(2, { repoId: '22' })], key)

  test('gives back exactly the rows that were written, and verifies', () => {
    const { items, fault } = read(file)
    expect(fault).toBeNull()
    expect(items.flatMap(item => (item.kind === 'row' ? [item.row] : [])).slice(0, 3)).toEqual(rows)
    expect(verified(file)).toMatchObject([
      { repoId: '1', rows: 3, forgotten: 0, head: head(rows, 3), published: 0, problem: null },
      { repoId: '22', rows: 2, problem: null },
    ])
  })

  test('any row of either version comes back as it was', () => {
    const text = fc.string({ maxLength: 6, unit: 'binary' })
    const some = fc.record({
      subject: text,
      baseRef: text,
      covered: fc.option(fc.dictionary(text, text, { maxKeys: 3 })),
    })
    const later = fc.record({ conditions: fc.option(fc.array(text, { maxLength: 2 })), environment: fc.option(text) })
    const personal = fc.record({ login: text, reason: fc.option(text), salt: text })
    fc.assert(
      fc.property(some, later, personal, fc.constantFrom(1 as const, 2 as const), (first, second, person, version) => {
        const row = chainRow(null, fields({ ...first, ...(version === 2 ? second : {}) }), person, version)
        const { items, fault } = read(exported([[row]]))
        expect(fault).toBeNull()
        expect(items[0]).toEqual({ kind: 'row', row: { ...row, covered: row.covered && { ...row.covered } }, line: 2 })
        expect(problemOf(exported([[row]]))).toBeNull()
      }),
    )
  })

  test('T-85 without a personal part it still verifies, and says how many rows were erased', () => {
    const erased = rows.map((row, index) => (index === 1 ? { ...row, personal: null } : row))
    expect(verified(exported([erased]))).toMatchObject([{ rows: 3, forgotten: 1, problem: null }])
    const removed = file.split('\n').filter(line => !line.startsWith('{"personal"'))
    expect(verified(removed.join('\n'))).toMatchObject([{ forgotten: 3, problem: null }, { forgotten: 2 }])
  })

  const lines = file.split('\n')
  test.each<[string, string, string]>([
    ['nothing at all', '', 'LED-FORMAT line 1 cut'],
    ['only the header', `${lines[0]}\n`, 'LED-FORMAT line 2 cut'],
    ['no header', lines.slice(1).join('\n'), 'LED-FORMAT line 1 order'],
    ['another version', file.replace('"version":1}', '"version":2}'), 'LED-FORMAT line 1 version'],
    ['line ends of Windows', file.replaceAll('\n', '\r\n'), 'LED-FORMAT line 1 json'],
    ['a byte order mark', `\ufeff${file}`, 'LED-FORMAT line 1 mark'],
    ['spaces', file.replace('"repoId":"1"', '"repoId": "1"'), 'LED-FORMAT line 2 json'],
    ['a key too many', file.replace('"row":{', '"row":{"a":1,'), 'LED-FORMAT line 2 json'],
    ['no JSON', file.replace('{"row"', '"row"'), 'LED-FORMAT line 2 json'],
    ['another record', file.replace('{"row"', '{"line"'), 'LED-FORMAT line 2 record'],
    ['a list for an object', file.replace(/"covered":\{[^}]*\}/, '"covered":["x"]'), 'LED-FORMAT line 2 record'],
    ['cut between two lines', lines.slice(0, -2).join('\n').concat('\n'), 'LED-FORMAT line 14 cut'],
    ['cut in a line', file.slice(0, -2), 'LED-FORMAT line 14 cut'],
    ['something behind the end', `${file}${lines[0]}\n`, 'LED-FORMAT line 15 order'],
    [
      'a repository twice',
      file.replace(/\n\{"end.*\n$/, `\n${lines.slice(1, -2).join('\n')}\n`),
      'LED-FORMAT line 14 order',
    ],
    [
      'a personal part of another row',
      file.replace('"personal":{"chainSeq":1', '"personal":{"chainSeq":2'),
      'LED-FORMAT line 3 order',
    ],
    ['a repository without its head', lines.toSpliced(7, 1).join('\n'), 'LED-FORMAT line 8 order'],
    ['a whole repository gone', lines.toSpliced(8, 5).join('\n'), 'LED-FORMAT line 9 cut'],
  ])('%s is an error at its line', (_what, text, expected) => {
    expect(problemOf(text)).toBe(expected)
  })

  test('bytes that are no UTF-8, and lines without an end', () => {
    expect([...linesIn([Buffer.from([0xff, 0x0a])])]).toEqual([{ ok: false, error: 'utf8' }])
    expect([...linesIn(Array.from({ length: 18 }, () => Buffer.alloc(1024 * 1024, 'a')))]).toEqual([
      { ok: false, error: 'long' },
    ])
    expect([...linesIn([Buffer.from('a'), Buffer.from('b\nc'), Buffer.from('\n')])]).toEqual([
      { ok: true, value: 'ab' },
      { ok: true, value: 'c' },
    ])
  })

  test('R-23 any line of JSON or none is read without an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), text => void read(`${text}\n`)))
    expect(read(`${'['.repeat(1_000_000)}\n`).fault).toMatchObject({ fault: 'json' })
    const deep = `{"row":{"covered":${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}}}\n`
    expect(read(deep).fault?.code).toBe('LED-FORMAT')
  })
})

describe('B-D02 T-81 an export against what was published', () => {
  const rows = chain(20)
  const file = exported([rows])
  const published = (seq: number, changes: Partial<ChainHead> = {}) => checkpointOf({ ...head(rows, seq), ...changes })

  test('heads that were published of it', () => {
    expect(verified(file, [published(5), published(20)])).toMatchObject([
      { published: 2, newest: { chainSeq: 20, at }, problem: null },
    ])
  })

  test.each<[string, string, readonly Parameters<typeof checkpointOf>[0][], string]>([
    ['a rewritten chain', exported([chain(20, { reason: 'other' })]), [head(rows, 7)], 'LED-CHAIN 1 row 7 checkpoint'],
    ['a tail that is cut', exported([rows.slice(0, 12)]), [head(rows, 15)], 'LED-CHAIN 1 row 13 truncated'],
    ['a repository that is gone', exported([]), [head(rows, 15)], 'LED-CHAIN 1 row 1 truncated'],
    [
      'two heads of one row',
      file,
      [head(rows, 3), { ...head(rows, 3), hash: 'b'.repeat(64) }],
      'LED-CHAIN 1 row 3 checkpoint',
    ],
  ])('%s is found', (_what, text, heads, expected) => {
    expect(
      problemOf(
        text,
        heads.map(one => checkpointOf(one)),
      ),
    ).toBe(expected)
  })

  test('a stored head that is not that of the rows', () => {
    const with1 = (stored: ChainHead, of: readonly LedgerRow[]) =>
      [
        exportLine({ kind: 'header' }),
        ...of.flatMap(exportRow),
        exportLine({ kind: 'head', head: stored, checkpoint: null }),
        exportLine({ kind: 'end', totals: { repositories: 1, rows: of.length } }),
        '',
      ].join('\n')
    expect(problemOf(with1(head(rows, 20), rows))).toBeNull()
    expect(problemOf(with1(head(rows, 20), rows.slice(0, 19)))).toBe('LED-CHAIN 1 row 20 truncated')
    expect(problemOf(with1(head(rows, 19), rows))).toBe('LED-CHAIN 1 row 20 order')
    expect(problemOf(with1(head(rows, 20), []))).toBe('LED-CHAIN 1 row 1 truncated')
    expect(problemOf(with1({ ...head(rows, 20), hash: 'b'.repeat(64) }, rows))).toBe('LED-CHAIN 1 row 20 checkpoint')
  })

  test('R-19 a loss that was accepted excuses its rows, and must itself be on the chain', () => {
    const kept = rows.slice(0, 12)
    const goesOn = (reason: string) => {
      const next = chainRow(head(rows, 12), fields({ idem: 'after the loss' }), { login: 'x', reason, salt: '0' })
      return exported([[...kept, next]])
    }
    const loss = { kind: 'loss', ...head(rows, 12), lostTo: 20, at } as const
    expect(problemOf(goesOn('new'), [published(20)])).toBe('LED-CHAIN 1 row 14 truncated')
    expect(problemOf(goesOn('new'), [published(13)])).toBe('LED-CHAIN 1 row 13 checkpoint')
    expect(problemOf(goesOn('new'), [published(13), published(20), loss])).toBeNull()
    expect(problemOf(goesOn('new'), [published(13), { ...loss, hash: 'b'.repeat(64) }])).toBe(
      'LED-CHAIN 1 row 12 checkpoint',
    )
  })

  test('the signature that the export carries comes with the verdict', () => {
    const checkpoint = signed(checkpointOf(head(rows, 20)), key)
    expect(verified(exported([rows], key))).toMatchObject([{ checkpoint }])
    expect(problemOf(exported([rows], key).replace(/(delivery-gates-ledger\/v1 1) 20/, '$1 19'))).toMatch(/record$/)
  })
})
