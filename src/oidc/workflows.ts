/** A workflow of the policy's list, or of a token. `null` for the repository: that of the policy itself. */
export interface WorkflowName {
  readonly repository: string | null
  /** `.github/workflows/file.yml` */
  readonly path: string
  /** Full ref or commit; `null`: any. */
  readonly ref: string | null
}

const form = /^(?:([\w.-]{1,100}\/[\w.-]{1,100})\/)?(\.github\/workflows\/[^/@\s]{1,200}\.ya?ml)(?:@(\S{1,250}))?$/

/**
 * Reads `.github/workflows/ci.yml` (of the policy's own repository, at any ref), the same with `@ref`, or
 * `owner/name/.github/workflows/gates.yml@ref`. `null`: none of these; without a ref a workflow of another repository
 * could be that of any branch.
 */
export function readWorkflowName(text: string): WorkflowName | null {
  const match = form.exec(text)
  if (match === null) return null
  const [, repository, path = '', ref] = match
  return repository !== undefined && ref === undefined
    ? null
    : { repository: repository ?? null, path, ref: ref ?? null }
}

/** Who measured: the workflow that the job is written in, and the repository that it ran in. */
export interface Measurer {
  /** `owner/name/.github/workflows/file.yml@ref` */
  readonly workflow: string
  /** `owner/name` */
  readonly repository: string
}

/**
 * Whether the word of this workflow counts. Without a list every workflow of the repository itself counts and none of
 * another one (security.md T-86).
 */
export function isAllowedWorkflow(allowed: readonly string[] | undefined, { workflow, repository }: Measurer): boolean {
  const measurer = readWorkflowName(workflow)
  if (measurer === null || measurer.repository === null) return false
  const where = measurer.repository
  const own = same(where, repository)
  if (allowed === undefined) return own
  return allowed.some(entry => {
    const name = readWorkflowName(entry)
    if (name === null || name.path !== measurer.path || (name.ref !== null && name.ref !== measurer.ref)) return false
    return name.repository === null ? own : same(name.repository, where)
  })
}

/** GitHub's names differ by more than case. */
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
