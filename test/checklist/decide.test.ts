import { describe, expect, test } from 'vitest'
import { decide, type SignRequest } from '../../src/checklist/decide.ts'
import { evaluate } from '../../src/evaluate.ts'
import { type Account, type PullRequestFacts, present, unknown } from '../../src/facts/facts.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { ana, chen, commit, facts, file, liWei, policy, policyState, shaOf, signOff } from '../support/facts.ts'

const readiness = policy(`
version: 1
roles:
  implementer: ["@li-wei", "@chen"]
  policy-owner: ["@ana"]
gates: { coverage: {} }
checklists:
  - id: deploy-readiness
    items:
      - { id: rollback, text: Rollback rehearsed, role: implementer, covers: ["deploy/**"] }
      - { id: guide, text: Guide followed, role: implementer, allow_self: true }
      - { id: coverage, text: Coverage, evidence: gates.coverage }
`)

const roles = {
  implementer: { members: [liWei, chen], teams: [], unresolved: [] },
  'policy-owner': { members: [ana], teams: [], unresolved: [] },
}
const open = (overrides: Partial<PullRequestFacts> = {}) =>
  facts({ roles, changedFiles: present([file('deploy/values.yaml')]), ...overrides })

const ask = (overrides: Partial<SignRequest> = {}, given = open()) => {
  const request: SignRequest = {
    kind: 'sign',
    items: ['rollback'],
    actor: liWei,
    viaApp: false,
    seenHead: shaOf('a'),
    quiet: false,
    ...overrides,
  }
  return decide(request, readiness, given, evaluate(policyState(readiness), given).checklists)
}
const told = (overrides: Partial<SignRequest>, given?: PullRequestFacts): readonly Message[] =>
  ask(overrides, given).replies
const recorded = (overrides: Partial<SignRequest>, given?: PullRequestFacts) =>
  ask(overrides, given).decisions.map(decision => `${decision.decision} ${decision.item} ${decision.signer.login}`)

describe('signing', () => {
  test('a member of the role signs, bound to the covered content', () => {
    const known = open({ changedFiles: present([{ ...file('deploy/values.yaml'), newMode: '100644' }]) })
    const [decision] = ask({}, known).decisions
    expect(decision).toMatchObject({ decision: 'signed', item: 'rollback', signer: liWei })
    expect(Object.keys(decision?.covered ?? {})).toEqual(['deploy/values.yaml'])
  })

  test('T-36 where nobody knows which of the files are programs or links, it is bound to the head alone', () => {
    expect(ask().decisions[0]).toMatchObject({ decision: 'signed', covered: null })
  })

  test("with no item named: every open item of the person's roles", () => {
    expect(recorded({ items: [] })).toEqual(['signed rollback li-wei', 'signed guide li-wei'])
  })

  test('B-K01 T-10 somebody outside the role: recorded as refused, told why', () => {
    expect(recorded({ actor: ana })).toEqual(['rejected rollback ana'])
    expect(told({ actor: ana })).toEqual([
      message('app.reply.notInRole', { login: 'ana', role: 'implementer', item: 'rollback' }),
    ])
  })

  test('B-K02 T-10 the author, although in the role', () => {
    expect(recorded({ actor: chen })).toEqual(['rejected rollback chen'])
    expect(told({ actor: chen })).toEqual([message('app.reply.contributor', { login: 'chen' })])
  })

  test('the author may where the policy allows it', () => {
    expect(recorded({ actor: chen, items: ['guide'] })).toEqual(['signed guide chen'])
  })

  test('B-K02 a co-author or committer', () => {
    const given = open({ commits: present([commit({ contributors: [chen, liWei] })]) })
    expect(recorded({}, given)).toEqual(['rejected rollback li-wei'])
  })

  test('T-21 a commit that belongs to no account proves nobody independent: nothing recorded, SHA named', () => {
    const given = open({ commits: present([commit({ sha: shaOf('9'), unattributed: ['Somebody'] })]) })
    expect(recorded({}, given)).toEqual([])
    expect(told({}, given)).toEqual([
      message('app.reply.unattributed', { login: 'li-wei', sha: shaOf('9'), name: 'Somebody' }),
    ])
  })

  test('T-35 commits that could not be read completely', () => {
    const given = open({
      commits: unknown(message('unknown.incomplete', { what: 'commits', got: 250, expected: 300 })),
    })
    expect(recorded({}, given)).toEqual([])
    expect(told({}, given)).toEqual([message('app.reply.commitsUnknown', { login: 'li-wei' })])
  })

  test('a team that cannot be read: nothing recorded, and it says what is missing', () => {
    const reason = message('unknown.team', { team: '@acme/implementation' })
    const given = open({
      roles: { implementer: { members: [], teams: [], unresolved: [{ entry: '@acme/implementation', reason }] } },
    })
    expect(recorded({}, given)).toEqual([])
    expect(told({}, given)).toEqual([
      message('app.reply.roleUnknown', { login: 'li-wei', role: 'implementer', unread: ['@acme/implementation'] }),
    ])
  })

  test.each<[string, Partial<SignRequest>, Partial<PullRequestFacts>, Message]>([
    [
      'T-14 B-K15 a bot',
      { actor: { ...liWei, type: 'Bot' } satisfies Account },
      {},
      message('app.reply.bot', { login: 'li-wei' }),
    ],
    ["T-14 an app in the person's name", { viaApp: true }, {}, message('app.reply.viaApp', { login: 'li-wei' })],
    ['B-K12 a merged pull request', {}, { state: 'merged' }, message('app.reply.notOpen', { state: 'merged' })],
    [
      'T-33 shown another head',
      { seenHead: shaOf('0') },
      {},
      message('app.reply.headMoved', { login: 'li-wei', seen: shaOf('0'), head: shaOf('a') }),
    ],
    [
      'T-33 shown nothing yet',
      { seenHead: null },
      {},
      message('app.reply.headMoved', { login: 'li-wei', seen: null, head: shaOf('a') }),
    ],
    [
      'B-K03 an item that does not exist',
      { items: ['nope'] },
      {},
      message('app.reply.noSuchItem', { items: ['nope'], known: ['rollback', 'guide'] }),
    ],
    [
      'an item ticked by evidence',
      { items: ['coverage'] },
      {},
      message('app.reply.evidenceItem', { item: 'coverage' }),
    ],
  ])('%s: nothing recorded', (_, request, given, reply) => {
    expect(recorded(request, open(given))).toEqual([])
    expect(told(request, open(given))).toEqual([reply])
  })

  test('B-K14 signing again changes nothing', () => {
    const given = open({ signOffs: present([signOff(readiness, 'rollback', {}, open())]) })
    expect(recorded({}, given)).toEqual([])
    expect(told({}, given)).toEqual([
      message('app.reply.alreadySigned', { login: 'li-wei', item: 'rollback', head: shaOf('a') }),
    ])
  })

  test('a stale sign-off is given anew', () => {
    const old = signOff(readiness, 'rollback', { headSha: shaOf('0'), covered: null }, open())
    expect(recorded({}, open({ signOffs: present([old]) }))).toEqual(['signed rollback li-wei'])
  })

  test('an approving review is silent about what it may not sign', () => {
    expect(told({ quiet: true, actor: ana })).toEqual([])
    expect(told({ quiet: true, seenHead: null })).toEqual([])
  })
})

describe('revoking', () => {
  const signed = open({ signOffs: present([signOff(readiness, 'rollback', {}, open())]) })

  test('the signer takes it back', () => {
    expect(recorded({ kind: 'revoke' }, signed)).toEqual(['revoked rollback li-wei'])
  })

  test("B-K08 a policy owner takes another person's back; the row names whose it was", () => {
    expect(recorded({ kind: 'revoke', actor: ana }, signed)).toEqual(['revoked rollback li-wei'])
  })

  test('B-K08 anybody else cannot', () => {
    expect(recorded({ kind: 'revoke', actor: chen }, signed)).toEqual([])
    expect(told({ kind: 'revoke', actor: chen }, signed)).toEqual([
      message('app.reply.notYours', { login: 'chen', item: 'rollback' }),
    ])
  })

  test('without an item: all that the person signed', () => {
    expect(recorded({ kind: 'revoke', items: [] }, signed)).toEqual(['revoked rollback li-wei'])
  })

  test('nothing to take back', () => {
    expect(told({ kind: 'revoke' })).toEqual([message('app.reply.notSigned', { item: 'rollback' })])
  })
})

describe('T-14 B-K15 bots', () => {
  const withBot = policy(`
version: 1
roles: { implementer: ["@li-wei"] }
checklists:
  - id: c
    items:
      - { id: restore, text: Restored, role: implementer, bots: [777] }
      - { id: guide, text: Guide followed, role: implementer }
`)
  const robot: Account = { id: '777', login: 'restore[bot]', type: 'Bot' }
  const given = facts()
  const wish = (overrides: Partial<SignRequest>, at = given) => {
    const request = { kind: 'sign', items: [], actor: robot, viaApp: true, seenHead: shaOf('a'), quiet: false } as const
    const { decisions, replies } = decide(
      { ...request, ...overrides },
      withBot,
      at,
      evaluate(policyState(withBot), at).checklists,
    )
    return [decisions.map(one => `${one.decision} ${one.item}`).join(), replies[0]?.code]
  }

  test('only those that the item names by number, and only that item', () => {
    expect(wish({})).toEqual(['signed restore', 'app.reply.signed'])
    expect(wish({ items: ['guide'] })).toEqual(['rejected guide', 'app.reply.notInRole'])
    expect(wish({ actor: { ...robot, id: '778' } })).toEqual(['', 'app.reply.bot'])
    expect(wish({ seenHead: shaOf('9') })).toEqual(['', 'app.reply.headMoved'])
  })

  test('not a person of that number, and nobody by way of an app', () => {
    expect(wish({ actor: { ...robot, type: 'User' }, viaApp: false })).toEqual(['', 'app.reply.nothingToSign'])
    expect(wish({ actor: liWei })).toEqual(['', 'app.reply.viaApp'])
  })

  test('T-26 not one that has contributed', () => {
    const at = facts({ commits: present([commit({ contributors: [robot] })]) })
    expect(wish({}, at)).toEqual(['rejected restore', 'app.reply.contributor'])
  })

  test('counts while the item names it', () => {
    const state = (id: string) =>
      evaluate(
        policyState(withBot),
        facts({ signOffs: present([signOff(withBot, 'restore', { by: { ...robot, id } })]) }),
      ).checklists[0]?.items[0]?.state.status
    expect(state('777')).toBe('done')
    expect(state('778')).toBe('stale')
  })
})
