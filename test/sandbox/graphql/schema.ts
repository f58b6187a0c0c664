import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  parse,
  validate,
} from 'graphql'
import { ApiError } from '../errors.ts'
import type { Context, Node } from './context.ts'
import { mutations } from './resolvers/mutations.ts'
import { queries } from './resolvers/queries.ts'

let built: GraphQLSchema | undefined

/** GitHub's public schema. Building takes about a second, so it is done once for a process and only when asked for. */
function schema(): GraphQLSchema {
  built ??= buildSchema(
    readFileSync(new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema')), 'utf8'),
    { assumeValid: true, noLocation: true },
  )
  return built
}

export interface GraphqlRequest {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | null
  readonly operationName?: string | null
}

/** What a request does, for the call log and for faults: `graphql:query:<name>`, `graphql:mutation:<fields>`. */
export function operationOf(request: GraphqlRequest): { readonly id: string; readonly kind: 'read' | 'write' } {
  const document = tryParse(request.query)
  const operation = document instanceof GraphQLError ? undefined : getOperationAST(document, request.operationName)
  if (!operation) return { id: 'graphql:invalid', kind: 'read' }
  if (operation.operation !== 'mutation') return { id: `graphql:query:${operation.name?.value ?? ''}`, kind: 'read' }
  const fields = operation.selectionSet.selections.flatMap(one => (one.kind === Kind.FIELD ? one.name.value : []))
  return { id: `graphql:mutation:${fields.join(',')}`, kind: 'write' }
}

export interface GraphqlResult {
  readonly data?: unknown
  readonly errors?: readonly Node[]
}

export async function executeGraphql(context: Context, request: GraphqlRequest): Promise<GraphqlResult> {
  const document = tryParse(request.query)
  if (document instanceof GraphQLError) return { errors: [format(document)] }
  const mistakes = validate(schema(), document)
  if (mistakes.length > 0) return { errors: mistakes.map(format) }
  const { data, errors } = await execute({
    schema: schema(),
    document,
    rootValue: { ...queries(context), ...mutations(context) },
    contextValue: context,
    variableValues: request.variables ?? {},
    ...(request.operationName ? { operationName: request.operationName } : {}),
    fieldResolver: resolveField,
    typeResolver: value => (value as Node).__typename as string,
  })
  return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors: errors.map(format) }) }
}

function tryParse(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

/** A field that nobody wrote is an error that says so, never a silent null. */
const resolveField: GraphQLFieldResolver<unknown, Context> = (source, args, _context, { fieldName, parentType }) => {
  const node = source as Node
  if (!(fieldName in node)) throw new GraphQLError(`not modelled by the sandbox: ${parentType.name}.${fieldName}`)
  const value = node[fieldName]
  return typeof value === 'function' ? value.call(node, args) : value
}

const types: Readonly<Record<number, string>> = { 404: 'NOT_FOUND', 403: 'FORBIDDEN', 422: 'UNPROCESSABLE' }

/** GitHub puts `type` beside the message, not into `extensions`. */
function format(error: GraphQLError): Node {
  const { originalError } = error
  const status = originalError instanceof ApiError ? originalError.status : undefined
  const type = status === undefined ? error.extensions.type : types[status]
  return {
    ...(type === undefined ? {} : { type }),
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    message: error.message,
  }
}
