import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { err, ok, type Result } from '../result.ts'
import { type ChainHead, genesisHash } from './ledger.ts'

/** The head of a chain at a moment, to be published outside the database. */
export interface Checkpoint extends ChainHead {
  readonly kind: 'checkpoint'
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string
}

/**
 * The operator accepted that published rows are gone: the chain goes on from this head, and the rows after it up to
 * `lostTo` that were published before `at` are missing for ever.
 */
export interface AcceptedLoss extends ChainHead {
  readonly kind: 'loss'
  readonly lostTo: number
  readonly at: string
}

export type Statement = Checkpoint | AcceptedLoss

export interface Signature {
  /** Of the key that signed. */
  readonly keyId: string
  /** Ed25519, 64 bytes as base64url. */
  readonly signature: string
}

export type SignedStatement = Statement & Signature

/** A public key that checkpoints may be signed with. */
export interface CheckpointKey {
  /** First 16 hex digits of the SHA-256 of the key in DER (SubjectPublicKeyInfo). */
  readonly id: string
  readonly publicKey: KeyObject
}

const names = { checkpoint: 'delivery-gates-ledger/v1', loss: 'delivery-gates-ledger-loss/v1' } as const

/** What is signed: the line up to the signature. Its first word says what it is, so that it is no other signed text. */
function signedText(statement: Statement, keyId: string): string {
  const { kind, repoId, chainSeq, hash, at } = statement
  const lost = kind === 'loss' ? [statement.lostTo] : []
  return [names[kind], repoId, chainSeq, hash, ...lost, at, keyId].join(' ')
}

/** One line without its end: what it is, repository id, row, hash, time, key id, signature. */
export function signStatement(statement: Statement, keyId: string, privateKey: KeyObject): string {
  const text = signedText(statement, keyId)
  return `${text} ${sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url')}`
}

export const formatStatement = ({ keyId, signature, ...statement }: SignedStatement): string =>
  `${signedText(statement as Statement, keyId)} ${signature}`

/** Where a statement stands in a text; both from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** `LED-CHECKPOINT`: something begins as a checkpoint does and is none. */
export interface MangledStatement extends Place {
  readonly code: 'LED-CHECKPOINT'
}

const mark = /delivery-gates-ledger(?:-loss)?\/v/g
// A mail or a terminal may break the line at its spaces. Numbers of rows stay exact in a double.
const shapes = {
  checkpoint:
    /delivery-gates-ledger\/v1\s+([1-9]\d{0,19})\s+([1-9]\d{0,14})\s+([0-9a-f]{64})\s+(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\s+([0-9a-f]{16})\s+([\w-]{86})(?![\w-])/y,
  loss: /delivery-gates-ledger-loss\/v1\s+([1-9]\d{0,19})\s+(0|[1-9]\d{0,14})\s+([0-9a-f]{64})\s+([1-9]\d{0,14})\s+(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\s+([0-9a-f]{16})\s+([\w-]{86})(?![\w-])/y,
} as const

/** Every checkpoint in a text of any kind, such as pasted texts of check runs; and what was meant to be one. */
export function findStatements(text: string): {
  readonly found: readonly { readonly statement: SignedStatement; readonly place: Place }[]
  readonly mangled: readonly MangledStatement[]
} {
  const found: { readonly statement: SignedStatement; readonly place: Place }[] = []
  const mangled: MangledStatement[] = []
  const placeOf = placesIn(text)
  for (const { index } of text.matchAll(mark)) {
    const place = placeOf(index)
    const statement = statementAt(text, index)
    if (statement === null) mangled.push({ code: 'LED-CHECKPOINT', ...place })
    else found.push({ statement, place })
  }
  return { found, mangled }
}

function statementAt(text: string, index: number): SignedStatement | null {
  for (const kind of ['checkpoint', 'loss'] as const) {
    const shape = shapes[kind]
    shape.lastIndex = index
    const parts = shape.exec(text)
    if (parts !== null) return statementOf(kind, parts.slice(1))
  }
  return null
}

function statementOf(kind: Statement['kind'], parts: readonly string[]): SignedStatement | null {
  const [repoId = '', seq = '', hash = ''] = parts
  const [at = '', keyId = '', signature = ''] = parts.slice(-3)
  const chainSeq = Number(seq)
  // One text for one value: a time that exists, and no stray bits behind the last byte of the signature.
  if (isoTime(at) !== at || Buffer.from(signature, 'base64url').toString('base64url') !== signature) return null
  const common = { repoId, chainSeq, hash, at, keyId, signature }
  if (kind === 'checkpoint') return { kind, ...common }
  const lostTo = Number(parts[3])
  const isPossible = lostTo > chainSeq && (chainSeq > 0 || hash === genesisHash)
  return isPossible ? { kind, ...common, lostTo } : null
}

function isoTime(text: string): string | null {
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** Asked in ascending order, so that a long text is walked through once. */
function placesIn(text: string): (index: number) => Place {
  let line = 1
  let start = 0
  let end = text.indexOf('\n')
  return index => {
    for (; end !== -1 && end < index; end = text.indexOf('\n', start)) {
      line += 1
      start = end + 1
    }
    return { line, column: index - start + 1 }
  }
}

/** `unknown-key`: signed by a key that is not among these. `forged`: the signature is not one of this key over this text. */
export type SignatureState = 'valid' | 'unknown-key' | 'forged'

export function signatureState(statement: SignedStatement, keys: readonly CheckpointKey[]): SignatureState {
  const { keyId, signature, ...unsigned } = statement
  const key = keys.find(({ id }) => id === keyId)
  if (key === undefined) return 'unknown-key'
  const text = Buffer.from(signedText(unsigned as Statement, keyId), 'utf8')
  return verify(null, text, key.publicKey, Buffer.from(signature, 'base64url')) ? 'valid' : 'forged'
}

/** `not-a-key`: no key in PEM form. `not-ed25519`: one of another kind. */
export type KeyProblem = 'not-a-key' | 'not-ed25519'

/** A public key from PEM; of a private key its public half. */
export function readCheckpointKey(pem: string): Result<CheckpointKey, KeyProblem> {
  try {
    const publicKey = createPublicKey(pem)
    if (publicKey.asymmetricKeyType !== 'ed25519') return err('not-ed25519')
    const der = publicKey.export({ type: 'spki', format: 'der' })
    return ok({ id: createHash('sha256').update(der).digest('hex').slice(0, 16), publicKey })
  } catch {
    return err('not-a-key')
  }
}

/** Published rows that the operator has accepted as lost do not speak against the chain any more. */
export const isExcused = (published: Checkpoint, losses: readonly AcceptedLoss[]): boolean =>
  losses.some(
    loss =>
      loss.repoId === published.repoId &&
      loss.chainSeq < published.chainSeq &&
      published.chainSeq <= loss.lostTo &&
      published.at <= loss.at,
  )
