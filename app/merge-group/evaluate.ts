import type { PolicyState } from '../../src/evaluate.ts'
import { type Fact, type PullRequestFacts, present } from '../../src/facts/facts.ts'
import { policyChangeOf } from '../../src/facts/policy.ts'
import { gateIds, gates } from '../../src/gates/index.ts'
import type { GitHubClient } from '../../src/github/client.ts'
import { type CommitReports, readGroupCommit } from '../../src/github/commit.ts'
import { type GroupMembers, readGroupMembers } from '../../src/github/merge-group.ts'
import { readSnapshot } from '../../src/github/snapshot.ts'
import { type Message, message } from '../../src/locales/message.ts'
import type { Notice, Report } from '../../src/report.ts'
import { measuredAt } from '../evidence/reports.ts'
import { completeFacts } from '../facts.ts'
import { linksOf, sha256 } from '../publication.ts'
import type { Deps } from '../pull-request.ts'
import { openSession } from '../session.ts'
import { readPolicy } from '../shared-policy.ts'
import type { LaneClaim } from '../store/index.ts'
import { type GroupPublication, renderGroup } from './publication.ts'
import { groupAt, type MergeGroup, rememberMembers } from './record.ts'

/** One pull request of a group: its verdict there, or why there is none. */
export type Member =
  | { readonly kind: 'judged'; readonly number: number; readonly report: Report }
  | { readonly kind: 'problem'; readonly number: number | null; readonly problem: Message }

/**
 * Judges every pull request of a merge group: what rests on the tree by what was reported on the group's commit, what
 * people decided as it stands on the pull request. Publishes one check on the group's commit.
 */
export async function processGroup(deps: Deps, claim: LaneClaim, headSha: string): Promise<void> {
  const { store } = deps
  const finish = () =>
    store.lanes.finish(
      claim,
      claim.jobs.map(job => job.id),
      deps.now(),
    )
  const repoId = claim.jobs[0]?.repoId ?? ''
  const group = await groupAt(store, repoId, headSha, deps.now())
  if (group === null) return finish()
  const publication = await judgeGroup(deps, await deps.clientFor(group.installationId, repoId), group)
  if (publication === null) return finish()
  const body = JSON.stringify(publication)
  const { installationId } = group
  await store.transaction(async tx => {
    await tx.outbox.put({ key: claim.key, kind: 'group', installationId, repoId, body, runAt: deps.now() })
    await tx.lanes.finish(
      claim,
      claim.jobs.map(job => job.id),
      deps.now(),
    )
  })
}

/** `null`: nothing to say, because the group is gone or its base has no policy. */
async function judgeGroup(deps: Deps, client: GitHubClient, group: MergeGroup): Promise<GroupPublication | null> {
  const [owner = '', name = ''] = group.fullName.split('/')
  const commit = await readGroupCommit(client, { owner, name }, { head: group.headSha, base: group.baseSha })
  if (commit === null) return null
  const version = { owner, name, sha: group.baseSha, entries: commit.policyAtBase }
  const { policy } = await readPolicy({ ...deps, client: await deps.clientFor(group.installationId, null) }, version)
  if (policy.state === 'present' && policy.origin.source === 'none') return null
  const members = await readGroupMembers(client, { owner, name, ...group })
  const reports = await withHandedOver(deps, group, policy, commit.reports)
  const judged = await judgeMembers(deps, client, { group, policy, members, reports })
  const locale = policy.state === 'present' ? policy.policy.locale : 'en'
  const links = linksOf(deps.webUrl, group.fullName, group.headSha)
  const check = renderGroup(judged, { locale, links, signing: 'none' })
  const digest = sha256(JSON.stringify(check))
  return { group, repositoryNodeId: commit.repositoryNodeId, check, digest }
}

/** What was reported on the group's commit, with what its runs handed to the App. */
async function withHandedOver(
  { store }: Deps,
  { repoId, fullName, headSha }: MergeGroup,
  policy: PolicyState,
  reports: CommitReports,
): Promise<CommitReports> {
  const judging = policy.state === 'present' ? policy.policy : null
  return { ...reports, ...(await measuredAt(store, { repoId, fullName, headSha }, judging, reports)) }
}

interface Judging {
  readonly group: MergeGroup
  readonly policy: PolicyState
  readonly members: Fact<GroupMembers>
  readonly reports: CommitReports
}

async function judgeMembers(deps: Deps, client: GitHubClient, judging: Judging): Promise<readonly Member[]> {
  const { group, members } = judging
  if (members.state !== 'present') {
    const problem = members.state === 'unknown' ? members.reason : message('app.group.nobody', { group: group.headSha })
    return [{ kind: 'problem', number: null, problem }]
  }
  const judged: Member[] = []
  for (const number of members.value.numbers) {
    const member = await judgeMember(deps, client, { ...judging, members: members.value }, number)
    if (member !== null) judged.push(member)
  }
  await rememberMembers(
    deps.store,
    group,
    judged.flatMap(member => member.number ?? []),
    deps.now(),
  )
  if (judged.length > 0) return judged
  return [{ kind: 'problem', number: null, problem: message('app.group.nobody', { group: group.headSha }) }]
}

/** `null`: not a pull request that waits to be merged into the group's base. */
async function judgeMember(
  deps: Deps,
  client: GitHubClient,
  { group, policy, members, reports }: Omit<Judging, 'members'> & { readonly members: GroupMembers },
  number: number,
): Promise<Member | null> {
  const [owner = '', name = ''] = group.fullName.split('/')
  const snapshot = await readSnapshot(client, { owner, name, number })
  if (snapshot === null || snapshot.state !== 'open' || snapshot.baseRef !== group.baseRef) return null
  // T-38: what was signed must be what is merged.
  if (members.keepsHeads && !members.shas.includes(snapshot.headSha)) {
    const problem = message('app.group.moved', { number, headSha: snapshot.headSha, group: group.headSha })
    return { kind: 'problem', number, problem }
  }
  const judging = policy.state === 'present' ? policy.policy : null
  const wide = await deps.clientFor(group.installationId, null)
  const { facts } = await completeFacts(
    { client, wide, store: deps.store, now: deps.now(), log: deps.log },
    snapshot,
    judging,
  )
  const key = { repoId: group.repoId, kind: 'pr', number } as const
  const subject = await deps.store.subjects.get(key)
  const bare = atGroup(facts, reports)
  const { baseSha: sha, policyAtBase: entries, policyAtHead: head } = snapshot
  const { extending } = await readPolicy({ ...deps, client: wide }, { owner, name, sha, entries, head })
  const change = policyChangeOf(entries, head, { ...extending, files: bare.changedFiles })
  const session = await openSession(deps, { key, subject, policy, change, replay: null, bare })
  const { report } = session.outcome()
  return { kind: 'judged', number, report: { ...report, notices: [notice(group, policy, bare), ...report.notices] } }
}

/** Facts of the pull request with everything that was reported on a commit taken from the group's. */
function atGroup(facts: PullRequestFacts, reports: CommitReports): PullRequestFacts {
  const { headSha } = facts
  return {
    ...facts,
    checks: reports.checks,
    deployments: reports.deployments,
    coverage: ofHead(reports.evidence, headSha),
    findings: ofHead(reports.findings, headSha),
    values: ofHead(reports.values, headSha),
  }
}

/** The group's measurement answers for the pull request: gates compare with the pull request's own head. */
const ofHead = <T extends { readonly headSha: string }>(fact: Fact<T>, headSha: string): Fact<T> =>
  fact.state === 'present' ? present({ ...fact.value, headSha }) : fact

/** Which gates were computed anew for the group, and which were carried. */
function notice(group: MergeGroup, policy: PolicyState, { number, headSha }: PullRequestFacts): Notice {
  const enabled =
    policy.state === 'present' ? gateIds.filter(id => (policy.policy.gates[id]?.level ?? 'off') !== 'off') : []
  const computed = enabled.filter(id => gates[id].restsOn === 'tree')
  const carried = enabled.filter(id => gates[id].restsOn === 'people')
  return {
    level: 'notice',
    message: message('action.mergeGroup', { group: group.headSha, number, headSha, computed, carried }),
  }
}
