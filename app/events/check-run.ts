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

/** A pressed button, or a wish to run again. Completed checks are passed on by the repository's lane. */
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
  return []
}
