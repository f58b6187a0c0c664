import { describe, expect, test } from 'vitest'
import type { GitHubClient } from '../../src/github/client.ts'
import { readGroupMembers } from '../../src/github/merge-group.ts'
import { shaOf } from '../support/facts.ts'

const [base, head, topic, other] = ['b', 'c', 'd', 'e'].map(shaOf) as [string, string, string, string]
const group = {
  owner: 'acme',
  name: 'widgets',
  baseSha: base,
  headSha: head,
  baseRef: 'main',
  headRef: `refs/heads/gh-readonly-queue/main/pr-12-${base}`,
}

interface Row {
  readonly sha: string
  readonly message: string
  readonly parents: readonly string[]
}
const merge: Row = { sha: head, message: 'Merge pull request #12 from acme/topic', parents: [base, topic] }
const plain: Row = { sha: topic, message: 'Change (#99)', parents: [base] }

/** `pulls`: numbers that GitHub associates with each commit, in their order. */
function client(
  rows: readonly Row[],
  { total = rows.length, pulls = [] as readonly (readonly unknown[])[] } = {},
): GitHubClient {
  return {
    request: async (_, { page, per_page: size }) => {
      const from = (Number(page) - 1) * Number(size)
      const commits = rows.slice(from, from + Number(size)).map(({ sha, message, parents }) => ({
        sha,
        commit: { message },
        parents: parents.map(parent => ({ sha: parent })),
      }))
      return { status: 200, data: { total_commits: total, commits } }
    },
    graphql: async <T>() => {
      const entries = pulls.map((nodes, index) => [`c${index}`, { associatedPullRequests: { nodes } }])
      return { repository: Object.fromEntries(entries) } as T
    },
  }
}
const pull = (number: number, state = 'OPEN', baseRefName = 'main') => ({ number, state, baseRefName })

describe('readGroupMembers', () => {
  test('R-09 by the branch, the commits of the queue and what GitHub associates with them, open and towards the base', async () => {
    const pulls = [[pull(12)], [pull(12), pull(13), pull(14, 'CLOSED'), pull(15, 'OPEN', 'release'), null]]
    expect(await readGroupMembers(client([merge, plain], { pulls }), group)).toEqual({
      state: 'present',
      value: { numbers: [12, 13], shas: [head, topic], keepsHeads: true },
    })
  })

  test('the number in a commit counts only where the queue wrote it, not in a title of somebody’s commit', async () => {
    const squashed: Row = { sha: head, message: 'Fixes (#99) (#12)', parents: [other] }
    const before: Row = { sha: other, message: 'Other (#11)', parents: [base] }
    const read = await readGroupMembers(client([squashed, before]), group)
    expect(read).toMatchObject({ value: { numbers: [11, 12], keepsHeads: false } })
    const merged = await readGroupMembers(client([merge, plain]), group)
    expect(merged).toMatchObject({ value: { numbers: [12] } })
  })

  test('T-35 B-A03 a list of commits that does not reach its own total is unknown', async () => {
    expect((await readGroupMembers(client([merge], { total: 2 }), group)).state).toBe('unknown')
    const many = Array.from({ length: 1200 }, (_, index) => ({ ...plain, sha: index.toString(16).padStart(40, '0') }))
    expect((await readGroupMembers(client(many), group)).state).toBe('unknown')
  })

  test('B-A01 GitHub does not answer: unknown, never a group of nobody', async () => {
    const failing = {
      ...client([merge]),
      graphql: () => Promise.reject(Object.assign(new Error('x'), { status: 502 })),
    }
    expect((await readGroupMembers(failing, group)).state).toBe('unknown')
  })
})
