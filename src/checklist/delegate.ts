import type { Account, Delegation, PullRequestFacts } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import type { Policy } from '../policy/schema.ts'
import { isContributor } from './judge.ts'
import { applicableItems, environmentsOf, isNamed, type Place } from './places.ts'
import { hasOwnRight, ownPlaces, refusal, roleOf, selfProblem } from './right.ts'
import { rowOf, type SignRow } from './row.ts'

/** A person's wish that another may sign for them. */
export interface DelegateRequest {
  readonly actor: Account
  readonly viaApp: boolean
  /** As it was written, without `@`. */
  readonly login: string
  /** The account of that login now; `null`: there is none, or nobody could tell. */
  readonly to: Account | null
  /** Ids of items; empty: every item that the person may sign. */
  readonly items: readonly string[]
  /** Last day, `2026-12-24`. */
  readonly until: string
}

/** One row for the ledger. */
export interface DelegationDecision extends SignRow {
  readonly decision: 'delegated' | 'rejected'
  readonly to: { readonly id: string; readonly login: string }
  readonly until: string
  /** Why a rejection was one. */
  readonly reason: Message | null
}

export interface DecidedDelegation {
  readonly decisions: readonly DelegationDecision[]
  readonly replies: readonly Message[]
}

/** Why somebody cannot be let sign. */
export type NotDelegated = 'unknown' | 'self' | 'contributor' | 'unproven' | 'member' | 'policy' | 'already'

export const longestDelegation = 30
const day = 24 * 60 * 60 * 1000

/**
 * Judges a wish against the roles as they are now: only people who could sign themselves delegate, one level deep, for
 * 30 days at most, to somebody who has contributed nothing. What cannot be verified is refused.
 */
export function decideDelegation(request: DelegateRequest, policy: Policy, facts: PullRequestFacts): DecidedDelegation {
  const { actor, login, until } = request
  const no = (reply: Message): DecidedDelegation => ({ decisions: [], replies: [reply] })
  const refused = refusal(request, facts, policy)
  if (refused !== null) return no(refused)
  if (login === '' || until === '') return no(message('app.reply.delegate.usage', { login: actor.login }))
  const latest = dayOf(new Date(Date.parse(facts.evaluatedAt) + longestDelegation * day).toISOString())
  if (!isDay(until) || until < dayOf(facts.evaluatedAt) || until > latest) {
    return no(message('app.reply.delegate.date', { until, latest, days: longestDelegation }))
  }
  const places = withoutEnvironments(applicableItems(policy, facts))
  const missing = request.items.filter(name => !places.some(place => isNamed(place, name)))
  if (missing.length > 0) {
    const known = places.map(place => place.item.id)
    return no(message('app.reply.noSuchItem', { items: missing.slice(0, 10), known }))
  }
  const chosen = places.filter(place =>
    request.items.length > 0
      ? request.items.some(name => isNamed(place, name))
      : place.item.delegable && ownPlaces(actor, place, facts).length > 0,
  )
  if (chosen.length === 0) return no(message('app.reply.nothingToSign', { login: actor.login, kind: 'sign' }))
  const decided = chosen.map(place => one(request, place, facts))
  return { decisions: decided.flatMap(each => each.decision ?? []), replies: decided.map(each => each.reply) }
}

interface One {
  readonly decision?: DelegationDecision
  readonly reply: Message
}

function one({ actor, to, login, until }: DelegateRequest, place: Place, facts: PullRequestFacts): One {
  const item = place.item.id
  const not = (why: NotDelegated): One => ({
    reply: message('app.reply.delegate.not', { login: actor.login, to: login, item, why }),
  })
  const row = { ...rowOf(place), to: to ?? { id: '0', login }, until }
  const own = ownPlaces(actor, place, facts)
  if (own.length === 0) {
    const roles = environmentsOf(place.item).map(named => roleOf({ ...place, ...named }, facts))
    const unread = [...new Set(roles.flatMap(role => role.unresolved.map(entry => entry.entry)))]
    const params = { login: actor.login, role: place.item.role ?? '', item }
    if (unread.length > 0) return { reply: message('app.reply.roleUnknown', { ...params, unread }) }
    const reason = message('app.reply.notInRole', params)
    return { decision: { ...row, decision: 'rejected', reason }, reply: reason }
  }
  if (!place.item.delegable) return not('policy')
  const self = place.item.allow_self ? null : selfProblem(actor, facts)
  if (self !== null) {
    return self.certain
      ? { decision: { ...row, decision: 'rejected', reason: self.reason }, reply: self.reason }
      : { reply: self.reason }
  }
  if (to === null || to.type === 'Bot') return not('unknown')
  if (to.id === actor.id) return not('self')
  if (own.every(each => hasOwnRight(to, each, facts))) return not('member')
  if (isContributor(to.id, facts)) return not('contributor')
  if (selfProblem(to, facts) !== null) return not('unproven')
  const same = (facts.delegations ?? []).some(
    each => isAbout(each, place) && each.from.id === actor.id && each.to.id === to.id && each.until === until,
  )
  if (same) return not('already')
  const reply = message('app.reply.delegated', { login: actor.login, to: to.login, item, until })
  return { decision: { ...row, decision: 'delegated', reason: null }, reply }
}

/** Delegations that a person may take back: those that they gave; a policy owner everybody's. */
export function revocableDelegations(
  items: readonly string[],
  actor: Account,
  policy: Policy,
  facts: PullRequestFacts,
): readonly { readonly delegation: Delegation; readonly place: Place }[] {
  const places = withoutEnvironments(applicableItems(policy, facts))
  const named = items.length === 0 ? places : places.filter(place => items.some(name => isNamed(place, name)))
  return named.flatMap(place => {
    const given = (facts.delegations ?? []).filter(each => isAbout(each, place))
    const own = given.filter(each => each.from.id === actor.id)
    const isOwner = facts.roles['policy-owner']?.members.some(member => member.id === actor.id) === true
    const taken = own.length > 0 || items.length === 0 || !isOwner ? own : given
    return taken.map(delegation => ({ delegation, place }))
  })
}

const isAbout = (delegation: Delegation, { checklist, item }: Place): boolean =>
  delegation.checklist === checklist.id && delegation.item === item.id

/** A delegation is for an item, whatever its environments. */
function withoutEnvironments(places: readonly Place[]): readonly Place[] {
  const plain = new Map<string, Place>()
  for (const { checklist, item } of places) {
    if (item.role !== undefined) plain.set(`${checklist.id} ${item.id}`, { checklist, item })
  }
  return [...plain.values()]
}

const dayOf = (instant: string): string => instant.slice(0, 10)

/** A day that there is, as `2026-12-24`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
