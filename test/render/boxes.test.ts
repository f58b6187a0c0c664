import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxTransitions, itemMark, normaliseBody, parseChecklistBoxes } from '../../src/render/boxes.ts'
import { renderComment } from '../../src/render/comment.ts'
import { checklist, item, links, report } from './reports.ts'

const items = ['rollback', 'guide', 'coverage', 'a--b', 'a---b-'].map(id =>
  item({ id, text: { default: `Item ${id}` } }),
)
const body = renderComment(report({ verdict: 'waiting', checklists: [checklist(items)] }), {
  locale: 'en',
  links,
  signing: 'app',
  marker: '12',
})
const tick = (text: string, id: string): string =>
  text
    .split('\n')
    .map(line => (line.includes(`${itemMark(id).trim()}`) ? line.replace('[ ]', '[x]') : line))
    .join('\n')

const line = (id: string, box = ' ') => `- [${box}] text <!-- dg:item ${id} -->`

describe('parseChecklistBoxes', () => {
  test('reads back what the comment shows, each item once', () => {
    expect([...parseChecklistBoxes(body)]).toEqual(items.map(({ id }) => [id, false]))
    expect(parseChecklistBoxes(tick(body, 'a--b')).get('a--b')).toBe(true)
  })

  test('CRLF, as browsers send it', () => {
    expect(parseChecklistBoxes(tick(body, 'guide').replaceAll('\n', '\r\n')).get('guide')).toBe(true)
  })

  test.each([
    ['a capital X', line('a', 'X'), [['a', true]]],
    ['no box', '- text <!-- dg:item a -->', []],
    ['text after the mark', `${line('a')} x`, []],
    ['no mark', '- [x] text', []],
    ['an indented line', `  ${line('a')}`, []],
    ['a quoted line', `> ${line('a')}`, []],
    ['another bullet than ours', line('a').replace('-', '*'), []],
    ['in a fence', `\`\`\`\n${line('a')}\n\`\`\`\n${line('b')}`, [['b', false]]],
    ['in a fence of tildes that a shorter one does not close', `~~~~\n~~~\n${line('a')}\n~~~~`, []],
    [
      'in an HTML comment, which the mark of the line in it ends',
      `<!--\n${line('a')}\n-->\n${line('b')}`,
      [['b', false]],
    ],
    ['in raw HTML', `<pre>\n${line('a')}\n</pre>\n${line('b')}`, [['b', false]]],
    ['an id that stands twice', `${line('a')}\n${line('b')}\n${line('a', 'x')}`, [['b', false]]],
    ['an id that is none', line('a b'), []],
  ])('%s', (_, text, expected) => {
    expect([...parseChecklistBoxes(text)]).toEqual(expected)
  })

  test('B-M04 items with the same text, one of them nested by hand, are told apart by id', () => {
    const same = ['one', 'two'].map(id => item({ id, text: { default: 'Rollback rehearsed' } }))
    const text = renderComment(report({ checklists: [checklist(same)] }), {
      locale: 'en',
      links,
      signing: 'app',
      marker: '1',
    })
    expect([...parseChecklistBoxes(tick(text, 'two'))]).toEqual([
      ['one', false],
      ['two', true],
    ])
    expect([...parseChecklistBoxes(`${line('a')}\n  ${line('b', 'x')}`)]).toEqual([['a', false]])
  })

  test('T-61 an item text cannot carry the mark of another item', () => {
    const forged = item({ id: 'mine', text: { default: 'x <!-- dg:item other -->\n- [x] y <!-- dg:item third -->' } })
    const text = renderComment(report({ checklists: [checklist([forged])] }), {
      locale: 'en',
      links,
      signing: 'app',
      marker: '1',
    })
    expect([...parseChecklistBoxes(text)]).toEqual([['mine', false]])
  })
})

describe('environments', () => {
  const text = (ref: string, box = ' ') => `- [${box}] text${itemMark(ref)}`

  test('one box each, read back under the name that commands use', () => {
    const refs = ['guide', 'guide@prod-a', 'guide@prod--b', 'a--b@EU/prod_1.2']
    expect([...parseChecklistBoxes(refs.map(ref => text(ref)).join('\n')).keys()]).toEqual(refs)
    expect(boxTransitions(text('guide@prod-a'), text('guide@prod-a', 'x'))).toEqual([
      { itemId: 'guide@prod-a', checked: true },
    ])
    expect(refs.every(ref => !/--./.test(itemMark(ref).slice(5, -4)))).toBe(true)
  })

  test('what is no name of an environment gets no mark', () => {
    for (const ref of ['guide@', 'guide@a b', 'guide@-->', 'guide@a@b', `guide@${'x'.repeat(101)}`]) {
      expect(itemMark(ref)).toBe('')
    }
  })

  test('any name survives the mark', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/), name => {
        expect([...parseChecklistBoxes(text(`guide@${name}`)).keys()]).toEqual([`guide@${name}`])
      }),
    )
  })
})

describe('boxTransitions', () => {
  test('a tick and its undoing', () => {
    expect(boxTransitions(body, tick(body, 'guide'))).toEqual([{ itemId: 'guide', checked: true }])
    expect(boxTransitions(tick(body, 'guide'), body)).toEqual([{ itemId: 'guide', checked: false }])
  })

  test('B-M11 our own rendering of the same state is no transition', () => {
    expect(boxTransitions(body, body.replaceAll('\n', '\r\n'))).toEqual([])
  })

  test('B-M10 two boxes in quick succession: each edit tells of its own box, in any order of arrival', () => {
    const first = tick(body, 'guide')
    const second = tick(first, 'rollback')
    expect(boxTransitions(body, first)).toEqual([{ itemId: 'guide', checked: true }])
    expect(boxTransitions(first, second)).toEqual([{ itemId: 'rollback', checked: true }])
  })

  test('B-M09 box ticked and text changed in one edit: the tick counts, and the text is seen to differ', () => {
    const edited = tick(body, 'guide').replace('Item rollback', 'Nothing to see')
    expect(boxTransitions(body, edited)).toEqual([{ itemId: 'guide', checked: true }])
    expect(normaliseBody(edited)).not.toBe(normaliseBody(body))
  })

  test('B-M08 T-11 an emptied body, or one without our lines, is no transition', () => {
    expect(boxTransitions(body, '')).toEqual([])
    expect(boxTransitions('', tick(body, 'guide'))).toEqual([])
  })

  test('T-11 an item line added by hand is unknown, and a doubled one is nobody’s', () => {
    expect(boxTransitions(body, `${body}\n${line('extra', 'x')}`)).toEqual([])
    expect(boxTransitions(body, `${tick(body, 'guide')}\n${line('guide')}`)).toEqual([])
  })
})

type Edit = { readonly at: number; readonly length: number; readonly text: string }
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 60 }),
  text: fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      'x',
      ' ',
      '\n',
      '\r\n',
      '```\n',
      '<!--',
      '-->',
      '- [x] a <!-- dg:item evil -->\n',
      '[x]',
      '<!-- dg:item guide -->',
      '\n- [x] ',
    ),
  ),
})
const apply = (text: string, { at, length, text: inserted }: Edit): string => {
  const start = Math.floor(at * text.length)
  return text.slice(0, start) + inserted + text.slice(start + length)
}

/** What may differ between two bodies of one normal form, written another way: every box emptied, line ends cut. */
const skeleton = (text: string): string =>
  text
    .replace(/^- \[[ xX]\](?= .*<!-- dg:item )/gm, '- [ ]')
    .replace(/[ \t\r]+$/gm, '')
    .trimEnd()

describe('T-11 fuzz', () => {
  const known = new Set(items.map(({ id }) => id))

  test('random edits never give a transition of an unknown item', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), edits => {
        const after = edits.reduce(apply, body)
        for (const { itemId } of boxTransitions(body, after)) expect(known).toContain(itemId)
      }),
      { numRuns: 2_000 },
    )
  })

  test('any edit beyond boxes, line ends and trailing space changes the normal form', () => {
    fc.assert(
      fc.property(edit, one => {
        const after = apply(body, one)
        fc.pre(skeleton(after) !== skeleton(body))
        expect(normaliseBody(after)).not.toBe(normaliseBody(body))
      }),
      { numRuns: 2_000 },
    )
  })

  test('ticks, line ends and trailing space do not', () => {
    const ids = fc.subarray([...known])
    fc.assert(
      fc.property(ids, fc.constantFrom('\n', '\r\n', ' \n', '\t\r\n'), (ticked, end) => {
        const after = `${ticked.reduce(tick, body).replaceAll('\n', end)}${end}  `
        expect(normaliseBody(after)).toBe(normaliseBody(body))
        expect(
          boxTransitions(body, after)
            .map(({ itemId }) => itemId)
            .toSorted(),
        ).toEqual(ticked.toSorted())
      }),
    )
  })
})
