import { z } from 'zod'
import { checklist } from '../checklist/policy.ts'
import { type GateId, gateIds, gates } from '../gates/index.ts'
import { impactKinds } from '../impact/model.ts'
import { message } from '../locales/message.ts'
import { readWorkflowName } from '../oidc/workflows.ts'
import { componentName, environmentName, globs, level, locale, maxListLength, refuse, roleName } from './fields.ts'
import { parsePerson } from './people.ts'
import { waiver } from './waivers.ts'
import { when } from './when.ts'

const person = z
  .string()
  .superRefine((entry, ctx) => {
    if (parsePerson(entry) === undefined)
      refuse(ctx, 'CFG-LOGIN', message('policy.login', { got: entry.slice(0, 200) }))
  })
  .meta({ title: 'Login or team', description: '`@login`, or `@owner/team` of the owner of the repository.' })

/** Most references of one `extends`. */
export const maxExtends = 5

const reference = z.string().min(1).max(300).meta({
  title: 'Reference',
  description: '`owner/repository`, with `//path/to/file.yml` and `@ref` where they differ from the usual.',
})

const role = z
  .array(person)
  .min(1)
  .max(maxListLength)
  .describe('`@login`, or `@owner/team` of the owner of the repository.')
  .meta({ stricter: 'fewer' })

const risk = z.enum(['low', 'medium', 'high']).meta({ stricter: ['low', 'medium', 'high'] })

const component = z.strictObject({
  paths: globs.describe('Files that belong to it.').meta({ stricter: 'other' }),
  risk: risk.default('medium').describe('What a change of it weighs for whoever deploys.'),
})

const impact = z.strictObject({
  ignore: globs
    .optional()
    .describe('Files that say nothing to whoever deploys.')
    .meta({ stricter: 'fewer', presence: 'weaker' }),
  weights: z
    .partialRecord(z.enum(impactKinds), risk)
    .optional()
    .describe('What a change of one kind weighs, where it is not as built in.')
    .meta({ presence: 'other' }),
})

const environment = z.strictObject({
  requires: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(maxListLength)
    .optional()
    .describe(
      'Ids of the checklists that must be signed for a deployment to it: of items with `environments` what is for this one, of the others all. Left out: every checklist of level `block`.',
    )
    .meta({ stricter: 'more', presence: 'weaker' }),
  roles: z
    .record(roleName, role)
    .default({})
    .describe('People of a role for items that name this environment, in the place of those under `roles`.'),
  since: z
    .string()
    .regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/)
    .optional()
    .describe(
      'Full SHA of a commit for which somebody answers: what it contains is not asked about, e.g. from before the App was there.',
    )
    .meta({ stricter: 'other', presence: 'weaker' }),
  rollback: z
    .enum(['allowed', 'held'])
    .default('held')
    .describe(
      'A commit older than the one that is deployed: `allowed` lets it through when it was released to this environment before, `held` never.',
    )
    .meta({ stricter: ['allowed', 'held'] }),
})

const workflow = z
  .string()
  .superRefine((entry, ctx) => {
    if (readWorkflowName(entry) === null)
      refuse(ctx, 'CFG-WORKFLOW', message('policy.workflow', { got: entry.slice(0, 200) }))
  })
  .meta({
    title: 'Workflow',
    description:
      '`.github/workflows/ci.yml` of the repository itself, or `owner/name/.github/workflows/gates.yml@ref` of any.',
  })

type GateOptions<Id extends GateId> = (typeof gates)[Id]['options']
/** What every gate takes beside its own options. */
export const common = {
  level: level.default('block'),
  when: when.optional().describe('Pull requests that it concerns. Left out: every one.').meta({ presence: 'weaker' }),
  waivable: z
    .boolean()
    .default(true)
    .describe('Waivers may pass it over.')
    .meta({ stricter: [true, false] }),
  waive_by: z
    .array(roleName)
    .max(maxListLength)
    .default(['policy-owner'])
    .describe('Roles whose members may say `/waive` on a pull request to which they have not contributed.')
    .meta({ stricter: 'fewer' }),
  waiver_survives_push: z
    .boolean()
    .default(false)
    .describe('What was granted by `/waive` holds after a push as well.')
    .meta({ stricter: [true, false] }),
}

type WithCommon<Schema extends z.ZodObject> = z.ZodObject<Schema['shape'] & typeof common, z.core.$strict>

const withCommon = <Schema extends z.ZodObject>(options: Schema) =>
  options.safeExtend(common).meta(options.meta() ?? {})

// The registry pairs each id with its own options; fromEntries forgets that.
const gateShape = Object.fromEntries(gateIds.map(id => [id, withCommon(gates[id].options).optional()])) as unknown as {
  [Id in GateId]: z.ZodOptional<WithCommon<GateOptions<Id>>>
}

const exampleChecklists = [
  {
    id: 'deploy-readiness',
    when: { paths: ['deploy/**'] },
    items: [{ id: 'rollback', text: 'Rollback rehearsed', role: 'implementer', covers: ['deploy/**'] }],
  },
]
const exampleWaivers = [
  {
    gate: 'size',
    reason: 'The parser is vendored as it is',
    owner: '@olga',
    expires: '2027-03-31',
  },
]

/** The whole policy file: what is allowed where. References between its parts are checked by `crossCheck`. */
export const policySchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this format.'),
    extends: z
      .union([reference, z.array(reference).min(1).max(maxExtends)])
      .optional()
      .describe('Policies of the same owner whose values this file takes over; of several, the later ones win.')
      .meta({ stricter: 'other', presence: 'other', examples: ['acme/.github', 'acme/policies//services.yml@v2'] }),
    locked: z
      .array(z.string().min(1).max(300))
      .max(maxListLength)
      .optional()
      .describe('Key paths, e.g. `gates.coverage.project.min`, that a file which extends this one cannot weaken.')
      .meta({ stricter: 'more', examples: [['gates.coverage.project.min', 'gates.review']] }),
    locale: locale.default('en').describe('Language of comments, checks and messages.'),
    roles: z
      .record(roleName, role)
      .default({})
      .describe('Who may sign and approve. `implementer`, `developer`, `policy-owner`, or names of your own.')
      .meta({ examples: [{ implementer: ['@acme/implementation', '@li-wei'], 'policy-owner': ['@olga'] }] }),
    components: z
      .record(componentName, component)
      .default({})
      .describe('Named parts of the repository, for thresholds of their own.')
      .meta({ examples: [{ billing: { paths: ['services/billing/**'], risk: 'high' } }] }),
    gates: z.strictObject(gateShape).default({}).describe('A gate that is not listed is off.'),
    checklists: z
      .array(checklist)
      .max(maxListLength)
      .default([])
      .describe('What people confirm before a deployment.')
      .meta({ stricter: 'more', examples: [exampleChecklists] }),
    environments: z
      .record(environmentName, environment)
      .default({})
      .describe(
        'Environments of GitHub whose deployments the App holds until the pull requests that they carry are signed.',
      )
      .meta({
        examples: [{ 'prod-acme-bank': { roles: { implementer: ['@li-wei'] }, rollback: 'allowed' } }],
      }),
    impact: impact
      .optional()
      .describe('How the deployment impact is judged.')
      .meta({ presence: 'other', examples: [{ ignore: ['charts/*/ci/**'], weights: { 'helm-value': 'high' } }] }),
    evidence: z
      .strictObject({
        workflows: z
          .array(workflow)
          .min(1)
          .max(maxListLength)
          .optional()
          .describe(
            'Workflows whose measurements the App takes, then only those that were handed over to it. Left out: every workflow of the repository itself.',
          )
          .meta({ stricter: 'fewer', presence: 'other' }),
      })
      .optional()
      .describe('Whose word counts for what only CI can measure.')
      .meta({ presence: 'other', examples: [{ workflows: ['acme/ci/.github/workflows/gates.yml@refs/heads/main'] }] }),
    policy_changes: z
      .strictObject({
        replay: z
          .int()
          .min(0)
          .max(50)
          .default(10)
          .describe(
            'Merged pull requests that are judged by both versions when a pull request changes the policy; about four reads each. 0: none.',
          )
          .meta({ stricter: 'other' }),
      })
      .optional()
      .describe('What is told about a pull request that changes the policy.')
      .meta({ presence: 'other', examples: [{ replay: 20 }] }),
    waivers: z
      .array(waiver)
      .max(maxListLength)
      .default([])
      .describe('Exceptions, each with a reason, an owner and a last day.')
      .meta({ stricter: 'fewer', examples: [exampleWaivers] }),
  })
  .meta({ title: 'Delivery Gates policy' })

export type Policy = z.output<typeof policySchema>
export type PolicyInput = z.input<typeof policySchema>

/** Options of one gate as the policy gives them, `level` included. */
export type GatePolicy<Id extends GateId> = NonNullable<Policy['gates'][Id]>
