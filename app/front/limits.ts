/** What the front takes on before it says no. */
export interface Limits {
  /** Bytes of one webhook body. GitHub sends at most 25 MB. */
  readonly bodyBytes: number
  /** Bytes of all bodies that are being received, so that memory stays flat under many large ones. */
  readonly bufferedBytes: number
  /** Webhook requests at once. */
  readonly inFlight: number
  /** Webhook requests of one address: so many at once, then so many a second. */
  readonly burst: number
  readonly perSecond: number
  /** Milliseconds for the headers, for the whole request, and for those in flight when the App stops. */
  readonly headersMs: number
  readonly requestMs: number
  readonly stopMs: number
}

export const defaultLimits: Limits = {
  bodyBytes: 25 * 1024 * 1024,
  bufferedBytes: 64 * 1024 * 1024,
  inFlight: 200,
  burst: 2000,
  perSecond: 500,
  headersMs: 10_000,
  requestMs: 20_000,
  stopMs: 20_000,
}

const maxAddresses = 10_000

/** One token bucket per address; addresses whose bucket is full again are forgotten. */
export function rateLimiter({ burst, perSecond }: Pick<Limits, 'burst' | 'perSecond'>, now: () => number) {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const refilled = (bucket: { tokens: number; at: number }, at: number) =>
    Math.min(burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * perSecond)
  const forgetFull = (at: number) => {
    for (const [address, bucket] of buckets) if (refilled(bucket, at) >= burst) buckets.delete(address)
    if (buckets.size > maxAddresses) buckets.clear()
  }
  /** Whether one more request of this address is welcome now. */
  return (address: string): boolean => {
    const at = now()
    if (buckets.size > maxAddresses) forgetFull(at)
    const bucket = buckets.get(address)
    const tokens = bucket ? refilled(bucket, at) : burst
    buckets.set(address, { tokens: tokens < 1 ? tokens : tokens - 1, at })
    return tokens >= 1
  }
}
