import { atomically, type Db } from './db.ts'
import type { EvidenceTable, Millis } from './schema.ts'

/** Parts of a document that different jobs may measure; the newest word on each counts. */
export type EvidencePart = 'coverage' | 'others'

/** A document of CI and where it is from. */
export interface EvidenceRow {
  readonly repoId: string
  /** Commit that was measured, as GitHub tells it of the run. */
  readonly headSha: string
  /** `owner/name/.github/workflows/file.yml@ref` */
  readonly workflow: string
  /** Lower-case hex, SHA-256 of the bytes that came. */
  readonly digest: string
  /** Handed over with a token of the run, or fetched by the App. */
  readonly origin: 'token' | 'artifact'
  readonly runId: string
  readonly attempt: number
  /** When this attempt of the run began. */
  readonly startedAt: Millis
  readonly parts: readonly EvidencePart[]
  readonly document: string
  readonly receivedAt: Millis
}

/** What became of a document: `known`: the same bytes were there; `superseded`: newer ones say all that it says. */
export type Kept = 'stored' | 'known' | 'superseded'

/** Workflows whose documents about one commit are kept; beyond them the oldest go. */
const mostPerHead = 60

export const evidence = (db: Db) => ({
  /** Keeps the newest word of each workflow on each part. An older attempt never takes the place of a newer one. */
  keep: (row: EvidenceRow): Promise<Kept> =>
    atomically(db, async tx => {
      const before = await ofHead(tx, row.repoId, row.headSha)
      const twin = before.find(one => one.workflow === row.workflow && one.digest === row.digest)
      if (twin !== undefined && compareRuns(twin, row) <= 0) return 'known'
      const ranked = [row, ...before.filter(one => one !== twin)].sort(compareAge)
      const kept = newestWords(ranked).slice(0, mostPerHead)
      for (const gone of before.filter(one => !kept.includes(one))) await remove(tx, gone)
      if (!kept.includes(row)) return 'superseded'
      await tx
        .insertInto('evidence')
        .values({ ...row, parts: row.parts.join(',') })
        .execute()
      return 'stored'
    }),

  /** About one commit, newest first. */
  of: (repoId: string, headSha: string): Promise<readonly EvidenceRow[]> =>
    ofHead(db, repoId, headSha).then(rows => rows.toSorted(compareAge)),

  /**
   * Uses a token for these bytes. `again`: it was used for the same before, i.e. its sender tries again; `replayed`: for
   * others.
   */
  spend: (jti: string, digest: string, expiresAt: Millis): Promise<'first' | 'again' | 'replayed'> =>
    atomically(db, async tx => {
      const inserted = await tx
        .insertInto('oidcToken')
        .values({ jti, digest, expiresAt })
        .onConflict(conflict => conflict.column('jti').doNothing())
        .returning('jti')
        .executeTakeFirst()
      if (inserted !== undefined) return 'first'
      const known = await tx.selectFrom('oidcToken').select('digest').where('jti', '=', jti).executeTakeFirst()
      return known?.digest === digest ? 'again' : 'replayed'
    }),

  /** Forgets tokens that have expired by `now`, and documents that came before `before`. */
  purge: (now: Millis, before: Millis): Promise<void> =>
    atomically(db, async tx => {
      await tx.deleteFrom('oidcToken').where('expiresAt', '<', now).execute()
      await tx.deleteFrom('evidence').where('receivedAt', '<', before).execute()
    }),
})

async function ofHead(db: Db, repoId: string, headSha: string): Promise<readonly EvidenceRow[]> {
  const rows = await db
    .selectFrom('evidence')
    .selectAll()
    .where('repoId', '=', repoId)
    .where('headSha', '=', headSha)
    .execute()
  return rows.map(readRow)
}

const remove = (tx: Db, { repoId, headSha, workflow, digest }: EvidenceRow) =>
  tx
    .deleteFrom('evidence')
    .where('repoId', '=', repoId)
    .where('headSha', '=', headSha)
    .where('workflow', '=', workflow)
    .where('digest', '=', digest)
    .execute()

/** Without those of whose parts newer ones of the same workflow speak. */
function newestWords(ranked: readonly EvidenceRow[]): readonly EvidenceRow[] {
  const said = new Set<string>()
  return ranked.filter(row => {
    const words = row.parts.map(part => `${part} ${row.workflow}`)
    const isNews = words.some(word => !said.has(word))
    for (const word of words) said.add(word)
    return isNews
  })
}

const compareAge = (a: EvidenceRow, b: EvidenceRow): number => compareRuns(a, b) || b.receivedAt - a.receivedAt

/** Newest first. Runs begin in the order of their ids; a later attempt of an older run is newer than both. */
function compareRuns(a: EvidenceRow, b: EvidenceRow): number {
  const runs = BigInt(b.runId) - BigInt(a.runId)
  return b.startedAt - a.startedAt || (runs === 0n ? b.attempt - a.attempt : runs > 0n ? 1 : -1)
}

const readRow = (row: EvidenceTable): EvidenceRow => ({
  ...row,
  origin: row.origin === 'token' ? 'token' : 'artifact',
  attempt: Number(row.attempt),
  startedAt: Number(row.startedAt),
  receivedAt: Number(row.receivedAt),
  parts: row.parts.split(',').filter(part => part === 'coverage' || part === 'others'),
})
