import type { ChangedFile } from '../facts/facts.ts'

/** Added lines (new side, 1-based) whose text the same change removed elsewhere, by path. */
export type MovedLines = ReadonlyMap<string, ReadonlySet<number>>

/** A block moves when it has at least so many letters and digits: shorter ones are alike by chance. As git colours moves. */
const leastText = 20

interface Line {
  readonly path: string
  readonly line: number
  readonly text: string
}

/**
 * Blocks of consecutive added lines that stand, in the same order and but for their indentation, among the removed
 * lines of the change. Every removed line explains one added line: a copy of moved code is new code.
 */
export function movedLines(changes: readonly ChangedFile[]): MovedLines {
  const removed = linesOf(changes, 'removed')
  const places = Map.groupBy(removed.keys(), index => removed[index]?.text ?? '')
  const used = new Set<number>()
  const moved = new Map<string, Set<number>>()
  const added = linesOf(changes, 'added')
  for (let at = 0; at < added.length; ) {
    const block = longestBlock(added, at, removed, places, used)
    if (block === undefined) {
      at++
      continue
    }
    for (let step = 0; step < block.length; step++) {
      used.add(block.from + step)
      const { path, line } = added[at + step] as Line
      const known = moved.get(path)
      if (known === undefined) moved.set(path, new Set([line]))
      else known.add(line)
    }
    at += block.length
  }
  return moved
}

/** Of a line that is repeated more often than this only the first places are tried; so many lines without text end a block. */
const mostPlaces = 50

function longestBlock(
  added: readonly Line[],
  at: number,
  removed: readonly Line[],
  places: ReadonlyMap<string, readonly number[]>,
  used: ReadonlySet<number>,
): { readonly from: number; readonly length: number } | undefined {
  let best: { from: number; length: number } | undefined
  for (const from of (places.get(added[at]?.text ?? '') ?? []).slice(0, mostPlaces)) {
    let length = 0
    let text = 0
    while (continues(added, at, length) && continues(removed, from, length) && !used.has(from + length)) {
      const line = added[at + length]?.text
      if (line === undefined || line !== removed[from + length]?.text) break
      text += line.replace(/[^\p{L}\p{N}]/gu, '').length
      length++
      if (length > mostPlaces && text < leastText) break
    }
    if (text >= leastText && length > (best?.length ?? 0)) best = { from, length }
  }
  return best
}

/** Whether the line `length` after `start` is the next one of the same file. */
function continues(lines: readonly Line[], start: number, length: number): boolean {
  const first = lines[start]
  const next = lines[start + length]
  return first !== undefined && next !== undefined && next.path === first.path && next.line === first.line + length
}

function linesOf(changes: readonly ChangedFile[], wanted: 'added' | 'removed'): readonly Line[] {
  return changes.flatMap(({ path, hunks }) =>
    (hunks ?? []).flatMap(hunk => {
      const found: Line[] = []
      let line = wanted === 'added' ? hunk.newStart : hunk.oldStart
      const other = wanted === 'added' ? 'removed' : 'added'
      for (const { kind, text } of hunk.lines) {
        if (kind === wanted) found.push({ path, line, text: text.trim() })
        if (kind !== other) line++
      }
      return found
    }),
  )
}
