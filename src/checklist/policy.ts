import { z } from 'zod'
import { environmentName, globs } from '../policy/fields.ts'
import { when } from '../policy/when.ts'

/** Ids appear in commands, check buttons and the ledger. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'an id of lower-case letters, digits and "-", at most 40 characters' })

const text = z.union([z.string().min(1).max(300), z.partialRecord(z.enum(['en', 'zh-CN']), z.string().min(1).max(300))])

const item = z.strictObject({
  id: id.describe('Names the item in commands and in the comment; unique over all checklists.'),
  text: text.describe('What the person confirms: one text, or one per locale.'),
  role: z.string().optional().describe('Role whose members may sign. Left out when `evidence` ticks the item.'),
  count: z.int().min(1).max(10).default(1).describe('Different people who must sign.').meta({ stricter: 'higher' }),
  covers: globs
    .optional()
    .describe(
      'Files that the confirmation speaks about: a push that leaves them alone keeps the sign-off. Left out: any push makes it stale.',
    )
    .meta({ stricter: 'more', presence: 'weaker' }),
  on_push: z
    .enum(['never', 'when_covered_paths_change', 'always'])
    .optional()
    .describe(
      'When a push ends a sign-off. Left out: `when_covered_paths_change` for an item with `covers`, else `always`. Pushes to a fork always end what `never` would keep.',
    )
    .meta({ stricter: ['never', 'when_covered_paths_change', 'always'], presence: 'other' }),
  carry: z
    .enum(['identical_patch', 'clean_merges', 'never'])
    .default('never')
    .describe(
      'Keeps a sign-off that a push would end while policy, base branch and everything that the pull request changes are the same to the byte: after clean merges of the base branch only, or after a rebase or an amended message too. Never for forks.',
    )
    .meta({ stricter: ['identical_patch', 'clean_merges', 'never'] }),
  bots: z
    .array(z.int().min(1).max(Number.MAX_SAFE_INTEGER))
    .min(1)
    .max(20)
    .optional()
    .describe('Numeric ids of bot accounts that may sign as members of the role do. Left out: people only.')
    .meta({ stricter: 'fewer', presence: 'weaker' }),
  conditional: z
    .boolean()
    .default(true)
    .describe('A sign-off that accepts open points (`/sign-off rollback --open #123`) counts.')
    .meta({ stricter: [true, false] }),
  delegable: z
    .boolean()
    .default(false)
    .describe(
      'A member of the role may let somebody else sign for them (`/delegate @login rollback until 2026-12-24`).',
    )
    .meta({ stricter: [true, false] }),
  environments: z
    .array(environmentName)
    .min(1)
    .max(20)
    .optional()
    .describe(
      'Environments, such as customer sites, for each of which `count` people sign. Left out: one sign-off for all.',
    )
    .meta({ stricter: 'more' }),
  on_membership_loss: z
    .enum(['keep', 'invalidate'])
    .default('invalidate')
    .describe('Whether a sign-off ends when its signer leaves the role.')
    .meta({ stricter: ['keep', 'invalidate'] }),
  evidence: z
    .templateLiteral(['gates.', z.string()])
    .optional()
    .describe('Ticked by the machine while this gate passes, e.g. `gates.coverage`.'),
  by_review: z
    .boolean()
    .default(false)
    .describe('An approving review by a member of the role signs this item.')
    .meta({ stricter: [true, false] }),
  allow_self: z
    .boolean()
    .default(false)
    .describe('People who contributed to the pull request may sign.')
    .meta({ stricter: [true, false] }),
})

export const checklist = z.strictObject({
  id: id.describe('Names the checklist in messages.'),
  level: z
    .enum(['block', 'warn', 'info', 'off'])
    .default('block')
    .describe('`block` decides the verdict, `warn` and `info` only tell, `off` switches off.')
    .meta({ stricter: ['off', 'info', 'warn', 'block'] }),
  when: when.optional().describe('Left out: every pull request.').meta({ presence: 'weaker' }),
  items: z.array(item).min(1).max(50).describe('What is confirmed, one by one.').meta({ stricter: 'more' }),
})

export type ChecklistPolicy = z.output<typeof checklist>
export type ItemPolicy = ChecklistPolicy['items'][number]
