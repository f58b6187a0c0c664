import { z } from 'zod'
import {
  absent,
  type Fact,
  type FindingsBaseline,
  type MeasuredFindings,
  type MeasuredValues,
  unknown,
} from '../facts/facts.ts'
import { message } from '../locales/message.ts'
import { findingsBaselineOf, packFindings, unpackFindings } from './evidence-findings.ts'
import { packValues, unpackValues } from './evidence-values.ts'
import { measuredCheckName } from './queries.ts'

/** What CI measured beside coverage. What a run did not measure is left out. */
export interface MeasuredOthers {
  readonly headSha: string
  readonly findings?: MeasuredFindings
  /** Of all findings, worst first, where the commit is, or becomes, one of the base branch. */
  readonly fingerprints?: readonly string[]
  readonly values?: MeasuredValues
}

/** As facts about one commit; `absent`: no run has recorded it. */
export interface OtherFacts {
  readonly findings: Fact<MeasuredFindings>
  readonly values: Fact<MeasuredValues>
}

const sha = z.string().regex(/^[0-9a-f]{40,64}$/)

/** Each part is checked by itself, so that one that is broken does not hide the other. */
const document = z.strictObject({
  schemaVersion: z.literal(1),
  headSha: sha,
  findings: z.unknown().optional(),
  values: z.unknown().optional(),
})

const opening = '```json\n'
const closing = '\n```'

/** GitHub's limit for the text of a check run; counted in bytes, the stricter reading of "characters". */
const limit = 65_535

/** Share of the text that values may take; they are few, and nothing of them can be left out. */
const valuesShare = 0.4

/** The document as the text of a check run: one fenced JSON block. */
export function writeOthers(measured: MeasuredOthers): string {
  let room = limit - opening.length - closing.length
  for (;;) {
    const text = `${opening}${fenced(pack(measured, room))}${closing}`
    if (Buffer.byteLength(text) <= limit || room < 1000) return text
    room = Math.floor(room * 0.8)
  }
}

function pack({ headSha, findings, fingerprints, values }: MeasuredOthers, room: number): unknown {
  const frame = {
    schemaVersion: 1,
    headSha,
    ...(values === undefined ? {} : { values: packValues(values, Math.floor(room * valuesShare)) }),
  }
  if (findings === undefined) return frame
  const left = room - JSON.stringify(frame).length - ',"findings":'.length
  return { ...frame, findings: packFindings(findings, left, fingerprints) }
}

/** A backtick must not end the fence; JSON can spell it otherwise. */
const fenced = (value: unknown): string => JSON.stringify(value).replaceAll('`', '\\u0060')

/**
 * Reads it back, from the texts of all runs of that name on a commit, newest first: several jobs may each have measured
 * a part. The newest word on a part counts; one that cannot be read is unknown, never skipped.
 */
export function readOthers(texts: readonly string[], headSha: string): OtherFacts {
  const read = texts.map(text => parse(text, headSha))
  const newest = (part: 'findings' | 'values'): unknown => {
    const found = read.find(one => one === null || one[part] !== undefined)
    return found === null ? broken : found?.[part]
  }
  return {
    findings: factOf(newest('findings'), headSha, unpackFindings),
    values: factOf(newest('values'), headSha, unpackValues),
  }
}

/** What the runs of a commit of the base branch have recorded; `null`: nothing that later ones can be compared with. */
export function readFindingsBaseline(texts: readonly string[], commit: string): FindingsBaseline | null {
  const parts = texts.map(text => parse(text, commit)?.findings)
  return parts.map(part => findingsBaselineOf(part, commit)).find(found => found !== null) ?? null
}

const broken = Symbol('broken')
const malformed = unknown(message('unknown.malformed', { what: measuredCheckName }))

function factOf<T>(part: unknown, headSha: string, unpack: (part: unknown, headSha: string) => Fact<T>): Fact<T> {
  if (part === undefined) return absent
  return part === broken ? malformed : unpack(part, headSha)
}

/** `null`: not such a document, or one about another commit. */
function parse(text: string, headSha: string): z.output<typeof document> | null {
  const normal = text.replaceAll('\r\n', '\n').trim()
  if (!normal.startsWith(opening) || !normal.endsWith(closing)) return null
  try {
    const parsed = document.safeParse(JSON.parse(normal.slice(opening.length, -closing.length)))
    return parsed.success && parsed.data.headSha === headSha ? parsed.data : null
  } catch {
    return null
  }
}
