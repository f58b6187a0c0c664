import { expect, test } from 'vitest'
import { deployedBase, type PastDeployment } from '../../src/deployments/base.ts'

const at = (sha: string, createdAt: number, succeeded = true): PastDeployment => ({ sha, createdAt, succeeded })
const released = (...shas: string[]) => new Set(shas)

test.each([
  ['the newest that was released', [at('c', 9), at('b', 5), at('a', 1)], released('a', 'b'), null, 'b'],
  ['not one that somebody wrote down since', [at('c', 9_000), at('a', 1)], released(), 5_000, 'a'],
  ['not one of the second in which the hold began', [at('c', 5_000)], released(), 5_999, null],
  ['not one that failed', [at('c', 9, false), at('b', 5)], released('b', 'c'), null, 'b'],
  ['nothing before anything was held', [at('a', 1)], released(), null, null],
])('T-34 T-40 counting starts at %s', (_, deployments, known, since, base) => {
  expect(deployedBase(deployments, { released: known, since })).toBe(base)
})
