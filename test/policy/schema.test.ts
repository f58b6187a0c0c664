import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { isMap, isPair, isScalar, parseDocument, visit } from 'yaml'
import { z } from 'zod'
import { gateIds } from '../../src/gates/index.ts'
import { defaultPolicy, defaultPolicyInput } from '../../src/policy/defaults.ts'
import { policyJsonSchema, policyKeys, policyKeyTable } from '../../src/policy/json-schema.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { configCodes } from '../../src/policy/problem.ts'
import { policySchema } from '../../src/policy/schema.ts'
import { type Field, fieldsOf, strictnessOf, unwrap } from '../../src/policy/walk.ts'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const docs = read('docs/policy.md')
const examples = [...docs.matchAll(/```yaml\n([\s\S]*?)```/g)].map(match => match[1] ?? '')
const complete = examples[0] ?? ''
const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(policyJsonSchema())
const parse = (source: string) => parsePolicy(source, 'policy.yml', { owner: 'acme' })

/** Every mapping key with its place in the text and its path, list positions left out. */
function keysIn(source: string): readonly { key: string; path: string; offset: number }[] {
  const found: { key: string; path: string; offset: number }[] = []
  visit(parseDocument(source), {
    Pair(_key, pair, ancestors) {
      if (!isScalar(pair.key)) return
      const path = ancestors.flatMap((node, i) => {
        if (isPair(node) && isScalar(node.key)) return [`.${node.key.value}`]
        return isMap(node) || i === 0 || !isMap(ancestors[i + 1]) ? [] : ['[]']
      })
      found.push({
        key: String(pair.key.value),
        path: `${path.join('')}.${pair.key.value}`.slice(1),
        offset: pair.key.range?.[0] ?? 0,
      })
    },
  })
  return found
}

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

  test.each(examples.map((example, i) => [i, example] as const))(
    'accepts example %i of docs/policy.md, as the parser does',
    (_i, example) => {
      const parsed = parse(example)
      expect(parsed.ok ? [] : parsed.error).toEqual([])
      expect(validate(parseDocument(example).toJS()), JSON.stringify(validate.errors)).toBe(true)
    },
  )

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
  test('has the table of all keys (node scripts/write-schema.ts)', () => {
    expect(docs).toContain(`<!-- keys -->\n\n${policyKeyTable()}\n\n<!-- /keys -->`)
  })

  test('its first example uses every key', () => {
    const used = new Set(
      keysIn(complete).map(({ path }) =>
        path.replace(/^(roles|(?:gates\.coverage\.)?components|gates\.coverage\.flags)\.[^.]+/, '$1.<name>'),
      ),
    )
    const known = policyKeys().map(({ key }) => key)
    expect(known.filter(key => !used.has(key))).toEqual([])
  })

  test('lists every problem code', () => {
    expect(configCodes.filter(code => !docs.includes(`\`${code}\``))).toEqual([])
  })
})

describe('T-07 every key of the file, misspelt', () => {
  const free = /^roles\..+|\.text\..+|^(gates\.coverage\.)?components\.[^.]+$|\.flags\.[^.]+$/
  test.each(
    keysIn(complete)
      .filter(({ path }) => !free.test(path))
      .map(each => [each.path, each] as const),
  )('%s is refused, with the right key', (_path, { key, offset }) => {
    const misspelt = `${key}x`
    const parsed = parse(complete.slice(0, offset) + misspelt + complete.slice(offset + key.length))
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
