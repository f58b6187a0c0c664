import { itemHash } from './cover.ts'
import type { Place } from './places.ts'

/** What every row about an item says of it. */
export interface SignRow {
  readonly checklist: string
  readonly item: string
  readonly itemHash: string
  /** `null`: the item has none. */
  readonly environment: string | null
  /** Files covered at this head; `null` when the list is not complete. Only for `signed`. */
  readonly covered: Readonly<Record<string, string>> | null
  /** Digest of the whole patch, where the item carries sign-offs over. */
  readonly patchSha256: string | null
  /** Open points that the signer accepted; `null`: none. */
  readonly conditions: readonly string[] | null
  /** Who let the signer sign for them; `null`: nobody had to. */
  readonly onBehalfOf: { readonly id: string; readonly login: string } | null
  /** Last day of the delegation that was used. */
  readonly until: string | null
}

export const rowOf = ({ checklist, item, environment }: Place): SignRow => ({
  checklist: checklist.id,
  item: item.id,
  itemHash: itemHash(item),
  environment: environment ?? null,
  covered: null,
  patchSha256: null,
  conditions: null,
  onBehalfOf: null,
  until: null,
})
