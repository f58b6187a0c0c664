import type { NotCarried } from '../../checklist/carry.ts'
import type { DelegationEnd } from '../../checklist/judge.ts'
import type { MeaningPart } from '../../checklist/meaning.ts'
import type { Actor } from '../../report.ts'
import type { Catalogue, Formatter } from '../message.ts'
import { textIn } from '../texts.ts'

/** What was read, by the name of the fact or by the words of the part that read it. Other names show as they are. */
const subjects: Readonly<Record<string, string>> = {
  changedFiles: 'changed files',
  reviewRequests: 'review requests',
  coverageBaseline: 'coverage of the base branch',
  signOffs: 'sign-offs',
}
const subject = (name: string, f: Formatter): string =>
  Object.hasOwn(subjects, name) ? (subjects[name] ?? '') : f.text(name)

const count = (number: number, one: string, many: string, f: Formatter): string =>
  `${f.number(number)} ${number === 1 ? one : many}`

/** A span of time in its largest useful unit, rounded down. */
export interface Duration {
  readonly unit: 'moment' | 'minutes' | 'hours' | 'days'
  readonly count: number
}
const units = { minutes: 'min', hours: 'h', days: 'd' } as const
export const duration = (span: Duration, f: Formatter): string =>
  span.unit === 'moment' ? 'less than 1 min' : `${f.number(span.count)} ${units[span.unit]}`

/** An instant, to the minute. Anything that is no ISO 8601 time shows as nothing. */
export const instant = (iso: string): string => {
  const [, day = '', minute = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso) ?? []
  return day === '' ? '' : `${day} ${minute} UTC`
}

function actor(who: Actor, f: Formatter): string {
  switch (who.kind) {
    case 'author':
      return `${f.person(who.login)} (author)`
    case 'user':
      return `${f.person(who.login)}${who.role === undefined ? '' : ` (${f.text(who.role)})`}`
    case 'team':
      return `${f.person(who.slug)}${who.role === undefined ? '' : ` (${f.text(who.role)})`}`
    case 'role':
      return `role ${f.code(who.role)}`
    case 'ci':
      return 'CI'
  }
}
export const actors = (who: readonly Actor[], f: Formatter): string => f.list(who.map(one => actor(one, f)))
const codes = (ids: readonly string[], f: Formatter): string => f.list(ids.map(f.code))

/** Reasons that stand in a report (documented in docs/report.md), and the words of its layout (`report.*`). */
const notCarried: Readonly<Record<NotCarried, string>> = {
  fork: 'the head branch is in a fork',
  policy: 'the policy has changed since',
  unrecorded: 'it was given before the policy asked for that, or while the list of changes was incomplete',
  incomplete: 'not all that the pull request changes can be read',
  patch: 'what the pull request changes is not the same to the byte',
  merge: 'more came in than clean merges of the base branch',
}

/** `points`: open points that were accepted; left out where there are none. */
interface Counts {
  readonly done: number
  readonly total: number
  readonly points?: readonly string[]
}
const openPoints = ({ points = [] }: Counts, f: Formatter): string =>
  points.length === 0
    ? ''
    : `; signed with open ${points.length === 1 ? 'point' : 'points'} ${f.list(points.map(f.code), 20)}`

const meaningParts: Readonly<Record<MeaningPart, string>> = {
  text: 'its text',
  role: 'who signs it',
  covers: 'the files that it speaks about',
  allow_self: 'whether contributors may sign it',
}

const delegationEnds: Readonly<Record<DelegationEnd, string>> = {
  revoked: 'whose delegation has been taken back',
  expired: 'whose delegation has expired',
  policy: 'and the policy lets nobody sign this item for others',
  left: 'who is not in the role now',
  contributor: 'who has contributed to this pull request since; somebody else has to sign',
}

export const report = {
  'report.unknown.next': () => 'Run the check again; if the cause stays, an administrator has to remove it.',
  'report.crashed': (p: { gate: string; detail: string }, f) =>
    `The gate ${f.code(p.gate)} stopped on an internal error (${f.text(p.detail)}). This is a defect of Delivery Gates, not of the pull request.`,

  'checklist.done': (p: Counts, f) =>
    `${f.number(p.done)} of ${count(p.total, 'item', 'items', f)} done${openPoints(p, f)}.`,
  'checklist.open': (p: Counts, f) =>
    `${f.number(p.done)} of ${count(p.total, 'item', 'items', f)} done, ${f.number(p.total - p.done)} open${openPoints(p, f)}.`,
  'checklist.noLedger': (p: Counts, f) =>
    `${f.number(p.done)} of ${count(p.total, 'item', 'items', f)} done. Nobody can sign: the Delivery Gates App, which records sign-offs, is not installed for this repository.`,

  'item.stale.head': (p: { by: string; signed: string; head: string }, f) =>
    `signed by ${f.person(p.by)} at ${f.sha(p.signed)}; head is ${f.sha(p.head)}; the item speaks about every file`,
  /** `files`: the first of them; left out by older versions. */
  'item.stale.files': (
    p: { by: string; signed: string; head: string; count: number; files?: readonly string[] },
    f,
  ) => {
    const { files = [] } = p
    const named = files.length === 0 ? '' : `${p.count > files.length ? ', among them ' : ': '}${codes(files, f)}`
    return `signed by ${f.person(p.by)} at ${f.sha(p.signed)}; head is ${f.sha(p.head)}; ${count(p.count, 'covered file', 'covered files', f)} changed${named}`
  },
  'item.stale.base': (p: { by: string; from: string; to: string }, f) =>
    `signed by ${f.person(p.by)} for base branch ${f.code(p.from)}; the base branch is ${f.code(p.to)} now`,
  /** `was`: the text that was signed, per locale, where it changed. Both are left out where nobody kept what was signed. */
  'item.stale.text': (
    p: { by: string; signed: string; changed?: readonly MeaningPart[]; was?: Readonly<Record<string, string>> | null },
    f,
  ) => {
    const { changed = [], was = null } = p
    const said = was === null ? '' : `, when it said “${f.text(textIn(was, 'en'))}”`
    const what = changed.length === 0 ? 'what the item says' : f.list(changed.map(part => meaningParts[part]))
    return `signed by ${f.person(p.by)} at ${f.sha(p.signed)}${said}; the policy has changed ${what} since`
  },
  'item.stale.incomplete': (p: { by: string; signed: string; head: string }, f) =>
    `signed by ${f.person(p.by)} at ${f.sha(p.signed)}; head is ${f.sha(p.head)}; the list of changed files is incomplete, or does not tell which of them are programs or links, so the sign-off cannot be carried over`,
  'item.stale.push': (p: { by: string; signed: string; head: string }, f) =>
    `signed by ${f.person(p.by)} at ${f.sha(p.signed)}; head is ${f.sha(p.head)}; the policy lets any push end a sign-off on this item`,
  'item.stale.carry': (p: { by: string; signed: string; head: string; why: NotCarried }, f) =>
    `signed by ${f.person(p.by)} at ${f.sha(p.signed)}; head is ${f.sha(p.head)}; not carried over, because ${notCarried[p.why]}`,
  'item.stale.conditional': (p: { by: string; signed: string; points: readonly string[] }, f) =>
    `signed by ${f.person(p.by)} at ${f.sha(p.signed)} with open points (${f.list(p.points.map(f.code), 20)}); the policy wants it without any`,
  'item.stale.delegation': (p: { by: string; from: string; why: DelegationEnd }, f) =>
    `signed by ${f.person(p.by)} for ${f.person(p.from)}, ${delegationEnds[p.why]}`,
  'item.stale.membership': (p: { by: string; role: string }, f) =>
    `signed by ${f.person(p.by)}, who is not a member of ${f.code(p.role)} now`,
  'item.stale.contributor': (p: { by: string }, f) =>
    `signed by ${f.person(p.by)}, who has contributed to this pull request since; somebody else has to sign`,
  'item.stale.unattributed': (p: { by: string; sha: string; name: string }, f) =>
    `signed by ${f.person(p.by)}, but nobody can be shown to be independent of commit ${f.sha(p.sha)} by "${f.text(p.name)}", whose e-mail belongs to no GitHub account; add that e-mail to an account, or rewrite the commit's author`,
  'item.evidence.holds': (p: { gate: string }, f) => `evidence: gate ${f.code(p.gate)} has passed`,
  'item.evidence.missing': (p: { gate: string }, f) => `evidence: gate ${f.code(p.gate)} has not passed yet`,

  'unknown.api': (p: { what: string; detail: string }, f) =>
    `GitHub gave no answer about ${subject(p.what, f)}: ${f.text(p.detail)}.`,
  'unknown.permission': (p: { what: string; permission: string }, f) =>
    p.what === p.permission
      ? `The token may not read ${subject(p.what, f)}; grant that permission.`
      : `The token may not read ${subject(p.what, f)}; grant ${f.code(p.permission)}.`,
  'unknown.incomplete': (p: { what: string; got: number; expected: number }, f) =>
    `GitHub listed ${f.number(p.got)} of ${f.number(p.expected)} entries of ${subject(p.what, f)}; an incomplete list decides nothing.`,
  'unknown.malformed': (p: { what: string }, f) => `The answer about ${subject(p.what, f)} could not be understood.`,
  'unknown.notFetched': (p: { what: string }, f) => `Nobody asked GitHub about ${subject(p.what, f)}.`,
  'unknown.noUser': (p: { login: string }, f) => `GitHub knows no user ${f.code(p.login)}.`,
  'unknown.team': (p: { team: string }, f) =>
    `The team ${f.code(p.team)} does not exist, or the token may not see it (organization permission “Members: read”).`,

  'notice.policyChanged': (p: { path: string }, f) =>
    `This pull request changes ${f.code(p.path)}. It is judged by the policy of the base branch; the change applies after the merge.`,
  'notice.policyAbsent': () => 'The base branch has no policy; the built-in defaults apply and block nothing.',

  'report.verdict.passed': () => 'Passed',
  'report.verdict.waiting': (p: { waitingFor: readonly Actor[]; since: string | null }, f) =>
    p.waitingFor.length === 0
      ? 'Waiting'
      : `Waiting for ${actors(p.waitingFor, f)}${p.since === null ? '' : `, since ${instant(p.since)}`}`,
  'report.verdict.failed': (p: { what: readonly string[] }, f) =>
    p.what.length === 0 ? 'Failed' : `Failed: ${codes(p.what, f)}`,
  'report.verdict.unknown': (p: { what: readonly string[] }, f) =>
    p.what.length === 0 ? 'Unknown, so not passed' : `Unknown, so not passed: ${codes(p.what, f)}`,
  'report.headline.unknown': (p: { what: readonly string[] }, f) => `unknown: ${codes(p.what, f)}`,
  'report.headline.next': (p: { waitingFor: readonly Actor[]; since: string | null }, f) =>
    `next: ${actors(p.waitingFor, f)}${p.since === null ? '' : `, since ${instant(p.since)}`}`,
  'report.headline.notBlocking': (p: { failed: number; unknown: number; waiting: number }, f) => {
    const parts = [
      p.failed > 0 ? `${f.number(p.failed)} failed` : '',
      p.unknown > 0 ? `${f.number(p.unknown)} unknown` : '',
      p.waiting > 0 ? `${f.number(p.waiting)} waiting` : '',
    ]
    return `not blocking: ${f.list(parts.filter(part => part !== ''))}`
  },
  'report.headline.draft': () => 'draft',

  'report.state.passed': () => 'passed',
  'report.state.failed': () => 'failed',
  'report.state.waiting': () => 'waiting',
  'report.state.waived': () => 'waived',
  'report.state.skipped': () => 'skipped',
  'report.state.unknown': () => 'unknown',
  'report.notBlocking': () => 'not blocking',

  'report.column.gate': () => 'gate',
  'report.column.state': () => 'state',
  'report.column.why': () => 'why',
  'report.column.next': () => 'next',
  'report.findings': (p: { gate: string; count: number }, f) =>
    `${f.code(p.gate)}: ${count(p.count, 'finding', 'findings', f)}`,
  'report.line': (p: { lines: string }, f) => `${/\D/.test(p.lines) ? 'lines' : 'line'} ${f.text(p.lines)}`,
  'report.more': (p: { count: number }, f) => `${f.number(p.count)} more`,
  'report.shortened': () => 'Shortened to the length that GitHub accepts.',
  'report.link.report': () => 'full report',
  'report.link.run': () => 'workflow run',

  'report.checklist': (p: { id: string; done: number; total: number }, f) =>
    `Checklist ${f.code(p.id)}: ${f.number(p.done)} of ${f.number(p.total)}`,
  'report.checklist.row': (p: { id: string }, f) => `checklist ${f.code(p.id)}`,
  'report.checklist.next': (p: { waitingFor: readonly Actor[] }, f) => `sign below: ${actors(p.waitingFor, f)}`,
  'report.item.signed': (p: { by: string; at: string; on: string }, f) =>
    `${f.person(p.by)} at ${f.sha(p.at)}, ${instant(p.on)}`,
  'report.item.signedFor': (p: { by: string; from: string; at: string; on: string }, f) =>
    `${f.person(p.by)} for ${f.person(p.from)} at ${f.sha(p.at)}, ${instant(p.on)}`,
  'report.item.delegated': (p: { from: string; to: string; until: string }, f) =>
    `${f.person(p.to)} may sign for ${f.person(p.from)} until ${f.code(p.until)}`,
  'report.item.environment': (p: { name: string }, f) => `for ${f.code(p.name)}`,
  'report.item.conditions': (p: { points: readonly string[] }, f) =>
    `accepted with open ${p.points.length === 1 ? 'point' : 'points'} ${f.list(p.points.map(f.code), 20)}`,
  'report.item.needs': (p: { role: string; count: number; missing: number }, f) =>
    p.count === 1
      ? `to sign: ${f.code(p.role)}`
      : `${f.number(p.count - p.missing)} of ${f.number(p.count)} signed, to sign: ${f.code(p.role)}`,
  'report.item.stale': () => 'stale',
  'report.item.unknown': () => 'unknown',
  'report.sign.how': (p: { command: string }, f) =>
    `To sign, tick the box or comment ${f.code(p.command)}; where the policy says so, an approving review signs too. Items with evidence tick themselves.`,
  'report.sign.nobody': () =>
    'Ticking a box here records nothing: no Delivery Gates App keeps sign-offs for this repository.',

  'report.notices': () => 'Notices',
  'report.footer.head': (p: { sha: string }, f) => `Head ${f.sha(p.sha)}`,
  /** `sha`: `''` for a file that is in no commit. */
  'report.footer.policy': (p: { path: string; sha: string }, f) =>
    p.sha === '' ? `policy ${f.code(p.path)}` : `policy ${f.code(p.path)} at ${f.sha(p.sha)}`,
  'report.footer.defaults': () => 'no policy on the base branch, built-in defaults',
  'report.footer.unusable': () => 'the policy of the base branch cannot be used',
  'report.next': () => 'Next',

  'report.action.sign': (p: { item: string }, f) => `Sign ${f.text(p.item)}`,
  'report.action.recheck': () => 'Check again',
  'report.action.recheck.description': () => 'Evaluate this pull request again',
} as const satisfies Catalogue
