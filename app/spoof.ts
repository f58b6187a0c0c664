import type { Account } from '../src/facts/facts.ts'
import { ownCheckName } from '../src/github/queries.ts'
import { aboutGate } from '../src/ledger/fold.ts'
import { recheckJob } from './known.ts'
import { sha256 } from './publication.ts'
import type { Deps } from './pull-request.ts'
import { bindsNothing } from './rows.ts'
import { type InboxRow, LedgerBroken, type Subject } from './store/index.ts'

/** A check or status of our name that we did not write. */
export interface Spoof {
  readonly kind: 'check' | 'status'
  readonly sha: string
  /** What it says, e.g. `success`. */
  readonly says: string
  /** The App, or the account that wrote a status. */
  readonly by: Account
}

/**
 * Ours is written again, so that it is the newest, and the attempt is recorded, once for each head and source (security.md
 * T-84). A merge in between is not prevented: for that the branch rule must name this App as the expected source.
 */
export async function answerSpoof(
  deps: Deps,
  job: InboxRow,
  atHead: readonly Subject[],
  { kind, sha, says, by }: Spoof,
): Promise<void> {
  for (const subject of atHead) {
    const { repoId, number } = subject
    deps.log?.('warn', 'check.spoofed', { repository: repoId, number, head: sha, kind, says, by: by.login })
    await record(deps, {
      repoId,
      subject: `pr:${number}`,
      headSha: sha,
      baseRef: subject.baseRef,
      policySha256: '',
      checklist: aboutGate,
      itemId: ownCheckName,
      itemHash: '',
      actorId: by.id,
      actorType: by.type,
      signerId: by.id,
      decision: 'rejected',
      via: 'policy',
      source: job.deliveryId,
      bodyHash: sha256(`${kind} ${says}`),
      ...bindsNothing,
      at: deps.now(),
      idem: `spoof:${repoId}:${number}:${sha}:${kind}:${by.id}`,
      login: by.login,
      reason: `spoofed.${kind}`,
    })
    await deps.store.inbox.enqueue(recheckJob(subject, deps.now()))
  }
}

async function record({ store }: Deps, row: Parameters<Deps['store']['ledger']['append']>[0]): Promise<void> {
  try {
    await store.ledger.append(row)
  } catch (error) {
    // A chain that does not verify takes no rows; the check is written again all the same.
    if (!(error instanceof LedgerBroken)) throw error
  }
}
