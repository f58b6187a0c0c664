import { describe, expect, test } from 'vitest'
import { decide } from '../../src/checklist/decide.ts'
import { decideDelegation } from '../../src/checklist/delegate.ts'
import { evaluate } from '../../src/evaluate.ts'
import { type Account, type Delegation, type PullRequestFacts, present } from '../../src/facts/facts.ts'
import { ana, facts, liWei, person, policy, policyState, signOff } from '../support/facts.ts'

const mia = person('mia', '104')
const parsed = policy(`
version: 1
roles: { implementer: ["@li-wei"] }
checklists:
  - id: readiness
    items:
      - { id: guide, text: Guide, role: implementer, delegable: true, environments: [prod-a, prod-b] }
      - { id: rollback, text: Rollback, role: implementer }
environments: { prod-a: { roles: { implementer: ["@mia"] } }, prod-b: {} }
`)
const role = (...members: Account[]) => ({ members, teams: [], unresolved: [] })
const roles = { implementer: role(liWei), 'implementer@prod-a': role(mia) }
const given = (overrides: Partial<PullRequestFacts> = {}) => facts({ roles, ...overrides })

const signs = (actor: Account, at = given(), items: readonly string[] = []) => {
  const { headSha } = at
  const request = { kind: 'sign', items, actor, viaApp: false, seenHead: headSha, quiet: false } as const
  const { checklists } = evaluate(policyState(parsed), at)
  return decide(request, parsed, at, checklists).decisions.map(
    ({ decision, item, environment }) => `${decision} ${item}@${environment}`,
  )
}

describe('an environment with people of its own', () => {
  test('each signs for the environments whose people they are, and for what has none', () => {
    expect(signs(mia)).toEqual(['signed guide@prod-a'])
    expect(signs(liWei)).toEqual(['signed guide@prod-b', 'signed rollback@null'])
  })

  test('who names all of them is refused for the others', () => {
    expect(signs(liWei, given(), ['guide'])).toEqual(['rejected guide@prod-a', 'signed guide@prod-b'])
  })

  test('T-17 a sign-off by the people of another environment is none', () => {
    const state = (by: Account) => {
      const signOffs = present([signOff(parsed, 'guide', { by, environment: 'prod-a' }, given())])
      const [list] = evaluate(policyState(parsed), given({ signOffs })).checklists
      return list?.items.find(item => item.environment === 'prod-a')?.state.status
    }
    expect([state(mia), state(liWei)]).toEqual(['done', 'stale'])
  })

  test('they delegate for theirs, and that counts nowhere else', () => {
    const request = { actor: mia, viaApp: false, login: 'ana', to: ana, items: ['guide'], until: '2026-12-01' }
    expect(decideDelegation(request, parsed, given()).decisions).toMatchObject([{ decision: 'delegated', to: ana }])
    const one: Delegation = { checklist: 'readiness', item: 'guide', from: mia, to: ana, until: '2026-12-01' }
    expect(signs(ana, given({ delegations: [one] }))).toEqual(['signed guide@prod-a'])
  })

  test('after the merge people sign where the policy holds deployments, and nowhere else', () => {
    expect(signs(mia, given({ state: 'merged' }))).toEqual(['signed guide@prod-a'])
    expect(signs(mia, given({ state: 'closed' }))).toEqual([])
    const without = { ...parsed, environments: {} }
    const at = given({ state: 'merged' })
    const request = {
      kind: 'sign',
      items: [],
      actor: liWei,
      viaApp: false,
      seenHead: at.headSha,
      quiet: false,
    } as const
    expect(decide(request, without, at, []).decisions).toEqual([])
  })
})
