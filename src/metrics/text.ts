import type { ReportProblem } from '../coverage/format.ts'
import { longestLine, WholeLines } from '../coverage/whole-lines.ts'
import { message } from '../locales/message.ts'
import { nearest } from '../policy/text.ts'
import { err, ok, type Result } from '../result.ts'
import type { Found, MetricFormat } from './metric.ts'

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,4})?$/i
const longestKey = 300
const mostKeys = 100

/**
 * Lines of a key and a number: `p95 512.3`, `p95 = 512.3 ms`, `p95: 512.3`, and the text format of Prometheus
 * (`requests_total{code="200"} 12 1700000000`). The key is what stands before the number, whole and exactly so; behind
 * the number one more word may stand. Empty lines and lines that begin with `#` are passed over.
 */
export const text: MetricFormat = {
  id: 'text',
  title: 'lines of a key and a number',
  check: value =>
    value === value.trim() && !/^#|[=:]$|[\n\r]/.test(value) ? undefined : message('budgets.text.key', { value }),
  read: readText,
}

function readText(chunks: Iterable<Uint8Array>, values: readonly string[]): Result<readonly Found[], ReportProblem> {
  const found = new Map<string, Found>()
  const keys: string[] = []
  const decoder = new TextDecoder()
  const readLine = (line: string): void => {
    const key = values.find(value => isAt(line, value))
    if (key !== undefined) found.set(key, found.has(key) ? err({ kind: 'twice', key }) : numberIn(line, key))
    else if (keys.length < mostKeys && line !== '' && !line.startsWith('#')) keys.push(line.split(/[\s=:]/, 1)[0] ?? '')
  }
  const lines = new WholeLines((bytes, start, end) => {
    for (let at = start; at < end; ) {
      const stop = bytes.indexOf(0x0a, at)
      readLine(decoder.decode(bytes.subarray(at, stop)).trim())
      at = stop + 1
    }
  })
  for (const chunk of chunks)
    if (!lines.push(chunk))
      return err({ code: 'RPT-SIZE', message: message('coverage.fault.long-record', { limit: longestLine }) })
  lines.finish()
  return ok(values.map((key): Found => found.get(key) ?? missing(key, keys)))
}

/** The key ends where it ends: `p9` is not in `p95 12`. */
const isAt = (line: string, key: string): boolean =>
  line.length <= longestKey * 4 && line.startsWith(key) && /^\s*[=:]|^\s/.test(line.slice(key.length, key.length + 9))

function numberIn(line: string, key: string): Found {
  const [number = '', ...rest] = line
    .slice(key.length)
    .replace(/^\s*[=:]?\s*/, '')
    .split(/\s+/)
  const value = Number(number)
  if (!decimal.test(number) || rest.length > 1) return err({ kind: 'line', key, line: line.slice(0, 120) })
  return Number.isFinite(value) ? ok(value + 0) : err({ kind: 'range', path: key })
}

const missing = (key: string, keys: readonly string[]): Found =>
  err({
    kind: 'key',
    key,
    near: nearest(
      key,
      keys.filter(other => other !== key),
    ),
  })
