import { describe, expect, test } from 'vitest'
import { readHcl } from '../../src/impact/readers/hcl.ts'
import { facts, told } from './helpers.ts'

const change = (before: string | null, after: string | null, path = 'variables.tf') => facts({ path, before, after })
const variable = (body: string) => `variable "size" {\n${body}\n}\n`

describe('what a module takes, gives and needs', () => {
  test('variables and outputs', () => {
    const before =
      'variable "a" {\n  type    = string\n  default = "x"\n}\nvariable "old" {}\noutput "o" {\n  value = 1\n}\n'
    const after =
      'variable "a" {\n  type    = string\n  default = "y"\n}\nvariable "new" {\n  default = 3\n}\noutput "p" {\n  value = 1\n}\n'
    expect(told({ path: 'main.tf', before, after })).toEqual([
      'changed terraform-var a x -> y main.tf:1',
      'added terraform-var new null -> 3 main.tf:5',
      'removed terraform-var old null -> null main.tf:5',
      'removed terraform-var o null -> null main.tf:6',
      'added terraform-var p null -> null main.tf:8',
    ])
  })

  test.each([
    ['type', 'type = string', 'type = number'],
    ['default', 'default = { a = 1 }', 'default = { a = 2 }'],
    ['no default any more', 'default = 1', ''],
    ['text over lines', 'default = <<EOT\na\nEOT', 'default = <<EOT\nb\nEOT'],
    ['attribute of an object', 'type = object({ a = string })', 'type = object({ a = string, b = optional(string) })'],
  ])('changed: %s', (_, before, after) => {
    expect(change(variable(before), variable(after))).toEqual(['changed terraform-var size'])
  })

  test.each([
    ['description', 'description = "a"', 'description = "b"'],
    ['layout', 'type = object({\n  a = string\n  b = number\n})', 'type = object({ a = string, b = number, })'],
    ['comments', 'default = 1 # one', '// two\n/* three\n*/ default = 1'],
    ['checks', 'default = 1', 'default = 1\nvalidation {\n  condition = var.size > 0\n}'],
    ['type that is any', '', 'type = any'],
  ])('nothing: %s', (_, before, after) => {
    expect(change(variable(before), variable(after))).toEqual([])
  })

  test('minimums', () => {
    const versions = (tool: string, aws: string) =>
      `terraform {\n  required_version = "${tool}"\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n      version = "${aws}"\n    }\n    random = "~> 3.0"\n  }\n}\n`
    expect(
      told({ path: 'versions.tf', before: versions('>= 1.3', '>= 5.0'), after: versions('>=1.3.0', '>= 6.1') }),
    ).toEqual(['changed runtime-version aws >= 5.0 -> >= 6.1 versions.tf:4'])
  })

  test('a secret default is not shown', () => {
    expect(
      told({
        path: 'a.tf',
        before: '',
        after: 'variable "db_password" {\n  default = "x"\n}\nvariable "b" {\n  sensitive = true\n  default = "y"\n}\n',
      }),
    ).toEqual(['added terraform-var db_password null -> null a.tf:1', 'added terraform-var b null -> null a.tf:4'])
  })

  test('a variable that moves between files says nothing; a whole module is one statement', () => {
    expect(
      facts(
        { path: 'main.tf', before: variable('default = 1'), after: '' },
        { path: 'variables.tf', before: '', after: variable('default = 1') },
      ),
    ).toEqual([])
    expect(facts({ path: 'modules/x/variables.tf', before: null, after: `${variable('')}variable "b" {}\n` })).toEqual([
      'added terraform-var modules/x',
    ])
    expect(change(variable(''), variable('type = string'), 'examples/a/main.tf')).toEqual([])
  })
})

describe('reading HCL', () => {
  test('blocks, labels, nested blocks, templates', () => {
    const [block] = readHcl('resource "a" "b" {\n  x = "${var.y["}"]}"\n  inner {\n    z = [1,\n 2]\n  }\n}\n')
    expect(block).toMatchObject({ type: 'resource', labels: ['a', 'b'], line: 1, blocks: [{ type: 'inner', line: 3 }] })
    expect(block?.attributes.get('x')).toEqual({ text: '"${var.y["}"]}"', line: 2 })
    expect(block?.blocks[0]?.attributes.get('z')?.text).toBe('[ 1 2 ]')
  })

  test.each([
    '{'.repeat(100_000),
    'a {'.repeat(100_000),
    `x = ${'['.repeat(100_000)}`,
    `x = "${'${'.repeat(50_000)}`,
    '<<A\n'.repeat(1000),
  ])('broken text ends', broken => {
    expect(() => readHcl(broken)).not.toThrow()
  })
})
