/** One line of a file of sections and keys. */
export interface IniEntry {
  readonly section: string
  readonly key: string
  readonly value: string
  readonly line: number
}

/** Sections and keys of systemd units, INI files, and files of `key value` lines. Comments and what fits neither are passed over. */
export function readIni(text: string, separator: RegExp = /\s*[=:]\s*/): readonly IniEntry[] {
  const entries: IniEntry[] = []
  let section = ''
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index++) {
    const first = index
    let line = lines[index] ?? ''
    if (/^\s*(?:[#;!]|$)/.test(line) || line.length > 10_000) continue
    while (line.endsWith('\\') && index + 1 < lines.length && line.length < 10_000)
      line = `${line.slice(0, -1)} ${lines[++index]?.trim()}`
    const header = /^\s*\[+\s*([^\]]+?)\s*\]+\s*(?:[#;].*)?$/.exec(line)
    if (header) {
      section = header[1] ?? ''
      continue
    }
    const cut = separator.exec(line.trimStart())
    if (!cut) continue
    const key = line.trimStart().slice(0, cut.index)
    const value = line
      .trimStart()
      .slice(cut.index + cut[0].length)
      .trim()
    if (/^[A-Za-z_][\w.\-/ ]*$/.test(key)) entries.push({ section, key, value, line: first + 1 })
  }
  return entries
}
