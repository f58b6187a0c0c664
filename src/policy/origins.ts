import { type Layer, lineIn } from './layers.ts'
import { type Sourced, sourceAt } from './merge.ts'
import { keyPath } from './text.ts'

/** Where an effective value comes from. */
export type Origin =
  /** Nobody wrote it. */
  | { readonly layer: 'default' }
  | { readonly layer: 'own'; readonly path: string; readonly line: number }
  /** Of a file that the policy extends; `path` and `sha` are of its repository. */
  | {
      readonly layer: 'shared'
      readonly reference: string
      readonly path: string
      readonly sha: string
      readonly line: number
    }

/** Of the value at a key path; entries of lists stand under their position or their id. */
export type OriginOf = (keys: readonly PropertyKey[]) => Origin

export interface ValueWithOrigin {
  readonly keys: readonly PropertyKey[]
  /** `gates.coverage.project.min` */
  readonly keyPath: string
  /** A single value, or an empty list or mapping. */
  readonly value: unknown
  readonly origin: Origin
}

export function originIn(root: Sourced, layers: readonly Layer[]): OriginOf {
  return keys => {
    const source = sourceAt(root, keys)
    const layer = layers[source.layer]
    if (!source.exact || layer === undefined) return { layer: 'default' }
    const line = lineIn(layer, source.keys, 'key')
    const { reference, name, path, sha } = layer
    return reference === null ? { layer: 'own', path, line } : { layer: 'shared', reference: name, path, sha, line }
  }
}

export function valuesOf(
  value: unknown,
  originOf: OriginOf,
  keys: readonly PropertyKey[] = [],
): readonly ValueWithOrigin[] {
  const children: readonly (readonly [PropertyKey, unknown])[] = Array.isArray(value)
    ? value.map((entry, i) => [i, entry] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).filter(([, child]) => child !== undefined)
      : []
  if (children.length > 0) return children.flatMap(([key, child]) => valuesOf(child, originOf, [...keys, key]))
  return [{ keys, keyPath: keyPath(keys), value, origin: originOf(keys) }]
}
