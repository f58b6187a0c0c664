import type { ChangedContent, Impact, ImpactKind } from './model.ts'
import { compare, type Stated } from './stated.ts'
import { canonical, type YamlEntry, type YamlNode } from './yaml.ts'

interface Sides {
  readonly before: YamlNode | null
  readonly after: YamlNode | null
}

type Entries = ReadonlyMap<string, YamlEntry>
const none: Entries = new Map()

/** Settings of a tree by their dotted paths. What is on one side only is stated by its top, lists as a whole. */
export function compareTrees(change: ChangedContent, { before, after }: Sides, kind: ImpactKind): readonly Impact[] {
  const [olds, news]: [Stated[], Stated[]] = [[], []]
  const visit = (old: Entries, now: Entries, path: readonly string[]) => {
    for (const [key, entry] of old) {
      const other = now.get(key)
      const here = [...path, key]
      if (other !== undefined && isBranch(entry.node) && isBranch(other.node)) {
        visit(entry.node.entries, other.node.entries, here)
        continue
      }
      olds.push(setting(kind, here, entry))
      if (other !== undefined) news.push(setting(kind, here, other))
    }
    for (const [key, entry] of now) if (!old.has(key)) news.push(setting(kind, [...path, key], entry))
  }
  visit(entries(before), entries(after), [])
  return compare(change, olds, news)
}

const entries = (node: YamlNode | null): Entries => (node?.kind === 'map' ? node.entries : none)

const isBranch = (node: YamlNode): node is Extract<YamlNode, { kind: 'map' }> =>
  node.kind === 'map' && node.entries.size > 0

function setting(kind: ImpactKind, path: readonly string[], { node, line }: YamlEntry): Stated {
  const text = canonical(node)
  const shown = node.kind === 'scalar' ? (node.isNull ? '' : node.text) : isPlain(node) ? text : null
  return { kind, key: path.join('.'), value: /^(?:null|\{\}|\[\]|"")$/.test(text) ? '' : text, shown, line }
}

/** Lists of scalars can be shown; whatever has keys may hold a secret under one of them. */
const isPlain = (node: YamlNode): boolean => node.kind === 'list' && node.items.every(item => item.kind === 'scalar')
