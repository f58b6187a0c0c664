import { describe, expect, test } from 'vitest'
import { ReportBuilder } from '../../src/coverage/builder.ts'
import {
  groupSpecs,
  type MeasureInput,
  measure,
  measureFiles,
  scopeOf,
  unreadable,
} from '../../src/coverage/measure.ts'
import { mergeFiles } from '../../src/coverage/model.ts'
import { readReport } from '../../src/coverage/read.ts'
import type { ChangedFile, DiffLine, ReportOrigin } from '../../src/facts/facts.ts'
import { bytes, chinese, english, reportOf } from './helpers.ts'

const origin = (name = 'unit', path = 'coverage/lcov.info'): ReportOrigin => ({
  name,
  path,
  format: 'lcov',
  sha256: 'ab',
})

/** ` `, `+` and `-` lines of one hunk that starts at `start` on the new side. */
function changed(path: string, start: number, marks: string, more: Partial<ChangedFile> = {}): ChangedFile {
  const kinds = { ' ': 'context', '+': 'added', '-': 'removed' } as const
  const lines = [...marks].map((mark): DiffLine => ({ kind: kinds[mark as ' ' | '+' | '-'], text: 'x' }))
  const additions = lines.filter(line => line.kind === 'added').length
  return {
    path,
    status: 'modified',
    kind: 'text',
    blob: '1',
    additions,
    deletions: 0,
    hunks: [{ oldStart: start, newStart: start, lines }],
    ...more,
  }
}

function measured(files: Readonly<Record<string, readonly number[]>>, more: Partial<MeasureInput> = {}) {
  const reports = [{ origin: origin(), report: reportOf(files) }]
  return measure({
    reports,
    problems: [],
    tree: Object.keys(files),
    changedFiles: [],
    options: {},
    headSha: 'abc1234',
    ...more,
  })
}

const doubtsOf = (input: Pick<MeasureInput, 'reports' | 'tree' | 'options'>) =>
  measureFiles({ problems: [], changedFiles: [], headSha: 'h', ...input }).doubts

describe('the project', () => {
  test('counts every executable line once, whatever the number of reports', () => {
    const unit = { origin: origin('unit'), report: reportOf({ 'a.ts': [1, -2, -3], 'b.ts': [-1] }) }
    const e2e = { origin: origin('e2e', 'e2e/lcov.info'), report: reportOf({ 'a.ts': [-1, 2, -4] }) }
    const input = { problems: [], tree: ['a.ts', 'b.ts'], changedFiles: [], options: {}, headSha: 'h' }
    const result = measure({ ...input, reports: [unit, e2e] })
    expect([result.project, result.files]).toEqual([{ covered: 2, total: 5 }, 2])
    expect(measure({ ...input, reports: [e2e, unit] })).toEqual(result)
    expect(mergeFiles(unit.report.files, e2e.report.files).size).toBe(2)
  })

  test('leaves exclusions out, in the project and in the patch', () => {
    const files = { 'src/a.ts': [1], 'src/a.gen.ts': [-1, -2] }
    const result = measured(files, {
      options: { exclude: ['**/*.gen.ts'] },
      changedFiles: [changed('src/a.gen.ts', 1, '++')],
    })
    expect([result.project, result.patch, result.unreported]).toEqual([
      { covered: 1, total: 1 },
      { covered: 0, total: 0 },
      [],
    ])
  })

  test('without a known tree paths count as reported, and none may climb out', () => {
    const result = measured({ './a.ts': [1], '../b.ts': [1] }, { tree: null })
    expect(result.project).toEqual({ covered: 1, total: 1 })
    expect(result.problems.map(english)).toEqual([
      'RPT-PATH: report `unit` (`coverage/lcov.info`) names `../b.ts`, outside the repository.',
    ])
  })
})

describe('the patch', () => {
  const files = { 'a.ts': [1, -2, 3, -5, -6, -9], 'b.ts': [-1, -2, -3, -4] }

  test.each<[string, ChangedFile, number, number]>([
    ['added lines, on the new side', changed('a.ts', 1, '+-+ +'), 1, 2],
    ['context and removed lines do not count', changed('a.ts', 1, ' - -'), 0, 0],
    ['added lines that are not executable', changed('a.ts', 7, '++'), 0, 0],
    ['a file that is gone', changed('a.ts', 1, '+++', { status: 'deleted' }), 0, 0],
    ['a link', changed('a.ts', 1, '+', { kind: 'symlink' }), 0, 0],
  ])('%s', (_, change, covered, total) =>
    expect(measured(files, { changedFiles: [change] }).patch).toEqual({ covered, total }),
  )

  test('uncovered lines are ranges over what is not executable, worst file first', () => {
    const changes = [changed('a.ts', 1, '+'.repeat(10)), changed('b.ts', 1, '++++')]
    expect(measured(files, { changedFiles: changes }).uncovered).toEqual([
      {
        path: 'a.ts',
        ranges: [
          [2, 2],
          [5, 9],
        ],
      },
      { path: 'b.ts', ranges: [[1, 4]] },
    ])
  })

  test('at most 200 ranges travel, the longest', () => {
    const lines = Array.from({ length: 300 }, (_, index) => index * 3 + 1).flatMap(line =>
      line > 880 ? [-line, -line - 1, line + 2] : [-line, line + 1],
    )
    const { uncovered } = measured({ 'a.ts': lines }, { changedFiles: [changed('a.ts', 1, '+'.repeat(1000))] })
    expect(uncovered[0]?.ranges.length).toBe(200)
    expect(uncovered[0]?.ranges.at(-1)).toEqual([898, 899])
  })

  test('a patch that GitHub left out is a problem, not an empty patch', () =>
    expect(measured(files, { changedFiles: [changed('a.ts', 1, '', { hunks: null })] }).problems.map(english)).toEqual([
      'The changed lines of `a.ts` are not known, so they cannot be compared with the reports.',
    ]))

  test.each([
    ['source of a reported language', 'src/new.ts', true],
    ['another language', 'README.md', false],
    ['a test', 'test/new.ts', false],
    ['a test beside its source', 'src/new.test.ts', false],
    ['declarations', 'src/new.d.ts', false],
    ['a file without extension', 'Makefile', false],
  ])('unreported: %s', (_, path, expected) =>
    expect(measured(files, { changedFiles: [changed(path, 1, '+')] }).unreported).toEqual(expected ? [path] : []),
  )

  test('unreported: not when nothing was added', () =>
    expect(measured(files, { changedFiles: [changed('src/new.ts', 1, '-')] }).unreported).toEqual([]))
})

describe('T-51 what cannot be is a problem, with the file named', () => {
  test('B-L11 a line beyond the end of the file', () =>
    expect(measured({ 'a.ts': [1, -40] }, { lineCounts: new Map([['a.ts', 39]]) }).problems.map(english)).toEqual([
      'RPT-LINE: a report has line 40 of `a.ts`, which has 39. It was made from other sources.',
    ]))

  test('the last line is not beyond it', () =>
    expect(measured({ 'a.ts': [40] }, { lineCounts: new Map([['a.ts', 40]]) }).problems).toEqual([]))

  test('B-L10 no file of the report is in the tree', () => {
    const result = measured({ 'gone/a.ts': [1] }, { tree: ['src/b.ts'] })
    expect(result.project.total).toBe(0)
    expect(result.problems.map(english)).toEqual([
      'RPT-UNKNOWNFILE: report `unit` (`coverage/lcov.info`) speaks about 1 of 1 files that are not in the repository at this commit: `gone/a.ts`. Measure this commit, or exclude them.',
    ])
    expect(result.problems.map(chinese)[0]).toContain('不在此提交的仓库中')
  })

  const eleven = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`src/${index}.ts`, [1]]))
  test('B-L10 one file in eleven is tolerated, not counted, and told', () => {
    const files = { ...eleven, '/usr/include/x.h': [-1] }
    const input = { tree: Object.keys(eleven), reports: [{ origin: origin(), report: reportOf(files) }], options: {} }
    const result = measured(files, input)
    expect([result.problems, result.project]).toEqual([[], { covered: 10, total: 10 }])
    expect(doubtsOf(input).map(english)).toEqual([
      'Report `unit` (`coverage/lcov.info`): 1 file is not in the repository and not counted: `/usr/include/x.h`.',
    ])
  })

  test('exclusions also take away what lies outside', () => {
    const options = { exclude: ['usr/include/**'] }
    expect(measured({ 'a.ts': [1], '/usr/include/x.h': [-1] }, { tree: ['a.ts'], options }).problems).toEqual([])
  })

  test('B-X18 an ambiguous path', () =>
    expect(measured({ 'a.ts': [1] }, { tree: ['x/a.ts', 'y/a.ts'] }).problems.map(english)).toEqual([
      'RPT-AMBIGUOUS: report `unit` (`coverage/lcov.info`) says `a.ts`, which may be `x/a.ts` or `y/a.ts`. Let the tool write paths relative to the repository.',
    ]))

  test('B-L07 B-X12 a summary that contradicts the records is told and never counted', () => {
    const report = reportOf({ 'a.ts': [1, -2] }, { claims: { rate: 1, total: 82 } })
    const input = { reports: [{ origin: origin(), report }], tree: ['a.ts'], options: {} }
    expect(measured({}, input).project).toEqual({ covered: 1, total: 2 })
    expect(doubtsOf(input).map(english)).toEqual([
      'Report `unit` (`coverage/lcov.info`) claims 100 % of 82 lines in its summary; its line records say 50 % (1 of 2). The records are counted.',
    ])
  })

  test('a refused report: name, place, reason and code in both languages', () => {
    const read = readReport([bytes('SF:a.ts\nDA:1,-5\nend_of_record\n')])
    if (read.ok) throw new Error('read')
    const problem = unreadable({ name: 'unit', path: 'coverage/lcov.info' }, read.error)
    expect(english(problem)).toBe(
      'Report `unit`, `coverage/lcov.info`, line 2: `DA:1,-5` is not a possible value (`RPT-VALUE`).',
    )
    expect(chinese(problem)).toBe(
      '报告 `unit`（`coverage/lcov.info` 第 2 行）：`DA:1,-5` 不是可能的值（`RPT-VALUE`）。',
    )
    expect(measured({ 'a.ts': [1] }, { problems: [problem, problem] }).problems).toEqual([problem])
  })
})

describe('the scope', () => {
  const reports = [
    { name: 'unit', path: 'a.info' },
    { name: 'e2e', path: 'b.info' },
  ]

  test('is the same for the same reports in another order, and whatever else the options hold', () =>
    expect(scopeOf({ reports: reports.toReversed(), ...{ project: { min: 1 } } })).toBe(scopeOf({ reports })))

  test.each([
    ['another path', { reports: [{ name: 'unit', path: 'c.info' }] }],
    ['another format', { reports: reports.map(report => ({ ...report, format: 'lcov' })) }],
    ['an exclusion', { reports, exclude: ['x/**'] }],
    ['no reports named', {}],
  ])('differs for %s', (_, options) => expect(scopeOf(options)).not.toBe(scopeOf({ reports })))
})

test('the measurement says where it comes from, and is plain JSON', () => {
  const result = measured({ 'a.ts': [1] }, { run: { id: '8123', attempt: 2 } })
  expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  expect(result).toMatchObject({
    schemaVersion: 1,
    headSha: 'abc1234',
    run: { id: '8123', attempt: 2 },
    reports: [origin()],
  })
})

describe('groups', () => {
  const billing = { origin: origin('unit'), report: reportOf({ 'billing/a.ts': [1, -2], 'web/b.ts': [1, 2, 3, -4] }) }
  const e2e = { origin: origin('e2e', 'e2e.info'), report: reportOf({ 'web/b.ts': [4, -5] }) }
  const input: MeasureInput = {
    reports: [billing, e2e],
    problems: [],
    tree: ['billing/a.ts', 'web/b.ts'],
    changedFiles: [changed('web/b.ts', 3, '+++'), changed('billing/a.ts', 2, '+')],
    components: { billing: { paths: ['billing/**'] }, other: { paths: ['**'] } },
    options: {
      components: { billing: { min: 90 } },
      flags: { e2e: { min: 1 } },
      paths: [{ name: 'web', paths: ['web/**', '!web/x/**'] }],
    },
    headSha: 'h',
  }

  test('components, flags and paths count their own files, in the project and in the patch', () => {
    const { groups } = measure(input)
    expect(groups.map(({ kind, name, files, project, patch }) => [kind, name, files, project, patch])).toEqual([
      ['component', 'billing', 1, { covered: 1, total: 2 }, { covered: 0, total: 1 }],
      ['flag', 'e2e', 1, { covered: 1, total: 2 }, { covered: 1, total: 2 }],
      ['paths', 'web', 1, { covered: 4, total: 5 }, { covered: 2, total: 3 }],
    ])
    expect(measure({ ...input, reports: [e2e, billing] })).toEqual(measure(input))
  })

  test('another definition under the same name is another group', () => {
    const scopes = (paths: readonly string[]) =>
      groupSpecs(input.options, { billing: { paths } }).map(({ scope }) => scope)
    expect(scopes(['billing/**'])[0]).not.toBe(scopes(['**'])[0])
    expect(scopes(['billing/**']).slice(1)).toEqual(scopes(['**']).slice(1))
    expect(measure(input).groups.map(group => group.scope)).toEqual(scopes(['billing/**']))
  })

  test('changed files come with their own numbers, the worst of the project are named', () => {
    const { changed: files, worst } = measure(input)
    expect(files).toEqual([
      { path: 'billing/a.ts', lines: { covered: 1, total: 2 }, patch: { covered: 0, total: 1 }, deletions: 0 },
      { path: 'web/b.ts', lines: { covered: 4, total: 5 }, patch: { covered: 2, total: 3 }, deletions: 0 },
    ])
    expect(worst.map(({ path }) => path)).toEqual(['billing/a.ts', 'web/b.ts'])
  })
})

describe('partial lines, generated files, summaries', () => {
  /** Line 1 with both branches, line 2 with one of two, line 3 never ran. */
  function partial() {
    const builder = new ReportBuilder()
    builder.open('a.ts')
    for (const line of [1, 2]) builder.line(line, true)
    builder.line(3, false)
    builder.countedBranches(1, 2, 2)
    builder.countedBranches(2, 1, 2)
    builder.countedBranches(3, 0, 2)
    builder.close()
    return [{ origin: origin(), report: builder.build([], {}) }]
  }
  const input: MeasureInput = {
    reports: partial(),
    problems: [],
    tree: ['a.ts'],
    changedFiles: [changed('a.ts', 1, '+++')],
    options: {},
    headSha: 'h',
  }

  test('a line of which a branch never ran is covered, and named', () => {
    const { project, partial, branches } = measure(input)
    expect([project, branches]).toEqual([
      { covered: 2, total: 3 },
      { covered: 3, total: 6 },
    ])
    expect(partial).toEqual([{ path: 'a.ts', ranges: [[2, 2]] }])
  })

  test('with partial_lines: uncovered it counts as uncovered everywhere', () => {
    const { project, patch, uncovered } = measure({ ...input, options: { partial_lines: 'uncovered' } })
    expect([project, patch]).toEqual([
      { covered: 1, total: 3 },
      { covered: 1, total: 3 },
    ])
    expect(uncovered).toEqual([{ path: 'a.ts', ranges: [[2, 3]] }])
  })

  test('generated files count unless the policy says otherwise', () => {
    const generated = { matches: (path: string) => path === 'gen/x.ts' }
    const files = { 'gen/x.ts': [-1, -2], 'a.ts': [1] }
    expect(measured(files, { generated }).project).toEqual({ covered: 1, total: 3 })
    expect(measured(files, { generated, options: { generated: 'exclude' } }).project).toEqual({ covered: 1, total: 1 })
    expect(scopeOf({ generated: 'exclude' })).not.toBe(scopeOf({ generated: 'count' }))
    expect(scopeOf({ generated: 'count' })).toBe(scopeOf({}))
  })

  test('a summary counts for the project; changed lines of its files were not measured', () => {
    const builder = new ReportBuilder()
    builder.open('a.ts')
    const none = { covered: 0, total: 0 }
    builder.counts({ lines: { covered: 7, total: 9 }, branches: none, functions: none })
    builder.close()
    const reports = [{ origin: origin('sum', 'coverage-summary.json'), report: builder.build([], {}) }]
    const { project, patch, unreported } = measure({ ...input, reports })
    expect([project, patch, unreported]).toEqual([{ covered: 7, total: 9 }, none, ['a.ts']])
    expect(measure({ ...input, reports: [...reports, ...input.reports] }).project).toEqual({ covered: 2, total: 3 })
  })

  test('moved lines are left out of the patch when the policy says so', () => {
    const text = 'const total = invoices.reduce(sum)'
    const hunk = (kind: 'added' | 'removed', line: number) => [
      {
        oldStart: line,
        newStart: line,
        lines: [
          { kind, text },
          { kind, text: `${text} + 1` },
        ],
      },
    ]
    const changes = [
      changed('a.ts', 1, '', { hunks: hunk('added', 2) }),
      changed('old.ts', 1, '', { hunks: hunk('removed', 9) }),
    ]
    const counted = measure({ ...input, changedFiles: changes })
    const ignored = measure({ ...input, changedFiles: changes, options: { patch: { moved_lines: 'ignore' } } })
    expect([counted.patch.total, counted.moved, ignored.patch.total, ignored.moved]).toEqual([2, 0, 0, 2])
  })

  test('a suite that is carried forward counts like a report, and is named', () => {
    const carriedOrigin = { ...origin('e2e', 's.json'), carried: { sha: 'c', at: '2026-11-10T08:00:00Z', lost: 0 } }
    const files = new Map([['a.ts', reportOf({ 'a.ts': [3] }).files.get('a.ts') as never]])
    const result = measure({ ...input, carried: [{ origin: carriedOrigin, files }] })
    expect(result.project).toEqual({ covered: 3, total: 3 })
    expect(result.reports.map(({ name }) => name)).toEqual(['e2e', 'unit'])
  })
})

describe('several formats of one run', () => {
  const branches = (format: string, identities: readonly number[], taken: number) => {
    const builder = new ReportBuilder()
    builder.open('a.ts')
    builder.line(1, true)
    for (const identity of identities) builder.branch(1, identity, identity < taken)
    builder.close()
    return { origin: { ...origin(format, format), format }, report: builder.build([], {}) }
  }

  test('branches are not added up: the format that knows most of them stands, in any order', () => {
    const reports = [branches('lcov', [1, 2], 3), branches('clover', [7, 8, 9], 9), branches('istanbul', [4, 5], 5)]
    const input = { problems: [], tree: ['a.ts'], changedFiles: [], options: {}, headSha: 'h' }
    const result = measure({ ...input, reports })
    expect([result.project, result.branches]).toEqual([
      { covered: 1, total: 1 },
      { covered: 2, total: 3 },
    ])
    expect(measure({ ...input, reports: reports.toReversed() })).toEqual(result)
  })

  test('two reports of one format are united', () => {
    const reports = [branches('lcov', [1, 2], 2), { ...branches('lcov', [2, 3], 4), origin: origin('e2e', 'b') }]
    const result = measure({ reports, problems: [], tree: ['a.ts'], changedFiles: [], options: {}, headSha: 'h' })
    expect(result.branches).toEqual({ covered: 3, total: 3 })
  })
})
