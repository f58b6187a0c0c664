import { createHash } from 'node:crypto'
import { message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'
import { crossCheck, type KeyedProblem, valueAt } from './cross-check.ts'
import { decode } from './decode.ts'
import { problemsOf, versionMessage } from './issues.ts'
import type { PolicyProblem } from './problem.ts'
import { type Policy, policySchema } from './schema.ts'
import { keyPath, lineIndex, type Position, visible } from './text.ts'
import { type PlacedProblem, readYaml, type YamlContent } from './yaml.ts'

export type { PolicyProblem, ProblemCode } from './problem.ts'

export interface ParsedPolicy {
  readonly policy: Policy
  readonly path: string
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string
  readonly warnings: readonly PolicyProblem[]
}

/**
 * Reads a policy file as it stands at one commit. Every problem is reported, sorted by place; one is enough for there
 * to be no policy, and the caller fails closed. A path that ends in `.json` must also be JSON.
 */
export function parsePolicy(
  bytes: Uint8Array | string,
  path: string,
  context: { /** Login of the repository's owner: teams must be its own. */ readonly owner: string },
): Result<ParsedPolicy, readonly PolicyProblem[]> {
  const file = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const text = decode(file)
  if (!text.ok) return err([place({ ...text.error, keys: [] }, path, lineIndex(text.error.before))])
  const position = lineIndex(text.value)
  const at = (problem: PlacedProblem) => place(problem, path, position)
  const json = path.endsWith('.json') ? jsonProblem(text.value) : undefined
  if (json) return err([at(json)])
  const content = readYaml(text.value)
  const problems = check(content, position, context.owner)
  const parsed = policySchema.safeParse(content.value)
  if (problems.length > 0 || !parsed.success) return err(sorted(problems.map(at)))
  const sha256 = createHash('sha256').update(file).digest('hex')
  return ok({ policy: parsed.data, path, sha256, warnings: sorted(content.warnings.map(at)) })
}

/** Problems of the text first: where a value could not be read, what the schema says about the gap is noise. */
function check(content: YamlContent, position: (offset: number) => Position, owner: string): readonly PlacedProblem[] {
  const { value, places } = content
  if (value === undefined || value === null) {
    if (content.problems.length > 0) return content.problems
    return [{ code: 'CFG-EMPTY', message: message('policy.empty', {}), offset: 0, keys: [] }]
  }
  const lineOf = (keys: readonly PropertyKey[]) => position(places.offset(keys)).line
  const parsed = policySchema.safeParse(value)
  const keyed = [
    ...crossCheck(value, { owner, lineOf }),
    ...(parsed.success ? [] : problemsOf(parsed.error.issues, policySchema, value)),
    ...oddNumbers(content),
  ]
  const placed = keyed.map(problem => ({ ...problem, offset: places.offset(problem.keys, sideOf(problem, value)) }))
  return withoutEchoes([...content.problems, ...placed])
}

const sideOf = (problem: KeyedProblem, value: unknown): 'key' | 'value' =>
  problem.code === 'CFG-UNKNOWN' || (problem.code === 'CFG-ID' && typeof valueAt(value, problem.keys) !== 'string')
    ? 'key'
    : 'value'

/** One problem per place: the first one that was found explains it. */
function withoutEchoes(problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ keys, code }) => {
    const id = keys.length === 0 ? JSON.stringify([code]) : JSON.stringify(keys)
    return seen.has(id) ? false : seen.add(id)
  })
}

function oddNumbers(content: YamlContent): readonly KeyedProblem[] {
  return content.oddNumbers.map(({ keys, source, value }) =>
    keys.length === 1 && keys[0] === 'version'
      ? { code: 'CFG-VERSION', message: versionMessage({ kind: 'number', value: visible(source) }), keys }
      : { code: 'CFG-TYPE', message: message('policy.number', { got: visible(source), value: plain(value) }), keys },
  )
}

const plain = (value: number): string | null =>
  Number.isFinite(value) && Math.abs(value) < 1e15 ? String(value + 0) : null

function jsonProblem(text: string): PlacedProblem | undefined {
  const said = jsonError(text)
  if (said === undefined) return undefined
  const detail = visible(said.replace(/,? (?:\.\.\.)?"[\s\S]*| in JSON [\s\S]*| \(line [\s\S]*/, ''))
  return {
    code: 'CFG-SYNTAX',
    message: message('policy.syntax', { reason: 'json', detail }),
    offset: jsonEnd(text),
    keys: [],
  }
}

function jsonError(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

/** Length of the longest start of the text that could still become JSON: the parser does not always say where it stopped. */
function jsonEnd(text: string): number {
  let least = 0
  let most = text.length
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    const said = jsonError(text.slice(0, middle))
    const atEnd = said === undefined || /end of JSON|Unterminated/.test(said) || said.includes(`at position ${middle} `)
    if (atEnd) least = middle
    else most = middle - 1
  }
  return least
}

function place(problem: PlacedProblem, path: string, position: (offset: number) => Position): PolicyProblem {
  const { code, message: what, offset, keys } = problem
  return { code, message: what, path, ...position(offset), keyPath: keyPath(keys) }
}

function sorted(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1))
}
