import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDecimals, decimalOf, minus, numberOf } from '../../src/metrics/decimal.ts'
import {
  formatOfName,
  type MetricFormatId,
  metricFormatIds,
  metricFormats,
  readValues,
} from '../../src/metrics/index.ts'
import { parsePath, type ValuePath, writePath } from '../../src/metrics/path.ts'

/** Every value of a text: the number, or its fault; of a file that is refused, its code. */
function read(format: MetricFormatId, content: string | Uint8Array, values: readonly string[], size = 1 << 20) {
  for (const value of values) expect(metricFormats[format].check(value)).toBeUndefined()
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const buffer = new Uint8Array(Math.min(size, Math.max(1, bytes.length)))
  // Chunks share one buffer, as those of a file do.
  function* chunks() {
    for (let at = 0; at < bytes.length; at += size) {
      const chunk = bytes.subarray(at, at + size)
      buffer.set(chunk)
      yield buffer.subarray(0, chunk.length)
    }
  }
  const result = readValues(chunks(), format, values)
  return result.ok ? result.value.map(found => (found.ok ? found.value : found.error)) : result.error.code
}

const json = (content: string, ...values: string[]) => read('json', content, values)

describe('numbers of a JSON document', () => {
  test.each<[string, string, number]>([
    ['{"latency":{"p95":512.25}}', 'latency.p95', 512.25],
    ['{"runs":[{"t":1},{"t":2e-3}]}', 'runs[1].t', 0.002],
    ['[[1,2],[3,[4]]]', '[1][1][0]', 4],
    ['{"m":{"http":{"values":{"p(95)":-7}}}}', 'm.http.values["p(95)"]', -7],
    ['{"a.b":{"c[0]":{"":5}}}', '["a.b"]["c[0]"][""]', 5],
    ['{"größe":{"\\u0061":0}}', 'größe.a', 0],
    ['{"a":-0}', 'a', 0],
    ['{"a":{"b":1,"x":[{"b":2}]},"x":{"b":3}}', 'a.b', 1],
    ['{"a":[1,"x",{"b":[]},null,5]}', 'a[4]', 5],
    ['{"a":1234567890.123456}', 'a', 1234567890.123456],
  ])('%s at %s', (content, path, expected) => {
    expect(json(content, path)).toEqual([expected])
  })

  test.each<[string, string, object]>([
    ['{"a":{"b":1}}', 'a.c', { kind: 'missing', path: 'a.c', reached: 'a', found: 'object' }],
    ['{"latency":{"p95":1}}', 'latncy.p95', { kind: 'missing', reached: '', found: 'object', near: 'latency' }],
    ['{"latency":{"p99":1}}', 'latency.p95', { kind: 'missing', reached: 'latency', near: 'p99' }],
    ['{"a":5}', 'a.b.c', { kind: 'missing', reached: 'a', found: 'number' }],
    ['{"a":[1]}', 'a[1]', { kind: 'missing', reached: 'a', found: 'list', near: null }],
    ['{"a":[1]}', 'a.b', { kind: 'missing', reached: 'a', found: 'list' }],
    ['[1]', 'a', { kind: 'missing', reached: '', found: 'list' }],
    ['{"a":{"b":1}}', 'a', { kind: 'type', path: 'a', found: 'object' }],
    ['{"a":[]}', 'a', { kind: 'type', found: 'list' }],
    ['{"a":"12"}', 'a', { kind: 'type', found: 'text' }],
    ['{"a":true}', 'a', { kind: 'type', found: 'boolean' }],
    ['{"a":null}', 'a', { kind: 'type', found: 'null' }],
    ['{"a":null}', 'a.b', { kind: 'missing', reached: 'a', found: 'null' }],
    ['{"a":1e999}', 'a', { kind: 'range', path: 'a' }],
    ['{}', 'constructor', { kind: 'missing', reached: '' }],
  ])('%s has nothing at %s', (content, path, fault) => {
    expect(json(content, path)).toEqual([expect.objectContaining(fault)])
  })

  test('one value of a file says nothing about another', () => {
    const found = json('{"a":{"b":1},"c":[{"d":2},{"d":"x"}],"e":3}', 'a', 'a.b', 'c[0].d', 'c[1].d', 'c.d', 'e', 'e.f')
    expect(found).toEqual([
      expect.objectContaining({ kind: 'type' }),
      1,
      2,
      expect.objectContaining({ kind: 'type', found: 'text' }),
      expect.objectContaining({ kind: 'missing', reached: 'c', found: 'list' }),
      3,
      expect.objectContaining({ kind: 'missing', reached: 'e', found: 'number' }),
    ])
  })

  test('as many values as a policy may name', () => {
    const names = Array.from({ length: 100 }, (_, index) => `k${index}`)
    const content = JSON.stringify({ v: Object.fromEntries(names.map((name, index) => [name, index])) })
    expect(json(content, ...names.map(name => `v.${name}`))).toEqual(names.map((_, index) => index))
  })

  test.each<[string, string, string]>([
    ['B-J01 null', 'null', 'RPT-VALUE'],
    ['B-J01 a text', '"x"', 'RPT-VALUE'],
    ['B-J02 trailing comma', '{"a":1,}', 'RPT-SYNTAX'],
    ['B-J02 single quotes', "{'a':1}", 'RPT-SYNTAX'],
    ['B-J02 a comment', '{"a":1 /* p95 */}', 'RPT-SYNTAX'],
    ['B-J02 NaN', '{"a":NaN}', 'RPT-SYNTAX'],
    ['B-J02 Infinity', '{"a":-Infinity}', 'RPT-SYNTAX'],
    ['B-J03 the key twice', '{"a":1,"a":2}', 'RPT-DUPKEY'],
    ['B-J04 nested deeply', '['.repeat(200_000), 'RPT-DEPTH'],
    ['B-J05 __proto__', '{"__proto__":{"a":1}}', 'RPT-KEY'],
    ['B-J09 a key of 2 MB', `{"${'k'.repeat(2 << 20)}":1,"a":2}`, 'RPT-SIZE'],
    ['cut off', '{"a":1', 'RPT-TRUNCATED'],
    ['two documents', '{"a":1}{"a":2}', 'RPT-SYNTAX'],
    ['nothing', '', 'RPT-EMPTY'],
    ['an HTML page', '<!doctype html><html>', 'RPT-FORMAT'],
    ['UTF-16', '\ufeff{"a":1}', ''],
  ])('%s', (name, content, code) => {
    if (name === 'UTF-16') expect(read('json', Buffer.from(content, 'utf16le'), ['a'])).toBe('RPT-ENCODING')
    else expect(json(content, 'a')).toBe(code)
  })

  test('B-J09 a text of 30 MB beside the number costs nothing', () => {
    expect(json(`{"x":"${'x'.repeat(30 << 20)}","a":2}`, 'a')).toEqual([2])
  })

  const key = fc.oneof(
    fc.constantFrom('a', 'b', 'c', 'a.b', 'p(95)', '', ' '),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const usable = key.filter(each => !['__proto__', '*', '[]'].includes(each) && each.isWellFormed())

  test('law: every number of a document is found at its own path, wherever the chunks are cut', () => {
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(null, 'x', true),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(usable, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(
        fc.dictionary(usable, tree, { noNullPrototype: true }),
        fc.integer({ min: 1, max: 50 }),
        (root, size) => {
          const all = numbersIn(root, [])
          const paths = all.map(each => each.path)
          fc.pre(paths.length > 0 && paths.length <= 100 && paths.every(path => writePath(path).length <= 300))
          expect(read('json', JSON.stringify(root), paths.map(writePath), size)).toEqual(all.map(each => each.value))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('law: a path reads back as it is written', () => {
    const part = fc.oneof(usable, fc.nat(1000))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), path => {
        expect(parsePath(writePath(path))).toEqual({ ok: true, value: path })
      }),
    )
  })

  test.each([
    '',
    '.a',
    'a.',
    'a..b',
    'a[',
    'a[-1]',
    'a[01]',
    'a["b]',
    'a b',
    'a[0]b',
    'a]',
    '__proto__.x',
    'a["*"]',
    '*',
    'a["[]"]',
    `${'x.'.repeat(40)}y`,
    '$[*]',
  ])('no path: %s', path => {
    expect(parsePath(path).ok).toBe(false)
  })
})

function numbersIn(value: unknown, path: ValuePath): readonly { readonly path: ValuePath; readonly value: number }[] {
  if (typeof value === 'number') return [{ path, value: value + 0 }]
  if (Array.isArray(value)) return value.flatMap((item, index) => numbersIn(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner, [...path, name]))
}

describe('presets', () => {
  const summary =
    '{"metrics":{"http_req_duration":{"values":{"avg":1.5,"p(95)":12.5,"p(99.9)":99}},"checks":{"values":{"rate":0.5}}}}'

  test('k6: what handleSummary is given', () => {
    expect(read('k6', summary, ['http_req_duration.p95', 'http_req_duration.p99.9', 'checks.rate'])).toEqual([
      12.5, 99, 0.5,
    ])
  })

  test('k6: the file of --summary-export', () => {
    const content = '{"metrics":{"http_req_duration{status:200}":{"avg":1,"p(95)":12.5}}}'
    expect(read('k6', content, ['http_req_duration{status:200}.p95'])).toEqual([12.5])
  })

  test('k6: a metric that is not there', () => {
    expect(read('k6', summary, ['http_req_durations.p95'])).toEqual([
      expect.objectContaining({ kind: 'missing', reached: 'metrics', near: 'http_req_duration' }),
    ])
    for (const value of ['p95', 'http_req_duration', 'a.p(95)', 'a.p955'])
      expect(metricFormats.k6.check(value)?.code).toBe('budgets.k6')
  })

  test('Lighthouse: a category and an audit', () => {
    const content =
      '{"categories":{"performance":{"score":0.93}},"audits":{"largest-contentful-paint":{"numericValue":2100.5}}}'
    expect(read('lighthouse', content, ['performance', 'largest-contentful-paint'])).toEqual([0.93, 2100.5])
    expect(read('lighthouse', content, ['largest-content-paint'])).toEqual([
      expect.objectContaining({ reached: 'audits', near: 'largest-contentful-paint' }),
    ])
    expect(metricFormats.lighthouse.check('audits.x')?.code).toBe('budgets.lighthouse')
  })

  const suites = `<?xml version="1.0"?><testsuites tests="99" time="9999">
    <testsuite name="e2e" tests="50"><testcase name="a" time="0.1"/><testcase name="b" time="0.2"><failure/></testcase>
      <testsuite name="slow"><testcase name="c" time="1,234.5"><skipped/></testcase></testsuite></testsuite>
    <testsuite name="unit"><testcase name="d" time="3e-1"/></testsuite></testsuites>`

  test('B-X28 JUnit: counted from the cases, times added up without rounding', () => {
    const values = [
      'tests',
      'failures',
      'skipped',
      'errors',
      'time',
      'testsuite["e2e"].tests',
      'testsuite["slow"].time',
    ]
    expect(read('junit', suites, values)).toEqual([4, 1, 1, 0, 1235.1, 3, 1234.5])
    expect(read('junit', suites, ['testsuite["e2e"].time'], 7)).toEqual([1234.8])
  })

  test('JUnit: a suite that is not there, a case without a time', () => {
    expect(read('junit', suites, ['testsuite["e3e"].tests'])).toEqual([{ kind: 'suite', suite: 'e3e', near: 'e2e' }])
    expect(read('junit', '<testsuite><testcase/></testsuite>', ['time', 'tests'])).toEqual([
      { kind: 'time', time: '' },
      1,
    ])
    expect(read('junit', '<testsuite><testcase time="NaN"/></testsuite>', ['time'])).toEqual([
      { kind: 'time', time: 'NaN' },
    ])
    expect(read('junit', '<coverage/>', ['tests'])).toBe('RPT-ROOT')
    expect(metricFormats.junit.check('testsuite.time')?.code).toBe('budgets.junit')
  })

  test.each<[string, string, unknown]>([
    ['p95 12.5', 'p95', 12.5],
    ['# HELP\np95 = 12.5 ms\r\n', 'p95', 12.5],
    ['p95: 1e3', 'p95', 1000],
    ['http_requests_total{code="200"} 12 1700000000', 'http_requests_total{code="200"}', 12],
    ['p951 1\np95 2', 'p95', 2],
    ['start up time 3 s', 'start up time', 3],
    ['p95 NaN', 'p95', { kind: 'line', key: 'p95', line: 'p95 NaN' }],
    ['p95 +Inf', 'p95', expect.objectContaining({ kind: 'line' })],
    ['p95 1e9999', 'p95', { kind: 'range', path: 'p95' }],
    ['p95 1 2 3', 'p95', expect.objectContaining({ kind: 'line' })],
    ['p95 0x10', 'p95', expect.objectContaining({ kind: 'line' })],
    ['p95', 'p95', { kind: 'key', key: 'p95', near: null }],
    ['p95 1\np95 2', 'p95', { kind: 'twice', key: 'p95' }],
    ['p96 1', 'p95', { kind: 'key', key: 'p95', near: 'p96' }],
  ])('lines of text: %j', (content, key, expected) => {
    expect(read('text', content, [key])).toEqual([expected])
    expect(read('text', content, [key], 3)).toEqual([expected])
  })

  test('a line of more than 1 MiB', () => {
    expect(read('text', 'x'.repeat(3 << 20), ['a'])).toBe('RPT-SIZE')
  })

  test('the format that a file name speaks of', () => {
    expect(['a.json', 'a.XML', 'metrics.prom'].map(formatOfName)).toEqual(['json', 'junit', 'text'])
  })

  test('total: whatever the bytes, every format answers', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...metricFormatIds), (bytes, format) => {
        const value = { json: 'a.b', k6: 'a.p95', lighthouse: 'seo', junit: 'tests', text: 'a' }[format]
        read(format, bytes, [value], 16)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('decimals', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true })

  test('law: a decimal is the number that it was made from, and differences are exact', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(numberOf(decimalOf(a))).toBe(a + 0)
        expect(Math.sign(compareDecimals(decimalOf(a), decimalOf(b)))).toBe(a === b ? 0 : a > b ? 1 : -1)
      }),
    )
    expect(numberOf(minus(decimalOf(0.3), decimalOf(0.1)))).toBe(0.2)
    expect(numberOf(minus(decimalOf(512.3), decimalOf(480)))).toBe(32.3)
  })
})
