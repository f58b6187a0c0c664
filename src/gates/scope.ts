import { changedPaths } from '../facts/diff.ts'
import type { ChangedFile } from '../facts/facts.ts'
import type { GlobList } from '../glob.ts'

/** Both Unicode spellings of a path are tried: macOS writes `ü` decomposed, most policies are written composed. */
export const matchesPath = (globs: GlobList, path: string): boolean =>
  globs.matches(path) || globs.matches(path.normalize('NFC')) || globs.matches(path.normalize('NFD'))

/** Whether the change touches a file that the globs name, under its old name or its new one. */
export const inScope = (globs: GlobList, file: ChangedFile): boolean =>
  changedPaths(file).some(path => matchesPath(globs, path))

/** By code unit, so that the order depends on no machine's locale. */
export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : Number(a.path > b.path)

/** First of each, in order. */
export const distinct = <T>(values: readonly T[]): readonly T[] => [
  ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
]
