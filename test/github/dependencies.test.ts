import { getOctokit } from '@actions/github'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DependencyGraph, IssueRef } from '../../src/facts/facts.ts'
import { clientOf } from '../../src/github/client.ts'
import { type RefsIn, readDependencies } from '../../src/github/dependencies.ts'
import { type Repository, type Sandbox, startSandbox } from '../sandbox/index.ts'

let sandbox: Sandbox
let api: Repository
let hidden: Repository
const token = () => {
  const app = sandbox.app({
    slug: 'reader',
    permissions: { contents: 'read', checks: 'read', statuses: 'read', pull_requests: 'read', issues: 'read' },
    events: [],
    webhookSecret: 'x',
  })
  return app.install('acme', ['api', 'web']).token()
}

/** Stands for the parser of descriptions: every `owner/name#n` and `#n`. */
const refsIn: RefsIn = (body, here) =>
  [...body.matchAll(/(?:([\w-]+)\/([\w-]+))?#(\d+)/g)].map(([, owner, name, number]) => ({
    owner: owner ?? here.owner,
    name: name ?? here.name,
    number: Number(number),
  }))

const ref = (name: string, number: number): IssueRef => ({ owner: 'acme', name, number })
const start = (body: string) => ({ ...ref('web', 1), title: 'Start', state: 'open' as const, body })
const short = ({ nodes }: DependencyGraph) =>
  nodes.map(
    node =>
      `${node.name}#${node.number} ${node.state} ${node.verdict} < ${node.dependsOn.map(one => `${one.name}#${one.number}`)}`,
  )

async function pull(repository: Repository, branch: string, body: string) {
  await repository.commit(branch, { from: 'main', files: { [branch]: 'x' }, message: branch, author: 'chen' })
  return repository.openPullRequest({ title: branch, head: branch, author: 'chen', body })
}

const graphOf = async (body: string) => {
  const client = clientOf(getOctokit(token(), { baseUrl: sandbox.apiUrl }))
  const read = await readDependencies(client, start(body), refsIn)
  if (read.state !== 'present') throw new Error(JSON.stringify(read))
  return read.value
}

beforeAll(async () => {
  sandbox = await startSandbox()
  sandbox.organization('acme').team('all', ['chen'])
  api = await sandbox.repository('acme', 'api', { collaborators: { chen: 'write' } })
  await sandbox.repository('acme', 'web', { collaborators: { chen: 'write' } })
  hidden = await sandbox.repository('acme', 'hidden', { private: true, collaborators: { chen: 'write' } })
})
afterAll(async () => {
  expect(sandbox.violations).toEqual([])
  await sandbox.close()
})

describe('readDependencies', () => {
  test('T-84 merged, open with its own verdict, hidden and missing, in one read; a job of the same name is no verdict', async () => {
    const merged = await pull(api, 'merged', '')
    await merged.merge('chen')
    const open = await pull(api, 'ready', '')
    await api.status({ sha: open.headSha, context: 'delivery-gates', state: 'success', by: 'chen' })
    const spoofed = await pull(api, 'spoofed', '')
    await api.check({ sha: spoofed.headSha, name: 'delivery-gates', conclusion: 'success' })
    await pull(hidden, 'secret', '')
    const issue = api.openIssue('chen', 'Decide')
    sandbox.resetCalls()
    const graph = await graphOf(`acme/api#1 acme/api#2 acme/api#3 acme/hidden#1 acme/api#99 acme/api#${issue}`)
    expect(short(graph)).toEqual([
      'web#1 open null < ',
      'api#1 merged null < web#1',
      'api#2 open passed < web#1',
      'api#3 open null < web#1',
      'hidden#1 unread null < web#1',
      'api#99 unread null < web#1',
      `api#${issue} open null < web#1`,
    ])
    expect(graph.truncated).toBe(false)
    expect(sandbox.calls.filter(call => call.kind === 'read')).toHaveLength(1)
  })

  test('cycles are followed once and stay visible, each node naming who depends on it', async () => {
    const first = await pull(api, 'cycle-a', '')
    const second = await pull(api, 'cycle-b', `#${first.number} acme/web#1`)
    await first.edit({ body: `#${second.number}` }, 'chen')
    const graph = await graphOf(`acme/api#${first.number}`)
    expect(short(graph)).toEqual([
      `web#1 open null < api#${second.number}`,
      `api#${first.number} open null < web#1,api#${second.number}`,
      `api#${second.number} open null < api#${first.number}`,
    ])
  })

  test('more than 50, or more than five steps away: truncated, and no more than three reads of 20', async () => {
    sandbox.resetCalls()
    const many = Array.from({ length: 70 }, (_, index) => `#${1000 + index}`).join(' ')
    const graph = await graphOf(many)
    expect([graph.nodes.length, graph.truncated]).toEqual([50, true])
    expect(sandbox.calls.filter(call => call.kind === 'read')).toHaveLength(3)

    let next = ''
    for (let step = 7; step > 0; step -= 1) next = `#${(await pull(api, `chain-${step}`, next)).number}`
    const chain = await graphOf(`acme/api${next}`)
    expect([chain.nodes.length, chain.truncated]).toEqual([6, true])
  })

  test('B-A01 GitHub does not answer: unknown, never an empty graph', async () => {
    const client = clientOf({
      graphql: () => Promise.reject(Object.assign(new Error('Bad gateway'), { status: 502 })),
      request: () => Promise.reject(new Error('no call')),
    })
    expect((await readDependencies(client, start('#2'), refsIn)).state).toBe('unknown')
  })
})
