import { describe, expect, test } from 'vitest'
import { say } from '../../src/locales/index.ts'
import { choosePolicyFile, maxPolicySize, policyPaths, type TreeEntry } from '../../src/policy/search.ts'
import { plainText } from './plain-text.ts'

const [yml, yaml] = policyPaths
const entry = (over: Partial<TreeEntry> = {}): TreeEntry => ({
  path: yml,
  mode: '100644',
  type: 'blob',
  size: 100,
  ...over,
})

function chosen(...entries: readonly TreeEntry[]): string | null {
  const found = choosePolicyFile(entries)
  if (found.ok) return found.value?.path ?? null
  const { code, path, line, column, message } = found.error
  return `${code} ${path}:${line}:${column} ${say(message, 'en', plainText)}`
}

describe('which file is the policy', () => {
  test('none', () => expect(chosen(entry({ path: '.github/CODEOWNERS' }))).toBe(null))
  test.each([yml, yaml])('%s', path => expect(chosen(entry({ path }))).toBe(path))
  test('an executable file', () => expect(chosen(entry({ mode: '100755' }))).toBe(yml))
  test('of exactly the allowed size', () => expect(chosen(entry({ size: maxPolicySize }))).toBe(yml))

  test.each([[[yml, yaml]], [[yaml, yml]]])('B-C55 T-06 two spellings are an error that names both', paths => {
    expect(chosen(...paths.map(path => entry({ path })))).toBe(
      `CFG-AMBIGUOUS ${yaml}:1:1 There are two policies, ${yml} and ${yaml}. Fix: keep one and delete the other.`,
    )
  })

  test.each([
    ['B-C56 T-02 symbolic link', { mode: '120000' }, 'a symbolic link'],
    ['B-C56 T-02 submodule', { mode: '160000', type: 'commit' }, 'a submodule'],
    ['B-C56 T-02 directory', { mode: '040000', type: 'tree' }, 'a directory'],
    ['B-C56 unknown mode', { mode: '100666' }, 'not a regular file'],
  ])('%s', (_name, over, kind) => {
    expect(chosen(entry(over))).toBe(
      `CFG-FILE ${yml}:1:1 The policy is ${kind} (expected a regular file). Fix: commit the file itself.`,
    )
  })

  test('B-C30 T-02 too large to be read', () => {
    expect(chosen(entry({ size: maxPolicySize + 1 }))).toBe(
      `CFG-SIZE ${yml}:1:1 The file is too large (got 262145 bytes, at most 262144). Fix: shorten it.`,
    )
  })
})
