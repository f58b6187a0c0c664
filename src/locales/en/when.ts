import type { Catalogue } from '../message.ts'

const risks = { low: 'low', medium: 'medium', high: 'high' } as const
type Risk = keyof typeof risks

/** Why a gate or a checklist does not concern a pull request. */
export const when = {
  'when.paths': (p: { readonly wanted: readonly string[] }, f) =>
    `Does not apply: no changed file matches ${f.either(p.wanted.map(f.code))}.`,
  'when.labels': (p: { readonly wanted: readonly string[] }, f) =>
    `Does not apply: the pull request has none of the labels ${f.list(p.wanted.map(f.code))}.`,
  'when.base': (p: { readonly base: string; readonly wanted: readonly string[] }, f) =>
    `Does not apply: the base branch is ${f.code(p.base)}, not ${f.either(p.wanted.map(f.code))}.`,
  'when.draft': (p: { readonly isDraft: boolean }) =>
    p.isDraft ? 'Does not apply to a draft.' : 'Applies to drafts only.',
  'when.risk': (p: { readonly risk: Risk; readonly wanted: readonly Risk[] }, f) =>
    `Does not apply: the risk of the deployment is ${risks[p.risk]}, not ${f.either(p.wanted.map(one => risks[one]))}.`,
  'when.risk.unknown': () => 'The risk of the deployment could not be told, so nobody knows whether this applies.',
} as const satisfies Catalogue
