import type { ReportProblem } from '../coverage/format.ts'
import { readHead } from '../coverage/head.ts'
import { err, type Result } from '../result.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { k6 } from './k6.ts'
import { lighthouse } from './lighthouse.ts'
import type { Found } from './metric.ts'
import { text } from './text.ts'

/** Every format, in the order of the documentation. Adding one is one file and one line here. */
export const metricFormats = { json, k6, lighthouse, junit, text } as const

export type MetricFormatId = keyof typeof metricFormats
export const metricFormatIds = Object.keys(metricFormats) as readonly MetricFormatId[]

/** What a file name says of its format where the policy says nothing: JSON, JUnit, or lines of text. */
export const formatOfName = (file: string): MetricFormatId =>
  /\.json$/i.test(file) ? 'json' : /\.xml$/i.test(file) ? 'junit' : 'text'

/** Reads the values of one file in one pass. A page or an archive under the file's name is told as what it is. */
export function readValues(
  chunks: Iterable<Uint8Array>,
  format: MetricFormatId,
  values: readonly string[],
): Result<readonly Found[], ReportProblem> {
  const iterator = chunks[Symbol.iterator]()
  const { start, refusal } = readHead(iterator)
  if (refusal) return err(refusal)
  return metricFormats[format].read(rejoined(start, iterator), values)
}

function* rejoined(start: Uint8Array, rest: Iterator<Uint8Array>): Iterable<Uint8Array> {
  yield start
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value
}
