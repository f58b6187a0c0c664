import { z } from 'zod'
import type { MeasuredCoverage } from '../facts/facts.ts'
import { err, ok, type Result } from '../result.ts'
import { readEvidence, writeEvidence } from './evidence.ts'
import { type MeasuredOthers, readOthers, writeOthers } from './evidence-document.ts'

/** What the Action hands to the App: the very texts that it would else write into check runs, so that one reader serves both. */
export interface EvidenceUpload {
  readonly headSha: string
  /** As `writeEvidence` gives it. */
  readonly coverage?: string
  /** As `writeOthers` gives it. */
  readonly others?: string
}

/** Name of the artifact that a run without a token of its own leaves for the App. */
export const evidenceArtifact = 'delivery-gates-evidence'

/** Most bytes of one upload. */
export const maxUploadBytes = 1024 * 1024

const schema = z.strictObject({
  schemaVersion: z.literal(1),
  headSha: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  coverage: z.string().optional(),
  others: z.string().optional(),
})

/** `null`: nothing was measured. */
export function writeUpload(
  headSha: string,
  coverage: MeasuredCoverage | null,
  others: MeasuredOthers | null,
): string | null {
  if (coverage === null && others === null) return null
  return JSON.stringify({
    schemaVersion: 1,
    headSha,
    ...(coverage === null ? {} : { coverage: writeEvidence(coverage) }),
    ...(others === null ? {} : { others: writeOthers(others) }),
  })
}

export interface MeasuringRun {
  readonly id: string
  /** A job that was not run again has measured in an earlier one. */
  readonly attempt: number
}

/**
 * Reads an upload, every part of it: what the App could not use later is refused now. `run`: the one that GitHub knows
 * it to be from; a document that names another one is refused. The error says what is wrong, in words of ours.
 */
export function readUpload(text: string, run: MeasuringRun): Result<EvidenceUpload, string> {
  const parsed = schema.safeParse(jsonOf(text))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return err(issue?.path[0] === undefined ? 'it is not a document of the Action' : `${String(issue.path[0])} is odd`)
  }
  const { headSha, coverage, others } = parsed.data
  if (coverage === undefined && others === undefined) return err('it has neither coverage nor others')
  const named: (MeasuringRun | undefined)[] = []
  if (coverage !== undefined) {
    const fact = readEvidence(coverage, headSha)
    if (fact.state !== 'present') return err('coverage cannot be read, or is about another commit')
    named.push(fact.value.measured.run)
  }
  if (others !== undefined) {
    const { findings, values } = readOthers([others], headSha)
    if (findings.state === 'unknown' || values.state === 'unknown')
      return err('others cannot be read, or is about another commit')
    if (findings.state === 'absent' && values.state === 'absent') return err('others says nothing')
    for (const fact of [findings, values]) if (fact.state === 'present') named.push(fact.value.run)
  }
  if (named.some(one => one !== undefined && (one.id !== run.id || one.attempt > run.attempt)))
    return err('it names another run, or an attempt that has not been')
  return ok({
    headSha,
    ...(coverage === undefined ? {} : { coverage }),
    ...(others === undefined ? {} : { others }),
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
