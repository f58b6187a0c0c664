import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fingerprints } from '../../src/findings/fingerprint.ts'
import { defaultLevels, type SarifDefect } from '../../src/findings/model.ts'
import { readSarif } from '../../src/findings/sarif.ts'
import { severityOf } from '../../src/findings/severity.ts'
import { resolveUri } from '../../src/findings/uri.ts'
import { say } from '../../src/locales/index.ts'
import type { Message } from '../../src/locales/message.ts'
import { plainFormatter } from '../../src/render/plain.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/sarif/${name}.sarif`, import.meta.url))
const options = { levels: defaultLevels, root: '/checkout/shop' }
const text = (told: Message): string => say(told, 'en', plainFormatter('en'))

function read(content: string | Uint8Array, size = 1 << 20) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const buffer = new Uint8Array(size)
  // Chunks share one buffer, as those of a file do.
  function* chunks() {
    for (let at = 0; at < bytes.length; at += size) {
      const part = bytes.subarray(at, at + size)
      buffer.set(part)
      yield buffer.subarray(0, part.length)
    }
  }
  return readSarif(chunks(), options, new Fingerprints())
}

const json = (value: unknown) => read(JSON.stringify(value))
const driver = { name: 'T', rules: [{ id: 'r' }] }
const log = (run: object) => ({ version: '2.1.0', runs: [{ tool: { driver }, ...run }] })

/** The code of the file, or those of its runs. */
function codes(result: ReturnType<typeof read>): readonly string[] {
  return result.ok ? result.value.flatMap(run => run.problems.map(problem => problem.code)) : [result.error.code]
}

/** The results of one run that is fine otherwise. */
function defects(results: readonly object[], run: object = {}): readonly SarifDefect[] {
  const found = json(log({ results, ...run }))
  if (!found.ok) throw new Error(`${found.error.code} ${text(found.error.message)}`)
  return found.value.flatMap(each => each.defects)
}

const one = (result: object, run: object = {}): SarifDefect => {
  const [first] = defects([{ ruleId: 'r', message: { text: 'm' }, ...result }], run)
  if (first === undefined) throw new Error('no defect')
  return first
}
const at = (uri: string, uriBaseId?: string, region: object = { startLine: 3 }) => ({
  locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId }, region } }],
})
const codesOf = ({ doubts }: SarifDefect) => doubts.map(doubt => doubt.code)

describe('files of real tools', () => {
  test.each<[string, string, Record<string, number>, string[]]>([
    ['eslint', 'ESLint', { high: 3, medium: 4 }, ['src/cart.js']],
    ['eslint-clean', 'ESLint', {}, []],
    ['biome', 'Biome', { high: 2, medium: 4 }, ['src/cart.js']],
    ['spectral', 'spectral', { medium: 6 }, ['openapi.yaml']],
  ])('%s', (name, tool, expected, paths) => {
    const found = read(fixture(name), 777)
    if (!found.ok) throw new Error(text(found.error.message))
    const [run] = found.value
    const counts = Map.groupBy(run?.defects ?? [], defect => defect.severity)
    expect(run?.tool).toBe(tool)
    expect(Object.fromEntries([...counts].map(([severity, some]) => [severity, some.length]))).toEqual(expected)
    expect([...new Set(run?.defects.map(defect => defect.path))]).toEqual(paths)
    expect(run?.defects.flatMap(codesOf)).toEqual([])
    expect(run?.problems).toEqual([])
    expect(run?.defects.every(({ line }) => line !== null && line > 0)).toBe(true)
  })

  test('B-S04 B-S05 a file that ESLint could not parse is no clean one', () => {
    const found = read(fixture('eslint-fatal'))
    expect(codes(found)).toEqual(['SRF-TOOLFAIL'])
    if (found.ok) expect(text(found.value[0]?.problems[0]?.message as Message)).toContain('Parsing error')
  })

  test('everything that no one tool writes (by hand), T-57 without the snippets', () => {
    const found = read(fixture('full'), 100)
    if (!found.ok) throw new Error(text(found.error.message))
    expect(found.value.map(run => [run.tool, run.defects.length])).toEqual([
      ['Full', 4],
      ['Full', 0],
    ])
    const seen = found.value[0]?.defects.map(({ rule, severity, message, path, line, endLine, suppressed }) => [
      rule,
      severity,
      message,
      path,
      line,
      endLine,
      suppressed,
    ])
    expect(seen).toEqual([
      ['js/xss', 'high', 'Unescaped name', 'src/page.js', 14, 16, false],
      ['js/style/sub', 'high', 'Odd style at line 12', 'src/a b.js', 3, 3, true],
      ['ext/one', 'low', 'Of an extension', null, null, null, false],
      ['js/xss', 'medium', 'own number', 'src/own.js', 1, 1, false],
    ])
    expect(found.value[0]?.revisions).toEqual(['a'.repeat(40)])
    expect(JSON.stringify(found)).not.toContain('hunter2')
  })

  test.each(['biome', 'full'])(
    'R-24 B-X08 every byte prefix of %s is an error',
    name => {
      const whole = new Uint8Array(fixture(name))
      const end = whole.lastIndexOf(0x7d)
      for (let length = 0; length <= end; length++) expect(read(whole.subarray(0, length)).ok).toBe(false)
      expect(read(whole.subarray(0, end + 1)).ok).toBe(true)
    },
    60_000,
  )

  test('chunks of any size give the same', () => {
    const whole = new Uint8Array(fixture('full'))
    const expected = read(whole)
    for (const size of [1, 2, 3, 7, 64, 1000]) expect(read(whole, size)).toEqual(expected)
  })
})

describe('files that cannot pass', () => {
  test.each<[string, string, string]>([
    ['B-J01', '{}', 'RPT-FORMAT'],
    ['B-J01', '[]', 'RPT-FORMAT'],
    ['B-J01', 'null', 'RPT-FORMAT'],
    ['B-J01', '"x"', 'RPT-FORMAT'],
    ['B-J01', '1', 'RPT-FORMAT'],
    ['B-J02', '{"version":"2.1.0","runs":[],}', 'RPT-SYNTAX'],
    ['B-J02', "{'version':'2.1.0'}", 'RPT-SYNTAX'],
    ['B-J02', '{"version":"2.1.0",/* */"runs":[]}', 'RPT-SYNTAX'],
    ['B-J02', '{"version":"2.1.0","runs":[{"results":[{"ruleIndex":NaN}]}]}', 'RPT-SYNTAX'],
    ['B-J03', '{"version":"2.1.0","runs":[],"runs":[{}]}', 'RPT-DUPKEY'],
    ['B-J03', '{"version":"2.1.0","runs":[{"results":[{"level":"none","level":"error"}]}]}', 'RPT-DUPKEY'],
    ['B-J04', `{"version":"2.1.0","x":${'['.repeat(200_000)}`, 'RPT-DEPTH'],
    ['B-J05', '{"version":"2.1.0","__proto__":{}}', 'RPT-KEY'],
    ['B-J06', '{"version":"2.1.0","runs":[{"results":{}}]}', 'RPT-VALUE'],
    ['B-J06', '{"version":"2.1.0","runs":[{"results":[{"ruleId":5}]}]}', 'RPT-VALUE'],
    ['B-S01', '{"runs":5}', 'SRF-VERSION'],
    ['B-S01', '{"runs":[]}', 'SRF-VERSION'],
    ['B-S01', '{"runs":[{"results":[]}]}', 'SRF-VERSION'],
    ['B-S01', '{"version":"2.0.0","runs":[]}', 'SRF-VERSION'],
    ['B-S01', '{"version":2.1,"runs":[]}', 'SRF-VERSION'],
    ['B-S02', '{"version":"2.1.0","runs":[]}', 'SRF-EMPTY'],
    ['B-S02', '{"version":"2.1.0"}', 'SRF-EMPTY'],
    ['B-S02', '{"version":"2.1.0","runs":null}', 'SRF-EMPTY'],
    ['B-S03', JSON.stringify(log({})), 'SRF-INCOMPLETE'],
    ['B-S03', JSON.stringify(log({ results: null })), 'SRF-INCOMPLETE'],
    ['B-S04', JSON.stringify(log({ results: [], invocations: [{ executionSuccessful: false }] })), 'SRF-TOOLFAIL'],
    [
      'B-S05',
      JSON.stringify(
        log({
          results: [],
          invocations: [
            { executionSuccessful: true, toolExecutionNotifications: [{ level: 'error', message: { text: 'x' } }] },
          ],
        }),
      ),
      'SRF-TOOLFAIL',
    ],
    [
      'B-S16',
      JSON.stringify(log({ externalPropertyFileReferences: { results: [{ location: {} }] } })),
      'SRF-UNSUPPORTED',
    ],
    ['B-S16', JSON.stringify(log({ results: [], externalPropertyFiles: {} })), 'SRF-UNSUPPORTED'],
    ['B-S16', JSON.stringify({ ...log({ results: [] }), inlineExternalProperties: [{}] }), 'SRF-UNSUPPORTED'],
    ['B-S19', 'H4sIAAAAAAAAA6vmUlBQUFAyUrICAGVGr5MKAAAA', 'SRF-FORMAT'],
    ['B-S19', '{"commit_sha":"a","sarif":"H4sIAAAAAAAAA6vmUlBQ"}', 'SRF-FORMAT'],
    ['B-S19', '\u001f\u008b', 'RPT-FORMAT'],
  ])('%s %.60s is %s', (row, content, code) => {
    const isBytes = content.startsWith('\u001f')
    expect(codes(read(isBytes ? Uint8Array.of(0x1f, 0x8b, 8, 0) : content))).toEqual([isBytes ? 'SRF-FORMAT' : code])
    expect(row).toMatch(/^B-/)
  })

  test('B-J02 tells line and column', () => {
    const found = read('{\n  "version": "2.1.0",\n  "runs": [ x ]\n}')
    expect(found).toMatchObject({ ok: false, error: { code: 'RPT-SYNTAX', line: 3, column: 13 } })
  })

  test('an empty list of results is clean, B-S18 and an empty run beside another is told too', () => {
    const found = json({
      version: '2.1.0',
      runs: [
        { tool: { driver }, results: [{ ruleId: 'r', message: { text: 'm' } }] },
        { tool: { driver }, results: [] },
      ],
    })
    expect(found.ok && found.value.map(run => [run.tool, run.defects.length, run.problems.length])).toEqual([
      ['T', 1, 0],
      ['T', 0, 0],
    ])
  })

  test('R-26 more results than anybody reads', () => {
    const many = `{"version":"2.1.0","runs":[{"results":[${'{},'.repeat(250_000)}{}]}]}`
    expect(codes(read(many))).toEqual(['RPT-SIZE'])
  })
})

describe('single results', () => {
  test.each<[string, object, string, string[]]>([
    ['B-S06 fatal', { level: 'fatal' }, 'critical', ['SRF-ENUM']],
    ['B-S06 none given', {}, 'medium', []],
    ['B-S06 error', { level: 'error' }, 'high', []],
    ['B-S06 note', { level: 'note' }, 'low', []],
    ['B-S06 none', { level: 'none' }, 'none', []],
    ['B-S06 __proto__', { level: 'constructor' }, 'critical', ['SRF-ENUM']],
    ['kind unknown', { kind: 'fine', level: 'none' }, 'critical', ['SRF-ENUM']],
    ['kind review', { kind: 'review' }, 'medium', []],
    ['B-S07 999', { ruleIndex: 999 }, 'critical', ['SRF-INDEX']],
    ['B-S07 -1', { ruleIndex: -1 }, 'critical', ['SRF-INDEX']],
    ['B-S07 1.5', { ruleIndex: 1.5 }, 'critical', ['SRF-INDEX']],
    ['B-S07 unknown rule', { ruleId: 'other', level: 'note' }, 'critical', ['SRF-INDEX']],
    ['B-S07 unknown extension', { rule: { index: 0, toolComponent: { index: 7 } } }, 'critical', ['SRF-INDEX']],
    ['B-S08 high', { properties: { 'security-severity': 'high' } }, 'critical', ['SRF-VALUE']],
    ['B-S08 11', { properties: { 'security-severity': '11' } }, 'critical', ['SRF-VALUE']],
    ['B-S08 empty', { properties: { 'security-severity': '' } }, 'critical', ['SRF-VALUE']],
    ['B-S08 NaN', { properties: { 'security-severity': 'NaN' } }, 'critical', ['SRF-VALUE']],
    ['B-S08 -1', { properties: { 'security-severity': '-1' } }, 'critical', ['SRF-VALUE']],
    ['B-S08 1e1', { properties: { 'security-severity': '1e1' } }, 'critical', ['SRF-VALUE']],
    ['9.8', { properties: { 'security-severity': '9.8' } }, 'critical', []],
    ['9.8 as a number', { properties: { 'security-severity': 9.8 } }, 'critical', []],
    ['8.9', { properties: { 'security-severity': '8.9' } }, 'high', []],
    ['6.9', { properties: { 'security-severity': '6.9' } }, 'medium', []],
    ['0.1 before level', { level: 'error', properties: { 'security-severity': '0.1' } }, 'low', []],
    ['0.0 says nothing', { level: 'error', properties: { 'security-severity': '0.0' } }, 'high', []],
  ])('%s', (_name, result, severity, doubts) => {
    const found = one(result)
    expect([found.severity, codesOf(found)]).toEqual([severity, doubts])
  })

  test('a tool that lists no rules points to none', () => {
    expect(one({ ruleId: 'x', level: 'note' }, { tool: { driver: { name: 'T' } } })).toMatchObject({
      severity: 'low',
      rule: 'x',
      doubts: [],
    })
  })

  test.each(['pass', 'notApplicable', 'informational'])('kind %s is no defect', kind => {
    expect(defects([{ ruleId: 'r', kind, message: { text: 'm' } }])).toEqual([])
  })

  test.each<[object[], boolean]>([
    [[], false],
    [[{ kind: 'inSource' }], true],
    [[{ status: 'accepted' }], true],
    [[{ status: 'rejected' }], false],
    [[{ status: 'underReview' }], false],
    [[{ status: 'accepted' }, { status: 'rejected' }], false],
    [[{ status: 'whatever' }], false],
  ])('B-S09 suppressions %j: %s', (suppressions, expected) => {
    expect(one({ suppressions }).suppressed).toBe(expected)
  })

  test.each<[string, number | undefined, number | undefined, number, number, number]>([
    ['0', 0, undefined, 1, 1, 1],
    ['huge', 1e300, undefined, 10_000_000, 10_000_000, 1],
    ['backwards', 9, 3, 9, 9, 1],
    ['negative', -5, -2, 1, 1, 1],
    ['fine', 2, 4, 2, 4, 0],
  ])('B-S13 lines: %s', (_name, startLine, endLine, line, end, doubts) => {
    const found = one(at('a.js', undefined, { startLine, endLine }))
    expect([found.line, found.endLine, found.doubts.length]).toEqual([line, end, doubts])
    expect(found.severity).toBe('medium')
  })

  test('B-S14 a message of a megabyte is cut, in one line', () => {
    const found = one({ message: { text: `@org/team\n::error::${'😀'.repeat(262_144)}` } })
    expect(found.message.length).toBeLessThanOrEqual(300)
    expect(found.message.isWellFormed()).toBe(true)
    expect(found.message).not.toContain('\n')
  })
})

describe('places', () => {
  const bases = new Map([
    ['A', { uri: 'sub/', baseId: 'B' }],
    ['B', { uri: 'file:///checkout/shop/', baseId: null }],
    ['C', { uri: 'x/', baseId: 'D' }],
    ['D', { uri: null, baseId: 'C' }],
    ['E', { uri: 'file:///elsewhere/', baseId: null }],
    ['ROOTPATH', { uri: 'file:///', baseId: null }],
    ['UP', { uri: '../', baseId: null }],
  ])
  const path = (uri: string, baseId: string | null = null, root: string | null = '/checkout/shop') => {
    const found = resolveUri({ uri, baseId }, bases, root)
    return found.doubt === null ? found.path : found.doubt.code
  }

  test.each<[string, string | null, string]>([
    ['src/a.js', null, 'src/a.js'],
    ['./src//a.js', null, 'src/a.js'],
    ['src/../a.js', null, 'a.js'],
    ['src\\a.js', null, 'src/a.js'],
    ['a%20b.js', null, 'a b.js'],
    ['gr%C3%B6%C3%9Fe.js', null, 'größe.js'],
    ['file:///checkout/shop/src/a.js', null, 'src/a.js'],
    ['file:/checkout/shop/src/a.js', null, 'src/a.js'],
    ['file://localhost/checkout/shop/a.js', null, 'a.js'],
    ['/checkout/shop/a.js', null, 'a.js'],
    ['a.js', '%SRCROOT%', 'a.js'],
    ['a.js', 'A', 'sub/a.js'],
    ['a.js', 'B', 'a.js'],
    ['go.mod', 'ROOTPATH', 'go.mod'],
    ['file:///checkout/shop/a.js', 'nowhere', 'a.js'],
  ])('%s with base %s is %s', (uri, base, expected) => expect(path(uri, base)).toBe(expected))

  test.each<[string, string | null]>([
    ['../../x', null],
    ['file:///etc/passwd', null],
    ['/etc/passwd', null],
    ['file:///checkout/shop/../../etc/passwd', null],
    ['file:///checkout/shopping/a.js', null],
    ['file://host/checkout/shop/a.js', null],
    ['//host/share/a.js', null],
    ['javascript:alert(1)', null],
    ['https://example.com/a.js', null],
    ['%2e%2e/x', null],
    ['%2E%2E%2Fx', null],
    ['..%5cx', null],
    ['a%00.js', null],
    ['a%zz.js', null],
    ['a.js', 'E'],
    ['a.js', 'UP'],
    ['C:/windows/a.js', null],
    ['\ud800.js', null],
    ['x/'.repeat(3000), null],
  ])('B-S11 B-J10 %.40s with base %s is no path', (uri, base) => expect(path(uri, base)).toBe('SRF-PATH'))

  test.each(['C', 'D', 'nowhere'])('B-S12 base %s leads nowhere', base => expect(path('a.js', base)).toBe('SRF-URI'))

  test('Windows, in either case of letters', () => {
    expect(path('file:///C:/ws/shop/src/a.js', null, 'c:/ws/shop')).toBe('src/a.js')
    expect(path('C:\\ws\\shop\\src\\a.js', null, 'C:/ws/shop')).toBe('src/a.js')
    expect(path('D:\\ws\\shop\\src\\a.js', null, 'C:/ws/shop')).toBe('SRF-PATH')
  })

  test('a result without a path stays a result', () => {
    expect(one({ level: 'error', ...at('../../x') })).toMatchObject({ path: null, line: null, severity: 'high' })
    expect(one({ level: 'error', ...at('a.js', 'nowhere') })).toMatchObject({ path: null, severity: 'high' })
  })

  test('law: whatever the uri, the path stays within the repository', () => {
    const part = fc.constantFrom('..', '.', 'a', '/', '\\', '%2e', '%2f', 'file:', '//', 'C:', 'b', '%', '%5c')
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }),
        fc.constantFrom(null, 'A', 'B', 'E', 'UP', 'ROOTPATH'),
        (parts, base) => {
          const { path: found } = resolveUri({ uri: parts.join(''), baseId: base }, bases, '/checkout/shop')
          if (found === null) return
          expect(found).not.toMatch(/^\/|^[a-z]:|\\/i)
          expect(found.split('/')).not.toContain('..')
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('fingerprints', () => {
  const result = (message: string, line: number, over: object = {}) => ({
    ruleId: 'r',
    message: { text: message },
    ...at('a.js', undefined, { startLine: line }),
    ...over,
  })
  const prints = (...results: object[]) => defects(results).map(defect => defect.fingerprint)

  test('a result that moved is the same, a second one of its kind is another', () => {
    const [before] = prints(result('unused x', 3))
    const after = prints(result('unused  x', 30), result('unused x', 40))
    expect(after[0]).toBe(before)
    expect(new Set(after).size).toBe(2)
    expect(prints(result('see line 7', 1))).toEqual(prints(result('see line 19', 1)))
  })

  test('another vulnerability, path, rule or suppression is another result', () => {
    const all = prints(
      result('CVE-2024-1', 1),
      result('CVE-2024-2', 1),
      result('CVE-2024-1', 1, at('b.js')),
      result('CVE-2024-1', 1, { suppressions: [{ kind: 'inSource' }] }),
    )
    expect(new Set(all).size).toBe(4)
  })

  test("the tool's own fingerprint counts more than the words", () => {
    const given = { partialFingerprints: { primaryLocationLineHash: 'abc:1' } }
    expect(prints(result('a', 1, given))).toEqual(prints(result('b', 2, given)))
  })
})

describe('laws', () => {
  test('worse is never milder: severities', () => {
    const order = ['none', 'low', 'medium', 'high', 'critical']
    const rank = (score: number) =>
      order.indexOf(severityOf({ result: score.toFixed(1), rule: null, level: 'none' }, defaultLevels).severity)
    for (let score = 0; score < 100; score++) expect(rank((score + 1) / 10)).toBeGreaterThanOrEqual(rank(score / 10))
  })

  test('no bytes make it throw', () => {
    const whole = new Uint8Array(fixture('full'))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 5000 }),
        (changes, size) => {
          const bytes = whole.slice()
          for (const [where, byte] of changes) bytes[where] = byte
          read(bytes, size)
        },
      ),
      { numRuns: 1000 },
    )
    fc.assert(fc.property(fc.jsonValue(), value => void json(log({ results: [value], tool: value }))))
  })

  test('B-S15 R-26 100,000 results in less than 5 s', () => {
    const results = Array.from({ length: 100_000 }, (_, index) => ({
      ruleId: 'r',
      ruleIndex: 0,
      level: 'warning',
      message: { text: `result ${index}` },
      ...at(`src/file${index % 500}.js`),
    }))
    const bytes = new TextEncoder().encode(JSON.stringify(log({ results })))
    const start = performance.now()
    const found = read(bytes)
    expect(performance.now() - start).toBeLessThan(5000)
    expect(found.ok && found.value[0]?.defects.length).toBe(100_000)
  }, 20_000)
})
