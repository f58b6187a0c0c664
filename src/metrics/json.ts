import type { ReportProblem } from '../coverage/format.ts'
import { JsonTokens, jsonLimits } from '../coverage/json.ts'
import { nearest } from '../policy/text.ts'
import { err, ok, type Result } from '../result.ts'
import type { Found, MetricFormat } from './metric.ts'
import { parsePath, type ValuePath, writePath } from './path.ts'

/** Keys that are remembered for "did you mean", and how long they may be. */
const keyLimits = { count: 100, length: 60 } as const

/** Most places of one tokenizer: it tells known keys of one object apart by the bits of a number. */
const mostPaths = 15

/** Numbers of any JSON document, by path. */
export const json: MetricFormat = {
  id: 'json',
  title: 'JSON',
  check: value => {
    const path = parsePath(value)
    return path.ok ? undefined : path.error
  },
  read: (chunks, values) =>
    readJson(
      chunks,
      values.map(value => [pathOf(value)]),
    ),
}

function pathOf(value: string): ValuePath {
  const path = parsePath(value)
  if (!path.ok) throw new TypeError(`path not validated: ${JSON.stringify(value)}`)
  return path.value
}

/** Each wanted value with the places at which it may stand; the first that is there counts. */
export function readJson(
  chunks: Iterable<Uint8Array>,
  wanted: readonly (readonly ValuePath[])[],
): Result<readonly Found[], ReportProblem> {
  const searches = wanted.map(paths => paths.map(path => new Search(path)))
  const all = searches.flat()
  const passes = Array.from({ length: Math.ceil(all.length / mostPaths) }, (_, index) => {
    return new Pass(all.slice(index * mostPaths, (index + 1) * mostPaths))
  })
  for (const chunk of chunks) for (const pass of passes) pass.push(chunk)
  for (const pass of passes) pass.end()
  const [problem] = passes.flatMap(pass => pass.problem ?? [])
  return problem === undefined ? ok(searches.map(best)) : err(problem)
}

function best(searches: readonly Search[]): Found {
  const found = searches.find(search => search.isThere) ?? searches.toSorted((a, b) => b.reached - a.reached)[0]
  return found?.result() ?? err({ kind: 'missing', path: '', reached: '', found: 'object', near: null })
}

/** Follows one path through the document. */
class Search {
  readonly path: ValuePath
  /** Parts of the path that are there. */
  reached = 0
  private kind: JsonTokens['kind'] = 'object'
  private number = Number.NaN
  /** Keys beside the one that is not there. */
  private keys: string[] = []

  constructor(path: ValuePath) {
    this.path = path
  }

  get isThere(): boolean {
    return this.reached === this.path.length
  }

  see(depth: number, json: JsonTokens): void {
    if (depth < this.reached) return
    if (depth > this.reached) this.keys = []
    this.reached = depth
    this.kind = json.kind
    if (this.isThere) this.number = json.kind === 'number' ? json.number() + 0 : Number.NaN
  }

  asksForKeys(depth: number): boolean {
    return depth === this.reached && this.keys.length < keyLimits.count && typeof this.path[depth] === 'string'
  }

  seeKey(json: JsonTokens): void {
    const key = json.key()
    if (key.length <= keyLimits.length) this.keys.push(key)
  }

  result(): Found {
    if (this.isThere && Number.isFinite(this.number)) return ok(this.number)
    const path = writePath(this.path)
    if (this.isThere && this.kind === 'number') return err({ kind: 'range', path })
    if (this.isThere) return err({ kind: 'type', path, found: this.kind })
    const missing = this.path[this.reached]
    return err({
      kind: 'missing',
      path,
      reached: writePath(this.path.slice(0, this.reached)),
      found: this.kind,
      near: typeof missing === 'string' ? nearest(missing, this.keys) : null,
    })
  }
}

/** An object or list that is open: at which place, and how many items it has had. */
interface Frame {
  readonly place: number
  /** Position in the list around it. */
  readonly index: number
  items: number
}

/** One tokenizer and the paths that it follows. */
class Pass {
  private readonly json: JsonTokens
  private readonly places: readonly (readonly string[])[]
  private readonly searches: readonly Search[]
  private readonly frames: Frame[] = []

  constructor(searches: readonly Search[]) {
    this.searches = searches
    const known = new Map<string, readonly string[]>()
    for (const { path } of searches) {
      const parts = path.map(part => (typeof part === 'number' ? '[]' : part))
      for (let length = 0; length <= parts.length; length++) {
        const prefix = parts.slice(0, length)
        known.set(JSON.stringify(prefix), prefix)
        if (typeof path[length] === 'string') known.set(JSON.stringify([...prefix, '*']), [...prefix, '*'])
      }
    }
    this.places = [...known.values()]
    this.json = new JsonTokens(this.places, false, true)
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && !this.json.problem; at += jsonLimits.slice) {
      this.json.feed(chunk.subarray(at, at + jsonLimits.slice))
      this.read()
    }
  }

  /** Space behind the document is none of its own, and lets the tokenizer see where the last token ends. */
  end(): void {
    this.push(new TextEncoder().encode('   '))
    this.json.finish()
  }

  get problem(): ReportProblem | undefined {
    return this.json.problem
  }

  private read(): void {
    for (;;) {
      const token = this.json.next()
      if (token === 'open') this.frames.push({ place: this.json.place, index: this.see(), items: 0 })
      else if (token === 'value') this.see()
      else if (token === 'close') this.frames.pop()
      else return
    }
  }

  /** Tells the searches of a value, and gives its position in the list around it. */
  private see(): number {
    const place = this.places[this.json.place] ?? []
    const above = this.frames.at(-1)
    const index = place.at(-1) === '[]' && above !== undefined ? above.items++ : -1
    const isOther = place.at(-1) === '*'
    const depth = isOther ? place.length - 1 : place.length
    for (const search of this.searches) {
      if (isOther && !search.asksForKeys(depth)) continue
      if (!this.leadsTo(search.path, place, depth, index)) continue
      if (isOther) search.seeKey(this.json)
      else search.see(depth, this.json)
    }
    return index
  }

  private leadsTo(path: ValuePath, place: readonly string[], depth: number, index: number): boolean {
    for (let at = 0; at < depth; at++) {
      const isLast = at === depth - 1 && index >= 0
      const there = place[at] === '[]' ? (isLast ? index : this.frames[at + 1]?.index) : place[at]
      if (path[at] !== there) return false
    }
    return true
  }
}
