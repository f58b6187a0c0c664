import { type GitHubClient, graphQlFailure, retryAfter, statusOf } from '../src/github/client.ts'

/** Not a fault of the work: what stands in its way goes away by itself or is taken away by people. It is tried again until then. */
export class NotNow extends Error {}

/** GitHub asked this installation to stay away, or has not answered it several times: nothing was sent. */
class Resting extends NotNow {
  /** As GitHub would say it, so that callers need not tell the two apart. */
  readonly headers: Readonly<Record<string, string>>
  constructor(waitMs: number) {
    super('resting: GitHub limits this installation or does not answer it')
    this.headers = { 'retry-after': String(Math.ceil(waitMs / 1000)) }
  }
}

/** What is known of one installation's last calls. */
interface Standing {
  /** No call before this time. */
  restUntil: number
  /** Limits in a row that did not say how long they last. */
  limits: number
  /** Calls in a row without a proper answer. */
  failures: number
}

export type Standings = Map<string, Standing>

/** GitHub wants a minute at least where it says nothing (REST "rate limits"). */
const silentLimitMs = 60_000
const longestLimitMs = 60 * 60_000
/** From so many on, an installation that GitHub does not answer no longer keeps workers waiting for it. */
const failuresBeforeRest = 5
const firstRestMs = 5_000
const longestRestMs = 60_000

const met = new WeakMap<GitHubClient, unknown>()
const outside = new WeakMap<object, 'passing' | 'refused'>()

/** The last failure of a call of this client that passes by itself; null: there was none. */
export const passingTrouble = (client: GitHubClient): unknown => met.get(client) ?? null

/** Whether work that failed with this must be kept and tried again however often: GitHub did not serve it. */
export function isOutside(error: unknown): boolean {
  if (error instanceof NotNow) return true
  if (typeof error !== 'object' || error === null) return false
  return outside.has(error) || ('cause' in error && isOutside(error.cause))
}

/**
 * Keeps one installation's calls out of the time for which GitHub asked it to stay away, whichever call was told
 * (security.md R-06), and lets it rest when GitHub does not answer. Calls meanwhile reject with `retry-after`.
 */
export function guarded(client: GitHubClient, id: string, standings: Standings, now: () => number): GitHubClient {
  const standing = standings.get(id) ?? { restUntil: 0, limits: 0, failures: 0 }
  standings.set(id, standing)
  const rest = (ms: number): void => {
    standing.restUntil = Math.max(standing.restUntil, now() + ms)
  }
  const call = async <T>(send: () => Promise<T>): Promise<T> => {
    try {
      const left = standing.restUntil - now()
      if (left > 0) throw new Resting(left)
      const answer = await send()
      standing.failures = 0
      standing.limits = 0
      return answer
    } catch (error) {
      learn(error)
      throw error
    }
  }
  const learn = (error: unknown): void => {
    if (typeof error !== 'object' || error === null) return
    if (error instanceof Resting) {
      met.set(own, error)
      return
    }
    const limit = limitOf(error, standing.limits, now())
    const status = statusOf(error)
    const isSilent = limit === null && (status === 0 || status >= 500) && graphQlFailure(error) === null
    if (limit !== null) {
      rest(limit)
      standing.limits += 1
    }
    standing.failures = isSilent ? standing.failures + 1 : 0
    const more = standing.failures - failuresBeforeRest
    if (more >= 0) rest(Math.min(longestRestMs, firstRestMs * 2 ** more))
    if (limit !== null || isSilent || status === 401) {
      met.set(own, error)
      outside.set(error, 'passing')
    } else if (status === 403) outside.set(error, 'refused')
  }
  const own: GitHubClient = {
    graphql: (query, variables) => call(() => client.graphql(query, variables)),
    request: (route, parameters) =>
      call(async () => {
        const answer = await client.request(route, parameters)
        // The last call of this hour: the next one would be refused.
        const wait = retryAfter({ headers: answer.headers ?? {} }, now())
        if (wait !== null) rest(wait)
        return answer
      }),
  }
  return own
}

/** How long GitHub wants no call after this answer, in milliseconds; null: it is no limit. */
function limitOf(error: object, before: number, now: number): number | null {
  const asked = retryAfter(error, now)
  if (asked !== null) return Math.max(1_000, asked)
  const status = statusOf(error)
  const text = error instanceof Error ? error.message : ''
  const isLimit =
    status === 429 ||
    (status === 403 && /rate limit|abuse detection/i.test(text)) ||
    graphQlFailure(error)?.errors.some(one => one.type === 'RATE_LIMITED') === true
  return isLimit ? Math.min(longestLimitMs, silentLimitMs * 2 ** before) : null
}
