import { baseName } from '../paths.ts'
import type { Dependency, ManifestReader, RuntimeNeed } from './model.ts'

export const gemfile: ManifestReader = {
  concerns: path => /^(?:Gemfile|gems\.rb)$/.test(baseName(path)) || path.endsWith('.gemspec'),
  read: text => {
    const runtimes: RuntimeNeed[] = []
    const dependencies: Dependency[] = []
    let development = 0
    for (const [index, source] of text.split(/\r?\n/).entries()) {
      const line = source.length > 1_000 ? '' : source.replace(/(?<=^|\s)#.*$/, '')
      if (development > 0 || /^\s*group\b.*\bdo\b/.test(line)) development += depthOf(line, development)
      const version = /^\s*ruby\s+["']([^"']+)["']|required_ruby_version\s*=\s*["']([^"']+)["']/.exec(line)
      if (version) runtimes.push({ key: 'ruby', version: version[1] ?? version[2] ?? '', line: index + 1, numbers: 2 })
      const [, name, number] =
        /^\s*(?:gem|\w+\.add_(?:runtime_)?dependency)[\s(]+["']([^"']+)["']\s*,\s*["']([^"']+)["']/.exec(line) ?? []
      if (name === undefined || number === undefined || development > 0 || isForDevelopers(line)) continue
      dependencies.push({ name, version: number, line: index + 1 })
    }
    return { runtimes, dependencies }
  },
}

const isForDevelopers = (line: string): boolean =>
  /groups?:.*:(?:development|test)|:groups?\s*=>.*:(?:development|test)/.test(line)

/** How many blocks a line opens or closes within a group of development. */
function depthOf(line: string, depth: number): number {
  if (depth === 0) return /:(?:development|test|ci|lint|docs?)\b/.test(line) && !/:production\b/.test(line) ? 1 : 0
  if (/\bdo\b(?:\s*\|[^|]*\|)?\s*$/.test(line)) return 1
  return /^\s*end\b/.test(line) ? -1 : 0
}
