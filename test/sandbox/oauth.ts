import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { html } from 'hono/html'
import type { Account, AppRecord, World } from './state.ts'
import { clientId } from './views/accounts.ts'

/** Who sits in front of the browser: that person grants at once, nobody grants, or a page asks (for the demo). */
export type Consent = { readonly as: string } | 'refuse' | 'ask'

/** What the web flow keeps between its two ends. */
export interface Authorization {
  readonly app: AppRecord
  readonly account: Account
  readonly redirectUri: string
  readonly challenge: string | null
  readonly expiresAt: number
}

const codeLifetimeMs = 10 * 60 * 1000
const tokenLifetimeSeconds = 8 * 60 * 60
const refreshLifetimeSeconds = 184 * 24 * 60 * 60

/**
 * The web application flow of GitHub Apps, as "Generating a user access token for a GitHub App" describes it: exact callback
 * URLs, codes that are good once, PKCE with S256 where a challenge was sent, tokens that expire after eight hours.
 */
export function mountOauth(app: Hono<{ Bindings: HttpBindings }>, world: World): void {
  const asked = new Map<string, Authorization>()

  const grant = (c: Context, client: AppRecord, account: Account): Response => {
    const query = new URL(c.req.url).searchParams
    const redirectUri = query.get('redirect_uri') ?? client.callbackUrls[0] ?? ''
    const code = randomBytes(10).toString('hex')
    const challenge = query.get('code_challenge')
    asked.set(code, { app: client, account, redirectUri, challenge, expiresAt: Date.now() + codeLifetimeMs })
    return c.redirect(back(redirectUri, { code, state: query.get('state') }), 302)
  }

  const authorize = (c: Context, answer: (client: AppRecord) => Response | Promise<Response>) => {
    const query = new URL(c.req.url).searchParams
    const client = [...world.apps.values()].find(one => clientId(one) === query.get('client_id'))
    if (client === undefined) return c.text('Not Found', 404)
    const wanted = query.get('redirect_uri')
    if (wanted !== null && !client.callbackUrls.includes(wanted)) {
      const error = 'redirect_uri_mismatch'
      const first = client.callbackUrls[0]
      return first === undefined
        ? c.text(error, 400)
        : c.redirect(back(first, { error, state: query.get('state') }), 302)
    }
    const method = query.get('code_challenge_method')
    const challenge = query.get('code_challenge')
    if ((method === null) !== (challenge === null) || (method !== null && method !== 'S256')) {
      return c.text('code_challenge_method must be S256', 400)
    }
    return answer(client)
  }

  const refuse = (c: Context, client: AppRecord): Response => {
    const query = new URL(c.req.url).searchParams
    const redirectUri = query.get('redirect_uri') ?? client.callbackUrls[0] ?? ''
    const error_description = 'The user has denied your application access.'
    return c.redirect(back(redirectUri, { error: 'access_denied', error_description, state: query.get('state') }), 302)
  }

  app.get('/login/oauth/authorize', c =>
    authorize(c, client => {
      if (world.consent === 'refuse') return refuse(c, client)
      if (world.consent !== 'ask') return grant(c, client, world.person(world.consent.as))
      const logins = [...world.users.values()].map(one => one.login).filter(login => login !== 'github')
      return c.html(consentPage(client, logins, getCookie(c, 'act-as') ?? logins[0] ?? ''))
    }),
  )
  app.post('/login/oauth/authorize', csrf(), c =>
    authorize(c, async client => {
      const { login = '', answer = '' } = (await c.req.parseBody()) as Record<string, string>
      const account = world.users.get(login.toLowerCase())
      return account === undefined || answer !== 'yes' ? refuse(c, client) : grant(c, client, account)
    }),
  )

  /** GitHub answers its own errors with 200. */
  app.post('/login/oauth/access_token', async c => {
    const fields = await fieldsOf(c)
    const reply = (body: Record<string, string | number>) =>
      c.req.header('accept') === 'application/json' ? c.json(body) : c.text(formOf(body))
    const fail = (error: string, error_description: string) => reply({ error, error_description })
    const client = [...world.apps.values()].find(one => clientId(one) === fields.get('client_id'))
    if (client === undefined || !client.clientSecrets.some(one => same(one, fields.get('client_secret') ?? ''))) {
      return fail('incorrect_client_credentials', 'The client_id and/or client_secret passed are incorrect.')
    }
    const code = fields.get('code') ?? ''
    const found = asked.get(code)
    asked.delete(code)
    if (found === undefined || found.app !== client || found.expiresAt <= Date.now()) {
      return fail('bad_verification_code', 'The code passed is incorrect or expired.')
    }
    const given = fields.get('redirect_uri')
    if (given !== null && given !== found.redirectUri) {
      return fail(
        'redirect_uri_mismatch',
        'The redirect_uri MUST match the registered callback URL for this application.',
      )
    }
    const verifier = fields.get('code_verifier') ?? ''
    if (found.challenge !== null && !same(found.challenge, challengeOf(verifier))) {
      return fail('bad_verification_code', 'The code passed is incorrect or expired.')
    }
    const actor = { kind: 'user', account: found.account, app: client } as const
    return reply({
      access_token: world.issueToken('ghu', actor, tokenLifetimeSeconds * 1000).token,
      expires_in: tokenLifetimeSeconds,
      refresh_token: `ghr_${randomBytes(36).toString('hex')}`,
      refresh_token_expires_in: refreshLifetimeSeconds,
      token_type: 'bearer',
      scope: '',
    })
  })
}

const formOf = (body: Readonly<Record<string, string | number>>): string =>
  new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)] as [string, string])).toString()

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url')

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function back(redirectUri: string, fields: Readonly<Record<string, string | null>>): string {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(fields)) if (value !== null) url.searchParams.set(name, value)
  return url.href
}

/** From the query, a form, or JSON: GitHub takes each. */
async function fieldsOf(c: Context): Promise<URLSearchParams> {
  const fields = new URLSearchParams(new URL(c.req.url).searchParams)
  const isJson = c.req.header('content-type')?.startsWith('application/json') === true
  const body = (isJson ? await c.req.json() : await c.req.parseBody()) as Record<string, unknown>
  for (const [name, value] of Object.entries(body)) if (typeof value === 'string') fields.set(name, value)
  return fields
}

const consentPage = (client: AppRecord, logins: readonly string[], login: string) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Authorize ${client.slug} · GitHub sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_/style.css">
</head>
<body>
<main>
<h1>Authorize ${client.slug}</h1>
<p>It will know who you are, and read what both of you can read.</p>
<form method="post">
<label for="login">You are</label>
<select id="login" name="login">${logins.map(
  one => html`<option${one === login ? html` selected` : ''}>${one}</option>`,
)}</select>
<button name="answer" value="yes">Authorize</button>
<button name="answer" value="no">Cancel</button>
</form>
</main>
</body>
</html>`
