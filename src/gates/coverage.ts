import { z } from 'zod'
import { formatIds, formats } from '../coverage/formats/index.ts'
import { scopeOf } from '../coverage/measure.ts'
import { dropsMoreThan, missingTo, reaches } from '../coverage/model.ts'
import type { CoverageBaseline, MeasuredCoverage } from '../facts/facts.ts'
import { defineGate } from '../gate.ts'
import { type Message, message } from '../locales/message.ts'
import { glob, globs, percent, refuse } from '../policy/fields.ts'
import type { Finding, GateResult } from '../report.ts'

const reportPath = glob.superRefine((path, ctx) => {
  if (path.startsWith('/')) refuse(ctx, 'GLB-PATH', message('coverage.option.path', { path }))
})

const report = z.strictObject({
  name: z.string().min(1).max(60).describe('Shown in messages; unique.'),
  path: reportPath.describe('File, or glob for several, relative to the repository.'),
  format: z.enum(formatIds).optional().describe('Left out: told from the content.'),
})

const options = z
  .strictObject({
    reports: z
      .array(report)
      .min(1)
      .max(100)
      .optional()
      .describe('Each must exist. Left out: what is found at the places where tools put reports.'),
    project: z
      .strictObject({
        min: percent.default(80).describe('Percent of all executable lines that must be covered.'),
        max_drop: percent.optional().describe('Percentage points by which coverage may fall below the base branch.'),
      })
      .prefault({}),
    patch: z
      .strictObject({
        min: percent
          .default(80)
          .describe('Percent of the executable lines among the added lines that must be covered.'),
        min_lines: z
          .int()
          .min(1)
          .max(100)
          .default(5)
          .describe('With fewer executable added lines the patch is not judged.'),
      })
      .prefault({}),
    exclude: globs.optional().describe('Files that do not count, neither in the project nor in the patch.'),
    allow_zero: z.boolean().default(false).describe('A minimum of 0 is meant: that comparison is shown as disabled.'),
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
  })

type Options = z.output<typeof options>

/** Where reports are looked for when the policy names none: those that exist are read, one at least must. */
export const commonPlaces: readonly string[] = formatIds.flatMap(id => [...formats[id].places])

/**
 * Line coverage of the project and of the changed lines. What CI has not measured for this head under this policy is
 * awaited; what was measured badly fails without a number.
 */
export const coverage = defineGate({
  id: 'coverage',
  measuredBy: 'ci',
  needs: ['coverage', 'coverageBaseline'],
  unread: ({ project }) => (project.max_drop === undefined ? ['coverageBaseline'] : []),
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
  options,
  evaluate(facts, options) {
    const measured = facts.coverage
    if (measured === null) return waiting(message('coverage.waiting.none', { headSha: facts.headSha }))
    const other = measuredElsewhere(measured, facts, options)
    if (other) return waiting(other)
    if (measured.problems.length > 0) return unusable(measured)
    if (measured.project.total === 0) return empty(measured)
    return judge(measured, facts.coverageBaseline, options)
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

const waiting = (summary: Message): GateResult => ({
  status: 'waiting',
  summary,
  waitingFor: [{ kind: 'ci' }],
  next: message('coverage.waiting.next', {}),
})

const unusable = (measured: MeasuredCoverage): GateResult => ({
  status: 'failed',
  summary: message('coverage.unusable', { problems: measured.problems.length }),
  findings: measured.problems.map(problem => ({ message: problem })),
  next: message('coverage.unusable.next', {}),
})

const empty = (measured: MeasuredCoverage): GateResult => ({
  status: 'failed',
  summary: message('coverage.empty', { reports: measured.reports.length, files: measured.files }),
  findings: [],
  next: message('coverage.empty.next', { key: 'exclude' }),
})

/** All conditions at once: whoever mends one learns of the others in the same run. */
function judge(measured: MeasuredCoverage, baseline: CoverageBaseline | null, options: Options): GateResult {
  const projectState =
    options.project.min === 0 ? 'disabled' : reaches(measured.project, options.project.min) ? 'met' : 'below'
  const baseState = compareBase(measured, baseline, options)
  const patchState = comparePatch(measured, options)
  const judgement = {
    project: measured.project,
    min: options.project.min,
    projectState,
    base: baseline?.project ?? null,
    maxDrop: options.project.max_drop ?? null,
    baseState,
    patch: measured.patch,
    patchMin: options.patch.min,
    minLines: options.patch.min_lines,
    patchState,
    unreported: measured.unreported.length,
  } as const
  const failed =
    projectState === 'below' || baseState === 'dropped' || patchState === 'below' || patchState === 'unreported'
  const findings = [...(patchState === 'below' ? uncovered(measured) : []), ...unreported(measured)]
  if (!failed) return { status: 'passed', summary: message('coverage.passed', judgement), findings }
  return {
    status: 'failed',
    summary: message('coverage.failed', judgement),
    findings,
    next: message('coverage.failed.next', {
      projectMissing: missingTo(measured.project, options.project.min),
      patchMissing: patchState === 'below' ? missingTo(measured.patch, options.patch.min) : 0,
      places: patchState === 'below' ? places(measured).slice(0, 5) : [],
      unreported: patchState === 'unreported' ? measured.unreported : [],
    }),
  }
}

type BaseState = 'not-asked' | 'absent' | 'other-scope' | 'empty' | 'within' | 'dropped'

/** Without `max_drop` the base is shown when it is known and comparable, and never judged. */
function compareBase(measured: MeasuredCoverage, baseline: CoverageBaseline | null, { project }: Options): BaseState {
  const isAsked = project.max_drop !== undefined
  if (baseline === null) return isAsked ? 'absent' : 'not-asked'
  if (baseline.scope !== measured.scope) return isAsked ? 'other-scope' : 'not-asked'
  if (baseline.project.total === 0) return isAsked ? 'empty' : 'not-asked'
  return isAsked && dropsMoreThan(baseline.project, measured.project, project.max_drop ?? 0) ? 'dropped' : 'within'
}

type PatchState = 'met' | 'below' | 'disabled' | 'nothing' | 'few' | 'unreported'

function comparePatch({ patch, unreported }: MeasuredCoverage, options: Options): PatchState {
  if (options.patch.min === 0) return 'disabled'
  if (patch.total === 0) return unreported.length > 0 ? 'unreported' : 'nothing'
  if (patch.total < options.patch.min_lines) return 'few'
  return reaches(patch, options.patch.min) ? 'met' : 'below'
}

const places = (measured: MeasuredCoverage) =>
  measured.uncovered.flatMap(({ path, ranges }) => ranges.map(([start, end]) => ({ path, start, end })))

const uncovered = (measured: MeasuredCoverage): readonly Finding[] =>
  places(measured).map(({ path, start, end }) => ({
    message: message('coverage.patch.uncovered', { start, end }),
    path,
    line: start,
    endLine: end,
  }))

const unreported = (measured: MeasuredCoverage): readonly Finding[] =>
  measured.unreported.map(path => ({ message: message('coverage.patch.unreported', { path }), path }))
