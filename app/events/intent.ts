import type { ParsedComment } from '../../src/checklist/commands.ts'
import type { Account, FactName } from '../../src/facts/facts.ts'
import type { Asked } from '../asked.ts'

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
      /** When GitHub took it, in epoch milliseconds; `null`: it did not say. */
      readonly at: number | null
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
  /** By somebody who is signed in on our pages. `wish`: what the page asks after. */
  | (Acting & {
      readonly kind: 'page'
      readonly wish: string
      /** When it was asked, by GitHub's clock, in epoch milliseconds. */
      readonly at: number
      readonly wanted: 'sign' | 'revoke'
      readonly item: string
      readonly headSha: string
      readonly asked: Asked
      readonly conditions: readonly string[] | null
    })
  | (Acting & {
      readonly kind: 'approved'
      readonly reviewId: string
      readonly headSha: string
      readonly text: string
      /** As of a comment. */
      readonly at: number | null
    })

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

/** Epoch milliseconds of a time as GitHub writes it; `null`: it is none. */
export function timeOf(text: unknown): number | null {
  const time = typeof text === 'string' ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? null : time
}

export type { SenderLike }
