import {
  type CheckpointKey,
  findStatements,
  type Place,
  type SignedStatement,
  type Statement,
  signatureState,
} from './checkpoint.ts'
import type { ChainVerdict } from './verify.ts'

/** Something that was published, with where it stands. */
export interface PublishedText {
  readonly path: string
  readonly text: string
}

/** LED-SIGNATURE, LED-CHECKPOINT: a checkpoint that cannot be used, and so proves nothing. */
export interface CheckpointProblem extends Place {
  readonly path: string
  readonly problem: 'mangled' | 'unknown-key' | 'forged'
  /** Of the key that is said to have signed; null: it cannot be read. */
  readonly keyId: string | null
}

export interface PublishedStatements {
  readonly statements: readonly Statement[]
  readonly problems: readonly CheckpointProblem[]
}

/**
 * Checkpoints from texts. With keys, those that one of them signed; without, all of them, since a wrong one can only
 * raise a false alarm. An accepted loss silences an alarm, so it counts with its signature only.
 */
export function readPublished(texts: readonly PublishedText[], keys: readonly CheckpointKey[]): PublishedStatements {
  const statements: Statement[] = []
  const problems: CheckpointProblem[] = []
  for (const { path, text } of texts) {
    const { found, mangled } = findStatements(text)
    for (const { line, column } of mangled) problems.push({ path, line, column, problem: 'mangled', keyId: null })
    for (const { statement, place } of found) {
      const state = keys.length === 0 ? 'unchecked' : signatureState(statement, keys)
      if (state === 'valid' || (state === 'unchecked' && statement.kind === 'checkpoint')) statements.push(statement)
      else if (state !== 'unchecked') problems.push({ path, ...place, problem: state, keyId: statement.keyId })
    }
  }
  return { statements, problems }
}

/** `none`: the head carries no signature. `unchecked`: no key was given. */
export type HeadSignature = ReturnType<typeof signatureState> | 'none' | 'unchecked'

export interface JudgedChain extends ChainVerdict {
  readonly signature: HeadSignature
  readonly verified: boolean
}

/** The answer about a whole ledger. */
export interface Verification {
  readonly verified: boolean
  readonly chains: readonly JudgedChain[]
  readonly problems: readonly CheckpointProblem[]
  readonly signaturesChecked: boolean
}

/**
 * With keys, every chain of a file must be tied to one of them: by the signature of its head, or by a checkpoint. Otherwise a
 * rewritten chain without any signature would pass. `live`: the chains are those of a database, whose heads nobody signed.
 */
export function concludeVerification(
  chains: readonly ChainVerdict[],
  problems: readonly CheckpointProblem[],
  keys: readonly CheckpointKey[],
  { live = false }: { readonly live?: boolean } = {},
): Verification {
  const judged = chains.map((chain): JudgedChain => {
    const signature = headSignature(chain.checkpoint, keys)
    const isTied = live || keys.length === 0 || signature === 'valid' || (signature === 'none' && chain.published > 0)
    return { ...chain, signature, verified: chain.problem === null && isTied }
  })
  return {
    verified: problems.length === 0 && judged.every(chain => chain.verified),
    chains: judged,
    problems,
    signaturesChecked: keys.length > 0,
  }
}

function headSignature(checkpoint: SignedStatement | null, keys: readonly CheckpointKey[]): HeadSignature {
  if (checkpoint === null) return 'none'
  return keys.length === 0 ? 'unchecked' : signatureState(checkpoint, keys)
}
