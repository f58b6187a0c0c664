import { describe, expect, test } from 'vitest'
import { decide } from '../../src/checklist/decide.ts'
import { type DelegateRequest, decideDelegation, revocableDelegations } from '../../src/checklist/delegate.ts'
import type { DelegationEnd } from '../../src/checklist/judge.ts'
import { evaluate } from '../../src/evaluate.ts'
import { type Account, type Delegation, type PullRequestFacts, present, unknown } from '../../src/facts/facts.ts'
import { message } from '../../src/locales/message.ts'
import { ana, chen, commit, facts, liWei, person, policy, policyState, shaOf, signOff } from '../support/facts.ts'

const mia = person('mia', '104')
const noor = person('noor', '105')
const parsed = policy(`
version: 1
roles: { implementer: ["@li-wei", "@mia"], policy-owner: ["@noor"] }
checklists:
  - id: readiness
    items:
      - { id: rollback, text: Rollback, role: implementer, delegable: true, count: 2 }
      - { id: guide, text: Guide, role: implementer }
`)
const roles = {
  implementer: { members: [liWei, mia], teams: [], unresolved: [] },
  'policy-owner': { members: [noor], teams: [], unresolved: [] },
}
/** It is 20 November 2026. */
const given = (overrides: Partial<PullRequestFacts> = {}) => facts({ roles, ...overrides })
const delegation = (overrides: Partial<Delegation> = {}): Delegation => ({
  checklist: 'readiness',
  item: 'rollback',
  from: liWei,
  to: ana,
  until: '2026-12-01',
  ...overrides,
})
const ask = (overrides: Partial<DelegateRequest> = {}, at = given()) => {
  const request = { actor: liWei, viaApp: false, login: 'ana', to: ana, items: ['rollback'], until: '2026-12-01' }
  return decideDelegation({ ...request, ...overrides }, parsed, at)
}
const replyOf = (overrides: Partial<DelegateRequest>, at?: PullRequestFacts) => {
  const { decisions, replies } = ask(overrides, at)
  return [
    decisions.map(one => one.decision).join(),
    replies[0]?.code,
    (replies[0]?.params as { why?: string } | undefined)?.why,
  ]
}

describe('who may let whom sign', () => {
  test('a member of the role, somebody who has contributed nothing, until a day', () => {
    const { decisions, replies } = ask()
    expect(decisions).toMatchObject([{ decision: 'delegated', item: 'rollback', to: ana, until: '2026-12-01' }])
    expect(replies).toEqual([
      message('app.reply.delegated', { login: 'li-wei', to: 'ana', item: 'rollback', until: '2026-12-01' }),
    ])
  })

  test.each<[string, Partial<DelegateRequest>, Partial<PullRequestFacts>, string, string | undefined]>([
    ['the policy does not allow it', { items: ['guide'] }, {}, 'app.reply.delegate.not', 'policy'],
    ['nobody of that login', { to: null }, {}, 'app.reply.delegate.not', 'unknown'],
    ['a bot', { to: { ...ana, type: 'Bot' } }, {}, 'app.reply.delegate.not', 'unknown'],
    ['oneself', { to: liWei }, {}, 'app.reply.delegate.not', 'self'],
    ['somebody of the role', { to: mia }, {}, 'app.reply.delegate.not', 'member'],
    ['the author', { to: chen }, {}, 'app.reply.delegate.not', 'contributor'],
    [
      'T-21 a commit that belongs to nobody',
      {},
      { commits: present([commit({ unattributed: ['Somebody'] })]) },
      'app.reply.unattributed',
      undefined,
    ],
    ['the same again', {}, { delegations: [delegation()] }, 'app.reply.delegate.not', 'already'],
    ['no login', { login: '' }, {}, 'app.reply.delegate.usage', undefined],
    ['no day', { until: '' }, {}, 'app.reply.delegate.usage', undefined],
    ['yesterday', { until: '2026-11-19' }, {}, 'app.reply.delegate.date', undefined],
    ['more than 30 days', { until: '2026-12-21' }, {}, 'app.reply.delegate.date', undefined],
    ['a day that is none', { until: '2026-11-31' }, {}, 'app.reply.delegate.date', undefined],
    ['B-K13 no day at all', { until: "';--" }, {}, 'app.reply.delegate.date', undefined],
    ['B-K03 an item that is none', { items: ['x'] }, {}, 'app.reply.noSuchItem', undefined],
    ['T-14 an app in the name of the person', { viaApp: true }, {}, 'app.reply.viaApp', undefined],
    ['B-K12 closed', {}, { state: 'closed' }, 'app.reply.notOpen', undefined],
  ])('refused, nothing recorded: %s', (_, request, overrides, code, why) => {
    expect(replyOf(request, given(overrides))).toEqual(['', code, why])
  })

  test.each([
    ['2026-11-20', 'delegated'],
    ['2026-12-20', 'delegated'],
  ])('the first and the last day that can be: %s', (until, decision) => {
    expect(ask({ until }).decisions.map(one => one.decision)).toEqual([decision])
  })

  test('T-10 somebody outside the role: refused and recorded, a delegate too: one level only', () => {
    expect(replyOf({ actor: ana, to: noor })).toEqual(['rejected', 'app.reply.notInRole', undefined])
    const at = given({ delegations: [delegation()] })
    expect(replyOf({ actor: ana, to: noor }, at)).toEqual(['rejected', 'app.reply.notInRole', undefined])
  })

  test('B-K02 a member who has contributed cannot let others do what they may not', () => {
    const at = given({ commits: present([commit({ contributors: [liWei] })]) })
    expect(replyOf({}, at)).toEqual(['rejected', 'app.reply.contributor', undefined])
  })

  test('T-17 a role that cannot be read: nothing recorded', () => {
    const reason = message('unknown.team', { team: '@acme/x' })
    const implementer = { members: [], teams: [], unresolved: [{ entry: '@acme/x', reason }] }
    expect(replyOf({}, given({ roles: { ...roles, implementer } }))).toEqual(['', 'app.reply.roleUnknown', undefined])
  })

  test('with no item named: those that the policy lets delegate', () => {
    expect(ask({ items: [] }).decisions.map(one => one.item)).toEqual(['rollback'])
  })
})

describe('signing for somebody', () => {
  const sign = (actor: typeof ana, at: PullRequestFacts) =>
    decide(
      { kind: 'sign', items: [], actor, viaApp: false, seenHead: shaOf('a'), quiet: false },
      parsed,
      at,
      evaluate(policyState(parsed), at).checklists,
    )

  test('is recorded with the name of both', () => {
    const { decisions, replies } = sign(ana, given({ delegations: [delegation()] }))
    expect(decisions).toMatchObject([
      { decision: 'signed', item: 'rollback', signer: ana, onBehalfOf: liWei, until: '2026-12-01' },
    ])
    expect(replies).toEqual([
      message('app.reply.signedFor', { login: 'ana', by: 'li-wei', item: 'rollback', head: shaOf('a') }),
    ])
  })

  test.each<[string, Partial<Delegation>, Partial<PullRequestFacts>]>([
    ['past its last day', { until: '2026-11-19' }, {}],
    ['for another item', { item: 'guide' }, {}],
    ['given by somebody who left the role', { from: noor }, {}],
    ['given by somebody who contributed since', {}, { commits: present([commit({ contributors: [liWei] })]) }],
  ])('not with a delegation %s', (_, overrides, more) => {
    expect(sign(ana, given({ delegations: [delegation(overrides)], ...more })).decisions).toEqual([])
  })
})

describe('judged again', () => {
  const signed = signOff(parsed, 'rollback', { by: ana, onBehalfOf: liWei })
  const stateOf = (overrides: Partial<PullRequestFacts>, signOffs = [signed]) =>
    evaluate(policyState(parsed), given({ signOffs: present(signOffs), ...overrides })).checklists[0]?.items[0]?.state
  const reasonOf = (overrides: Partial<PullRequestFacts>) => {
    const state = stateOf(overrides)
    return state?.status === 'stale' ? state.reason : state?.status
  }
  const because = (why: DelegationEnd) => message('item.stale.delegation', { by: 'ana', from: 'li-wei', why })

  test('it holds while the delegation does', () => {
    expect(reasonOf({ delegations: [delegation()] })).toBe('open')
    expect(stateOf({ delegations: [delegation()] })).toMatchObject({ signOffs: [{ valid: true, onBehalfOf: liWei }] })
    expect(reasonOf({ delegations: [delegation({ until: '2026-11-20' })] })).toBe('open')
  })

  test('taken back, or past its last day', () => {
    expect(reasonOf({ delegations: [] })).toEqual(because('revoked'))
    expect(reasonOf({ delegations: [delegation({ to: noor })] })).toEqual(because('revoked'))
    expect(reasonOf({ delegations: [delegation({ until: '2026-11-19' })] })).toEqual(because('expired'))
  })

  test('T-17 the one who delegated left the role, or nobody can tell', () => {
    const implementer = { members: [mia], teams: [], unresolved: [] }
    expect(reasonOf({ delegations: [delegation()], roles: { ...roles, implementer } })).toEqual(because('left'))
    const reason = message('unknown.team', { team: '@acme/x' })
    const blind = { members: [mia], teams: [], unresolved: [{ entry: '@acme/x', reason }] }
    expect(reasonOf({ delegations: [delegation()], roles: { ...roles, implementer: blind } })).toBe('unknown')
  })

  test('T-10 either of them contributed since; commits that nobody could read', () => {
    const by = (who: Account) => present([commit({ contributors: [who] })])
    const delegations = [delegation()]
    expect(reasonOf({ delegations, commits: by(liWei) })).toEqual(because('contributor'))
    expect(reasonOf({ delegations, commits: by(ana) })).toEqual(message('item.stale.contributor', { by: 'ana' }))
    const commits = unknown(message('unknown.notFetched', { what: 'commits' }))
    expect(reasonOf({ delegations: [delegation()], commits })).toBe('unknown')
  })

  test('two people who sign by one authority are one', () => {
    const own = signOff(parsed, 'rollback', { by: liWei })
    const other = signOff(parsed, 'rollback', { by: noor, onBehalfOf: liWei })
    const delegations = [delegation(), delegation({ to: noor })]
    expect(stateOf({ delegations }, [signed, own])?.status).toBe('open')
    expect(stateOf({ delegations }, [signed, other])?.status).toBe('open')
    expect(stateOf({ delegations }, [signed, signOff(parsed, 'rollback', { by: mia })])?.status).toBe('done')
  })

  test('whoever came into the role needs nobody’s leave any more', () => {
    const implementer = { members: [liWei, ana], teams: [], unresolved: [] }
    expect(stateOf({ delegations: [], roles: { ...roles, implementer } })).toMatchObject({
      signOffs: [{ valid: true }],
    })
  })
})

describe('taken back', () => {
  const at = given({ delegations: [delegation(), delegation({ to: noor }), delegation({ from: mia })] })
  const pairs = (actor: typeof ana, items: readonly string[]) =>
    revocableDelegations(items, actor, parsed, at).map(({ delegation: one }) => `${one.from.login} ${one.to.login}`)

  test('B-K08 by whoever gave it, by policy owners where they name the item, by nobody else', () => {
    expect(pairs(liWei, ['rollback'])).toEqual(['li-wei ana', 'li-wei noor'])
    expect(pairs(liWei, [])).toEqual(['li-wei ana', 'li-wei noor'])
    expect(pairs(noor, ['rollback'])).toEqual(['li-wei ana', 'li-wei noor', 'mia ana'])
    expect(pairs(noor, [])).toEqual([])
    expect(pairs(ana, ['rollback'])).toEqual([])
    expect(pairs(liWei, ['guide'])).toEqual([])
  })
})
