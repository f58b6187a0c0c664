import { z } from 'zod'
import { checklist } from '../checklist/policy.ts'
import { type GateId, gateIds, gates } from '../gates/index.ts'
import { message } from '../locales/message.ts'
import { componentName, globs, level, locale, maxListLength, refuse, roleName } from './fields.ts'
import { parsePerson } from './people.ts'

const person = z
  .string()
  .superRefine((entry, ctx) => {
    if (parsePerson(entry) === undefined)
      refuse(ctx, 'CFG-LOGIN', message('policy.login', { got: entry.slice(0, 200) }))
  })
  .meta({ title: 'Login or team', description: '`@login`, or `@owner/team` of the owner of the repository.' })

const role = z
  .array(person)
  .min(1)
  .max(maxListLength)
  .describe('`@login`, or `@owner/team` of the owner of the repository.')

const component = z.strictObject({ paths: globs.describe('Files that belong to it.') })

type GateOptions<Id extends GateId> = (typeof gates)[Id]['options']
type WithLevel<Schema extends z.ZodObject> = z.ZodObject<
  Schema['shape'] & { level: z.ZodDefault<typeof level> },
  z.core.$strict
>

const withLevel = <Schema extends z.ZodObject>(options: Schema) => options.safeExtend({ level: level.default('block') })

// The registry pairs each id with its own options; fromEntries forgets that.
const gateShape = Object.fromEntries(gateIds.map(id => [id, withLevel(gates[id].options).optional()])) as unknown as {
  [Id in GateId]: z.ZodOptional<WithLevel<GateOptions<Id>>>
}

/** The whole policy file: what is allowed where. References between its parts are checked by `crossCheck`. */
export const policySchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this format.'),
    locale: locale.default('en').describe('Language of comments, checks and messages.'),
    roles: z
      .record(roleName, role)
      .default({})
      .describe('Who may sign and approve. `implementer`, `developer`, `policy-owner`, or names of your own.'),
    components: z
      .record(componentName, component)
      .default({})
      .describe('Named parts of the repository, for thresholds of their own.'),
    gates: z.strictObject(gateShape).default({}).describe('A gate that is not listed is off.'),
    checklists: z.array(checklist).max(maxListLength).default([]).describe('What people confirm before a deployment.'),
  })
  .meta({ title: 'Delivery Gates policy' })

export type Policy = z.output<typeof policySchema>
export type PolicyInput = z.input<typeof policySchema>

/** Options of one gate as the policy gives them, `level` included. */
export type GatePolicy<Id extends GateId> = NonNullable<Policy['gates'][Id]>
