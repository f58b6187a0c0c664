import type { ChangedContent, Detector } from '../model.ts'
import { baseName, isShipped } from '../paths.ts'
import { compareSurfaces, type SurfacePart } from '../surface.ts'
import { at, canonical, entriesOf, itemsOf, readBoth, textOf, type YamlNode } from '../yaml.ts'

const named = /(?:^|[/_.-])(?:openapi|swagger|api-?spec|oas[23]?)[\w.-]*\.(?:ya?ml|json)$/i
const inFolder = /(?:^|\/)(?:[\w-]*openapi[\w-]*|swagger|specification|api-?specs?)\/(?:.+\/)?[^/]+\.(?:ya?ml|json)$/i
const perhaps =
  /(?:^|\/)(?:api|schemas?|rest|v\d+)[\w.-]*\.(?:ya?ml|json)$|(?:^|\/)api\/(?:.+\/)?[^/]+\.ya?ml$|(?:^|\/)spec\.(?:ya?ml|json)$/i
const notSpecification =
  /(?:^|\/)\.|config|examples?[./_-]|codegen|generator|redocly|spectral|package(?:-lock)?\.json|tsconfig|\.schema\.json$/i

/** Calls and types of OpenAPI and Swagger, in one file or in parts; also where they lie among documents. */
export const openapi: Detector = {
  concerns: path =>
    (named.test(path) || inFolder.test(path) || perhaps.test(path)) &&
    !notSpecification.test(baseName(path)) &&
    isShipped(path.replace(/(?:^|\/)docs?\//gi, '/')),
  detect: change => {
    const sides = readBoth(change.before, change.after)
    if (sides === undefined) return []
    const isPart = inFolder.test(change.file.path) && [sides.before, sides.after].every(looksLikePart)
    if (!isPart && ![sides.before, sides.after].some(isWhole)) return []
    return compareSurfaces(change, partsOf(sides.before, change), partsOf(sides.after, change))
  },
}

const isWhole = (node: YamlNode | null): boolean =>
  (at(node, 'openapi') ?? at(node, 'swagger')) !== undefined &&
  (at(node, 'paths') ?? at(node, 'components')) !== undefined

/** Nothing, or a map in which schemas, calls or their pieces can stand. */
const looksLikePart = (node: YamlNode | null): boolean =>
  node === null || (node.kind === 'map' && at(node, 'apiVersion') === undefined && at(node, 'services') === undefined)

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

function partsOf(root: YamlNode | null, change: ChangedContent): readonly SurfacePart[] {
  if (root === null) return []
  if (!isWhole(root)) return fragment(root, change)
  const schemas = at(root, 'components', 'schemas') ?? at(root, 'definitions')
  return [...calls(root), ...entriesOf(schemas).flatMap(([name, { node, line }]) => schemaParts(node, name, line))]
}

function calls(root: YamlNode): readonly SurfacePart[] {
  const base = (textOf(at(root, 'basePath')) ?? '').replace(/\/$/, '')
  return entriesOf(at(root, 'paths')).flatMap(([path, { node: item }]) => {
    const shared = canonical(effective(at(item, 'parameters')))
    return entriesOf(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, { node, line }]) => ({
        key: `${method.toUpperCase()} ${base}${path}`,
        owner: null,
        value: `call ${shared}${canonical(effective(node))}`,
        line,
        uses: references(node),
      }))
  })
}

/** A file that others refer to: its properties by their path, or what it is as a whole. */
function fragment(root: YamlNode, { file }: ChangedContent): readonly SurfacePart[] {
  const name = baseName(file.path).replace(/\.\w+$/, '')
  const call = methods.find(method => at(root, method) !== undefined)
  const nodes = schemasIn(root)
  const rest: SurfacePart = {
    key: call ? `${call.toUpperCase()} ${name}` : name,
    owner: null,
    value: shape(root),
    line: 1,
  }
  return [rest, ...nodes.flatMap(([path, node]) => properties(node, [name, ...path].join('.')))]
}

type Place = readonly [path: readonly string[], node: YamlNode]

/** Words that say where a schema stands rather than what it is about. */
const structural =
  /^(?:content|schema|items|allOf|anyOf|oneOf|application\/.*|requestBody|responses|components|schemas|definitions)$/

function schemasIn(node: YamlNode, path: readonly string[] = [], depth = 0): readonly Place[] {
  if (depth > 20) return []
  if (node.kind === 'list') return node.items.flatMap(item => schemasIn(item, path, depth + 1))
  if (at(node, 'properties')?.kind === 'map') return [[path, node]]
  return entriesOf(node)
    .filter(([key]) => !isNote(key))
    .flatMap(([key, { node: inner }]) => schemasIn(inner, structural.test(key) ? path : [...path, key], depth + 1))
}

function schemaParts(node: YamlNode, name: string, line: number): readonly SurfacePart[] {
  return [{ key: name, owner: null, value: shape(node), line, uses: references(node) }, ...properties(node, name)]
}

/** Properties of a schema and of those within, each with what it is and whether it must be there. */
function properties(node: YamlNode, owner: string, depth = 0): readonly SurfacePart[] {
  if (depth > 20) return []
  const required = new Set(itemsOf(at(node, 'required')).map(textOf))
  const own = entriesOf(at(node, 'properties')).flatMap(([name, { node: property, line }]) => {
    const key = `${owner}.${name}`
    const value = `${required.has(name) ? 'required ' : ''}${shape(property)}`
    return [{ key, owner, value, line }, ...properties(property, key, depth + 1)]
  })
  const within = [at(node, 'items'), ...['allOf', 'anyOf', 'oneOf'].flatMap(key => itemsOf(at(node, key)))]
  return [...own, ...within.flatMap(one => (one === undefined ? [] : properties(one, owner, depth + 1)))]
}

/** What a schema is apart from its properties, which are told one by one. */
const shape = (node: YamlNode): string => canonical(withoutProperties(effective(node)))

function withoutProperties(node: YamlNode, depth = 0): YamlNode {
  if (depth > 40) return node
  if (node.kind === 'list') return { ...node, items: node.items.map(item => withoutProperties(item, depth + 1)) }
  if (node.kind !== 'map') return node
  const hasProperties = node.entries.get('properties')?.node.kind === 'map'
  const entries = [...node.entries]
    .filter(([key]) => !(hasProperties && (key === 'properties' || key === 'required')))
    .map(([key, entry]) => [key, { ...entry, node: withoutProperties(entry.node, depth + 1) }] as const)
  return { ...node, entries: new Map(entries) }
}

const isNote = (key: string): boolean =>
  /^(?:description|summary|examples?|title|tags|externalDocs|operationId|x-.*|xml)$/.test(key)

/** Without what only explains. A property may be called as a note is. */
function effective(node: YamlNode | undefined, parent = '', depth = 0): YamlNode {
  if (node === undefined) return { kind: 'list', items: [], line: 1, weight: 1 }
  if (depth > 60 || node.kind === 'scalar') return node
  if (node.kind === 'list') return { ...node, items: node.items.map(item => effective(item, '', depth + 1)) }
  const entries = [...node.entries]
    .filter(([key]) => parent === 'properties' || !isNote(key))
    .map(
      ([key, entry]) =>
        [key, { ...entry, node: effective(entry.node, parent === 'properties' ? '' : key, depth + 1) }] as const,
    )
  return { ...node, entries: new Map(entries) }
}

/** Names of the schemas that stand in it. */
function references(node: YamlNode, depth = 0): readonly string[] {
  if (depth > 40 || node.kind === 'scalar') return []
  if (node.kind === 'list') return node.items.flatMap(item => references(item, depth + 1))
  return entriesOf(node).flatMap(([key, { node: inner }]) => {
    const text = key === '$ref' ? textOf(inner) : undefined
    return text === undefined ? references(inner, depth + 1) : [text.replace(/^.*\//, '')]
  })
}
