import type { Actor } from './state.ts'

export interface Bucket {
  readonly limit: number
  used: number
  /** Epoch seconds. */
  reset: number
}

const hour = 3600

/** GitHub counts by who asks and by API; a new hour starts anew. */
export class RateLimits {
  readonly #buckets = new Map<string, Bucket>()

  bucket(actor: Actor, resource: 'core' | 'graphql'): Bucket {
    const key = `${resource}:${keyOf(actor)}`
    const now = Math.floor(Date.now() / 1000)
    const known = this.#buckets.get(key)
    if (known !== undefined && known.reset > now) return known
    const bucket = { limit: actor.kind === 'anonymous' ? 60 : 5000, used: 0, reset: now + hour }
    this.#buckets.set(key, bucket)
    return bucket
  }
}

export function remaining({ limit, used }: Bucket): number {
  return Math.max(limit - used, 0)
}

export function rateHeaders(bucket: Bucket, resource: string): Record<string, string> {
  return {
    'x-ratelimit-limit': String(bucket.limit),
    'x-ratelimit-remaining': String(remaining(bucket)),
    'x-ratelimit-used': String(bucket.used),
    'x-ratelimit-reset': String(bucket.reset),
    'x-ratelimit-resource': resource,
  }
}

export function rateView(bucket: Bucket) {
  return { limit: bucket.limit, used: bucket.used, remaining: remaining(bucket), reset: bucket.reset }
}

function keyOf(actor: Actor): string {
  switch (actor.kind) {
    case 'installation':
      return `installation:${actor.installation.id}`
    case 'user':
      return `user:${actor.account.id}`
    case 'app':
    case 'client':
      return `app:${actor.app.id}`
    case 'anonymous':
      return 'anonymous'
  }
}
