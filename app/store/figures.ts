import type { Verdict } from '../../src/report.ts'
import type { Db } from './db.ts'
import type { Millis } from './schema.ts'

/** What the database knows of the App's own work. The same on every instance; names of nobody. */
export interface Figures {
  readonly inbox: { readonly open: number; readonly dead: number; readonly oldestReceivedAt: Millis | null }
  readonly outbox: { readonly open: number; readonly dead: number; readonly oldestDueAt: Millis | null }
  /** Open pull requests by verdict; `none`: not evaluated yet. */
  readonly pullRequests: Readonly<Record<Verdict | 'none', number>>
  readonly ledgerRows: number
  /** Repositories whose sign-offs are held because the chain was found broken. */
  readonly ledgersBroken: number
  readonly installations: number
  /** When the installation that was reconciled longest ago was; `null`: none was. */
  readonly reconciledAt: Millis | null
}

export const figures = (db: Db) => ({
  read: async (): Promise<Figures> => ({
    inbox: await inboxFigures(db),
    outbox: await outboxFigures(db),
    pullRequests: await verdicts(db),
    ledgerRows: await ledgerRows(db),
    ledgersBroken: await ledgersBroken(db),
    ...(await reconciliation(db)),
  }),
})

async function inboxFigures(db: Db): Promise<Figures['inbox']> {
  const { countAll, min } = db.fn
  const open = await db
    .selectFrom('inbox')
    .where('doneAt', 'is', null)
    .where('deadAt', 'is', null)
    .select([countAll<number>().as('n'), min('receivedAt').as('oldest')])
    .executeTakeFirstOrThrow()
  const dead = await db
    .selectFrom('inbox')
    .where('deadAt', 'is not', null)
    .select(countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { open: Number(open.n), dead: Number(dead.n), oldestReceivedAt: numberOrNull(open.oldest) }
}

async function outboxFigures(db: Db): Promise<Figures['outbox']> {
  const { countAll, min } = db.fn
  const open = await db
    .selectFrom('outbox')
    .where('deadAt', 'is', null)
    .select([countAll<number>().as('n'), min('runAt').as('oldest')])
    .executeTakeFirstOrThrow()
  const dead = await db
    .selectFrom('outbox')
    .where('deadAt', 'is not', null)
    .select(countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { open: Number(open.n), dead: Number(dead.n), oldestDueAt: numberOrNull(open.oldest) }
}

async function verdicts(db: Db): Promise<Figures['pullRequests']> {
  const rows = await db
    .selectFrom('subject')
    .where('state', '=', 'open')
    .groupBy('verdict')
    .select(({ fn }) => ['verdict', fn.countAll<number>().as('n')])
    .execute()
  const of = (verdict: string | null) => Number(rows.find(row => row.verdict === verdict)?.n ?? 0)
  return { passed: of('passed'), waiting: of('waiting'), failed: of('failed'), unknown: of('unknown'), none: of(null) }
}

/** The heads count the rows, so that a long ledger is not read for it. */
async function ledgerRows(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('chainHead')
    .select(({ fn }) => fn.sum<number | null>('chainSeq').as('n'))
    .executeTakeFirstOrThrow()
  return Number(n ?? 0)
}

async function ledgersBroken(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('ledgerHold')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

async function reconciliation(db: Db): Promise<Pick<Figures, 'installations' | 'reconciledAt'>> {
  const active = await db
    .selectFrom('installation')
    .where('suspended', '=', 0)
    .where('removed', '=', 0)
    .select('id')
    .execute()
  const done = await db
    .selectFrom('inbox')
    .where('event', '=', 'internal.reconcile')
    .where('doneAt', 'is not', null)
    .where(
      'lane',
      'in',
      active.map(({ id }) => `installation:${id}`),
    )
    .groupBy('lane')
    .select(({ fn }) => fn.max('doneAt').as('at'))
    .execute()
  const times = done.flatMap(({ at }) => numberOrNull(at) ?? [])
  return { installations: active.length, reconciledAt: times.length === 0 ? null : Math.min(...times) }
}

const numberOrNull = (value: number | string | null): number | null => (value === null ? null : Number(value))
