import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectGitHub, type GitHubApp } from '../../app/github.ts'
import { graphQlFailure, statusOf } from '../../src/github/client.ts'
import type { Repository } from '../sandbox/index.ts'
import { boxesOf, openScene, type Scene } from './scene.ts'

let scene: Scene
let github: GitHubApp
let installation: string
let other: Repository
/** Moves the App's clock. */
let ahead = 0

beforeEach(async () => {
  ahead = 0
  scene = await openScene({ private: true })
  other = await scene.sandbox.repository('acme', 'vault', { private: true, files: { 'README.md': '# vault\n' } })
  github = connectGitHub(
    {
      appId: String(scene.app.id),
      privateKey: scene.app.privateKey,
      githubApiUrl: scene.sandbox.apiUrl,
      webhookSecrets: ['x'],
    },
    () => {},
    fetch,
    { now: () => Date.now() + ahead },
  )
  const [first] = [...scene.sandbox.world.installations.values()].filter(one => one.app.slug === 'delivery-gates')
  installation = String(first?.id)
})
afterEach(() => scene.close())

const widgets = () => String(scene.repository.id)
const read = async (repoId: string | null, repo: string) => {
  const client = await github.clientFor(installation, repoId)
  return client.request('GET /repos/{owner}/{repo}', { owner: 'acme', repo })
}
const ask = async (repoId: string | null, name: string) => {
  const client = await github.clientFor(installation, repoId)
  const query = 'query Name($name: String!) { repository(owner: "acme", name: $name) { name } }'
  return client.graphql<{ repository: { name: string } | null }>(query, { name })
}
const tokens = () => scene.sandbox.calls.filter(call => call.operation === 'apps/create-installation-access-token')

describe('T-80 a token for one repository', () => {
  test('T-80 it reaches this one and no other; without one, all of the installation', async () => {
    expect((await read(widgets(), 'widgets')).status).toBe(200)
    expect((await read(null, 'vault')).status).toBe(200)
    expect(statusOf(await read(widgets(), 'vault').catch(error => error))).toBe(404)
    expect(await ask(widgets(), 'widgets')).toEqual({ repository: { name: 'widgets' } })
    expect(graphQlFailure(await ask(widgets(), 'vault').catch(error => error))?.errors[0]?.type).toBe('NOT_FOUND')
  })

  test('T-80 one for many calls at once, a new one before the old one ends', async () => {
    scene.sandbox.resetCalls()
    await Promise.all(Array.from({ length: 20 }, () => read(widgets(), 'widgets')))
    expect(tokens()).toHaveLength(1)
    ahead = 55 * 60_000
    await read(widgets(), 'widgets')
    await read(widgets(), 'widgets')
    expect(tokens()).toHaveLength(2)
  })

  test('T-80 one that GitHub has taken back is replaced, once', async () => {
    await read(widgets(), 'widgets')
    scene.sandbox.expireTokens()
    scene.sandbox.resetCalls()
    expect((await read(widgets(), 'widgets')).status).toBe(200)
    expect(tokens()).toHaveLength(1)
    scene.sandbox.faults.add({ match: 'repos/get', kind: 'status', status: 401 })
    scene.sandbox.resetCalls()
    expect(statusOf(await read(widgets(), 'widgets').catch(error => error))).toBe(401)
    expect(tokens()).toHaveLength(1)
  })

  test('T-80 where GitHub fails, the next call asks for one again', async () => {
    scene.sandbox.faults.add({
      match: 'apps/create-installation-access-token',
      kind: 'status',
      status: 502,
      times: 1,
    })
    expect(statusOf(await read(widgets(), 'widgets').catch(error => error))).toBe(502)
    expect((await read(widgets(), 'widgets')).status).toBe(200)
  })

  test('R-20 T-80 a repository that is not the installation’s any more is not there, by both APIs', async () => {
    scene.sandbox.world.repositories.delete(other.fullName)
    expect(statusOf(await read(String(other.id), 'vault').catch(error => error))).toBe(404)
    const failure = graphQlFailure(await ask(String(other.id), 'vault').catch(error => error))
    expect(failure).toMatchObject({ data: { repository: null }, errors: [{ type: 'NOT_FOUND' }] })
  })
})

test('T-80 all that the App does about a pull request goes with tokens of its repository', async () => {
  const { sandbox, repository } = scene
  const pull = await scene.open()
  await pull.comment('li-wei', '/sign-off rollback')
  await scene.settle()
  expect(boxesOf(pull).rollback).toBe('x')
  await scene.server.reconcile()
  await scene.settle()
  const calls = sandbox.calls.filter(call => call.actor.startsWith('delivery-gates') && call.kind !== 'auth')
  const wide = calls.filter(call => call.repositories === null)
  expect(calls.filter(call => call.repositories?.includes(repository.id)).length).toBeGreaterThan(4)
  expect(calls.filter(call => call.kind === 'write' && call.repositories?.length !== 1)).toEqual([])
  expect([...new Set(wide.map(call => call.operation))].sort()).toEqual([
    'apps/list-installations',
    'apps/list-repos-accessible-to-installation',
    'apps/list-webhook-deliveries',
  ])
})
