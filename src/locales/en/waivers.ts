import type { Catalogue } from '../message.ts'

const states = { failed: 'failed', waiting: 'waiting', unknown: 'unknown' } as const

/** Exceptions: used, unused, expiring, expired. */
export const waivers = {
  'waiver.applied': (
    p: {
      readonly owner: string
      readonly reason: string
      readonly expires: string | null
      readonly source: 'policy' | 'command'
      readonly status: keyof typeof states
    },
    f,
  ) =>
    `Waived by ${f.text(p.owner)}${p.source === 'policy' ? ' (policy)' : ''}${p.expires === null ? '' : ` until ${f.code(p.expires)}`}: ${f.text(p.reason)} (would be: ${states[p.status]})`,
  'waiver.expired': (p: { readonly gate: string; readonly owner: string; readonly expires: string }, f) =>
    `The waiver of gate ${f.code(p.gate)} (${f.text(p.owner)}) expired on ${f.code(p.expires)} and no longer holds. Fix the cause or renew it in the policy.`,
  'waiver.expiring': (p: { readonly gate: string; readonly owner: string; readonly expires: string }, f) =>
    `The waiver of gate ${f.code(p.gate)} (${f.text(p.owner)}) expires on ${f.code(p.expires)}.`,
  'waiver.unused': (p: { readonly gate: string; readonly owner: string; readonly reason: string }, f) =>
    `The waiver of gate ${f.code(p.gate)} (${f.text(p.owner)}: ${f.text(p.reason)}) covers nothing here. Remove it from the policy if it is no longer needed.`,
} as const satisfies Catalogue
