import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Hono, Context as HonoContext } from 'hono'
import { requireAccess } from './access.ts'
import { authenticate } from './auth.ts'
import type { Contract, Operation } from './contract/index.ts'
import { ApiError, unprocessable } from './errors.ts'
import type { Fault, Faults } from './faults.ts'
import type { Hooks } from './hooks.ts'
import { type Bucket, RateLimits, rateHeaders, rateView, remaining } from './rate.ts'
import { routes } from './rest/index.ts'
import { type Answer, type Call, type Route, repositoryOf, route } from './rest/route.ts'
import type { Actor, Json, World } from './state.ts'

export interface ApiCall {
  readonly at: string
  readonly method: string
  readonly path: string
  /** `pulls/list-files`, `graphql:query:<operationName>`, `graphql:mutation:<fields>`; `unknown` when GitHub has no such thing. */
  readonly operation: string
  readonly kind: 'read' | 'write' | 'auth'
  /** 0 while under way, and when the connection was cut. */
  readonly status: number
  /** A login, an App's slug, or `anonymous`. */
  readonly actor: string
  /** The only repositories that the token reaches; `null`: all of its owner. */
  readonly repositories: readonly number[] | null
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type HttpContext = HonoContext<{ Bindings: HttpBindings }>

export interface ApiParts {
  readonly world: World
  readonly hooks: Hooks
  readonly faults: Faults
  readonly contract: Contract | undefined
  readonly calls: ApiCall[]
  readonly violations: string[]
}

/** What REST and GraphQL requests have in common once it is known which operation they are. */
interface Work {
  readonly operation: string
  readonly kind: ApiCall['kind']
  readonly resource: 'core' | 'graphql'
  /** What GitHub's description says of it. */
  readonly addressed?: Operation
  readonly run: (actor: Actor, lagMs: number, bucket: Bucket) => Promise<Answer>
}

const prefix = '/api/v3'
const documentation = 'https://docs.github.com/rest'

export function mountApi(app: Hono<{ Bindings: HttpBindings }>, parts: ApiParts): void {
  const server = new ApiServer(parts)
  app.all(`${prefix}/*`, context => server.rest(context))
  app.all(prefix, context => server.rest(context))
  app.post('/api/graphql', context => server.graphql(context))
  app.post('/graphql', context => server.graphql(context))
  app.post(`${prefix}/graphql`, context => server.graphql(context))
}

class ApiServer {
  readonly #parts: ApiParts
  readonly #rates = new RateLimits()
  readonly #routes: readonly { readonly route: Route; readonly pattern: RegExp; readonly names: readonly string[] }[]

  constructor(parts: ApiParts) {
    this.#parts = parts
    const rateLimit = route('rate-limit/get', 'GET /rate_limit', undefined, call => this.#rateLimit(call))
    this.#routes = [...routes, rateLimit].map(one => ({ route: one, ...patternOf(one.template) }))
  }

  async rest(context: HttpContext): Promise<Response> {
    const url = new URL(context.req.url)
    const path = url.pathname.slice(prefix.length) || '/'
    if (path === '/graphql') return this.graphql(context)
    const { method } = context.req
    const known = this.#match(method, path)
    const operation: Operation | undefined =
      known === undefined
        ? this.#parts.contract?.match(method, path)
        : { id: known.route.id, method, template: known.route.template, params: known.params }
    const body = await readJson(context)
    return this.#serve(context, {
      operation: known?.route.id ?? operation?.id ?? 'unknown',
      kind: known?.route.kind ?? (method === 'GET' || method === 'HEAD' ? 'read' : 'write'),
      resource: 'core',
      ...(operation === undefined ? {} : { addressed: operation }),
      run: async (actor, lagMs) => {
        if (known === undefined) throw notModelled(operation, method, path)
        const call: Call = {
          world: this.#parts.world,
          hooks: this.#parts.hooks,
          actor,
          params: known.params,
          query: url.searchParams,
          body: isObject(body) ? body : {},
          accept: context.req.header('accept') ?? '',
          url: `${this.#parts.world.url}${url.pathname}`,
          lagMs,
        }
        return this.#run(known.route, call, operation, body)
      },
    })
  }

  async #run(matched: Route, call: Call, operation: Operation | undefined, body: unknown): Promise<Answer> {
    const { contract } = this.#parts
    if (body instanceof SyntaxError) throw new ApiError(400, 'Problems parsing JSON')
    if (matched.needs !== undefined) requireAccess(call.world, repositoryOf(call), call.actor, matched.needs)
    if (contract !== undefined && operation !== undefined) {
      const problems = [...contract.checkQuery(operation, call.query), ...contract.checkRequest(operation, body)]
      if (problems.length > 0) throw unprocessable(`Invalid request.\n\n${problems.join('\n')}`)
    }
    return matched.run(call)
  }

  async graphql(context: HttpContext): Promise<Response> {
    // Loaded with the first query: the schema is large.
    const { executeGraphql, operationOf } = await import('./graphql/schema.ts')
    const body = await readJson(context)
    const request = isObject(body) && typeof body.query === 'string' ? { ...body, query: body.query } : undefined
    const { id, kind } = request === undefined ? { id: 'graphql:invalid', kind: 'read' as const } : operationOf(request)
    return this.#serve(context, {
      operation: id,
      kind,
      resource: 'graphql',
      run: async (actor, lagMs, rate) => {
        if (request === undefined) throw new ApiError(400, 'A query attribute must be specified and must be a string.')
        if (actor.kind === 'anonymous' || actor.kind === 'app')
          throw new ApiError(401, 'This endpoint requires you to be authenticated.')
        const { world, hooks } = this.#parts
        return { status: 200, body: await executeGraphql({ world, hooks, actor, lagMs, rate }, request) }
      },
    })
  }

  async #serve(context: HttpContext, work: Work): Promise<Response> {
    const { world, calls, faults } = this.#parts
    const { method, path } = context.req
    const call: Mutable<ApiCall> = {
      at: world.now(),
      method,
      path,
      operation: work.operation,
      kind: work.kind,
      status: 0,
      actor: 'anonymous',
      repositories: null,
    }
    calls.push(call)
    const struck = faults.take(work.operation)
    for (const { kind, delayMs = 0 } of struck) if (kind === 'slow') await sleep(delayMs)
    const ending = struck.find(({ kind }) => kind !== 'slow' && kind !== 'lag')
    const early = ending !== undefined && !worksFirst(ending) ? await fail(context, ending) : undefined
    const answered = early ?? (await this.#answer(context, work, call, lagOf(struck)))
    const sent = ending !== undefined && early === undefined ? await fail(context, ending, answered) : answered
    call.status = sent === RESPONSE_ALREADY_SENT ? 0 : sent.status
    return sent
  }

  async #answer(context: HttpContext, work: Work, call: Mutable<ApiCall>, lagMs: number): Promise<Response> {
    const { world, violations } = this.#parts
    const headers: Record<string, string> = {
      'x-github-request-id': requestId(),
      'x-github-media-type': 'github.v3; format=json',
      'x-github-enterprise-version': '3.19.0',
      date: new Date(world.clock().getTime() + world.skewMs).toUTCString(),
    }
    let answer: Answer
    let bucket: Bucket | undefined
    try {
      const actor = authenticate(world, context.req.header('authorization'))
      call.actor = nameOf(actor)
      if (actor.kind === 'installation' && actor.repositories !== undefined) call.repositories = [...actor.repositories]
      bucket = this.#rates.bucket(actor, work.resource)
      if (remaining(bucket) === 0) throw new ApiError(403, `API rate limit exceeded for ${call.actor}.`)
      answer = await work.run(actor, lagMs, bucket)
    } catch (error) {
      if (!(error instanceof ApiError)) violations.push(`${work.operation}: ${String(error)}`)
      answer = errorAnswer(error)
    }
    answer = this.#checked(work, answer)
    const etag = etagOf(context, answer)
    const unchanged = etag !== undefined && matches(context.req.header('if-none-match'), etag)
    // An answer that tells nothing new is free.
    if (bucket !== undefined && !unchanged && work.operation !== 'rate-limit/get') bucket.used += 1
    Object.assign(headers, answer.headers, bucket === undefined ? {} : rateHeaders(bucket, work.resource))
    if (etag !== undefined) {
      headers.etag = etag
      headers['cache-control'] = 'private, max-age=60, s-maxage=60'
    }
    if (unchanged) return new Response(null, { status: 304, headers })
    return toResponse(answer, headers)
  }

  #checked({ addressed, operation }: Work, answer: Answer): Answer {
    const { contract, violations } = this.#parts
    if (contract === undefined || addressed === undefined || answer.status === 501) return answer
    const body = Buffer.isBuffer(answer.body) ? 'raw' : answer.body
    const found = contract.checkResponse(addressed, answer.status, body === undefined ? undefined : plain(body))
    // GitHub describes some errors without the body that it sends.
    const problems = answer.status < 400 ? found : found.filter(problem => !problem.endsWith('has no body'))
    if (problems.length === 0) return answer
    violations.push(...problems.map(problem => `${operation} ${answer.status}: ${problem}`))
    return { status: 500, body: { message: `The sandbox's answer breaks GitHub's schema: ${problems.join('; ')}` } }
  }

  #rateLimit({ actor }: Call): Answer {
    const core = rateView(this.#rates.bucket(actor, 'core'))
    const search = { limit: 30, used: 0, remaining: 30, reset: core.reset }
    const resources = { core, search, graphql: rateView(this.#rates.bucket(actor, 'graphql')) }
    return { status: 200, body: { resources, rate: core } }
  }

  #match(method: string, path: string) {
    for (const { route: one, pattern, names } of this.#routes) {
      const found = one.method === method ? pattern.exec(path) : null
      if (found === null) continue
      const params = Object.fromEntries(names.map((name, index) => [name, decode(found[index + 1] ?? '')]))
      return { route: one, params }
    }
    return undefined
  }
}

/** Never 404: that would look like GitHub's own answer. */
function notModelled(operation: Operation | undefined, method: string, path: string): ApiError {
  if (operation !== undefined) return new ApiError(501, `${operation.id} is not modelled by the sandbox`)
  return new ApiError(501, `${method} ${path} is no operation of the sandbox's cut of GitHub's API`)
}

const withSlashes = new Set(['path', 'ref', 'basehead', 'branch'])

function patternOf(template: string) {
  const names: string[] = []
  const source = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name)
    return name === 'path' ? '(.*)' : withSlashes.has(name) ? '(.+)' : '([^/]+)'
  })
  return { pattern: new RegExp(`^${source}$`), names }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

async function readJson(context: HttpContext): Promise<unknown> {
  const body = await context.req.text()
  if (body === '') return undefined
  try {
    return JSON.parse(body)
  } catch (error) {
    return error
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Error)
}

function errorAnswer(error: unknown): Answer {
  if (!(error instanceof ApiError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { status: 500, body: { message } }
  }
  const { status, message, errors, headers } = error
  const body = {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: documentation,
    status: String(status),
  }
  return { status, body, headers }
}

function plain(body: unknown): unknown {
  return typeof body === 'string' ? body : JSON.parse(JSON.stringify(body))
}

function toResponse({ status, body }: Answer, headers: Record<string, string>): Response {
  if (body === undefined) return new Response(null, { status, headers })
  if (typeof body === 'string' || Buffer.isBuffer(body))
    return new Response(new Uint8Array(Buffer.from(body)), { status, headers })
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

function etagOf(context: HttpContext, { status, body }: Answer): string | undefined {
  if (context.req.method !== 'GET' || status !== 200) return undefined
  const text = Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body)
  return `W/"${createHash('sha256').update(text).digest('hex')}"`
}

function matches(header: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return header?.split(',').some(tag => bare(tag) === bare(etag)) ?? false
}

function requestId(): string {
  return randomUUID().toUpperCase().replaceAll('-', ':')
}

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return actor.account.login
    case 'anonymous':
      return 'anonymous'
    default:
      return actor.app.slug
  }
}

function worksFirst({ kind, after }: Fault): boolean {
  return kind === 'reset-after' || kind === 'truncated-json' || after === true
}

function lagOf(struck: readonly Fault[]): number {
  return struck.find(({ kind }) => kind === 'lag')?.delayMs ?? 0
}

const secondaryLimit = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'

async function fail(context: HttpContext, fault: Fault, worked?: Response): Promise<Response> {
  const { headers = {}, status } = fault
  switch (fault.kind) {
    case 'reset-before':
    case 'reset-after':
      context.env.incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    case 'hang':
      return RESPONSE_ALREADY_SENT
    case 'html':
      return new Response('<!DOCTYPE html>\n<html><body><h1>Unicorn!</h1></body></html>', {
        status: status ?? 502,
        headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
      })
    case 'truncated-json': {
      const text = (await worked?.text()) ?? '{"message":"…"}'
      return new Response(text.slice(0, Math.floor(text.length / 2)), {
        status: status ?? worked?.status ?? 200,
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      })
    }
    case 'secondary-limit':
      return json(
        fault,
        status ?? 403,
        { message: secondaryLimit, documentation_url: documentation },
        { 'retry-after': '60', ...headers },
      )
    default: {
      const code = status ?? 502
      return json(
        fault,
        code,
        { message: messageOf(code), documentation_url: documentation, status: String(code) },
        headers,
      )
    }
  }
}

function json(fault: Fault, status: number, body: unknown, headers: Readonly<Record<string, string>>): Response {
  const common = { 'content-type': 'application/json; charset=utf-8', 'x-github-request-id': requestId() }
  if (status === 204 || status === 304) return new Response(null, { status, headers })
  return new Response(JSON.stringify(fault.body ?? body), { status, headers: { ...common, ...headers } })
}

function messageOf(status: number): string {
  const messages: Readonly<Record<number, string>> = {
    401: 'Bad credentials',
    403: 'Resource not accessible by integration',
    404: 'Not Found',
    409: 'Conflict',
    410: 'Gone',
    422: 'Validation Failed',
    429: 'API rate limit exceeded',
    451: 'Repository access blocked',
    502: 'Server Error',
    503: 'Service unavailable',
  }
  return messages[status] ?? 'Server Error'
}
