import { createHash } from 'node:crypto'
import { type Family, gauges, type Registry } from './registry.ts'

const apis = ['rest', 'graphql'] as const
type Api = (typeof apis)[number]

/** `limited`: GitHub asks us to stay away for a while. `failed`: no answer. */
const outcomes = ['ok', 'unchanged', 'refused', 'limited', 'broken', 'failed'] as const
type Outcome = (typeof outcomes)[number]

interface Budget {
  readonly resource: string
  readonly limit: number
  readonly remaining: number
  /** Epoch milliseconds; afterwards the budget is full again. */
  readonly resetAt: number
}

/** Budgets of GitHub that an App meets; others would be words from outside. */
const resources = ['core', 'graphql'] as const

/** A `fetch` that counts what GitHub answers, and remembers what it says of the rate limit. */
export function countedFetch(
  { counter, histogram, collect }: Registry,
  now: () => number,
  ask: typeof fetch = fetch,
): typeof fetch {
  const requests = counter('delivery_gates_github_requests_total', 'Requests to GitHub, by what became of them.')
  // From zero: a counter that begins at one shows no increase.
  for (const api of apis) for (const outcome of outcomes) requests.add({ api, outcome }, 0)
  const seconds = histogram(
    'delivery_gates_github_request_seconds',
    'Time until GitHub’s answer began.',
    [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
  )
  const budgets = new Map<string, Budget>()
  collect(() => budgetFamilies(budgets, now()))
  return async (input, init) => {
    const api: Api = new URL(input instanceof Request ? input.url : input).pathname.endsWith('/graphql')
      ? 'graphql'
      : 'rest'
    const start = performance.now()
    const done = (outcome: Outcome) => {
      requests.add({ api, outcome })
      seconds.observe((performance.now() - start) / 1000, { api })
    }
    try {
      const response = await ask(input, init)
      done(outcomeOf(response))
      remember(budgets, new Headers(init?.headers).get('authorization') ?? '', response.headers)
      return response
    } catch (error) {
      done('failed')
      throw error
    }
  }
}

function outcomeOf({ status, headers }: Response): Outcome {
  if (status < 300) return 'ok'
  if (status === 304) return 'unchanged'
  const away = headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0'
  if (status === 429 || (status === 403 && away)) return 'limited'
  return status < 500 ? 'refused' : 'broken'
}

/** Every token has a budget of its own; only a digest of it is kept. */
function remember(budgets: Map<string, Budget>, authorization: string, headers: Headers): void {
  const resource = resources.find(one => one === headers.get('x-ratelimit-resource'))
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map(name =>
    Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN),
  )
  if (resource === undefined || limit === undefined || remaining === undefined || reset === undefined) return
  if (!Number.isFinite(limit + remaining + reset)) return
  const token = createHash('sha256').update(authorization).digest('base64url')
  budgets.set(`${token} ${resource}`, { resource, limit, remaining, resetAt: reset * 1000 })
}

/** Of the token that has the smallest share of its budget left. */
function budgetFamilies(budgets: Map<string, Budget>, now: number): readonly Family[] {
  for (const [key, { resetAt }] of budgets) if (resetAt <= now) budgets.delete(key)
  const remaining: Record<string, number> = {}
  const limit: Record<string, number> = {}
  for (const resource of resources) {
    const [lowest] = [...budgets.values()]
      .filter(one => one.resource === resource)
      .sort((a, b) => a.remaining / a.limit - b.remaining / b.limit)
    if (lowest === undefined) continue
    remaining[resource] = lowest.remaining
    limit[resource] = lowest.limit
  }
  const of = 'of the installation that has the smallest share left'
  return [
    gauges('delivery_gates_github_rate_remaining', `Requests that GitHub still takes, ${of}.`, 'resource', remaining),
    gauges('delivery_gates_github_rate_limit', `Requests that GitHub takes in an hour, ${of}.`, 'resource', limit),
  ]
}
