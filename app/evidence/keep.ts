import { refreshJob } from '../known.ts'
import { refreshGroupAt } from '../merge-group/record.ts'
import type { EvidenceRow, Kept, Operations, Store } from '../store/index.ts'
import type { Accepted, EvidenceOptions } from './receive.ts'

/** Keeps a document of a token's run, together with the wish to judge anew whatever has this head. */
export const acceptEvidence =
  (store: Store): EvidenceOptions['accept'] =>
  ({ jti }, row, tokenUntil): Promise<Accepted> =>
    store.transaction(async tx => {
      if ((await tx.evidence.spend(jti, row.digest, tokenUntil)) === 'replayed') return 'replayed'
      return keepEvidence(tx, row)
    })

/** Within a transaction of the caller. Also for bytes that are known: their sender may not have heard of the first time. */
export async function keepEvidence(tx: Operations, row: EvidenceRow): Promise<Kept> {
  const kept = await tx.evidence.keep(row)
  if (kept === 'superseded') return kept
  for (const subject of await tx.subjects.byHead(row.repoId, row.headSha))
    await tx.inbox.enqueue(refreshJob(subject, row.receivedAt))
  await refreshGroupAt(tx, { repoId: row.repoId, sha: row.headSha }, { now: row.receivedAt })
  return kept
}
