import type { Migration } from 'kysely/migration'
import { initial } from './0001-initial.ts'
import { evidence } from './0003-evidence.ts'
import { binding } from './0004-binding.ts'
import { several } from './0006-several.ts'

/** Run in the order of their names, each in one transaction. A released one is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0003-evidence': evidence,
  '0004-binding': binding,
  '0006-several': several,
}
