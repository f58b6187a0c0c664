import { sha256 } from '../publication.ts'
import { bindsNothing } from '../rows.ts'
import type { NewLedgerRow, WaitingDeployment } from '../store/index.ts'

/** What a row about a deployment rests on. */
export interface RowGround {
  /** Default branch, whose policy judged. */
  readonly branch: string
  readonly policySha256: string
  /** `pr:12` to its head and the numbers of the ledger rows that count for it. */
  readonly signed: Readonly<Record<string, string>>
}

/** In the place of a checklist: the row is about a deployment. */
export const aboutDeployment = 'deployment'

/** A row about a deployment that the App let through, or that went without its word. */
export function deploymentRow(
  decision: 'approved' | 'bypassed',
  row: WaitingDeployment,
  { branch, policySha256, signed }: RowGround,
  by: { readonly id: string; readonly login: string; readonly at: number },
): NewLedgerRow {
  const { repoId, runId, attempt, environment, sha, answeredAt } = row
  return {
    repoId,
    subject: `environment:${environment}`,
    headSha: sha,
    baseRef: branch,
    policySha256,
    checklist: aboutDeployment,
    itemId: `run:${runId}.${attempt}`,
    itemHash: '',
    actorId: by.id,
    actorType: 'Bot',
    signerId: by.id,
    decision,
    via: 'policy',
    source: `run:${runId}.${attempt}`,
    bodyHash: sha256(JSON.stringify(signed)),
    ...bindsNothing,
    environment,
    covered: signed,
    at: by.at,
    // Several jobs of a run may deploy to one environment, one after the other.
    idem: `deployment:${runId}:${attempt}:${environment}:${decision}:${answeredAt ?? 0}`,
    login: by.login,
    reason: null,
  }
}
