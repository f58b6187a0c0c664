import { environmentOf } from '../helm/environment.ts'
import { isRenderedOtherwise, type Known, knownOf } from '../helm/explained.ts'
import { otherSide, type Side, templateOf } from '../helm/templates.ts'
import { type ChartValues, chartValues, isOff, tells } from '../helm/values.ts'
import { keepsData } from '../kubernetes.ts'
import type { ChangedContent, Detector, Impact } from '../model.ts'
import { isShipped } from '../paths.ts'
import { readsOf, type Template, type TemplateLine, type TemplateObject } from '../readers/helm-template.ts'
import { compare, type Stated } from '../stated.ts'
import { at, type YamlNode } from '../yaml.ts'

/** Folder of the chart that a template belongs to; `null`: no template. */
function chartOf(path: string): string | null {
  const match = /^(?:(.+)\/)?templates\/.+\.(?:ya?ml|tpl)$/.exec(path)
  return match === null ? null : (match[1] ?? '')
}

const maxLength = 600_000

/**
 * Templates of charts, which are text and not YAML yet: objects that come and go or are rendered otherwise, variables of
 * containers, and values that are read and that `values.yaml` does not tell of.
 */
export const helmTemplates: Detector = {
  concerns: path => chartOf(path) !== null && isShipped(path),
  detect: (change, all) => {
    const chart = chartOf(change.file.path)
    if (chart === null || (change.before ?? '').length + (change.after ?? '').length > maxLength) return []
    const values = chartValues(chart, all)
    const impacts = compareObjects(change, all, values)
    return values === null ? impacts : [...impacts, ...unlisted(change, chart, all, values)]
  },
}

function compareObjects(
  change: ChangedContent,
  all: readonly ChangedContent[],
  values: ChartValues | null,
): readonly Impact[] {
  const [before, after] = [templateOf(change, 'before'), templateOf(change, 'after')]
  const known = values && { before: knownOf(before.lines, all, 'before'), after: knownOf(after.lines, all, 'after') }
  const onBoth = new Map<string, { readonly isRenderedOtherwise: boolean }>()
  for (const { key } of before.objects) {
    if (!after.objects.some(one => one.key === key)) continue
    const [old, now] = [linesOf(before.objects, key), linesOf(after.objects, key)]
    onBoth.set(key, { isRenderedOtherwise: isRenderedOtherwise(...withoutParts(old, now), known) })
  }
  const state = (side: Side, { objects, lines }: Template): readonly Stated[] => [
    ...objects.flatMap(object => {
      const both = onBoth.get(object.key)
      if (both === undefined) return comingOrGoing(object, values?.[side] ?? null)
      const other = known?.[otherSide(side)] ?? null
      return [
        whole(object, both.isRenderedOtherwise ? side : ''),
        ...usersOf(object, other),
        ...mountsOf(object, other),
      ]
    }),
    ...(onBoth.size === 0 && objects.length > 0 ? [] : variablesOf(lines, known?.[otherSide(side)] ?? null)),
  ]
  return compare(change, state('before', before), state('after', after))
}

const linesOf = (objects: readonly TemplateObject[], key: string): readonly TemplateLine[] =>
  objects.filter(one => one.key === key).flatMap(one => one.lines)

type BothLines = readonly [before: readonly TemplateLine[], after: readonly TemplateLine[]]

/** Without what is stated on its own; where mounts changed, without the lines that only volumes have. */
function withoutParts(...sides: BothLines): BothLines {
  const [before, after] = sides.map(lines => {
    const taken = new Set(environmentOf(lines).flatMap(one => one.lines))
    return lines.filter(line => !taken.has(line) && !user.test(line.text))
  })
  const mounts = (lines: readonly TemplateLine[] = []) =>
    lines.flatMap(({ text }) => (mount.test(text) ? [text] : [])).toSorted()
  if (String(mounts(before)) === String(mounts(after))) return [before ?? [], after ?? []]
  const rest = (lines: readonly TemplateLine[] = []) => lines.filter(({ text }) => !ofVolume.test(text))
  return [rest(before), rest(after)]
}

const mount = /^(?:- )?mountPath: (\S+)$/
const ofVolume =
  /^(?:volumes|volumeMounts):$|^(?:- )?(?:name|mountPath|subPath|readOnly|emptyDir|medium|sizeLimit|persistentVolumeClaim|claimName|configMap|secret|secretName|defaultMode|items|key|path):|^\{\}$/

/** Where containers find volumes; a value new to the template says it otherwise. */
const mountsOf = ({ lines }: TemplateObject, other: Known | null): readonly Stated[] =>
  lines.flatMap(line => {
    const path = mount.exec(line.text)?.[1]
    const isNew = other !== null && line.guards.some(guard => readsOf(guard).some(read => !other.reads.has(read)))
    if (path === undefined || isNew || path.includes('{{')) return []
    return [{ kind: 'volume', key: path, value: '', shown: null, line: line.line }]
  })

const user = /^(runAs(?:User|Group|NonRoot)): (\S.*)$/

/** Whom the containers run as, all of them together. */
function usersOf({ key, lines }: TemplateObject, other: Known | null): readonly Stated[] {
  return lines
    .filter(line => other === null || line.reads.every(path => other.reads.has(path)))
    .flatMap(line => (user.test(line.text) ? [{ kind: 'container-user', key, value: line.text, line: line.line }] : []))
}

/** A variable that takes a value new to the template is the same setting by another name. */
const variablesOf = (lines: readonly TemplateLine[], other: Known | null): readonly Stated[] =>
  environmentOf(lines)
    .filter(one => other === null || one.lines.every(line => line.reads.every(path => other.reads.has(path))))
    .map(one => one.stated)

const whole = ({ key, kind, line }: TemplateObject, value: string): Stated => ({
  kind: 'k8s-resource',
  key,
  value,
  shown: null,
  line,
  losesData: keepsData(kind),
})

/** Nothing where the deployer has to ask for the object: then the value that asks is the statement. */
function comingOrGoing(object: TemplateObject, values: YamlNode | null): readonly Stated[] {
  const guards = object.lines[0]?.guards ?? []
  const isAskedFor = guards.some(
    guard => /^(?:if|with) \.Values\.[\w.]+$/.test(guard) && readsOf(guard).some(path => isOff(values, path)),
  )
  return isAskedFor ? [] : [whole(object, '')]
}

/** Values read on one side only, by no changed template of the chart on the other, and not told of in `values.yaml`. */
function unlisted(
  change: ChangedContent,
  chart: string,
  all: readonly ChangedContent[],
  values: ChartValues,
): readonly Impact[] {
  const templates = all.filter(one => chartOf(one.file.path) === chart)
  const state = (side: Side): readonly Stated[] => {
    const others = new Set(templates.flatMap(one => [...templateOf(one, otherSide(side)).reads.keys()]))
    return [...templateOf(change, side).reads]
      .filter(([path]) => !others.has(path))
      .filter(([path]) => !isToldOf(values, path.split('.')))
      .map(([path, line]) => ({ kind: 'helm-value', key: path, value: '', shown: null, line }))
  }
  return compare(change, state('before'), state('after'))
}

/** Whether `values.yaml` tells of the value on a side, or has a block around it on one side only, which is stated. */
function isToldOf({ before, after }: ChartValues, path: readonly string[]): boolean {
  if (tells(before, path) || tells(after, path)) return true
  return path.some((_, index) => {
    const around = path.slice(0, index + 1)
    return (at(before, ...around) === undefined) !== (at(after, ...around) === undefined)
  })
}
