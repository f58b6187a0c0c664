import type { Fact, PullRequestFacts, ResolvedRole, Risk, SignOff } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import { appliesTo } from '../policy/when.ts'
import {
  type Actor,
  type ChecklistItemOutcome,
  type ChecklistOutcome,
  distinctActors,
  type GateOutcome,
  type ItemState,
  type SignedBy,
} from '../report.ts'
import { coveredChanges, coveredFiles, itemHash } from './cover.ts'
import type { ChecklistPolicy, ItemPolicy } from './policy.ts'

/** Every checklist of the policy with the state of its items at this head. */
export function evaluateChecklist(
  checklist: ChecklistPolicy,
  facts: PullRequestFacts,
  gates: readonly GateOutcome[],
  risk: Risk | 'unknown',
): ChecklistOutcome | null {
  if (checklist.level === 'off') return null
  const base = { checklist: checklist.id, level: checklist.level } as const
  const concerns = appliesTo(checklist.when, facts, risk)
  if (concerns.applies !== 'yes') {
    const status = concerns.applies === 'no' ? 'skipped' : 'unknown'
    return { ...base, status, summary: concerns.why, items: [], waitingFor: [] }
  }

  const items = checklist.items.map(item => evaluateItem(checklist.id, item, facts, gates))
  const open = items.filter(item => item.state.status !== 'done')
  const lost = items.find(item => item.state.status === 'unknown')?.state
  const needsLedger = open.some(item => item.role !== undefined)
  const counts = { done: items.length - open.length, total: items.length }
  return {
    ...base,
    status: lost !== undefined ? 'unknown' : open.length > 0 ? 'waiting' : 'passed',
    summary:
      lost?.status === 'unknown'
        ? lost.reason
        : needsLedger && facts.signOffs.state === 'absent'
          ? message('checklist.noLedger', counts)
          : message(open.length > 0 ? 'checklist.open' : 'checklist.done', counts),
    items,
    waitingFor: distinctActors(open.flatMap(item => actorsFor(item, checklist, facts, gates))),
  }
}

function evaluateItem(
  checklist: string,
  item: ItemPolicy,
  facts: PullRequestFacts,
  gates: readonly GateOutcome[],
): ChecklistItemOutcome {
  const base = {
    id: item.id,
    text: typeof item.text === 'string' ? { default: item.text } : (item.text as Readonly<Record<string, string>>),
    count: item.count,
  }
  if (item.evidence !== undefined) return { ...base, state: evidenceState(item.evidence, gates) }
  const role = item.role ?? ''
  return { ...base, role, state: signedState(checklist, item, facts, facts.roles[role] ?? nobody) }
}

const nobody: ResolvedRole = { members: [], teams: [], unresolved: [] }

function evidenceState(evidence: string, gates: readonly GateOutcome[]): ItemState {
  const gate = evidence.slice('gates.'.length)
  const holds = gates.find(outcome => outcome.gate === gate)?.result.status === 'passed'
  return holds
    ? { status: 'done', signOffs: [], evidence: message('item.evidence.holds', { gate }) }
    : { status: 'open', signOffs: [], evidence: message('item.evidence.missing', { gate }) }
}

function signedState(checklist: string, item: ItemPolicy, facts: PullRequestFacts, role: ResolvedRole): ItemState {
  if (facts.signOffs.state === 'unknown') return { status: 'unknown', reason: facts.signOffs.reason }
  const signOffs = facts.signOffs.state === 'present' ? facts.signOffs.value : []
  const own = signOffs.filter(signOff => signOff.checklist === checklist && signOff.item === item.id)
  const judged = own.map(signOff => ({ signOff, judgement: judge(signOff, item, facts, role) }))
  const shown = judged.map(({ signOff, judgement }) => signedBy(signOff, judgement === 'valid'))

  const valid = new Set(judged.filter(entry => entry.judgement === 'valid').map(entry => entry.signOff.by.id))
  if (valid.size >= item.count) return { status: 'done', signOffs: shown }
  const blind = judged
    .map(entry => entry.judgement)
    .find(judgement => typeof judgement === 'object' && judgement.unknown)
  if (typeof blind === 'object') return { status: 'unknown', reason: blind.reason }
  const stale = judged.map(entry => entry.judgement).find(judgement => judgement !== 'valid')
  return typeof stale === 'object'
    ? { status: 'stale', signOffs: shown, reason: stale.reason }
    : { status: 'open', signOffs: shown }
}

const signedBy = (signOff: SignOff, valid: boolean): SignedBy => ({
  id: signOff.by.id,
  login: signOff.by.login,
  at: signOff.at,
  headSha: signOff.headSha,
  via: signOff.via,
  valid,
})

type Judgement = 'valid' | { readonly unknown: boolean; readonly reason: Message }
const stale = (reason: Message): Judgement => ({ unknown: false, reason })
const cannotTell = (reason: Message): Judgement => ({ unknown: true, reason })

/** Whether one sign-off still holds: same base, same meaning, same person's right, same content. Time plays no part. */
function judge(signOff: SignOff, item: ItemPolicy, facts: PullRequestFacts, role: ResolvedRole): Judgement {
  const by = signOff.by.login
  if (signOff.baseRef !== facts.baseRef) {
    return stale(message('item.stale.base', { by, from: signOff.baseRef, to: facts.baseRef }))
  }
  if (signOff.itemHash !== itemHash(item)) return stale(message('item.stale.text', { by, signed: signOff.headSha }))

  if (!role.members.some(member => member.id === signOff.by.id)) {
    const unread = role.unresolved[0]
    return unread === undefined
      ? stale(message('item.stale.membership', { by, role: item.role ?? '' }))
      : cannotTell(unread.reason)
  }
  if (!item.allow_self) {
    if (facts.commits.state === 'unknown') return cannotTell(facts.commits.reason)
    if (isContributor(signOff.by.id, facts)) return stale(message('item.stale.contributor', { by }))
  }
  if (signOff.headSha === facts.headSha) return 'valid'
  return judgeContent(signOff, item, facts.changedFiles, facts.headSha)
}

/** Whether the account wrote or committed any part of the pull request, or opened it. */
export function isContributor(accountId: string, facts: PullRequestFacts): boolean {
  if (facts.author?.id === accountId) return true
  const commits = facts.commits.state === 'present' ? facts.commits.value : []
  return commits.some(commit => commit.contributors.some(contributor => contributor.id === accountId))
}

function judgeContent(
  signOff: SignOff,
  item: ItemPolicy,
  files: Fact<PullRequestFacts['changedFiles'] extends Fact<infer F> ? F : never>,
  head: string,
): Judgement {
  const places = { by: signOff.by.login, signed: signOff.headSha, head }
  if (item.covers === undefined) return stale(message('item.stale.head', places))
  if (files.state !== 'present' || signOff.covered === null) return stale(message('item.stale.incomplete', places))
  const count = coveredChanges(signOff.covered, coveredFiles(item, files.value))
  return count === 0 ? 'valid' : stale(message('item.stale.files', { ...places, count }))
}

/** Who can move an item that is not done: its role, or whoever its gate waits for. */
function actorsFor(
  outcome: ChecklistItemOutcome,
  checklist: ChecklistPolicy,
  facts: PullRequestFacts,
  gates: readonly GateOutcome[],
): readonly Actor[] {
  if (outcome.role !== undefined) return [{ kind: 'role', role: outcome.role }]
  const evidence = checklist.items.find(item => item.id === outcome.id)?.evidence
  const result = gates.find(gate => `gates.${gate.gate}` === evidence)?.result
  if (result?.status === 'waiting') return result.waitingFor
  return result?.status === 'failed' && facts.author !== null ? [{ kind: 'author', login: facts.author.login }] : []
}
