import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, linesOf, outcome, read } from '../helpers.ts'

interface Line {
  readonly line_number: number
  readonly count: number
  readonly branches: readonly { readonly count: number; readonly 'gcovr/excluded'?: boolean }[]
  readonly 'gcovr/excluded'?: boolean
  readonly 'gcovr/noncode'?: boolean
}
interface File {
  readonly file: string
  readonly lines: readonly Line[]
  readonly functions: readonly object[]
}

const report = (files: readonly object[]) => JSON.stringify({ 'gcovr/format_version': '0.14', files }, null, 1)
const summary = (file: object) => JSON.stringify({ files: [file], 'gcovr/summary_format_version': '0.6', root: '.' })
const one = (line: object) =>
  report([{ file: 'a.c', lines: [{ line_number: 1, count: 1, branches: [], ...line }], functions: [] }])

describe('what is refused, and where', () => {
  test.each([
    ['B-J06 a negative count', one({ count: -1 }), 'RPT-VALUE 9:6 `lines[].count: -1` is not a possible value'],
    ['B-J06 a count as text', one({ count: '1' }), 'RPT-VALUE 9:6 `lines[].count: "1"` is not a possible value'],
    [
      'excluded, or not',
      one({ 'gcovr/excluded': 'yes' }),
      'RPT-VALUE 11:6 `lines[].gcovr/excluded: "yes"` is not a possible value',
    ],
    ['lines that are no list', report([{ file: 'a.c', lines: {} }]), 'RPT-VALUE 6:4 `files[].lines` must be a list'],
    ['a list of texts', report([{ file: 'a.c', lines: ['x'] }]), 'RPT-VALUE 7:5 `files[].lines[]` must be an object'],
    [
      'B-J10 half of a surrogate pair',
      report([{ file: '\udc00', lines: [] }]),
      'RPT-PATH 5:4 a path contains half of a surrogate pair',
    ],
    [
      'B-J05 __proto__',
      `{"gcovr/format_version":"0.1","__proto__":[]}`,
      'RPT-KEY 1:31 `__proto__` is no key of a report',
    ],
    ['a second document', `${one({})}${one({})}`, 'RPT-SYNTAX 16:2 not well-formed JSON here'],
    [
      'B-J02 a trailing comma',
      one({}).replace('"branches": []', '"branches": [],'),
      'RPT-SYNTAX 11:5 not well-formed JSON here',
    ],
    [
      'nothing but excluded lines',
      one({ 'gcovr/excluded': true }),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
    [
      'more covered than there is',
      summary({ filename: 'a.c', line_total: 3, line_covered: 4 }),
      'RPT-VALUE 1:60 `line_covered: 4` is not a possible value',
    ],
    [
      'a summary without lines',
      summary({ filename: 'a.c', branch_total: 3 }),
      'RPT-VALUE 1:45 `line_total` is missing',
    ],
    [
      'B-J07 a total that is no number',
      summary({ filename: 'a.c', line_total: 'Unknown' }),
      'RPT-VALUE 1:29 `files[].line_total: "Unknown"` is not a possible value',
    ],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))
})

describe('what real tools write', () => {
  test('gcovr 5: lines without code and excluded ones do not count', () => {
    const line = (line_number: number, more: object) => ({
      branches: [{ count: 1, fallthrough: true, throw: false }],
      count: 1,
      'gcovr/excluded': false,
      'gcovr/noncode': false,
      line_number,
      ...more,
    })
    const text = JSON.stringify({
      files: [
        {
          file: 'src/größe.cpp',
          functions: [{ execution_count: 1, lineno: 1, name: 'f(int)' }],
          lines: [
            line(1, {}),
            line(2, { count: 0 }),
            line(3, { 'gcovr/noncode': true }),
            line(4, { 'gcovr/excluded': true }),
            line(5, { 'gcovr/excluded': true, 'gcovr/noncode': false }),
          ],
        },
      ],
      'gcovr/format_version': '0.3',
    })
    const result = read(text)
    if (!result.ok) throw new Error(result.error.code)
    expect(linesOf(result.value.report)).toEqual({ 'src/größe.cpp': [1, -2] })
    expect(totals(result.value.report.files)).toEqual({
      lines: { covered: 1, total: 2 },
      branches: { covered: 2, total: 2 },
      functions: { covered: 1, total: 1 },
    })
  })

  test('gcovr 8: a line once for each function, names of two kinds, parts excluded', () => {
    const text = report([
      {
        file: 'a.cpp',
        lines: [
          { line_number: 4, function_name: '_ZN1AC1Ev', block_ids: [2], count: 0, branches: [] },
          { line_number: 4, function_name: '_ZN1AC2Ev', block_ids: [2], count: 3, branches: [] },
          {
            line_number: 7,
            count: 1,
            branches: [
              { count: 0, source_block_id: 2, destination_block_id: 3, 'gcovr/excluded': true },
              { count: 1, source_block_id: 2, destination_block_id: 4 },
              { count: 0, source_block_id: 2, destination_block_id: 5 },
            ],
            'gcovr/decision': { type: 'conditional', count_true: 1, count_false: 0 },
            'gcovr/md5': 'c81e728d9d4c2f636f067f89cc14862c',
          },
          { line_number: 9, count: 0, branches: [], 'gcovr/excluded': true },
        ],
        functions: [
          { name: '_ZN1AC1Ev', demangled_name: 'A::A()', lineno: 4, execution_count: 0 },
          { demangled_name: 'A::A()', name: '_ZN1AC2Ev', lineno: 4, execution_count: 3 },
          { name: 'main', lineno: 7, execution_count: 1 },
          { name: 'left_out', lineno: 9, execution_count: 0, 'gcovr/excluded': true },
          { name: '<unknown function>', lineno: 0 },
        ],
      },
    ])
    const result = read(text)
    if (!result.ok) throw new Error(result.error.code)
    expect(linesOf(result.value.report)).toEqual({ 'a.cpp': [4, 7] })
    expect(totals(result.value.report.files)).toMatchObject({
      branches: { covered: 1, total: 2 },
      functions: { covered: 2, total: 3 },
    })
  })

  test('a summary counts as far as it goes', () => {
    const result = read(
      summary({
        filename: 'a.c',
        line_total: 4,
        line_covered: 3,
        line_percent: 75,
        branch_total: 2,
        branch_covered: 0,
      }),
    )
    expect(result.ok && totals(result.value.report.files)).toEqual({
      lines: { covered: 3, total: 4 },
      branches: { covered: 0, total: 2 },
      functions: { covered: 0, total: 0 },
    })
  })

  test('long functions before the first line hide what is gcovr in it', () => {
    const functions = Array.from({ length: 90 }, (_, at) => ({
      execution_count: 1,
      lineno: at + 1,
      name: `f${at}(int, char const*)`,
    }))
    const text = JSON.stringify({
      files: [{ file: 'a.c', functions, lines: [{ branches: [], count: 1, line_number: 1 }] }],
    })
    expect(outcome(text)).toBe('1 of 1')
  })
})

/** Slow and obvious. */
function reference(text: string): Record<string, number[]> {
  const lines = new Map<string, Map<number, boolean>>()
  for (const file of (JSON.parse(text) as { files: File[] }).files) {
    const hits = lines.get(file.file) ?? new Map<number, boolean>()
    lines.set(file.file, hits)
    for (const line of file.lines)
      if (!line['gcovr/excluded'] && !line['gcovr/noncode'])
        hits.set(line.line_number, hits.get(line.line_number) || line.count > 0)
  }
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted.map(([path, hits]) => [
      path,
      [...hits].sort(([a], [b]) => a - b).map(([line, hit]) => (hit ? line : -line)),
    ]),
  )
}

test('agrees with the obvious reader on any report, however it is cut', () => {
  const line = fc.record(
    {
      line_number: fc.integer({ min: 1, max: 500 }),
      count: fc.constantFrom(0, 1, 7),
      branches: fc.array(fc.record({ count: fc.nat(2), throw: fc.boolean() }), { maxLength: 3 }),
      'gcovr/excluded': fc.boolean(),
      'gcovr/noncode': fc.boolean(),
      'gcovr/md5': fc.string(),
    },
    { requiredKeys: ['line_number', 'count', 'branches'] },
  )
  const file = fc.record({
    file: fc.constantFrom('a.c', 'ü "x".h', 'b\\c.c'),
    lines: fc.array(line, { maxLength: 15 }),
    functions: fc.array(fc.record({ name: fc.string(), lineno: fc.nat(9), execution_count: fc.nat(3) }), {
      maxLength: 3,
    }),
  })
  const input = fc.record({ files: fc.array(file, { maxLength: 5 }), size: fc.integer({ min: 1, max: 300 }) })
  fc.assert(
    fc.property(input, ({ files, size }) => {
      const text = report(files)
      const expected = reference(text)
      const whole = bytes(text)
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      )
      const result = readReport(chunks)
      if (result.ok) expect(linesOf(result.value.report)).toEqual(expected)
      else expect([result.error.code, Object.values(expected).flat()]).toEqual(['RPT-EMPTY', []])
    }),
    { numRuns: 400 },
  )
})
