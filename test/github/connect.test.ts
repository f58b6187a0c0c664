import { describe, expect, test } from 'vitest'
import { clientOf, type GitHubClient } from '../../src/github/client.ts'
import { type Clock, retryBudget, retryingReads } from '../../src/github/connect.ts'

interface Story {
  readonly calls: string[]
  readonly slept: number[]
  readonly client: GitHubClient
}

/** A client that fails with these errors, one per call, and then answers; its clock moves only by sleeping. */
function story(errors: readonly unknown[]): Story {
  const calls: string[] = []
  const slept: number[] = []
  let now = 1_000_000
  const clock: Clock = {
    now: () => now,
    sleep: async milliseconds => {
      slept.push(milliseconds)
      now += milliseconds
    },
  }
  const answer = async (call: string): Promise<never> => {
    calls.push(call)
    const error = errors[calls.length - 1]
    if (error !== undefined) throw error
    return { status: 200, data: 'answer' } as never
  }
  const client: GitHubClient = { graphql: query => answer(query), request: route => answer(route) }
  return { calls, slept, client: retryingReads(client, clock) }
}

const http = (status: number, headers: Readonly<Record<string, string>> = {}) =>
  Object.assign(new Error(`HTTP ${status}`), { status, response: { headers } })
const always = (error: unknown) => Array.from({ length: 100 }, () => error)

describe('R-22 reads are repeated, writes never', () => {
  test.each([
    ['500', http(500)],
    ['502', http(502)],
    ['429 with retry-after', http(429, { 'retry-after': '3' })],
    ['403 with retry-after', http(403, { 'retry-after': '3' })],
    ['a GraphQL rate limit', { errors: [{ type: 'RATE_LIMITED', message: 'x' }], data: null }],
  ])('%s passes', async (_, error) => {
    const { client, calls } = story([error])
    expect(await client.request('GET /x', {})).toEqual({ status: 200, data: 'answer' })
    expect(calls).toHaveLength(2)
  })

  test.each([
    ['401', http(401)],
    ['403', http(403)],
    ['404', http(404)],
    ['410', http(410)],
    ['422', http(422)],
    ['451', http(451)],
    ['GraphQL FORBIDDEN', { errors: [{ type: 'FORBIDDEN', message: 'x' }], data: null }],
    ['a defect', new TypeError('x is not a function')],
  ])('B-A01 %s is an answer', async (_, error) => {
    const { client, calls } = story(always(error))
    await expect(client.graphql('query A { a }', {})).rejects.toBe(error)
    expect(calls).toHaveLength(1)
  })

  test.each(['POST /x', 'PATCH /x', 'PUT /x', 'DELETE /x'])(
    '%s is never repeated: it may have happened',
    async route => {
      const { client, calls } = story(always(http(502)))
      await expect(client.request(route, {})).rejects.toThrow('HTTP 502')
      expect(calls).toHaveLength(1)
    },
  )

  test('nor is a mutation', async () => {
    const { client, calls } = story(always(http(502)))
    await expect(client.graphql('mutation Publish { a }', {})).rejects.toThrow('HTTP 502')
    expect(calls).toHaveLength(1)
  })

  test('GitHub says how long to stay away', async () => {
    const { client, slept } = story([http(429, { 'retry-after': '7' })])
    await client.request('GET /x', {})
    expect(slept).toEqual([7000])
  })

  test('all reads together wait for at most a minute', async () => {
    const { client, slept } = story(always(http(503)))
    for (let read = 0; read < 5; read += 1) await expect(client.request('GET /x', {})).rejects.toThrow('HTTP 503')
    expect(slept.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(retryBudget)
  })

  test('what would take longer than that is not waited for', async () => {
    const { client, slept } = story(always(http(403, { 'retry-after': '3600' })))
    await expect(client.request('GET /x', {})).rejects.toThrow('HTTP 403')
    expect(slept).toEqual([])
  })
})

describe('B-A02 what is no JSON is no answer, and passes like a server’s fault', () => {
  /** A toolkit that got these: it gives what it cannot parse as a text, and of a page to GraphQL nothing. */
  const got = (data: unknown, type: string) =>
    clientOf({
      graphql: async () => data,
      request: async () => ({ status: 200, data, headers: { 'content-type': type } }),
    })

  test.each([
    ['half of it', '{"data": {"reposi'],
    ['a page', undefined],
  ])('%s, to a query', async (_, data) => {
    await expect(got(data, 'application/json').graphql('query { x }', {})).rejects.toMatchObject({ status: 502 })
  })

  test('half of it, to a read', async () => {
    const read = got('{"id": 4', 'application/json; charset=utf-8').request('GET /user', {})
    await expect(read).rejects.toMatchObject({ status: 502 })
  })

  test('a text that was asked for is one', async () => {
    const { data } = await got('@@ -1 +1 @@', 'application/vnd.github.diff; charset=utf-8').request('GET /x', {})
    expect(data).toBe('@@ -1 +1 @@')
  })
})
