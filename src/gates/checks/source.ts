import { z } from 'zod'
import type { Account, CheckResult } from '../../facts/facts.ts'
import { message } from '../../locales/message.ts'
import { refuse } from '../../policy/fields.ts'

/**
 * Everybody who may write can post a check or a status of any name (security.md T-84), so a name proves nothing without
 * its source. In digits it is the numeric id, which nobody can take over.
 */
const identity = z.string().min(1).max(100)

/** Keys of options that pin a source. */
export const sourceKeys = {
  app: identity
    .optional()
    .describe('App whose check runs count: its slug, or its id in digits. Left out: `github-actions`.')
    .meta({ stricter: 'other' }),
  status: identity
    .optional()
    .describe('Instead of an app: whose commit statuses count, by login, or by account id in digits.')
    .meta({ stricter: 'other' }),
}

export const oneSource = (
  value: { readonly app?: string | undefined; readonly status?: string | undefined },
  ctx: z.RefinementCtx,
): void => {
  if (value.app !== undefined && value.status !== undefined)
    refuse(ctx, 'CFG-TYPE', message('checks.option.source', {}), ['status'])
}

/** Who must have reported. */
export interface Source {
  readonly kind: CheckResult['kind']
  /** Slug or login, or an id in digits. */
  readonly by: string
}

export const sourceOf = ({
  app,
  status,
}: {
  readonly app?: string | undefined
  readonly status?: string | undefined
}): Source => (status === undefined ? { kind: 'check', by: app ?? 'github-actions' } : { kind: 'status', by: status })

/** `unknown`: of the right kind, and GitHub does not say whose. */
export function comesFrom(result: CheckResult, { kind, by }: Source): 'yes' | 'no' | 'unknown' {
  if (result.kind !== kind) return 'no'
  const who = kind === 'check' ? result.app : result.creator
  if (who === null) return 'unknown'
  return isIdentity(by, { id: who.id, name: 'slug' in who ? who.slug : who.login }) ? 'yes' : 'no'
}

/** Whether an account is the one of the policy. */
export const isAccount = (by: string, { id, login }: Account): boolean => isIdentity(by, { id, name: login })

const isIdentity = (by: string, { id, name }: { readonly id: string; readonly name: string }): boolean =>
  /^\d+$/.test(by) ? by === id : by.toLowerCase() === name.toLowerCase()

/** Slug or login of whoever reported, for people; `null`: GitHub does not say. */
export const reporterOf = ({ app, creator }: CheckResult): string | null => app?.slug ?? creator?.login ?? null
