import { createHash } from 'node:crypto'
import { applicableItems, type Decision, decide, type SignRequest } from '../src/checklist/decide.ts'
import { evaluate, type PolicyState } from '../src/evaluate.ts'
import { type Account, type PullRequestFacts, present, type SignOff, unknown } from '../src/facts/facts.ts'
import { policyNotices, policyStateOf } from '../src/facts/load.ts'
import { planReviewRequests } from '../src/gates/review.ts'
import type { GitHubClient } from '../src/github/client.ts'
import { type Directory, nodeIds } from '../src/github/roles.ts'
import { readSnapshot, type Snapshot } from '../src/github/snapshot.ts'
import { foldSignOffs } from '../src/ledger/fold.ts'
import type { Locale } from '../src/locales/index.ts'
import { type Message, message } from '../src/locales/message.ts'
import { boxTransitions, normaliseBody } from '../src/render/boxes.ts'
import { actionIdentifier } from '../src/render/check.ts'
import type { Report } from '../src/report.ts'
import { readIntents } from './events/index.ts'
import type { Acting, Intent } from './events/intent.ts'
import { completeFacts } from './facts.ts'
import { parsePayload } from './front/payload.ts'
import {
  type InboxRow,
  type LaneClaim,
  LedgerBroken,
  type NewLedgerRow,
  type Store,
  type Subject,
  type SubjectKey,
} from './store/index.ts'

/** What the sender needs to bring a pull request's comment, check and review requests into the wanted state. */
export interface Publication {
  readonly report: Report
  readonly locale: Locale
  readonly repoId: string
  readonly repositoryNodeId: string
  readonly pullRequestNodeId: string
  readonly owner: string
  readonly name: string
  readonly number: number
  /** Node ids of people and teams to be asked for a review. */
  readonly request: { readonly userIds: readonly string[]; readonly teamIds: readonly string[] }
  /** Nothing of ours can be there yet, so nothing is looked up before creating. */
  readonly fresh: boolean
}

/** One reply to a person, in a comment of its own. */
export interface Reply {
  readonly messages: readonly Message[]
  readonly locale: Locale
  readonly pullRequestNodeId: string
  readonly owner: string
  readonly name: string
  readonly number: number
}

export interface Deps {
  readonly store: Store
  readonly clientFor: (installationId: string) => Promise<GitHubClient>
  readonly now: () => number
}

const laneForm = /^(\d+):pr:(\d+)$/

/** The pull request of a lane; `null` for the lanes of repositories and installations. */
export function subjectOfLane(lane: string): SubjectKey | null {
  const match = laneForm.exec(lane)
  return match === null ? null : { repoId: match[1] ?? '', kind: 'pr', number: Number(match[2]) }
}

/**
 * Works off the due jobs of one pull request together: reads GitHub once, judges every wish against what is true now,
 * and commits ledger rows, wanted outputs and the jobs' ends in one transaction.
 */
export async function processPullRequest(deps: Deps, claim: LaneClaim, key: SubjectKey): Promise<void> {
  const { store } = deps
  const subject = await store.subjects.get(key)
  const jobs = claim.jobs.map(row => ({ row, intents: concerning(intentsOf(row), subject) }))
  const doneIds = claim.jobs.map(job => job.id)
  const finish = () => store.lanes.finish(claim, doneIds, deps.now())
  if (jobs.every(job => job.intents.length === 0)) return finish()

  const repository = await store.repositories.get(key.repoId)
  // What GitHub listed as ours counts; a delivery may name another installation (security.md T-74).
  const installationId = repository?.installationId ?? lastInstallation(claim.jobs)
  const fullName = repositoryName(claim.jobs) ?? repository?.fullName
  if (installationId === undefined || fullName === undefined || repository?.removed === true) return finish()
  const installation = await store.installations.get(installationId)
  if (installation?.removed === true || installation?.suspended === true) return finish()
  const [owner = '', name = ''] = fullName.split('/')
  const client = await deps.clientFor(installationId)
  const snapshot = await readSnapshot(client, { owner, name, number: key.number })
  if (snapshot === null || snapshot.repository.id !== key.repoId) return finish()
  if (repository?.fullName !== fullName) await keepRepository(store, key.repoId, installationId, snapshot)

  const policy = policyStateOf(snapshot.policyAtBase, {
    owner: snapshot.repository.owner,
    sha: snapshot.baseSha,
  })
  const origin = policy.state === 'present' ? policy.origin : null
  if (origin?.source === 'none') return retire(deps, key, snapshot, installationId, finish)

  const roles = policy.state === 'present' ? policy.policy.roles : {}
  const { facts: bare, directory } = await completeFacts({ client, store, now: deps.now() }, snapshot, roles)
  const session = await openSession(deps, { key, subject, policy, bare, snapshot })
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
    repoId: key.repoId,
    repositoryNodeId: snapshot.repository.nodeId,
    request: await reviewRequests(deps, policy, outcome.facts, directory),
    fresh: subject === null && claim.jobs.some(job => job.event === 'pull_request' && job.action === 'opened'),
  }
  const effect = { key: claim.key, installationId, repoId: key.repoId, runAt: deps.now() }
  await store.transaction(async tx => {
    for (const row of outcome.rows) await tx.ledger.append(row)
    await tx.subjects.save(key, subjectPatch(snapshot, installationId, outcome, subject, deps.now()), deps.now())
    if (snapshot.state === 'open' && (outcome.restore || wantsPublishing(subject, publication))) {
      await tx.outbox.put({ ...effect, kind: 'publish', body: JSON.stringify(publication) })
    }
    for (const reply of outcome.replies) {
      const body: Reply = { ...places, messages: reply.messages }
      await tx.outbox.put({ ...effect, kind: `reply:${reply.source}`, body: JSON.stringify(body) })
    }
    await tx.lanes.finish(claim, doneIds, deps.now())
  })
}

function intentsOf(row: InboxRow): readonly Intent[] {
  if (row.event.startsWith('internal.')) return readIntents(row.event, {})
  const payload = parsePayload(row.payload)
  return payload.ok ? readIntents(row.event, payload.value) : []
}

/** Edits and deletions of other people's comments, and our own edits, concern nobody: they cost no call. */
function concerning(intents: readonly Intent[], subject: Subject | null): readonly Intent[] {
  return intents.filter(intent => {
    if (intent.kind === 'comment-deleted') return subject?.commentId === intent.commentId
    if (intent.kind !== 'comment-edited') return true
    return subject?.commentId === intent.commentId && intent.actor.id !== intent.authorId
  })
}

const lastInstallation = (jobs: readonly InboxRow[]): string | undefined =>
  jobs.findLast(job => job.installationId !== null)?.installationId ?? undefined

/** The repository's name now, as the newest delivery tells it; ids decide, names are for calls and display. */
function repositoryName(jobs: readonly InboxRow[]): string | undefined {
  for (const job of [...jobs].reverse()) {
    if (job.event.startsWith('internal.')) continue
    const payload = parsePayload(job.payload)
    const repository = payload.ok ? (payload.value.repository as { full_name?: unknown } | undefined) : undefined
    if (typeof repository?.full_name === 'string') return repository.full_name
  }
  return undefined
}

/** A repository that was created or renamed since we last listed them. */
function keepRepository(store: Store, id: string, installationId: string, { repository }: Snapshot): Promise<void> {
  const { owner, name } = repository
  return store.repositories.save({
    id,
    installationId,
    fullName: `${owner}/${name}`,
    owner,
    private: repository.isPrivate,
    removed: false,
  })
}

/** No policy, no output: the App stays silent, and what it knew is kept current for the page. */
async function retire(
  deps: Deps,
  key: SubjectKey,
  snapshot: Snapshot,
  installationId: string,
  finish: () => Promise<void>,
): Promise<void> {
  const known = await deps.store.subjects.get(key)
  if (known !== null) {
    const patch = { ...identity(snapshot, installationId), verdict: null, waitingSince: null, waitingFor: [] }
    await deps.store.subjects.save(key, patch, deps.now())
  }
  return finish()
}

interface Context {
  readonly key: SubjectKey
  readonly subject: Subject | null
  readonly policy: PolicyState
  readonly bare: PullRequestFacts
  readonly snapshot: Snapshot
}

interface Outcome {
  readonly report: Report
  readonly facts: PullRequestFacts
  readonly rows: readonly NewLedgerRow[]
  readonly replies: readonly { readonly source: string; readonly messages: readonly Message[] }[]
  /** Our comment was changed by somebody: write it again even though nothing else changed. */
  readonly restore: boolean
  /** Our comment is gone: write a new one. */
  readonly deleted: boolean
}

/** Keeps the sign-offs current while the wishes of one batch are judged one after the other. */
async function openSession(deps: Deps, context: Context) {
  const { key, policy, bare, snapshot, subject } = context
  const ledger = await standingSignOffs(deps.store, key)
  let signOffs = ledger.state === 'present' ? ledger.value : []
  let restore = false
  let deleted = false
  const rows: NewLedgerRow[] = []
  const replies: { source: string; messages: readonly Message[] }[] = []
  const notices = policyNotices(snapshot.policyAtBase, snapshot.policyAtHead, {
    owner: snapshot.repository.owner,
    files: bare.changedFiles,
  })
  const factsNow = (): PullRequestFacts => ({
    ...bare,
    signOffs: ledger.state === 'unknown' ? ledger : present(signOffs),
  })
  const reportNow = (): Report => evaluate(policy, factsNow(), notices)

  const judge = (
    request: SignRequest,
    row: InboxRow,
    via: SignOff['via'],
    idem: string,
    text: string,
  ): readonly Message[] => {
    if (policy.state !== 'present') return request.quiet ? [] : [message('app.reply.policyBroken', {})]
    const facts = factsNow()
    const decided = decide(request, policy.policy, facts, reportNow().checklists)
    for (const decision of decided.decisions) {
      rows.push(ledgerRow({ decision, request, facts, policy, row, via, idem, text, at: deps.now() }))
      signOffs = apply(signOffs, decision, request, facts, via)
    }
    return decided.replies
  }

  const handle = async (row: InboxRow, intent: Intent): Promise<void> => {
    switch (intent.kind) {
      case 'refresh':
        return
      case 'comment-deleted':
        deleted = true
        restore = true
        return
      case 'recheck':
        restore = true
        return
      case 'commands': {
        const seenHead = subject?.publishedHeadSha ?? null
        const messages = commandReplies({ intent, policy, facts: factsNow(), seenHead }, wish =>
          judge(wish.request, row, 'command', `comment:${intent.commentId}:${wish.index}`, intent.text),
        )
        restore ||= intent.parsed.commands.some(command => command.kind === 'recheck')
        if (messages.length > 0) replies.push({ source: `comment:${intent.commentId}`, messages })
        return
      }
      case 'comment-edited': {
        restore = true
        const messages = await ticks(intent, row)
        if (messages.length > 0) replies.push({ source: row.deliveryId, messages })
        return
      }
      case 'button': {
        const messages = button(intent, row)
        if (messages.length > 0) replies.push({ source: row.deliveryId, messages })
        return
      }
      case 'approved': {
        const items = itemsByReview(policy, factsNow())
        if (items.length === 0) return
        const request = { kind: 'sign', items, ...acting(intent), seenHead: intent.headSha, quiet: true } as const
        judge(request, row, 'review', `review:${intent.reviewId}`, intent.text)
        return
      }
      default:
        intent satisfies never
    }
  }

  const ticks = async (
    intent: Extract<Intent, { kind: 'comment-edited' }>,
    row: InboxRow,
  ): Promise<readonly Message[]> => {
    const moved = boxTransitions(intent.before, intent.after)
    if (moved.length === 0 || subject === null) return []
    const login = intent.actor.login
    const digest = sha256(normaliseBody(intent.before))
    const seenHead = await deps.store.subjects.renderedHead(subject.id, digest)
    if (seenHead === null) return intent.actor.type === 'Bot' ? [] : [message('app.reply.foreignText', { login })]
    const emptied = moved.filter(box => !box.checked)
    const items = moved.filter(box => box.checked).map(box => box.itemId)
    const untick = emptied.map(box => message('app.reply.untick', { login, item: box.itemId }))
    if (items.length === 0) return untick
    const request = { kind: 'sign', items, ...acting(intent), seenHead, quiet: false } as const
    const told = judge(request, row, 'tick', `tick:${row.bodySha256}`, intent.after)
    return [...untick, ...told.filter(reply => reply.code !== 'app.reply.signed')]
  }

  const button = (intent: Extract<Intent, { kind: 'button' }>, row: InboxRow): readonly Message[] => {
    if (subject?.checkRunId !== intent.checkRunId || policy.state !== 'present') return []
    if (intent.identifier === 'recheck') {
      restore = true
      return []
    }
    const item = applicableItems(policy.policy, factsNow()).find(
      place => actionIdentifier(place.item.id) === intent.identifier,
    )?.item.id
    if (item === undefined) return []
    const request = { kind: 'sign', items: [item], ...acting(intent), seenHead: intent.headSha, quiet: false } as const
    const told = judge(request, row, 'button', `button:${row.bodySha256}`, intent.identifier)
    return told.filter(reply => reply.code !== 'app.reply.signed')
  }

  const outcome = (): Outcome => ({ report: reportNow(), facts: factsNow(), rows, replies, restore, deleted })
  return { handle, outcome }
}

const acting = ({ actor, viaApp }: Acting): Acting => ({ actor, viaApp })

/** Sign-offs as the ledger has them; a chain that does not verify makes them unknown, never empty. */
async function standingSignOffs(store: Store, key: SubjectKey) {
  try {
    return present(foldSignOffs(await store.ledger.rows(key.repoId, `pr:${key.number}`)))
  } catch (error) {
    if (!(error instanceof LedgerBroken)) throw error
    return unknown(message('unknown.ledger', { seq: error.problem.chainSeq }))
  }
}

/** The sign-offs after a decision, so that the next wish of the same batch sees it. */
function apply(
  signOffs: readonly SignOff[],
  decision: Decision,
  request: SignRequest,
  facts: PullRequestFacts,
  via: SignOff['via'],
): readonly SignOff[] {
  if (decision.decision === 'rejected') return signOffs
  const others = signOffs.filter(
    one => one.checklist !== decision.checklist || one.item !== decision.item || one.by.id !== decision.signer.id,
  )
  if (decision.decision === 'revoked') return others
  const signed: SignOff = {
    checklist: decision.checklist,
    item: decision.item,
    by: request.actor,
    at: facts.evaluatedAt,
    via,
    headSha: facts.headSha,
    baseRef: facts.baseRef,
    itemHash: decision.itemHash,
    covered: decision.covered,
  }
  return [...others, signed]
}

function ledgerRow(input: {
  readonly decision: Decision
  readonly request: SignRequest
  readonly facts: PullRequestFacts
  readonly policy: Extract<PolicyState, { state: 'present' }>
  readonly row: InboxRow
  readonly via: SignOff['via']
  readonly idem: string
  readonly text: string
  readonly at: number
}): NewLedgerRow {
  const { decision, request, facts, policy } = input
  return {
    repoId: facts.repository.id,
    subject: `pr:${facts.number}`,
    headSha: facts.headSha,
    baseRef: facts.baseRef,
    policySha256: policy.origin.source === 'base' ? policy.origin.sha256 : '',
    checklist: decision.checklist,
    itemId: decision.item,
    itemHash: decision.itemHash,
    actorId: request.actor.id,
    actorType: request.actor.type,
    signerId: decision.signer.id,
    decision: decision.decision,
    via: input.via,
    source: input.row.deliveryId,
    bodyHash: sha256(input.text),
    covered: decision.covered,
    at: input.at,
    idem: `${input.idem}:${decision.checklist}:${decision.item}:${decision.signer.id}`,
    login: request.actor.login,
    reason: decision.reason === null ? null : decision.reason.code,
  }
}

/**
 * Answers to the commands of one comment, in their order. `seenHead`: the head that our comment showed when the
 * command came; a sign-off for a head that nobody was shown yet is refused (security.md T-33).
 */
function commandReplies(
  input: {
    readonly intent: Extract<Intent, { kind: 'commands' }>
    readonly policy: PolicyState
    readonly facts: PullRequestFacts
    readonly seenHead: string | null
  },
  judge: (wish: { readonly request: SignRequest; readonly index: number }) => readonly Message[],
): readonly Message[] {
  const { intent, policy, facts, seenHead } = input
  const answers = intent.parsed.commands.flatMap((command, index): readonly Message[] => {
    switch (command.kind) {
      case 'recheck':
        return [message('app.reply.rechecked', { head: facts.headSha })]
      case 'gates':
        return [message('app.help', { items: signableItems(policy, facts) })]
      case 'sign-off':
      case 'revoke': {
        const kind = command.kind === 'revoke' ? 'revoke' : 'sign'
        const shown = { ...acting(intent), seenHead, quiet: false }
        return judge({ request: { kind, items: command.items, ...shown }, index })
      }
      default:
        return command satisfies never
    }
  })
  const { nearMisses, dropped } = intent.parsed
  return [
    ...answers,
    ...(nearMisses.length > 0 ? [message('app.reply.nearMiss', { words: nearMisses })] : []),
    ...(dropped > 0 ? [message('app.reply.dropped', { count: dropped })] : []),
  ]
}

const signableItems = (policy: PolicyState, facts: PullRequestFacts): readonly string[] =>
  policy.state === 'present'
    ? applicableItems(policy.policy, facts)
        .filter(place => place.item.role !== undefined)
        .map(place => place.item.id)
    : []

const itemsByReview = (policy: PolicyState, facts: PullRequestFacts): readonly string[] =>
  policy.state === 'present'
    ? applicableItems(policy.policy, facts)
        .filter(place => place.item.by_review)
        .map(place => place.item.id)
    : []

/** People whom the policy asks for a review and who are not asked yet, as node ids. */
async function reviewRequests(
  deps: Deps,
  policy: PolicyState,
  facts: PullRequestFacts,
  directory: Directory,
): Promise<Publication['request']> {
  const options = policy.state === 'present' ? policy.policy.gates.review : undefined
  if (options === undefined || options.level === 'off') return { userIds: [], teamIds: [] }
  const ids = nodeIds(directory)
  const planned = planReviewRequests(facts, options, await openRequests(deps.store, directory))
  return {
    userIds: planned.flatMap(one => (one.kind === 'user' ? (ids.users[one.account.id] ?? []) : [])),
    teamIds: planned.flatMap(one => (one.kind === 'team' ? (ids.teams[one.team.id] ?? []) : [])),
  }
}

/** How many open pull requests wait for each person of the directory, by account id. */
async function openRequests(store: Store, directory: Directory): Promise<ReadonlyMap<string, number>> {
  const people = Object.values(directory).flatMap((entry): readonly Account[] =>
    entry.kind === 'user' ? [entry.account] : entry.kind === 'team' ? entry.members : [],
  )
  const ids = new Map(people.map(person => [person.login, person.id]))
  const load = new Map<string, number>()
  for (const subject of await store.subjects.open()) {
    for (const actor of subject.waitingFor) {
      const id = actor.kind === 'user' ? ids.get(actor.login) : undefined
      if (id !== undefined) load.set(id, (load.get(id) ?? 0) + 1)
    }
  }
  return load
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

/** What comment and check are made from; equal digests mean that nothing has to be written. */
export function publicationDigest(publication: Publication): string {
  return sha256(JSON.stringify([publication.locale, publication.report]))
}

function wantsPublishing(subject: Subject | null, publication: Publication): boolean {
  const digest = publicationDigest(publication)
  const requests = publication.request.userIds.length + publication.request.teamIds.length
  return (
    requests > 0 ||
    subject === null ||
    subject.commentDigest !== digest ||
    subject.checkDigest !== digest ||
    subject.checkHeadSha !== publication.report.headSha
  )
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
