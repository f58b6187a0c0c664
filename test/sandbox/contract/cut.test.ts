import { expect, test } from 'vitest'
import { cutRest, cutSchema, cutWebhooks, type JsonObject } from '../../../scripts/cut-openapi.ts'

test('annotations go, properties of the same names stay', () => {
  const schema = {
    type: 'object',
    title: 'Commit status',
    description: 'The status of a commit.',
    example: { state: 'success' },
    'x-github-breaking-changes': [],
    required: ['description', 'title'],
    properties: {
      description: { type: 'string', description: 'Said in words', default: '' },
      title: { type: 'string', example: 'Gates' },
      example: { type: 'array', items: { type: 'string', description: 'one' } },
    },
  }
  expect(cutSchema(schema)).toEqual({
    type: 'object',
    required: ['description', 'title'],
    properties: {
      description: { type: 'string' },
      title: { type: 'string' },
      example: { type: 'array', items: { type: 'string' } },
    },
  })
})

test.each([
  [{ type: 'string', nullable: true }, { type: ['string', 'null'] }],
  [
    { type: 'string', nullable: true, enum: ['a'] },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    { type: 'string', nullable: true, enum: ['a', null] },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [{ nullable: true, oneOf: [{ type: 'string' }] }, { anyOf: [{ oneOf: [{ type: 'string' }] }, { type: 'null' }] }],
  [
    { nullable: true, allOf: [{ $ref: '#/x' }], type: 'object' },
    { anyOf: [{ allOf: [{ $ref: '#/x' }], type: 'object' }, { type: 'null' }] },
  ],
  [{ type: 'string', nullable: false }, { type: 'string' }],
])('nullable %j is %j', (from, to) => {
  expect(cutSchema(from)).toEqual(to)
})

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const content = (schema: JsonObject): JsonObject => ({
  content: { 'application/json': { schema, examples: { default: {} } } },
})

test('only what the wanted operations reach is kept, parameters and responses are resolved', () => {
  const document: JsonObject = {
    openapi: '3.0.3',
    paths: {
      '/things': {
        get: {
          operationId: 'things/list',
          parameters: [{ $ref: '#/components/parameters/page' }, { name: 'owner', in: 'path' }],
          responses: {
            200: { description: 'ok', ...content(ref('thing')) },
            404: { $ref: '#/components/responses/gone' },
          },
        },
        post: { operationId: 'things/create', responses: { 201: content(ref('unused')) } },
      },
    },
    components: {
      parameters: { page: { name: 'page', in: 'query', schema: { type: 'integer', default: 1 } } },
      responses: { gone: content(ref('error')) },
      schemas: {
        thing: { properties: { parent: ref('thing'), owner: ref('owner') } },
        owner: { type: 'string' },
        error: { type: 'object' },
        unused: { type: 'object' },
      },
    },
  }
  expect(cutRest(document, ['things/list'])).toEqual({
    openapi: '3.0.3',
    paths: {
      '/things': {
        get: {
          operationId: 'things/list',
          parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
          responses: {
            200: { content: { 'application/json': { schema: ref('thing') } } },
            404: { content: { 'application/json': { schema: ref('error') } } },
          },
        },
      },
    },
    components: {
      schemas: {
        error: { type: 'object' },
        owner: { type: 'string' },
        thing: { properties: { parent: ref('thing'), owner: ref('owner') } },
      },
    },
  })
  expect(() => cutRest(document, ['things/delete'])).toThrow('no operation things/delete')
})

test('webhooks are found by event and action', () => {
  const hook = (operationId: string, name: string) => ({ post: { operationId, requestBody: content(ref(name)) } })
  const document: JsonObject = {
    openapi: '3.1.0',
    webhooks: {
      a: hook('pull-request/review-requested', 'requested'),
      b: hook('push', 'push'),
      c: hook('star/created', 'star'),
    },
    components: { schemas: { requested: { type: 'object' }, push: { type: 'object' }, star: { type: 'object' } } },
  }
  expect(cutWebhooks(document, { pull_request: ['review_requested'], push: [] })).toMatchObject({
    webhooks: { pull_request: { review_requested: ref('requested') }, push: { '': ref('push') } },
    components: { schemas: { push: {}, requested: {} } },
  })
  expect(() => cutWebhooks(document, { star: ['deleted'] })).toThrow('no webhook star deleted')
})
