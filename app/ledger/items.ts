import { type ChainHead, genesisHash } from '../../src/ledger/ledger.ts'
import type { ExportItem } from '../../src/ledger/read-export.ts'
import { beforeFirst, type Operations } from '../store/index.ts'

type Ledger = Pick<Operations['ledger'], 'repositories' | 'page' | 'head'>

/** Every row and head of a store, as an export has them; `line` is 0. Rows that come in meanwhile are there or not. */
export async function* ledgerItems(ledger: Ledger): AsyncGenerator<ExportItem> {
  for (const repoId of await ledger.repositories()) yield* chainItems(ledger, repoId)
}

async function* chainItems(ledger: Ledger, repoId: string): AsyncGenerator<ExportItem> {
  let after = beforeFirst
  for (;;) {
    for (let rows = await ledger.page(repoId, after); rows.length > 0; rows = await ledger.page(repoId, after)) {
      for (const row of rows) yield { kind: 'row', row, line: 0 }
      after = rows.at(-1)?.chainSeq ?? after
    }
    // No head at all where rows are: verification finds it as one that is not theirs.
    const head: ChainHead = (await ledger.head(repoId)) ?? { repoId, chainSeq: 0, hash: genesisHash }
    const isGrown = head.chainSeq > after && (await ledger.page(repoId, after)).length > 0
    if (isGrown) continue
    yield { kind: 'head', head, checkpoint: null, line: 0 }
    return
  }
}
