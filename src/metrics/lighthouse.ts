import { message } from '../locales/message.ts'
import { readJson } from './json.ts'
import type { MetricFormat } from './metric.ts'
import type { ValuePath } from './path.ts'

const categories: ReadonlySet<string> = new Set(['performance', 'accessibility', 'best-practices', 'seo', 'pwa'])

/**
 * A report of Lighthouse: a category is its score from 0 to 1, any other word the numeric value of the audit of that
 * id, in the audit's own unit.
 */
export const lighthouse: MetricFormat = {
  id: 'lighthouse',
  title: 'Lighthouse report',
  check: value => (/^[a-z][a-z0-9-]{0,99}$/.test(value) ? undefined : message('budgets.lighthouse', { value })),
  read: (chunks, values) =>
    readJson(
      chunks,
      values.map(value => [pathOf(value)]),
    ),
}

const pathOf = (value: string): ValuePath =>
  categories.has(value) ? ['categories', value, 'score'] : ['audits', value, 'numericValue']
