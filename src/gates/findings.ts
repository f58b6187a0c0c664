import type { FoundDefect, MeasuredFindings, SecurityAlert, Severity } from '../facts/facts.ts'
import { isAtLeast, rankOf, severities } from '../findings/severity.ts'
import { defineGate, type PolicyContext } from '../gate.ts'
import { type Message, message } from '../locales/message.ts'
import type { Finding, GateResult, GateTable } from '../report.ts'
import { covers } from '../waive.ts'
import { type FindingsOptions, findingsScope, options } from './findings/options.ts'

/** Results that are listed; the others are counted. */
const mostListed = 200

/**
 * What tools found, from SARIF files and from GitHub's own scanners. A file that is missing, empty, of another commit or
 * of a tool that failed never passes; what the run has not measured yet is awaited.
 */
export const findings = defineGate({
  id: 'findings',
  measuredBy: 'ci',
  restsOn: 'tree',
  needs: ['findings', 'alerts'],
  unread: ({ sarif, alerts }) => [
    ...(sarif.length === 0 ? (['findings'] as const) : []),
    ...(alerts.length === 0 ? (['alerts'] as const) : []),
  ],
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
  options: options.meta({
    description: 'What scanners found, from SARIF files and alerts of GitHub, is not severe.',
    examples: [{ sarif: ['results/*.sarif'], fail_on: 'high', new_only: true }],
  }),
  evaluate(facts, chosen, policy): GateResult {
    const measured = chosen.sarif.length === 0 ? null : facts.findings
    if (chosen.sarif.length > 0) {
      const open = awaited(measured, facts.headSha, chosen)
      if (open !== null) return waiting(open)
    }
    const alerts = chosen.alerts.length === 0 ? [] : facts.alerts
    if (alerts === null) return waiting(message('findings.waiting.alerts', { headSha: facts.headSha }))
    return judge(measured, alerts, chosen, policy)
  },
})

/** What is still to come from CI; `null`: everything is there. */
function awaited(measured: MeasuredFindings | null, headSha: string, chosen: FindingsOptions): Message | null {
  if (measured === null) return message('findings.waiting.none', { headSha })
  if (measured.headSha !== headSha) return message('findings.waiting.head', { headSha, measuredSha: measured.headSha })
  return measured.scope === findingsScope(chosen) ? null : message('findings.waiting.scope', {})
}

const waiting = (summary: Message): GateResult => ({
  status: 'waiting',
  summary,
  waitingFor: [{ kind: 'ci' }],
  next: message('findings.waiting.next', {}),
})

/** One result or alert as the gate looks at it. */
interface Seen {
  readonly severity: Severity
  readonly finding: Finding
  readonly isNew: boolean | null
}

function judge(
  measured: MeasuredFindings | null,
  alerts: readonly SecurityAlert[],
  chosen: FindingsOptions,
  policy: PolicyContext,
): GateResult {
  const seen = [
    ...(measured?.defects ?? []).filter(defect => counts(defect, chosen)).map(defectSeen),
    ...alerts.filter(alert => alertCounts(alert, chosen)).map(alertSeen),
  ].sort(byPlace)
  const isWaived = ({ finding }: Seen) => policy.waivers.some(waiver => waiver.match && covers(waiver, finding))
  const { waived = [], counting = [] } = Object.groupBy(seen, each => (isWaived(each) ? 'waived' : 'counting'))
  const omitted = measured === null ? [] : omittedOf(measured, chosen)
  const total = counting.length + omitted.reduce((sum, [, count]) => sum + count, 0)
  const table = measured === null ? {} : { table: tableOf(measured) }
  const said = {
    total,
    severities: bySeverity(counting, omitted),
    failOn: chosen.fail_on,
    newOnly: chosen.new_only ? chosen.basis : null,
    waived: waived.length,
  }
  const listed = [
    ...counting.slice(0, mostListed).map(each => each.finding),
    ...(total > mostListed || omitted.length > 0
      ? [{ message: message('findings.more', { count: total - Math.min(mostListed, counting.length) }) }]
      : []),
    ...waived.slice(0, mostListed).map(({ finding }) => ({ ...finding, aside: true, waived: true }) as const),
    ...withoutBase(measured, chosen),
  ]
  const problems = measured?.problems ?? []
  if (problems.length > 0) {
    return {
      status: 'failed',
      summary: message('findings.unusable', { problems: problems.length, total: said.total, failOn: chosen.fail_on }),
      findings: [...problems.map(problem => ({ message: problem })), ...listed],
      next: message('findings.unusable.next', {}),
      ...table,
    }
  }
  if (total === 0) return { status: 'passed', summary: message('findings.passed', said), findings: listed, ...table }
  return {
    status: 'failed',
    summary: message('findings.failed', said),
    findings: listed,
    next: message('findings.failed.next', {}),
    ...table,
  }
}

/** Whether a result is one that the policy minds, waivers apart. */
function counts(defect: FoundDefect, { fail_on, new_only, basis, suppressed }: FindingsOptions): boolean {
  if (defect.suppressed && suppressed === 'ignore') return false
  if (!isAtLeast(defect.severity, fail_on)) return false
  if (!new_only) return true
  return basis === 'fingerprint' ? defect.isNew !== false : defect.onChangedLine
}

const alertCounts = ({ kind, severity, isNew }: SecurityAlert, chosen: FindingsOptions): boolean =>
  chosen.alerts.includes(kind) && isAtLeast(severity, chosen.fail_on) && !(chosen.new_only && isNew === false)

/** Results that are not listed and count, by severity. Of no single one is known whether a waiver covers it. */
function omittedOf(
  { omitted, omittedSome }: MeasuredFindings,
  { fail_on, new_only, basis, suppressed }: FindingsOptions,
): readonly (readonly [Severity, number])[] {
  const open = !new_only ? omitted : omittedSome[basis === 'fingerprint' ? 'new' : 'changed']
  return severities.flatMap(severity => {
    const count = (open[severity] ?? 0) + (suppressed === 'count' ? (omittedSome.suppressed[severity] ?? 0) : 0)
    return count > 0 && isAtLeast(severity, fail_on) ? [[severity, count] as const] : []
  })
}

function bySeverity(
  counting: readonly Seen[],
  omitted: readonly (readonly [Severity, number])[],
): readonly { readonly severity: Severity; readonly count: number }[] {
  return severities.flatMap(severity => {
    const left = omitted.find(([which]) => which === severity)?.[1] ?? 0
    const count = left + counting.filter(each => each.severity === severity).length
    return count === 0 ? [] : [{ severity, count }]
  })
}

function defectSeen(defect: FoundDefect): Seen {
  const { severity, tool, rule, path, line, endLine, isNew, doubts = [] } = defect
  const [doubt] = doubts
  return {
    severity,
    isNew,
    finding: {
      message: message('findings.defect', { severity, tool, rule, said: defect.message, doubts }),
      ...place(path, line, endLine),
      ...(rule === '' ? {} : { rule }),
      ...(tool === '' ? {} : { tool }),
      ...(doubt === undefined ? {} : { code: doubt.code }),
    },
  }
}

const alertSeen = ({ kind, number, tool, rule, severity, path, line, isNew }: SecurityAlert): Seen => ({
  severity,
  isNew: isNew ?? null,
  finding: {
    message: message('findings.alert', { kind, number, severity, tool, rule }),
    ...place(path, line, null),
    rule,
    tool,
  },
})

const place = (path: string | null, line: number | null, endLine: number | null) => ({
  ...(path === null ? {} : { path }),
  ...(path === null || line === null ? {} : { line }),
  ...(path === null || endLine === null ? {} : { endLine }),
})

const byPlace = (a: Seen, b: Seen): number =>
  rankOf(a.severity) - rankOf(b.severity) ||
  compare(a.finding.path ?? '', b.finding.path ?? '') ||
  (a.finding.line ?? 0) - (b.finding.line ?? 0) ||
  compare(a.finding.rule ?? '', b.finding.rule ?? '')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** With nothing to compare with, everything counts as new. */
function withoutBase(measured: MeasuredFindings | null, { new_only, basis }: FindingsOptions): readonly Finding[] {
  if (measured === null || !new_only || basis !== 'fingerprint' || measured.comparedWith !== null) return []
  return [{ message: message('findings.noBase', {}), aside: true }]
}

const tableOf = ({ tools }: MeasuredFindings): GateTable => ({
  columns: (['tool', 'runs', ...severities, 'suppressed'] as const).map(column =>
    message('findings.column', { column }),
  ),
  rows: tools.map(({ tool, runs, counts: found, suppressed }) => [
    tool,
    ...[runs, ...severities.map(severity => found[severity] ?? 0), suppressed].map(count =>
      message('findings.count', { count }),
    ),
  ]),
})
