import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../result.ts'

/** What a row records. Plain JSON; ids of GitHub are text. */
export interface LedgerFields {
  readonly repoId: string
  /** What was signed: `pr:<number>`; what was deployed to: `environment:<name>`. With the repository's id it is never reused (T-24). */
  readonly subject: string
  readonly headSha: string
  readonly baseRef: string
  /** Digest of the policy that judged at that moment. */
  readonly policySha256: string
  /** Empty for a waiver: then `itemId` is the gate's id. */
  readonly checklist: string
  readonly itemId: string
  /** Digest of the item's meaning: text, role, covers. */
  readonly itemHash: string
  /** Numeric id of the account that acted. */
  readonly actorId: string
  readonly actorType: 'User' | 'Bot'
  /** Whose sign-off it is. Differs from the actor when a policy owner revokes, or somebody dismisses a review. */
  readonly signerId: string
  /**
   * `rejected`: somebody tried who may not; never counts. `delegated`: the actor lets the signer sign for them.
   * `deleted`, `edited`: the comment that held a command is gone or reads otherwise now; takes nothing back.
   * `approved`: the App let a deployment through; `bypassed`: it went without the App's word.
   */
  readonly decision:
    | 'signed'
    | 'revoked'
    | 'rejected'
    | 'waived'
    | 'delegated'
    | 'deleted'
    | 'edited'
    | 'approved'
    | 'bypassed'
  readonly via: 'tick' | 'command' | 'button' | 'review' | 'page' | 'policy'
  /** Delivery id, or the session's id on the web page. */
  readonly source: string
  /** SHA-256 of the comment or review as it was when the person acted. */
  readonly bodyHash: string
  /** Files that the item covered at `headSha`: path to content identity. `null`: the list was not complete. */
  readonly covered: Readonly<Record<string, string>> | null
  /** Epoch milliseconds, for display; nothing is decided by it. */
  readonly at: number
  /** One decision, one row: built from GitHub's own ids, so that any redelivery gives the same key. */
  readonly idem: string
  // From here on since version 2; `null` in every row of version 1.
  /** Environment that the sign-off is for; `null`: the item has none. */
  readonly environment: string | null
  /** Digest of everything that the pull request changed at `headSha`; `null`: not asked for, or not complete. */
  readonly patchSha256: string | null
  /** Open points that the signer accepted, such as `#123`; `null`: none. */
  readonly conditions: readonly string[] | null
  /** Numeric id of the account for which the signer acts; `null`: for themselves. */
  readonly onBehalfOf: string | null
  /** Last day of a delegation, or of the one that was used, `2026-12-24`. */
  readonly expiresAt: string | null
}

/** Fields that rows of version 1 do not have. */
type Since2 = 'environment' | 'patchSha256' | 'conditions' | 'onBehalfOf' | 'expiresAt'

/** What may be deleted on request without breaking the chain, which holds only its salted hash (T-85). */
export interface PersonalPart {
  readonly login: string
  /** The person's own words. */
  readonly reason: string | null
  /** Random, at least 16 bytes as hex; deleted together with the rest. */
  readonly salt: string
}

export interface LedgerRow extends LedgerFields {
  /** New rows are of version 2; older ones stay as they are and verify as they always did. */
  readonly version: 1 | 2
  /** 1, 2, 3 … within one repository. */
  readonly chainSeq: number
  readonly personalHash: string
  /** `null`: deleted on request. */
  readonly personal: PersonalPart | null
  /** `hash` of the row before; 64 zeros for the first. */
  readonly prevHash: string
  readonly hash: string
}

/** The newest row of a chain. Published outside the database it is a checkpoint: it shows a cut tail or a full rewrite. */
export interface ChainHead {
  readonly repoId: string
  readonly chainSeq: number
  readonly hash: string
}

/** LED-CHAIN: the first row that cannot be what was written. */
export interface ChainProblem {
  readonly code: 'LED-CHAIN'
  readonly repoId: string
  /** `chainSeq` of the first bad row; for `truncated` the first missing one. */
  readonly chainSeq: number
  readonly problem: /** The row's hash is not the hash of its content. */
    | 'altered'
    /** A row is missing, was inserted or moved: the number does not follow, or the row before is another one. */
    | 'order'
    /** Login or words are not those that were recorded. */
    | 'personal'
    /** The chain ends before a row that was published or stored as its head. */
    | 'truncated'
    /** The row is not the one that was published under this number. */
    | 'checkpoint'
}

const personalDomain = 'delivery-gates/ledger/v1/personal'
export const genesisHash = '0'.repeat(64)

/** The next row of a chain; `prev` null starts it. */
export function chainRow(
  prev: ChainHead | null,
  fields: LedgerFields,
  personal: PersonalPart,
  version: LedgerRow['version'] = 2,
): LedgerRow {
  const unhashed = {
    ...fields,
    version,
    chainSeq: (prev?.chainSeq ?? 0) + 1,
    personalHash: hashPersonal(personal),
    prevHash: prev?.hash ?? genesisHash,
  } as const
  return { ...unhashed, personal, hash: hashRow(unhashed) }
}

/** Checks one row against the row before it. */
export function verifyRow(prev: ChainHead | null, repoId: string, row: LedgerRow): Result<ChainHead, ChainProblem> {
  const chainSeq = (prev?.chainSeq ?? 0) + 1
  const bad = (problem: ChainProblem['problem']) => err({ code: 'LED-CHAIN', repoId, chainSeq, problem } as const)
  if (row.repoId !== repoId || row.chainSeq !== chainSeq || row.prevHash !== (prev?.hash ?? genesisHash))
    return bad('order')
  if (!isWhole(row) || row.hash !== hashRow(row)) return bad('altered')
  if (row.personal && row.personalHash !== hashPersonal(row.personal)) return bad('personal')
  return ok({ repoId, chainSeq, hash: row.hash })
}

/**
 * Verifies the whole chain of one repository, first row first, against heads that were published elsewhere.
 * Gives its head, null for an empty chain, or names the first bad row.
 */
export function verifyChain(
  repoId: string,
  rows: Iterable<LedgerRow>,
  checkpoints: readonly ChainHead[] = [],
): Result<ChainHead | null, ChainProblem> {
  const published = checkpoints.filter(checkpoint => checkpoint.repoId === repoId)
  let head: ChainHead | null = null
  for (const row of rows) {
    const next = verifyRow(head, repoId, row)
    if (!next.ok) return next
    head = next.value
    const problem = contradiction(head, published)
    if (problem) return err(problem)
  }
  const missing = firstMissing(head, repoId, published)
  return missing ? err(missing) : ok(head)
}

/** The row is there, but is not the one that was published. */
export function contradiction(head: ChainHead, published: readonly ChainHead[]): ChainProblem | null {
  const { repoId, chainSeq, hash } = head
  const differs = published.some(checkpoint => checkpoint.chainSeq === chainSeq && checkpoint.hash !== hash)
  return differs ? { code: 'LED-CHAIN', repoId, chainSeq, problem: 'checkpoint' } : null
}

/** A chain that ends before a known head has lost its tail. */
export function firstMissing(
  head: ChainHead | null,
  repoId: string,
  published: readonly ChainHead[],
): ChainProblem | null {
  const last = head?.chainSeq ?? 0
  return published.some(checkpoint => checkpoint.chainSeq > last)
    ? { code: 'LED-CHAIN', repoId, chainSeq: last + 1, problem: 'truncated' }
    : null
}

type HashedFields = Omit<LedgerRow, 'hash' | 'personal'>

/** Of a version that we know, and without what its version does not hash: nothing in a row is left unprotected. */
const isWhole = (row: LedgerRow): boolean =>
  row.version === 2 || (row.version === 1 && since2(row).every(([, value]) => value === null))

const since2 = (row: Pick<LedgerRow, Since2>): readonly (readonly [Since2, Json])[] => [
  ['environment', row.environment ?? null],
  ['patchSha256', row.patchSha256 ?? null],
  ['conditions', row.conditions ?? null],
  ['onBehalfOf', row.onBehalfOf ?? null],
  ['expiresAt', row.expiresAt ?? null],
]

const hashRow = (row: HashedFields): string =>
  digest([`delivery-gates/ledger/v${row.version}`, canonicalJson(hashedFields(row))])

/** What the hash of a row of this version covers. */
export const hashedFields = (row: HashedFields) =>
  row.version === 1 ? version1(row) : { ...version1(row), ...Object.fromEntries(since2(row)) }

/** Every field by name, so that one that is added later cannot enter the chain without a new version. */
const version1 = (row: HashedFields) => ({
  version: row.version,
  repoId: row.repoId,
  chainSeq: row.chainSeq,
  subject: row.subject,
  headSha: row.headSha,
  baseRef: row.baseRef,
  policySha256: row.policySha256,
  checklist: row.checklist,
  itemId: row.itemId,
  itemHash: row.itemHash,
  actorId: row.actorId,
  actorType: row.actorType,
  signerId: row.signerId,
  decision: row.decision,
  via: row.via,
  source: row.source,
  bodyHash: row.bodyHash,
  covered: row.covered,
  at: row.at,
  idem: row.idem,
  personalHash: row.personalHash,
  prevHash: row.prevHash,
})

const hashPersonal = ({ login, reason, salt }: PersonalPart): string =>
  digest([personalDomain, salt, canonicalJson({ login, reason })])

/** SHA-256 over the parts, each with its length in bytes before it (64 bits, big-endian), so that none can run into the next. */
function digest(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    const bytes = Buffer.from(part, 'utf8')
    const length = Buffer.alloc(8)
    length.writeBigUInt64BE(BigInt(bytes.length))
    hash.update(length).update(bytes)
  }
  return hash.digest('hex')
}

type Json = string | number | null | readonly Json[] | { readonly [key: string]: Json }

/** JSON with keys in code unit order and no spaces: one text per value. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.keys(value)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${members.join(',')}}`
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)
