import { z } from 'zod'
import { refOf } from '../checklist/ref.ts'
import { defineGate } from '../gate.ts'
import { message } from '../locales/message.ts'
import { maxListLength } from '../policy/fields.ts'
import { type ChecklistOutcome, distinctActors, type Finding, type GateResult } from '../report.ts'

const options = z.strictObject({
  checklists: z
    .array(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/))
    .min(1)
    .max(maxListLength)
    .optional()
    .describe('Ids of the checklists that must be complete. Left out: all of them.')
    .meta({ stricter: 'more', presence: 'weaker' }),
  from: z
    .enum(['ledger', 'comments'])
    .default('ledger')
    .describe(
      'Where sign-offs are recorded: the ledger of the App, or, for the Action without the App, comments that name the head (`/sign-off rollback --sha abc1234`).',
    )
    .meta({ stricter: ['comments', 'ledger'] }),
})

/** What people must confirm is confirmed: the checklists as a gate. */
export const signoffs = defineGate({
  id: 'signoffs',
  measuredBy: 'github',
  restsOn: 'people',
  needs: ['signOffs'],
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
  options: options.meta({
    description: 'The checklists are complete.',
    examples: [{ from: 'comments' }],
  }),
  checklists: ({ checklists = [] }) =>
    checklists.map((checklist, index) => ({ checklist, path: ['checklists', index] })),
  evaluate(_facts, { checklists: wanted }, policy): GateResult {
    const outcomes = policy
      .checklists()
      .filter(({ checklist, status }) => status !== 'skipped' && (wanted === undefined || wanted.includes(checklist)))
    if (outcomes.length === 0) return { status: 'passed', summary: message('signoffs.none', {}) }
    const items = outcomes.flatMap(outcome => outcome.items)
    const done = items.filter(item => item.state.status === 'done').length
    const counts = { done, total: items.length }
    const unknown = outcomes.find(outcome => outcome.status === 'unknown')
    if (unknown !== undefined) {
      return { status: 'unknown', summary: unknown.summary, next: message('report.unknown.next', {}) }
    }
    const open = outcomes.filter(outcome => outcome.status === 'waiting')
    if (open.length === 0) return { status: 'passed', summary: message('signoffs.passed', counts) }
    return {
      status: 'waiting',
      summary: message('signoffs.waiting', { ...counts, checklists: open.map(one => one.checklist) }),
      waitingFor: distinctActors(open.flatMap(outcome => outcome.waitingFor)),
      findings: open.flatMap(openItems),
      next: message('signoffs.waiting.next', {}),
    }
  },
})

const openItems = (outcome: ChecklistOutcome): readonly Finding[] =>
  outcome.items
    .filter(item => item.state.status !== 'done')
    .map(item => ({ message: message('signoffs.item', { item: refOf(item), role: item.role ?? null }), rule: item.id }))
