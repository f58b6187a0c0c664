import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, fixtures, linesOf, outcome, read } from '../helpers.ts'
import { describeXmlRows } from '../xml-rows.ts'

const report = (inside: string) => `<?xml version="1.0"?>\n<report name="r">\n${inside}\n</report>\n`
const file = (lines: string, name = 'a.x') =>
  `<package name=""><sourcefile name="${name}">${lines}</sourcefile></package>`
const line = (nr: string, ci = '1', mi = '0', more = 'mb="0" cb="0"') =>
  `<line nr="${nr}" mi="${mi}" ci="${ci}" ${more}/>`
const counter = (type: string, missed: number | string, covered: number | string) =>
  `<counter type="${type}" missed="${missed}" covered="${covered}"/>`
const pack = (name: string, inside: string) => `<package name="${name}">${inside}</package>`
const source = (name: string, lines: string) => `<sourcefile name="${name}">${lines}</sourcefile>`
const method = (name: string, inside: string, desc = '()V') =>
  `<method name="${name}" desc="${desc}">${inside}</method>`
const aClass = (name: string, inside: string, file = ' sourcefilename="A.java"') =>
  `<class name="${name}"${file}>${inside}</class>`

describeXmlRows({ id: 'jacoco', root: 'report', report, file, line, number: 'nr' })

describe('what is refused, and where', () => {
  test.each([
    [
      'B-X25 a negative counter',
      report(pack('p', aClass('p/A', method('f', counter('METHOD', -1, 1))))),
      'RPT-VALUE 3:89 `missed="-1"` is not a possible value',
    ],
    [
      'B-X25 a huge counter',
      report(file(line('1') + counter('LINE', 0, '99999999999999999999'))),
      'RPT-VALUE 3:83 `covered="99999999999999999999"` is not a possible value',
    ],
    [
      'B-X25 a negative counter of the report',
      report(counter('LINE', '-1', 5) + file(line('1'))),
      'RPT-VALUE 3:1 `missed="-1"` is not a possible value',
    ],
    ['negative instructions', report(file(line('1', '5', '-1'))), 'RPT-VALUE 3:41 `mi="-1"` is not a possible value'],
    ['a decimal comma', report(file(line('1', '1,0'))), 'RPT-VALUE 3:41 `ci="1,0"` is not a possible value'],
    [
      'a negative branch',
      report(file(line('1', '1', '0', 'mb="1" cb="-1"'))),
      'RPT-VALUE 3:41 `cb="-1"` is not a possible value',
    ],
    [
      'more branches than a line can have',
      report(file(line('1', '1', '0', 'mb="65000" cb="65000"'))),
      'RPT-VALUE 3:41 `mb="65000"` is not a possible value',
    ],
    ['a line without a number', report(file('<line mi="1"/>')), 'RPT-VALUE 3:41 `nr=""` is not a possible value'],
    ['a file without a name', report(pack('p', '<sourcefile/>')), 'RPT-VALUE 3:19 a file has no path'],
    [
      'a file in a file',
      report(pack('p', source('a', source('b', '')))),
      'RPT-SYNTAX 3:40 element `sourcefile` stands where it may not',
    ],
    [
      'a class in a class',
      report(pack('p', aClass('A', aClass('B', '')))),
      'RPT-SYNTAX 3:59 element `class` stands where it may not',
    ],
    [
      'a method in a method',
      report(pack('p', aClass('A', method('f', method('g', ''))))),
      'RPT-SYNTAX 3:87 element `method` stands where it may not',
    ],
    [
      'counters without a line',
      report(file(counter('LINE', 19, 63)) + counter('LINE', 19, 63)),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
    [
      'gcovr: a counter of more lines than are listed',
      report(file(`<line nr="1"/>${counter('LINE', 0, 2)}`)),
      'RPT-VALUE 3:55 `covered="2"` is not a possible value',
    ],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))
})

describe('what real tools write', () => {
  const cases: [string, string, Record<string, number[]>][] = [
    [
      'groups in groups, and the same file in two of them',
      report(
        `<group name="all"><group name="a">${pack('p', source('A.java', line('1', '0', '2') + line('2')))}</group>` +
          `<group name="b">${pack('p', source('A.java', line('1', '3') + line('4', '0', '1')))}</group></group>`,
      ),
      { 'p/A.java': [1, 2, -4] },
    ],
    ['a package without a name', report(pack('', source('A.java', line('1')))), { 'A.java': [1] }],
    ['packages without a source file', report(pack('p', '') + file(line('1'))), { 'a.x': [1] }],
    [
      'partly executed lines are covered, lines without instructions are none',
      report(file(line('1', '1', '9') + line('2', '0', '9') + line('3', '0', '0', 'mb="1" cb="1"'))),
      { 'a.x': [1, -2] },
    ],
    ['line 0 of code that Kotlin made up', report(file(line('0') + line('1'))), { 'a.x': [1] }],
    [
      'a class names a file without lines',
      report(pack('p', aClass('p/A', '')) + file(line('1'))),
      { 'a.x': [1], 'p/A.java': [] },
    ],
    ['counters that contradict the lines', report(file(line('1', '0', '1') + counter('LINE', 0, 1))), { 'a.x': [-1] }],
    ['missing attributes are 0', report(file('<line nr="1" ci="2"/><line nr="2" mi="2"/>')), { 'a.x': [1, -2] }],
    [
      'Pester repeats folders in the names of files',
      report(pack('repo/src/sub', source('src/sub/a.ps1', line('1')) + source('b.ps1', line('2')))),
      { 'repo/src/sub/a.ps1': [1], 'repo/src/sub/b.ps1': [2] },
    ],
    [
      'another folder in the name of a file is kept',
      report(pack('p', source('q/a.kt', line('1')) + source('r/a.kt', line('2')))),
      { 'p/q/a.kt': [1], 'p/r/a.kt': [2] },
    ],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    const result = read(text)
    expect(result.ok ? linesOf(result.value.report) : result.error).toEqual(expected)
  })

  const inA = (...methods: string[]) => report(pack('p', aClass('p/A', methods.join('')) + source('A.java', line('1'))))
  const some = counter('METHOD', 0, 1)
  const functions: [string, string, { covered: number; total: number }][] = [
    ['by METHOD counters', inA(method('f', some), method('g', counter('METHOD', 1, 0))), { covered: 1, total: 2 }],
    ['by instructions', inA(method('f', counter('INSTRUCTION', 7, 1))), { covered: 1, total: 1 }],
    ['without any counter: nothing to call', inA(method('f', '')), { covered: 0, total: 0 }],
    ['of one name', inA(method('f', some, '(I)V'), method('f', some, '(J)V')), { covered: 2, total: 2 }],
    [
      'of one class in two groups',
      report(
        `<group>${pack('p', aClass('p/A', method('f', counter('METHOD', 1, 0))))}</group>${pack('p', aClass('p/A', method('f', some)) + source('A.java', line('1')))}`,
      ),
      { covered: 1, total: 1 },
    ],
    [
      'of a class without a source file',
      report(pack('p', aClass('p/A', method('f', some), '')) + file(line('1'))),
      { covered: 0, total: 0 },
    ],
  ]
  test.each(functions)('functions: %s', (_, text, expected) => {
    const result = read(text)
    expect(result.ok && totals(result.value.report.files).functions).toEqual(expected)
  })

  test('branches: the larger counts of one line in two groups', () => {
    const of = (missed: number, covered: number) => file(line('1', '1', '0', `mb="${missed}" cb="${covered}"`))
    const result = read(report(of(3, 1) + of(0, 2)))
    expect(result.ok && totals(result.value.report.files).branches).toEqual({ covered: 2, total: 4 })
  })

  test('the LINE counter of the report is a claim', () => {
    const result = read(report(file(line('1')) + counter('METHOD', 0, 9) + counter('LINE', 1, 3)))
    expect(result.ok && result.value.report.claims).toEqual({ rate: 0.75, total: 4 })
  })

  /** Its lines do not say whether they were executed, its counters do. */
  const gcovr: [string, string][] = [
    [
      '8.4: in source files, excluded lines too',
      pack(
        'src.lib',
        source(
          'a.cpp',
          `<line nr="3"/><line nr="4"/><line nr="5" mb="1" cb="1"/>${counter('LINE', 1, 1)}${counter('BRANCH', 1, 1)}${counter('METHOD', 0, 1)}`,
        ),
      ),
    ],
    [
      '8.3: in classes that name a path',
      pack(
        'src.lib',
        aClass(
          'a_cpp',
          `<lines><line nr="3"/><line nr="4"/><line nr="5" mb="1" cb="1"/></lines>${counter('LINE', 1, 1)}${counter('BRANCH', 1, 1)}${counter('METHOD', 0, 1)}`,
          ' sourcefilename="src/lib/a.cpp"',
        ),
      ),
    ],
  ]
  test.each(gcovr)('gcovr %s: the counters of the file', (_, inside) => {
    const result = read(report(inside))
    if (!result.ok) throw new Error(outcome(report(inside)))
    expect(linesOf(result.value.report)).toEqual({ 'src/lib/a.cpp': [] })
    expect(totals(result.value.report.files)).toEqual({
      lines: { covered: 1, total: 2 },
      branches: { covered: 1, total: 2 },
      functions: { covered: 1, total: 1 },
    })
  })

  test('one line of 4 MB', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => line(`${index + 1}`, `${index % 2}`, '1')).join('')
    expect(outcome(report(file(many)).replaceAll('\n', ''))).toBe('50000 of 100000')
  })
})

/** Slow and obvious, for input that is known to be well-formed and without entities. */
function reference(text: string) {
  const files = new Map<string, { lines: Map<number, boolean>; functions: Map<string, boolean> }>()
  const at = (path: string) => {
    const file = files.get(path) ?? { lines: new Map(), functions: new Map() }
    files.set(path, file)
    return file
  }
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const elements = (inside: string, name: string) =>
    [...inside.matchAll(new RegExp(`<${name}(\\s[^>]*?)(?:/>|>(.*?)</${name}>)`, 'gs'))].map(
      ([, tag = '', content = '']) => ({ tag, content }),
    )
  for (const each of elements(text.replace(/<!--.*?-->/gs, ''), 'package')) {
    const name = attribute(each.tag, 'name')
    const path = (file: string) => (name === '' ? file : `${name}/${file}`)
    for (const { tag, content } of elements(each.content, 'class')) {
      const file = attribute(tag, 'sourcefilename')
      if (file === '') continue
      const { functions } = at(path(file))
      for (const method of elements(content, 'method')) {
        const identity = [tag, method.tag].flatMap(t => [attribute(t, 'name'), attribute(t, 'desc')]).join()
        const called = elements(method.content, 'counter').some(
          ({ tag }) => attribute(tag, 'type') === 'METHOD' && attribute(tag, 'covered') !== '0',
        )
        functions.set(identity, functions.get(identity) === true || called)
      }
    }
    for (const { tag, content } of elements(each.content, 'sourcefile')) {
      const { lines } = at(path(attribute(tag, 'name')))
      for (const { tag: line } of elements(content, 'line')) {
        const [number, missed, covered] = ['nr', 'mi', 'ci'].map(key => Number(attribute(line, key)))
        if (number && (missed ?? 0) + (covered ?? 0) > 0) lines.set(number, lines.get(number) || (covered ?? 0) > 0)
      }
    }
  }
  const values = [...files.values()].flatMap(file => [...file.functions.values()])
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    functions: { covered: values.filter(called => called).length, total: values.length },
    lines: Object.fromEntries(
      sorted.map(([path, { lines }]) => [path, [...lines].sort(([a], [b]) => a - b).map(([n, hit]) => (hit ? n : -n))]),
    ),
  }
}

test.each(fixtures('jacoco').filter(({ name }) => !name.startsWith('gcovr')))(
  'agrees with the obvious reader on $name',
  ({ content }) => {
    const result = read(content)
    if (!result.ok) throw new Error(outcome(content))
    const expected = reference(new TextDecoder().decode(content))
    expect(linesOf(result.value.report)).toEqual(expected.lines)
    expect(totals(result.value.report.files).functions).toEqual(expected.functions)
  },
)

test('agrees with the obvious reader on any report, however it is cut', () => {
  const number = (max: number) => fc.integer({ min: 0, max })
  const lines = fc
    .array(
      fc.tuple(number(2000), number(2), number(2)).map(([nr, mi, ci]) => line(`${nr}`, `${ci}`, `${mi}`)),
      { maxLength: 25 },
    )
    .map(each => each.join('\n'))
  const noise = fc.constantFrom('', '<!-- <line nr="1" mi="0" ci="1"/> -->', '<other a="1>2"/>', '\n  ')
  const methods = fc
    .array(fc.tuple(fc.constantFrom('f', 'g', '&lt;init&gt;'), fc.constantFrom('()V', '(I)V'), fc.boolean()), {
      maxLength: 4,
    })
    .map(each =>
      each
        .map(([name, desc, called]) => method(name, counter('METHOD', called ? 0 : 1, called ? 1 : 0), desc))
        .join(''),
    )
  const files = fc.constantFrom('A.java', 'B ü.kt')
  const aPackage = fc
    .tuple(fc.constantFrom('', 'com/acme', 'com/b'), files, files, methods, lines, noise)
    .map(([name, inClass, inSource, methods, lines, odd]) =>
      pack(name, `${odd}${aClass('C', methods, ` sourcefilename="${inClass}"`)}${source(inSource, lines + odd)}${odd}`),
    )
  const input = fc.record({
    packages: fc.array(aPackage, { minLength: 1, maxLength: 6 }),
    grouped: fc.boolean(),
    size: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(input, ({ packages, grouped, size }) => {
      const inside = grouped
        ? `<group name="g">${packages.join('</group><group name="h">')}</group>`
        : packages.join('')
      const text = report(inside)
      const expected = reference(text)
      const whole = bytes(text)
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      )
      const result = readReport(chunks)
      if (result.ok) {
        expect(linesOf(result.value.report)).toEqual(expected.lines)
        expect(totals(result.value.report.files).functions).toEqual(expected.functions)
      } else expect([result.error.code, Object.values(expected.lines).flat()]).toEqual(['RPT-EMPTY', []])
    }),
    { numRuns: 400 },
  )
})
