import { message } from '../locales/message.ts'
import { err, type Result } from '../result.ts'
import { latin1, skipByteOrderMark } from './bytes.ts'
import type { ReportProblem } from './format.ts'
import { type FormatId, formatIds, formats } from './formats/index.ts'
import { atStart, type Head, readHead } from './head.ts'
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
  const head = readHead(iterator)
  const { start, content, refusal } = head
  if (refusal) return err(refusal)
  const id = format ?? formatIds.find(candidate => formats[candidate].detect(content))
  if (id === undefined) return err(unknownFormat(head))
  const reader = formats[id].reader()
  reader.push(start)
  for (let next = iterator.next(); !next.done; next = iterator.next()) reader.push(next.value)
  const read = reader.end()
  if (!read.ok) return read
  if (!hasLines(read.value)) return err({ code: 'RPT-EMPTY', message: message('coverage.fault.empty', {}) })
  return { ok: true, value: { format: id, report: read.value } }
}

function unknownFormat({ start, content }: Head): ReportProblem {
  const text = rootOf(content)
  const root = /^<([A-Za-z_][\w.:-]{0,60})/.exec(text)?.[1]
  if (root === undefined) return atStart('RPT-FORMAT', message('coverage.fault.unknown-format', { formats: formatIds }))
  // Of a document type that does not end within the head there is no root yet, but its name.
  const at = latin1(content).endsWith(text) ? content.length - text.length : 0
  const before = latin1(start.subarray(skipByteOrderMark(start), content.byteOffset - start.byteOffset + at)).split(
    '\n',
  )
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  return { code: 'RPT-ROOT', message: message('coverage.fault.unknown-root', { root, formats: formatIds }), ...place }
}

const hasLines = (report: CoverageReport): boolean =>
  report.files.values().some(file => countFile(file).lines.total > 0)
