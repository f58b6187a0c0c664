import type { Actor, Verdict } from '../../src/report.ts'
import { atomically, type Db } from './db.ts'
import type { Millis, SubjectTable } from './schema.ts'

export interface SubjectKey {
  readonly repoId: string
  readonly kind: 'pr'
  readonly number: number
}

/** What we know and have published of one pull request. A view: GitHub and the ledger are the truth. */
export interface Subject extends SubjectKey {
  readonly id: number
  /** `owner/name`, for display and API calls; the key is `repoId`. */
  readonly fullName: string
  readonly installationId: string
  readonly title: string
  readonly authorLogin: string | null
  readonly headSha: string
  readonly baseRef: string
  readonly state: 'open' | 'closed' | 'merged'
  readonly isDraft: boolean
  /** `null`: not evaluated yet. */
  readonly verdict: Verdict | null
  readonly waitingSince: Millis | null
  readonly waitingFor: readonly Actor[]
  /** Last report as JSON text. */
  readonly reportJson: string | null
  /** Numeric id, as webhooks name it. */
  readonly commentId: string | null
  /** GraphQL id, as mutations take it. */
  readonly commentNodeId: string | null
  /** Digest of the comment as we last wrote it. */
  readonly commentDigest: string | null
  readonly checkRunId: string | null
  readonly checkRunNodeId: string | null
  readonly checkHeadSha: string | null
  readonly checkDigest: string | null
  /** Head for which comment and check were last published. */
  readonly publishedHeadSha: string | null
  readonly updatedAt: Millis
}

export type SubjectPatch = Partial<Omit<Subject, keyof SubjectKey | 'id' | 'updatedAt'>>

/** Ticks are accepted only on comment bodies that we rendered; the newest of them are remembered. */
export const rememberedRenders = 20

export const subjects = (db: Db) => ({
  get: async ({ repoId, kind, number }: SubjectKey): Promise<Subject | null> => {
    const row = await db
      .selectFrom('subject')
      .selectAll()
      .where('repoId', '=', repoId)
      .where('kind', '=', kind)
      .where('number', '=', number)
      .executeTakeFirst()
    return row ? readSubject(row) : null
  },

  /** Creates the subject or changes the given fields; the others stay. */
  save: async ({ repoId, kind, number }: SubjectKey, patch: SubjectPatch, now: Millis): Promise<Subject> => {
    const columns = { ...toColumns(patch), updatedAt: now }
    const row = await db
      .insertInto('subject')
      .values({ repoId, kind, number, ...columns })
      .onConflict(conflict => conflict.columns(['repoId', 'kind', 'number']).doUpdateSet(columns))
      .returningAll()
      .executeTakeFirstOrThrow()
    return readSubject(row)
  },

  /** Open pull requests, of one repository or of all, in a stable order. */
  open: async (repoId?: string): Promise<readonly Subject[]> => {
    let query = db.selectFrom('subject').selectAll().where('state', '=', 'open')
    if (repoId !== undefined) query = query.where('repoId', '=', repoId)
    const rows = await query.orderBy('repoId').orderBy('number').execute()
    return rows.map(readSubject)
  },

  /** Open pull requests at this head; events about fork heads name no pull request (B-W15). */
  byHead: async (repoId: string, headSha: string): Promise<readonly Subject[]> => {
    const rows = await db
      .selectFrom('subject')
      .selectAll()
      .where('repoId', '=', repoId)
      .where('headSha', '=', headSha)
      .where('state', '=', 'open')
      .orderBy('number')
      .execute()
    return rows.map(readSubject)
  },

  /** Remembers a body that we publish for a head. */
  rememberRender: (subjectId: number, bodyDigest: string, headSha: string): Promise<void> =>
    atomically(db, async tx => {
      await tx.deleteFrom('render').where('subjectId', '=', subjectId).where('bodyDigest', '=', bodyDigest).execute()
      await tx.insertInto('render').values({ subjectId, bodyDigest, headSha }).execute()
      const rows = await tx
        .selectFrom('render')
        .select('id')
        .where('subjectId', '=', subjectId)
        .orderBy('id', 'desc')
        .execute()
      const oldest = rows[rememberedRenders - 1]
      if (oldest) await tx.deleteFrom('render').where('subjectId', '=', subjectId).where('id', '<', oldest.id).execute()
    }),

  /** Head that the person saw in this body; null: not one of our last bodies. */
  renderedHead: async (subjectId: number, bodyDigest: string): Promise<string | null> => {
    const row = await db
      .selectFrom('render')
      .select('headSha')
      .where('subjectId', '=', subjectId)
      .where('bodyDigest', '=', bodyDigest)
      .executeTakeFirst()
    return row?.headSha ?? null
  },
})

type StoredSubject = Omit<
  SubjectTable,
  keyof Pick<
    SubjectTable,
    'id' | 'isDraft' | 'fullName' | 'installationId' | 'title' | 'headSha' | 'baseRef' | 'state' | 'waitingFor'
  >
> & {
  id: number
  isDraft: 0 | 1
  fullName: string
  installationId: string
  title: string
  headSha: string
  baseRef: string
  state: string
  waitingFor: string
}

/** Only this module writes the table, so its texts are of the types that it was given. */
export const readSubject = (row: StoredSubject): Subject => ({
  ...row,
  kind: row.kind as Subject['kind'],
  state: row.state as Subject['state'],
  verdict: row.verdict as Subject['verdict'],
  isDraft: row.isDraft === 1,
  waitingFor: JSON.parse(row.waitingFor) as Subject['waitingFor'],
})

function toColumns({ isDraft, waitingFor, ...same }: SubjectPatch) {
  return {
    ...same,
    ...(isDraft === undefined ? {} : { isDraft: isDraft ? (1 as const) : (0 as const) }),
    ...(waitingFor === undefined ? {} : { waitingFor: JSON.stringify(waitingFor) }),
  }
}
