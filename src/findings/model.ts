import type { ReportCode } from '../coverage/format.ts'
import type { FindingDoubt, Severity } from '../facts/facts.ts'
import type { Message } from '../locales/message.ts'

/** What a SARIF file can be refused for, or a single result be doubted for. Stable, documented in docs/gates/findings.md. */
export const sarifCodes = {
  'SRF-VERSION': 'Not SARIF 2.1.0.',
  'SRF-EMPTY': 'No run: no tool has looked.',
  'SRF-INCOMPLETE': 'A run without `results`: the tool has not come to an end.',
  'SRF-TOOLFAIL': 'The tool says itself that it failed.',
  'SRF-UNSUPPORTED': 'Results stand in other files, which are not read.',
  'SRF-FORMAT': 'The packed form in which GitHub takes uploads.',
  'SRF-STALE': 'Of another commit.',
} as const

export type SarifCode = keyof typeof sarifCodes

/** Why a file, or one of its runs, cannot pass. */
export interface SarifProblem {
  readonly code: SarifCode | ReportCode
  readonly message: Message
  /** 1-based. */
  readonly line?: number
  /** 1-based, in bytes. */
  readonly column?: number
}

/** `error`, `warning`, `note` and `none` of SARIF as severities. */
export type LevelMap = Readonly<Record<'error' | 'warning' | 'note' | 'none', Severity>>

export const defaultLevels: LevelMap = { error: 'high', warning: 'medium', note: 'low', none: 'none' }

export interface SarifDefect {
  readonly rule: string
  readonly severity: Severity
  /** One line of at most 300 characters. */
  readonly message: string
  /** Repository-relative; `null`: none is named, or it is no path of the repository. */
  readonly path: string | null
  readonly line: number | null
  readonly endLine: number | null
  /** Sixteen hexadecimal digits, once in a file. */
  readonly fingerprint: string
  readonly suppressed: boolean
  /** What the file itself says: whether an earlier run had it. */
  readonly baselineState: string | null
  readonly doubts: readonly FindingDoubt[]
}

export interface SarifRun {
  readonly tool: string
  readonly defects: readonly SarifDefect[]
  /** Commits that it says it looked at. */
  readonly revisions: readonly string[]
  /** Results are of no use for a verdict while there is one. */
  readonly problems: readonly SarifProblem[]
}

export interface SarifOptions {
  readonly levels: LevelMap
  /** Absolute path of the checkout, forward slashes, for tools that write such paths; `null`: not known. */
  readonly root: string | null
}
