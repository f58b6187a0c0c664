import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { size } from '../../src/gates/size.ts'
import type { GateResult } from '../../src/report.ts'
import { context, facts, file } from '../support/facts.ts'

type Changed = readonly (readonly [path: string, additions: number, deletions?: number])[]

function judge(changed: Changed | null, options: object = {}, over: object = {}): GateResult {
  const files = changed?.map(([path, additions, deletions = 0]) => file(path, { additions, deletions })) ?? null
  return size.evaluate({ ...facts(), changedFiles: files }, size.options.parse(options), { ...context, ...over })
}

describe('size', () => {
  test.each<[string, Changed, object, string]>([
    ['800 lines by default', [['a.ts', 500, 300]], {}, 'passed'],
    ['801 lines', [['a.ts', 501, 300]], {}, 'failed'],
    ['a limit of files alone', [['a.ts', 5000]], { max_files: 1 }, 'passed'],
    [
      'too many files',
      [
        ['a.ts', 1],
        ['b.ts', 1],
      ],
      { max_files: 1 },
      'failed',
    ],
    [
      'lock files never count',
      [
        ['package-lock.json', 9000],
        ['api/go.sum', 400],
        ['a.ts', 1],
      ],
      { max_lines: 10 },
      'passed',
    ],
    ['what the policy leaves out', [['gen/a.ts', 9000]], { max_lines: 10, exclude: ['gen/**'] }, 'passed'],
  ])('%s', (_, changed, options, expected) => {
    expect(judge(changed, options).status).toBe(expected)
  })

  test('names the files that weigh most, and where it could be taken apart', () => {
    const components = { billing: { paths: ['services/billing/**'] } }
    const changed: Changed = [
      ['services/billing/a.ts', 600],
      ['web/b.ts', 300],
      ['README.md', 1],
    ]
    const result = judge(changed, {}, { components })
    expect(result.status === 'failed' && result.findings.map(one => one.path)).toEqual([
      'services/billing/a.ts',
      'web/b.ts',
      'README.md',
    ])
    expect(result.status === 'failed' && result.next.params).toEqual({
      parts: [
        { name: 'billing', lines: 600 },
        { name: 'web/', lines: 300 },
        { name: 'README.md', lines: 1 },
      ],
    })
  })

  test('R-12 without a list of files nobody can tell', () => expect(judge(null).status).toBe('unknown'))

  test('R-13 one more file never helps', () => {
    const entry = fc.tuple(fc.constantFrom('a', 'b', 'go.sum'), fc.nat(900))
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), entry, (given, one) => {
        if (judge(given, { max_files: 3 }).status === 'failed')
          expect(judge([...given, one], { max_files: 3 }).status).toBe('failed')
      }),
    )
  })
})
