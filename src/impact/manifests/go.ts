import { baseName } from '../paths.ts'
import type { Dependency, ManifestReader, RuntimeNeed } from './model.ts'

/** `module/v2 v2.0.1`; the first number of a module is part of its path. Indirect ones are not ours to name. */
const requirement = /^\s*(?:require\s+)?([\w.~-]+\.[\w.~-]+\/[\w./~-]+)\s+(v\d[\w.+-]*)\s*(?:\/\/\s*(.*))?$/

export const goMod: ManifestReader = {
  concerns: path => baseName(path) === 'go.mod',
  read: text => {
    const runtimes: RuntimeNeed[] = []
    const dependencies: Dependency[] = []
    let block = ''
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      if (line.length > 1_000) continue
      const opened = /^(\w+)\s*\($/.exec(line.trim())
      if (opened) block = opened[1] ?? ''
      else if (line.trim() === ')') block = ''
      const version = /^go\s+(\d[\w.]*)/.exec(line)?.[1]
      if (version !== undefined) runtimes.push({ key: 'go', version, line: index + 1, numbers: 2 })
      const [, path, number, comment] = requirement.exec(line) ?? []
      if (path === undefined || number === undefined || comment?.includes('indirect')) continue
      if (block !== 'require' && !/^\s*require\b/.test(line)) continue
      dependencies.push({ name: path.replace(/[/.]v\d+$/, ''), version: number, line: index + 1 })
    }
    return { runtimes, dependencies }
  },
}
