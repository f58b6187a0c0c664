import type { Catalogue } from '../message.ts'

type Numbers = { readonly number: (value: number) => string }

const rows = (count: number, f: Numbers): string => `${f.number(count)} ${count === 1 ? 'row' : 'rows'}`
const repositories = (count: number, f: Numbers): string =>
  `${f.number(count)} ${count === 1 ? 'repository' : 'repositories'}`

/** What the App's own commands say to operators. */
export const admin = {
  'admin.usage': (p: { readonly forms: readonly string[] }, f) =>
    `there is no such command; there are ${f.list(p.forms.map(f.code), 20)}`,
  'admin.arguments': (p: { readonly form: string }, f) => `this command is written ${f.code(p.form)}`,
  'admin.option': (p: { readonly option: string; readonly form: string }, f) =>
    `${f.code(p.option)} is not understood here; this command is written ${f.code(p.form)}`,
  'admin.file': (p: { readonly code: string }, f) =>
    p.code === 'EEXIST'
      ? 'is there already and is not overwritten; name another file'
      : `cannot be used (${f.code(p.code)})`,
  'admin.exported': (
    p: { readonly path: string; readonly rows: number; readonly repositories: number; readonly keyId: string | null },
    f,
  ) =>
    `${rows(p.rows, f)} of ${repositories(p.repositories, f)} in ${f.code(p.path)}, ${p.keyId === null ? 'heads not signed: the App has no key' : `heads signed by ${f.code(p.keyId)}`}. It names people: keep it as you keep the database.`,
  'admin.imported': (p: { readonly rows: number; readonly repositories: number }, f) =>
    `${rows(p.rows, f)} of ${repositories(p.repositories, f)} imported, every chain verified.`,
  'admin.notImported': () => 'Nothing was imported: the export cannot be trusted.',
  'admin.taken': (p: { readonly repoIds: readonly string[] }, f) =>
    `nothing was imported: the ledger here has rows of ${p.repoIds.length === 1 ? 'repository' : 'repositories'} ${f.list(p.repoIds.map(f.code), 10)} already`,
  'admin.forgotten': (p: { readonly id: string; readonly rows: number }, f) =>
    p.rows === 0
      ? `Account ${f.code(p.id)}: there was no login and no words to erase.`
      : `Account ${f.code(p.id)}: login and words erased from ${rows(p.rows, f)}. The rows stay under the number, and the chains still verify.`,
  'admin.nobody': (p: { readonly login: string }, f) => `the ledger knows nobody called ${f.person(p.login)}`,
  'admin.several': (p: { readonly login: string; readonly ids: readonly string[] }, f) =>
    `${f.person(p.login)} was the login of several accounts: ${f.list(p.ids.map(f.code), 20)}. Name the number`,
  'admin.noKey': (_: Record<string, never>, f) =>
    `there is no key yet: the App makes one at its first start, or takes ${f.code('LEDGER_KEY')}`,
  'admin.backedUp': (p: { readonly path: string; readonly rows: number; readonly repositories: number }, f) =>
    `A copy is in ${f.code(p.path)}; its ledger of ${rows(p.rows, f)} of ${repositories(p.repositories, f)} verifies.`,
  'admin.backupBroken': (p: { readonly path: string }, f) =>
    `A copy is in ${f.code(p.path)}, and its ledger does not verify.`,
} as const satisfies Catalogue
