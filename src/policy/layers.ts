import { createHash } from 'node:crypto'
import { type Message, message } from '../locales/message.ts'
import { decode } from './decode.ts'
import { jsonProblem } from './json.ts'
import type { PolicyProblem, ProblemCode } from './problem.ts'
import { parseReference, type Reference, referenceKey, showReference } from './reference.ts'
import { maxExtends } from './schema.ts'
import { choosePolicyFile, fileProblem, type PolicyFile, policyPaths } from './search.ts'
import { keyPath, lineIndex, type Position, visible } from './text.ts'
import { type PlacedProblem, Places, readYaml, type YamlContent } from './yaml.ts'

/** Files between a policy and the last one that it extends, and all of them together. */
export const extendsLimits = { depth: 3, files: 10 } as const

/** What stands at a reference, as whoever may ask found it. */
export type SharedRead =
  | {
      readonly state: 'present'
      /** Commit that was read; empty where there is none. */
      readonly sha: string
      /** Whether everybody may read the repository. What is not public is never quoted. */
      readonly isPublic: boolean
      /** What is there of the paths that were asked for. */
      readonly entries: readonly PolicyFile[]
    }
  | {
      readonly state: 'unread'
      readonly why: 'absent' | 'permission' | 'no-answer' | 'not-asked' | 'not-public'
      readonly detail: string
    }

/** By `referenceKey`. */
export type SharedFiles = ReadonlyMap<string, SharedRead>

export interface ExtendsContext {
  /** Login of the repository's owner: only its repositories can be extended. */
  readonly owner: string
  /** Which repositories of the owner. Left out: all. */
  readonly mayExtend?: (reference: Reference) => boolean
  readonly shared?: SharedFiles
}

/** One file of a policy, read as text and not yet judged. */
export interface Layer {
  /** `null`: the policy itself. */
  readonly reference: Reference | null
  /** As problems and origins name it. */
  readonly name: string
  /** Inside its repository. */
  readonly path: string
  readonly sha: string
  /** Of its bytes, lower-case hex. */
  readonly sha256: string
  readonly isPublic: boolean
  readonly content: YamlContent
  readonly position: (offset: number) => Position
}

export interface Layers {
  /** In the order in which they are laid over each other, the policy itself last. */
  readonly layers: readonly Layer[]
  readonly problems: readonly PolicyProblem[]
  /** Everything that is referred to, read or not. */
  readonly references: readonly Reference[]
  /** References that nobody has looked up so far. */
  readonly missing: readonly Reference[]
}

/** Looks up everything that a policy extends, level by level. `read` is never asked for what may not be extended. */
export async function readShared(
  own: Uint8Array | string,
  context: ExtendsContext,
  read: (reference: Reference) => Promise<SharedRead>,
): Promise<SharedFiles> {
  const shared = new Map(context.shared)
  let asked = 0
  for (let level = 0; level <= extendsLimits.depth; level += 1) {
    const { missing } = layersOf(ownLayer(own, ''), { ...context, shared })
    if (missing.length === 0) break
    for (const reference of missing.slice(0, extendsLimits.files - asked)) {
      asked += 1
      shared.set(referenceKey(reference), await read(reference))
    }
  }
  return shared
}

/** The policy's own file. */
export const ownLayer = (bytes: Uint8Array | string, path: string): Layer =>
  layer(bytes, { reference: null, name: path, path, sha: '', isPublic: true })

function layer(
  bytes: Uint8Array | string,
  origin: Pick<Layer, 'reference' | 'name' | 'path' | 'sha' | 'isPublic'>,
): Layer {
  const file = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const sha256 = createHash('sha256').update(file).digest('hex')
  const text = decode(file)
  if (text.ok) {
    const json = origin.path.endsWith('.json') ? jsonProblem(text.value) : undefined
    const content = json === undefined ? readYaml(text.value) : unreadable(json)
    return { ...origin, sha256, content, position: lineIndex(text.value) }
  }
  const { before, ...problem } = text.error
  return { ...origin, sha256, content: unreadable({ ...problem, keys: [] }), position: lineIndex(before) }
}

const unreadable = (problem: PlacedProblem): YamlContent => ({
  value: undefined,
  problems: [problem],
  warnings: [],
  places: new Places(),
  writtenNull: () => false,
  oddNumbers: [],
})

/** Every file that a policy consists of; of what cannot be used, why. */
export function layersOf(own: Layer, context: ExtendsContext): Layers {
  const layers: Layer[] = []
  const problems: PolicyProblem[] = []
  const missing = new Map<string, Reference>()
  const looked = new Map<string, Reference>()

  const visit = (file: Layer, chain: readonly string[], keys: readonly string[]): void => {
    const at = (code: ProblemCode, told: Message, i: readonly PropertyKey[]): PolicyProblem =>
      placeIn(file, {
        code,
        message: told,
        keys: ['extends', ...i],
        offset: file.content.places.offset(['extends', ...i]),
      })
    const refuse = (told: Message, i: readonly PropertyKey[]) => problems.push(at('CFG-EXTENDS', told, i))
    for (const { entry, at: i } of entriesOf(file.content.value)) {
      const parsed = referenceIn(entry, context)
      if (!parsed.ok) {
        refuse(parsed.error, i)
        continue
      }
      const reference = parsed.value
      const key = referenceKey(reference)
      const named = [...chain, showReference(reference)]
      if (keys.includes(key)) refuse(message('policy.extends.cycle', { chain: named }), i)
      else if (keys.length >= extendsLimits.depth)
        refuse(message('policy.extends.depth', { chain: named, limit: extendsLimits.depth }), i)
      else if (looked.has(key)) continue
      else if (looked.size >= extendsLimits.files)
        refuse(message('policy.extends.many', { limit: extendsLimits.files }), i)
      else {
        looked.set(key, reference)
        const read = context.shared?.get(key)
        if (read === undefined) missing.set(key, reference)
        const found = fileAt(reference, read, named)
        if (!found.ok) {
          const problem = found.ofFile
            ? fileProblem(found.code, found.message, showReference(reference))
            : at(found.code, found.message, i)
          problems.push({ ...problem, ...(found.unread ? { unread: true } : {}) })
        } else {
          visit(found.layer, named, [...keys, key])
          layers.push(found.layer)
        }
      }
    }
  }

  visit(own, [own.path], [])
  return {
    layers: [...layers, own],
    problems,
    references: [...looked.values()],
    missing: [...missing.values()],
  }
}

interface Entry {
  readonly entry: unknown
  /** Inside `extends`. */
  readonly at: readonly PropertyKey[]
}

function entriesOf(value: unknown): readonly Entry[] {
  if (typeof value !== 'object' || value === null || !('extends' in value)) return []
  const entries: unknown = value.extends
  return Array.isArray(entries)
    ? entries.slice(0, maxExtends).map((entry, i) => ({ entry, at: [i] }))
    : [{ entry: entries, at: [] }]
}

function referenceIn(entry: unknown, { owner, mayExtend }: ExtendsContext) {
  const text = typeof entry === 'string' ? entry : JSON.stringify(entry)
  const parsed = parseReference(text, owner)
  if (!parsed.ok || mayExtend === undefined || mayExtend(parsed.value)) return parsed
  const got = `${parsed.value.owner}/${parsed.value.repository}`
  return {
    ok: false,
    error: message('policy.extends.refused', { got: visible(got), reason: 'allowed', owner }),
  } as const
}

type Found =
  | { readonly ok: true; readonly layer: Layer }
  | {
      readonly ok: false
      readonly code: ProblemCode
      readonly message: Message
      readonly unread: boolean
      /** It is about the file as a whole, else about the reference to it. */
      readonly ofFile: boolean
    }

function fileAt(reference: Reference, read: SharedRead | undefined, chain: readonly string[]): Found {
  const repository = `${reference.owner}/${reference.repository}`
  const refused = (code: ProblemCode, told: Message, ofFile: boolean): Found => ({
    ok: false,
    code,
    message: told,
    unread: false,
    ofFile,
  })
  const unread = (told: Message): Found => ({ ...refused('CFG-EXTENDS', told, false), unread: true }) as Found
  if (read === undefined)
    return unread(message('policy.extends.unread', { chain, repository, why: 'not-asked', detail: '' }))
  if (read.state === 'unread') {
    const { why, detail } = read
    return unread(message('policy.extends.unread', { chain, repository, why, detail }))
  }
  const places = pathsOf(reference)
  const chosen = choosePolicyFile(
    reference.path === null ? read.entries : read.entries.map(entry => ({ ...entry, path: policyPaths[0] })),
  )
  if (!chosen.ok) return refused(chosen.error.code, chosen.error.message, true)
  if (chosen.value === null) return refused('CFG-EXTENDS', message('policy.extends.missing', { chain, places }), false)
  const path = reference.path ?? chosen.value.path
  if (chosen.value.text === null)
    return refused('CFG-FILE', message('unknown.malformed', { what: showReference(reference) }), true)
  const name = showReference({ ...reference, path })
  const origin = { reference, name, path, sha: read.sha, isPublic: read.isPublic }
  return { ok: true, layer: layer(chosen.value.text, origin) }
}

/** Where the file of a reference may stand in its repository. */
export const pathsOf = ({ path }: Pick<Reference, 'path'>): readonly string[] => (path === null ? policyPaths : [path])

/** Line of the value at a key path of the file, or of what is around it. */
export const lineIn = ({ content, position }: Layer, keys: readonly PropertyKey[], prefer?: 'key'): number =>
  position(content.places.offset(keys, prefer)).line

/** A problem at its place; of a file that not everybody may read, nothing but the line and the kind (security.md T-05). */
export function placeIn({ name, isPublic, position }: Layer, problem: PlacedProblem): PolicyProblem {
  const { code, message: told, offset, keys } = problem
  const place = { path: name, ...position(offset) }
  return isPublic || outspoken.includes(told.code)
    ? { code, message: told, ...place, keyPath: keyPath(keys) }
    : { code, message: message('policy.shared.hidden', { code }), ...place, keyPath: '' }
}

/** What they say is of references only, which have been read and found to be of the owner. */
const outspoken: readonly string[] = [
  'policy.extends.cycle',
  'policy.extends.depth',
  'policy.extends.many',
  'policy.extends.missing',
  'policy.extends.unread',
]
