import { createHash } from 'node:crypto'
import type { Account } from '../../src/facts/facts.ts'
import { readBounded } from '../../src/github/bounded.ts'
import { err, ok, type Result } from '../../src/result.ts'
import { accountOf } from '../events/intent.ts'

/** Client of the GitHub App for people, and where GitHub is; no slashes at the end. */
export interface LoginClient {
  readonly clientId: string
  readonly clientSecret: string
  readonly webUrl: string
  readonly apiUrl: string
  readonly callbackUrl: string
}

/** How requests travel, and how long an answer may take. */
interface Travel {
  readonly ask: typeof fetch
  readonly timeoutMs: number
}

/** `refused`: GitHub does not take the token, or the code, any more. `unavailable`: it gave no answer that says anything. */
export type Trouble = 'refused' | 'unavailable'

/** A token that acts for a person, and how long GitHub takes it. */
export interface UserToken {
  readonly token: string
  /** `null`: GitHub did not say. */
  readonly seconds: number | null
}

/** A pull request as the person may read it. */
export interface ReadablePull {
  readonly repoId: string
  readonly headSha: string
  readonly baseRef: string
}

const maxBytes = 4 * 1024 * 1024

/** https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-user-access-token-for-a-github-app */
export function githubPeople(
  { clientId, clientSecret, webUrl, apiUrl, callbackUrl }: LoginClient,
  { ask, timeoutMs }: Travel = { ask: fetch, timeoutMs: 10_000 },
) {
  const send = async (
    url: string,
    init: RequestInit,
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly body: unknown } | null> => {
    try {
      // A redirect would carry the credentials on (security.md T-79).
      const answer = await ask(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
      return { status: answer.status, headers: answer.headers, body: parse(await readBounded(answer, maxBytes)) }
    } catch {
      return null
    }
  }
  const read = async (path: string, token: string) => {
    const headers = { accept: 'application/vnd.github+json', authorization: `Bearer ${token}`, 'user-agent': userAgent }
    const answer = await send(`${apiUrl}${path}`, { headers })
    if (answer?.status === 401) return err('refused' as const)
    return answer === null ? err('unavailable' as const) : ok(answer)
  }

  return {
    /** Where the person says yes. `verifier`: of PKCE (RFC 7636), kept until the way back. */
    authorizeUrl: ({ state, verifier }: { readonly state: string; readonly verifier: string }): string => {
      const url = new URL(`${webUrl}/login/oauth/authorize`)
      url.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: callbackUrl,
        state,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      }).toString()
      return url.href
    },

    /** Trades the code for the person's token. GitHub answers refusals with status 200 and `error`. */
    trade: async (code: string, verifier: string): Promise<Result<UserToken, Trouble>> => {
      const fields = { client_id: clientId, client_secret: clientSecret, code, redirect_uri: callbackUrl }
      const answer = await send(`${webUrl}/login/oauth/access_token`, {
        method: 'POST',
        headers: { accept: 'application/json', 'user-agent': userAgent },
        body: new URLSearchParams({ ...fields, code_verifier: verifier }),
      })
      if (answer === null || answer.status >= 500 || answer.status === 429) return err('unavailable')
      const token = member(answer.body, 'access_token')
      const seconds = member(answer.body, 'expires_in')
      if (answer.status !== 200 || typeof token !== 'string' || !/^[!-~]{1,4096}$/.test(token)) return err('refused')
      return ok({ token, seconds: typeof seconds === 'number' && seconds > 0 ? seconds : null })
    },

    /** Who the token acts for, and when GitHub said so, in epoch milliseconds of its clock. */
    person: async (token: string): Promise<Result<Account & { readonly at: number }, Trouble>> => {
      const answer = await read('/user', token)
      if (!answer.ok) return answer
      const { status, body, headers } = answer.value
      const at = Date.parse(headers.get('date') ?? '')
      const id = member(body, 'id')
      const login = member(body, 'login')
      if (status !== 200 || typeof id !== 'number' || !Number.isSafeInteger(id) || typeof login !== 'string') {
        return err('unavailable')
      }
      const account = accountOf({ id, login, type: String(member(body, 'type')) })
      return account === null || Number.isNaN(at) ? err('unavailable') : ok({ ...account, at })
    },

    /** The pull request as the person may read it; `null`: they may not, or there is none. */
    pull: async (token: string, fullName: string, number: number): Promise<Result<ReadablePull | null, Trouble>> => {
      const name = fullName.split('/').map(encodeURIComponent).join('/')
      const answer = await read(`/repos/${name}/pulls/${number}`, token)
      if (!answer.ok) return answer
      const { status, body, headers } = answer.value
      const isLimit = status === 429 || (status === 403 && headers.get('x-ratelimit-remaining') === '0')
      if (isLimit || status >= 500) return err('unavailable')
      if (status !== 200) return ok(null)
      const base = member(body, 'base')
      const repoId = member(member(base, 'repo'), 'id')
      const headSha = member(member(body, 'head'), 'sha')
      const baseRef = member(base, 'ref')
      if (typeof repoId !== 'number' || typeof headSha !== 'string' || typeof baseRef !== 'string') {
        return err('unavailable')
      }
      return ok({ repoId: String(repoId), headSha, baseRef })
    },

    /** Ids of the repositories that the person was given a role in and the App is installed on. */
    repositories: async (token: string): Promise<Result<ReadonlySet<string>, Trouble>> => {
      const list = async (path: string, name: string): Promise<Result<readonly unknown[], Trouble>> => {
        const all: unknown[] = []
        for (let page = 1; page <= maxPages; page += 1) {
          const answer = await read(`${path}?per_page=${perPage}&page=${page}`, token)
          if (!answer.ok) return answer
          const found = member(answer.value.body, name)
          if (answer.value.status !== 200 || !Array.isArray(found)) return err('unavailable')
          all.push(...found)
          if (found.length < perPage) return ok(all)
        }
        return ok(all)
      }
      const installations = await list('/user/installations', 'installations')
      if (!installations.ok) return installations
      const ids = new Set<string>()
      for (const one of installations.value) {
        const installation = member(one, 'id')
        if (typeof installation !== 'number') return err('unavailable')
        const found = await list(`/user/installations/${installation}/repositories`, 'repositories')
        if (!found.ok) return found
        for (const repository of found.value) ids.add(String(member(repository, 'id')))
      }
      return ok(ids)
    },

    /** Ends the token. Whether GitHub was reached: it expires by itself anyway. */
    revoke: async (token: string): Promise<boolean> => {
      const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
      const answer = await send(`${apiUrl}/applications/${encodeURIComponent(clientId)}/token`, {
        method: 'DELETE',
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Basic ${basic}`,
          'content-type': 'application/json',
          'user-agent': userAgent,
        },
        body: JSON.stringify({ access_token: token }),
      })
      return answer?.status === 204
    },
  }
}

export type GitHubPeople = ReturnType<typeof githubPeople>

const userAgent = 'delivery-gates'
const perPage = 100
const maxPages = 100

/** `null`: no JSON, which says nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
