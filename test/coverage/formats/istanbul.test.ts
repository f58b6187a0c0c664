import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countMarks, linesWithUntakenBranch, mergeFiles, totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, fixtures, linesOf, outcome, read } from '../helpers.ts'

const at = (line: number | null, column = 0, endLine = line) => ({
  start: { line, column },
  end: { line: endLine, column: column + 9 },
})
const file = (more: object, path = 'a.ts') => ({
  [path]: { path, statementMap: { 0: at(1) }, s: { 0: 1 }, ...more },
})
const json = (value: unknown) => JSON.stringify(value, null, 1)

describe('what is refused, and where', () => {
  const one = (more: object) => json(file(more))
  test.each([
    [
      'B-J06 s without statementMap',
      one({ statementMap: undefined, fnMap: {} }),
      'RPT-VALUE 8:2 `statementMap` is missing',
    ],
    ['B-J06 statementMap without s', one({ s: undefined }), 'RPT-VALUE 16:2 `s` is missing'],
    ['B-J06 a negative count', one({ s: { 0: -1 } }), 'RPT-VALUE 17:4 `s.0: -1` is not a possible value'],
    [
      'B-J06 a count that is no whole number',
      one({ s: { 7: 0.5 } }),
      'RPT-VALUE 17:4 `s.7: 0.5` is not a possible value',
    ],
    ['B-J06 a count as text', one({ s: { 0: '1' } }), 'RPT-VALUE 17:4 `s.0: "1"` is not a possible value'],
    ['B-J06 a count that is a list', one({ s: { 0: [1] } }), 'RPT-VALUE 17:4 `s.0: [` is not a possible value'],
    ['true as a count', one({ f: { 0: true } }), 'RPT-VALUE 20:4 `f.0: true` is not a possible value'],
    ['a negative count of a branch', one({ b: { 0: [1, -2] } }), 'RPT-VALUE 22:5 `b.*[]: -2` is not a possible value'],
    ['a number instead of the counts of a branch', one({ b: { 3: 1 } }), 'RPT-VALUE 20:4 `b.3` must be a list'],
    ['a negative line', one({ statementMap: { 0: at(-1) } }), 'RPT-VALUE 7:6 `start.line: -1` is not a possible value'],
    [
      'a line that is too large',
      one({ statementMap: { 0: at(1e9) } }),
      'RPT-VALUE 7:6 `start.line: 1000000000` is not a possible value',
    ],
    ['an id that is no number', one({ s: { x: 1 } }), 'RPT-KEY 17:4 `x` is no key of a report'],
    ['an id that is too large', one({ s: { 99999999: 1 } }), 'RPT-KEY 17:4 `99999999` is no key of a report'],
    [
      'B-J03 an id twice',
      one({}).replace('"0": 1', '"0": 1, "0": 0'),
      'RPT-DUPKEY 17:12 key `0` is given twice in one object',
    ],
    [
      'B-J03 a map twice',
      one({}).replace('"s": ', '"s": {}, "s": '),
      'RPT-DUPKEY 16:12 key `s` is given twice in one object',
    ],
    [
      'B-J08 a path that is not its key',
      json({ 'b.ts': file({})['a.ts'] }),
      'RPT-PATH 19:2 the file `b.ts` calls itself `a.ts`',
    ],
    [
      'B-J10 half of a surrogate pair',
      one({}).replace('"a.ts":', '"\\ud800":'),
      'RPT-PATH 2:2 a path contains half of a surrogate pair',
    ],
    ['a path that is a number', one({ path: 1 }), 'RPT-VALUE 3:3 `path` must be a text'],
    ['no path', json(file({}, '')), 'RPT-VALUE 2:2 a file has no path'],
    [
      'B-J05 a file __proto__',
      one({}).replace('"a.ts":', '"__proto__":'),
      'RPT-KEY 2:2 `__proto__` is no key of a report',
    ],
    ['B-J02 a trailing comma', one({}).replace('"0": 1', '"0": 1,'), 'RPT-SYNTAX 18:3 not well-formed JSON here'],
    [
      'nothing to cover',
      one({ statementMap: {}, s: {} }),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))

  test.each(['{}', '[]', 'null', '"x"', '1'])('B-J01 %s', text => expect(outcome(text)).toContain('RPT-FORMAT 1:1'))
  test.each([
    ['{}', 'RPT-EMPTY it has no executable line; nothing measured is not 100 %'],
    ['[]', 'RPT-VALUE 1:1 `$` must be an object'],
    ['null', 'RPT-VALUE 1:1 `$` must be an object'],
  ])('B-J01 %s when the policy says istanbul', (text, expected) => expect(outcome(text, 'istanbul')).toBe(expected))

  test('a statement is not given twice by two spellings of its id', () =>
    expect(outcome(json(file({ s: { '0': 1, '00': 0 } })))).toContain('RPT-DUPKEY'))
})

describe('what real tools write', () => {
  const cases: [string, object, Record<string, number[]>][] = [
    [
      'the largest hits of the statements that start on a line',
      file({ statementMap: { 0: at(1), 1: at(1, 5), 2: at(2, 0, 9) }, s: { 0: 0, 1: 3, 2: 0 } }),
      { 'a.ts': [1, -2] },
    ],
    [
      'counts before their maps',
      { 'a.ts': { s: { 0: 1, 1: 0 }, f: {}, b: {}, statementMap: { 0: at(1), 1: at(4) }, path: 'a.ts' } },
      { 'a.ts': [1, -4] },
    ],
    ['a file wrapped in data', { 'a.ts': { data: file({})['a.ts'] } }, { 'a.ts': [1] }],
    [
      'what nobody counts',
      file({
        all: true,
        l: { 7: 1 },
        hash: 'x',
        _coverageSchema: 'y',
        inputSourceMap: { s: { 5: 'x' }, sources: [null] },
        bT: {},
      }),
      { 'a.ts': [1] },
    ],
    [
      'a location without a line, a line that is null, line 0 of isparta',
      file({
        statementMap: { 0: at(1), 1: { start: {}, end: {} }, 2: at(null), 3: {}, 4: { ...at(0), skip: true } },
        s: { 0: 0, 1: 1, 2: 1, 3: 1, 4: 78 },
      }),
      { 'a.ts': [-1] },
    ],
    ['hits of a statement that has no location', file({ s: { 0: 1, 9: 1 } }), { 'a.ts': [1] }],
    ['a statement without hits', file({ statementMap: { 0: at(1), 1: at(2) } }), { 'a.ts': [1] }],
    ['hits that merging made null', file({ s: { 0: null } }), { 'a.ts': [-1] }],
    [
      'a path relative in one place only',
      { 'src/a.ts': file({}, '/repo/src/a.ts')['/repo/src/a.ts'] },
      { '/repo/src/a.ts': [1] },
    ],
    ['paths of Windows', { 'c:\\r\\a.ts': file({}, 'C:/r/a.ts')['C:/r/a.ts'] }, { 'C:/r/a.ts': [1] }],
    ['a file without a path of its own', { 'a.ts': { ...file({})['a.ts'], path: undefined } }, { 'a.ts': [1] }],
    [
      'a file without statements',
      { ...file({}), ...file({ statementMap: {}, s: {} }, 'b.ts') },
      { 'a.ts': [1], 'b.ts': [] },
    ],
    ['a file named like an object member', file({}, 'constructor'), { constructor: [1] }],
  ]
  test.each(cases)('%s', (_, report, expected) => {
    const result = read(json(report))
    expect(result.ok ? linesOf(result.value.report) : result.error).toEqual(expected)
  })

  test('B-J03 a file given twice is united', () => {
    const both = `{"a.ts":${json(file({})['a.ts'])},"a.ts":${json(file({ statementMap: { 0: at(1), 1: at(2) }, s: { 0: 0, 1: 0 } })['a.ts'])}}`
    const result = read(both)
    expect(result.ok && linesOf(result.value.report)).toEqual({ 'a.ts': [1, -2] })
  })

  const branch = { type: 'if', loc: at(4), locations: [at(4), { start: {}, end: {} }] }
  test.each<[string, object, object, number[]]>([
    ['arms', { branchMap: { 0: branch }, b: { 0: [1, 0] } }, { covered: 1, total: 2 }, [4]],
    [
      'the line of the first version',
      { branchMap: { 1: { line: 7, type: 'if', locations: [at(3), at(3)] } }, b: { 1: [0, 0] } },
      { covered: 0, total: 2 },
      [7],
    ],
    [
      'only locations',
      { branchMap: { 1: { type: 'if', locations: [at(3), at(3)] } }, b: { 1: [0, 0] } },
      { covered: 0, total: 2 },
      [3],
    ],
    [
      'two of one place and another type',
      { branchMap: { 0: branch, 1: { ...branch, type: 'cond-expr' } }, b: { 0: [1, 1], 1: [1, 0] } },
      { covered: 3, total: 4 },
      [4],
    ],
    ['counts before their map', { b: { 5: [2] }, branchMap: { 5: branch } }, { covered: 1, total: 1 }, []],
    ['counts without a map', { b: { 5: [2, 0], 6: [0] } }, { covered: 1, total: 3 }, [0]],
    ['a map without counts', { branchMap: { 0: branch } }, { covered: 0, total: 0 }, []],
  ])('branches: %s', (_, more, expected, untaken) => {
    const result = read(json(file(more)))
    if (!result.ok) throw new Error(result.error.code)
    expect(totals(result.value.report.files).branches).toEqual(expected)
    expect(linesWithUntakenBranch([...result.value.report.files.values()][0] ?? fail())).toEqual(untaken)
  })

  test.each([
    [
      'called and not',
      { fnMap: { 0: { loc: at(1), decl: at(1) }, 1: { loc: at(2), decl: at(2) } }, f: { 0: 0, 1: 9 } },
      { covered: 1, total: 2 },
    ],
    [
      'two that begin at one place',
      { fnMap: { 0: { loc: at(1), decl: at(1) }, 1: { loc: at(1), decl: at(1, 30) } }, f: { 0: 0, 1: 9 } },
      { covered: 1, total: 2 },
    ],
    [
      'of the first version, without decl',
      { fnMap: { 1: { name: 'f', line: 1, loc: at(1) } }, f: { 1: 1 } },
      { covered: 1, total: 1 },
    ],
    ['without a map', { f: { 1: 1, 2: 0 } }, { covered: 1, total: 2 }],
  ])('functions: %s', (_, more, expected) => {
    const result = read(json(file(more)))
    expect(result.ok && totals(result.value.report.files).functions).toEqual(expected)
  })

  test('functions and branches of two reports are known by their places, whatever their ids', () => {
    const part = (ids: readonly [number, number], hits: number) =>
      json(
        file({
          fnMap: { [ids[0]]: { loc: at(1), decl: at(1) }, [ids[1]]: { loc: at(5), decl: at(5) } },
          f: { [ids[0]]: hits, [ids[1]]: 0 },
          branchMap: { [ids[0]]: { type: 'if', loc: at(2) }, [ids[1]]: { type: 'if', loc: at(6) } },
          b: { [ids[0]]: [hits, 0], [ids[1]]: [0, 1 - hits] },
        }),
      )
    const [a, b] = [read(part([0, 1], 1)), read(part([7, 3], 0))]
    if (!a.ok || !b.ok) throw new Error('refused')
    const merged = mergeFiles(a.value.report.files, b.value.report.files).get('a.ts') ?? fail()
    expect([countMarks(merged.functions), countMarks(merged.branches)]).toEqual([
      { covered: 1, total: 2 },
      { covered: 2, total: 4 },
    ])
  })
})

function fail(): never {
  throw new Error('no such file')
}

interface Reference {
  readonly lines: Record<string, number[]>
  readonly branches: { covered: number; total: number }
  readonly functions: { covered: number; total: number }
}

interface Entry {
  readonly path: string
  readonly statementMap: Record<string, { readonly start: { readonly line: number } }>
  readonly s: Record<string, number>
  readonly b?: Record<string, number[]>
  readonly f?: Record<string, number>
}
type Wrapped = Entry | { readonly data: Entry }

/** Slow and obvious, for input that is known to be possible. */
function reference(text: string): Reference {
  const lines: Record<string, number[]> = {}
  const branches = { covered: 0, total: 0 }
  const functions = { covered: 0, total: 0 }
  for (const entry of Object.values<Wrapped>(JSON.parse(text))) {
    const { path, statementMap, s, b = {}, f = {} } = 'data' in entry ? entry.data : entry
    const hitsOf = new Map<number, number>()
    for (const [id, hits] of Object.entries<number>(s)) {
      const line = statementMap[id]?.start.line ?? 0
      hitsOf.set(line, Math.max(hits, hitsOf.get(line) ?? 0))
    }
    lines[path] = [...hitsOf].sort(([one], [other]) => one - other).map(([line, hits]) => (hits > 0 ? line : -line))
    for (const hits of Object.values<number[]>(b).flat()) {
      branches.total++
      if (hits > 0) branches.covered++
    }
    for (const hits of Object.values<number>(f)) {
      functions.total++
      if (hits > 0) functions.covered++
    }
  }
  return { lines: Object.fromEntries(Object.entries(lines).sort(([a], [b]) => (a < b ? -1 : 1))), branches, functions }
}

function ours(chunks: Iterable<Uint8Array>): Reference {
  const result = readReport(chunks, 'istanbul')
  if (!result.ok && result.error.code === 'RPT-EMPTY') return { lines: {}, ...nothing }
  if (!result.ok) throw new Error(result.error.code)
  const { branches, functions } = totals(result.value.report.files)
  return { lines: linesOf(result.value.report), branches, functions }
}
const nothing = { branches: { covered: 0, total: 0 }, functions: { covered: 0, total: 0 } }

test.each(fixtures('istanbul'))('agrees with the obvious reader on $name', ({ content }) =>
  expect(ours([content])).toEqual(reference(new TextDecoder().decode(content))),
)

test('agrees with the obvious reader on any report, however it is cut', () => {
  const hits = fc.nat(2)
  const location = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(90))
    .map(([line, column]) => at(line, column, line + 1))
  /** Locations that differ, each with its counts, under ids that are not in order. */
  const mapped = <C>(counts: fc.Arbitrary<C>) =>
    fc
      .uniqueArray(fc.tuple(location, counts, fc.nat(400)), {
        maxLength: 12,
        selector: ([place, , id]) => id + JSON.stringify(place),
      })
      .map(all => {
        const distinct = [...new Map(all.map(each => [JSON.stringify(each[0]), each])).values()]
        const byId = [...new Map(distinct.map(each => [each[2], each])).values()]
        return {
          map: Object.fromEntries(byId.map(([place, , id]) => [id, place])),
          counts: Object.fromEntries(byId.map(([, count, id]) => [id, count])),
        }
      })
  const aFile = fc
    .record({
      statements: mapped(hits),
      functions: mapped(hits),
      branches: mapped(fc.array(hits, { minLength: 1, maxLength: 4 })),
      wrapped: fc.boolean(),
      turned: fc.boolean(),
    })
    .map(({ statements, functions, branches, wrapped, turned }) => (path: string) => {
      const whole = {
        path,
        statementMap: statements.map,
        fnMap: Object.fromEntries(
          Object.entries(functions.map).map(([id, loc]) => [id, { name: 'f"\\', decl: loc, loc }]),
        ),
        branchMap: Object.fromEntries(
          Object.entries(branches.map).map(([id, loc]) => [
            id,
            { type: 'if', loc, locations: [loc, { start: {}, end: {} }] },
          ]),
        ),
        s: statements.counts,
        f: functions.counts,
        b: branches.counts,
        inputSourceMap: { names: ['s', '{"s":{'], mappings: 'AAAA;;\u2028' },
      }
      const entry = turned ? Object.fromEntries(Object.entries(whole).reverse()) : whole
      return wrapped ? { data: entry } : entry
    })
  const input = fc.record({
    files: fc.dictionary(fc.constantFrom('/a.ts', '/b/ü "x".ts', '/c d.ts', '/s'), aFile, { minKeys: 1 }),
    space: fc.constantFrom(undefined, 2),
    size: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(input, ({ files, space, size }) => {
      const report = Object.fromEntries(Object.entries(files).map(([path, make]) => [path, make(path)]))
      const text = JSON.stringify(report, null, space)
      const expected = reference(text)
      const whole = bytes(text)
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      )
      const isEmpty = Object.values(expected.lines).flat().length === 0
      expect(ours(chunks)).toEqual(isEmpty ? { lines: {}, ...nothing } : expected)
    }),
    { numRuns: 400 },
  )
})

test('a file of 100,000 statements, pretty-printed', () => {
  const ids = Array.from({ length: 100_000 }, (_, id) => id)
  const statementMap = Object.fromEntries(ids.map(id => [id, at(id + 1)]))
  const s = Object.fromEntries(ids.map(id => [id, id % 3]))
  expect(outcome(json(file({ statementMap, s })))).toBe('66666 of 100000')
})
