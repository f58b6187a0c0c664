import { err, ok, type Result } from '../result.ts'
import { findStatements, formatStatement, type SignedStatement } from './checkpoint.ts'
import { type ChainHead, canonicalJson, hashedFields, type LedgerRow, type PersonalPart } from './ledger.ts'

/*
 * An export is JSON lines: the header; for each repository its rows, first row first, each followed by its personal part
 * unless that was erased, and the head of its chain; at last how much there was. Every line is canonical JSON, so that
 * there is one text for one content and no byte of it can change unseen. A row is exactly the text that its hash covers,
 * with the hash added.
 */

export const exportVersion = 1
const format = 'delivery-gates/ledger'

export interface PersonalRecord extends PersonalPart {
  readonly repoId: string
  readonly chainSeq: number
}

export interface ExportTotals {
  readonly repositories: number
  readonly rows: number
}

export type ExportRecord =
  | { readonly kind: 'header' }
  /** Without its personal part: that follows in a line of its own. */
  | { readonly kind: 'row'; readonly row: LedgerRow }
  | { readonly kind: 'personal'; readonly personal: PersonalRecord }
  /** The head as the store knew it; signed when the store's App had a key. */
  | { readonly kind: 'head'; readonly head: ChainHead; readonly checkpoint: SignedStatement | null }
  | { readonly kind: 'end'; readonly totals: ExportTotals }

/** What is wrong with a line by itself. */
export type LineFault =
  /** No JSON, or not in the one form that it is written in. */
  | 'json'
  /** Not one of the records, or with a key too few or too many. */
  | 'record'
  /** The header of another format or version. */
  | 'version'

/** One line, without its end. */
export function exportLine(record: ExportRecord): string {
  switch (record.kind) {
    case 'header':
      return canonicalJson({ format, version: exportVersion })
    case 'row':
      return canonicalJson({ row: { ...hashedFields(record.row), hash: record.row.hash } })
    case 'personal': {
      const { repoId, chainSeq, login, reason, salt } = record.personal
      return canonicalJson({ personal: { repoId, chainSeq, login, reason, salt } })
    }
    case 'head': {
      const { repoId, chainSeq, hash } = record.head
      const checkpoint = record.checkpoint === null ? null : formatStatement(record.checkpoint)
      return canonicalJson({ head: { repoId, chainSeq, hash, checkpoint } })
    }
    case 'end': {
      const { repositories, rows } = record.totals
      return canonicalJson({ end: { repositories, rows } })
    }
    default:
      return record satisfies never
  }
}

/** A row as it is exported: one line, or two with its personal part. */
export function exportRow(row: LedgerRow): readonly string[] {
  const { repoId, chainSeq, personal } = row
  const line = exportLine({ kind: 'row', row })
  return personal === null
    ? [line]
    : [line, exportLine({ kind: 'personal', personal: { repoId, chainSeq, ...personal } })]
}

/** Reads one line. What it gives is of the right shape; whether rows are those that were written, the chain says. */
export function readExportLine(line: string): Result<ExportRecord, LineFault> {
  const value = parseJson(line)
  if (!isObject(value)) return err('json')
  const record = recordOf(value)
  if (record === null) return err('format' in value ? 'version' : 'record')
  // Whatever was said in more or other words than we would have used is not what we wrote.
  return exportLine(record) === line ? ok(record) : err('json')
}

type Fields = Readonly<Record<string, unknown>>

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function recordOf(value: Fields): ExportRecord | null {
  const [key] = Object.keys(value)
  const inner = key === undefined ? undefined : value[key]
  if (value.format === format && value.version === exportVersion) return { kind: 'header' }
  if (!isObject(inner)) return null
  switch (key) {
    case 'row':
      return rowOf(inner)
    case 'personal':
      return personalOf(inner)
    case 'head':
      return headOf(inner)
    case 'end':
      return endOf(inner)
    default:
      return null
  }
}

/** Fields that the first version of a row did not have. */
const later = { environment: null, patchSha256: null, conditions: null, onBehalfOf: null, expiresAt: null } as const

const requiredTexts = ['repoId', 'subject', 'headSha', 'actorId', 'signerId', 'idem', 'prevHash', 'hash'] as const

/** Types only as far as a wrong one could pass for the right one in the canonical text, or break whoever reads it. */
function rowOf(fields: Fields): ExportRecord | null {
  const { version, chainSeq, at, covered, conditions } = fields
  const isRow =
    isCount(version) &&
    isCount(chainSeq) &&
    Number.isSafeInteger(at) &&
    requiredTexts.every(name => isText(fields[name])) &&
    (covered === null || (isObject(covered) && Object.values(covered).every(isText))) &&
    (conditions === undefined || conditions === null || (Array.isArray(conditions) && conditions.every(isText))) &&
    Object.entries(fields).every(
      ([name, value]) => name === 'covered' || name === 'conditions' || value === null || typeof value !== 'object',
    )
  return isRow ? { kind: 'row', row: { ...later, ...fields, personal: null } as unknown as LedgerRow } : null
}

function personalOf({ repoId, chainSeq, login, reason, salt }: Fields): ExportRecord | null {
  const isPersonal = isText(repoId) && isCount(chainSeq) && isText(login) && isText(salt)
  if (!isPersonal || !(reason === null || isText(reason))) return null
  return { kind: 'personal', personal: { repoId, chainSeq, login, reason, salt } }
}

function headOf({ repoId, chainSeq, hash, checkpoint }: Fields): ExportRecord | null {
  if (!isText(repoId) || !isCount(chainSeq) || !isText(hash)) return null
  const head = { repoId, chainSeq, hash }
  if (checkpoint === null) return { kind: 'head', head, checkpoint }
  if (!isText(checkpoint)) return null
  const statement = findStatements(checkpoint).found[0]?.statement
  const isOfHead =
    statement?.kind === 'checkpoint' &&
    statement.repoId === repoId &&
    statement.chainSeq === chainSeq &&
    statement.hash === hash
  return isOfHead ? { kind: 'head', head, checkpoint: statement } : null
}

function endOf({ repositories, rows }: Fields): ExportRecord | null {
  return isCount(repositories) && isCount(rows) ? { kind: 'end', totals: { repositories, rows } } : null
}
