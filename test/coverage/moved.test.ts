import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { movedLines } from '../../src/coverage/moved.ts'
import type { ChangedFile, DiffLine } from '../../src/facts/facts.ts'

/** `-text`, `+text` and ` text` lines of one hunk. */
function changed(path: string, lines: readonly string[], oldStart = 1, newStart = 1): ChangedFile {
  const kinds = { ' ': 'context', '+': 'added', '-': 'removed' } as const
  const parsed = lines.map((line): DiffLine => ({ kind: kinds[line[0] as ' ' | '+' | '-'], text: line.slice(1) }))
  return {
    path,
    status: 'modified',
    kind: 'text',
    blob: '1',
    additions: parsed.filter(line => line.kind === 'added').length,
    deletions: parsed.filter(line => line.kind === 'removed').length,
    hunks: [{ oldStart, newStart, lines: parsed }],
  }
}

const shown = (changes: readonly ChangedFile[]) =>
  Object.fromEntries([...movedLines(changes)].map(([path, lines]) => [path, [...lines]]))

const block = ['if (amount > limit) {', '  throw new LimitExceeded(amount)', '}']

describe('moved lines', () => {
  test('a block that leaves one file and enters another, whatever its indentation', () => {
    const from = changed('a.ts', [' top', ...block.map(line => `-${line}`), ' end'])
    const to = changed('b.ts', [' top', '+const limit = 5', ...block.map(line => `+    ${line}`)], 10, 20)
    expect(shown([from, to])).toEqual({ 'b.ts': [22, 23, 24] })
  })

  test('within one file', () => {
    const lines = [...block.map(line => `-${line}`), ' between', ...block.map(line => `+${line}`)]
    expect(shown([changed('a.ts', lines)])).toEqual({ 'a.ts': [2, 3, 4] })
  })

  test('a copy is new code: each removed line explains one added line', () => {
    const from = changed(
      'a.ts',
      block.map(line => `-${line}`),
    )
    const to = ['b.ts', 'c.ts'].map(path =>
      changed(
        path,
        block.map(line => `+${line}`),
      ),
    )
    expect(shown([from, ...to])).toEqual({ 'b.ts': [1, 2, 3] })
  })

  test('what is short is alike by chance', () =>
    expect(shown([changed('a.ts', ['-}', '-return x', '-}']), changed('b.ts', ['+}', '+return x', '+}'])])).toEqual({}))

  test('a line that was changed on the way ends the block', () => {
    const lines = ['first line of twenty letters', 'second line of twenty letters', 'third line of twenty letters']
    const from = changed(
      'a.ts',
      lines.map(line => `-${line}`),
    )
    const to = changed('b.ts', [`+${lines[0]}`, '+something else', `+${lines[2]}`])
    expect(shown([from, to])).toEqual({ 'b.ts': [1, 3] })
  })

  test('never more added lines than removed ones, and only with equal text', () => {
    const line = fc.constantFrom('alpha beta gamma delta epsilon', '}', '', 'const answer = fortyTwo(question)')
    const hunk = fc.array(fc.tuple(fc.constantFrom('+', '-', ' '), line).map(([mark, text]) => mark + text))
    fc.assert(
      fc.property(hunk, hunk, (a, b) => {
        const changes = [changed('a', a), changed('b', b)]
        const moved = [...movedLines(changes).values()].reduce((sum, lines) => sum + lines.size, 0)
        const removed = [...a, ...b].filter(each => each.startsWith('-')).length
        expect(moved).toBeLessThanOrEqual(removed)
      }),
      { numRuns: 500 },
    )
  })

  test('thousands of equal lines without text take no time', () => {
    const braces = (mark: string) => Array.from({ length: 20_000 }, () => `${mark}}`)
    expect(shown([changed('a', braces('-')), changed('b', braces('+'))])).toEqual({})
  })
})
