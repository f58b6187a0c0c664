import { z } from 'zod'
import { globs, roleName } from '../../policy/fields.ts'

const rule = z.strictObject({
  role: roleName.describe('Role of the policy whose members are asked.'),
  need: z
    .enum(['requested', 'approved'])
    .describe('`requested`: somebody of the role knows of the pull request. `approved`: they have approved it.')
    .meta({ stricter: ['requested', 'approved'] }),
  count: z
    .int()
    .min(1)
    .max(10)
    .default(1)
    .describe('Different people needed. A requested team counts as all of its people.')
    .meta({ stricter: 'higher' }),
  when: globs
    .optional()
    .describe('Files that make the rule apply. Left out: every pull request.')
    .meta({ stricter: 'more', presence: 'weaker' }),
  request: z
    .enum(['auto', 'never'])
    .default('never')
    .describe('`auto`: the App asks members itself, those with the fewest open requests first.')
    .meta({ stricter: 'other' }),
  stale_after_push: z
    .boolean()
    .default(true)
    .describe('An approval counts only for the head at which it was given.')
    .meta({ stricter: [false, true] }),
  allow_bots: z
    .boolean()
    .default(false)
    .describe('Bot accounts that the role names may act for it.')
    .meta({ stricter: [true, false] }),
})

export const options = z.strictObject({
  rules: z
    .array(rule)
    .min(1)
    .max(50)
    .describe('Every rule is checked on its own; all that apply must hold.')
    .meta({ stricter: 'more' }),
})

export type ReviewOptions = z.output<typeof options>
export type ReviewRule = ReviewOptions['rules'][number]
