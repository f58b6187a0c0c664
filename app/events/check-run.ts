import { actionsAppSlug, evidenceCheckName } from '../../src/github/queries.ts'
import { accountOf, type Intent, type SenderLike } from './intent.ts'

export interface CheckRunPayload {
  readonly action: string
  readonly sender: SenderLike | null
  readonly requested_action?: { readonly identifier: string } | null
  readonly check_run: {
    readonly id: number | string
    readonly name: string
    readonly head_sha: string
    readonly app: { readonly slug?: string } | null
  }
}

/** A pressed button, a wish to run again, or evidence that CI has recorded; other apps' checks concern nobody here. */
export function checkRun(payload: CheckRunPayload): readonly Intent[] {
  const { action, check_run: check } = payload
  if (action === 'rerequested') return [{ kind: 'recheck' }]
  if (action === 'requested_action') {
    const actor = accountOf(payload.sender)
    const identifier = payload.requested_action?.identifier
    if (actor === null || identifier === undefined) return []
    const checkRunId = String(check.id)
    return [{ kind: 'button', actor, viaApp: false, checkRunId, headSha: check.head_sha, identifier }]
  }
  const evidence = check.name === evidenceCheckName && check.app?.slug === actionsAppSlug
  return evidence ? [{ kind: 'refresh' }] : []
}
