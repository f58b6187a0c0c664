import type { PullRequestFacts } from '../facts/facts.ts'
import { riskOf } from '../impact/risk.ts'
import type { Policy } from '../policy/schema.ts'
import { appliesTo } from '../policy/when.ts'
import type { ChecklistPolicy, ItemPolicy } from './policy.ts'
import { refOf } from './ref.ts'

/** What one sign-off can be about: an item, and one of its environments where it has some. */
export interface Place {
  readonly checklist: ChecklistPolicy
  readonly item: ItemPolicy
  readonly environment?: string
}

/** Environments of an item, each once; one entry without a name for an item that has none. */
export function environmentsOf(item: ItemPolicy): readonly { readonly environment?: string }[] {
  if (item.role === undefined || item.environments === undefined) return [{}]
  return [...new Set(item.environments)].map(environment => ({ environment }))
}

/** Everything that may be signed or ticked on this pull request. */
export function applicableItems(policy: Policy, facts: PullRequestFacts): readonly Place[] {
  const risk = riskOf(policy, facts)
  return policy.checklists
    .filter(checklist => checklist.level !== 'off' && appliesTo(checklist.when, facts, risk).applies === 'yes')
    .flatMap(checklist =>
      checklist.items.flatMap(item => environmentsOf(item).map(named => ({ checklist, item, ...named }))),
    )
}

export const placeRef = ({ item, environment }: Place): string =>
  refOf({ id: item.id, ...(environment === undefined ? {} : { environment }) })

/** Whether a name stands for this place; an item's id alone stands for all its environments. */
export const isNamed = (place: Place, name: string): boolean => name === place.item.id || name === placeRef(place)
