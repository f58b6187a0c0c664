/**
 * Cuts GitHub's own API descriptions down to what the sandbox serves and sends: test/sandbox/contract/*.json.
 *
 *   node scripts/cut-openapi.ts           write both files
 *   node scripts/cut-openapi.ts --check   exit 1 when the committed files differ from what this script makes
 *
 * To serve another operation or send another webhook, add its name below and run the script. To follow a newer
 * description, change version and integrity.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

interface Source {
  readonly package: string
  readonly version: string
  readonly integrity: string
}

const rest: Source = {
  package: '@octokit/openapi',
  version: '23.0.2',
  integrity: 'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
}

const webhooks: Source = {
  package: '@octokit/openapi-webhooks',
  version: '12.1.0',
  integrity: 'sha512-Z5eDsLCUNbx1zHpZb1LNQirADqdMTvWJQ/deahi0ws+tWWnwHXB+Pr4jfmM9OrETS9Y5iW8ZRu1fdbudObhLrg==',
}

const operations = {
  actions: [
    'download-artifact',
    'get-pending-deployments-for-run',
    'get-workflow-run',
    'list-artifacts-for-repo',
    'list-workflow-run-artifacts',
    'list-workflow-runs-for-repo',
    'review-custom-gates-for-run',
  ],
  apps: [
    'create-from-manifest',
    'create-installation-access-token',
    'delete-token',
    'get-authenticated',
    'get-installation',
    'get-repo-installation',
    'get-webhook-config-for-app',
    'list-installation-repos-for-authenticated-user',
    'list-installations',
    'list-installations-for-authenticated-user',
    'list-repos-accessible-to-installation',
    'list-webhook-deliveries',
    'redeliver-webhook-delivery',
  ],
  checks: ['create', 'get', 'list-annotations', 'list-for-ref', 'list-suites-for-ref', 'rerequest-run', 'update'],
  git: ['get-blob', 'get-commit', 'get-ref', 'get-tree', 'list-matching-refs'],
  issues: [
    'add-labels',
    'create',
    'create-comment',
    'create-milestone',
    'delete-comment',
    'get',
    'get-comment',
    'list-comments',
    'list-labels-on-issue',
    'list-milestones',
    'remove-label',
    'update',
    'update-comment',
  ],
  orgs: ['get'],
  pulls: [
    'create',
    'create-review',
    'dismiss-review',
    'get',
    'get-review',
    'list',
    'list-commits',
    'list-files',
    'list-requested-reviewers',
    'list-reviews',
    'merge',
    'remove-requested-reviewers',
    'request-reviewers',
    'update',
  ],
  'rate-limit': ['get'],
  repos: [
    'compare-commits-with-basehead',
    'create-commit-status',
    'create-deployment',
    'create-deployment-status',
    'get',
    'get-all-deployment-protection-rules',
    'get-all-environments',
    'get-branch',
    'get-branch-protection',
    'get-branch-rules',
    'get-collaborator-permission-level',
    'get-combined-status-for-ref',
    'get-commit',
    'get-content',
    'get-repo-ruleset',
    'list-collaborators',
    'list-commit-statuses-for-ref',
    'list-commits',
    'list-deployment-statuses',
    'list-deployments',
    'list-pull-requests-associated-with-commit',
    'list-teams',
  ],
  teams: ['get-by-name', 'get-membership-for-user-in-org', 'list-members-in-org'],
  users: ['get-authenticated', 'get-by-username'],
} as const

/** Actions per event; an empty list is an event without actions. */
const events = {
  check_run: ['completed', 'created', 'requested_action', 'rerequested'],
  check_suite: ['completed', 'requested', 'rerequested'],
  deployment: ['created'],
  deployment_protection_rule: ['requested'],
  deployment_status: ['created'],
  installation: ['created', 'deleted', 'new_permissions_accepted', 'suspend', 'unsuspend'],
  installation_repositories: ['added', 'removed'],
  issue_comment: ['created', 'deleted', 'edited'],
  issues: ['closed', 'demilestoned', 'edited', 'labeled', 'milestoned', 'opened', 'reopened', 'unlabeled'],
  membership: ['added', 'removed'],
  merge_group: ['checks_requested', 'destroyed'],
  organization: ['member_removed'],
  ping: [],
  pull_request: [
    'closed',
    'converted_to_draft',
    'demilestoned',
    'edited',
    'labeled',
    'milestoned',
    'opened',
    'ready_for_review',
    'reopened',
    'review_request_removed',
    'review_requested',
    'synchronize',
    'unlabeled',
  ],
  pull_request_review: ['dismissed', 'edited', 'submitted'],
  push: [],
  star: ['created'],
  status: [],
  team: ['added_to_repository', 'created', 'deleted', 'edited', 'removed_from_repository'],
  workflow_run: ['completed', 'requested'],
} as const

const contractDir = join(import.meta.dirname, '../test/sandbox/contract')

/** Only what a validator reads: paths with request and response schemas, and the schemas these reach. */
export function cutRest(document: JsonObject, ids: readonly string[]): JsonObject {
  const found = new Map<string, { path: string; method: string; operation: JsonObject }>()
  for (const [path, item] of Object.entries(object(document.paths)))
    for (const [method, value] of Object.entries(object(item))) {
      const operation = object(value)
      if (typeof operation.operationId === 'string') found.set(operation.operationId, { path, method, operation })
    }
  const paths: Record<string, Record<string, Json>> = {}
  for (const id of ids) {
    const entry = found.get(id)
    if (entry === undefined) throw new Error(`no operation ${id} in the description`)
    paths[entry.path] ??= {}
    Object.assign(paths[entry.path] as object, { [entry.method]: cutOperation(document, entry.operation) })
  }
  const sorted = Object.fromEntries(Object.entries(paths).sort(([a], [b]) => compare(a, b)))
  return { openapi: document.openapi ?? null, paths: sorted, components: { schemas: reachable(document, sorted) } }
}

/** `webhooks.<event>.<action>` is a schema; an event without actions has the action ''. */
export function cutWebhooks(document: JsonObject, wanted: Readonly<Record<string, readonly string[]>>): JsonObject {
  const found = new Map<string, Json>()
  for (const item of Object.values(object(document.webhooks))) {
    const post = object(object(item).post)
    const [event, action = ''] = String(post.operationId).replaceAll('-', '_').split('/')
    found.set(`${event}/${action}`, jsonSchemaOf(document, post.requestBody))
  }
  const schemaOf = (event: string, action: string): Json => {
    const schema = found.get(`${event}/${action}`)
    if (schema === undefined) throw new Error(`no webhook ${event} ${action} in the description`)
    return cutSchema(schema)
  }
  const webhooks = Object.fromEntries(
    Object.entries(wanted).map(([event, actions]) => [
      event,
      Object.fromEntries((actions.length === 0 ? [''] : actions).map(action => [action, schemaOf(event, action)])),
    ]),
  )
  return { openapi: document.openapi ?? null, webhooks, components: { schemas: reachable(document, webhooks) } }
}

function cutOperation(document: JsonObject, operation: JsonObject): JsonObject {
  const parameters = array(operation.parameters ?? []).flatMap(value => {
    const { name, in: place, required, schema } = resolve(document, value)
    if (place !== 'query' || name === undefined) return []
    return [{ name, in: place, ...(required === true ? { required } : {}), schema: cutSchema(schema ?? {}) }]
  })
  const responses = Object.fromEntries(
    Object.entries(object(operation.responses)).map(([status, value]) => [
      status,
      cutContent(resolve(document, value)),
    ]),
  )
  const body = operation.requestBody === undefined ? undefined : resolve(document, operation.requestBody)
  return {
    operationId: operation.operationId ?? null,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: { required: body.required === true, ...cutContent(body) } }),
    responses,
  }
}

function cutContent(holder: JsonObject): JsonObject {
  if (holder.content === undefined) return {}
  const entries = Object.entries(object(holder.content)).map(([type, media]) => {
    const { schema } = object(media)
    return [type, schema === undefined ? {} : { schema: cutSchema(schema) }] as const
  })
  return { content: Object.fromEntries(entries) }
}

const schemaMaps = new Set(['properties', 'patternProperties', 'definitions', '$defs', 'dependentSchemas'])
const schemaLists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const subschemas = new Set(['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'])
const annotations = new Set([
  'title',
  'description',
  'summary',
  'example',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'externalDocs',
  'nullable',
])

/** Walks keyword by keyword, so that a property named `description` stays and the annotation goes. */
export function cutSchema(value: Json): Json {
  if (!isObject(value)) return value
  const result: Record<string, Json> = {}
  for (const [key, part] of Object.entries(value)) {
    if (annotations.has(key) || key.startsWith('x-')) continue
    if (schemaMaps.has(key)) result[key] = mapValues(object(part), cutSchema)
    else if (schemaLists.has(key)) result[key] = array(part).map(cutSchema)
    else if (subschemas.has(key)) result[key] = Array.isArray(part) ? part.map(cutSchema) : cutSchema(part)
    else result[key] = part
  }
  return value.nullable === true ? nullable(result) : result
}

/** OpenAPI 3.0's `nullable` said in JSON Schema: https://github.com/OAI/OpenAPI-Specification/blob/main/proposals/2019-10-31-Clarify-Nullable.md */
function nullable(schema: JsonObject): JsonObject {
  const combined = '$ref' in schema || Object.keys(schema).some(key => schemaLists.has(key))
  if (combined || typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  const values = Array.isArray(schema.enum) ? { enum: [...new Set([...schema.enum, null])] } : {}
  return { ...schema, type: [schema.type, 'null'], ...values }
}

function reachable(document: JsonObject, roots: Json): JsonObject {
  const schemas = object(object(document.components).schemas)
  const kept = new Map<string, Json>()
  const visit = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return
    if (isObject(value) && typeof value.$ref === 'string') keep(value.$ref)
    for (const part of Object.values(value)) visit(part)
  }
  const keep = (ref: string): void => {
    const name = ref.replace('#/components/schemas/', '')
    if (kept.has(name)) return
    const schema = schemas[name]
    if (schema === undefined) throw new Error(`cannot follow ${ref}`)
    kept.set(name, null)
    kept.set(name, cutSchema(schema))
    visit(kept.get(name) as Json)
  }
  visit(roots)
  return Object.fromEntries([...kept].sort(([a], [b]) => compare(a, b)))
}

function resolve(document: JsonObject, value: Json): JsonObject {
  const holder = object(value)
  if (typeof holder.$ref !== 'string') return holder
  let target: Json = document
  for (const part of holder.$ref.slice(2).split('/')) target = object(target)[part] ?? null
  return object(target)
}

function jsonSchemaOf(document: JsonObject, body: Json | undefined): Json {
  const media = object(resolve(document, body ?? null).content)
  return object(media['application/json']).schema ?? {}
}

/** One line per path, event and schema: small, and a change shows where it is. */
function print(source: Source, licence: string, cut: JsonObject): string {
  const header = {
    'x-source': {
      package: source.package,
      version: source.version,
      integrity: source.integrity,
      licence: 'MIT',
      notice: `GitHub's API description, published as ${source.package}, cut down by scripts/cut-openapi.ts. ${licence.trim()}`,
    },
  }
  const lines = (value: Json, depth: number): string => {
    if (depth === 0 || !isObject(value) || Object.keys(value).length === 0) return JSON.stringify(value)
    const rows = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${lines(part, depth - 1)}`)
    return `{\n${rows.join(',\n')}\n}`
  }
  return `${lines({ ...header, ...cut }, 3)}\n`
}

function unpack(source: Source, folder: string): { readonly document: JsonObject; readonly licence: string } {
  const spec = `${source.package}@${source.version}`
  const packed = execFileSync('npm', ['pack', spec, '--json', '--pack-destination', folder], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 26,
  })
  const [entry] = JSON.parse(packed) as readonly { readonly filename: string }[]
  const tarball = join(folder, entry?.filename ?? '')
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (integrity !== source.integrity)
    throw new Error(`${spec} is ${integrity}, this script expects ${source.integrity}`)
  const [description, licence] = ['package/generated/api.github.com.json', 'package/LICENSE'] as const
  execFileSync('tar', ['-xzf', tarball, '-C', folder, description, licence])
  return {
    document: JSON.parse(readFileSync(join(folder, description), 'utf8')),
    licence: readFileSync(join(folder, licence), 'utf8'),
  }
}

function cutAll(): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'cut-openapi-'))
  try {
    const ids = Object.entries(operations).flatMap(([scope, names]) => names.map(name => `${scope}/${name}`))
    const api = unpack(rest, folder)
    const hooks = unpack(webhooks, folder)
    return new Map([
      ['openapi.json', print(rest, api.licence, cutRest(api.document, ids))],
      ['webhooks.json', print(webhooks, hooks.licence, cutWebhooks(hooks.document, events))],
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function object(value: Json | undefined): JsonObject {
  if (value === undefined || !isObject(value)) throw new Error(`expected an object, found ${JSON.stringify(value)}`)
  return value
}

function array(value: Json): readonly Json[] {
  if (!Array.isArray(value)) throw new Error(`expected a list, found ${JSON.stringify(value)}`)
  return value
}

function mapValues(value: JsonObject, change: (part: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function main(args: readonly string[]): void {
  let different = 0
  for (const [name, text] of cutAll()) {
    const file = join(contractDir, name)
    if (!args.includes('--check')) writeFileSync(file, text)
    else if (readFileSync(file, 'utf8') !== text) {
      different += 1
      process.stderr.write(
        `test/sandbox/contract/${name} is not what scripts/cut-openapi.ts makes; run it and commit\n`,
      )
    }
  }
  if (different > 0) process.exitCode = 1
}

if (import.meta.main) main(process.argv.slice(2))
