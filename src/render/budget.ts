/** A part of a document that can be shortened by whole rows, or left out. */
export interface Section {
  /** The lowest is shortened first, among equals the last; `fixed` parts stay whole. */
  readonly keep: number
  readonly head: readonly string[]
  /** Each complete in itself: a table row, a list item. Cutting between two rows leaves valid Markdown. */
  readonly rows: readonly string[]
  readonly foot: readonly string[]
  /** Rows shown even where there is room for more. */
  readonly most?: number
  /** The row that stands for those left out. */
  readonly more: (count: number) => string
}

export const fixed = Number.POSITIVE_INFINITY

/** A part without rows; it is never shortened. */
export const block = (...lines: readonly string[]): Section => ({
  keep: fixed,
  head: lines,
  rows: [],
  foot: [],
  more: () => '',
})

/** How a surface counts its limit. */
export type Measure = (text: string) => number

/** UTF-16 units: never fewer than the characters that GitHub counts. */
export const units: Measure = text => text.length

/** UTF-8 bytes, for limits that are kept in bytes or may be. */
export const bytes: Measure = text => {
  let size = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) size += 1
    // Half of a surrogate pair makes two of the four bytes of the whole.
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) size += 1
  }
  return size
}

export interface Limit {
  readonly size: number
  readonly measure: Measure
}

/** What stays free of a surface's limit, for what GitHub counts differently from us. */
export const reserve = 0.05

/**
 * The sections as one document, shortened to the limit less the reserve: sections with the lowest `keep` lose rows, then
 * themselves, before the next lose any. `note` is added before the last section when something was left out.
 */
export function shorten(sections: readonly Section[], limit: Limit, note: string): string {
  const room = Math.floor(limit.size * (1 - reserve))
  const shown = sections.map(section => Math.min(section.rows.length, section.most ?? section.rows.length))
  const whole = join(sections, shown)
  if (limit.measure(whole) <= room) return whole

  const noted = [...sections.slice(0, -1), block(note), ...sections.slice(-1)]
  shown.splice(-1, 0, 0)
  const sizes = noted.map((section, index) => sizeOf(section, shown[index] ?? 0, limit.measure))
  let total = sizes.reduce((sum, size) => sum + size, 0)
  for (const index of shorteningOrder(noted)) {
    const section = noted[index]
    if (total <= room || section === undefined) break
    const others = total - (sizes[index] ?? 0)
    shown[index] = mostRows(section, shown[index] ?? 0, room - others, limit.measure)
    total = others + sizeOf(section, shown[index] ?? 0, limit.measure)
  }
  return join(noted, shown)
}

function shorteningOrder(sections: readonly Section[]): readonly number[] {
  return sections
    .flatMap((section, index) => (section.keep === fixed ? [] : [{ index, keep: section.keep }]))
    .sort((a, b) => a.keep - b.keep || b.index - a.index)
    .map(entry => entry.index)
}

/** How many rows fit into `room`; 0 leaves the section out. */
function mostRows(section: Section, max: number, room: number, measure: Measure): number {
  let size = sizeOf({ ...section, rows: [] }, 0, measure) + measure(section.more(section.rows.length)) + 1
  let count = 0
  for (const row of section.rows.slice(0, max)) {
    size += measure(row) + 1
    if (size > room) break
    count += 1
  }
  return count
}

/** Upper bound of what a section adds, with the line breaks around it. */
function sizeOf(section: Section, shown: number, measure: Measure): number {
  const text = textOf(section, shown)
  return text === '' ? 0 : measure(text) + 2
}

function join(sections: readonly Section[], shown: readonly number[]): string {
  return sections
    .map((section, index) => textOf(section, shown[index] ?? 0))
    .filter(text => text !== '')
    .join('\n\n')
}

function textOf(section: Section, shown: number): string {
  if (shown === 0 && section.rows.length > 0) return ''
  const left = section.rows.length - shown
  const more = left > 0 ? [section.more(left)] : []
  return [...section.head, ...section.rows.slice(0, shown), ...more, ...section.foot].join('\n')
}
