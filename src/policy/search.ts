import { message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'
import type { PolicyProblem } from './problem.ts'

/** Where a policy may stand, in the order of the search. More than one present is an error, never a preference. */
export const policyPaths = ['.github/delivery-gates.yml', '.github/delivery-gates.yaml'] as const

/** Bytes. */
export const maxPolicySize = 256 * 1024

/** An entry of the base commit's tree as git or GitHub lists it. */
export interface TreeEntry {
  readonly path: string
  /** Six octal digits. */
  readonly mode: string
  /** `blob`, `tree`, `commit`. */
  readonly type: string
  /** Bytes of a blob. */
  readonly size: number
}

/** The entry with the content of its file. */
export interface PolicyFile extends TreeEntry {
  /** `null`: not text, or too large. */
  readonly text: string | null
}

/** The one policy file among these entries (others are ignored), `null` when there is none. Its content is not judged here. */
export function choosePolicyFile<E extends TreeEntry>(entries: readonly E[]): Result<E | null, PolicyProblem> {
  const found = policyPaths.flatMap(path => entries.filter(entry => entry.path === path))
  const [first, second] = found
  if (first === undefined) return ok(null)
  if (second !== undefined) {
    const paths = { first: first.path, second: second.path }
    return err(fileProblem('CFG-AMBIGUOUS', message('policy.ambiguous', paths), second.path))
  }
  const kind = kindOf(first)
  if (kind !== 'file') return err(fileProblem('CFG-FILE', message('policy.file', { kind }), first.path))
  if (first.size > maxPolicySize) {
    return err(fileProblem('CFG-SIZE', message('policy.size', { bytes: first.size, limit: maxPolicySize }), first.path))
  }
  return ok(first)
}

/** What stands where the file should be. */
export type FileKind = 'symlink' | 'submodule' | 'directory' | 'lfs' | 'other'

function kindOf(entry: TreeEntry): FileKind | 'file' {
  if (entry.mode === '120000') return 'symlink'
  if (entry.mode === '160000' || entry.type === 'commit') return 'submodule'
  if (entry.mode === '040000' || entry.type === 'tree') return 'directory'
  return entry.type === 'blob' && /^100(644|755)$/.test(entry.mode) ? 'file' : 'other'
}

/** A problem of the file as a whole. */
export function fileProblem(code: PolicyProblem['code'], what: PolicyProblem['message'], path: string): PolicyProblem {
  return { code, message: what, path, line: 1, column: 1, keyPath: '' }
}
