import { describe, expect, test } from 'vitest'
import { facts, text, told } from './helpers.ts'

describe('OpenAPI', () => {
  const spec = (paths: string, schemas = '    Order: { type: object, properties: { id: { type: string } } }\n') =>
    `openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\npaths:\n${paths}components:\n  schemas:\n${schemas}`
  const get = '  /orders:\n    get: { responses: { "200": { description: ok } } }\n'
  const change = (before: string, after: string, path = 'api/openapi.yaml') => facts({ path, before, after })

  test('calls come, go and change', () => {
    const both = `${get}    post: { responses: { "201": { description: ok } } }\n`
    expect(change(spec(get), spec(both))).toEqual(['added api-surface POST /orders'])
    expect(change(spec(both), spec(get))).toEqual(['removed api-surface POST /orders'])
    expect(change(spec(get), spec(get.replace('"200"', '"202"')))).toEqual(['changed api-surface GET /orders'])
  })

  test('descriptions, examples and order say nothing', () => {
    expect(change(spec(get), spec(get.replace('description: ok', 'description: all of them')))).toEqual([])
    expect(
      change(spec(get), spec(get.replace('get: {', 'get: { summary: All, description: Text, tags: [a],'))),
    ).toEqual([])
  })

  test('a schema by its properties', () => {
    const more = '    Order: { type: object, properties: { id: { type: string }, sum: { type: integer } } }\n'
    expect(change(spec(get), spec(get, more)).join()).toMatch(/^added api-surface .*Order.*sum/)
  })

  test('Swagger 2 as JSON, where it lies among documents too', () => {
    const swagger = (type: string) =>
      JSON.stringify(
        { swagger: '2.0', basePath: '/v1', paths: { '/a': { get: { responses: { 200: { schema: { type } } } } } } },
        null,
        1,
      )
    expect(change(swagger('string'), swagger('integer'), 'docs/spec.json')).toEqual(['changed api-surface GET /v1/a'])
  })

  test('what is no interface says nothing', () => {
    expect(change('a: 1\n', 'a: 2\n', 'api/openapi.yaml')).toEqual([])
  })
})

describe('protobuf', () => {
  const path = 'proto/shop/v1/shop.proto'
  const proto = (body: string) => `syntax = "proto3";\npackage shop.v1;\n${body}`
  const change = (before: string, after: string) => facts({ path, before: proto(before), after: proto(after) })
  const order = 'message Order {\n  string id = 1;\n}\n'

  test('fields, messages, calls', () => {
    expect(change(order, order.replace('}', '  int64 sum = 2;\n}'))).toEqual(['added api-surface shop.v1.Order.sum'])
    expect(change(order, order.replace('string', 'bytes'))).toEqual(['changed api-surface shop.v1.Order.id'])
    expect(change('', order)).toEqual(['added api-surface shop.v1.Order'])
    const service = (calls: string) => `${order}service Shop {\n${calls}}\n`
    const call = '  rpc Get(Order) returns (Order);\n'
    expect(change(service(''), service(call))).toEqual(['added api-surface shop.v1.Shop.Get'])
  })

  test('comments and layout say nothing', () => {
    expect(change(order, `// An order.\n${order.replace('  string', '\tstring')}`)).toEqual([])
  })
})

describe('GraphQL', () => {
  const path = 'schema/shop.graphql'
  test('fields, types, arguments; descriptions say nothing', () => {
    const before = text`
      type Query {
        order(id: ID!): Order
      }
      type Order {
        id: ID!
      }
    `
    const change = (after: string) => told({ path, before, after }).map(one => one.replace(/ null.*/, ''))
    expect(change(before.replace('id: ID!\n}', 'id: ID!\n  sum: Int\n}'))).toEqual(['added api-surface Order.sum'])
    expect(change(before.replace('order(id: ID!)', 'order(id: ID)')).join()).toContain(
      'changed api-surface Query.order',
    )
    expect(change(`"""All."""\n${before}`)).toEqual([])
  })
})
