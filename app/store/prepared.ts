import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely'
import { type Db, storableValue } from './db.ts'

/** Stands for one value of one row while a query is made. */
class Place {
  readonly row: number
  readonly column: string
  constructor(row: number, column: string) {
    this.row = row
    this.column = column
  }
}

/** Batches are larger than this only after a halt; their queries are made each time. */
const longest = 100

/**
 * A query over rows with the same members, whose SQL is made once for each number of them: making it costs more than
 * running it. `make` may use the values as parameters only.
 */
export function prepared<Row extends object, Answer>(make: (db: Db, rows: readonly Row[]) => Compilable<Answer>) {
  const madeBy = new WeakMap<DialectAdapter, Map<number, CompiledQuery<Answer>>>()

  const queryFor = (db: Db, rows: readonly Row[]): CompiledQuery<Answer> => {
    const { adapter } = db.getExecutor()
    const made = madeBy.get(adapter) ?? new Map<number, CompiledQuery<Answer>>()
    madeBy.set(adapter, made)
    const known = made.get(rows.length)
    if (known) return known
    const query = make(db, rows.map(placesOf)).compile()
    if (rows.length <= longest) made.set(rows.length, query)
    return query
  }

  return async (db: Db, rows: readonly Row[]): Promise<readonly Answer[]> => {
    const query = queryFor(db, rows)
    const parameters = query.parameters.map(value => (value instanceof Place ? valueAt(rows, value) : value))
    return (await db.executeQuery<Answer>({ ...query, parameters })).rows
  }
}

const placesOf = <Row extends object>(row: Row, index: number): Row =>
  Object.fromEntries(Object.keys(row).map(column => [column, new Place(index, column)])) as Row

const valueAt = (rows: readonly object[], { row, column }: Place): unknown =>
  storableValue((rows[row] as Readonly<Record<string, unknown>>)[column])
