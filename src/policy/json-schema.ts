import { z } from 'zod'
import { policySchema } from './schema.ts'

/** A name, not an address: the file is found by the `$schema` comment of the policy. */
const schemaId = 'urn:delivery-gates:policy:v1'

/** The policy file as JSON Schema 2020-12. What it cannot say (globs, references between parts) only the parser checks. */
export function policyJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(policySchema, { target: 'draft-2020-12', io: 'input' })
  return { $schema, $id: schemaId, ...schema }
}
