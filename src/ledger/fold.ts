import type { SignOff } from '../facts/facts.ts'
import type { LedgerRow } from './ledger.ts'

/**
 * Sign-offs that stand after all rows of one subject, first row first: the newest per checklist, item and signer,
 * in the order in which they were given. A revocation takes the signer's away, a rejected attempt changes nothing.
 * Whether one still holds for today's head is not decided here.
 */
export function foldSignOffs(rows: Iterable<LedgerRow>): readonly SignOff[] {
  const standing = new Map<string, SignOff>()
  for (const row of rows) {
    if (row.decision === 'rejected') continue
    const key = JSON.stringify([row.checklist, row.itemId, row.signerId])
    standing.delete(key)
    if (row.decision === 'signed') standing.set(key, signOff(row))
  }
  return [...standing.values()]
}

const signOff = (row: LedgerRow): SignOff => ({
  checklist: row.checklist,
  item: row.itemId,
  // Without the personal part the number is all that is left of the name.
  by: { id: row.signerId, login: row.personal?.login ?? row.signerId, type: row.actorType },
  at: new Date(row.at).toISOString(),
  via: row.via,
  headSha: row.headSha,
  baseRef: row.baseRef,
  itemHash: row.itemHash,
  covered: row.covered,
})
