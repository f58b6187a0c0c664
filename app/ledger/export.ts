import { findStatements, type SignedStatement } from '../../src/ledger/checkpoint.ts'
import { type ExportTotals, exportLine, exportRow } from '../../src/ledger/export.ts'
import type { ChainHead } from '../../src/ledger/ledger.ts'
import type { ExportItem } from '../../src/ledger/read-export.ts'

/** Writes an export line by line; each head is signed by `sign`, null leaves it unsigned. Gives what it holds. */
export async function writeExport(
  items: AsyncIterable<ExportItem>,
  write: (text: string) => void,
  sign: (head: ChainHead) => string | null,
): Promise<ExportTotals> {
  let repositories = 0
  let rows = 0
  const line = (text: string): void => write(`${text}\n`)
  line(exportLine({ kind: 'header' }))
  for await (const item of items) {
    if (item.kind === 'row') {
      rows += 1
      exportRow(item.row).forEach(line)
    } else {
      repositories += 1
      line(exportLine({ kind: 'head', head: item.head, checkpoint: statementOf(sign(item.head)) }))
    }
  }
  const totals = { repositories, rows }
  line(exportLine({ kind: 'end', totals }))
  return totals
}

const statementOf = (line: string | null): SignedStatement | null =>
  line === null ? null : (findStatements(line).found[0]?.statement ?? null)
