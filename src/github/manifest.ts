import { deploymentEvents, deploymentPermissions, events, permissions } from './permissions.ts'

/** Where GitHub sends webhooks, below the App's public address. */
const webhookPath = '/api/github/webhooks'
/** Where GitHub sends people back to who sign in on the App's pages. */
export const callbackPath = '/login/callback'

/** GitHub's limit for the name of an App. */
export const maxAppName = 34

/** What GitHub registers an App from; keys as in its page "Registering a GitHub App from a manifest". */
export interface AppManifest {
  readonly name: string
  readonly url: string
  readonly hook_attributes: { readonly url: string; readonly active: boolean }
  readonly redirect_url: string
  readonly callback_urls: readonly string[]
  readonly description: string
  readonly public: boolean
  readonly default_permissions: Readonly<Record<string, 'read' | 'write'>>
  readonly default_events: readonly string[]
}

/**
 * `publicUrl`: where people and GitHub reach the App, without a slash at the end. Permissions: the least that it needs;
 * `holdDeployments` takes more.
 */
export const appManifest = ({
  name,
  publicUrl,
  redirectUrl,
  holdDeployments,
}: {
  readonly name: string
  readonly publicUrl: string
  readonly redirectUrl: string
  readonly holdDeployments: boolean
}): AppManifest => ({
  name,
  url: publicUrl,
  hook_attributes: { url: `${publicUrl}${webhookPath}`, active: true },
  redirect_url: redirectUrl,
  callback_urls: [`${publicUrl}${callbackPath}`],
  description: 'Quality gates on every pull request, and sign-offs of implementers before a deployment.',
  public: false,
  default_permissions: holdDeployments ? { ...permissions, ...deploymentPermissions } : permissions,
  default_events: holdDeployments ? [...events, ...deploymentEvents] : events,
})
