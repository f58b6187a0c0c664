import { type Message, message } from '../locales/message.ts'
import { isSpace, latin1, skipByteOrderMark, startsWithText } from './bytes.ts'
import type { ReportProblem } from './format.ts'

const headLength = 4096

export interface Head {
  /** What was taken from the chunks, to be read first. */
  readonly start: Uint8Array
  /** Up to 4 KiB of it without byte order mark and leading space. */
  readonly content: Uint8Array
  /** When these bytes alone show that it is no report. */
  readonly refusal: ReportProblem | undefined
}

/** Takes enough of a file to tell what it is. */
export function readHead(chunks: Iterator<Uint8Array>): Head {
  const start = firstChunks(chunks)
  const content = contentOf(start)
  return { start, content, refusal: refuseHead(content, start) }
}

/** The first chunks, joined, until there are enough bytes to tell a format. */
function firstChunks(iterator: Iterator<Uint8Array>): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < headLength) {
    const next = iterator.next()
    if (next.done) break
    length += next.value.length
    chunks.push(length < headLength ? next.value.slice() : next.value)
  }
  const [only] = chunks
  if (only && chunks.length === 1) return only
  const head = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    head.set(chunk, at)
    at += chunk.length
  }
  return head
}

function contentOf(start: Uint8Array): Uint8Array {
  let at = skipByteOrderMark(start)
  while (at < start.length && isSpace(start[at] ?? 0)) at++
  return start.subarray(at, at + headLength)
}

function refuseHead(head: Uint8Array, start: Uint8Array): ReportProblem | undefined {
  if (head.length === 0 && start.length < headLength)
    return { code: 'RPT-EMPTY', message: message('coverage.fault.empty-file', {}) }
  if (isUtf16(start)) return atStart('RPT-ENCODING', message('coverage.fault.encoding', { encoding: 'UTF-16' }))
  const kind = disguises.find(disguise => disguise.detect(head))
  return kind && atStart('RPT-FORMAT', message(kind.code, {}))
}

/** A byte order mark, or ASCII with every other byte zero. */
function isUtf16(start: Uint8Array): boolean {
  const [first = 1, second = 1] = start
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0)
}

/** What is often saved under a report's name. */
const disguises: readonly {
  readonly code: 'coverage.fault.html' | 'coverage.fault.gzip' | 'coverage.fault.binary'
  readonly detect: (head: Uint8Array) => boolean
}[] = [
  { code: 'coverage.fault.gzip', detect: head => head[0] === 0x1f && head[1] === 0x8b },
  { code: 'coverage.fault.html', detect: head => /^(<!doctype\s+html|<html[\s>])/i.test(latin1(head.subarray(0, 64))) },
  {
    code: 'coverage.fault.binary',
    detect: head => startsWithText(head, 'PK\x03\x04') || head.subarray(0, 1024).includes(0),
  },
]

export const atStart = (code: ReportProblem['code'], problem: Message): ReportProblem => ({
  code,
  message: problem,
  line: 1,
  column: 1,
})
