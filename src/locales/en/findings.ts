import type { FindingDoubt, SecurityAlert, Severity } from '../../facts/facts.ts'
import type { Catalogue, Formatter } from '../message.ts'
import { type FindingFault, findingFaults } from './finding-faults.ts'
import { reportFaults } from './report-faults.ts'

interface Counted {
  readonly total: number
  readonly severities: readonly { readonly severity: Severity; readonly count: number }[]
  readonly failOn: Severity
  /** What is called new; `null`: everything counts. */
  readonly newOnly: 'fingerprint' | 'changed_lines' | null
  readonly waived: number
}

const kinds: Readonly<Record<SecurityAlert['kind'], string>> = {
  'code-scanning': 'code scanning',
  dependabot: 'Dependabot',
  'secret-scanning': 'secret scanning',
}

const faults = { ...reportFaults, ...findingFaults }
const fault = (said: FindingFault, f: Formatter): string =>
  (faults[said.code] as (params: unknown, f: Formatter) => string)(said.params, f)

const limitOf = (severity: Severity): string => (severity === 'critical' ? 'critical' : `${severity} or above`)

const numberOf = ({ total, newOnly }: Pick<Counted, 'total' | 'newOnly'>, f: Formatter): string => {
  const finding = total === 1 ? 'finding' : 'findings'
  const count = total === 0 ? 'No' : f.number(total)
  if (newOnly === 'changed_lines') return `${count} ${finding} on changed lines`
  return `${count}${newOnly === null ? '' : ' new'} ${finding}`
}

const waived = (count: number, f: Formatter): string => (count === 0 ? '' : ` ${f.number(count)} waived.`)

function doubted({ code, value }: FindingDoubt, f: Formatter): string {
  const given = f.code(value)
  switch (code) {
    case 'SRF-ENUM':
      return `${code}: ${given} is unknown, so it counts as critical`
    case 'SRF-INDEX':
      return `${code}: the tool lists no rule ${given}, so it counts as critical`
    case 'SRF-VALUE':
      return `${code}: ${given} is no severity from 0 to 10, so it counts as critical`
    case 'SRF-PATH':
      return `${code}: ${given} is no file of the repository`
    case 'SRF-URI':
      return `${code}: ${given} leads to no folder`
    case 'SRF-REGION':
      return `${code}: lines ${given} cannot be`
  }
}

export const findings = {
  'findings.option.source': (_p: Record<never, never>, f) =>
    `Name what is looked at: ${f.code('sarif')}, ${f.code('alerts')}, or both.`,

  'findings.waiting.none': (p: { readonly headSha: string }, f) =>
    `CI has not given the findings for ${f.sha(p.headSha)} yet.`,
  'findings.waiting.head': (p: { readonly headSha: string; readonly measuredSha: string }, f) =>
    `CI has looked at ${f.sha(p.measuredSha)}; the findings for ${f.sha(p.headSha)} are still to come.`,
  'findings.waiting.alerts': (p: { readonly headSha: string }, f) =>
    `Code scanning has not looked at ${f.sha(p.headSha)} yet.`,
  'findings.waiting.scope': () => 'The findings were read under another policy; CI has to read them again.',
  'findings.waiting.next': () => 'Wait for the workflow run that scans, or start it again.',

  'findings.passed': (p: Counted, f) => `${numberOf(p, f)} of severity ${limitOf(p.failOn)}.${waived(p.waived, f)}`,
  'findings.failed': (p: Counted, f) => {
    const each = p.severities.map(({ severity, count }) => `${f.number(count)} ${severity}`).join(', ')
    return `${numberOf(p, f)} of severity ${limitOf(p.failOn)}: ${each}.${waived(p.waived, f)}`
  },
  'findings.failed.next': (_p: Record<never, never>, f) =>
    `Fix them. One that is acceptable needs a waiver in the policy with ${f.code('match: { rule, path, tool }')}, a reason, an owner and a last day.`,
  'findings.unusable': (p: { readonly problems: number; readonly total: number; readonly failOn: Severity }, f) =>
    `The scan cannot be relied on: ${f.number(p.problems)} ${p.problems === 1 ? 'problem' : 'problems'} with its files.${p.total === 0 ? '' : ` ${numberOf({ total: p.total, newOnly: null }, f)} of severity ${limitOf(p.failOn)} so far.`}`,
  'findings.unusable.next': () =>
    'Mend the workflow that scans, so that every tool writes a whole file, and run it again.',
  'findings.defect': (
    p: {
      readonly severity: Severity
      readonly tool: string
      readonly rule: string
      readonly said: string
      readonly doubts: readonly FindingDoubt[]
    },
    f,
  ) => {
    const by = [...(p.rule === '' ? [] : [f.code(p.rule)]), ...(p.tool === '' ? [] : [f.text(p.tool)])].join(', ')
    const said = p.said === '' ? '' : `: ${f.text(p.said)}`
    const doubts = p.doubts.map(each => ` (${doubted(each, f)})`).join('')
    return `${p.severity}${by === '' ? '' : `, ${by}`}${said}${doubts}`
  },
  'findings.alert': (
    p: {
      readonly kind: SecurityAlert['kind']
      readonly number: number
      readonly severity: Severity
      readonly tool: string
      readonly rule: string
    },
    f,
  ) => `${p.severity}, ${f.code(p.rule)}, ${f.text(p.tool)}: open alert ${f.number(p.number)} of ${kinds[p.kind]}`,
  'findings.more': (p: { readonly count: number }, f) =>
    `${f.number(p.count)} more ${p.count === 1 ? 'finding is' : 'findings are'} not listed.`,
  'findings.noBase': () =>
    'Everything counts as new: the base branch has no findings to compare with. Run the Action once on a push to it.',

  'findings.missing': (p: { readonly path: string; readonly near: readonly string[] }, f) =>
    `${f.code(p.path)}: the run wrote no such file.${p.near.length === 0 ? '' : ` There is ${f.list(p.near.map(f.code))}.`}`,
  'findings.old': (p: { readonly path: string }, f) =>
    `${f.code(p.path)} is older than the checkout (SRF-STALE). The tool looked at another state of the code.`,
  'findings.size': (p: { readonly path: string; readonly limit: number }, f) =>
    `${f.code(p.path)} is larger than ${f.number(p.limit)} bytes (RPT-SIZE).`,
  'findings.problem': (
    p: {
      readonly path: string
      readonly code: string
      readonly line: number | null
      readonly column: number | null
      readonly fault: FindingFault
    },
    f,
  ) => {
    const place =
      p.line === null ? '' : `, line ${f.number(p.line)}${p.column === null ? '' : `:${f.number(p.column)}`}`
    return `${f.code(p.path)}${place}: ${fault(p.fault, f)} (${f.code(p.code)}).`
  },
  'findings.tooLarge': (p: { readonly limit: number }, f) =>
    `The findings do not fit into ${f.number(p.limit)} characters of evidence; let the tools write fewer problems.`,

  'findings.column': (p: { readonly column: 'tool' | 'runs' | 'suppressed' | Severity }) => p.column,
  'findings.count': (p: { readonly count: number }, f) => f.number(p.count),

  'findings.alerts.refused': (
    p: { readonly kind: SecurityAlert['kind']; readonly status: number; readonly permission: string },
    f,
  ) =>
    `GitHub does not show the alerts of ${kinds[p.kind]} (HTTP ${f.number(p.status)}): the token needs ${f.code(p.permission)}, and the repository must have it switched on.`,
} as const satisfies Catalogue
