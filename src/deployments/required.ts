import { refOf } from '../checklist/ref.ts'
import type { Message } from '../locales/message.ts'
import type { Policy } from '../policy/schema.ts'
import type { ChecklistItemOutcome, ChecklistOutcome } from '../report.ts'

/** What one pull request still lacks for an environment. */
export interface Lacking {
  /** Items as `guide@prod-a`, with the role that signs them; `null`: a gate ticks it. */
  readonly open: readonly { readonly item: string; readonly role: string | null }[]
  /** What could not be told; it holds as well. */
  readonly unknown: readonly Message[]
  /** Items that are signed, or ticked by a gate. */
  readonly done: readonly ChecklistItemOutcome[]
}

/** What the policy asks of a pull request before it goes to an environment, by the checklists as they stand. */
export function lackingFor(
  { requires }: Policy['environments'][string],
  environment: string,
  checklists: readonly ChecklistOutcome[],
): Lacking {
  const asked = checklists.filter(({ checklist, level }) =>
    requires === undefined ? level === 'block' : requires.includes(checklist),
  )
  const items = asked.flatMap(one => one.items).filter(item => (item.environment ?? environment) === environment)
  // A checklist without items is one of which nobody can tell whether it applies.
  const blind = asked.flatMap(one => (one.status === 'unknown' && one.items.length === 0 ? [one.summary] : []))
  return {
    open: items
      .filter(({ state }) => state.status === 'open' || state.status === 'stale')
      .map(item => ({ item: refOf(item), role: item.role ?? null })),
    unknown: [...blind, ...items.flatMap(({ state }) => (state.status === 'unknown' ? [state.reason] : []))],
    done: items.filter(({ state }) => state.status === 'done'),
  }
}
