/**
 * One way to read a reported path: names with `/` between them, in NFC, without `.`, empty names and inner `..`. Absolute
 * paths start with `/` or `C:/`.
 */
export interface Spelling {
  /** How many `..` a relative path starts with. Infinite when an absolute one climbs above its root. */
  readonly up: number
  readonly path: string
}

/**
 * The ways to read a reported path, likeliest first; none when it names no file (`<string>`, `[eval]`, `node:fs`, the
 * inside of a jar).
 *
 * Known notations: Windows (`C:\a`, `\\server\a`, `\\?\C:\a`, mixed separators), `file:` and `webpack:` URLs, Vite's
 * `/@fs/`, Bazel's `/proc/self/cwd/`, and `/private/var` of macOS for `/var`. Second readings: without space at the ends
 * and without `?query`, with percent-encoding decoded, with backslashes as separators where they may be part of a name.
 */
export function spellings(reported: string): readonly Spelling[] {
  if (!unusual.test(reported)) return [{ up: 0, path: reported }]
  if (noFile.test(reported)) return []
  const url = fromUrl(reported)
  const clean = (url ?? reported).trim().replace(/\?.*$/s, '')
  const readings = url === undefined ? [reported, clean, decode(clean)] : [decode(url), decode(clean), url]
  return distinct(readings.flatMap(withSlashes).map(parse)).filter(({ up, path }) => up > 0 || path !== '')
}

/** The likeliest reading. `null` when `..` leads above the start of the path. */
export function normalisePath(reported: string): string | null {
  const [likeliest] = spellings(reported)
  if (likeliest === undefined) return reported.normalize('NFC')
  return likeliest.up > 0 ? null : likeliest.path
}

export const isAbsolute = (path: string): boolean => /^(?:[a-z]:)?\//i.test(path)

/** Where a relative path leads from a folder (`''`, or ending in `/`). `null`: above the start. */
export function placeFrom(folder: string, { up, path }: Spelling): string | null {
  let end = folder.length
  for (let step = 0; step < up; step++) {
    if (end <= 0) return null
    end = folder.lastIndexOf('/', end - 2) + 1
  }
  return folder.slice(0, end) + path
}

/** Everything but names of printable ASCII with single slashes between them. */
const unusual =
  /[^ -~]|[\\%?:<>[]|!\/|^\.{0,2}$|^\.{1,2}\/|\/\.{0,2}(?:\/|$)|^[ ]|[ ]$|^\/(?:@fs|private|proc\/self\/cwd)\//

const noFile = /^<.*>$|^\[[^/]*\]$|^(?!file:|webpack(?:-internal)?:)[a-z][a-z\d+.-]+:|\.[jwe]ar!\/|\0/is

function fromUrl(reported: string): string | undefined {
  const [, scheme, rest = ''] = /^(file:|webpack(?:-internal)?:\/\/|\/@fs\/)(.*)$/is.exec(reported) ?? []
  if (scheme === undefined) return undefined
  if (scheme.startsWith('/')) return beforeDrive(`/${rest}`)
  if (/^file/i.test(scheme)) return beforeDrive(rest.replace(/^\/\/localhost(?=\/)/i, ''))
  return rest.replace(/^(?:[^/]*\/){1,2}\.\/|^[^/]*\//, '')
}

const beforeDrive = (path: string): string => path.replace(/^\/+(?=[a-z]:)/i, '')

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function withSlashes(path: string): string[] {
  if (!path.includes('\\')) return [path]
  const slashed = path.replaceAll('\\', '/').replace(/^\/\/[?.]\/(?:UNC(?=\/))?/i, '')
  return path.startsWith('/') ? [path, slashed] : [slashed]
}

function parse(written: string): Spelling {
  const root = /^(?:[a-z]:)?\//i.exec(written)?.[0] ?? ''
  const names: string[] = []
  let up = 0
  for (const name of written.slice(root.length).split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.pop() === undefined) up++
  }
  const path = (root.toUpperCase() + names.join('/')).normalize('NFC')
  return root === '' ? { up, path } : { up: up > 0 ? Infinity : 0, path: withoutAlias(path) }
}

const withoutAlias = (path: string): string =>
  path.replace(/^\/private(?=\/(?:var|tmp|etc)\/)/, '').replace(/^\/proc\/self\/cwd\//, '')

function distinct(readings: readonly Spelling[]): readonly Spelling[] {
  return readings.filter(({ up, path }, at) => readings.findIndex(one => one.up === up && one.path === path) === at)
}
