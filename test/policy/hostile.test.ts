import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { say } from '../../src/locales/index.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { plainText } from './plain-text.ts'

const docs = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8')
const complete = /```yaml\n([\s\S]*?)```/.exec(docs)?.[1] ?? ''

/** Never throws; either a policy, or problems that each have a place in the file and a sentence in both languages. */
function judge(source: string | Uint8Array, path = 'policy.yml'): void {
  const parsed = parsePolicy(source, path, { owner: 'acme' })
  if (parsed.ok) return
  const lines = (typeof source === 'string' ? source : new TextDecoder().decode(source)).split(/\r\n?|\n/)
  expect(parsed.error.length).toBeGreaterThan(0)
  for (const { message, line, column } of parsed.error) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeGreaterThanOrEqual(1)
    for (const locale of ['en', 'zh-CN'] as const) {
      const sentence = say(message, locale, plainText)
      expect(sentence).not.toMatch(/undefined|\[object|NaN characters|\n/)
      expect(sentence.length).toBeLessThan(1500)
    }
  }
}

test('G1 G2 any text', () => {
  const yamlish = fc.string({
    unit: fc.constantFrom(...'ab:- \n[]{},"\'#&*!|>%@`?1.~\t\0\r', 'version: 1\n', '  ', '\u200b', '😀', '<<: '),
    maxLength: 60,
  })
  fc.assert(
    fc.property(yamlish, text => judge(text)),
    { numRuns: 2000 },
  )
})

test('G1 any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), bytes => judge(bytes)),
    { numRuns: 1000 },
  )
})

test('G1 G2 the complete example with a piece replaced', () => {
  const piece = fc.constantFrom(
    '',
    ' ',
    '\n',
    '\t',
    ':',
    '- ',
    '[',
    '}',
    '"',
    '~',
    '5',
    '-1',
    '.nan',
    'yes',
    'null',
    '*x',
    '&x ',
    '!t ',
    '{}',
    '[]',
    `\${{ x }}`,
    '__proto__',
    '\u00a0',
  )
  const position = fc.nat(complete.length)
  fc.assert(
    fc.property(position, fc.nat(12), piece, (at, removed, inserted) => {
      judge(complete.slice(0, at) + inserted + complete.slice(at + removed))
    }),
    { numRuns: 500 },
  )
})

test('G1 any JSON', () => {
  fc.assert(
    fc.property(fc.json(), text => judge(text, 'policy.json')),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(fc.json(), fc.nat(50), (text, cut) => judge(text.slice(0, cut), 'policy.json')),
    { numRuns: 500 },
  )
})

test('G1 a file full of problems is answered within 5 s', () => {
  const keys = Array.from({ length: 199 }, (_, i) => `k${i}:\n`)
  const lists = Array.from({ length: 199 }, (_, i) =>
    `- k0:\n${keys
      .slice(1)
      .map(key => `  ${key}`)
      .join('')}`.slice(0, i === 0 ? undefined : 1250),
  )
  const source = `version: 1\nchecklists:\n${lists.join('').slice(0, 250 * 1024)}`
  const started = performance.now()
  const parsed = parsePolicy(source, 'policy.yml', { owner: 'acme' })
  expect(performance.now() - started).toBeLessThan(5000)
  expect(parsed.ok ? 0 : parsed.error.length).toBeGreaterThan(10_000)
})
