import type { Command } from '../src/checklist/commands.ts'
import type { Intent } from './events/intent.ts'
import { laneOf } from './lane.ts'
import type { Operations, SubjectKey } from './store/index.ts'

/** Signed or taken back. Numbers of comments follow the order in which they were written. */
interface Word {
  /** `null`: on a page, at this time of GitHub in epoch milliseconds. */
  readonly comment: string | null
  readonly at?: number
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

/** The last words of the people on one pull request, while a batch of deliveries is worked off. */
export interface LastWords {
  /**
   * Leaves out what a person has since said otherwise: webhooks arrive in any order, and one that failed comes days
   * later, but the last word of a person stands (security.md R-14).
   */
  inOrder(intents: readonly Intent[]): Promise<Ordered>
  /** Remembers what was said. In the transaction of what follows from it: a batch that is tried again has not been said. */
  keep(tx: Pick<Operations, 'cache'>): Promise<void>
}

interface Ordered {
  readonly intents: readonly Intent[]
  readonly overtaken: readonly Overtaken[]
}

export function lastWords(
  { cache }: Pick<Operations, 'cache'>,
  { repoId, number }: SubjectKey,
  now: number,
): LastWords {
  const said = new Map<string, readonly Word[]>()
  const keyOf = (person: string): string => `words:${laneOf({ repoId, number })}:${person}`
  const read = async (key: string): Promise<readonly Word[]> =>
    said.get(key) ?? (((await cache.get(key, now)) ?? []) as readonly Word[])
  const say = (key: string, words: readonly Word[]) => said.set(key, words.slice(-rememberedWords))

  /** It is in its place in the queue from the moment at which it was asked; what comes late is told by it. */
  const onPage = async ({ actor, at, wanted, item }: Extract<Intent, { kind: 'page' }>): Promise<void> => {
    const key = keyOf(actor.id)
    const word: Word = { comment: null, at, kind: wanted === 'sign' ? 'sign-off' : 'revoke', items: [item] }
    const others = (await read(key)).filter(one => JSON.stringify(one) !== JSON.stringify(word))
    say(key, [...others, word])
  }

  const inComment = async (intent: CommandsIntent): Promise<CommandsIntent> => {
    const key = keyOf(intent.actor.id)
    const known = await read(key)
    const later = known.filter(word => isLater(word, intent))
    const words = wordsOf(intent)
    if (words.length > 0) say(key, [...known.filter(word => word.comment !== intent.commentId), ...words])
    const commands = intent.parsed.commands.flatMap(command => standing(command, later))
    return { ...intent, parsed: { ...intent.parsed, commands } }
  }

  return {
    inOrder: async intents => {
      const kept: Intent[] = []
      const overtaken: Overtaken[] = []
      for (const intent of intents) {
        if (intent.kind === 'page') await onPage(intent)
        const standing = intent.kind === 'commands' ? await inComment(intent) : intent
        kept.push(standing)
        if (intent.kind !== 'commands' || standing.kind !== 'commands') continue
        const { commands } = standing.parsed
        const isWhole = intent.parsed.commands.every(command => commands.includes(command))
        if (!isWhole) overtaken.push({ commentId: intent.commentId, login: intent.actor.login })
      }
      return { intents: kept, overtaken }
    },
    keep: async tx => {
      for (const [key, words] of said) await tx.cache.set(key, words, now + keptMs)
    },
  }
}

/** GitHub's times have whole seconds: of two words in the same one, that of the page counts as the later. */
const isLater = ({ comment, at = 0 }: Word, { commentId, at: written }: CommandsIntent): boolean =>
  comment === null ? written === null || at >= written : BigInt(comment) > BigInt(commentId)

const wordsOf = ({ commentId: comment, parsed }: CommandsIntent): readonly Word[] =>
  parsed.commands.flatMap(command =>
    command.kind === 'sign-off' || command.kind === 'revoke'
      ? [{ comment, kind: command.kind, items: namesOf(command) }]
      : [],
  )

/** The command without the items about which the person has said the opposite later; nothing when none is left. */
function standing(command: Command, later: readonly Word[]): readonly Command[] {
  if (command.kind === 'revoke') {
    return leftOf(command, covers, later, 'sign-off').map(left => withExceptions(left, later))
  }
  // Whoever took a sign-off back took back what lets others give it too.
  if (command.kind === 'sign-off' || command.kind === 'delegate') return leftOf(command, touches, later, 'revoke')
  if (command.kind === 'waive') {
    const isTaken = later.some(word => word.kind === 'revoke' && word.items.includes(command.gate))
    return isTaken ? [] : [command]
  }
  return [command]
}

type Named = Extract<Command, { kind: 'sign-off' | 'revoke' | 'delegate' }>

function leftOf(
  command: Named,
  meets: (word: Word, name: string | null) => boolean,
  later: readonly Word[],
  opposite: Word['kind'],
): readonly Command[] {
  const against = later.filter(word => word.kind === opposite)
  const isLeft = (name: string | null): boolean => !against.some(word => meets(word, name))
  const names = namesOf(command)
  if (names.length === 0) return isLeft(null) ? [command] : []
  const items = command.items.filter((_, index) => isLeft(names[index] ?? null))
  if (items.length === command.items.length && isLeft(names[0] ?? null)) return [command]
  return items.length === 0 ? [] : [{ ...command, items }]
}

/** What was given anew since, in whole or in part, is no more taken back. */
function withExceptions(command: Command, later: readonly Word[]): Command {
  if (command.kind !== 'revoke') return command
  const names = namesOf(command)
  const anew = later.filter(word => word.kind === 'sign-off').flatMap(word => word.items)
  const except = anew.filter(item => names.length === 0 || names.some(name => touches({ items: [item] }, name)))
  return except.length === 0 ? command : { ...command, except }
}

/** What a command names, each with its environment (`guide@prod-a`, `@prod-a` for all of it); empty: all. */
function namesOf(command: Named): readonly string[] {
  const env = 'env' in command ? command.env : undefined
  if (env === undefined) return command.items
  return command.items.length === 0 ? [`@${env}`] : command.items.map(item => `${item}@${env}`)
}

/** To leave a sign-off out is safe, so that it has something in common with the later word is enough. */
const touches = ({ items }: Pick<Word, 'items'>, name: string | null): boolean =>
  name === null ||
  items.length === 0 ||
  items.some(item => baseOf(item) === '' || baseOf(name) === '' || baseOf(item) === baseOf(name))

/** To leave a revocation out is not: the later word must have given all of it anew. */
const covers = ({ items }: Word, name: string | null): boolean =>
  items.length === 0 || (name !== null && items.some(item => item === name || item === baseOf(name)))

const baseOf = (name: string): string => name.split('@')[0] ?? ''
