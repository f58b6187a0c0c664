import {
  absolute,
  compareDecimals,
  type Decimal,
  decimalOf,
  minus,
  numberOf,
  timesDecimal,
} from '../../metrics/decimal.ts'
import type { Budget } from './options.ts'

/** A limit that the value is beyond, and by how much. */
export interface Exceeded {
  readonly limit: 'max' | 'min' | 'max_increase' | 'max_decrease'
  /** What is allowed: the limit itself, or how far the value may be from the base's. */
  readonly allowed: number
  /** How far it is beyond `max` or `min`, or how far from the base's value. */
  readonly by: number
  /** The share that the policy writes, e.g. `5%`; `null`: an amount. */
  readonly share: string | null
}

/** Exact: 0.1 + 0.2 is 0.3 here. `base` `null`: there is nothing to compare with, and only `max` and `min` are looked at. */
export function exceeded(value: number, base: number | null, budget: Budget): readonly Exceeded[] {
  const now = decimalOf(value)
  return [
    ...beyond('max', now, budget.max),
    ...beyond('min', now, budget.min),
    ...(base === null ? [] : moved('max_increase', now, decimalOf(base), budget.max_increase)),
    ...(base === null ? [] : moved('max_decrease', now, decimalOf(base), budget.max_decrease)),
  ]
}

function beyond(limit: 'max' | 'min', value: Decimal, allowed: number | undefined): readonly Exceeded[] {
  if (allowed === undefined) return []
  const by = limit === 'max' ? minus(value, decimalOf(allowed)) : minus(decimalOf(allowed), value)
  return by.digits > 0n ? [{ limit, allowed, by: numberOf(by), share: null }] : []
}

function moved(
  limit: 'max_increase' | 'max_decrease',
  value: Decimal,
  base: Decimal,
  change: number | string | undefined,
): readonly Exceeded[] {
  if (change === undefined) return []
  const by = limit === 'max_increase' ? minus(value, base) : minus(base, value)
  const allowed = allowance(change, base)
  if (compareDecimals(by, allowed) <= 0) return []
  return [{ limit, allowed: numberOf(allowed), by: numberOf(by), share: typeof change === 'string' ? change : null }]
}

/** A share is one of the base's size, whatever its sign. */
function allowance(change: number | string, base: Decimal): Decimal {
  if (typeof change === 'number') return decimalOf(change)
  const percent = decimalOf(Number.parseFloat(change))
  const { digits, places } = timesDecimal(percent, absolute(base))
  return { digits, places: places + 2 }
}
