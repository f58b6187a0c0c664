import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePoints, editDistance, keyPath, lineIndex, nearest, visible } from '../../src/policy/text.ts'

describe('did you mean', () => {
  test.each([
    ['coverge', 'coverage', 1],
    ['coevrage', 'coverage', 1],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['same', 'same', 0],
    ['kitten', 'sitting', 3],
  ])('%s and %s are %i apart', (a, b, distance) => expect(editDistance(a, b)).toBe(distance))

  test('the distance is symmetric and at most the longer length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(editDistance(a, b) === 0).toBe(a === b)
      }),
    )
  })

  test.each([
    ['Coverage', 'coverage'],
    ['cover\u200bage', 'coverage'],
    ['dosc', 'docs'],
    ['xyz', null],
    ['', null],
    ['x'.repeat(5000), null],
  ])('%.20j', (word, expected) => expect(nearest(word, ['coverage', 'docs', 'review'])).toBe(expected))
})

describe('text from the file in a message', () => {
  test.each([
    ['a b', 'a b'],
    ['a\u00a0b\n', 'a\\u00a0b\\u000a'],
    ['\u202e', '\\u202e'],
    ['e\u0301', 'e\\u0301'],
    ['界😀', '界😀'],
    ['\u{e0001}', '\\udb40\\udc01'],
  ])('%j', (text, shown) => expect(visible(text)).toBe(shown))

  test('is cut at 200 characters, never within one', () => {
    expect(visible('😀'.repeat(200))).toBe('😀'.repeat(200))
    expect(visible('😀'.repeat(201))).toBe(`${'😀'.repeat(200)}…`)
  })

  test('code points of what is not ASCII, each once', () => expect(codePoints('а😀аb')).toEqual(['U+0430', 'U+1F600']))

  test('key paths', () => {
    expect(keyPath([])).toBe('')
    expect(keyPath(['checklists', 0, 'items', 12, 'zh-CN'])).toBe('checklists[0].items[12].zh-CN')
    expect(keyPath(['roles', 'a b', 0])).toBe('roles["a b"][0]')
  })

  test('positions', () => {
    const at = lineIndex('ab\n\nc')
    expect([0, 1, 2, 3, 4, 5].map(at).map(({ line, column }) => `${line}:${column}`)).toEqual([
      '1:1',
      '1:2',
      '1:3',
      '2:1',
      '3:1',
      '3:2',
    ])
  })
})
