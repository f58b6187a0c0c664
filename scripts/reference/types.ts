import type { SchemaNode } from '../../src/policy/json-schema.ts'

/** How one language speaks of values. */
export interface TypeWords {
  readonly text: string
  readonly texts: string
  readonly mapping: string
  readonly mappings: string
  readonly boolean: string
  readonly number: string
  readonly integer: string
  /** By the title of the schema: one, and several. */
  readonly titles: Readonly<Record<string, readonly [one: string, several: string]>>
  readonly list: (entries: string) => string
  readonly between: (name: string, least: number, most: number) => string
  readonly atLeast: (name: string, least: number) => string
  readonly either: (alternatives: readonly string[]) => string
  /** Between values of an enumeration. */
  readonly comma: string
}

/** What may stand at a key, in words. */
export function typeOf(node: SchemaNode, words: TypeWords): string {
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``
  if (node.enum) return node.enum.map(value => `\`${value}\``).join(words.comma)
  if (node.anyOf) return words.either(node.anyOf.map(each => typeOf(each, words)))
  if (node.type === 'array') return words.list(entriesOf(node.items ?? {}, words))
  if (node.title !== undefined) return titled(node.title, words)[0]
  if (node.type === 'object') return words.mapping
  if (node.type === 'boolean') return words.boolean
  return node.type === 'number' || node.type === 'integer' ? numberOf(node, words) : words.text
}

function entriesOf(node: SchemaNode, words: TypeWords): string {
  if (node.anyOf) return words.either(node.anyOf.map(each => entriesOf(each, words)))
  if (node.title !== undefined) return titled(node.title, words)[1]
  if (node.type === 'object') return words.mappings
  return node.type === 'string' && !node.enum ? words.texts : typeOf(node, words)
}

function titled(title: string, { titles }: TypeWords): readonly [one: string, several: string] {
  const found = titles[title]
  if (found === undefined) throw new Error(`scripts/reference: no word for the title ${title}`)
  return found
}

function numberOf({ type, minimum, maximum }: SchemaNode, words: TypeWords): string {
  const name = type === 'integer' ? words.integer : words.number
  const least = bound(minimum)
  const most = bound(maximum)
  if (least === null) return name
  return most === null ? words.atLeast(name, least) : words.between(name, least, most)
}

const bound = (value: number | undefined): number | null =>
  value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value
