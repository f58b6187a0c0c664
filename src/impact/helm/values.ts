import type { ChangedContent } from '../model.ts'
import { at, documentTexts, readDocument, textOf, type YamlNode } from '../yaml.ts'

/** Defaults of a chart on both sides; `null`: none, or not readable. */
export interface ChartValues {
  readonly before: YamlNode | null
  readonly after: YamlNode | null
}

/** `null`: `values.yaml` did not change, so that nobody can tell what it says. */
export function chartValues(chart: string, all: readonly ChangedContent[]): ChartValues | null {
  const path = chart === '' ? 'values.yaml' : `${chart}/values.yaml`
  const change = all.find(one => one.file.path === path)
  return change === undefined ? null : { before: read(change.before), after: read(change.after) }
}

const read = (text: string | null): YamlNode | null => {
  const document = text === null ? undefined : documentTexts(text).find(one => /^[^\s#]/m.test(one.text))
  return document === undefined ? null : readDocument(document)
}

/** Whether the path stands in the defaults of the chart, or something that may hold it. */
export function tells(root: YamlNode | null, path: readonly string[]): boolean {
  if (root === null) return true
  for (let length = 1; length <= path.length; length++) {
    const node = at(root, ...path.slice(0, length))
    if (node === undefined) return false
    if (node.kind !== 'map' || node.entries.size === 0) return true
  }
  return true
}

/** Whether an `if` takes the default for false. */
export function isOff(root: YamlNode | null, path: string): boolean {
  const node = at(root, ...path.split('.'))
  if (node === undefined) return false
  if (node.kind === 'map') return node.entries.size === 0
  return node.kind === 'list' ? node.items.length === 0 : ['', 'false', '0'].includes(textOf(node) ?? '')
}
