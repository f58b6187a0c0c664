import { hashOf, itemHash } from '../src/checklist/cover.ts'
import { type Meaning, meaningOf } from '../src/checklist/meaning.ts'
import type { SignOff } from '../src/facts/facts.ts'
import type { Policy } from '../src/policy/schema.ts'
import type { NewLedgerRow, Operations } from './store/index.ts'

type Kept = Pick<Operations, 'cache'>
const keyOf = (hash: string): string => `meaning:${hash}`

const itemsOf = ({ checklists }: Policy) => checklists.flatMap(({ items }) => items)

/** Keeps what was signed, by its digest, so that it can be shown when the policy says something else. */
export async function keepMeanings({ cache }: Kept, policy: Policy, rows: readonly NewLedgerRow[]): Promise<void> {
  const signed = new Set(rows.filter(row => row.decision === 'signed').map(row => row.itemHash))
  for (const item of itemsOf(policy)) {
    const hash = itemHash(item)
    if (signed.delete(hash)) await cache.set(keyOf(hash), meaningOf(item), Number.MAX_SAFE_INTEGER)
  }
}

/** The sign-offs, with what those meant that were given for something else than the policy asks now. */
export async function withMeanings(
  { cache }: Kept,
  policy: Policy,
  signOffs: readonly SignOff[],
): Promise<readonly SignOff[]> {
  const now = new Set(itemsOf(policy).map(itemHash))
  const found = new Map<string, Meaning>()
  for (const { item, itemHash: hash } of signOffs) {
    if (now.has(hash) || found.has(hash)) continue
    const kept = (await cache.get(keyOf(hash), 0)) as Meaning | null
    // The ledger has the digest: what does not give it is not what was signed.
    if (kept !== null && hashOf(item, kept) === hash) found.set(hash, kept)
  }
  return signOffs.map(signOff => {
    const meaning = found.get(signOff.itemHash)
    return meaning === undefined ? signOff : { ...signOff, meaning }
  })
}
