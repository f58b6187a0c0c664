import { z } from 'zod'
import { type GateId, gateIds } from '../gates/index.ts'
import { message } from '../locales/message.ts'
import { glob, refuse } from './fields.ts'
import { visible } from './text.ts'

/** `2027-03-31`, a day that exists. */
const day = z.string().superRefine((text, ctx) => {
  if (!isDay(text)) refuse(ctx, 'CFG-DATE', message('policy.date', { got: visible(text) }))
})

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

/** What a waiver covers; everything that is given must fit. */
const match = z.strictObject({
  rule: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Rule, check, budget or whatever the gate names in its findings; exactly so.'),
  path: glob.optional().describe('Files whose findings are waived.'),
  tool: z.string().min(1).max(200).optional().describe('Tool that reports the finding.'),
})

export const waiver = z.strictObject({
  gate: z
    .enum(gateIds as unknown as readonly [GateId, ...GateId[]])
    .describe('Gate whose findings are accepted.')
    .meta({ stricter: 'other' }),
  match: match
    .optional()
    .describe('Only these findings. Left out: the gate as a whole.')
    .meta({ presence: 'stricter' }),
  reason: z.string().min(10).max(1000).describe('Why this is acceptable; shown wherever the waiver is used.'),
  owner: z.string().min(1).max(100).describe('Who answers for it: a login, a team or a name.'),
  expires: day.describe('Last day on which it holds, `2027-03-31`, in UTC.'),
})

export type WaiverPolicy = z.output<typeof waiver>
