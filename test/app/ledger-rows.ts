import type { NewLedgerRow } from '../../app/store/index.ts'

/** A sign-off as the worker records it; a test states only what matters to it. */
export const ledgerRow = (fields: Partial<NewLedgerRow> = {}): NewLedgerRow => ({
  repoId: '1296269',
  subject: 'pr:2',
  headSha: 'a'.repeat(40),
  baseRef: 'main',
  policySha256: 'c'.repeat(64),
  checklist: 'deploy-readiness',
  itemId: 'rollback',
  itemHash: 'd'.repeat(64),
  actorId: '583231',
  actorType: 'User',
  signerId: '583231',
  decision: 'signed',
  via: 'tick',
  source: '72d3162e-cc78-11e3-81ab-4c9367dc0958',
  bodyHash: 'e'.repeat(64),
  covered: { 'deploy/values.yaml': 'f'.repeat(40) },
  at: 1_700_000_000_000,
  idem: 'comment:99262140:1',
  login: 'li-wei',
  reason: null,
  ...fields,
})
