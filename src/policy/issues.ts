import { z } from 'zod'
import { type Message, message } from '../locales/message.ts'
import { type KeyedProblem, valueAt } from './cross-check.ts'
import type { ProblemCode } from './problem.ts'
import { codePoints, nearest, visible } from './text.ts'
import { alternativesOf, schemaAt } from './walk.ts'

type Issue = z.core.$ZodIssue

/** What stands in the file, for a message. */
export type Got =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'list' }
  | { readonly kind: 'mapping' }
  | { readonly kind: 'text' | 'number' | 'boolean'; readonly value: string }

export type Expected = 'text' | 'number' | 'integer' | 'boolean' | 'list' | 'mapping' | 'text-or-mapping'

/** Zod's issues in our words. Each has at least one problem, so that nothing wrong is lost. */
export function problemsOf(issues: readonly Issue[], schema: z.ZodType, raw: unknown): readonly KeyedProblem[] {
  return issues.flatMap(issue => problemsOfIssue(issue, schema, raw))
}

function problemsOfIssue(issue: Issue, schema: z.ZodType, raw: unknown): readonly KeyedProblem[] {
  const keys = issue.path
  const input = valueAt(raw, keys)
  const one = (code: ProblemCode, what: Message): readonly KeyedProblem[] => [{ code, message: what, keys }]
  if (issue.code === 'custom') return one(...customProblem(issue))
  if (input === undefined && issue.code !== 'unrecognized_keys' && keys.length > 0)
    return one('CFG-REQUIRED', message('policy.required', { key: visible(String(keys.at(-1))) }))
  if (keys.length === 1 && keys[0] === 'version') return one('CFG-VERSION', versionMessage(describe(input)))
  switch (issue.code) {
    case 'invalid_type':
      return one(...typeProblem(issue.expected, input, schemaAt(schema, keys)))
    case 'invalid_union':
      return unionProblems(issue, schema, raw)
    case 'unrecognized_keys':
      return issue.keys.map(key => unknownKey(key, keys, knownKeys(schemaAt(schema, keys))))
    case 'invalid_key':
      return one('CFG-ID', message('policy.id', { got: visible(String(keys.at(-1))) }))
    case 'invalid_value':
      return one('CFG-ENUM', enumMessage(issue.values.map(String), input))
    case 'invalid_format':
      return one(...formatProblem(issue, input, keys))
    case 'too_small':
    case 'too_big':
      return one(...sizeProblem(issue, input, keys, schemaAt(schema, keys)))
    default:
      return one('CFG-TYPE', message('policy.invalid', { detail: visible(issue.message) }))
  }
}

function customProblem(issue: z.core.$ZodIssueCustom): [ProblemCode, Message] {
  const params = issue.params as { code: ProblemCode; problem: Message } | undefined
  return params
    ? [params.code, params.problem]
    : ['CFG-TYPE', message('policy.invalid', { detail: visible(issue.message) })]
}

/** A value of the file, for a message. */
export function describe(value: unknown): Got {
  if (value === null || value === undefined) return { kind: 'nothing' }
  if (Array.isArray(value)) return { kind: 'list' }
  if (typeof value === 'object') return { kind: 'mapping' }
  const kind = typeof value === 'number' || typeof value === 'boolean' ? typeof value : 'text'
  return { kind: kind as 'text' | 'number' | 'boolean', value: visible(String(value)) }
}

export const versionMessage = (got: Got): Message => message('policy.version', { got, supported: [1] })

const expectedKinds: Readonly<Record<string, Expected>> = {
  string: 'text',
  template_literal: 'text',
  number: 'number',
  int: 'integer',
  boolean: 'boolean',
  array: 'list',
  object: 'mapping',
  record: 'mapping',
}

function typeProblem(expected: string, input: unknown, schema: z.ZodType | undefined): [ProblemCode, Message] {
  if (typeof input === 'number' && (expected === 'number' || expected === 'int'))
    return ['CFG-RANGE', rangeMessage(input, schema)]
  const kind = expectedKinds[expected] ?? 'text'
  if (kind === 'list' && input === '') return ['CFG-EMPTY', message('policy.empty.list', {})]
  return ['CFG-TYPE', message('policy.type', { got: describe(input), expected: kind, hint: hintFor(kind, input) })]
}

/** What was probably meant, as it would be written. */
function hintFor(expected: Expected, input: unknown): string | null {
  if (expected === 'list' && (typeof input === 'string' || typeof input === 'number'))
    return `[${JSON.stringify(visible(String(input)))}]`
  if (expected === 'text' && (typeof input === 'number' || typeof input === 'boolean'))
    return JSON.stringify(String(input))
  if (typeof input !== 'string') return null
  const word = input.trim().toLowerCase()
  if (expected === 'number' || expected === 'integer')
    return /^(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)\s*%?$/.exec(word)?.[1] ?? null
  if (expected !== 'boolean') return null
  if (['yes', 'on', 'true', 'y'].includes(word)) return 'true'
  return ['no', 'off', 'false', 'n'].includes(word) ? 'false' : null
}

function rangeMessage(input: number, schema: z.ZodType | undefined): Message {
  const number = schema instanceof z.ZodNumber ? schema : undefined
  const integer = number?.format === 'safeint' || number?.format === 'int32'
  const bound = (value: number | null | undefined) =>
    value === null || value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value
  const params = { got: String(input), min: bound(number?.minValue), max: bound(number?.maxValue), integer }
  return message('policy.range', params)
}

type SizeIssue = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig

function sizeProblem(
  issue: SizeIssue,
  input: unknown,
  keys: readonly PropertyKey[],
  schema: z.ZodType | undefined,
): [ProblemCode, Message] {
  if (typeof input === 'number') return ['CFG-RANGE', rangeMessage(input, schema)]
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum)
  const size = typeof input === 'string' ? input.length : Array.isArray(input) ? input.length : 0
  if (issue.code === 'too_big')
    return [
      'CFG-SIZE',
      typeof input === 'string'
        ? message('policy.length', { length: size, limit })
        : message('policy.entries', { count: size, limit }),
    ]
  if (typeof input === 'string') return ['CFG-EMPTY', message('policy.empty.text', {})]
  const role = keys.length === 2 && keys[0] === 'roles' ? visible(String(keys[1])) : null
  return ['CFG-EMPTY', role === null ? message('policy.empty.list', {}) : message('policy.empty.role', { role })]
}

function formatProblem(
  issue: z.core.$ZodIssueInvalidStringFormat,
  input: unknown,
  keys: readonly PropertyKey[],
): [ProblemCode, Message] {
  const got = visible(String(input))
  if (keys.at(-1) === 'evidence') return ['CFG-EVIDENCE', message('policy.evidence.form', { got })]
  if (issue.pattern === String(/^[a-z][a-z0-9-]{0,39}$/)) return ['CFG-ID', message('policy.id', { got })]
  return ['CFG-TYPE', message('policy.format', { got, pattern: issue.pattern ?? issue.format })]
}

function enumMessage(allowed: readonly string[], input: unknown): Message {
  const suggestion = typeof input === 'string' ? nearest(input, allowed) : null
  return message('policy.enum', { got: describe(input), allowed, suggestion })
}

function unknownKey(key: string, keys: readonly PropertyKey[], known: readonly string[]): KeyedProblem {
  const params = { got: visible(key), characters: codePoints(key), known, suggestion: nearest(key, known) }
  return { code: 'CFG-UNKNOWN', message: message('policy.unknown', params), keys: [...keys, key] }
}

/** The issues of the alternative whose type fits, else what the alternatives expect together. */
function unionProblems(issue: z.core.$ZodIssueInvalidUnion, schema: z.ZodType, raw: unknown): readonly KeyedProblem[] {
  const input = valueAt(raw, issue.path)
  const fits = issue.errors.find(
    errors => errors.length > 0 && errors.every(error => !(error.code === 'invalid_type' && error.path.length === 0)),
  )
  if (fits !== undefined)
    return problemsOf(
      fits.map(error => ({ ...error, path: [...issue.path, ...error.path] })),
      schema,
      raw,
    )
  const params = { got: describe(input), expected: 'text-or-mapping', hint: hintFor('text', input) } as const
  return [{ code: 'CFG-TYPE', message: message('policy.type', params), keys: issue.path }]
}

function knownKeys(schema: z.ZodType | undefined): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String)
  if (schema instanceof z.ZodUnion) return alternativesOf(schema).flatMap(knownKeys)
  return []
}
