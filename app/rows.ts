import type { Decision, SignRequest } from '../src/checklist/decide.ts'
import type { DelegationDecision } from '../src/checklist/delegate.ts'
import type { PolicyState } from '../src/evaluate.ts'
import type { Account, PullRequestFacts, SignOff } from '../src/facts/facts.ts'
import { aboutGate } from '../src/ledger/fold.ts'
import type { LedgerRow } from '../src/ledger/ledger.ts'
import type { Intent } from './events/intent.ts'
import { sha256 } from './publication.ts'
import type { InboxRow, NewLedgerRow } from './store/index.ts'

/** Of a row that is bound to no content and given for nobody else. */
export const bindsNothing = {
  covered: null,
  environment: null,
  patchSha256: null,
  conditions: null,
  onBehalfOf: null,
  expiresAt: null,
} as const

/** What was judged, and by which policy. */
const judgedBy = (facts: PullRequestFacts, { origin }: Extract<PolicyState, { state: 'present' }>) => ({
  repoId: facts.repository.id,
  subject: `pr:${facts.number}`,
  headSha: facts.headSha,
  baseRef: facts.baseRef,
  policySha256: origin.source === 'base' ? origin.sha256 : '',
})

/** A row about an item: signed, taken back, or tried by somebody who may not. */
export function ledgerRow(input: {
  readonly decision: Decision
  readonly request: SignRequest
  readonly facts: PullRequestFacts
  readonly policy: Extract<PolicyState, { state: 'present' }>
  readonly row: InboxRow
  readonly via: SignOff['via']
  readonly idem: string
  readonly text: string
  readonly at: number
}): NewLedgerRow {
  const { decision, request, facts, policy } = input
  const ref = decision.environment === null ? decision.item : `${decision.item}@${decision.environment}`
  return {
    ...judgedBy(facts, policy),
    checklist: decision.checklist,
    itemId: decision.item,
    itemHash: decision.itemHash,
    actorId: request.actor.id,
    actorType: request.actor.type,
    signerId: decision.signer.id,
    decision: decision.decision,
    via: input.via,
    source: input.row.deliveryId,
    bodyHash: sha256(input.text),
    covered: decision.covered,
    environment: decision.environment,
    patchSha256: decision.patchSha256,
    conditions: decision.conditions,
    onBehalfOf: decision.onBehalfOf?.id ?? null,
    expiresAt: decision.until,
    at: input.at,
    idem: `${input.idem}:${decision.checklist}:${ref}:${decision.signer.id}`,
    login: request.actor.login,
    // The person's own words stay although they may delete the comment (security.md T-15).
    reason: decision.reason?.code ?? (input.via === 'command' ? input.text : null),
  }
}

/** A row about a gate: waived, taken back, or tried by somebody who may not. */
export function gateRow(input: {
  readonly decision: 'waived' | 'revoked' | 'rejected'
  readonly gate: string
  readonly reason: string | null
  readonly actor: Account
  readonly signer: Account
  readonly via: 'command' | 'policy'
  readonly facts: PullRequestFacts
  readonly policy: Extract<PolicyState, { state: 'present' }>
  /** `null`: nobody's wish, but the policy's. */
  readonly row: InboxRow | null
  readonly text: string
  readonly at: number
  readonly idem: string
}): NewLedgerRow {
  const { facts, policy, actor } = input
  return {
    ...judgedBy(facts, policy),
    checklist: aboutGate,
    itemId: input.gate,
    itemHash: '',
    actorId: actor.id,
    actorType: actor.type,
    signerId: input.signer.id,
    decision: input.decision,
    via: input.via,
    source: input.row?.deliveryId ?? 'policy',
    bodyHash: sha256(input.text),
    ...bindsNothing,
    at: input.at,
    idem: input.idem,
    login: actor.login,
    reason: input.reason,
  }
}

/** A row about a delegation: given, taken back, or tried by somebody who may not. */
export function delegationRow(input: {
  readonly decision: Omit<DelegationDecision, 'decision'> & {
    readonly decision: DelegationDecision['decision'] | 'revoked'
  }
  /** Who gave it; another than the actor when a policy owner takes it back. */
  readonly from: { readonly id: string }
  readonly actor: Account
  readonly facts: PullRequestFacts
  readonly policy: Extract<PolicyState, { state: 'present' }>
  readonly row: InboxRow
  readonly text: string
  readonly at: number
  readonly idem: string
}): NewLedgerRow {
  const { decision, from, facts, policy, actor } = input
  return {
    ...judgedBy(facts, policy),
    checklist: decision.checklist,
    itemId: decision.item,
    itemHash: decision.itemHash,
    actorId: actor.id,
    actorType: actor.type,
    signerId: decision.to.id,
    decision: decision.decision,
    via: 'command',
    source: input.row.deliveryId,
    bodyHash: sha256(input.text),
    ...bindsNothing,
    onBehalfOf: from.id,
    expiresAt: decision.until,
    at: input.at,
    idem: input.idem,
    login: actor.login,
    // The other one's login is personal too, and shown until they have signed.
    reason: decision.reason === null ? decision.to.login : decision.reason.code,
  }
}

/** A row about the comment of an earlier one. `bodyHash` is that of the comment as it is now, or as it was last. */
export function noteRow(input: {
  readonly intent: Extract<Intent, { kind: 'comment-deleted' | 'comment-edited' }>
  /** The row by a command of that comment. */
  readonly original: LedgerRow
  readonly facts: PullRequestFacts
  readonly policy: Extract<PolicyState, { state: 'present' }>
  readonly row: InboxRow
  readonly at: number
}): NewLedgerRow {
  const { intent, original, facts, policy } = input
  const actor = intent.actor ?? { id: '0', login: '', type: 'User' }
  const bodyHash = intent.kind === 'comment-edited' ? sha256(intent.after) : original.bodyHash
  const event = intent.kind === 'comment-edited' ? 'edited' : 'deleted'
  return {
    ...judgedBy(facts, policy),
    checklist: original.checklist,
    itemId: original.itemId,
    itemHash: original.itemHash,
    actorId: actor.id,
    actorType: actor.type,
    signerId: original.signerId,
    decision: event,
    via: 'command',
    source: input.row.deliveryId,
    bodyHash,
    ...bindsNothing,
    environment: original.environment,
    at: input.at,
    idem: `comment:${intent.commentId}:${event}${event === 'edited' ? `:${bodyHash}` : ''}`,
    login: actor.login,
    reason: null,
  }
}
