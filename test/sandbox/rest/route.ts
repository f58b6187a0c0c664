import type { Needs } from '../access.ts'
import { notFound } from '../errors.ts'
import type { Hooks } from '../hooks.ts'
import type { Actor, Entity, Json, Level, PullRecord, RepositoryRecord, Role, World } from '../state.ts'

export interface Answer {
  readonly status: number
  /** A string or bytes go out as they are, with the `content-type` of `headers`. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** One request, authenticated, its path and body read. */
export interface Call {
  readonly world: World
  readonly hooks: Hooks
  readonly actor: Actor
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Json
  readonly accept: string
  /** The requested address without its query, for `Link`. */
  readonly url: string
  readonly lagMs: number
}

export interface Route {
  readonly id: string
  readonly method: string
  readonly template: string
  readonly kind?: 'auth'
  /** Without it the handler decides by itself. */
  readonly needs?: Needs
  readonly run: (call: Call) => Answer | Promise<Answer>
}

export function needs(permissions: string, level: Level = 'read', role: Role = 'read'): Needs {
  return { permissions: permissions.split(' '), level, role }
}

export function route(id: string, address: string, access: Needs | undefined, run: Route['run']): Route {
  const [method = '', template = ''] = address.split(' ')
  return { id, method, template, run, ...(access === undefined ? {} : { needs: access }) }
}

export const ok = (body: unknown, headers: Answer['headers'] = {}): Answer => ({ status: 200, body, headers })
export const created = (body: unknown): Answer => ({ status: 201, body })
export const noContent: Answer = { status: 204 }

export function repositoryOf({ world, params }: Call): RepositoryRecord {
  const repository = world.repository(params.owner ?? '', params.repo ?? '')
  if (repository === undefined) throw notFound()
  return repository
}

export function pullOf(call: Call): PullRecord {
  const pull = repositoryOf(call).pulls.get(Number(call.params.pull_number ?? call.params.issue_number))
  if (pull === undefined) throw notFound()
  return pull
}

/** What a list shows: with a `lag` fault, not what is too young. */
export function visible<T extends Pick<Entity, 'born'>>(call: { readonly lagMs: number }, items: readonly T[]): T[] {
  const now = performance.now()
  return items.filter(({ born }) => call.lagMs === 0 || now - born >= call.lagMs)
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly headers: Readonly<Record<string, string>>
}

export function paginate<T>({ query, url }: Call, all: readonly T[], limit = Number.POSITIVE_INFINITY): Page<T> {
  const perPage = Math.min(Math.max(Number(query.get('per_page') ?? 30) || 30, 1), 100)
  const page = Math.max(Number(query.get('page') ?? 1) || 1, 1)
  const items = all.slice(0, limit)
  const last = Math.max(Math.ceil(items.length / perPage), 1)
  const link = (number: number, rel: string) => {
    const next = new URLSearchParams(query)
    next.set('page', String(number))
    return `<${url}?${next}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ]
  return {
    items: items.slice((page - 1) * perPage, page * perPage),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  }
}

export function listed<T>(call: Call, all: readonly T[], view: (item: T) => unknown, limit?: number): Answer {
  const { items, headers } = paginate(call, all, limit)
  return ok(items.map(view), headers)
}

/** A list inside an object, with its total. */
export function counted<T>(call: Call, name: string, all: readonly T[], view: (item: T) => unknown, extra: Json = {}) {
  const { items, headers } = paginate(call, all)
  return ok({ total_count: all.length, ...extra, [name]: items.map(view) }, headers)
}

export function text(body: Json, name: string): string | undefined {
  const value = body[name]
  return typeof value === 'string' ? value : undefined
}

/** Fields that a call gave, the others left out. */
export function given<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
