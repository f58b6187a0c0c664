import { message } from '../locales/message.ts'
import { err, type Result } from '../result.ts'
import type { ReportProblem } from './format.ts'
import { type FormatId, formatIds, formats } from './formats/index.ts'
import { atStart, readHead } from './head.ts'
import { type CoverageReport, countFile } from './model.ts'
import { rootOf } from './xml.ts'

export interface ReadReport {
  readonly format: FormatId
  readonly report: CoverageReport
}

/**
 * Reads one report. Without `format` the first 4 KiB decide. A report without an executable line is refused
 * (`RPT-EMPTY`): nothing measured is not everything covered.
 */
export function readReport(chunks: Iterable<Uint8Array>, format?: FormatId): Result<ReadReport, ReportProblem> {
  const iterator = chunks[Symbol.iterator]()
  const { start, content, refusal } = readHead(iterator)
  if (refusal) return err(refusal)
  const id = format ?? formatIds.find(candidate => formats[candidate].detect(content))
  if (id === undefined) return err(unknownFormat(content))
  const reader = formats[id].reader()
  reader.push(start)
  for (let next = iterator.next(); !next.done; next = iterator.next()) reader.push(next.value)
  const read = reader.end()
  if (!read.ok) return read
  if (!hasLines(read.value)) return err({ code: 'RPT-EMPTY', message: message('coverage.fault.empty', {}) })
  return { ok: true, value: { format: id, report: read.value } }
}

function unknownFormat(head: Uint8Array): ReportProblem {
  const root = /^<([A-Za-z_][\w.:-]{0,60})/.exec(rootOf(head))?.[1]
  return root === undefined
    ? atStart('RPT-FORMAT', message('coverage.fault.unknown-format', { formats: formatIds }))
    : { code: 'RPT-ROOT', message: message('coverage.fault.unknown-root', { root, formats: formatIds }) }
}

const hasLines = (report: CoverageReport): boolean =>
  report.files.values().some(file => countFile(file).lines.total > 0)
