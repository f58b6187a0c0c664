import type { Command } from '../src/checklist/commands.ts'
import { type Decision, decide, type SignRequest } from '../src/checklist/decide.ts'
import { decideDelegation, revocableDelegations } from '../src/checklist/delegate.ts'
import { applicableItems, isNamed, placeRef } from '../src/checklist/places.ts'
import { delegationFor, hasOwnRight, isMember, refusal } from '../src/checklist/right.ts'
import { rowOf } from '../src/checklist/row.ts'
import { questionOf, type Seals } from '../src/checklist/seal.ts'
import { decideWaiver, revocableWaivers } from '../src/checklist/waive.ts'
import { evaluate, type PolicyState } from '../src/evaluate.ts'
import {
  type Account,
  type Delegation,
  type PullRequestFacts,
  present,
  type SignOff,
  unknown,
} from '../src/facts/facts.ts'
import type { PolicyChange } from '../src/facts/policy.ts'
import { policyChangeReport } from '../src/facts/policy.ts'
import { foldDelegations, foldSignOffs, foldWaivers } from '../src/ledger/fold.ts'
import { type Message, message } from '../src/locales/message.ts'
import { boxTransitions, normaliseBody } from '../src/render/boxes.ts'
import { actionIdentifier } from '../src/render/check.ts'
import type { ReplayReport, Report } from '../src/report.ts'
import { askedOf } from './asked.ts'
import type { Acting, Intent } from './events/intent.ts'
import { withMeanings } from './meanings.ts'
import { sha256 } from './publication.ts'
import { delegationRow, gateRow, ledgerRow, noteRow } from './rows.ts'
import {
  type Revocation,
  readRevocations,
  readShown,
  type Seen,
  sealsOf,
  seenAt,
  wasTakenBack,
  withRevocation,
} from './shown.ts'
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
  /** What the pull request does to the policy; `null`: nothing. */
  readonly change: PolicyChange | null
  /** Merged pull requests under both versions; `null`: nobody has tried. */
  readonly replay: ReplayReport | null
  readonly bare: PullRequestFacts
  /** Accounts that commands of the batch name, by login in lower case; those that nobody found are missing. */
  readonly accounts?: ReadonlyMap<string, Account>
}

export interface Outcome {
  readonly report: Report
  readonly facts: PullRequestFacts
  readonly rows: readonly NewLedgerRow[]
  readonly replies: readonly { readonly source: string; readonly messages: readonly Message[] }[]
  /** What became of wishes that were made on a page, which shows it. */
  readonly answers: readonly { readonly wish: string; readonly messages: readonly Message[] }[]
  /** Our comment was changed by somebody: write it again even though nothing else changed. */
  readonly restore: boolean
  /** Our comment is gone: write a new one. */
  readonly deleted: boolean
  /** What each item asks now, and what its box and button are to send back. */
  readonly questions: Seals
  readonly seals: Seals
  /** Words that took sign-offs back; `null`: as they were. */
  readonly revocations: readonly Revocation[] | null
}

/** Keeps the sign-offs current while the wishes of one batch are judged one after the other. */
export async function openSession(
  { store, now }: { readonly store: Store; readonly now: () => number },
  context: SessionContext,
) {
  const { key, policy, bare, subject } = context
  const ledger = await readLedger(store, key)
  const folded = ledger.state === 'present' ? foldSignOffs(ledger.value) : []
  let signOffs = policy.state === 'present' ? await withMeanings(store, policy.policy, folded) : folded
  let waivers = ledger.state === 'present' ? foldWaivers(ledger.value) : []
  let delegations = ledger.state === 'present' ? foldDelegations(ledger.value) : []
  const shown = await readShown(store, key)
  const knownRevocations = await readRevocations(store, key)
  let revocations = knownRevocations
  const recorded = new Set(ledger.state === 'present' ? ledger.value.map(row => row.idem) : [])
  let restore = false
  let deleted = false
  const rows: NewLedgerRow[] = []
  const replies: { source: string; messages: readonly Message[] }[] = []
  const answers: { wish: string; messages: readonly Message[] }[] = []
  const notices = context.change?.notices ?? []
  const change = policyChangeReport(context.change, context.replay)
  const factsNow = (): PullRequestFacts => ({
    ...bare,
    signOffs: ledger.state === 'unknown' ? unknown(ledger.reason) : present(signOffs),
    waivers: ledger.state === 'unknown' ? unknown(ledger.reason) : present(waivers),
    delegations,
  })
  const signable = () =>
    policy.state === 'present'
      ? applicableItems(policy.policy, factsNow()).filter(place => place.item.role !== undefined)
      : []
  const questionsNow = (): Seals => {
    const facts = factsNow()
    return Object.fromEntries(signable().map(place => [placeRef(place), questionOf(place, facts)]))
  }
  const sealsNow = (): Seals => sealsOf(questionsNow(), revocations)
  const reportNow = (): Report => evaluate(policy, factsNow(), notices, change)

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
      signOffs = apply(signOffs, decision, { request, facts, via, policySha256: added.policySha256 })
    }
    return decided.replies
  }

  const record = (added: NewLedgerRow): boolean => {
    if (recorded.has(added.idem)) return false
    recorded.add(added.idem)
    rows.push(added)
    return true
  }

  const grant = (
    command: Extract<Command, { kind: 'waive' }>,
    { intent, index, row }: { readonly intent: CommandIntent; readonly index: number; readonly row: InboxRow },
  ): readonly Message[] => {
    if (policy.state !== 'present') return [message('app.reply.policyBroken', {})]
    if (ledger.state !== 'present') return [ledger.reason]
    const facts = factsNow()
    const { head: seenHead, base } = seenAt(shown, intent.at)
    if (seenHead === facts.headSha && base !== facts.baseRef) {
      return [message('app.reply.baseMoved', { login: intent.actor.login, base: facts.baseRef })]
    }
    const request = { gate: command.gate, reason: command.reason, ...acting(intent), seenHead }
    const { decision, reply } = decideWaiver(request, policy.policy, facts)
    if (decision === null) return [reply]
    const { gate, reason } = decision
    const by = intent.actor
    const fields = { facts, policy, row, at: now(), via: 'command' as const, text: intent.text }
    const idem = `comment:${intent.commentId}:${index}:waive:${gate}:${by.id}`
    const added = gateRow({ ...fields, decision: decision.decision, gate, reason, actor: by, signer: by, idem })
    if (record(added) && decision.decision === 'waived') {
      const others = waivers.filter(one => one.gate !== gate || one.by.id !== by.id)
      const { headSha, baseRef, evaluatedAt } = facts
      waivers = [...others, { gate, by, at: evaluatedAt, reason, headSha, baseRef }]
    }
    return [reply]
  }

  /** Takes waivers back; the names that are no waivers of gates are left for the sign-offs. */
  const takeBack = (
    command: Extract<Command, { kind: 'revoke' }>,
    { intent, index, row }: { readonly intent: CommandIntent; readonly index: number; readonly row: InboxRow },
  ): { readonly items: readonly string[]; readonly replies: readonly Message[] } => {
    if (policy.state !== 'present' || ledger.state !== 'present') return { items: command.items, replies: [] }
    const told: Message[] = []
    const items = command.items.filter(gate => {
      const facts = factsNow()
      const { standing, mine } = revocableWaivers(gate, intent.actor, facts)
      const { login } = intent.actor
      if (standing.length === 0) return true
      if (mine.length === 0 || intent.viaApp || intent.actor.type === 'Bot') {
        told.push(message('app.reply.waive.notYours', { login, gate }))
        return false
      }
      for (const { by } of mine) {
        const fields = { facts, policy, row, at: now(), via: 'command' as const, text: intent.text }
        const idem = `comment:${intent.commentId}:${index}:unwaive:${gate}:${by.id}`
        record(gateRow({ ...fields, decision: 'revoked', gate, reason: null, actor: intent.actor, signer: by, idem }))
        waivers = waivers.filter(one => one.gate !== gate || one.by.id !== by.id)
      }
      told.push(message('app.reply.waive.revoked', { login, gate }))
      return false
    })
    return { items, replies: told }
  }

  const delegate = (
    command: Extract<Command, { kind: 'delegate' }>,
    { intent, index, row }: { readonly intent: CommandIntent; readonly index: number; readonly row: InboxRow },
  ): readonly Message[] => {
    if (policy.state !== 'present') return [message('app.reply.policyBroken', {})]
    if (ledger.state !== 'present') return [ledger.reason]
    const facts = factsNow()
    const to = context.accounts?.get(command.to.toLowerCase()) ?? null
    const { items, until, to: login } = command
    const decided = decideDelegation({ ...acting(intent), login, to, items, until }, policy.policy, facts)
    for (const decision of decided.decisions) {
      const fields = { decision, from: intent.actor, actor: intent.actor, facts, policy, row, text: intent.text }
      const idem = `comment:${intent.commentId}:${index}:delegate:${decision.checklist}:${decision.item}:${decision.to.id}`
      if (!record(delegationRow({ ...fields, at: now(), idem })) || decision.decision === 'rejected') continue
      const { checklist, item } = decision
      const given = { checklist, item, from: intent.actor, to: decision.to, until: decision.until }
      delegations = [...delegations.filter(one => !samePair(one, given)), given]
    }
    return decided.replies
  }

  /** Takes delegations back; gives the answers and the items that were spoken about. */
  const undelegate = (
    command: Extract<Command, { kind: 'revoke' }>,
    { intent, index, row }: { readonly intent: CommandIntent; readonly index: number; readonly row: InboxRow },
  ): { readonly taken: readonly string[]; readonly replies: readonly Message[] } => {
    const facts = factsNow()
    if (policy.state !== 'present' || ledger.state !== 'present' || refusal(intent, facts, policy.policy) !== null) {
      return { taken: [], replies: [] }
    }
    const { login } = intent.actor
    const revoked = revocableDelegations(command.items, intent.actor, policy.policy, facts)
    for (const { delegation, place } of revoked) {
      const { checklist, item, from, to, until } = delegation
      const decision = { ...rowOf(place), decision: 'revoked', to, until, reason: null } as const
      const fields = { decision, from, actor: intent.actor, facts, policy, row, text: intent.text }
      const idem = `comment:${intent.commentId}:${index}:undelegate:${checklist}:${item}:${from.id}:${to.id}`
      record(delegationRow({ ...fields, at: now(), idem }))
      delegations = delegations.filter(one => !samePair(one, delegation))
    }
    return {
      taken: revoked.map(({ delegation }) => delegation.item),
      replies: revoked.map(({ delegation: { item, to } }) =>
        message('app.reply.undelegated', { login, to: to.login, item }),
      ),
    }
  }

  /** What was written, or done on an older view, before this word must not give anew what it takes back. */
  const rememberRevocation = (
    command: Pick<Extract<Command, { kind: 'revoke' }>, 'items' | 'env' | 'except' | 'sha'>,
    intent: Pick<CommandIntent, 'actor' | 'viaApp' | 'commentId' | 'at'>,
  ): void => {
    const facts = factsNow()
    if (policy.state !== 'present' || ledger.state !== 'present' || refusal(intent, facts, policy.policy) !== null)
      return
    if (command.sha !== undefined && !facts.headSha.startsWith(command.sha)) return
    const { actor } = intent
    const owners = policy.policy.roles['policy-owner'] === undefined ? undefined : facts.roles['policy-owner']
    const isNaming = command.items.length > 0
    const owner = isNaming && owners !== undefined && isMember(actor.id, owners)
    for (const place of signable()) {
      const ref = placeRef(place)
      const isMeant =
        (command.env === undefined || place.environment === command.env) &&
        (!isNaming || command.items.some(name => isNamed(place, name))) &&
        !(command.except ?? []).some(name => isNamed(place, name) || name === `@${place.environment}`)
      const concerned =
        owner ||
        hasOwnRight(actor, place, facts) ||
        delegationFor(actor, place, facts) !== null ||
        signOffs.some(one => one.by.id === actor.id && one.item === place.item.id)
      if (!isMeant || !concerned) continue
      const { commentId: comment, at } = intent
      revocations = withRevocation(revocations, { ref, by: actor.id, owner, comment, at })
    }
  }

  /** Waivers of the policy that let a gate pass here, each once per head. */
  const policyWaivers = (report: Report, facts: PullRequestFacts): void => {
    if (policy.state !== 'present' || ledger.state !== 'present') return
    for (const { gate, owner, reason, expires, state } of report.waivers) {
      if (state !== 'used') continue
      const idem = `policy:${facts.number}:${facts.headSha}:${sha256(JSON.stringify([gate, owner, reason, expires]))}`
      const nobody = { id: '0', login: owner, type: 'Bot' } as const
      const fields = { facts, policy, row: null, at: now(), via: 'policy' as const, text: reason }
      record(gateRow({ ...fields, decision: 'waived', gate, reason, actor: nobody, signer: nobody, idem }))
    }
  }

  /** A comment that held a command was changed or removed: said in the ledger, and nothing else (security.md T-15). */
  const note = (intent: Extract<Intent, { kind: 'comment-deleted' | 'comment-edited' }>, row: InboxRow): void => {
    if (policy.state !== 'present' || ledger.state !== 'present') return
    const original = ledger.value.find(one => one.idem.startsWith(`comment:${intent.commentId}:`))
    if (original === undefined) return
    record(noteRow({ intent, original, facts: factsNow(), policy, row, at: now() }))
  }

  const handle = async (row: InboxRow, intent: Intent): Promise<void> => {
    switch (intent.kind) {
      case 'refresh':
        return
      case 'comment-deleted':
        if (subject?.commentId !== intent.commentId) return note(intent, row)
        deleted = true
        restore = true
        return
      case 'recheck':
        restore = true
        return
      case 'commands': {
        for (const command of intent.parsed.commands) if (command.kind === 'revoke') rememberRevocation(command, intent)
        const seen = seenAt(shown, intent.at)
        const messages = commandReplies(
          { intent, policy, facts: factsNow(), seenHead: seen.head, unseen: otherThan(questionsNow(), seen) },
          {
            judge: wish =>
              judge(wish.request, row, 'command', `comment:${intent.commentId}:${wish.index}`, intent.text),
            grant: (command, index) => grant(command, { intent, index, row }),
            takeBack: (command, index) => takeBack(command, { intent, index, row }),
            delegate: (command, index) => delegate(command, { intent, index, row }),
            undelegate: (command, index) => undelegate(command, { intent, index, row }),
          },
        )
        restore ||= intent.parsed.commands.some(command => command.kind === 'recheck')
        if (messages.length > 0) replies.push({ source: `comment:${intent.commentId}`, messages })
        return
      }
      case 'comment-edited': {
        if (subject?.commentId !== intent.commentId) return note(intent, row)
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
      case 'page':
        answers.push({ wish: intent.wish, messages: onPage(intent, row) })
        return
      case 'approved': {
        const { actor, at, headSha: seenHead } = intent
        const unseen = otherThan(questionsNow(), seenAt(shown, at))
        const all = itemsByReview(policy, factsNow())
        const wanted = all.filter(ref => !unseen.includes(ref))
        const except = wanted.filter(ref => wasTakenBack(revocations, { ref, by: actor.id, at }))
        const items = wanted.filter(ref => !except.includes(ref))
        const mine = signable()
          .filter(place => hasOwnRight(actor, place, factsNow()))
          .map(placeRef)
        const moved = all.filter(ref => unseen.includes(ref) && mine.includes(ref))
        if (moved.length > 0 && seenHead === bare.headSha) {
          const messages = moved.slice(0, 5).map(item => message('app.reply.itemMoved', { login: actor.login, item }))
          replies.push({ source: `moved:${intent.reviewId}`, messages })
        }
        if (except.length > 0 && seenHead === bare.headSha) {
          const told = message('app.reply.reviewOvertaken', { login: actor.login, items: except })
          replies.push({ source: `review:${intent.reviewId}`, messages: [told] })
        }
        if (items.length === 0) return
        const request = { kind: 'sign', items, ...acting(intent), seenHead, quiet: true } as const
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
    const seals = sealsNow()
    const unseen = moved.filter(box => box.checked && seals[box.itemId] !== box.seal).map(box => box.itemId)
    const request = { kind: 'sign', items, ...acting(intent), seenHead, unseen, quiet: false } as const
    const told = judge(request, row, 'tick', `tick:${row.bodySha256}`, intent.after)
    return [
      ...untick,
      ...told.filter(reply => reply.code !== 'app.reply.signed' && reply.code !== 'app.reply.signedFor'),
    ]
  }

  const button = (intent: Extract<Intent, { kind: 'button' }>, row: InboxRow): readonly Message[] => {
    if (policy.state !== 'present') return []
    const { login } = intent.actor
    const { headSha } = bare
    if (subject?.checkRunId !== intent.checkRunId) {
      const isOld = intent.headSha !== headSha && intent.actor.type === 'User' && intent.identifier !== 'recheck'
      return isOld ? [message('app.reply.headMoved', { login, seen: intent.headSha, head: headSha })] : []
    }
    // Written anew, or the next press of the same button would send the same bytes and be taken for a replay of this one.
    restore = true
    if (intent.identifier === 'recheck') return []
    const pressed = Object.entries(sealsNow()).find(([ref, seal]) => actionIdentifier(ref, seal) === intent.identifier)
    if (pressed === undefined) return [message('app.reply.buttonMoved', { login })]
    const [item] = pressed
    const request = { kind: 'sign', items: [item], ...acting(intent), seenHead: intent.headSha, quiet: false } as const
    const told = judge(request, row, 'button', `button:${bodyDigest(row)}`, intent.identifier)
    return told.filter(reply => reply.code !== 'app.reply.signed' && reply.code !== 'app.reply.signedFor')
  }

  const onPage = (intent: Extract<Intent, { kind: 'page' }>, row: InboxRow): readonly Message[] => {
    const { wish, wanted: kind, item, headSha: seenHead, asked: shownAs, conditions } = intent
    const now = askedOf(reportNow(), item)
    const unseen = now?.words === shownAs.words && now.terms === shownAs.terms ? [] : [item]
    const points = conditions === null ? {} : { conditions }
    const request = { kind, items: [item], ...points, ...acting(intent), seenHead, unseen, quiet: false } as const
    if (kind === 'revoke') rememberRevocation({ items: [item] }, { ...intent, commentId: wish })
    return judge(request, row, 'page', wish, row.payload)
  }

  const outcome = (): Outcome => {
    const report = reportNow()
    const facts = factsNow()
    policyWaivers(report, facts)
    const taken = revocations === knownRevocations ? null : revocations
    const asking = { questions: questionsNow(), seals: sealsNow(), revocations: taken }
    return { report, facts, rows, replies, answers, restore, deleted, ...asking }
  }
  return { handle, outcome }
}

/** Of the bytes that GitHub sent, also where the repository's lane has passed them on. */
const bodyDigest = ({ bodySha256, payload }: InboxRow): string => bodySha256 || sha256(payload)

/** Items that ask something else now than what was seen of them. */
const otherThan = (questions: Seals, seen: Seen): readonly string[] =>
  Object.entries(questions).flatMap(([ref, question]) => (seen.questions[ref] === question ? [] : [ref]))

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
  {
    request,
    facts,
    via,
    policySha256,
  }: {
    readonly request: SignRequest
    readonly facts: PullRequestFacts
    readonly via: SignOff['via']
    readonly policySha256: string
  },
): readonly SignOff[] {
  if (decision.decision === 'rejected') return signOffs
  const others = signOffs.filter(
    one =>
      one.checklist !== decision.checklist ||
      one.item !== decision.item ||
      (one.environment ?? null) !== decision.environment ||
      one.by.id !== decision.signer.id,
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
    policySha256,
    patchSha256: decision.patchSha256,
    ...(decision.environment === null ? {} : { environment: decision.environment }),
    ...(decision.conditions === null ? {} : { conditions: decision.conditions }),
    ...(decision.onBehalfOf === null ? {} : { onBehalfOf: decision.onBehalfOf }),
  }
  return [...others, signed]
}

type CommandIntent = Extract<Intent, { kind: 'commands' }>

interface Wishes {
  readonly judge: (wish: { readonly request: SignRequest; readonly index: number }) => readonly Message[]
  readonly grant: (command: Extract<Command, { kind: 'waive' }>, index: number) => readonly Message[]
  readonly takeBack: (
    command: Extract<Command, { kind: 'revoke' }>,
    index: number,
  ) => { readonly items: readonly string[]; readonly replies: readonly Message[] }
  readonly delegate: (command: Extract<Command, { kind: 'delegate' }>, index: number) => readonly Message[]
  readonly undelegate: (
    command: Extract<Command, { kind: 'revoke' }>,
    index: number,
  ) => { readonly taken: readonly string[]; readonly replies: readonly Message[] }
}

/**
 * Answers to the commands of one comment, in their order. `seenHead`: the head that our comment showed when the person
 * wrote; a sign-off for a head that nobody was shown yet is refused (security.md T-33), and so is one for an item that
 * was shown otherwise (`unseen`).
 */
function commandReplies(
  input: {
    readonly intent: Extract<Intent, { kind: 'commands' }>
    readonly policy: PolicyState
    readonly facts: PullRequestFacts
    readonly seenHead: string | null
    readonly unseen: readonly string[]
  },
  wishes: Wishes,
): readonly Message[] {
  const { intent, policy, facts, seenHead, unseen } = input
  const { login } = intent.actor
  const answers = intent.parsed.commands.flatMap((command, index): readonly Message[] => {
    if ('sha' in command && command.sha !== undefined && !facts.headSha.startsWith(command.sha)) {
      return [message('app.reply.sha', { login, sha: command.sha, head: facts.headSha })]
    }
    switch (command.kind) {
      case 'recheck':
        return [message('app.reply.rechecked', { head: facts.headSha })]
      case 'gates':
        return [message('app.help', { items: signableItems(policy, facts) })]
      case 'waive':
        return wishes.grant(command, index)
      case 'sign-off': {
        if (command.badOpen !== undefined) return [message('app.reply.openPoints', { login, words: command.badOpen })]
        const request = { ...asked(command), kind: 'sign', ...acting(intent), seenHead, unseen, quiet: false } as const
        return wishes.judge({ request, index })
      }
      case 'revoke': {
        const { items, replies } = wishes.takeBack(command, index)
        if (items.length === 0 && replies.length > 0) return replies
        const named = { ...asked(command), items }
        const request = { ...named, kind: 'revoke', ...acting(intent), seenHead, quiet: false } as const
        const { taken, replies: given } = wishes.undelegate(command, index)
        const told = wishes.judge({ request, index })
        // Who gave a delegation need not have signed as well.
        return [...replies, ...given, ...(taken.length === 0 ? told : told.filter(reply => !isAboutNothing(reply)))]
      }
      case 'delegate':
        return wishes.delegate(command, index)
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

const isAboutNothing = ({ code }: Message): boolean =>
  code === 'app.reply.notSigned' || code === 'app.reply.notYours' || code === 'app.reply.nothingToSign'

const samePair = (a: Delegation, b: Delegation): boolean =>
  a.checklist === b.checklist && a.item === b.item && a.from.id === b.from.id && a.to.id === b.to.id

/** What a command names. */
const asked = (
  command: Extract<Command, { kind: 'sign-off' | 'revoke' }>,
): Pick<SignRequest, 'items' | 'environment' | 'conditions' | 'except'> => ({
  items: command.items,
  ...('except' in command && command.except !== undefined ? { except: command.except } : {}),
  ...(command.env === undefined ? {} : { environment: command.env }),
  ...(command.kind === 'sign-off' && command.open !== undefined ? { conditions: command.open } : {}),
})

const signableItems = (policy: PolicyState, facts: PullRequestFacts): readonly string[] =>
  policy.state === 'present'
    ? applicableItems(policy.policy, facts)
        .filter(place => place.item.role !== undefined)
        .map(placeRef)
    : []

const itemsByReview = (policy: PolicyState, facts: PullRequestFacts): readonly string[] =>
  policy.state === 'present'
    ? applicableItems(policy.policy, facts)
        .filter(place => place.item.by_review)
        .map(placeRef)
    : []
