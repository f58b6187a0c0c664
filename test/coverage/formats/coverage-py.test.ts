import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesWithUntakenBranch, totals } from '../../../src/coverage/model.ts'
import { readReport } from '../../../src/coverage/read.ts'
import { bytes, fixtures, linesOf, outcome, read } from '../helpers.ts'

const meta = { format: 3, version: '7.16.2', branch_coverage: true, show_contexts: false }
const report = (file: object, path = 'a.py') => ({ meta, files: { [path]: file }, totals: {} })
const json = (value: unknown) => JSON.stringify(value, null, 1)
const one = (file: object) => json(report(file))

describe('what is refused, and where', () => {
  const lines = { executed_lines: [1] }
  test.each([
    ['a negative line', one({ executed_lines: [-1] }), 'RPT-VALUE 11:5 `executed_lines[]: -1` is not a possible value'],
    [
      'a line that is not whole',
      one({ missing_lines: [1.5] }),
      'RPT-VALUE 11:5 `missing_lines[]: 1.5` is not a possible value',
    ],
    ['a line as text', one({ missing_lines: ['1'] }), 'RPT-VALUE 11:5 `missing_lines[]: "1"` is not a possible value'],
    [
      'a line that is too large',
      one({ executed_lines: [99999999] }),
      'RPT-VALUE 11:5 `executed_lines[]: 99999999` is not a possible value',
    ],
    [
      'a list of lines in a list',
      one({ executed_lines: [[1]] }),
      'RPT-VALUE 11:5 `executed_lines[]: [` is not a possible value',
    ],
    ['lines that are no list', one({ executed_lines: 7 }), 'RPT-VALUE 10:4 `executed_lines` must be a list'],
    [
      'a branch with one end',
      one({ ...lines, executed_branches: [[1]] }),
      'RPT-VALUE 16:5 `executed_branches: [1]` is not a possible value',
    ],
    [
      'a branch with three ends',
      one({ ...lines, missing_branches: [[1, 2, 3]] }),
      'RPT-VALUE 18:5 `missing_branches: [1, 2, 3]` is not a possible value',
    ],
    [
      'a branch that is a number',
      one({ ...lines, missing_branches: [1] }),
      'RPT-VALUE 14:5 `missing_branches[]` must be a list',
    ],
    [
      'a branch to a text',
      one({ ...lines, missing_branches: [[1, 'exit']] }),
      'RPT-VALUE 16:6 `missing_branches[][]: "exit"` is not a possible value',
    ],
    ['files that are a list', json({ meta, files: [] }), 'RPT-VALUE 8:2 `files` must be an object'],
    ['a file that is a number', json({ meta, files: { 'a.py': 1 } }), 'RPT-VALUE 9:3 `files.a.py` must be an object'],
    ['no path', json(report(lines, '')), 'RPT-VALUE 9:3 a file has no path'],
    [
      'B-J03 lines given twice',
      one(lines).replace('"executed', '"executed_lines": [], "executed'),
      'RPT-DUPKEY 10:26 key `executed_lines` is given twice in one object',
    ],
    [
      'B-J05 a file __proto__',
      one(lines).replace('a.py', '__proto__'),
      'RPT-KEY 9:3 `__proto__` is no key of a report',
    ],
    [
      'B-J10 half of a surrogate pair',
      one(lines).replace('a.py', '\\udc00.py'),
      'RPT-PATH 9:3 a path contains half of a surrogate pair',
    ],
    [
      'no line',
      one({ executed_lines: [], missing_lines: [] }),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
    [
      'only excluded lines',
      one({ executed_lines: [3], excluded_lines: [3] }),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
    [
      'totals without files',
      json({ meta, totals: { covered_lines: 9, num_statements: 9 } }),
      'RPT-EMPTY it has no executable line; nothing measured is not 100 %',
    ],
  ])('%s', (_, text, expected) => expect(outcome(text)).toBe(expected))

  test.each(['{}', '[]', 'null', '"x"', '1'])('B-J01 %s', text => expect(outcome(text)).toContain('RPT-FORMAT 1:1'))
})

describe('what real tools write', () => {
  test.each<[string, object, Record<string, number[]>]>([
    ['lines, in any order', report({ missing_lines: [2], executed_lines: [5, 1] }), { 'a.py': [1, -2, 5] }],
    [
      'excluded lines that were executed, named before or after',
      {
        meta,
        files: {
          'a.py': { executed_lines: [1, 2], excluded_lines: [2] },
          'b.py': { excluded_lines: [2], executed_lines: [1, 2] },
        },
      },
      { 'a.py': [1], 'b.py': [1] },
    ],
    ['line 0 of an empty file of version 6', report({ executed_lines: [0, 1] }), { 'a.py': [1] }],
    [
      'totals before files',
      { totals: { covered_lines: 1 }, files: report({ executed_lines: [1] }).files, meta },
      { 'a.py': [1] },
    ],
    [
      'a summary and contexts that say something else',
      report({
        executed_lines: [1],
        summary: { missing_lines: 7, executed_lines: [9] },
        contexts: { 1: ['x|run'], 8: [''] },
      }),
      { 'a.py': [1] },
    ],
    [
      'lines of classes and functions are not of the file',
      report({ executed_lines: [1], classes: { A: { missing_lines: [9] } }, functions: { f: { missing_lines: [8] } } }),
      { 'a.py': [1] },
    ],
    ['a path of Windows', report({ executed_lines: [1] }, 'src\\a.py'), { 'src\\a.py': [1] }],
  ])('%s', (_, text, expected) => {
    const result = read(json(text))
    expect(result.ok ? linesOf(result.value.report) : result.error).toEqual(expected)
  })

  test('branches by where they lead; negative is out of the function', () => {
    const file = {
      executed_lines: [1],
      executed_branches: [
        [3, 4],
        [3, 4],
        [3, -3],
      ],
      missing_branches: [
        [3, 3],
        [7, -1],
        [3, 4],
      ],
    }
    const result = read(json(report(file)))
    if (!result.ok) throw new Error(result.error.code)
    expect(totals(result.value.report.files).branches).toEqual({ covered: 2, total: 4 })
    expect([...result.value.report.files.values()].map(linesWithUntakenBranch)).toEqual([[3, 7]])
  })

  test('functions: called when a line of them was executed; "" and what is excluded are none', () => {
    const functions = {
      '': { executed_lines: [1], missing_lines: [] },
      called: { executed_lines: [2], missing_lines: [3] },
      'A.uncalled': { executed_lines: [], missing_lines: [5] },
      excluded: { executed_lines: [7], missing_lines: [], excluded_lines: [7] },
      empty: { executed_lines: [], missing_lines: [] },
    }
    const result = read(json(report({ executed_lines: [1], functions })))
    expect(result.ok && totals(result.value.report.files).functions).toEqual({ covered: 1, total: 2 })
  })

  test('totals are a claim', () => {
    const result = read(json({ ...report({ executed_lines: [1] }), totals: { covered_lines: 3, num_statements: 4 } }))
    expect(result.ok && result.value.report.claims).toEqual({ total: 4, rate: 0.75 })
  })
})

interface File {
  readonly executed_lines?: number[]
  readonly missing_lines?: number[]
  readonly excluded_lines?: number[]
  readonly executed_branches?: number[][]
  readonly missing_branches?: number[][]
  readonly functions?: Record<string, File>
}
interface Reference {
  readonly lines: Record<string, number[]>
  readonly branches: readonly [covered: number, total: number]
  readonly functions: readonly [covered: number, total: number]
}

const executedIn = (file: File) =>
  new Set(file.executed_lines?.filter(line => line > 0 && !file.excluded_lines?.includes(line)))

/** Slow and obvious, for input that is known to be possible. */
function reference(text: string): Reference {
  const files: Record<string, File> = JSON.parse(text).files
  const lines: Record<string, number[]> = {}
  const branches = new Map<string, boolean>()
  const functions = new Map<string, boolean>()
  for (const path of Object.keys(files).sort()) {
    const file = files[path] ?? {}
    const executed = executedIn(file)
    const all = [...new Set([...executed, ...(file.missing_lines ?? [])])].filter(line => line > 0)
    lines[path] = all.sort((a, b) => a - b).map(line => (executed.has(line) ? line : -line))
    for (const branch of file.missing_branches ?? []) branches.set(`${path} ${branch}`, false)
    for (const branch of file.executed_branches ?? []) branches.set(`${path} ${branch}`, true)
    for (const [name, region] of Object.entries(file.functions ?? {})) {
      const called = executedIn(region).size > 0
      if (name !== '' && (called || region.missing_lines?.length)) functions.set(`${path} ${name}`, called)
    }
  }
  const count = (each: Map<string, boolean>) => [[...each.values()].filter(Boolean).length, each.size] as const
  return { lines, branches: count(branches), functions: count(functions) }
}

function ours(chunks: Iterable<Uint8Array>): Reference | string {
  const result = readReport(chunks, 'coverage-py')
  if (!result.ok) return result.error.code
  const { branches, functions } = totals(result.value.report.files)
  return {
    lines: linesOf(result.value.report),
    branches: [branches.covered, branches.total],
    functions: [functions.covered, functions.total],
  }
}

test.each(fixtures('coverage-py'))('agrees with the obvious reader on $name', ({ content }) =>
  expect(ours([content])).toEqual(reference(new TextDecoder().decode(content))),
)

test('agrees with the obvious reader on any report, however it is cut', () => {
  const lines = fc.array(fc.nat(40), { maxLength: 10 })
  const branches = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -20, max: 20 })), {
    maxLength: 10,
  })
  const region = {
    executed_lines: lines,
    missing_lines: lines.map(all => all.filter(line => line > 0)),
    excluded_lines: lines,
  }
  const file = fc.record(
    {
      ...region,
      executed_branches: branches,
      missing_branches: branches,
      functions: fc.dictionary(fc.constantFrom('', 'f', 'A.f', 'ü<x>'), fc.record(region)),
      summary: fc.constant({ missing_lines: 3 }),
    },
    { requiredKeys: [] },
  )
  const input = fc.record({
    files: fc.dictionary(fc.constantFrom('a.py', 'b/ü "x".py', 'c d.py', 'files'), file, { minKeys: 1 }),
    space: fc.constantFrom(undefined, 4),
    size: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(input, ({ files, space, size }) => {
      const text = JSON.stringify({ meta, files, totals: {} }, null, space)
      const expected = reference(text)
      const whole = bytes(text)
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      )
      expect(ours(chunks)).toEqual(Object.values(expected.lines).flat().length === 0 ? 'RPT-EMPTY' : expected)
    }),
    { numRuns: 400 },
  )
})
