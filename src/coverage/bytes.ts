/** Where the text starts behind a UTF-8 byte order mark. */
export function skipByteOrderMark(bytes: Uint8Array, start = 0): number {
  return bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? start + 3 : start
}

/** Space, tab, LF or CR. */
export const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** ASCII text at the start, letters in either case. */
export function startsWithText(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && latin1(bytes.subarray(0, text.length)).toLowerCase() === text.toLowerCase()
}

/** One character per byte: for looking at a head whose encoding is not known yet. */
export const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Control characters stand in no path of a repository. */
export function hasControls(path: string): boolean {
  for (let at = 0; at < path.length; at++) if (path.charCodeAt(at) < 0x20) return true
  return false
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** `undefined`: the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** The first sixty bytes, for a message. */
export const excerpt = (bytes: Uint8Array, start: number, end: number): string =>
  new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 60)))
