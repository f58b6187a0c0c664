import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { type Fact, type MeasuredValues, present, unknown, type ValuesBaseline } from '../facts/facts.ts'
import { locales } from '../locales/index.ts'
import { type Message, message } from '../locales/message.ts'

const count = z.int().min(0)
const text = z.string().max(1000)
const sha = z.string().regex(/^[0-9a-f]{40,64}$/)
const source = z.string().regex(/^[0-9a-f]{1,64}$/)
/** A message of ours. */
export const told = z.custom<Message>(
  value =>
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'params' in value &&
    typeof value.params === 'object' &&
    value.params !== null &&
    Object.hasOwn(locales.en, String(value.code)),
)

const contents = z.strictObject({
  values: z
    .array(
      z
        .strictObject({ name: text, file: text, value: z.number().nullable(), problem: told.optional(), source })
        .refine(({ value, problem }) => value === null || problem === undefined),
    )
    .max(100),
  cells: z
    .array(
      z.strictObject({
        cell: z.record(text, text),
        run: z
          .strictObject({ name: text, tests: count, failures: count, errors: count, skipped: count })
          .refine(({ tests, skipped }) => skipped <= tests),
        source,
        problems: z.array(told).max(1000),
      }),
    )
    .max(600),
  problems: z.array(told).max(1000),
})

const head = {
  schemaVersion: z.literal(1),
  headSha: sha,
  scope: z.string().max(100),
  run: z.strictObject({ id: z.string().max(100), attempt: count }).optional(),
}

/** `MeasuredValues` as they travel in a check run: as they are, or packed where that would be too long. */
export const valuesEvidence = z.union([
  z.strictObject({ ...head, ...contents.shape }),
  z.strictObject({ ...head, packed: z.base64() }),
])

export type ValuesEvidence = z.output<typeof valuesEvidence>

const maxUnpacked = 4 * 1024 * 1024

/**
 * At most `limit` characters of JSON. Nothing is left out that decides: what does not fit even when packed becomes one
 * problem, with which nothing passes.
 */
export function packValues(measured: MeasuredValues, limit: number): ValuesEvidence {
  const { values, cells, problems, ...rest } = measured
  const plain = { ...rest, values: [...values], cells: [...cells], problems: [...problems] }
  if (JSON.stringify(plain).length <= limit) return plain as ValuesEvidence
  const packed = deflateRawSync(JSON.stringify({ values, cells, problems }), { level: 9 }).toString('base64')
  const short = { ...rest, packed }
  if (JSON.stringify(short).length <= limit) return short
  const problem = message('budgets.tooLarge', { values: values.length, cells: cells.length, limit })
  return { ...rest, values: [], cells: [], problems: [problem] }
}

/** Anything that is not exactly such evidence, or speaks of another commit, is unknown. */
export function unpackValues(evidence: unknown, headSha: string): Fact<MeasuredValues> {
  const malformed = unknown(message('unknown.malformed', { what: 'delivery-gates/evidence' }))
  const parsed = valuesEvidence.safeParse(evidence)
  if (!parsed.success || parsed.data.headSha !== headSha) return malformed
  if (!('packed' in parsed.data)) return present(parsed.data as MeasuredValues)
  const { packed, ...rest } = parsed.data
  try {
    const bytes = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: maxUnpacked })
    const unpacked = contents.safeParse(JSON.parse(bytes.toString('utf8')))
    return unpacked.success ? present({ ...rest, ...unpacked.data } as MeasuredValues) : malformed
  } catch {
    return malformed
  }
}

/** What a measured commit of the base branch gives later pull requests to be compared with. */
export const baselineOf = ({ headSha, scope, values, problems }: MeasuredValues): ValuesBaseline => ({
  sha: headSha,
  scope,
  values: problems.length > 0 ? [] : values.filter(each => each.value !== null),
})
