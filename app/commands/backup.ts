import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { chainVerifier } from '../../src/ledger/verify.ts'
import { message } from '../../src/locales/message.ts'
import { storePlace } from '../config.ts'
import { ledgerItems } from '../ledger/items.ts'
import { sayIn } from '../problem.ts'
import { databaseFile, openBeside } from '../store/index.ts'
import { type AdminCommand, CommandRefused, withFile } from './command.ts'

/** Writes a consistent copy of the database while the App runs, and verifies the ledger of the copy. */
export const backup: AdminCommand = {
  form: 'backup FILE',
  operands: 1,
  compares: false,
  run: async ({ operands: [path = ''], place, locale, print }) => {
    if (existsSync(path)) throw new CommandRefused(message('admin.file', { code: 'EEXIST' }), path)
    const store = await openBeside(storePlace(place))
    // Beside its last place, so that moving it there is one step.
    const folder = await withFile(path, () => mkdtempSync(join(dirname(resolve(path)), '.delivery-gates-backup-')))
    try {
      const copy = join(folder, databaseFile)
      await store.backup(copy)
      chmodSync(copy, 0o600)
      const chains = await verify(folder)
      await withFile(path, () => {
        synchronise(copy)
        linkSync(copy, path)
      })
      const isWhole = chains.every(chain => chain.problem === null)
      const rows = chains.reduce((sum, chain) => sum + chain.rows, 0)
      const told = isWhole
        ? message('admin.backedUp', { path, rows, repositories: chains.length })
        : message('admin.backupBroken', { path })
      print(`${sayIn(locale)(told)}\n`)
      return isWhole ? 0 : 1
    } finally {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function verify(dataDir: string) {
  const copy = await openBeside({ dataDir })
  try {
    const verifier = chainVerifier([])
    for await (const item of ledgerItems(copy.ledger)) verifier.take(item)
    return verifier.end()
  } finally {
    await copy.close()
  }
}

function synchronise(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}
