import { message } from '../locales/message.ts'
import { readJson } from './json.ts'
import type { MetricFormat } from './metric.ts'
import { pathLimits, type ValuePath } from './path.ts'

/** What k6 computes of a metric; `p95` and `p99.9` stand for `p(95)` and `p(99.9)`. */
const statistic = /^(.+)\.(avg|min|med|max|count|rate|value|passes|fails|p\d{1,2}(?:\.\d{1,4})?)$/

/**
 * The summary of k6: what `handleSummary` is given (`metrics.<name>.values`), or the older file of `--summary-export`
 * (`metrics.<name>`).
 */
export const k6: MetricFormat = {
  id: 'k6',
  title: 'k6 summary',
  check: value =>
    pathsOf(value) === null || value.length > pathLimits.length ? message('budgets.k6', { value }) : undefined,
  read: (chunks, values) =>
    readJson(
      chunks,
      values.map(value => pathsOf(value) ?? []),
    ),
}

function pathsOf(value: string): readonly ValuePath[] | null {
  const match = statistic.exec(value)
  if (match === null) return null
  const [, metric = '', name = ''] = match
  const key = /^p\d/.test(name) ? `p(${name.slice(1)})` : name
  return [
    ['metrics', metric, 'values', key],
    ['metrics', metric, key],
  ]
}
