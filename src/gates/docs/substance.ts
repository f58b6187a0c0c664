import type { ChangedFile } from '../../facts/facts.ts'
import { words } from '../../words.ts'
import { isPlaceholder, type VisibleLine, visibleLines } from './words.ts'

/** Why an edited document tells its reader nothing new. */
export type Hollow =
  | { readonly reason: 'deleted' | 'renamed' | 'copied' | 'mode' | 'link' | 'binary' | 'lfs' | 'generated' }
  | { readonly reason: 'empty' | 'removed' | 'whitespace' | 'invisible' | 'moved' }
  /** Lines on the new side, ascending. */
  | { readonly reason: 'placeholder'; readonly lines: readonly number[] }
  | { readonly reason: 'few'; readonly words: number; readonly min: number }

export type Substance =
  | { readonly kind: 'substantive'; readonly words: number }
  | ({ readonly kind: 'hollow' } & Hollow)
  /** The source left the patch out. */
  | { readonly kind: 'unread' }

/** Lines that the documents of a rule lost, this one included: words of the line to number of times. */
export type LostLines = ReadonlyMap<string, number>

const hollow = (reason: Exclude<Hollow['reason'], 'placeholder' | 'few'>): Substance => ({ kind: 'hollow', reason })

/**
 * Judges what the change adds for a reader. A word is new when the same file did not lose it, and its line was not
 * lost by another document: moving, re-wrapping and re-ordering text adds nothing.
 */
export function substance(file: ChangedFile, minWords: number, lost: LostLines): Substance {
  if (file.status === 'deleted') return hollow('deleted')
  if (file.kind === 'symlink' || file.kind === 'submodule') return hollow('link')
  if (file.kind === 'binary') return hollow('binary')
  if (file.hunks === null) return { kind: 'unread' }
  if (file.hunks.length === 0) return hollow(withoutHunks(file))

  const after = visibleLines(file, 'new')
  if (isLfsPointer(after)) return hollow('lfs')
  const added = after.filter(line => line.kind === 'added')
  const removed = removedLines(file)
  if (added.length === 0) return hollow('removed')

  const unfinished = openPlaceholders(added, removed)
  if (unfinished.length > 0) return { kind: 'hollow', reason: 'placeholder', lines: unfinished }
  const count = newWords(added, removed, lost)
  if (count >= minWords) return { kind: 'substantive', words: count }
  if (count > 0) return { kind: 'hollow', reason: 'few', words: count, min: minWords }
  return hollow(withoutNewWords(added, removed))
}

/** What moved text is recognised by. */
export const lostLines = (documents: readonly ChangedFile[]): LostLines =>
  bag(documents.flatMap(removedLines).map(lineKey))

const removedLines = (file: ChangedFile): readonly VisibleLine[] =>
  visibleLines(file, 'old').filter(line => line.kind === 'removed')

function withoutHunks(file: ChangedFile): 'renamed' | 'copied' | 'empty' | 'mode' {
  if (file.status === 'renamed' || file.status === 'copied') return file.status
  return file.status === 'added' ? 'empty' : 'mode'
}

const isLfsPointer = (after: readonly VisibleLine[]): boolean =>
  after[0]?.number === 1 && after[0].raw.startsWith('version https://git-lfs.github.com/spec/')

function openPlaceholders(added: readonly VisibleLine[], removed: readonly VisibleLine[]): readonly number[] {
  const before = new Set(removed.map(line => line.raw.trim()))
  return added.filter(line => isPlaceholder(line) && !before.has(line.raw.trim())).map(line => line.number)
}

function newWords(added: readonly VisibleLine[], removed: readonly VisibleLine[], lost: LostLines): number {
  const own = bag(removed.map(lineKey))
  const elsewhere = new Map<string, number>()
  const cameFromElsewhere = (line: VisibleLine): boolean => {
    const key = lineKey(line)
    if (!elsewhere.has(key)) elsewhere.set(key, (lost.get(key) ?? 0) - (own.get(key) ?? 0))
    return takeOne(elsewhere, key)
  }
  const ownWords = new Map(bag(removed.flatMap(line => words(line.visible))))
  return added
    .filter(line => !cameFromElsewhere(line))
    .flatMap(line => words(line.visible))
    .filter(word => !takeOne(ownWords, word)).length
}

function withoutNewWords(
  added: readonly VisibleLine[],
  removed: readonly VisibleLine[],
): 'whitespace' | 'invisible' | 'moved' {
  const wordsOf = (text: (line: VisibleLine) => string) => added.flatMap(line => words(text(line)))
  if (squeeze(added) === squeeze(removed) || wordsOf(line => line.raw).length === 0) return 'whitespace'
  return wordsOf(line => line.visible).length === 0 ? 'invisible' : 'moved'
}

const squeeze = (lines: readonly VisibleLine[]): string =>
  lines.map(line => line.raw.replaceAll(/[\s\p{Cf}]+/gu, '')).join('')

const lineKey = (line: VisibleLine): string => words(line.visible).join(' ')

function bag(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function takeOne(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0
  if (left > 0) counts.set(key, left - 1)
  return left > 0
}
