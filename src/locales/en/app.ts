import type { NotDelegated } from '../../checklist/delegate.ts'
import type { Actor } from '../../report.ts'
import type { Catalogue } from '../message.ts'
import { actors, type Duration, duration } from './report.ts'

const notDelegated: Readonly<Record<NotDelegated, string>> = {
  unknown: 'no person of that login could be found',
  self: 'that is you',
  contributor: 'that person has contributed to this pull request',
  unproven: 'nobody can be shown to be independent of all its commits',
  member: 'that person is in the role already',
  policy: 'the policy lets nobody sign this item for others (`delegable`)',
  already: 'that stands already',
}

/** What the App answers to people, and states that only its ledger or its reads can have. */
export const app = {
  'app.reply.signed': (p: { login: string; item: string; head: string }, f) =>
    `${f.person(p.login)} signed ${f.code(p.item)} at ${f.sha(p.head)}.`,
  'app.reply.signedOpen': (p: { login: string; item: string; head: string; points: readonly string[] }, f) =>
    `Open points of ${f.code(p.item)}: ${f.list(p.points.map(f.code), 20)}. ${f.person(p.login)} signed it with them at ${f.sha(p.head)}. Once they are settled, ${f.code(`/sign-off ${p.item}`)} signs it without.`,
  'app.reply.unconditional': (p: { login: string; item: string; points: readonly string[] }, f) =>
    `${f.person(p.login)}: the policy wants ${f.code(p.item)} signed without open points (${f.list(p.points.map(f.code), 20)}). Nothing was recorded.`,
  'app.reply.openPoints': (p: { login: string; words: readonly string[] }, f) =>
    `${f.person(p.login)}: behind ${f.code('--open')} stand issues or pull requests such as ${f.code('#123')} or ${f.code('owner/repo#123')}${p.words.some(word => word !== '') ? `; ${f.list(p.words.map(f.code))} is none` : ', and none was named'} (CMD-OPEN). Nothing was recorded.`,
  'app.reply.signedFor': (p: { login: string; by: string; item: string; head: string }, f) =>
    `${f.person(p.login)} signed ${f.code(p.item)} for ${f.person(p.by)} at ${f.sha(p.head)}.`,
  'app.reply.delegated': (p: { login: string; to: string; item: string; until: string }, f) =>
    `${f.person(p.to)} may sign ${f.code(p.item)} for ${f.person(p.login)} on this pull request until ${f.code(p.until)}. ${f.code(`/revoke ${p.item}`)} takes that back.`,
  'app.reply.undelegated': (p: { login: string; to: string; item: string }, f) =>
    `${f.person(p.login)} took back that ${f.person(p.to)} may sign ${f.code(p.item)}. A sign-off that was given so no longer counts.`,
  'app.reply.delegate.usage': (p: { login: string }, f) =>
    `${f.person(p.login)}: say to whom, what and until when (CMD-DELEGATE): ${f.code('/delegate @login <item> until 2026-12-24')}. Nothing was recorded.`,
  'app.reply.delegate.date': (p: { until: string; latest: string; days: number }, f) =>
    `${f.code(p.until)} is no day from today to ${f.code(p.latest)}; a delegation lasts ${f.number(p.days)} days at most (CMD-DELEGATE). Nothing was recorded.`,
  'app.reply.delegate.not': (p: { login: string; to: string; item: string; why: NotDelegated }, f) =>
    `${f.person(p.login)}: ${f.code(p.item)} was not delegated to ${f.code(`@${p.to}`)}, because ${notDelegated[p.why]}. Nothing was recorded.`,
  'app.reply.noSuchGate': (
    p: { readonly got: string; readonly on: readonly string[]; readonly suggestion: string | null },
    f,
  ) =>
    `${p.got === '' ? 'No gate is named' : `There is no gate ${f.code(p.got)} that is on`}${p.suggestion === null ? '' : ` (did you mean ${f.code(p.suggestion)}?)`}. ${p.on.length === 0 ? 'No gate is on.' : `Gates that are on: ${f.list(p.on.map(f.code), 20)}.`} Write ${f.code('/waive <gate> <reason>')}.`,
  'app.reply.waive.reason': (p: { readonly gate: string; readonly least: number }, f) =>
    `A waiver needs a reason of at least ${f.number(p.least)} characters (CMD-REASON): ${f.code(`/waive ${p.gate} <reason>`)}.`,
  'app.reply.waive.never': (p: { readonly gate: string }, f) =>
    `The policy lets nobody waive the gate ${f.code(p.gate)}.`,
  'app.reply.waive.roleUnknown': (
    p: { readonly login: string; readonly roles: readonly string[]; readonly unread: readonly string[] },
    f,
  ) =>
    `${f.person(p.login)}, whether you belong to ${f.either(p.roles.map(f.code))} cannot be told: ${f.list(p.unread.map(f.code))} could not be read. Nothing was recorded.`,
  'app.reply.waive.notInRole': (
    p: { readonly login: string; readonly gate: string; readonly roles: readonly string[] },
    f,
  ) =>
    `${f.person(p.login)}, the gate ${f.code(p.gate)} can be waived by ${p.roles.length === 0 ? 'nobody' : `members of ${f.either(p.roles.map(f.code))}`} (CMD-PERM). The attempt is recorded.`,
  'app.reply.waive.contributor': (p: { readonly login: string; readonly gate: string }, f) =>
    `${f.person(p.login)}, you have contributed to this pull request, so you cannot waive the gate ${f.code(p.gate)}. The attempt is recorded.`,
  'app.reply.waive.already': (p: { readonly login: string; readonly gate: string; readonly head: string }, f) =>
    `${f.person(p.login)}, you have waived the gate ${f.code(p.gate)} at ${f.sha(p.head)} already.`,
  'app.reply.waived': (
    p: { readonly login: string; readonly gate: string; readonly head: string; readonly survives: boolean },
    f,
  ) =>
    `${f.person(p.login)} has waived the gate ${f.code(p.gate)} at ${f.sha(p.head)}.${p.survives ? '' : ' It ends with the next push.'}`,
  'app.reply.waive.revoked': (p: { readonly login: string; readonly gate: string }, f) =>
    `${f.person(p.login)} has taken back the waiver of the gate ${f.code(p.gate)}.`,
  'app.reply.waive.notYours': (p: { readonly login: string; readonly gate: string }, f) =>
    `${f.person(p.login)}, the waiver of the gate ${f.code(p.gate)} can be taken back by whoever gave it and by policy owners.`,
  'app.reply.sha': (p: { readonly login: string; readonly sha: string; readonly head: string }, f) =>
    `${f.person(p.login)}, ${f.code(`--sha ${p.sha}`)} is not the head, which is ${f.sha(p.head)} (CMD-SHA). Nothing was recorded.`,
  'app.reply.alreadySigned': (p: { login: string; item: string; head: string }, f) =>
    `${f.code(p.item)} is already signed by ${f.person(p.login)} for ${f.sha(p.head)}; nothing changed.`,
  'app.reply.revoked': (p: { login: string; item: string }, f) =>
    `${f.person(p.login)} took the sign-off on ${f.code(p.item)} back.`,
  'app.group.nobody': (p: { group: string }, f) =>
    `No open pull request could be found for merge group ${f.sha(p.group)}, so nothing is known about what it merges. Put the pull request into the queue again.`,
  'app.group.moved': (p: { number: number; headSha: string; group: string }, f) =>
    `Pull request ${f.number(p.number)} is at ${f.sha(p.headSha)}, which merge group ${f.sha(p.group)} does not contain. Put it into the queue again.`,
  'app.reply.notSigned': (p: { item: string }, f) => `${f.code(p.item)} has no sign-off to take back.`,
  'app.reply.notYours': (p: { login: string; item: string }, f) =>
    `${f.person(p.login)}: only the person who signed ${f.code(p.item)}, or a policy owner, can take that back.`,
  'app.reply.notInRole': (p: { login: string; role: string; item: string }, f) =>
    `${f.person(p.login)}: ${f.code(p.item)} is signed by the role ${f.code(p.role)}, and you are not in it. Nothing was recorded as signed. Ask somebody of that role, or have the policy changed.`,
  'app.reply.roleUnknown': (p: { login: string; role: string; unread: readonly string[] }, f) =>
    `${f.person(p.login)}: cannot tell whether you are in the role ${f.code(p.role)}, because ${f.list(p.unread.map(f.code))} could not be read. Nothing was recorded. Grant the App the organisation permission "Members: read", or list people by login.`,
  'app.reply.contributor': (p: { login: string }, f) =>
    `${f.person(p.login)}: you contributed to this pull request, so somebody else has to sign. Nothing was recorded as signed.`,
  'app.reply.commitsUnknown': (p: { login: string }, f) =>
    `${f.person(p.login)}: the commits of this pull request could not be read completely, so nobody can be shown to be independent of them. Nothing was recorded; try again later.`,
  'app.reply.unattributed': (p: { login: string; sha: string; name: string }, f) =>
    `${f.person(p.login)}: commit ${f.sha(p.sha)} is by "${f.text(p.name)}", whose e-mail belongs to no GitHub account, so nobody can be shown to be independent of it. Nothing was recorded. Add that e-mail to an account, or rewrite the commit's author.`,
  'app.reply.bot': (p: { login: string }, f) => `${f.person(p.login)} is a bot, and sign-offs are given by people.`,
  'app.reply.viaApp': (p: { login: string }, f) =>
    `This was done by an app in the name of ${f.person(p.login)}; sign-offs are given by people themselves. Nothing was recorded.`,
  'app.reply.notOpen': (p: { state: 'closed' | 'merged' | 'open' }) =>
    `This pull request is ${p.state}; sign-offs are recorded only while it is open.`,
  'app.reply.headMoved': (p: { login: string; seen: string | null; head: string }, f) =>
    `${f.person(p.login)}: the head is ${f.sha(p.head)} now${p.seen === null ? '' : `, and what you were shown was ${f.sha(p.seen)}`}. Nothing was recorded. Look at the new commits, then sign again.`,
  'app.reply.itemMoved': (p: { login: string; item: string }, f) =>
    `${f.person(p.login)}: ${f.code(p.item)} is not as you were shown it: since then its text or files, the commits or the base branch changed, or it was taken back with ${f.code('/revoke')}. Nothing was recorded. Read the item as it is now, then sign again.`,
  'app.reply.baseMoved': (p: { login: string; base: string }, f) =>
    `${f.person(p.login)}: the base branch is ${f.code(p.base)} now, which is not what you were shown. Nothing was recorded. Look at what the pull request is to be merged into, then comment again.`,
  'app.reply.buttonMoved': (p: { login: string }, f) =>
    `${f.person(p.login)}: the button that you pressed was shown for an item as it was before; since then its text or files or the base branch changed, or it was taken back with ${f.code('/revoke')}. Nothing was recorded. The check has been written anew; press again.`,
  'app.reply.reviewOvertaken': (p: { login: string; items: readonly string[] }, f) =>
    `${f.person(p.login)}: your approving review did not sign ${f.list(p.items.map(f.code), 20)}, because a ${f.code('/revoke')} that is not older took that back. Nothing was recorded. If you mean to sign, comment ${f.code(`/sign-off ${p.items[0] ?? ''}`)}.`,
  'app.reply.noSuchItem': (p: { items: readonly string[]; known: readonly string[] }, f) =>
    `There is no item ${f.either(p.items.map(f.code))} on this pull request. ${p.known.length === 0 ? 'It has no item to sign.' : `Items to sign: ${f.list(p.known.map(f.code), 20)}.`}`,
  'app.reply.nothingToSign': (p: { login: string; kind: 'sign' | 'revoke' }, f) =>
    p.kind === 'sign'
      ? `${f.person(p.login)}: there is no open item here that your roles sign.`
      : `${f.person(p.login)}: you have signed nothing here.`,
  'app.reply.evidenceItem': (p: { item: string }, f) =>
    `${f.code(p.item)} is ticked by its evidence; nobody signs it by hand.`,
  'app.reply.untick': (p: { login: string; item: string }, f) =>
    `${f.person(p.login)}: an empty box takes nothing back. Comment ${f.code(`/revoke ${p.item}`)} to withdraw your sign-off; the box is shown as the ledger has it.`,
  'app.reply.foreignText': (p: { login: string }, f) =>
    `${f.person(p.login)}: the checklist was changed by somebody before you ticked, so it is not certain what you saw. It has been restored and nothing was recorded; tick again.`,
  'app.reply.nearMiss': (p: { words: readonly string[] }, f) =>
    `${f.list(p.words.map(f.code))} is not a command. Commands start a line: ${['/sign-off', '/revoke', '/delegate', '/waive', '/recheck', '/gates'].map(f.code).join(', ')}.`,
  'app.reply.dropped': (p: { count: number }, f) =>
    `${f.number(p.count)} more commands in this comment were left out; at most 10 are read from one comment.`,
  'app.reply.policyBroken': () =>
    'The policy on the base branch cannot be used; see the check for every problem. Nothing was recorded.',
  'app.reply.overtaken': (p: { login: string }, f) =>
    `${f.person(p.login)}: this comment reached us after a later one of yours that says the opposite, and your last word stands. Comment again if you mean this one.`,
  'app.reply.rechecked': (p: { head: string }, f) => `Checked again at ${f.sha(p.head)}.`,
  'app.help': (p: { items: readonly string[] }, f) =>
    [
      `${f.code('/sign-off')} signs every open item of your roles; ${f.code('/sign-off <item> …')} signs those named. ${f.code('/sign-off <item> --open #123')} signs it with an open point, ${f.code('--env <name>')} for one environment. ${f.code('/revoke [item …]')} takes your sign-off back. ${f.code('/delegate @login <item> until 2026-12-24')} lets somebody sign for you where the policy allows it. ${f.code('/recheck')} reads everything again.`,
      p.items.length === 0 ? 'No item is to be signed here.' : `Items here: ${f.list(p.items.map(f.code), 20)}.`,
    ].join(' '),
  'unknown.loginMoved': (p: { login: string }, f) =>
    `the login ${f.code(p.login)} belongs to another account than when this repository first used it, so nobody counts for it; take it out of the policy, merge that, and add whoever is meant`,
  'unknown.ledger': (p: { seq: number }, f) =>
    `the ledger of this repository does not verify at row ${f.number(p.seq)}; no sign-off counts until the operator has restored it`,
  'web.title': () => 'Deliveries',
  'web.waiting': () => 'Waiting',
  'web.nothingWaits': () => 'Nothing waits for anybody.',
  'web.signOffs': () => 'Sign-offs',
  'web.noSignOffs': () => 'No sign-off has been recorded yet.',
  'web.pullRequest': () => 'Pull request',
  'web.for': () => 'Waiting for',
  'web.people': (p: { waitingFor: readonly Actor[] }, f) => (p.waitingFor.length === 0 ? '–' : actors(p.waitingFor, f)),
  'web.age': (p: { age: Duration }, f) => duration(p.age, f),
  'web.verdict.passed': () => 'passed',
  'web.verdict.waiting': () => 'waiting',
  'web.verdict.failed': () => 'failed',
  'web.verdict.unknown': () => 'unknown',
  'web.since': () => 'Since',
  'web.verdict': () => 'Verdict',
  'web.item': () => 'Item',
  'web.person': () => 'Person',
  'web.decision': () => 'Decision',
  'web.head': () => 'Head SHA',
  'web.when': () => 'When (UTC)',
  'web.via': () => 'Via',
  'web.repositories': (p: { count: number }, f) =>
    `${f.number(p.count)} ${p.count === 1 ? 'repository' : 'repositories'}`,
  'web.decided.signed': () => 'signed',
  'web.decided.revoked': () => 'revoked',
  'web.via.tick': () => 'box',
  'web.via.command': () => 'command',
  'web.via.button': () => 'button',
  'web.via.review': () => 'review',
} as const satisfies Catalogue
