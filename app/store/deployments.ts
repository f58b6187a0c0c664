import type { Selectable } from 'kysely'
import type { Db } from './db.ts'
import type { Millis, WaitingDeploymentTable } from './schema.ts'

/** One job of one attempt of a run that waits, or waited, for leave to deploy. */
export interface DeploymentKey {
  readonly repoId: string
  readonly runId: string
  readonly attempt: number
  readonly environment: string
}

/**
 * `approved`: we let it through. `bypassed`: it went without us. `ended`: cancelled, refused by others, or GitHub gave it
 * up. `withdrawn`: our rule was taken off while it waited.
 */
export type DeploymentState = 'waiting' | 'approved' | 'bypassed' | 'ended' | 'withdrawn'

export interface WaitingDeployment extends DeploymentKey {
  readonly installationId: string
  /** Commit of the run. */
  readonly sha: string
  /** Commit that the event named; `null`: no event came. */
  readonly askedSha: string | null
  readonly requestedAt: Millis
  readonly state: DeploymentState
  /** Of the report that GitHub has. */
  readonly reportDigest: string | null
  /** Tries to report, but for those that GitHub refused. */
  readonly reports: number
  /** Pull requests that it carries; `null`: not known. */
  readonly pulls: readonly number[] | null
  readonly judgedAt: Millis
  /** When an approval was sent of which GitHub has not said what became of it. */
  readonly approvingAt: Millis | null
  readonly answeredAt: Millis | null
}

export type DeploymentPatch = Partial<
  Pick<
    WaitingDeployment,
    'state' | 'askedSha' | 'reportDigest' | 'reports' | 'pulls' | 'judgedAt' | 'approvingAt' | 'answeredAt'
  >
>

export const deployments = (db: Db) => ({
  /** Keeps one that waits; one that is known stays as it is. */
  open: async (
    row: Pick<WaitingDeployment, keyof DeploymentKey | 'installationId' | 'sha' | 'askedSha' | 'requestedAt'>,
  ): Promise<void> => {
    await db
      .insertInto('waitingDeployment')
      .values({ ...row, state: 'waiting', reportDigest: null, pulls: null, approvingAt: null, answeredAt: null })
      .onConflict(conflict => conflict.columns(['repoId', 'runId', 'attempt', 'environment']).doNothing())
      .execute()
  },

  get: async (key: DeploymentKey): Promise<WaitingDeployment | null> => {
    const row = await at(db, key).executeTakeFirst()
    return row === undefined ? null : readRow(row)
  },

  /** Of one run, all attempts. */
  ofRun: async (repoId: string, runId: string): Promise<readonly WaitingDeployment[]> => {
    const rows = await db
      .selectFrom('waitingDeployment')
      .selectAll()
      .where('repoId', '=', repoId)
      .where('runId', '=', runId)
      .execute()
    return rows.map(readRow)
  },

  /** Those that wait, the one that was looked at longest ago first. */
  waiting: async (where: { readonly repoId?: string; readonly installationId?: string } = {}) => {
    let query = db.selectFrom('waitingDeployment').selectAll().where('state', '=', 'waiting')
    if (where.repoId !== undefined) query = query.where('repoId', '=', where.repoId)
    if (where.installationId !== undefined) query = query.where('installationId', '=', where.installationId)
    const rows = await query.orderBy('judgedAt').orderBy('requestedAt').limit(1_000).execute()
    return rows.map(readRow)
  },

  save: async (key: DeploymentKey, { pulls, ...patch }: DeploymentPatch): Promise<void> => {
    await db
      .updateTable('waitingDeployment')
      .set({ ...patch, ...(pulls === undefined ? {} : { pulls: pulls === null ? null : JSON.stringify(pulls) }) })
      .where('repoId', '=', key.repoId)
      .where('runId', '=', key.runId)
      .where('attempt', '=', key.attempt)
      .where('environment', '=', key.environment)
      .execute()
  },

  /** When the first deployment to an environment was held; `null`: none was. */
  heldSince: async (repoId: string, environment: string): Promise<Millis | null> => {
    const row = await db
      .selectFrom('waitingDeployment')
      .select(({ fn }) => fn.min('requestedAt').as('at'))
      .where('repoId', '=', repoId)
      .where('environment', '=', environment)
      .executeTakeFirst()
    return row?.at === null || row?.at === undefined ? null : Number(row.at)
  },

  /** How many there are of each state, and since when the oldest waits. */
  figures: async (): Promise<{
    readonly counts: Readonly<Partial<Record<DeploymentState, number>>>
    readonly oldest: Millis | null
  }> => {
    const rows = await db
      .selectFrom('waitingDeployment')
      .select(({ fn }) => ['state', fn.countAll().as('count'), fn.min('requestedAt').as('oldest')])
      .groupBy('state')
      .execute()
    const oldest = rows.find(row => row.state === 'waiting')?.oldest
    return {
      counts: Object.fromEntries(rows.map(row => [row.state, Number(row.count)])),
      oldest: oldest === undefined || oldest === null ? null : Number(oldest),
    }
  },
})

const at = (db: Db, { repoId, runId, attempt, environment }: DeploymentKey) =>
  db
    .selectFrom('waitingDeployment')
    .selectAll()
    .where('repoId', '=', repoId)
    .where('runId', '=', runId)
    .where('attempt', '=', attempt)
    .where('environment', '=', environment)

const readRow = ({ pulls, state, ...row }: Selectable<WaitingDeploymentTable>): WaitingDeployment => ({
  ...row,
  state: state as DeploymentState,
  pulls: pulls === null ? null : (JSON.parse(pulls) as readonly number[]),
})
