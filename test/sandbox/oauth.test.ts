import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, type SandboxApp, startSandbox } from './index.ts'

const callback = 'https://gates.example.com/login/callback'
const verifier = randomBytes(32).toString('base64url')
const challenge = createHash('sha256').update(verifier).digest('base64url')

let sandbox: Sandbox
let app: SandboxApp
let secret: string

beforeAll(async () => {
  sandbox = await startSandbox()
  sandbox.organization('acme').member('li-wei')
  app = sandbox.app({ slug: 'gates', permissions: { pull_requests: 'read' }, events: [], webhookSecret: 's' })
  app.addCallbackUrl(callback)
  secret = app.clientSecret()
  const owner = { files: { 'a.txt': '1\n' }, private: true }
  await sandbox.repository('acme', 'closed', { ...owner, collaborators: { 'li-wei': 'read' } })
  await sandbox.repository('acme', 'elsewhere', { ...owner, collaborators: { 'li-wei': 'read' } })
  app.install('acme', ['closed'])
  sandbox.consent({ as: 'li-wei' })
})
afterAll(async () => {
  expect(sandbox.violations).toEqual([])
  await sandbox.close()
})

async function authorize(change: Record<string, string> = {}): Promise<{ status: number; back: URLSearchParams }> {
  const url = new URL('/login/oauth/authorize', sandbox.url)
  const wanted = { client_id: app.clientId, redirect_uri: callback, state: 'abc', code_challenge: challenge }
  for (const [name, value] of Object.entries({ ...wanted, code_challenge_method: 'S256', ...change })) {
    url.searchParams.set(name, value)
  }
  const answer = await fetch(url, { redirect: 'manual' })
  const location = answer.headers.get('location')
  return { status: answer.status, back: new URL(location ?? 'http://nowhere').searchParams }
}

async function trade(code: string, change: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const fields = { client_id: app.clientId, client_secret: secret, code, redirect_uri: callback }
  const answer = await fetch(`${sandbox.url}/login/oauth/access_token`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ ...fields, code_verifier: verifier, ...change }),
  })
  return (await answer.json()) as Record<string, unknown>
}

async function token(): Promise<string> {
  const { back } = await authorize()
  return String((await trade(back.get('code') ?? '')).access_token)
}

const get = (path: string, bearer: string) =>
  fetch(`${sandbox.apiUrl}${path}`, { headers: { authorization: `Bearer ${bearer}` } })

describe('the web application flow', () => {
  test('gives a token of the person, for eight hours, once per code', async () => {
    const { status, back } = await authorize()
    expect({ status, state: back.get('state') }).toEqual({ status: 302, state: 'abc' })
    const answer = await trade(back.get('code') ?? '')
    expect(answer).toMatchObject({ token_type: 'bearer', expires_in: 28_800, scope: '' })
    const person = await get('/user', String(answer.access_token))
    expect(await person.json()).toMatchObject({ login: 'li-wei', type: 'User' })
    expect(await trade(back.get('code') ?? '')).toMatchObject({ error: 'bad_verification_code' })
  })

  test.each([
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 'bad_verification_code'],
    ['another secret', { client_secret: 'guess' }, 'incorrect_client_credentials'],
    ['another way back', { redirect_uri: `${callback}?x=1` }, 'redirect_uri_mismatch'],
  ])('%s is refused', async (_, change, error) => {
    const { back } = await authorize()
    expect(await trade(back.get('code') ?? '', change)).toMatchObject({ error })
  })

  test('a way back that is not registered, and a person who refuses', async () => {
    expect((await authorize({ redirect_uri: 'https://evil.example' })).back.get('error')).toBe('redirect_uri_mismatch')
    sandbox.consent('refuse')
    expect((await authorize()).back.get('error')).toBe('access_denied')
    sandbox.consent({ as: 'li-wei' })
  })

  test('a token reaches what both the person and the App reach', async () => {
    const bearer = await token()
    expect((await get('/repos/acme/closed', bearer)).status).toBe(200)
    expect((await get('/repos/acme/elsewhere', bearer)).status).toBe(404)
    // The App may not read it, so the person may not by this token.
    expect((await get('/repos/acme/closed/contents/a.txt', bearer)).status).toBe(403)
    const { installations } = (await (await get('/user/installations', bearer)).json()) as {
      installations: { id: number }[]
    }
    const listed = await get(`/user/installations/${installations[0]?.id}/repositories`, bearer)
    expect(await listed.json()).toMatchObject({ total_count: 1, repositories: [{ full_name: 'acme/closed' }] })
  })

  test('the person or the App ends it', async () => {
    const first = await token()
    const basic = Buffer.from(`${app.clientId}:${secret}`).toString('base64')
    const ended = await fetch(`${sandbox.apiUrl}/applications/${app.clientId}/token`, {
      method: 'DELETE',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
      body: JSON.stringify({ access_token: first }),
    })
    expect([ended.status, (await get('/user', first)).status]).toEqual([204, 401])
    const second = await token()
    sandbox.revokeAuthorizations('li-wei')
    expect((await get('/user', second)).status).toBe(401)
  })
})
