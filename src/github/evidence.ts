import { z } from 'zod'
import { type Fact, type MeasuredCoverage, present, unknown } from '../facts/facts.ts'
import { locales } from '../locales/index.ts'
import { type Message, message } from '../locales/message.ts'

const ratio = z.strictObject({ covered: z.int().min(0), total: z.int().min(0) })
const range = z.tuple([z.int().min(1), z.int().min(1)])
const code = z.custom<Message>(
  value =>
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'params' in value &&
    `${value.code}` in locales.en,
)

const measured = z
  .strictObject({
    schemaVersion: z.literal(1),
    headSha: z.string().regex(/^[0-9a-f]{40,64}$/),
    baseRef: z.string().max(500).optional(),
    scope: z.string().max(100),
    reports: z
      .array(z.strictObject({ name: z.string(), path: z.string(), format: z.string(), sha256: z.string() }))
      .max(1000),
    problems: z.array(code).max(1000),
    project: ratio,
    patch: ratio,
    uncovered: z.array(z.strictObject({ path: z.string(), ranges: z.array(range) })),
    unreported: z.array(z.string()),
    files: z.int().min(0),
    run: z.strictObject({ id: z.string(), attempt: z.int() }).optional(),
  })
  .refine(value => value.project.covered <= value.project.total && value.patch.covered <= value.patch.total)

const opening = '```json\n'
const closing = '\n```'

/** GitHub's limit for the text of a check run, in characters, less the fence. */
const limit = 65_535 - opening.length - closing.length

/**
 * A measurement as the text of a check run: one fenced JSON block. Places are dropped, worst kept longest, until it
 * fits; the counts always stay.
 */
export function writeEvidence(coverage: MeasuredCoverage): string {
  let fitting = coverage
  for (let keep = coverage.uncovered.length; JSON.stringify(fitting).length > limit && keep > 0; ) {
    keep = Math.floor(keep / 2)
    fitting = {
      ...fitting,
      uncovered: coverage.uncovered.slice(0, keep),
      unreported: coverage.unreported.slice(0, keep),
    }
  }
  // A backtick in a path must not end the fence; JSON can spell it otherwise.
  return `${opening}${JSON.stringify(fitting).replaceAll('`', '\\u0060')}${closing}`
}

/** Reads it back. Anything that is not exactly such a block, or speaks of another commit, is unknown. */
export function readEvidence(text: string, sha: string): Fact<MeasuredCoverage> {
  const malformed = unknown(message('unknown.malformed', { what: 'delivery-gates/coverage' }))
  const normal = text.replaceAll('\r\n', '\n').trim()
  if (!normal.startsWith(opening) || !normal.endsWith(closing)) return malformed
  try {
    const parsed = measured.safeParse(JSON.parse(normal.slice(opening.length, -closing.length)))
    if (!parsed.success || parsed.data.headSha !== sha) return malformed
    return present(parsed.data as MeasuredCoverage)
  } catch {
    return malformed
  }
}
