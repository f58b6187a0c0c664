import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, fixtures, linesOf, outcome, read } from '../helpers.ts'
import { type Content, contentOf, cutInto, Obvious } from '../obvious.ts'

const record = (...fields: string[]) => ['SF:a.ts', ...fields, 'end_of_record', ''].join('\n')

describe('what is refused, and where', () => {
  test.each([
    ['B-L02 TN only', 'TN:\n', 'RPT-EMPTY it has no executable line; nothing measured is not 100 %'],
    ['B-L03 DA before SF', 'TN:\nDA:1,1\n', 'RPT-SYNTAX 2 `DA` stands outside of a file (no SF before it)'],
    [
      'B-L04 end_of_record missing at the end',
      'SF:a.ts\nDA:1,1\n',
      'RPT-TRUNCATED 2 it ends before end_of_record; the tool that wrote it was interrupted',
    ],
    [
      'end_of_record missing before the next file',
      'SF:a.ts\nDA:1,1\nSF:b.ts\n',
      'RPT-TRUNCATED 3 a new file begins before end_of_record of the last one',
    ],
    [
      'a test name without a file at the end',
      `${record('DA:1,1')}TN:\n`,
      'RPT-TRUNCATED 4 it ends before end_of_record; the tool that wrote it was interrupted',
    ],
    ['B-L05 a word for a line', record('DA:abc,1'), 'RPT-VALUE 2 `DA:abc,1` is not a possible value'],
    ['B-L05 no hits', record('DA:1'), 'RPT-VALUE 2 `DA:1` is not a possible value'],
    ['B-L05 negative hits', record('DA:1,-5'), 'RPT-VALUE 2 `DA:1,-5` is not a possible value'],
    ['B-L05 an exponent', record('DA:1,1e999'), 'RPT-VALUE 2 `DA:1,1e999` is not a possible value'],
    [
      'B-L05 line 0, with a checksum and hits that are no count',
      record('DA:0,x,abc'),
      'RPT-VALUE 2 `DA:0,x,abc` is not a possible value',
    ],
    ['B-L05 line 0', record('DA:0,1'), 'RPT-VALUE 2 `DA:0,1` is not a possible value'],
    ['a line beyond any file', record('DA:8388609,1'), 'RPT-VALUE 2 `DA:8388609,1` is not a possible value'],
    [
      'B-L08 a forged summary without DA',
      record('LF:100', 'LH:100'),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
    ['B-L16 a lone CR', record('DA:1,1\rDA:2,1'), 'RPT-VALUE 2 `DA:1,1\rDA:2,1` is not a possible value'],
    ['B-L16 trailing garbage', `${record('DA:1,1')}garbage\n`, 'RPT-SYNTAX 4 this is no LCOV record'],
    ['a branch without taken', record('BRDA:1,0,0'), 'RPT-VALUE 2 `BRDA:1,0,0` is not a possible value'],
    [
      'a control character in a path',
      'SF:a\x07.ts\nDA:1,1\nend_of_record\n',
      'RPT-VALUE 1 a path contains control characters',
    ],
    ['a file without a path', 'SF:\nDA:1,1\nend_of_record\n', 'RPT-VALUE 1 a file has no path'],
    ['a very long path', `SF:${'a'.repeat(5000)}\n`, 'RPT-SIZE 1 a path is longer than 4096 bytes'],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))

  test('a path that is not UTF-8', () =>
    expect(outcome(Uint8Array.from([...bytes('SF:'), 0xe9, 0x0a]))).toBe(
      'RPT-ENCODING 1 a name is not valid in the encoding of the file',
    ))

  test('B-L15 50 MiB in one line, without keeping it', () => {
    const chunk = new Uint8Array(1 << 16).fill(0x61)
    function* endless() {
      yield bytes('SF:')
      for (let sent = 0; sent < 50 << 20; sent += chunk.length) yield chunk
    }
    const result = readReport(endless())
    expect(result.ok ? '' : result.error.code).toBe('RPT-SIZE')
  })
})

describe('what real tools write', () => {
  test.each([
    ['B-L06 hits beyond 64 bits', record('DA:1,99999999999999999999', 'DA:2,18446744073709551615'), '2 of 2'],
    ['B-L07 more hit than found', record('DA:1,1', 'DA:2,0', 'LF:10', 'LH:20'), '1 of 2'],
    ['B-L12 the same file twice: union', record('DA:1,1', 'DA:2,0') + record('DA:2,3', 'DA:3,0'), '2 of 3'],
    ['the same line twice', record('DA:1,0', 'DA:1,1', 'DA:1,0'), '1 of 1'],
    [
      'B-L16 blanks at the end of lines',
      record('DA:1,1 ', 'DA:2,0\t\r', 'LF:2 ').replace(/record/, 'record '),
      '1 of 2',
    ],
    ['B-L16 CRLF and a byte order mark', `\uFEFF${record('DA:1,1', 'DA:2,0').replaceAll('\n', '\r\n')}`, '1 of 2'],
    ['no final line end', record('DA:1,1').trimEnd(), '1 of 1'],
    ['comments, blank lines and unknown records', `# made\n\n${record('VER:x', 'XYZ9:1', '', 'DA:1,1')}`, '1 of 1'],
    ['a checksum', record('DA:1,0,iHoRDCsTKmPPkpDGVqZyMw'), '0 of 1'],
    ['hits 000', record('DA:1,000'), '0 of 1'],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))

  test.each([
    ['B-L17 never reached, exception block', ['BRDA:1,0,0,-', 'BRDA:1,e0,0,1'], { covered: 1, total: 2 }],
    [
      'branch names that are words',
      ['BRDA:7,0,jump to line 8,1', 'BRDA:7,0,jump to line 11,0'],
      { covered: 1, total: 2 },
    ],
    ['the same branch twice', ['BRDA:1,0,0,0', 'BRDA:1,0,0,4'], { covered: 1, total: 1 }],
  ])('branches: %s', (_, fields, expected) => {
    const result = read(record('DA:1,1', ...fields))
    expect(result.ok && totals(result.value.report.files).branches).toEqual(expected)
  })

  test.each([
    ['with and without an end line', ['FN:1,5,a', 'FN:7,b', 'FNDA:2,a', 'FNDA:0,b'], { covered: 1, total: 2 }],
    ['names with commas', ['FN:1,f(int, char)', 'FNDA:1,f(int, char)'], { covered: 1, total: 1 }],
    ['a repeated name', ['FN:1,a', 'FN:9,a', 'FNDA:0,a', 'FNDA:1,a'], { covered: 1, total: 1 }],
    [
      'lcov 2: several names of one function',
      ['FNL:0,1,5', 'FNA:0,0,a<int>', 'FNA:0,3,a<char>', 'FNL:1,9', 'FNA:1,0,b'],
      { covered: 1, total: 2 },
    ],
  ])('functions: %s', (_, fields, expected) => {
    const result = read(record('DA:1,1', ...fields))
    expect(result.ok && totals(result.value.report.files).functions).toEqual(expected)
  })

  test('B-L18 a path with commands and markup is kept as it is; only the renderer may show it', () => {
    const path = '::error::x %0A `<img>`.ts'
    const result = read(`SF:${path}\nDA:1,1\nend_of_record\n`)
    expect(result.ok && linesOf(result.value.report)).toEqual({ [path]: [1] })
  })
})

/** Slow and obvious, for input that is known to be well-formed. */
function reference(text: string): Content {
  const report = new Obvious()
  let indexed = new Map<string, string>()
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const [, key = '', value = ''] = /^([A-Z]+):(.*?)[ \t]*$/.exec(line) ?? []
    const [, first = '', rest = ''] = /^([^,]*),(.*)$/.exec(value) ?? []
    if (key === 'SF') {
      report.open(value)
      indexed = new Map()
    } else if (key === 'DA') report.mark('lines', first, /^0*[1-9]/.test(rest))
    else if (key === 'BRDA') {
      const last = value.lastIndexOf(',')
      report.mark('branches', value.slice(0, last), /[1-9]/.test(value.slice(last)))
    } else if (key === 'FN') report.mark('functions', rest.replace(/^\d+,/, ''), false)
    else if (key === 'FNDA') report.mark('functions', rest, Number(first) > 0)
    else if (key === 'FNL') {
      indexed.set(first, `at ${rest}`)
      report.mark('functions', `at ${rest}`, false)
    } else if (key === 'FNA') report.mark('functions', indexed.get(first) ?? '', /^0*[1-9]/.test(rest))
  }
  return report.content
}

test.each(fixtures('lcov'))('agrees with the obvious reader about $name', ({ content }) => {
  const result = read(content)
  expect(result.ok && contentOf(result.value.report)).toEqual(reference(new TextDecoder().decode(content)))
})

test('agrees with the obvious reader on any report, however it is cut', () => {
  const line = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 20_000 }))
  const hits = fc.bigInt({ min: 0n, max: 1n << 70n }).map(count => (count % 3n === 0n ? 0n : count))
  const word = fc.constantFrom('0', '1', '7', '20', '16383', '16384', '99999', 'e0', 'jump to line 8', 'ü')
  const name = fc.constantFrom('f', 'g', 'ns::f(int, char)', 'größe', '5', '5x', 'a b', '<init>')
  const end = fc.constantFrom('', '', '', ' ', '\t')
  const field = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(line, hits, fc.constantFrom('', '', ',abc=', ',a,b'), end)
        .map(([number, count, sum, blank]) => `DA:${number},${count}${sum}${blank}`),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.oneof(fc.constant(1), line), word, word, fc.oneof(fc.constant('-'), hits), end)
        .map(([number, block, branch, taken, blank]) => `BRDA:${number},${block},${branch},${taken}${blank}`),
    },
    { weight: 2, arbitrary: fc.tuple(line, name, end).map(([number, f, blank]) => `FN:${number},${f}${blank}`) },
    { weight: 1, arbitrary: fc.tuple(line, line, name).map(([from, to, f]) => `FN:${from},${to},${f}`) },
    { weight: 3, arbitrary: fc.tuple(hits, name, end).map(([count, f, blank]) => `FNDA:${count},${f}${blank}`) },
    fc.constantFrom('FNL:0,7,9\nFNA:0,3,f', 'FNL:1,8\nFNA:1,0,g', 'LF:3', 'LH:2', 'BRF:0', 'FNF:', '', '#x', 'XY:z'),
  )
  const file = fc.tuple(
    fc.constantFrom('a.ts', 'b/c.ts', 'ü/d e.ts', 'x,y.ts'),
    fc.array(field, { maxLength: 40, size: 'max' }),
  )
  const input = fc.record({
    files: fc.array(file, { minLength: 1, maxLength: 8 }),
    eol: fc.constantFrom('\n', '\r\n'),
    size: fc.integer({ min: 1, max: 200 }),
  })
  fc.assert(
    fc.property(input, ({ files, eol, size }) => {
      const text = files
        .map(([path, fields]) => ['TN:', `SF:${path}`, ...fields, 'end_of_record', ''].join('\n'))
        .join('')
        .replaceAll('\n', eol)
      const expected = reference(text)
      const result = readReport(cutInto(bytes(text), size))
      if (result.ok) expect(contentOf(result.value.report)).toEqual(expected)
      else expect([result.error.code, Object.values(expected).flatMap(each => each.lines)]).toEqual(['RPT-EMPTY', []])
    }),
    { numRuns: 200 },
  )
})
