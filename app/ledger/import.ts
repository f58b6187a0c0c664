import type { ExportTotals } from '../../src/ledger/export.ts'
import type { LedgerRow } from '../../src/ledger/ledger.ts'
import { type ExportFault, type ExportItem, linesIn, readExport } from '../../src/ledger/read-export.ts'
import { err, ok, type Result } from '../../src/result.ts'
import type { Store } from '../store/index.ts'
import { readChunks } from './files.ts'

const rowsAtOnce = 1_000

/** Every item of an export, or the first fault. `take` sees what comes before the fault. */
export async function eachItem(
  path: string,
  take: (item: ExportItem) => Promise<void> | void,
): Promise<Result<null, ExportFault>> {
  for (const item of readExport(linesIn(readChunks(path)))) {
    if (!item.ok) return err(item.error)
    await take(item.value)
  }
  return ok(null)
}

/** An import that cannot be done; nothing was changed. */
export class ImportRefused extends Error {
  /** Repositories that have rows here already. */
  readonly taken: readonly string[]
  constructor(taken: readonly string[]) {
    super('the ledger has rows already')
    this.name = 'ImportRefused'
    this.taken = taken
  }
}

/**
 * Adds a verified export to a store that has no row of any of its repositories, in one transaction. Every row is verified
 * once more on its way. Throws ImportRefused.
 */
export async function importLedger(store: Store, path: string, repoIds: readonly string[]): Promise<ExportTotals> {
  return store.transaction(async tx => {
    const here = new Set(await tx.ledger.repositories())
    const taken = repoIds.filter(repoId => here.has(repoId))
    if (taken.length > 0) throw new ImportRefused(taken)
    let rows = 0
    let repositories = 0
    let waiting: LedgerRow[] = []
    const flush = async (): Promise<void> => {
      await tx.ledgerAdmin.adopt(waiting)
      rows += waiting.length
      waiting = []
    }
    const read = await eachItem(path, async item => {
      if (item.kind === 'row') waiting.push(item.row)
      else repositories += 1
      if (item.kind === 'head' || waiting.length === rowsAtOnce) await flush()
    })
    if (!read.ok) throw new Error(`the export changed while it was read, line ${read.error.line}`)
    return { repositories, rows }
  })
}
