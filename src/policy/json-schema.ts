import { z } from 'zod'
import { policySchema } from './schema.ts'

/** A name, not an address: the file is found by the `$schema` comment of the policy. */
const schemaId = 'urn:delivery-gates:policy:v1'

/** The policy file as JSON Schema 2020-12. What it cannot say (globs, references between parts) only the parser checks. */
export function policyJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(policySchema, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.stricter
      delete jsonSchema.presence
    },
  })
  return { $schema, $id: schemaId, ...schema }
}

interface Node {
  readonly type?: string
  readonly title?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly additionalProperties?: Node | boolean
  readonly items?: Node
  readonly anyOf?: readonly Node[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly description?: string
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
}

/** One key of the policy file as the reference lists it. */
export interface PolicyKey {
  /** `checklists[].items[].role`, `roles.<name>`. */
  readonly key: string
  readonly type: string
  readonly required: boolean
  /** As written; absent: none. */
  readonly default?: string
  readonly description: string
}

/** Every key, in the order of the file. */
export const policyKeys = (): readonly PolicyKey[] => keysOf(policyJsonSchema() as Node, '')

function keysOf(node: Node, prefix: string): readonly PolicyKey[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const key = prefix === '' ? name : `${prefix}.${name}`
    return [keyOf(key, child, node.required?.includes(name) === true), ...keysOf(child, key)]
  })
  const free = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined
  const named = free ? [keyOf(`${prefix}.<name>`, free, false), ...keysOf(free, `${prefix}.<name>`)] : []
  return [...own, ...named, ...(node.items ? keysOf(node.items, `${prefix}[]`) : [])]
}

function keyOf(key: string, node: Node, required: boolean): PolicyKey {
  const given = node.default === undefined ? {} : { default: JSON.stringify(node.default) }
  return {
    key,
    type: typeOf(node),
    required: required && node.default === undefined,
    ...given,
    description: node.description ?? '',
  }
}

function typeOf(node: Node): string {
  if (node.const !== undefined) return JSON.stringify(node.const)
  if (node.enum) return node.enum.map(value => `\`${value}\``).join(', ')
  if (node.anyOf) return node.anyOf.map(typeOf).join(', or ')
  if (node.type === 'array')
    return `list of ${node.items?.title ? `${node.items.title.toLowerCase().replaceAll(/(?<=\w\w)(?= or |$)/g, 's')}` : 'mappings'}`
  if (node.type === 'object') return 'mapping'
  if (node.type === 'string') return node.title?.toLowerCase() ?? 'text'
  return node.type === 'number' || node.type === 'integer' ? `${numberName(node)}` : String(node.type)
}

function numberName({ type, minimum, maximum }: Node): string {
  const name = type === 'integer' ? 'whole number' : 'number'
  const bounded = (value: number | undefined) => value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER
  if (bounded(minimum) && bounded(maximum)) return `${name} ${minimum} to ${maximum}`
  return bounded(minimum) ? `${name} ≥ ${minimum}` : name
}

/** The table of docs/policy.md. */
export function policyKeyTable(): string {
  const rows = policyKeys().map(({ key, type, required, default: value, description }) => {
    const fallback = required ? 'required' : value === undefined ? '' : `\`${value}\``
    return `| \`${key}\` | ${type} | ${fallback} | ${description.replaceAll('|', '\\|')} |`
  })
  return ['| key | value | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
