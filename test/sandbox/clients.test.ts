import { getOctokit } from '@actions/github'
import { createAppAuth } from '@octokit/auth-app'
import { Probot } from 'probot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppStage, appStage, webhookSecret } from './testing.ts'

let s: AppStage

beforeAll(async () => {
  s = await appStage()
})

afterAll(async () => {
  expect(s.sandbox.violations).toEqual([])
  await s.sandbox.close()
  await s.hook.close()
})

const acme = { owner: 'acme', repo: 'widgets' }

test('@actions/github with a GITHUB_TOKEN', async () => {
  const token = s.repository.actionsToken({
    permissions: { contents: 'read', 'pull-requests': 'write', statuses: 'write' },
  })
  const octokit = getOctokit(token, { baseUrl: s.sandbox.apiUrl })
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...acme, pull_number: 1, per_page: 2 })
  expect(files.map(({ filename }) => filename)).toContain('src/app.ts')
  const { data } = await octokit.rest.issues.createComment({ ...acme, issue_number: 1, body: 'hi' })
  expect(data.user).toMatchObject({ login: 'github-actions[bot]', id: 41898282 })
  const raw = await octokit.rest.repos.getContent({ ...acme, path: 'docs/guide.md', mediaType: { format: 'raw' } })
  expect(raw.data).toBe('# Guide\n')
  const answer = await octokit.graphql<{ repository: { name: string } }>(
    'query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { name } }',
    acme,
  )
  expect(answer.repository.name).toBe('widgets')
  await expect(octokit.rest.checks.create({ ...acme, name: 'x', head_sha: s.pull.headSha })).rejects.toMatchObject({
    status: 403,
  })
})

test('Probot signs in as the App and acts as the installation', async () => {
  const { id: appId, privateKey } = s.app
  const probot = new Probot({ appId, privateKey, secret: webhookSecret, baseUrl: s.sandbox.apiUrl, logLevel: 'fatal' })
  const app = await probot.auth()
  expect((await app.rest.apps.getAuthenticated()).data).toMatchObject({ slug: 'delivery-gates' })
  expect((await app.rest.apps.listInstallations()).data).toMatchObject([{ id: s.installation.id }])
  const octokit = await probot.auth(s.installation.id)
  const { data } = await octokit.rest.issues.createComment({ ...acme, issue_number: 1, body: 'from the App' })
  expect(data.user?.login).toBe('delivery-gates[bot]')
  const auth = s.sandbox.calls.filter(({ kind }) => kind === 'auth')
  expect(auth.map(({ operation }) => operation)).toEqual(['apps/create-installation-access-token'])
})

test('a token is as narrow as it was asked for', async () => {
  const auth = createAppAuth({ appId: s.app.id, privateKey: s.app.privateKey })
  const { token } = await auth({ type: 'app' })
  const ask = (body: object) =>
    fetch(`${s.sandbox.apiUrl}/app/installations/${s.installation.id}/access_tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
  const narrow = await (await ask({ permissions: { contents: 'read' }, repositories: ['widgets'] })).json()
  expect(narrow).toMatchObject({
    permissions: { contents: 'read', metadata: 'read' },
    repository_selection: 'selected',
  })
  expect((await ask({ permissions: { deployments: 'write' } })).status).toBe(422)
  expect((await ask({ repositories: ['gears'] })).status).toBe(422)
})

test('a JWT of another key, an unknown App or a long life is refused', async () => {
  const { generateKeyPairSync } = await import('node:crypto')
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const get = async (jwt: string) => {
    const response = await fetch(`${s.sandbox.apiUrl}/app`, { headers: { authorization: `Bearer ${jwt}` } })
    return response.status
  }
  const { token } = await createAppAuth({ appId: s.app.id, privateKey })({ type: 'app' })
  expect(await get(token)).toBe(401)
  const stranger = await createAppAuth({ appId: 1, privateKey: s.app.privateKey })({ type: 'app' })
  expect(await get(stranger.token)).toBe(404)
  const { createSign } = await import('node:crypto')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const head = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss: s.app.id, iat: now, exp: now + 3600 })}`
  const signature = createSign('RSA-SHA256').update(head).sign(s.app.privateKey, 'base64url')
  expect(await get(`${head}.${signature}`)).toBe(401)
})
