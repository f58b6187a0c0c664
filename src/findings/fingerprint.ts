import { createHash } from 'node:crypto'

export interface Identified {
  readonly tool: string
  readonly rule: string
  readonly path: string | null
  readonly message: string
  /** As the tool gives them, by name. */
  readonly given: readonly (readonly [name: string, value: string])[]
  readonly suppressed: boolean
}

/**
 * Tells a result again after unrelated edits: by the tool's own fingerprints, else by tool, rule, file and message. Equal
 * ones are numbered. A result that loses its suppression is another one, so that it is new.
 */
export class Fingerprints {
  private readonly seen = new Map<string, number>()

  next({ tool, rule, path, message, given, suppressed }: Identified): string {
    const what = given.length > 0 ? given.map(pair => pair.join('=')).sort() : [normalised(message)]
    const identity = digest(['finding-1', tool, rule, path, suppressed, given.length > 0, ...what])
    const number = this.seen.get(identity) ?? 0
    this.seen.set(identity, number + 1)
    return number === 0 ? identity : digest([identity, number])
  }
}

const digest = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)

/** Places move; every other number in a message, such as that of a vulnerability, belongs to the result. */
const normalised = (message: string): string =>
  message
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/\b(lines?|columns?|col)([ :]+)\d+/gi, '$1$2#')
