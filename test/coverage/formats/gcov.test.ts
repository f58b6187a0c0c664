import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesWithUntakenBranch, totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, linesOf, outcome, read } from '../helpers.ts'

interface Line {
  readonly line_number: number
  readonly count: number
  readonly function_name?: string
  readonly branches?: readonly { readonly count: number; readonly throw: boolean }[]
}
interface File {
  readonly file: string
  readonly lines: readonly Line[]
  readonly functions?: readonly { readonly name: string; readonly execution_count: number }[]
}
interface Document {
  readonly current_working_directory?: string
  readonly files: readonly File[]
}

const document = (files: readonly File[], folder = '/b'): string =>
  JSON.stringify({ gcc_version: '12.2.0', files, format_version: '1', current_working_directory: folder })
const lines = (...all: readonly [line: number, count: number][]) =>
  all.map(([line_number, count]) => ({ line_number, count, branches: [], unexecuted_block: false }))
const one = (line: object) => document([{ file: 'a.c', lines: [line as Line] }])

describe('what is refused, and where', () => {
  test.each([
    [
      'B-J06 a negative count',
      one({ line_number: 1, count: -1 }),
      'RPT-VALUE 1:74 `lines[].count: -1` is not a possible value',
    ],
    [
      'B-J06 half a count',
      one({ line_number: 1, count: 0.5 }),
      'RPT-VALUE 1:74 `lines[].count: 0.5` is not a possible value',
    ],
    [
      'B-J06 a count as text',
      one({ line_number: 1, count: '1' }),
      'RPT-VALUE 1:74 `lines[].count: "1"` is not a possible value',
    ],
    ['line 0', one({ line_number: 0, count: 1 }), 'RPT-VALUE 1:58 `lines[].line_number: 0` is not a possible value'],
    [
      'a line that is too large',
      one({ line_number: 1e9, count: 1 }),
      'RPT-VALUE 1:58 `lines[].line_number: 1000000000` is not a possible value',
    ],
    ['a line without a count', one({ line_number: 1 }), 'RPT-VALUE 1:73 `count` is missing'],
    ['a count without a line', one({ count: 1 }), 'RPT-VALUE 1:67 `line_number` is missing'],
    [
      'a branch without a count',
      one({ line_number: 1, count: 1, branches: [{}] }),
      'RPT-VALUE 1:97 `branches[].count` is missing',
    ],
    [
      'a function without a name',
      document([{ file: 'a.c', lines: [], functions: [{ execution_count: 1 } as never] }]),
      'RPT-VALUE 1:92 `name` is missing',
    ],
    ['a file without a path', document([{ lines: lines([1, 1]) } as never]), 'RPT-VALUE 1:111 `file` is missing'],
    ['a file with an empty path', document([{ file: '', lines: [] }]), 'RPT-VALUE 1:35 a file has no path'],
    [
      'B-J10 half of a surrogate pair',
      document([{ file: '\ud800', lines: [] }]),
      'RPT-PATH 1:35 a path contains half of a surrogate pair',
    ],
    [
      'B-J03 a key twice',
      one({ line_number: 1, count: 1 }).replace('"count"', '"count":2,"count"'),
      'RPT-DUPKEY 1:84 key `count` is given twice in one object',
    ],
    ['B-J05 __proto__', '{"gcc_version":"12","__proto__":{}}', 'RPT-KEY 1:21 `__proto__` is no key of a report'],
    ['no file', document([]), 'RPT-EMPTY it has no executable line; nothing measured is not 100 %'],
    [
      'a document that is cut',
      `${document([{ file: 'a.c', lines: lines([1, 1]) }])}\n{"files": [`,
      'RPT-TRUNCATED 2:12 the JSON ends before its value is closed; the tool that wrote it was interrupted',
    ],
    [
      'garbage behind a document',
      `${document([{ file: 'a.c', lines: lines([1, 1]) }])}\n, {}`,
      'RPT-SYNTAX 2:1 not well-formed JSON here',
    ],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))
})

describe('what real tools write', () => {
  const cases: [string, string, Record<string, number[]>][] = [
    [
      'gcov --stdout: a document a line; the same header in several is united',
      `${document([{ file: 'a.h', lines: lines([1, 1], [2, 0]) }])}\n${document([{ file: 'a.h', lines: lines([1, 0], [2, 0], [3, 5]) }])}\n`,
      { '/b/a.h': [1, -2, 3] },
    ],
    [
      'zcat *.gcov.json.gz: nothing between the documents',
      document([{ file: 'a.c', lines: lines([1, 1]) }]) + document([{ file: 'b.c', lines: lines([1, 0]) }]),
      { '/b/a.c': [1], '/b/b.c': [-1] },
    ],
    [
      'paths are relative to the folder of their document',
      document(
        [
          { file: '../src/a.c', lines: lines([1, 1]) },
          { file: '/usr/include/x.h', lines: lines([2, 1]) },
        ],
        '/b/x',
      ) +
        document([{ file: '../../src/a.c', lines: lines([3, 1]) }], '/b/x/y') +
        document([{ file: 'D:\\a.c', lines: lines([4, 1]) }], 'C:\\b'),
      { '/b/src/a.c': [1, 3], '/usr/include/x.h': [2], 'D:\\a.c': [4] },
    ],
    ['no folder', '{"gcc_version":"9","files":[{"file":"a.c","lines":[{"line_number":1,"count":2}]}]}', { 'a.c': [1] }],
    [
      'gcov 9 counts with an exponent',
      one({ line_number: 7, count: 0 }).replace('"count":0', '"count":1.23457e+08'),
      { '/b/a.c': [7] },
    ],
    [
      'instances of a template: the same lines once for each',
      document([
        {
          file: 't.h',
          lines: [
            { line_number: 3, count: 0, function_name: '_Z1fIiE' },
            { line_number: 4, count: 0, function_name: '_Z1fIiE' },
            { line_number: 3, count: 2, function_name: '_Z1fIdE' },
          ],
        },
      ]),
      { '/b/t.h': [3, -4] },
    ],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    const result = read(text)
    expect(result.ok ? linesOf(result.value.report) : result.error).toEqual(expected)
  })

  test('branches of two instances are united by their position, functions by their symbol', () => {
    const branch = (count: number) => ({ count, throw: false })
    const result = read(
      document([
        {
          file: 't.h',
          lines: [
            { line_number: 3, count: 1, function_name: 'a', branches: [branch(1), branch(0), branch(0)] },
            { line_number: 3, count: 1, function_name: 'b', branches: [branch(0), branch(5), branch(0)] },
            { line_number: 5, count: 1, function_name: 'b', branches: [branch(1), branch(1)] },
          ],
          functions: [
            { name: 'a', execution_count: 1 },
            { name: 'b', execution_count: 0 },
          ],
        },
      ]),
    )
    if (!result.ok) throw new Error(result.error.code)
    const { files } = result.value.report
    expect(totals(files)).toMatchObject({ branches: { covered: 4, total: 5 }, functions: { covered: 1, total: 2 } })
    expect([...files.values()].map(linesWithUntakenBranch)).toEqual([[3]])
  })
})

/** Slow and obvious. */
function reference(documents: readonly Document[]) {
  const all = new Map<string, Map<number, boolean>>()
  const functions = new Map<string, boolean>()
  const branches = new Map<string, boolean>()
  for (const { current_working_directory: folder, files } of documents)
    for (const { file, lines, functions: ofFile = [] } of files) {
      const path = file.startsWith('/') ? file : `${folder}/${file}`
      const hits = all.get(path) ?? new Map<number, boolean>()
      all.set(path, hits)
      for (const { line_number: line, count, branches: ofLine = [] } of lines) {
        hits.set(line, hits.get(line) || count > 0)
        ofLine.forEach(({ count }, at) => {
          branches.set(`${path}:${line}:${at}`, branches.get(`${path}:${line}:${at}`) || count > 0)
        })
      }
      for (const { name, execution_count } of ofFile)
        functions.set(`${path}:${name}`, functions.get(`${path}:${name}`) || execution_count > 0)
    }
  const counted = (marks: Map<string, boolean>) => ({
    covered: [...marks.values()].filter(Boolean).length,
    total: marks.size,
  })
  return {
    lines: Object.fromEntries(
      [...all]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, hits]) => [path, [...hits].sort(([a], [b]) => a - b).map(([line, hit]) => (hit ? line : -line))]),
    ),
    branches: counted(branches),
    functions: counted(functions),
  }
}

test('agrees with the obvious reader on any documents, whatever the order of keys, however they are cut', () => {
  const count = fc.constantFrom(0, 0, 1, 20, 2 ** 60)
  /** Members in an order that the generator chooses, as in the objects of old GCCs. */
  const shuffled = <T extends object>(record: fc.Arbitrary<T>) =>
    fc.tuple(record, fc.array(fc.nat(9), { minLength: 8, maxLength: 8 })).map(([object, order]): T => {
      const members = Object.entries(object).map((member, index) => ({ member, at: order[index] ?? 0 }))
      return Object.fromEntries(members.sort((a, b) => a.at - b.at).map(({ member }) => member)) as T
    })
  const line = shuffled(
    fc.record({
      line_number: fc.integer({ min: 1, max: 60 }),
      count,
      function_name: fc.constantFrom('f', 'g'),
      branches: fc.array(shuffled(fc.record({ count, throw: fc.boolean(), fallthrough: fc.boolean() })), {
        maxLength: 3,
      }),
      unexecuted_block: fc.boolean(),
      block_ids: fc.constant([1, 2]),
    }),
  )
  const file = shuffled(
    fc.record({
      file: fc.constantFrom('a.c', 'ü/b c.h', '/usr/x.h'),
      lines: fc.array(line, { maxLength: 12 }),
      functions: fc.array(
        shuffled(fc.record({ name: fc.constantFrom('f', 'g', 'h'), execution_count: count, blocks: fc.nat(9) })),
        { maxLength: 3 },
      ),
    }),
  )
  const anyDocument = shuffled(
    fc.record({
      gcc_version: fc.constant('12.2.0'),
      current_working_directory: fc.constantFrom('/b', '/b/c'),
      data_file: fc.constant('a.gcda'),
      files: fc.array(file, { maxLength: 4 }),
    }),
  )
  const input = fc.record({
    documents: fc.array(anyDocument, { minLength: 1, maxLength: 3 }),
    between: fc.constantFrom('', '\n', '\r\n \n'),
    indent: fc.constantFrom(0, 2),
    size: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(input, ({ documents, between, indent, size }) => {
      const text = documents.map(each => JSON.stringify(each, null, indent)).join(between)
      const expected = reference(documents)
      const whole = bytes(text)
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      )
      const result = readReport(chunks, 'gcov')
      if (!result.ok) {
        expect([result.error.code, Object.values(expected.lines).flat()]).toEqual(['RPT-EMPTY', []])
        return
      }
      const { files } = result.value.report
      expect({ ...totals(files), lines: linesOf(result.value.report) }).toEqual(expected)
    }),
    { numRuns: 400 },
  )
})
