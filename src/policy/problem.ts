import type { GlobProblemCode } from '../glob.ts'
import type { Message } from '../locales/message.ts'

/** Stable, documented in docs/policy.md. */
export const configCodes = [
  'CFG-ALIAS',
  'CFG-AMBIGUOUS',
  'CFG-CHECKLIST',
  'CFG-COMPONENT',
  'CFG-DATE',
  'CFG-DEPTH',
  'CFG-DUPID',
  'CFG-DUPKEY',
  'CFG-EMPTY',
  'CFG-ENCODING',
  'CFG-ENUM',
  'CFG-EVIDENCE',
  'CFG-EXTENDS',
  'CFG-FILE',
  'CFG-FLAG',
  'CFG-GLOB',
  'CFG-ID',
  'CFG-IMPOSSIBLE',
  'CFG-KEY',
  'CFG-LITERAL',
  'CFG-LOCKED',
  'CFG-LOGIN',
  'CFG-MERGE',
  'CFG-MULTIDOC',
  'CFG-ORG',
  'CFG-RANGE',
  'CFG-REQUIRED',
  'CFG-ROLE',
  'CFG-SIGNER',
  'CFG-SIZE',
  'CFG-SYNTAX',
  'CFG-TAG',
  'CFG-TYPE',
  'CFG-UNKNOWN',
  'CFG-VERSION',
  'CFG-WORKFLOW',
  'CFG-ZERO',
] as const

export type ProblemCode = (typeof configCodes)[number] | GlobProblemCode

/** Something wrong with a policy file, or worth a warning, at its place. */
export interface PolicyProblem {
  readonly code: ProblemCode
  readonly message: Message
  /** Of the file, as given to `parsePolicy`; of an extended one `owner/repository//path@ref`. */
  readonly path: string
  /** 1-based; 1 for what concerns the whole file. */
  readonly line: number
  /** 1-based, in characters (UTF-16 units) as editors count them. */
  readonly column: number
  /** `gates.coverage.project.min`, `checklists[0].items[2].id`; empty for the whole file. */
  readonly keyPath: string
  /** A file that is extended could not be read: nobody knows what the policy says. */
  readonly unread?: true
}
