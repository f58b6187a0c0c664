import { isAbsolute, placeFrom, type Spelling, spellings } from './spelling.ts'

/** Where a report's paths may be rooted. */
export interface PathContext {
  /** Absolute path of the checkout on the machine that measured, in its own notation. */
  readonly workspace?: string
  /** The report's own path in the repository: its folder and the ones above are places that its paths may start from. */
  readonly reportPath?: string
  /** Roots that the report names. */
  readonly sources?: readonly string[]
  /** Folders of the tree (`''`: its root) by the names that reports give them: Go modules by their module path. */
  readonly modules?: ReadonlyMap<string, string>
}

/** The same as keys of an index. Folders are `''` or end in `/`; without a drive or leading `/` they are in the tree. */
export interface Places {
  readonly workspace: string | null
  /** The report's folder, those above it, and `''`. */
  readonly starts: readonly string[]
  /** The roots that the report names inside the repository, all together for each start that relative ones may have. */
  readonly stated: readonly (readonly string[])[]
  /** Absolute roots elsewhere. */
  readonly foreign: readonly string[]
  /** Pairs of a module's name and its folder, longest name first. */
  readonly modules: readonly (readonly [string, string])[]
}

export function placesOf(context: PathContext, key: (path: string) => string): Places {
  const read = (written: string): Spelling => {
    const [likeliest] = spellings(written)
    return { up: likeliest?.up ?? 0, path: asFolder(key(likeliest?.path ?? '')) }
  }
  const checkout = read(context.workspace ?? '').path
  const workspace = isAbsolute(checkout) ? checkout : null
  const starts = foldersOf(insideOf(workspace, read(context.reportPath ?? '').path) ?? '')
  const sources = (context.sources ?? []).map(read)
  const relative = sources.filter(({ path }) => !isAbsolute(path))
  const absolute = sources.flatMap(({ path }) => (isAbsolute(path) ? [path] : []))
  const inside = absolute.map(path => insideOf(workspace, path)).filter(path => path !== null)
  return {
    workspace,
    starts,
    stated: statedFrom(relative.length > 0 ? starts : [''], relative, inside),
    foreign: absolute.filter(path => insideOf(workspace, path) === null),
    modules: [...(context.modules ?? [])]
      .map(([name, folder]) => [`${key(name)}/`, asFolder(key(folder))] as const)
      .sort(([a], [b]) => b.length - a.length),
  }
}

function statedFrom(starts: readonly string[], relative: readonly Spelling[], inside: readonly string[]) {
  return starts
    .map(start => [...inside, ...relative.map(source => placeFrom(start, source)).filter(place => place !== null)])
    .filter(folders => folders.length > 0)
}

/** Path in the repository of a path that is relative or lies in the workspace. */
export function insideOf(workspace: string | null, path: string): string | null {
  if (!isAbsolute(path)) return path
  if (workspace === null) return null
  const start = path.slice(0, workspace.length)
  const isSame = start === workspace || (!path.startsWith('/') && start.toLowerCase() === workspace.toLowerCase())
  return isSame ? path.slice(workspace.length) : null
}

/** `packages/a/lcov.info/`: `packages/a/`, `packages/`, `''`. */
function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -2)
  return [...names.keys(), names.length].map(cut =>
    names
      .slice(0, names.length - cut)
      .map(name => `${name}/`)
      .join(''),
  )
}

const asFolder = (path: string): string => (path === '' || path.endsWith('/') ? path : `${path}/`)
