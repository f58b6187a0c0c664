/** One `key = value` of a TOML file. */
export interface TomlEntry {
  /** Dotted, without quotes; `''`: above the first section. */
  readonly section: string
  readonly key: string
  /** As it is written, lists of several lines in one. */
  readonly value: string
  readonly line: number
}

const assignment = /^\s*((?:"[^"\n]*"|'[^'\n]*'|[\w.-]+)(?:\s*\.\s*(?:"[^"\n]*"|[\w-]+))*)\s*=\s*(.*)$/

/** Keys of a TOML file, line by line; texts of several lines are passed over. */
export function readToml(text: string): readonly TomlEntry[] {
  const entries: TomlEntry[] = []
  const lines = text.split(/\r?\n/)
  let section = ''
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line.length > 10_000) continue
    const header = /^\s*\[\[?\s*([^\]\n]+?)\s*\]\]?\s*(?:#.*)?$/.exec(line)
    if (header) {
      section = (header[1] ?? '').replace(/["'\s]/g, '')
      continue
    }
    const [, key, first = ''] = assignment.exec(line) ?? []
    if (key === undefined) continue
    const start = index
    let value = withoutComment(first)
    if (/^(?:"""|''')/.test(value)) {
      const quotes = value.slice(0, 3)
      if (value.indexOf(quotes, 3) < 0) while (++index < lines.length && !(lines[index] ?? '').includes(quotes));
      continue
    }
    while (isOpen(value) && index + 1 < lines.length && index - start < 2_000) {
      index++
      value += ` ${withoutComment((lines[index] ?? '').slice(0, 2_000)).trim()}`
    }
    entries.push({ section, key: key.replace(/["'\s]/g, ''), value: value.trim(), line: start + 1 })
  }
  return entries
}

function withoutComment(text: string): string {
  const match = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^"'#])*/.exec(text)
  return match === null ? text : (text.slice(match[0].length).startsWith('#') ? match[0] : text).trimEnd()
}

/** A list or table that another line closes. */
function isOpen(value: string): boolean {
  if (!/^[[{]/.test(value)) return false
  const marks = value.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '')
  const count = (mark: string): number => marks.split(mark).length - 1
  return count('[') > count(']') || count('{') > count('}')
}

/** Strings of a list, in order. */
export const tomlStrings = (value: string): readonly string[] =>
  [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map(match => match[1] ?? match[2] ?? '')

/** A string, or the string under the key of an inline table. */
export function tomlText(value: string, key?: string): string | null {
  if (key === undefined || !value.startsWith('{'))
    return /^(?:"(.*)"|'(.*)')$/.exec(value)?.slice(1).find(Boolean) ?? null
  return new RegExp(String.raw`[{,\s]${key}\s*=\s*["']([^"']*)["']`).exec(value)?.[1] ?? null
}
