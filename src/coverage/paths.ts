import type { Candidate, Found, ReportedFile } from './bases.ts'
import { findFiles } from './cuts.ts'
import { insideOf, type PathContext, type Places, placesOf } from './places.ts'
import { isAbsolute, placeFrom, spellings } from './spelling.ts'
import type { Tree, TreeIndex } from './tree.ts'

export type { PathContext } from './places.ts'
export { normalisePath } from './spelling.ts'
export { indexTree, type Tree } from './tree.ts'

export type ResolvedPath =
  | { readonly kind: 'file'; readonly path: string }
  /** No such file in the tree. `path` is the normalised reported path, for exclusions and messages. */
  | { readonly kind: 'unknown'; readonly path: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** Climbs out of the repository. */
  | { readonly kind: 'traversal' }

/**
 * Maps the paths of one report to files of the tree. A report was written by one tool in one folder, so one base is
 * sought for all of its paths: the one under which most of them are files. What that base does not explain is unknown.
 *
 * 1. An absolute path in the workspace is what it says.
 * 2. Named bases: the report's `<source>` roots (all of them together) and modules; the root of the repository; the
 *    report's folder and those above it.
 * 3. If none of these explains as many files as it leaves open:
 *    - folders put in front, each path by itself: `com/acme/A.java` is `core/src/main/java/com/acme/A.java`. A path of
 *      one or two names needs company: another file of the report in the same folder, or a report of one file.
 *    - one folder cut, everywhere: `/app/src/a.ts` is `src/a.ts`, `github.com/acme/x/a.go` is `a.go`, then as above,
 *      but a named base counts no more than any other folder: `/app` may be `packages/web`. At least two files must
 *      agree in a folder too, or be half of what lies in the cut folder. Of a report of one file, that file.
 *
 * Several files for one path: the one in the folder where files of the report lie that can be nowhere else; else
 * `ambiguous`. Bases that explain equally many are all tried. What is not found is looked for without regard to case.
 * Nothing depends on the order of paths, and no file is opened.
 */
export function resolvePaths(
  reported: Iterable<string>,
  tree: Tree,
  context: PathContext = {},
): ReadonlyMap<string, ResolvedPath> {
  const paths = [...new Set(reported)]
  const found = resolveIn(tree.exact, paths, context)
  const missing = paths.filter(path => found.get(path)?.kind === 'unknown')
  if (!missing.some(path => isNearer(path, tree.anyCase(), tree.exact))) return found
  const anyCase = resolveIn(tree.anyCase(), paths, context)
  return new Map(
    found.entries().map(([path, at]) => [path, at.kind === 'unknown' ? betterOf(at, anyCase.get(path)) : at]),
  )
}

const betterOf = (unknown: ResolvedPath, other: ResolvedPath | undefined): ResolvedPath =>
  other === undefined || other.kind === 'unknown' ? unknown : other

/** More of the path's end is in this index than in the other. */
const isNearer = (reported: string, index: TreeIndex, other: TreeIndex): boolean =>
  spellings(reported).some(({ path }) => index.longestEnd(index.key(path)) > other.longestEnd(other.key(path)))

function resolveIn(index: TreeIndex, reported: readonly string[], context: PathContext): Map<string, ResolvedPath> {
  const places = placesOf(context, index.key)
  const files = reported.map(path => readPath(path, index.key))
  const certain = inWorkspace(files, places, index)
  const unclear = files.filter(file => file.spellings.length > 0 && !certain.has(file.reported))
  const found = new Map([...certain, ...findFiles({ files: unclear, places, context, index }, certain.size)])
  const homes = certainHomes(found)
  return new Map(files.map(file => [file.reported, choose(file, found.get(file.reported) ?? [], homes, places)]))
}

const readPath = (reported: string, key: TreeIndex['key']): ReportedFile => ({
  reported,
  spellings: spellings(reported).map(({ up, path }) => ({ up, path: key(path) })),
})

function inWorkspace(files: readonly ReportedFile[], { workspace }: Places, { at }: TreeIndex): Found {
  const found = new Map<string, readonly Candidate[]>()
  for (const { reported, spellings } of files)
    for (const { path } of spellings.filter(({ path }) => isAbsolute(path))) {
      const paths = at(insideOf(workspace, path) ?? '')
      if (paths.length > 0 && !found.has(reported))
        found.set(
          reported,
          paths.map(one => ({ path: one, home: '' })),
        )
    }
  return found
}

/** Folders in which a file lies that can be nowhere else. */
function certainHomes(found: Found): ReadonlySet<string> {
  const homes = new Set<string>()
  for (const candidates of found.values())
    if (pathsOf(candidates).length === 1) for (const { home } of candidates) homes.add(home)
  return homes
}

function choose(
  file: ReportedFile,
  candidates: readonly Candidate[],
  homes: ReadonlySet<string>,
  places: Places,
): ResolvedPath {
  const paths = pathsOf(candidates)
  const likely = paths.length > 1 ? pathsOf(candidates.filter(({ home }) => homes.has(home))) : paths
  const [only] = likely
  if (paths.length === 0) return notFound(file, places)
  return only !== undefined && likely.length === 1
    ? { kind: 'file', path: only }
    : { kind: 'ambiguous', candidates: paths }
}

const pathsOf = (candidates: readonly Candidate[]): readonly string[] =>
  candidates.length > 1 ? [...new Set(candidates.map(({ path }) => path))].sort() : candidates.map(({ path }) => path)

function notFound(
  { reported, spellings: [likeliest] }: ReportedFile,
  { workspace, starts, stated }: Places,
): ResolvedPath {
  if (likeliest === undefined) return { kind: 'unknown', path: reported.normalize('NFC') }
  if (likeliest.up === 0) return { kind: 'unknown', path: insideOf(workspace, likeliest.path) ?? likeliest.path }
  const inside = [...starts, ...stated.flat()].map(folder => placeFrom(folder, likeliest)).find(place => place !== null)
  return inside === undefined ? { kind: 'traversal' } : { kind: 'unknown', path: inside }
}
