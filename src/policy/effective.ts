import { type Message, message } from '../locales/message.ts'
import { valueAt } from './cross-check.ts'
import { type Difference, differences, show, shownKey } from './diff.ts'
import { fill } from './fill.ts'
import { describe } from './issues.ts'
import { type Layer, lineIn } from './layers.ts'
import { allowedInstead, broken, type Lock, parseLock } from './locks.ts'
import { merge, plain, type Source, type Sourced, sourceAt, sourced } from './merge.ts'
import type { ProblemCode } from './problem.ts'
import { policySchema } from './schema.ts'

type Keys = readonly PropertyKey[]

/** A problem of one layer, by the key path in its own file. */
export interface LayerProblem {
  readonly code: ProblemCode
  readonly message: Message
  readonly source: Source
}

export interface Effective {
  /** All layers in one, not yet judged as a whole. */
  readonly root: Sourced
  readonly problems: readonly LayerProblem[]
  readonly warnings: readonly LayerProblem[]
}

/** Lays the files of a policy over each other, in order; each must keep to the locks of those before it. */
export function layOver(layers: readonly Layer[]): Effective {
  const problems: LayerProblem[] = []
  const warnings: LayerProblem[] = []
  const locks: Lock[] = []
  let root = sourced(undefined, 0)
  for (const [layer, { content }] of layers.entries()) {
    const own = sourced(content.value, layer)
    if (layer === 0) root = own
    else {
      const before = root
      root = over(before, own, {
        deletes: content.writtenNull,
        tell: ({ message: told, keys, warning }) =>
          (warning ? warnings : problems).push({ code: 'CFG-MERGE', message: told, source: { layer, keys } }),
      })
      problems.push(
        ...versionProblem(before, own, layers),
        ...lockProblems({ before, own, after: root }, locks, layers),
      )
    }
    locks.push(...locksIn(content.value))
    if (own.kind !== 'mapping' && layer < layers.length - 1) problems.push(noMapping(content.value, own.source))
  }
  return { root, problems, warnings }
}

function over(before: Sourced, own: Sourced, context: Parameters<typeof merge>[2]): Sourced {
  return withLocks(merge(withoutOwnKeys(before), own, context) ?? own, before)
}

/** Of an inherited file; that the policy itself is no mapping is seen when it is judged as a whole. */
const noMapping = (value: unknown, source: Source): LayerProblem => ({
  code: 'CFG-TYPE',
  message: message('policy.type', { got: describe(value), expected: 'mapping', hint: null }),
  source,
})

interface Step {
  readonly before: Sourced
  readonly own: Sourced
  readonly after: Sourced
}

function lockProblems(step: Step, locks: readonly Lock[], layers: readonly Layer[]): readonly LayerProblem[] {
  if (locks.length === 0) return []
  const [from, to] = [step.before, step.after].map(node => fill(policySchema, plain(withoutOwnKeys(node))))
  return broken(differences(from, to), locks).map(difference => ({
    code: 'CFG-LOCKED',
    message: lockedMessage(step, difference, layers),
    source: writtenBy(step, difference.keys),
  }))
}

/** A whole mapping tells nobody what is wrong with it. */
const single = (value: unknown): string | null =>
  typeof value === 'object' && !Array.isArray(value) ? null : show(value)

function lockedMessage({ before, own }: Step, difference: Difference, layers: readonly Layer[]): Message {
  const inherited = sourceAt(before, difference.keys)
  const file = layers[inherited.layer]
  const from = file === undefined ? '' : `${file.name}:${lineIn(file, inherited.keys)}`
  const shown = { from, own: single(difference.to) ?? (difference.to === undefined ? null : '{…}') }
  if (file?.isPublic !== true) {
    const key = shownKey(writtenPart(own, difference.keys))
    return message('policy.locked', { ...shown, key, inherited: null, allowed: { kind: 'same' } })
  }
  return message('policy.locked', {
    ...shown,
    key: shownKey(difference.keys),
    inherited: single(difference.from),
    allowed: allowedInstead(difference),
  })
}

/** Where the file wrote the value, or what made it go. */
function writtenBy({ own, after }: Step, keys: Keys): Source {
  const written = sourceAt(after, keys)
  if (written.exact && written.layer === own.source.layer) return written
  return { layer: own.source.layer, keys: writtenPart(own, keys) }
}

/** As much of a key path as the file itself writes. */
function writtenPart(own: Sourced, keys: Keys): Keys {
  let length = keys.length
  while (length > 0 && !sourceAt(own, keys.slice(0, length)).exact) length -= 1
  return keys.slice(0, length)
}

function versionProblem(before: Sourced, own: Sourced, layers: readonly Layer[]): readonly LayerProblem[] {
  const [inherited, version] = [before, own].map(node => valueAt(plain(node), ['version']))
  const source = { layer: own.source.layer, keys: ['version'] }
  if (version === undefined)
    return [{ code: 'CFG-REQUIRED', message: message('policy.required', { key: 'version' }), source }]
  if (version === inherited || inherited === undefined) return []
  const from = layers[sourceAt(before, ['version']).layer]
  const params = { inherited: from?.isPublic === true ? String(inherited) : '?', from: from?.name ?? '' }
  return [{ code: 'CFG-VERSION', message: message('policy.version.differs', params), source }]
}

function locksIn(value: unknown): readonly Lock[] {
  const locked = valueAt(value, ['locked'])
  return Array.isArray(locked) ? locked.flatMap(text => readLock(text)) : []
}

function readLock(text: unknown): readonly Lock[] {
  const lock = typeof text === 'string' ? parseLock(text) : null
  return lock === null ? [] : [lock]
}

/** `extends` and `locked` are said by each file for itself. */
function withoutOwnKeys(node: Sourced): Sourced {
  if (node.kind !== 'mapping') return node
  return { ...node, entries: new Map([...node.entries].filter(([key]) => key !== 'extends' && key !== 'locked')) }
}

/** Locks add up: nobody can take out what another file has locked. What is no list stays, and is refused. */
function withLocks(merged: Sourced, before: Sourced): Sourced {
  const inherited = before.kind === 'mapping' ? before.entries.get('locked') : undefined
  if (merged.kind !== 'mapping' || inherited === undefined) return merged
  const own = merged.entries.get('locked')
  if (own !== undefined && own.kind !== 'list') return merged
  return { ...merged, entries: new Map([...merged.entries, ['locked', together(inherited, own)]]) }
}

function together(inherited: Sourced, own: Extract<Sourced, { kind: 'list' }> | undefined): Sourced {
  if (inherited.kind !== 'list') return inherited
  const items = [...inherited.items, ...(own?.items ?? [])]
  const distinct = items.filter((item, i) => items.findIndex(other => plain(other) === plain(item)) === i)
  return { ...(own ?? inherited), items: distinct }
}
