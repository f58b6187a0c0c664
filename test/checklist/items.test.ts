import { describe, expect, test } from 'vitest'
import { hashOf } from '../../src/checklist/cover.ts'
import { evaluate } from '../../src/evaluate.ts'
import { absent, type PullRequestFacts, present, type SignOff, unknown } from '../../src/facts/facts.ts'
import { message } from '../../src/locales/message.ts'
import { ana, commit, facts, file, liWei, measured, policy, policyState, shaOf, signOff } from '../support/facts.ts'

const readiness = policy(`
version: 1
roles:
  implementer: ["@li-wei"]
gates:
  coverage: {}
checklists:
  - id: deploy-readiness
    when: { paths: ["deploy/**"] }
    items:
      - { id: rollback, text: Rollback rehearsed, role: implementer, covers: ["deploy/**"] }
      - { id: guide, text: Guide followed, role: implementer }
      - { id: coverage, text: Coverage, evidence: gates.coverage }
`)

const deploying = (overrides: Partial<PullRequestFacts> = {}): PullRequestFacts =>
  facts({
    changedFiles: present([file('deploy/values.yaml'), file('src/pay.ts')]),
    coverage: present(measured(readiness)),
    ...overrides,
  })

const checklistOf = (given: PullRequestFacts) => evaluate(policyState(readiness), given).checklists[0]
const stateOf = (given: PullRequestFacts, item: string) => checklistOf(given)?.items.find(one => one.id === item)?.state

const rollback = (overrides: Partial<SignOff> = {}, at = deploying()) => signOff(readiness, 'rollback', overrides, at)
const guide = (overrides: Partial<SignOff> = {}, at = deploying()) => signOff(readiness, 'guide', overrides, at)

/** The same pull request after a push that brought these files. */
const pushed = (files: readonly ReturnType<typeof file>[], signOffs: readonly SignOff[]): PullRequestFacts =>
  deploying({
    headSha: shaOf('d'),
    changedFiles: present(files),
    coverage: present(measured(readiness, { headSha: shaOf('d') })),
    signOffs: present(signOffs),
  })

describe('which checklists apply', () => {
  test('no changed file under its paths: skipped, and it does not hold the verdict', () => {
    const report = evaluate(policyState(readiness), facts({ coverage: present(measured(readiness)) }))
    expect(report.checklists[0]).toMatchObject({ status: 'skipped', items: [] })
    expect(report.verdict).toBe('passed')
  })

  test('T-36 a file renamed out of its paths still applies', () => {
    const moved = file('elsewhere/values.yaml', { status: 'renamed', previousPath: 'deploy/values.yaml' })
    expect(checklistOf(deploying({ changedFiles: present([moved]) }))?.status).toBe('waiting')
  })

  test('T-35 a list of files that is not complete: unknown, not skipped', () => {
    const reason = message('unknown.incomplete', { what: 'changed files', got: 3000, expected: 3500 })
    expect(checklistOf(deploying({ changedFiles: unknown(reason) }))).toMatchObject({
      status: 'unknown',
      summary: reason,
    })
  })
})

describe('sign-offs', () => {
  test('open until signed, and the role acts next', () => {
    const checklist = checklistOf(deploying())
    expect(checklist).toMatchObject({
      status: 'waiting',
      waitingFor: [{ kind: 'role', role: 'implementer' }],
    })
    expect(checklist?.summary).toEqual(message('checklist.open', { done: 1, total: 3 }))
  })

  test('all signed at this head: passed', () => {
    expect(checklistOf(deploying({ signOffs: present([rollback(), guide()]) }))?.status).toBe('passed')
  })

  test('T-30 a push makes an item without `covers` stale and says both heads', () => {
    const state = stateOf(
      pushed([file('deploy/values.yaml'), file('src/pay.ts', { blob: shaOf('2') })], [rollback(), guide()]),
      'guide',
    )
    expect(state).toMatchObject({
      status: 'stale',
      reason: message('item.stale.head', { by: 'li-wei', signed: shaOf('a'), head: shaOf('d') }),
    })
  })

  test('T-31 a push that leaves the covered files alone keeps the sign-off', () => {
    const after = pushed([file('deploy/values.yaml'), file('src/pay.ts', { blob: shaOf('2') })], [rollback()])
    expect(stateOf(after, 'rollback')?.status).toBe('done')
  })

  test.each([
    ['content', [file('deploy/values.yaml', { blob: shaOf('2') })], 1],
    ['a new covered file', [file('deploy/values.yaml'), file('deploy/new.yaml', { status: 'added' })], 1],
    ['a covered file that is no longer changed', [file('src/pay.ts')], 1],
    ['a rename', [file('deploy/v2.yaml', { status: 'renamed', previousPath: 'deploy/values.yaml' })], 2],
  ])('T-31 a push that changes %s makes it stale', (_, files, count) => {
    const outcome = evaluate(policyState(withoutWhen), { ...pushed(files, [rollback({}, deploying())]) })
    const state = outcome.checklists[0]?.items.find(item => item.id === 'rollback')?.state
    const reason = message('item.stale.files', { by: 'li-wei', signed: shaOf('a'), head: shaOf('d'), count })
    expect(state).toMatchObject({ status: 'stale', reason })
  })

  const of = (mode?: string) => file('deploy/values.yaml', mode === undefined ? {} : { newMode: mode })
  test.each([
    ['100644', '100644', 'done', undefined],
    ['100644', '100755', 'stale', 'item.stale.files'],
    ['100644', '120000', 'stale', 'item.stale.files'],
    ['100644', undefined, 'stale', 'item.stale.incomplete'],
    [undefined, '100644', 'stale', 'item.stale.incomplete'],
  ])(
    'T-36 a covered file of kind %s when it was signed and %s now, with the same content: %s',
    (was, is, status, code) => {
      const before = deploying({ changedFiles: present([of(was)]) })
      const outcome = evaluate(policyState(withoutWhen), {
        ...pushed([of(is)], [rollback({}, before)]),
      })
      const state = outcome.checklists[0]?.items.find(item => item.id === 'rollback')?.state
      expect(state).toMatchObject({ status, ...(code === undefined ? {} : { reason: { code } }) })
    },
  )

  test('T-03 another base branch makes every sign-off stale', () => {
    const retargeted = deploying({ baseRef: 'release', signOffs: present([rollback(), guide()]) })
    expect(stateOf(retargeted, 'rollback')).toMatchObject({
      status: 'stale',
      reason: message('item.stale.base', { by: 'li-wei', from: 'main', to: 'release' }),
    })
  })

  test('T-25 another text of the item makes it stale', () => {
    const reworded = deploying({ signOffs: present([rollback({ itemHash: '0'.repeat(64) })]) })
    expect(stateOf(reworded, 'rollback')).toMatchObject({
      status: 'stale',
      reason: message('item.stale.text', { by: 'li-wei', signed: shaOf('a') }),
    })
  })

  test('T-25 what was signed is told in its own words, and which part of it the policy changed', () => {
    const was = {
      text: { en: 'Rolled back', 'zh-CN': '已回滚' },
      role: 'implementer',
      covers: ['docs/**'],
      allowSelf: false,
    }
    const given = rollback({ itemHash: hashOf('rollback', was), meaning: was })
    expect(stateOf(deploying({ signOffs: present([given]) }), 'rollback')).toMatchObject({
      status: 'stale',
      reason: message('item.stale.text', {
        by: 'li-wei',
        signed: shaOf('a'),
        changed: ['text', 'covers'],
        was: { en: 'Rolled back', 'zh-CN': '已回滚' },
      }),
    })
  })

  test('T-17 somebody who left the role no longer counts', () => {
    const roles = { implementer: { members: [ana], teams: [], unresolved: [] } }
    expect(stateOf(deploying({ roles, signOffs: present([rollback()]) }), 'rollback')).toMatchObject({
      status: 'stale',
      reason: message('item.stale.membership', { by: 'li-wei', role: 'implementer' }),
    })
  })

  test('T-17 a team that cannot be read makes the item unknown, not open and not done', () => {
    const reason = message('unknown.team', { team: '@acme/implementation' })
    const roles = { implementer: { members: [], teams: [], unresolved: [{ entry: '@acme/implementation', reason }] } }
    expect(stateOf(deploying({ roles, signOffs: present([rollback()]) }), 'rollback')).toEqual({
      status: 'unknown',
      reason,
    })
  })

  test('T-16 the same login under another account id does not count', () => {
    const impostor = rollback({ by: { ...liWei, id: '999' } })
    expect(stateOf(deploying({ signOffs: present([impostor]) }), 'rollback')?.status).toBe('stale')
  })

  test('T-10 a signer who pushed afterwards no longer counts', () => {
    const given = deploying({
      commits: present([commit(), commit({ contributors: [liWei] })]),
      signOffs: present([rollback()]),
    })
    expect(stateOf(given, 'rollback')).toMatchObject({
      status: 'stale',
      reason: message('item.stale.contributor', { by: 'li-wei' }),
    })
  })

  test('T-21 a commit since that belongs to nobody: anybody could be behind it, the signer too', () => {
    const commits = present([commit(), commit({ sha: shaOf('9'), unattributed: ['Somebody'] })])
    expect(stateOf(deploying({ commits, signOffs: present([rollback()]) }), 'rollback')).toMatchObject({
      status: 'stale',
      reason: message('item.stale.unattributed', { by: 'li-wei', sha: shaOf('9'), name: 'Somebody' }),
    })
  })

  test('two signatures are two people', () => {
    const twice = policy(`
version: 1
roles: { implementer: ["@li-wei", "@ana"] }
checklists:
  - id: c
    items: [{ id: rollback, text: Rollback, role: implementer, count: 2 }]
`)
    const roles = { implementer: { members: [liWei, ana], teams: [], unresolved: [] } }
    const by = (who: typeof ana, via: SignOff['via']) => signOff(twice, 'rollback', { by: who, via })
    const status = (signOffs: readonly SignOff[]) =>
      evaluate(policyState(twice), facts({ roles, signOffs: present(signOffs) })).checklists[0]?.status
    expect(status([by(liWei, 'tick'), by(liWei, 'command')])).toBe('waiting')
    expect(status([by(liWei, 'tick'), by(ana, 'tick')])).toBe('passed')
  })

  test('without an App nobody can sign, and it says so', () => {
    const checklist = checklistOf(deploying({ signOffs: absent }))
    expect(checklist).toMatchObject({
      status: 'waiting',
      summary: message('checklist.noLedger', { done: 1, total: 3 }),
    })
  })

  test('B-D02 a ledger that does not verify makes the checklist unknown', () => {
    expect(checklistOf(deploying({ signOffs: unknown(message('unknown.ledger', { seq: 4 })) }))?.status).toBe('unknown')
  })
})

const withoutWhen = {
  ...readiness,
  checklists: readiness.checklists.map(({ when: _, ...checklist }) => checklist),
}

describe('evidence', () => {
  test('ticks while its gate passes', () => {
    expect(stateOf(deploying(), 'coverage')).toMatchObject({
      status: 'done',
      evidence: message('item.evidence.holds', { gate: 'coverage' }),
    })
  })

  test('opens again when its gate does not, and whoever the gate waits for acts next', () => {
    const late = deploying({ coverage: absent, signOffs: present([rollback(), guide()]) })
    expect(stateOf(late, 'coverage')?.status).toBe('open')
    expect(checklistOf(late)?.waitingFor).toEqual([{ kind: 'ci' }])
  })
})
