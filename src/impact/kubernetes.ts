import type { Stated } from './stated.ts'
import { at, canonical, entriesOf, itemsOf, textOf, without, type YamlMap, type YamlNode } from './yaml.ts'

/** An object of Kubernetes. `key`: kind and name, as `kubectl` writes it. */
export interface KubernetesObject {
  readonly key: string
  readonly kind: string
  readonly node: YamlMap
  readonly line: number
}

/** What stands in a document, items of a `List` one by one; nothing where it is no object. */
export function objectsOf(node: YamlNode, line = node.line): readonly KubernetesObject[] {
  const [kind, name] = [textOf(at(node, 'kind')), textOf(at(node, 'metadata', 'name'))]
  if (node.kind !== 'map' || kind === undefined || at(node, 'apiVersion') === undefined) return []
  if (/List$/.test(kind) && at(node, 'items')) return itemsOf(at(node, 'items')).flatMap(item => objectsOf(item))
  const generated = textOf(at(node, 'metadata', 'generateName'))
  return [
    { key: name === undefined ? `${kind}${generated ? `/${generated}` : ''}` : `${kind}/${name}`, kind, node, line },
  ]
}

/** Taking one away takes away what it keeps. */
export const keepsData = (kind: string): boolean =>
  ['PersistentVolumeClaim', 'PersistentVolume', 'StatefulSet', 'CustomResourceDefinition', 'Namespace'].includes(kind)

/** Labels and notes that come with a version of a chart or tool. */
const versionNotes =
  /^(?:helm\.sh\/chart|app\.kubernetes\.io\/(?:version|managed-by)|chart|heritage|release|controller-gen\.kubebuilder\.io\/version|api-approved\.kubernetes\.io|olm\.skipRange|createdAt|alm-examples|checksum\/.*|kubectl\.kubernetes\.io\/last-applied-configuration)$/

/** `isOnBoth`: what workloads let the deployer set is stated on its own. */
export function statedByObject(object: KubernetesObject, isOnBoth: boolean): readonly Stated[] {
  const { key, kind, node, line } = object
  const whole = { kind: 'k8s-resource' as const, key, shown: null, line, losesData: keepsData(kind) }
  if (!isOnBoth) return [{ ...whole, value: '' }]
  const parts: Stated[] = []
  const isDefinition = kind === 'CustomResourceDefinition'
  const rest = walk(node, [], { key, parts, isDefinition, volumes: isDefinition ? new Map() : volumesOf(node) })
  if (kind === 'CronJob') parts.push(...schedule(object))
  return [{ ...whole, value: rest }, ...parts]
}

interface Walk {
  readonly key: string
  readonly parts: Stated[]
  readonly isDefinition: boolean
  /** What stands behind the volumes of the pod, by name. */
  readonly volumes: ReadonlyMap<string, string>
}

const podPaths = [['spec'], ['spec', 'template', 'spec'], ['spec', 'jobTemplate', 'spec', 'template', 'spec']]

function volumesOf(node: YamlNode): ReadonlyMap<string, string> {
  const volumes = podPaths.flatMap(path => itemsOf(at(node, ...path, 'volumes')))
  return new Map(volumes.map(volume => [textOf(at(volume, 'name')) ?? '', canonical(volume)]))
}

/** The effective text of an object without what is stated apart and what has no effect. */
function walk(node: YamlNode | undefined, path: readonly string[], to: Walk): string {
  if (node === undefined) return ''
  if (node.kind === 'scalar') return node.isNull ? 'null' : JSON.stringify(node.text)
  if (node.kind === 'list') return `[${listItems(node.items, path, to).join(',')}]`
  const parent = path.at(-1) ?? ''
  const entries = entriesOf(node).flatMap(([key, { node: value, line }]) => {
    if (to.isDefinition && key === 'description' && value.kind === 'scalar' && parent !== 'properties') return []
    if ((parent === 'labels' || parent === 'annotations' || parent === 'matchLabels') && versionNotes.test(key))
      return []
    if (key === 'status' && path.length === 0) return []
    if (key === 'creationTimestamp' && parent === 'metadata') return []
    if (!to.isDefinition && isStatedApart(key, value, line, path, to)) return []
    const text = walk(value, [...path, key], to)
    return /^(?:null|\{\}|\[\])$/.test(text) && !to.isDefinition ? [] : [`${JSON.stringify(key)}:${text}`]
  })
  return `{${entries.toSorted().join(',')}}`
}

/** Order in a list of required or short names means nothing in a definition. */
function listItems(items: readonly YamlNode[], path: readonly string[], to: Walk): readonly string[] {
  const texts = items.map(item => walk(item, [...path, '*'], to))
  return /^(?:required|shortNames|categories|enum|verbs|resources|apiGroups|rules)$/.test(path.at(-1) ?? '')
    ? texts.toSorted()
    : texts
}

function isStatedApart(
  key: string,
  value: YamlNode,
  line: number,
  path: readonly string[],
  { key: object, parts, volumes }: Walk,
): boolean {
  const isContainer = path.at(-1) === '*' && /^(?:containers|initContainers)$/.test(path.at(-2) ?? '')
  if (key === 'env' && isContainer) {
    parts.push(...itemsOf(value).flatMap(environmentEntry))
    return true
  }
  if (key === 'ports' && (isContainer || path.at(-1) === 'spec') && value.kind === 'list') {
    parts.push(...value.items.flatMap(portsOf))
    return true
  }
  if (key === 'volumeMounts' && isContainer) {
    parts.push(...itemsOf(value).flatMap(mount => mountOf(mount, volumes)))
    return true
  }
  if (key === 'volumes' && volumes.size > 0 && path.at(-1) === 'spec') return true
  if (/^runAs/.test(key) && path.at(-1) === 'securityContext') {
    parts.push({ kind: 'container-user', key: object, value: `${key}: ${textOf(value) ?? ''}`, line })
    return true
  }
  if (key === 'schedule' && path.length === 1 && value.kind === 'scalar') return object.startsWith('CronJob')
  return false
}

function mountOf(mount: YamlNode, volumes: ReadonlyMap<string, string>): readonly Stated[] {
  const [path, name] = [textOf(at(mount, 'mountPath')), textOf(at(mount, 'name')) ?? '']
  if (path === undefined) return []
  return [
    {
      kind: 'volume',
      key: path,
      value: `${canonical(mount)} ${volumes.get(name) ?? ''}`,
      shown: null,
      line: mount.line,
    },
  ]
}

function environmentEntry(item: YamlNode): readonly Stated[] {
  const name = textOf(at(item, 'name'))
  if (name === undefined) return []
  const value = at(item, 'value')
  return [
    {
      kind: 'env-var',
      key: name,
      value: canonical(without(item, ['name'])),
      shown: textOf(value) ?? null,
      line: item.line,
    },
  ]
}

function portsOf(item: YamlNode): readonly Stated[] {
  const number = textOf(at(item, 'containerPort')) ?? textOf(at(item, 'port'))
  if (number === undefined || !/^\d+$/.test(number)) return []
  return [{ kind: 'port', key: number, value: canonical(item), shown: null, line: item.line }]
}

function schedule({ key, node, line }: KubernetesObject): readonly Stated[] {
  const value = at(node, 'spec', 'schedule')
  const text = textOf(value)
  return text === undefined ? [] : [{ kind: 'cron', key, value: text, line: value?.line ?? line }]
}
