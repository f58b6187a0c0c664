import { sql } from 'kysely'
import { type ChainHead, type LedgerRow, verifyRow } from '../../src/ledger/ledger.ts'
import { atomically, type Db } from './db.ts'
import { LedgerBroken, moveHead, storedColumns } from './ledger.ts'
import type { Millis } from './schema.ts'

/** SQLite takes 32,766 parameters in a statement; a row has fewer than 40. */
const rowsPerStatement = 500

/** What operators do to the ledger: moving it, and erasing people. */
export const ledgerAdmin = (db: Db) => ({
  /**
   * Adds rows that another store has chained, of one repository, first row first. Each is verified against the one before
   * it, in these rows or here. Throws LedgerBroken, and adds nothing, when one does not follow.
   */
  adopt: (rows: readonly LedgerRow[]): Promise<void> =>
    atomically(db, async tx => {
      const [first] = rows
      if (first === undefined) return
      const stored = await tx.selectFrom('chainHead').selectAll().where('repoId', '=', first.repoId).executeTakeFirst()
      const head = rows.reduce<ChainHead | null>((before, row) => following(before, first.repoId, row), stored ?? null)
      for (let at = 0; at < rows.length; at += rowsPerStatement) await insert(tx, rows.slice(at, at + rowsPerStatement))
      if (head !== null) await moveHead(tx, head)
    }),

  /**
   * Deletes login and words of rows that are older than `before`, except those of open pull requests, whose comments name
   * people. Gives the number of rows.
   */
  forgetBefore: async (before: Millis): Promise<number> => {
    const { numDeletedRows } = await db
      .deleteFrom('ledgerPerson')
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('ledger')
            .select('seq')
            .where('at', '<', before)
            .whereRef('ledger.repoId', '=', 'ledgerPerson.repoId')
            .whereRef('ledger.chainSeq', '=', 'ledgerPerson.chainSeq')
            .where(({ not, exists: some, selectFrom: from }) =>
              not(
                some(
                  from('subject')
                    .select('id')
                    .where('state', '=', 'open')
                    .whereRef('subject.repoId', '=', 'ledger.repoId')
                    .whereRef(sql<string>`subject.kind || ':' || subject.number`, '=', 'ledger.subject'),
                ),
              ),
            ),
        ),
      )
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  },

  /** Numeric ids of the accounts that the ledger knows under this login, in any case of letters. */
  accountsCalled: async (login: string): Promise<readonly string[]> => {
    const rows = await db
      .selectFrom('ledgerPerson')
      .innerJoin('ledger', join =>
        join.onRef('ledger.repoId', '=', 'ledgerPerson.repoId').onRef('ledger.chainSeq', '=', 'ledgerPerson.chainSeq'),
      )
      .select('ledger.actorId')
      .distinct()
      .where(({ eb, fn }) => eb(fn<string>('lower', ['ledgerPerson.login']), '=', login.toLowerCase()))
      .orderBy('ledger.actorId')
      .execute()
    return rows.map(row => row.actorId)
  },
})

function following(before: ChainHead | null, repoId: string, row: LedgerRow): ChainHead {
  const next = verifyRow(before, repoId, row)
  if (!next.ok) throw new LedgerBroken(next.error)
  return next.value
}

async function insert(tx: Db, rows: readonly LedgerRow[]): Promise<void> {
  await tx.insertInto('ledger').values(rows.map(storedColumns)).execute()
  const people = rows.flatMap(({ repoId, chainSeq, personal }) =>
    personal === null ? [] : [{ repoId, chainSeq, ...personal }],
  )
  if (people.length > 0) await tx.insertInto('ledgerPerson').values(people).execute()
}
