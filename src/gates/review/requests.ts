import type { Account, Fact, PullRequestFacts, ResolvedRole, ReviewRequest } from '../../facts/facts.ts'
import type { ReviewOptions, ReviewRule } from './options.ts'
import { byId, contributorIds, type ReviewFacts, ruleApplies, sorted, standingOf } from './standing.ts'

/** GitHub takes no more people and teams on one pull request. */
const maxRequests = 15

/**
 * Whom to ask for a review under the rules with `request: auto`; empty when nobody is missing, when the pull request is
 * a draft or not open, or when a fact is unknown. Everybody who was asked or has answered fills a place, so that asking
 * twice changes nothing. `load`: open requests by account id, none when missing.
 */
export function planReviewRequests(
  facts: PullRequestFacts,
  options: ReviewOptions,
  load: ReadonlyMap<string, number>,
): readonly ReviewRequest[] {
  const rules = options.rules.filter(rule => rule.request === 'auto')
  const read = readFacts(facts, rules)
  if (facts.state !== 'open' || facts.isDraft || read === null) return []

  const planned: ReviewRequest[] = []
  for (const rule of rules) {
    const role = Object.hasOwn(facts.roles, rule.role) ? facts.roles[rule.role] : undefined
    if (role === undefined || !ruleApplies(rule, read.changedFiles)) continue
    const reviewRequests = [...read.reviewRequests, ...planned]
    const room = Math.max(0, maxRequests - reviewRequests.length)
    planned.push(...missingRequests(rule, role, { ...read, reviewRequests }, load).slice(0, room))
  }
  return planned
}

function missingRequests(
  rule: ReviewRule,
  role: ResolvedRole,
  facts: ReviewFacts,
  load: ReadonlyMap<string, number>,
): readonly ReviewRequest[] {
  // Whoever is behind such a commit could be asked to approve it.
  if (rule.need === 'approved' && facts.commits.some(commit => commit.unattributed.length > 0)) return []
  const standing = standingOf(rule, role, facts)
  if (standing.askedTeams.length > 0) return []
  if (role.members.length === 0) {
    const team = role.teams.toSorted(byId)[0]
    return team && standing.outsiders.engaged.length === 0 ? [{ kind: 'team', team }] : []
  }
  const contributors = contributorIds(facts.commits)
  const engaged = sorted([...standing.asked, ...standing.answered])
  const taken = new Set(engaged.map(account => account.id))
  const free = standing.eligible.filter(
    account => account.type === 'User' && !taken.has(account.id) && !contributors.has(account.id),
  )
  const leastLoaded = free.toSorted((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) || byId(a, b))
  const missing = Math.max(0, rule.count - engaged.length)
  return leastLoaded.slice(0, missing).map((account: Account) => ({ kind: 'user', account }))
}

function readFacts(facts: PullRequestFacts, rules: readonly ReviewRule[]): ReviewFacts | null {
  const { reviews, reviewRequests, commits, changedFiles } = facts
  const files = rules.some(rule => rule.when !== undefined) ? presentValue(changedFiles) : []
  const read = {
    reviews: presentValue(reviews),
    reviewRequests: presentValue(reviewRequests),
    commits: presentValue(commits),
  }
  if (read.reviews === null || read.reviewRequests === null || read.commits === null || files === null) return null
  const { author, headSha, isDraft, roles } = facts
  return {
    author,
    headSha,
    isDraft,
    roles,
    reviews: read.reviews,
    reviewRequests: read.reviewRequests,
    commits: read.commits,
    changedFiles: files,
  }
}

const presentValue = <T>(fact: Fact<T>): T | null => (fact.state === 'present' ? fact.value : null)
