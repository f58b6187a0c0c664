/** One setting of a file of braces and lines: HJSON, HOCON. */
export interface HjsonEntry {
  /** Dotted. */
  readonly key: string
  readonly value: string
  readonly line: number
}

const maxDepth = 20

/** `a: {`, `b: 1`, `}`, one a line; comments are passed over, lists are read as far as their first line. */
export function readHjson(text: string): readonly HjsonEntry[] {
  const entries: HjsonEntry[] = []
  const path: string[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.length > 2000 || /^(?:#|\/\/|\/?\*)/.test(line)) continue
    const match = /^["']?([\w.-]+)["']?\s*(?:[:=]\s*)?(.*?),?$/.exec(line)
    if (/^[}\]]/.test(line)) path.pop()
    else if (/[{[]$/.test(line)) path.push(path.length < maxDepth ? (match?.[1] ?? '') : '')
    else if (match && /^["']?[\w.-]+["']?\s*[:=]/.test(line)) {
      const key = [...path, match[1] ?? ''].filter(part => part !== '').join('.')
      entries.push({ key: key.slice(0, 500), value: (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2'), line: index + 1 })
    }
  }
  return entries
}
