import type { Account, GrantedWaiver, PullRequestFacts } from '../facts/facts.ts'
import { type GateId, gateIds } from '../gates/index.ts'
import { type Message, message } from '../locales/message.ts'
import type { Policy } from '../policy/schema.ts'
import { nearest, visible } from '../policy/text.ts'
import { isContributor } from './judge.ts'

/** A person's wish that a gate be passed over on this pull request. */
export interface WaiveRequest {
  readonly gate: string
  readonly reason: string
  readonly actor: Account
  readonly viaApp: boolean
  /** Head that the person was shown; `null`: that cannot be told. */
  readonly seenHead: string | null
}

export interface WaiverDecision {
  readonly decision: 'waived' | 'rejected'
  readonly gate: GateId
  /** The person's own words, or why it was rejected. */
  readonly reason: string
}

export interface DecidedWaiver {
  /** `null`: nothing to record. */
  readonly decision: WaiverDecision | null
  readonly reply: Message
}

/** Shortest reason that says anything, in characters. */
export const minReason = 10

/** Judges a wish against the policy, the roles and the head as they are now; what cannot be verified is refused. */
export function decideWaiver(request: WaiveRequest, policy: Policy, facts: PullRequestFacts): DecidedWaiver {
  const { actor, seenHead, reason } = request
  const { login } = actor
  const refuse = (reply: Message): DecidedWaiver => ({ decision: null, reply })
  if (actor.type === 'Bot') return refuse(message('app.reply.bot', { login }))
  if (request.viaApp) return refuse(message('app.reply.viaApp', { login }))
  if (facts.state !== 'open') return refuse(message('app.reply.notOpen', { state: facts.state }))
  const gate = gateIds.find(id => id === request.gate)
  const options = gate === undefined ? undefined : policy.gates[gate]
  if (gate === undefined || options === undefined || options.level === 'off') {
    const on = gateIds.filter(id => (policy.gates[id]?.level ?? 'off') !== 'off')
    const got = visible(request.gate)
    return refuse(message('app.reply.noSuchGate', { got, on, suggestion: nearest(request.gate, on) }))
  }
  if (Array.from(reason).length < minReason) {
    return refuse(message('app.reply.waive.reason', { gate, least: minReason }))
  }
  if (!options.waivable) return refuse(message('app.reply.waive.never', { gate }))
  if (seenHead !== facts.headSha) {
    return refuse(message('app.reply.headMoved', { login, seen: seenHead, head: facts.headSha }))
  }
  const reject = (reply: Message): DecidedWaiver => ({
    decision: { decision: 'rejected', gate, reason: reply.code },
    reply,
  })
  const roles = options.waive_by
  const unread = roles.flatMap(role => facts.roles[role]?.unresolved.map(entry => entry.entry) ?? [])
  if (!roles.some(role => facts.roles[role]?.members.some(member => member.id === actor.id) === true)) {
    return unread.length > 0
      ? refuse(message('app.reply.waive.roleUnknown', { login, roles, unread }))
      : reject(message('app.reply.waive.notInRole', { login, gate, roles }))
  }
  if (isContributor(actor.id, facts)) return reject(message('app.reply.waive.contributor', { login, gate }))
  if (facts.commits.state !== 'present') return refuse(message('app.reply.commitsUnknown', { login }))
  const nameless = facts.commits.value.find(commit => commit.unattributed.length > 0)
  if (nameless !== undefined) {
    return refuse(message('app.reply.unattributed', { login, sha: nameless.sha, name: nameless.unattributed[0] ?? '' }))
  }
  const standing =
    facts.waivers.state === 'present' &&
    facts.waivers.value.some(
      one =>
        one.gate === gate && one.by.id === actor.id && one.headSha === facts.headSha && one.baseRef === facts.baseRef,
    )
  if (standing) return refuse(message('app.reply.waive.already', { login, gate, head: facts.headSha }))
  return {
    decision: { decision: 'waived', gate, reason },
    reply: message('app.reply.waived', { login, gate, head: facts.headSha, survives: options.waiver_survives_push }),
  }
}

/** Waivers that a person may take back: their own; a policy owner everybody's. */
export function revocableWaivers(
  gate: string,
  actor: Account,
  facts: PullRequestFacts,
): { readonly standing: readonly GrantedWaiver[]; readonly mine: readonly GrantedWaiver[] } {
  const all = facts.waivers.state === 'present' ? facts.waivers.value : []
  const standing = all.filter(one => one.gate === gate)
  const isOwner = facts.roles['policy-owner']?.members.some(member => member.id === actor.id) === true
  const own = standing.filter(one => one.by.id === actor.id)
  return { standing, mine: own.length > 0 ? own : isOwner ? standing : [] }
}
