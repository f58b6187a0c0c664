import type { FactName } from '../facts/facts.ts'
import type { Gate } from '../gate.ts'
import { gateIds, gates } from '../gates/index.ts'
import type { Policy } from './schema.ts'

/** Facts that can change a verdict under the policy: what its enabled gates read, and what decides whom they concern. */
export function neededFacts(policy: Policy): ReadonlySet<FactName> {
  const needed = new Set<FactName>()
  for (const id of gateIds) {
    const options = policy.gates[id]
    if (options === undefined || options.level === 'off') continue
    const gate = gates[id] as unknown as Gate
    const unread = new Set(gate.unread?.(options) ?? [])
    for (const need of gate.needs) if (!unread.has(need)) needed.add(need)
    if (options.when?.labels !== undefined) needed.add('labels')
  }
  if (policy.checklists.some(checklist => checklist.when?.labels !== undefined)) needed.add('labels')
  return needed
}
