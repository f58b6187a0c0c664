import type { ChangedContent } from '../model.ts'
import { readTemplate, type Template } from '../readers/helm-template.ts'

export type Side = 'before' | 'after'

export const otherSide = (side: Side): Side => (side === 'before' ? 'after' : 'before')

const read = new WeakMap<ChangedContent, Partial<Record<Side, Template>>>()

/** A side of a changed template; every template of a chart asks for the others, and each is read once. */
export function templateOf(change: ChangedContent, side: Side): Template {
  const sides = read.get(change) ?? {}
  const template = sides[side] ?? readTemplate(change[side] ?? '')
  read.set(change, { ...sides, [side]: template })
  return template
}
