import type { ItemPolicy } from './policy.ts'

/** What a signature on an item means. Its digest is the item's hash. */
export interface Meaning {
  readonly text: string | Readonly<Partial<Record<string, string>>>
  readonly role: string | null
  readonly covers: readonly string[] | null
  readonly allowSelf: boolean
}

/** What a policy edit can change of a meaning. */
export type MeaningPart = 'text' | 'role' | 'covers' | 'allow_self'

export const meaningOf = ({ text, role, covers, allow_self }: ItemPolicy): Meaning => ({
  text: text as Meaning['text'],
  role: role ?? null,
  covers: covers ?? null,
  allowSelf: allow_self,
})

/** Parts in which two meanings differ; the order of locales is none. */
export function changedParts(before: Meaning, after: Meaning): readonly MeaningPart[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  const isText = same(Object.entries(textsOf(before)).sort(), Object.entries(textsOf(after)).sort())
  return [
    ...(isText ? [] : ['text' as const]),
    ...(before.role === after.role ? [] : ['role' as const]),
    ...(same(before.covers, after.covers) ? [] : ['covers' as const]),
    ...(before.allowSelf === after.allowSelf ? [] : ['allow_self' as const]),
  ]
}

/** Per locale; `default` where there is one text for all. */
export const textsOf = ({ text }: Pick<Meaning, 'text'>): Readonly<Record<string, string>> =>
  typeof text === 'string' ? { default: text } : (text as Readonly<Record<string, string>>)
