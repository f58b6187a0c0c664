import { z } from 'zod'
import type { ChangedFile, CheckResult } from '../facts/facts.ts'
import { defineGate, type PolicyContext } from '../gate.ts'
import { compileGlobs } from '../glob.ts'
import { message } from '../locales/message.ts'
import { globs, refuse } from '../policy/fields.ts'
import type { Finding, GateResult, GateTable } from '../report.ts'
import { covers } from '../waive.ts'
import { isPattern, matchesName, nearestName } from './checks/names.ts'
import { oneSource, reporterOf, type Source, sourceKeys, sourceOf } from './checks/source.ts'
import { inOrder, type Judged, judgeName, originOf, type Reading, type Standing } from './checks/standing.ts'
import { distinct, inScope } from './scope.ts'

const required = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(255)
      .describe('Name of the check run, or context of the status; `*` stands for any run of characters.'),
    when: globs
      .optional()
      .describe('Files that make it required. Left out: every pull request.')
      .meta({ stricter: 'more', presence: 'weaker' }),
    min: z
      .int()
      .min(1)
      .max(256)
      .default(1)
      .describe('Checks that must match a name with `*`, e.g. the jobs of a matrix.')
      .meta({ stricter: 'higher' }),
    ...sourceKeys,
    workflow: z
      .string()
      .min(1)
      .max(255)
      .optional()
      .describe(
        'Name of the workflow whose runs count. Left out: every workflow that reports under the name must pass.',
      )
      .meta({ stricter: 'other' }),
    skipped: z
      .enum(['passes', 'fails'])
      .default('fails')
      .describe('What a check that ended as skipped or neutral counts as.')
      .meta({ stricter: ['passes', 'fails'] }),
  })
  .superRefine((value, ctx) => {
    oneSource(value, ctx)
    if (value.min > 1 && !isPattern(value.name))
      refuse(ctx, 'CFG-IMPOSSIBLE', message('checks.option.min', { name: value.name, min: value.min }), ['min'])
    if (value.status !== undefined && value.workflow !== undefined)
      refuse(ctx, 'CFG-TYPE', message('checks.option.workflow', {}), ['workflow'])
  })

const options = z.strictObject({
  required: z
    .array(required)
    .min(1)
    .max(100)
    .describe('Every check that applies must have passed on the head.')
    .meta({ stricter: 'more' }),
})

type Required = z.output<typeof required>

/**
 * Checks that others report, required by path. The newest run of a source that the policy names decides; what has not
 * reported yet is awaited.
 */
export const checks = defineGate({
  id: 'checks',
  measuredBy: 'github',
  restsOn: 'tree',
  needs: ['checks', 'changedFiles'],
  unread: ({ required }) => (required.every(each => each.when === undefined) ? ['changedFiles'] : []),
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
  options: options.meta({
    description: 'Other checks have passed that the changed files ask for.',
    examples: [{ required: [{ name: 'ansible-lint', when: ['ansible/**'] }] }],
  }),
  evaluate(facts, { required }, policy): GateResult {
    if (facts.checks === null) return unread()
    if (facts.changedFiles === null && required.some(each => each.when !== undefined)) return unread()
    const applying = required.filter(each => applies(each, facts.changedFiles ?? []))
    if (applying.length === 0)
      return { status: 'passed', summary: message('checks.idle', { required: required.length }) }
    const all = inOrder(facts.checks)
    return fold(
      applying.flatMap(each => judge(each, all)),
      policy,
    )
  },
})

const unread = (): GateResult => ({
  status: 'unknown',
  summary: message('checks.unread', {}),
  next: message('report.unknown.next', {}),
})

function applies({ when }: Required, files: readonly ChangedFile[]): boolean {
  if (when === undefined) return true
  const compiled = compileGlobs(when)
  return files.some(file => inScope(compiled, file))
}

/** One check that must have passed, or several that a pattern lacks. */
interface Line extends Pick<Judged, 'standing' | 'result' | 'foreign'> {
  readonly name: string
  readonly source: Source
  /** How many a pattern lacks; `null`: a check that has this name. */
  readonly lacks: number | null
  readonly near: string | null
}

function judge(each: Required, results: readonly CheckResult[]): readonly Line[] {
  const { name, min, workflow, skipped } = each
  const reading: Reading = { source: sourceOf(each), workflow, skippedPasses: skipped === 'passes' }
  const { source } = reading
  const others = results.map(result => result.name).filter(other => !matchesName(name, other))
  const near = nearestName(name, others)
  if (!isPattern(name)) return [{ name, source, lacks: null, near, ...judgeName(name, results, reading) }]
  const matching = results.filter(result => matchesName(name, result.name))
  const names = [...new Set(matching.filter(one => originOf(one, reading) !== 'no').map(one => one.name))].sort()
  const lines = names.map(one => ({ name: one, source, lacks: null, near: null, ...judgeName(one, results, reading) }))
  const missing = min - names.length
  if (missing <= 0) return lines
  const foreign = matching.filter(one => originOf(one, reading) === 'no')
  return [...lines, { name, source, lacks: missing, near, standing: 'missing', result: null, foreign }]
}

function fold(found: readonly Line[], { waivers }: PolicyContext): GateResult {
  const judged = distinct(found).map(line => {
    const finding = findingOf(line)
    const waived = line.standing !== 'passed' && waivers.some(each => each.match && covers(each, finding))
    return { line, finding: waived ? ({ ...finding, aside: true, waived: true } as const) : finding, waived }
  })
  const lines = judged.filter(each => !each.waived).map(each => each.line)
  const of = (...standings: readonly Standing[]) => lines.filter(line => standings.includes(line.standing))
  const failed = of('failed', 'skipped')
  const open = of('pending', 'missing')
  const rest = {
    findings: [
      ...judged.flatMap(({ line, finding }) => (line.standing === 'passed' ? [] : [finding])),
      ...distinct(found.flatMap(foreigners)),
    ],
    table: tableOf(found),
  }
  const total = lines.reduce((sum, line) => sum + (line.lacks ?? 1), 0)
  const counts = { passed: of('passed').length, total, waived: judged.length - lines.length }
  if (failed.length > 0) {
    const names = failed.map(line => line.name)
    const summary = message('checks.failed', { ...counts, failed: names })
    return { status: 'failed', summary, next: message('checks.failed.next', { failed: names }), ...rest }
  }
  const [nameless] = of('unknown')
  if (nameless !== undefined) {
    const summary = message('checks.nameless', { name: nameless.name })
    return { status: 'unknown', summary, next: message('checks.nameless.next', { name: nameless.name }), ...rest }
  }
  if (open.length === 0) return { status: 'passed', summary: message('checks.passed', counts), ...rest }
  const missing = of('missing').map(({ name, near }) => ({ name, near }))
  return {
    status: 'waiting',
    summary: message('checks.waiting', { ...counts, open: open.map(line => line.name) }),
    waitingFor: [{ kind: 'ci' }],
    next: message('checks.waiting.next', { missing }),
    ...rest,
  }
}

function findingOf({ name, standing, result, source, lacks, near }: Line): Finding {
  const how = { name, source: source.by, kind: source.kind }
  const told =
    standing === 'missing'
      ? message('checks.check.missing', { ...how, lacks, near })
      : message('checks.check', { ...how, standing, state: result?.state ?? 'pending' })
  return { message: told, rule: name }
}

/** Said, so that nobody wonders why a green check does not count. */
const foreigners = ({ name, foreign, source }: Line): readonly Finding[] =>
  foreign.map(result => ({
    message: message('checks.foreign', {
      name: result.name,
      from: reporterOf(result),
      kind: result.kind,
      workflow: result.workflow?.name ?? null,
      source: source.by,
    }),
    aside: true,
    rule: name,
  }))

const tableOf = (lines: readonly Line[]): GateTable => ({
  columns: [
    message('checks.column.check', {}),
    message('checks.column.source', {}),
    message('checks.column.state', {}),
  ],
  rows: distinct(lines.map(line => [line.name, line.source.by, message('checks.state', { standing: line.standing })])),
})
