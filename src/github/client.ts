import { type Message, message } from '../locales/message.ts'

/** The two calls that everything here is made of; Octokit of either host fits behind it. Calls time out by themselves. */
export interface GitHubClient {
  /** Rejects when GitHub answers with `errors`, even beside data. */
  readonly graphql: <T>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<T>
  readonly request: (
    route: string,
    parameters: Readonly<Record<string, unknown>>,
  ) => Promise<{
    readonly status: number
    readonly data: unknown
    readonly headers?: Readonly<Record<string, unknown>>
  }>
}

interface OctokitLike {
  readonly graphql: (query: string, variables: Record<string, unknown>) => Promise<unknown>
  readonly request: (
    route: string,
    parameters: Record<string, unknown>,
  ) => Promise<{ status: number; data: unknown; headers?: Record<string, unknown> }>
}

/** Narrows an Octokit (of @actions/github or of Probot) to what is used, each call bounded in time (security.md M9). */
export function clientOf(octokit: OctokitLike, timeoutMs = 15_000): GitHubClient {
  const bounded = () => ({ signal: AbortSignal.timeout(timeoutMs) })
  return {
    graphql: async <T>(query: string, variables: Readonly<Record<string, unknown>>) => {
      const data = await octokit.graphql(query, { ...variables, request: bounded() })
      if (typeof data !== 'object' || data === null) throw new HalfAnswer()
      return data as T
    },
    request: async (route, parameters) => {
      const request = { ...(parameters.request as object), ...bounded() }
      const answer = await octokit.request(route, { ...parameters, request })
      if (isHalf(answer)) throw new HalfAnswer()
      return answer
    },
  }
}

/** The answer was cut off, or is a page of something between GitHub and us (security.md B-A02). */
class HalfAnswer extends Error {
  readonly status = 502
  constructor() {
    super('GitHub’s answer is no JSON')
  }
}

/** Octokit gives what it cannot parse as a text. */
const isHalf = ({ data, headers }: { readonly data: unknown; readonly headers?: Readonly<Record<string, unknown>> }) =>
  typeof data === 'string' && /^application\/(?:scim\+)?json\b/.test(String(headers?.['content-type']))

/** One entry of GraphQL's `errors`. */
export interface GraphQlError {
  readonly type?: string
  readonly message: string
  readonly path?: readonly (string | number)[]
}

/** `errors` and the partial data of a rejected GraphQL call; `null` for any other failure. */
export function graphQlFailure(error: unknown): { data: unknown; errors: readonly GraphQlError[] } | null {
  if (typeof error !== 'object' || error === null || !('errors' in error) || !Array.isArray(error.errors)) return null
  return { data: 'data' in error ? error.data : null, errors: error.errors as readonly GraphQlError[] }
}

/** HTTP status of a failed call; 0 when there was no answer. */
export function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 0
  return typeof error.status === 'number' ? error.status : 0
}

/** Why something could not be read, as a reason for an unknown fact. Names the status, never a token or a URL. */
export function unknownBecause(what: string, error: unknown): Message {
  const status = statusOf(error)
  const graphql = graphQlFailure(error)
  const type = graphql?.errors[0]?.type ?? ''
  if (status === 403 || type === 'FORBIDDEN') return message('unknown.permission', { what, permission: what })
  const text = graphql?.errors[0]?.message ?? (error instanceof Error ? error.message : '')
  const detail = status > 0 ? `HTTP ${status}` : type || text.replaceAll(/https?:\/\/\S+/g, '').slice(0, 120)
  return message('unknown.api', { what, detail })
}

/** Milliseconds that GitHub asked us to stay away; `null` when it did not. Source: REST "rate limits" page. */
export function retryAfter(error: unknown, now: number): number | null {
  if (typeof error !== 'object' || error === null) return null
  const response =
    'response' in error ? (error.response as { headers?: Record<string, unknown> } | undefined) : undefined
  const headers = response?.headers ?? ('headers' in error ? (error.headers as Record<string, unknown>) : {})
  const seconds = Number(headers['retry-after'])
  if (Number.isFinite(seconds) && seconds >= 0 && headers['retry-after'] !== undefined) return seconds * 1000
  if (String(headers['x-ratelimit-remaining']) === '0') {
    // Both by GitHub's clock: ours may be minutes off.
    const there = Date.parse(String(headers.date))
    const from = Number.isFinite(there) ? there : now
    return Math.max(0, Number(headers['x-ratelimit-reset']) * 1000 - from) || 60_000
  }
  return null
}
