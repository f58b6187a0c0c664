import type { Account, PullRequestFacts, ResolvedRole } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import type { Policy } from '../policy/schema.ts'
import type { ChecklistOutcome } from '../report.ts'
import { patchSha256 } from './carry.ts'
import { coveredFiles, itemHash } from './cover.ts'
import { isContributor } from './judge.ts'
import { applicableItems, isNamed, type Place, placeRef } from './places.ts'
import type { ItemPolicy } from './policy.ts'
import { refOf } from './ref.ts'

/** A person's wish to sign or to take a signature back, from whichever input it came. */
export interface SignRequest {
  readonly kind: 'sign' | 'revoke'
  /** Items, each as `guide` or `guide@prod-a`; empty: every open item that the person may sign. */
  readonly items: readonly string[]
  /** Only what is for this environment. Left out: for any. */
  readonly environment?: string
  /** Open points that the person accepts. Left out: none. */
  readonly conditions?: readonly string[]
  readonly actor: Account
  /** Made by another app in the person's name; such wishes are refused. */
  readonly viaApp: boolean
  /** Head SHA of what the person was shown; `null` when that cannot be told. */
  readonly seenHead: string | null
  /** An approving review signs what it may and is silent about the rest. */
  readonly quiet: boolean
}

/** One row for the ledger; a rejection is recorded too. */
export interface Decision {
  readonly decision: 'signed' | 'revoked' | 'rejected'
  readonly checklist: string
  readonly item: string
  readonly itemHash: string
  /** `null`: the item has none. */
  readonly environment: string | null
  /** Open points that the signer accepted; `null`: none. */
  readonly conditions: readonly string[] | null
  /** Whose sign-off it is; another than the actor when a policy owner revokes. */
  readonly signer: { readonly id: string; readonly login: string }
  /** Files covered at this head; `null` when the list is not complete. Only for `signed`. */
  readonly covered: Readonly<Record<string, string>> | null
  /** Digest of the whole patch, where the item carries sign-offs over. */
  readonly patchSha256: string | null
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
  const refusal = refuseAll(request, facts)
  if (refusal !== null) return { decisions: [], replies: request.quiet ? [] : [refusal] }

  const all = applicableItems(policy, facts)
  const { environment } = request
  const places = environment === undefined ? all : all.filter(place => place.environment === environment)
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

/** Reasons that concern the whole wish and not one item. */
function refuseAll(request: SignRequest, facts: PullRequestFacts): Message | null {
  const login = request.actor.login
  if (request.actor.type === 'Bot') return message('app.reply.bot', { login })
  if (request.viaApp) return message('app.reply.viaApp', { login })
  if (facts.state !== 'open') return message('app.reply.notOpen', { state: facts.state })
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
  return isMember(request.actor, roleOf(place, facts)) && !hasValid(request.actor, place, outcomes)
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
  if (!isMember(request.actor, role)) {
    const unread = role.unresolved.map(entry => entry.entry)
    return unread.length > 0
      ? { reply: message('app.reply.roleUnknown', { login, role: item.role, unread }) }
      : reject(request, place, message('app.reply.notInRole', { login, role: item.role, item: placeRef(place) }))
  }
  if (!item.allow_self) {
    const self = selfProblem(request.actor, facts)
    if (self !== null) return self.certain ? reject(request, place, self.reason) : { reply: self.reason }
  }
  const conditions = request.conditions ?? []
  const told = { login, item: placeRef(place), head: facts.headSha }
  if (conditions.length > 0 && !item.conditional) {
    return { reply: message('app.reply.unconditional', { login, item: told.item, points: conditions }) }
  }
  if (hasValid(request.actor, place, outcomes, conditions)) return { reply: message('app.reply.alreadySigned', told) }
  const open = conditions.length > 0
  const decision = { ...rowOf(place), ...contentOf(item, facts), conditions: open ? conditions : null }
  return {
    decisions: [{ ...decision, decision: 'signed', signer: request.actor, reason: null }],
    reply: open ? message('app.reply.signedOpen', { ...told, points: conditions }) : message('app.reply.signed', told),
  }
}

/** What the signature is bound to beside the head. */
export const contentOf = (item: ItemPolicy, { changedFiles }: PullRequestFacts) => ({
  covered: changedFiles.state === 'present' ? coveredFiles(item, changedFiles.value) : null,
  patchSha256: item.carry === 'never' ? null : patchSha256(changedFiles),
})

/** People who contributed may not confirm their own work; a commit that nobody can be named for proves nothing. */
function selfProblem(actor: Account, facts: PullRequestFacts): { certain: boolean; reason: Message } | null {
  const login = actor.login
  if (isContributor(actor.id, facts)) return { certain: true, reason: message('app.reply.contributor', { login }) }
  if (facts.commits.state !== 'present')
    return { certain: false, reason: message('app.reply.commitsUnknown', { login }) }
  const nameless = facts.commits.value.find(commit => commit.unattributed.length > 0)
  if (nameless === undefined) return null
  return {
    certain: false,
    reason: message('app.reply.unattributed', { login, sha: nameless.sha, name: nameless.unattributed[0] ?? '' }),
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
  const owner = policy.roles['policy-owner'] !== undefined && isMember(actor, facts.roles['policy-owner'] ?? nobody)
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

const nobody: ResolvedRole = { members: [], teams: [], unresolved: [] }
const roleOf = (place: Place, facts: PullRequestFacts): ResolvedRole => facts.roles[place.item.role ?? ''] ?? nobody
const isMember = (actor: Account, role: ResolvedRole): boolean => role.members.some(member => member.id === actor.id)

const rowOf = (
  place: Place,
): Pick<Decision, 'checklist' | 'item' | 'itemHash' | 'environment' | 'covered' | 'patchSha256' | 'conditions'> => ({
  checklist: place.checklist.id,
  item: place.item.id,
  itemHash: itemHash(place.item),
  environment: place.environment ?? null,
  covered: null,
  patchSha256: null,
  conditions: null,
})

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
