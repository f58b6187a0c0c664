import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesWithUntakenBranch, totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, fixtures, linesOf, outcome, read } from '../helpers.ts'

const json = (value: unknown) => JSON.stringify(value, null, 1)
const resultset = (file: unknown, path = '/a.rb') => ({
  RSpec: { coverage: { [path]: file }, timestamp: 1_700_000_000 },
})
const coverageJson = (file: object, path = '/a.rb') => ({
  meta: { simplecov_version: '0.22.0' },
  coverage: { [path]: file },
  groups: {},
})

describe('what is refused, and where', () => {
  const one = (file: unknown) => json(resultset(file))
  const lines = [1]
  test.each([
    ['negative hits', one({ lines: [1, -1] }), 'RPT-VALUE 7:6 `lines[]: -1` is not a possible value'],
    ['hits that are no whole number', one([0.5]), 'RPT-VALUE 5:5 `coverage.*[]: 0.5` is not a possible value'],
    ['hits as text', one([1, '1']), 'RPT-VALUE 6:5 `coverage.*[]: "1"` is not a possible value'],
    ['a list of hits in a list', one({ lines: [[1]] }), 'RPT-VALUE 6:6 `lines[]: [` is not a possible value'],
    ['lines that are an object', one({ lines: { 1: 1 } }), 'RPT-VALUE 5:5 `lines` must be a list'],
    ['a file that is a number', one(1), 'RPT-VALUE 4:4 `coverage./a.rb` must be an object'],
    [
      'negative hits of a branch',
      one({ lines, branches: { '[:if, 0, 1, 2, 3, 4]': { '[:then, 1, 1, 2, 3, 4]': -1 } } }),
      'RPT-VALUE 10:7 `[:then, 1, 1, 2, 3, 4]: -1` is not a possible value',
    ],
    [
      'negative hits of a method',
      one({ lines, methods: { '[A, :b, 1, 2, 3, 4]': -1 } }),
      'RPT-VALUE 9:6 `methods.[A, :b, 1, 2, 3, 4]: -1` is not a possible value',
    ],
    [
      'line 0 of a branch',
      json(coverageJson({ lines, branches: [{ type: 'then', start_line: 0, coverage: 1 }] })),
      'RPT-VALUE 13:6 `branches[].start_line: 0` is not a possible value',
    ],
    ['no path', json(resultset([1], '')), 'RPT-VALUE 4:4 a file has no path'],
    [
      'a file of simplecov-json without a name',
      '{"command_name":"x","files":[{"coverage":[1],"filename":"/a.rb"}]}',
      'RPT-VALUE 1:31 a file has no path',
    ],
    [
      'B-J03 lines twice',
      one({ lines }).replace('"lines"', '"lines":[],"lines"'),
      'RPT-DUPKEY 5:16 key `lines` is given twice in one object',
    ],
    [
      'B-J05 a command __proto__',
      one([1]).replace('RSpec', '__proto__'),
      'RPT-KEY 2:2 `__proto__` is no key of a report',
    ],
    [
      'B-J10 half of a surrogate pair',
      one([1]).replace('/a.rb', '/\\ud800'),
      'RPT-PATH 4:4 a path contains half of a surrogate pair',
    ],
    ['nothing executable', one([null, null]), 'RPT-EMPTY it has no executable line; nothing measured is not 100 %'],
  ])('%s', (_, text, expected) => expect(outcome(text, 'simplecov')).toBe(expected))

  test.each(['{}', '[]', 'null', '"x"', '1'])('B-J01 %s', text => expect(outcome(text)).toContain('RPT-FORMAT 1:1'))
})

describe('what real tools write', () => {
  const file = { filename: '/a.rb', covered_percent: 50.0, coverage: { lines: [1, 0] }, covered_lines: 1 }
  test.each<[string, object, Record<string, number[]>]>([
    ['bare lines', resultset([null, 1, 0, null, 12]), { '/a.rb': [2, -3, 5] }],
    ['lines in an object', resultset({ lines: [0, null, 1] }), { '/a.rb': [-1, 3] }],
    ['branches before lines', resultset({ branches: {}, lines: [1] }), { '/a.rb': [1] }],
    ['the time first', { RSpec: { timestamp: 1.5, coverage: { '/a.rb': [1] } } }, { '/a.rb': [1] }],
    [
      'several commands are united',
      { ...resultset([null, 0, 1, 0]), Minitest: { coverage: { '/a.rb': { lines: [0, 1, 0] }, '/b.rb': [0] } } },
      { '/a.rb': [2, 3, -4], '/b.rb': [-1] },
    ],
    [
      'a command that only lists a file has 0 on every line: null elsewhere stays none, hits count',
      { ...resultset([null, 1, 0]), Tracked: { coverage: { '/a.rb': [0, 0, 0] } } },
      { '/a.rb': [2, -3] },
    ],
    [
      'coverage.json with ignored lines',
      coverageJson({ lines: [null, 1, 'ignored', 0] }, 'lib/a.rb'),
      { 'lib/a.rb': [2, -4] },
    ],
    [
      'coverage.json of version 1',
      {
        $schema: 'https://x/coverage-v1.1.schema.json',
        ...coverageJson({ lines: [1], source: ['"lines": [0]'], total_lines: 9, lines_covered_percent: 100.0 }),
        total: { lines: { covered: 1, total: 1 } },
        errors: {},
      },
      { '/a.rb': [1] },
    ],
    [
      'simplecov-json',
      { timestamp: 1, command_name: 'RSpec', files: [file], metrics: { total_lines: 2, covered_lines: 1 } },
      { '/a.rb': [1, -2] },
    ],
    [
      'simplecov-json with bare lines',
      { files: [{ ...file, coverage: [null, 1] }], command_name: 'RSpec' },
      { '/a.rb': [2] },
    ],
    [
      'a command and a file named like object members',
      { constructor: resultset([1], 'toString').RSpec },
      { toString: [1] },
    ],
    [
      'a file without lines',
      { RSpec: { coverage: { '/a.rb': [1], '/b.rb': null, '/c.rb': {} } } },
      { '/a.rb': [1], '/c.rb': [] },
    ],
  ])('%s', (_, report, expected) => {
    const result = read(json(report))
    expect(result.ok ? [result.value.format, linesOf(result.value.report)] : result.error).toEqual([
      'simplecov',
      expected,
    ])
  })

  const lines = [1]
  test.each<[string, object, readonly [number, number], number[]]>([
    [
      'arms stand at the line of their condition',
      resultset({
        lines,
        branches: { '[:if, 0, 3, 4, 7, 7]': { '[:then, 1, 4, 6, 4, 9]': 2, '[:else, 2, 6, 6, 6, 9]': 0 } },
      }),
      [1, 2],
      [3],
    ],
    [
      'an operator in quotes',
      resultset({
        lines,
        branches: { '[:"&.", 0, 3, 4, 3, 9]': { '[:then, 1, 3, 4, 3, 9]': 1, '[:else, 2, 3, 4, 3, 9]': 1 } },
      }),
      [2, 2],
      [],
    ],
    [
      'numbers are only positions',
      {
        ...resultset({ lines, branches: { '[:if, 0, 3, 4, 7, 7]': { '[:then, 1, 4, 6, 4, 9]': 0 } } }),
        B: { coverage: { '/a.rb': { branches: { '[:if, 8, 3, 4, 7, 7]': { '[:then, 9, 4, 6, 4, 9]': 1 } } } } },
      },
      [1, 1],
      [],
    ],
    [
      'the same arm of two conditions',
      resultset({
        lines,
        branches: {
          '[:if, 0, 3, 4, 7, 7]': { '[:else, 1, 3, 4, 7, 7]': 0 },
          '[:unless, 2, 3, 4, 7, 7]': { '[:else, 3, 3, 4, 7, 7]': 1 },
        },
      }),
      [1, 2],
      [3],
    ],
    ['keys of another kind', resultset({ lines, branches: { if: { yes: 1, no: 0 } } }), [1, 2], [0]],
    [
      'coverage.json',
      coverageJson({
        lines,
        branches: [
          { type: 'then', start_line: 4, end_line: 4, coverage: 0 },
          { type: 'then', start_line: 4, end_line: 4, coverage: 3 },
          { type: 'else', start_line: 9, end_line: 9, coverage: 'ignored' },
        ],
      }),
      [1, 2],
      [4],
    ],
  ])('branches: %s', (_, report, [covered, total], untaken) => {
    const result = read(json(report))
    if (!result.ok) throw new Error(result.error.code)
    expect(totals(result.value.report.files).branches).toEqual({ covered, total })
    expect([...result.value.report.files.values()].map(linesWithUntakenBranch)).toEqual([untaken])
  })

  test.each<[string, object, readonly [number, number]]>([
    [
      '.resultset.json: one place, whatever class and name',
      resultset({
        lines,
        methods: { '["A", :b, 3, 2, 5, 5]': 0, '["C", :d, 3, 2, 5, 5]': 1, '["A", :e, 7, 2, 9, 5]': 0 },
      }),
      [1, 2],
    ],
    [
      'coverage.json',
      coverageJson({
        lines,
        methods: [
          { name: 'A#b', start_line: 3, coverage: 1 },
          { name: 'A#c', start_line: 3, coverage: 0 },
          { name: 'A#d', start_line: 9, coverage: 'ignored' },
        ],
      }),
      [1, 2],
    ],
  ])('methods: %s', (_, report, [covered, total]) => {
    const result = read(json(report))
    expect(result.ok && totals(result.value.report.files).functions).toEqual({ covered, total })
  })

  test.each([
    ['total', { ...coverageJson({ lines }), total: { lines: { covered: 3, total: 4 } } }],
    ['metrics', { ...coverageJson({ lines }), metrics: { covered_lines: 3, total_lines: 4 } }],
  ])('%s is a claim', (_, report) => {
    const result = read(json(report))
    expect(result.ok && result.value.report.claims).toEqual({ total: 4, rate: 0.75 })
  })
})

interface File {
  readonly lines?: (number | null)[]
  readonly branches?: Record<string, Record<string, number>>
}
type Resultset = Record<string, { readonly coverage: Record<string, File | (number | null)[]> }>

interface Reference {
  readonly lines: Record<string, number[]>
  readonly branches: readonly [covered: number, total: number]
}

/** Slow and obvious, for a `.resultset.json` that is known to be possible. */
function reference(text: string): Reference {
  const lines = new Map<string, Map<number, (number | null)[]>>()
  const branches = new Map<string, boolean>()
  for (const { coverage } of Object.values<Resultset[string]>(JSON.parse(text)))
    for (const [path, entry] of Object.entries(coverage)) {
      const file = Array.isArray(entry) ? { lines: entry } : entry
      const known = lines.get(path) ?? new Map<number, (number | null)[]>()
      lines.set(path, known)
      for (const [index, hits] of file.lines?.entries() ?? [])
        known.set(index + 1, [...(known.get(index + 1) ?? []), hits])
      for (const [condition, arms] of Object.entries(file.branches ?? {}))
        for (const [arm, hits] of Object.entries(arms)) {
          const identity = [path, condition.replace(/\d+/, ''), arm.replace(/\d+/, '')].join()
          branches.set(identity, hits > 0 || branches.get(identity) === true)
        }
    }
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    lines: Object.fromEntries(
      sorted.map(([path, all]) => [
        path,
        [...all]
          .sort(([a], [b]) => a - b)
          .flatMap(([line, said]) => {
            if (said.some(hits => hits !== null && hits > 0)) return [line]
            return said.includes(null) ? [] : [-line]
          }),
      ]),
    ),
    branches: [[...branches.values()].filter(Boolean).length, branches.size],
  }
}

function ours(chunks: Iterable<Uint8Array>): Reference | string {
  const result = readReport(chunks, 'simplecov')
  if (!result.ok) return result.error.code
  const { covered, total } = totals(result.value.report.files).branches
  return { lines: linesOf(result.value.report), branches: [covered, total] }
}

test.each(
  fixtures('simplecov').filter(
    ({ content }) => 'timestamp' in (Object.values(JSON.parse(new TextDecoder().decode(content)))[0] as object),
  ),
)('agrees with the obvious reader on $name', ({ content }) =>
  expect(ours([content])).toEqual(reference(new TextDecoder().decode(content))),
)

test('agrees with the obvious reader on any report, however it is cut', () => {
  const lines = fc.array(fc.option(fc.nat(2)), { maxLength: 20 })
  const span = (types: readonly string[]) =>
    fc
      .tuple(fc.constantFrom(...types), fc.nat(9), fc.integer({ min: 1, max: 9 }), fc.nat(9))
      .map(([type, number, line, column]) => `[:${type}, ${number}, ${line}, ${column}, ${line + 1}, ${column}]`)
  const branches = fc.dictionary(span(['if', 'unless', '"&."']), fc.dictionary(span(['then', 'else']), fc.nat(2)))
  const file = fc.oneof(lines, fc.record({ lines, branches }), fc.record({ branches, lines }))
  const command = fc.record({
    coverage: fc.dictionary(fc.constantFrom('/a.rb', '/ü "x".rb', '/c d.rb', 'coverage'), file),
    timestamp: fc.nat(),
  })
  const input = fc.record({
    commands: fc.dictionary(fc.constantFrom('RSpec', 'Cucumber "ü"', 'RSpec (2/8)'), command, { minKeys: 1 }),
    space: fc.constantFrom(undefined, 2),
    size: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(input, ({ commands, space, size }) => {
      const text = JSON.stringify(commands, null, space)
      const expected = reference(text)
      const whole = bytes(text)
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      )
      expect(ours(chunks)).toEqual(Object.values(expected.lines).flat().length === 0 ? 'RPT-EMPTY' : expected)
    }),
    { numRuns: 400 },
  )
})
