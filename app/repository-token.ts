import { type GitHubClient, statusOf } from '../src/github/client.ts'

/** GitHub's live for an hour. */
const keptMs = 50 * 60 * 1000

interface Kept {
  readonly token: Promise<string>
  readonly until: number
}

export type TokenFor = (installationId: string, repoId: string, refresh: boolean) => Promise<string>

/**
 * Tokens of installations that reach one repository only (security.md T-80); Octokit's own reach all of theirs. Kept in
 * memory while they live. `app`: the App itself.
 */
export function repositoryTokens(app: () => Promise<GitHubClient>, now: () => number): TokenFor {
  const kept = new Map<string, Kept>()

  const make = async (installationId: string, repoId: string): Promise<string> => {
    const { data } = await (await app()).request('POST /app/installations/{installation_id}/access_tokens', {
      installation_id: Number(installationId),
      repository_ids: [Number(repoId)],
    })
    const token = typeof data === 'object' && data !== null && 'token' in data ? data.token : undefined
    if (typeof token !== 'string') throw new Error('GitHub gave no token')
    return token
  }

  return (installationId, repoId, refresh) => {
    const key = `${installationId} ${repoId}`
    const known = kept.get(key)
    if (known !== undefined && !refresh && known.until > now()) return known.token
    for (const [other, { until }] of kept) if (until <= now()) kept.delete(other)
    const token = make(installationId, repoId)
    kept.set(key, { token, until: now() + keptMs })
    // Whoever waits for it now hears why; the next one asks again.
    token.catch(() => kept.get(key)?.token === token && kept.delete(key))
    return token
  }
}

interface Endpoint {
  readonly url: string
  readonly headers: Record<string, unknown>
}

interface Ask {
  (endpoint: Endpoint): Promise<unknown>
  readonly endpoint: { readonly merge: (route: unknown, parameters?: unknown) => Endpoint }
}

/** How an Octokit authenticates with such tokens: its `authStrategy`. */
export const repositoryAuth = (tokenFor: TokenFor, installationId: string, repoId: string) => () => {
  const hook = async (ask: Ask, route: unknown, parameters?: unknown): Promise<unknown> => {
    const endpoint = ask.endpoint.merge(route, parameters)
    const send = async (refresh: boolean) => {
      const token = await tokenFor(installationId, repoId, refresh).catch(error => {
        throw statusOf(error) === 422 ? notFound(endpoint.url) : error
      })
      endpoint.headers.authorization = `token ${token}`
      return ask(endpoint)
    }
    try {
      return await send(false)
    } catch (error) {
      // A token may be taken back before its time; GitHub did nothing for it then.
      if (statusOf(error) === 401) return send(true)
      throw error
    }
  }
  return Object.assign(async () => ({ type: 'repository' }), { hook })
}

/** GitHub gives no token for a repository that is gone or not the installation's any more: to its readers it is not there. */
function notFound(url: string): Error {
  const said = 'the installation does not reach this repository'
  return url.endsWith('/graphql')
    ? Object.assign(new Error(said), { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: said }] })
    : Object.assign(new Error(said), { status: 404 })
}
