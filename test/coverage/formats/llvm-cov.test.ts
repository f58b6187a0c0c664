import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesWithUntakenBranch, totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, fixtures, linesOf, outcome, read } from '../helpers.ts'

type Flag = boolean | 0 | 1
type Segment = readonly [line: number, column: number, count: number, counted: Flag, entry: Flag, gap?: Flag]

const exported = (files: readonly object[], more: object = {}) =>
  JSON.stringify({ data: [{ files, ...more }], type: 'llvm.coverage.json.export', version: '2.0.1' })
const one = (segments: unknown, more: object = {}) => exported([{ filename: 'a.c', segments, ...more }])
const ok: Segment = [1, 1, 1, true, true, false]

describe('what is refused, and where', () => {
  test.each([
    ['line 0', one([[0, 1, 1, true, true, false]]), 'RPT-VALUE 1:51 `files[].segments[][]: 0` is not a possible value'],
    [
      'a line that is too large',
      one([[1e9, 1, 1, true, true, false]]),
      'RPT-VALUE 1:51 `files[].segments[][]: 1000000000` is not a possible value',
    ],
    [
      'B-J06 a negative count',
      one([[1, 1, -1, true, true, false]]),
      'RPT-VALUE 1:55 `files[].segments[][]: -1` is not a possible value',
    ],
    [
      'B-J06 a count as text',
      one([[1, 1, '1', true, true, false]]),
      'RPT-VALUE 1:55 `files[].segments[][]: "1"` is not a possible value',
    ],
    [
      'counted, or not',
      one([[1, 1, 1, 'yes', true, false]]),
      'RPT-VALUE 1:57 `files[].segments[][]: "yes"` is not a possible value',
    ],
    [
      'segments out of order',
      one([ok, [3, 1, 0, true, false, false], [2, 1, 0, false, false, false]]),
      'RPT-VALUE 1:100 `files[].segments[][]: 2` is not a possible value',
    ],
    ['a segment that is too short', one([[1, 1, 1]]), 'RPT-VALUE 1:56 `segments[]` is missing'],
    ['a file without a path', exported([{ segments: [ok] }]), 'RPT-VALUE 1:57 `filename` is missing'],
    ['a file without segments or summary', exported([{ filename: 'a.c' }]), 'RPT-VALUE 1:37 `segments` is missing'],
    [
      'a branch that is too short',
      one([ok], { branches: [[1, 2, 3, 4, 5]] }),
      'RPT-VALUE 1:97 `branches[]` is missing',
    ],
    [
      'a branch at line 0',
      one([ok], { branches: [[0, 2, 3, 4, 5, 6]] }),
      'RPT-VALUE 1:99 `branches[]: 0,2,3,4,5,6` is not a possible value',
    ],
    [
      'a summary that covers more than there is',
      exported([{ filename: 'a.c', summary: { lines: { count: 1, covered: 2 } } }]),
      'RPT-VALUE 1:81 `lines.covered: 2` is not a possible value',
    ],
    [
      'B-J03 segments twice',
      one([ok]).replace('"segments"', '"segments":[],"segments"'),
      'RPT-DUPKEY 1:52 key `segments` is given twice in one object',
    ],
    ['B-J05 __proto__', '{"data":[{"files":[],"__proto__":1}]}', 'RPT-KEY 1:22 `__proto__` is no key of a report'],
    ['no file', exported([]), 'RPT-EMPTY it has no executable line; nothing measured is not 100 %'],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))

  test('short reports with endless regions keep nobody busy', () => {
    const file = {
      filename: 'a.c',
      segments: [
        [1, 1, 1, true, true, false],
        [8_000_000, 1, 0, false, false, false],
      ],
    }
    expect(outcome(exported(Array.from({ length: 500 }, () => file)))).toMatch(/^RPT-SIZE /)
  })
})

describe('lines', () => {
  const cases: [string, Segment[], number[]][] = [
    [
      'a region lasts until its end',
      [
        [2, 12, 5, true, true, false],
        [4, 2, 0, false, false, false],
      ],
      [2, 3, 4],
    ],
    [
      'a region inside another one that was not entered',
      [
        [1, 20, 3, true, true, false],
        [3, 9, 0, true, true, false],
        [5, 4, 3, true, false, false],
        [7, 2, 0, false, false, false],
      ],
      [1, 2, 3, -4, -5, 6, 7],
    ],
    [
      'two regions on one line: the larger count',
      [
        [1, 1, 0, true, true, false],
        [2, 9, 4, true, true, false],
        [2, 20, 0, true, false, false],
        [3, 1, 0, false, false, false],
      ],
      [-1, 2, -3],
    ],
    [
      'a gap is no reason for a line to be covered',
      [
        [1, 1, 1, true, true, false],
        [2, 9, 0, true, true, false],
        [3, 4, 7, true, true, true],
        [4, 3, 0, true, true, false],
        [5, 2, 0, false, false, false],
      ],
      [1, 2, -3, 4, -5],
    ],
    [
      'skipped lines (#if 0) between',
      [
        [1, 1, 2, true, true, false],
        [3, 1, 0, false, true, false],
        [6, 1, 2, true, false, false],
        [8, 2, 0, false, false, false],
      ],
      [1, 2, 7, 8],
    ],
    [
      'old exports have no gaps and say 1 for true',
      [
        [1, 1, 2, 1, 1],
        [2, 1, 0, 0, 0],
      ],
      [1, 2],
    ],
    [
      'counts beyond 64 bits',
      [
        [1, 1, 2 ** 64, true, true, false],
        [1, 9, 0, false, false, false],
      ],
      [1],
    ],
  ]
  test.each(cases)('%s', (_, segments, expected) => {
    const result = read(one(segments))
    expect(result.ok ? linesOf(result.value.report) : result.error).toEqual({ 'a.c': expected })
  })
})

describe('what else counts', () => {
  test('branches: both ways of each, once for all instances of a template; in a macro at the line that uses it', () => {
    const result = read(
      one([ok], {
        branches: [
          [7, 5, 7, 9, 1, 0, 0, 0, 4],
          [7, 5, 7, 9, 0, 0, 0, 0, 4],
          [7, 13, 7, 20, 2, 2, 0, 0, 4],
        ],
        expansions: [
          { branches: [[2, 3, 2, 9, 0, 1, 1, 0, 4]], filenames: ['a.c'], source_region: [9, 3, 9, 8, 1, 0, 1, 1] },
          { source_region: [9, 20, 9, 25, 1, 0, 1, 1], target_regions: [], branches: [[2, 3, 2, 9, 1, 1, 1, 0, 4]] },
          { source_region: [10, 1, 10, 2, 1, 0, 1, 1], branches: [] },
        ],
      }),
    )
    if (!result.ok) throw new Error(result.error.code)
    const { files } = result.value.report
    expect(totals(files).branches).toEqual({ covered: 6, total: 8 })
    expect([...files.values()].map(linesWithUntakenBranch)).toEqual([[7, 9]])
  })

  test('functions go by their start; those of files that are left out do not count', () => {
    const functions = [
      {
        name: '_Z3bigIiE',
        count: 1,
        filenames: ['a.c'],
        regions: [
          [10, 3, 12, 2, 1, 0, 0, 0],
          [11, 3, 11, 9, 0, 0, 0, 0],
        ],
      },
      { name: '_Z3bigIdE', count: 0, filenames: ['a.c', 'b.c'], regions: [[10, 3, 12, 2, 0, 0, 0, 0]] },
      { name: 'unused', count: 0, filenames: ['a.c'], regions: [[20, 3, 22, 2, 0, 0, 0, 0]] },
      { name: 'elsewhere', count: 1, filenames: ['ignored.h'], regions: [[1, 1, 2, 2, 1, 0, 0, 0]] },
    ]
    const result = read(exported([{ filename: 'a.c', segments: [ok] }], { functions }))
    if (!result.ok) throw new Error(result.error.code)
    expect([...result.value.report.files.keys()]).toEqual(['a.c'])
    expect(totals(result.value.report.files).functions).toEqual({ covered: 1, total: 2 })
  })

  test('several exports, the same file in two, other orders of keys', () => {
    const text = `{"version":"2.0.0","type":"llvm.coverage.json.export","data":[
      {"functions":[{"filenames":["a.c"],"count":2,"name":"f"}],"files":[{"summary":{},"segments":[[1,1,1,1,1],[2,1,0,0,0]],"filename":"a.c"}]},
      {"files":[{"filename":"a.c","segments":[[2,1,0,1,1],[4,1,0,0,0]]},{"filename":"b.c","segments":[]}]}]}`
    const result = read(text)
    if (!result.ok) throw new Error(result.error.code)
    expect(linesOf(result.value.report)).toEqual({ 'a.c': [1, 2, -3, -4], 'b.c': [] })
    expect(totals(result.value.report.files).functions).toEqual({ covered: 1, total: 1 })
  })

  test('a summary counts where there are no segments, and the totals are a claim', () => {
    const share = (covered: number, count: number) => ({ covered, count, percent: 0 })
    const summary = { lines: share(3, 4), branches: share(1, 2), functions: share(1, 1), regions: share(9, 9) }
    const result = read(exported([{ filename: 'a.c', summary }], { totals: { lines: share(3, 6) } }))
    if (!result.ok) throw new Error(result.error.code)
    expect(totals(result.value.report.files)).toEqual({
      lines: { covered: 3, total: 4 },
      branches: { covered: 1, total: 2 },
      functions: { covered: 1, total: 1 },
    })
    expect(result.value.report.claims).toEqual({ rate: 0.5, total: 6 })
  })

  test.each(['v14.json', 'v19.json'])('%s: functions and branches are those of its totals', name => {
    const content = fixtures('llvm-cov').find(fixture => fixture.name === name)?.content ?? new Uint8Array()
    const { functions, branches } = JSON.parse(new TextDecoder().decode(content)).data[0].totals
    const result = read(content)
    expect(result.ok && totals(result.value.report.files)).toMatchObject({
      functions: { covered: functions.covered, total: functions.count },
      branches: { covered: branches.covered, total: branches.count },
    })
  })
})

/** Slow and obvious: every line by itself, all segments looked at for each. */
function reference(segments: readonly Segment[]): number[] {
  const lines: number[] = []
  const [first, last] = [segments[0]?.[0] ?? 1, segments.at(-1)?.[0] ?? 0]
  for (let line = first; line <= last; line++) {
    const before = segments.filter(segment => segment[0] < line).at(-1)
    const here = segments.filter(segment => segment[0] === line)
    const entered = here.filter(([, , , counted, entry]) => counted && entry)
    const isSkipped = here[0] !== undefined && !here[0][3] && here[0][4]
    const isMapped = entered.length > 0 || (!isSkipped && before?.[3] === true)
    const counts = [before?.[2] ?? 0, ...entered.filter(segment => !segment[5]).map(segment => segment[2])]
    if (isMapped) lines.push(Math.max(...counts) > 0 ? line : -line)
  }
  return lines
}

test('agrees with the obvious reader on any segments, however they are cut', () => {
  const segment = fc
    .record({
      line: fc.integer({ min: 1, max: 90 }),
      column: fc.integer({ min: 1, max: 90 }),
      count: fc.constantFrom(0, 0, 1, 5),
      counted: fc.boolean(),
      entry: fc.boolean(),
      gap: fc.boolean(),
    })
    .map(
      ({ line, column, count, counted, entry, gap }): Segment => [
        line,
        column,
        counted ? count : 0,
        counted,
        entry,
        gap,
      ],
    )
  const ordered = fc.array(segment, { maxLength: 25 }).map(all => all.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
  const input = fc.record({
    files: fc.uniqueArray(fc.record({ filename: fc.constantFrom('a.c', 'b/ü.h', 'c d.rs'), segments: ordered }), {
      selector: file => file.filename,
      minLength: 1,
    }),
    size: fc.integer({ min: 1, max: 300 }),
    isNameLast: fc.boolean(),
  })
  fc.assert(
    fc.property(input, ({ files, size, isNameLast }) => {
      const written = files.map(({ filename, segments }) =>
        isNameLast ? { segments, filename } : { filename, segments },
      )
      const whole = bytes(exported(written))
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      )
      const sorted = files.toSorted((a, b) => (a.filename < b.filename ? -1 : 1))
      const expected = Object.fromEntries(sorted.map(({ filename, segments }) => [filename, reference(segments)]))
      const result = readReport(chunks)
      if (result.ok) expect(linesOf(result.value.report)).toEqual(expected)
      else expect([result.error.code, Object.values(expected).flat()]).toEqual(['RPT-EMPTY', []])
    }),
    { numRuns: 500 },
  )
})
