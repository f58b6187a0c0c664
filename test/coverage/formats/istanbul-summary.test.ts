import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, fixtures, linesOf, outcome, read } from '../helpers.ts'

const counts = (covered: number, total: number) => ({
  total,
  covered,
  skipped: 0,
  pct: total === 0 ? 'Unknown' : (100 * covered) / total,
})
const file = (covered: number, total: number) => ({
  lines: counts(covered, total),
  statements: counts(0, 99),
  functions: counts(1, 2),
  branches: counts(0, 0),
})
const json = (value: unknown) => JSON.stringify(value, null, 1)

describe('what is refused, and where', () => {
  const lines = (more: object) =>
    json({ total: file(1, 1), 'a.ts': { ...file(1, 1), lines: { ...counts(1, 1), ...more } } })
  const empty = 'RPT-EMPTY it has no executable line; nothing measured is not 100 %'
  test.each([
    ['B-J07 nothing to cover: pct is Unknown', json({ total: file(0, 0), 'a.ts': file(0, 0) }), empty],
    ['only a total', json({ total: file(9, 9) }), empty],
    ['more covered than there is', lines({ covered: 2 }), 'RPT-VALUE 53:2 `lines` of `a.ts`: 2 covered of 1'],
    ['covered without a total', lines({ total: undefined }), 'RPT-VALUE 52:2 `lines` of `a.ts`: 1 covered of 0'],
    ['a total without covered', lines({ covered: undefined }), 'RPT-VALUE 52:2 `lines` is missing'],
    ['no lines', json({ 'a.ts': { branches: counts(1, 1) } }), 'RPT-VALUE 9:2 `lines` is missing'],
    ['a negative number', lines({ covered: -1 }), 'RPT-VALUE 31:4 `lines.covered: -1` is not a possible value'],
    ['a number that is not whole', lines({ total: 1.5 }), 'RPT-VALUE 30:4 `lines.total: 1.5` is not a possible value'],
    ['a text', lines({ covered: '1' }), 'RPT-VALUE 31:4 `lines.covered: "1"` is not a possible value'],
    [
      'a number beyond any file',
      lines({ total: 1e15 }),
      'RPT-VALUE 30:4 `lines.total: 1000000000000000` is not a possible value',
    ],
    ['a negative claim', json({ total: file(-1, 1) }), 'RPT-VALUE 5:4 `lines.covered: -1` is not a possible value'],
    [
      'B-J03 a key twice',
      lines({}).replace('"a.ts": {', '"a.ts": {"lines":{},'),
      'RPT-DUPKEY 29:3 key `lines` is given twice in one object',
    ],
    [
      'B-J05 a file __proto__',
      lines({}).replace('"a.ts"', '"__proto__"'),
      'RPT-KEY 28:2 `__proto__` is no key of a report',
    ],
    ['a list of files', '[{"lines":{"total":1}}]', 'RPT-VALUE 1:1 `$` must be an object'],
  ])('%s', (_, text, expected) => expect(outcome(text, 'istanbul-summary')).toBe(expected))

  test.each(['{}', '[]', 'null', '"x"', '1'])('B-J01 %s', text => expect(outcome(text)).toContain('RPT-FORMAT 1:1'))
})

describe('what real tools write', () => {
  test('totals of files are counted, the total is a claim, and there is no line', () => {
    const result = read(json({ total: file(9, 20), 'a.ts': file(1, 2), 'b.ts': file(0, 3) }))
    if (!result.ok) throw new Error(result.error.code)
    expect(result.value.format).toBe('istanbul-summary')
    expect(totals(result.value.report.files)).toEqual({
      lines: { covered: 1, total: 5 },
      branches: { covered: 0, total: 0 },
      functions: { covered: 2, total: 4 },
    })
    expect(result.value.report.claims).toEqual({ total: 20, rate: 9 / 20 })
    expect(linesOf(result.value.report)).toEqual({ 'a.ts': [], 'b.ts': [] })
  })

  test.each<[string, object, string]>([
    ['branchesTrue in the total', { total: { ...file(1, 1), branchesTrue: counts(0, 0) }, a: file(1, 1) }, '1 of 1'],
    ['other counts before lines', { a: Object.fromEntries(Object.entries(file(1, 4)).reverse()) }, '1 of 4'],
    ['only lines', { a: { lines: counts(1, 1) } }, '1 of 1'],
    ['null instead of counts', { a: { lines: counts(1, 1), branches: null } }, '1 of 1'],
    ['a file of nothing among others', { a: file(0, 0), b: file(1, 1) }, '1 of 1'],
    ['a file named like an object member', { constructor: file(1, 1) }, '1 of 1'],
  ])('%s', (_, report, expected) => expect(outcome(json(report))).toBe(expected))

  test('B-J03 a file given twice: the larger numbers', () =>
    expect(outcome(`{"a":${json(file(3, 9))},"a":${json(file(4, 5))}}`)).toBe('4 of 9'))
})

type Counts = Record<'covered' | 'total', number>

/** Slow and obvious. */
function reference(text: string): readonly Counts[] {
  const { total: _, ...files } = JSON.parse(text) as Record<string, Record<string, Counts>>
  return ['lines', 'branches', 'functions'].map(name => ({
    covered: Object.values(files).reduce((sum, each) => sum + (each[name]?.covered ?? 0), 0),
    total: Object.values(files).reduce((sum, each) => sum + (each[name]?.total ?? 0), 0),
  }))
}

function ours(chunks: Iterable<Uint8Array>): readonly Counts[] | string {
  const result = readReport(chunks)
  if (!result.ok) return result.error.code
  const { lines, branches, functions } = totals(result.value.report.files)
  return [lines, branches, functions]
}

test.each(fixtures('istanbul-summary'))('agrees with the obvious reader on $name', ({ content }) =>
  expect(ours([content])).toEqual(reference(new TextDecoder().decode(content))),
)

test('agrees with the obvious reader on any report, however it is cut', () => {
  const some = fc.tuple(fc.nat(50), fc.nat(50)).map(([covered, missed]) => counts(covered, covered + missed))
  const entry = fc.record({ lines: some, statements: some, functions: some, branches: some })
  const path = fc.string({ minLength: 1, unit: 'grapheme' }).filter(each => each !== 'total' && each !== '__proto__')
  const input = fc.record({
    total: entry,
    files: fc.dictionary(path, entry, { minKeys: 1 }),
    space: fc.constantFrom(undefined, 2),
    size: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(input, ({ total, files, space, size }) => {
      const text = JSON.stringify({ total, ...files }, null, space)
      const whole = bytes(text)
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      )
      const expected = reference(text)
      expect(ours(chunks)).toEqual(expected[0]?.total === 0 ? 'RPT-EMPTY' : expected)
    }),
    { numRuns: 400 },
  )
})
