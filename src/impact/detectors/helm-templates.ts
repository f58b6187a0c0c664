import { keepsData } from '../kubernetes.ts'
import type { ChangedContent, Detector, Impact } from '../model.ts'
import { isShipped } from '../paths.ts'
import { readsOf, readTemplate, type TemplateLine, type TemplateObject } from '../readers/helm-template.ts'
import { compare, type Stated } from '../stated.ts'
import { at, documentTexts, readDocument, textOf, type YamlNode } from '../yaml.ts'

/** Folder of the chart that a template belongs to; `null`: no template. */
const chartOf = (path: string): string | null =>
  /^(?:(.+)\/)?templates\/.+\.(?:ya?ml|tpl)$/
    .exec(path)
    ?.slice(1)
    .map(folder => folder ?? '')[0] ?? null

const maxLength = 600_000

/**
 * Templates of charts, which are text and not YAML yet: objects that come and go, lines that are rendered whatever new
 * values say, variables of containers, and values that are read and that `values.yaml` does not tell of.
 */
export const helmTemplates: Detector = {
  concerns: path => chartOf(path) !== null && isShipped(path),
  detect: (change, all) => {
    const chart = chartOf(change.file.path)
    if (chart === null || (change.before ?? '').length + (change.after ?? '').length > maxLength) return []
    const values = chartValues(chart, all)
    const [before, after] = [readTemplate(change.before ?? ''), readTemplate(change.after ?? '')]
    const known = values === null ? null : { before: knownOf(before.objects), after: knownOf(after.objects) }
    const both = new Set(
      before.objects.map(one => one.key).filter(key => after.objects.some(other => other.key === key)),
    )
    return [
      ...compare(
        change,
        before.objects.flatMap(one => statedBy(one, both, known?.after ?? null, values?.before ?? null)),
        after.objects.flatMap(one => statedBy(one, both, known?.before ?? null, values?.after ?? null)),
      ),
      ...(values === null ? [] : unlisted(change, chart, all, values)),
    ]
  },
}

interface ChartValues {
  readonly before: YamlNode | null
  readonly after: YamlNode | null
}

/** `null`: `values.yaml` did not change, so that nobody can tell what it says. */
function chartValues(chart: string, all: readonly ChangedContent[]): ChartValues | null {
  const path = chart === '' ? 'values.yaml' : `${chart}/values.yaml`
  const change = all.find(one => one.file.path === path)
  if (change === undefined) return null
  return { before: read(change.before), after: read(change.after) }
}

const read = (text: string | null): YamlNode | null => {
  const document = text === null ? undefined : documentTexts(text).find(one => /^[^\s#]/m.test(one.text))
  return document === undefined ? null : readDocument(document)
}

/** What the template on one side reads and asks, to tell what is new on the other. */
interface Known {
  readonly reads: ReadonlySet<string>
  readonly guards: ReadonlySet<string>
}

const knownOf = (objects: readonly TemplateObject[]): Known => {
  const guards = new Set(objects.flatMap(one => one.lines.flatMap(line => line.guards)))
  const reads = new Set(objects.flatMap(one => one.lines.flatMap(line => line.reads)))
  return { guards, reads: new Set([...reads, ...[...guards].flatMap(readsOf)]) }
}

/** `other`: what the other side knows, `null` where values did not change and so explain nothing. */
function statedBy(
  object: TemplateObject,
  both: ReadonlySet<string>,
  other: Known | null,
  values: YamlNode | null,
): readonly Stated[] {
  const { key, kind, line } = object
  const whole = { kind: 'k8s-resource' as const, key, shown: null, line, losesData: keepsData(kind) }
  if (!both.has(key)) return isOffByDefault(object, values) ? [] : [{ ...whole, value: '' }]
  const lines = object.lines.filter(one => other === null || isExplained(one, other))
  const variables = environmentOf(lines)
  const inVariables = new Set(variables.flatMap(one => [one.line, ...one.valueLines]))
  const rest = lines.filter(one => !inVariables.has(one.line)).map(one => one.text)
  return [{ ...whole, value: JSON.stringify(rest.toSorted()) }, ...variables.map(one => one.stated)]
}

/** A line that new values decide on is part of what is said of those values. */
const isExplained = (line: TemplateLine, other: Known): boolean =>
  line.reads.every(path => other.reads.has(path)) &&
  line.guards.every(guard => readsOf(guard).length === 0 || other.guards.has(guard))

/** Nothing is rendered unless the deployer asks for it: then the value that asks is the statement. */
function isOffByDefault({ lines }: TemplateObject, values: YamlNode | null): boolean {
  const guards = lines[0]?.guards ?? []
  return guards.some(
    guard => /^(?:if|with) \.Values\.[\w.]+$/.test(guard) && readsOf(guard).some(path => isOff(values, path)),
  )
}

function isOff(values: YamlNode | null, path: string): boolean {
  const node = at(values, ...path.split('.'))
  if (node === undefined) return false
  return node.kind === 'map'
    ? node.entries.size === 0
    : node.kind === 'list'
      ? node.items.length === 0
      : !/^(?!false$|0$)./.test(textOf(node) ?? '')
}

interface Variable {
  readonly stated: Stated
  readonly line: number
  readonly valueLines: readonly number[]
}

/** `- name: DB_HOST` and the lines that say its value; names in capitals, as only variables have them. */
function environmentOf(lines: readonly TemplateLine[]): readonly Variable[] {
  return lines.flatMap(({ text, line }, index) => {
    const key = /^- name: ([A-Z][A-Z0-9_]{2,})$/.exec(text)?.[1]
    if (key === undefined) return []
    const next = lines.slice(index + 1, index + 7)
    const end = next.findIndex(
      one =>
        !/^(?:value|valueFrom|secretKeyRef|configMapKeyRef|fieldRef|resourceFieldRef|fieldPath|apiVersion|name|key|optional|resource):/.test(
          one.text,
        ),
    )
    const value = next.slice(0, end < 0 ? next.length : end)
    const plain = value
      .find(one => one.text.startsWith('value:'))
      ?.text.slice('value:'.length)
      .trim()
    const stated: Stated = {
      kind: 'env-var',
      key,
      value: value.map(one => one.text).join('\n'),
      shown: plain ?? null,
      line,
    }
    return [{ stated, line, valueLines: value.map(one => one.line) }]
  })
}

/** Values read on one side only, by no changed template of the chart on the other, and not told of in `values.yaml`. */
function unlisted(
  change: ChangedContent,
  chart: string,
  all: readonly ChangedContent[],
  values: ChartValues,
): readonly Impact[] {
  const templates = all.filter(one => chartOf(one.file.path) === chart)
  const readAnywhere = (side: 'before' | 'after') =>
    new Set(templates.flatMap(one => [...readTemplate(one[side] ?? '').reads.keys()]))
  const state = (text: string | null, others: ReadonlySet<string>): readonly Stated[] =>
    [...readTemplate(text ?? '').reads]
      .filter(
        ([path]) =>
          !others.has(path) && !tells(values.before, path.split('.')) && !tells(values.after, path.split('.')),
      )
      .map(([path, line]) => ({ kind: 'helm-value', key: path, value: '', shown: null, line }))
  return compare(change, state(change.before, readAnywhere('after')), state(change.after, readAnywhere('before')))
}

/** Whether the path stands in the defaults of the chart, or something that may hold it. */
function tells(root: YamlNode | null, path: readonly string[]): boolean {
  if (root === null) return true
  for (let length = 1; length <= path.length; length++) {
    const node = at(root, ...path.slice(0, length))
    if (node === undefined) return false
    if (node.kind !== 'map' || node.entries.size === 0) return true
  }
  return true
}
