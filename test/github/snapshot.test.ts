import { getOctokit } from '@actions/github'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fact, present } from '../../src/facts/facts.ts'
import { clientOf, type GitHubClient } from '../../src/github/client.ts'
import { readSnapshot } from '../../src/github/snapshot.ts'
import { message } from '../../src/locales/message.ts'
import { type Stage, stage } from '../sandbox/testing.ts'

let s: Stage
const ref = { owner: 'acme', name: 'widgets', number: 1 }

const everything = {
  checks: 'read',
  contents: 'read',
  deployments: 'read',
  issues: 'read',
  members: 'read',
  pull_requests: 'read',
  statuses: 'read',
} as const

const clientWith = (permissions: Record<string, 'read' | 'write'>): GitHubClient =>
  clientOf(getOctokit(s.repository.actionsToken({ permissions }), { baseUrl: s.sandbox.apiUrl }))

const read = async (permissions: Record<string, 'read' | 'write'> = everything) => {
  const snapshot = await readSnapshot(clientWith(permissions), ref)
  if (snapshot === null) throw new Error('no such pull request')
  return snapshot
}

const known = <T>(fact: Fact<T>): T => {
  if (fact.state !== 'present') throw new Error(JSON.stringify(fact))
  return fact.value
}

beforeAll(async () => {
  s = await stage()
  const { repository, pull } = s
  const issue = repository.openIssue('chen', 'Slow', '## Goal\nFast')
  repository.labelIssue(issue, 'chen', 'accepted')
  await pull.edit({ body: `Fixes #${issue}` }, 'chen')
  pull.label('chen', 'deploy', 'urgent')
  const sha = pull.headSha
  const ci = { name: 'CI', event: 'pull_request' }
  await repository.check({ sha, name: 'e2e (debian)', conclusion: 'failure', workflow: ci })
  await repository.check({ sha, name: 'e2e (debian)', conclusion: 'success', workflow: ci })
  await repository.check({ sha, name: 'lint', workflow: { name: 'Lint', event: 'push' } })
  await repository.check({ sha, name: 'delivery-gates/coverage', conclusion: 'success' })
  await repository.status({ sha, context: 'license/cla', state: 'success', by: 'chen' })
  await repository.status({ sha, context: 'delivery-gates', state: 'pending', by: 'chen' })
  repository.deploy({ sha, environment: 'staging', state: 'failure' })
  repository.deploy({ sha, environment: 'prod', state: 'success', by: 'chen' })
  repository.deploy({ sha, environment: 'staging', state: 'success' })
})
afterAll(async () => {
  expect(s.sandbox.violations).toEqual([])
  await s.sandbox.close()
})

describe('what one read gives beside commits and reviews', () => {
  test('A1 body, labels, milestone and linked issues', async () => {
    s.sandbox.resetCalls()
    const { body, labels, milestone, linkedIssues } = await read()
    expect(s.sandbox.calls.map(call => call.operation)).toEqual(['graphql:query:PullRequestFacts'])
    expect(body).toEqual(present('Fixes #2'))
    expect(labels).toEqual(present(['deploy', 'urgent']))
    expect(milestone.state).toBe('absent')
    expect(known(linkedIssues)).toEqual([
      {
        owner: 'acme',
        name: 'widgets',
        number: 2,
        title: 'Slow',
        body: '## Goal\nFast',
        state: 'open',
        labels: ['accepted'],
        milestone: null,
      },
    ])
  })

  test('the newest check run of each app, name and workflow, and the newest status of each context, without our own', async () => {
    const checks = known((await read()).checks)
    const actions = { id: '15368', slug: 'github-actions' }
    expect(checks).toMatchObject([
      { kind: 'check', name: 'lint', app: actions, state: 'pending', workflow: { name: 'Lint', event: 'push' } },
      { kind: 'check', name: 'e2e (debian)', app: actions, state: 'passed', workflow: { name: 'CI' } },
      { kind: 'status', name: 'license/cla', app: null, state: 'passed', creator: { login: 'chen', type: 'User' } },
    ])
    expect(checks).toHaveLength(3)
  })

  test('the newest deployment to each environment, and who deployed', async () => {
    expect(known((await read()).deployments)).toMatchObject([
      { environment: 'staging', state: 'success', creator: { login: 'github-actions[bot]', type: 'Bot' } },
      { environment: 'prod', state: 'success', creator: { login: 'chen', type: 'User' } },
    ])
  })

  test.each([
    ['issues', 'linkedIssues', 'linked issues', 'issues: read'],
    ['deployments', 'deployments', 'deployments', 'deployments: read'],
    ['statuses', 'checks', 'checks', 'checks: read, statuses: read'],
  ] as const)(
    'T-56 without %s only %s is unknown, and it says what is missing',
    async (left, fact, what, permission) => {
      const { [left]: _, ...granted } = everything
      const snapshot = await read(granted)
      expect(snapshot[fact]).toEqual({ state: 'unknown', reason: message('unknown.permission', { what, permission }) })
      for (const other of ['body', 'labels', 'linkedIssues', 'checks', 'deployments', 'reviews'] as const) {
        if (other !== fact) expect([other, snapshot[other].state]).toEqual([other, 'present'])
      }
    },
  )

  test('T-35 250 checks are read page by page', async () => {
    const { repository, pull } = s
    for (let index = 0; index < 250; index += 1) {
      await repository.check({ sha: pull.headSha, name: `cell ${index}`, conclusion: 'success' })
    }
    s.sandbox.resetCalls()
    expect(known((await read()).checks)).toHaveLength(253)
    expect(s.sandbox.calls.map(call => call.operation)).toEqual([
      'graphql:query:PullRequestFacts',
      'graphql:query:MoreChecks',
      'graphql:query:MoreChecks',
    ])
  })
})
