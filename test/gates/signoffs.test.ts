import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate.ts'
import { absent, type PullRequestFacts, present } from '../../src/facts/facts.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { facts, file, policy, policyState, signOff } from '../support/facts.ts'

const text = (extra = '') => `version: 1
roles: { implementer: ["@li-wei"] }
gates: { signoffs: { ${extra} } }
checklists:
  - id: readiness
    level: warn
    when: { paths: ["deploy/**"] }
    items: [{ id: rollback, text: Rollback rehearsed, role: implementer }]
  - { id: other, level: info, items: [{ id: guide, text: Guide followed, role: implementer }] }
`
const changed = present([file('deploy/values.yaml')])

function judge(over: Partial<PullRequestFacts>, extra?: string) {
  const parsed = policy(text(extra))
  const report = evaluate(policyState(parsed), facts({ changedFiles: changed, ...over }))
  return report.gates[0]?.result
}

describe('signoffs', () => {
  const parsed = policy(text())
  const at = facts({ changedFiles: changed })
  const both = present([signOff(parsed, 'rollback', {}, at), signOff(parsed, 'guide', {}, at)])

  test('waits for whoever may sign, and passes once every item is done', () => {
    expect(judge({})).toMatchObject({ status: 'waiting', waitingFor: [{ kind: 'role', role: 'implementer' }] })
    expect(judge({ signOffs: present([signOff(parsed, 'rollback', {}, at)]) })).toMatchObject({ status: 'waiting' })
    expect(judge({ signOffs: both })).toMatchObject({ status: 'passed' })
  })

  test('only the checklists that it names', () => {
    const one = present([signOff(parsed, 'rollback', {}, at)])
    expect(judge({ signOffs: one }, 'checklists: [readiness]')).toMatchObject({ status: 'passed' })
    expect(judge({ changedFiles: present([file('src/a.ts')]) }, 'checklists: [readiness]')).toMatchObject({
      status: 'passed',
      summary: { code: 'signoffs.none' },
    })
  })

  test('R-12 without a ledger nobody has signed; a ledger that cannot be read is unknown', () => {
    expect(judge({ signOffs: absent })?.status).toBe('waiting')
    const reason = { code: 'unknown.ledger', params: { seq: 3 } } as const
    expect(judge({ signOffs: { state: 'unknown', reason } })?.status).toBe('unknown')
  })

  test.each([
    ['a checklist that is not there', text('checklists: [readyness]'), 'CFG-CHECKLIST'],
    [
      'evidence that goes in a circle',
      text().replace('role: implementer }]\n  -', 'evidence: gates.signoffs }]\n  -'),
      'CFG-EVIDENCE',
    ],
  ])('%s is refused', (_, source, code) => {
    const read = parsePolicy(source, 'policy.yml', { owner: 'acme' })
    expect(read.ok ? [] : read.error.map(one => one.code)).toEqual([code])
  })
})
