import { applicableItems, type Decision, decide, type SignRequest } from '../src/checklist/decide.ts'
import { evaluate, type PolicyState } from '../src/evaluate.ts'
import { type PullRequestFacts, present, type SignOff, unknown } from '../src/facts/facts.ts'
import { policyNotices } from '../src/facts/load.ts'
import type { Snapshot } from '../src/github/snapshot.ts'
import { foldSignOffs } from '../src/ledger/fold.ts'
import { type Message, message } from '../src/locales/message.ts'
import { boxTransitions, normaliseBody } from '../src/render/boxes.ts'
import { actionIdentifier } from '../src/render/check.ts'
import type { Report } from '../src/report.ts'
import type { Acting, Intent } from './events/intent.ts'
import { sha256 } from './publication.ts'
import {
  type InboxRow,
  LedgerBroken,
  type NewLedgerRow,
  type Store,
  type Subject,
  type SubjectKey,
} from './store/index.ts'

/** What is true of a pull request when a batch of wishes is judged. */
export interface SessionContext {
  readonly key: SubjectKey
  readonly subject: Subject | null
  readonly policy: PolicyState
  readonly bare: PullRequestFacts
  readonly snapshot: Snapshot
}

export interface Outcome {
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
export async function openSession(
  { store, now }: { readonly store: Store; readonly now: () => number },
  context: SessionContext,
) {
  const { key, policy, bare, snapshot, subject } = context
  const ledger = await readLedger(store, key)
  let signOffs = ledger.state === 'present' ? foldSignOffs(ledger.value) : []
  const recorded = new Set(ledger.state === 'present' ? ledger.value.map(row => row.idem) : [])
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
    signOffs: ledger.state === 'unknown' ? unknown(ledger.reason) : present(signOffs),
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
    if (ledger.state !== 'present') return request.quiet ? [] : [ledger.reason]
    const facts = factsNow()
    const decided = decide(request, policy.policy, facts, reportNow().checklists)
    for (const decision of decided.decisions) {
      const added = ledgerRow({ decision, request, facts, policy, row, via, idem, text, at: now() })
      // Delivered again after it was recorded: it must not count a second time, least of all after a revocation.
      if (recorded.has(added.idem)) continue
      recorded.add(added.idem)
      rows.push(added)
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
    const seenHead = await store.subjects.renderedHead(subject.id, digest)
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

/** The ledger's rows about this pull request; a chain that does not verify makes them unknown, never empty. */
async function readLedger(store: Store, key: SubjectKey) {
  try {
    return { state: 'present', value: await store.ledger.rows(key.repoId, `pr:${key.number}`) } as const
  } catch (error) {
    if (!(error instanceof LedgerBroken)) throw error
    return { state: 'unknown', reason: message('unknown.ledger', { seq: error.problem.chainSeq }) } as const
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
