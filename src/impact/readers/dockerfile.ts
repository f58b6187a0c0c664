/** One instruction of a Dockerfile, continued lines joined, comments left out. */
export interface Instruction {
  /** Upper case. */
  readonly name: string
  readonly flags: ReadonlyMap<string, string>
  /** What follows the flags. */
  readonly text: string
  /** Bodies of here-documents, joined. */
  readonly heredoc: string
  readonly line: number
}

/** Reads what looks like instructions and passes over the rest. */
export function readDockerfile(text: string): readonly Instruction[] {
  const lines = text.split(/\r?\n/)
  const continuation = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 3).join('\n')) ? '`' : '\\'
  const lastLine = new Map(lines.map((line, index) => [line.trim(), index]))
  const instructions: Instruction[] = []
  for (let index = 0; index < lines.length; index++) {
    const first = index
    const parts: string[] = []
    for (; index < lines.length; index++) {
      const line = lines[index] ?? ''
      if (line.trimStart().startsWith('#')) {
        if (parts.length === 0) break
        continue
      }
      const trimmed = line.trimEnd()
      if (parts.length > 0 && trimmed === '') continue
      parts.push(trimmed.endsWith(continuation) ? trimmed.slice(0, -1) : line)
      if (!trimmed.endsWith(continuation)) break
    }
    const match = /^\s*([A-Za-z]+)\s+(\S.*)$/s.exec(parts.join(' '))
    if (!match) continue
    let heredoc = ''
    for (const [, word = ''] of (match[2] ?? '').matchAll(/(?<!<)<<-?["']?([A-Za-z_]\w*)["']?/g)) {
      if (!/^(?:RUN|COPY|ADD)$/i.test(match[1] ?? '')) break
      if ((lastLine.get(word) ?? -1) <= index) break
      let end = index + 1
      while (lines[end]?.trim() !== word) end++
      heredoc += `${lines.slice(index + 1, end).join('\n')}\n`
      index = end
    }
    instructions.push({ ...instruction(match[1] ?? '', match[2] ?? ''), heredoc, line: first + 1 })
  }
  return instructions
}

function instruction(name: string, rest: string): Pick<Instruction, 'name' | 'flags' | 'text'> {
  const flags = new Map<string, string>()
  let text = rest.trim()
  for (;;) {
    const flag = /^--([a-z][a-z-]*)(?:=(\S*))?\s+/.exec(text)
    if (!flag) break
    const [whole, key = '', value = ''] = flag
    flags.set(key, flags.has(key) ? `${flags.get(key)} ${value}` : value)
    text = text.slice(whole.length)
  }
  return { name: name.toUpperCase(), flags, text }
}

/** `A=1 B="two words"` or the old `A one value`. */
export function readPairs(text: string): readonly (readonly [name: string, value: string])[] {
  const old = /^([^\s=]+)\s+(.*)$/s.exec(text)
  if (old && !/^[^\s=]+=/.test(text)) return [[old[1] ?? '', unquote(old[2] ?? '')]]
  return words(text).map(word => {
    const cut = word.indexOf('=')
    return cut < 0 ? [word, ''] : [word.slice(0, cut), word.slice(cut + 1)]
  })
}

/** Words as a shell cuts them, quotes taken off. */
export function words(text: string): readonly string[] {
  const found: string[] = []
  for (const [word] of text.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\]|["'])+/gs)) {
    found.push(
      word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/gs, (_, double?: string, single?: string) => double ?? single ?? ''),
    )
  }
  return found
}

const unquote = (text: string): string => /^(["'])(.*)\1$/s.exec(text.trim())?.[2] ?? text.trim()

/** `["a", "b"]` or words. */
export function readList(text: string): readonly string[] {
  if (text.trimStart().startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text)
      if (Array.isArray(list)) return list.filter(item => typeof item === 'string')
    } catch {}
    return words(text.replace(/[[\],]/g, ' '))
  }
  return words(text)
}

const maxExpansion = 1000

/** Fills in the variables whose value is known; the others stay as they stand. */
export function expand(text: string, lookUp: (name: string) => string | undefined): string {
  return text
    .slice(0, maxExpansion)
    .replace(/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?-([^${}]*))?\})/g, (whole, bare, braced, fallback) => {
      const value = lookUp(bare ?? braced) ?? fallback
      return value === undefined ? whole : value
    })
    .slice(0, maxExpansion)
}
