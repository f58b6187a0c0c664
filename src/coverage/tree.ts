/** The files of one tree. */
export interface Tree {
  readonly exact: TreeIndex
  /** The same without regard to upper and lower case; made when it is first needed. */
  readonly anyCase: () => TreeIndex
}

/** Looks paths up by their keys: in NFC, and in lower case where case does not matter. */
export interface TreeIndex {
  readonly key: (path: string) => string
  /** The path as the tree writes it; several when names differ only in what the key leaves out. */
  readonly at: (key: string) => readonly string[]
  /** Folders that have this path in them. `''` or ending in `/`, as keys. */
  readonly homes: (key: string) => readonly string[]
  /** Length of the longest end of this path, in whole names, that is the end of a file's path. */
  readonly longestEnd: (key: string) => number
}

export function indexTree(paths: readonly string[]): Tree {
  let anyCase: TreeIndex | undefined
  return {
    exact: indexBy(paths, path => path.normalize('NFC')),
    anyCase: () => {
      anyCase ??= indexBy(paths, path => path.normalize('NFC').toLowerCase())
      return anyCase
    },
  }
}

function indexBy(paths: readonly string[], key: (path: string) => string): TreeIndex {
  const byKey = new Map<string, string[]>()
  for (const path of paths) {
    const known = byKey.get(key(path))
    if (known === undefined) byKey.set(key(path), [path])
    else if (!known.includes(path)) known.push(path)
  }
  const ends: Ends = { paths: [...byKey.keys()], shared: 0 }
  return {
    key,
    at: path => byKey.get(path) ?? [],
    homes: path => homes(ends, path),
    longestEnd: path => longestEnd(ends, path),
  }
}

/** A tree of names from the last to the first, grown only where it is walked. */
interface Ends {
  readonly paths: readonly string[]
  /** Characters that these paths have in common at their ends, the slash before included. */
  readonly shared: number
  next?: ReadonlyMap<string, Ends>
}

/** So few paths are compared one by one. */
const few = 8

function homes(ends: Ends, path: string): readonly string[] {
  const { paths, shared } = descend(ends, path)
  const isWhole = shared > path.length
  if (paths.length > few && !isWhole) return []
  const found = isWhole ? paths : paths.filter(one => commonEnd(one, path) === path.length)
  return found.map(one => one.slice(0, one.length - path.length))
}

function longestEnd(ends: Ends, path: string): number {
  const { paths, shared } = descend(ends, path)
  if (paths.length > few) return Math.max(0, shared - 1)
  return paths.reduce((most, one) => Math.max(most, commonEnd(one, path)), 0)
}

/** As far as the names of `path` lead, or until few paths are left. */
function descend(ends: Ends, path: string): Ends {
  let at = ends
  while (at.paths.length > few) {
    const name = nameBefore(path, at.shared)
    at.next ??= split(at)
    const next = name === undefined ? undefined : at.next.get(name)
    if (next === undefined) break
    at = next
  }
  return at
}

function split({ paths, shared }: Ends): ReadonlyMap<string, Ends> {
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    const name = nameBefore(path, shared)
    if (name === undefined) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [path])
    else group.push(path)
  }
  return new Map(groups.entries().map(([name, group]) => [name, { paths: group, shared: shared + name.length + 1 }]))
}

/** The name that ends `shared` characters before the end. */
function nameBefore(path: string, shared: number): string | undefined {
  const end = path.length - shared
  return end > 0 ? path.slice(path.lastIndexOf('/', end - 1) + 1, end) : undefined
}

/** Characters in the whole names that both paths end with. */
function commonEnd(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let names = 0
  let length = 0
  while (length < shorter) {
    const code = a.charCodeAt(a.length - length - 1)
    if (code !== b.charCodeAt(b.length - length - 1)) return names
    if (code === 0x2f) names = length
    length++
  }
  const starts = (path: string) => path.length === length || path.charCodeAt(path.length - length - 1) === 0x2f
  return starts(a) && starts(b) ? length : names
}
