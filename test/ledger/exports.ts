import { findStatements, type SignedStatement, type Statement, signStatement } from '../../src/ledger/checkpoint.ts'
import { exportLine, exportRow } from '../../src/ledger/export.ts'
import type { ChainHead, LedgerRow } from '../../src/ledger/ledger.ts'
import { type ExportFault, type ExportItem, linesIn, readExport } from '../../src/ledger/read-export.ts'
import { type ChainVerdict, chainVerifier } from '../../src/ledger/verify.ts'
import type { KeyPair } from './keys.ts'

export const at = '2026-11-21T12:00:00.000Z'

export function signed(statement: Statement, key: KeyPair): SignedStatement {
  const [first] = findStatements(signStatement(statement, key.id, key.privateKey)).found
  if (first === undefined) throw new Error('a signed statement is not found again')
  return first.statement
}

export const checkpointOf = ({ repoId, chainSeq, hash }: ChainHead, time = at): Statement => ({
  kind: 'checkpoint',
  repoId,
  chainSeq,
  hash,
  at: time,
})

/** The export of these chains, as a file. */
export function exported(chains: readonly (readonly LedgerRow[])[], key?: KeyPair): string {
  const rows = chains.flatMap(chain => {
    const head = chain.at(-1)
    if (head === undefined) return []
    const checkpoint = key === undefined ? null : signed(checkpointOf(head), key)
    return [...chain.flatMap(exportRow), exportLine({ kind: 'head', head, checkpoint })]
  })
  const totals = { repositories: chains.length, rows: chains.flat().length }
  return [exportLine({ kind: 'header' }), ...rows, exportLine({ kind: 'end', totals }), ''].join('\n')
}

export function read(file: string | Uint8Array): {
  readonly items: readonly ExportItem[]
  readonly fault: ExportFault | null
} {
  const items: ExportItem[] = []
  for (const item of readExport(linesIn([Buffer.from(file)]))) {
    if (!item.ok) return { items, fault: item.error }
    items.push(item.value)
  }
  return { items, fault: null }
}

/** What verification says: the fault of the format, else the chains. */
export function verified(
  file: string | Uint8Array,
  statements: readonly Statement[] = [],
): ExportFault | readonly ChainVerdict[] {
  const verifier = chainVerifier(statements)
  for (const item of readExport(linesIn([Buffer.from(file)]))) {
    if (!item.ok) return item.error
    verifier.take(item.value)
  }
  return verifier.end()
}

/** The first thing that is wrong, in short; null: nothing. */
export function problemOf(file: string | Uint8Array, statements: readonly Statement[] = []): string | null {
  const said = verified(file, statements)
  if ('code' in said) return `${said.code} line ${said.line} ${said.fault}`
  const problem = said.find(chain => chain.problem !== null)?.problem
  return problem ? `${problem.code} ${problem.repoId} row ${problem.chainSeq} ${problem.problem}` : null
}
