import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { type Fact, type MeasuredCoverage, present, unknown } from '../facts/facts.ts'
import { locales } from '../locales/index.ts'
import { type Message, message, type Ratio } from '../locales/message.ts'

const ratio = z
  .strictObject({ covered: z.int().min(0), total: z.int().min(0) })
  .refine(({ covered, total }) => covered <= total)
const none = { covered: 0, total: 0 }
const count = z.int().min(0)
const range = z.tuple([z.int().min(1), z.int().min(1)])
const places = z.array(z.strictObject({ path: z.string(), ranges: z.array(range) }))
const code = z.custom<Message>(
  value =>
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'params' in value &&
    `${value.code}` in locales.en,
)
const sha = z.string().regex(/^[0-9a-f]{40,64}$/)
const origin = z.strictObject({
  name: z.string(),
  path: z.string(),
  format: z.string(),
  sha256: z.string(),
  carried: z.strictObject({ sha, at: z.string(), lost: count }).optional(),
})
const missing = z.strictObject({
  name: z.string(),
  path: z.string(),
  found: count,
  expected: count,
  near: z.array(z.string()),
  carry: z
    .union([
      z.strictObject({ state: z.enum(['absent', 'unreadable', 'other-suite']), path: z.string() }),
      z.strictObject({ state: z.literal('too-old'), path: z.string(), sha, at: z.string(), maxAge: z.string() }),
    ])
    .nullable(),
})

/** What was added after the first version has a default, so that what is recorded on the base branch stays readable. */
const measured = z.strictObject({
  schemaVersion: z.literal(1),
  headSha: sha,
  baseRef: z.string().max(500).optional(),
  scope: z.string().max(100),
  reports: z.array(origin).max(1000),
  problems: z.array(code).max(1000),
  incomplete: z.array(missing).max(1000).default([]),
  tests: z
    .array(z.strictObject({ name: z.string(), tests: count, failures: count, errors: count, skipped: count }))
    .max(1000)
    .default([]),
  project: ratio,
  branches: ratio.default(none),
  functions: ratio.default(none),
  patch: ratio,
  groups: z
    .array(
      z.strictObject({
        kind: z.enum(['component', 'flag', 'paths']),
        name: z.string(),
        scope: z.string(),
        files: count,
        project: ratio,
        patch: ratio,
      }),
    )
    .max(1000)
    .default([]),
  changed: z
    .array(
      z.strictObject({
        path: z.string(),
        previousPath: z.string().optional(),
        lines: ratio,
        patch: ratio,
        deletions: count,
      }),
    )
    .default([]),
  worst: z.array(z.strictObject({ path: z.string(), lines: ratio })).default([]),
  uncovered: places,
  partial: places.default([]),
  unreported: z.array(z.string()),
  moved: count.default(0),
  files: count,
  run: z.strictObject({ id: z.string(), attempt: z.int() }).optional(),
  /** Lines of every file by path, packed. */
  fileTotals: z.string().optional(),
})

/** Lines by path. */
export type FileTotals = Readonly<Record<string, Ratio>>

export interface Evidence {
  readonly measured: MeasuredCoverage
  /** Of a commit of the base branch: what later pull requests compare single files with. */
  readonly files?: FileTotals
}

const opening = '```json\n'
const closing = '\n```'

/** GitHub's limit for the text of a check run, in characters, less the fence. */
const limit = 65_535 - opening.length - closing.length

/** Characters that the lines of every file may take; with more they are left out. */
const filesLimit = 24_000

/**
 * A measurement as the text of a check run: one fenced JSON block. Places and tables are dropped, worst kept longest,
 * until it fits; the counts always stay.
 */
export function writeEvidence(coverage: MeasuredCoverage, files?: FileTotals): string {
  const packed = files === undefined ? undefined : pack(files)
  const fixed = packed === undefined ? {} : { fileTotals: packed }
  let fitting: object = { ...coverage, ...fixed }
  for (let keep = 200; fenced(fitting).length > limit && keep > 0; ) {
    keep = Math.floor(keep / 2)
    fitting = {
      ...coverage,
      ...fixed,
      changed: coverage.changed.slice(0, keep),
      worst: coverage.worst.slice(0, keep),
      uncovered: coverage.uncovered.slice(0, keep),
      partial: coverage.partial.slice(0, keep),
      unreported: coverage.unreported.slice(0, keep),
    }
  }
  return `${opening}${fenced(fitting)}${closing}`
}

/** A backtick in a path must not end the fence; JSON can spell it otherwise. */
const fenced = (value: unknown): string => JSON.stringify(value).replaceAll('`', '\\u0060')

/** Reads it back. Anything that is not exactly such a block, or speaks of another commit, is unknown. */
export function readEvidence(text: string, sha: string): Fact<Evidence> {
  const malformed = unknown(message('unknown.malformed', { what: 'delivery-gates/coverage' }))
  const normal = text.replaceAll('\r\n', '\n').trim()
  if (!normal.startsWith(opening) || !normal.endsWith(closing)) return malformed
  try {
    const parsed = measured.safeParse(JSON.parse(normal.slice(opening.length, -closing.length)))
    if (!parsed.success || parsed.data.headSha !== sha) return malformed
    const { fileTotals, ...rest } = parsed.data
    const files = fileTotals === undefined ? {} : { files: unpack(fileTotals) }
    return present({ measured: rest as MeasuredCoverage, ...files })
  } catch {
    return malformed
  }
}

const packedFiles = z.record(z.string(), z.tuple([count, count]))

/** Compressed pairs of covered and total; `undefined`: too many files. */
function pack(files: FileTotals): string | undefined {
  const pairs = Object.fromEntries(Object.entries(files).map(([path, { covered, total }]) => [path, [covered, total]]))
  const text = deflateRawSync(JSON.stringify(pairs), { level: 9 }).toString('base64')
  return text.length <= filesLimit ? text : undefined
}

function unpack(text: string): FileTotals {
  const json = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: 4 * 1024 * 1024 }).toString('utf8')
  return Object.fromEntries(
    Object.entries(packedFiles.parse(JSON.parse(json))).map(([path, [covered, total]]) => [path, { covered, total }]),
  )
}
