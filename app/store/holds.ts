import type { ChainProblem } from '../../src/ledger/ledger.ts'
import type { Db } from './db.ts'

/**
 * Chains that cannot be trusted. `broken`: what this instance found since its start, which nothing in the database can
 * undo. `stale`: what stood in the database at its start and verified since.
 */
export interface Holds {
  readonly broken: Map<string, ChainProblem>
  readonly stale: Map<string, ChainProblem>
}

export const noHolds = (): Holds => ({ broken: new Map(), stale: new Map() })

/** Why the sign-offs of this repository are held, whichever instance found it; null: they are not. */
export async function holdOf(db: Db, { broken }: Holds, repoId: string): Promise<ChainProblem | null> {
  const found = broken.get(repoId)
  if (found !== undefined) return found
  const row = await db.selectFrom('ledgerHold').selectAll().where('repoId', '=', repoId).executeTakeFirst()
  return row === undefined ? null : problemOf(row)
}

/** From now on, on every instance. */
export async function hold(db: Db, { broken }: Holds, problem: ChainProblem): Promise<void> {
  const { code: _, repoId, ...rest } = problem
  // Here first: the database may be what cannot be written.
  broken.set(repoId, problem)
  await db
    .insertInto('ledgerHold')
    .values({ repoId, ...rest })
    .onConflict(conflict => conflict.column('repoId').doUpdateSet(rest))
    .execute()
}

export async function allHolds(db: Db): Promise<readonly ChainProblem[]> {
  return (await db.selectFrom('ledgerHold').selectAll().execute()).map(problemOf)
}

/** Lifts what stood before the start and verified since, unless it was found again meanwhile. */
export async function releaseStale(db: Db, { broken, stale }: Holds): Promise<void> {
  for (const { repoId, chainSeq, problem } of stale.values()) {
    if (broken.has(repoId)) continue
    await db
      .deleteFrom('ledgerHold')
      .where('repoId', '=', repoId)
      .where('chainSeq', '=', chainSeq)
      .where('problem', '=', problem)
      .execute()
  }
  stale.clear()
}

const problemOf = ({ repoId, chainSeq, problem }: { repoId: string; chainSeq: number; problem: string }) => ({
  code: 'LED-CHAIN' as const,
  repoId,
  chainSeq,
  problem: problem as ChainProblem['problem'],
})
