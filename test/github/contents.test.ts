import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getOctokit } from '@actions/github'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChangedFile, present } from '../../src/facts/facts.ts'
import { findRepository } from '../../src/git/git.ts'
import { clientOf, type GitHubClient } from '../../src/github/client.ts'
import { readImpact } from '../../src/github/contents.ts'
import { readChangedFiles } from '../../src/github/files.ts'
import { readSnapshot } from '../../src/github/snapshot.ts'
import { impactBetween } from '../../src/workspace/impact.ts'
import { type PullRequest, type Repository, type Sandbox, startSandbox } from '../sandbox/index.ts'

let sandbox: Sandbox
let repository: Repository
let pull: PullRequest
let client: GitHubClient
let dir: string

const place = { owner: 'acme', name: 'widgets' }
const compose = (image: string, more = '') => `services:\n  web:\n    image: ${image}\n    ports: ["8080:80"]\n${more}`

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'delivery-gates-contents-'))
  sandbox = await startSandbox()
  sandbox.organization('acme')
  repository = await sandbox.repository('acme', 'widgets', {
    files: {
      Dockerfile: 'FROM node:22-slim\nEXPOSE 8080\nUSER node\n',
      'compose.yaml': compose('web:1'),
      'old/Dockerfile': 'FROM debian:12\nEXPOSE 9000\n',
      'gone/Dockerfile': 'FROM alpine:3.20\nEXPOSE 7000\n',
      'src/app.js': 'one\n',
    },
    collaborators: { chen: 'write' },
  })
  await repository.commit('topic', {
    from: 'main',
    files: {
      Dockerfile: 'FROM node:24-slim\nEXPOSE 9090\nUSER root\n',
      'compose.yaml': compose('web:2', '    environment:\n      TIMEOUT: "30"\n'),
      'old/Dockerfile': null,
      'new/Dockerfile': 'FROM debian:12\nEXPOSE 9001\n',
      'gone/Dockerfile': null,
      'added/Dockerfile': 'FROM node:24\nEXPOSE 3000\nENV MODE=prod\n',
      'src/app.js': 'two\n',
    },
    message: 'Change',
    author: 'chen',
  })
  // The base moves on: what it changes is no part of the pull request.
  await repository.commit('main', {
    files: { Dockerfile: 'FROM node:22-slim\nEXPOSE 8080\nUSER node\nENV LATER=1\n' },
    message: 'Later',
    author: 'chen',
  })
  pull = await repository.openPullRequest({ title: 'Change', head: 'topic', author: 'chen' })
  const token = repository.actionsToken({ permissions: { contents: 'read', pull_requests: 'read' } })
  client = clientOf(getOctokit(token, { baseUrl: sandbox.apiUrl }))
})
afterAll(async () => {
  expect(sandbox.violations).toEqual([])
  await sandbox.close()
  await rm(dir, { recursive: true, force: true })
})

describe('readImpact', () => {
  test('says of GitHub’s list and texts what git says of the clone, in one read', async () => {
    const snapshot = await readSnapshot(client, { ...place, number: pull.number })
    if (snapshot === null) expect.unreachable()
    const changed = await readChangedFiles(client, snapshot)
    sandbox.resetCalls()
    const remote = await readImpact(client, place, changed)
    expect(sandbox.calls.map(call => call.operation)).toEqual(['graphql:query:Contents'])

    await repository.checkout('topic', dir)
    const clone = await findRepository(dir, dir)
    if (clone === null) expect.unreachable()
    const local = await impactBetween(clone, repository.baseSha(), pull.headSha, changed)
    expect(remote).toEqual(local)
    const impacts = remote.state === 'present' ? remote.value.impacts : []
    expect(impacts.map(one => `${one.kind} ${one.direction}`)).toContain('base-image changed')
    expect(impacts.some(one => one.key.includes('LATER'))).toBe(false)
  })

  const file = (path: string, over: Partial<ChangedFile> = {}): ChangedFile => ({
    path,
    status: 'modified',
    kind: 'text',
    blob: 'a'.repeat(40),
    additions: 1,
    deletions: 1,
    hunks: [
      {
        oldStart: 1,
        newStart: 1,
        lines: [
          { kind: 'removed', text: 'FROM a' },
          { kind: 'added', text: 'FROM b' },
        ],
      },
    ],
    ...over,
  })
  const answering = (blob: unknown) =>
    clientOf({
      graphql: async () => ({ repository: { b0: blob } }),
      request: () => Promise.reject(new Error('no call')),
    })
  const unreadWith = async (blob: unknown, changed: ChangedFile = file('Dockerfile')) => {
    const read = await readImpact(answering(blob), place, present([changed]))
    return read.state === 'present' ? [read.value.impacts.length > 0, ...read.value.unread] : [read.state]
  }

  test('T-35 what is truncated, binary, missing, without its patch or not what the patch speaks of, is unread', async () => {
    const whole = { text: 'FROM b\n', isTruncated: false, isBinary: false }
    expect(await unreadWith(whole)).toEqual([true])
    expect(await unreadWith({ ...whole, isTruncated: true })).toEqual([false, 'Dockerfile'])
    expect(await unreadWith({ ...whole, isBinary: true, text: null })).toEqual([false, 'Dockerfile'])
    expect(await unreadWith(null)).toEqual([false, 'Dockerfile'])
    expect(await unreadWith({ ...whole, text: 'FROM c\n' })).toEqual([false, 'Dockerfile'])
    expect(await unreadWith(whole, file('Dockerfile', { hunks: null }))).toEqual([false, 'Dockerfile'])
  })

  test('B-A04 GitHub does not answer: unknown, not "nothing changes"', async () => {
    const failing = clientOf({
      graphql: () => Promise.reject(Object.assign(new Error('x'), { status: 502 })),
      request: () => Promise.reject(new Error('no call')),
    })
    expect((await readImpact(failing, place, present([file('Dockerfile')]))).state).toBe('unknown')
  })

  test('A1 at most 1,000 files are looked at, 100 to a read; the rest is unread', async () => {
    let reads = 0
    const counting = clientOf({
      graphql: async () => {
        reads += 1
        return { repository: {} }
      },
      request: () => Promise.reject(new Error('no call')),
    })
    const many = Array.from({ length: 1020 }, (_, index) =>
      file(`s${index}/Dockerfile`, { blob: index.toString(16).padStart(40, '0') }),
    )
    const read = await readImpact(counting, place, present(many))
    expect(reads).toBe(10)
    expect(read.state === 'present' && read.value.unread.length).toBe(1020)
  })
})
