import type { ChangedFile } from '../facts/facts.ts'
import type { ChangedContent, Impact, ImpactKind } from './model.ts'

/** Something that holds on one side of a change. Both sides stated, `compare` tells what became of it. */
export interface Stated {
  readonly kind: ImpactKind
  readonly key: string
  /** What is compared: one text for one effective value. */
  readonly value: string
  /** What may be shown of it, where that is not `value`. */
  readonly shown?: string | null
  readonly line: number
  /** Taking it away loses data. */
  readonly losesData?: boolean
  /** Having it, or having it changed, loses data. */
  readonly destroys?: boolean
}

/** What was added, removed and changed. The same key stated several times counts once, with all its values. */
export function compare(
  { file }: Pick<ChangedContent, 'file'>,
  before: readonly Stated[],
  after: readonly Stated[],
): readonly Impact[] {
  const [olds, news] = [byFact(before), byFact(after)]
  const impacts: Impact[] = []
  for (const [fact, now] of news) {
    const old = olds.get(fact)
    if (old === undefined) impacts.push(impact(file, 'added', null, now[0]))
    else if (valuesOf(old) !== valuesOf(now)) impacts.push(impact(file, 'changed', odd(old, now), odd(now, old)))
  }
  for (const [fact, old] of olds)
    if (!news.has(fact)) impacts.push(impact(file, 'removed', old.find(one => one.losesData === true) ?? old[0], null))
  return impacts
}

type AtLeastOne = [Stated, ...Stated[]]

function byFact(stated: readonly Stated[]): ReadonlyMap<string, AtLeastOne> {
  const map = new Map<string, AtLeastOne>()
  for (const one of stated) {
    const fact = JSON.stringify([one.kind, one.key])
    const earlier = map.get(fact)
    if (earlier === undefined) map.set(fact, [one])
    else earlier.push(one)
  }
  return map
}

const valuesOf = (stated: AtLeastOne): string => JSON.stringify([...new Set(stated.map(one => one.value))].toSorted())

/** The first that the other side does not have. */
function odd(here: AtLeastOne, there: AtLeastOne): Stated {
  const values = new Set(there.map(one => one.value))
  return here.find(one => !values.has(one.value)) ?? here[0]
}

type Sides = [direction: 'added', from: null, to: Stated] | ['removed', Stated, null] | ['changed', Stated, Stated]

function impact(file: ChangedFile, ...[direction, from, to]: Sides): Impact {
  const stated = to ?? from
  return {
    kind: stated.kind,
    key: cut(stated.key),
    direction,
    destructive: (to === null ? from.losesData : to.destroys) === true,
    file: to === null && file.status === 'renamed' ? (file.previousPath ?? file.path) : file.path,
    line: stated.line,
    ...values(from, to),
  }
}

/** Where what may be shown is the same on both sides, it is not what changed. */
function values(from: Stated | null, to: Stated | null): Pick<Impact, 'from' | 'to'> {
  const [old, now] = [from === null ? null : shown(from), to === null ? null : shown(to)]
  return old === now ? { from: null, to: null } : { from: old, to: now }
}

const maxLength = 120

/** Values longer than this are cut; keys likewise, since a pull request chooses them. */
const cut = (text: string): string => (text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`)

const secretKey = /pass|secret|token|key|credential|private|salt|cookie|dsn|signature|auth/i
const secretValue =
  /(?:passw|secret|token|api[-_]?key|credential)\w*["']?\s*[=:]|:\/\/[^/\s]*@|-----BEGIN|\bAKIA[A-Z0-9]{12}/i

function shown({ key, value, shown: text = value }: Stated): string | null {
  if (text === null || secretKey.test(key) || secretValue.test(text)) return null
  return cut(text.replace(/\s+/g, ' ').trim())
}
