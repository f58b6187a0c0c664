import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate.ts'
import { type CheckResult, type PullRequestFacts, present } from '../../src/facts/facts.ts'
import { budgetName, budgetSource } from '../../src/gates/budgets/options.ts'
import { localeTags } from '../../src/locales/index.ts'
import { message } from '../../src/locales/message.ts'
import { renderComment } from '../../src/render/comment.ts'
import { liveParts } from '../render/markdown.ts'
import { links } from '../render/reports.ts'
import { facts, policy, policyState, shaOf } from '../support/facts.ts'

const evil = '@org/team #1 <b> [x](http://evil.example) `|`'

const rules = [
  { name: `${evil}1`, file: 'a b@c.json', value: 'v', max: 1, unit: '@me <i>' },
  { name: `${evil}2`, file: 'b.json', value: 'w', max_increase: 1, max: 99, unit: '#7' },
  { name: `${evil}3`, file: 'c.json', value: 'w', max: 1 },
]
const parsed = policy(
  JSON.stringify({
    version: 1,
    gates: {
      environments: {
        matrix: { os: [evil, 'b'], db: ['x', `${evil}y`] },
        required: [`e2e @all {os} {db}`],
        deployments: '@env {os} {db}',
      },
      checks: { required: [{ name: evil }, { name: `${evil} *`, min: 2 }, { name: 'status', status: 'x' }] },
      budgets: { rules },
    },
  }),
)

const check = (name: string, state: CheckResult['state'], slug: string | null): CheckResult => ({
  kind: 'check',
  name,
  app: slug === null ? null : { id: '1', slug },
  creator: null,
  workflow: { name: evil, event: 'push' },
  state,
  at: '2026-11-20T11:00:00Z',
  url: 'http://evil.example',
})

const values = (numbers: readonly (number | null)[]) => {
  const budgets = parsed.gates.budgets?.rules ?? []
  const fault = { kind: 'missing', path: evil, reached: evil, found: 'object', near: evil } as const
  return present({
    schemaVersion: 1 as const,
    headSha: shaOf('a'),
    scope: '',
    cells: [],
    problems: [],
    values: budgets.map((rule, index) => ({
      name: budgetName(rule),
      file: rule.file,
      value: numbers[index] ?? null,
      source: budgetSource(rule),
      ...(numbers[index] === null
        ? { problem: message('budgets.fault', { name: budgetName(rule), file: rule.file, fault }) }
        : {}),
    })),
  })
}

const cases: Readonly<Record<string, Partial<PullRequestFacts>>> = {
  failed: {
    checks: present([
      check(evil, 'failed', 'github-actions'),
      check(evil, 'passed', evil),
      check(`e2e @all b x`, 'skipped', 'github-actions'),
    ]),
    deployments: present([
      {
        environment: '@env b x',
        state: 'inactive',
        sha: shaOf('a'),
        at: '2026-11-20T11:00:00Z',
        creator: { id: '1', login: 'github-actions[bot]', type: 'Bot' },
      },
      {
        environment: '@env b x',
        state: 'success',
        sha: shaOf('a'),
        at: '2026-11-20T11:00:00Z',
        creator: { id: '2', login: evil, type: 'User' },
      },
    ]),
    values: values([5, 5, null]),
  },
  waiting: { checks: present([check(`${evil}z`, 'passed', evil)]), values: values([0.5, 5, 0.5]) },
  unknown: { checks: present([check(evil, 'passed', null)]) },
}

describe.each(localeTags)('T-60 T-61 names from outside stay inert: %s', locale => {
  test.each(Object.entries(cases))('%s', (verdict, over) => {
    const report = evaluate(policyState(parsed), facts(over))
    expect(report.gates.map(each => each.result.status)).toContain(verdict)
    const text = renderComment(report, { locale, links, signing: 'app', marker: '12' })
    expect(liveParts(text, ['github.example', 'gates.example'])).toEqual([])
    expect(text).not.toMatch(/undefined|NaN|\[object/)
  })
})
