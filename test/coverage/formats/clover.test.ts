import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, fixtures, linesOf, outcome, read } from '../helpers.ts'
import { describeXmlRows } from '../xml-rows.ts'

const report = (inside: string) =>
  `<?xml version="1.0"?>\n<coverage generated="1"><project timestamp="1">\n${inside}\n</project></coverage>\n`
const file = (lines: string, path = 'a.x') => `<file name="${path}">${lines}</file>`
const line = (num: string, count = '1') => `<line num="${num}" type="stmt" count="${count}"/>`
const cond = (num: number, whenTrue: number, whenFalse: number, count = '') =>
  `<line num="${num}"${count} type="cond" truecount="${whenTrue}" falsecount="${whenFalse}"/>`
const method = (num: number, name: string, count = 1) =>
  `<line num="${num}" type="method" name="${name}" visibility="public" count="${count}"/>`

describeXmlRows({ id: 'clover', root: 'coverage', report, file, line, number: 'num' })

describe('what is refused, and where', () => {
  test.each([
    ['negative hits', report(file(line('1', '-1'))), 'RPT-VALUE 3:18 `count="-1"` is not a possible value'],
    [
      'a statement without hits',
      report(file('<line num="1" type="stmt"/>')),
      'RPT-VALUE 3:18 `count=""` is not a possible value',
    ],
    [
      'a condition without hits',
      report(file('<line num="1" type="cond"/>')),
      'RPT-VALUE 3:18 `count=""` is not a possible value',
    ],
    [
      'a method without hits',
      report(file('<line num="1" type="method" name="f"/>')),
      'RPT-VALUE 3:18 `count=""` is not a possible value',
    ],
    [
      'negative hits of a condition',
      report(file(cond(1, -1, 2))),
      'RPT-VALUE 3:18 `truecount="-1"` is not a possible value',
    ],
    [
      'more branches than a line can have',
      report(file(cond(1, 65_000, 65_000, ' count="1"'))),
      'RPT-VALUE 3:18 `truecount="65000"` is not a possible value',
    ],
    ['a line without a number', report(file('<line count="1"/>')), 'RPT-VALUE 3:18 `num=""` is not a possible value'],
    ['a file without a name', report('<file/>'), 'RPT-VALUE 3:1 a file has no path'],
    ['a file in a file', report(file(file(line('1')))), 'RPT-SYNTAX 3:18 element `file` stands where it may not'],
    [
      'B-X12 metrics without a line',
      report(file('<metrics statements="82" coveredstatements="63"/>')),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
    [
      'only methods',
      report(file(method(1, 'f'))),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))
})

describe('what real tools write', () => {
  const cases: [string, string, Record<string, number[]>][] = [
    [
      'PHPUnit: files with and without a package, methods that are no lines, line 0',
      report(
        `${file(line('0') + method(4, 'f') + line('5') + line('6', '0'), '/app/a.php')}<package name="N">${file(line('9'), '/app/b.php')}</package><metrics/>`,
      ),
      { '/app/a.php': [5, -6], '/app/b.php': [9] },
    ],
    [
      'Istanbul and OpenClover: the path beside the name',
      report(
        `<package name="src"><file name="a.js" path="/app/src/a.js">${line('1')}</file><file name="A.java" path="C:\\app\\A.java">${line('2')}</file></package>`,
      ),
      { '/app/src/a.js': [1], 'C:\\app\\A.java': [2] },
    ],
    [
      'a path that says less than the name',
      report(`<file name="/app/a.php" path="a.php">${line('1')}</file>`),
      { '/app/a.php': [1] },
    ],
    [
      'OpenClover: conditions without hits, several statements and conditions on a line',
      report(file(line('1') + line('1', '0') + cond(1, 0, 0) + cond(2, 0, 3) + cond(3, 0, 0))),
      { 'a.x': [1, 2, -3] },
    ],
    [
      'Istanbul: the hits of a condition stand beside its branches',
      report(file(cond(1, 0, 2, ' count="3"') + cond(2, 0, 2, ' count="0"'))),
      { 'a.x': [1, -2] },
    ],
    [
      'the project of tests',
      `<coverage clover="4" generated="1"><project>${file(line('1'))}</project><testproject><metrics/><package>${file(line('7'), 'T.java')}</package></testproject></coverage>`,
      { 'a.x': [1] },
    ],
    [
      'the project of tests first',
      `<coverage clover="4" generated="1"><testproject>${file(line('7'))}</testproject><project>${file(line('1', '0'))}</project></coverage>`,
      { 'a.x': [-1] },
    ],
    ['one file twice', report(file(line('1', '0')) + file(line('1') + line('2', '0'))), { 'a.x': [1, -2] }],
    ['a line in a class', report(file(`<class name="A"><metrics/>${line('1')}</class>`)), { 'a.x': [1] }],
    [
      'line ends between attributes, in any order',
      report(`<file\n path='b/a.x'\n name='a.x'><line\n type='stmt'\n\tcount='0' num='4'/></file>`),
      { 'b/a.x': [-4] },
    ],
    ['hits beyond 64 bits', report(file(line('1', '99999999999999999999'))), { 'a.x': [1] }],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    const result = read(text)
    expect(result.ok ? linesOf(result.value.report) : result.error).toEqual(expected)
  })

  test.each([
    ['OpenClover: two for each condition', cond(1, 5, 0), { covered: 1, total: 2 }],
    ['OpenClover: two conditions on a line', cond(1, 5, 0) + cond(1, 1, 9) + cond(2, 0, 0), { covered: 3, total: 6 }],
    ['Istanbul: taken and not taken', cond(1, 1, 3, ' count="1"'), { covered: 1, total: 4 }],
    ['statements have none', line('1'), { covered: 0, total: 0 }],
  ])('branches: %s', (_, lines, expected) => {
    const result = read(report(file(lines)))
    expect(result.ok && totals(result.value.report.files).branches).toEqual(expected)
  })

  test.each([
    ['PHPUnit: by name', method(1, 'f') + method(5, 'g', 0), { covered: 1, total: 2 }],
    [
      'OpenClover: by signature',
      '<line num="3" type="method" signature="f(int) : void" count="0"/><line num="3" type="method" signature="f(long) : void" count="2"/>',
      { covered: 1, total: 2 },
    ],
    ['Istanbul: none', '', { covered: 0, total: 0 }],
  ])('functions: %s', (_, lines, expected) => {
    const result = read(report(file(line('9') + lines)))
    expect(result.ok && totals(result.value.report.files).functions).toEqual(expected)
  })

  const metrics = (statements: number, covered: number, more = '') =>
    `<metrics statements="${statements}" coveredstatements="${covered}"${more}/>`
  test.each([
    ['of the project, first or last', file(line('1')) + metrics(4, 3), { rate: 0.75, total: 4 }],
    ['not of a package or file', `<package>${metrics(9, 9)}${file(metrics(9, 9) + line('1'))}</package>`, {}],
    ['statements that share lines are no lines', file(line('1') + line('1')) + metrics(4, 3), { rate: 0.75 }],
    ['nor do the conditions of OpenClover count', file(cond(1, 1, 1)) + metrics(4, 3), { rate: 0.75 }],
    ['numbers that are none', `${file(line('1'))}<metrics statements="NaN" coveredstatements="1,0"/>`, {}],
    [
      'B-X26 more elements covered than there are',
      file(line('1')) + metrics(1, 1, ' elements="5" coveredelements="10"'),
      { rate: 2 },
    ],
  ])('claims: %s', (_, inside, expected) => {
    const result = read(report(inside))
    expect(result.ok && [outcome(report(inside)), result.value.report.claims]).toEqual(['1 of 1', expected])
  })
})

/** Slow and obvious, for input that is known to be well-formed and without entities. */
function reference(text: string): Record<string, number[]> {
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  const files = new Map<string, Map<number, boolean>>()
  const project = text.replace(/<!--.*?-->|<testproject.*?<\/testproject>/gs, '')
  for (const [, tag = '', inside = ''] of project.matchAll(/<file(\s[^>]*)>(.*?)<\/file>/gs)) {
    const [path = '', name = ''] = [attribute(tag, 'path'), attribute(tag, 'name')]
    const key = path.length > name.length ? path : name
    const lines = files.get(key) ?? new Map<number, boolean>()
    files.set(key, lines)
    for (const [line] of inside.matchAll(/<line\s[^>]*>/g)) {
      const number = Number(attribute(line, 'num'))
      const hits = ['count', 'truecount', 'falsecount'].map(name => attribute(line, name)).filter(Boolean)
      const decisive = attribute(line, 'count') === undefined ? hits : hits.slice(0, 1)
      if (attribute(line, 'type') !== 'method' && number > 0)
        lines.set(number, lines.get(number) || decisive.some(count => Number(count) > 0))
    }
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted.map(([path, lines]) => [path, [...lines].sort(([a], [b]) => a - b).map(([n, hit]) => (hit ? n : -n))]),
  )
}

test.each(fixtures('clover'))('agrees with the obvious reader on $name', ({ content }) => {
  const result = read(content)
  if (!result.ok) throw new Error(outcome(content))
  expect(linesOf(result.value.report)).toEqual(reference(new TextDecoder().decode(content)))
})

test('agrees with the obvious reader on any report, however it is cut', () => {
  const number = (max: number) => fc.integer({ min: 0, max })
  const aLine = fc.oneof(
    fc.tuple(number(2000), number(2)).map(([num, count]) => line(`${num}`, `${count}`)),
    fc
      .tuple(number(2000), number(2), number(2), fc.constantFrom('', ' count="0"', ' count="7"'))
      .map(([num, whenTrue, whenFalse, count]) => cond(num, whenTrue, whenFalse, count)),
    fc.tuple(number(2000), number(1)).map(([num, count]) => method(num, 'f', count)),
    fc.constantFrom('<!-- <line num="1" type="stmt" count="1"/> -->', '<metrics/>', '\n  '),
  )
  const aFile = fc
    .tuple(
      fc.constantFrom('', ' path="/app/a.php"', ' path="x"'),
      fc.constantFrom('a.php', 'b/ü d.php'),
      fc.array(aLine),
    )
    .map(([path, name, lines]) => `<file${path} name="${name}">${lines.join('\n')}</file>`)
  const input = fc.record({
    files: fc.array(fc.tuple(aFile, fc.constantFrom('package', 'testproject', '')), { minLength: 1, maxLength: 6 }),
    size: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(input, ({ files, size }) => {
      const text = report(
        files.map(([each, within]) => (within === '' ? each : `<${within} name="p">${each}</${within}>`)).join('\n'),
      )
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
