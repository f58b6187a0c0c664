import { describe, expect, test } from 'vitest'
import type { FormatId } from '../../src/coverage/formats/index.ts'
import { readReport } from '../../src/coverage/read.ts'
import { bytes, known, linesOf, outcome, read } from './helpers.ts'

/** How one XML format writes what the rows of security.md are about. */
export interface Dialect {
  readonly id: FormatId
  readonly root: string
  /** A whole report with `inside`, where files may stand, at line 3, column 1. */
  readonly report: (inside: string) => string
  /** One file `a.x` with lines. */
  readonly file: (lines: string, path?: string) => string
  /** A line that was executed, and its attribute for the number. */
  readonly line: (number: string) => string
  readonly number: string
}

/** The rows B-X that any XML format owes, as `file.test.ts` of the format shows beside its own. */
export function describeXmlRows({ id, root, report, file, line, number }: Dialect): void {
  const ofRoot = report('').split('\n')[1] ?? ''
  const behindProlog = (prolog: string) => report(file(line('1'))).replace(/\n/, `${prolog}\n`)
  const subset = 'the document type defines more than elements and attributes; a report never defines entities'
  const empty = 'RPT-EMPTY it has no executable line; nothing measured is not 100 %'
  const atLine = (text: string) => file(text).indexOf(text) + 1

  describe('rows of any XML', () => {
    test.each([
      [
        'B-X01 billion laughs',
        `<!DOCTYPE ${root} [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${ofRoot}&b;</${root}>`,
        `RPT-DOCTYPE 1:${12 + root.length} ${subset}`,
      ],
      [
        'B-X02 quadratic blow-up',
        `<!DOCTYPE ${root} [<!ENTITY a "${'a'.repeat(1 << 20)}">]><${root}/>`,
        `RPT-DOCTYPE 1:${12 + root.length} ${subset}`,
      ],
      [
        'B-X03 an external entity',
        `\n<!DOCTYPE ${root} [<!ENTITY x SYSTEM "file:///etc/passwd">]>${ofRoot}&x;</${root}>`,
        `RPT-DOCTYPE 2:${12 + root.length} ${subset}`,
      ],
      [
        'B-X04 a document type without a subset',
        behindProlog(`<!DOCTYPE ${root} PUBLIC "-//X//DTD ${root} 1.1//EN" "http://127.0.0.1/${root}.dtd?a>b">`),
        '1 of 1',
      ],
      [
        'B-X05 two document types',
        `<!DOCTYPE ${root}><!DOCTYPE ${root}><${root}/>`,
        `RPT-DOCTYPE 1:${12 + root.length} a document type stands where none may be`,
      ],
      ['B-X06 a million character references', report(`${'&#65;'.repeat(1_000_000)}${file(line('1'))}`), '1 of 1'],
      ['B-X11 nothing in it', report(''), empty],
      ['B-X11 a file without lines', report(file('')), empty],
      [
        'B-X15 a negative line',
        report(file(line('-1'))),
        `RPT-VALUE 3:${atLine(line('-1'))} \`${number}="-1"\` is not a possible value`,
      ],
      [
        'B-X15 an exponent',
        report(file(line('1e9'))),
        `RPT-VALUE 3:${atLine(line('1e9'))} \`${number}="1e9"\` is not a possible value`,
      ],
      [
        'B-X15 a word',
        report(file(line('abc'))),
        `RPT-VALUE 3:${atLine(line('abc'))} \`${number}="abc"\` is not a possible value`,
      ],
      [
        'B-X15 a line beyond any file',
        report(file(line('8388608'))),
        `RPT-VALUE 3:${atLine(line('8388608'))} \`${number}="8388608"\` is not a possible value`,
      ],
      ['B-X15 the same line twice', report(file(line('7') + line('7'))), '1 of 1'],
      [
        'B-X19 an encoding that is not read',
        `<?xml version="1.0" encoding="Shift_JIS"?>${ofRoot}</${root}>`,
        'RPT-ENCODING 1:1 encoding `shift_jis` is not read; write it as UTF-8',
      ],
      ['B-X19 declared ISO-8859-1', report(file(line('1'))).replace(/\?>/, ` encoding='ISO-8859-1'?>`), '1 of 1'],
      ['B-X20 a character reference to zero', report('&#0;'), 'RPT-SYNTAX 3:1 `&#0;` starts no entity that XML knows'],
      ['B-X20 an unescaped ampersand', report('a & b'), 'RPT-SYNTAX 3:3 `&` starts no entity that XML knows'],
      ['B-X20 ]]> in text', report('\n ]]>'), 'RPT-SYNTAX 4:2 not well-formed XML here'],
      ['B-X21 an attribute twice', report('<x-y odd="1" odd="2"/>'), 'RPT-SYNTAX 3:14 attribute `odd` is given twice'],
      [
        'B-X22 prefixes',
        report(file(line('1'))).replace(/(<\/?)(\w)/g, '$1p:$2'),
        `RPT-ROOT 2:1 XML with root element \`p:${root}\` is no known coverage report; known are ${known}`,
      ],
      [
        'B-X23 tags in CDATA, comments and instructions',
        report(
          `<![CDATA[${file(line('7'))}]]><!-- ${file(line('8'))} -->${file(`<!-- ${line('9')} -->${line('1')}<?x ${line('3')}?>`)}`,
        ),
        '1 of 1',
      ],
      [
        'B-X24 elements named like object members',
        report(
          `<__proto__ constructor="1"/><constructor toString="x"/>${file(`<hasOwnProperty __proto__=""/>${line('1')}`)}`,
        ),
        '1 of 1',
      ],
      ['leading blank lines', `\n\n${report(file(line('1')))}`, '1 of 1'],
      ['a line outside of any file', report(line('5') + file(line('1'))), '1 of 1'],
      [
        'text behind the root',
        `${report('').trimEnd()}more`,
        `RPT-SYNTAX ${report('').trimEnd().split('\n').length}:${(report('').trimEnd().split('\n').at(-1)?.length ?? 0) + 1} not well-formed XML here`,
      ],
    ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))

    test('B-X07 a million nested elements', () =>
      expect(outcome(report('<a>'.repeat(1_000_000)))).toMatch(/^RPT-DEPTH 3:\d+ elements are nested deeper than 256$/))

    test.each([
      ['B-X09 no XML', 'Not Found', `RPT-ROOT 1:1 no XML root; \`${root}\` expected`],
      [
        'B-X10 another root',
        '<?xml version="1.0"?>\n<testsuite/>',
        `RPT-ROOT 2:1 root element \`testsuite\`; \`${root}\` expected`,
      ],
      [
        'B-X08 cut in the first tag',
        `<${root.slice(0, 1)}`,
        'RPT-TRUNCATED 1:1 the XML ends before its root element is closed; the tool that wrote it was interrupted',
      ],
    ])(`%s, when the policy says ${id}`, (_, text, expected) => expect(outcome(text, id)).toBe(expected))

    test('B-X08 every prefix is refused', () => {
      const whole = bytes(report(file(line('1'))).trimEnd())
      for (let length = 0; length < whole.length; length++)
        expect(readReport([whole.subarray(0, length)], id).ok, `${length} bytes`).toBe(false)
    })

    test('a path with entities and letters of two bytes, wherever the file is cut', () => {
      const text = bytes(report(file(line('3'), 'a&amp;b&#x20;/größe&#99;.x')))
      const result = readReport(Array.from(text, byte => Uint8Array.of(byte)))
      expect(result.ok && linesOf(result.value.report)).toEqual({ 'a&b /größec.x': [3] })
    })

    test('a very long path', () =>
      expect(outcome(report(file(line('1'), 'a'.repeat(5000))))).toContain('a path is longer than 4096 bytes'))

    test('a path with a line end', () =>
      expect(outcome(report(file(line('1'), 'a&#10;b')))).toContain('a path contains control characters'))

    test('the format is told apart', () => {
      const result = read(report(file(line('1'))))
      expect(result.ok && result.value.format).toBe(id)
    })
  })
}
