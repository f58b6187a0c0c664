import { parse } from 'yaml'

type Json = Readonly<Record<string, unknown>>

interface Step {
  readonly uses: string | null
  readonly run: string
  readonly with: Json
}

/**
 * What is unsafe in a workflow; empty when nothing is. Pins need a full SHA with the version in a comment, rights are
 * given to each job, and nothing from outside becomes part of a script. `shipped`: a workflow for others to copy, which
 * may name this project by tag and leave limits to its reader.
 */
export function workflowProblems(text: string, use: 'ours' | 'shipped' = 'ours'): readonly string[] {
  const workflow = asObject(parse(text))
  const problems: string[] = []
  if (use === 'ours' && JSON.stringify(workflow.permissions) !== '{}') {
    problems.push('permissions: {} is missing at the top')
  }
  if (workflow.permissions === undefined || /write/.test(JSON.stringify(workflow.permissions))) {
    problems.push('permissions at the top must be there and give no write')
  }
  for (const event of Object.keys(triggers(workflow.on))) {
    if (event === 'pull_request_target' || event === 'workflow_run') problems.push(`on: ${event} runs with rights`)
  }
  for (const [id, value] of Object.entries(asObject(workflow.jobs))) {
    const job = asObject(value)
    if (use === 'ours' && job.permissions === undefined) problems.push(`jobs.${id}: permissions are missing`)
    if (JSON.stringify(job.permissions)?.includes('write-all')) problems.push(`jobs.${id}: permissions: write-all`)
    if (use === 'ours' && job['timeout-minutes'] === undefined && job.uses === undefined) {
      problems.push(`jobs.${id}: timeout-minutes is missing`)
    }
    if (id === 'delivery-gates' || job.name === 'delivery-gates') {
      problems.push(`jobs.${id}: a job of this name would be taken for the verdict`)
    }
    const steps = Array.isArray(job.steps) ? job.steps.map(step) : []
    for (const [index, each] of steps.entries()) {
      problems.push(...stepProblems(each).map(what => `jobs.${id}.steps[${index}]: ${what}`))
    }
  }
  return [...problems, ...pinProblems(text, use)]
}

function stepProblems({ uses, run, with: options }: Step): readonly string[] {
  const problems: string[] = []
  if (/\$\{\{\s*(github\.(event|head_ref)|inputs\b)/.test(run)) {
    problems.push('run: contains an expression with text from outside; pass it through env')
  }
  if (uses?.startsWith('actions/checkout@') && options['persist-credentials'] !== false) {
    problems.push('actions/checkout without persist-credentials: false')
  }
  return problems
}

/** `uses: owner/name@<40 hex digits> # v1.2.3`, or a folder of this repository. Read from the text: YAML drops comments. */
function pinProblems(text: string, use: 'ours' | 'shipped'): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const used = /^\s*-?\s*uses:\s*(\S+)(.*)$/.exec(line)
    if (used === null || used[1]?.startsWith('./')) return []
    if (use === 'shipped' && /^[^/]+\/delivery-gates@/.test(used[1] ?? '')) return []
    const at = `line ${index + 1}: ${used[1]}`
    if (!/@[0-9a-f]{40}$/.test(used[1] ?? '')) return [`${at} is not pinned to a full SHA`]
    return /^\s+# v\d+(\.\d+)*$/.test(used[2] ?? '') ? [] : [`${at} has no version comment`]
  })
}

function triggers(on: unknown): Json {
  if (typeof on === 'string') return { [on]: null }
  return Array.isArray(on) ? Object.fromEntries(on.map(name => [String(name), null])) : asObject(on)
}

function step(value: unknown): Step {
  const { uses, run, with: options } = asObject(value)
  return {
    uses: typeof uses === 'string' ? uses : null,
    run: typeof run === 'string' ? run : '',
    with: asObject(options),
  }
}

const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
