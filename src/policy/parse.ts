import { createHash } from 'node:crypto'
import { type Message, message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'
import { crossCheck, type KeyedProblem, valueAt } from './cross-check.ts'
import { type Effective, type LayerProblem, layOver } from './effective.ts'
import { fill } from './fill.ts'
import { problemsOf, versionMessage } from './issues.ts'
import { type ExtendsContext, type Layer, layersOf, lineIn, ownLayer, placeIn } from './layers.ts'
import { plain, type Source, sourceAt } from './merge.ts'
import { type OriginOf, originIn, type ValueWithOrigin, valuesOf } from './origins.ts'
import type { PolicyProblem } from './problem.ts'
import { type Policy, policySchema } from './schema.ts'
import { visible } from './text.ts'
import type { PlacedProblem } from './yaml.ts'

export type { PolicyProblem, ProblemCode } from './problem.ts'

export interface ParsedPolicy {
  /** With everything that it inherits, default values filled in. */
  readonly policy: Policy
  readonly path: string
  /** Of the file's bytes; with inherited files, of the digests of all of them in order. Lower-case hex. */
  readonly sha256: string
  readonly warnings: readonly PolicyProblem[]
  /** The files that it inherits from, those that say less first. */
  readonly inherited: readonly InheritedFile[]
  /** Where the effective value at a key path was written. */
  readonly originOf: OriginOf
  /** Every single value of the effective policy in its order, with where it was written. */
  readonly values: () => readonly ValueWithOrigin[]
}

export interface InheritedFile {
  /** `owner/repository//path@ref`, as problems name the file. */
  readonly reference: string
  readonly path: string
  /** Commit that it was read at; empty where there is none. */
  readonly sha: string
  readonly sha256: string
}

/**
 * Reads a policy file as it stands at one commit, with what it extends (`shared`, see `readShared`). Every problem is
 * reported, sorted by place; one is enough for there to be no policy, and the caller fails closed. A path that ends in
 * `.json` must also be JSON.
 */
export function parsePolicy(
  bytes: Uint8Array | string,
  path: string,
  context: ExtendsContext,
): Result<ParsedPolicy, readonly PolicyProblem[]> {
  const own = ownLayer(bytes, path)
  const { layers, problems } = layersOf(own, context)
  const textual = layers.flatMap(layer => textProblems(layer).map(problem => placeIn(layer, problem)))
  // Without a file that is extended, what the rest says about its gaps is noise.
  if (problems.length > 0 || layers.some(({ content }) => isEmpty(content.value)))
    return err(sorted(layers, [...textual, ...problems]))
  const effective = layOver(layers)
  const found = [...textual, ...check(effective, layers, context.owner)]
  const parsed = policySchema.safeParse(plain(effective.root))
  if (found.length > 0 || !parsed.success) return err(sorted(layers, found))
  const policy = parsed.data
  const originOf = originIn(effective.root, layers)
  return ok({
    policy,
    path,
    sha256: digestOf(layers),
    warnings: sorted(layers, [
      ...layers.flatMap(layer => layer.content.warnings.map(warning => placeIn(layer, warning))),
      ...effective.warnings.map(warning => atSource(layers, warning)),
    ]),
    inherited: layers.flatMap(({ reference, name, path, sha, sha256 }) =>
      reference === null ? [] : [{ reference: name, path, sha, sha256 }],
    ),
    originOf,
    values: () => valuesOf(fill(policySchema, policy), originOf),
  })
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null

function textProblems({ content }: Layer): readonly PlacedProblem[] {
  if (content.problems.length > 0 || !isEmpty(content.value)) return content.problems
  return [{ code: 'CFG-EMPTY', message: message('policy.empty', {}), offset: 0, keys: [] }]
}

/** One file: its own digest, so that what was signed under it holds on. */
function digestOf(layers: readonly Layer[]): string {
  const digests = layers.map(layer => layer.sha256)
  const [only = '', ...more] = digests
  return more.length === 0 ? only : createHash('sha256').update(JSON.stringify(digests)).digest('hex')
}

/** What is wrong with the policy as a whole, each where it was written. */
function check(effective: Effective, layers: readonly Layer[], owner: string): readonly PolicyProblem[] {
  const { root } = effective
  const value = plain(root)
  const lineOf = (keys: readonly PropertyKey[]) => {
    const source = sourceAt(root, keys)
    const layer = layers[source.layer]
    return layer === undefined ? 1 : lineIn(layer, source.keys)
  }
  const parsed = policySchema.safeParse(value)
  const keyed = [
    ...crossCheck(value, { owner, lineOf }),
    ...(parsed.success ? [] : problemsOf(parsed.error.issues, policySchema, value)),
  ]
  const found: readonly (LayerProblem & { readonly key?: true })[] = [
    ...effective.problems,
    ...keyed.map(problem => ({
      ...discreet(problem, layers),
      source: sourceAt(root, problem.keys),
      ...(isAboutKey(problem, value) ? { key: true as const } : {}),
    })),
    ...layers.flatMap(oddNumbers),
  ]
  return withoutEchoes(found, layers).map(problem => atSource(layers, problem))
}

function atSource(layers: readonly Layer[], problem: LayerProblem & { readonly key?: true }): PolicyProblem {
  const { code, message: told, source } = problem
  const layer = layers[source.layer]
  if (layer === undefined) throw new Error('a problem of no layer')
  const offset = layer.content.places.offset(source.keys, problem.key ? 'key' : 'value')
  return placeIn(layer, { code, message: told, keys: source.keys, offset })
}

const isAboutKey = (problem: KeyedProblem, value: unknown): boolean =>
  problem.code === 'CFG-UNKNOWN' || (problem.code === 'CFG-ID' && typeof valueAt(value, problem.keys) !== 'string')

/** Names that another file gave are not listed where not everybody may read that file (security.md T-05). */
function discreet(problem: KeyedProblem, layers: readonly Layer[]): { code: KeyedProblem['code']; message: Message } {
  const { code, message: told } = problem
  const lists = code !== 'CFG-UNKNOWN' && 'known' in told.params
  if (!lists || layers.every(layer => layer.isPublic)) return { code, message: told }
  return { code, message: { ...told, params: { ...told.params, known: [], suggestion: null } } }
}

/** One problem per place: the first one that was found explains it, and a text that could not be read before all. */
function withoutEchoes<P extends LayerProblem>(problems: readonly P[], layers: readonly Layer[]): readonly P[] {
  const placeOf = (layer: number, keys: readonly PropertyKey[], code: string) =>
    JSON.stringify(keys.length === 0 ? [layer, code] : [layer, keys])
  const seen = new Set(
    layers.flatMap(({ content }, i) => content.problems.map(({ keys, code }) => placeOf(i, keys, code))),
  )
  return problems.filter(({ source, code }) => {
    const id = placeOf(source.layer, source.keys, code)
    return seen.has(id) ? false : seen.add(id)
  })
}

function oddNumbers({ content }: Layer, layer: number): readonly LayerProblem[] {
  return content.oddNumbers.map(({ keys, source: text, value }) => {
    const source: Source = { layer, keys }
    return keys.length === 1 && keys[0] === 'version'
      ? { code: 'CFG-VERSION', message: versionMessage({ kind: 'number', value: visible(text) }), source }
      : {
          code: 'CFG-TYPE',
          message: message('policy.number', { got: visible(text), value: plainNumber(value) }),
          source,
        }
  })
}

const plainNumber = (value: number): string | null =>
  Number.isFinite(value) && Math.abs(value) < 1e15 ? String(value + 0) : null

/** The policy's own problems first, then file by file. */
function sorted(layers: readonly Layer[], problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  const names = layers.map(layer => layer.name).reverse()
  const rank = ({ path }: PolicyProblem) => names.indexOf(path)
  return [...problems].sort(
    (a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1),
  )
}
