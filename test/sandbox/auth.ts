import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { levelCovers } from './access.ts'
import { repositoriesOf } from './acts/accounts.ts'
import { ApiError, forbidden, notFound, unprocessable } from './errors.ts'
import type { Actor, AppRecord, InstallationRecord, Level, Permissions, World } from './state.ts'
import { clientId } from './views/accounts.ts'

const installationTokenLifetimeMs = 60 * 60 * 1000
const maxJwtLifetimeSeconds = 600
const clockDriftSeconds = 60

/** 2,048 bits take a while; the second sandbox of a process uses the keys of the first. */
const keyPairs: { readonly privateKey: string; readonly publicKey: string }[] = []

export function keyPair(index: number): { readonly privateKey: string; readonly publicKey: string } {
  while (keyPairs.length <= index) {
    keyPairs.push(
      generateKeyPairSync('rsa', {
        modulusLength: 2048,
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      }),
    )
  }
  const pair = keyPairs[index]
  if (pair === undefined) throw new Error(`no key pair ${index}`)
  return pair
}

/** Who asks. Unknown and expired credentials are 401, as none at all is not. */
export function authenticate(world: World, authorization: string | undefined): Actor {
  if (authorization === undefined) return { kind: 'anonymous' }
  const [, scheme = '', credential = ''] = /^(\w+)\s+(.*)$/.exec(authorization) ?? []
  const client = scheme.toLowerCase() === 'basic' ? clientOf(world, credential) : undefined
  if (client !== undefined) return { kind: 'client', app: client }
  const token = scheme.toLowerCase() === 'basic' ? basicPassword(credential) : credential
  if (token.split('.').length === 3) return { kind: 'app', app: appOfJwt(world, token) }
  const known = world.tokens.get(token)
  if (known === undefined || known.expiresAt <= Date.now()) throw badCredentials()
  if (known.actor.kind === 'installation' && known.actor.installation.suspendedAt !== null) {
    throw forbidden('This installation has been suspended')
  }
  return known.actor
}

function badCredentials(message = 'Bad credentials'): ApiError {
  return new ApiError(401, message)
}

function basicPassword(credential: string): string {
  return Buffer.from(credential, 'base64').toString().split(':').slice(1).join(':')
}

function clientOf(world: World, credential: string): AppRecord | undefined {
  const [id = '', ...rest] = Buffer.from(credential, 'base64').toString().split(':')
  const app = [...world.apps.values()].find(one => clientId(one) === id)
  return app?.clientSecrets.includes(rest.join(':')) === true ? app : undefined
}

function appOfJwt(world: World, token: string): AppRecord {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const claims = decode(payload)
  if (decode(header)?.alg !== 'RS256' || claims === undefined) {
    throw badCredentials('A JSON web token could not be decoded')
  }
  const app = world.apps.get(Number(claims.iss))
  if (app === undefined) throw new ApiError(404, 'Integration not found')
  const signed = Buffer.from(`${header}.${payload}`)
  if (!verify('RSA-SHA256', signed, createPublicKey(app.publicKey), Buffer.from(signature, 'base64url'))) {
    throw badCredentials('A JSON web token could not be decoded')
  }
  const now = (Date.now() + world.skewMs) / 1000
  if (typeof claims.exp !== 'number' || claims.exp <= now - 1) {
    throw badCredentials(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    )
  }
  if (typeof claims.iat !== 'number' || claims.iat > now + clockDriftSeconds) {
    throw badCredentials(
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    )
  }
  if (claims.exp - now > maxJwtLifetimeSeconds + 1) {
    throw badCredentials("'Expiration time' claim ('exp') is too far in the future")
  }
  return app
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

export interface TokenRequest {
  readonly permissions?: Permissions
  readonly repositories?: readonly string[]
  readonly repository_ids?: readonly number[]
}

export interface InstallationToken {
  readonly token: string
  readonly expiresAt: string
  readonly permissions: Permissions
  readonly repositories: ReadonlySet<number> | undefined
}

export function installationToken(
  world: World,
  installation: InstallationRecord,
  wanted: TokenRequest = {},
): InstallationToken {
  if (installation.suspendedAt !== null) throw forbidden('This installation has been suspended')
  const permissions = wanted.permissions ?? installation.permissions
  for (const [name, level] of Object.entries(permissions)) {
    if (name !== 'metadata' && !levelCovers(installation.permissions[name], level)) {
      throw unprocessable('The permissions requested are not granted to this installation.')
    }
  }
  const repositories = wantedRepositories(world, installation, wanted)
  const { app } = installation
  const actor: Actor = { kind: 'installation', account: app.bot, app, installation, permissions, repositories }
  const { token, expiresAt } = world.issueToken('ghs', actor, installationTokenLifetimeMs)
  return { token, permissions, repositories, expiresAt: new Date(expiresAt).toISOString().replace(/\.\d+Z$/, 'Z') }
}

function wantedRepositories(
  world: World,
  installation: InstallationRecord,
  { repositories, repository_ids }: TokenRequest,
): ReadonlySet<number> | undefined {
  if (repositories === undefined && repository_ids === undefined) return undefined
  const reachable = repositoriesOf({ world }, installation)
  const found = [...(repositories ?? []), ...(repository_ids ?? [])].map(wanted => {
    const repository = reachable.find(({ id, name }) => id === wanted || name === wanted)
    if (repository === undefined) {
      throw unprocessable(
        'There is at least one repository that does not exist or is not accessible to the parent installation.',
      )
    }
    return repository.id
  })
  return new Set(found)
}

/** Permissions as a workflow writes them (`pull-requests`) or as the API does (`pull_requests`). */
export function normalizePermissions(permissions: Readonly<Record<string, Level>>): Permissions {
  return Object.fromEntries(Object.entries(permissions).map(([name, level]) => [name.replaceAll('-', '_'), level]))
}

export function requireInstallationOf(world: World, app: AppRecord, id: number): InstallationRecord {
  const installation = world.installations.get(id)
  if (installation === undefined || installation.app !== app) throw notFound()
  return installation
}
