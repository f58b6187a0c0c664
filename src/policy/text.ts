/** Longest piece of somebody's text in a message, in code points. */
const maxExcerpt = 200

/** Text from the file for a message: what cannot be seen is written as `\u00a0`, and at most 200 characters are kept. */
export function visible(text: string): string {
  const characters = Array.from(text.slice(0, maxExcerpt * 2))
  const shown = characters.slice(0, maxExcerpt).map(escapeInvisible).join('')
  return characters.length > maxExcerpt || text.length > maxExcerpt * 2 ? `${shown}…` : shown
}

function escapeInvisible(character: string): string {
  if (character === ' ' || !/[\p{C}\p{Z}\p{M}]/u.test(character)) return character
  return Array.from({ length: character.length }, (_, i) => `\\u${hex(character.charCodeAt(i), 4)}`).join('')
}

/** `U+0441` for every character that is not ASCII: how a look-alike letter is told apart. At most 8. */
export function codePoints(text: string): readonly string[] {
  const points = Array.from(text, character => character.codePointAt(0) ?? 0).filter(point => point > 0x7e)
  return [...new Set(points)].slice(0, 8).map(point => `U+${hex(point, 4).toUpperCase()}`)
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** `gates.coverage.reports[1]`; a key that is not a plain word stands in quotes. */
export function keyPath(path: readonly PropertyKey[]): string {
  let text = ''
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`
    else if (/^[$\w-]+$/.test(String(key))) text += text === '' ? String(key) : `.${String(key)}`
    else text += `["${visible(String(key))}"]`
  }
  return text
}

/** The candidate that was probably meant: at most a third of the characters differ. `null` when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const plain = word.replace(/[\p{C}\p{Z}\p{M}]/gu, '').toLowerCase()
  if (plain.length > 100) return null
  let best: { candidate: string; distance: number } | null = null
  for (const candidate of candidates) {
    const distance = editDistance(plain, candidate.toLowerCase())
    if (distance <= Math.max(1, Math.floor(candidate.length / 3)) && distance < (best?.distance ?? Infinity))
      best = { candidate, distance }
  }
  return best?.candidate ?? null
}

/** Insertions, deletions, substitutions and swaps of neighbours (Damerau–Levenshtein, optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1)
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

/** 1-based, columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Turns offsets into a text with `\n` line ends into positions. */
export function lineIndex(text: string): (offset: number) => Position {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return offset => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
