import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportCodes } from '../../src/coverage/format.ts'
import { readTests } from '../../src/coverage/junit.ts'
import { bytes, english } from './helpers.ts'

/** `tests, failures, errors, skipped`, or `CODE line:column sentence`. */
function outcome(input: string | Uint8Array): string {
  const result = readTests([typeof input === 'string' ? bytes(input) : input])
  if (result.ok) return Object.values(result.value).join(', ')
  const { code, line, column, message } = result.error
  return `${code}${line === undefined ? '' : ` ${line}:${column}`} ${english(message)}`
}

const suite = (inside: string, attributes = '') => `<testsuite name="s"${attributes}>${inside}</testsuite>`
const suites = (inside: string) => `<?xml version="1.0"?>\n<testsuites>\n${inside}\n</testsuites>\n`
const one = (inside: string) => `<testcase name="t" classname="c">${inside}</testcase>`
const passed = '<testcase name="t"/>'

describe('what is counted', () => {
  test.each([
    ['a suite as root', suite(passed + passed), '2, 0, 0, 0'],
    ['suites as root, and suites in suites', suites(suite(passed + suite(passed)) + suite(passed)), '3, 0, 0, 0'],
    ['cases directly under the root', suites(passed), '1, 0, 0, 0'],
    ['each kind of child', suite(passed + one('<failure/>') + one('<error/>') + one('<skipped/>')), '4, 1, 1, 1'],
    ['an error and a failure in one case: an error', suite(one('<failure/><error/><failure/>')), '1, 0, 1, 0'],
    ['two failures in one case: one', suite(one('<failure/><failure/>')), '1, 1, 0, 0'],
    ['skipped and failed: a failure', suite(one('<skipped/><failure/>')), '1, 1, 0, 0'],
    ['repeated attempts', suite(one('<flakyFailure/><flakyError/><rerunFailure/><rerunError/>')), '1, 0, 0, 0'],
    ['a repeated attempt that failed again', suite(one('<failure/><rerunFailure/>')), '1, 1, 0, 0'],
    ['a suite that could not start', suite('<error message="no module"/>'), '0, 0, 1, 0'],
    [
      'elements of these names elsewhere',
      suite(`<properties><error/></properties>${one('<system-out><failure/></system-out>')}`),
      '1, 0, 0, 0',
    ],
    ['a case in a case', suite(one(`${one('<error/>')}<skipped/>`)), '2, 0, 1, 1'],
    ['B-X27 no test', suites(''), '0, 0, 0, 0'],
    ['B-X27 no test, whatever the attributes say', suites(suite('', ' tests="9" failures="0"')), '0, 0, 0, 0'],
    [
      'B-X28 failures="0" with a failure',
      suite(one('<failure/>') + passed, ' tests="7" failures="0" errors="-1"'),
      '2, 1, 0, 0',
    ],
    ['B-X12 failures="5" without one', suite(passed, ' tests="1" failures="5"'), '1, 0, 0, 0'],
    [
      'B-X04 a document type without a subset',
      `<!DOCTYPE testsuite PUBLIC "-//x//y" "z.dtd">${suite(passed)}`,
      '1, 0, 0, 0',
    ],
    ['B-X19 declared ISO-8859-1', `<?xml version="1.0" encoding="iso-8859-1"?>${suite(passed)}`, '1, 0, 0, 0'],
    [
      'B-X23 cases in CDATA, comments and instructions',
      suite(`<system-out><![CDATA[${passed}]]></system-out><!-- ${passed} --><?x ${passed}?>${passed}`),
      '1, 0, 0, 0',
    ],
    [
      'B-X24 elements named like object members',
      suite(`<__proto__/><constructor/>${one('<toString/>')}`),
      '1, 0, 0, 0',
    ],
    ['a byte order mark and leading lines', `\uFEFF\n\n${suite(passed)}`, '1, 0, 0, 0'],
    ['output of 3 MiB', suite(`${passed}<system-out>${'x\n'.repeat(3 << 19)}</system-out>`), '1, 0, 0, 0'],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))

  test('B-X06 a million character references', () =>
    expect(outcome(suite(`<system-out>${'&#65;'.repeat(1_000_000)}</system-out>${passed}`))).toBe('1, 0, 0, 0'))
})

describe('what is refused, and where', () => {
  const subset = 'the document type defines more than elements and attributes; a report never defines entities'
  const truncated = 'the XML ends before its root element is closed; the tool that wrote it was interrupted'
  test.each([
    ['an empty file', '', 'RPT-EMPTY the file is empty; nothing measured is not 100 %'],
    ['B-X01 billion laughs', '<!DOCTYPE testsuites [<!ENTITY a "ha">]><testsuites/>', `RPT-DOCTYPE 1:22 ${subset}`],
    [
      'B-X03 an external entity',
      '<!DOCTYPE testsuite [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite/>',
      `RPT-DOCTYPE 1:21 ${subset}`,
    ],
    [
      'B-X05 two document types',
      '<!DOCTYPE testsuite><!DOCTYPE testsuite><testsuite/>',
      'RPT-DOCTYPE 1:21 a document type stands where none may be',
    ],
    ['B-X08 cut', `<testsuite>${passed}`, `RPT-TRUNCATED 1:32 ${truncated}`],
    ['B-X09 a plain sentence', 'Not Found', 'RPT-ROOT 1:1 no XML root; `testsuites` expected'],
    ['B-X10 a coverage report', '<coverage/>', 'RPT-ROOT 1:1 root element `coverage`; `testsuites` expected'],
    ['B-X10 an HTML page', '<!doctype html><html></html>', 'RPT-FORMAT 1:1 it looks like an HTML page, not a report'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8), 'RPT-FORMAT 1:1 it is gzip-compressed; unpack it first'],
    [
      'B-X19 UTF-16',
      Uint8Array.of(0xff, 0xfe, 0x3c, 0),
      'RPT-ENCODING 1:1 encoding `UTF-16` is not read; write it as UTF-8',
    ],
    ['B-X20 an unescaped ampersand', suites('a & b'), 'RPT-SYNTAX 3:3 `&` starts no entity that XML knows'],
    ['B-X21 an attribute twice', suites('<testcase a="" a=""/>'), 'RPT-SYNTAX 3:16 attribute `a` is given twice'],
    ['a second root', suite('') + suite(''), 'RPT-SYNTAX 1:33 not well-formed XML here'],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))

  test('B-X07 a million nested suites', () =>
    expect(outcome('<testsuite>'.repeat(1_000_000))).toBe('RPT-DEPTH 1:2817 elements are nested deeper than 256'))
})

const folder = new URL('../fixtures/junit/', import.meta.url)
const fixtures = readdirSync(folder)
  .filter(name => name.endsWith('.xml'))
  .map(name => {
    const { tests, failures, errors, skipped } = JSON.parse(
      readFileSync(new URL(name.replace(/\.xml$/, '.totals.json'), folder), 'utf8'),
    )
    return {
      name,
      content: new Uint8Array(readFileSync(new URL(name, folder))),
      expected: { tests, failures, errors, skipped },
    }
  })

describe('files that real tools wrote', () => {
  test.each(fixtures)('$name', ({ content, expected }) => {
    expect(readTests([content])).toEqual({ ok: true, value: expected })
    expect(reference(new TextDecoder().decode(content))).toEqual(expected)
  })

  test.each(fixtures)('R-24 no prefix of $name passes for the whole', ({ content }) => {
    const end = new TextDecoder('latin1').decode(content).trimEnd().length
    for (let length = 0; length < end; length++) expect(readTests([content.subarray(0, length)]).ok).toBe(false)
  })

  test('R-23 any bytes and any mutation give counts or a located problem', () => {
    const mutant = fc
      .record({
        fixture: fc.constantFrom(...fixtures),
        at: fc.nat(),
        remove: fc.nat(12),
        insert: fc.uint8Array({ maxLength: 6 }),
      })
      .map(({ fixture: { content }, at, remove, insert }) => {
        const start = at % (content.length + 1)
        return Uint8Array.from([...content.subarray(0, start), ...insert, ...content.subarray(start + remove)])
      })
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), mutant), noise => {
        const result = readTests([noise])
        if (!result.ok) expect(reportCodes).toHaveProperty([result.error.code])
      }),
      { numRuns: 3_000 },
    )
  })
})

/** Slow and obvious: one case after the other, by what it contains. */
function reference(text: string) {
  const counts = { tests: 0, failures: 0, errors: 0, skipped: 0 }
  const bare = text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, '')
  const rest = bare.replace(
    /<testcase(?:\s(?:[^>"']|"[^"]*"|'[^']*')*?)?(?:\/>|>(.*?)<\/testcase>)/gs,
    (_, inside = '') => {
      counts.tests++
      if (/<error[\s/>]/.test(inside)) counts.errors++
      else if (/<failure[\s/>]/.test(inside)) counts.failures++
      else if (/<skipped[\s/>]/.test(inside)) counts.skipped++
      return ''
    },
  )
  counts.errors += [...rest.matchAll(/<error[\s/>]/g)].length
  counts.failures += [...rest.matchAll(/<failure[\s/>]/g)].length
  return counts
}

test('agrees with the obvious reader on any file, however it is cut', () => {
  const child = fc.constantFrom(
    '<failure/>',
    '<error message="a &gt; b">x</error>',
    '<skipped/>',
    '<rerunFailure/>',
    '<!-- <error/> -->',
    '\n',
  )
  const aCase = fc.oneof(
    fc.constant(passed),
    fc.array(child, { maxLength: 3 }).map(each => one(each.join(''))),
  )
  const aSuite = fc
    .tuple(fc.array(aCase, { maxLength: 6 }), fc.constantFrom('', '<error/>', '<failure>x</failure>', '<properties/>'))
    .map(([cases, other]) => suite(other + cases.join('\n'), ' tests="3"'))
  const input = fc.record({ suites: fc.array(aSuite, { maxLength: 4 }), size: fc.integer({ min: 1, max: 300 }) })
  fc.assert(
    fc.property(input, ({ suites: each, size }) => {
      const text = suites(each.join('\n'))
      const whole = bytes(text)
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      )
      expect(readTests(chunks)).toEqual({ ok: true, value: reference(text) })
    }),
    { numRuns: 400 },
  )
})
