import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AppStage, appStage, graphql } from './testing.ts'

let s: AppStage
let app: string

beforeAll(async () => {
  s = await appStage()
  app = s.installation.token()
})

afterAll(async () => {
  expect(s.sandbox.violations).toEqual([])
  await s.sandbox.close()
  await s.hook.close()
})

const ask = (query: string, variables = {}, token = app) => graphql(s.sandbox, token, query, variables)

const pullQuery = /* GraphQL */ `
  query facts($owner: String!, $name: String!, $number: Int!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      id databaseId nameWithOwner isPrivate owner { login }
      defaultBranchRef { name target { oid } }
      policy: object(expression: "main:docs/guide.md") { __typename ... on Blob { oid text byteSize isBinary isTruncated } }
      pullRequest(number: $number) {
        id fullDatabaseId number title body state isDraft merged mergedAt createdAt updatedAt url
        author { __typename login ... on User { databaseId } ... on Bot { databaseId } }
        authorAssociation baseRefName baseRefOid headRefName headRefOid isCrossRepository
        changedFiles additions deletions reviewDecision
        labels(first: 5) { nodes { name } }
        milestone { title }
        baseRef { target { oid ... on Commit { file(path: "src/app.ts") { mode type path object { ... on Blob { oid text } } } } } }
        files(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { path additions deletions changeType } }
        reviewRequests(first: 10) { totalCount nodes { requestedReviewer { __typename ... on User { login databaseId } ... on Team { databaseId slug combinedSlug } } } }
        reviews(first: 50) { totalCount nodes { fullDatabaseId state body submittedAt authorCanPushToRepository author { login } commit { oid } } }
        comments(last: 50) { totalCount nodes { fullDatabaseId body lastEditedAt editor { login } author { __typename login } } }
        commits(last: 1) {
          totalCount
          nodes { commit {
            oid message committedDate authors(first: 3) { nodes { email user { login databaseId } } } signature { isValid } parents(first: 2) { nodes { oid } }
            status { state contexts { context state } }
            statusCheckRollup { state }
            checkSuites(first: 10, filterBy: { checkName: "gates" }) { nodes { app { databaseId slug } checkRuns(first: 10, filterBy: { checkType: LATEST }) { nodes { databaseId name status conclusion externalId title summary text } } } }
          } }
        }
      }
    }
  }
`

test('a pull request in one query', async () => {
  s.pull.requestReview('chen', { users: ['li-wei'], teams: ['implementation'] })
  const id = await s.pull.comment('chen', '- [ ] rehearsed')
  s.pull.tick(id, 'chen', 'rehearsed')
  const { data, errors } = await ask(pullQuery, { owner: 'acme', name: 'widgets', number: 1 })
  expect(errors).toBeUndefined()
  const { pullRequest, policy, defaultBranchRef } = data.repository
  expect(policy).toMatchObject({ __typename: 'Blob', text: '# Guide\n', isBinary: false, isTruncated: false })
  expect(defaultBranchRef.target.oid).toBe(s.repository.baseSha())
  expect(pullRequest).toMatchObject({
    state: 'OPEN',
    headRefOid: s.pull.headSha,
    author: { __typename: 'User', login: 'chen' },
    changedFiles: 5,
    additions: 3,
    reviewRequests: {
      totalCount: 2,
      nodes: [
        { requestedReviewer: { __typename: 'User', login: 'li-wei' } },
        { requestedReviewer: { __typename: 'Team', combinedSlug: 'acme/implementation' } },
      ],
    },
    comments: { nodes: [{ body: '- [x] rehearsed', editor: { login: 'chen' }, author: { __typename: 'User' } }] },
  })
  expect(pullRequest.files.nodes.map(({ changeType }: { changeType: string }) => changeType)).toEqual([
    'DELETED',
    'ADDED',
    'RENAMED',
    'ADDED',
    'MODIFIED',
  ])
  expect(pullRequest.baseRef.target.file).toMatchObject({ mode: 0o100644, object: { text: 'one\ntwo\nthree\n' } })
  expect(pullRequest.commits.nodes[0].commit.authors.nodes[0].user.login).toBe('chen')
})

test('big numbers are strings', async () => {
  const { data } = await ask(
    '{ repository(owner: "acme", name: "widgets") { pullRequest(number: 1) { fullDatabaseId } } }',
  )
  expect(data.repository.pullRequest.fullDatabaseId).toBe(String(s.pull.id))
})

describe('several mutations in one call', () => {
  test('all succeed, in order', async () => {
    s.sandbox.resetCalls()
    const repositoryId = s.repository.nodeId
    const { data, errors } = await ask(
      /* GraphQL */ `
        mutation publish($pull: ID!, $run: CreateCheckRunInput!) {
          addComment(input: { subjectId: $pull, body: "hello" }) {
            commentEdge { node { id fullDatabaseId author { __typename login } viewerDidAuthor } }
          }
          createCheckRun(input: $run) { checkRun { databaseId id conclusion annotations(first: 5) { totalCount } } }
        }
      `,
      {
        pull: s.pull.nodeId,
        run: {
          repositoryId,
          headSha: s.pull.headSha,
          name: 'gates',
          status: 'COMPLETED',
          conclusion: 'ACTION_REQUIRED',
          externalId: 'e1',
          output: {
            title: 'Waiting',
            summary: 'for @li-wei',
            annotations: [
              { path: 'src/app.ts', location: { startLine: 2, endLine: 2 }, annotationLevel: 'WARNING', message: 'm' },
            ],
          },
          actions: [{ label: 'Sign off', description: 'as implementer', identifier: 'sign-off' }],
        },
      },
    )
    expect(errors).toBeUndefined()
    // GraphQL names bots without the [bot] of the REST API.
    expect(data.addComment.commentEdge.node).toMatchObject({
      author: { __typename: 'Bot', login: 'delivery-gates' },
      viewerDidAuthor: true,
    })
    expect(data.createCheckRun.checkRun).toMatchObject({
      conclusion: 'ACTION_REQUIRED',
      annotations: { totalCount: 1 },
    })
    expect(s.sandbox.calls).toMatchObject([{ operation: 'graphql:mutation:addComment,createCheckRun', kind: 'write' }])
    expect(s.pull.checkRuns()).toMatchObject([{ app: 'delivery-gates', name: 'gates', externalId: 'e1' }])
  })

  test('one that fails is null with a type, the others stand', async () => {
    const { data, errors } = await ask(
      /* GraphQL */ `
        mutation ($pull: ID!) {
          gone: updateIssueComment(input: { id: "IC_gone", body: "x" }) { issueComment { id } }
          addComment(input: { subjectId: $pull, body: "second" }) { clientMutationId }
          empty: addComment(input: { subjectId: $pull, body: " " }) { clientMutationId }
        }
      `,
      { pull: s.pull.nodeId },
    )
    expect(data).toMatchObject({ gone: null, addComment: { clientMutationId: null }, empty: null })
    expect(errors).toMatchObject([
      { type: 'NOT_FOUND', path: ['gone'] },
      { type: 'UNPROCESSABLE', path: ['empty'] },
    ])
    expect(s.pull.comments().at(-1)).toMatchObject({ body: 'second', viaApp: 'delivery-gates' })
  })

  test('permissions hold as for REST', async () => {
    const token = s.installation.token({ pull_requests: 'read', contents: 'read' })
    const { data, errors } = await ask(
      'mutation ($id: ID!) { addComment(input: { subjectId: $id, body: "x" }) { clientMutationId } }',
      { id: s.pull.nodeId },
      token,
    )
    expect(data).toEqual({ addComment: null })
    expect(errors).toMatchObject([{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }])
  })

  test('review requests replace, or join with union', async () => {
    const request = (union: boolean, login: string) =>
      ask(
        /* GraphQL */ `
          mutation ($pull: ID!, $users: [ID!], $union: Boolean) {
            requestReviews(input: { pullRequestId: $pull, userIds: $users, union: $union }) { pullRequest { id } }
          }
        `,
        { pull: s.pull.nodeId, users: [s.sandbox.user(login).nodeId], union },
      )
    s.sandbox.organization('acme').member('wang')
    await request(true, 'wang')
    expect(s.pull.requestedReviewers()).toEqual({ users: ['li-wei', 'wang'], teams: ['implementation'] })
    await request(false, 'wang')
    expect(s.pull.requestedReviewers()).toEqual({ users: ['wang'], teams: ['implementation'] })
  })
})

test('members of a team, in pages', async () => {
  s.sandbox.organization('acme').team('implementation', ['a', 'b', 'c'])
  const query = /* GraphQL */ `
    query ($after: String) {
      organization(login: "acme") { team(slug: "implementation") { databaseId
        members(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { login databaseId } } } }
    }
  `
  const first = (await ask(query)).data.organization.team.members
  expect(first).toMatchObject({
    totalCount: 3,
    nodes: [{ login: 'a' }, { login: 'b' }],
    pageInfo: { hasNextPage: true },
  })
  const rest = (await ask(query, { after: first.pageInfo.endCursor })).data.organization.team.members
  expect(rest).toMatchObject({ nodes: [{ login: 'c' }], pageInfo: { hasNextPage: false } })
})

describe('what is wrong is said', () => {
  test.each([
    ['an unknown field', '{ repository(owner: "acme", name: "widgets") { nme } }', 'Cannot query field "nme"'],
    [
      'no such repository',
      '{ repository(owner: "a", name: "b") { id } }',
      "Could not resolve to a Repository with the name 'a/b'.",
    ],
    [
      'a connection without bounds',
      '{ repository(owner: "acme", name: "widgets") { pullRequests { nodes { id } } } }',
      'You must provide a `first` or `last` value to properly paginate the `pullRequests` connection.',
    ],
    [
      'too large a page',
      '{ repository(owner: "acme", name: "widgets") { pullRequests(first: 101) { nodes { id } } } }',
      'Requesting 101 records on the `pullRequests` connection exceeds the `first` limit of 100 records.',
    ],
    [
      'what the sandbox lacks',
      '{ repository(owner: "acme", name: "widgets") { stargazerCount } }',
      'not modelled by the sandbox: Repository.stargazerCount',
    ],
  ])('%s', async (_, query, message) => {
    const { errors } = await ask(query)
    expect(errors?.[0]?.message).toContain(message)
  })

  test('counting needs no bounds', async () => {
    const { data } = await ask('{ repository(owner: "acme", name: "widgets") { pullRequests { totalCount } } }')
    expect(data.repository.pullRequests.totalCount).toBe(1)
  })

  test('a field that a token may not read is null, the rest stands', async () => {
    const token = s.repository.actionsToken({ permissions: { 'pull-requests': 'read' } })
    const query =
      '{ repository(owner: "acme", name: "widgets") { object(expression: "main:docs/guide.md") { oid } pullRequest(number: 1) { number } } }'
    const { data, errors } = await ask(query, {}, token)
    expect(data.repository).toEqual({ object: null, pullRequest: { number: 1 } })
    expect(errors).toMatchObject([{ type: 'FORBIDDEN', path: ['repository', 'object'] }])
  })
})

test('node ids lead back to what they name', async () => {
  const { data, errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
    ids: [s.pull.nodeId, s.repository.nodeId, 'unknown'],
  })
  expect(data.nodes).toMatchObject([{ __typename: 'PullRequest' }, { __typename: 'Repository' }, null])
  expect(errors).toMatchObject([{ type: 'NOT_FOUND', path: ['nodes', 2] }])
})
