import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { CheckResult } from '../../src/facts/facts.ts'
import { stagesOf } from '../../src/gates/rollout/stages.ts'
import { rollout } from '../../src/gates/rollout.ts'
import { sectionsOf } from '../../src/markdown/read.ts'
import type { ChecklistOutcome } from '../../src/report.ts'
import { context, facts } from '../support/facts.ts'

type Options = z.input<typeof rollout.options>

const hour = 3_600_000
const plan = '## Rollout plan\n- staging for 1h\n- canary 10 % for 24h\n- production\n'
const rehearsed = '## Rollback plan\nhelm rollback pay\n- [x] rehearsed on staging\n'

function judge(
  body: string,
  options: Options = {},
  over: Partial<typeof context> = {},
  checks: readonly CheckResult[] = [],
) {
  const known = { ...facts(), body, linkedIssues: [], checks }
  return rollout.evaluate(known, rollout.options.parse(options), { ...context, risk: 'high', ...over })
}

const said = (result: ReturnType<typeof judge>): readonly string[] =>
  'findings' in result ? (result.findings ?? []).map(one => one.message.code.slice('rollout.'.length)) : []

describe('stages', () => {
  test.each([
    ['- staging\n- production', ['staging null null', 'production null null']],
    ['- canary 10 % for 24h\n- production', [`canary 10 ${24 * hour}`, 'production null null']],
    [
      'staging → canary 5 % (2 days) → production',
      ['staging null null', `canary 5 ${48 * hour}`, 'production null null'],
    ],
    ['- staging -> production, bake 30 min', ['staging null null', `production null ${hour / 2}`]],
    ['- 预发布，停留 2 小时\n- 全量', [`预发布 null ${2 * hour}`, '全量 null null']],
    ['- TODO\n- ', []],
    ['Everything at once.', []],
  ])('%j', (text, expected) => {
    const [section] = sectionsOf(`## Rollout plan\n${text}`)
    const stages = section === undefined ? [] : stagesOf(section)
    expect(stages.map(({ name, percent, bake }) => `${name} ${percent} ${bake}`)).toEqual(expected)
  })
})

describe('rollout', () => {
  test('a change of low risk needs no plan, and one of unknown risk is unknown', () => {
    expect(judge('', {}, { risk: 'medium' }).status).toBe('skipped')
    expect(judge('', { risk: ['medium', 'high'] }, { risk: 'medium' }).status).toBe('failed')
    expect(judge(plan + rehearsed, {}, { risk: 'unknown' }).status).toBe('unknown')
  })

  test.each<[string, string, Options, readonly string[]]>([
    ['plan and rehearsal', plan + rehearsed, {}, []],
    ['Chinese', '## 发布计划\n- 预发布 2 小时\n- 全量\n## 回滚方案\n- [x] 已在预发布环境演练\n', {}, []],
    ['nothing', '', {}, ['plan.missing', 'rollback.missing']],
    ['one stage', `## Rollout\n- production\n${rehearsed}`, {}, ['plan.stages']],
    ['a stage without a time', `## Rollout\n- staging\n- production\n${rehearsed}`, {}, ['plan.noBake']],
    ['too short a time', plan + rehearsed, { bake: '2h' }, ['plan.short']],
    ['no canary', `## Rollout\n- staging 1h\n- production\n${rehearsed}`, { canary: true }, ['plan.noCanary']],
    [
      'a canary of everything',
      `## Rollout\n- canary 100 % 1h\n- production\n${rehearsed}`,
      { canary: true },
      ['plan.noCanary'],
    ],
    [
      'nobody says it was rehearsed',
      `${plan}## Rollback plan\nhelm rollback pay\n- [ ] rehearsed\n`,
      {},
      ['rollback.unticked'],
    ],
    ['the best of two plans', `## Rollout plan\n\n${plan}${rehearsed}`, {}, []],
  ])('%s', (_, body, options, expected) => {
    expect(said(judge(body, options))).toEqual(expected)
    expect(judge(body, options).status).toBe(expected.length === 0 ? 'passed' : 'failed')
  })

  test('a checklist item proves the rehearsal; until it is signed people are waited for', () => {
    const outcome = (status: 'done' | 'open'): ChecklistOutcome => ({
      checklist: 'readiness',
      level: 'block',
      status: status === 'done' ? 'passed' : 'waiting',
      summary: { code: 'checklist.open', params: { done: 0, total: 1 } },
      items: [{ id: 'rollback', text: {}, role: 'implementer', count: 1, state: { status, signOffs: [] } }],
      waitingFor: [],
    })
    const options = { rollback: { item: 'rollback' } }
    expect(judge(plan, options, { checklists: () => [outcome('done')] }).status).toBe('passed')
    expect(judge(plan, options, { checklists: () => [outcome('open')] })).toMatchObject({
      status: 'waiting',
      waitingFor: [{ kind: 'role', role: 'implementer' }],
    })
    expect(judge(plan, options).status).toBe('failed')
  })

  test('a check proves it', () => {
    const check = (state: CheckResult['state'], slug = 'github-actions'): CheckResult => ({
      kind: 'check',
      name: 'rehearse',
      app: { id: '1', slug },
      creator: null,
      workflow: null,
      state,
      at: '2026-11-20T10:00:00Z',
      url: null,
    })
    const options = { rollback: { check: 'rehearse' } }
    expect(judge(plan, options, {}, [check('passed')]).status).toBe('passed')
    expect(judge(plan, options, {}, [check('pending')]).status).toBe('waiting')
    expect(judge(plan, options, {}, []).status).toBe('waiting')
    expect(judge(plan, options, {}, [check('failed')]).status).toBe('failed')
    expect(judge(plan, options, {}, [check('passed', 'somebody')]).status).toBe('waiting')
  })
})
