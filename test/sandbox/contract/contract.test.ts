import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadContract, type Operation } from './index.ts'

const contract = loadContract()

function operation(method: string, path: string): Operation {
  const found = contract.match(method, path)
  if (found === undefined) throw new Error(`${method} ${path} is not in the contract`)
  return found
}

describe('match', () => {
  test.each([
    ['GET', '/repos/acme/widgets', 'repos/get', { owner: 'acme', repo: 'widgets' }],
    ['post', '/repos/acme/widgets/check-runs', 'checks/create', { owner: 'acme', repo: 'widgets' }],
    [
      'GET',
      '/repos/a/b/contents/docs/deploy%20guide.md?ref=main',
      'repos/get-content',
      { owner: 'a', repo: 'b', path: 'docs/deploy guide.md' },
    ],
    [
      'GET',
      '/repos/a/b/commits/feature/x/check-runs',
      'checks/list-for-ref',
      { owner: 'a', repo: 'b', ref: 'feature/x' },
    ],
    ['GET', '/repos/a/b/commits/feature/x', 'repos/get-commit', { owner: 'a', repo: 'b', ref: 'feature/x' }],
    [
      'GET',
      '/repos/a/b/compare/main...fix/y',
      'repos/compare-commits-with-basehead',
      { owner: 'a', repo: 'b', basehead: 'main...fix/y' },
    ],
    ['GET', '/repos/a/b/git/ref/heads%2Ffix%2Fy', 'git/get-ref', { owner: 'a', repo: 'b', ref: 'heads/fix/y' }],
    [
      'GET',
      '/repos/a/b/branches/release/1.0/protection',
      'repos/get-branch-protection',
      { owner: 'a', repo: 'b', branch: 'release/1.0' },
    ],
    ['GET', '/repos/a/b/contents/100%', 'repos/get-content', { owner: 'a', repo: 'b', path: '100%' }],
  ])('%s %s is %s', (method, path, id, params) => {
    expect(contract.match(method, path)).toMatchObject({ id, params })
  })

  test.each([
    ['GET', '/repos/acme/widgets/actions/secrets'],
    ['DELETE', '/repos/acme/widgets'],
    ['GET', '/api/v3/repos/acme/widgets'],
    ['GET', '/repos/acme/widgets/'],
  ])('%s %s is none of ours', (method, path) => {
    expect(contract.match(method, path)).toBeUndefined()
  })
})

describe('requests', () => {
  const create = operation('POST', '/repos/acme/widgets/check-runs')
  const annotation = { path: 'a.ts', start_line: 1, end_line: 1, annotation_level: 'warning', message: 'not covered' }
  const run = (annotations: number) => ({
    name: 'delivery-gates',
    head_sha: 'f'.repeat(40),
    conclusion: 'action_required',
    output: { title: 't', summary: 's', annotations: Array(annotations).fill(annotation) },
    actions: [{ label: 'Sign off', description: 'Record my sign-off', identifier: 'sign-off' }],
  })

  test('a check run with 50 annotations passes', () => {
    expect(contract.checkRequest(create, run(50))).toEqual([])
  })

  test.each([
    ['51 annotations', run(51), '/output/annotations must NOT have more than 50 items'],
    [
      'an unknown conclusion',
      { ...run(1), conclusion: 'nope' },
      /^\/conclusion must be equal to one of .*action_required/,
    ],
    [
      'a long summary',
      { ...run(1), output: { title: 't', summary: 'x'.repeat(65_536) } },
      /^\/output\/summary must NOT have more than 65535/,
    ],
    [
      'a button label of 21 characters',
      { ...run(1), actions: [{ label: 'x'.repeat(21), description: '', identifier: 'a' }] },
      /^\/actions\/0\/label/,
    ],
    ['no head_sha', { name: 'x' }, "/ must have required property 'head_sha'"],
    ['a date that is none', { ...run(1), completed_at: 'yesterday' }, /^\/completed_at must match format "date-time"/],
    ['no body', undefined, 'checks/create: a request body is required'],
  ])('%s is refused', (_, body, problem) => {
    const match = typeof problem === 'string' ? problem : expect.stringMatching(problem)
    expect(contract.checkRequest(create, body)).toContainEqual(match)
  })

  test('an operation without a described body takes none', () => {
    expect(contract.checkRequest(operation('POST', '/repos/a/b/check-runs/1/rerequest'), undefined)).toEqual([])
  })

  test('the body of a merge may be null', () => {
    const merge = operation('PUT', '/repos/a/b/pulls/1/merge')
    expect(contract.checkRequest(merge, null)).toEqual([])
    expect(contract.checkRequest(merge, { merge_method: 'fast' })).toEqual([expect.stringMatching(/^\/merge_method /)])
  })
})

describe('queries', () => {
  test('known parameters with good values pass', () => {
    const list = operation('GET', '/repos/a/b/pulls')
    expect(contract.checkQuery(list, new URLSearchParams('state=all&per_page=100&page=2'))).toEqual([])
  })

  test('a misspelt parameter and a wrong value are named', () => {
    const list = operation('GET', '/repos/a/b/pulls')
    expect(contract.checkQuery(list, new URLSearchParams('stat=all&direction=up&per_page=many'))).toEqual([
      'query stat: pulls/list has no such parameter',
      'query direction/ must be equal to one of the allowed values (asc, desc)',
      'query per_page/ must be integer',
    ])
  })
})

describe('responses', () => {
  const status = operation('POST', '/repos/acme/widgets/statuses/abc')

  test('null where GitHub allows null', () => {
    const body = {
      url: 'https://api.github.com/repos/acme/widgets/statuses/abc',
      avatar_url: null,
      id: 1,
      node_id: 'S1',
      state: 'pending',
      description: null,
      target_url: null,
      context: 'delivery-gates',
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-01T00:00:00Z',
      creator: null,
    }
    expect(contract.checkResponse(status, 201, body)).toEqual([])
    expect(contract.checkResponse(status, 201, { ...body, state: null })).toEqual(['/state must be string'])
  })

  test('a missing field is a problem', () => {
    expect(contract.checkResponse(status, 201, { id: 1 })).toContain("/ must have required property 'creator'")
  })

  test('an undocumented status is a problem', () => {
    expect(contract.checkResponse(status, 200, {})).toEqual([
      'repos/create-commit-status: GitHub documents no answer 200',
    ])
  })

  test.each([304, 401, 403, 404, 422, 429, 500, 501, 503])('%i may come from any operation', code => {
    expect(contract.checkResponse(status, code, code === 304 ? undefined : { message: 'x' })).toEqual([])
  })

  test('a documented error is checked', () => {
    const comment = operation('POST', '/repos/a/b/issues/1/comments')
    const body = { message: 'Validation Failed', documentation_url: 'https://docs.github.com/rest' }
    expect(contract.checkResponse(comment, 422, body)).toEqual([])
    expect(contract.checkResponse(comment, 422, { error: 'no' })).toContain("/ must have required property 'message'")
  })

  test('204 has no body, 200 has one', () => {
    const remove = operation('DELETE', '/repos/a/b/issues/comments/1')
    expect(contract.checkResponse(remove, 204, undefined)).toEqual([])
    expect(contract.checkResponse(remove, 204, {})).toEqual(['issues/delete-comment: 204 has no body'])
    const pull = operation('GET', '/repos/a/b/pulls/1')
    expect(contract.checkResponse(pull, 200, undefined)).toEqual(['pulls/get: 200 without the body it has on GitHub'])
    expect(contract.checkResponse(pull, 200, 'diff --git a/x b/x')).toEqual([])
  })
})

describe('webhooks', () => {
  const user = { login: 'li-wei', id: 1, type: 'User' }

  test('issue_comment.edited without changes is refused', () => {
    const problems = contract.checkWebhook('issue_comment', 'edited', { action: 'edited', sender: user })
    expect(problems).toContain("/ must have required property 'changes'")
    expect(problems).toContain("/ must have required property 'comment'")
  })

  test('ping passes with what it needs', () => {
    const hook = {
      active: true,
      config: { content_type: 'json', url: 'http://127.0.0.1:1/hook' },
      created_at: '2026-01-01T00:00:00Z',
      events: ['pull_request'],
      id: 1,
      name: 'web',
      type: 'App',
      updated_at: '2026-01-01T00:00:00Z',
    }
    expect(contract.checkWebhook('ping', undefined, { hook, hook_id: 1, zen: 'Design for failure.' })).toEqual([])
    expect(contract.checkWebhook('ping', undefined, { hook: { ...hook, name: 'email' }, hook_id: 1 })).toEqual([
      expect.stringMatching(/^\/hook\/name /),
    ])
  })

  test('an event or action outside the contract is a problem', () => {
    expect(contract.checkWebhook('gollum', undefined, {})).toEqual([expect.stringMatching(/^gollum is not in/)])
    expect(contract.checkWebhook('pull_request', 'teleported', {})).toEqual([
      expect.stringMatching(/^pull_request\.tele/),
    ])
  })
})

test('every schema compiles', { timeout: 60_000 }, () => {
  const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
  const paths: Record<string, Record<string, { operationId: string; responses: object }>> = read('openapi.json').paths
  for (const [template, item] of Object.entries(paths))
    for (const [method, { operationId, responses }] of Object.entries(item)) {
      const op = { id: operationId, method: method.toUpperCase(), template, params: {} }
      contract.checkRequest(op, {})
      contract.checkQuery(op, new URLSearchParams({ per_page: '1' }))
      for (const status of Object.keys(responses)) contract.checkResponse(op, Number(status), {})
    }
  const events: Record<string, Record<string, unknown>> = read('webhooks.json').webhooks
  for (const [event, actions] of Object.entries(events))
    for (const action of Object.keys(actions)) {
      const problems = contract.checkWebhook(event, action === '' ? undefined : action, [])
      expect(problems.length, `${event} ${action}`).toBeGreaterThan(0)
    }
})
