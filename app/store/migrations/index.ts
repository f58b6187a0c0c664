import type { Migration } from 'kysely/migration'
import { initial } from './0001-initial.ts'
import { evidence } from './0002-evidence.ts'
import { binding } from './0003-binding.ts'
import { several } from './0004-several.ts'
import { signIn } from './0005-sign-in.ts'
import { waitingDeployments } from './0006-waiting-deployments.ts'
import { ledgerHold } from './0007-ledger-hold.ts'

/** Run in the order of their names, each in one transaction. A released one is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-evidence': evidence,
  '0003-binding': binding,
  '0004-several': several,
  '0005-sign-in': signIn,
  '0006-waiting-deployments': waitingDeployments,
  '0007-ledger-hold': ledgerHold,
}
