import { Probot, ProbotOctokit } from 'probot'
import { clientOf, type GitHubClient } from '../src/github/client.ts'
import type { Config } from './config.ts'
import type { Log } from './front.ts'
import { guarded, type Standings } from './guard.ts'
import { repositoryAuth, repositoryTokens } from './repository-token.ts'

/**
 * Access to one repository with a token that reaches no other (security.md T-80). `null`: to all of the installation, for
 * their list, for policies that others extend, and for pull requests that a description names.
 */
export type ClientFor = (installationId: string, repoId: string | null) => Promise<GitHubClient>

/** Access to GitHub as this App and as its installations. */
export interface GitHubApp {
  readonly clientFor: ClientFor
  readonly app: () => Promise<GitHubClient>
  readonly slug: () => Promise<string>
}

/**
 * Probot brings the authentication: it signs the App's tokens and renews those that reach a whole installation. Its server, its
 * webhook handling and Octokit's own retries stay out of use (docs/adr/0003): a retried write that had succeeded would
 * stand twice on GitHub. `ask`: how requests travel; `timeoutMs`: how long an answer may take.
 */
export function connectGitHub(
  config: Pick<Config, 'appId' | 'privateKey' | 'githubApiUrl' | 'webhookSecrets'>,
  log: Log,
  ask: typeof fetch = fetch,
  { now = Date.now, timeoutMs }: { readonly now?: () => number; readonly timeoutMs?: number } = {},
): GitHubApp {
  const standings: Standings = new Map()
  const Octokit = ProbotOctokit.defaults((defaults: Record<string, unknown>) => ({
    ...defaults,
    baseUrl: config.githubApiUrl,
    request: { fetch: ask },
    throttle: { enabled: false },
    retry: { enabled: false },
  }))
  const probot = new Probot({
    appId: Number(config.appId),
    privateKey: config.privateKey,
    secret: config.webhookSecrets[0] ?? '',
    Octokit,
    logLevel: 'fatal',
  })
  const bareApp = async (): Promise<GitHubClient> => clientOf(await probot.auth(), timeoutMs)
  const app = async (): Promise<GitHubClient> => guarded(await bareApp(), 'app', standings, now)
  const tokenFor = repositoryTokens(bareApp, now)
  let slug: Promise<string> | undefined
  const readSlug = async (): Promise<string> => {
    const { data } = await (await app()).request('GET /app', {})
    const found = typeof data === 'object' && data !== null && 'slug' in data ? data.slug : undefined
    if (typeof found !== 'string') throw new Error('GET /app named no slug')
    log('info', 'github.connected', { app: found })
    return found
  }
  return {
    app,
    clientFor: async (installationId, repoId) => {
      const octokit =
        repoId === null
          ? await probot.auth(Number(installationId))
          : new Octokit({ authStrategy: repositoryAuth(tokenFor, installationId, repoId) })
      return guarded(clientOf(octokit, timeoutMs), installationId, standings, now)
    },
    slug: () => {
      slug ??= readSlug().catch(error => {
        slug = undefined
        throw error
      })
      return slug
    },
  }
}
