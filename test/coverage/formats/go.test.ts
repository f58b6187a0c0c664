import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, linesOf, outcome, read } from '../helpers.ts'

const profile = (...blocks: string[]) => ['mode: set', ...blocks, ''].join('\n')

describe('what is refused, and where', () => {
  test.each([
    [
      'B-L19 no mode',
      'a.go:1.1,2.2 1 1\n',
      'RPT-SYNTAX 1 a Go cover profile begins with `mode: set`, `mode: count` or `mode: atomic`',
    ],
    [
      'B-L19 a mode that Go does not know',
      'mode: func\na.go:1.1,2.2 1 1\n',
      'RPT-SYNTAX 1 `mode: func` is no mode; Go knows `set`, `count` and `atomic`',
    ],
    [
      'B-L19 two modes',
      'mode: set\nmode: count\na.go:1.1,2.2 1 1\n',
      'RPT-SYNTAX 2 mode `count` contradicts mode `set` before it; no block stands between them',
    ],
    ['B-L19 an end line before the start', profile('a.go:1.1,0.0 1 1'), 'RPT-SYNTAX 2 the block ends before it starts'],
    [
      'B-L19 an end column before the start',
      profile('a.go:3.9,3.8 1 1'),
      'RPT-SYNTAX 2 the block ends before it starts',
    ],
    ['B-L19 a negative count', profile('a.go:1.1,2.2 1 -1'), 'RPT-SYNTAX 2 this is no block of a Go cover profile'],
    [
      'a count that is no whole number',
      profile('a.go:1.1,2.2 1 0.5'),
      'RPT-SYNTAX 2 this is no block of a Go cover profile',
    ],
    ['no count', profile('a.go:1.1,2.2 1 1', 'a.go:1.1,2.2 1'), 'RPT-SYNTAX 3 this is no block of a Go cover profile'],
    ['more behind the count', profile('a.go:1.1,2.2 1 1 1'), 'RPT-SYNTAX 2 this is no block of a Go cover profile'],
    ['B-L16 a lone CR', profile('a.go:1.1,2.2 1 1\rb 1'), 'RPT-SYNTAX 2 this is no block of a Go cover profile'],
    [
      'trailing garbage',
      `${profile('a.go:1.1,2.2 1 1')}garbage\n`,
      'RPT-SYNTAX 3 this is no block of a Go cover profile',
    ],
    [
      'the output of go tool cover -func',
      profile('a.go:3: Total 100.0%'),
      'RPT-SYNTAX 2 this is no block of a Go cover profile',
    ],
    ['line 0', profile('a.go:0.1,2.2 1 1'), 'RPT-VALUE 2 `0` is not a possible line'],
    ['a line beyond any file', profile('a.go:1.1,8388608.2 1 1'), 'RPT-VALUE 2 `8388608` is not a possible line'],
    ['a file without a path', profile(':1.1,2.2 1 1'), 'RPT-VALUE 2 a file has no path'],
    [
      'a control character in a path',
      profile('a\x07.go:1.1,2.2 1 1'),
      'RPT-VALUE 2 a path contains control characters',
    ],
    ['a very long path', profile(`${'a'.repeat(5000)}:1.1,2.2 1 1`), 'RPT-SIZE 2 a path is longer than 4096 bytes'],
    ['a mode and no block', 'mode: set\n', 'RPT-EMPTY it has no executable line; nothing measured is not 100 %'],
    [
      'R-24 cut within the last block',
      'mode: set\na.go:1.1,2.2 1 1\na.go:1.1,2.2 1',
      'RPT-TRUNCATED 3 it ends in the middle of a line; the tool that wrote it was interrupted',
    ],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))

  test('a path that is not UTF-8', () =>
    expect(outcome(Uint8Array.from([...bytes('mode: set\n'), 0xe9, ...bytes('.go:1.1,2.2 1 1\n')]))).toBe(
      'RPT-ENCODING 2 a name is not valid in the encoding of the file',
    ))

  test('a short report with endless blocks keeps nobody busy', () => {
    const blocks = Array.from({ length: 5000 }, () => 'a.go:1.1,8388607.2 1 1')
    const start = performance.now()
    expect(outcome(profile(...blocks))).toBe(
      'RPT-SIZE 258 it holds more files, lines, branches or attributes than any real report',
    )
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('what real tools write', () => {
  const cases: [string, string, Record<string, number[]>][] = [
    [
      'a line that two blocks share is covered by either',
      profile('a.go:5.20,6.12 1 3', 'a.go:6.12,8.3 1 0', 'a.go:8.8,10.3 1 1'),
      { 'a.go': [5, 6, -7, 8, 9, 10] },
    ],
    [
      'a block that ends in column 1 does not reach its last line',
      profile('a.go:5.2,8.1 3 0'),
      { 'a.go': [-5, -6, -7] },
    ],
    ['B-L20 no statement', profile('a.go:16.15,17.2 0 1', 'a.go:20.15,20.15 0 0'), { 'a.go': [16, 17, -20] }],
    [
      'the same block twice, as profiles of several packages have it',
      profile('a.go:1.1,2.2 1 0', 'b.go:1.1,1.9 1 0', 'a.go:1.1,2.2 1 7', 'a.go:1.1,2.2 1 0'),
      { 'a.go': [1, 2], 'b.go': [-1] },
    ],
    [
      'profiles of different modes joined',
      'mode: atomic\na.go:1.1,2.2 1 0\nmode: count\na.go:2.1,2.9 1 4\nmode: set\nb.go:1.1,1.9 1 1\n',
      { 'a.go': [-1, 2], 'b.go': [1] },
    ],
    [
      'profiles joined, some of packages without a statement',
      'mode: set\nmode: set\na.go:1.1,1.9 1 1\nmode: set\nmode: set\n',
      { 'a.go': [1] },
    ],
    ['counts beyond 64 bits', profile('a.go:1.1,1.9 1 99999999999999999999999'), { 'a.go': [1] }],
    [
      'paths with colons, spaces and letters beyond ASCII are kept as they are',
      profile('C:\\go\\src\\a b.go:1.1,1.9 1 1', 'größe.go:1.1,1.9 1 0', './x/_/y.go:2.1,2.9 1 0'),
      { './x/_/y.go': [-2], 'C:\\go\\src\\a b.go': [1], 'größe.go': [-1] },
    ],
    ['a path that begins like the one before', profile('a:1.1,1.9 1 1', 'a:1.1:2.1,2.9 1 1'), { a: [1], 'a:1.1': [2] }],
    [
      'CRLF, a byte order mark, blank lines and no final line end',
      `\uFEFF\r\n${profile('a.go:1.1,2.2 1 1', '', 'a.go:2.1,3.2 1 0').trimEnd().replaceAll('\n', '\r\n')}`,
      { 'a.go': [1, 2, -3] },
    ],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    const result = read(text)
    expect(result.ok ? linesOf(result.value.report) : result.error).toEqual(expected)
  })
})

/** Slow and obvious. */
function reference(text: string): Record<string, number[]> {
  const files = new Map<string, Map<number, boolean>>()
  for (const line of text.split(/\r?\n/)) {
    const block = /^(.+):(\d+)\.\d+,(\d+)\.(\d+) \d+ (\d+)$/.exec(line)
    if (!block) continue
    const [, path = '', first, last, column, count = ''] = block
    const lines = files.get(path) ?? new Map<number, boolean>()
    files.set(path, lines)
    for (let number = Number(first); number <= Number(last); number++)
      if (number < Number(last) || number === Number(first) || Number(column) !== 1)
        lines.set(number, lines.get(number) || BigInt(count) > 0n)
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted.map(([path, lines]) => [path, [...lines].sort(([a], [b]) => a - b).map(([n, hit]) => (hit ? n : -n))]),
  )
}

test('agrees with the obvious reader on any report, however it is cut', () => {
  const block = fc
    .record({
      path: fc.constantFrom('a.go', 'a.go:1', 'example.com/b/c.go', 'ü/d e.go'),
      first: fc.integer({ min: 1, max: 3000 }),
      span: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
      column: fc.constantFrom(1, 2, 17),
      statements: fc.nat(3),
      count: fc.constantFrom('0', '0', '1', '20', '18446744073709551616', '00'),
    })
    .map(({ path, first, span, column, statements, count }) => {
      const start = span === 0 ? 1 : column + 3
      return `${path}:${first}.${start},${first + span}.${column} ${statements} ${count}`
    })
  const section = fc.tuple(fc.constantFrom('set', 'count', 'atomic'), fc.array(block, { minLength: 1, maxLength: 30 }))
  const input = fc.record({
    sections: fc.array(section, { minLength: 1, maxLength: 4 }),
    eol: fc.constantFrom('\n', '\r\n', '\n\n'),
    end: fc.constantFrom('', '\n'),
    size: fc.integer({ min: 1, max: 200 }),
  })
  fc.assert(
    fc.property(input, ({ sections, eol, end, size }) => {
      const text = sections.flatMap(([mode, blocks]) => [`mode: ${mode}`, ...blocks]).join(eol) + end
      const whole = bytes(text)
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      )
      const result = readReport(chunks)
      expect(result.ok ? linesOf(result.value.report) : result.error).toEqual(reference(text))
    }),
    { numRuns: 500 },
  )
})
