import { describe, expect, test } from 'vitest'
import type { GitHubClient } from '../../src/github/client.ts'
import { withModes } from '../../src/github/modes.ts'
import type { Snapshot } from '../../src/github/snapshot.ts'
import { file, shaOf } from '../support/facts.ts'

const snapshot = {
  repository: { owner: 'acme', name: 'widgets' },
  headSha: shaOf('a'),
  baseSha: shaOf('b'),
} as Snapshot

type Side = Readonly<Record<string, { readonly mode: number; readonly oid: string } | null>>
const entry = (mode: number, oid = shaOf('1')) => ({ mode, oid })

const client = (base: Side | null, head: Side | null, mergeBase: unknown = shaOf('c')): GitHubClient => ({
  graphql: async <T>(_query: string, variables: Readonly<Record<string, unknown>>) => {
    expect(variables.base).toBe(shaOf('c'))
    return { repository: { base, head } } as T
  },
  request: async () => ({ status: 200, data: { merge_base_commit: { sha: mergeBase } } }),
})

describe('withModes', () => {
  test('T-36 every status has the sides that it has', async () => {
    const files = [
      file('a'),
      file('b', { status: 'added' }),
      file('c', { status: 'deleted' }),
      file('d', { status: 'renamed', previousPath: 'old' }),
    ]
    const base = { f0: entry(0o100644, shaOf('9')), f1: null, f2: entry(0o100644), f3: entry(0o100755) }
    const head = { f0: entry(0o100755), f1: entry(0o120000), f2: null, f3: entry(0o100755) }
    const modes = await withModes(client(base, head), snapshot, files)
    expect(modes.map(one => [one.oldMode, one.newMode])).toEqual([
      ['100644', '100755'],
      [undefined, '120000'],
      ['100644', undefined],
      ['100755', '100755'],
    ])
  })

  const one = [file('a')]
  test.each<[string, GitHubClient]>([
    ['another content than the list says', client({ f0: entry(0o100644) }, { f0: entry(0o100644, shaOf('2')) })],
    ['no file before the change', client({ f0: null }, { f0: entry(0o100644) })],
    ['no file after it', client({ f0: entry(0o100644) }, { f0: null })],
    ['a commit that is gone', client(null, { f0: entry(0o100644) })],
    ['no merge base', client({ f0: entry(0o100644) }, { f0: entry(0o100644) }, null)],
    ['a failed read', { ...client(null, null), request: () => Promise.reject(new Error('HTTP 502')) }],
  ])('R-12 %s: no modes, rather than half of them', async (_, github) => {
    expect(await withModes(github, snapshot, one)).toBe(one)
  })

  test('too many files: not asked', async () => {
    const many = Array.from({ length: 501 }, (_, n) => file(`f${n}`))
    const never: GitHubClient = { graphql: () => Promise.reject(), request: () => Promise.reject() }
    expect(await withModes(never, snapshot, many)).toBe(many)
  })
})
