import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, linesOf, outcome, read } from '../helpers.ts'

interface Line {
  readonly line: number
  readonly isExecutable: boolean
  readonly executionCount?: number
}

const archive = (lines: readonly object[], path = '/src/a.swift') => JSON.stringify({ [path]: lines })
const report = (...files: readonly object[]) =>
  JSON.stringify({
    lineCoverage: 1,
    targets: files.map(file => ({ name: 'App', files: [file] })),
    coveredLines: 0,
    executableLines: 0,
  })
const file = { path: '/src/a.swift', name: 'a.swift', coveredLines: 3, executableLines: 4, lineCoverage: 0.75 }

describe('what is refused, and where', () => {
  test.each([
    [
      'line 0',
      archive([{ line: 0, isExecutable: true, executionCount: 1 }]),
      'RPT-VALUE 1:19 `*[].line: 0` is not a possible value',
    ],
    [
      'a line that is too large',
      archive([{ line: 1e9, isExecutable: false }]),
      'RPT-VALUE 1:19 `*[].line: 1000000000` is not a possible value',
    ],
    [
      'B-J06 a negative count',
      archive([{ line: 1, isExecutable: true, executionCount: -1 }]),
      'RPT-VALUE 1:48 `*[].executionCount: -1` is not a possible value',
    ],
    [
      'B-J06 a count as text',
      archive([{ line: 1, isExecutable: true, executionCount: '1' }]),
      'RPT-VALUE 1:48 `*[].executionCount: "1"` is not a possible value',
    ],
    [
      'executable, or not',
      archive([{ line: 1, isExecutable: 'no' }]),
      'RPT-VALUE 1:28 `*[].isExecutable: "no"` is not a possible value',
    ],
    [
      'an executable line without a count',
      archive([{ line: 1, isExecutable: true }]),
      'RPT-VALUE 1:47 `executionCount` is missing',
    ],
    ['a line without a number', archive([{ isExecutable: false }]), 'RPT-VALUE 1:39 `line` is missing'],
    [
      'a line that is not said to be executable',
      archive([{ isExecutable: false, line: 1 }, { line: 2 }]),
      'RPT-VALUE 1:59 `isExecutable` is missing',
    ],
    ['a file without a path', archive([{ isExecutable: false }], ''), 'RPT-VALUE 1:2 a file has no path'],
    [
      'B-J10 half of a surrogate pair',
      archive([{ isExecutable: false }], '\ud800'),
      'RPT-PATH 1:2 a path contains half of a surrogate pair',
    ],
    [
      'B-J05 __proto__',
      '{"/src/a.swift":[{"isExecutable":false,"line":1}],"__proto__":[]}',
      'RPT-KEY 1:51 `__proto__` is no key of a report',
    ],
    [
      'no executable line',
      archive([{ line: 1, isExecutable: false }]),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
    [
      'more lines covered than there are',
      report({ ...file, coveredLines: 5 }),
      'RPT-VALUE 1:149 `coveredLines: 5` is not a possible value',
    ],
    [
      'a file without its total',
      report({ ...file, executableLines: undefined }),
      'RPT-VALUE 1:129 `executableLines` is missing',
    ],
    ['a reported file without a path', report({ ...file, path: undefined }), 'RPT-VALUE 1:127 `path` is missing'],
    [
      'targets without files',
      JSON.stringify({ targets: [{ name: 'App', coveredLines: 3, executableLines: 4 }] }),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))
})

describe('what xccov writes', () => {
  test('an archive: lines, with subranges, in any order of keys', () => {
    const text = archive([
      { isExecutable: false, line: 1 },
      { isExecutable: true, executionCount: 3, line: 2, subranges: [{ column: 4, executionCount: 0, length: 9 }] },
      { line: 3, executionCount: 0, isExecutable: true },
      { line: 4, isExecutable: false, executionCount: null },
    ])
    const result = read(text)
    expect(result.ok && linesOf(result.value.report)).toEqual({ '/src/a.swift': [2, -3] })
  })

  test('a report with targets that Xcode could not measure', () => {
    const errors = [{ code: 0, localizedDescription: 'Malformed coverage data', domain: 'x', userInfo: [] }]
    const { targets, ...claims } = JSON.parse(report(file))
    const result = read(JSON.stringify({ ...claims, errors, targets }))
    expect(result.ok && totals(result.value.report.files).lines).toEqual({ covered: 3, total: 4 })
  })

  test('a report: totals of each file, functions too; the same file in two targets is one', () => {
    const functions = [
      { name: 'f()', lineNumber: 1, executionCount: 2, coveredLines: 3, executableLines: 3, lineCoverage: 1 },
      { name: 'g()', lineNumber: 5, executionCount: 0, coveredLines: 0, executableLines: 1, lineCoverage: 0 },
    ]
    const text = report(
      { ...file, functions },
      { ...file, coveredLines: 1, functions: [] },
      { ...file, path: '/src/größe.swift', functions: [] },
      { path: '/src/empty.swift', coveredLines: 0, executableLines: 0, lineCoverage: 1 },
    )
    const result = read(text)
    if (!result.ok) throw new Error(result.error.code)
    expect([...result.value.report.files.keys()]).toEqual(['/src/a.swift', '/src/größe.swift', '/src/empty.swift'])
    expect(totals(result.value.report.files)).toEqual({
      lines: { covered: 6, total: 8 },
      branches: { covered: 0, total: 0 },
      functions: { covered: 1, total: 2 },
    })
  })
})

/** Slow and obvious. */
function reference(text: string): Record<string, number[]> {
  const files = Object.entries(JSON.parse(text) as Record<string, Line[]>)
  return Object.fromEntries(
    files
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, lines]) => [
        path,
        lines
          .filter(line => line.isExecutable)
          .map(({ line, executionCount = 0 }) => (executionCount > 0 ? line : -line)),
      ]),
  )
}

test('agrees with the obvious reader on any archive, however it is cut', () => {
  const line = fc.oneof(
    fc.record({ isExecutable: fc.constant(false) }),
    fc.record({
      executionCount: fc.constantFrom(0, 0, 1, 12, 2 ** 60),
      isExecutable: fc.constant(true),
      subranges: fc.constantFrom([], [{ column: 1, executionCount: 0, length: 3 }]),
    }),
  )
  const lines = fc.array(line, { maxLength: 40 }).map(all => all.map((each, index) => ({ ...each, line: index + 1 })))
  const input = fc.record({
    files: fc.dictionary(fc.constantFrom('/src/a.swift', '/src/ü "b".m', 'c d.mm'), lines, { minKeys: 1 }),
    indent: fc.constantFrom(0, 2),
    size: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(input, ({ files, indent, size }) => {
      const text = JSON.stringify(files, null, indent)
      const expected = reference(text)
      const whole = bytes(text)
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      )
      const result = readReport(chunks, 'xccov')
      if (result.ok) expect(linesOf(result.value.report)).toEqual(expected)
      else expect([result.error.code, Object.values(expected).flat()]).toEqual(['RPT-EMPTY', []])
    }),
    { numRuns: 400 },
  )
})
