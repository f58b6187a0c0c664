import type { PullRequestFacts } from '../src/facts/facts.ts'
import type { Intent } from './events/intent.ts'
import type { Log } from './front.ts'
import { laneOf } from './lane.ts'
import type { Operations, SubjectKey } from './store/index.ts'

const hour = 60 * 60 * 1000
/** Comments with commands of somebody in no role of the policy, over all pull requests of an installation, in an hour. */
export const commentsPerHour = 20

type Kept = Pick<Operations, 'cache'>

const peopleKey = (key: Pick<SubjectKey, 'repoId' | 'number'>): string => `people:${laneOf(key)}`

/** Keeps who is in a role of the policy; where that could not be read completely nobody is held to a budget. */
export async function rememberPeople(store: Kept, key: SubjectKey, roles: PullRequestFacts['roles']): Promise<void> {
  const all = Object.values(roles)
  const ids = all.flatMap(role => role.members.map(member => member.id))
  const people = all.some(role => role.unresolved.length > 0) ? null : [...new Set(ids)].sort()
  if (JSON.stringify(await store.cache.get(peopleKey(key), 0)) === JSON.stringify(people)) return
  await store.cache.set(peopleKey(key), people, Number.MAX_SAFE_INTEGER)
}

/**
 * Without the commands of people in no role who have had theirs for this hour: whoever may comment could otherwise use
 * up the installation's calls (security.md T-87). Nothing that could count is left out, and it costs no call.
 */
export async function withinActorBudget(
  { store, now, log }: { readonly store: Kept; readonly now: () => number; readonly log?: Log | undefined },
  { key, installationId }: { readonly key: SubjectKey; readonly installationId: string | null },
  intents: readonly Intent[],
): Promise<readonly Intent[]> {
  const kept: Intent[] = []
  for (const intent of intents) {
    if (intent.kind !== 'commands') {
      kept.push(intent)
      continue
    }
    const people = (await store.cache.get(peopleKey(key), 0)) as readonly string[] | null
    if (people === null || people.includes(intent.actor.id)) {
      kept.push(intent)
      continue
    }
    const spent = `commands:${installationId ?? ''}:${intent.actor.id}:${Math.floor(now() / hour)}`
    // By comment: one that is tried again, because GitHub did not answer, is not paid for twice.
    const paid = ((await store.cache.get(spent, now())) ?? []) as readonly string[]
    if (!paid.includes(intent.commentId) && paid.length >= commentsPerHour) {
      log?.('info', 'command.over-budget', { repository: key.repoId, number: key.number, actor: intent.actor.id })
      continue
    }
    await store.cache.set(spent, [...new Set([...paid, intent.commentId])], now() + 2 * hour)
    kept.push(intent)
  }
  return kept
}
