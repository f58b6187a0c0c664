import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { graphql, rest, type Stage, stage } from './testing.ts'

let s: Stage

beforeEach(async () => {
  s = await stage()
})

afterEach(async () => {
  expect(s.sandbox.violations).toEqual([])
  await s.sandbox.close()
})

const token = (login: string) => s.sandbox.user(login).token

test('a sandbox with a repository is there at once', async () => {
  const started = performance.now()
  const other = await stage()
  expect(performance.now() - started).toBeLessThan(1500)
  await other.sandbox.close()
})

test('a person keeps their id under a new login', async () => {
  const { id } = s.sandbox.user('li-wei')
  s.sandbox.renameUser('li-wei', 'li')
  expect(s.sandbox.user('li').id).toBe(id)
  expect(s.sandbox.user('li-wei').id).not.toBe(id)
  const { body } = await rest(s.sandbox, token('li'), 'GET /orgs/acme/teams/implementation/memberships/li')
  expect(body).toMatchObject({ state: 'active' })
})

describe('commits', () => {
  const authors = async () => {
    const query =
      '{ repository(owner: "acme", name: "widgets") { pullRequest(number: 1) { commits(last: 1) { nodes { commit { author { name email user { login } } committer { name } signature { isValid wasSignedByGitHub } } } } } } }'
    return (await graphql(s.sandbox, token('chen'), query)).data.repository.pullRequest.commits.nodes[0].commit
  }

  test('an address that GitHub does not know belongs to nobody', async () => {
    await s.repository.commit('feature', { message: 'm', author: 'chen', email: 'chen@home.test' })
    expect(await authors()).toMatchObject({
      author: { name: 'chen', email: 'chen@home.test', user: null },
      signature: null,
    })
  })

  test('a signed one says by whom', async () => {
    await s.repository.commit('feature', { message: 'm', author: 'chen', verified: 'author' })
    expect(await authors()).toMatchObject({ signature: { isValid: true, wasSignedByGitHub: false } })
    await s.repository.commit('feature', { message: 'm', author: 'chen', verified: 'github' })
    expect(await authors()).toMatchObject({ committer: { name: 'GitHub' }, signature: { wasSignedByGitHub: true } })
  })

  test('several at once queue up', async () => {
    const names = ['a', 'b', 'c', 'd']
    await Promise.all(names.map(n => s.repository.commit('feature', { message: n, author: 'chen', files: { [n]: n } })))
    const { body } = await rest(s.sandbox, token('chen'), 'GET /repos/acme/widgets/pulls/1')
    expect(body).toMatchObject({ commits: 5, changed_files: 9, head: { sha: s.pull.headSha } })
  })

  test('a rebase by force leaves one commit', async () => {
    await s.repository.commit('main', { message: 'moves on', author: 'chen', files: { other: 'x' } })
    const sha = await s.repository.commit('feature', {
      from: 'main',
      force: true,
      message: 'again',
      author: 'chen',
      files: { 'src/app.ts': 'x' },
    })
    expect(s.pull).toMatchObject({ headSha: sha, baseSha: s.repository.baseSha() })
    const { body } = await rest(s.sandbox, token('chen'), 'GET /repos/acme/widgets/pulls/1')
    expect(body).toMatchObject({ commits: 1, changed_files: 1 })
  })

  test('the base branch comes into the head', async () => {
    await s.repository.commit('main', { message: 'moves on', author: 'chen', files: { other: 'x' } })
    await s.repository.commit('feature', { message: 'Merge', author: 'chen', merge: 'main', verified: 'github' })
    const { body } = await rest(s.sandbox, token('chen'), 'GET /repos/acme/widgets/pulls/1')
    expect(body).toMatchObject({ commits: 2, changed_files: 5 })
  })
})

test('the base sha stays until the head moves', async () => {
  const { baseSha } = s.pull
  await s.repository.commit('main', { message: 'moves on', author: 'chen', files: { other: 'x' } })
  expect(s.pull.baseSha).toBe(baseSha)
  await s.repository.commit('feature', { message: 'm', author: 'chen' })
  expect(s.pull.baseSha).toBe(s.repository.baseSha())
})

describe('merging', () => {
  test('takes write access and leaves a merge commit', async () => {
    const put = (login: string) => rest(s.sandbox, token(login), 'PUT /repos/acme/widgets/pulls/1/merge', {})
    expect(await put('li-wei')).toMatchObject({ status: 403 })
    expect(await put('chen')).toMatchObject({ status: 200, body: { merged: true, sha: s.repository.baseSha() } })
    expect(s.pull.state).toBe('merged')
    await expect(s.pull.reopen('chen')).rejects.toThrow('Validation Failed')
  })

  test('a conflict is refused', async () => {
    await s.repository.commit('main', { message: 'm', author: 'chen', files: { 'src/app.ts': 'other\n' } })
    await expect(s.pull.merge('chen')).rejects.toThrow('not mergeable')
  })
})

test('what a branch requires is told', async () => {
  const get = (path: string) => rest(s.sandbox, token('acme-owner'), `GET /repos/acme/widgets/${path}`)
  s.sandbox.organization('acme').member('acme-owner', 'admin')
  expect(await get('branches/main/protection')).toMatchObject({
    status: 404,
    body: { message: 'Branch not protected' },
  })
  s.repository.requireChecks('main', ['delivery-gates'])
  expect((await get('branches/main/protection')).body.required_status_checks.contexts).toEqual(['delivery-gates'])
  expect((await get('rules/branches/main')).body).toMatchObject([{ type: 'required_status_checks' }])
})

test('a repository of a person, with an App on it', async () => {
  const own = await s.sandbox.repository('dana', 'tool', { private: true })
  const app = s.sandbox.app({ slug: 'gates', permissions: { contents: 'read' }, events: [], webhookSecret: 'x' })
  const installed = app.install('dana', ['tool']).token()
  const { body } = await rest(s.sandbox, installed, 'GET /installation/repositories')
  expect(body).toMatchObject({ repository_selection: 'selected', repositories: [{ full_name: own.fullName }] })
})
