import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type PullRequest, type Repository, type Sandbox, type SandboxOptions, startSandbox } from './index.ts'

export interface Received {
  readonly event: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  // biome-ignore lint/suspicious/noExplicitAny: payloads are GitHub's, and checked by the contract
  readonly payload: any
}

/** An App's webhook endpoint that remembers what it got. */
export async function receiver(status = 200) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      const event = String(request.headers['x-github-event'])
      received.push({ event, headers: request.headers, body, payload: JSON.parse(body) })
      response.statusCode = status
      response.end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const names = () => received.map(({ event, payload }) => (payload.action ? `${event}.${payload.action}` : event))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return { url, received, names, close: () => new Promise(resolve => server.close(resolve)) }
}

export const webhookSecret = 'for tests only'

export interface Stage {
  readonly sandbox: Sandbox
  readonly repository: Repository
  readonly pull: PullRequest
}

/** acme/widgets with one pull request of @chen, who may write; @li-wei may read, being in @acme/implementation. */
export async function stage(options: SandboxOptions = {}): Promise<Stage> {
  const sandbox = await startSandbox({ clock: () => new Date('2026-11-20T10:00:00Z'), ...options })
  sandbox.organization('acme').team('implementation', ['li-wei'])
  const repository = await sandbox.repository('acme', 'widgets', {
    files: { 'src/app.ts': 'one\ntwo\nthree\n', 'docs/guide.md': '# Guide\n', 'old name.txt': 'a\nb\nc\nd\n' },
    collaborators: { chen: 'write' },
  })
  await repository.commit('feature', {
    from: 'main',
    author: 'chen',
    message: 'Change it\n\nBecause.',
    files: {
      'src/app.ts': 'one\n2\nthree\nfour\n',
      'docs/guide.md': null,
      'old name.txt': null,
      'new name.txt': 'a\nb\nc\nd\n',
      'logo.png': { content: new Uint8Array([0, 1, 2, 255]) },
      'run.sh': { content: '#!/bin/sh\n', mode: '100755' },
    },
  })
  const pull = await repository.openPullRequest({ title: 'Change', body: 'Why', head: 'feature', author: 'chen' })
  return { sandbox, repository, pull }
}

export interface AppStage extends Stage {
  readonly hook: Awaited<ReturnType<typeof receiver>>
  readonly app: ReturnType<Sandbox['app']>
  readonly installation: ReturnType<ReturnType<Sandbox['app']>['install']>
}

export const appPermissions = {
  checks: 'write',
  contents: 'read',
  issues: 'write',
  members: 'read',
  pull_requests: 'write',
  statuses: 'write',
} as const

export const appEvents = [
  'check_run',
  'issue_comment',
  'membership',
  'pull_request',
  'pull_request_review',
  'push',
  'status',
  'team',
]

/** The same with an App that is installed on acme and hears of everything from here on. */
export async function appStage(options: SandboxOptions = {}): Promise<AppStage> {
  const staged = await stage(options)
  const hook = await receiver()
  const app = staged.sandbox.app({
    slug: 'delivery-gates',
    permissions: appPermissions,
    events: appEvents,
    webhookUrl: hook.url,
    webhookSecret,
  })
  const installation = app.install('acme')
  await staged.sandbox.idle()
  hook.received.length = 0
  return { ...staged, hook, app, installation }
}

/** A call of the REST API: the status, the headers and the parsed body. */
export async function rest(sandbox: Sandbox, token: string | undefined, address: string, body?: unknown, headers = {}) {
  const [method = 'GET', path = ''] = address.split(' ')
  const response = await fetch(sandbox.apiUrl + path, {
    method,
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const json = /json/.test(response.headers.get('content-type') ?? '')
  // biome-ignore lint/suspicious/noExplicitAny: bodies are GitHub's, and checked by the contract
  const parsed: any = json && text !== '' ? JSON.parse(text) : text
  return { status: response.status, headers: response.headers, body: parsed }
}

export async function graphql(sandbox: Sandbox, token: string, query: string, variables = {}) {
  const response = await fetch(sandbox.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
  return (await response.json()) as { data: any; errors?: { type?: string; path?: string[]; message: string }[] }
}
