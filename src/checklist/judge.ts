import type { Account, Commit, PullRequestFacts, ResolvedRole, SignOff } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import { whyNotCarried } from './carry.ts'
import { areIncomparable, coveredChanges, coveredFiles, itemHash } from './cover.ts'
import { changedParts, meaningOf, textsOf } from './meaning.ts'
import type { ItemPolicy } from './policy.ts'

/** What a sign-off is at this head. `unknown`: nobody can tell, so it does not count. */
export type Judgement = 'valid' | { readonly unknown: boolean; readonly reason: Message }
const stale = (reason: Message): Judgement => ({ unknown: false, reason })
const cannotTell = (reason: Message): Judgement => ({ unknown: true, reason })

/** The role of the item as it is now, and the policy that judges. */
interface Now {
  readonly role: ResolvedRole
  readonly policySha256: string | null
}

/**
 * Whether one sign-off still holds: same base, same meaning, same person's right, same content. Time plays no part but
 * in delegations, which have a last day.
 */
export function judge(signOff: SignOff, item: ItemPolicy, facts: PullRequestFacts, now: Now): Judgement {
  const by = signOff.by.login
  if (signOff.baseRef !== facts.baseRef) {
    return stale(message('item.stale.base', { by, from: signOff.baseRef, to: facts.baseRef }))
  }
  if (signOff.itemHash !== itemHash(item)) return stale(otherMeaning(signOff, item))
  if (!item.conditional && signOff.conditions !== undefined) {
    return stale(message('item.stale.conditional', { by, signed: signOff.headSha, points: signOff.conditions }))
  }
  const right = judgeRight(signOff, item, facts, now.role)
  if (right !== 'valid') return right
  if (signOff.headSha === facts.headSha) return 'valid'
  const content = judgePush(signOff, item, facts)
  if (content === 'valid' || item.carry === 'never') return content
  const { headSha: signed } = signOff
  const why = whyNotCarried(signOff, item.carry, facts, now.policySha256)
  if (why === null) return 'valid'
  // How many covered files changed says more than that something did.
  if (content.reason.code === 'item.stale.files') return content
  return stale(message('item.stale.carry', { by, signed, head: facts.headSha, why }))
}

/** What was signed, in the words of then, where they are known. */
function otherMeaning({ by, headSha: signed, meaning }: SignOff, item: ItemPolicy): Message {
  const changed = meaning === undefined ? [] : changedParts(meaning, meaningOf(item))
  const was = meaning !== undefined && changed.includes('text') ? textsOf(meaning) : null
  return message('item.stale.text', { by: by.login, signed, changed, was })
}

/** Whether the signer may still speak for the role, and only about the work of others. */
function judgeRight(signOff: SignOff, item: ItemPolicy, facts: PullRequestFacts, role: ResolvedRole): Judgement {
  const by = signOff.by.login
  const isMember = (id: string): boolean =>
    signOff.by.type === 'Bot' ? isAllowedBot(signOff.by, item) : role.members.some(member => member.id === id)
  const { onBehalfOf } = signOff
  // Whoever came into the role since needs nobody's leave any more.
  const authority = onBehalfOf === undefined || isMember(signOff.by.id) ? signOff.by : onBehalfOf
  if (authority === onBehalfOf) {
    const why = whyNotDelegated(signOff, item, facts)
    if (why !== null) return stale(message('item.stale.delegation', { by, from: authority.login, why }))
  }
  if (item.on_membership_loss !== 'keep' && !isMember(authority.id)) {
    const unread = signOff.by.type === 'Bot' ? undefined : role.unresolved[0]
    if (unread !== undefined) return cannotTell(unread.reason)
    return authority === signOff.by
      ? stale(message('item.stale.membership', { by, role: item.role ?? '' }))
      : stale(message('item.stale.delegation', { by, from: authority.login, why: 'left' }))
  }
  if (!item.allow_self) {
    if (facts.commits.state === 'unknown') return cannotTell(facts.commits.reason)
    if (isContributor(signOff.by.id, facts)) return stale(message('item.stale.contributor', { by }))
    if (isContributor(authority.id, facts)) {
      return stale(message('item.stale.delegation', { by, from: authority.login, why: 'contributor' }))
    }
    const nameless = namelessCommit(facts)
    if (nameless !== undefined) {
      const [name = ''] = nameless.unattributed
      return stale(message('item.stale.unattributed', { by, sha: nameless.sha, name }))
    }
  }
  return 'valid'
}

/** A bot that the policy names by its number; a name is worth nothing (security.md T-14). */
export const isAllowedBot = ({ id, type }: Account, item: ItemPolicy): boolean =>
  type === 'Bot' && item.bots?.some(bot => String(bot) === id) === true

/** Why a delegation that was used is none any more; `left` and `contributor` are about whoever gave it. */
export type DelegationEnd = 'revoked' | 'expired' | 'policy' | 'left' | 'contributor'

/** One that was used must still stand: neither taken back nor past its last day. */
function whyNotDelegated(signOff: SignOff, item: ItemPolicy, facts: PullRequestFacts): DelegationEnd | null {
  if (!item.delegable) return 'policy'
  const used = facts.delegations?.find(
    one =>
      one.checklist === signOff.checklist &&
      one.item === signOff.item &&
      one.from.id === signOff.onBehalfOf?.id &&
      one.to.id === signOff.by.id,
  )
  if (used === undefined) return 'revoked'
  return used.until < facts.evaluatedAt.slice(0, 10) ? 'expired' : null
}

/** Whether the account wrote or committed any part of the pull request, or opened it. */
export function isContributor(accountId: string, facts: PullRequestFacts): boolean {
  if (facts.author?.id === accountId) return true
  const commits = facts.commits.state === 'present' ? facts.commits.value : []
  return commits.some(commit => commit.contributors.some(contributor => contributor.id === accountId))
}

/** A commit behind which anybody could be, so that nobody can be shown to be independent of it (security.md T-21). */
export const namelessCommit = ({ commits }: PullRequestFacts): Commit | undefined =>
  commits.state === 'present' ? commits.value.find(commit => commit.unattributed.length > 0) : undefined

/** Files that a reason names; whoever wants to know more looks at the commits. */
const namedFiles = 3

const pushRule = ({ on_push, covers }: ItemPolicy): NonNullable<ItemPolicy['on_push']> =>
  on_push ?? (covers === undefined ? 'always' : 'when_covered_paths_change')

/** Whether a sign-off on the item holds as long as files stay as they were. */
export const bindsFiles = (item: ItemPolicy): boolean => pushRule(item) === 'when_covered_paths_change'

/** What the pushes since then mean to the item by its own rule. */
function judgePush(signOff: SignOff, item: ItemPolicy, facts: PullRequestFacts): Judgement {
  const places = { by: signOff.by.login, signed: signOff.headSha, head: facts.headSha }
  const rule = pushRule(item)
  if (rule === 'never') {
    // Whoever owns the fork can push anything there (security.md T-22).
    return facts.fromFork === false ? 'valid' : stale(message('item.stale.carry', { ...places, why: 'fork' }))
  }
  if (rule === 'always') {
    return stale(message(item.covers === undefined ? 'item.stale.head' : 'item.stale.push', places))
  }
  const files = facts.changedFiles
  if (files.state !== 'present' || signOff.covered === null) return stale(message('item.stale.incomplete', places))
  const covered = coveredFiles(item, files.value)
  if (areIncomparable(signOff.covered, covered)) return stale(message('item.stale.incomplete', places))
  const changed = coveredChanges(signOff.covered, covered)
  if (changed.length === 0) return 'valid'
  return stale(message('item.stale.files', { ...places, count: changed.length, files: changed.slice(0, namedFiles) }))
}
