import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, fixtures, known, linesOf, outcome, read } from '../helpers.ts'
import { type Content, contentOf, cutInto, Obvious } from '../obvious.ts'

const report = (inside: string, attributes = '') =>
  `<?xml version="1.0"?>\n<coverage${attributes}>\n${inside}\n</coverage>\n`
const file = (lines: string, name = 'a.ts') => `<class filename="${name}"><lines>${lines}</lines></class>`
const line = (number: string, hits = '1', more = '') => `<line number="${number}" hits="${hits}"${more}/>`
const one = (attributes: string) => report(file(`<line ${attributes}/>`))

describe('what is refused, and where', () => {
  const bomb = `<!DOCTYPE coverage [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>`
  const external = '<!DOCTYPE coverage [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const subset = 'the document type defines more than elements and attributes; a report never defines entities'
  test.each([
    ['B-X01 billion laughs', `${bomb}<coverage>&b;</coverage>`, `RPT-DOCTYPE 1:20 ${subset}`],
    [
      'B-X02 quadratic blow-up',
      `<!DOCTYPE coverage [<!ENTITY a "${'a'.repeat(1 << 20)}">]><coverage/>`,
      `RPT-DOCTYPE 1:20 ${subset}`,
    ],
    [
      'an entity whose value holds the end of a subset',
      `<!DOCTYPE coverage [<!ENTITY a "x]y">]><coverage/>`,
      `RPT-DOCTYPE 1:20 ${subset}`,
    ],
    ['a parameter entity', `<!DOCTYPE coverage [<!ELEMENT a ANY>%x;]><coverage/>`, `RPT-DOCTYPE 1:20 ${subset}`],
    ['B-X03 an external entity', `\n${external}<coverage>&x;</coverage>`, `RPT-DOCTYPE 2:20 ${subset}`],
    [
      'B-X05 two document types',
      '<!DOCTYPE coverage><!DOCTYPE coverage><coverage/>',
      'RPT-DOCTYPE 1:20 a document type stands where none may be',
    ],
    [
      'B-X05 a document type inside',
      report('<!DOCTYPE coverage>'),
      'RPT-DOCTYPE 3:1 a document type stands where none may be',
    ],
    ['B-X07 nested too deep', report('<a>'.repeat(300)), 'RPT-DEPTH 3:766 elements are nested deeper than 256'],
    ['B-X11 no packages', report(''), 'RPT-EMPTY it has no executable line; nothing measured is not 100 %'],
    [
      'B-X14 lines-valid 0',
      report('', ' lines-valid="0"'),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
    ['B-X15 a negative line', one('number="-1" hits="1"'), 'RPT-VALUE 3:31 `number="-1"` is not a possible value'],
    ['B-X15 an exponent', one('number="1e9" hits="1"'), 'RPT-VALUE 3:31 `number="1e9"` is not a possible value'],
    ['B-X15 a word', one('number="abc" hits="1"'), 'RPT-VALUE 3:31 `number="abc"` is not a possible value'],
    ['negative hits', one('number="1" hits="-1"'), 'RPT-VALUE 3:31 `hits="-1"` is not a possible value'],
    ['no hits', one('number="1"'), 'RPT-VALUE 3:31 `hits=""` is not a possible value'],
    [
      'B-X16 a broken condition',
      one('number="1" hits="1" condition-coverage="50% (1/2"'),
      'RPT-VALUE 3:31 `condition-coverage="50% (1/2"` is not a possible value',
    ],
    [
      'more conditions covered than there are',
      one('number="1" hits="1" condition-coverage="(3/2)"'),
      'RPT-VALUE 3:31 `condition-coverage="(3/2)"` is not a possible value',
    ],
    [
      'B-X19 an encoding that is not read',
      '<?xml version="1.0" encoding="Shift_JIS"?><coverage/>',
      'RPT-ENCODING 1:1 encoding `shift_jis` is not read; write it as UTF-8',
    ],
    ['B-X20 a character reference to zero', report('&#0;'), 'RPT-SYNTAX 3:1 `&#0;` starts no entity that XML knows'],
    ['B-X20 an unescaped ampersand', report('a & b'), 'RPT-SYNTAX 3:3 `&` starts no entity that XML knows'],
    [
      'B-X20 an entity that nobody defined',
      report('&nbsp;'),
      'RPT-SYNTAX 3:1 `&nbsp;` starts no entity that XML knows',
    ],
    ['B-X20 ]]> in text', report('\n ]]>'), 'RPT-SYNTAX 4:2 not well-formed XML here'],
    ['B-X20 < in an attribute', report('<a b="<"/>'), 'RPT-SYNTAX 3:7 not well-formed XML here'],
    ['B-X21 an attribute twice', report('<x-y odd="1" odd="2"/>'), 'RPT-SYNTAX 3:14 attribute `odd` is given twice'],
    [
      'B-X22 prefixes',
      '<c:coverage xmlns:c="x"/>',
      `RPT-ROOT 1:1 XML with root element \`c:coverage\` is no known coverage report; known are ${known}`,
    ],
    [
      'an end tag of another element',
      report('<packages></package>'),
      'RPT-SYNTAX 3:11 end tag `package` closes another element',
    ],
    ['text behind the root', `${report('')}more`, 'RPT-SYNTAX 5:1 not well-formed XML here'],
    ['a second root', `${report('')}<coverage/>`, 'RPT-SYNTAX 5:1 not well-formed XML here'],
    ['a class without a file', report('<class name="a"></class>'), 'RPT-VALUE 3:1 a file has no path'],
    [
      'a class in a class',
      report(file('<class filename="b"/>')),
      'RPT-SYNTAX 3:31 a class stands inside another class',
    ],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))

  test.each([
    ['B-X09 no XML', 'Not Found', 'RPT-ROOT 1:1 no XML root; `coverage` expected'],
    [
      'B-X10 another root',
      '<?xml version="1.0"?>\n<testsuite/>',
      'RPT-ROOT 2:1 root element `testsuite`; `coverage` expected',
    ],
    ['only a comment', '<!-- coverage -->', 'RPT-ROOT 1:18 no XML root; `coverage` expected'],
    [
      'cut in the first tag',
      '<c',
      'RPT-TRUNCATED 1:1 the XML ends before its root element is closed; the tool that wrote it was interrupted',
    ],
  ])('%s, when the policy says cobertura', (_, text, expected) => expect(outcome(text, 'cobertura')).toBe(expected))

  test('a name that is not valid in the declared encoding', () =>
    expect(outcome(Uint8Array.from([...bytes('<coverage><class filename="'), 0xe9, ...bytes('"/></coverage>')]))).toBe(
      'RPT-ENCODING 1:11 a name is not valid in the encoding of the file',
    ))
})

describe('what real tools write', () => {
  const cases: [string, string, Record<string, number[]>][] = [
    [
      'B-X04 a document type without a subset',
      `<!DOCTYPE coverage SYSTEM "http://x/coverage-04.dtd?a>b">${report(file(line('1')))}`.replace(
        /(<!DOC.*>)(<\?xml.*\?>)/,
        '$2$1',
      ),
      { 'a.ts': [1] },
    ],
    [
      'B-X04 a document type that declares its elements, as xcresultparser writes',
      `<!DOCTYPE coverage [\n<!ELEMENT coverage (sources?,packages)>\n<!ATTLIST coverage line-rate CDATA "100%">\n]>${report(file(line('1')))}`.replace(
        /(<!DOC[\s\S]*\]>)(<\?xml.*\?>)/,
        '$2$1',
      ),
      { 'a.ts': [1] },
    ],
    [
      'B-X04 a document type with the empty subset that .NET writes',
      `<!DOCTYPE coverage PUBLIC "-//X//DTD 1.1//EN" "x.dtd"[ \n]>${report(file(line('1')))}`.replace(
        /(<!DOC[^>]*>)(<\?xml.*\?>)/,
        '$2$1',
      ),
      { 'a.ts': [1] },
    ],
    [
      'lines only in methods, and in both',
      report(
        `<class filename="a.ts"><methods><method name="f"><lines>${line('1')}${line('2', '0')}</lines></method></methods><lines>${line('2')}${line('3', '0')}</lines></class>`,
      ),
      { 'a.ts': [1, 2, -3] },
    ],
    [
      'one file in several classes',
      report(file(line('1', '0')) + file(line('9'), 'b.ts') + file(line('1') + line('2', '0'))),
      { 'a.ts': [1, -2], 'b.ts': [9] },
    ],
    ['B-X12 a rate that contradicts the lines', report(file(line('1', '0')), ' line-rate="1.0"'), { 'a.ts': [-1] }],
    [
      'B-X13 rates that are no numbers',
      report(file(line('1')), ' line-rate="NaN" lines-valid="1,0" branch-rate=""'),
      { 'a.ts': [1] },
    ],
    [
      'B-X19 declared ISO-8859-1',
      `<?xml version='1.0' encoding='ISO-8859-1'?><coverage>${file(line('1'))}</coverage>`,
      { 'a.ts': [1] },
    ],
    [
      'B-X23 tags in CDATA, comments and instructions',
      report(`<![CDATA[${file(line('7'))}]]><!-- ${line('8')} --><?x ${line('9')}?>${file(line('1'))}`),
      { 'a.ts': [1] },
    ],
    [
      'B-X24 elements named like object members',
      report(`<__proto__ constructor="1"/><constructor/>${file(line('1'))}`),
      { 'a.ts': [1] },
    ],
    ['entities and > in a name', report(file(line('1'), 'a&amp;b&#x20;&#99;>.ts')), { 'a&b c>.ts': [1] }],
    [
      'single quotes, spaces and line ends in tags',
      report(`<class\n filename = 'a.ts' ><line\n\thits='0'\r\n number='4' /></class >`),
      { 'a.ts': [-4] },
    ],
    ['hits beyond 64 bits', report(file(line('1', '99999999999999999999'))), { 'a.ts': [1] }],
    ['a line outside of any class', report(line('5') + file(line('1'))), { 'a.ts': [1] }],
    ['leading blank lines', `\n\n${report(file(line('1')))}`, { 'a.ts': [1] }],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    const result = read(text)
    expect(result.ok ? linesOf(result.value.report) : result.error).toEqual(expected)
  })

  test.each([
    ['counts', line('1', '1', ' branch="true" condition-coverage="50% (1/2)"'), { covered: 1, total: 2 }],
    ['branch without condition-coverage', line('1', '1', ' branch="true"'), { covered: 0, total: 0 }],
    ['condition-coverage without counts', line('1', '1', ' condition-coverage="50%"'), { covered: 0, total: 0 }],
    [
      'one line twice: the larger counts',
      line('1', '1', ' condition-coverage="(1/4)"') + line('1', '1', ' condition-coverage="(2/2)"'),
      { covered: 2, total: 4 },
    ],
  ])('branches: %s', (_, lines, expected) => {
    const result = read(report(file(lines)))
    expect(result.ok && totals(result.value.report.files).branches).toEqual(expected)
  })

  test('sources are kept, CDATA and entities included', () => {
    const result = read(
      report(
        `<sources><source> /src/a&amp;b </source><source><![CDATA[C:\\x]]></source><source/></sources>${file(line('1'))}`,
      ),
    )
    expect(result.ok && result.value.report.sources).toEqual(['/src/a&b', 'C:\\x'])
  })

  test('a path in <source> is whole wherever the file is cut', () => {
    const text = bytes(report(`<sources><source>/größe/&amp;</source></sources>${file(line('1'))}`))
    const result = readReport(Array.from(text, byte => Uint8Array.of(byte)))
    expect(result.ok && result.value.report.sources).toEqual(['/größe/&'])
  })

  test.each([
    ['a comment of 3 MiB', report(`<!--${'-'.repeat(3 << 20)}-->${file(line('1'))}`), '1 of 1'],
    [
      'an attribute of 100 KiB',
      report(`<other a="${'\n'.repeat(100 << 10)}"/>${file(line('0'))}`),
      'RPT-VALUE 102403:34 `number="0"` is not a possible value',
    ],
    [
      'an attribute of 2 MiB',
      report(`<other a="${'x'.repeat(2 << 20)}"/>`),
      'RPT-SIZE 3:1 one record is longer than 1048576 bytes',
    ],
    [
      '300 attributes',
      report(`<other ${Array.from({ length: 300 }, (_, index) => `a${index}=""`).join(' ')}/>`),
      'RPT-SIZE 3:1952 it holds more files, lines, branches or attributes than any real report',
    ],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))

  test('a head full of comments is told apart in no time', () =>
    expect(outcome(`${'<!---->'.repeat(500)}x`)).toContain('RPT-FORMAT'))

  test('B-X06 a million character references', () => {
    expect(outcome(report(`${'&#65;'.repeat(1_000_000)}${file(line('1'))}`))).toBe('1 of 1')
  })
})

/** Slow and obvious, for input that is known to be well-formed. */
function reference(text: string): Content {
  const report = new Obvious()
  const bare = text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>/gs, '')
  const attributesOf = (tag: string) =>
    Object.fromEntries(
      [...tag.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(match => [match[1], match[2] ?? match[3]]),
    )
  const tag = (name: string) => `<${name}(?=[\\s/>])((?:"[^"]*"|'[^']*'|[^>"'])*)>`
  for (const [, ofClass = '', inside = ''] of bare.matchAll(new RegExp(`${tag('class')}(.*?)</class\\s*>`, 'gs'))) {
    const { name: className = '', filename } = attributesOf(ofClass)
    report.open(decoded(filename))
    const called = new Set<string>()
    for (const [, method = '', body = ''] of inside.matchAll(new RegExp(`${tag('method')}(.*?)</method\\s*>`, 'gs'))) {
      const { name = '', signature = '' } = attributesOf(method)
      const key = [className, name, signature].join('\n')
      const hits = [...body.matchAll(new RegExp(tag('line'), 'gs'))].map(([line]) => attributesOf(line).hits)
      report.mark('functions', key, hits.some(Number) || called.has(key))
    }
    for (const [line] of inside.matchAll(new RegExp(tag('line'), 'gs'))) {
      const { number = '', hits, 'condition-coverage': conditions = '' } = attributesOf(line)
      report.mark('lines', Number(number), Number(hits) > 0)
      const [, taken, total] = /\((\d+)\/(\d+)\)/.exec(conditions) ?? []
      for (let branch = 0; branch < Number(total ?? 0); branch++)
        report.mark('branches', `${Number(number)} ${branch}`, branch < Number(taken))
    }
  }
  return report.content
}

const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex, digits, name) =>
    name === undefined
      ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(digits))
      : ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name as string] ?? ''),
  )

test.each(fixtures('cobertura'))('agrees with the obvious reader about $name', ({ content }) => {
  const result = read(content)
  expect(result.ok && contentOf(result.value.report)).toEqual(reference(new TextDecoder().decode(content)))
})

test('agrees with the obvious reader on any report, however it is cut', () => {
  const number = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2000 }))
  const conditions = fc.constantFrom('', '', '50% (1/2)', '100% (2/2)', '(0/2)', '33.3% (1/3)', '(7/12)', '75%')
  /** The same attributes in a few orders and styles: tools differ, and a merged report has several. */
  const element = (name: string, attributes: readonly string[], style: number, isClosed: boolean): string => {
    const quoted = attributes.map(each => (style === 1 ? each.replaceAll('"', "'") : each))
    const ordered = style === 2 ? quoted.toReversed() : quoted
    const gap = style === 3 ? '\n\t' : ' '
    return `<${name}${ordered.map(each => gap + each).join('')}${isClosed ? (style === 4 ? ' /' : '/') : ''}>`
  }
  const style = fc.constantFrom(0, 0, 0, 0, 1, 2, 3, 4, 4)
  const aLine = fc
    .tuple(number, fc.constantFrom('0', '0', '1', '7', '99999999999999999999'), conditions, style, fc.boolean())
    .map(([line, hits, covered, how, isBranch]) => {
      const branch = isBranch ? [`branch="${covered !== ''}"`] : []
      const more = covered === '' ? branch : [...branch, `condition-coverage="${covered}"`]
      return element('line', [`number="${line}"`, `hits="${hits}"`, ...more], how, true)
    })
  const lines = fc.array(aLine, { maxLength: 25, size: 'max' }).map(each => each.join('\n'))
  const name = fc.constantFrom('m', '&lt;init&gt;', 'f&#x20;g', 'größe', "it's", 'a>b')
  const method = fc
    .tuple(name, fc.constantFrom('', '()V'), lines, style)
    .map(
      ([named, signature, inside, how]) =>
        `${element('method', [`name="${named}"`, `signature="${signature}"`], how === 1 ? 0 : how, false)}\n<lines>${inside}</lines></method>`,
    )
  const noise = fc.constantFrom(
    '',
    '<!-- <line number="1" hits="1"/> -->',
    '<![CDATA[</class>]]>',
    '<?x <line number="1" hits="1"/> ?>',
    '<other a="1>2"/>',
    '<linear number="1" hits="1"/>',
    '\n  ',
  )
  const aClass = fc
    .tuple(fc.constantFrom('a.ts', 'b/ü.ts', 'c d.ts', 'e&amp;f.ts'), fc.array(method, { maxLength: 3 }), lines, noise)
    .map(
      ([path, methods, inClass, odd]) =>
        `<class name="c" filename="${path}" line-rate="0">${odd}<methods>${methods.join('')}</methods><lines>${inClass}</lines></class>`,
    )
  const input = fc.record({
    classes: fc.array(aClass, { minLength: 1, maxLength: 6 }),
    size: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(input, ({ classes, size }) => {
      const text = report(`<packages><package><classes>${classes.join('')}</classes></package></packages>`)
      const expected = reference(text)
      const result = readReport(cutInto(bytes(text), size))
      if (result.ok) expect(contentOf(result.value.report)).toEqual(expected)
      else expect([result.error, Object.values(expected).flatMap(each => each.lines)]).toEqual([empty, []])
    }),
    { numRuns: 200 },
  )
})

const empty = { code: 'RPT-EMPTY', message: { code: 'coverage.fault.empty', params: {} } }
