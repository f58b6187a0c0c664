import { type Message, message } from '../locales/message.ts'
import { keyPath, visible } from './text.ts'

type Keys = readonly PropertyKey[]

/** Where a value was written: the layer's number, and the key path inside its file. */
export interface Source {
  readonly layer: number
  readonly keys: Keys
}

/** A value of which every part knows where it was written. */
export type Sourced =
  | { readonly kind: 'mapping'; readonly entries: ReadonlyMap<string, Sourced>; readonly source: Source }
  | { readonly kind: 'list'; readonly items: readonly Sourced[]; readonly source: Source }
  | { readonly kind: 'scalar'; readonly value: unknown; readonly source: Source }

/** Something that a file asks of what it inherits and that cannot be done, or has nothing to do (`warning`). */
export interface MergeProblem {
  readonly message: Message
  readonly keys: Keys
  readonly warning: boolean
}

const append = '$append'
const remove = '$remove'

export function sourced(value: unknown, layer: number, keys: Keys = []): Sourced {
  const source = { layer, keys }
  if (Array.isArray(value))
    return { kind: 'list', items: value.map((entry, i) => sourced(entry, layer, [...keys, i])), source }
  if (typeof value !== 'object' || value === null) return { kind: 'scalar', value, source }
  const entries = new Map(Object.entries(value).map(([key, child]) => [key, sourced(child, layer, [...keys, key])]))
  return { kind: 'mapping', entries, source }
}

/** The value itself. */
export function plain(node: Sourced): unknown {
  switch (node.kind) {
    case 'mapping':
      return Object.fromEntries([...node.entries].map(([key, child]) => [key, plain(child)]))
    case 'list':
      return node.items.map(plain)
    case 'scalar':
      return node.value
    default:
      return node satisfies never
  }
}

/** Where the value at a key path was written; `exact` is false where only something around it was. */
export function sourceAt(root: Sourced, keys: Keys): Source & { readonly exact: boolean } {
  let node = root
  for (const [depth, key] of keys.entries()) {
    const child: Sourced | undefined =
      node.kind === 'mapping'
        ? node.entries.get(String(key))
        : node.kind === 'list'
          ? (node.items[Number(key)] ?? node.items.find(item => idOf(item) === key))
          : undefined
    if (child === undefined)
      return { layer: node.source.layer, keys: [...node.source.keys, ...keys.slice(depth)], exact: false }
    node = child
  }
  return { ...node.source, exact: true }
}

/**
 * What a file says over what it inherits: mappings merge key by key, lists and single values replace, a list under
 * `$append` or `$remove` changes the inherited one, a written `null` deletes. `undefined`: deleted, or never there.
 */
export function merge(
  inherited: Sourced | undefined,
  own: Sourced,
  context: {
    /** Whether a `null` of the file was written as such; an empty value is an error of its own, never a deletion. */
    readonly deletes: (keys: Keys) => boolean
    readonly tell: (problem: MergeProblem) => void
  },
): Sourced | undefined {
  const { source } = own
  if (own.kind === 'list') return own
  if (own.kind === 'scalar') {
    if (own.value !== null || !context.deletes(source.keys)) return own
    if (inherited === undefined)
      context.tell({ message: message('policy.merge.nothing', {}), keys: source.keys, warning: true })
    return undefined
  }
  if (own.entries.has(append) || own.entries.has(remove)) return changedList(inherited, own, context.tell)
  const before = inherited?.kind === 'mapping' ? inherited.entries : new Map<string, Sourced>()
  const entries = new Map(before)
  for (const [key, child] of own.entries) {
    const merged = merge(before.get(key), child, context)
    if (merged === undefined) entries.delete(key)
    else entries.set(key, merged)
  }
  return { kind: 'mapping', entries, source }
}

type Mapping = Extract<Sourced, { kind: 'mapping' }>

function changedList(inherited: Sourced | undefined, own: Mapping, tell: (problem: MergeProblem) => void): Sourced {
  const { keys } = own.source
  const refuse = (told: Message, at: Keys) => tell({ message: told, keys: at, warning: false })
  const known = new Set([append, remove])
  const strange = [...own.entries.keys()].find(key => !known.has(key))
  if (strange !== undefined) refuse(message('policy.merge.mixed', { key: visible(strange) }), [...keys, strange])
  if (inherited !== undefined && inherited.kind !== 'list') {
    refuse(message('policy.merge.noList', { key: keyPath(keys) }), keys)
    return inherited
  }
  const listUnder = (key: string): readonly Sourced[] => {
    const node = own.entries.get(key)
    if (node === undefined) return []
    if (node.kind === 'list') return node.items
    refuse(message('policy.merge.operand', { key }), node.source.keys)
    return []
  }
  const removals = listUnder(remove)
  const items = inherited?.items ?? []
  for (const entry of removals)
    if (!items.some(item => names(entry, item)))
      tell({ message: message('policy.merge.absent', {}), keys: entry.source.keys, warning: true })
  const kept = items.filter(item => !removals.some(entry => names(entry, item)))
  return { kind: 'list', items: [...kept, ...listUnder(append)], source: own.source }
}

/** An entry is named by its value, or by its `id` or `name`. */
function names(entry: Sourced, item: Sourced): boolean {
  const [wanted, value] = [plain(entry), plain(item)]
  if (JSON.stringify(wanted) === JSON.stringify(value)) return true
  if (item.kind !== 'mapping' || typeof wanted !== 'string') return false
  return idOf(item) === wanted
}

function idOf(item: Sourced): unknown {
  const id = item.kind === 'mapping' ? (item.entries.get('id') ?? item.entries.get('name')) : undefined
  return id === undefined ? undefined : plain(id)
}
