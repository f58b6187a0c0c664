/** What terminals show two columns wide: East Asian wide and fullwidth characters, and pictures. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u

/** Columns of a terminal that a line takes. Marks stand on the character before them. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) if (!/\p{M}|\p{Cf}/u.test(character)) width += wide.test(character) ? 2 : 1
  return width
}

type Side = 'left' | 'right'

/** Rows as lines with two spaces between columns, which are as wide as their widest cell; no space at the end. */
export function table(rows: readonly (readonly string[])[], sides: readonly Side[]): readonly string[] {
  const widths = sides.map((_, column) => Math.max(0, ...rows.map(row => widthOf(row[column] ?? ''))))
  return rows.map(row =>
    sides
      .map((side, column) => pad(row[column] ?? '', widths[column] ?? 0, side))
      .join('  ')
      .trimEnd(),
  )
}

/** Two columns, indented. */
export const columns = (rows: readonly (readonly string[])[]): readonly string[] =>
  table(rows, ['left', 'left']).map(line => `  ${line}`)

function pad(text: string, width: number, side: Side): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return side === 'left' ? text + space : space + text
}
