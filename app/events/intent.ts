import type { ParsedComment } from '../../src/checklist/commands.ts'
import type { Account, FactName } from '../../src/facts/facts.ts'

/** Who acted, as the delivery's `sender` says; `viaApp`: an app acted in the person's name. */
export interface Acting {
  readonly actor: Account
  readonly viaApp: boolean
}

/**
 * What a delivery asks for. Apart from who acted and what they wanted, nothing of a delivery is believed: the state of
 * the pull request is read again.
 */
export type Intent =
  /** `about`: only where the verdict rests on one of these facts. */
  | { readonly kind: 'refresh'; readonly about?: readonly FactName[] }
  /** A person asked for a fresh look: what we published is compared and written again where it differs. */
  | { readonly kind: 'recheck' }
  | (Acting & {
      readonly kind: 'commands'
      readonly commentId: string
      readonly parsed: ParsedComment
      readonly text: string
    })
  | (Acting & {
      readonly kind: 'comment-edited'
      readonly commentId: string
      readonly before: string
      readonly after: string
      /** Numeric id of the comment's author. */
      readonly authorId: string | null
    })
  | { readonly kind: 'comment-deleted'; readonly commentId: string; readonly actor: Account | null }
  | (Acting & {
      readonly kind: 'button'
      readonly checkRunId: string
      readonly headSha: string
      readonly identifier: string
    })
  | (Acting & { readonly kind: 'approved'; readonly reviewId: string; readonly headSha: string; readonly text: string })

interface SenderLike {
  readonly id: number | string
  readonly login: string
  readonly type?: string
}

/** `null` for deliveries without a sender (deleted accounts): nobody can be held to them (security.md B-W16). */
export function accountOf(sender: SenderLike | null | undefined): Account | null {
  if (sender === null || sender === undefined) return null
  return { id: String(sender.id), login: sender.login, type: sender.type === 'User' ? 'User' : 'Bot' }
}

export type { SenderLike }
