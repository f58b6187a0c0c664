import type { FindingDoubt } from '../facts/facts.ts'

/** Where a file stands, as SARIF says it. */
export interface Location {
  readonly uri: string | null
  readonly baseId: string | null
}

/** `originalUriBaseIds` of a run. */
export type UriBases = ReadonlyMap<string, Location>

export type Resolved =
  | { readonly path: string | null; readonly doubt: null }
  | { readonly path: null; readonly doubt: FindingDoubt }

const longest = 4096
const none: Resolved = { path: null, doubt: null }

/**
 * The path within the repository, or why there is none. What lies outside, has another scheme than `file`, or cannot be
 * a path, is never one; nothing is read or followed.
 */
export function resolveUri(location: Location, bases: UriBases, root: string | null): Resolved {
  const { uri } = location
  if (uri === null || uri === '') return none
  const refused = (code: 'SRF-PATH' | 'SRF-URI', value: string): Resolved => ({
    path: null,
    doubt: { code, value: value.toWellFormed().slice(0, 100) },
  })
  const parts = [uri]
  const seen = new Set<string>()
  for (let { baseId } = location; baseId !== null && !isAbsolute(parts[0] ?? ''); ) {
    const base = bases.get(baseId)
    if (base === undefined && !isSourceRoot(baseId)) return refused('SRF-URI', baseId)
    if (seen.has(baseId)) return refused('SRF-URI', baseId)
    seen.add(baseId)
    if (base === undefined) break
    // A scanner of whole file systems writes the root of its own for the folder that it was given.
    if (base.uri !== null && !/^file:\/{1,3}$/.test(base.uri)) parts.unshift(base.uri)
    baseId = base.baseId
  }
  const path = pathOf(parts, root)
  return path === undefined ? refused('SRF-PATH', uri) : { path, doubt: null }
}

const isAbsolute = (uri: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(uri)

/** Names that tools give to the root of the checkout without saying where it is. */
const isSourceRoot = (id: string): boolean => /^%?(?:SRCROOT|SRC_ROOT|PROJECTROOT|REPOROOT)%?$/i.test(id)

/** `undefined`: no path of the repository. */
function pathOf(parts: readonly string[], root: string | null): string | undefined {
  const decoded = parts.map(decode)
  if (decoded.some(part => part === undefined)) return undefined
  const joined = decoded.map(part => (part ?? '').replaceAll('\\', '/')).join('/')
  const inside = /^(?:\/|[a-z]:)/i.test(joined) ? below(joined, root) : joined
  if (inside === undefined) return undefined
  const segments: string[] = []
  for (const segment of inside.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return undefined
    if (segment !== '' && segment !== '.' && segment !== '..') segments.push(segment)
  }
  const path = segments.join('/')
  const isPossible = path !== '' && path.length <= longest && path.isWellFormed() && !hasControls(path)
  return isPossible && !/^[a-z]:/i.test(path) ? path : undefined
}

/** Without the scheme and with its escapes undone; `undefined`: another scheme, another host, or broken escapes. */
function decode(uri: string): string | undefined {
  const file = /^file:(?:\/\/(?:localhost)?(?=\/|$))?/i.exec(uri)
  const rest = file === null ? uri : uri.slice(file[0].length)
  if (rest.startsWith('//') || (file === null && /^[a-z][a-z0-9+.-]+:/i.test(rest))) return undefined
  try {
    const path = decodeURIComponent(rest)
    return file !== null && /^\/[a-z]:/i.test(path) ? path.slice(1) : path
  } catch {
    return undefined
  }
}

/** Of an absolute path, what stands below the checkout. */
function below(path: string, root: string | null): string | undefined {
  if (root === null) return undefined
  const folder = root.replaceAll('\\', '/').replace(/\/+$/, '')
  if (folder === '') return undefined
  const isSame = /^[a-z]:/i.test(folder)
    ? path.toLowerCase().startsWith(`${folder.toLowerCase()}/`)
    : path.startsWith(`${folder}/`)
  return isSame ? path.slice(folder.length + 1) : undefined
}

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || code === 0x7f) return true
  }
  return false
}
