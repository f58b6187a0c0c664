import type { z } from 'zod'
import { type Message, message } from '../locales/message.ts'
import { type Difference, show } from './diff.ts'
import { common, policySchema } from './schema.ts'
import { visible } from './text.ts'
import { childOf, fieldAt, strictnessOf, unwrap } from './walk.ts'

/** Segments of a key path; `*` stands for any one of them. */
export type Lock = readonly string[]

const segment = /\.?([\w-]+|\*)|\["([^"\\]{1,100})"\]|\[(\d{1,4})\]/y

/** `gates.*.level`, `components["a.b"].risk`; entries of lists under their id. `null`: no key path. */
export function parseLock(text: string): Lock | null {
  const segments: string[] = []
  segment.lastIndex = 0
  while (segment.lastIndex < text.length) {
    const found = segment.exec(text)
    if (found === null) return null
    segments.push(found[1] ?? found[2] ?? found[3] ?? '')
  }
  return segments.length === 0 || text.startsWith('.') ? null : segments
}

/** A lock that could never hold anything, probably a typing error. */
export function lockProblem(text: string): Message | null {
  const lock = parseLock(text)
  const known = lock !== null && isKnown(policySchema, lock)
  return known ? null : message('policy.lock.unknown', { got: visible(text) })
}

function isKnown(schema: z.ZodType | undefined, [key, ...rest]: Lock): boolean {
  if (schema === undefined) return false
  if (key === undefined) return true
  const plain = unwrap(schema)
  if (key !== '*' || !hasShape(plain)) return isKnown(childOf(plain, key), rest)
  return Object.values(plain.shape).some(child => isKnown(child, rest))
}

const hasShape = (schema: unknown): schema is { readonly shape: Readonly<Record<string, z.ZodType>> } =>
  typeof schema === 'object' && schema !== null && 'shape' in schema

/**
 * A lock with what it would be worth nothing without: a minimum holds only while its gate still blocks the pull
 * requests that it concerned, and nobody else may waive it.
 */
export function withGuards(lock: Lock): readonly Lock[] {
  const [root = '', name = '', ...rest] = lock
  if (rest.length === 0 || (root !== 'gates' && root !== 'checklists')) return [lock]
  const guards = root === 'gates' ? Object.keys(common) : ['level', 'when']
  return [lock, ...guards.map(guard => [root, name, guard])]
}

/** The differences that a lock does not allow: anything that it holds and that is not plainly stricter. */
export function broken(differences: readonly Difference[], locks: readonly Lock[]): readonly Difference[] {
  const held = locks.flatMap(withGuards)
  return differences.filter(
    difference => difference.direction !== 'stronger' && held.some(lock => concerns(lock, difference)),
  )
}

/** The change is of what is locked, of something in it, or takes away something around it. */
function concerns(lock: Lock, { keys, from }: Difference): boolean {
  const fits = lock.slice(0, keys.length).every((part, i) => part === '*' || part === String(keys[i]))
  return fits && (keys.length >= lock.length || from !== undefined)
}

/** What a file that extends may still write. */
export type Allowed =
  | { readonly kind: 'least' | 'most'; readonly value: string }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'no-removal' | 'no-addition' | 'same' }

export function allowedInstead({ keys, from, to }: Difference): Allowed {
  const { stricter } = strictnessOf(fieldAt(policySchema, keys))
  if (typeof from === 'number' && (stricter === 'higher' || stricter === 'lower'))
    return { kind: stricter === 'higher' ? 'least' : 'most', value: show(from) ?? '' }
  if (from === undefined) return { kind: 'no-addition' }
  if (Array.isArray(stricter) && stricter.includes(from))
    return { kind: 'values', values: stricter.slice(stricter.indexOf(from)).map(String) }
  return { kind: to === undefined ? 'no-removal' : 'same' }
}
