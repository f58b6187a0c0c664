import type { tables as en } from '../en/tables.ts'
import type { Translation } from '../message.ts'

export const tables: Translation<typeof en> = {
  'table.title': (p, f) => `${f.text(p.gate)}：表格，共 ${f.number(p.rows)} 行`,
}
