import { createHash } from 'node:crypto'
import type { PullRequestFacts } from '../facts/facts.ts'
import { itemHash } from './cover.ts'
import { type Place, placeRef } from './places.ts'

/** By reference of the item: `guide`, or `guide@prod-a`. */
export type Seals = Readonly<Record<string, string>>

const digits = 12
const short = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, digits)

/**
 * What a person is asked to confirm: this item with this meaning, at this head, against this base branch. Whoever was
 * shown another one has not been asked (security.md T-25, T-33).
 */
export const questionOf = (place: Place, { headSha, baseRef }: PullRequestFacts): string =>
  short(['question', placeRef(place), itemHash(place.item), headSha, baseRef])

/**
 * Stands in the box and in the button of an item, and comes back with a tick and a press. `revoked`: the last comment
 * that took sign-offs on it back, so that a tick from before it, which arrives late, does not give them anew.
 */
export const sealOf = (question: string, revoked: string | null): string => short(['seal', question, revoked ?? ''])
