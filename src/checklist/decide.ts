import type { Account, PullRequestFacts } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import type { Policy } from '../policy/schema.ts'
import type { ChecklistOutcome } from '../report.ts'
import { patchSha256 } from './carry.ts'
import { coveredFiles, lacksModes } from './cover.ts'
import { bindsFiles, isAllowedBot } from './judge.ts'
import { applicableItems, isNamed, type Place, placeRef } from './places.ts'
import type { ItemPolicy } from './policy.ts'
import { refOf } from './ref.ts'
import { delegationFor, hasOwnRight, isMember, refusal, roleOf, selfProblem } from './right.ts'
import { rowOf, type SignRow } from './row.ts'

/** A person's wish to sign or to take a signature back, from whichever input it came. */
export interface SignRequest {
  readonly kind: 'sign' | 'revoke'
  /** Items, each as `guide` or `guide@prod-a`; empty: every open item that the person may sign. */
  readonly items: readonly string[]
  /** Only what is for this environment. Left out: for any. */
  readonly environment?: string
  /** Items, named likewise, that are left alone. Left out: none. */
  readonly except?: readonly string[]
  /** Open points that the person accepts. Left out: none. */
  readonly conditions?: readonly string[]
  readonly actor: Account
  /** Made by another app in the person's name; such wishes are refused. */
  readonly viaApp: boolean
  /** Head SHA of what the person was shown; `null` when that cannot be told. */
  readonly seenHead: string | null
  /** Items, as `guide@prod-a`, that the person was shown otherwise than they are now, or not at all. Left out: none. */
  readonly unseen?: readonly string[]
  /** An approving review signs what it may and is silent about the rest. */
  readonly quiet: boolean
}

/** One row for the ledger; a rejection is recorded too. */
export interface Decision extends SignRow {
  readonly decision: 'signed' | 'revoked' | 'rejected'
  /** Whose sign-off it is; another than the actor when a policy owner revokes. */
  readonly signer: { readonly id: string; readonly login: string }
  /** Why a rejection was one. */
  readonly reason: Message | null
}

export interface Decided {
  readonly decisions: readonly Decision[]
  /** What the person is told, in one reply. */
  readonly replies: readonly Message[]
}

/**
 * Judges a wish against the roles and the head as they are now. Never throws on input; whatever cannot be verified is
 * refused with the cause.
 */
export function decide(
  request: SignRequest,
  policy: Policy,
  facts: PullRequestFacts,
  outcomes: readonly ChecklistOutcome[],
): Decided {
  const all = applicableItems(policy, facts)
  // What a bot writes always comes by its own app.
  const isBot = all.some(place => isAllowedBot(request.actor, place.item))
  const refused = refuseAll(request, policy, facts, isBot)
  if (refused !== null) return { decisions: [], replies: request.quiet ? [] : [refused] }

  const { environment } = request
  const places = (environment === undefined ? all : all.filter(place => place.environment === environment)).filter(
    place => !isLeftAlone(place, request.except ?? []),
  )
  const missing = request.items.filter(name => !places.some(place => isNamed(place, name)))
  const chosen =
    request.items.length > 0
      ? places.filter(place => request.items.some(name => isNamed(place, name)))
      : places.filter(place => place.item.role !== undefined && concerns(request, place, facts, outcomes))

  const decided = chosen.map(place =>
    request.kind === 'sign' ? sign(request, place, facts, outcomes) : revoke(request, place, policy, facts, outcomes),
  )
  const replies = decided.flatMap(one => one.reply ?? [])
  if (missing.length > 0) {
    const known = all.filter(place => place.item.role !== undefined).map(placeRef)
    const items = missing.map(name => (environment === undefined ? name : `${name}@${environment}`))
    replies.push(message('app.reply.noSuchItem', { items: items.slice(0, 10), known }))
  }
  if (chosen.length === 0 && missing.length === 0) {
    replies.push(message('app.reply.nothingToSign', { login: request.actor.login, kind: request.kind }))
  }
  return { decisions: decided.flatMap(one => one.decisions ?? []), replies: request.quiet ? [] : replies }
}

/** Left alone are the items that are named, and `@prod-a`: whatever is for that environment. */
const isLeftAlone = (place: Place, except: readonly string[]): boolean =>
  except.some(name => isNamed(place, name) || name === `@${place.environment}`)

/** Reasons that concern the whole wish and not one item. */
function refuseAll(request: SignRequest, policy: Policy, facts: PullRequestFacts, isAllowed: boolean): Message | null {
  const { id, login } = request.actor
  const acting = isAllowed ? ({ actor: { id, login, type: 'User' }, viaApp: false } as const) : request
  const refused = refusal(acting, facts, policy)
  if (refused !== null) return refused
  if (request.kind === 'sign' && request.seenHead !== facts.headSha) {
    return message('app.reply.headMoved', { login, seen: request.seenHead, head: facts.headSha })
  }
  return null
}

/** With no item named: for signing, the open items of the person's roles; for revoking, what the person has signed. */
function concerns(
  request: SignRequest,
  place: Place,
  facts: PullRequestFacts,
  outcomes: readonly ChecklistOutcome[],
): boolean {
  if (request.kind === 'revoke') return signedBy(request.actor, place, outcomes)
  const { actor } = request
  const may = hasOwnRight(actor, place, facts) || delegationFor(actor, place, facts) !== null
  return may && !hasValid(actor, place, outcomes)
}

interface One {
  readonly decisions?: readonly Decision[]
  readonly reply?: Message
}

function sign(request: SignRequest, place: Place, facts: PullRequestFacts, outcomes: readonly ChecklistOutcome[]): One {
  const { item } = place
  const login = request.actor.login
  if (item.role === undefined) return { reply: message('app.reply.evidenceItem', { item: item.id }) }
  const role = roleOf(place, facts)
  const delegation = hasOwnRight(request.actor, place, facts) ? null : delegationFor(request.actor, place, facts)
  if (delegation === null && !hasOwnRight(request.actor, place, facts)) {
    const unread = role.unresolved.map(entry => entry.entry)
    return unread.length > 0
      ? { reply: message('app.reply.roleUnknown', { login, role: item.role, unread }) }
      : reject(request, place, message('app.reply.notInRole', { login, role: item.role, item: placeRef(place) }))
  }
  if (!item.allow_self) {
    const self = selfProblem(request.actor, facts)
    if (self !== null) return self.certain ? reject(request, place, self.reason) : { reply: self.reason }
  }
  if (request.unseen?.includes(placeRef(place)) === true) {
    return { reply: message('app.reply.itemMoved', { login, item: placeRef(place) }) }
  }
  const conditions = request.conditions ?? []
  const told = { login, item: placeRef(place), head: facts.headSha }
  if (conditions.length > 0 && !item.conditional) {
    return { reply: message('app.reply.unconditional', { login, item: told.item, points: conditions }) }
  }
  if (hasValid(request.actor, place, outcomes, conditions)) return { reply: message('app.reply.alreadySigned', told) }
  const open = conditions.length > 0
  const onBehalfOf = delegation?.from ?? null
  const bound = { conditions: open ? conditions : null, onBehalfOf, until: delegation?.until ?? null }
  const decision = { ...rowOf(place), ...contentOf(item, facts), ...bound }
  return {
    decisions: [{ ...decision, decision: 'signed', signer: request.actor, reason: null }],
    reply: open
      ? message('app.reply.signedOpen', { ...told, points: conditions })
      : onBehalfOf === null
        ? message('app.reply.signed', told)
        : message('app.reply.signedFor', { ...told, by: onBehalfOf.login }),
  }
}

/** What the signature is bound to beside the head. */
export function contentOf(item: ItemPolicy, { changedFiles }: PullRequestFacts) {
  const covered = changedFiles.state === 'present' ? coveredFiles(item, changedFiles.value) : null
  return {
    // Without the modes another push could put a program in the place of a text.
    covered: covered !== null && bindsFiles(item) && lacksModes(covered) ? null : covered,
    patchSha256: item.carry === 'never' ? null : patchSha256(changedFiles),
  }
}

function revoke(
  request: SignRequest,
  place: Place,
  policy: Policy,
  facts: PullRequestFacts,
  outcomes: readonly ChecklistOutcome[],
): One {
  const { actor } = request
  const item = placeRef(place)
  const owners = policy.roles['policy-owner'] === undefined ? undefined : facts.roles['policy-owner']
  const owner = owners !== undefined && isMember(actor.id, owners)
  const all = signers(place, outcomes)
  if (all.length === 0) return { reply: message('app.reply.notSigned', { item }) }
  const own = all.filter(signer => signer.id === actor.id)
  if (own.length === 0 && !owner) return { reply: message('app.reply.notYours', { login: actor.login, item }) }
  const taken = own.length > 0 ? own : all
  return {
    decisions: taken.map(signer => ({
      ...rowOf(place),
      decision: 'revoked',
      signer: { id: signer.id, login: signer.login },
      reason: null,
    })),
    reply: message('app.reply.revoked', { login: actor.login, item }),
  }
}

const reject = (request: SignRequest, place: Place, reason: Message): One => ({
  decisions: [
    { ...rowOf(place), decision: 'rejected', signer: request.actor, covered: null, patchSha256: null, reason },
  ],
  reply: reason,
})

function signers(place: Place, outcomes: readonly ChecklistOutcome[]) {
  const checklist = outcomes.find(outcome => outcome.checklist === place.checklist.id)
  const state = checklist?.items.find(item => refOf(item) === placeRef(place))?.state
  return state === undefined || state.status === 'unknown' ? [] : state.signOffs
}

const signedBy = (actor: Account, place: Place, outcomes: readonly ChecklistOutcome[]): boolean =>
  signers(place, outcomes).some(signer => signer.id === actor.id)

/** Signed, with these open points where they are told. */
const hasValid = (
  actor: Account,
  place: Place,
  outcomes: readonly ChecklistOutcome[],
  conditions?: readonly string[],
): boolean =>
  signers(place, outcomes).some(
    signer =>
      signer.id === actor.id && signer.valid && (conditions === undefined || samePoints(signer.conditions, conditions)),
  )

const samePoints = (a: readonly string[] = [], b: readonly string[]): boolean =>
  a.length === b.length && a.every(point => b.includes(point))
