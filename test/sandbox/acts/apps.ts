import { createHash, createPrivateKey, randomBytes } from 'node:crypto'
import { keyPair, normalizePermissions } from '../auth.ts'
import type { Account, AppRecord, Conversion, Level } from '../state.ts'
import { ownerOf } from './accounts.ts'
import type { Site } from './context.ts'

export interface NewApp {
  readonly slug: string
  readonly permissions: Readonly<Record<string, Level>>
  readonly events: readonly string[]
  readonly webhookUrl?: string
  readonly webhookSecret: string
  readonly callbackUrls?: readonly string[]
}

export function createApp(
  { world }: Site,
  options: NewApp,
  o: { readonly publicKey?: string; readonly appId?: number; readonly botId?: number; readonly owner?: Account } = {},
): AppRecord {
  const createdAt = world.now()
  const bot = world.create<Account>('bot', {
    kind: 'Bot',
    login: `${options.slug}[bot]`,
    createdAt,
    ...(o.botId === undefined ? {} : { id: o.botId }),
  })
  const record = world.create<AppRecord>('app', {
    slug: options.slug,
    owner: o.owner ?? world.person('github'),
    bot,
    publicKey: o.publicKey ?? '',
    webhookSecret: options.webhookSecret,
    webhookUrl: options.webhookUrl,
    callbackUrls: [...(options.callbackUrls ?? [])],
    clientSecrets: [],
    permissions: normalizePermissions(options.permissions),
    events: options.events,
    createdAt,
    ...(o.appId === undefined ? {} : { id: o.appId }),
  })
  world.apps.set(record.id, record)
  return record
}

/** What is read of a manifest; everything else in one is let pass, as GitHub does. */
export interface Manifest {
  readonly name: string
  readonly url: string
  readonly redirectUrl: string
  readonly webhookUrl: string | undefined
  readonly callbackUrls: readonly string[]
  readonly permissions: Readonly<Record<string, Level>>
  readonly events: readonly string[]
}

type Loose = Readonly<Record<string, unknown>>

/** Throws the reason that GitHub's page would show. */
export function readManifest(text: string): Manifest {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) throw new Error('The manifest is no object.')
  const { name, url, redirect_url, hook_attributes, callback_urls = [] } = value as Loose
  const { default_permissions = {}, default_events = [] } = value as Loose
  if (typeof url !== 'string' || !URL.canParse(url)) throw new Error('Url must be a valid URL.')
  if (typeof redirect_url !== 'string' || !URL.canParse(redirect_url)) throw new Error('Redirect url must be given.')
  const hook = hook_attributes as Loose | undefined
  if (hook !== undefined && (typeof hook.url !== 'string' || !URL.canParse(hook.url))) {
    throw new Error('Hook url must be a valid URL.')
  }
  const callbacks = callback_urls as readonly string[]
  if (!Array.isArray(callbacks) || callbacks.length > 10 || !callbacks.every(one => URL.canParse(one))) {
    throw new Error('Callback urls must be at most 10 valid URLs.')
  }
  const levels = Object.entries(default_permissions as Loose)
  const odd = levels.find(([, level]) => level !== 'read' && level !== 'write' && level !== 'admin')
  if (odd !== undefined) throw new Error(`Default permission ${odd[0]} is not included in the list.`)
  return {
    name: typeof name === 'string' ? name : '',
    url,
    redirectUrl: redirect_url,
    webhookUrl: hook?.url as string | undefined,
    callbackUrls: callbacks,
    permissions: default_permissions as Readonly<Record<string, Level>>,
    events: default_events as readonly string[],
  }
}

/** A person confirms: the App is there, and its secrets wait for whoever brings the code. */
export function registerApp(site: Site, manifest: Manifest, { owner, name }: { owner: string; name: string }): string {
  const { world } = site
  if (name.length === 0 || name.length > 34) throw new Error('Name is too long (maximum is 34 characters).')
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  if ([...world.apps.values()].some(app => app.slug === slug)) throw new Error('Name has already been taken.')
  const account = world.account(owner) ?? world.person(owner)
  const pair = keyPair(world.apps.size)
  const { webhookUrl, callbackUrls, permissions, events } = manifest
  const app = createApp(
    site,
    {
      slug,
      permissions,
      events,
      callbackUrls,
      webhookSecret: randomBytes(20).toString('hex'),
      ...(webhookUrl === undefined ? {} : { webhookUrl }),
    },
    { publicKey: pair.publicKey, owner: account },
  )
  ownerOf(site, account)
  const privateKey = createPrivateKey(pair.privateKey).export({ type: 'pkcs1', format: 'pem' }) as string
  const code = randomBytes(20).toString('hex')
  const clientSecret = createHash('sha1').update(code).digest('hex')
  app.clientSecrets.push(clientSecret)
  world.conversions.set(code, { app, privateKey, clientSecret })
  return code
}

const codeLifetimeMs = 60 * 60 * 1000

/** Once, and within an hour. */
export function convert({ world }: Pick<Site, 'world'>, code: string): Conversion | undefined {
  const found = world.conversions.get(code)
  world.conversions.delete(code)
  const young = found !== undefined && world.clock().getTime() - Date.parse(found.app.createdAt) < codeLifetimeMs
  return young ? found : undefined
}
