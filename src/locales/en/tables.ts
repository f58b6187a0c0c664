import type { Catalogue } from '../message.ts'

export const tables = {
  'table.title': (p: { readonly gate: string; readonly rows: number }, f) =>
    `${f.text(p.gate)}: table, ${f.number(p.rows)} ${p.rows === 1 ? 'row' : 'rows'}`,
} as const satisfies Catalogue
