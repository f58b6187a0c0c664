import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, fixtures, linesOf, outcome, read } from '../helpers.ts'
import { describeXmlRows } from '../xml-rows.ts'

const report = (inside: string) =>
  `<?xml version="1.0"?>\n<CoverageSession><Modules>\n${inside}\n</Modules></CoverageSession>\n`
const module = (files: Record<number, string>, methods: string, skipped = '') =>
  `<Module${skipped}><Files>${Object.entries(files)
    .map(([uid, path]) => `<File uid="${uid}" fullPath="${path}"/>`)
    .join('')}</Files><Classes><Class><Methods>${methods}</Methods></Class></Classes></Module>`
const method = (points: string, more = '', attributes = '') =>
  `<Method${attributes}><Name>F()</Name>${more}<SequencePoints>${points}</SequencePoints></Method>`
const file = (points: string, path = 'a.x') => module({ 1: path }, method(points, '<FileRef uid="1"/>'))
const line = (sl: string) => `<SequencePoint vc="1" sl="${sl}"/>`
const point = (sl: number, el: number, vc: number | string = 1, more = '') =>
  `<SequencePoint vc="${vc}" offset="0" sl="${sl}" sc="1" el="${el}" ec="9"${more}/>`
const branch = (offset: number, path: number, vc: number, more = ' sl="1"') =>
  `<BranchPoint vc="${vc}" offset="${offset}" path="${path}"${more}/>`

describeXmlRows({ id: 'opencover', root: 'CoverageSession', report, file, line, number: 'sl' })

describe('what is refused, and where', () => {
  const before = file('|').indexOf('|') + 1
  test.each([
    ['negative visits', file(point(1, 1, -1)), `RPT-VALUE 3:${before} \`vc="-1"\` is not a possible value`],
    ['no visits', file('<SequencePoint sl="1"/>'), `RPT-VALUE 3:${before} \`vc=""\` is not a possible value`],
    ['an end before the start', file(point(9, 8)), `RPT-VALUE 3:${before} \`el="8"\` is not a possible value`],
    [
      'an end beyond any file',
      file(point(9, 8_388_608)),
      `RPT-VALUE 3:${before} \`el="8388608"\` is not a possible value`,
    ],
    ['line 0', file(point(0, 0)), `RPT-VALUE 3:${before} \`sl="0"\` is not a possible value`],
    [
      'a branch with a line that is none',
      file(point(1, 1) + branch(0, 0, 1, ' sl="x"')),
      `RPT-VALUE 3:${before + point(1, 1).length} \`sl="x"\` is not a possible value`,
    ],
    [
      'a branch with negative visits',
      file(point(1, 1) + branch(0, 0, -1)),
      `RPT-VALUE 3:${before + point(1, 1).length} \`vc="-1"\` is not a possible value`,
    ],
    [
      'a file without a number',
      '<Module><Files><File fullPath="a"/></Files></Module>',
      'RPT-VALUE 3:16 `uid=""` is not a possible value',
    ],
    ['a module in a module', '<Module><Module/></Module>', 'RPT-SYNTAX 3:9 element `Module` stands where it may not'],
    [
      'a method in a method',
      '<Module><Method><Method/></Method></Module>',
      'RPT-SYNTAX 3:17 element `Method` stands where it may not',
    ],
    [
      'B-X12 summaries without a point',
      '<Summary numSequencePoints="82" visitedSequencePoints="63"/>',
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
  ])('%s', (_, inside, expected) => expect(outcome(report(inside))).toBe(expected))

  test('a short report whose points name more lines than any project has', () => {
    const text = report(file(point(1, 8_388_607).repeat(1000)))
    const start = performance.now()
    expect(outcome(text)).toContain('RPT-SIZE')
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('what real tools write', () => {
  const cases: [string, string, Record<string, number[]>][] = [
    ['points that span lines', file(point(3, 5) + point(4, 4, 0) + point(9, 9, 0)), { 'a.x': [3, 4, 5, -9] }],
    ['several points on a line', file(point(3, 3, 0) + point(3, 3, 1)), { 'a.x': [3] }],
    ['the hidden line', file(point(1, 1) + point(0xfeefee, 0xfeefee)), { 'a.x': [1] }],
    [
      'modules, classes and methods that were skipped',
      `${module({ 1: 'b.x' }, method(point(7, 7), '<FileRef uid="1"/>'), ' skippedDueTo="Filter"')}<Module><Files><File uid="1" fullPath="a.x"/></Files><Class skippedDueTo="Attribute">${method(point(8, 8, 1, ' fileid="1"'))}</Class>${method(point(9, 9, 1, ' fileid="1"'), '', ' skippedDueTo="File"')}${method(point(1, 1, 1, ' fileid="1"'))}</Module>`,
      { 'a.x': [1] },
    ],
    [
      'the same file with another number in another module',
      module({ 1: 'a.x', 2: 'b.x' }, method(point(1, 1, 0, ' fileid="1"') + point(1, 1, 1, ' fileid="2"'))) +
        module({ 1: 'b.x', 2: 'a.x' }, method(point(2, 2, 0, ' fileid="1"') + point(1, 1, 1, ' fileid="2"'))),
      { 'a.x': [1], 'b.x': [1, -2] },
    ],
    [
      'a method whose points lie in several files',
      module(
        { 1: 'a.x', 2: 'b.x' },
        method(point(1, 1) + point(5, 5, 1, ' fileid="2"') + point(2, 2, 0), '<FileRef uid="1"/>'),
      ),
      { 'a.x': [1, -2], 'b.x': [5] },
    ],
    [
      'points of no file: 0, a number that the module does not have, none at all',
      module(
        { 1: 'a.x' },
        method(point(1, 1, 1, ' fileid="1"') + point(2, 2, 0, ' fileid="0"') + point(3, 3, 0, ' fileid="9"')) +
          method(point(4, 4, 0)),
      ),
      { 'a.x': [1] },
    ],
    [
      'files without points are listed, those without a path are not',
      module({ 1: 'a.x', 2: 'b.x', 3: '' }, method(point(1, 1, 1, ' fileid="1"'))),
      { 'a.x': [1], 'b.x': [] },
    ],
    ['points without a line', file(`${point(1, 1)}<SequencePoint vc="0" offset="3"/>`), { 'a.x': [1] }],
    ['the point of a method is no further one', file(`${point(1, 1)}<MethodPoint vc="0" sl="7"/>`), { 'a.x': [1] }],
    ['visits beyond 64 bits', file(point(1, 1, '99999999999999999999')), { 'a.x': [1] }],
  ]
  test.each(cases)('%s', (_, inside, expected) => {
    const result = read(report(inside))
    expect(result.ok ? linesOf(result.value.report) : result.error).toEqual(expected)
  })

  const branches: [string, string, { covered: number; total: number }][] = [
    ['paths of one offset', file(point(1, 1) + branch(3, 0, 1) + branch(3, 1, 0)), { covered: 1, total: 2 }],
    [
      'of a lambda on the same line, at the same offset',
      module(
        { 1: 'a.x' },
        method(point(1, 1, 1, ' fileid="1"') + branch(3, 0, 1, ' sl="1" fileid="1"')) +
          method(point(1, 1, 1, ' fileid="1"') + branch(3, 0, 0, ' sl="1" fileid="1"')).replace('F()', 'G()'),
      ),
      { covered: 1, total: 2 },
    ],
    [
      'of one method in two builds',
      file(point(1, 1) + branch(3, 0, 1) + branch(3, 1, 0)) + file(point(1, 1) + branch(3, 0, 0) + branch(3, 1, 1)),
      { covered: 2, total: 2 },
    ],
    ['on the hidden line', file(point(1, 1) + branch(3, 0, 1, ' sl="16707566"')), { covered: 0, total: 0 }],
    ['without a point before them', file(branch(3, 0, 1, '') + point(1, 1)), { covered: 0, total: 0 }],
  ]
  test.each(branches)('branches: %s', (_, inside, expected) => {
    const result = read(report(inside))
    expect(result.ok && totals(result.value.report.files).branches).toEqual(expected)
  })

  test('branches without a line are of the last point before their offset', () => {
    const at = (offset: number, line: number) => `<SequencePoint vc="1" offset="${offset}" sl="${line}"/>`
    const of = (offset: number, line: string) =>
      read(report(file(at(0, 5) + at(4, 7) + at(9, 2) + branch(offset, 1, 0, line))))
    for (const [offset, line] of [
      [0, 5],
      [3, 5],
      [4, 7],
      [8, 7],
      [100, 2],
    ] as const)
      expect(of(offset, '')).toEqual(of(offset, ` sl="${line}"`))
  })

  const functions: [string, string, { covered: number; total: number }][] = [
    [
      'visited by its attribute',
      module({ 1: 'a.x' }, method(point(1, 1, 0), '<FileRef uid="1"/>', ' visited="true"')),
      { covered: 1, total: 1 },
    ],
    ['coverlet: visited by its points', file(point(1, 1)), { covered: 1, total: 1 }],
    ['not visited', file(point(1, 1, 0)), { covered: 0, total: 1 }],
    ['in two builds', file(point(1, 1)) + file(point(1, 1, 0)), { covered: 1, total: 1 }],
    [
      'generic ones of one name on other lines',
      module({ 1: 'a.x' }, method(point(1, 1), '<FileRef uid="1"/>') + method(point(5, 5, 0), '<FileRef uid="1"/>')),
      { covered: 1, total: 2 },
    ],
    ['without a file', module({ 1: 'a.x' }, method('')) + file(point(1, 1)), { covered: 1, total: 1 }],
  ]
  test.each(functions)('functions: %s', (_, inside, expected) => {
    const result = read(report(inside))
    expect(result.ok && totals(result.value.report.files).functions).toEqual(expected)
  })

  test('the summary of the session is a claim, those of modules are not', () => {
    const summary = (points: number, visited: number) =>
      `<Summary numSequencePoints="${points}" visitedSequencePoints="${visited}"/>`
    const result = read(report(summary(4, 3) + file(line('1')).replace('<Files>', `${summary(1, 1)}<Files>`)))
    expect(result.ok && result.value.report.claims).toEqual({ rate: 0.75 })
  })
})

/** Slow and obvious, for input that is known to be well-formed. */
function reference(text: string): Record<string, number[]> {
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  const files = new Map<string, Map<number, boolean>>()
  for (const [, tag = '', inside = ''] of text
    .replace(/<!--.*?-->/gs, '')
    .matchAll(/<Module([\s>].*?)<\/Module>/gs)
    .map(match => ['', match[1]?.split('>')[0], match[1]])) {
    if (attribute(` ${tag}`, 'skippedDueTo') !== undefined) continue
    const paths = new Map(
      [...inside.matchAll(/<File\s[^>]*>/g)].map(([file]) => [
        attribute(file, 'uid'),
        attribute(file, 'fullPath') ?? '',
      ]),
    )
    for (const path of paths.values()) if (!files.has(path)) files.set(path, new Map())
    for (const [method] of inside.matchAll(/<Method[\s>].*?<\/Method>/gs)) {
      const own = attribute(/<FileRef[^>]*>/.exec(method)?.[0] ?? '', 'uid')
      for (const [each] of method.matchAll(/<SequencePoint\s[^>]*>/g)) {
        const lines = files.get(paths.get(attribute(each, 'fileid') ?? own) ?? '')
        const first = Number(attribute(each, 'sl'))
        if (lines === undefined || first === 16707566) continue
        for (let line = first; line <= Number(attribute(each, 'el') ?? first); line++)
          lines.set(line, lines.get(line) || attribute(each, 'vc') !== '0')
      }
    }
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted.map(([path, lines]) => [path, [...lines].sort(([a], [b]) => a - b).map(([n, hit]) => (hit ? n : -n))]),
  )
}

test.each(fixtures('opencover'))('agrees with the obvious reader on $name', ({ content }) => {
  const result = read(content)
  if (!result.ok) throw new Error(outcome(content))
  expect(linesOf(result.value.report)).toEqual(reference(new TextDecoder().decode(content)))
})

test('agrees with the obvious reader on any report, however it is cut', () => {
  const number = (max: number) => fc.integer({ min: 0, max })
  const aPoint = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(
          fc.integer({ min: 1, max: 900 }),
          number(6),
          number(2),
          fc.constantFrom('', ' fileid="1"', ' fileid="2"', ' fileid="7"'),
        )
        .map(([sl, more, vc, id]) => point(sl, sl + more, vc, id)),
    },
    fc.constantFrom(point(16707566, 16707566), '<!-- <SequencePoint vc="1" sl="1"/> -->', '\n  '),
  )
  const aMethod = fc
    .tuple(fc.array(aPoint, { maxLength: 12 }), fc.constantFrom('', '<FileRef uid="1"/>', '<FileRef uid="2"/>'))
    .map(([points, ref]) => method(points.join('\n'), ref))
  const path = fc.constantFrom('a.cs', 'C:\\b ü.cs', '/c/d.cs')
  const aModule = fc
    .tuple(path, path, fc.array(aMethod, { maxLength: 4 }), fc.constantFrom('', '', ' skippedDueTo="Filter"'))
    .map(([one, two, methods, skipped]) => module({ 1: one, 2: two }, methods.join(''), skipped))
  const input = fc.record({
    modules: fc.array(aModule, { minLength: 1, maxLength: 4 }),
    size: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(input, ({ modules, size }) => {
      const text = report(modules.join('\n'))
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
