import { describe, expect, test } from 'vitest'
import { decide, type SignRequest } from '../../src/checklist/decide.ts'
import { evaluate } from '../../src/evaluate.ts'
import { type PullRequestFacts, present, type SignOff } from '../../src/facts/facts.ts'
import { message } from '../../src/locales/message.ts'
import { ana, facts, liWei, policy, policyState, shaOf, signOff } from '../support/facts.ts'

const parsed = policy(`
version: 1
roles: { implementer: ["@li-wei", "@ana"] }
checklists:
  - id: readiness
    items:
      - { id: guide, text: Guide followed, role: implementer, environments: [prod-a, prod-b], count: 2 }
      - { id: rollback, text: Rollback rehearsed, role: implementer, conditional: false }
      - { id: faq, text: FAQ, role: implementer }
`)
const roles = { implementer: { members: [liWei, ana], teams: [], unresolved: [] } }
const given = (signOffs: readonly SignOff[] = []) => facts({ roles, signOffs: present(signOffs) })
const report = (at: PullRequestFacts) => evaluate(policyState(parsed), at).checklists
const ask = (overrides: Partial<SignRequest>, at = given()) =>
  decide(
    { kind: 'sign', items: [], actor: liWei, viaApp: false, seenHead: shaOf('a'), quiet: false, ...overrides },
    parsed,
    at,
    report(at),
  )
const recorded = (overrides: Partial<SignRequest>, at?: PullRequestFacts) =>
  ask(overrides, at).decisions.map(one => `${one.decision} ${one.item} ${one.environment} ${one.signer.login}`)
const on = (environment: string, by = liWei) => signOff(parsed, 'guide', { by, environment })

describe('environments', () => {
  test('an item stands once for each of them, and each needs its own people', () => {
    const states = (signOffs: readonly SignOff[]) =>
      report(given(signOffs))[0]?.items.map(item => `${item.id} ${item.environment} ${item.state.status}`)
    expect(states([])).toEqual([
      'guide prod-a open',
      'guide prod-b open',
      'rollback undefined open',
      'faq undefined open',
    ])
    expect(states([on('prod-a'), on('prod-a', ana)])?.slice(0, 2)).toEqual(['guide prod-a done', 'guide prod-b open'])
    expect(states([on('prod-a'), on('prod-b', ana)])?.slice(0, 2)).toEqual(['guide prod-a open', 'guide prod-b open'])
    // One that was given for all of them, before the item had any, is for none.
    const plain = [liWei, ana].map(by => signOff(parsed, 'guide', { by }))
    expect(states(plain)?.slice(0, 2)).toEqual(['guide prod-a open', 'guide prod-b open'])
  })

  test('one, by option or by name; all of them by the id of the item', () => {
    expect(recorded({ items: ['guide'], environment: 'prod-a' })).toEqual(['signed guide prod-a li-wei'])
    expect(recorded({ items: ['guide@prod-b'] })).toEqual(['signed guide prod-b li-wei'])
    expect(recorded({ items: ['guide'] })).toEqual(['signed guide prod-a li-wei', 'signed guide prod-b li-wei'])
    expect(recorded({ environment: 'prod-b' })).toEqual(['signed guide prod-b li-wei'])
  })

  test('B-K03 an environment that the item does not have', () => {
    const known = ['guide@prod-a', 'guide@prod-b', 'rollback', 'faq']
    expect(ask({ items: ['guide'], environment: 'prod-c' }).replies).toEqual([
      message('app.reply.noSuchItem', { items: ['guide@prod-c'], known }),
    ])
    expect(ask({ items: ['rollback@prod-a'] }).replies).toEqual([
      message('app.reply.noSuchItem', { items: ['rollback@prod-a'], known }),
    ])
  })

  test('B-K14 taken back, and signed already, each for itself', () => {
    const at = given([on('prod-a'), on('prod-b')])
    expect(recorded({ kind: 'revoke', items: ['guide@prod-a'] }, at)).toEqual(['revoked guide prod-a li-wei'])
    expect(recorded({ kind: 'revoke', environment: 'prod-b' }, at)).toEqual(['revoked guide prod-b li-wei'])
    expect(recorded({ items: ['guide'] }, given([on('prod-a')]))).toEqual(['signed guide prod-b li-wei'])
  })
})

describe('open points', () => {
  const conditions = ['#123', 'acme/api#7']

  test('are recorded with the sign-off, told first, and count', () => {
    const { decisions, replies } = ask({ items: ['faq'], conditions })
    expect(decisions).toMatchObject([{ decision: 'signed', item: 'faq', conditions }])
    expect(replies).toEqual([
      message('app.reply.signedOpen', { login: 'li-wei', item: 'faq', head: shaOf('a'), points: conditions }),
    ])
    const signed = report(given([signOff(parsed, 'faq', { conditions })]))[0]?.items.at(-1)
    expect(signed?.state).toMatchObject({ status: 'done', signOffs: [{ conditions, valid: true }] })
  })

  test('not where the policy wants none: nothing recorded', () => {
    const { decisions, replies } = ask({ items: ['rollback'], conditions })
    expect(decisions).toEqual([])
    expect(replies).toEqual([
      message('app.reply.unconditional', { login: 'li-wei', item: 'rollback', points: conditions }),
    ])
  })

  test('and a policy that comes to want none makes them stale', () => {
    const item = report(given([signOff(parsed, 'rollback', { conditions })]))[0]?.items[2]
    expect(item?.state).toMatchObject({
      status: 'stale',
      reason: message('item.stale.conditional', { by: 'li-wei', signed: shaOf('a'), points: conditions }),
    })
  })

  test('signing again with other points, or without, is another decision; with the same it is not', () => {
    const at = given([signOff(parsed, 'faq', { conditions })])
    expect(recorded({ items: ['faq'] }, at)).toEqual(['signed faq null li-wei'])
    expect(recorded({ items: ['faq'], conditions: ['#123'] }, at)).toEqual(['signed faq null li-wei'])
    expect(recorded({ items: ['faq'], conditions: conditions.toReversed() }, at)).toEqual([])
  })
})
