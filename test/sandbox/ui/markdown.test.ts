import { html } from 'hono/html'
import { describe, expect, test } from 'vitest'
import { renderMarkdown, type TaskItem } from './markdown.ts'

const render = async (source: string) =>
  String(await renderMarkdown(source))
    .replace(/^<div class="markdown">|<\/div>$/g, '')
    .trim()

describe('GitHub Flavored Markdown', () => {
  test.each([
    ['# Gates', '<h1>Gates</h1>'],
    ['**a** *b* ~~c~~ `d`', '<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>'],
    ['[x](https://a.b/c?d=1&e=2)', '<p><a href="https://a.b/c?d=1&amp;e=2" rel="nofollow noopener">x</a></p>'],
    ['[x][1]\n\n[1]: /docs', '<p><a href="/docs" rel="nofollow noopener">x</a></p>'],
    ['```ts\na < b\n```', '<pre><code>a &lt; b</code></pre>'],
    ['- a\n- b', '<ul><li>a</li>\n<li>b</li>\n</ul>'],
    ['3. a', '<ol start="3"><li>a</li>\n</ol>'],
    ['![logo](https://a.b/c.png)', '<p><a href="https://a.b/c.png" rel="nofollow noopener">logo</a></p>'],
  ])('%j', async (source, expected) => {
    expect(await render(source)).toBe(expected)
  })

  test('a table with alignment', async () => {
    expect(await render('| gate | n |\n| --- | ---: |\n| docs | 1 |')).toBe(
      '<div class="scroll"><table><thead><tr><th>gate</th><th class="right">n</th></tr></thead>' +
        '<tbody><tr><td>docs</td><td class="right">1</td></tr></tbody></table></div>',
    )
  })

  test('details around Markdown, markers hidden', async () => {
    const source =
      '<!-- delivery-gates -->\n\n<details open onclick="x()">\n<summary>More</summary>\n\n**a**\n\n</details>\n\nend'
    expect((await render(source)).replaceAll('\n', '')).toBe(
      '<details open><summary>More</summary><p><strong>a</strong></p></details><p>end</p>',
    )
  })
})

describe('hostile sources', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['a <b onmouseover="x()">b</b>', '<p>a <b>b</b></p>'],
    ['<detailsx>', '&lt;detailsx&gt;'],
    ['[x](javascript:alert(1))', '<p>x</p>'],
    ['[x](JaVaScRiPt&colon;alert(1))', '<p>x</p>'],
    ['[x](<java\tscript:alert(1)>)', '<p>x</p>'],
    ['[x](data:text/html;base64,AAAA)', '<p>x</p>'],
    ['[x](/a"onclick="b)', '<p><a href="/a&quot;onclick=&quot;b" rel="nofollow noopener">x</a></p>'],
    ['</div></div><b>x', '&lt;/div&gt;&lt;/div&gt;<b>x</b>'],
    ['</details></p>', ''],
    ['<!-- never closed\n\n<b>', ''],
    ['a <b>b', '<p>a <b>b</b></p>'],
    ['- <details>\n\nafter', '<ul><li><details></details></li>\n</ul><p>after</p>'],
    ['<b><i>x</b>y</i>', '<p><b><i>x</i></b>y</p>'],
  ])('%j', async (source, expected) => {
    expect(await render(source)).toBe(expected)
  })
})

describe('task items', () => {
  const source =
    '- [ ] open `a`\n- [x] **done**\n  1. [X] nested\n\n```\n- [ ] code\n```\n\n> * [ ] quoted\n\n<!--\n- [ ] hidden\n-->\n'

  test('only real ones, with the place of their mark', () => {
    const items: TaskItem[] = []
    renderMarkdown(source, item => {
      items.push(item)
      return html``
    })
    expect(items.map(({ text, checked, offset }) => [text, checked, source[offset]])).toEqual([
      ['open a', false, ' '],
      ['done', true, 'x'],
      ['nested', true, 'X'],
      ['quoted', false, ' '],
    ])
  })

  test('are drawn by the caller', async () => {
    const result = String(
      await renderMarkdown('- [ ] a', item => html`<button name="offset" value="${item.offset}"></button>`),
    )
    expect(result).toContain('<li class="task"><button name="offset" value="3"></button><div>a</div></li>')
  })
})
