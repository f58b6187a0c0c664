import { z } from 'zod'
import { alternativesOf, childOf, unwrap } from './walk.ts'

/**
 * Puts in the default values of a schema, as parsing would, into a value that need not be right: what does not fit is
 * left as it stands. For a value that fits it gives what parsing gives.
 */
export function fill(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return value
  if (schema instanceof z.ZodDefault)
    return value === undefined ? structuredClone(schema.def.defaultValue) : fill(inner(schema), value)
  if (schema instanceof z.ZodPrefault)
    return fill(inner(schema), value === undefined ? structuredClone(schema.def.defaultValue) : value)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return value === undefined || value === null ? value : fill(inner(schema), value)
  if (schema instanceof z.ZodUnion) return fill(fitting(schema, value), value)
  if (Array.isArray(value)) return value.map(entry => fill(childOf(schema, 0), entry))
  if (!isMapping(value)) return value
  const names = new Set([...(schema instanceof z.ZodObject ? Object.keys(schema.shape) : []), ...Object.keys(value)])
  const filled: Record<string, unknown> = {}
  for (const name of names) {
    const child = fill(childOf(schema, name), value[name])
    if (child !== undefined) filled[name] = child
  }
  return filled
}

const inner = (schema: z.ZodDefault | z.ZodPrefault | z.ZodOptional | z.ZodNullable): z.ZodType =>
  schema.unwrap() as z.ZodType

/** The alternative that takes the value, else the first one that takes a value of its kind. */
function fitting(schema: z.ZodUnion, value: unknown): z.ZodType | undefined {
  const alternatives = alternativesOf(schema)
  return (
    alternatives.find(option => option.safeParse(value).success) ??
    alternatives.find(option => {
      const plain = unwrap(option)
      if (Array.isArray(value)) return plain instanceof z.ZodArray
      return isMapping(value) && (plain instanceof z.ZodObject || plain instanceof z.ZodRecord)
    })
  )
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
