import type { Command } from '../src/checklist/commands.ts'
import type { Intent } from './events/intent.ts'
import type { Operations, SubjectKey } from './store/index.ts'

/** Signed or taken back in a comment. Numbers of comments follow the order in which they were written. */
interface Word {
  readonly comment: string
  readonly kind: 'sign-off' | 'revoke'
  /** Empty: all. */
  readonly items: readonly string[]
}

/** A comment some of whose commands came after later ones by the same person. */
export interface Overtaken {
  readonly commentId: string
  readonly login: string
}

const rememberedWords = 20
const keptMs = 30 * 24 * 60 * 60 * 1000

type CommandsIntent = Extract<Intent, { kind: 'commands' }>

/**
 * Leaves out what a person has since said otherwise: webhooks arrive in any order, and one that failed comes days later,
 * but the last word of a person stands (security.md R-14).
 */
export async function inOrderOfWriting(
  { cache }: Pick<Operations, 'cache'>,
  { repoId, number }: SubjectKey,
  intents: readonly Intent[],
  now: number,
): Promise<{ readonly intents: readonly Intent[]; readonly overtaken: readonly Overtaken[] }> {
  const kept: Intent[] = []
  const overtaken: Overtaken[] = []
  for (const intent of intents) {
    if (intent.kind !== 'commands') {
      kept.push(intent)
      continue
    }
    const key = `words:${repoId}:pr:${number}:${intent.actor.id}`
    const known = ((await cache.get(key, now)) ?? []) as readonly Word[]
    const later = known.filter(word => BigInt(word.comment) > BigInt(intent.commentId))
    const commands = intent.parsed.commands.flatMap(command => standing(command, later))
    if (
      commands.length < intent.parsed.commands.length ||
      commands.some(one => !intent.parsed.commands.includes(one))
    ) {
      overtaken.push({ commentId: intent.commentId, login: intent.actor.login })
    }
    kept.push({ ...intent, parsed: { ...intent.parsed, commands } })
    const words = wordsOf(intent)
    if (words.length === 0) continue
    const others = known.filter(word => word.comment !== intent.commentId)
    await cache.set(key, [...others, ...words].slice(-rememberedWords), now + keptMs)
  }
  return { intents: kept, overtaken }
}

const wordsOf = ({ commentId: comment, parsed }: CommandsIntent): readonly Word[] =>
  parsed.commands.flatMap(command =>
    command.kind === 'sign-off' || command.kind === 'revoke'
      ? [{ comment, kind: command.kind, items: command.items }]
      : [],
  )

/** The command without the items about which the person has said the opposite later; nothing when none is left. */
function standing(command: Command, later: readonly Word[]): readonly Command[] {
  if (command.kind !== 'sign-off' && command.kind !== 'revoke') return [command]
  const against = later.filter(word => word.kind !== command.kind)
  if (against.length === 0) return [command]
  if (command.items.length === 0 || against.some(word => word.items.length === 0)) return []
  const items = command.items.filter(item => !against.some(word => word.items.includes(item)))
  if (items.length === command.items.length) return [command]
  return items.length === 0 ? [] : [{ ...command, items }]
}
