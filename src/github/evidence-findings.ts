import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { type Fact, type FindingsBaseline, type MeasuredFindings, present, unknown } from '../facts/facts.ts'
import { keepWorst } from '../findings/measured.ts'
import { severities } from '../findings/severity.ts'
import { message } from '../locales/message.ts'
import { told } from './evidence-values.ts'

const count = z.int().min(0)
const text = z.string().max(5000)
const severity = z.enum(severities)
const counts = z.partialRecord(severity, count)
const line = z.int().min(1).nullable()

const doubt = z.strictObject({
  code: z.enum(['SRF-ENUM', 'SRF-INDEX', 'SRF-VALUE', 'SRF-PATH', 'SRF-URI', 'SRF-REGION']),
  value: z.string().max(200),
})

const defect = z.strictObject({
  tool: text,
  rule: text,
  severity,
  message: z.string().max(300),
  path: text.nullable(),
  line,
  endLine: line,
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  suppressed: z.boolean(),
  isNew: z.boolean().nullable(),
  onChangedLine: z.boolean(),
  doubts: z.array(doubt).max(10).optional(),
})

const contents = z.strictObject({
  files: z.array(z.strictObject({ path: text, sha256: z.string().max(64), tools: z.array(text).max(1000) })).max(5000),
  problems: z.array(told).max(1000),
  defects: z.array(defect).max(20_000),
  tools: z.array(z.strictObject({ tool: text, runs: count, counts, suppressed: count })).max(1000),
  omitted: counts,
  omittedSome: z.strictObject({ new: counts, changed: counts, suppressed: counts }),
})

const sha = z.string().regex(/^[0-9a-f]{40,64}$/)
const head = {
  schemaVersion: z.literal(1),
  headSha: sha,
  scope: z.string().max(100),
  comparedWith: sha.nullable(),
  run: z.strictObject({ id: z.string().max(100), attempt: count }).optional(),
  /** Of a commit of the base branch: eight bytes each, worst first. */
  fingerprints: z.base64().optional(),
}

/** `MeasuredFindings` as they travel in a check run: as they are, or packed where that would be too long. */
export const findingsEvidence = z.union([
  z.strictObject({ ...head, ...contents.shape }),
  z.strictObject({ ...head, packed: z.base64() }),
])

export type FindingsEvidence = z.output<typeof findingsEvidence>

const maxUnpacked = 16 * 1024 * 1024

/** Share of the room that fingerprints may take where they are wanted. */
const fingerprintsShare = 0.6

/**
 * At most `limit` characters of JSON. Results are left out from the mildest on, and counted; fingerprints too, and then
 * the results behind them count as new. What does not fit even without results is one problem, with which nothing passes.
 */
export function packFindings(
  measured: MeasuredFindings,
  limit: number,
  fingerprints?: readonly string[],
): FindingsEvidence {
  const baseline =
    fingerprints === undefined ? {} : { fingerprints: bytesOf(fingerprints, Math.floor(limit * fingerprintsShare)) }
  for (let keep = measured.defects.length; ; keep = Math.floor(keep * 0.8)) {
    const kept = keepWorst(measured, keep)
    const { files, problems, defects, tools, omitted, omittedSome, ...rest } = kept
    const content = { files, problems, defects, tools, omitted, omittedSome }
    const plain = { ...rest, ...baseline, ...content }
    if (JSON.stringify(plain).length <= limit) return plain as unknown as FindingsEvidence
    const packed = deflateRawSync(JSON.stringify(content), { level: 9 }).toString('base64')
    const short = { ...rest, ...baseline, packed }
    if (JSON.stringify(short).length <= limit) return short
    if (keep > 0) continue
    const nothing = { files: [], problems: [message('findings.tooLarge', { limit })], defects: [], tools: [] }
    return { ...rest, ...nothing, omitted: {}, omittedSome: { new: {}, changed: {}, suppressed: {} } }
  }
}

/** As many as fit. */
function bytesOf(fingerprints: readonly string[], characters: number): string {
  const most = Math.floor((characters * 3) / 4 / 8)
  return Buffer.from(fingerprints.slice(0, most).join(''), 'hex').toString('base64')
}

/** Anything that is not exactly such evidence, or speaks of another commit, is unknown. */
export function unpackFindings(evidence: unknown, headSha: string): Fact<MeasuredFindings> {
  const parsed = findingsEvidence.safeParse(evidence)
  if (!parsed.success || parsed.data.headSha !== headSha) return malformed
  const { fingerprints: _, ...rest } = parsed.data
  if (!('packed' in rest)) return present(rest as MeasuredFindings)
  const { packed, ...frame } = rest
  try {
    const bytes = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: maxUnpacked })
    const unpacked = contents.safeParse(JSON.parse(bytes.toString('utf8')))
    return unpacked.success ? present({ ...frame, ...unpacked.data } as MeasuredFindings) : malformed
  } catch {
    return malformed
  }
}

const malformed = unknown(message('unknown.malformed', { what: 'delivery-gates/evidence' }))

/** What a commit of the base branch had; `null`: it has no usable record of it. */
export function findingsBaselineOf(evidence: unknown, commit: string): FindingsBaseline | null {
  const parsed = findingsEvidence.safeParse(evidence)
  const measured = unpackFindings(evidence, commit)
  if (!parsed.success || measured.state !== 'present' || measured.value.problems.length > 0) return null
  const { fingerprints, scope } = parsed.data
  if (fingerprints === undefined) return null
  const hex = Buffer.from(fingerprints, 'base64').toString('hex')
  return { sha: commit, scope, fingerprints: hex.match(/.{16}/g) ?? [] }
}
