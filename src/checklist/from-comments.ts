import type { Account, GrantedWaiver, PullRequestFacts, SignOff } from '../facts/facts.ts'
import { present } from '../facts/facts.ts'
import { message } from '../locales/message.ts'
import type { Policy } from '../policy/schema.ts'
import type { Notice } from '../report.ts'
import { type Command, parseCommands } from './commands.ts'
import { coveredFiles, itemHash } from './cover.ts'
import { applicableItems, isNamed, type Place } from './places.ts'
import { isMember, roleOf } from './right.ts'
import { minReason } from './waive.ts'

/** A comment on the pull request as it stands. */
export interface ReadComment {
  readonly id: string
  /** `null`: the account was deleted. */
  readonly author: Account | null
  /** ISO 8601 UTC. */
  readonly createdAt: string
  /** Somebody changed it after it was written. */
  readonly edited: boolean
  readonly body: string
}

export interface FromComments {
  readonly signOffs: readonly SignOff[]
  readonly waivers: readonly GrantedWaiver[]
  readonly notices: readonly Notice[]
}

/** Most notices about commands that do not count. */
const mostNotices = 5

/**
 * Sign-offs and waivers where nobody keeps a ledger. A comment counts only if its author wrote it and nobody has edited
 * it since (security.md T-13), if the author is a person (T-14), and if its command names this very head (T-33): a
 * comment carries no head of its own. Roles and contributions are judged where sign-offs always are.
 */
export function fromComments(comments: readonly ReadComment[], policy: Policy, facts: PullRequestFacts): FromComments {
  const found: Found = { signOffs: [], waivers: [], notices: [] }
  const items = applicableItems(policy, facts)
  for (const comment of comments) {
    const { author } = comment
    if (author === null || author.type === 'Bot') continue
    const parsed = parseCommands(comment.body).commands
    const { login } = author
    if (parsed.some(command => command.kind === 'delegate')) {
      found.notices.push({ level: 'notice', message: message('signoffs.comment.delegate', { login }) })
    }
    const commands = parsed.filter(isDecision)
    if (commands.length === 0) continue
    if (comment.edited) {
      found.notices.push(notice('signoffs.comment.edited', { login: author.login }))
      continue
    }
    for (const command of commands) {
      if (command.sha === undefined || !facts.headSha.startsWith(command.sha)) {
        const text = `/${command.kind} … --sha ${facts.headSha.slice(0, 12)}`
        found.notices.push(notice('signoffs.comment.sha', { login: author.login, command: text }))
      } else if (command.kind === 'sign-off' && command.badOpen !== undefined) {
        const words = command.badOpen
        found.notices.push({ level: 'notice', message: message('app.reply.openPoints', { login, words }) })
      } else apply(command, { author, at: comment.createdAt }, items, facts, found)
    }
  }
  return { ...found, notices: found.notices.slice(-mostNotices) }
}

type Decision = Extract<Command, { kind: 'sign-off' | 'revoke' | 'waive' }>
const isDecision = (command: Command): command is Decision =>
  command.kind === 'sign-off' || command.kind === 'revoke' || command.kind === 'waive'

interface Found {
  signOffs: SignOff[]
  waivers: GrantedWaiver[]
  readonly notices: Notice[]
}

function apply(
  command: Decision,
  { author, at }: { readonly author: Account; readonly at: string },
  items: readonly Place[],
  facts: PullRequestFacts,
  found: Found,
): void {
  const { headSha, baseRef } = facts
  if (command.kind === 'waive') {
    if (Array.from(command.reason).length < minReason) return
    found.waivers = found.waivers.filter(one => one.gate !== command.gate || one.by.id !== author.id)
    found.waivers.push({ gate: command.gate, by: author, at, reason: command.reason, headSha, baseRef })
    return
  }
  if (command.kind === 'revoke') {
    const named = items.filter(place => isWanted(command, place, true))
    found.signOffs = found.signOffs.filter(one => one.by.id !== author.id || !named.some(place => isAbout(one, place)))
    found.waivers = found.waivers.filter(one => one.by.id !== author.id || !command.items.includes(one.gate))
    return
  }
  for (const place of items) {
    const { checklist, item, environment } = place
    if (item.role === undefined || !isWanted(command, place, isMember(author.id, roleOf(place, facts)))) continue
    found.signOffs = found.signOffs.filter(one => one.by.id !== author.id || !isAbout(one, place))
    const files = facts.changedFiles
    found.signOffs.push({
      checklist: checklist.id,
      item: item.id,
      by: author,
      at,
      via: 'command',
      headSha,
      baseRef,
      itemHash: itemHash(item),
      covered: files.state === 'present' ? coveredFiles(item, files.value) : null,
      ...(environment === undefined ? {} : { environment }),
      ...(command.open === undefined ? {} : { conditions: command.open }),
    })
  }
}

const isAbout = (one: SignOff, { checklist, item, environment }: Place): boolean =>
  one.checklist === checklist.id && one.item === item.id && one.environment === environment

/** `unnamed`: what holds when the command names no item. */
const isWanted = (
  { items, env }: { readonly items: readonly string[]; readonly env?: string },
  place: Place,
  unnamed: boolean,
): boolean =>
  (env === undefined || env === place.environment) &&
  (items.length === 0 ? unnamed : items.some(name => isNamed(place, name)))

const notice = (
  code: 'signoffs.comment.sha' | 'signoffs.comment.edited',
  params: { readonly login: string; readonly command: string } | { readonly login: string },
): Notice => ({
  level: 'notice',
  message: message(code, params as { readonly login: string; readonly command: string }),
})

/** Facts with what the comments say in the place of a ledger. */
export const withComments = (facts: PullRequestFacts, { signOffs, waivers }: FromComments): PullRequestFacts => ({
  ...facts,
  signOffs: present(signOffs),
  waivers: present(waivers),
})
