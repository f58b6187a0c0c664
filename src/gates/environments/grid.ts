import { type Message, message } from '../../locales/message.ts'
import type { GateTable } from '../../report.ts'
import type { Standing } from '../checks/standing.ts'
import { type Cell, keyOf } from './matrix.ts'

export interface GridCell {
  readonly cell: Cell
  readonly standing: Standing
  readonly isOptional: boolean
}

/** Two axes as rows and columns; one axis, or more than two, as one row a cell. */
export function gridOf(axes: readonly string[], cells: readonly GridCell[]): GateTable {
  const [down = '', across] = axes
  if (across === undefined || axes.length > 2) return listOf(axes, cells)
  const valuesOf = (axis: string) => [...new Set(cells.map(({ cell }) => cell[axis] ?? ''))]
  const byLabel = new Map(cells.map(each => [keyOf(each.cell), each]))
  return {
    columns: [`${down} \\ ${across}`, ...valuesOf(across)],
    rows: valuesOf(down).map(row => [
      row,
      ...valuesOf(across).map(column => stateOf(byLabel.get(keyOf({ [down]: row, [across]: column })))),
    ]),
  }
}

const listOf = (axes: readonly string[], cells: readonly GridCell[]): GateTable => ({
  columns: [...axes, message('checks.column.state', {})],
  rows: cells.map(each => [...axes.map(axis => each.cell[axis] ?? ''), stateOf(each)]),
})

const stateOf = (each: GridCell | undefined): Message =>
  each === undefined
    ? message('environments.cell.none', {})
    : message('environments.cell', { standing: each.standing, isOptional: each.isOptional })
