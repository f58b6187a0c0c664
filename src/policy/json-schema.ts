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

/** What the published schema says of one value. */
export interface SchemaNode {
  readonly type?: string
  readonly title?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly additionalProperties?: SchemaNode | boolean
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
}

/** One key of the policy file. */
export interface PolicyKey {
  /** `checklists[].items[].role`, `roles.<name>`. */
  readonly key: string
  readonly node: SchemaNode
  readonly required: boolean
}

/** Every key, in the order of the file. */
export const policyKeys = (): readonly PolicyKey[] => keysOf(policyJsonSchema() as SchemaNode, '')

function keysOf(node: SchemaNode, prefix: string): readonly PolicyKey[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const key = prefix === '' ? name : `${prefix}.${name}`
    const required = node.required?.includes(name) === true && child.default === undefined
    return [{ key, node: child, required }, ...keysOf(child, key)]
  })
  const free = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined
  const key = `${prefix}.<name>`
  const named = free ? [{ key, node: free, required: false }, ...keysOf(free, key)] : []
  const entries = node.items ? keysOf(node.items, `${prefix}[]`) : []
  const alternatives = (node.anyOf ?? []).flatMap(each => keysOf(each, prefix))
  return [...own, ...named, ...entries, ...alternatives]
}
