import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StartTag } from '../../src/coverage/xml-tag.ts'
import { bytes } from './helpers.ts'

const elements = ['line', 'lines', 'class'] as const
const attributes = ['number', 'hits', 'name'] as const

/** Everything that a reader can learn from the tag at the start of the text, which goes on in old bytes. */
function seen(tag: StartTag, text: Uint8Array, old: Uint8Array) {
  const buffer = Uint8Array.from([...text, ...old])
  const end = tag.read(buffer, 1, text.length)
  if (end === 0) {
    const { fault, faultAt, faultEnd } = tag
    return { fault, ...(fault === 'incomplete' ? {} : { faultAt }), ...(fault === 'duplicate' ? { faultEnd } : {}) }
  }
  const { element, nameStart, nameEnd, isClosed, lineEnds, lineStart } = tag
  const values = attributes.map((_, attribute) =>
    tag.has(attribute) ? [tag.valueStart(attribute), tag.valueEnd(attribute), tag.integer(attribute)] : null,
  )
  return { end, element, nameStart, nameEnd, isClosed, lineEnds, ...(lineEnds > 0 ? { lineStart } : {}), values }
}

const name = fc.constantFrom('line', 'line', 'lines', 'li', 'lix', 'class', '__proto__')
const attribute = fc
  .tuple(
    fc.constantFrom('number', 'hits', 'name', 'other', 'nam'),
    fc.constantFrom('', '0', '12', '99999999999999999999', '1a', 'a b', 'a>b', '&lt;', "it's", 'ü', '\n'),
    fc.constantFrom('"', '"', '"', "'"),
    fc.constantFrom(' ', ' ', ' ', '  ', '\n', ''),
    fc.constantFrom('=', '=', '=', ' = '),
  )
  .map(([key, value, quote, gap, equals]) => `${gap}${key}${equals}${quote}${value}${quote}`)
const tag = fc
  .tuple(name, fc.array(attribute, { maxLength: 4 }), fc.constantFrom('>', '/>', ' />', ' >', '/ >', '//>', ''))
  .map(([element, given, tail]) => `<${element}${given.join('')}${tail}`)
const edit = (texts: fc.Arbitrary<string>) =>
  fc
    .tuple(texts, fc.nat(60), fc.constantFrom('', '"', '<', '&', '>', '/', '=', ' ', '\0', 'x', '1', '\n'), fc.nat(1))
    .map(([text, at, insert, remove]) => text.slice(0, at) + insert + text.slice(at + remove))

test('a tag is read and refused alike whatever tags came before it', () => {
  /** A few tags again and again, as in a report, some of them broken. */
  const many = fc.array(tag, { minLength: 1, maxLength: 3 }).chain(few => {
    const kind = fc.constantFrom(...few)
    return fc.array(fc.oneof(kind, edit(kind)), { maxLength: 20, size: 'max' })
  })
  fc.assert(
    fc.property(many, fc.constantFrom('', '">', ' hits="1"/>', '/>'), (texts, old) => {
      const experienced = new StartTag(elements, attributes)
      for (const text of texts.filter(each => each.startsWith('<')))
        expect(seen(experienced, bytes(text), bytes(old)), text).toEqual(
          seen(new StartTag(elements, attributes), bytes(text), bytes(old)),
        )
    }),
    { numRuns: 2000 },
  )
})

test('a tag whose shape is too long to be kept is read by the grammar each time', () => {
  const experienced = new StartTag(elements, attributes)
  const long = bytes(`<line ${'x'.repeat(500)}="1" number="7"/>`)
  const many = bytes(`<line ${Array.from({ length: 60 }, (_, at) => `a${at}="1"`).join(' ')} number="7"/>`)
  for (const text of [long, long, many, many, bytes('<line number="7"/>'), bytes('<line number="8"/>')]) {
    expect(experienced.read(text, 1, text.length)).toBe(text.length)
    expect(experienced.integer(0)).toBeGreaterThan(6)
  }
})

test('names that begin alike are told apart', () => {
  const experienced = new StartTag(elements, attributes)
  const nameEnds = ['<lix number="1"/>', '<li/>', '<lix number="2"/>', '<li/>', '<li number="3"/>'].map(text => {
    experienced.read(bytes(text), 1, text.length)
    return experienced.nameEnd
  })
  expect(nameEnds).toEqual([4, 3, 4, 3, 3])
})
