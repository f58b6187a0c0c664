/** One combination: a value for every axis. */
export type Cell = Readonly<Record<string, string>>

export interface Matrix {
  readonly matrix: Readonly<Record<string, readonly string[]>>
  /** Combinations to leave out; one may name a part of the axes. */
  readonly exclude?: readonly Cell[] | undefined
  /** Whole cells to add, after `exclude`. */
  readonly include?: readonly Cell[] | undefined
}

/** As many jobs as GitHub gives one matrix. */
export const maxCells = 256

/** How many cells the axes alone make. */
export const sizeOf = ({ matrix }: Matrix): number =>
  Object.values(matrix).reduce((product, values) => product * values.length, 1)

/** Every required cell once: the first axis changes slowest, included cells come last. */
export function expandMatrix({ matrix, exclude = [], include = [] }: Matrix): readonly Cell[] {
  let cells: readonly Cell[] = [{}]
  for (const [axis, values] of Object.entries(matrix))
    cells = cells.flatMap(cell => values.map(value => ({ ...cell, [axis]: value })))
  const kept = cells.filter(cell => !exclude.some(part => isPartOf(part, cell)))
  const axes = Object.keys(matrix)
  const added = include.map(cell => Object.fromEntries(axes.map(axis => [axis, cell[axis] ?? ''])))
  return [...new Map([...kept, ...added].map(cell => [keyOf(cell), cell])).values()]
}

/** Whether the cell has every value of the part. */
export const isPartOf = (part: Cell, cell: Cell): boolean =>
  Object.entries(part).every(([axis, value]) => cell[axis] === value)

/** Tells cells of one matrix apart, whatever their values are. */
export const keyOf = (cell: Cell): string => JSON.stringify(Object.values(cell))

/** `debian, postgres-15`. */
export const labelOf = (cell: Cell): string => Object.values(cell).join(', ')

const placeholder = /\{([a-z_][a-z0-9_-]*)\}/gi

/** Axes that a template names. Braces around anything else stand for themselves. */
export const placeholders = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(placeholder)].map(match => match[1] ?? '')),
]

/** The template with the values of a cell. */
export const fill = (template: string, cell: Cell, written = (value: string): string => value): string =>
  template.replaceAll(placeholder, (_, axis: string) => written(cell[axis] ?? ''))

/** A value within a glob, where it must mean itself. */
export const inGlob = (value: string): string => value.replaceAll(/[*?[{}]/g, sign => `[${sign}]`)
