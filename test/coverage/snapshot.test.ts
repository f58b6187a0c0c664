import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ReportBuilder } from '../../src/coverage/builder.ts'
import { linesWithUntakenBranch } from '../../src/coverage/model.ts'
import { carrySuite, readSnapshot, type SuiteSnapshot, writeSnapshot } from '../../src/coverage/snapshot.ts'
import type { ChangedFile, DiffLine } from '../../src/facts/facts.ts'
import { linesOf } from './helpers.ts'

const oid = (digit: string) => digit.repeat(40)

function suite(files: Readonly<Record<string, readonly number[]>>): SuiteSnapshot {
  const builder = new ReportBuilder()
  for (const [path, lines] of Object.entries(files)) {
    builder.open(path)
    for (const line of lines) {
      builder.line(Math.abs(line), line > 0)
      builder.branch(Math.abs(line), 0, true)
      builder.branch(Math.abs(line), 1, false)
    }
    builder.close()
  }
  const built = builder.build([], {}).files
  return {
    name: 'e2e',
    sha: oid('c'),
    at: '2026-11-10T08:00:00.000Z',
    files: new Map([...built].map(([path, coverage]) => [path, { blob: oid('1'), coverage }])),
  }
}

function changed(path: string, marks: string, more: Partial<ChangedFile> = {}): ChangedFile {
  const kinds = { ' ': 'context', '+': 'added', '-': 'removed' } as const
  const lines = [...marks].map((mark): DiffLine => ({ kind: kinds[mark as ' ' | '+' | '-'], text: 'x' }))
  const count = (kind: DiffLine['kind']) => lines.filter(line => line.kind === kind).length
  const hunks = [{ oldStart: 1, newStart: 1, lines }]
  return {
    path,
    status: 'modified',
    kind: 'text',
    blob: oid('2'),
    additions: count('added'),
    deletions: count('removed'),
    hunks,
    ...more,
  }
}

const carried = (from: SuiteSnapshot, blobs: Record<string, string>, changes: readonly ChangedFile[] | null) => {
  const { files, lost } = carrySuite(from, new Map(Object.entries(blobs)), changes)
  return { ...linesOf({ files }), ...(lost > 0 ? { lost } : {}) }
}

describe('a snapshot', () => {
  test('comes back as it was written', () => {
    const written = suite({ 'src/ä b.ts': [1, -2, 900], 'x.ts': [-7] })
    const [read] = readSnapshot(writeSnapshot([written])) ?? []
    expect(read).toMatchObject({ name: 'e2e', sha: oid('c'), at: '2026-11-10T08:00:00.000Z' })
    const files = new Map([...(read?.files ?? [])].map(([path, file]) => [path, file.coverage]))
    expect(linesOf({ files })).toEqual({ 'src/ä b.ts': [1, -2, 900], 'x.ts': [-7] })
    expect(linesWithUntakenBranch(files.get('src/ä b.ts') ?? ({ branches: new Float64Array() } as never))).toEqual([
      1, 2, 900,
    ])
  })

  test.each([
    ['nothing', ''],
    ['a report', 'TN:\nSF:a\nend_of_record\n'],
    ['another kind of JSON', '{"kind":"x","schemaVersion":1,"suites":[]}'],
    ['a later version', '{"kind":"delivery-gates-coverage","schemaVersion":2,"suites":[]}'],
    ['an unknown key', '{"kind":"delivery-gates-coverage","schemaVersion":1,"suites":[],"more":1}'],
    ['a cut one', writeSnapshot([suite({ a: [1] })]).slice(0, -2)],
    [
      'marks that are no numbers',
      writeSnapshot([suite({ a: [1] })]).replace(/"branches":"[^"]+"/, '"branches":"AAAA"'),
    ],
  ])('%s is not one', (_, text) => expect(readSnapshot(text)).toBeNull())
})

describe('carried forward', () => {
  const from = suite({ 'a.ts': [1, -2, 3, 5, 9], 'b.ts': [1, 2] })

  test('the same content counts as it did, even when nobody knows what changed', () =>
    expect(carried(from, { 'a.ts': oid('1'), 'b.ts': oid('1') }, null)).toEqual({
      'a.ts': [1, -2, 3, 5, 9],
      'b.ts': [1, 2],
    }))

  test('lines that a change left alone, at their new places; new lines are unknown', () =>
    expect(carried(from, { 'a.ts': oid('2'), 'b.ts': oid('1') }, [changed('a.ts', ' ++-  +')])).toEqual({
      'a.ts': [1, 4, 7, 11],
      'b.ts': [1, 2],
    }))

  test('a renamed file, changed on the way', () =>
    expect(
      carried(from, { 'c.ts': oid('2'), 'b.ts': oid('1') }, [
        changed('c.ts', '+ ', { previousPath: 'a.ts', status: 'renamed' }),
      ]),
    ).toEqual({ 'c.ts': [2, -3, 4, 6, 10], 'b.ts': [1, 2] }))

  test('a deleted file is gone, and not lost', () =>
    expect(carried(from, { 'b.ts': oid('1') }, [changed('a.ts', '', { status: 'deleted' })])).toEqual({
      'b.ts': [1, 2],
    }))

  test('what cannot be followed is counted as lost', () => {
    expect(carried(from, { 'a.ts': oid('2'), 'b.ts': oid('1') }, null)).toEqual({ 'b.ts': [1, 2], lost: 1 })
    const unknown = changed('a.ts', '', { hunks: null })
    expect(carried(from, { 'a.ts': oid('2'), 'b.ts': oid('1') }, [unknown])).toEqual({ 'b.ts': [1, 2], lost: 1 })
  })

  test('following lines through any change agrees with matching them by hand', () => {
    const marks = fc.string({ unit: fc.constantFrom(' ', '+', '-'), maxLength: 40 })
    fc.assert(
      fc.property(marks, fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (hunk, lines) => {
        const expected: number[] = []
        let old = 1
        let now = 1
        for (const mark of [...hunk, ...' '.repeat(60)]) {
          if (mark !== '+' && lines.includes(old)) if (mark === ' ') expected.push(now)
          if (mark !== '+') old++
          if (mark !== '-') now++
        }
        const result = carried(suite({ 'a.ts': lines }), { 'a.ts': oid('2') }, [changed('a.ts', hunk)])
        expect(result).toEqual({ 'a.ts': expected })
      }),
      { numRuns: 1000 },
    )
  })
})
