import { evaluate } from '../evaluate.ts'
import { type Message, message } from '../locales/message.ts'
import { decode } from '../policy/decode.ts'
import { problemsOf } from '../policy/issues.ts'
import type { PolicyProblem } from '../policy/problem.ts'
import type { Policy } from '../policy/schema.ts'
import { keyPath, lineIndex } from '../policy/text.ts'
import { readYaml } from '../policy/yaml.ts'
import type { Report } from '../report.ts'
import { err, ok, type Result } from '../result.ts'
import { factsOfCase } from './facts.ts'
import { type Case, type CasesFile, casesSchema } from './schema.ts'

/** Reads a file of cases; every problem with its place. */
export function readCases(bytes: Uint8Array, path: string): Result<CasesFile, readonly PolicyProblem[]> {
  const text = decode(bytes)
  const at = (offset: number, before: string) => lineIndex(before)(offset)
  if (!text.ok) {
    const { code, message: told, offset, before } = text.error
    return err([{ code, message: told, path, ...at(offset, before), keyPath: '' }])
  }
  const { value, problems, places } = readYaml(text.value)
  const position = lineIndex(text.value)
  if (problems.length > 0 || value === undefined || value === null) {
    const told =
      problems.length > 0
        ? problems
        : [{ code: 'CFG-EMPTY' as const, message: message('policy.empty', {}), offset: 0, keys: [] }]
    return err(
      told.map(one => ({
        code: one.code,
        message: one.message,
        path,
        ...position(one.offset),
        keyPath: keyPath(one.keys),
      })),
    )
  }
  const parsed = casesSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  return err(
    problemsOf(parsed.error.issues, casesSchema, value).map(({ code, message: told, keys }) => {
      const place = position(places.offset(keys, code === 'CFG-UNKNOWN' ? 'key' : 'value'))
      return { code, message: told, path, ...place, keyPath: keyPath(keys) }
    }),
  )
}

/** A thing that came out otherwise than expected. */
export interface Mismatch {
  readonly message: Message
  /** What the gate or checklist said. */
  readonly why: Message | null
}

export interface CaseResult {
  readonly name: string
  readonly report: Report
  readonly mismatches: readonly Mismatch[]
}

/** Judges the pull request of a case and compares what came out with what was expected. */
export function runCase(given: Case, policy: Policy, teams: CasesFile['teams']): CaseResult {
  const facts = factsOfCase(given, policy, teams)
  const origin = { source: 'base', path: '', sha: facts.baseSha, sha256: '' } as const
  const report = evaluate({ state: 'present', policy, origin }, facts)
  return { name: given.name, report, mismatches: mismatches(given.expect, report) }
}

function mismatches(expected: Case['expect'], report: Report): readonly Mismatch[] {
  const differs = (what: string, wanted: string, got: string, why: Message | null): readonly Mismatch[] =>
    wanted === got ? [] : [{ message: message('cases.differs', { what, wanted, got }), why }]
  const verdict = expected.verdict === undefined ? [] : differs('verdict', expected.verdict, report.verdict, null)
  const risk = expected.risk === undefined ? [] : differs('risk', expected.risk, report.impact?.risk ?? 'unknown', null)
  const gates = Object.entries(expected.gates).flatMap(([id, wanted]) => {
    const outcome = report.gates.find(({ gate }) => gate === id)
    return differs(`gates.${id}`, wanted, outcome?.result.status ?? 'off', outcome?.result.summary ?? null)
  })
  const checklists = Object.entries(expected.checklists).flatMap(([id, wanted]) => {
    const outcome = report.checklists.find(({ checklist }) => checklist === id)
    return differs(`checklists.${id}`, wanted, outcome?.status ?? 'off', outcome?.summary ?? null)
  })
  return [...verdict, ...risk, ...gates, ...checklists]
}
