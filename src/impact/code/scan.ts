import type { ChangedContent } from '../model.ts'
import type { Language } from './languages.ts'

/** Longer texts, and texts with longer lines, nobody wrote: they are generated or minified. */
export const codeLimits = { characters: 1_000_000, lineLength: 5_000 } as const

/** A text of code without its comments. */
export interface Code {
  /** As long as the source, line for line; comments are blanks. */
  readonly text: string
  /** Whether code stands there, rather than the inside of a string. */
  readonly isCode: (index: number) => boolean
  /** 1-based. */
  readonly lineAt: (index: number) => number
}

/** `null`: nobody wrote it, so nobody reads it. */
export function scanCode(source: string, language: Language): Code | null {
  if (source.length > codeLimits.characters || hasLongLine(source)) return null
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let done = 0
  for (const match of source.matchAll(language.token)) {
    const [whole] = match
    const end = match.index + whole.length
    if (match.groups?.comment === undefined) {
      starts.push(match.index)
      ends.push(end)
      continue
    }
    pieces.push(source.slice(done, match.index), whole.replace(/[^\n]/g, ' '))
    done = end
  }
  const text = pieces.join('') + source.slice(done)
  const isCode = (index: number): boolean => {
    const nearest = lastBelow(starts, index)
    const [start = 0, end = 0] = [starts[nearest], ends[nearest]]
    if (nearest < 0 || index <= start || index >= end) return true
    if (language.interpolation === null) return false
    const before = text.slice(start, index)
    const opened = before.lastIndexOf(language.interpolation)
    return opened >= 0 && before.indexOf('}', opened) < 0
  }
  return { text, isCode, lineAt: lineFinder(text) }
}

/** 1-based line of an index. */
export function lineFinder(text: string): (index: number) => number {
  const breaks: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at)
  return index => lastBelow(breaks, index) + 2
}

/** The last place in a sorted list whose value is below the limit; -1: none. */
function lastBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low - 1
}

function hasLongLine(text: string): boolean {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end - start > codeLimits.lineLength) return true
    start = end + 1
  }
  return false
}

interface CodeSides {
  readonly before: Code | null
  readonly after: Code | null
}

const scanned = new WeakMap<ChangedContent, CodeSides | null>()

/** Both sides of a file of code; `null`: they are the same, or one of them nobody reads. Several detectors ask. */
export function codeSides(change: ChangedContent, language: Language): CodeSides | null {
  const known = scanned.get(change)
  if (known !== undefined) return known
  const sides = scanSides(change, language)
  scanned.set(change, sides)
  return sides
}

function scanSides({ before: old, after: now }: ChangedContent, language: Language): CodeSides | null {
  if (old === now) return null
  const before = old === null ? null : scanCode(old, language)
  const after = now === null ? null : scanCode(now, language)
  if ((old !== null && before === null) || (now !== null && after === null)) return null
  return before?.text === after?.text ? null : { before, after }
}
