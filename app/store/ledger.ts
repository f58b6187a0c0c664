import { randomBytes } from 'node:crypto'
import {
  type ChainHead,
  type ChainProblem,
  chainRow,
  contradiction,
  firstMissing,
  type LedgerFields,
  type LedgerRow,
  verifyRow,
} from '../../src/ledger/ledger.ts'
import { err, ok, type Result } from '../../src/result.ts'
import { atomically, type Db, storable } from './db.ts'
import { type Holds, hold, holdOf, releaseStale } from './holds.ts'

export interface NewLedgerRow extends LedgerFields {
  readonly login: string
  readonly reason: string | null
}

/** The chain of this repository cannot be trusted: nothing is added, and its sign-offs are unknown. */
export class LedgerBroken extends Error {
  readonly problem: ChainProblem
  constructor(problem: ChainProblem) {
    super(describeChainProblem(problem))
    this.name = 'LedgerBroken'
    this.problem = problem
  }
}

const maxReason = 1000
/** Rows that `page` gives at most. */
export const pageSize = 500
/** Read and verified within a few milliseconds, so that whoever waits meanwhile does not notice. */
const smallPage = 100
/** Rows are numbered from 1; one that somebody put before must not be passed over. */
export const beforeFirst = Number.MIN_SAFE_INTEGER

export const ledger = (db: Db, holds: Holds) => ({
  /** Adds a row at the end of the repository's chain. `exists`: this decision (`idem`) is recorded already. */
  append: (row: NewLedgerRow): Promise<LedgerRow | 'exists'> =>
    atomically(db, async tx => {
      const { login, reason, ...fields } = storableRow(row)
      if (await isKnown(tx, holds, fields)) return 'exists'
      const personal = {
        login,
        reason: reason === null ? null : cut(reason, maxReason),
        salt: randomBytes(16).toString('hex'),
      }
      const chained = chainRow(await head(tx, row.repoId), fields, personal)
      await insert(tx, chained)
      return chained
    }),

  /** All rows of one subject (`pr:<number>`), first row first. Throws LedgerBroken when the chain did not verify. */
  rows: async (repoId: string, subject: string): Promise<readonly LedgerRow[]> => {
    await refuseHeld(db, holds, repoId)
    const rows = await selectRows(db)
      .where('ledger.repoId', '=', repoId)
      .where('subject', '=', subject)
      .orderBy('ledger.chainSeq')
      .execute()
    return rows.map(readRow)
  },

  /** The newest rows over all repositories, newest first. */
  recent: async (limit: number): Promise<readonly LedgerRow[]> => {
    const rows = await selectRows(db).orderBy('seq', 'desc').limit(limit).execute()
    return rows.map(readRow)
  },

  /** One repository's chain in pages, for an export. */
  page: async (repoId: string, afterChainSeq: number): Promise<readonly LedgerRow[]> => page(db, repoId, afterChainSeq),

  /** Head of the chain, to publish as a checkpoint; null: nothing recorded yet. */
  head: (repoId: string): Promise<ChainHead | null> => head(db, repoId),

  /** What this instance found wrong with the chain of this repository since its start; null: nothing. */
  problem: (repoId: string): ChainProblem | null => holds.broken.get(repoId) ?? null,

  /** Why the sign-offs of this repository are held, whichever instance found it; null: they are not. */
  held: (repoId: string): Promise<ChainProblem | null> => holdOf(db, holds, repoId),

  /**
   * Reads the whole chain of one repository; a broken one is held from then on, until an instance finds it whole at its
   * start. `pause` is awaited between pages, so that others come to their turn; when it rejects, so does this.
   */
  verify: async (
    repoId: string,
    checkpoints: readonly ChainHead[] = [],
    pause?: () => Promise<void>,
  ): Promise<Result<ChainHead | null, ChainProblem>> => {
    const result = await verifyStored(db, repoId, checkpoints, pause)
    if (!result.ok) await hold(db, holds, result.error)
    return result
  },

  /** Lifts holds that stood before the start of this instance and that it has not found again. */
  release: (): Promise<void> => releaseStale(db, holds),

  repositories: async (): Promise<readonly string[]> => {
    const heads = db.selectFrom('chainHead').select('repoId')
    const rows = await heads.union(db.selectFrom('ledger').select('repoId')).execute()
    return rows.map(row => row.repoId).sort()
  },

  /** Deletes login and words of everything that this account did or was let do; the chain still verifies. Gives the number of rows. */
  forgetPerson: async (actorId: string): Promise<number> => {
    const { numDeletedRows } = await db
      .deleteFrom('ledgerPerson')
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('ledger')
            .select('seq')
            .where(({ and, eb, or }) =>
              or([
                eb('actorId', '=', actorId),
                and([eb('signerId', '=', actorId), eb('onBehalfOf', 'is not', null), eb('expiresAt', 'is not', null)]),
              ]),
            )
            .whereRef('ledger.repoId', '=', 'ledgerPerson.repoId')
            .whereRef('ledger.chainSeq', '=', 'ledgerPerson.chainSeq'),
        ),
      )
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  },
})

/** In one question: transactions that add to one chain at the same time have to be short. Throws LedgerBroken. */
async function isKnown(
  tx: Db,
  holds: Holds,
  { repoId, idem }: Pick<LedgerFields, 'repoId' | 'idem'>,
): Promise<boolean> {
  const { known, isHeld } = await tx
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('ledger').select('seq').where('idem', '=', idem).as('known'),
      selectFrom('ledgerHold').select('repoId').where('repoId', '=', repoId).as('isHeld'),
    ])
    .executeTakeFirstOrThrow()
  if (isHeld !== null || holds.broken.has(repoId)) await refuseHeld(tx, holds, repoId)
  return known !== null
}

async function refuseHeld(db: Db, holds: Holds, repoId: string): Promise<void> {
  const problem = await holdOf(db, holds, repoId)
  if (problem !== null) throw new LedgerBroken(problem)
}

/** What is hashed must be what the database gives back. */
function storableRow(row: NewLedgerRow): NewLedgerRow {
  const entries = Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? storable(value) : value])
  return Object.fromEntries(entries) as unknown as NewLedgerRow
}

/** One line for the operator. */
export function describeChainProblem({ repoId, chainSeq, problem }: ChainProblem): string {
  const what = {
    altered: 'was changed after it was written',
    order: 'does not follow the row before it: a row was removed, inserted or moved',
    personal: 'names another login or reason than was recorded',
    truncated: 'and everything after it is missing',
    checkpoint: 'differs from the one that was published',
  }[problem]
  return `LED-CHAIN repository ${repoId}, row ${chainSeq} ${what}. Sign-offs of this repository are held. Restore the database from a backup.`
}

async function head(db: Db, repoId: string): Promise<ChainHead | null> {
  const row = await db.selectFrom('chainHead').selectAll().where('repoId', '=', repoId).executeTakeFirst()
  return row ?? null
}

async function insert(tx: Db, row: LedgerRow): Promise<void> {
  const { repoId, chainSeq, hash, personal } = row
  await tx.insertInto('ledger').values(storedColumns(row)).execute()
  if (personal)
    await tx
      .insertInto('ledgerPerson')
      .values({ repoId, chainSeq, ...personal })
      .execute()
  await moveHead(tx, { repoId, chainSeq, hash })
}

/** The row as its table has it. */
export const storedColumns = ({ personal: _, covered, conditions, ...columns }: LedgerRow) => ({
  ...columns,
  covered: JSON.stringify(covered),
  conditions: conditions === null ? null : JSON.stringify(conditions),
})

export async function moveHead(tx: Db, { repoId, chainSeq, hash }: ChainHead): Promise<void> {
  await tx
    .insertInto('chainHead')
    .values({ repoId, chainSeq, hash })
    .onConflict(conflict => conflict.column('repoId').doUpdateSet({ chainSeq, hash }))
    .execute()
}

const selectRows = (db: Db) =>
  db
    .selectFrom('ledger')
    .leftJoin('ledgerPerson', join =>
      join.onRef('ledgerPerson.repoId', '=', 'ledger.repoId').onRef('ledgerPerson.chainSeq', '=', 'ledger.chainSeq'),
    )
    .selectAll('ledger')
    .select(['ledgerPerson.login', 'ledgerPerson.reason', 'ledgerPerson.salt'])

type StoredRow = Awaited<ReturnType<ReturnType<typeof selectRows>['execute']>>[number]

/** Columns are believed only as far as the hash over them holds, so the casts are checked by `verify`. */
function readRow({ seq: _, login, reason, salt, ...row }: StoredRow): LedgerRow {
  return {
    ...row,
    version: row.version as LedgerRow['version'],
    actorType: row.actorType as LedgerRow['actorType'],
    decision: row.decision as LedgerRow['decision'],
    via: row.via as LedgerRow['via'],
    covered: readJson(row.covered) as LedgerRow['covered'],
    conditions: row.conditions === null ? null : readList(row.conditions),
    personal: login === null || salt === null ? null : { login, reason, salt },
  }
}

/** A text that is not the JSON that was written gives a value that no row was ever hashed with. */
function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    if (JSON.stringify(value) === text) return value
  } catch {
    // No JSON at all.
  }
  return { '\0unreadable': text }
}

/** No list is stored as no text at all, so a list that reads as none was put there by somebody else. */
const readList = (text: string): LedgerRow['conditions'] =>
  (readJson(text) ?? { '\0unreadable': text }) as readonly string[]

/** In two questions: a planner that joins may read the people of the whole chain for every page of it. */
async function page(db: Db, repoId: string, afterChainSeq: number, limit = pageSize): Promise<readonly LedgerRow[]> {
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .where('repoId', '=', repoId)
    .where('chainSeq', '>', afterChainSeq)
    .orderBy('chainSeq')
    .limit(limit)
    .execute()
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return []
  const people = await db
    .selectFrom('ledgerPerson')
    .select(['chainSeq', 'login', 'reason', 'salt'])
    .where('repoId', '=', repoId)
    .where('chainSeq', '>=', first.chainSeq)
    .where('chainSeq', '<=', last.chainSeq)
    .execute()
  const known = new Map(people.map(({ chainSeq, ...person }) => [chainSeq, person]))
  return rows.map(row => readRow({ ...row, ...(known.get(row.chainSeq) ?? nobody) }))
}

const nobody = { login: null, reason: null, salt: null } as const

/** The stored head counts as a checkpoint: it shows a cut tail that nobody adjusted it to. */
async function verifyStored(
  db: Db,
  repoId: string,
  checkpoints: readonly ChainHead[],
  pause?: () => Promise<void>,
): Promise<Result<ChainHead | null, ChainProblem>> {
  const stored = await head(db, repoId)
  const published = [...checkpoints.filter(checkpoint => checkpoint.repoId === repoId), ...(stored ? [stored] : [])]
  let last: ChainHead | null = null
  // A page that is not full is the last one: a chain that grows meanwhile must not be read for ever.
  const size = pause === undefined ? pageSize : smallPage
  for (let after = beforeFirst, count = size; count === size; ) {
    const rows = await page(db, repoId, after, size)
    count = rows.length
    for (const row of rows) {
      after = row.chainSeq
      const next: Result<ChainHead, ChainProblem> = verifyRow(last, repoId, row)
      if (!next.ok) return next
      last = next.value
      const problem = contradiction(last, published)
      if (problem) return err(problem)
    }
    await pause?.()
  }
  const missing = firstMissing(last, repoId, published)
  if (missing) return err(missing)
  return last === null ? ok(null) : underHead(last, await head(db, repoId))
}

/** Rows behind the head, or without one, came in by another way than ours; the head is read after them, as it moves with them. */
function underHead(last: ChainHead, stored: ChainHead | null): Result<ChainHead, ChainProblem> {
  const { repoId } = last
  if (stored === null || stored.chainSeq < last.chainSeq)
    return err({ code: 'LED-CHAIN', repoId, chainSeq: (stored?.chainSeq ?? 0) + 1, problem: 'order' })
  return stored.chainSeq === last.chainSeq && stored.hash !== last.hash
    ? err({ code: 'LED-CHAIN', repoId, chainSeq: last.chainSeq, problem: 'checkpoint' })
    : ok(last)
}

/** At most `length` UTF-16 units, never half of a surrogate pair. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
