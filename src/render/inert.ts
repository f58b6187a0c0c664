/** Line breaks of every kind, and the tab: in prose they separate words. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]/gu

/**
 * What a reader cannot see: control and format characters (bidi, zero width, tags), the grapheme joiner, fillers and the
 * blank Braille pattern. Removed from prose, shown as an escape in literals.
 */
const unseen = /\p{Cc}|\p{Cf}|\u034f|[\u115f\u1160\u2028\u2029\u2800\u3164\uffa0]|\u17b4|\u17b5/gu

/** More marks on one character than any language writes. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu

/** Input beyond this many units per shown character cannot matter, and is not looked at. */
const slack = 8

/**
 * Prose from outside as one line of visible text without leading or trailing space, at most `max` code points; cut text
 * ends in "…". Not escaped for any surface yet.
 */
export function prose(text: string, max: number): string {
  const tail = text.length > max * slack ? '…' : ''
  const clean = text
    .slice(0, max * slack)
    .toWellFormed()
    .replace(breaks, ' ')
    .replace(unseen, '')
    .replace(stackedMarks, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
  return cut(clean + tail, max)
}

/**
 * A literal (path, id, branch) as one line: every unseen character shows as `\u{…}`, stacked marks are left out behind "…".
 * At most `max` code points (at least 3), cut in the middle because both ends of a path tell something.
 */
export function literal(text: string, max: number): string {
  const clean = bothEnds(text, max * slack)
    .toWellFormed()
    .replace(unseen, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(stackedMarks, '$1…')
  return bothEnds(clean, max)
}

/** The first `max` code points; the last of them is "…" when something was cut. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const points = Array.from(text)
  return points.length <= max
    ? text
    : `${points
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}

function bothEnds(text: string, max: number): string {
  if (text.length <= max) return text
  const head = Math.ceil((max - 1) / 2)
  const points = text.length > max * slack ? [...text.slice(0, max * 2), ...text.slice(-max * 2)] : Array.from(text)
  return points.length <= max ? text : `${points.slice(0, head).join('')}…${points.slice(head + 1 - max).join('')}`
}
