import { baseName } from '../paths.ts'
import type { ManifestReader, RuntimeNeed } from './model.ts'

const single: Readonly<Record<string, string>> = {
  '.nvmrc': 'node',
  '.node-version': 'node',
  '.python-version': 'python',
  '.ruby-version': 'ruby',
  '.java-version': 'java',
  '.php-version': 'php',
  '.go-version': 'go',
  'runtime.txt': 'python',
}

const known: Readonly<Record<string, string>> = { nodejs: 'node', golang: 'go' }
const languages = /^(?:node|python|ruby|java|php|go|elixir|erlang|rust|dotnet)$/

/** Files that pin the version of a language and nothing else. Node's second number comes and goes. */
export const versionPins: ManifestReader = {
  concerns: path => Object.hasOwn(single, baseName(path)) || baseName(path) === '.tool-versions',
  read: (text, path) => {
    const lines = text.slice(0, 10_000).split(/\r?\n/)
    const name = baseName(path)
    if (name === '.tool-versions')
      return { runtimes: lines.flatMap((line, index) => tool(line, index + 1)), dependencies: [] }
    const index = lines.findIndex(line => /^\s*[^#\s]/.test(line))
    const version = /\d[\w.]*/.exec(lines[index] ?? '')?.[0]
    const key = single[name]
    if (version === undefined || key === undefined) return { runtimes: [], dependencies: [] }
    return { runtimes: [pinned(key, version, index + 1)], dependencies: [] }
  },
}

function tool(line: string, number: number): readonly RuntimeNeed[] {
  const [, name = '', version] = /^\s*([\w-]+)\s+\D*?(\d[\w.]*)/.exec(line) ?? []
  const key = Object.hasOwn(known, name) ? (known[name] ?? name) : name
  return version === undefined || !languages.test(key) ? [] : [pinned(key, version, number)]
}

const pinned = (key: string, version: string, line: number): RuntimeNeed => ({
  key,
  version,
  line,
  numbers: /^(?:node|java|erlang)$/.test(key) ? 1 : 2,
})
