import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { parsePatch } from '../../src/facts/diff.ts'
import { textBefore } from '../../src/facts/reverse.ts'

const dir = mkdtempSync(join(tmpdir(), 'delivery-gates-reverse-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Hunks as git writes them, which is what GitHub gives as `patch`. */
function hunksBetween(before: string, after: string) {
  writeFileSync(join(dir, 'a'), before)
  writeFileSync(join(dir, 'b'), after)
  try {
    execFileSync('git', ['diff', '--no-index', '--no-color', 'a', 'b'], { cwd: dir })
    return []
  } catch (error) {
    const text = String((error as { stdout: Buffer }).stdout)
    const start = text.indexOf('@@')
    const parsed = parsePatch(start < 0 ? '' : text.slice(start))
    if (!parsed.ok) throw new Error(text)
    return parsed.value
  }
}

const text = fc
  .array(fc.constantFrom('a: 1', 'b: 2', '', 'c:', '  d: x\r', 'long line'), { minLength: 1, maxLength: 40 })
  .map(lines => `${lines.join('\n')}\n`)

test('the text before follows from the text after and the patch, for every change that git describes', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = textBefore(after, hunksBetween(before, after))
      // A diff line has no line end, so what kind of it a removed line had is not known.
      expect(found?.replaceAll('\r', '')).toBe(before.replaceAll('\r', ''))
    }),
    { numRuns: 150 },
  )
})

test('B-F01 hunks of another text are refused, never applied somewhere', () => {
  const hunks = hunksBetween('a\nb\nc\n', 'a\nB\nc\n')
  expect(textBefore('a\nX\nc\n', hunks)).toBeNull()
  expect(textBefore('', hunks)).toBeNull()
})

test('a deleted file is what its patch removes', () => {
  expect(textBefore('', hunksBetween('a\nb\n', ''))?.trimEnd()).toBe('a\nb')
  expect(readFileSync(join(dir, 'b'), 'utf8')).toBe('')
})
