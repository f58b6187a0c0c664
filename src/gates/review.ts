import type { Account, KnownFacts, ResolvedRole } from '../facts/facts.ts'
import { defineGate } from '../gate.ts'
import { type Message, message } from '../locales/message.ts'
import type { Actor, Finding, GateResult } from '../report.ts'
import { options, type ReviewOptions, type ReviewRule } from './review/options.ts'
import { type ReviewFacts, ruleApplies, type Standing, sorted, standingOf } from './review/standing.ts'
import { distinct } from './scope.ts'

export type { ReviewOptions } from './review/options.ts'
export { planReviewRequests } from './review/requests.ts'

type Need = 'reviews' | 'reviewRequests' | 'commits' | 'changedFiles'

/** The right people know of the pull request, or have approved its head. */
export const review = defineGate({
  id: 'review',
  measuredBy: 'github',
  restsOn: 'people',
  needs: ['reviews', 'reviewRequests', 'commits', 'changedFiles'],
  unread: ({ rules }) => [
    ...(rules.some(rule => rule.need === 'approved') ? [] : (['commits'] as const)),
    ...(rules.some(rule => rule.when !== undefined) ? [] : (['changedFiles'] as const)),
  ],
  triggers: [
    'pull_request.opened',
    'pull_request.reopened',
    'pull_request.synchronize',
    'pull_request.edited',
    'pull_request.ready_for_review',
    'pull_request.converted_to_draft',
    'pull_request.review_requested',
    'pull_request.review_request_removed',
    'pull_request_review.submitted',
    'pull_request_review.edited',
    'pull_request_review.dismissed',
  ],
  options: options.meta({
    description: 'The right people know, or have approved this head.',
    examples: [{ rules: [{ role: 'implementer', need: 'approved', when: ['deploy/**'] }] }],
  }),
  roles: ({ rules }) => rules.map((rule, index) => ({ role: rule.role, path: ['rules', index, 'role'] })),
  evaluate: (facts, reviewOptions): GateResult => {
    const known = readFacts(facts, reviewOptions)
    if (known === null) {
      return { status: 'unknown', summary: message('review.absent', {}), next: message('review.absent.next', {}) }
    }
    return fold(reviewOptions.rules.map(rule => checkRule(rule, known)))
  },
})

type Who = ReviewRule['need']

/** What stands between a rule and passing, for the person who has to act. */
export type ReviewStep =
  | { readonly step: 'ready' }
  | { readonly step: 'resolve'; readonly people: readonly string[] }
  | { readonly step: 'again'; readonly people: readonly string[]; readonly headSha: string }
  | { readonly step: 'await'; readonly people: readonly string[] }
  | {
      readonly step: 'ask'
      readonly role: string
      readonly count: number
      readonly people: readonly string[]
      readonly teams: readonly string[]
    }

interface Tally {
  readonly role: string
  readonly need: Who
  readonly have: number
  readonly count: number
}

interface Blocked extends Tally {
  readonly blockedBy: readonly string[]
  readonly isDraft: boolean
}

interface Impossible extends Tally {
  readonly eligible: number
  readonly excluded: readonly string[]
}

type RuleResult = { readonly findings: readonly Finding[] } & (
  | { readonly status: 'idle' }
  | { readonly status: 'passed'; readonly tally: Tally }
  | {
      readonly status: 'waiting'
      readonly tally: Blocked
      readonly waitingFor: readonly Actor[]
      readonly steps: readonly ReviewStep[]
    }
  | { readonly status: 'failed'; readonly tally: Impossible }
  | { readonly status: 'unknown'; readonly summary: Message; readonly next: Message }
)

/** `null`: a fact that these rules read is missing altogether. */
function readFacts(facts: KnownFacts<Need>, { rules }: ReviewOptions): ReviewFacts | null {
  const { author, headSha, isDraft, roles, reviews, reviewRequests } = facts
  const commits = rules.some(rule => rule.need === 'approved') ? facts.commits : []
  const changedFiles = rules.some(rule => rule.when !== undefined) ? facts.changedFiles : []
  if (reviews === null || reviewRequests === null || commits === null || changedFiles === null) return null
  return { author, headSha, isDraft, roles, reviews, reviewRequests, commits, changedFiles }
}

function checkRule(rule: ReviewRule, facts: ReviewFacts): RuleResult {
  if (!ruleApplies(rule, facts.changedFiles)) {
    return {
      status: 'idle',
      findings: [{ message: message('review.rule.idle', { role: rule.role, need: rule.need }) }],
    }
  }
  const role = Object.hasOwn(facts.roles, rule.role) ? facts.roles[rule.role] : undefined
  if (role === undefined) {
    const summary = message('review.role.missing', { role: rule.role })
    return { status: 'unknown', summary, next: message('review.role.missing.next', { role: rule.role }), findings: [] }
  }
  const standing = standingOf(rule, role, facts)
  return rule.need === 'approved'
    ? checkApproved(rule, role, standing, facts)
    : checkRequested(rule, role, standing, facts)
}

function checkApproved(rule: ReviewRule, role: ResolvedRole, standing: Standing, facts: ReviewFacts): RuleResult {
  const { approvals, blockers, outsiders } = standing
  const anonymous = facts.commits.find(commit => commit.unattributed.length > 0)
  if (anonymous) {
    const params = { role: rule.role, sha: anonymous.sha, names: anonymous.unattributed }
    const next = message('review.unattributed.next', { sha: anonymous.sha })
    return { status: 'unknown', summary: message('review.unattributed', params), next, findings: [] }
  }
  const tally = { role: rule.role, need: rule.need, have: approvals.length, count: rule.count }
  const incomplete = role.unresolved.length > 0
  if (!incomplete && standing.eligible.length < rule.count) return impossible(tally, standing)

  const findings = approvalFindings(rule, role, standing, facts)
  if (blockers.length > 0) return blocked(tally, standing, findings, facts)
  if (approvals.length >= rule.count) {
    // Somebody of the unreadable part may have asked for changes.
    return incomplete && outsiders.blockers.length > 0
      ? unreadable(rule, role)
      : passed(tally, findings, logins(approvals))
  }
  const undecided = outsiders.approvals.length > 0 || standing.eligible.length < rule.count
  if (incomplete && undecided) return unreadable(rule, role)
  return waiting(rule, role, standing, tally, findings, facts)
}

function checkRequested(rule: ReviewRule, role: ResolvedRole, standing: Standing, facts: ReviewFacts): RuleResult {
  const engaged = sorted([...standing.asked, ...standing.answered])
  const tally = { role: rule.role, need: rule.need, have: engaged.length, count: rule.count }
  const incomplete = role.unresolved.length > 0
  const onlyTeams = role.members.length === 0 && role.teams.length > 0
  if (!incomplete && !onlyTeams && standing.eligible.length < rule.count) return impossible(tally, standing)

  const findings = unresolvedFindings(rule, role)
  if (standing.blockers.length > 0) return blocked(tally, standing, findings, facts)
  const teams = standing.askedTeams.map(team => team.slug)
  const by = [...logins(engaged), ...teams]
  // Somebody of the unreadable part may have asked for changes.
  if (incomplete && standing.outsiders.blockers.length > 0) return unreadable(rule, role)
  if (teams.length > 0) return passed({ ...tally, have: Math.max(engaged.length, rule.count) }, findings, by)
  if (engaged.length >= rule.count) return passed(tally, findings, by)
  const reachable = standing.eligible.length >= rule.count || teamSlugs(role).length > 0
  if (incomplete && (standing.outsiders.engaged.length > 0 || !reachable)) return unreadable(rule, role)
  return waiting(rule, role, standing, tally, findings, facts)
}

function passed(tally: Tally, findings: readonly Finding[], by: readonly string[]): RuleResult {
  return {
    status: 'passed',
    tally,
    findings: [{ message: message('review.rule.passed', { ...tally, by }) }, ...findings],
  }
}

/** Nobody could ever act, so waiting would be a lie. */
function impossible(tally: Tally, standing: Standing): RuleResult {
  const shortage = { ...tally, eligible: standing.eligible.length, excluded: logins(standing.excluded) }
  return { status: 'failed', tally: shortage, findings: [{ message: message('review.rule.failed', shortage) }] }
}

function unreadable(rule: ReviewRule, role: ResolvedRole): RuleResult {
  const entries = unresolvedEntries(role)
  const summary = message('review.unresolved', { role: rule.role, entries })
  const findings = role.unresolved.map(({ reason }) => ({ message: reason }))
  return { status: 'unknown', summary, next: message('review.unresolved.next', { role: rule.role }), findings }
}

function blocked(tally: Tally, standing: Standing, findings: readonly Finding[], facts: ReviewFacts): RuleResult {
  const people = logins(standing.blockers)
  const shortage = { ...tally, blockedBy: people, isDraft: facts.isDraft }
  return {
    status: 'waiting',
    tally: shortage,
    waitingFor: people.map(login => ({ kind: 'user', login, role: tally.role })),
    steps: [{ step: 'resolve', people }],
    findings: [{ message: message('review.rule.waiting', shortage) }, ...findings],
  }
}

function waiting(
  rule: ReviewRule,
  role: ResolvedRole,
  standing: Standing,
  tally: Tally,
  findings: readonly Finding[],
  facts: ReviewFacts,
): RuleResult {
  const shortage = { ...tally, blockedBy: [], isDraft: facts.isDraft }
  return {
    status: 'waiting',
    tally: shortage,
    ...(facts.isDraft ? untilReady(rule, facts) : nextPeople(rule, role, standing, tally, facts)),
    findings: [{ message: message('review.rule.waiting', shortage) }, ...findings],
  }
}

interface Next {
  readonly waitingFor: readonly Actor[]
  readonly steps: readonly ReviewStep[]
}

/** Nobody is asked to look at a draft. */
const untilReady = (rule: ReviewRule, facts: ReviewFacts): Next => ({
  waitingFor: [authorOrRole(rule, facts)],
  steps: [{ step: 'ready' }],
})

const authorOrRole = (rule: ReviewRule, facts: ReviewFacts): Actor =>
  facts.author === null ? { kind: 'role', role: rule.role } : { kind: 'author', login: facts.author.login }

function nextPeople(rule: ReviewRule, role: ResolvedRole, standing: Standing, tally: Tally, facts: ReviewFacts): Next {
  const done = rule.need === 'approved' ? standing.approvals : standing.answered
  const again = rule.need === 'approved' ? standing.stale.map(({ account }) => account) : []
  const awaited = rule.need === 'approved' ? without(standing.asked, done) : []
  const people = sorted([...awaited, ...again])
  const open = rule.need === 'approved' ? tally.have + people.length : tally.have
  const uncovered = standing.askedTeams.length > 0 ? 0 : Math.max(0, rule.count - open)
  const free = without(standing.eligible, [...done, ...standing.asked, ...people])
  const ask: ReviewStep = {
    step: 'ask',
    role: rule.role,
    count: uncovered,
    people: logins(free),
    teams: teamSlugs(role),
  }
  const asked = [...logins(awaited), ...standing.askedTeams.map(team => team.slug)]
  return {
    waitingFor: [
      ...people.map(({ login }) => ({ kind: 'user', login, role: rule.role }) as const),
      ...standing.askedTeams.map(({ slug }) => ({ kind: 'team', slug, role: rule.role }) as const),
      ...(uncovered > 0 ? [whoAsks(rule, facts)] : []),
    ],
    steps: [
      ...(again.length > 0 ? [{ step: 'again', people: logins(again), headSha: facts.headSha } as const] : []),
      ...(asked.length > 0 ? [{ step: 'await', people: asked } as const] : []),
      ...(uncovered > 0 ? [ask] : []),
    ],
  }
}

function without(accounts: readonly Account[], others: readonly Account[]): readonly Account[] {
  const ids = new Set(others.map(account => account.id))
  return accounts.filter(account => !ids.has(account.id))
}

/** Who is to be asked is the role; that nobody was asked yet is the author's to mend, unless the App does it. */
const whoAsks = (rule: ReviewRule, facts: ReviewFacts): Actor =>
  rule.need === 'requested' && rule.request === 'never' ? authorOrRole(rule, facts) : { kind: 'role', role: rule.role }

function approvalFindings(
  rule: ReviewRule,
  role: ResolvedRole,
  standing: Standing,
  facts: ReviewFacts,
): readonly Finding[] {
  const stale = standing.stale.map(({ account, sha }) => ({
    message: message('review.stale', { login: account.login, sha, headSha: facts.headSha }),
  }))
  return [...stale, ...unresolvedFindings(rule, role)]
}

function unresolvedFindings(rule: ReviewRule, role: ResolvedRole): readonly Finding[] {
  if (role.unresolved.length === 0) return []
  return [
    { message: message('review.unresolved.part', { role: rule.role, entries: unresolvedEntries(role) }) },
    ...role.unresolved.toSorted((a, b) => (a.entry < b.entry ? -1 : 1)).map(({ reason }) => ({ message: reason })),
  ]
}

const unresolvedEntries = (role: ResolvedRole): readonly string[] => role.unresolved.map(({ entry }) => entry).sort()

/** Teams of the role that can be asked, readable or not. */
function teamSlugs(role: ResolvedRole): readonly string[] {
  const unread = unresolvedEntries(role).filter(entry => entry.includes('/'))
  return [...new Set([...role.teams.map(team => team.slug), ...unread.map(entry => entry.replace(/^@/, ''))])].sort()
}

const logins = (accounts: readonly { readonly login: string }[]): readonly string[] =>
  accounts.map(account => account.login)

/** Worst first: failed, unknown, waiting, passed. */
function fold(results: readonly RuleResult[]): GateResult {
  const findings = results.flatMap(result => result.findings)
  const failed = results.filter(result => result.status === 'failed').map(result => result.tally)
  if (failed.length > 0) {
    const missing = failed.map(({ role, eligible, count }) => ({ role, missing: count - eligible }))
    const next = message('review.failed.next', { roles: missing })
    return { status: 'failed', summary: message('review.failed', { rules: failed }), findings, next }
  }
  const unclear = results.find(result => result.status === 'unknown')
  if (unclear) return { status: 'unknown', summary: unclear.summary, next: unclear.next, findings }

  const open = results.filter(result => result.status === 'waiting')
  if (open.length > 0) {
    const waitingFor = distinct(open.flatMap(result => result.waitingFor))
    const next = message('review.waiting.next', { steps: distinct(open.flatMap(result => result.steps)) })
    const summary = message('review.waiting', { rules: open.map(result => result.tally) })
    return { status: 'waiting', summary, waitingFor, next, findings }
  }
  const held = results.filter(result => result.status === 'passed').map(result => result.tally)
  if (held.length === 0) return { status: 'passed', summary: message('review.idle', { rules: results.length }) }
  return { status: 'passed', summary: message('review.passed', { rules: held }), findings }
}
