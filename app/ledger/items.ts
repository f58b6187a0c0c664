import { type ChainHead, genesisHash, type LedgerRow } from '../../src/ledger/ledger.ts'
import type { ExportItem } from '../../src/ledger/read-export.ts'
import { beforeFirst, type Operations, pageSize } from '../store/index.ts'

type Ledger = Pick<Operations['ledger'], 'repositories' | 'page' | 'head'>

/** Every row and head of a store, as an export has them; `line` is 0. Rows that come in meanwhile are there or not. */
export async function* ledgerItems(ledger: Ledger): AsyncGenerator<ExportItem> {
  for (const repoId of await ledger.repositories()) yield* chainItems(ledger, repoId)
}

async function* chainItems(ledger: Ledger, repoId: string): AsyncGenerator<ExportItem> {
  let last: LedgerRow | null = null
  for (let count = pageSize; count === pageSize; ) {
    const rows: readonly LedgerRow[] = await ledger.page(repoId, last?.chainSeq ?? beforeFirst)
    count = rows.length
    for (const row of rows) yield { kind: 'row', row, line: 0 }
    last = rows.at(-1) ?? last
  }
  yield { kind: 'head', head: await headAfter(ledger, repoId, last), checkpoint: null, line: 0 }
}

/** The stored head; where rows came in since the last one was read, that one. */
async function headAfter(ledger: Ledger, repoId: string, last: LedgerRow | null): Promise<ChainHead> {
  // No head at all where rows are: verification finds it as one that is not theirs.
  const stored = (await ledger.head(repoId)) ?? { repoId, chainSeq: 0, hash: genesisHash }
  if (last === null || stored.chainSeq <= last.chainSeq) return stored
  const isGrown = (await ledger.page(repoId, last.chainSeq)).length > 0
  return isGrown ? { repoId, chainSeq: last.chainSeq, hash: last.hash } : stored
}
