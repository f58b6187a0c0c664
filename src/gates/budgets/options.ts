import { createHash } from 'node:crypto'
import { z } from 'zod'
import { message } from '../../locales/message.ts'
import { formatOfName, type MetricFormatId, metricFormatIds, metricFormats } from '../../metrics/index.ts'
import { pathLimits } from '../../metrics/path.ts'
import { refuse } from '../../policy/fields.ts'

const limit = z.number()
/** An amount in the value's own unit, or a share of the base's value. */
const change = z.union([
  z.number().min(0).meta({ stricter: 'lower' }),
  z.string().regex(/^(?:0|[1-9]\d{0,5})(?:\.\d{1,6})? ?%$/),
])

const rule = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(60)
      .optional()
      .describe('Shown in messages; unique. Left out: the `value`.')
      .meta({ stricter: 'other' }),
    file: z
      .string()
      .min(1)
      .max(300)
      .describe('File that the run writes, relative to the repository. One file, no pattern.')
      .meta({ stricter: 'other' }),
    format: z
      .enum(metricFormatIds)
      .optional()
      .describe('Left out: told from the name of the file: `.json`, `.xml` (JUnit), anything else lines of text.')
      .meta({ stricter: 'other' }),
    value: z
      .string()
      .min(1)
      .max(pathLimits.length)
      .describe('Where the number stands, e.g. `latency.p95`; its form is that of the format.')
      .meta({ stricter: 'other' }),
    unit: z.string().min(1).max(20).optional().describe('Shown behind the number.').meta({ stricter: 'other' }),
    max: limit.optional().describe('The value may be as large as this.').meta({ stricter: 'lower' }),
    min: limit.optional().describe('The value may be as small as this.').meta({ stricter: 'higher' }),
    max_increase: change
      .optional()
      .describe('By how much it may be above the base branch: an amount, or e.g. `5%`.')
      .meta({ stricter: 'other', presence: 'stricter' }),
    max_decrease: change
      .optional()
      .describe('By how much it may be below the base branch: an amount, or e.g. `5%`.')
      .meta({ stricter: 'other', presence: 'stricter' }),
    without_base: z
      .enum(['passes', 'waits'])
      .default('waits')
      .describe('While the base branch has no value: whether a budget that has nothing else to go by passes.')
      .meta({ stricter: ['passes', 'waits'] }),
  })
  .superRefine((value, ctx) => {
    const problem = metricFormats[formatOf(value)].check(value.value)
    if (problem) refuse(ctx, 'CFG-TYPE', problem, ['value'])
    if (/[*?[\]{}]/.test(value.file))
      refuse(ctx, 'CFG-GLOB', message('budgets.option.file', { file: value.file }), ['file'])
    else if (
      value.file.split('/').some(part => part === '' || part === '.' || part === '..') ||
      /\\|^[a-z]:/i.test(value.file)
    )
      refuse(ctx, 'GLB-PATH', message('budgets.option.path', { file: value.file }), ['file'])
    if (!isLimited(value)) refuse(ctx, 'CFG-REQUIRED', message('budgets.option.limit', {}))
    if (value.min !== undefined && value.max !== undefined && value.min > value.max)
      refuse(ctx, 'CFG-IMPOSSIBLE', message('budgets.option.range', { min: value.min, max: value.max }), ['min'])
  })

export const options = z.strictObject({
  rules: z
    .array(rule)
    .min(1)
    .max(100)
    .superRefine((rules, ctx) => {
      const names = rules.map(budgetName)
      names.forEach((name, index) => {
        if (names.indexOf(name) < index)
          refuse(ctx, 'CFG-DUPID', message('budgets.option.duplicate', { name }), [
            index,
            rules[index]?.name ? 'name' : 'value',
          ])
      })
    })
    .describe('Every budget is checked on its own.')
    .meta({ stricter: 'more' }),
})

export type BudgetsOptions = z.output<typeof options>
export type Budget = BudgetsOptions['rules'][number]

type Limits = Partial<Pick<Budget, 'max' | 'min' | 'max_increase' | 'max_decrease'>>

const isLimited = (value: Limits): boolean => hasAbsolute(value) || hasRelative(value)
export const hasAbsolute = ({ max, min }: Limits): boolean => max !== undefined || min !== undefined
export const hasRelative = ({ max_increase, max_decrease }: Limits): boolean =>
  max_increase !== undefined || max_decrease !== undefined

export const budgetName = ({ name, value }: { readonly name?: string | undefined; readonly value: string }): string =>
  name ?? value

export const formatOf = ({
  file,
  format,
}: {
  readonly file: string
  readonly format?: MetricFormatId | undefined
}): MetricFormatId => format ?? formatOfName(file)

/** Tells one number from another that a different policy called the same. */
export const budgetSource = (budget: Pick<Budget, 'file' | 'format' | 'value'>): string =>
  createHash('sha256')
    .update(JSON.stringify(['budget-1', budget.file, formatOf(budget), budget.value]))
    .digest('hex')
    .slice(0, 16)
