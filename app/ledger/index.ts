import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ChainHead } from '../../src/ledger/ledger.ts'
import type { Config } from '../config.ts'
import type { Log } from '../front.ts'
import { OperatorProblem } from '../problem.ts'
import type { Store } from '../store/index.ts'
import { type CheckpointFile, checkpointFile } from './checkpoint-file.ts'
import { type LedgerKey, openLedgerKey } from './key.ts'
import {
  compareWithPublished,
  describeLosses,
  type Loss,
  newestPublished,
  readOwnCheckpoints,
  readPublished,
} from './published.ts'

/** The ledger's ties to the outside, while the App runs. */
export interface LedgerTies {
  /** The line that publishes this head. Null: the App has no key. */
  readonly publish: (head: ChainHead) => string | null
  readonly publicPem: string | null
  /** Newest published head of each chain, except of rows that were given up. Read anew. */
  readonly published: () => Promise<readonly ChainHead[]>
  readonly stop: () => Promise<void>
}

/** Published rows are missing. The messages list them. */
export class LedgerLoss extends OperatorProblem {
  readonly losses: readonly Loss[]
  constructor(losses: readonly Loss[]) {
    super(describeLosses(losses))
    this.name = 'LedgerLoss'
    this.losses = losses
  }
}

/** Where this App keeps what it accepted, also without a file of checkpoints. */
export const lossFile = 'ledger-losses.txt'
const hourMs = 60 * 60 * 1000

/**
 * Compares the chains with what was published, and goes on publishing: in every check that asks for a line, and in the
 * file of checkpoints, at once and every hour, for each chain that has grown. Throws LedgerLoss, LedgerKeyProblem.
 */
export async function startLedger({
  store,
  config,
  readChecks = async () => [],
  now,
  log,
}: {
  readonly store: Store
  /** Texts of the checks that this App wrote, as far as they can be had. */
  readonly readChecks?: () => Promise<readonly string[]>
  readonly config: Pick<Config, 'dataDir' | 'databaseUrl' | 'ledger'>
  readonly now: () => number
  readonly log: Log
}): Promise<LedgerTies> {
  const { dataDir, databaseUrl, ledger } = config
  const key = openLedgerKey(
    { dataDir, ...(databaseUrl === undefined ? {} : { databaseUrl }), ...ledger },
    { make: true },
  )
  if (key === null)
    log('warn', 'ledger.noKey', { problem: 'checkpoints are not signed; set LEDGER_KEY or LEDGER_KEY_PATH' })
  else log('info', 'ledger.key', { id: key.id })
  const file = ledger?.checkpointFile === undefined ? null : checkpointFile(ledger.checkpointFile)
  const losses = checkpointFile(join(dataDir, lossFile))
  await compare({ store, key, readChecks, file, losses, acceptLoss: ledger?.acceptLoss === true, now, log })
  await store.ledger.release()
  const publish = (head: ChainHead): string | null =>
    key?.sign({ kind: 'checkpoint', ...only(head), at: new Date(now()).toISOString() }) ?? null
  const stopWriting = file === null || key === null ? async () => {} : await startWriting(store, file, publish, log)
  const stopForgetting = startForgetting(store, ledger?.personalDays, now, log)
  const stop = async (): Promise<void> => {
    stopForgetting()
    await stopWriting()
  }
  const published = async () => newestPublished(readPublished(await textOf(store, file, losses), key))
  return { publish, publicPem: key?.publicPem ?? null, published, stop }
}

const textOf = async (
  store: Pick<Store, 'cache'>,
  file: CheckpointFile | null,
  losses: CheckpointFile,
): Promise<string> => [file?.read() ?? '', losses.read(), ...(await acceptedLosses(store))].join('\n')

const lossKey = 'ledger:losses'

/** Signed lines, also in the database: the data directory of an instance that shares one may go with it. */
export const acceptedLosses = async ({ cache }: Pick<Store, 'cache'>): Promise<readonly string[]> =>
  ((await cache.get(lossKey, 0)) ?? []) as readonly string[]

const only = ({ repoId, chainSeq, hash }: ChainHead): ChainHead => ({ repoId, chainSeq, hash })

async function compare({
  store,
  key,
  readChecks,
  file,
  losses,
  acceptLoss,
  now,
  log,
}: {
  readonly store: Store
  readonly key: LedgerKey | null
  readonly readChecks: () => Promise<readonly string[]>
  readonly file: CheckpointFile | null
  readonly losses: CheckpointFile
  readonly acceptLoss: boolean
  readonly now: () => number
  readonly log: Log
}): Promise<void> {
  const published = readPublished(await textOf(store, file, losses), key)
  if (published.ignored > 0) log('warn', 'ledger.checkpointsIgnored', { count: published.ignored })
  const inChecks = key === null ? [] : readOwnCheckpoints(await readChecks(), key)
  const checkpoints = [...published.checkpoints, ...inChecks]
  const found = await compareWithPublished(store, { ...published, checkpoints })
  if (found.length === 0) return
  if (!acceptLoss || key === null) throw new LedgerLoss(found)
  const accepted = new Date(now()).toISOString()
  const lines = found.map(({ head, published: { chainSeq, at } }) =>
    // Never before what it excuses, whatever this clock says.
    key.sign({ kind: 'loss', ...only(head), lostTo: chainSeq, at: at > accepted ? at : accepted }),
  )
  mkdirSync(dirname(losses.path), { recursive: true, mode: 0o700 })
  losses.add(lines)
  await store.cache.set(lossKey, [...(await acceptedLosses(store)), ...lines], Number.MAX_SAFE_INTEGER)
  file?.add(lines)
  for (const { repoId, head, published: newest } of found)
    log('warn', 'ledger.lossAccepted', { repository: repoId, from: head.chainSeq + 1, to: newest.chainSeq })
}

/** Adds the heads that have moved since they were last written. */
async function startWriting(
  store: Store,
  file: CheckpointFile,
  publish: (head: ChainHead) => string | null,
  log: Log,
): Promise<() => Promise<void>> {
  const written = new Map(readPublished(file.read(), null).checkpoints.map(one => [one.repoId, one.hash]))
  const write = async (): Promise<void> => {
    const moved: ChainHead[] = []
    for (const repoId of await store.ledger.repositories()) {
      const head = await store.ledger.head(repoId)
      // A chain that cannot be trusted must not be published as if it could.
      if (head !== null && written.get(repoId) !== head.hash && (await store.ledger.held(repoId)) === null)
        moved.push(head)
    }
    file.add(moved.map(publish).filter(line => line !== null))
    for (const { repoId, hash } of moved) written.set(repoId, hash)
  }
  const attempt = () =>
    write().catch((error: unknown) =>
      log('error', 'ledger.checkpointFile', { problem: error instanceof Error ? error.message : String(error) }),
    )
  // A file that cannot be written is found at the start, not in a night.
  await write()
  const timer = setInterval(attempt, hourMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await attempt()
  }
}

/** Erases people after the operator's time, now and every hour. */
function startForgetting(store: Store, days: number | undefined, now: () => number, log: Log): () => void {
  if (days === undefined) return () => {}
  const forget = (): void => {
    store.ledgerAdmin.forgetBefore(now() - days * 24 * hourMs).then(
      rows => (rows > 0 ? log('info', 'ledger.peopleErased', { rows }) : undefined),
      (error: unknown) =>
        log('error', 'ledger.peopleErased', { problem: error instanceof Error ? error.message : String(error) }),
    )
  }
  forget()
  const timer = setInterval(forget, hourMs)
  timer.unref()
  return () => clearInterval(timer)
}
