import {
  type AcceptedLoss,
  type Checkpoint,
  type CheckpointKey,
  findStatements,
  isExcused,
  type Statement,
  signatureState,
} from '../../src/ledger/checkpoint.ts'
import { type ChainHead, genesisHash } from '../../src/ledger/ledger.ts'
import { type Message, message } from '../../src/locales/message.ts'
import type { Store } from '../store/index.ts'

/** What was published elsewhere, as far as it may be believed. */
export interface Published {
  readonly checkpoints: readonly Checkpoint[]
  readonly losses: readonly AcceptedLoss[]
  /** Texts that are no checkpoints, or not of the key that they name. */
  readonly ignored: number
}

/**
 * Checkpoints of other keys count: a wrong one can only raise an alarm. A loss that was accepted silences one, so it must
 * be signed by this App's key.
 */
export function readPublished(text: string, key: CheckpointKey | null): Published {
  const { found, mangled } = findStatements(text)
  const keys = key === null ? [] : [key]
  const believed = found.flatMap(({ statement }): readonly Statement[] => {
    const state = signatureState(statement, keys)
    return state === 'valid' || (state === 'unknown-key' && statement.kind === 'checkpoint') ? [statement] : []
  })
  return {
    checkpoints: believed.filter(statement => statement.kind === 'checkpoint'),
    losses: believed.filter(statement => statement.kind === 'loss'),
    ignored: mangled.length + found.length - believed.length,
  }
}

/**
 * Checkpoints in the texts of checks: only those of this key, since others write into these texts as well, such as the
 * author of a pull request with its title.
 */
export function readOwnCheckpoints(texts: readonly string[], key: CheckpointKey): readonly Checkpoint[] {
  return texts
    .flatMap(text => findStatements(text).found)
    .map(({ statement }) => statement)
    .filter(statement => statement.kind === 'checkpoint')
    .filter(statement => signatureState(statement, [key]) === 'valid')
}

/** Rows that were published and are not in the database. */
export interface Loss {
  readonly repoId: string
  /** Where the database ends; `chainSeq` 0: it has nothing. */
  readonly head: ChainHead
  readonly published: Checkpoint
}

/**
 * Compares every chain with the newest row that was published of it. A chain that ends before it is a loss; one that has
 * another row in its place is broken, and remembered as such by the store.
 */
export async function compareWithPublished(store: Store, all: Published): Promise<readonly Loss[]> {
  const found: Loss[] = []
  for (const published of newestPublished(all)) {
    const { repoId, chainSeq, hash } = published
    // The store knows already that this chain cannot be trusted.
    if (store.ledger.problem(repoId) !== null) continue
    const head = (await store.ledger.head(repoId)) ?? { repoId, chainSeq: 0, hash: genesisHash }
    if (head.chainSeq < chainSeq) found.push({ repoId, head, published })
    else if ((await store.ledger.page(repoId, chainSeq - 1))[0]?.hash !== hash)
      await store.ledger.verify(repoId, [published])
  }
  return found
}

/** Of each repository. A chain that verifies and has this row has all those before it. */
export function newestPublished({ checkpoints, losses }: Published): readonly Checkpoint[] {
  const newest = new Map<string, Checkpoint>()
  for (const one of checkpoints.filter(one => !isExcused(one, losses))) {
    const known = newest.get(one.repoId)
    if (known === undefined || known.chainSeq < one.chainSeq) newest.set(one.repoId, one)
  }
  return [...newest.values()]
}

/** One line for each repository, and what to do. */
export const describeLosses = (losses: readonly Loss[]): readonly Message[] => [
  ...losses.map(({ repoId, head, published: { chainSeq: to, at } }) =>
    message('start.loss', { repoId, from: head.chainSeq + 1, to, at, end: head.chainSeq }),
  ),
  message('start.lossAdvice', {}),
]
