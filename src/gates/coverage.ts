import { z } from 'zod'
import { formatIds, formats } from '../coverage/formats/index.ts'
import { groupSpecs, scopeOf } from '../coverage/measure.ts'
import { dropsMoreThan, missingTo, reaches } from '../coverage/model.ts'
import { thresholdsOf } from '../coverage/summary.ts'
import type {
  ChangedCoverage,
  CoverageBaseline,
  MeasuredCoverage,
  MeasuredGroup,
  UncoveredLines,
} from '../facts/facts.ts'
import { defineGate, type PolicyContext } from '../gate.ts'
import { type Message, message, type Ratio } from '../locales/message.ts'
import { duration, glob, globs, percent, refuse } from '../policy/fields.ts'
import type { Finding, GateResult } from '../report.ts'

const inRepository = glob.superRefine((path, ctx) => {
  if (path.startsWith('/')) refuse(ctx, 'GLB-PATH', message('coverage.option.path', { path }))
})

const name = z.string().min(1).max(60)
const fewest = z.int().min(1).max(1000)
const mostLines = z.int().min(0).max(10_000_000)

const report = z.strictObject({
  name: name.describe('Shown in messages; unique. The name of the suite, and of its flag.'),
  path: inRepository.describe('File, or glob for several, relative to the repository.'),
  format: z.enum(formatIds).optional().describe('Left out: told from the content.').meta({ stricter: 'other' }),
  expected: fewest
    .default(1)
    .describe('Files that must be there, e.g. the shards of a matrix. With fewer the suite is incomplete.')
    .meta({ stricter: 'higher' }),
  carry_forward: z
    .strictObject({
      path: inRepository.describe('Snapshot that an earlier run of the Action wrote, e.g. restored from a cache.'),
      max_age: duration.default('14d').describe('Oldest measurement that may stand in, e.g. `36h` or `14d`.'),
    })
    .optional()
    .describe('When the suite did not run: count its last measurement, for lines that have not changed since.')
    .meta({ presence: 'weaker' }),
})

const tests = z.strictObject({
  name: name.describe('Shown in messages; unique.'),
  path: inRepository.describe('JUnit XML: file, or glob for several, relative to the repository.'),
  min: fewest.default(1).describe('Tests that must have run; skipped ones have not.').meta({ stricter: 'higher' }),
  allow_failures: z
    .boolean()
    .default(false)
    .describe('Failed tests are somebody else’s concern.')
    .meta({ stricter: [true, false] }),
})

const thresholds = {
  min: percent
    .optional()
    .describe('Percent of its executable lines that must be covered.')
    .meta({ stricter: 'higher' }),
  patch: percent
    .optional()
    .describe('Percent of its executable added lines that must be covered.')
    .meta({ stricter: 'higher' }),
}
const atLeastOne = (value: { min?: number | undefined; patch?: number | undefined }, ctx: z.RefinementCtx): void => {
  if (value.min === undefined && value.patch === undefined)
    refuse(ctx, 'CFG-EMPTY', message('coverage.option.no-threshold', {}))
}
const group = z.strictObject(thresholds).superRefine(atLeastOne)

const options = z
  .strictObject({
    reports: z
      .array(report)
      .min(1)
      .max(100)
      .optional()
      .describe('Each is expected. Left out: what is found at the places where tools put reports.')
      .meta({ stricter: 'other' }),
    project: z
      .strictObject({
        min: percent
          .default(80)
          .describe('Percent of all executable lines that must be covered.')
          .meta({ stricter: 'higher' }),
        max_drop: percent
          .optional()
          .describe('Percentage points by which coverage may fall below the base branch.')
          .meta({ stricter: 'lower' }),
        removed_code: z
          .enum(['forgive', 'count'])
          .default('forgive')
          .describe('`forgive`: a drop that leaves no more lines uncovered than before comes from removed code.')
          .meta({ stricter: ['forgive', 'count'] }),
        max_uncovered_lines: mostLines
          .optional()
          .describe('Lines of the project that may be uncovered.')
          .meta({ stricter: 'lower' }),
      })
      .prefault({}),
    patch: z
      .strictObject({
        min: percent
          .default(80)
          .describe('Percent of the executable lines among the added lines that must be covered.')
          .meta({ stricter: 'higher' }),
        min_lines: z
          .int()
          .min(1)
          .max(100)
          .default(5)
          .describe('With fewer executable added lines the patch is not judged.')
          .meta({ stricter: 'lower' }),
        max_uncovered_lines: mostLines
          .optional()
          .describe('Added lines that may be uncovered.')
          .meta({ stricter: 'lower' }),
        moved_lines: z
          .enum(['count', 'ignore'])
          .default('count')
          .describe('Added lines whose text the same change removes elsewhere.')
          .meta({ stricter: ['ignore', 'count'] }),
      })
      .prefault({}),
    branches: z
      .strictObject({
        min: percent.describe('Percent of all branches that must be taken.').meta({ stricter: 'higher' }),
      })
      .optional()
      .describe('Left out: branches are counted and not judged.'),
    partial_lines: z
      .enum(['covered', 'uncovered'])
      .default('covered')
      .describe('How a line counts that ran while one of its branches did not.')
      .meta({ stricter: ['covered', 'uncovered'] }),
    components: z.record(z.string(), group).optional().describe('Thresholds by name of the policy’s `components`.'),
    flags: z.record(z.string(), group).optional().describe('Thresholds by name of a report.'),
    paths: z
      .array(
        z
          .strictObject({
            name: name.describe('Shown in messages; unique.'),
            paths: globs.describe('Files that the threshold is for.').meta({ stricter: 'more' }),
            ...thresholds,
          })
          .superRefine(atLeastOne),
      )
      .max(100)
      .optional()
      .describe('Thresholds for files by pattern.')
      .meta({ stricter: 'more' }),
    exclude: globs
      .optional()
      .describe('Files that do not count, neither in the project nor in the patch.')
      .meta({ stricter: 'fewer', presence: 'weaker' }),
    generated: z
      .enum(['count', 'exclude'])
      .default('count')
      .describe('Files that `.gitattributes` of the base branch declares as `linguist-generated`.')
      .meta({ stricter: ['exclude', 'count'] }),
    tests: z
      .array(tests)
      .min(1)
      .max(100)
      .optional()
      .describe('Proof that tests ran: without it nothing is judged.')
      .meta({ stricter: 'more' }),
    allow_zero: z
      .boolean()
      .default(false)
      .describe('A minimum of 0 is meant: that comparison is shown as disabled.')
      .meta({ stricter: [true, false] }),
  })
  .superRefine((value, ctx) => {
    for (const key of ['project', 'patch'] as const)
      if (value[key].min === 0 && !value.allow_zero)
        refuse(ctx, 'CFG-ZERO', message('coverage.option.zero', { key: `${key}.min` }), [key, 'min'])
    const names = value.reports?.map(each => each.name) ?? []
    names.forEach((name, index) => {
      if (names.indexOf(name) < index)
        refuse(ctx, 'CFG-DUPID', message('coverage.option.report-name', { name }), ['reports', index, 'name'])
    })
    for (const flag of Object.keys(value.flags ?? {}))
      if (!names.includes(flag))
        refuse(ctx, 'CFG-FLAG', message('coverage.option.flag', { flag, known: names }), ['flags', flag])
  })

type Options = z.output<typeof options>

/** Where reports are looked for when the policy names none: those that exist are read, one at least must. */
export const commonPlaces: readonly string[] = [...new Set(formatIds.flatMap(id => [...formats[id].places]))]

/**
 * Line coverage of the project, of the changed lines and of the policy's groups. What CI has not measured for this head
 * under this policy is awaited; what was measured badly or incompletely fails without a comparison.
 */
export const coverage = defineGate({
  id: 'coverage',
  measuredBy: 'ci',
  restsOn: 'tree',
  needs: ['coverage', 'coverageBaseline'],
  unread: ({ project }) => (project.max_drop === undefined ? ['coverageBaseline'] : []),
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
  options: options.meta({
    description: 'Enough of the code is tested: all of it, the changed lines, and any part by its own threshold.',
    examples: [
      {
        reports: [{ name: 'unit', path: 'coverage/lcov.info' }],
        project: { min: 80, max_drop: 1 },
        patch: { min: 80 },
      },
    ],
  }),
  components: ({ components }) =>
    Object.keys(components ?? {}).map(component => ({ component, path: ['components', component] })),
  evaluate(facts, options, policy) {
    const measured = facts.coverage
    if (measured === null) return waiting(message('coverage.waiting.none', { headSha: facts.headSha }))
    const other = measuredElsewhere(measured, facts, options)
    if (other) return waiting(other)
    const problems = [...measured.problems, ...shrunkFiles(measured, facts.coverageBaseline)]
    if (problems.length > 0) return unusable(problems, measured)
    if (measured.incomplete.length > 0) return incomplete(measured)
    if (!isWholePolicyMeasured(measured, options, policy)) return waiting(message('coverage.waiting.scope', {}))
    const untested = testProblems(measured, options)
    if (untested.length > 0) return withoutTests(untested)
    if (measured.project.total === 0) return empty(measured)
    return judge(measured, facts.coverageBaseline, options, policy)
  },
})

/** Another commit, base or scope was measured: how this head stands is not known yet. */
function measuredElsewhere(
  measured: MeasuredCoverage,
  { headSha, baseRef }: { readonly headSha: string; readonly baseRef: string },
  options: Options,
): Message | undefined {
  if (measured.headSha !== headSha) return message('coverage.waiting.head', { headSha, measuredSha: measured.headSha })
  if (measured.baseRef !== undefined && measured.baseRef !== baseRef) {
    return message('coverage.waiting.base', { baseRef, measuredRef: measured.baseRef })
  }
  return measured.scope === scopeOf(options) ? undefined : message('coverage.waiting.scope', {})
}

/** Whether every group and every run of tests that the policy names now was looked at. */
function isWholePolicyMeasured(measured: MeasuredCoverage, options: Options, { components }: PolicyContext): boolean {
  const groups = new Set(measured.groups.map(each => each.scope))
  const runs = new Set(measured.tests.map(each => each.name))
  return (
    groupSpecs(options, components).every(spec => groups.has(spec.scope)) &&
    (options.tests ?? []).every(each => runs.has(each.name))
  )
}

const waiting = (summary: Message): GateResult => ({
  status: 'waiting',
  summary,
  waitingFor: [{ kind: 'ci' }],
  next: message('coverage.waiting.next', {}),
})

const unusable = (problems: readonly Message[], measured: MeasuredCoverage): GateResult => ({
  status: 'failed',
  summary: message('coverage.unusable', { problems: problems.length }),
  findings: [...problems.map(problem => ({ message: problem })), ...missingSuites(measured)],
  next: message('coverage.unusable.next', {}),
})

const incomplete = (measured: MeasuredCoverage): GateResult => ({
  status: 'failed',
  summary: message('coverage.incomplete', {
    missing: measured.incomplete.map(suite => suite.name),
    suites: new Set([...measured.incomplete, ...measured.reports].map(each => each.name)).size,
    project: measured.project,
  }),
  findings: missingSuites(measured),
  next: message('coverage.incomplete.next', {}),
})

const missingSuites = (measured: MeasuredCoverage): readonly Finding[] =>
  measured.incomplete.map(suite => ({
    message: message('coverage.incomplete.suite', suite),
  }))

const withoutTests = (problems: readonly Message[]): GateResult => ({
  status: 'failed',
  summary: message('coverage.tests', { problems: problems.length }),
  findings: problems.map(problem => ({ message: problem })),
  next: message('coverage.tests.next', {}),
})

const empty = (measured: MeasuredCoverage): GateResult => ({
  status: 'failed',
  summary: message('coverage.empty', { reports: measured.reports.length, files: measured.files }),
  findings: [],
  next: message('coverage.empty.next', { key: 'exclude' }),
})

function testProblems(measured: MeasuredCoverage, options: Options): readonly Message[] {
  return (options.tests ?? []).flatMap(({ name, min, allow_failures }) => {
    const run = measured.tests.find(each => each.name === name)
    if (run === undefined) return []
    const ran = run.tests - run.skipped
    const failed = run.failures + run.errors
    return [
      ...(ran < min ? [message('coverage.tests.few', { name, ran, skipped: run.skipped, min })] : []),
      ...(failed > 0 && !allow_failures ? [message('coverage.tests.failed', { name, failed, tests: run.tests })] : []),
    ]
  })
}

/** Executable lines of a changed file can vanish only by being removed (security.md T-51). */
function shrunkFiles(measured: MeasuredCoverage, baseline: CoverageBaseline | null): readonly Message[] {
  if (baseline?.files === undefined || baseline.scope !== measured.scope) return []
  const files = baseline.files
  return measured.changed.flatMap(({ path, previousPath, lines, deletions }: ChangedCoverage) => {
    const before = files[previousPath ?? path]?.total ?? 0
    const least = before - deletions - Math.max(10, Math.ceil(before / 4))
    return lines.total < least
      ? [message('coverage.problem.shrunk', { path, before, deletions, now: lines.total })]
      : []
  })
}

/** All conditions at once: whoever mends one learns of the others in the same run. */
function judge(
  measured: MeasuredCoverage,
  baseline: CoverageBaseline | null,
  options: Options,
  { components }: PolicyContext,
): GateResult {
  const { project, patch } = options
  const projectState = project.min === 0 ? 'disabled' : reaches(measured.project, project.min) ? 'met' : 'below'
  const baseState = compareBase(measured, baseline, options)
  const patchState = comparePatch(measured, options)
  const limits = [
    limit('project', measured.project, project.max_uncovered_lines),
    limit('patch', measured.patch, patch.max_uncovered_lines),
  ].flatMap(each => each ?? [])
  const branches =
    options.branches === undefined
      ? null
      : {
          ratio: measured.branches,
          min: options.branches.min,
          met: measured.branches.total === 0 || reaches(measured.branches, options.branches.min),
        }
  const below = groupSpecs(options, components).flatMap(spec =>
    groupProblems(
      measured.groups.find(each => each.scope === spec.scope),
      thresholdsOf(options, spec.kind, spec.name),
      patch.min_lines,
    ),
  )
  const judgement = {
    project: measured.project,
    min: project.min,
    projectState,
    base: baseline?.project ?? null,
    maxDrop: project.max_drop ?? null,
    baseState,
    patch: measured.patch,
    patchMin: patch.min,
    minLines: patch.min_lines,
    patchState,
    unreported: measured.unreported.length,
    moved: measured.moved,
    branches,
    limits,
    below,
    groups: measured.groups.length,
    carried: measured.reports.flatMap(({ name, carried }) => (carried === undefined ? [] : [{ name, ...carried }])),
  } as const
  const failed =
    projectState === 'below' ||
    baseState === 'dropped' ||
    patchState === 'below' ||
    patchState === 'unreported' ||
    limits.some(each => each.uncovered > each.max) ||
    branches?.met === false ||
    below.length > 0
  const patchMatters = patchState === 'below' || limits.some(each => each.what === 'patch' && each.uncovered > each.max)
  const findings = [
    ...(patchMatters || below.some(each => each.what === 'patch') ? uncovered(measured) : []),
    ...partial(measured),
    ...unreported(measured),
  ]
  if (!failed) return { status: 'passed', summary: message('coverage.passed', judgement), findings }
  return {
    status: 'failed',
    summary: message('coverage.failed', judgement),
    findings,
    next: message('coverage.failed.next', {
      projectMissing: missingTo(measured.project, project.min),
      patchMissing: patchState === 'below' ? missingTo(measured.patch, patch.min) : 0,
      places: patchMatters ? places(measured.uncovered).slice(0, 5) : [],
      unreported: patchState === 'unreported' ? measured.unreported : [],
      groups: below,
      files: projectState === 'below' || baseState === 'dropped' ? measured.worst.slice(0, 3) : [],
    }),
  }
}

interface Limit {
  readonly what: 'project' | 'patch'
  readonly uncovered: number
  readonly max: number
}

function limit(what: Limit['what'], { covered, total }: Ratio, max: number | undefined): Limit | null {
  return max === undefined ? null : { what, uncovered: total - covered, max }
}

/** A group without an executable line cannot reach a minimum; without a changed one its patch is not judged. */
function groupProblems(
  group: MeasuredGroup | undefined,
  { min, patch }: ReturnType<typeof thresholdsOf>,
  minLines: number,
) {
  if (group === undefined) return []
  const { kind, name } = group
  return [
    ...(min !== undefined && !reaches(group.project, min)
      ? [{ kind, name, what: 'project' as const, ratio: group.project, min, missing: missingTo(group.project, min) }]
      : []),
    ...(patch !== undefined && group.patch.total >= minLines && !reaches(group.patch, patch)
      ? [{ kind, name, what: 'patch' as const, ratio: group.patch, min: patch, missing: missingTo(group.patch, patch) }]
      : []),
  ]
}

type BaseState = 'not-asked' | 'absent' | 'other-scope' | 'empty' | 'within' | 'dropped' | 'removed'

/** Without `max_drop` the base is shown when it is known and comparable, and never judged. */
function compareBase(measured: MeasuredCoverage, baseline: CoverageBaseline | null, { project }: Options): BaseState {
  const isAsked = project.max_drop !== undefined
  if (baseline === null) return isAsked ? 'absent' : 'not-asked'
  if (baseline.scope !== measured.scope) return isAsked ? 'other-scope' : 'not-asked'
  if (baseline.project.total === 0) return isAsked ? 'empty' : 'not-asked'
  if (!isAsked || !dropsMoreThan(baseline.project, measured.project, project.max_drop ?? 0)) return 'within'
  const uncovered = ({ covered, total }: Ratio): number => total - covered
  const onlyRemoved = uncovered(measured.project) <= uncovered(baseline.project)
  return project.removed_code === 'forgive' && onlyRemoved ? 'removed' : 'dropped'
}

type PatchState = 'met' | 'below' | 'disabled' | 'nothing' | 'few' | 'unreported'

function comparePatch({ patch, unreported }: MeasuredCoverage, options: Options): PatchState {
  if (options.patch.min === 0) return 'disabled'
  if (patch.total === 0) return unreported.length > 0 ? 'unreported' : 'nothing'
  if (patch.total < options.patch.min_lines) return 'few'
  return reaches(patch, options.patch.min) ? 'met' : 'below'
}

const places = (found: readonly UncoveredLines[]) =>
  found.flatMap(({ path, ranges }) => ranges.map(([start, end]) => ({ path, start, end })))

const uncovered = (measured: MeasuredCoverage): readonly Finding[] =>
  places(measured.uncovered).map(({ path, start, end }) => ({
    message: message('coverage.patch.uncovered', { start, end }),
    path,
    line: start,
    endLine: end,
  }))

const partial = (measured: MeasuredCoverage): readonly Finding[] =>
  places(measured.partial).map(({ path, start, end }) => ({
    message: message('coverage.patch.partial', { start, end }),
    aside: true,
    path,
    line: start,
    endLine: end,
  }))

const unreported = (measured: MeasuredCoverage): readonly Finding[] =>
  measured.unreported.map(path => ({ message: message('coverage.patch.unreported', { path }), path }))
