import type { Delegation, GrantedWaiver, SignOff } from '../facts/facts.ts'
import type { LedgerRow } from './ledger.ts'

/** In the place of a checklist: the row is about a gate. No checklist is called so. */
export const aboutGate = ''

/**
 * Sign-offs that stand after all rows of one subject, first row first: the newest per checklist, item, environment and signer,
 * in the order in which they were given. A revocation takes the signer's away, a rejected attempt changes nothing.
 * Whether one still holds for today's head is not decided here.
 */
export function foldSignOffs(rows: Iterable<LedgerRow>): readonly SignOff[] {
  const all = [...rows]
  // The last name by which each account acted here.
  const logins = new Map(all.flatMap(row => (row.personal === null ? [] : [[row.actorId, row.personal.login]])))
  return standing(all, 'signed')
    .filter(row => row.checklist !== aboutGate)
    .map(row => signOff(row, id => logins.get(id) ?? id))
}

/** Waivers that stand after all rows of one subject: the newest per gate and person. Those of the policy are not here. */
export const foldWaivers = (rows: Iterable<LedgerRow>): readonly GrantedWaiver[] =>
  standing(rows, 'waived')
    .filter(row => row.via !== 'policy')
    .map(granted)

/** Delegations that nobody took back, the newest per checklist, item and pair of people. They may be past their last day. */
export function foldDelegations(rows: Iterable<LedgerRow>): readonly Delegation[] {
  const found = new Map<string, Delegation>()
  for (const row of rows) {
    if (!isAboutDelegation(row) || row.onBehalfOf === null || row.expiresAt === null) continue
    const key = JSON.stringify([row.checklist, row.itemId, row.onBehalfOf, row.signerId])
    found.delete(key)
    if (row.decision === 'revoked') continue
    found.set(key, {
      checklist: row.checklist,
      item: row.itemId,
      from: { id: row.onBehalfOf, login: row.personal?.login ?? row.onBehalfOf },
      to: { id: row.signerId, login: row.personal?.reason ?? row.signerId },
      until: row.expiresAt,
    })
  }
  return [...found.values()]
}

/** A sign-off that is taken back names no last day; a delegation always does. */
const isAboutDelegation = ({ decision, expiresAt }: LedgerRow): boolean =>
  decision === 'delegated' || (decision === 'revoked' && expiresAt !== null)

const decidesNothing: ReadonlySet<LedgerRow['decision']> = new Set(['rejected', 'deleted', 'edited'])

function standing(rows: Iterable<LedgerRow>, decision: LedgerRow['decision']): readonly LedgerRow[] {
  const found = new Map<string, LedgerRow>()
  for (const row of rows) {
    if (decidesNothing.has(row.decision) || isAboutDelegation(row)) continue
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

const signOff = (row: LedgerRow, loginOf: (id: string) => string): SignOff => ({
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
  ...(row.onBehalfOf === null ? {} : { onBehalfOf: { id: row.onBehalfOf, login: loginOf(row.onBehalfOf) } }),
})
