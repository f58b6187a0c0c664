import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Fault } from './index.ts'
import { graphql, rest, type Stage, stage } from './testing.ts'

let s: Stage
let token: string
const comments = '/repos/acme/widgets/issues/1/comments'

beforeAll(async () => {
  s = await stage()
  token = s.sandbox.user('chen').token
})

afterEach(() => s.sandbox.faults.clear())

afterAll(async () => {
  expect(s.sandbox.violations).toEqual([])
  await s.sandbox.close()
})

const comment = (body = 'x') => rest(s.sandbox, token, `POST ${comments}`, { body })
const count = () => s.pull.comments().length

async function made(fault: Omit<Fault, 'match'>, act: () => Promise<unknown> = comment) {
  const before = count()
  const handle = s.sandbox.faults.add({ match: 'issues/create-comment', times: 1, ...fault })
  // biome-ignore lint/suspicious/noExplicitAny: an answer or an error, looked at by the test
  const answer: any = await act().catch(error => error)
  expect(handle.hits).toBe(1)
  return { answer, comments: count() - before }
}

test('a status in place of the work', async () => {
  const { answer, comments: added } = await made({ kind: 'status', status: 503, headers: { 'retry-after': '7' } })
  expect(answer).toMatchObject({ status: 503, body: { message: 'Service unavailable' } })
  expect(answer.headers.get('retry-after')).toBe('7')
  expect(added).toBe(0)
  expect(await comment()).toMatchObject({ status: 201 })
})

test('a 502 after the work is done (M7)', async () => {
  const { answer, comments: added } = await made({ kind: 'status', status: 502, after: true })
  expect(answer.status).toBe(502)
  expect(added).toBe(1)
})

test.each([
  ['reset-before', 0],
  ['reset-after', 1],
] as const)('%s cuts the connection', async (kind, added) => {
  const { answer, comments: found } = await made({ kind })
  expect(answer).toBeInstanceOf(TypeError)
  expect(found).toBe(added)
  expect(s.sandbox.calls.at(-1)).toMatchObject({ operation: 'issues/create-comment', status: 0 })
})

test('hang never answers', async () => {
  const act = () => fetch(s.sandbox.apiUrl + comments, { method: 'POST', signal: AbortSignal.timeout(50) })
  const { answer, comments: added } = await made({ kind: 'hang' }, act)
  expect(answer).toMatchObject({ name: 'TimeoutError' })
  expect(added).toBe(0)
})

test('HTML where JSON should be', async () => {
  const { answer } = await made({ kind: 'html', status: 200 })
  expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('<!DOCTYPE html>') })
})

test('half of the JSON', async () => {
  const { answer, comments: added } = await made({ kind: 'truncated-json' })
  expect(answer).toBeInstanceOf(SyntaxError)
  expect(added).toBe(1)
})

test('the secondary limit', async () => {
  const { answer } = await made({ kind: 'secondary-limit' })
  expect(answer).toMatchObject({ status: 403, body: { message: expect.stringContaining('secondary rate limit') } })
  expect(answer.headers.get('retry-after')).toBe('60')
})

test('slow answers come, later', async () => {
  const started = performance.now()
  const { answer } = await made({ kind: 'slow', delayMs: 60 })
  expect(answer.status).toBe(201)
  expect(performance.now() - started).toBeGreaterThan(55)
})

test('lists lag behind, in both APIs', async () => {
  const lag = s.sandbox.faults.add({ match: /list-comments|graphql:query/, kind: 'lag', delayMs: 60_000 })
  const query =
    '{ repository(owner: "acme", name: "widgets") { pullRequest(number: 1) { comments(first: 1) { nodes { id } } } } }'
  await comment()
  expect((await rest(s.sandbox, token, `GET ${comments}`)).body).toEqual([])
  const stale = await graphql(s.sandbox, token, query)
  expect(stale.data.repository.pullRequest.comments.nodes).toEqual([])
  lag.remove()
  expect((await rest(s.sandbox, token, `GET ${comments}`)).body.length).toBe(Math.min(count(), 30))
})

test('a fault may hit one mutation only', async () => {
  s.sandbox.faults.add({ match: 'graphql:mutation:addComment', kind: 'status', status: 502, times: 1 })
  const answer = await fetch(s.sandbox.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `bearer ${token}` },
    body: JSON.stringify({
      query: 'mutation { addComment(input: { subjectId: "x", body: "y" }) { clientMutationId } }',
    }),
  })
  expect(answer.status).toBe(502)
})
