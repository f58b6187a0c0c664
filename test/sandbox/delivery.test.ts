import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { graphql, receiver, rest, type Stage, stage, webhookSecret } from './testing.ts'

let s: Stage & { hook: Awaited<ReturnType<typeof receiver>>; token: string }

beforeEach(async () => {
  const staged = await stage()
  const hook = await receiver()
  const app = staged.sandbox.app({
    slug: 'delivery-gates',
    permissions: {
      checks: 'write',
      contents: 'read',
      deployments: 'write',
      issues: 'write',
      merge_queues: 'read',
      pull_requests: 'write',
      statuses: 'read',
    },
    events: ['deployment', 'deployment_status', 'issues', 'merge_group', 'pull_request'],
    webhookUrl: hook.url,
    webhookSecret,
  })
  const token = app.install('acme').token()
  await staged.sandbox.idle()
  hook.received.length = 0
  s = { ...staged, hook, token }
})

afterEach(async () => {
  expect(s.sandbox.violations).toEqual([])
  await s.sandbox.close()
  await s.hook.close()
})

const last = () => s.hook.received.at(-1)?.payload
const issuesPath = '/repos/acme/widgets/issues'

describe('labels, milestones, issues', () => {
  test('labels of a pull request: by people, over REST, in GraphQL and in webhooks', async () => {
    s.pull.label('chen', 'deploy', 'risky')
    await rest(s.sandbox, s.token, `DELETE ${issuesPath}/1/labels/risky`)
    await rest(s.sandbox, s.token, `POST ${issuesPath}/1/labels`, { labels: ['urgent'] })
    await s.sandbox.idle()
    expect(s.pull.labels()).toEqual(['deploy', 'urgent'])
    expect(s.hook.names()).toEqual([
      'pull_request.labeled',
      'pull_request.labeled',
      'pull_request.unlabeled',
      'pull_request.labeled',
    ])
    expect(last()).toMatchObject({ label: { name: 'urgent' }, pull_request: { labels: [{}, { name: 'urgent' }] } })
    const query = `{ repository(owner: "acme", name: "widgets") { pullRequest(number: 1) {
      labels(first: 10) { totalCount nodes { name } } milestone { title } } } }`
    const { data } = await graphql(s.sandbox, s.token, query)
    expect(data.repository.pullRequest.labels).toEqual({
      totalCount: 2,
      nodes: [{ name: 'deploy' }, { name: 'urgent' }],
    })
  })

  test('who may only read puts no label on', () => {
    s.sandbox.user('ana')
    expect(() => s.pull.label('ana', 'deploy')).toThrow('triage')
  })

  test('a milestone comes and goes', async () => {
    s.pull.setMilestone('chen', '2.0')
    const listed = await rest(s.sandbox, s.token, 'GET /repos/acme/widgets/milestones')
    expect(listed.body).toMatchObject([{ title: '2.0', open_issues: 1 }])
    s.pull.setMilestone('chen', null)
    await s.sandbox.idle()
    expect(s.hook.names()).toEqual(['pull_request.milestoned', 'pull_request.demilestoned'])
  })

  test('an issue that the description closes is linked, with its labels, only towards the default branch', async () => {
    const { body } = await rest(s.sandbox, s.token, `POST ${issuesPath}`, { title: 'Slow', body: '## Goal\nFast' })
    s.repository.labelIssue(body.number, 'chen', 'accepted')
    await s.pull.edit({ body: `Fixes #${body.number} and closes acme/other#9` }, 'chen')
    const query = `{ repository(owner: "acme", name: "widgets") { pullRequest(number: 1) {
      closingIssuesReferences(first: 10) { totalCount nodes {
        number title body state labels(first: 5) { nodes { name } } repository { name owner { login } } } } } } }`
    const read = async () => (await graphql(s.sandbox, s.token, query)).data.repository.pullRequest
    expect((await read()).closingIssuesReferences).toMatchObject({
      totalCount: 1,
      nodes: [{ title: 'Slow', body: '## Goal\nFast', state: 'OPEN', labels: { nodes: [{ name: 'accepted' }] } }],
    })
    s.repository.editIssue(body.number, 'chen', { body: 'Other', state: 'closed' })
    await rest(s.sandbox, s.token, `PATCH ${issuesPath}/${body.number}`, { state: 'open' })
    await s.sandbox.idle()
    expect(s.hook.names().filter(name => name.startsWith('issues'))).toEqual([
      'issues.opened',
      'issues.labeled',
      'issues.edited',
      'issues.closed',
      'issues.reopened',
    ])
  })
})

describe('deployments', () => {
  test('of a commit, newest first, with the newest status', async () => {
    const sha = s.pull.headSha
    s.repository.deploy({ sha, environment: 'staging', state: 'in_progress' })
    const path = '/repos/acme/widgets/deployments'
    const { body } = await rest(s.sandbox, s.token, `POST ${path}`, { ref: sha, environment: 'prod' })
    await rest(s.sandbox, s.token, `POST ${path}/${body.id}/statuses`, { state: 'success' })
    await s.sandbox.idle()
    expect(s.hook.names()).toEqual([
      'deployment.created',
      'deployment_status.created',
      'deployment.created',
      'deployment_status.created',
    ])
    const statuses = await rest(s.sandbox, s.token, `GET ${path}/${body.id}/statuses`)
    expect(statuses.body).toMatchObject([{ state: 'success', creator: { login: 'delivery-gates[bot]' } }])
    const listed = await rest(s.sandbox, s.token, `GET ${path}?sha=${sha}`)
    expect(listed.body.map((one: { environment: string }) => one.environment)).toEqual(['prod', 'staging'])
    const query = `{ repository(owner: "acme", name: "widgets") { object(oid: "${sha}") { ... on Commit {
      deployments(first: 10, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { environment latestStatus { state } creator { login } } } } } } }`
    const { data } = await graphql(s.sandbox, s.token, query)
    expect(data.repository.object.deployments.nodes).toMatchObject([
      { environment: 'prod', latestStatus: { state: 'SUCCESS' } },
      { environment: 'staging', latestStatus: { state: 'IN_PROGRESS' }, creator: { login: 'github-actions' } },
    ])
  })
})

describe('checks of workflows', () => {
  test('a run of GitHub Actions names its workflow and event; two workflows have two suites', async () => {
    const sha = s.pull.headSha
    await s.repository.check({ sha, name: 'e2e', conclusion: 'success', workflow: { name: 'CI', event: 'push' } })
    await s.repository.check({ sha, name: 'lint', conclusion: 'failure', workflow: { name: 'Lint', event: 'push' } })
    const query = `{ repository(owner: "acme", name: "widgets") { object(oid: "${sha}") { ... on Commit {
      statusCheckRollup { contexts(first: 10) { nodes { ... on CheckRun {
        name checkSuite { app { slug databaseId } workflowRun { event workflow { name } } } } } } } } } } }`
    const { data } = await graphql(s.sandbox, s.token, query)
    expect(data.repository.object.statusCheckRollup.contexts.nodes).toMatchObject([
      { name: 'e2e', checkSuite: { app: { slug: 'github-actions' }, workflowRun: { workflow: { name: 'CI' } } } },
      { name: 'lint', checkSuite: { workflowRun: { event: 'push', workflow: { name: 'Lint' } } } },
    ])
  })
})

describe('the merge queue', () => {
  test('R-09 a group is one commit on top of the base; checks are asked for, and a group can be destroyed', async () => {
    const before = s.repository.baseSha()
    const group = await s.repository.enqueue([1])
    await s.sandbox.idle()
    expect(s.hook.names()).toEqual(['merge_group.checks_requested'])
    expect(last().merge_group).toMatchObject({
      head_sha: group.headSha,
      base_sha: before,
      base_ref: 'refs/heads/main',
      head_ref: `refs/heads/gh-readonly-queue/main/pr-1-${before}`,
    })
    const compared = await rest(s.sandbox, s.token, `GET /repos/acme/widgets/compare/${before}...${group.headSha}`)
    expect(compared.body.commits.map((commit: { sha: string }) => commit.sha)).toContain(s.pull.headSha)
    await s.repository.destroyGroup(group.headSha, 'dequeued')
    await s.sandbox.idle()
    expect(last()).toMatchObject({ action: 'destroyed', reason: 'dequeued' })
    expect(s.repository.baseSha()).toBe(before)
  })
})
