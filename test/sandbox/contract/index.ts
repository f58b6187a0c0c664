import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'

export interface Operation {
  /** GitHub's operation id: `checks/create`. */
  readonly id: string
  /** Upper case. */
  readonly method: string
  readonly template: string
  /** Decoded path parameters. */
  readonly params: Readonly<Record<string, string>>
}

/** GitHub's own description of what it accepts, answers and sends. Every check returns problems, none when all is well. */
export interface Contract {
  /** `path` is without the /api/v3 prefix; a query is ignored. */
  match(method: string, path: string): Operation | undefined
  /** Query parameters that the operation does not know, and values that it does not accept. */
  checkQuery(op: Operation, query: URLSearchParams): readonly string[]
  checkRequest(op: Operation, body: unknown): readonly string[]
  /**
   * Errors that any operation may answer (304, 400, 401, 403, 404, 422, 429, 5xx) need not be documented. A string is a raw
   * media type (diff, raw, HTML): of these only the status is checked.
   */
  checkResponse(op: Operation, status: number, body: unknown): readonly string[]
  checkWebhook(event: string, action: string | undefined, payload: unknown): readonly string[]
}

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>
}

interface QueryParameter {
  readonly name: string
  readonly required?: boolean
  readonly schema: { readonly type?: string }
}

interface DescribedOperation {
  readonly operationId: string
  readonly parameters?: readonly QueryParameter[]
  readonly requestBody?: Media & { readonly required: boolean }
  readonly responses: Readonly<Record<string, Media>>
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
}

interface WebhookDescription {
  readonly webhooks: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

interface Route {
  readonly id: string
  readonly method: string
  readonly template: string
  readonly pattern: RegExp
  readonly names: readonly string[]
  readonly described: DescribedOperation
}

const withSlashes = new Set(['path', 'ref', 'basehead', 'branch'])
const genericStatuses = new Set([304, 400, 401, 403, 404, 422, 429])

let loaded: Contract | undefined

export function loadContract(): Contract {
  loaded ??= createContract(read('openapi.json') as Description, read('webhooks.json') as WebhookDescription)
  return loaded
}

function createContract(rest: Description, hooks: WebhookDescription): Contract {
  const validate = createValidators({ rest, hooks })
  const routes = routesOf(rest)
  const byId = new Map(routes.map(route => [route.id, route]))
  const describe = (op: Operation): DescribedOperation => {
    const route = byId.get(op.id)
    if (route === undefined) throw new Error(`${op.id} is not in the contract; add it to scripts/cut-openapi.ts`)
    return route.described
  }
  const pointer = (op: Operation, ...rest: readonly string[]) => [
    'paths',
    op.template,
    op.method.toLowerCase(),
    ...rest,
  ]

  return {
    match: (method, path) => matchRoute(routes, method.toUpperCase(), path.split('?', 1)[0] ?? ''),

    checkQuery(op, query) {
      const parameters = describe(op).parameters ?? []
      const known = new Set(parameters.map(({ name }) => name))
      const unknown = [...new Set(query.keys())].filter(name => !known.has(name.replace(/\[\]$/, '')))
      const problems = parameters.flatMap(({ name, required, schema }, index) => {
        const value = query.get(name)
        if (value === null) return required ? [`query ${name}: required`] : []
        const place = pointer(op, 'parameters', String(index), 'schema')
        return validate('rest', place, queryValue(value, schema.type)).map(problem => `query ${name}${problem}`)
      })
      return [...unknown.map(name => `query ${name}: ${op.id} has no such parameter`), ...problems]
    },

    checkRequest(op, body) {
      const { requestBody } = describe(op)
      const type = jsonType(requestBody)
      if (requestBody === undefined || type === undefined) return []
      if (isEmpty(body)) return requestBody.required ? [`${op.id}: a request body is required`] : []
      return validate('rest', pointer(op, 'requestBody', 'content', type, 'schema'), body)
    },

    checkResponse(op, status, body) {
      const response = describe(op).responses[String(status)]
      if (status === 304 || status >= 500) return []
      if (response === undefined)
        return genericStatuses.has(status) ? [] : [`${op.id}: GitHub documents no answer ${status}`]
      if (typeof body === 'string' && body !== '') return []
      const type = jsonType(response)
      if (type === undefined) return isEmpty(body) ? [] : [`${op.id}: ${status} has no body`]
      if (isEmpty(body)) return [`${op.id}: ${status} without the body it has on GitHub`]
      if ([401, 403, 404].includes(status)) return []
      return validate('rest', pointer(op, 'responses', String(status), 'content', type, 'schema'), body)
    },

    checkWebhook(event, action, payload) {
      const name = action === undefined ? event : `${event}.${action}`
      if (hooks.webhooks[event]?.[action ?? ''] === undefined)
        return [`${name} is not in the contract; add it to scripts/cut-openapi.ts`]
      return validate('hooks', ['webhooks', event, action ?? ''], payload)
    },
  }
}

type Validate = (document: string, pointer: readonly string[], value: unknown) => readonly string[]

function createValidators(documents: Readonly<Record<string, object>>): Validate {
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, logger: false })
  formats.default(ajv)
  ajv.addFormat('repo.nwo', /^[^/\s]+\/[^/\s]+$/)
  ajv.addFormat('timestamp', true)
  // GitHub itself sends addresses that the format refuses: those of bots have brackets.
  ajv.addFormat('email', true)
  for (const [name, document] of Object.entries(documents)) ajv.addSchema(document, name)
  const compiled = new Map<string, ValidateFunction>()
  return (document, pointer, value) => {
    const ref = `${document}#/${pointer.map(escapePointer).join('/')}`
    const validator = compiled.get(ref) ?? ajv.compile({ $ref: ref })
    compiled.set(ref, validator)
    validator(value)
    return [...new Set((validator.errors ?? []).map(problemOf))]
  }
}

function problemOf({ instancePath, keyword, message, params }: ErrorObject): string {
  const detail = keyword === 'enum' ? ` (${params.allowedValues.join(', ')})` : ''
  return `${instancePath || '/'} ${message}${detail}`
}

function routesOf(rest: Description): readonly Route[] {
  const routes = Object.entries(rest.paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, described]) => ({
      id: described.operationId,
      method: method.toUpperCase(),
      template,
      described,
      ...patternOf(template),
    })),
  )
  const literals = ({ names, template }: Route) => template.split('/').length - names.length
  return routes.sort((a, b) => a.names.length - b.names.length || literals(b) - literals(a))
}

function patternOf(template: string): { readonly pattern: RegExp; readonly names: readonly string[] } {
  const names: string[] = []
  const source = template.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    names.push(part)
    return withSlashes.has(part) ? '(.+)' : '([^/]+)'
  })
  return { pattern: new RegExp(`^${source.join('')}$`), names }
}

function matchRoute(routes: readonly Route[], method: string, path: string): Operation | undefined {
  for (const route of routes) {
    const found = route.method === method ? route.pattern.exec(path) : null
    if (found === null) continue
    const params = Object.fromEntries(route.names.map((name, index) => [name, decode(found[index + 1] ?? '')]))
    return { id: route.id, method, template: route.template, params }
  }
  return undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}

/** `application/json` first: GitHub describes some answers for its custom media types too. */
function jsonType(media: Media | undefined): string | undefined {
  const content = media?.content ?? {}
  const types = Object.keys(content).filter(type => content[type]?.schema !== undefined)
  return types.find(type => type === 'application/json') ?? types[0]
}

function queryValue(value: string, type: string | undefined): unknown {
  if ((type === 'integer' || type === 'number') && /^-?\d+$/.test(value)) return Number(value)
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || body === ''
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
}
