import { createHash } from 'node:crypto'
import { refOf } from '../src/checklist/ref.ts'
import type { Report } from '../src/report.ts'

/** What a page shows of an item, as digests: its own words, and the terms that it stands under. */
export interface Asked {
  readonly words: string
  readonly terms: string
}

const digest = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)

/** What a report asks of a person who would sign the item (`guide@prod-a`); `null`: it asks no person for it. */
export function askedOf({ checklists, baseRef, policy }: Report, ref: string): Asked | null {
  for (const { checklist, items } of checklists) {
    const item = items.find(one => refOf(one) === ref)
    if (item?.role === undefined) continue
    const words = digest([checklist, ref, Object.entries(item.text).sort(), item.role, item.count])
    return { words, terms: digest([baseRef, policy.source === 'base' ? policy.sha256 : policy.source]) }
  }
  return null
}
