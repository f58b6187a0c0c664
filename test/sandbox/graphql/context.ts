import { GraphQLError } from 'graphql'
import { type Needs, requireAccess } from '../access.ts'
import { ApiError } from '../errors.ts'
import type { Hooks } from '../hooks.ts'
import type { Bucket } from '../rate.ts'
import { needs } from '../rest/route.ts'
import type { Actor, Entity, Level, RepositoryRecord, World } from '../state.ts'

export interface Context {
  readonly world: World
  readonly hooks: Hooks
  readonly actor: Actor
  readonly lagMs: number
  readonly rate: Bucket
}

/** A GraphQL object: its fields as values, getters or methods. What is missing is not modelled. */
export type Node = Readonly<Record<string, unknown>>

export function require(
  context: Context,
  repository: RepositoryRecord,
  permissions: string,
  level: Level = 'read',
): void {
  const wanted: Needs = needs(permissions, level)
  requireAccess(context.world, repository, context.actor, wanted)
}

export function typed(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } })
}

export function notResolved(id: string): ApiError {
  return new ApiError(404, `Could not resolve to a node with the global id of '${id}'`)
}

export interface ConnectionArgs {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

const maxPage = 100

/** A connection over a list; counting it needs no bounds, reading it does. */
export function connection<T>(
  name: string,
  args: ConnectionArgs,
  items: readonly T[] | (() => Promise<readonly T[]>),
  view: (item: T) => unknown,
): Node {
  const all = async () => (typeof items === 'function' ? items() : items)
  const page = async () => slice(name, args, await all())
  return {
    totalCount: async () => (await all()).length,
    nodes: async () => (await page()).items.map(view),
    edges: async () => {
      const { items: shown, start } = await page()
      return shown.map((item, index) => ({ cursor: cursorOf(start + index), node: () => view(item) }))
    },
    pageInfo: async () => {
      const { items: shown, start, total } = await page()
      const end = start + shown.length
      return {
        hasNextPage: end < total,
        hasPreviousPage: start > 0,
        startCursor: shown.length === 0 ? null : cursorOf(start),
        endCursor: shown.length === 0 ? null : cursorOf(end - 1),
      }
    },
  }
}

function slice<T>(name: string, { first, last, after, before }: ConnectionArgs, all: readonly T[]) {
  const size = first ?? last
  if (size === undefined || size === null) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`
    throw typed('MISSING_PAGINATION_BOUNDARIES', message)
  }
  if (size > maxPage || size < 0) {
    const bound = first === undefined || first === null ? 'last' : 'first'
    const message = `Requesting ${size} records on the \`${name}\` connection exceeds the \`${bound}\` limit of ${maxPage} records.`
    throw typed('EXCESSIVE_PAGINATION', message)
  }
  const from = after ? indexOf(after) + 1 : 0
  const to = before ? indexOf(before) : all.length
  const start = first === undefined || first === null ? Math.max(to - size, from) : from
  const end = first === undefined || first === null ? to : Math.min(from + size, to)
  return { items: all.slice(start, end), start, total: all.length }
}

function cursorOf(index: number): string {
  return Buffer.from(`cursor:v2:${index}`).toString('base64')
}

function indexOf(cursor: string): number {
  const index = /^cursor:v2:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1]
  if (index === undefined)
    throw typed('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`)
  return Number(index)
}

export function entity({ id, nodeId }: Entity): Node {
  return { id: nodeId, databaseId: id, fullDatabaseId: String(id) }
}

export function upper(text: string): string {
  return text.toUpperCase()
}
