import type { FindingDoubt, Severity } from '../facts/facts.ts'
import type { LevelMap } from './model.ts'

/** Worst first. */
export const severities = ['critical', 'high', 'medium', 'low', 'none'] as const satisfies readonly Severity[]

/** 0 for the worst. */
export const rankOf = (severity: Severity): number => severities.indexOf(severity)

export const isAtLeast = (severity: Severity, limit: Severity): boolean => rankOf(severity) <= rankOf(limit)

/** What a file says of the severity of one result, the texts as written. */
export interface Stated {
  /** `security-severity` of the result and of its rule. */
  readonly result: string | null
  readonly rule: string | null
  readonly level: string
}

export interface Judged {
  readonly severity: Severity
  readonly doubt: FindingDoubt | null
}

/** The result's own number, else its rule's, else the level. What is not understood is as severe as can be. */
export function severityOf({ result, rule, level }: Stated, levels: LevelMap): Judged {
  for (const text of [result, rule]) {
    if (text === null) continue
    const severity = ofNumber(text)
    if (severity === undefined) return { severity: 'critical', doubt: { code: 'SRF-VALUE', value: text.slice(0, 100) } }
    if (severity !== null) return { severity, doubt: null }
  }
  if (Object.hasOwn(levels, level)) return { severity: levels[level as keyof LevelMap], doubt: null }
  return { severity: 'critical', doubt: { code: 'SRF-ENUM', value: level.slice(0, 100) } }
}

/** From 0 to 10 as in CVSS. `null`: 0, which says nothing; `undefined`: no such number. */
function ofNumber(text: string): Severity | null | undefined {
  if (!/^\d{1,2}(?:\.\d{1,20})?$/.test(text)) return undefined
  const score = Number(text)
  if (score > 10) return undefined
  if (score === 0) return null
  return score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low'
}
