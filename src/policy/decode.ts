import { type Message, message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'
import type { ProblemCode } from './problem.ts'
import { maxPolicySize } from './search.ts'

export interface DecodeProblem {
  readonly code: ProblemCode
  readonly message: Message
  /** Into the text. */
  readonly offset: number
  /** The text up to there. */
  readonly before: string
}

/** UTF-8 bytes to text with `\n` line ends and without byte order mark. */
export function decode(bytes: Uint8Array): Result<string, DecodeProblem> {
  const refused = (code: ProblemCode, what: Message, before = '') =>
    err({ code, message: what, offset: before.length, before })
  if (bytes.length > maxPolicySize)
    return refused('CFG-SIZE', message('policy.size', { bytes: bytes.length, limit: maxPolicySize }))
  const encoding = otherEncoding(bytes)
  if (encoding) return refused('CFG-ENCODING', message('policy.encoding', { encoding }))
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = brokenByte(bytes)
  if (broken >= 0)
    return refused('CFG-ENCODING', message('policy.encoding.byte', { offset: broken, byte: bytes[broken] ?? 0 }))
  if (text.startsWith('version https://git-lfs.github.com/spec/'))
    return refused('CFG-FILE', message('policy.file', { kind: 'lfs' }))
  const lines = text.replace(/\r\n?/g, '\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what YAML forbids.
  const control = /[\0-\x08\x0b-\x1f\x7f]/.exec(lines)
  if (control)
    return refused(
      'CFG-SYNTAX',
      message('policy.control', { codePoint: control[0].charCodeAt(0) }),
      lines.slice(0, control.index),
    )
  return ok(lines)
}

function otherEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && c !== 0 && d === 0 && bytes.length > 3)) return 'UTF-16LE'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0 && bytes.length > 3)) return 'UTF-16BE'
  return undefined
}

/** Offset of the first byte that is not UTF-8, or -1: where decoding and encoding again gives something else. */
function brokenByte(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
  let at = again.findIndex((byte, i) => byte !== bytes[i])
  if (at < 0) return -1
  while (((again[at] ?? 0) & 0xc0) === 0x80) at--
  return at
}
