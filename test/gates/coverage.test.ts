import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupSpecs, scopeOf } from '../../src/coverage/measure.ts'
import type { Component, CoverageBaseline, KnownFacts, MeasuredCoverage } from '../../src/facts/facts.ts'
import { commonPlaces, coverage } from '../../src/gates/coverage.ts'
import { message } from '../../src/locales/message.ts'
import type { GateResult } from '../../src/report.ts'
import { chinese, english } from '../coverage/helpers.ts'
import { plainMeasurement } from '../support/coverage.ts'
import { context } from '../support/facts.ts'

const headSha = 'def4567890'
type Settings = Parameters<typeof coverage.options.parse>[0]

const measured = (more: Partial<MeasuredCoverage> = {}): MeasuredCoverage =>
  plainMeasurement({
    headSha,
    scope: scopeOf({}),
    project: { covered: 841, total: 1000 },
    patch: { covered: 35, total: 38 },
    files: 12,
    ...more,
  })

const base = (covered: number, total: number, scope = scopeOf({})): CoverageBaseline => ({
  sha: 'b',
  scope,
  project: { covered, total },
})

function judge(
  value: MeasuredCoverage | null,
  settings: Settings = {},
  baseline: CoverageBaseline | null = null,
  components: Readonly<Record<string, Component>> = {},
): GateResult {
  const facts: KnownFacts<'coverage' | 'coverageBaseline'> = {
    repository: { id: '1', owner: 'acme', name: 'shop' },
    number: 1,
    title: 't',
    author: null,
    state: 'open',
    isDraft: false,
    baseRef: 'main',
    baseSha: 'b',
    headSha,
    evaluatedAt: '2026-01-01T00:00:00Z',
    roles: {},
    coverage: value,
    coverageBaseline: baseline,
  }
  return coverage.evaluate(facts, coverage.options.parse(settings), { ...context, components })
}

const said = (result: GateResult) => `${result.status}: ${english(result.summary)}`

const project = '84.1 % of lines covered (841 of 1000), 80 % required.'
const patch = 'Changed lines 92.1 % covered (35 of 38), 80 % required.'

describe('project minimum, 80 by default', () => {
  test.each<[string, number, number, Settings, string]>([
    ['above', 841, 1000, {}, `passed: ${project} ${patch}`],
    ['exactly', 800, 1000, {}, `passed: 80 % of lines covered (800 of 1000), 80 % required. ${patch}`],
    [
      '79.996 is not 80',
      79_996,
      100_000,
      {},
      `failed: 79.99 % of lines covered (79996 of 100000), 80 % required. ${patch}`,
    ],
    [
      'another minimum',
      841,
      1000,
      { project: { min: 84.2 } },
      `failed: 84.1 % of lines covered (841 of 1000), 84.2 % required. ${patch}`,
    ],
    [
      'T-08 0 with allow_zero',
      1,
      1000,
      { project: { min: 0 }, allow_zero: true },
      `passed: 0.1 % of lines covered (1 of 1000); the project minimum is disabled. ${patch}`,
    ],
  ])('%s', (_, covered, total, settings, expected) =>
    expect(said(judge(measured({ project: { covered, total } }), settings))).toBe(expected),
  )
})

describe('maximum drop against the base', () => {
  const drop = (max_drop: number) => ({ project: { max_drop } })
  const shown = (baseline: string) => `84.1 % of lines covered (841 of 1000${baseline}), 80 % required.`
  test.each<[string, CoverageBaseline | null, Settings, string]>([
    ['within', base(839, 1000), drop(1), `passed: ${shown(', base 83.9 %')} ${patch}`],
    ['exactly the limit', base(851, 1000), drop(1), `passed: ${shown(', base 85.1 %')} ${patch}`],
    [
      'beyond',
      base(852, 1000),
      drop(1),
      `failed: ${project} Coverage falls from 85.2 % (852 of 1000) on the base branch by more than the allowed 1 percentage point. ${patch}`,
    ],
    [
      'no drop at all',
      base(842, 1000),
      drop(0),
      `failed: ${project} Coverage falls from 84.2 % (842 of 1000) on the base branch by more than the allowed 0 percentage points. ${patch}`,
    ],
    [
      'no baseline',
      null,
      drop(1),
      `passed: ${project} No measurement of the base branch is recorded: only the absolute value was compared. ${patch}`,
    ],
    [
      'a baseline of another scope',
      base(99, 100, 'other'),
      drop(1),
      `passed: ${project} The base branch was measured with other reports or exclusions: only the absolute value was compared. ${patch}`,
    ],
    [
      'an empty baseline',
      base(0, 0),
      drop(1),
      `passed: ${project} The base branch had no executable line: only the absolute value was compared. ${patch}`,
    ],
    ['not asked for: the base is shown, never judged', base(99, 100), {}, `passed: ${shown(', base 99 %')} ${patch}`],
  ])('%s', (_, baseline, settings, expected) => expect(said(judge(measured(), settings, baseline))).toBe(expected))

  test('the baseline is unread without max_drop', () => {
    expect(coverage.unread?.(coverage.options.parse({}))).toEqual(['coverageBaseline'])
    expect(coverage.unread?.(coverage.options.parse(drop(0)))).toEqual([])
  })
})

describe('changed-lines minimum with min_lines', () => {
  const uncovered = [
    {
      path: 'src/diff.ts',
      ranges: [
        [14, 19],
        [30, 30],
      ] as const,
    },
  ]
  test.each<[string, Partial<MeasuredCoverage>, Settings, string]>([
    ['above', {}, {}, `passed: ${project} ${patch}`],
    [
      'below',
      { patch: { covered: 25, total: 35 }, uncovered },
      {},
      `failed: ${project} Changed lines 71.42 % covered (25 of 35), 80 % required.`,
    ],
    [
      'fewer than min_lines',
      { patch: { covered: 0, total: 4 }, uncovered },
      {},
      `passed: ${project} Changed lines 0 % covered (0 of 4); not judged, because 5 or more are needed for that.`,
    ],
    [
      'min_lines reached',
      { patch: { covered: 0, total: 5 }, uncovered },
      {},
      `failed: ${project} Changed lines 0 % covered (0 of 5), 80 % required.`,
    ],
    [
      'min_lines 1',
      { patch: { covered: 0, total: 1 }, uncovered },
      { patch: { min_lines: 1 } },
      `failed: ${project} Changed lines 0 % covered (0 of 1), 80 % required.`,
    ],
    ['nothing coverable', { patch: { covered: 0, total: 0 } }, {}, `passed: ${project} No coverable line was changed.`],
    [
      'only files that no report knows',
      { patch: { covered: 0, total: 0 }, unreported: ['src/new.ts'] },
      {},
      `failed: ${project} No changed line was measured: 1 changed source file is in no report.`,
    ],
    [
      'T-08 0 with allow_zero',
      { patch: { covered: 0, total: 9 } },
      { patch: { min: 0 }, allow_zero: true },
      `passed: ${project} Changed lines 0 % covered (0 of 9); the minimum for changed lines is disabled.`,
    ],
  ])('%s', (_, value, settings, expected) => expect(said(judge(measured(value), settings))).toBe(expected))

  test('below: a finding for every range, and what to do', () => {
    const result = judge(measured({ patch: { covered: 25, total: 35 }, uncovered }))
    if (result.status !== 'failed') throw new Error(result.status)
    expect(result.findings.map(({ message: text, ...place }) => [english(text), place])).toEqual([
      ['Lines 14 to 19 are changed and not covered by any test.', { path: 'src/diff.ts', line: 14, endLine: 19 }],
      ['Line 30 is changed and not covered by any test.', { path: 'src/diff.ts', line: 30, endLine: 30 }],
    ])
    expect(english(result.next)).toBe('Cover at least 3 more lines of the change: src/diff.ts:14–19, src/diff.ts:30.')
  })

  test('a changed file that no report knows is told even when the gate passes', () => {
    const result = judge(measured({ unreported: ['src/new.ts'] }))
    expect(result.status).toBe('passed')
    expect(
      result.status === 'passed' && result.findings?.map(finding => [finding.path, english(finding.message)]),
    ).toEqual([
      [
        'src/new.ts',
        '`src/new.ts` is changed and in no coverage report: it may be untested. Let the tests load it, or add it to `exclude`.',
      ],
    ])
  })
})

test('all conditions are reported at once', () => {
  const result = judge(
    measured({ project: { covered: 70, total: 100 }, patch: { covered: 1, total: 10 } }),
    { project: { max_drop: 1 } },
    base(90, 100),
  )
  expect(said(result)).toBe(
    'failed: 70 % of lines covered (70 of 100), 80 % required. Coverage falls from 90 % (90 of 100) on the base branch by more than the allowed 1 percentage point. Changed lines 10 % covered (1 of 10), 80 % required.',
  )
  expect(result.status === 'failed' && english(result.next)).toBe(
    'Cover at least 7 more lines of the change. Cover at least 10 more lines of the project.',
  )
  expect(chinese(result.summary)).toBe(
    '行覆盖率 70 %（70/100），要求 80%。相比基准分支的 90 %（90/100），覆盖率下降超过允许的 1 个百分点。变更行覆盖率 10 %（1/10），要求 80%。',
  )
})

describe('a missing or empty or stale report is not 100 %', () => {
  const stale = message('coverage.problem.stale', { name: 'unit', path: 'coverage/lcov.info' })
  test.each<[string, MeasuredCoverage | null, string]>([
    ['nothing measured yet', null, 'waiting: Nothing has been measured for def4567 yet.'],
    [
      'another head was measured',
      measured({ headSha: 'abc1234567' }),
      'waiting: Coverage was measured for abc1234; the head is def4567.',
    ],
    [
      'another scope was measured',
      measured({ scope: 'other' }),
      'waiting: Coverage was measured with other reports or exclusions than the policy now names.',
    ],
    [
      'a report is stale',
      measured({ problems: [stale], project: { covered: 9, total: 9 } }),
      'failed: Coverage cannot be judged: 1 problem with the reports.',
    ],
    [
      'B-L01 nothing executable',
      measured({ project: { covered: 0, total: 0 }, files: 3 }),
      'failed: No executable line was counted in 1 report (3 files). Nothing measured is not 100 %.',
    ],
    [
      'nothing executable although the patch looks good',
      measured({ project: { covered: 0, total: 0 }, patch: { covered: 9, total: 9 } }),
      'failed: No executable line was counted in 1 report (12 files). Nothing measured is not 100 %.',
    ],
  ])('%s', (_, value, expected) => expect(said(judge(value))).toBe(expected))

  test('waiting is for CI, with the way out', () => {
    const result = judge(null)
    expect(result.status === 'waiting' && [result.waitingFor, english(result.next)]).toEqual([
      [{ kind: 'ci' }],
      'The CI run for this commit delivers the measurement; start it again if it has ended without one.',
    ])
  })

  test('every problem is a finding, and no number is shown', () => {
    const other = message('coverage.problem.stale', { name: 'e2e', path: 'e2e.xml' })
    const result = judge(measured({ problems: [stale, other] }))
    expect(result.status === 'failed' && result.findings.map(finding => english(finding.message))).toEqual([
      'Report `unit`: `coverage/lcov.info` is older than the checkout (RPT-STALE). It measured another state of the code.',
      'Report `e2e`: `e2e.xml` is older than the checkout (RPT-STALE). It measured another state of the code.',
    ])
    expect(english(result.summary)).not.toContain('%')
  })

  test('even with every minimum disabled a broken report does not pass', () => {
    const settings = { project: { min: 0 }, patch: { min: 0 }, allow_zero: true }
    expect([judge(measured({ problems: [stale] }), settings).status, judge(null, settings).status]).toEqual([
      'failed',
      'waiting',
    ])
  })
})

describe('options', () => {
  test('defaults', () =>
    expect(coverage.options.parse({})).toEqual({
      project: { min: 80, removed_code: 'forgive' },
      patch: { min: 80, min_lines: 5, moved_lines: 'count' },
      partial_lines: 'covered',
      generated: 'count',
      allow_zero: false,
    }))

  test.each<[string, unknown, string]>([
    ['T-08 minimum 0 without allow_zero', { project: { min: 0 } }, 'project.min'],
    ['T-08 patch minimum 0 without allow_zero', { patch: { min: 0 } }, 'patch.min'],
    ['T-08 a negative minimum', { project: { min: -1 } }, 'project.min'],
    ['T-08 more than 100', { project: { min: 101 } }, 'project.min'],
    ['T-08 not a number', { project: { min: Number.NaN } }, 'project.min'],
    ['T-08 a string', { project: { min: '80%' } }, 'project.min'],
    ['T-08 no reports', { reports: [] }, 'reports'],
    ['T-58 a path out of the repository', { reports: [{ name: 'a', path: '../lcov.info' }] }, 'reports.0.path'],
    ['T-58 an absolute path', { reports: [{ name: 'a', path: '/proc/self/environ' }] }, 'reports.0.path'],
    ['T-58 a drive', { reports: [{ name: 'a', path: 'C:\\lcov.info' }] }, 'reports.0.path'],
    ['an unknown format', { reports: [{ name: 'a', path: 'x', format: 'pdf' }] }, 'reports.0.format'],
    [
      'two reports of one name',
      {
        reports: [
          { name: 'a', path: 'x' },
          { name: 'a', path: 'y' },
        ],
      },
      'reports.1.name',
    ],
    ['an unknown key', { minimum: 80 }, ''],
  ])('%s is refused', (_, value, path) => {
    const parsed = coverage.options.safeParse(value)
    expect(parsed.error?.issues.map(issue => issue.path.join('.'))).toEqual([path])
  })

  test('the places that are looked at by default could be named in a policy', () => {
    const reports = commonPlaces.map((path, index) => ({ name: `${index}`, path }))
    expect(coverage.options.safeParse({ reports }).success).toBe(true)
  })
})

test('R-13 fewer covered lines never pass where more did not', () => {
  const value = fc.record({
    total: fc.integer({ min: 1, max: 60 }),
    covered: fc.nat(60),
    patchTotal: fc.nat(20),
    patchCovered: fc.nat(20),
    less: fc.nat(10),
  })
  fc.assert(
    fc.property(value, ({ total, covered, patchTotal, patchCovered, less }) => {
      const of = (lost: number) =>
        measured({
          project: { covered: Math.max(0, Math.min(covered, total) - lost), total },
          patch: { covered: Math.max(0, Math.min(patchCovered, patchTotal) - lost), total: patchTotal },
        })
      const settings = { project: { max_drop: 2 } }
      const better = judge(of(0), settings, base(45, 50))
      const worse = judge(of(less), settings, base(45, 50))
      if (better.status === 'failed') expect(worse.status).toBe('failed')
    }),
    { numRuns: 2000 },
  )
})

describe('limits, branches and groups', () => {
  const components = { billing: { paths: ['billing/**'] } }
  const group = (name: string, covered: number, total: number, patch = { covered: 0, total: 0 }) => {
    const settings = { components: { billing: { min: 1 } }, paths: [{ name: 'web', paths: ['web/**'], min: 1 }] }
    const spec = groupSpecs(coverage.options.parse(settings), components).find(each => each.name === name)
    if (spec === undefined) throw new Error(`no group ${name}`)
    return { kind: spec.kind, name, scope: spec.scope, files: 1, project: { covered, total }, patch }
  }

  test.each<[string, Partial<MeasuredCoverage>, Settings, string]>([
    [
      'too many uncovered lines in the project',
      {},
      { project: { max_uncovered_lines: 158 } },
      `failed: ${project} ${patch} 159 lines of the project uncovered, at most 158 allowed.`,
    ],
    [
      'just as many as allowed',
      {},
      { project: { max_uncovered_lines: 159 }, patch: { max_uncovered_lines: 3 } },
      `passed: ${project} ${patch} 159 lines of the project uncovered, at most 159 allowed. 3 changed lines uncovered, at most 3 allowed.`,
    ],
    [
      'too many uncovered changed lines, though the percentage is met',
      {},
      { patch: { max_uncovered_lines: 2 } },
      `failed: ${project} ${patch} 3 changed lines uncovered, at most 2 allowed.`,
    ],
    [
      'branches below',
      { branches: { covered: 59, total: 100 } },
      { branches: { min: 60 } },
      `failed: ${project} ${patch} 59 % of branches taken (59 of 100), 60 % required.`,
    ],
    [
      'a report without branches is not judged by them',
      {},
      { branches: { min: 60 } },
      `passed: ${project} ${patch} – of branches taken (0 of 0), 60 % required.`,
    ],
  ])('%s', (_, more, settings, expected) => expect(said(judge(measured(more), settings))).toBe(expected))

  test('a component below its minimum fails although the project is above', () => {
    const settings = { components: { billing: { min: 90 } } }
    const result = judge(measured({ groups: [group('billing', 89, 100)] }), settings, null, components)
    expect(said(result)).toBe(
      `failed: ${project} ${patch} Below the minimum: component \`billing\` 89 % (89 of 100), 90 % required.`,
    )
    expect(result.status === 'failed' && english(result.next)).toBe(
      'Cover at least 1 more line in component `billing`.',
    )
    expect(chinese(result.summary)).toContain('低于下限：组件 `billing` 89 %（89/100），要求 90%。')
  })

  test('the patch of a group is judged only with enough lines', () => {
    const settings = { paths: [{ name: 'web', paths: ['web/**'], patch: 100 }] }
    const web = (total: number) => measured({ groups: [group('web', 9, 9, { covered: 0, total })] })
    expect([judge(web(4), settings).status, judge(web(5), settings).status]).toEqual(['passed', 'failed'])
  })

  test('a component without an executable line does not reach its minimum', () => {
    const settings = { components: { billing: { min: 90 } } }
    expect(judge(measured({ groups: [group('billing', 0, 0)] }), settings, null, components).status).toBe('failed')
  })

  test('a group that was not measured, or measured under another definition, is awaited', () => {
    const settings = { components: { billing: { min: 90 } } }
    const elsewhere = { billing: { paths: ['services/**'] } }
    expect(judge(measured(), settings, null, components).status).toBe('waiting')
    expect(judge(measured({ groups: [group('billing', 99, 99)] }), settings, null, elsewhere).status).toBe('waiting')
  })
})

describe('removed code', () => {
  const drop = { project: { max_drop: 1 } }
  // 100 covered lines go: 900 of 1000 become 800 of 900, 88.88 %.
  const after = measured({ project: { covered: 800, total: 900 } })

  test('a drop that only comes from removed covered code is forgiven, and said', () => {
    const result = judge(after, drop, base(900, 1000))
    expect(said(result)).toBe(
      `passed: 88.88 % of lines covered (800 of 900), 80 % required. Coverage falls from 90 % only because covered code was removed: no more lines are uncovered than before. ${patch}`,
    )
  })

  test('unless the policy counts it', () =>
    expect(judge(after, { project: { max_drop: 1, removed_code: 'count' } }, base(900, 1000)).status).toBe('failed'))

  test('a single line that is newly uncovered makes it a drop', () =>
    expect(judge(measured({ project: { covered: 800, total: 901 } }), drop, base(900, 1000)).status).toBe('failed'))
})

describe('suites', () => {
  const missing = { name: 'e2e', path: 'e2e/*.xml', found: 1, expected: 3, near: [], carry: null }

  test('one missing suite is incomplete, never dropped, however good the rest is', () => {
    const result = judge(measured({ incomplete: [missing], project: { covered: 9, total: 9 } }))
    expect(said(result)).toBe(
      'failed: Incomplete: 1 of 2 suites missing (`e2e`). Nothing is compared until every suite is there; so far 9 of 9 lines are covered.',
    )
    expect(result.status === 'failed' && result.findings.map(finding => english(finding.message))).toEqual([
      'Report `e2e`: 1 of 3 files at `e2e/*.xml` (RPT-NOTFOUND).',
    ])
  })

  test.each([
    [{ state: 'absent', path: 's.json' }, 'no earlier measurement stands at `s.json`'],
    [{ state: 'unreadable', path: 's.json' }, '`s.json` is no snapshot of this tool'],
    [{ state: 'other-suite', path: 's.json' }, '`s.json` does not hold this suite'],
    [
      { state: 'too-old', path: 's.json', sha: 'abc1234567', at: '2026-10-01T00:00:00Z', maxAge: '14d' },
      'the measurement of abc1234 (2026-10-01) is older than `14d`',
    ],
  ] as const)('what cannot be carried forward is said: %j', (carry, why) => {
    const result = judge(measured({ incomplete: [{ ...missing, carry }] }))
    expect(result.status === 'failed' && english(result.findings[0]?.message as never)).toContain(
      `Not carried forward: ${why}.`,
    )
    expect(result.status === 'failed' && chinese(result.findings[0]?.message as never)).toContain('无法沿用：')
  })

  test('what is carried forward is said with commit and day', () => {
    const carried = { sha: 'abc1234567', at: '2026-11-10T08:00:00Z', lost: 2 }
    const reports = [{ name: 'e2e', path: 's.json', format: 'snapshot', sha256: 'ab', carried }]
    expect(said(judge(measured({ reports })))).toBe(
      `passed: ${project} ${patch} \`e2e\` did not run and is carried forward from abc1234 (2026-11-10), without 2 files changed since.`,
    )
  })
})

describe('B-X27 tests that did not run prove nothing', () => {
  const settings = { tests: [{ name: 'unit', path: 'junit.xml', min: 2 }] }
  const ran = (over: object) =>
    judge(measured({ tests: [{ name: 'unit', tests: 3, failures: 0, errors: 0, skipped: 0, ...over }] }), settings)

  test.each([
    ['enough', {}, 'passed'],
    ['none at all', { tests: 0 }, 'failed: `unit`: 0 tests ran, at least 2 expected.'],
    ['all skipped', { skipped: 3 }, 'failed: `unit`: 0 tests ran (3 skipped), at least 2 expected.'],
    ['one failed', { failures: 1 }, 'failed: `unit`: 1 of 3 tests failed.'],
    ['one broke', { errors: 1 }, 'failed: `unit`: 1 of 3 tests failed.'],
  ])('%s', (_, over, expected) => {
    const result = ran(over)
    const findings =
      result.status === 'failed' ? `: ${result.findings.map(each => english(each.message)).join(' ')}` : ''
    expect(`${result.status}${findings}`).toBe(expected)
  })

  test('allow_failures', () => {
    const tests = [{ name: 'unit', tests: 3, failures: 1, errors: 0, skipped: 0 }]
    const allowed = { tests: [{ name: 'unit', path: 'junit.xml', allow_failures: true }] }
    expect(judge(measured({ tests }), allowed).status).toBe('passed')
  })

  test('a measurement that did not look at the tests is awaited', () =>
    expect(judge(measured(), settings).status).toBe('waiting'))
})

describe('T-51 lines that vanish from a report', () => {
  const file = (total: number, deletions: number) =>
    measured({
      changed: [{ path: 'src/a.ts', lines: { covered: total, total }, patch: { covered: 1, total: 1 }, deletions }],
    })
  const onBase = (total: number): CoverageBaseline => ({
    ...base(900, 1000),
    files: { 'src/a.ts': { covered: 0, total } },
  })

  test.each([
    ['as many as before', 100, 0, 'passed'],
    ['a quarter fewer: tools differ', 75, 0, 'passed'],
    ['more than the change removes', 40, 20, 'failed'],
    ['the change removes them', 40, 60, 'passed'],
  ])('%s', (_, now, deletions, status) => expect(judge(file(now, deletions), {}, onBase(100)).status).toBe(status))

  test('the file is named with the numbers', () => {
    const result = judge(file(40, 20), {}, onBase(100))
    expect(result.status === 'failed' && english(result.findings[0]?.message as never)).toBe(
      'RPT-SHRUNK: `src/a.ts` had 100 executable lines on the base branch, the change removes 20, and the report lists 40. Lines were left out of the report.',
    )
  })

  test('under its old name, when it was renamed', () => {
    const renamed = file(40, 0)
    const changed = renamed.changed.map(each => ({ ...each, path: 'src/b.ts', previousPath: 'src/a.ts' }))
    expect(judge({ ...renamed, changed }, {}, onBase(100)).status).toBe('failed')
  })
})
