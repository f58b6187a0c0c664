import { clientOf, type GitHubClient, graphQlFailure, retryAfter, statusOf } from './client.ts'

/** A client for one token. The toolkit brings proxies and certificates along; it is loaded only when there is a token. */
export async function connect(
  token: string,
  { apiUrl, userAgent }: { readonly apiUrl: string; readonly userAgent: string },
): Promise<GitHubClient | null> {
  if (token === '') return null
  const { getOctokit } = await import('@actions/github')
  return retryingReads(clientOf(getOctokit(token, { baseUrl: apiUrl, userAgent })), wallClock)
}

/** The passing of time, so that tests need none. */
export interface Clock {
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

const wallClock: Clock = {
  now: Date.now,
  sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
}

/** Waiting for GitHub within one run, all reads together, in milliseconds (security.md R-22). */
export const retryBudget = 60_000

/** Repeats reads that failed for a passing reason. A write is never repeated: it may have happened. */
export function retryingReads(client: GitHubClient, clock: Clock, budget = retryBudget): GitHubClient {
  const deadline = clock.now() + budget
  const again = async <T>(call: () => Promise<T>): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await call()
      } catch (error) {
        const wait = isPassing(error, clock.now()) ? (retryAfter(error, clock.now()) ?? 500 * 2 ** attempt) : null
        if (wait === null || attempt >= 6 || clock.now() + wait > deadline) throw error
        await clock.sleep(wait)
      }
    }
  }
  return {
    graphql: (query, variables) =>
      /^\s*query\b/.test(query) ? again(() => client.graphql(query, variables)) : client.graphql(query, variables),
    request: (route, parameters) =>
      route.startsWith('GET ') ? again(() => client.request(route, parameters)) : client.request(route, parameters),
  }
}

/** No answer, a server's fault, or a limit that GitHub says when to try again after. */
function isPassing(error: unknown, now: number): boolean {
  if (graphQlFailure(error)?.errors.some(one => one.type === 'RATE_LIMITED')) return true
  const status = statusOf(error)
  if (status === 429 || status === 403) return retryAfter(error, now) !== null
  // Octokit gives a connection that failed or timed out the status 500 too.
  return status >= 500
}
