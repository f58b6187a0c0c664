import { interpolations } from '../interpolation.ts'
import type { Detector } from '../model.ts'
import { baseName, isDeveloperVariant, isShipped } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'

const isEnvFile = (path: string): boolean =>
  /^(?:[\w-]*\.env(?:[._-][\w.-]+)?|(?:[\w-]+\.)?env[._-](?:example|sample|template|tmpl|dist|defaults?)|(?:example|sample|template|default)[._-]env)$/i.test(
    baseName(path),
  ) && !/^versions?\.|local|\.(?:[cm]?[jt]sx?|d\.ts|py|rb|go|php|sh|md|ya?ml|json)$/i.test(baseName(path))

/** `.env` files and their examples: names, and the values that hold unless somebody writes others. */
export const envFile: Detector = {
  concerns: path => isEnvFile(path) && isShipped(path) && !isDeveloperVariant(path),
  detect: change => compare(change, statedBy(change.before), statedBy(change.after)),
}

const assignment = /^\s*(#\s?)?(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/

/** A name in capitals behind `#` is declared too: it may be set; what stands behind it is no default. */
function statedBy(text: string | null): readonly Stated[] {
  const stated = new Map<string, Stated>()
  for (const [index, line] of (text ?? '').split(/\r?\n/).entries()) {
    if (line.length > 10_000) continue
    const [, comment, key = '', rest = ''] = assignment.exec(line) ?? []
    if (key === '' || (comment !== undefined && (!/^[A-Z][A-Z0-9_]+$/.test(key) || / \w+ \w+ /.test(rest)))) continue
    if (comment !== undefined && stated.has(key)) continue
    const value = plain(rest)
    stated.set(key, {
      kind: 'env-var',
      key,
      value: comment === undefined ? `=${value}` : '#',
      shown: comment === undefined ? value : null,
      line: index + 1,
    })
  }
  return [...stated.values()]
}

/** Without quotes and a comment behind it. */
function plain(text: string): string {
  const quoted = /^(["'])((?:(?!\1)[^\\]|\\.)*)\1/.exec(text.trim())
  const value = quoted ? (quoted[2] ?? '') : text.replace(/\s+#.*$/, '').trim()
  return interpolations(value).length > 0 ? value.replace(/\s+/g, ' ') : value
}
