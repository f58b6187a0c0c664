import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ReportBuilder, reportLimits } from '../../src/coverage/builder.ts'
import { MarkList } from '../../src/coverage/marks.ts'
import { countFile, countRecords, type Marks } from '../../src/coverage/model.ts'
import { linesOf } from './helpers.ts'

interface Told {
  readonly path: string
  readonly lines: readonly (readonly [number, boolean])[]
  readonly branches: readonly (readonly [number, number, boolean])[]
  readonly functions: readonly (readonly [number, boolean])[]
}

function build(told: readonly Told[]) {
  const builder = new ReportBuilder()
  for (const { path, lines, branches, functions } of told) {
    builder.open(path)
    for (const [line, covered] of lines) builder.line(line, covered)
    for (const [line, identity, taken] of branches) builder.branch(line, identity, taken)
    for (const [identity, called] of functions) builder.function(identity, called)
    builder.close()
  }
  return builder.build([], {})
}

/** Slow and obvious: what was told about one file, by identity. */
function united(told: readonly Told[], path: string) {
  const collect = (marks: readonly (readonly [bigint, boolean])[]): number[] => {
    const taken = new Map<bigint, boolean>()
    for (const [identity, is] of marks) taken.set(identity, is || taken.get(identity) === true)
    return [...taken].map(([identity, is]) => Number(identity * 2n + (is ? 1n : 0n))).sort((a, b) => a - b)
  }
  const ofFile = told.filter(each => each.path === path)
  const lines = new Map<number, boolean>()
  for (const [line, covered] of ofFile.flatMap(each => each.lines)) lines.set(line, covered || lines.get(line) === true)
  return {
    lines: [...lines].sort(([a], [b]) => a - b).map(([line, covered]) => (covered ? line : -line)),
    branches: collect(
      ofFile.flatMap(each => each.branches.map(([l, id, is]) => [(BigInt(l) << 29n) + BigInt(id), is] as const)),
    ),
    functions: collect(ofFile.flatMap(each => each.functions.map(([id, is]) => [BigInt(id), is] as const))),
  }
}

describe('a report that is built', () => {
  const line = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 1 << 13 }))
  const branchIdentity = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 ** 29 - 1 }))
  const functionIdentity = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 ** 52 - 1 }))
  const size = { maxLength: 90, size: 'max' } as const
  const one: fc.Arbitrary<Told> = fc.record({
    path: fc.constantFrom('a', 'b', 'c'),
    lines: fc.array(fc.tuple(line, fc.boolean()), size),
    branches: fc.array(fc.tuple(line, branchIdentity, fc.boolean()), size),
    functions: fc
      .array(functionIdentity, size)
      .chain(all =>
        fc
          .array(fc.boolean(), { minLength: all.length, maxLength: all.length })
          .map(called => [
            ...all.map(identity => [identity, false] as const),
            ...all.map((identity, at) => [identity, called[at] === true] as const),
          ]),
      ),
  })

  test('holds what the obvious one holds, in whatever order it was told', () => {
    const numbers = (marks: Marks | undefined) => [...(marks ?? [])]
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), told => {
        const report = build(told)
        const lines = linesOf(report)
        for (const [path, file] of report.files) {
          const expected = united(told, path)
          expect(lines[path]).toEqual(expected.lines)
          expect([numbers(file.branches), numbers(file.functions)]).toEqual([expected.branches, expected.functions])
          expect(countFile(file)).toEqual(countRecords(file))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is the same when two files take turns a thousand times', () => {
    const told = Array.from({ length: 2000 }, (_, turn): Told => {
      const lines = [[turn + 1, turn % 3 === 0]] as const
      return { path: 'ab'[turn % 2] ?? '', lines, branches: [[turn + 1, 0, true]], functions: [[7, turn > 900]] }
    })
    const report = build(told)
    const lines = linesOf(report)
    for (const path of ['a', 'b']) {
      const file = report.files.get(path)
      const expected = united(told, path)
      expect(lines[path]).toEqual(expected.lines)
      expect([...(file?.branches ?? []), ...(file?.functions ?? [])]).toEqual([
        ...expected.branches,
        ...expected.functions,
      ])
    }
  })

  test('takes three bytes for the two branches of a line', () => {
    const list = new MarkList(1000)
    for (let line = 1; line <= 100; line++) for (const lower of [1, 2]) list.push(line, lower)
    expect(list.pack(new Uint8Array(list.packedLength), 0)).toBe(300)
    expect([list.packedTaken, list.packedTotal]).toEqual([100, 200])
  })
})

describe('limits', () => {
  test('more branches than any report has', () => {
    const builder = new ReportBuilder()
    for (let file = 0; file < 600 && !builder.overflow; file++) {
      builder.open(`${file}`)
      builder.countedBranches(1, 0, 65_536)
      builder.close()
    }
    expect([builder.overflow, builder.fileCount]).toEqual([true, reportLimits.marks / 65_536 + 1])
  })

  test('a file that grows each time that the report comes back is not counted each time', () => {
    const builder = new ReportBuilder()
    for (let turn = 1; turn <= 4000; turn++) {
      for (const path of ['a', 'b']) {
        builder.open(path)
        builder.line(turn * 256, true)
        builder.close()
      }
    }
    expect(builder.overflow).toBe(false)
  })
})
