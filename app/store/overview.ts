import { sql } from 'kysely'
import type { Db } from './db.ts'
import type { Millis } from './schema.ts'
import { readSubject, type Subject } from './subjects.ts'

/** Repositories that the viewer may see. There is no default: forgetting it must not show everything (T-75). */
export interface Visible {
  readonly repoIds: 'all' | readonly string[]
  readonly limit: number
}

export interface RecentSignOff {
  readonly repoId: string
  readonly fullName: string
  readonly number: number | null
  readonly title: string | null
  readonly checklist: string
  readonly itemId: string
  readonly decision: string
  readonly via: string
  readonly actorId: string
  /** `null`: deleted on request. */
  readonly login: string | null
  readonly headSha: string
  readonly at: Millis
}

export const overview = (db: Db) => ({
  /** Open pull requests that wait for somebody, longest first. */
  waiting: async ({ repoIds, limit }: Visible): Promise<readonly Subject[]> => {
    let query = db
      .selectFrom('subject')
      .innerJoin('repository', 'repository.id', 'subject.repoId')
      .selectAll('subject')
      .where('repository.removed', '=', 0)
      .where('subject.state', '=', 'open')
      .where('subject.waitingSince', 'is not', null)
    if (repoIds !== 'all') query = query.where('subject.repoId', 'in', repoIds)
    const rows = await query.orderBy('subject.waitingSince').orderBy('subject.id').limit(limit).execute()
    return rows.map(readSubject)
  },

  /** Decisions of people, newest first; rejected attempts are left out. */
  recentSignOffs: async ({ repoIds, limit }: Visible): Promise<readonly RecentSignOff[]> => {
    let query = db
      .selectFrom('ledger')
      .innerJoin('repository', 'repository.id', 'ledger.repoId')
      .leftJoin('subject', join =>
        join
          .onRef('subject.repoId', '=', 'ledger.repoId')
          .on('subject.kind', '=', 'pr')
          .on('ledger.subject', '=', sql<string>`'pr:' || ${sql.ref('subject.number')}`),
      )
      .leftJoin('ledgerPerson', join =>
        join.onRef('ledgerPerson.repoId', '=', 'ledger.repoId').onRef('ledgerPerson.chainSeq', '=', 'ledger.chainSeq'),
      )
      .select([
        'ledger.repoId',
        'repository.fullName',
        'subject.number',
        'subject.title',
        'ledger.checklist',
        'ledger.itemId',
      ])
      .select(['ledger.decision', 'ledger.via', 'ledger.actorId', 'ledgerPerson.login', 'ledger.headSha', 'ledger.at'])
      .where('repository.removed', '=', 0)
      .where('ledger.decision', 'in', ['signed', 'revoked'])
      // A delegation that was taken back is no sign-off.
      .where(({ eb, or }) => or([eb('ledger.decision', '=', 'signed'), eb('ledger.expiresAt', 'is', null)]))
    if (repoIds !== 'all') query = query.where('ledger.repoId', 'in', repoIds)
    return query.orderBy('ledger.seq', 'desc').limit(limit).execute()
  },
})
