import { type GitHubClient, retryAfter } from '../src/github/client.ts'
import { type CheckContent, type Effect, type EffectResult, publish } from '../src/github/publish.ts'
import { ownOutputQuery } from '../src/github/queries.ts'
import type { ChainHead } from '../src/ledger/ledger.ts'
import { normaliseBody } from '../src/render/boxes.ts'
import { renderCheck } from '../src/render/check.ts'
import { renderComment } from '../src/render/comment.ts'
import type { RenderOptions } from '../src/render/layout.ts'
import { renderReply } from '../src/render/reply.ts'
import { isAnswer, sendAnswer } from './deployments/send.ts'
import { timeOf } from './events/intent.ts'
import type { ClientFor } from './github.ts'
import { subjectOfLane } from './lane.ts'
import { sendGroup } from './merge-group/send.ts'
import { checkOn, rememberCheck } from './own-checks.ts'
import { endDoubt, inDoubt, rememberDoubt, rememberWritten, settledMs } from './own-comments.ts'
import { linksOf, type Publication, publicationDigest, type Reply, rememberAsked, sha256 } from './publication.ts'
import { rememberShown } from './shown.ts'
import type { OutboxClaim, Store, Subject, SubjectPatch } from './store/index.ts'

/** The App's one check per pull request. A maintainer requires this name, with this App as its source. */
export const checkName = 'delivery-gates'

export interface SenderDeps {
  readonly store: Store
  readonly clientFor: ClientFor
  readonly now: () => number
  /** Numeric id of this App. */
  readonly appId: string
  /** Slug of this App, for telling our own check runs from others of the same name. */
  readonly appSlug: () => Promise<string>
  /** Where a person's pull request and commits are, without a slash at the end. */
  readonly webUrl: string
  /** Where people reach this App, without a slash at the end. */
  readonly publicUrl: string
  /** People can sign in, so that a pull request has a page of its own. Left out: they cannot. */
  readonly hasPages?: boolean
  /** The signed line that publishes a head of the ledger. Left out, or null: there is no key. */
  readonly publishHead?: (head: ChainHead) => string | null
}

/** The effect must be tried again, not before `waitMs` when GitHub said so. */
export class EffectFailed extends Error {
  readonly waitMs: number | null
  constructor(text: string, waitMs: number | null = null, options?: ErrorOptions) {
    super(text, options)
    this.name = 'EffectFailed'
    this.waitMs = waitMs
  }
}

/** Another instance sends this effect by now: nothing was written. */
export class LostClaim extends Error {}

/**
 * A process that was halted may wake up long after its lease, so it looks once more just before it writes. What slips
 * through between the look and the write is found by `removeCopies`.
 */
async function stillOurs({ store, now }: SenderDeps, claim: OutboxClaim): Promise<void> {
  if (!(await store.outbox.holds(claim, now()))) throw new LostClaim(`${claim.key} ${claim.kind}`)
}

/** After a claim was lost in the middle: of what both senders wrote, the oldest stays. */
export async function removeCopies(deps: SenderDeps, claim: OutboxClaim): Promise<void> {
  const client = await deps.clientFor(claim.installationId, claim.repoId)
  if (claim.kind === 'publish') {
    const key = subjectOfLane(claim.key)
    const known = key === null ? null : await deps.store.subjects.get(key)
    if (known !== null) await adopt(deps, client, JSON.parse(claim.body) as Publication, known)
  } else if (claim.kind.startsWith('reply:')) await removeReplyCopies(client, claim, claim.kind)
}

/** Brings GitHub into the state that one outbox row describes. Safe to repeat: what is there already is found first. */
export async function send(deps: SenderDeps, claim: OutboxClaim): Promise<void> {
  try {
    const client = await deps.clientFor(claim.installationId, claim.repoId)
    if (claim.kind === 'publish') await sendPublication(deps, client, claim)
    else if (claim.kind === 'group') {
      const refused = await sendGroup(deps, client, claim)
      if (refused !== null) throw new EffectFailed(refused)
    } else if (claim.kind.startsWith(copiesOf))
      await removeReplyCopies(client, claim, claim.kind.slice(copiesOf.length))
    else if (isAnswer(claim.kind)) await sendAnswer(deps, client, claim, () => stillOurs(deps, claim))
    else await sendReply(deps, client, claim)
  } catch (error) {
    if (error instanceof EffectFailed || error instanceof LostClaim) throw error
    const text = error instanceof Error ? error.message : String(error)
    throw new EffectFailed(text, retryAfter(error, deps.now()), { cause: error })
  }
}

async function sendPublication(deps: SenderDeps, client: GitHubClient, claim: OutboxClaim): Promise<void> {
  const key = subjectOfLane(claim.key)
  if (key === null) return
  const publication = JSON.parse(claim.body) as Publication
  const known = await deps.store.subjects.get(key)
  // A newer head has been evaluated meanwhile: its own row follows.
  if (known === null || known.state === 'closed' || known.headSha !== publication.report.headSha) return

  const lookUp =
    triedBefore(claim) ||
    (!publication.fresh && (known.commentNodeId === null || known.checkRunNodeId === null)) ||
    (await inDoubt(deps.store, key, deps.now()))
  const found = lookUp ? await adopt(deps, client, publication, known) : known
  const earlier = found.checkHeadSha === known.headSha ? null : await checkOn(deps.store, key, known.headSha)
  const subject = earlier === null ? found : await deps.store.subjects.save(key, earlier, deps.now())
  const wanted = await plan(deps, publication, subject)
  if (wanted.length === 0) return
  // Remembered before it is shown: a tick may arrive before the answer to this call does.
  for (const { effect } of wanted) {
    if (effect.kind !== 'create-comment' && effect.kind !== 'update-comment') continue
    await deps.store.subjects.rememberRender(subject.id, sha256(normaliseBody(effect.body)), publication.report.headSha)
  }
  const creates = wanted.some(one => one.effect.kind === 'create-comment')
  if (creates && triedBefore(claim)) await rememberDoubt(deps.store, key, deps.now())
  await stillOurs(deps, claim)
  const results = await publish(
    client,
    wanted.map(one => one.effect),
  )
  for (const [index, { effect }] of wanted.entries()) {
    if (effect.kind !== 'create-comment' && effect.kind !== 'update-comment') continue
    const result = results[index]
    if (result?.ok !== true) continue
    await rememberWritten(deps.store, key, effect.body)
    const { report, questions = {} } = publication
    await rememberShown(deps.store, key, {
      head: report.headSha,
      base: report.baseRef,
      questions,
      at: timeOf(result.at) ?? deps.now(),
    })
  }
  if (wanted.some(one => one.effect.kind === 'request-reviews')) {
    await rememberAsked(deps.store, claim.key, publication.request)
  }
  const patch: SubjectPatch = Object.assign({}, ...wanted.map((one, index) => one.learn(results[index] ?? noAnswer)))
  await rememberCheck(deps.store, key, patch)
  const failed = results.find((result, index) => !result.ok && wanted[index]?.required === true)
  const done = failed === undefined ? { publishedHeadSha: publication.report.headSha } : {}
  await deps.store.subjects.save(key, { ...patch, ...done }, deps.now())
  if (failed !== undefined && !failed.ok) throw new EffectFailed(`${failed.type} ${failed.message}`.trim())
}

/** Claimed before, even if that try was killed before it could say so: what it wanted to create may be there. */
const triedBefore = (claim: OutboxClaim): boolean => claim.fence > 1

const noAnswer: EffectResult = { ok: false, type: '', message: 'no answer' }

interface Wanted {
  readonly effect: Effect
  /** Whether the row stays until this succeeded; asking for a review may be refused for good. */
  readonly required: boolean
  /** What is known afterwards. */
  readonly learn: (result: EffectResult) => SubjectPatch
}

async function plan(deps: SenderDeps, publication: Publication, subject: Subject): Promise<readonly Wanted[]> {
  const digest = publicationDigest(publication)
  const options = renderOptions(deps, publication, subject)
  return [
    ...planComment(publication, subject, digest, options),
    ...(await planCheck(deps, publication, subject, digest, options)),
    ...planRequests(publication),
  ]
}

function planComment(
  publication: Publication,
  subject: Subject,
  digest: string,
  options: RenderOptions,
): readonly Wanted[] {
  if (subject.commentDigest === digest) return []
  const body = renderComment(publication.report, { ...options, marker: marker(publication) })
  const learn = (result: EffectResult): SubjectPatch => {
    if (result.ok) return { commentId: result.databaseId, commentNodeId: result.nodeId, commentDigest: digest }
    return result.type === 'NOT_FOUND' ? { commentId: null, commentNodeId: null, commentDigest: null } : {}
  }
  const effect: Effect =
    subject.commentNodeId === null
      ? { kind: 'create-comment', subjectId: publication.pullRequestNodeId, body }
      : { kind: 'update-comment', commentId: subject.commentNodeId, body }
  return [{ effect, required: true, learn }]
}

async function planCheck(
  deps: SenderDeps,
  publication: Publication,
  subject: Subject,
  digest: string,
  options: RenderOptions,
): Promise<readonly Wanted[]> {
  const headSha = publication.report.headSha
  const current = subject.checkHeadSha === headSha && subject.checkRunNodeId !== null
  if (current && subject.checkDigest === digest) return []
  const check = await checkContent(deps, publication, options)
  const repositoryId = publication.repositoryNodeId
  const learn = (result: EffectResult): SubjectPatch => {
    if (result.ok) {
      return {
        checkRunId: result.databaseId,
        checkRunNodeId: result.nodeId,
        checkHeadSha: headSha,
        checkDigest: digest,
      }
    }
    return result.type === 'NOT_FOUND' ? { checkRunId: null, checkRunNodeId: null, checkDigest: null } : {}
  }
  const effect: Effect =
    current && subject.checkRunNodeId !== null
      ? { kind: 'update-check', repositoryId, checkRunId: subject.checkRunNodeId, check }
      : {
          kind: 'create-check',
          repositoryId,
          name: checkName,
          headSha,
          externalId: marker(publication),
          detailsUrl: `${deps.publicUrl}${deps.hasPages === true ? `/pr/${publication.repoId}/${publication.number}` : '/'}`,
          check,
        }
  return [{ effect, required: true, learn }]
}

function planRequests(publication: Publication): readonly Wanted[] {
  const { userIds, teamIds } = publication.request
  if (userIds.length + teamIds.length === 0) return []
  const effect: Effect = { kind: 'request-reviews', pullRequestId: publication.pullRequestNodeId, userIds, teamIds }
  return [{ effect, required: false, learn: () => ({}) }]
}

/** The check also publishes the head of the ledger's chain: a copy outside the database that a rewrite cannot reach. */
async function checkContent(deps: SenderDeps, publication: Publication, options: RenderOptions): Promise<CheckContent> {
  const { title, summary, text, conclusion, actions } = renderCheck(publication.report, options)
  const head = await deps.store.ledger.head(publication.repoId)
  if (head === null) return { title, summary, text, conclusion, actions }
  const line = deps.publishHead?.(head) ?? `ledger ${head.chainSeq} ${head.hash}`
  const checkpoint = `\n\n\`${line}\``
  return { title, summary, text: text.slice(0, 65_535 - checkpoint.length) + checkpoint, conclusion, actions }
}

function renderOptions(deps: SenderDeps, publication: Publication, subject: Subject): RenderOptions {
  return {
    locale: publication.locale,
    signing: 'app',
    seals: publication.seals ?? {},
    ...(subject.waitingSince === null ? {} : { waitingSince: new Date(subject.waitingSince).toISOString() }),
    links: linksOf(deps.webUrl, `${publication.owner}/${publication.name}`, publication.report.headSha),
  }
}

/** Opaque: names the pull request for us and carries no state. */
const marker = (publication: Publication): string => `${publication.repoId}.${publication.number}`

interface OwnComments {
  readonly nodes: readonly {
    readonly id: string
    readonly fullDatabaseId: string
    readonly viewerDidAuthor: boolean
    readonly body: string
  }[]
}

interface OwnOutput {
  readonly repository: {
    readonly pullRequest: {
      readonly oldest: OwnComments
      readonly newest: OwnComments
      readonly commits: {
        readonly nodes: readonly {
          readonly commit: {
            readonly oid: string
            readonly checkSuites: {
              readonly nodes: readonly {
                readonly app: { readonly slug: string } | null
                readonly checkRuns: {
                  readonly nodes: readonly {
                    readonly id: string
                    readonly databaseId: number
                    readonly externalId: string | null
                  }[]
                }
              }[]
            } | null
          }
        }[]
      }
    } | null
  } | null
}

const ownOutput = (client: GitHubClient, publication: Pick<Publication, 'owner' | 'name' | 'number'>) =>
  client.graphql<OwnOutput>(ownOutputQuery, {
    owner: publication.owner,
    name: publication.name,
    number: publication.number,
    checkName,
  })

type OwnPull = NonNullable<NonNullable<OwnOutput['repository']>['pullRequest']>

/** Comments by ourselves that carry a mark: known by their author, told apart by the mark (security.md T-12). */
function ownComments({ oldest, newest }: OwnPull, mark: string): readonly OwnComments['nodes'][number][] {
  const all = new Map([...oldest.nodes, ...newest.nodes].map(comment => [comment.id, comment]))
  return [...all.values()].filter(comment => comment.viewerDidAuthor && comment.body.includes(mark))
}

/** Deletes all but the oldest of several copies of one comment, and gives that one. */
async function keepOldest(
  client: GitHubClient,
  copies: OwnComments['nodes'],
): Promise<OwnComments['nodes'][number] | undefined> {
  const [oldest, ...later] = copies.toSorted((a, b) => (BigInt(a.fullDatabaseId) < BigInt(b.fullDatabaseId) ? -1 : 1))
  if (later.length > 0) {
    await publish(
      client,
      later.map(copy => ({ kind: 'delete-comment', commentId: copy.id })),
    )
  }
  return oldest
}

/**
 * Finds what an earlier try may have created without our learning of it (security.md M7): our own comment with this
 * marker, the oldest kept and later copies deleted, and our own check on this head.
 */
async function adopt(
  deps: SenderDeps,
  client: GitHubClient,
  publication: Publication,
  subject: Subject,
): Promise<Subject> {
  const pull = (await ownOutput(client, publication)).repository?.pullRequest
  if (pull === null || pull === undefined) return subject
  const mark = `<!-- dg:comment ${marker(publication)} -->`
  const oldest = await keepOldest(client, ownComments(pull, mark))
  await endDoubt(deps.store, subject, deps.now())
  const commit = pull.commits.nodes.find(node => node.commit.oid === publication.report.headSha)?.commit
  const slug = await deps.appSlug()
  const check = (commit?.checkSuites?.nodes ?? [])
    .filter(suite => suite.app?.slug === slug)
    .flatMap(suite => suite.checkRuns.nodes)
    .filter(run => run.externalId === marker(publication))
    .sort((a, b) => b.databaseId - a.databaseId)[0]
  const comment =
    oldest !== undefined && oldest.id !== subject.commentNodeId
      ? { commentId: oldest.fullDatabaseId, commentNodeId: oldest.id, commentDigest: null }
      : oldest === undefined
        ? { commentId: null, commentNodeId: null, commentDigest: null }
        : {}
  const run =
    check !== undefined && check.id !== subject.checkRunNodeId
      ? {
          checkRunId: String(check.databaseId),
          checkRunNodeId: check.id,
          checkHeadSha: publication.report.headSha,
          checkDigest: null,
        }
      : {}
  const key = { repoId: subject.repoId, kind: subject.kind, number: subject.number }
  return deps.store.subjects.save(key, { ...comment, ...run }, deps.now())
}

/** Kind of the effect that looks, once lists no longer lag behind, whether a reply is there twice. */
const copiesOf = 'copies of '

/** Answers that were sent again because nobody could say whether the first try arrived: the oldest stays. */
async function removeReplyCopies(client: GitHubClient, { key, body }: OutboxClaim, kind: string): Promise<void> {
  const pull = (await ownOutput(client, JSON.parse(body) as Reply)).repository?.pullRequest
  if (pull) await keepOldest(client, ownComments(pull, replyMark({ key, kind })))
}

const replyMark = ({ key, kind }: Pick<OutboxClaim, 'key' | 'kind'>): string =>
  `<!-- dg:reply ${sha256(`${key} ${kind}`).slice(0, 32)} -->`

async function sendReply(deps: SenderDeps, client: GitHubClient, claim: OutboxClaim): Promise<void> {
  const reply = JSON.parse(claim.body) as Reply
  const mark = replyMark(claim)
  if (triedBefore(claim)) {
    const pull = (await ownOutput(client, reply)).repository?.pullRequest
    if (pull && (await keepOldest(client, ownComments(pull, mark))) !== undefined) return
  }
  await stillOurs(deps, claim)
  if (triedBefore(claim)) {
    const { key, kind, installationId, repoId, body } = claim
    const runAt = deps.now() + settledMs
    await deps.store.outbox.put({ key, kind: `${copiesOf}${kind}`, installationId, repoId, body, runAt })
  }
  const body = `${renderReply(reply.messages, reply.locale)}\n\n${mark}`
  const [result] = await publish(client, [{ kind: 'create-comment', subjectId: reply.pullRequestNodeId, body }])
  if (result !== undefined && !result.ok) throw new EffectFailed(`${result.type} ${result.message}`.trim())
}
