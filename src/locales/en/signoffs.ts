import type { Catalogue } from '../message.ts'

export const signoffs = {
  'signoffs.none': () => 'No checklist concerns this pull request.',
  'signoffs.passed': (p: { readonly done: number; readonly total: number }, f) =>
    `All ${f.number(p.total)} checklist items are done.`,
  'signoffs.waiting': (
    p: { readonly done: number; readonly total: number; readonly checklists: readonly string[] },
    f,
  ) => `${f.number(p.done)} of ${f.number(p.total)} checklist items done; open: ${f.list(p.checklists.map(f.code))}.`,
  'signoffs.waiting.next': (_: Record<string, never>, f) =>
    `Sign the open items, e.g. with ${f.code('/sign-off')}; without the App name the head: ${f.code('/sign-off ITEM --sha HEAD')}.`,
  'signoffs.item': (p: { readonly item: string; readonly role: string | null }, f) =>
    p.role === null ? `${f.code(p.item)}: evidence is missing.` : `${f.code(p.item)}: waits for ${f.code(p.role)}.`,
  'signoffs.comment.sha': (p: { readonly login: string; readonly command: string }, f) =>
    `A command by ${f.person(p.login)} names another head or none, so it does not count. For this head: ${f.code(p.command)}.`,
  'signoffs.comment.edited': (p: { readonly login: string }, f) =>
    `A command by ${f.person(p.login)} was edited after it was written, so it does not count. Write it again.`,
  'signoffs.comment.delegate': (p: { readonly login: string }, f) =>
    `${f.person(p.login)} wanted to let somebody else sign. Delegations need the App, which records them; nothing changed.`,
} as const satisfies Catalogue
