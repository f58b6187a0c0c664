import type { PolicyState } from '../src/evaluate.ts'
import type { Account, PullRequestFacts } from '../src/facts/facts.ts'
import { policyChangeOf } from '../src/facts/policy.ts'
import type { GitHubClient } from '../src/github/client.ts'
import { readDirectory } from '../src/github/roles.ts'
import { readSnapshot, type Snapshot } from '../src/github/snapshot.ts'
import { message } from '../src/locales/message.ts'
import type { Policy } from '../src/policy/schema.ts'
import { rememberPeople, withinActorBudget } from './actor-budget.ts'
import { refreshDeploymentsOf, rememberEnvironments } from './deployments/record.ts'
import { readIntents } from './events/index.ts'
import type { Intent } from './events/intent.ts'
import { type PullRequestPayload, stirsOthers } from './events/pull-request.ts'
import { completeFacts } from './facts.ts'
import type { Log } from './front/http.ts'
import { isObject, type JsonObject, parsePayload } from './front/payload.ts'
import type { ClientFor } from './github.ts'
import { NotNow, passingTrouble } from './guard.ts'
import { keep } from './known.ts'
import { lastWords, type Overtaken } from './last-word.ts'
import { keepMeanings } from './meanings.ts'
import { refreshGroupsOf } from './merge-group/record.ts'
import { askedOn, type Publication, type Reply, reviewRequests, wantsPublishing } from './publication.ts'
import { keptReplay } from './replay.ts'
import { type Outcome, openSession } from './session.ts'
import { readPolicy, rememberExtends } from './shared-policy.ts'
import { keepRevocations } from './shown.ts'
import type { InboxRow, LaneClaim, Store, Subject, SubjectKey } from './store/index.ts'
import { refreshWatchers, rememberWatch, restsOn } from './watch.ts'

export interface Deps {
  readonly store: Store
  readonly clientFor: ClientFor
  readonly now: () => number
  /** Numeric id of this App. */
  readonly appId: string
  /** Where a person's pull request and commits are, without a slash at the end. */
  readonly webUrl: string
  /** Repositories of an owner, by name, that its policies may extend. Left out: `.github`. */
  readonly policyRepositories?: readonly string[] | undefined
  readonly log?: Log
}

/**
 * Works off the due jobs of one pull request together: reads GitHub once, judges every wish against what is true now,
 * and commits ledger rows, wanted outputs and the jobs' ends in one transaction.
 */
export async function processPullRequest(deps: Deps, claim: LaneClaim, key: SubjectKey): Promise<void> {
  const { store } = deps
  const subject = await store.subjects.get(key)
  const jobs: Job[] = []
  const overtaken: Overtaken[] = []
  const words = lastWords(store, key, deps.now())
  for (const row of claim.jobs) {
    const payload = payloadOf(row)
    const intents = payload === null ? [] : await concerning(store, key, readIntents(row.event, payload), subject)
    const { installationId } = row
    const affordable = await withinActorBudget(deps, { key, installationId }, await restingOn(store, key, intents))
    const ordered = await words.inOrder(affordable)
    jobs.push({ row, payload, intents: ordered.intents })
    overtaken.push(...ordered.overtaken)
  }
  await stir(deps, key, jobs)
  const doneIds = claim.jobs.map(job => job.id)
  const finish = () => store.lanes.finish(claim, doneIds, deps.now())
  if (jobs.every(job => job.intents.length === 0)) return finish()

  const repository = await store.repositories.get(key.repoId)
  // What GitHub listed as ours counts; a delivery may name another installation (security.md T-74).
  const installationId = repository?.installationId ?? lastInstallation(claim.jobs)
  const payloads = jobs.map(job => job.payload)
  const fullName = repositoryName(payloads) ?? repository?.fullName
  if (installationId === undefined || fullName === undefined || repository?.removed === true) return finish()
  const installation = await store.installations.get(installationId)
  if (installation?.removed === true) return finish()
  if (installation?.suspended === true) {
    // What a person decided and GitHub was told is here waits for the suspension to end; looks are made then anyway.
    if (jobs.some(job => job.intents.some(isDecision))) throw new NotNow('the installation is suspended')
    return finish()
  }
  const [owner = '', name = ''] = fullName.split('/')
  const client = await deps.clientFor(installationId, key.repoId)
  const wide = await deps.clientFor(installationId, null)
  const snapshot = await readSnapshot(client, { owner, name, number: key.number })
  if (snapshot === null || snapshot.repository.id !== key.repoId) return finish()
  if (repository?.fullName !== fullName) {
    // Created or renamed since we last listed it.
    await keep(
      store,
      installationId,
      { id: key.repoId, full_name: fullName, private: snapshot.repository.isPrivate },
      false,
    )
  }

  const { policy, extending, references } = await readPolicy(
    { ...deps, client: wide },
    {
      owner: snapshot.repository.owner,
      name: snapshot.repository.name,
      sha: snapshot.baseSha,
      entries: snapshot.policyAtBase,
      head: snapshot.policyAtHead,
    },
  )
  const origin = policy.state === 'present' ? policy.origin : null
  if (origin?.source === 'none') return retire(deps, subject, snapshot, installationId, finish)

  const judging = policy.state === 'present' ? policy.policy : null
  const decides = jobs.some(job => job.intents.some(isDecision))
  const { facts: bare, directory } = await completeFacts(
    { client, wide, store, now: deps.now(), log: deps.log, signing: decides || (await hasSignOff(store, key)) },
    snapshot,
    judging,
  )
  const change = policyChangeOf(snapshot.policyAtBase, snapshot.policyAtHead, {
    ...extending,
    files: bare.changedFiles,
  })
  const replay = await keptReplay({ ...deps, client }, snapshot, judging, change)
  const accounts = await namedAccounts(client, jobs, bare)
  // Whoever decided something is not answered with what GitHub failed to tell for a moment.
  const trouble = passingTrouble(client) ?? passingTrouble(wide)
  if (trouble !== null && decides && isInTheDark(policy, bare)) throw trouble
  const session = await openSession(deps, { key, subject, policy, change, replay, bare, accounts })
  for (const job of jobs) for (const intent of job.intents) await session.handle(job.row, intent)
  const outcome = session.outcome()

  const locale = policy.state === 'present' ? policy.policy.locale : 'en'
  const places = {
    pullRequestNodeId: snapshot.nodeId,
    owner: snapshot.repository.owner,
    name: snapshot.repository.name,
    number: snapshot.number,
    locale,
  }
  const publication: Publication = {
    ...places,
    report: outcome.report,
    questions: outcome.questions,
    seals: outcome.seals,
    repoId: key.repoId,
    repositoryNodeId: snapshot.repository.nodeId,
    request: notAskedYet(
      await reviewRequests(store, policy, outcome.facts, directory),
      await askedOn(store, claim.key),
    ),
    fresh: subject === null && claim.jobs.some(job => job.event === 'pull_request' && job.action === 'opened'),
  }
  const replies = await withinBudget(deps, claim.key, [...outcome.replies, ...overtaken.map(overtakenReply)])
  const effect = { key: claim.key, installationId, repoId: key.repoId, runAt: deps.now() }
  await store.transaction(async tx => {
    for (const row of outcome.rows) await tx.ledger.append(row)
    await words.keep(tx)
    if (judging !== null) await keepMeanings(tx, judging, outcome.rows)
    for (const { wish, messages } of outcome.answers) await tx.wishes.settle(wish, messages)
    if (outcome.revocations !== null) await keepRevocations(tx, key, outcome.revocations)
    await rememberWatch(tx, key, judging, bare)
    await rememberPeople(tx, key, bare.roles)
    await rememberExtends(tx, key, references)
    await rememberEnvironments(tx, key.repoId, judging, deps.now())
    if (subject?.verdict !== outcome.report.verdict) {
      await refreshWatchers(tx, `${places.owner}/${places.name}`, key.number, deps.now())
    }
    // In a group the same facts may give another verdict than here, so any change of the report is one for it.
    if (subject?.reportJson !== JSON.stringify(outcome.report)) {
      await refreshGroupsOf(tx, key.repoId, key.number, deps.now())
      await refreshDeploymentsOf(tx, key, deps.now())
    }
    await tx.subjects.save(key, subjectPatch(snapshot, installationId, outcome, subject, deps.now()), deps.now())
    if (isShown(snapshot, judging) && (outcome.restore || wantsPublishing(subject, publication))) {
      await tx.outbox.put({ ...effect, kind: 'publish', body: JSON.stringify(publication) })
    }
    for (const reply of replies) {
      const body: Reply = { ...places, messages: reply.messages }
      await tx.outbox.put({ ...effect, kind: `reply:${reply.source}`, body: JSON.stringify(body) })
    }
    await tx.lanes.finish(claim, doneIds, deps.now())
  })
}

/** Accounts that members of a role name in their commands; nobody else's commands cost a call (security.md T-87). */
async function namedAccounts(
  client: GitHubClient,
  jobs: readonly Job[],
  { roles }: PullRequestFacts,
): Promise<ReadonlyMap<string, Account>> {
  const members = new Set(Object.values(roles).flatMap(role => role.members.map(member => member.id)))
  const logins = jobs
    .flatMap(job => job.intents)
    .flatMap(intent => (intent.kind === 'commands' && members.has(intent.actor.id) ? intent.parsed.commands : []))
    .flatMap(command => (command.kind === 'delegate' && command.to !== '' ? [command.to.toLowerCase()] : []))
  const found = await readDirectory(
    client,
    [...new Set(logins)].slice(0, 10).map(login => `@${login}`),
  )
  return new Map(
    Object.entries(found).flatMap(([entry, one]) =>
      one.kind === 'user' ? [[entry.slice(1), one.account] as const] : [],
    ),
  )
}

const hasSignOff = async (store: Store, { repoId, number }: SubjectKey): Promise<boolean> =>
  store.ledger.problem(repoId) === null &&
  (await store.ledger.rows(repoId, `pr:${number}`)).some(row => row.decision === 'signed')

/** Whether something is unknown that says who may decide what. */
const isInTheDark = (policy: PolicyState, { changedFiles, commits, roles }: PullRequestFacts): boolean =>
  policy.state === 'unknown' ||
  changedFiles.state === 'unknown' ||
  commits.state === 'unknown' ||
  Object.values(roles).some(role => role.unresolved.length > 0)

/** After the merge people still sign for deployments, and see there what they have signed. */
const isShown = ({ state }: Snapshot, policy: Policy | null): boolean =>
  state === 'open' || (state === 'merged' && policy !== null && Object.keys(policy.environments).length > 0)

const isDecision = ({ kind }: Intent): boolean => kind !== 'refresh' && kind !== 'recheck'

interface Job {
  readonly row: InboxRow
  readonly payload: JsonObject | null
  readonly intents: readonly Intent[]
}

/** Without those about facts that this verdict does not rest on. */
async function restingOn(store: Store, key: SubjectKey, intents: readonly Intent[]): Promise<readonly Intent[]> {
  const kept: Intent[] = []
  for (const intent of intents) {
    const about = intent.kind === 'refresh' ? intent.about : undefined
    if (about === undefined || (await restsOn(store, key, about))) kept.push(intent)
  }
  return kept
}

/** Pull requests that depend on this one are looked at again when it was closed, reopened or depends on others now. */
async function stir({ store, now }: Deps, key: SubjectKey, jobs: readonly Job[]): Promise<void> {
  const stirring = jobs.filter(
    ({ row, payload }) =>
      row.event === 'pull_request' && payload !== null && stirsOthers(payload as unknown as PullRequestPayload),
  )
  const fullName = repositoryName(stirring.map(job => job.payload))
  if (fullName !== undefined) await refreshWatchers(store, fullName, key.number, now())
}

/** Nobody is asked twice on one pull request, whether GitHub refused the request or somebody took it back. */
function notAskedYet(request: Publication['request'], asked: readonly string[]): Publication['request'] {
  return {
    userIds: request.userIds.filter(id => !asked.includes(id)),
    teamIds: request.teamIds.filter(id => !asked.includes(id)),
  }
}

const overtakenReply = ({ commentId, login }: Overtaken): Outcome['replies'][number] => ({
  source: `overtaken:${commentId}`,
  messages: [message('app.reply.overtaken', { login })],
})

/** More answers than this in an hour help nobody on a pull request; they would only hold up everybody else's. */
const repliesPerHour = 30
const hour = 60 * 60 * 1000

/** Answers as far as the pull request's budget goes. What was decided is recorded all the same (security.md T-87). */
async function withinBudget(
  { store, now }: Deps,
  lane: string,
  replies: Outcome['replies'],
): Promise<Outcome['replies']> {
  if (replies.length === 0) return replies
  const key = `replies:${lane}:${Math.floor(now() / hour)}`
  const used = Number((await store.cache.get(key, now())) ?? 0)
  await store.cache.set(key, used + replies.length, now() + 2 * hour)
  return replies.slice(0, Math.max(0, repliesPerHour - used))
}

/** The delivery's body, empty for jobs of our own; `null`: it does not parse, so it concerns nobody. */
function payloadOf(row: InboxRow): JsonObject | null {
  const payload = parsePayload(row.payload)
  return payload.ok ? payload.value : null
}

/**
 * Edits and deletions of other people's comments, and our own edits, concern nobody and cost no call, unless the ledger
 * has a row by a command in that comment (security.md T-15).
 */
async function concerning(
  store: Store,
  key: SubjectKey,
  intents: readonly Intent[],
  subject: Subject | null,
): Promise<readonly Intent[]> {
  const kept: Intent[] = []
  for (const intent of intents) {
    const isChange = intent.kind === 'comment-deleted' || intent.kind === 'comment-edited'
    const isOurs = isChange && subject?.commentId === intent.commentId
    if (!isChange || (isOurs && (intent.kind === 'comment-deleted' || intent.actor.id !== intent.authorId))) {
      kept.push(intent)
    } else if (!isOurs && (await holdsCommand(store, key, intent.commentId))) kept.push(intent)
  }
  return kept
}

/** Changes of one comment that are recorded at most; whoever edits it a hundred times says nothing new. */
const mostChanges = 20

async function holdsCommand(store: Store, key: SubjectKey, commentId: string): Promise<boolean> {
  if ((await store.ledger.held(key.repoId)) !== null) return false
  const rows = (await store.ledger.rows(key.repoId, `pr:${key.number}`)).filter(row =>
    row.idem.startsWith(`comment:${commentId}:`),
  )
  const changes = rows.filter(row => row.decision === 'edited' || row.decision === 'deleted').length
  // An attempt that was refused has nothing that anybody could want to hide.
  return changes < mostChanges && rows.some(row => row.decision !== 'rejected')
}

const lastInstallation = (jobs: readonly InboxRow[]): string | undefined =>
  jobs.findLast(job => job.installationId !== null)?.installationId ?? undefined

/** The repository's name now, as the newest delivery tells it; ids decide, names are for calls and display. */
function repositoryName(payloads: readonly (JsonObject | null)[]): string | undefined {
  const names = payloads.map(payload => {
    const repository = payload?.repository
    return isObject(repository) ? repository.full_name : undefined
  })
  return names.findLast(name => typeof name === 'string')
}

/** No policy, no output: the App stays silent, and what it knew is kept current for the page. */
async function retire(
  deps: Deps,
  known: Subject | null,
  snapshot: Snapshot,
  installationId: string,
  finish: () => Promise<void>,
): Promise<void> {
  if (known !== null) {
    const patch = { ...identity(snapshot, installationId), verdict: null, waitingSince: null, waitingFor: [] }
    await deps.store.subjects.save(known, patch, deps.now())
  }
  return finish()
}

const identity = (snapshot: Snapshot, installationId: string) => ({
  fullName: `${snapshot.repository.owner}/${snapshot.repository.name}`,
  installationId,
  title: snapshot.title,
  authorLogin: snapshot.author?.login ?? null,
  headSha: snapshot.headSha,
  baseRef: snapshot.baseRef,
  state: snapshot.state,
  isDraft: snapshot.isDraft,
})

function subjectPatch(
  snapshot: Snapshot,
  installationId: string,
  { report, restore, deleted }: Outcome,
  before: Subject | null,
  now: number,
) {
  const waits = snapshot.state === 'open' && report.verdict !== 'passed'
  return {
    ...identity(snapshot, installationId),
    verdict: report.verdict,
    waitingSince: waits ? (before?.waitingSince ?? now) : null,
    waitingFor: report.waitingFor,
    reportJson: JSON.stringify(report),
    ...(restore ? { commentDigest: null, checkDigest: null } : {}),
    ...(deleted ? { commentId: null, commentNodeId: null } : {}),
  }
}
