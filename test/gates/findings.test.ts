import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate.ts'
import {
  absent,
  type FoundDefect,
  type MeasuredFindings,
  type PullRequestFacts,
  present,
  type SecurityAlert,
  type Severity,
  unknown,
} from '../../src/facts/facts.ts'
import { countByTool, keepWorst, worstFirst } from '../../src/findings/measured.ts'
import { severities } from '../../src/findings/severity.ts'
import { findingsScope } from '../../src/gates/findings/options.ts'
import { findings as gate } from '../../src/gates/findings.ts'
import { type Locale, say } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { neededFacts } from '../../src/policy/needs.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { renderComment } from '../../src/render/comment.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import type { GateResult } from '../../src/report.ts'
import { links } from '../render/reports.ts'
import { facts, policy, policyState, shaOf } from '../support/facts.ts'

type Options = Readonly<Record<string, unknown>>

const sarif = { sarif: ['results/*.sarif'] }

let number = 0
const defect = (over: Partial<FoundDefect> = {}): FoundDefect => ({
  tool: 'CodeQL',
  rule: 'js/xss',
  severity: 'high',
  message: 'Unescaped name',
  path: 'src/pay.ts',
  line: 14,
  endLine: 14,
  fingerprint: (++number).toString(16).padStart(16, '0'),
  suppressed: false,
  isNew: true,
  onChangedLine: true,
  ...over,
})

function measured(options: Options, defects: readonly FoundDefect[], over: Partial<MeasuredFindings> = {}) {
  const tools = [...new Set(['CodeQL', ...defects.map(each => each.tool)])]
  const value: MeasuredFindings = {
    schemaVersion: 1,
    headSha: shaOf('a'),
    scope: findingsScope(
      gate.options.parse(Object.fromEntries(Object.entries(options).filter(([key]) => key !== 'waivable'))),
    ),
    files: [{ path: 'results/a.sarif', sha256: '0'.repeat(64), tools }],
    problems: [],
    defects: worstFirst(defects),
    tools: countByTool(tools, defects),
    omitted: {},
    omittedSome: { new: {}, changed: {}, suppressed: {} },
    comparedWith: shaOf('b'),
    ...over,
  }
  return value
}

function report(options: Options, over: Partial<PullRequestFacts>, extra: object = {}) {
  const parsed = policy(JSON.stringify({ version: 1, gates: { findings: options }, ...extra }))
  return evaluate(policyState(parsed), facts(over))
}

function judge(options: Options, over: Partial<PullRequestFacts>, extra: object = {}): GateResult {
  const found = report(options, over, extra).gates.find(one => one.gate === 'findings')
  if (found === undefined) throw new Error('not judged')
  return found.result
}

const of = (options: Options, defects: readonly FoundDefect[], over: Partial<MeasuredFindings> = {}, extra = {}) =>
  judge({ ...sarif, ...options }, { findings: present(measured({ ...sarif, ...options }, defects, over)) }, extra)

const text = (told: Message, locale: Locale = 'en'): string => say(told, locale, plainFormatter(locale))
const told = (result: GateResult): readonly string[] =>
  'findings' in result ? (result.findings ?? []).map(finding => text(finding.message)) : []
const next = (result: GateResult): string => ('next' in result ? text(result.next) : '')

describe('what is not measured', () => {
  test('nothing yet: CI is awaited', () => {
    const result = judge(sarif, { findings: absent })
    expect(result).toMatchObject({ status: 'waiting', waitingFor: [{ kind: 'ci' }] })
    expect(text(result.summary)).toBe('CI has not given the findings for aaaaaaa yet.')
  })

  test('another head, another policy: CI is awaited', () => {
    expect(of({}, [], { headSha: shaOf('c') }).status).toBe('waiting')
    expect(of({}, [], { scope: 'other' }).status).toBe('waiting')
  })

  test('R-12 not known: unknown, unless the options do not ask', () => {
    const reason = unknown(message('unknown.notFetched', { what: 'x' }))
    expect(judge(sarif, { findings: reason }).status).toBe('unknown')
    expect(
      judge({ ...sarif, alerts: ['dependabot'] }, { findings: present(measured(sarif, [])), alerts: reason }).status,
    ).toBe('unknown')
    expect(judge(sarif, { findings: present(measured(sarif, [])), alerts: reason }).status).toBe('passed')
    expect(judge({ alerts: ['dependabot'] }, { findings: reason, alerts: present([]) }).status).toBe('passed')
  })

  test('B-S02 B-S03 B-S04 B-S17 a file that cannot be relied on never passes, and what it holds is told', () => {
    const problem = message('findings.missing', { path: 'results/*.sarif', near: [] })
    const clean = of({}, [], { problems: [problem] })
    expect(clean.status).toBe('failed')
    expect(text(clean.summary)).toBe('The scan cannot be relied on: 1 problem with its files.')
    expect(told(clean)).toEqual(['results/*.sarif: the run wrote no such file.'])
    const found = of({ new_only: true }, [defect()], { problems: [problem] })
    expect(told(found)).toHaveLength(2)
    expect(text(found.summary)).toContain('1 finding of severity high or above so far.')
  })
})

describe('what counts', () => {
  test('says how many, where, and what to do', () => {
    const result = of({ new_only: true }, [
      defect(),
      defect({ severity: 'critical', rule: 'js/sqli', message: 'Query from input', path: 'src/db.ts', line: 3 }),
      defect({ severity: 'medium' }),
      defect({ isNew: false }),
    ])
    expect(result.status).toBe('failed')
    expect(text(result.summary)).toBe('2 new findings of severity high or above: 1 critical, 1 high.')
    expect(text(result.summary, 'zh-CN')).toBe('新的严重程度不低于“高”的问题有 2 个：严重 1 个，高 1 个。')
    expect(told(result)).toEqual([
      'critical, js/sqli, CodeQL: Query from input',
      'high, js/xss, CodeQL: Unescaped name',
    ])
    expect('findings' in result && result.findings?.[0]).toMatchObject({ path: 'src/db.ts', line: 3, rule: 'js/sqli' })
    expect(next(result)).toContain('match: { rule, path, tool }')
  })

  test.each<[Options, Partial<FoundDefect>, GateResult['status']]>([
    [{}, {}, 'failed'],
    [{}, { severity: 'medium' }, 'passed'],
    [{ fail_on: 'critical' }, {}, 'passed'],
    [{ fail_on: 'low' }, { severity: 'low' }, 'failed'],
    [{ fail_on: 'low' }, { severity: 'none' }, 'passed'],
    [{}, { isNew: false }, 'failed'],
    [{ new_only: true }, { isNew: false }, 'passed'],
    [{ new_only: true }, { isNew: true }, 'failed'],
    [{ new_only: true }, { isNew: null }, 'failed'],
    [{ new_only: true, basis: 'changed_lines' }, { onChangedLine: false }, 'passed'],
    [{ new_only: true, basis: 'changed_lines' }, { isNew: false }, 'failed'],
    [{ basis: 'changed_lines' }, { onChangedLine: false }, 'failed'],
    [{}, { suppressed: true }, 'passed'],
    [{ suppressed: 'count' }, { suppressed: true }, 'failed'],
  ])('B-S09 %j and %j: %s', (options, over, status) => {
    expect(of(options, [defect(over)]).status).toBe(status)
  })

  test('new_only without a base: everything counts, and it says so', () => {
    const options = { new_only: true }
    const result = of(options, [defect({ isNew: null })], { comparedWith: null })
    expect(result.status).toBe('failed')
    expect(told(result)[1]).toContain('Everything counts as new')
    const clean = of(options, [], { comparedWith: null })
    expect([clean.status, told(clean).length]).toEqual(['passed', 1])
  })

  test('B-S15 the table has every result, also those that are not listed', () => {
    const defects = [
      ...Array.from({ length: 300 }, () => defect()),
      defect({ tool: 'Trivy', severity: 'low' }),
      defect({ suppressed: true }),
    ]
    const whole = measured(sarif, defects)
    const result = judge(sarif, { findings: present(keepWorst(whole, 250)) })
    expect(text(result.summary)).toBe('300 findings of severity high or above: 300 high.')
    expect(told(result)).toHaveLength(201)
    expect(told(result).at(-1)).toBe('100 more findings are not listed.')
    const cells = 'table' in result ? (result.table?.rows ?? []) : []
    expect(cells.map(row => row.map(cell => (typeof cell === 'string' ? cell : text(cell))))).toEqual([
      ['CodeQL', '1', '0', '300', '0', '0', '0', '1'],
      ['Trivy', '1', '0', '0', '0', '1', '0', '0'],
    ])
  })

  test('what was left out counts by severity, and by whether it may be new', () => {
    const some = { new: { high: 1 }, changed: {}, suppressed: { critical: 2 } }
    const left = { omitted: { high: 5, low: 9 }, omittedSome: some }
    expect(text(of({}, [], left).summary)).toContain('5 findings')
    expect(text(of({ new_only: true }, [], left).summary)).toContain('1 new finding ')
    expect(of({ new_only: true, basis: 'changed_lines' }, [], left).status).toBe('passed')
    expect(text(of({ suppressed: 'count' }, [], left).summary)).toContain('7 findings')
  })

  test('a doubt is told with its code', () => {
    const doubts = [{ code: 'SRF-ENUM', value: 'fatal' }] as const
    const result = of({}, [defect({ severity: 'critical', doubts })])
    expect(told(result)[0]).toBe(
      'critical, js/xss, CodeQL: Unescaped name (SRF-ENUM: fatal is unknown, so it counts as critical)',
    )
    expect('findings' in result && result.findings?.[0]?.code).toBe('SRF-ENUM')
  })
})

describe('waivers', () => {
  const waiver = (match: object, over: object = {}) => ({
    waivers: [
      { gate: 'findings', match, reason: 'removed in the next quarter', owner: 'chen', expires: '2027-03-31', ...over },
    ],
  })

  test.each<[object, GateResult['status']]>([
    [{ rule: 'js/xss' }, 'passed'],
    [{ rule: 'js/xss', path: 'src/**', tool: 'CodeQL' }, 'passed'],
    [{ rule: 'js/xss', path: 'legacy/**' }, 'failed'],
    [{ tool: 'Trivy' }, 'failed'],
  ])('one that names %j: %s', (match, status) => {
    const result = of({}, [defect()], {}, waiver(match))
    expect(result.status).toBe(status)
    const [first] = 'findings' in result ? (result.findings ?? []) : []
    expect(first).toMatchObject(status === 'passed' ? { waived: true, aside: true } : { rule: 'js/xss' })
  })

  test('an expired one, and one where nothing may be waived, covers nothing', () => {
    expect(of({}, [defect()], {}, waiver({ rule: 'js/xss' }, { expires: '2026-01-01' })).status).toBe('failed')
    expect(of({ waivable: false }, [defect()], {}, waiver({ rule: 'js/xss' })).status).toBe('failed')
  })

  test('it covers no file that is broken, and is told as used', () => {
    const problem = message('findings.missing', { path: 'a', near: [] })
    expect(of({}, [defect()], { problems: [problem] }, waiver({ rule: 'js/xss' })).status).toBe('failed')
    const found = report(sarif, { findings: present(measured(sarif, [defect()])) }, waiver({ rule: 'js/xss' }))
    expect(found.waivers).toMatchObject([{ state: 'used' }])
  })
})

describe('alerts of GitHub', () => {
  const alert = (over: Partial<SecurityAlert> = {}): SecurityAlert => ({
    kind: 'code-scanning',
    number: 7,
    tool: 'CodeQL',
    rule: 'js/xss',
    severity: 'high',
    path: 'src/a.ts',
    line: 3,
    ...over,
  })
  const with_ = (options: Options, ...alerts: SecurityAlert[]) => judge(options, { alerts: present(alerts) })

  test.each<[Options, Partial<SecurityAlert>, GateResult['status']]>([
    [{}, {}, 'failed'],
    [{}, { severity: 'low' }, 'passed'],
    [{}, { kind: 'dependabot' }, 'passed'],
    [{ new_only: true }, { isNew: false }, 'passed'],
    [{ new_only: true }, { isNew: true }, 'failed'],
    [{ new_only: true }, {}, 'failed'],
  ])('%j and %j: %s', (options, over, status) => {
    expect(with_({ alerts: ['code-scanning'], ...options }, alert(over)).status).toBe(status)
  })

  test('absent: code scanning has not looked yet', () => {
    expect(judge({ alerts: ['code-scanning'] }, { alerts: absent }).status).toBe('waiting')
  })

  test('is read only where the policy asks', () => {
    const needs = (options: Options) =>
      neededFacts(policy(JSON.stringify({ version: 1, gates: { findings: options } })))
    expect([...needs(sarif)]).toEqual(['findings'])
    expect([...needs({ alerts: ['dependabot'] })]).toEqual(['alerts'])
  })
})

describe('options', () => {
  test('the example of the design is valid, and its default lets no high finding in', () => {
    const parsed = policy(
      '{version: 1, gates: {findings: {sarif: ["results/*.sarif"], fail_on: high, new_only: true}}}',
    )
    expect(parsed.gates.findings).toMatchObject({ fail_on: 'high', new_only: true, basis: 'fingerprint', alerts: [] })
    expect(gate.options.parse(sarif).fail_on).toBe('high')
  })

  test.each<[Options, string]>([
    [{}, 'CFG-REQUIRED'],
    [{ sarif: [] }, 'CFG-REQUIRED'],
    [{ sarif: ['../x'] }, 'GLB-PATH'],
    [{ sarif: ['!a'] }, 'CFG-GLOB'],
    [{ ...sarif, fail_on: 'none' }, 'CFG-ENUM'],
    [{ ...sarif, levels: { fatal: 'high' } }, 'CFG-UNKNOWN'],
  ])('%j is %s', (findings, code) => {
    const parsed = parsePolicy(JSON.stringify({ version: 1, gates: { findings } }), 'p.yml', { owner: 'acme' })
    expect(parsed.ok ? [] : parsed.error.map(problem => problem.code)).toContain(code)
  })
})

describe('T-57 T-61 names from files stay inert', () => {
  test('in the comment', () => {
    const evil = '</details>`x` @acme/all ![i](https://evil.example/x.png) <!-- a -->\u202e|::error::'
    const found = report(sarif, {
      findings: present(measured(sarif, [defect({ message: evil, rule: evil, tool: evil, path: 'a|b`c.ts' })])),
    })
    for (const locale of ['en', 'zh-CN'] as const) {
      const body = renderComment(found, { locale, links, signing: 'none', marker: '1' })
      const shown = typeof body === 'string' ? body : JSON.stringify(body)
      expect(shown).not.toContain('](https://evil')
      expect(shown).not.toContain('\u202e')
      expect(shown).not.toContain('<!-- a')
    }
  })
})

describe('R-13 laws', () => {
  const severity = fc.constantFrom<Severity>(...severities)
  const some = fc
    .record({
      severity,
      suppressed: fc.boolean(),
      isNew: fc.constantFrom(true, false, null),
      onChangedLine: fc.boolean(),
      rule: fc.constantFrom('a', 'b'),
    })
    .map(over => defect({ ...over, fingerprint: '0'.repeat(16) }))
  const chosen = fc.record({
    fail_on: fc.constantFrom('critical', 'high', 'medium', 'low'),
    new_only: fc.boolean(),
    basis: fc.constantFrom('fingerprint', 'changed_lines'),
    suppressed: fc.constantFrom('ignore', 'count'),
  })
  const waived = {
    waivers: [
      { gate: 'findings', match: { rule: 'b' }, reason: 'accepted for a while', owner: 'chen', expires: '2027-03-31' },
    ],
  }

  test('more findings, worse ones, or fewer that are known never pass where fewer did not', () => {
    fc.assert(
      fc.property(chosen, fc.array(some, { maxLength: 6 }), some, fc.nat(5), (options, defects, more, which) => {
        const before = of(options, defects, {}, waived).status
        if (before === 'passed') return
        expect(of(options, [...defects, more], {}, waived).status).not.toBe('passed')
        const worse = defects.map((each, index) =>
          index === which ? { ...each, severity: 'critical' as const, isNew: true, suppressed: false } : each,
        )
        expect(of(options, worse, {}, waived).status).not.toBe('passed')
        expect(of(options, defects, { problems: [message('findings.old', { path: 'a' })] }, waived).status).toBe(
          'failed',
        )
      }),
      { numRuns: 300 },
    )
  })

  test('to keep fewer of them changes no verdict', () => {
    fc.assert(
      fc.property(chosen, fc.array(some, { maxLength: 8 }), fc.nat(8), (options, defects, keep) => {
        const whole = measured({ ...sarif, ...options }, defects)
        const status = (value: MeasuredFindings) => judge({ ...sarif, ...options }, { findings: present(value) }).status
        const kept = status(keepWorst(whole, keep))
        // Of suppressed ones only the severity is kept, so that one may count that would not have.
        if (options.suppressed === 'ignore' || kept === 'passed') expect(kept).toBe(status(whole))
      }),
      { numRuns: 300 },
    )
  })
})
