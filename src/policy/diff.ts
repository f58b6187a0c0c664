import { type Message, message } from '../locales/message.ts'
import type { PolicyProblem } from './problem.ts'
import type { Policy } from './schema.ts'
import { keyPath, visible } from './text.ts'

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
  return [...compare([], before, after)].sort((a, b) => rank[a.direction] - rank[b.direction])
}

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

function compare(keys: Keys, from: unknown, to: unknown): readonly PolicyChange[] {
  if (sameValue(from, to)) return []
  if (isRecord(from) && isRecord(to)) {
    const names = new Set([...Object.keys(from), ...Object.keys(to)])
    return [...names].flatMap(name => compare([...keys, name], from[name], to[name]))
  }
  if (Array.isArray(from) && Array.isArray(to)) return compareLists(keys, from, to)
  if (keys.length === 2 && keys[0] === 'roles') return compareLists(keys, asList(from), asList(to))
  return [change(keys, from, to, direction(keys, from, to))]
}

function compareLists(keys: Keys, from: readonly unknown[], to: readonly unknown[]): readonly PolicyChange[] {
  return [...from, ...to].some(isRecord) ? compareRecords(keys, from, to) : compareValues(keys, from, to)
}

/** Lists of patterns and people: what was added, what was removed. */
function compareValues(keys: Keys, from: readonly unknown[], to: readonly unknown[]): readonly PolicyChange[] {
  const removed = from.filter(entry => !to.includes(entry))
  const added = to.filter(entry => !from.includes(entry))
  const kept = (list: readonly unknown[], other: readonly unknown[]) => list.filter(entry => other.includes(entry))
  const ordered = [...from, ...to].some(entry => typeof entry === 'string' && entry.startsWith('!'))
  const moved = ordered && !sameValue(kept(from, to), kept(to, from))
  const key = shownKey(keys)
  return [
    ...removed.map(entry => change(keys, entry, undefined, listDirection(keys, entry, 'removed'))),
    ...added.map(entry => change(keys, undefined, entry, listDirection(keys, entry, 'added'))),
    ...(moved
      ? [
          {
            ...change(keys, from, to, 'other'),
            message: message('policy.change.order', { key }),
          } satisfies PolicyChange,
        ]
      : []),
  ]
}

/** Entries with an id are the same entry wherever they stand; others are compared in order once equal ones are gone. */
function compareRecords(keys: Keys, from: readonly unknown[], to: readonly unknown[]): readonly PolicyChange[] {
  const ids = new Set([...from, ...to].map(idOf))
  if (!ids.has(undefined))
    return [...ids].flatMap(id => compare([...keys, String(id)], from.find(hasId(id)), to.find(hasId(id))))
  const left = from.filter(entry => !to.some(other => sameValue(entry, other)))
  const right = to.filter(entry => !from.some(other => sameValue(entry, other)))
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const index = left[i] === undefined ? to.indexOf(right[i]) : from.indexOf(left[i])
    return compare([...keys, index], left[i], right[i])
  }).flat()
}

const idOf = (entry: unknown): unknown => (isRecord(entry) ? (entry.id ?? entry.name) : undefined)
const hasId = (id: unknown) => (entry: unknown) => idOf(entry) === id

function change(keys: Keys, from: unknown, to: unknown, towards: Direction): PolicyChange {
  const shown = { from: show(from), to: show(to) }
  const key = shownKey(keys)
  const what =
    shown.from !== null && shown.to !== null
      ? message('policy.change', { key, from: shown.from, to: shown.to })
      : shown.to !== null
        ? message('policy.change.added', { key, value: isRecord(to) ? null : shown.to })
        : message('policy.change.removed', { key, value: isRecord(from) ? null : shown.from })
  return { keyPath: keyPath(keys), ...shown, direction: towards, message: what }
}

/** People speak of `coverage.project.min`. */
const shownKey = (keys: Keys): string => keyPath(keys[0] === 'gates' && keys.length > 1 ? keys.slice(1) : keys)

const show = (value: unknown): string | null => {
  if (value === undefined) return null
  return visible(typeof value === 'string' ? value : JSON.stringify(value))
}

/** Higher is stricter, or (`down`) laxer. Every key of the policy that holds a number is here; a test keeps it so. */
export const numberKeys: Readonly<Record<string, 'up' | 'down'>> = {
  count: 'up',
  expected: 'up',
  max: 'down',
  max_drop: 'down',
  max_uncovered_lines: 'down',
  min: 'up',
  min_lines: 'down',
  min_words: 'up',
  patch: 'up',
}

/** For lists: what an added entry does. Entries with `!` do the opposite. */
export const listKeys: Readonly<Record<string, Direction>> = {
  covers: 'stronger',
  exclude: 'weaker',
  generated: 'stronger',
  paths: 'stronger',
  reports: 'other',
  tests: 'stronger',
  update: 'weaker',
  when: 'stronger',
}

/** Ordered from lax to strict. */
const scales: Readonly<Record<string, readonly unknown[]>> = {
  generated: ['exclude', 'count'],
  level: ['off', 'info', 'warn', 'block'],
  moved_lines: ['ignore', 'count'],
  need: ['requested', 'approved'],
  partial_lines: ['covered', 'uncovered'],
  removed_code: ['forgive', 'count'],
}

function listDirection(keys: Keys, entry: unknown, what: 'added' | 'removed'): Direction {
  const added = keys[0] === 'roles' ? 'weaker' : (listKeys[String(keys.at(-1))] ?? 'other')
  const negated = typeof entry === 'string' && entry.startsWith('!')
  return (what === 'removed') !== negated ? opposite(added) : added
}

function opposite(towards: Direction): Direction {
  if (towards === 'other') return 'other'
  return towards === 'weaker' ? 'stronger' : 'weaker'
}

function direction(keys: Keys, from: unknown, to: unknown): Direction {
  const key = String(keys.at(-1))
  if (from === undefined) return presence(key, to)
  if (to === undefined) return opposite(presence(key, from))
  if (typeof from === 'number' && typeof to === 'number') {
    const scale = numberKeys[key]
    return scale === undefined ? 'other' : to > from === (scale === 'up') ? 'stronger' : 'weaker'
  }
  const scale = scales[key]
  if (scale?.includes(from) && scale.includes(to))
    return scale.indexOf(to) > scale.indexOf(from) ? 'stronger' : 'weaker'
  if (typeof to === 'boolean' && key.startsWith('allow_')) return to ? 'weaker' : 'stronger'
  if (typeof to === 'boolean' && key.startsWith('stale_')) return to ? 'stronger' : 'weaker'
  return 'other'
}

/** What it does that the key is there at all. A limit to some files (`when`, `covers`) lets more pass than none. */
function presence(key: string, value: unknown): Direction {
  if (key === 'when' || key === 'covers' || key === 'exclude') return 'weaker'
  if (key === 'generated') return 'stronger'
  if (isRecord(value)) return value.level === 'off' ? 'other' : 'stronger'
  return typeof value === 'number' && numberKeys[key] !== undefined ? 'stronger' : 'other'
}

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
