import { type AcceptedLoss, type Checkpoint, isExcused, type SignedStatement, type Statement } from './checkpoint.ts'
import { type ChainHead, type ChainProblem, genesisHash, type LedgerRow, verifyRow } from './ledger.ts'
import type { ExportItem } from './read-export.ts'

/** What became of one repository's chain. */
export interface ChainVerdict {
  readonly repoId: string
  readonly rows: number
  /** Rows whose login and words were erased. */
  readonly forgotten: number
  /** The last row that verified; null: none. */
  readonly head: ChainHead | null
  /** The signature that the export itself carries for its head. */
  readonly checkpoint: SignedStatement | null
  /** Published heads that the chain was compared with. */
  readonly published: number
  readonly newest: Checkpoint | null
  readonly losses: readonly AcceptedLoss[]
  /** The first bad row, with its line in the export; the line is 0 where there is none. */
  readonly problem: (ChainProblem & { readonly line: number }) | null
}

interface Published {
  readonly hashes: ReadonlyMap<number, ReadonlySet<string>>
  readonly highest: number
  readonly count: number
  readonly newest: Checkpoint | null
  readonly losses: readonly AcceptedLoss[]
}

/** A chain with the head that its store had, and what was published of it. */
interface Chain extends Omit<ChainVerdict, keyof Published | 'published'> {
  readonly published: Published
}

/**
 * Verifies chains row by row against heads that were published elsewhere; repositories one after the other, each ended
 * by its head. Losses are believed, so only those belong here whose signature was checked.
 */
export function chainVerifier(statements: readonly Statement[]): {
  take(item: ExportItem): void
  /** Also of repositories of which something was published and nothing is here. */
  end(): readonly ChainVerdict[]
} {
  const verdicts = new Map<string, ChainVerdict>()
  let chain: Chain | null = null
  const opened = (repoId: string): Chain => (chain?.repoId === repoId ? chain : newChain(repoId, statements))
  return {
    take: item => {
      if (item.kind === 'row') {
        chain = withRow(opened(item.row.repoId), item.row, item.line)
        return
      }
      const ended = withHead(opened(item.head.repoId), item.head, item.line)
      verdicts.set(ended.repoId, verdictOf({ ...ended, checkpoint: item.checkpoint }))
      chain = null
    },
    end: () => {
      for (const { repoId } of statements) {
        if (verdicts.has(repoId)) continue
        const missing = newChain(repoId, statements)
        verdicts.set(repoId, verdictOf(withHead(missing, { repoId, chainSeq: 0, hash: genesisHash }, 0)))
      }
      return [...verdicts.values()].sort((a, b) => compareIds(a.repoId, b.repoId))
    },
  }
}

const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)

const newChain = (repoId: string, statements: readonly Statement[]): Chain => ({
  repoId,
  rows: 0,
  forgotten: 0,
  head: null,
  checkpoint: null,
  published: publishedOf(repoId, statements),
  problem: null,
})

function publishedOf(repoId: string, statements: readonly Statement[]): Published {
  const own = statements.filter(statement => statement.repoId === repoId)
  // Each is kept in several places.
  const losses = [
    ...new Map(own.filter(one => one.kind === 'loss').map(one => [`${one.lostTo} ${one.at}`, one])).values(),
  ]
  const checkpoints = own.filter(statement => statement.kind === 'checkpoint')
  const hashes = new Map<number, Set<string>>()
  for (const { chainSeq, hash } of [...checkpoints.filter(one => !isExcused(one, losses)), ...losses]) {
    if (chainSeq > 0) hashes.set(chainSeq, (hashes.get(chainSeq) ?? new Set()).add(hash))
  }
  return {
    hashes,
    highest: hashes.keys().reduce((a, b) => Math.max(a, b), 0),
    count: checkpoints.length,
    newest: checkpoints.reduce<Checkpoint | null>((a, b) => (a !== null && a.chainSeq >= b.chainSeq ? a : b), null),
    losses,
  }
}

function withRow(chain: Chain, row: LedgerRow, line: number): Chain {
  const counted = { ...chain, rows: chain.rows + 1, forgotten: chain.forgotten + (row.personal === null ? 1 : 0) }
  if (chain.problem !== null) return counted
  const next = verifyRow(chain.head, chain.repoId, row)
  if (!next.ok) return { ...counted, problem: { ...next.error, line } }
  const head = next.value
  const hashes = chain.published.hashes.get(head.chainSeq)
  // Two different heads that were published of one row cannot both be right.
  const isPublished = hashes === undefined || (hashes.size === 1 && hashes.has(head.hash))
  return { ...counted, head, problem: isPublished ? null : problemAt(chain, head.chainSeq, 'checkpoint', line) }
}

/** The head that the store had, or the export has, must be that of the rows; and no published row may be missing. */
function withHead(chain: Chain, stored: ChainHead, line: number): Chain {
  if (chain.problem !== null) return chain
  const last = chain.head?.chainSeq ?? 0
  const problem =
    Math.max(stored.chainSeq, chain.published.highest) > last
      ? problemAt(chain, last + 1, 'truncated', line)
      : stored.chainSeq < last
        ? problemAt(chain, stored.chainSeq + 1, 'order', line)
        : stored.hash !== (chain.head?.hash ?? genesisHash)
          ? problemAt(chain, last, 'checkpoint', line)
          : null
  return { ...chain, problem }
}

const problemAt = (
  { repoId }: Chain,
  chainSeq: number,
  problem: ChainProblem['problem'],
  line: number,
): ChainVerdict['problem'] => ({ code: 'LED-CHAIN', repoId, chainSeq, problem, line })

const verdictOf = ({ published, ...chain }: Chain): ChainVerdict => ({
  ...chain,
  published: published.count,
  newest: published.newest,
  losses: published.losses,
})
