import type { TemplateLine } from '../readers/helm-template.ts'
import type { Stated } from '../stated.ts'

/** A variable of a container in a template, with the lines that it takes. */
export interface TemplateVariable {
  readonly stated: Stated
  readonly lines: readonly TemplateLine[]
}

const valueKey =
  /^(?:value|valueFrom|secretKeyRef|configMapKeyRef|fieldRef|resourceFieldRef|fieldPath|apiVersion|name|key|optional|resource):/

/** `- name: DB_HOST` and the lines that say its value; names in capitals, as only variables have them. */
export const environmentOf = (lines: readonly TemplateLine[]): readonly TemplateVariable[] =>
  lines.flatMap((first, index) => {
    const key = /^- name: ([A-Z][A-Z0-9_]{2,})$/.exec(first.text)?.[1]
    if (key === undefined) return []
    const next = lines.slice(index + 1, index + 7)
    const end = next.findIndex(one => !valueKey.test(one.text))
    const value = next.slice(0, end < 0 ? next.length : end)
    const plain = value.find(one => one.text.startsWith('value:'))?.text.slice('value:'.length)
    const text = value.map(one => one.text).join('\n')
    return [
      {
        stated: { kind: 'env-var', key, value: text, shown: plain ?? null, line: first.line },
        lines: [first, ...value],
      },
    ]
  })
