import type { Asked } from '../asked.ts'
import type { Intent } from './intent.ts'

/** What somebody who was signed in asked for on a page. Ours from end to end: nobody else can put it into the inbox. */
export interface PagePayload {
  readonly wish: string
  /** When GitHub said whose token it is, in epoch milliseconds of its clock. */
  readonly at: number
  readonly actor: { readonly id: string; readonly login: string }
  readonly kind: 'sign' | 'revoke'
  readonly item: string
  /** Head SHA and item as the page showed them. */
  readonly headSha: string
  readonly asked: Asked
  /** Open points; `null`: none. */
  readonly conditions: readonly string[] | null
}

export const pageEvent = 'internal.page'

export function page({ actor, kind: wanted, ...payload }: PagePayload): readonly Intent[] {
  return [{ kind: 'page', actor: { ...actor, type: 'User' }, viaApp: false, wanted, ...payload }]
}
