import type { Message } from '../locales/message.ts'
import type { Result } from '../result.ts'
import type { CoverageReport } from './model.ts'

/** Stable, documented in docs/coverage.md. */
export const reportCodes = {
  'RPT-EMPTY': 'No executable line. Never 100 %.',
  'RPT-FORMAT': 'HTML, gzip, binary, or a format that is not known.',
  'RPT-ENCODING': 'Not UTF-8, nor (XML) the ISO-8859-1 that it declares.',
  'RPT-TRUNCATED': 'Ends in the middle.',
  'RPT-SYNTAX': 'Against the grammar of the format.',
  'RPT-VALUE': 'A number that cannot be: a negative or huge line, hits that are no count.',
  'RPT-SIZE': 'Larger than a reader accepts: a record, a path, the number of files.',
  'RPT-ROOT': 'XML with another root element.',
  'RPT-DOCTYPE': 'XML whose document type defines more than elements and attributes, or with two document types.',
  'RPT-DEPTH': 'XML or JSON nested deeper than 256 levels.',
  'RPT-KEY': 'JSON with a key that no report has, such as `__proto__`.',
  'RPT-DUPKEY': 'JSON with a key given twice in one object.',
  'RPT-PATH': 'A file whose path contradicts itself or cannot be one.',
} as const

export type ReportCode = keyof typeof reportCodes

/** Why a report was refused. The first problem: what follows it in a broken file means nothing. */
export interface ReportProblem {
  readonly code: ReportCode
  readonly message: Message
  /** 1-based. */
  readonly line?: number
  /** 1-based, in bytes. */
  readonly column?: number
}

/** Total: whatever the bytes and wherever the chunks are cut, `end` gives a value or a problem and nothing throws. */
export interface Reader {
  /** The chunk may be reused by the caller afterwards. */
  push(chunk: Uint8Array): void
  end(): Result<CoverageReport, ReportProblem>
}

export interface CoverageFormat {
  /** Name in the policy. */
  readonly id: string
  /** For people. */
  readonly title: string
  /** Who writes it, for the documentation. */
  readonly writtenBy: string
  /** Where tools put it unless told otherwise; globs relative to the repository. */
  readonly places: readonly string[]
  /** What the format counts beside lines. */
  readonly counts: readonly ('branches' | 'functions')[]
  /** Whether the first bytes of a file (up to 4 KiB, byte order mark and leading space removed) look like this format. */
  readonly detect: (head: Uint8Array) => boolean
  readonly reader: () => Reader
}
