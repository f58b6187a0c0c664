import type { GrantedWaiver, SignOff } from '../facts/facts.ts'
import type { LedgerRow } from './ledger.ts'

/** In the place of a checklist: the row is about a gate. No checklist is called so. */
export const aboutGate = ''

/**
 * Sign-offs that stand after all rows of one subject, first row first: the newest per checklist, item, environment and signer,
 * in the order in which they were given. A revocation takes the signer's away, a rejected attempt changes nothing.
 * Whether one still holds for today's head is not decided here.
 */
export const foldSignOffs = (rows: Iterable<LedgerRow>): readonly SignOff[] =>
  standing(rows, 'signed')
    .filter(row => row.checklist !== aboutGate)
    .map(signOff)

/** Waivers that stand after all rows of one subject: the newest per gate and person. Those of the policy are not here. */
export const foldWaivers = (rows: Iterable<LedgerRow>): readonly GrantedWaiver[] =>
  standing(rows, 'waived')
    .filter(row => row.via !== 'policy')
    .map(granted)

function standing(rows: Iterable<LedgerRow>, decision: LedgerRow['decision']): readonly LedgerRow[] {
  const found = new Map<string, LedgerRow>()
  for (const row of rows) {
    if (row.decision === 'rejected' || row.decision === 'delegated' || row.decision === 'deleted') continue
    const key = JSON.stringify([row.checklist, row.itemId, row.signerId, row.environment])
    found.delete(key)
    if (row.decision === decision) found.set(key, row)
  }
  return [...found.values()]
}

const granted = (row: LedgerRow): GrantedWaiver => ({
  gate: row.itemId,
  by: { id: row.signerId, login: row.personal?.login ?? row.signerId, type: row.actorType },
  at: new Date(row.at).toISOString(),
  reason: row.personal?.reason ?? '',
  headSha: row.headSha,
  baseRef: row.baseRef,
})

const signOff = (row: LedgerRow): SignOff => ({
  checklist: row.checklist,
  item: row.itemId,
  // Without the personal part the number is all that is left of the name.
  by: { id: row.signerId, login: row.personal?.login ?? row.signerId, type: row.actorType },
  at: new Date(row.at).toISOString(),
  via: row.via === 'policy' ? 'command' : row.via,
  headSha: row.headSha,
  baseRef: row.baseRef,
  itemHash: row.itemHash,
  covered: row.covered,
  policySha256: row.policySha256,
  patchSha256: row.patchSha256,
  ...(row.environment === null ? {} : { environment: row.environment }),
  ...(row.conditions === null ? {} : { conditions: row.conditions }),
})
