import { describe, expect, test } from 'vitest'
import { fromComments, type ReadComment, withComments } from '../../src/checklist/from-comments.ts'
import { evaluate } from '../../src/evaluate.ts'
import { type Account, absent, present } from '../../src/facts/facts.ts'
import { ana, chen, commit, facts, file, liWei, policy, policyState, shaOf } from '../support/facts.ts'

const parsed = policy(`version: 1
roles: { implementer: ["@li-wei"], policy-owner: ["@ana"] }
gates:
  docs: { rules: [{ id: d, kind: deployment, when: ["deploy/**"], update: ["docs/**"] }] }
  signoffs: { from: comments }
checklists:
  - id: readiness
    items:
      - { id: rollback, text: Rollback rehearsed, role: implementer }
      - { id: guide, text: Guide followed, role: implementer }
`)
const roles = {
  implementer: { members: [liWei], teams: [], unresolved: [] },
  'policy-owner': { members: [ana], teams: [], unresolved: [] },
}
const at = facts({ roles, signOffs: absent, waivers: absent, changedFiles: present([file('deploy/values.yaml')]) })
const head = shaOf('a').slice(0, 7)

let last = 0
const comment = (author: Account | null, body: string, over: Partial<ReadComment> = {}): ReadComment => {
  last += 1
  return { id: String(last), author, createdAt: '2026-11-20T11:00:00Z', edited: false, body, ...over }
}

function judge(...comments: readonly ReadComment[]) {
  const found = fromComments(comments, parsed, at)
  const report = evaluate(policyState(parsed), withComments(at, found))
  const states = Object.fromEntries(report.gates.map(({ gate, result }) => [gate, result.status]))
  return { ...states, signed: found.signOffs.map(one => `${one.by.login} ${one.item}`), told: found.notices.length }
}

describe('sign-offs from comments, where no App keeps a ledger', () => {
  test('count for the head that they name', () => {
    expect(judge(comment(liWei, `/sign-off --sha ${head}`))).toMatchObject({
      signoffs: 'passed',
      signed: ['li-wei rollback', 'li-wei guide'],
      told: 0,
    })
    expect(judge(comment(liWei, `/sign-off rollback --sha ${head}`))).toMatchObject({ signoffs: 'waiting' })
  })

  test.each([
    ['T-33 B-K07 no head', comment(liWei, '/sign-off')],
    ['T-30 B-K07 another head', comment(liWei, '/sign-off --sha bbbbbbb')],
    ['T-13 B-K10 an edited comment', comment(liWei, `/sign-off --sha ${head}`, { edited: true })],
    ['T-14 B-K15 a bot', comment({ ...liWei, type: 'Bot' }, `/sign-off --sha ${head}`)],
    ['B-W16 nobody', comment(null, `/sign-off --sha ${head}`)],
    ['B-K01 somebody outside the role', comment(ana, `/sign-off rollback guide --sha ${head}`)],
    ['T-10 B-K02 the author', comment(chen, `/sign-off rollback guide --sha ${head}`)],
    ['B-K04 a quote', comment(liWei, `> /sign-off --sha ${head}`)],
  ])('%s does not count', (_, given) => {
    expect(judge(given)).toMatchObject({ signoffs: 'waiting' })
  })

  test('what does not count is told, with the command that would', () => {
    expect(judge(comment(liWei, '/sign-off'), comment(liWei, '/sign-off', { edited: true })).told).toBe(2)
  })

  test('the last word of a person counts', () => {
    const both = comment(liWei, `/sign-off --sha ${head}`)
    expect(judge(both, comment(liWei, `/revoke guide --sha ${head}`))).toMatchObject({ signed: ['li-wei rollback'] })
    expect(judge(both, comment(ana, `/revoke guide --sha ${head}`))).toMatchObject({ signoffs: 'passed' })
  })
})

describe('waivers from comments', () => {
  const waive = (author: Account, reason = 'Hotfix, the guide follows today') =>
    comment(author, `/waive docs --sha ${head} ${reason}`)

  test('by a role that may, with a reason', () => {
    expect(judge()).toMatchObject({ docs: 'failed' })
    expect(judge(waive(ana))).toMatchObject({ docs: 'waived' })
  })

  test.each([
    ['T-10 by the author', waive(chen)],
    ['by another role', waive(liWei)],
    ['B-K09 without a reason', waive(ana, '')],
  ])('%s: nothing', (_, given) => {
    expect(judge(given)).toMatchObject({ docs: 'failed' })
  })
})

describe('as in the App', () => {
  const rules = policy(`version: 1
roles: { implementer: ["@li-wei"] }
gates: { signoffs: { from: comments } }
checklists:
  - id: readiness
    items:
      - { id: guide, text: Guide followed, role: implementer, environments: [prod-a, prod-b] }
      - { id: strict, text: Nothing is open, role: implementer, conditional: false }
`)
  const states = (given: typeof at, ...bodies: readonly string[]) => {
    const found = fromComments(
      bodies.map(body => comment(liWei, `${body} --sha ${head}`)),
      rules,
      given,
    )
    const items = evaluate(policyState(rules), withComments(given, found)).checklists[0]?.items ?? []
    return { states: items.map(item => item.state.status), told: found.notices.map(notice => notice.message.code) }
  }

  test('environments and open points', () => {
    expect(states(at, '/sign-off guide --env prod-a')).toEqual({ states: ['done', 'open', 'open'], told: [] })
    expect(states(at, '/sign-off', '/revoke guide@prod-b').states).toEqual(['done', 'open', 'done'])
    expect(states(at, '/sign-off strict --open #1').states).toEqual(['open', 'open', 'stale'])
    expect(states(at, '/sign-off guide --open #1').states).toEqual(['done', 'done', 'open'])
    expect(states(at, '/sign-off guide --open soon')).toEqual({
      states: ['open', 'open', 'open'],
      told: ['app.reply.openPoints'],
    })
  })

  test('T-21 a commit that belongs to nobody: nobody can be shown to be independent of it', () => {
    const commits = present([commit({ unattributed: ['Somebody'] })])
    expect(states({ ...at, commits }, '/sign-off').states).toEqual(['stale', 'stale', 'stale'])
  })

  test('nobody records a delegation, and that is said', () => {
    expect(states(at, '/delegate @ana guide until 2026-12-01').told).toEqual(['signoffs.comment.delegate'])
  })
})
