import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { policyTable } from '../../scripts/reference/tables.ts'
import { gateIds } from '../../src/gates/index.ts'
import { defaultPolicy, defaultPolicyInput } from '../../src/policy/defaults.ts'
import { policyJsonSchema, policyKeys, type SchemaNode } from '../../src/policy/json-schema.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { configCodes } from '../../src/policy/problem.ts'
import { common, policySchema } from '../../src/policy/schema.ts'
import { type Field, fieldsOf, strictnessOf, unwrap } from '../../src/policy/walk.ts'
import { examples, keysIn, parseExample } from './examples.ts'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const docs = read('docs/policy.md')
const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(policyJsonSchema())
const parse = (source: string) => parsePolicy(source, 'policy.yml', { owner: 'acme' })

describe('the published schema', () => {
  test('is current (node scripts/write-schema.ts)', () => {
    expect(JSON.parse(read('schema/delivery-gates.schema.json'))).toEqual(policyJsonSchema())
  })

  test('names its dialect and itself', () => {
    expect(policyJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:delivery-gates:policy:v1',
      title: 'Delivery Gates policy',
    })
  })

  describe('examples, which editors show', () => {
    const { properties = {} } = policyJsonSchema() as SchemaNode
    const keys = Object.entries(properties).map(([key, node]) => [
      key,
      node.examples,
      (value: unknown) => ({ [key]: value }),
    ])
    const ofGates = gateIds.map(id => [
      `gates.${id}`,
      properties.gates?.properties?.[id]?.examples,
      (value: unknown) => ({ gates: { [id]: value } }),
    ])
    const plain = ['version', 'locale', 'gates']

    test.each([...keys.filter(([key]) => !plain.includes(String(key))), ...ofGates] as [
      string,
      readonly unknown[] | undefined,
      (value: unknown) => object,
    ][])('%s', (_key, examples, around) => {
      expect(examples?.length).toBeGreaterThan(0)
      for (const example of examples ?? []) {
        const whole = { version: 1, roles: { implementer: ['@li-wei'] }, ...around(example) }
        expect(validate(whole), JSON.stringify(validate.errors)).toBe(true)
        const parsed = parse(JSON.stringify(whole))
        // What is extended is not here to be read.
        const problems = parsed.ok ? [] : parsed.error.filter(problem => problem.code !== 'CFG-EXTENDS')
        expect(problems).toEqual([])
      }
    })
  })

  test('there are policies in the documentation', () => {
    expect(examples.length).toBeGreaterThan(30)
    for (const id of gateIds) expect(examples.some(({ name }) => name.startsWith(`docs/gates/${id}.md`))).toBe(true)
  })

  test.each(examples)('accepts $name, as the parser does', ({ text }) => {
    const parsed = parseExample(text)
    expect(parsed.ok ? parsed.value.warnings : parsed.error).toEqual([])
    // What changes an inherited list stands for the whole list only once it is merged.
    if (/\$(append|remove)/.test(text)) return
    expect(validate(parseDocument(text).toJS()), JSON.stringify(validate.errors)).toBe(true)
  })

  test.each([
    ['unknown key', 'version: 1\ngates: { coverge: {} }\n'],
    ['missing version', 'gates: {}\n'],
    ['empty list', 'version: 1\nroles: { a: [] }\n'],
    ['percent out of range', 'version: 1\ngates: { coverage: { project: { min: 101 } } }\n'],
    ['text for a list', 'version: 1\nroles: { a: "@b" }\n'],
    ['null', 'version: 1\ngates:\n'],
  ])('refuses what the parser refuses: %s', (_name, source) => {
    expect(parse(source).ok).toBe(false)
    expect(validate(parseDocument(source).toJS())).toBe(false)
  })

  test('has every gate of the registry, each with a level', () => {
    for (const id of gateIds) expect(policyKeys().map(({ key }) => key)).toContain(`gates.${id}.level`)
  })
})

describe('docs/policy.md', () => {
  test('has the table of all keys outside of gates (node scripts/write-schema.ts)', () => {
    expect(docs).toContain(`<!-- keys -->\n\n${policyTable()}\n\n<!-- /keys -->`)
  })

  test('its examples and those of the gates use every key', () => {
    const used = new Set(examples.flatMap(({ text }) => keysIn(text)).map(({ path }) => path))
    // What every gate takes is shown once.
    const known = policyKeys().map(({ key }) => key.replace(commonKey, 'gates.size.'))
    expect(known.filter(key => !used.has(key))).toEqual([])
  })

  test('lists every problem code with cause and fix', () => {
    const listed = [...docs.matchAll(/^\| `((?:CFG|GLB)-\w+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map(match => match[1])
    expect(configCodes.filter(code => !listed.includes(code))).toEqual([])
    expect(listed.filter(code => code?.startsWith('CFG-'))).toEqual([...configCodes])
  })
})

const commonKey = new RegExp(`^gates\\.(?:${gateIds.join('|')})\\.(?=(?:${Object.keys(common).join('|')})(?:\\.|$))`)

describe('T-07 every key of every example, misspelt', () => {
  const places = examples.flatMap(({ name, text }) =>
    keysIn(text)
      .filter(({ free }) => !free)
      .map(written => ({ name, text, ...written })),
  )
  const distinct = [...Map.groupBy(places, ({ path, key }) => `${path} ${key}`).values()].flatMap(each =>
    each.slice(0, 2),
  )

  test('there are many', () => expect(distinct.length).toBeGreaterThan(200))

  test.each(distinct)('$name: $path is refused, with the right key', ({ text, key, offset }) => {
    const misspelt = `${key}x`
    const parsed = parseExample(text.slice(0, offset) + misspelt + text.slice(offset + key.length))
    const unknown = parsed.ok ? [] : parsed.error.filter(({ code }) => code === 'CFG-UNKNOWN')
    expect(unknown.map(({ message }) => message.params)).toEqual([
      expect.objectContaining({ got: misspelt, suggestion: key }),
    ])
  })
})

describe('the defaults', () => {
  test('are a valid policy, which says what it says when written to a file', () => {
    const parsed = parse(JSON.stringify(defaultPolicyInput))
    expect(parsed.ok && parsed.value.policy).toEqual(defaultPolicy)
  })

  test('block nothing and require 80 % of all and of changed lines', () => {
    expect(Object.values(defaultPolicy.gates).map(options => options?.level)).toEqual(['warn', 'warn'])
    expect(defaultPolicy.gates.coverage).toMatchObject({ project: { min: 80 }, patch: { min: 80 } })
    expect(defaultPolicy.checklists).toEqual([])
  })
})

describe('T-01 the difference of two policies knows which way every key points', () => {
  const fields = fieldsOf(policySchema)
  const named = (schemas: readonly Field[]) => schemas.map(({ key }) => key)

  test.each<
    [name: string, is: (schema: z.ZodType) => boolean, stricter: (value: unknown, schema: z.ZodType) => boolean]
  >([
    ['numbers', schema => schema instanceof z.ZodNumber, value => value === 'higher' || value === 'lower'],
    ['lists', schema => schema instanceof z.ZodArray, value => value === 'more' || value === 'fewer'],
    [
      'choices',
      schema => schema instanceof z.ZodEnum,
      (value, schema) => sameMembers(value, schema instanceof z.ZodEnum ? schema.options : []),
    ],
    ['yes or no', schema => schema instanceof z.ZodBoolean, value => sameMembers(value, [true, false])],
  ])('%s', (_name, is, says) => {
    const of = fields.filter(({ schema }) => is(unwrap(schema) ?? schema))
    expect(of.length).toBeGreaterThan(3)
    const silent = of.filter(({ schema }) => {
      const { stricter } = strictnessOf(schema)
      return stricter !== 'other' && !says(stricter, unwrap(schema) ?? schema)
    })
    expect(named(silent)).toEqual([])
  })

  test('lists that may be left out, and let more pass the longer they are, say what it does that they are there', () => {
    const silent = fields.filter(({ schema }) => {
      const { stricter, presence } = strictnessOf(schema)
      return schema instanceof z.ZodOptional && stricter === 'fewer' && presence === undefined
    })
    expect(named(silent)).toEqual([])
  })

  test('and the published schema says nothing of it', () => {
    expect(JSON.stringify(policyJsonSchema())).not.toMatch(/"(stricter|presence)":/)
  })
})

const sameMembers = (value: unknown, members: readonly unknown[]): boolean =>
  Array.isArray(value) && value.length === members.length && members.every(member => value.includes(member))
