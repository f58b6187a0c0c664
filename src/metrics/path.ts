import { type Message, message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'

/** Keys of objects as texts, items of lists as numbers from 0. */
export type ValuePath = readonly (string | number)[]

export const pathLimits = { length: 300, depth: 32 } as const

/**
 * Where a number stands in a JSON document: `latency.p95`, `runs[0].time`, `values["p(95)"]`. A key without quotes has
 * no `.`, `[`, `]`, `"` or space; one in quotes is written as in JSON.
 */
export function parsePath(text: string): Result<ValuePath, Message> {
  const parts: (string | number)[] = []
  const step = /\.?([^.[\]"\s]+)|\[(0|[1-9]\d{0,8})\]|\[("(?:[^"\\]|\\.)*")\]/y
  while (step.lastIndex < text.length) {
    const at = step.lastIndex
    const match = step.exec(text)
    const key = match === null ? undefined : keyOf(match)
    const isFirst = parts.length === 0
    if (key === undefined || (match?.[1] !== undefined && isFirst === text.startsWith('.', at)))
      return err(message('budgets.path', { path: text, column: at + 1 }))
    if (key === '__proto__' || key === '*' || key === '[]') return err(message('budgets.path.key', { path: text, key }))
    parts.push(key)
  }
  if (parts.length === 0) return err(message('budgets.path', { path: text, column: 1 }))
  return parts.length > pathLimits.depth
    ? err(message('budgets.path.depth', { path: text, limit: pathLimits.depth }))
    : ok(parts)
}

function keyOf(match: RegExpExecArray): string | number | undefined {
  const [, plain, index, quoted] = match
  if (plain !== undefined) return plain
  if (index !== undefined) return Number(index)
  try {
    return JSON.parse(quoted ?? '') as string
  } catch {
    return undefined
  }
}

/** As `parsePath` reads it. */
export function writePath(path: ValuePath): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`
      if (key === '' || /[.[\]"\s]/.test(key)) return `[${JSON.stringify(key)}]`
      return index === 0 ? key : `.${key}`
    })
    .join('')
}
