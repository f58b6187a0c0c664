import { chartValues } from '../helm/values.ts'
import type { Detector, Impact } from '../model.ts'
import { baseName, folderOf, isShipped } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'
import { at, entriesOf, itemsOf, readBoth, textOf, type YamlNode } from '../yaml.ts'

/** What a chart deploys and needs. Its own `version` changes with every commit and says nothing. */
export const helmChart: Detector = {
  concerns: path => /^(?:Chart|requirements)\.ya?ml$/.test(baseName(path)) && isShipped(path),
  detect: (change, all) => {
    const sides = readBoth(change.before, change.after)
    if (sides?.before == null || sides.after == null) return []
    const values = chartValues(folderOf(change.file.path), all)
    return compare(change, statedBy(sides.before), statedBy(sides.after)).filter(impact =>
      impact.kind === 'dependency-major'
        ? isMajorStep(impact)
        : impact.key !== 'appVersion' || !(saysTag(values?.after, impact.to) && !saysTag(values?.before, impact.to)),
    )
  },
}

function statedBy(chart: YamlNode): readonly Stated[] {
  const stated: Stated[] = []
  const [application, kube] = [at(chart, 'appVersion'), at(chart, 'kubeVersion')]
  const [version, range] = [textOf(application), textOf(kube)]
  if (application && version !== undefined)
    stated.push({ kind: 'helm-value', key: 'appVersion', value: version, line: application.line })
  if (kube && range !== undefined)
    stated.push({ kind: 'runtime-version', key: 'kubernetes', value: range.replace(/\s+/g, ' '), line: kube.line })
  return [...stated, ...itemsOf(at(chart, 'dependencies')).flatMap(dependency)]
}

function dependency(item: YamlNode): readonly Stated[] {
  const name = textOf(at(item, 'name'))
  const version = textOf(at(item, 'version'))
  return name === undefined || version === undefined
    ? []
    : [{ kind: 'dependency-major', key: name, value: version, line: item.line }]
}

const major = (version: string | null): number => Number(/\d+/.exec(version ?? '')?.[0] ?? 0)

/** A chart that another one brings along: new, gone, or a new major version of it. */
const isMajorStep = ({ direction, from, to }: Impact): boolean => direction !== 'changed' || major(to) > major(from)

/** Whether the values of the chart name the version as a tag: then that is the statement. */
const saysTag = (node: YamlNode | null | undefined, version: string | null): boolean =>
  entriesOf(node).some(([key, { node: value }]) =>
    key === 'tag' ? textOf(value) === version : saysTag(value, version),
  )
