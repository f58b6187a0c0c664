import { parse } from 'yaml'
import type { Trigger } from '../gate.ts'
import { type GateId, gateIds, gates } from '../gates/index.ts'
import { type Message, message } from '../locales/message.ts'
import type { Policy } from './schema.ts'
import type { WhenPolicy } from './when.ts'

/** Activities of `pull_request` without `types:`. Source: "Events that trigger workflows". */
const defaultTypes: readonly string[] = ['opened', 'synchronize', 'reopened']

/**
 * What the workflow does not listen to although an enabled gate's answer can change with it: the check would then stay
 * as it was. `null`: nothing is missing, or the file is not one that can be judged.
 */
export function missingTriggers(workflow: string, policy: Policy): Message | null {
  const listens = listenerOf(workflow)
  if (listens === null) return null
  const missing = [...triggersOf(policy)].filter(trigger => !listens(trigger))
  return missing.length === 0 ? null : message('action.triggers', { missing: missing.sort() })
}

/** Activities that can change a verdict: those of the enabled gates, and of what decides whom gates and checklists concern. */
function triggersOf(policy: Policy): ReadonlySet<Trigger> {
  const enabled = gateIds.filter(id => (policy.gates[id]?.level ?? 'off') !== 'off')
  const conditions = [...enabled.map(id => policy.gates[id]?.when), ...policy.checklists.map(one => one.when)]
  return new Set([
    ...enabled.flatMap((id: GateId): readonly Trigger[] => gates[id].triggers),
    ...conditions.flatMap(whenTriggers),
  ])
}

const whenTriggers = (condition: WhenPolicy | undefined): readonly Trigger[] => [
  ...(condition?.labels === undefined ? [] : (['pull_request.labeled', 'pull_request.unlabeled'] as const)),
  ...(condition?.draft === undefined
    ? []
    : (['pull_request.ready_for_review', 'pull_request.converted_to_draft'] as const)),
]

/** `null`: not a workflow that runs on pull requests. */
function listenerOf(workflow: string): ((trigger: Trigger) => boolean) | null {
  const on = eventsOf(workflow)
  if (on === null || !('pull_request' in on || 'pull_request_review' in on)) return null
  return trigger => {
    const [event = '', activity = ''] = trigger.split('.')
    if (!(event in on)) return false
    const types = typesOf(on[event])
    return types === null ? event !== 'pull_request' || defaultTypes.includes(activity) : types.includes(activity)
  }
}

/** The three ways to write `on:` as one. */
function eventsOf(workflow: string): Readonly<Record<string, unknown>> | null {
  try {
    const on: unknown = (parse(workflow, { maxAliasCount: 10 }) as { on?: unknown } | null)?.on
    if (typeof on === 'string') return { [on]: null }
    if (Array.isArray(on)) return Object.fromEntries(on.map(name => [String(name), null]))
    return typeof on === 'object' && on !== null ? (on as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function typesOf(settings: unknown): readonly string[] | null {
  if (typeof settings !== 'object' || settings === null || !('types' in settings)) return null
  const { types } = settings
  if (typeof types === 'string') return [types]
  return Array.isArray(types) ? types.map(String) : null
}
