import {
  agree,
  type Base,
  collect,
  countHomes,
  type Found,
  isConvincing,
  isDoubtful,
  namedBase,
  notIn,
  type ReportedFile,
  type Search,
  type Uncut,
  uncutBase,
  under,
} from './bases.ts'
import { type Places, placesOf } from './places.ts'
import { isAbsolute, placeFrom } from './spelling.ts'
import type { TreeIndex } from './tree.ts'

/**
 * What the base that explains most of these files finds, beside `known` ones of the report that need none; see
 * `resolvePaths`. Files that it does not explain are left out.
 */
export function findFiles(search: Search, known: number): Found {
  const uncut = uncutBase(search, known)
  return uncut.open.length < uncut.atLeast ? uncut.base.found : (cutBase(search, uncut) ?? uncut.base.found)
}

interface Cut extends Base {
  readonly prefix: string
  readonly explained: number
  readonly isBelievable: boolean
}

/** More prefixes than these are not tried, and the roots elsewhere only if they are as few. */
const cutLimits = { prefixes: 32, roots: 8 } as const

/** What no named base explains. */
interface OpenFile extends ReportedFile {
  /** As written, and below the roots elsewhere that the report names. */
  readonly paths: readonly string[]
}

/** With one folder cut from the start of every path, then as before, if that explains at least so many open files. */
function cutBase(search: Search, uncut: Uncut): Found | undefined {
  const open = uncut.open.map(file => ({ ...file, paths: wholePaths(file, search.places) }))
  const cuts: Cut[] = []
  let most = Math.max(uncut.atLeast, search.files.length > 1 ? 2 : 1)
  for (const [prefix, possible] of likelyPrefixes(open, search.index).slice(0, cutLimits.prefixes)) {
    if (possible < most) break
    const isNested = cuts.some(cut => cut.isBelievable && cut.explained === most && prefix.startsWith(cut.prefix))
    const rest = behind(prefix, search, open)
    const cut = rate(prefix, isNested ? namedBase(rest) : amongAll(uncutBase(rest).base, rest), search, open)
    if (cut.isBelievable) most = Math.max(most, cut.explained)
    cuts.push(cut)
  }
  const base = settle(cuts.filter(({ explained }) => explained === most))
  return base && keepsRelative(base.prefix, search) ? new Map([...uncut.named, ...base.found]) : base?.found
}

/** Where something was cut, a named base is no better than any folder that explains as many files, and worse than more. */
function amongAll(base: Base, { files, places, index }: Search): Base {
  if (!base.isNamed || places.stated.length > 0) return base
  const counts = [...countHomes(files, index)].filter(([home]) => !places.starts.includes(home))
  const most = counts.reduce((max, [, count]) => Math.max(max, count), base.found.size)
  const homes = counts.filter(([, count]) => count === most).map(([home]) => home)
  const others = homes.map(home => collect(files, under([home], index)))
  const isNamed = base.found.size === most
  return { isNamed, found: agree(isNamed ? [base.found, ...others] : others) }
}

function wholePaths({ spellings }: ReportedFile, { foreign }: Places): readonly string[] {
  const roots = foreign.length > cutLimits.roots ? [] : foreign
  return spellings.flatMap(spelling => {
    const { up, path } = spelling
    const below = isAbsolute(path) ? [] : roots.map(root => placeFrom(root, spelling) ?? '')
    return up > 0 ? below : [path, ...below]
  })
}

/** Prefixes behind which paths end like files of the tree, and of how many; most first, then the shortest. */
function likelyPrefixes(open: readonly OpenFile[], { longestEnd }: TreeIndex): (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { paths } of open)
    for (const path of paths) {
      let end = path.length - longestEnd(path)
      while (end > 0 && end < path.length) {
        const prefix = path.slice(0, end)
        counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
        end = path.indexOf('/', end) + 1
      }
    }
  return [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1))
}

/** An absolute prefix is a checkout: of relative paths, it concerns those that the report roots elsewhere. */
const keepsRelative = (prefix: string, { places }: Search): boolean => isAbsolute(prefix) && !isDoubtful(places)

function behind(prefix: string, search: Search, open: readonly OpenFile[]): Search {
  const { context, index, places } = search
  return {
    ...search,
    files: (keepsRelative(prefix, search) ? open : search.files).flatMap(file => cutSpellings(file, prefix)),
    places: isAbsolute(prefix) ? placesOf({ ...context, workspace: prefix }, index.key) : places,
  }
}

function cutSpellings({ reported, spellings }: ReportedFile, prefix: string): readonly ReportedFile[] {
  const cut = spellings.flatMap(spelling => {
    const { up, path } = spelling
    if (up === 0 && path.startsWith(prefix)) return [{ up, path: path.slice(prefix.length) }]
    return isAbsolute(prefix) && !isAbsolute(path) ? [spelling] : []
  })
  return cut.length > 0 ? [{ reported, spellings: cut }] : []
}

/** Of a report of one file, a folder must have been cut and a named one be meant. */
function rate(prefix: string, base: Base, { files }: Search, open: readonly OpenFile[]): Cut {
  const sought = open.filter(({ paths }) => paths.some(path => path.startsWith(prefix)))
  const agrees = ({ paths }: OpenFile) =>
    paths.some(path => path.startsWith(prefix) && path.includes('/', prefix.length))
  const isPlace = files.length > 1 || (base.isNamed && !/^([a-z]:)?\/$/i.test(prefix))
  return {
    ...base,
    prefix,
    explained: sought.length - notIn(base.found, sought).length,
    isBelievable: isPlace && isConvincing(base.found, sought, files.length === 1, agrees),
  }
}

/**
 * Of cuts that explain equally many, the one that agrees in most names. Where a shorter agreement leads to a named base,
 * both may be meant. Cuts in different places contradict each other.
 */
function settle(best: readonly Cut[]): Cut | undefined {
  const sorted = best.toSorted((a, b) => a.prefix.length - b.prefix.length)
  const [first, ...others] = sorted.filter(({ isBelievable }) => isBelievable)
  if (first === undefined || others.some(({ prefix }) => !prefix.startsWith(first.prefix))) return undefined
  const rivals = sorted.filter(cut => cut !== first && cut.isNamed && cut.prefix.startsWith(first.prefix))
  return { ...first, found: agree([first, ...rivals].map(({ found }) => found)) }
}
