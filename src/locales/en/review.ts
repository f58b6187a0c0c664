import type { ReviewStep } from '../../gates/review.ts'
import type { Catalogue, Formatter } from '../message.ts'

interface Tally {
  readonly role: string
  readonly need: 'requested' | 'approved'
  readonly have: number
  readonly count: number
}

interface Open extends Tally {
  readonly blockedBy: readonly string[]
  readonly isDraft: boolean
}

interface Impossible extends Tally {
  readonly eligible: number
  readonly excluded: readonly string[]
}

const people = (logins: readonly string[], f: Formatter): string => f.list(logins.map(f.person))

const tally = (p: Tally, f: Formatter): string =>
  `${f.code(p.role)} ${p.need === 'approved' ? 'approval' : 'review request'} ${f.number(p.have)} of ${f.number(p.count)}`

function open(p: Open, f: Formatter): string {
  if (p.blockedBy.length > 0) return `${tally(p, f)} (changes requested by ${people(p.blockedBy, f)})`
  return p.isDraft ? `${tally(p, f)} (draft: nobody is asked yet)` : tally(p, f)
}

function impossible(p: Impossible, f: Formatter): string {
  const left = p.excluded.length === 0 ? '' : `; ${people(p.excluded, f)} cannot count`
  if (p.eligible === 0 && p.excluded.length === 0) return `role ${f.code(p.role)} has no members`
  return `role ${f.code(p.role)} has ${f.number(p.eligible)} who could, ${f.number(p.count)} required${left}`
}

function step(p: ReviewStep, f: Formatter): string {
  switch (p.step) {
    case 'ready':
      return 'Mark the pull request as ready for review.'
    case 'resolve':
      return `Settle the requested changes with ${people(p.people, f)}: an approval by the same person, or dismissing the review, ends the block.`
    case 'again':
      return `${people(p.people, f)} approved an older head: ask for an approval of ${f.sha(p.headSha)}.`
    case 'await':
      return `Asked for a review: ${people(p.people, f)}.`
    case 'ask': {
      const who = [...p.people, ...p.teams].map(f.person)
      if (who.length === 0) return `Ask ${f.number(p.count)} of role ${f.code(p.role)} for a review.`
      return `Request a review from ${f.either(who)} (role ${f.code(p.role)}, ${f.number(p.count)} needed).`
    }
    default:
      return p satisfies never
  }
}

export const review = {
  'review.absent': () => 'Reviews, review requests, commits or files of the pull request are missing.',
  'review.absent.next': () => 'Run the check again; if it stays, check that the token may read the pull request.',
  'review.idle': (p: { readonly rules: number }, f) =>
    p.rules === 1
      ? 'No rule applies: the changed files ask for no review (1 rule checked).'
      : `No rule applies: the changed files ask for no review (${f.number(p.rules)} rules checked).`,
  'review.passed': (p: { readonly rules: readonly Tally[] }, f) => `${f.list(p.rules.map(rule => tally(rule, f)))}.`,
  'review.waiting': (p: { readonly rules: readonly Open[] }, f) => `${f.list(p.rules.map(rule => open(rule, f)))}.`,
  'review.waiting.next': (p: { readonly steps: readonly ReviewStep[] }, f) =>
    p.steps.map(each => step(each, f)).join(' '),
  'review.failed': (p: { readonly rules: readonly Impossible[] }, f) =>
    `Nobody can complete the review: ${p.rules.map(rule => impossible(rule, f)).join('. ')}.`,
  'review.failed.next': (p: { readonly roles: readonly { readonly role: string; readonly missing: number }[] }, f) =>
    `Add people to the policy who neither opened the pull request nor contributed to it: ${f.list(p.roles.map(each => `${f.number(each.missing)} to role ${f.code(each.role)}`))}.`,
  'review.role.missing': (p: { readonly role: string }, f) => `The people of role ${f.code(p.role)} were not read.`,
  'review.role.missing.next': (p: { readonly role: string }, f) =>
    `Define role ${f.code(p.role)} in the policy, or run the check again.`,
  'review.unattributed': (p: { readonly role: string; readonly sha: string; readonly names: readonly string[] }, f) =>
    `Commit ${f.sha(p.sha)} names ${f.list(p.names.map(f.text))}, whom GitHub maps to no account, so no ${f.code(p.role)} approval can be proven independent.`,
  'review.unattributed.next': (p: { readonly sha: string }, f) =>
    `Whoever wrote commit ${f.sha(p.sha)} adds its e-mail address to their GitHub account, or the commit is rewritten with an address that GitHub knows.`,
  'review.unresolved': (p: { readonly role: string; readonly entries: readonly string[] }, f) =>
    `Cannot read ${f.list(p.entries.map(f.code))} of role ${f.code(p.role)} with this token, so it is unknown who counts.`,
  'review.unresolved.next': (p: { readonly role: string }, f) =>
    `Install the App (organisation permission Members: read), or list the people of role ${f.code(p.role)} by login in the policy.`,
  'review.unresolved.part': (p: { readonly role: string; readonly entries: readonly string[] }, f) =>
    `Cannot read ${f.list(p.entries.map(f.code))} of role ${f.code(p.role)} with this token: only the other members count.`,
  'review.rule.idle': (p: { readonly role: string; readonly need: Tally['need'] }, f) =>
    `No changed file asks for a ${f.code(p.role)} ${p.need === 'approved' ? 'approval' : 'review request'}.`,
  'review.rule.passed': (p: Tally & { readonly by: readonly string[] }, f) => `${tally(p, f)}: ${people(p.by, f)}.`,
  'review.rule.waiting': (p: Open, f) => `${open(p, f)}.`,
  'review.rule.failed': (p: Impossible, f) => `${tally(p, f)}: ${impossible(p, f)}.`,
  'review.stale': (p: { readonly login: string; readonly sha: string | null; readonly headSha: string }, f) =>
    p.sha === null
      ? `${f.person(p.login)} approved an older head that is gone; the head is now ${f.sha(p.headSha)}.`
      : `${f.person(p.login)} approved an older head ${f.sha(p.sha)}; the head is now ${f.sha(p.headSha)}.`,
} as const satisfies Catalogue
