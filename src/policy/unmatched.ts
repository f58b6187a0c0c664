import { compileGlobs } from '../glob.ts'
import { type Message, message } from '../locales/message.ts'
import type { Policy } from './schema.ts'
import { keyPath } from './text.ts'

export interface UnmatchedGlob {
  readonly code: 'GLB-NOMATCH'
  readonly message: Message
  /** `gates.docs.rules[0].when[1]`. */
  readonly keyPath: string
}

/**
 * Patterns of the policy that match none of the repository's files: probably typing errors. `paths` must be the whole
 * tree; with a part of it everything would look unmatched.
 */
export function unmatchedGlobs(policy: Policy, paths: readonly string[]): readonly UnmatchedGlob[] {
  const lowerCase = new Map(paths.map(path => [path.toLowerCase(), path]))
  return patternsIn(policy, []).flatMap(({ pattern, keys }): readonly UnmatchedGlob[] => {
    const plain = pattern.replace(/^!/, '')
    if (paths.some(compileGlobs([plain]).matches)) return []
    const almost = compileGlobs([plain.toLowerCase()])
    const hint = [...lowerCase].find(([lower]) => almost.matches(lower))?.[1] ?? null
    return [
      { code: 'GLB-NOMATCH', message: message('policy.glob.unmatched', { pattern, hint }), keyPath: keyPath(keys) },
    ]
  })
}

/** Keys whose lists hold patterns for files of the repository. */
const patternKeys: readonly string[] = ['covers', 'exclude', 'generated', 'paths', 'update', 'when']

interface Found {
  readonly pattern: string
  readonly keys: readonly PropertyKey[]
}

function patternsIn(value: unknown, keys: readonly PropertyKey[]): readonly Found[] {
  if (typeof value === 'string') return isPatternKey(keys.at(-2)) ? [{ pattern: value, keys }] : []
  if (Array.isArray(value)) return value.flatMap((entry, i) => patternsIn(entry, [...keys, i]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => patternsIn(child, [...keys, key]))
}

const isPatternKey = (key: PropertyKey | undefined): boolean => patternKeys.includes(String(key))
