import { z } from 'zod'
import type { Presence, Stricter } from './fields.ts'

/** The schema of the value at a key path, without optional and default around it. Entries of lists may stand under any key. */
export function schemaAt(root: z.ZodType, keys: readonly PropertyKey[]): z.ZodType | undefined {
  let schema: z.ZodType | undefined = unwrap(root)
  for (const key of keys) schema = schema && unwrap(childOf(schema, key))
  return schema
}

/** The schema at a key path as it stands there. */
export const fieldAt = (root: z.ZodType, keys: readonly PropertyKey[]): z.ZodType | undefined =>
  keys.reduce<z.ZodType | undefined>((schema, key) => childOf(unwrap(schema), key), root)

/** Without optional, default and the like around it. */
export const unwrap = (schema: z.ZodType | undefined): z.ZodType | undefined => schema && layersOf(schema).at(-1)

/** The schema and what it wraps, outermost first. */
function layersOf(schema: z.ZodType): readonly z.ZodType[] {
  const layers = [schema]
  for (let inner = innerOf(schema); inner !== undefined; inner = innerOf(inner)) layers.push(inner)
  return layers
}

function innerOf(schema: z.ZodType): z.ZodType | undefined {
  const wraps =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodPrefault
  return wraps ? (schema.unwrap() as z.ZodType) : undefined
}

/** The schema under one key of an unwrapped schema, as it stands there. */
export function childOf(schema: z.ZodType | undefined, key: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject)
    return Object.hasOwn(schema.shape, key) ? (schema.shape[String(key)] as z.ZodType) : undefined
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType
  if (!(schema instanceof z.ZodUnion)) return undefined
  return alternativesOf(schema)
    .map(option => childOf(unwrap(option), key))
    .find(child => child !== undefined)
}

export const alternativesOf = (schema: z.ZodUnion): readonly z.ZodType[] => schema.options as readonly z.ZodType[]

/** What the schema says of strictness; of a wrapped schema the outermost statement counts. */
export function strictnessOf(schema: z.ZodType | undefined): {
  readonly stricter: Stricter | undefined
  readonly presence: Presence | undefined
} {
  const metas = schema === undefined ? [] : layersOf(schema).map(layer => layer.meta())
  return {
    stricter: metas.find(meta => meta?.stricter !== undefined)?.stricter,
    presence: metas.find(meta => meta?.presence !== undefined)?.presence,
  }
}

export interface Field {
  /** `checklists[].items[].role`, `roles.<name>`. */
  readonly key: string
  /** As it stands in the schema, optional and default around it included. */
  readonly schema: z.ZodType
}

/** Every key of a schema, parents before what is in them. */
export function fieldsOf(root: z.ZodType, prefix = ''): readonly Field[] {
  const schema = unwrap(root)
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([name, child]) =>
      field(prefix === '' ? name : `${prefix}.${name}`, child),
    )
  }
  if (schema instanceof z.ZodRecord) return field(`${prefix}.<name>`, schema.valueType as z.ZodType)
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element as z.ZodType, `${prefix}[]`)
  if (schema instanceof z.ZodUnion) return alternativesOf(schema).flatMap(option => fieldsOf(option, prefix))
  return []
}

const field = (key: string, schema: z.ZodType): readonly Field[] => [{ key, schema }, ...fieldsOf(schema, key)]
