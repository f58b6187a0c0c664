import type { Account, Delegation, PullRequestFacts, ResolvedRole } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import { roleFor } from '../policy/environments.ts'
import type { Policy } from '../policy/schema.ts'
import { isAllowedBot, isContributor, namelessCommit } from './judge.ts'
import { environmentsOf, type Place } from './places.ts'

const nobody: ResolvedRole = { members: [], teams: [], unresolved: [] }
export const roleOf = (place: Place, facts: PullRequestFacts): ResolvedRole =>
  roleFor(facts.roles, place.item.role ?? '', place.environment) ?? nobody
export const isMember = (id: string, role: ResolvedRole): boolean => role.members.some(member => member.id === id)

/** Reasons that concern every wish of a person. */
export function refusal(
  { actor, viaApp }: { readonly actor: Account; readonly viaApp: boolean },
  facts: PullRequestFacts,
  policy: Pick<Policy, 'environments'>,
): Message | null {
  const { login } = actor
  if (actor.type === 'Bot') return message('app.reply.bot', { login })
  if (viaApp) return message('app.reply.viaApp', { login })
  // What a deployment waits for is signed after the merge too: the head can no longer move then.
  const awaited = facts.state === 'merged' && Object.keys(policy.environments).length > 0
  return facts.state === 'open' || awaited ? null : message('app.reply.notOpen', { state: facts.state })
}

/** Whether the person is in the role of the item themselves; of bots only those that the item names. */
export const hasOwnRight = (actor: Account, place: Place, facts: PullRequestFacts): boolean =>
  actor.type === 'Bot' ? isAllowedBot(actor, place.item) : isMember(actor.id, roleOf(place, facts))

/** The places of an item, one for each of its environments, in which the person is in the role. */
export const ownPlaces = (actor: Account, { checklist, item }: Place, facts: PullRequestFacts): readonly Place[] =>
  environmentsOf(item)
    .map(named => ({ checklist, item, ...named }))
    .filter(place => hasOwnRight(actor, place, facts))

/** The delegation by which somebody outside the role may sign; `null`: there is none that holds. */
export function delegationFor(actor: Account, place: Place, facts: PullRequestFacts): Delegation | null {
  const role = roleOf(place, facts)
  const today = facts.evaluatedAt.slice(0, 10)
  const holds = ({ checklist, item, from, to, until }: Delegation): boolean =>
    checklist === place.checklist.id &&
    item === place.item.id &&
    to.id === actor.id &&
    until >= today &&
    place.item.delegable &&
    isMember(from.id, role) &&
    (place.item.allow_self || !isContributor(from.id, facts))
  return facts.delegations?.find(holds) ?? null
}

/** People who contributed may not confirm their own work; a commit that nobody can be named for proves nothing. */
export function selfProblem(actor: Account, facts: PullRequestFacts): { certain: boolean; reason: Message } | null {
  const login = actor.login
  if (isContributor(actor.id, facts)) return { certain: true, reason: message('app.reply.contributor', { login }) }
  if (facts.commits.state !== 'present')
    return { certain: false, reason: message('app.reply.commitsUnknown', { login }) }
  const nameless = namelessCommit(facts)
  if (nameless === undefined) return null
  return {
    certain: false,
    reason: message('app.reply.unattributed', { login, sha: nameless.sha, name: nameless.unattributed[0] ?? '' }),
  }
}
