import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { message } from '../../src/locales/message.ts'
import { basisPoints, duration, lines, notation, place, sentence } from '../../src/render/format.ts'
import { plainFormatter } from '../../src/render/plain.ts'

const en = notation('en')
const zh = notation('zh-CN')

describe('percent', () => {
  test.each([
    [25, 35, '71.42 %', '71.42%'],
    [4, 5, '80 %', '80%'],
    [79_996, 100_000, '79.99 %', '79.99%'],
    [841, 1000, '84.1 %', '84.1%'],
    [0, 3, '0 %', '0%'],
    [3, 3, '100 %', '100%'],
    [2 ** 53 - 2, 2 ** 53 - 1, '99.99 %', '99.99%'],
    [0, 0, '–', '–'],
    [1, Number.NaN, '–', '–'],
    [-1, 3, '–', '–'],
  ])('%d of %d', (covered, total, english, chinese) => {
    expect(en.percent({ covered, total })).toBe(english)
    expect(zh.percent({ covered, total })).toBe(chinese)
  })

  test('is never rounded up: what shows as p % is at least p %', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        const [covered, total] = a < b ? [a, b] : [b, a]
        fc.pre(total > 0)
        const points = basisPoints({ covered, total }) ?? -1n
        expect(points * BigInt(total) <= BigInt(covered) * 10_000n).toBe(true)
        expect((points + 1n) * BigInt(total) > BigInt(covered) * 10_000n).toBe(true)
      }),
    )
  })
})

test.each([
  [[], 5, '', ''],
  [['a'], 5, 'a', 'a'],
  [['a', 'b', 'c'], 5, 'a, b and c', 'a、b 和 c'],
  [['a', 'b', 'c', 'd'], 2, 'a, b and 2 more', 'a、b 等，另有 2 项'],
  [['a', 'b'], 0, 'a and 1 more', 'a 等，另有 1 项'],
])('list %j of at most %d', (pieces, max, english, chinese) => {
  expect(en.list(pieces, max)).toBe(english)
  expect(zh.list(pieces, max)).toBe(chinese)
})

test('either', () => {
  expect(en.either(['a', 'b'])).toBe('a or b')
  expect(zh.either(['a', 'b'])).toBe('a 或 b')
  expect(en.either(['a', 'b', 'c'], 2)).toBe('a, b or 1 more')
})

test('numbers are grouped and keep every digit', () => {
  expect(en.number(3_000)).toBe('3,000')
  expect(zh.number(79.996)).toBe('79.996')
})

test.each([
  ['2026-11-20T12:00:00Z', '2026-11-20T12:00:59Z', { unit: 'moment', count: 0 }],
  ['2026-11-20T12:00:00Z', '2026-11-20T12:59:59Z', { unit: 'minutes', count: 59 }],
  ['2026-11-20T09:00:00Z', '2026-11-20T12:59:00Z', { unit: 'hours', count: 3 }],
  ['2026-11-18T12:00:01Z', '2026-11-20T12:00:00Z', { unit: 'hours', count: 47 }],
  ['2026-11-18T12:00:00Z', '2026-11-20T12:00:00Z', { unit: 'days', count: 2 }],
  ['2026-11-20T12:00:00Z', '2026-11-20T11:00:00Z', { unit: 'moment', count: 0 }],
  ['never', '2026-11-20T12:00:00Z', { unit: 'moment', count: 0 }],
])('duration from %s to %s', (from, to, expected) => {
  expect(duration(from, to)).toEqual(expected)
})

test('ages read "3 h" and "2 d" where a page shows them, in both locales', () => {
  const told = (unit: 'hours' | 'days', count: number) => message('web.age', { age: { unit, count } })
  expect(sentence(told('hours', 3), 'en', plainFormatter('en'))).toBe('3 h')
  expect(sentence(told('days', 2), 'zh-CN', plainFormatter('zh-CN'))).toBe('2 天')
})

test('comments tell instants, because nobody updates an age while nothing happens', () => {
  const told = message('report.headline.next', { waitingFor: [{ kind: 'ci' }], since: '2026-11-20T09:00:30.123Z' })
  expect(sentence(told, 'en', plainFormatter('en'))).toBe('next: CI, since 2026-11-20 09:00 UTC')
  expect(sentence(told, 'zh-CN', plainFormatter('zh-CN'))).toBe('下一步：CI，自 2026-11-20 09:00 UTC 起')
})

test.each([
  [14, 19, '14–19'],
  [14, 14, '14'],
  [14, 3, '14'],
  [14, undefined, '14'],
  [0, 5, ''],
  [Number.NaN, 5, ''],
  [undefined, 5, ''],
])('lines %s to %s', (start, end, expected) => {
  expect(lines(start, end)).toBe(expected)
  expect(place('a.ts', start, end)).toBe(expected === '' ? 'a.ts' : `a.ts:${expected}`)
})

test('a code of a newer version shows as itself instead of failing', () => {
  const newer = JSON.parse('{"code":"toString","params":{}}')
  expect(sentence(newer, 'en', plainFormatter('en'))).toBe('toString')
})
