import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ReportBuilder, reportLimits } from '../../src/coverage/builder.ts'
import {
  type CoveredFiles,
  countLines,
  countMarks,
  dropsMoreThan,
  lastLine,
  lineState,
  mergeFiles,
  missingTo,
  reaches,
  totals,
} from '../../src/coverage/model.ts'
import { linesOf, reportOf } from './helpers.ts'

const ratio = (covered: number, total: number) => ({ covered, total })

describe('R-25 merging', () => {
  const record = fc.record({
    path: fc.constantFrom('a', 'b', 'c'),
    lines: fc.array(
      fc.integer({ min: 1, max: 40 }).chain(line => fc.constantFrom(line, -line)),
      { maxLength: 20 },
    ),
    branches: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 8 }),
  })
  const files = fc.array(record, { maxLength: 4 }).map((records): CoveredFiles => {
    const builder = new ReportBuilder()
    for (const { path, lines, branches } of records) {
      builder.open(path)
      for (const line of lines) builder.line(Math.abs(line), line > 0)
      for (const [line, taken] of branches) builder.branch(line, 0, taken)
      builder.close()
    }
    return builder.build([], {}).files
  })
  const shown = (merged: CoveredFiles) => ({ lines: linesOf({ files: merged }), totals: totals(merged) })

  test('is commutative', () =>
    fc.assert(
      fc.property(files, files, (a, b) => {
        expect(shown(mergeFiles(a, b))).toEqual(shown(mergeFiles(b, a)))
      }),
      { numRuns: 2000 },
    ))

  test('is associative', () =>
    fc.assert(
      fc.property(files, files, files, (a, b, c) => {
        expect(shown(mergeFiles(mergeFiles(a, b), c))).toEqual(shown(mergeFiles(a, mergeFiles(b, c))))
      }),
      { numRuns: 2000 },
    ))

  test('is idempotent, and the empty report is neutral', () =>
    fc.assert(
      fc.property(files, a => {
        expect(shown(mergeFiles(a, a))).toEqual(shown(a))
        expect(shown(mergeFiles(a, new Map()))).toEqual(shown(a))
      }),
      { numRuns: 2000 },
    ))

  test('covers what either covers, and leaves its arguments alone', () => {
    const a = reportOf({ 'a.ts': [1, -2, -3] }).files
    const b = reportOf({ 'a.ts': [-1, 2, -900], 'b.ts': [] }).files
    expect(linesOf({ files: mergeFiles(a, b) })).toEqual({ 'a.ts': [1, 2, -3, -900], 'b.ts': [] })
    expect([linesOf({ files: a }), linesOf({ files: b })]).toEqual([
      { 'a.ts': [1, -2, -3] },
      { 'a.ts': [-1, 2, -900], 'b.ts': [] },
    ])
  })
})

describe('building', () => {
  test('files may be opened again in any order', () => {
    const builder = new ReportBuilder()
    const expected: Record<string, number[]> = { a: [], b: [], c: [] }
    for (let line = 1; line <= 500; line++) {
      const path = 'abc'[line % 3] ?? ''
      builder.open(path)
      builder.line(line, line % 2 === 0)
      builder.branch(line, 0, true)
      builder.close()
      expected[path]?.push(line % 2 === 0 ? line : -line)
    }
    const report = builder.build([], {})
    expect(linesOf(report)).toEqual(expected)
    expect(totals(report.files).branches).toEqual(ratio(500, 500))
  })

  test('a range is each of its lines', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 300 }), fc.boolean())
    const before = fc.array(fc.constantFrom('a', 'b'), { maxLength: 3 })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), range), { maxLength: 9 }), before, (ranges, opened) => {
        const [fast, slow] = [new ReportBuilder(), new ReportBuilder()]
        for (const path of opened) for (const builder of [fast, slow]) builder.open(path)
        for (const [path, [first, more, covered]] of ranges) {
          for (const builder of [fast, slow]) builder.open(path)
          fast.lines(first, first + more, covered)
          for (let line = first; line <= first + more; line++) slow.line(line, covered)
        }
        expect(linesOf(fast.build([], {}))).toEqual(linesOf(slow.build([], {})))
      }),
      { numRuns: 1000 },
    )
  })

  test('ranges of a forged report cannot name more lines than its limit', () => {
    const builder = new ReportBuilder()
    builder.open('a')
    let ranges = 0
    for (; !builder.overflow; ranges++) builder.lines(1, reportLimits.line, true)
    expect(ranges).toBe(Math.ceil(reportLimits.spread / reportLimits.line))
  })

  test('a forged report cannot make it reserve more than its limit', () => {
    const builder = new ReportBuilder()
    for (let file = 0; file < 100 && !builder.overflow; file++) {
      builder.open(`${file}`)
      builder.line(reportLimits.line, true)
      builder.close()
    }
    expect([builder.overflow, builder.fileCount]).toEqual([true, 65])
  })

  test.each([
    [[], 0, ratio(0, 0)],
    [[1], 1, ratio(1, 1)],
    [[-3, 4, -7], 7, ratio(1, 3)],
    [[-8_000_000], 8_000_000, ratio(0, 1)],
  ])('lines %j', (lines, last, expected) => {
    const states = reportOf({ a: lines }).files.get('a')?.lines ?? new Uint8Array()
    expect([lastLine(states), countLines(states)]).toEqual([last, expected])
  })

  test('a line beyond the report is not executable', () =>
    expect(lineState(reportOf({ a: [1] }).files.get('a')?.lines ?? new Uint8Array(), 99)).toBe('none'))

  test('marks count the taken ones', () => expect(countMarks(Float64Array.of(4, 7))).toEqual(ratio(1, 2)))
})

describe('comparing in exact arithmetic', () => {
  test.each([
    ['79.996 is not 80', ratio(79_996, 100_000), 80, false],
    ['80 is 80', ratio(4, 5), 80, true],
    ['7 of 10 is 70', ratio(7, 10), 70, true],
    ['0.3 of 100 is 0.3', ratio(3, 1000), 0.3, true],
    ['82.5 needs 33 of 40', ratio(33, 40), 82.5, true],
    ['one line less', ratio(32, 40), 82.5, false],
    ['99.99 is not 100', ratio(9_999_999, 10_000_000), 100, false],
    ['a tiny minimum', ratio(1, 10_000_000), 1e-7, true],
    ['nothing of nothing', ratio(0, 0), 80, false],
    ['beyond 2^53', ratio(Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER), 100, false],
  ])('%s', (_, measured, percent, expected) => expect(reaches(measured, percent)).toBe(expected))

  test.each([
    [ratio(25, 35), 80, 3],
    [ratio(28, 35), 80, 0],
    [ratio(79_996, 100_000), 80, 4],
    [ratio(0, 3), 33.4, 2],
  ])('%j lacks, to %d %%, %d lines', (measured, percent, expected) => {
    expect(missingTo(measured, percent)).toBe(expected)
    expect(reaches({ ...measured, covered: measured.covered + expected }, percent)).toBe(true)
  })

  test.each([
    ['exactly the limit', ratio(85, 100), ratio(84, 100), 1, false],
    ['a hair more', ratio(85_000, 100_000), ratio(83_999, 100_000), 1, true],
    ['limit 0, equal in other numbers', ratio(1, 3), ratio(2, 6), 0, false],
    ['limit 0, one line', ratio(2, 6), ratio(1_999_999, 6_000_000), 0, true],
    ['a rise', ratio(1, 10), ratio(9, 10), 0, false],
    ['0.1 points', ratio(500, 1000), ratio(499, 1000), 0.1, false],
  ])('drop: %s', (_, base, head, points, expected) => expect(dropsMoreThan(base, head, points)).toBe(expected))
})
