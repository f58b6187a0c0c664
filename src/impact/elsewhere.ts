import { changedPaths } from '../facts/diff.ts'
import type { ChangedContent, Impact } from './model.ts'
import { isShipped } from './paths.ts'

/**
 * Whether another changed file spoke of the name before (of one that is added), or still does (of one that is removed):
 * a name that moves, or is read once more, is no news.
 */
export function isKnownElsewhere(
  { key, direction }: Impact,
  change: ChangedContent,
  all: readonly ChangedContent[],
): boolean {
  if (direction === 'changed') return false
  return all.some(other => {
    if (other.file === change.file || !changedPaths(other.file).some(isShipped)) return false
    const text = direction === 'added' ? other.before : other.after
    return text !== null && mentions(text, key)
  })
}

/** As a word of its own. */
export function mentions(text: string, name: string): boolean {
  if (name === '') return false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + name.length] ?? '')) return true
  }
  return false
}
