import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exportLine, exportRow } from '../../src/ledger/export.ts'
import { type ChainHead, chainRow } from '../../src/ledger/ledger.ts'
import { fields } from '../../test/ledger/rows.ts'
import { median, run } from './processes.ts'

/** `npm run bench -- ledger [--rows 100000] [--reps 5]`: how long the command takes to verify an export, from its start. */
export async function ledger(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: 'string', default: '100000' }, reps: { type: 'string', default: '5' } },
  })
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const file = join(scratch, 'ledger.jsonl')
    const rows = Number(values.rows)
    writeLedger(file, rows)
    const seconds: number[] = []
    for (let rep = 0; rep < Number(values.reps); rep++) {
      const { code, ms, stderr } = await run(process.execPath, ['cli/index.ts', 'ledger', 'verify', file])
      if (code !== 0) throw new Error(`the verification ended with ${code}: ${stderr}`)
      seconds.push(ms / 1000)
    }
    const took = median(seconds)
    const megabytes = Math.round(statSync(file).size / 1e6)
    console.log(
      `Ledger: ${rows} rows, ${megabytes} MB, verified in ${took.toFixed(2)} s (target: 100,000 rows in 5 s).`,
    )
    return took * (100_000 / rows) < 5
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function writeLedger(path: string, count: number): void {
  const file = openSync(path, 'w')
  const write = (lines: readonly string[]): void => void writeSync(file, `${lines.join('\n')}\n`)
  write([exportLine({ kind: 'header' })])
  let head: ChainHead | null = null
  for (let n = 1; n <= count; n++) {
    const row = chainRow(head, fieldsOf(n), { login: 'li-wei', reason: null, salt: n.toString(16).padStart(32, '0') })
    head = { repoId: row.repoId, chainSeq: row.chainSeq, hash: row.hash }
    write(exportRow(row))
  }
  if (head !== null) write([exportLine({ kind: 'head', head, checkpoint: null })])
  write([exportLine({ kind: 'end', totals: { repositories: head === null ? 0 : 1, rows: count } })])
  closeSync(file)
}

const fieldsOf = (n: number) =>
  fields({
    subject: `pr:${n}`,
    covered: { 'deploy/values.yaml': 'f'.repeat(40), 'deploy/compose.yaml': '0'.repeat(40) },
    at: 1_700_000_000_000 + n,
    idem: `comment:99262140:${n}`,
    repoId: '1296269',
    environment: 'prod-acme-bank',
    patchSha256: 'b'.repeat(64),
  })
