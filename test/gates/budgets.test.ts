import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate.ts'
import { absent, type MeasuredValues, type PullRequestFacts, present, unknown } from '../../src/facts/facts.ts'
import { budgetName, budgetSource } from '../../src/gates/budgets/options.ts'
import { budgets as gate } from '../../src/gates/budgets.ts'
import { type Locale, say } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import type { GateResult } from '../../src/report.ts'
import { facts, policy, policyState, shaOf } from '../support/facts.ts'

const p95 = { file: 'bench.json', value: 'latency.p95', max: 500, unit: 'ms' }

type Rule = Readonly<Record<string, unknown>>

/** The values as `rules` ask for them, in their order; `undefined`: not measured, `null`: no number. */
function measured(
  rules: readonly Rule[],
  numbers: readonly (number | null | undefined)[],
  over: Partial<MeasuredValues> = {},
): MeasuredValues {
  const parsed = gate.options.parse({ rules }).rules
  const values = parsed.flatMap((rule, index) => {
    const value = numbers[index]
    const name = budgetName(rule)
    const problem = message('budgets.missing', { name, file: rule.file, near: [] })
    if (value === undefined) return []
    return [{ name, file: rule.file, value, source: budgetSource(rule), ...(value === null ? { problem } : {}) }]
  })
  return { schemaVersion: 1, headSha: shaOf('a'), scope: 's', values, cells: [], problems: [], ...over }
}

function judge(rules: readonly Rule[], over: Partial<PullRequestFacts>, extra: object = {}): GateResult {
  const parsed = policy(JSON.stringify({ version: 1, gates: { budgets: { rules } }, ...extra }))
  const found = evaluate(policyState(parsed), facts(over)).gates.find(one => one.gate === 'budgets')
  if (found === undefined) throw new Error('not judged')
  return found.result
}

/** One rule, its value, and the base's where there is one. */
function one(rule: Rule, value: number | null | undefined, base?: number | null): GateResult {
  const baseline = base === undefined ? absent : present({ ...measured([rule], [base]), sha: shaOf('b') })
  return judge([rule], { values: present(measured([rule], [value])), valuesBaseline: baseline })
}

const text = (told: Message, locale: Locale = 'en'): string => say(told, locale, plainFormatter(locale))
const told = (result: GateResult): readonly string[] =>
  'findings' in result ? (result.findings ?? []).map(finding => text(finding.message)) : []

describe('against a limit', () => {
  test.each<[Rule, number, GateResult['status']]>([
    [{ max: 500 }, 500, 'passed'],
    [{ max: 500 }, 500.0001, 'failed'],
    [{ min: 0.9 }, 0.9, 'passed'],
    [{ min: 0.9 }, 0.89999, 'failed'],
    [{ min: -2, max: 0 }, -1, 'passed'],
    [{ min: -2, max: 0 }, -3, 'failed'],
    [{ max: 0.3 }, 0.30000000000000004, 'failed'],
  ])('%j and %d', (limits, value, expected) => {
    expect(one({ file: 'a.json', value: 'v', ...limits }, value).status).toBe(expected)
  })

  test('says what is wrong, by how much, and what to do', () => {
    const result = one(p95, 512.3)
    expect(text(result.summary)).toBe(
      '1 of 1 budget is not kept. latency.p95: 512.3 ms, at most 500 ms allowed: 12.3 ms too much.',
    )
    expect(text(result.summary, 'zh-CN')).toBe(
      '1 项预算中有 1 项不符合。latency.p95：512.3 ms，最多允许 500 ms，超出 12.3 ms。',
    )
    expect(result.status === 'failed' && text(result.next)).toBe(
      'Bring latency.p95 back within the limit, or agree on another limit in the policy.',
    )
    expect('findings' in result && result.findings?.[0]).toMatchObject({ rule: 'latency.p95' })
  })
})

describe('against the base branch', () => {
  const up = (change: unknown, over: Rule = {}): Rule => ({ file: 'a.json', value: 'v', max_increase: change, ...over })
  const down = (change: unknown): Rule => ({ file: 'a.json', value: 'v', max_decrease: change })

  test.each<[Rule, number, number, GateResult['status']]>([
    [up('5%'), 480, 504, 'passed'],
    [up('5%'), 480, 504.01, 'failed'],
    [up('5 %'), 480, 100, 'passed'],
    [up(0.1), 0.2, 0.3, 'passed'],
    [up(0.1), 0.2, 0.31, 'failed'],
    [up(0), 10, 10, 'passed'],
    [up('0%'), 10, 10.5, 'failed'],
    [up('10%'), -100, -90, 'passed'],
    [up('10%'), -100, -89, 'failed'],
    [up('50%'), 0, 0.001, 'failed'],
    [down('1.5%'), 200, 197, 'passed'],
    [down('1.5%'), 200, 196.9, 'failed'],
    [down(2), 10, 8, 'passed'],
    [down(2), 10, 7.9, 'failed'],
  ])('%j: %d to %d', (rule, base, value, expected) => {
    expect(one(rule, value, base).status).toBe(expected)
  })

  test('says both numbers and the share', () => {
    expect(told(one(up('5%', { unit: 'ms', name: 'p95' }), 512.3, 480))).toEqual([
      'p95: 512.3 ms is 32.3 ms above the base branch, 480 ms; at most 24 ms (5%) allowed.',
    ])
  })

  test('without a base value it waits, and passes only where the policy says so', () => {
    for (const base of [undefined, null]) {
      expect(one(up('5%'), 5, base)).toMatchObject({ status: 'waiting', waitingFor: [{ kind: 'ci' }] })
      expect(one(up('5%', { without_base: 'passes' }), 5, base).status).toBe('passed')
    }
    const passed = one(up('5%', { without_base: 'passes' }), 5)
    expect(text(passed.summary)).toBe('The budget is kept. Not compared with the base branch, which has no value: v.')
  })

  test('without a base value the absolute limits are judged, and it says that nothing was compared', () => {
    const rule = up('5%', { max: 10 })
    expect(text(one(rule, 5).summary)).toMatch(/Not compared with the base branch/)
    expect(one(rule, 5).status).toBe('passed')
    expect(one(rule, 11).status).toBe('failed')
  })

  test('a value of the same name from another file is no base', () => {
    const other = present({ ...measured([up(0, { file: 'b.json' })], [5]), sha: shaOf('b') })
    expect(judge([up(0)], { values: present(measured([up(0)], [5])), valuesBaseline: other }).status).toBe('waiting')
  })

  test('R-12 a base that could not be read is unknown, where it matters', () => {
    const reason = message('unknown.notFetched', { what: 'values' })
    const rules = [up(1)]
    expect(judge(rules, { values: present(measured(rules, [1])), valuesBaseline: unknown(reason) }).status).toBe(
      'unknown',
    )
    expect(judge([p95], { values: present(measured([p95], [1])), valuesBaseline: unknown(reason) }).status).toBe(
      'passed',
    )
    expect(judge([p95], { values: unknown(reason) }).status).toBe('unknown')
  })
})

describe('what is missing never passes', () => {
  test('no number', () => {
    const result = one(p95, null)
    expect(result.status).toBe('failed')
    expect(text(result.summary)).toBe('1 of 1 budget is not kept. latency.p95: no number.')
    expect(result.status === 'failed' && text(result.next)).toBe('Let the run write the number into bench.json.')
  })

  test('not measured yet, another commit, another policy: awaited', () => {
    expect(judge([p95], { values: absent }).status).toBe('waiting')
    expect(one(p95, undefined).status).toBe('waiting')
    expect(judge([p95], { values: present(measured([p95], [1], { headSha: shaOf('9') })) }).status).toBe('waiting')
    const old = measured([{ ...p95, value: 'latency.p99' }], [1])
    expect(judge([p95], { values: present(old) }).status).toBe('waiting')
  })

  test('another commit was tested: failed, whatever the numbers', () => {
    const problem = message('action.report.otherCommit', { tested: shaOf('1'), head: shaOf('a') })
    expect(judge([p95], { values: present(measured([p95], [1], { problems: [problem] })) }).status).toBe('failed')
  })

  test('a number beside a problem, or one that is none, does not count', () => {
    const broken = measured([p95], [1])
    const [value] = broken.values
    if (value === undefined) throw new Error('no value')
    const problem = message('budgets.missing', { name: 'x', file: 'y', near: [] })
    expect(judge([p95], { values: present({ ...broken, values: [{ ...value, problem }] }) }).status).toBe('failed')
    expect(judge([p95], { values: present({ ...broken, values: [{ ...value, value: Number.NaN }] }) }).status).toBe(
      'failed',
    )
  })
})

describe('several budgets', () => {
  const rules = [p95, { name: 'size', file: 'size.txt', value: 'bytes', max: 10 }]

  test('all are told at once, and shown as a table', () => {
    const result = judge(rules, { values: present(measured(rules, [512.3, 11])) })
    expect(told(result)).toEqual([
      'latency.p95: 512.3 ms, at most 500 ms allowed: 12.3 ms too much.',
      'size: 11, at most 10 allowed: 1 too much.',
    ])
    const table = 'table' in result ? result.table : undefined
    const cells = [table?.columns ?? [], ...(table?.rows ?? [])].map(row =>
      row.map(cell => (typeof cell === 'string' ? cell : text(cell))),
    )
    expect(cells).toEqual([
      ['budget', 'value', 'base', 'limit', 'state'],
      ['latency.p95', '512.3 ms', '–', '≤ 500 ms', 'exceeded'],
      ['size', '11', '–', '≤ 10', 'exceeded'],
    ])
  })

  test('one that fails decides before one that is awaited', () => {
    expect(judge(rules, { values: present(measured(rules, [512, undefined])) }).status).toBe('failed')
    expect(judge(rules, { values: present(measured(rules, [1, undefined])) }).status).toBe('waiting')
  })

  test('a waiver that names one takes it out', () => {
    const waivers = [
      {
        gate: 'budgets',
        match: { rule: 'size' },
        reason: 'until the new parser',
        owner: '@chen',
        expires: '2026-12-31',
      },
    ]
    expect(judge(rules, { values: present(measured(rules, [1, 11])) }, { waivers }).status).toBe('passed')
    expect(judge(rules, { values: present(measured(rules, [512, 11])) }, { waivers }).status).toBe('failed')
  })
})

test.each<[string, Rule, string]>([
  ['no limit', { max: undefined }, 'CFG-REQUIRED gates.budgets.rules[0]'],
  ['an empty range', { min: 600 }, 'CFG-IMPOSSIBLE gates.budgets.rules[0].min'],
  ['a pattern', { file: '*.json' }, 'CFG-GLOB gates.budgets.rules[0].file'],
  ['a path outside', { file: '../bench.json' }, 'GLB-PATH gates.budgets.rules[0].file'],
  ['an absolute path', { file: '/etc/passwd' }, 'GLB-PATH gates.budgets.rules[0].file'],
  ['a broken path', { value: 'a..b' }, 'CFG-TYPE gates.budgets.rules[0].value'],
  ['a path of another format', { format: 'lighthouse' }, 'CFG-TYPE gates.budgets.rules[0].value'],
  ['a share that is none', { max_increase: 'five' }, 'CFG-TYPE gates.budgets.rules[0].max_increase'],
  ['a negative amount', { max_decrease: -1 }, 'CFG-RANGE gates.budgets.rules[0].max_decrease'],
  ['a text for a number', { max: '500' }, 'CFG-TYPE gates.budgets.rules[0].max'],
])('policy: %s', (_name, over, problem) => {
  const yaml = JSON.stringify({ version: 1, gates: { budgets: { rules: [{ ...p95, ...over }] } } })
  const parsed = parsePolicy(yaml, 'p.yml', { owner: 'acme' })
  expect(parsed.ok ? [] : parsed.error.map(each => `${each.code} ${each.keyPath}`)).toContain(problem)
})

test('policy: one name twice', () => {
  const yaml = JSON.stringify({ version: 1, gates: { budgets: { rules: [p95, { ...p95, file: 'b.json' }] } } })
  const parsed = parsePolicy(yaml, 'p.yml', { owner: 'acme' })
  expect(parsed.ok ? [] : parsed.error.map(each => `${each.code} ${each.keyPath}`)).toEqual([
    'CFG-DUPID gates.budgets.rules[1].value',
  ])
})

describe('laws', () => {
  const number = fc.integer({ min: -100_000, max: 100_000 }).map(each => each / 100)
  const order: readonly GateResult['status'][] = ['passed', 'waiting', 'unknown', 'failed']
  const badness = (result: GateResult): number => order.indexOf(result.status)

  test('R-13 a larger value never improves what has a maximum, a smaller one never what has a minimum', () => {
    fc.assert(
      fc.property(number, number, number, number, (a, b, limit, base) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        const upper = { file: 'a.json', value: 'v', max: limit, max_increase: '5%' }
        expect(badness(one(upper, high, base))).toBeGreaterThanOrEqual(badness(one(upper, low, base)))
        const lower = { file: 'a.json', value: 'v', min: limit, max_decrease: 1 }
        expect(badness(one(lower, low, base))).toBeGreaterThanOrEqual(badness(one(lower, high, base)))
      }),
      { numRuns: 200 },
    )
  })

  test('R-12 a value that is gone never passes', () => {
    const rules = [p95, { name: 'size', file: 'size.txt', value: 'bytes', max: 10, max_increase: 1 }]
    fc.assert(
      fc.property(fc.array(fc.option(number), { minLength: 2, maxLength: 2 }), fc.nat(1), (numbers, gone) => {
        const whole = judge(rules, { values: present(measured(rules, numbers)) })
        const without = numbers.map((value, index) => (index === gone ? null : value))
        const result = judge(rules, { values: present(measured(rules, without)) })
        expect(result.status).toBe('failed')
        expect(badness(result)).toBeGreaterThanOrEqual(badness(whole))
      }),
      { numRuns: 100 },
    )
  })
})
