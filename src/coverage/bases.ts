import type { PathContext, Places } from './places.ts'
import { isAbsolute, placeFrom, type Spelling } from './spelling.ts'
import type { TreeIndex } from './tree.ts'

export interface ReportedFile {
  readonly reported: string
  /** As keys of the index, likeliest first. */
  readonly spellings: readonly Spelling[]
}

export interface Candidate {
  readonly path: string
  /** The folder that the reported path is relative to. */
  readonly home: string
}

/** What a base explains, by reported path. */
export type Found = ReadonlyMap<string, readonly Candidate[]>

export interface Base {
  readonly found: Found
  readonly isNamed: boolean
}

export interface Search {
  readonly files: readonly ReportedFile[]
  readonly places: Places
  readonly context: PathContext
  readonly index: TreeIndex
}

/** The better of the named bases and folders put in front. */
export interface Uncut {
  readonly base: Base
  /** What the named bases explain, and the files that they leave open. */
  readonly named: Found
  readonly open: readonly ReportedFile[]
  /** So many open files must be explained by something better. */
  readonly atLeast: number
}

/** `known` files of the report are explained otherwise. */
export function uncutBase(search: Search, known = 0): Uncut {
  const named = namedBase(search)
  const explained = known + named.found.size
  const open = notIn(named.found, search.files)
  if (open.length <= explained) return { base: named, named: named.found, open, atLeast: explained + 1 }
  const extended = extendedBase(search)
  const extendable = open.length - notIn(extended.found, open).length
  return {
    base: extendable > explained ? extended : named,
    named: named.found,
    open,
    atLeast: Math.max(explained + 1, isDoubtful(search.places) ? extendable : extendable + 1),
  }
}

export const notIn = <File extends ReportedFile>(found: Found, files: readonly File[]): readonly File[] =>
  files.filter(file => !found.has(file.reported))

/** The named bases that explain most; of these, those that the report states. */
export function namedBase({ files, places, index }: Search): Base {
  const stated = places.stated.map(folders => collect(files, under(folders, index)))
  if (places.modules.length > 0) stated.push(collect(files, inModules(places, index)))
  const plain = places.starts
    .map(start => collect(files, under([start], index)))
    .filter(found => !isDoubtful(places) || isConvincing(found, files, files.length === 1, hasFolder))
  const most = Math.max(1, ...[...stated, ...plain].map(found => found.size))
  const best = [stated, plain].map(bases => bases.filter(found => found.size === most))
  return { found: agree(best.find(bases => bases.length > 0) ?? []), isNamed: true }
}

/** The report says that its paths start elsewhere. */
export const isDoubtful = ({ foreign, stated }: Places): boolean => foreign.length > 0 && stated.length === 0

/** Where a relative path may be. */
type Find = (spelling: Spelling) => readonly Candidate[]

/** The likeliest reading of a path that is a file decides. */
export function collect(files: readonly ReportedFile[], find: Find): Found {
  const found = new Map<string, readonly Candidate[]>()
  for (const { reported, spellings } of files)
    for (const spelling of spellings) {
      const candidates = isAbsolute(spelling.path) ? [] : find(spelling)
      if (candidates.length === 0) continue
      found.set(reported, candidates)
      break
    }
  return found
}

/** Only one of these bases can be meant, so only what all of them explain is kept, with the candidates of each. */
export function agree(bases: readonly Found[]): Found {
  const [first = new Map(), ...others] = bases
  if (others.length === 0) return first
  const common = [...first].filter(([reported]) => others.every(found => found.has(reported)))
  return new Map(common.map(([reported]) => [reported, bases.flatMap(found => found.get(reported) ?? [])]))
}

/** In any of these folders. */
export function under(folders: readonly string[], index: TreeIndex): Find {
  const known = new Set(folders)
  return spelling => {
    const isMany = folders.length > 8 && spelling.up === 0
    const likely = isMany ? index.homes(spelling.path).filter(home => known.has(home)) : folders
    return likely.flatMap(home => candidatesAt(index, home, placeFrom(home, spelling)))
  }
}

function inModules({ modules }: Places, index: TreeIndex): Find {
  return ({ up, path }) => {
    const module = up > 0 ? undefined : modules.find(([name]) => path.startsWith(name))
    if (module === undefined) return []
    const [name, home] = module
    return candidatesAt(index, home, home + path.slice(name.length))
  }
}

const candidatesAt = ({ at }: TreeIndex, home: string, place: string | null): readonly Candidate[] =>
  place === null ? [] : at(place).map(path => ({ path, home }))

/** With folders put in front. Where every path can lie in the report's folder, or one above it, all of them do. */
function extendedBase({ files, places, index }: Search): Base {
  const company = countHomes(files, index)
  const alone = files.length > 1 ? 3 : isDoubtful(places) ? 2 : 1
  const found = collect(files, ({ up, path }) => {
    const isLong = path.split('/').length >= alone
    const homes = up > 0 ? [] : index.homes(path).filter(home => isLong || (company.get(home) ?? 0) > 1)
    return homes.flatMap(home => candidatesAt(index, home, home + path))
  })
  return { found: nearest(found, places.starts, index), isNamed: false }
}

/** How many of these files each folder has. */
export function countHomes(files: readonly ReportedFile[], index: TreeIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { spellings } of files) {
    const homes = spellings.map(({ up, path }) => (up > 0 ? [] : index.homes(path))).find(some => some.length > 0)
    for (const home of homes ?? []) counts.set(home, (counts.get(home) ?? 0) + 1)
  }
  return counts
}

function nearest(found: Found, starts: readonly string[], { key }: TreeIndex): Found {
  if (found.values().every(candidates => candidates.length === 1)) return found
  const distance = ({ path }: Candidate) => starts.findIndex(start => key(path).startsWith(start))
  const farthest = found.values().reduce((most, candidates) => Math.max(most, Math.min(...candidates.map(distance))), 0)
  return new Map(
    found.entries().map(([path, candidates]) => [path, candidates.filter(one => distance(one) <= farthest)]),
  )
}

/**
 * Found by no accident: two files that agree in a folder too, or that are half of what was sought. `isOnly`: the report
 * has no others.
 */
export function isConvincing<File extends ReportedFile>(
  found: Found,
  sought: readonly File[],
  isOnly: boolean,
  agrees: (file: File) => boolean,
): boolean {
  const explained = sought.filter(file => found.has(file.reported))
  const agreeing = explained.filter(agrees).length
  return isOnly ? agreeing === 1 : explained.length > 1 && (agreeing > 1 || explained.length * 2 >= sought.length)
}

const hasFolder = ({ spellings }: ReportedFile): boolean => spellings.some(({ path }) => path.includes('/'))
