import type { Account, ChangedFile, Commit, ResolvedRole, Review, ReviewRequest, Team } from '../../facts/facts.ts'
import { compileGlobs } from '../../glob.ts'
import { inScope } from '../scope.ts'
import type { ReviewRule } from './options.ts'

/** What the rules look at, unwrapped. */
export interface ReviewFacts {
  readonly author: Account | null
  readonly headSha: string
  readonly isDraft: boolean
  readonly roles: Readonly<Record<string, ResolvedRole>>
  readonly reviews: readonly Review[]
  readonly reviewRequests: readonly ReviewRequest[]
  /** Empty when no rule needs an approval. */
  readonly commits: readonly Commit[]
  /** Empty when no rule has `when`. */
  readonly changedFiles: readonly ChangedFile[]
}

/** The people of one rule and what each of them did. All lists are ordered by id, without repeats. */
export interface Standing {
  /** May act for the rule: not the author, for an approval no contributor, no bot unless allowed. */
  readonly eligible: readonly Account[]
  /** Members whom the rule leaves out. */
  readonly excluded: readonly Account[]
  /** Eligible and approving, at this head where the rule asks for that. */
  readonly approvals: readonly Account[]
  readonly stale: readonly StaleApproval[]
  /** Members whose last decision is a request for changes. */
  readonly blockers: readonly Account[]
  /** Eligible and asked for a review. */
  readonly asked: readonly Account[]
  readonly askedTeams: readonly Team[]
  /** Eligible and reviewed in any way. */
  readonly answered: readonly Account[]
  /** People outside the readable part of the role, who might belong to the unreadable one. */
  readonly outsiders: Outsiders
}

export interface StaleApproval {
  readonly account: Account
  /** `null`: that commit is gone. */
  readonly sha: string | null
}

interface Outsiders {
  readonly approvals: readonly Account[]
  readonly blockers: readonly Account[]
  readonly engaged: readonly Account[]
}

export const ruleApplies = (rule: ReviewRule, files: readonly ChangedFile[]): boolean => {
  if (rule.when === undefined) return true
  const when = compileGlobs(rule.when)
  return files.some(file => inScope(when, file))
}

export function standingOf(rule: ReviewRule, role: ResolvedRole, facts: ReviewFacts): Standing {
  const left = leftOut(rule, facts)
  const members = sorted(role.members)
  const known = new Set(members.map(member => member.id))
  const eligible = members.filter(member => !left(member))
  const mayAct = new Set(eligible.map(member => member.id))
  const decisions = latestDecisions(facts.reviews, facts.headSha)
  const approving = decisions.filter(({ state }) => state === 'approved')
  const blocking = decisions.filter(({ state }) => state === 'changes_requested').map(decision => decision.author)
  const current = (decision: Decision) => !rule.stale_after_push || decision.commitSha === facts.headSha
  const fresh = approving.filter(current).map(decision => decision.author)
  const asked = sorted(facts.reviewRequests.flatMap(request => (request.kind === 'user' ? [request.account] : [])))
  const answered = sorted(facts.reviews.flatMap(reviewer))

  const isEligible = (account: Account) => mayAct.has(account.id)
  const isOutside = (account: Account) => !known.has(account.id) && !left(account)
  return {
    eligible,
    excluded: members.filter(left),
    approvals: fresh.filter(isEligible),
    stale: approving
      .filter(decision => !current(decision) && isEligible(decision.author))
      .map(({ author, commitSha }) => ({ account: author, sha: commitSha })),
    blockers: blocking.filter(account => known.has(account.id) && counts(rule, account)),
    asked: asked.filter(isEligible),
    askedTeams: askedTeams(role, facts.reviewRequests),
    answered: answered.filter(isEligible),
    outsiders: {
      approvals: fresh.filter(isOutside),
      blockers: blocking.filter(account => !known.has(account.id) && counts(rule, account)),
      engaged: sorted([...asked, ...answered]).filter(isOutside),
    },
  }
}

/** Ids are decimal numbers of any length. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id.length - b.id.length || (a.id < b.id ? -1 : Number(a.id > b.id))

export const sorted = (accounts: readonly Account[]): readonly Account[] =>
  [...new Map(accounts.map(account => [account.id, account])).values()].sort(byId)

/** Commit metadata is written by whoever commits: it can only add people to this set. */
export const contributorIds = (commits: readonly Commit[]): ReadonlySet<string> =>
  new Set(commits.flatMap(commit => commit.contributors.map(account => account.id)))

const counts = (rule: ReviewRule, account: Account): boolean => rule.allow_bots || account.type !== 'Bot'

function leftOut(rule: ReviewRule, facts: ReviewFacts): (account: Account) => boolean {
  const contributors = rule.need === 'approved' ? contributorIds(facts.commits) : new Set<string>()
  return account => account.id === facts.author?.id || contributors.has(account.id) || !counts(rule, account)
}

interface Decision {
  readonly author: Account
  readonly state: 'approved' | 'changes_requested'
  readonly commitSha: string | null
}

/**
 * Each person's last approval or request for changes, ordered by person. A comment changes nothing; GitHub marks a
 * dismissed review in place, so the person's decision before it holds again. Approving another commit later takes
 * nothing from an approval of this head; without that, dismissing the later one would make the verdict better.
 */
function latestDecisions(reviews: readonly Review[], headSha: string): readonly Decision[] {
  const latest = new Map<string, Decision>()
  for (const { author, state, commitSha } of reviews.toSorted(bySubmission)) {
    if (author === null || (state !== 'approved' && state !== 'changes_requested')) continue
    const before = latest.get(author.id)
    if (state === 'approved' && before?.state === 'approved' && before.commitSha === headSha) continue
    latest.set(author.id, { author, state, commitSha })
  }
  return [...latest.values()].sort((a, b) => byId(a.author, b.author))
}

const bySubmission = (a: Review, b: Review): number => {
  const [first, second] = [Date.parse(a.submittedAt), Date.parse(b.submittedAt)]
  return first < second ? -1 : first > second ? 1 : byId(a, b)
}

const reviewer = (review: Review): readonly Account[] =>
  review.author !== null && review.state !== 'pending' ? [review.author] : []

/** A team that could not be read is known by its name in the policy; GitHub says under which name it was asked. */
function askedTeams(role: ResolvedRole, requests: readonly ReviewRequest[]): readonly Team[] {
  const ids = new Set(role.teams.map(team => team.id))
  const names = new Set(role.unresolved.map(({ entry }) => entry.replace(/^@/, '').toLowerCase()))
  return requests
    .flatMap(request => (request.kind === 'team' ? [request.team] : []))
    .filter(team => ids.has(team.id) || names.has(team.slug.toLowerCase()))
    .sort(byId)
}
