/** Where a report's paths may be rooted. */
export interface PathContext {
  /** Absolute path of the checkout on the machine that measured, in its own notation. */
  readonly workspace?: string
  /** The report's own path in the repository: its folder and the ones above are places that its paths may start from. */
  readonly reportPath?: string
  /** Roots that the report names. */
  readonly sources?: readonly string[]
}

export type ResolvedPath =
  | { readonly kind: 'file'; readonly path: string }
  /** No such file in the tree. `path` is the normalised reported path, for exclusions and messages. */
  | { readonly kind: 'unknown'; readonly path: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** Climbs out of the repository. */
  | { readonly kind: 'traversal' }

/** The files of one tree, ready to be looked up. */
export interface Tree {
  /** The path as the tree writes it; several when names differ only in Unicode normalisation. */
  readonly exact: (path: string) => readonly string[]
  /** Files whose path ends with `/` and this. */
  readonly endingWith: (path: string) => readonly string[]
}

export function indexTree(paths: readonly string[]): Tree {
  const byPath = new Map<string, string[]>()
  const byName = new Map<string, string[]>()
  for (const path of paths) {
    const normal = path.normalize('NFC')
    add(byPath, normal, path)
    add(byName, nameOf(normal), path)
  }
  return {
    exact: path => byPath.get(path) ?? [],
    endingWith: path =>
      (byName.get(nameOf(path)) ?? []).filter(candidate => candidate.normalize('NFC').endsWith(`/${path}`)),
  }
}

function add(map: Map<string, string[]>, key: string, path: string): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [path])
  else if (!known.includes(path)) known.push(path)
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/**
 * Maps the paths of one report to files of the tree. In this order, the first step that finds any file decides:
 *
 * 1. places that somebody named: the repository root, the workspace, the report's `<source>` roots, the folder of the
 *    report and those above it;
 * 2. the end of the path. Absolute: `/app/src/a.ts` from a container is `src/a.ts`, if `/app` is the prefix that
 *    explains most files of the report; so `/usr/lib/x/setup.py` is not taken for the `setup.py` of the repository.
 *    Relative: `a.ts` from a subproject is `packages/x/a.ts`.
 *
 * Several files in one step: the one that lies where the report's unambiguous files lie; if that does not single one
 * out, `ambiguous`. Nothing is guessed and no file is opened.
 */
export function resolvePaths(
  reported: Iterable<string>,
  tree: Tree,
  context: PathContext = {},
): ReadonlyMap<string, ResolvedPath> {
  const roots = rootsOf(context)
  const found = new Map<string, Found>()
  for (const path of reported) found.set(path, findPath(path, tree, roots))
  const all = keepCommonPrefix([...found])
  const shifts = new Set<string>()
  for (const [, { path, candidates }] of all)
    if (path !== null && candidates.length === 1) shifts.add(shift(path, candidates[0] ?? ''))
  return new Map(all.map(([reportedPath, each]) => [reportedPath, choose(each, shifts)]))
}

interface Found {
  /** `null`: refused. */
  readonly path: string | null
  readonly candidates: readonly string[]
  readonly byPrefix: boolean
}

/** Of what was found by cutting prefixes, only what the most frequent prefix explains. */
function keepCommonPrefix(found: readonly (readonly [string, Found])[]): (readonly [string, Found])[] {
  const votes = new Map<string, number>()
  for (const [, { path, candidates, byPrefix }] of found)
    if (byPrefix && path !== null)
      for (const each of candidates) votes.set(shift(path, each), (votes.get(shift(path, each)) ?? 0) + 1)
  const most = votes.values().reduce((a, b) => Math.max(a, b), 0)
  return found.map(([reported, each]) => {
    const { path, candidates, byPrefix } = each
    if (!byPrefix || path === null) return [reported, each]
    return [
      reported,
      { ...each, candidates: candidates.filter(candidate => votes.get(shift(path, candidate)) === most) },
    ]
  })
}

function choose({ path, candidates }: Found, shifts: ReadonlySet<string>): ResolvedPath {
  if (path === null) return { kind: 'traversal' }
  if (candidates.length === 0) return { kind: 'unknown', path }
  const likely =
    candidates.length === 1 ? candidates : candidates.filter(candidate => shifts.has(shift(path, candidate)))
  const [only] = likely
  return only !== undefined && likely.length === 1 ? { kind: 'file', path: only } : { kind: 'ambiguous', candidates }
}

/** What is taken away at the start and put there instead to get from a reported path to one of the tree. */
function shift(reported: string, actual: string): string {
  const from = reported.split('/')
  const to = actual.normalize('NFC').split('/')
  while (from.length > 0 && to.length > 0 && from.at(-1) === to.at(-1)) {
    from.pop()
    to.pop()
  }
  return `${from.join('/')}>${to.join('/')}`
}

function findPath(reported: string, tree: Tree, roots: Roots): Found {
  const named = distinct(namedPlaces(reported, roots).flatMap(tree.exact))
  const path = normalisePath(reported)
  if (path === null) return { path: named.length > 0 ? reported : null, candidates: named, byPrefix: false }
  if (named.length > 0) return { path, candidates: named, byPrefix: false }
  if (!isAbsolute(path)) return { path, candidates: distinct(tree.endingWith(path)), byPrefix: false }
  return { path, candidates: distinct(endsOf(path).flatMap(tree.exact)), byPrefix: true }
}

interface Roots {
  readonly workspace: string | null
  readonly sources: readonly string[]
  readonly folders: readonly string[]
}

function rootsOf(context: PathContext): Roots {
  const workspace = context.workspace === undefined ? null : normalisePath(context.workspace)
  return { workspace, sources: context.sources ?? [], folders: foldersOf(context.reportPath ?? '') }
}

/** Places of step 1, relative to the repository. */
function namedPlaces(reported: string, roots: Roots): string[] {
  const bases = isAbsolute(toSlashes(reported)) ? [''] : ['', ...roots.sources, ...roots.folders]
  return bases.flatMap(base => {
    const path = normalisePath(base === '' ? reported : `${base}/${reported}`)
    const place = path === null ? null : relativeTo(path, roots.workspace)
    return place === null ? [] : [place]
  })
}

function relativeTo(path: string, workspace: string | null): string | null {
  if (!isAbsolute(path)) return path
  return workspace !== null && path.startsWith(`${workspace}/`) ? path.slice(workspace.length + 1) : null
}

/** `packages/a/coverage/lcov.info`: `packages/a/coverage`, `packages/a`, `packages`. */
function foldersOf(reportPath: string): string[] {
  const parts = reportPath.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** `/app/src/a.ts`: `app/src/a.ts`, `src/a.ts`, `a.ts`. */
function endsOf(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(index).join('/')).filter(end => end !== '' && !isAbsolute(end))
}

const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[A-Z]:\//.test(path)
const distinct = (paths: readonly string[]): string[] => [...new Set(paths)]

/**
 * Forward slashes, no `file://`, no `.` and `..`, NFC, drive letters in upper case. `null` when `..` leads above the
 * start of the path.
 */
export function normalisePath(reported: string): string | null {
  const path = toSlashes(reported)
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') kept.push(part)
    else if (kept.pop() === undefined) return null
  }
  return ((path.startsWith('/') ? '/' : '') + kept.join('/')).normalize('NFC')
}

function toSlashes(reported: string): string {
  const local = decodeFileUrl(reported)
  const slashed = isWindows(local) ? local.replaceAll('\\', '/') : local
  return slashed.replace(/^([a-z]):\//, (_, drive: string) => `${drive.toUpperCase()}:/`)
}

/** Backslashes separate unless the path starts like one of another system, where they may be part of a name. */
const isWindows = (path: string): boolean => path.includes('\\') && !path.startsWith('/')

function decodeFileUrl(path: string): string {
  const local = /^file:\/\/(?:localhost)?(\/.*)$/i.exec(path)?.[1]
  if (local === undefined) return path
  try {
    return decodeURIComponent(local).replace(/^\/(?=[A-Za-z]:)/, '')
  } catch {
    return local
  }
}
