import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportCodes } from '../../src/coverage/format.ts'
import { type FormatId, formatIds, formats } from '../../src/coverage/formats/index.ts'
import { readReport } from '../../src/coverage/read.ts'
import { bytes, chinese, countOf, english, fixtures, hasLines, known, linesOf, outcome, read } from './helpers.ts'

/** What every format owes; a new one is held to it as soon as it is registered. */
describe.each(formatIds)('%s', id => {
  const all = fixtures(id)
  /** Every prefix of a report takes its time: two of each format, all of them in the soak. */
  const cutShort = process.env.SOAK ? all : all.toSorted((a, b) => a.content.length - b.content.length).slice(0, 2)

  test('has at least two fixtures that real tools wrote', () => expect(all.length).toBeGreaterThanOrEqual(2))

  test.each(all)('agrees with the totals of the tool that wrote $name', ({ content, expected }) => {
    const result = read(content)
    if (!result.ok) throw new Error(english(result.error.message))
    expect(result.value.format).toBe(id)
    expect(countOf(result.value.report)).toEqual(expected)
  })

  test.each(all)('$name reads the same whatever the chunks', ({ content }) => {
    const whole = read(content)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }), sizes => {
        expect(readReport(cut(content, sizes))).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })

  test.each(all)('$name reads the same with a byte order mark, CRLF and without a final line end', ({ content }) => {
    const text = new TextDecoder().decode(content).trimEnd().replaceAll('\n', '\r\n')
    const [plain, dressed] = [read(content), read(`\uFEFF${text}`)]
    if (!plain.ok || !dressed.ok) throw new Error('refused')
    expect(linesOf(dressed.value.report)).toEqual(linesOf(plain.value.report))
  })

  test.each(cutShort)('R-24 no prefix of $name passes for the whole', ({ content }) => {
    const end = new TextDecoder('latin1').decode(content).trimEnd().length
    const accepted: number[] = []
    for (let length = 0; length < end; length++) if (read(content.subarray(0, length)).ok) accepted.push(length)
    expect(accepted).toEqual(endsOfRecords(endOfRecord[id] ?? /(?!)/, content, end))
  })

  test('R-23 any bytes give a report or a located problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), noise => expectTotal(readReport([noise], id))),
      { numRuns: 2_000 },
    )
  })

  test('R-23 any mutation of a fixture gives a report or a located problem', () => {
    const mutation = fc.record({
      fixture: fc.constantFrom(...all),
      edits: fc.array(
        fc.record({
          at: fc.nat(),
          remove: fc.nat(12),
          insert: fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constantFrom(...tokens.map(bytes))),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    fc.assert(
      fc.property(mutation, ({ fixture, edits }) => {
        const mutant = edits.reduce(
          (content, { at, remove, insert }) => splice(content, at % (content.length + 1), remove, insert),
          fixture.content,
        )
        expectTotal(readReport([mutant], id))
      }),
      { numRuns: 3_000 },
    )
  })
})

const tokens = [
  '\n',
  'SF:',
  'DA:',
  ',',
  '-1',
  '0',
  '99999999999',
  'end_of_record',
  'mode: set\n',
  'a.go:1.1,2.2 1 1\n',
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<line number="1" hits="1"/>',
  '</class>',
  '\0',
  'é',
]

function expectTotal(result: ReturnType<typeof readReport>): void {
  if (result.ok) {
    expect(hasLines(result.value.report)).toBe(true)
    return
  }
  expect(reportCodes).toHaveProperty([result.error.code])
  expect(english(result.error.message)).not.toBe('')
  expect(chinese(result.error.message)).toMatch(/[\u4e00-\u9fff]/)
  if (result.error.code !== 'RPT-EMPTY') expect(result.error.line).toBeGreaterThanOrEqual(1)
}

function splice(content: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array {
  return Uint8Array.from([...content.subarray(0, at), ...insert, ...content.subarray(at + remove)])
}

function* cut(content: Uint8Array, sizes: readonly number[]): Iterable<Uint8Array> {
  const reused = new Uint8Array(400)
  for (let at = 0, index = 0; at < content.length; index++) {
    const piece = content.subarray(at, at + (sizes[index % sizes.length] ?? 1))
    reused.fill(0x3c)
    reused.set(piece)
    yield reused.subarray(0, piece.length)
    at += piece.length
  }
}

/** The documented limit: a list that is cut exactly behind a record is a valid, shorter list. */
const endOfRecord: Partial<Record<FormatId, RegExp>> = {
  lcov: /end_of_record\n?$/,
  go: /(:\d+\.\d+,\d+\.\d+ \d+ \d+|mode: (set|count|atomic))\n?$/,
  gcov: /\}\n?$/,
}

function endsOfRecords(record: RegExp, content: Uint8Array, end: number): number[] {
  const text = new TextDecoder('latin1').decode(content)
  const ends = Array.from({ length: end }, (_, length) => length).filter(length => record.test(text.slice(0, length)))
  return ends.filter(length => read(content.subarray(0, length)).ok)
}

describe('what is often saved under the name of a report', () => {
  test.each([
    ['B-L01 an empty file', '', 'RPT-EMPTY the file is empty; nothing measured is not 100 %'],
    [
      'an empty file with a byte order mark',
      '\uFEFF\n\n',
      'RPT-EMPTY the file is empty; nothing measured is not 100 %',
    ],
    [
      'B-L13 an HTML error page',
      '\n<!DOCTYPE html>\n<html><body>502</body></html>',
      'RPT-FORMAT 1:1 it looks like an HTML page, not a report',
    ],
    ['B-L14 gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'RPT-FORMAT 1:1 it is gzip-compressed; unpack it first'],
    ['B-L14 a zip archive', Uint8Array.of(0x50, 0x4b, 3, 4), 'RPT-FORMAT 1:1 it is a binary file, not a report'],
    ['B-L14 binary', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0), 'RPT-FORMAT 1:1 it is a binary file, not a report'],
    [
      'B-X19 UTF-16 with a byte order mark',
      Uint8Array.of(0xff, 0xfe, 0x3c, 0),
      'RPT-ENCODING 1:1 encoding `UTF-16` is not read; write it as UTF-8',
    ],
    [
      'B-X19 UTF-16 without one',
      Uint8Array.of(0, 0x3c, 0, 0x3f),
      'RPT-ENCODING 1:1 encoding `UTF-16` is not read; write it as UTF-8',
    ],
    ['B-X09 a plain sentence', 'Not Found', `RPT-FORMAT 1:1 the format is not recognised; known are ${known}`],
    [
      'B-X10 a JUnit file',
      '<?xml version="1.0"?>\n<testsuite/>',
      `RPT-ROOT 2:1 XML with root element \`testsuite\` is no known coverage report; known are ${known}`,
    ],
  ])('%s', (_, content, expected) => expect(outcome(content)).toBe(expected))

  test.each(formatIds)('%s asked for by name: HTML and gzip are still named', id => {
    expect(outcome('<html></html>', id)).toContain('HTML')
    expect(outcome(Uint8Array.of(0x1f, 0x8b), id)).toContain('gzip')
  })
})

test('every format is one file of src/coverage/formats and one line of the registry', () => {
  const files = readdirSync(new URL('../../src/coverage/formats/', import.meta.url))
  expect(formatIds.filter(id => !files.includes(`${id}.ts`))).toEqual([])
  expect(formatIds).toEqual(Object.values(formats).map(format => format.id))
})
