import type { z } from 'zod'
import { type Message, message } from '../locales/message.ts'
import type { PolicyProblem } from './problem.ts'
import { type Policy, policySchema } from './schema.ts'
import { keyPath, visible } from './text.ts'
import { childOf, strictnessOf, unwrap } from './walk.ts'

/** `weaker`: more would pass, or more people could sign. `other`: neither, or not to be told from the policy alone. */
export type Direction = 'weaker' | 'stronger' | 'other'

export interface PolicyChange {
  /** Entries of lists stand under their id, else their position: `checklists[deploy].items[rollback].count`. */
  readonly keyPath: string
  /** As the value would be written in one line, at most 200 characters; `null`: was not there. */
  readonly from: string | null
  readonly to: string | null
  readonly direction: Direction
  readonly message: Message
}

/** What a file change means for the verdict, default values filled in, weaker changes first. `null`: no policy. */
export function diffPolicies(
  before: Policy | null,
  after: Policy | null | readonly PolicyProblem[],
): readonly PolicyChange[] {
  if (isProblems(after)) return [whole('other', message('policy.change.broken', { count: after.length }))]
  if (before === null) return after === null ? [] : [whole('other', message('policy.change.created', {}))]
  if (after === null) return [whole('weaker', message('policy.change.deleted', {}))]
  return differences(before, after)
    .map(change)
    .sort((a, b) => rank[a.direction] - rank[b.direction])
}

/** One place where two policies differ. */
export interface Difference {
  /** Entries of lists stand under their id, else their position. */
  readonly keys: readonly PropertyKey[]
  /** `undefined`: was not there. */
  readonly from: unknown
  readonly to: unknown
  readonly direction: Direction
  /** The values are the same lists in another order. */
  readonly moved?: true
}

/** Where two policies differ, in the order of their keys. They need not be right, only have their defaults filled in. */
export const differences = (before: unknown, after: unknown): readonly Difference[] =>
  compare({ keys: [], schema: policySchema }, before, after)

const rank: Readonly<Record<Direction, number>> = { weaker: 0, other: 1, stronger: 2 }

const isProblems = (value: Policy | null | readonly PolicyProblem[]): value is readonly PolicyProblem[] =>
  Array.isArray(value)

const whole = (direction: Direction, what: Message): PolicyChange => ({
  keyPath: '',
  from: null,
  to: null,
  direction,
  message: what,
})

type Keys = readonly PropertyKey[]

/** Two values at one place of the policy. */
interface At {
  readonly keys: Keys
  /** As it stands in the schema of what is around it. */
  readonly schema: z.ZodType | undefined
}

const under = ({ keys, schema }: At, key: PropertyKey): At => ({
  keys: [...keys, key],
  schema: childOf(unwrap(schema), key),
})

function compare(at: At, from: unknown, to: unknown): readonly Difference[] {
  if (sameValue(from, to)) return []
  if (isRecord(from) && isRecord(to)) {
    const names = new Set([...Object.keys(from), ...Object.keys(to)])
    return [...names].flatMap(name => compare(under(at, name), from[name], to[name]))
  }
  if (Array.isArray(from) && Array.isArray(to)) return compareLists(at, from, to)
  if (at.keys.length === 2 && at.keys[0] === 'roles') return compareLists(at, asList(from), asList(to))
  return [{ keys: at.keys, from, to, direction: direction(at, from, to) }]
}

function compareLists(at: At, from: readonly unknown[], to: readonly unknown[]): readonly Difference[] {
  return [...from, ...to].some(isRecord) ? compareRecords(at, from, to) : compareValues(at, from, to)
}

/** Lists of patterns and people: what was added, what was removed. */
function compareValues(at: At, from: readonly unknown[], to: readonly unknown[]): readonly Difference[] {
  const { keys } = at
  const removed = from.filter(entry => !to.includes(entry))
  const added = to.filter(entry => !from.includes(entry))
  const kept = (list: readonly unknown[], other: readonly unknown[]) => list.filter(entry => other.includes(entry))
  const ordered = [...from, ...to].some(entry => typeof entry === 'string' && entry.startsWith('!'))
  const moved = ordered && !sameValue(kept(from, to), kept(to, from))
  return [
    ...removed.map(entry => ({ keys, from: entry, to: undefined, direction: opposite(addition(at, entry)) })),
    ...added.map(entry => ({ keys, from: undefined, to: entry, direction: addition(at, entry) })),
    ...(moved ? [{ keys, from, to, direction: 'other', moved: true } as const] : []),
  ]
}

/** Entries with an id are the same entry wherever they stand; others are compared in order once equal ones are gone. */
function compareRecords(at: At, from: readonly unknown[], to: readonly unknown[]): readonly Difference[] {
  const pair = (key: PropertyKey, before: unknown, after: unknown): readonly Difference[] => {
    const entry = under(at, key)
    const only = (direction: Direction) => [{ keys: entry.keys, from: before, to: after, direction }]
    if (before === undefined && after !== undefined) return only(unlessOff(after, addition(at, after)))
    if (after === undefined && before !== undefined) return only(unlessOff(before, opposite(addition(at, before))))
    return compare(entry, before, after)
  }
  const ids = new Set([...from, ...to].map(idOf))
  if (!ids.has(undefined)) return [...ids].flatMap(id => pair(String(id), from.find(hasId(id)), to.find(hasId(id))))
  const left = from.filter(entry => !to.some(other => sameValue(entry, other)))
  const right = to.filter(entry => !from.some(other => sameValue(entry, other)))
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const index = left[i] === undefined ? to.indexOf(right[i]) : from.indexOf(left[i])
    return pair(index, left[i], right[i])
  }).flat()
}

const idOf = (entry: unknown): unknown => (isRecord(entry) ? (entry.id ?? entry.name) : undefined)
const hasId = (id: unknown) => (entry: unknown) => idOf(entry) === id

function change({ keys, from, to, direction, moved }: Difference): PolicyChange {
  const shown = { from: show(from), to: show(to) }
  const key = shownKey(keys)
  const what = moved
    ? message('policy.change.order', { key })
    : shown.from !== null && shown.to !== null
      ? message('policy.change', { key, from: shown.from, to: shown.to })
      : shown.to !== null
        ? message('policy.change.added', { key, value: isRecord(to) ? null : shown.to })
        : message('policy.change.removed', { key, value: isRecord(from) ? null : shown.from })
  return { keyPath: keyPath(keys), ...shown, direction, message: what }
}

/** People speak of `coverage.project.min`. */
export const shownKey = (keys: Keys): string => keyPath(keys[0] === 'gates' && keys.length > 1 ? keys.slice(1) : keys)

/** In one line, at most 200 characters; `null` for nothing. */
export const show = (value: unknown): string | null => {
  if (value === undefined) return null
  return visible(typeof value === 'string' ? value : JSON.stringify(value))
}

/** What an entry that is added to the list does. */
function addition({ schema }: At, entry: unknown): Direction {
  const { stricter } = strictnessOf(schema)
  const added = stricter === 'more' ? 'stronger' : stricter === 'fewer' ? 'weaker' : 'other'
  return typeof entry === 'string' && entry.startsWith('!') ? opposite(added) : added
}

function opposite(towards: Direction): Direction {
  if (towards === 'other') return 'other'
  return towards === 'weaker' ? 'stronger' : 'weaker'
}

function direction(at: At, from: unknown, to: unknown): Direction {
  if (from === undefined) return presence(at, to)
  if (to === undefined) return opposite(presence(at, from))
  const { stricter } = strictnessOf(at.schema)
  if (typeof from === 'number' && typeof to === 'number') {
    if (stricter !== 'higher' && stricter !== 'lower') return 'other'
    return to > from === (stricter === 'higher') ? 'stronger' : 'weaker'
  }
  if (!Array.isArray(stricter) || !stricter.includes(from) || !stricter.includes(to)) return 'other'
  return stricter.indexOf(to) > stricter.indexOf(from) ? 'stronger' : 'weaker'
}

/** What it does that the key is there at all. */
function presence({ schema }: At, value: unknown): Direction {
  const { stricter, presence: said } = strictnessOf(schema)
  if (said === 'weaker') return 'weaker'
  const directed = stricter !== undefined && stricter !== 'fewer' && stricter !== 'other'
  if (said === 'other' || (said === undefined && !directed && !isRecord(value))) return 'other'
  return unlessOff(value, 'stronger')
}

/** What is switched off changes nothing by being there. */
const unlessOff = (value: unknown, towards: Direction): Direction =>
  isRecord(value) && value.level === 'off' ? 'other' : towards

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((entry, i) => sameValue(entry, b[i]))
  if (!isRecord(a) || !isRecord(b)) return a === b
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length && names.every(name => Object.hasOwn(b, name) && sameValue(a[name], b[name]))
  )
}
