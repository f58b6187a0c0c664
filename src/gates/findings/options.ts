import { createHash } from 'node:crypto'
import { z } from 'zod'
import { defaultLevels } from '../../findings/model.ts'
import { message } from '../../locales/message.ts'
import { glob, refuse } from '../../policy/fields.ts'

const severity = z.enum(['none', 'low', 'medium', 'high', 'critical'])
const level = (name: keyof typeof defaultLevels) =>
  severity
    .default(defaultLevels[name])
    .describe(`Severity of a result that says no more than \`${name}\`.`)
    .meta({ stricter: ['none', 'low', 'medium', 'high', 'critical'] })

export const alertKinds = ['code-scanning', 'dependabot', 'secret-scanning'] as const

export const options = z
  .strictObject({
    sarif: z
      .array(glob)
      .max(50)
      .default([])
      .describe('SARIF files that the run writes; at least one for each pattern.')
      .meta({ stricter: 'more' }),
    fail_on: z
      .enum(['critical', 'high', 'medium', 'low'])
      .default('high')
      .describe('Results of this severity and above count.')
      .meta({ stricter: ['critical', 'high', 'medium', 'low'] }),
    new_only: z
      .boolean()
      .default(false)
      .describe('Only results that the base branch does not have count.')
      .meta({ stricter: [true, false] }),
    basis: z
      .enum(['fingerprint', 'changed_lines'])
      .default('fingerprint')
      .describe(
        'What `new_only` calls new: what no result of the base branch is like, or what stands on changed lines.',
      )
      .meta({ stricter: 'other' }),
    levels: z
      .strictObject({
        error: level('error'),
        warning: level('warning'),
        note: level('note'),
        none: level('none'),
      })
      .prefault({})
      .describe('Severities of results without a number of their own (`security-severity`).')
      .meta({ presence: 'other' }),
    suppressed: z
      .enum(['ignore', 'count'])
      .default('ignore')
      .describe('What becomes of results that are accepted in the source by the means of the tool.')
      .meta({ stricter: ['ignore', 'count'] }),
    baseline_state: z
      .enum(['use', 'ignore'])
      .default('ignore')
      .describe('Whether the file itself may say which results are new (`baselineState`).')
      .meta({ stricter: ['use', 'ignore'] }),
    alerts: z
      .array(z.enum(alertKinds))
      .max(alertKinds.length)
      .default([])
      .describe("Open alerts of GitHub's own scanners that count too.")
      .meta({ stricter: 'more' }),
  })
  .superRefine(({ sarif, alerts }, ctx) => {
    if (sarif.length + alerts.length === 0) refuse(ctx, 'CFG-REQUIRED', message('findings.option.source', {}))
  })

export type FindingsOptions = z.output<typeof options>

/** Of what decides what is measured, and how. */
export const findingsScope = ({ sarif, levels, baseline_state }: FindingsOptions): string =>
  createHash('sha256')
    .update(JSON.stringify(['findings-1', sarif, levels, baseline_state]))
    .digest('hex')
    .slice(0, 16)
