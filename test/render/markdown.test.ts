import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { literal, prose } from '../../src/render/inert.ts'
import { codeSpan, link, markdownFormatter, md } from '../../src/render/markdown.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import { hostile } from './hostile.ts'
import { liveParts, parse, walk } from './markdown.ts'
import { links } from './reports.ts'

const textOf = (markdown: string): string =>
  [...walk(parse(markdown))]
    .map(node => (node.type === 'text' || node.type === 'inlineCode' ? node.value : ''))
    .join('')
    .replaceAll('\u200b', '')

describe('md', () => {
  test.each([
    ['T-60 B-M17 mention of a person', 'thanks @everyone', 'thanks @&#8203;everyone'],
    ['T-60 B-M17 mention of a team', '@org/team', '@&#8203;org/team'],
    ['T-60 B-M17 issue reference', 'see #1 and acme/api#12', 'see #&#8203;1 and acme/api#&#8203;12'],
    ['T-60 B-M17 GH- reference and custom autolinks', 'GH-1, JIRA-42', 'GH-&#8203;1, JIRA-&#8203;42'],
    ['T-60 B-M17 commit SHA', 'abc1234', 'abc123&#8203;4'],
    ['T-60 B-M17 address', 'user@host.example', 'user@&#8203;host.example'],
    ['T-60 issue URL', 'https://github.com/acme/api/issues/1', 'https:&#8203;//github.com/acme/api/issues/1'],
    ['T-60 www autolink', '_www.evil.example', '&#95;www&#8203;.evil.example'],
    ['T-61 link', '[x](javascript:alert(1))', '&#91;x&#93;(javascript:&#8203;alert(1))'],
    ['T-61 image', '![t](x)', '!&#91;t&#93;(x)'],
    ['T-61 B-M16 unclosed comment', '<!-- x', '&lt;!-- x'],
    ['T-61 B-M16 closing our details', '</details>', '&lt;/details&gt;'],
    ['T-61 B-M16 unbalanced fence', '``` x', '&#96;&#96;&#96; x'],
    ['T-61 pipe', 'a | b \\| c', 'a &#124; b &#92;&#124; c'],
    ['T-61 line breaks', 'a\r\n\n# b\u2028c', 'a # b c'],
    ['T-61 heading at the start', '# b', '&#35; b'],
    ['T-61 list at the start', '1. b', '1&#46; b'],
    ['B-M13 shell in a title', '"; curl evil | sh #', '"; curl evil &#124; sh #'],
    ['B-M14 right-to-left override', 'a\u202egpj.exe', 'agpj.exe'],
    ['zero width', 'a\u200bb\u2060c\ufeffd', 'abcd'],
    ['snake_case stays readable', 'pay_ment _x_', 'pay_ment &#95;x&#95;'],
    ['emoji code', ':tada: x', ':&#8203;tada: x'],
    ['Chinese stays as it is', '已演练回滚。', '已演练回滚。'],
  ])('%s', (_, text, expected) => {
    expect(md(text)).toBe(expected)
  })

  test('T-61 B-M15 a kilobyte of combining characters is cut to four marks', () => {
    expect(md(`a${'\u0301'.repeat(512)}b`)).toBe(`a${'\u0301'.repeat(4)}b`)
  })

  test('T-62 long text is cut at a code point, with an ellipsis', () => {
    expect(md('𝕏'.repeat(400), 10)).toBe(`${'𝕏'.repeat(9)}…`)
    expect(md('𝕏'.repeat(10), 10)).toBe('𝕏'.repeat(10))
  })

  test('T-60 T-61 any text gives one paragraph of inert text that reads as the text did', () => {
    fc.assert(
      fc.property(hostile, text => {
        const markdown = md(text)
        const root = parse(markdown)
        expect(liveParts(markdown, [])).toEqual([])
        expect(textOf(markdown)).toBe(prose(text, 300))
        expect([...walk(root)].every(node => ['root', 'paragraph', 'text'].includes(node.type))).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })

  test('T-61 in a list item, a table cell and a summary it stays one text', () => {
    fc.assert(
      fc.property(hostile, text => {
        const markdown = `- [ ] a ${md(text)}\n\n| x | y |\n| --- | --- |\n| ${md(text)} | z |\n\n<details>\n<summary>${md(text)}</summary>\n\nq\n\n</details>`
        const kinds = parse(markdown).children.map(node => node.type)
        expect(kinds).toEqual(['list', 'table', 'html', 'paragraph', 'html'])
        const table = parse(markdown).children[1]
        expect(table?.type === 'table' && table.children.map(row => row.children.length)).toEqual([2, 2])
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('code spans', () => {
  test.each([
    ['plain path', 'src/a.ts', '`src/a.ts`'],
    ['one backtick', 'a`b', '``a`b``'],
    ['only backticks', '``', '``` `` ```'],
    ['empty', '', '`""`'],
    ['pipe, which would end a table cell', 'a|`b', '<code>a&#124;&#96;b</code>'],
    ['T-61 line break shows', 'a\nb', '`a\\u{a}b`'],
    ['B-M14 right-to-left override in a file name shows escaped', 'a\u202egpj.exe', '`a\\u{202e}gpj.exe`'],
  ])('%s', (_, text, expected) => {
    expect(codeSpan(text)).toBe(expected)
  })

  test('T-61 any literal is one code span with that text, in a paragraph and in a table cell', () => {
    fc.assert(
      fc.property(hostile, text => {
        const span = codeSpan(text)
        const root = parse(`| x | y |\n| --- | --- |\n| ${span} | z |`)
        const table = root.children[0]
        expect(root.children.length).toBe(1)
        expect(table?.type === 'table' && table.children.map(row => row.children.length)).toEqual([2, 2])
        expect(liveParts(`a ${span} b`, [])).toEqual([])
        if (!span.startsWith('<code>') && text !== '') {
          const spans = [...walk(parse(`a ${span} b`))].filter(node => node.type === 'inlineCode')
          expect(spans.map(node => (node.type === 'inlineCode' ? node.value : ''))).toEqual([literal(text, 200)])
        }
      }),
      { numRuns: 3_000 },
    )
  })

  test('T-62 a long path keeps both ends', () => {
    const span = codeSpan(`src/${'x'.repeat(5_000)}/main.ts`)
    expect(span.length).toBe(202)
    expect(span).toMatch(/^`src\/x+…x+\/main\.ts`$/)
  })
})

describe('links', () => {
  test.each([
    ['T-61 javascript:', 'javascript:alert(1)'],
    ['T-61 data:', 'data:text/html,x'],
    ['T-61 credentials', 'https://github.com@evil.example/'],
    ['no URL', 'not a url'],
    ['T-62 absurdly long', `https://a.example/${'x'.repeat(3_000)}`],
  ])('%s is not linked', (_, url) => {
    expect(link('x', url)).toBe('x')
  })

  test('T-61 what would end a destination or a table cell is encoded', () => {
    expect(link('x', 'https://a.example/b)(|"c d')).toBe('[x](https://a.example/b%29%28%7c%22c%20d)')
  })
})

describe('formatters', () => {
  const markdown = markdownFormatter('en', links)
  const plain = plainFormatter('en')

  test('T-60 a person is a link that notifies nobody', () => {
    expect(markdown.person('li-wei')).toBe('[@&#8203;li-wei](https://github.example/li-wei)')
    expect(markdown.person('acme/platform')).toBe('@&#8203;acme/platform')
    expect(markdown.person('](x)')).toBe('@&#8203;&#93;(x)')
    expect(plain.person('li-wei')).toBe('@li-wei')
  })

  test('a SHA has seven characters and leads to the commit; a place leads to its first line', () => {
    expect(markdown.sha('abc1234def')).toBe('[`abc1234`](https://github.example/acme/billing/commit/abc1234def)')
    expect(markdown.sha('not a sha')).toBe('`not a s`')
    expect(markdown.place('a b.ts', 3, 9)).toMatch(/^\[`a b\.ts:3–9`\]\(https:\/\/github\.example\/.*\/a%20b\.ts#L3\)$/)
    expect(markdown.place('\ud800', 0)).toContain('`\ufffd`')
  })

  test('T-54 plain text is one line and holds no runner command of the old form', () => {
    fc.assert(
      fc.property(hostile, text => {
        for (const shown of [
          plain.text(text),
          plain.code(text),
          plain.person(text),
          plain.sha(text),
          plain.place(text, 1),
        ]) {
          expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029]|##\[/u)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
