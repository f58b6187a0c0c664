import type { ChangedContent, Impact } from './model.ts'
import { compare } from './stated.ts'

/** A part of an interface that callers see. `key`: dotted, so that its owner is what stands before the last dot. */
export interface SurfacePart {
  readonly key: string
  /** Key of the part that it belongs to; `null`: it stands on its own. */
  readonly owner: string | null
  /** What callers must agree on: one text for one meaning. */
  readonly value: string
  /** What may be shown of it; left out: nothing. */
  readonly shown?: string
  readonly line: number
  /** Parts that are there for this one only, as the messages of a call. */
  readonly uses?: readonly string[]
}

/**
 * What became of an interface. What comes or goes with its owner is not said on its own, nor is a type that comes or
 * goes with the call that uses it.
 */
export function compareSurfaces(
  change: Pick<ChangedContent, 'file'>,
  before: readonly SurfacePart[],
  after: readonly SurfacePart[],
): readonly Impact[] {
  const [olds, news] = [topmost(before, after), topmost(after, before)]
  const stated = (parts: readonly SurfacePart[]) =>
    parts.map(({ key, value, shown = null, line }) => ({ kind: 'api-surface' as const, key, value, shown, line }))
  return compare(change, stated(olds), stated(news))
}

function topmost(here: readonly SurfacePart[], there: readonly SurfacePart[]): readonly SurfacePart[] {
  const [own, others] = [new Set(here.map(one => one.key)), new Set(there.map(one => one.key))]
  const isNew = (key: string): boolean => own.has(key) && !others.has(key)
  const byKey = new Map(here.map(one => [one.key, one]))
  const used = new Set<string>()
  const visit = (part: SurfacePart) => {
    for (const name of part.uses ?? []) {
      const type = byKey.get(name)
      if (type === undefined || used.has(name) || !isNew(name)) continue
      used.add(name)
      visit(type)
    }
  }
  for (const part of here) if (isNew(part.key) && isCall(part)) visit(part)
  return here.filter(part => !(part.owner !== null && isNew(part.owner)) && !(isNew(part.key) && used.has(part.key)))
}

/** Calls bring their types; types among themselves each stand for themselves. */
const isCall = (part: SurfacePart): boolean => part.value.startsWith('call ')
