/** A finite number as people write it: `digits` × 10^-`places`. Comparing such numbers has no rounding. */
export interface Decimal {
  readonly digits: bigint
  readonly places: number
}

/** The shortest decimal that names this double, which is what stood in the file or the policy. Throws on NaN and ∞. */
export function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`no decimal: ${value}`)
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const places = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 }
}

/** The nearest double. */
export const numberOf = ({ digits, places }: Decimal): number => Number(`${digits}e-${places}`)

export const minus = (a: Decimal, b: Decimal): Decimal => {
  const places = Math.max(a.places, b.places)
  return { digits: scaled(a, places) - scaled(b, places), places }
}

/** Negative: a is less. */
export const compareDecimals = (a: Decimal, b: Decimal): number => Number(sign(minus(a, b).digits))

export const timesDecimal = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  places: a.places + b.places,
})

export const absolute = ({ digits, places }: Decimal): Decimal => ({ digits: digits < 0n ? -digits : digits, places })

const scaled = ({ digits, places }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - places)
const sign = (value: bigint): bigint => (value < 0n ? -1n : value > 0n ? 1n : 0n)
