import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BroughtCommit, carriedPulls } from '../../src/deployments/carried.ts'

const sha = (n: number) => n.toString(16).padStart(40, '0')
const merged = (number: number, at: number) => ({ number, merged: true, mergeCommit: sha(at) })
const commit = (n: number, pulls: BroughtCommit['pulls'], more: Partial<BroughtCommit> = {}): BroughtCommit => ({
  sha: sha(n),
  parents: 1,
  madeByGitHub: true,
  pulls,
  ...more,
})
const codeOf = (result: ReturnType<typeof carriedPulls>) => (result.ok ? null : result.error.code)

describe('T-34 the pull requests of a deployment', () => {
  test('T-34 a merge with its commits, a squash, and a rebase of two', () => {
    const commits = [
      commit(1, [merged(1, 2)]),
      commit(2, [merged(1, 2)], { parents: 2 }),
      commit(3, [merged(2, 3)]),
      commit(4, [merged(3, 5)], { madeByGitHub: false }),
      commit(5, [merged(3, 5)], { madeByGitHub: false }),
    ]
    expect(carriedPulls(commits)).toEqual({ ok: true, value: [1, 2, 3] })
  })

  test.each([
    ['no pull request', commit(1, []), 'deploy.noPull'],
    ['one that is only open', commit(1, [{ number: 1, merged: false, mergeCommit: null }]), 'deploy.noPull'],
    ['one that is merged elsewhere', commit(1, [merged(1, 9)]), 'deploy.noPull'],
    ['a list that GitHub cut short', commit(1, null), 'deploy.unlisted'],
    ['a merge made by hand', commit(1, [merged(1, 1)], { parents: 2, madeByGitHub: false }), 'deploy.foreignMerge'],
  ])('T-34 T-35 %s: not told', (_, one, code) => {
    expect(codeOf(carriedPulls([commit(2, [merged(2, 2)]), one]))).toBe(code)
  })

  test('only in part: the rest of a rebased pull request is not there', () => {
    expect(codeOf(carriedPulls([commit(1, [merged(1, 2)])]))).toBe('deploy.noPull')
  })

  const commits = fc.array(
    fc.record({
      owner: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
      merged: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  test('T-34 told only if each commit belongs to a merged pull request whose end is there', () => {
    fc.assert(
      fc.property(commits, drawn => {
        // A pull request ends at the last commit that is its own.
        const ends = new Map(drawn.flatMap(({ owner }, index) => (owner === null ? [] : [[owner, index] as const])))
        const isMerged = (owner: number) => drawn[ends.get(owner) ?? 0]?.merged === true
        const pullOf = (number: number) => ({
          number,
          merged: isMerged(number),
          mergeCommit: isMerged(number) ? sha(ends.get(number) ?? 0) : null,
        })
        const told = carriedPulls(drawn.map(({ owner }, index) => commit(index, owner === null ? [] : [pullOf(owner)])))
        expect(told.ok).toBe(drawn.every(({ owner }) => owner !== null && isMerged(owner)))
        if (told.ok) expect(new Set(told.value)).toEqual(new Set(drawn.map(({ owner }) => owner)))
      }),
    )
  })
})
