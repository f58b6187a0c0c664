import type { ChangedContent } from '../model.ts'
import { readsOf, type TemplateLine } from '../readers/helm-template.ts'
import { otherSide, type Side, templateOf } from './templates.ts'

/** What a template on one side reads and asks, to tell what is new on the other. */
export interface Known {
  readonly reads: ReadonlySet<string>
  readonly guards: ReadonlySet<string>
  /** Helpers that changed files define on the other side only. */
  readonly missing: ReadonlySet<string>
}

export function knownOf(lines: readonly TemplateLine[], all: readonly ChangedContent[], side: Side): Known {
  const guards = new Set(lines.flatMap(line => line.guards))
  const reads = new Set([...lines.flatMap(line => line.reads), ...[...guards].flatMap(readsOf)])
  const definitions = all
    .filter(one => one.file.path.endsWith('.tpl'))
    .map(one => [templateOf(one, side).helpers, templateOf(one, otherSide(side)).helpers] as const)
  const missing = new Set(definitions.flatMap(([here, there]) => there.filter(name => !here.includes(name))))
  return { guards, reads, missing }
}

/** A line that new values decide on is part of what is said of those values. */
const isExplained = (line: TemplateLine, other: Known): boolean =>
  line.reads.some(path => !other.reads.has(path)) ||
  line.includes.some(name => other.missing.has(name)) ||
  line.guards.some(guard => readsOf(guard).length > 0 && !other.guards.has(guard))

/** Lines that only data of the deployer brings forth. */
const isData = (line: TemplateLine): boolean => line.guards.some(guard => /^(?:with|range)\b.*\.Values\./.test(guard))

/**
 * Whether the same object is rendered otherwise although no value changed: lines came or went that no new value explains.
 * A line that a new value explains also explains what it took the place of. `known`: `null` where no values changed.
 */
export function isRenderedOtherwise(
  before: readonly TemplateLine[],
  after: readonly TemplateLine[],
  known: Readonly<Record<Side, Known>> | null,
): boolean {
  const [gone, come] = [missingIn(before, after), missingIn(after, before)]
  const isNew = (side: Side) => (line: TemplateLine) => known !== null && isExplained(line, known[otherSide(side)])
  const explained = new Set([...gone.filter(isNew('before')), ...come.filter(isNew('after'))].map(keyOf))
  const remaining = [...gone, ...come].filter(line => !explained.has(keyOf(line)) && !isData(line))
  return remaining.length > 0
}

/** What a line is about: its key, its flag, or that it is one of a list. */
const keyOf = ({ text }: TemplateLine): string => /^(?:- )?[\w./-]+[:=]|^- /.exec(text)?.[0] ?? text

/** Lines of `here` that `there` has not, each as often as it is missing. */
function missingIn(here: readonly TemplateLine[], there: readonly TemplateLine[]): readonly TemplateLine[] {
  const left = new Map<string, number>()
  for (const { text } of there) left.set(text, (left.get(text) ?? 0) + 1)
  return here.filter(({ text }) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
}
