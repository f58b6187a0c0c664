import { type ChainHead, chainRow, type LedgerFields, type LedgerRow } from '../../src/ledger/ledger.ts'

/** A row states only what matters to its test. */
export const fields = (changes: Partial<LedgerFields> = {}): LedgerFields => ({
  repoId: '1',
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
  environment: null,
  patchSha256: null,
  conditions: null,
  onBehalfOf: null,
  expiresAt: null,
  ...changes,
})

/** `changes` may set the login and reason as well. */
export function chain(
  length: number,
  { reason = null, ...changes }: Partial<LedgerFields> & { readonly reason?: string | null } = {},
): readonly LedgerRow[] {
  const rows: LedgerRow[] = []
  let prev: ChainHead | null = null
  for (let n = 1; n <= length; n++) {
    const row = chainRow(prev, fields({ idem: `${n}`, ...changes }), { login: 'li-wei', reason, salt: `salt-${n}` })
    rows.push(row)
    prev = row
  }
  return rows
}

export function head(rows: readonly LedgerRow[], chainSeq: number): ChainHead {
  const row = rows[chainSeq - 1]
  if (!row) throw new Error(`there is no row ${chainSeq}`)
  return { repoId: row.repoId, chainSeq: row.chainSeq, hash: row.hash }
}
