import { changedPaths } from '../facts/diff.ts'
import type { ChangedFile } from '../facts/facts.ts'
import { detectors } from './detectors/index.ts'
import type { ChangedContent, Impact, ImpactFacts } from './model.ts'

const all = Object.values(detectors)

/** Files whose text on both sides `findImpacts` wants to see. */
export const wantedFiles = (files: readonly ChangedFile[]): readonly ChangedFile[] =>
  files.filter(
    file => file.kind === 'text' && changedPaths(file).some(path => all.some(one => one.concerns(path, file))),
  )

/** What the changed files mean for whoever deploys. Pure; a statement that two detectors make is made once. */
export function findImpacts(contents: readonly ChangedContent[]): ImpactFacts {
  const found = contents.map(withoutSource).flatMap(change => {
    const paths = changedPaths(change.file)
    return all
      .filter(one => paths.some(path => one.concerns(path, change.file)))
      .flatMap(detector => detector.detect(change, contents))
  })
  const unread = contents.filter(isUnread).map(change => change.file.path)
  return { impacts: once(found).toSorted(byPlace), unread }
}

/** A copy takes nothing from its source: all of it is new. */
const withoutSource = (change: ChangedContent): ChangedContent =>
  change.file.status === 'copied' ? { ...change, before: null } : change

/** A side that must be there and is not: too large, or not text. */
const isUnread = ({ file, before, after }: ChangedContent): boolean =>
  (file.status !== 'added' && before === null) || (file.status !== 'deleted' && after === null)

/** One statement per fact: kind and key. */
function once(impacts: readonly Impact[]): readonly Impact[] {
  const byFact = new Map<string, Impact[]>()
  for (const impact of impacts) {
    const key = JSON.stringify([impact.kind, impact.key])
    const earlier = byFact.get(key)
    if (earlier === undefined) byFact.set(key, [impact])
    else earlier.push(impact)
  }
  return [...byFact.values()].flatMap(united)
}

/** What is said of one fact in several files: it changed, it moved to another file, or it came, or went. */
function united(statements: readonly Impact[]): readonly Impact[] {
  const first = (direction: Impact['direction']) =>
    statements.find(one => one.direction === direction && one.destructive) ??
    statements.find(one => one.direction === direction)
  const [added, removed, changed] = [first('added'), first('removed'), first('changed')]
  if (changed) return [changed]
  if (!added || !removed) return statements.slice(0, 1).map(one => added ?? removed ?? one)
  if (added.file === removed.file || added.kind === 'compose-service') return [removed, added]
  return added.to === removed.from ? [] : [{ ...added, direction: 'changed', from: removed.from }]
}

function byPlace(a: Impact, b: Impact): number {
  return compare(a.kind, b.kind) || compare(a.file, b.file) || a.line - b.line || compare(a.key, b.key)
}

/** By UTF-16 unit, so that no locale of a machine has a say. */
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b)
