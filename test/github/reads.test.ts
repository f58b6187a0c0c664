import { describe, expect, test } from 'vitest'
import type { MeasuredCoverage } from '../../src/facts/facts.ts'
import type { GitHubClient } from '../../src/github/client.ts'
import { readEvidence, writeEvidence } from '../../src/github/evidence.ts'
import { readChangedFiles } from '../../src/github/files.ts'
import { readDirectory, resolveRoles } from '../../src/github/roles.ts'
import { readSnapshot, type Snapshot } from '../../src/github/snapshot.ts'
import { message } from '../../src/locales/message.ts'
import { plainMeasurement } from '../support/coverage.ts'
import { shaOf } from '../support/facts.ts'

const head = shaOf('a')
const nobody = { name: 'Chen', email: 'chen@example.com', user: { login: 'chen', databaseId: 101 } }
const commitNode = (index: number) => ({
  commit: {
    oid: index.toString(16).padStart(40, '0'),
    author: nobody,
    committer: nobody,
    authors: { totalCount: 1, nodes: [nobody] },
    signature: null,
    parents: { totalCount: 1, nodes: [{ oid: shaOf('0') }] },
  },
})
const empty = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] }

const answer = (over: Record<string, unknown> = {}) => ({
  repository: {
    id: 'R_1',
    databaseId: 7,
    name: 'widgets',
    isPrivate: false,
    owner: { login: 'acme' },
    pullRequest: {
      id: 'PR_1',
      number: 12,
      title: 'Change',
      body: null,
      labels: { totalCount: 0, nodes: [] },
      milestone: null,
      linked: { totalCount: 0, nodes: [] },
      url: 'https://github.com/acme/widgets/pull/12',
      state: 'OPEN',
      isDraft: false,
      createdAt: '2026-11-20T10:00:00Z',
      author: { __typename: 'User', login: 'chen', databaseId: 101 },
      baseRefName: 'main',
      baseRefOid: shaOf('b'),
      headRefOid: head,
      changedFiles: 1,
      additions: 1,
      deletions: 0,
      baseRef: { target: { oid: shaOf('b'), policy1: null, policy2: null, history: { nodes: [] } } },
      head: {
        nodes: [
          {
            commit: {
              oid: head,
              checkSuites: { nodes: [] },
              measuredSuites: { nodes: [] },
              rollup: null,
              deployments: { totalCount: 0, nodes: [] },
              policy1: null,
              policy2: null,
            },
          },
        ],
      },
      commits: { totalCount: 1, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [commitNode(1)] },
      reviews: empty,
      reviewRequests: { totalCount: 0, nodes: [] },
      ...over,
    },
  },
})

const client = (
  graphql: GitHubClient['graphql'],
  request: GitHubClient['request'] = () => Promise.reject(new Error('no call')),
): GitHubClient => ({
  graphql,
  request,
})
const answering = (body: unknown) => client(async <T>() => body as T)
const failing = (data: unknown, errors: readonly unknown[]) =>
  client(() => Promise.reject(Object.assign(new Error('GraphQL'), { data, errors })))
const ref = { owner: 'acme', name: 'widgets', number: 12 }

describe('readSnapshot', () => {
  test('B-F13 251 commits are read page by page, and all of them count', async () => {
    let calls = 0
    const paging = client(async <T>(query: string) => {
      const from = calls * 100
      calls += 1
      const count = Math.min(100, 251 - from)
      const commits = {
        totalCount: 251,
        pageInfo: { hasNextPage: from + count < 251, endCursor: `c${from + count}` },
        nodes: Array.from({ length: count }, (_, index) => commitNode(from + index)),
      }
      return (query.includes('MoreCommits') ? { repository: { pullRequest: { commits } } } : answer({ commits })) as T
    })
    const snapshot = await readSnapshot(paging, ref)
    expect(calls).toBe(3)
    expect(snapshot?.commits.state === 'present' && snapshot.commits.value.length).toBe(251)
  })

  test('T-35 B-F13 commits that do not reach their own total are unknown', async () => {
    const commits = { totalCount: 300, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [commitNode(1)] }
    const snapshot = await readSnapshot(answering(answer({ commits })), ref)
    expect(snapshot?.commits).toEqual({
      state: 'unknown',
      reason: message('unknown.incomplete', { what: 'commits / reviews', got: 1, expected: 300 }),
    })
  })

  test('B-A03 a cursor that never ends is given up', async () => {
    let calls = 0
    const endless = client(async <T>() => {
      calls += 1
      const reviews = { totalCount: 5000, pageInfo: { hasNextPage: true, endCursor: 'same' }, nodes: [] }
      return answer({ reviews }) as T
    })
    expect((await readSnapshot(endless, ref))?.reviews.state).toBe('unknown')
    expect(calls).toBeLessThan(30)
  })

  test('B-A04 errors beside data: not an answer', async () => {
    const partial = failing(answer(), [
      { type: 'SERVICE_UNAVAILABLE', message: 'oops', path: ['repository', 'pullRequest', 'reviews'] },
    ])
    await expect(readSnapshot(partial, ref)).rejects.toThrow('GraphQL')
  })

  test('B-E01 a token without checks, or without team members: those are unknown, the rest is there', async () => {
    const path = (field: string) => ['repository', 'pullRequest', field, 'nodes', 0]
    const noChecks = await readSnapshot(
      failing(answer(), [{ type: 'FORBIDDEN', message: 'x', path: path('checkSuites') }]),
      ref,
    )
    expect([noChecks?.evidence.state, noChecks?.baseline.state, noChecks?.reviewRequests.state]).toEqual([
      'unknown',
      'unknown',
      'present',
    ])
    const noTeams = await readSnapshot(
      failing(answer(), [{ type: 'FORBIDDEN', message: 'x', path: path('reviewRequests') }]),
      ref,
    )
    expect([noTeams?.evidence.state, noTeams?.reviewRequests.state, noTeams?.title]).toEqual([
      'absent',
      'unknown',
      'Change',
    ])
  })

  test('T-35 lists that do not reach their own total are unknown, each by itself', async () => {
    const deployments = { totalCount: 2, nodes: [] }
    const rollup = { contexts: { totalCount: 1, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [null] } }
    const commit = { oid: head, checkSuites: null, measuredSuites: null, policy1: null, policy2: null }
    const over = {
      labels: { totalCount: 101, nodes: [{ name: 'a' }] },
      linked: { totalCount: 1, nodes: [null] },
      head: { nodes: [{ commit: { ...commit, rollup, deployments } }] },
    }
    const snapshot = await readSnapshot(answering(answer(over)), ref)
    const { labels, linkedIssues, checks, deployments: deployed, reviews } = snapshot ?? expect.unreachable()
    const states = [labels, linkedIssues, checks, deployed, reviews].map(fact => fact.state)
    expect(states).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'present'])
  })

  test('B-A01 a part that GitHub fails to answer is unknown with the cause, not taken for a missing right', async () => {
    const error = { type: 'SERVICE_UNAVAILABLE', message: 'x', path: ['repository', 'pullRequest', 'linked'] }
    const snapshot = await readSnapshot(failing(answer({ linked: null }), [error]), ref)
    expect(snapshot?.linkedIssues).toEqual({
      state: 'unknown',
      reason: message('unknown.api', { what: 'linked issues', detail: 'SERVICE_UNAVAILABLE' }),
    })
  })

  test('checks that belong to another head than the one named are unknown', async () => {
    const commit = { oid: shaOf('f'), checkSuites: null, measuredSuites: null, policy1: null, policy2: null }
    const over = { head: { nodes: [{ commit: { ...commit, rollup: null, deployments: null } }] } }
    const snapshot = await readSnapshot(answering(answer(over)), ref)
    expect([snapshot?.checks.state, snapshot?.deployments.state]).toEqual(['unknown', 'unknown'])
  })

  test('B-F19 B-W16 a deleted author and a deleted base branch', async () => {
    const snapshot = await readSnapshot(answering(answer({ author: null, baseRef: null })), ref)
    expect([snapshot?.author, snapshot?.policyAtBase, snapshot?.baseSha]).toEqual([null, null, shaOf('b')])
  })

  test('T-21 an author without an account is unattributed; the web interface stands for whoever pressed the button', async () => {
    const webFlow = { name: 'GitHub', email: 'noreply@github.com', user: null }
    const stranger = { name: 'Somebody', email: 'who@example.com', user: null }
    const node = (author: unknown, signed: boolean) => ({
      commit: {
        ...commitNode(1).commit,
        author,
        committer: webFlow,
        authors: { totalCount: 1, nodes: [author] },
        signature: signed ? { isValid: true, wasSignedByGitHub: true } : null,
        parents: { totalCount: 0, nodes: [] },
      },
    })
    const commits = (one: unknown) => ({
      totalCount: 1,
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes: [one],
    })
    const read = async (one: unknown) => {
      const snapshot = await readSnapshot(answering(answer({ commits: commits(one) })), ref)
      return snapshot?.commits.state === 'present' ? snapshot.commits.value[0]?.unattributed : null
    }
    expect(await read(node(nobody, true))).toEqual([])
    expect(await read(node(nobody, false))).toEqual(['GitHub'])
    expect(await read(node(stranger, true))).toEqual(['Somebody'])
  })
})

describe('readChangedFiles', () => {
  const totals = (changedFiles: number, additions: number, deletions = 0) =>
    ({
      repository: { owner: 'acme', name: 'widgets' },
      number: 12,
      headSha: head,
      totals: { changedFiles, additions, deletions },
    }) as unknown as Snapshot
  const row = (index: number, over: Record<string, unknown> = {}) => ({
    filename: `src/${index}.ts`,
    status: 'modified',
    sha: shaOf('1'),
    additions: 1,
    deletions: 0,
    patch: '@@ -1 +1,2 @@\n a\n+b',
    contents_url: `https://api.github.com/repos/acme/widgets/contents/src/${index}.ts?ref=${head}`,
    ...over,
  })
  const listing = (rows: readonly unknown[]) =>
    client(
      () => Promise.reject(new Error('no query')),
      async (_, { page, per_page: size }) => ({
        status: 200,
        data: rows.slice((Number(page) - 1) * Number(size), Number(page) * Number(size)),
      }),
    )
  const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index))

  test('pages of 100, as many as needed', async () => {
    const files = await readChangedFiles(listing(rows(230)), totals(230, 230))
    expect(files.state === 'present' && files.value.length).toBe(230)
  })

  test('B-F11 more files than GitHub lists: unknown with both numbers', async () => {
    expect(await readChangedFiles(listing(rows(3000)), totals(3500, 3500))).toEqual({
      state: 'unknown',
      reason: message('unknown.incomplete', { what: 'changed files', got: 3000, expected: 3500 }),
    })
  })

  test('B-F12 T-35 rows whose lines GitHub left out without a word', async () => {
    const cut = [...rows(2), row(2, { additions: 0, patch: undefined })]
    expect(await readChangedFiles(listing(cut), totals(3, 3))).toEqual({
      state: 'unknown',
      reason: message('unknown.incomplete', { what: 'changed lines', got: 2, expected: 3 }),
    })
  })

  test('B-A03 a list that shrinks while it is read', async () => {
    expect((await readChangedFiles(listing(rows(150)), totals(151, 151))).state).toBe('unknown')
  })

  test('B-A02 rows of the wrong shape, and HTML', async () => {
    expect((await readChangedFiles(listing([{ filename: 5 }]), totals(1, 1))).state).toBe('unknown')
    const html = client(
      () => Promise.reject(new Error('no query')),
      async () => ({ status: 200, data: '<html>' }),
    )
    expect((await readChangedFiles(html, totals(1, 1))).state).toBe('unknown')
  })

  test('a list of another head', async () => {
    const moved = [row(0, { contents_url: `https://api.github.com/x?ref=${shaOf('d')}` })]
    expect((await readChangedFiles(listing(moved), totals(1, 1))).state).toBe('unknown')
  })

  test('B-A01 a refusal names the status and no address', async () => {
    const refused = client(
      () => Promise.reject(new Error('no query')),
      () => Promise.reject(Object.assign(new Error('https://api.github.com/secret failed'), { status: 502 })),
    )
    expect(await readChangedFiles(refused, totals(1, 1))).toEqual({
      state: 'unknown',
      reason: message('unknown.api', { what: 'changed files', detail: 'HTTP 502' }),
    })
  })
})

describe('roles', () => {
  const page = {
    totalCount: 1,
    pageInfo: { hasNextPage: false, endCursor: null },
    nodes: [{ id: 'U_1', login: 'li-wei', databaseId: 102 }],
  }

  test('B-C38 a team or a login that GitHub does not show is unresolved, never empty', async () => {
    const directory = await readDirectory(answering({ e0: { team: null }, e1: null }), ['@acme/nope', '@nobody'])
    expect(resolveRoles({ implementer: ['@acme/nope', '@nobody'] }, directory).implementer).toMatchObject({
      members: [],
      unresolved: [
        { entry: '@acme/nope', reason: message('unknown.team', { team: '@acme/nope' }) },
        { entry: '@nobody', reason: message('unknown.noUser', { login: '@nobody' }) },
      ],
    })
  })

  test('T-18 members that do not reach their own total', async () => {
    const team = { id: 'T_1', databaseId: 5, combinedSlug: 'acme/implementation', members: { ...page, totalCount: 3 } }
    const directory = await readDirectory(answering({ e0: { team } }), ['@acme/implementation'])
    expect(directory['@acme/implementation']).toMatchObject({ kind: 'unresolved' })
  })

  test('what is refused is unresolved, and what was given counts', async () => {
    const given = { e0: null, e1: { id: 'U_1', login: 'li-wei', databaseId: 102 } }
    const directory = await readDirectory(failing(given, [{ type: 'FORBIDDEN', message: 'x', path: ['e0'] }]), [
      '@acme/implementation',
      '@li-wei',
    ])
    expect(resolveRoles({ r: ['@acme/implementation', '@li-wei'] }, directory).r).toMatchObject({
      members: [{ id: '102' }],
      unresolved: [{ entry: '@acme/implementation' }],
    })
  })

  test('no answer at all: everybody is unresolved with the cause', async () => {
    const down = client(() => Promise.reject(Object.assign(new Error('down'), { status: 503 })))
    const directory = await readDirectory(down, ['@li-wei'])
    expect(directory['@li-wei']).toEqual({
      kind: 'unresolved',
      reason: message('unknown.api', { what: 'role members', detail: 'HTTP 503' }),
    })
  })
})

describe('evidence', () => {
  const measured = plainMeasurement({
    headSha: head,
    scope: 's',
    project: { covered: 9, total: 10 },
    patch: { covered: 1, total: 2 },
    groups: [
      {
        kind: 'flag',
        name: 'unit',
        scope: 'x',
        files: 1,
        project: { covered: 1, total: 2 },
        patch: { covered: 0, total: 0 },
      },
    ],
    changed: [
      {
        path: 'a.ts',
        previousPath: 'b.ts',
        lines: { covered: 1, total: 2 },
        patch: { covered: 0, total: 1 },
        deletions: 3,
      },
    ],
    worst: [{ path: 'a.ts', lines: { covered: 1, total: 2 } }],
    incomplete: [
      { name: 'e2e', path: 'e.xml', found: 0, expected: 1, near: [], carry: { state: 'absent', path: 's.json' } },
    ],
    tests: [{ name: 'unit', tests: 3, failures: 0, errors: 0, skipped: 1 }],
    uncovered: [{ path: 'a`b```.ts', ranges: [[1, 2]] }],
    partial: [{ path: 'a.ts', ranges: [[3, 3]] }],
    moved: 2,
    files: 1,
  })

  test('comes back as it was written, whatever GitHub does to line ends', () => {
    expect(readEvidence(writeEvidence(measured), head)).toEqual({ state: 'present', value: { measured } })
    expect(readEvidence(`${writeEvidence(measured).replaceAll('\n', '\r\n')}\r\n`, head).state).toBe('present')
  })

  test('T-62 fits into a check run however much is uncovered; the counts stay', () => {
    const large = {
      ...measured,
      uncovered: Array.from({ length: 5000 }, (_, index) => ({
        path: `src/${index}/${'x'.repeat(80)}.ts`,
        ranges: [[1, 9]] as const,
      })),
    }
    const text = writeEvidence(large)
    expect(text.length).toBeLessThanOrEqual(65_535)
    const read = readEvidence(text, head)
    expect(read.state === 'present' && read.value.measured.project).toEqual(measured.project)
  })

  test.each([
    ['empty', ''],
    ['no block', JSON.stringify(measured)],
    ['another head', writeEvidence({ ...measured, headSha: shaOf('d') })],
    ['more covered than there is', writeEvidence({ ...measured, project: { covered: 11, total: 10 } })],
    ['a negative count', writeEvidence({ ...measured, patch: { covered: -1, total: 2 } })],
    ['an unknown key', writeEvidence({ ...measured, extra: 1 } as MeasuredCoverage)],
    ['a code that is none of ours', writeEvidence({ ...measured, problems: [{ code: 'x.y', params: {} } as never] })],
    ['a cut block', writeEvidence(measured).slice(0, -20)],
  ])('T-86 %s: unknown, never a measurement', (_, text) => {
    expect(readEvidence(text, head)).toEqual({
      state: 'unknown',
      reason: message('unknown.malformed', { what: 'delivery-gates/coverage' }),
    })
  })
})
