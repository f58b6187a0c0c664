import { describe, expect, test } from 'vitest'
import { foldSignOffs } from '../../src/ledger/fold.ts'
import { chainRow, type LedgerFields, type LedgerRow } from '../../src/ledger/ledger.ts'
import { fields } from './rows.ts'

const row = (changes: Partial<LedgerFields>, login = 'li-wei'): LedgerRow =>
  chainRow(null, fields(changes), { login, reason: null, salt: '0' })
const fold = (...rows: readonly LedgerRow[]) =>
  foldSignOffs(rows).map(({ item, by, headSha }) => `${item} ${by.id} ${headSha}`)

describe('foldSignOffs', () => {
  test('a signed row becomes a sign-off with everything that staleness needs', () => {
    expect(foldSignOffs([row({})])).toEqual([
      {
        checklist: 'deploy-readiness',
        item: 'rollback',
        by: { id: '583231', login: 'li-wei', type: 'User' },
        at: '2023-11-14T22:13:20.000Z',
        via: 'tick',
        headSha: 'a'.repeat(40),
        baseRef: 'main',
        itemHash: 'd'.repeat(64),
        covered: { 'deploy/values.yaml': 'f'.repeat(40) },
        policySha256: 'c'.repeat(64),
        patchSha256: null,
      },
    ])
  })

  const at = (headSha: string, changes: Partial<LedgerFields> = {}) =>
    row({ headSha, signerId: '1', actorId: '1', ...changes })
  test.each<[string, readonly LedgerRow[], readonly string[]]>([
    ['nothing signed', [], []],
    ['signing again at a new head replaces the old one', [at('a'), at('b')], ['rollback 1 b']],
    ['two people sign one item', [at('a'), at('a', { signerId: '2' })], ['rollback 1 a', 'rollback 2 a']],
    ['one person signs two items', [at('a'), at('a', { itemId: 'guide' })], ['rollback 1 a', 'guide 1 a']],
    [
      'equal items of two checklists stay apart',
      [at('a'), at('a', { checklist: 'other' })],
      ['rollback 1 a', 'rollback 1 a'],
    ],
    ['revoking takes it away', [at('a'), at('a', { decision: 'revoked' })], []],
    [
      'revoking takes only one’s own away',
      [at('a'), at('a', { decision: 'revoked', signerId: '2' })],
      ['rollback 1 a'],
    ],
    ['a policy owner revokes for the signer', [at('a'), at('a', { decision: 'revoked', actorId: '9' })], []],
    ['signing after revoking counts', [at('a'), at('a', { decision: 'revoked' }), at('b')], ['rollback 1 b']],
    ['revoking what was never signed', [at('a', { decision: 'revoked' })], []],
    ['T-10 a rejected attempt never counts', [at('a', { decision: 'rejected' })], []],
    ['a rejected attempt takes nothing away', [at('a'), at('b', { decision: 'rejected' })], ['rollback 1 a']],
  ])('%s', (_name, rows, expected) => {
    expect(fold(...rows)).toEqual(expected)
  })

  test('T-85 after the name is deleted the sign-off stands under its number', () => {
    const [signOff] = foldSignOffs([{ ...row({}), personal: null }])
    expect(signOff?.by).toEqual({ id: '583231', login: '583231', type: 'User' })
  })
})
