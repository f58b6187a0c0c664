import { createPrivateKey } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { type Locale, localeTags } from '../src/locales/index.ts'
import { type Message, message } from '../src/locales/message.ts'
import { err, ok, type Result } from '../src/result.ts'
import { type LedgerSettings, readLedgerSettings } from './ledger/settings.ts'
import { sayIn } from './problem.ts'
import type { StorePlace } from './store/index.ts'

export interface Config {
  /** Decimal digits. */
  readonly appId: string
  /** PEM, PKCS#1 or PKCS#8, with real line ends. */
  readonly privateKey: string
  /** Accepted webhook secrets: the current one, during a rotation also the previous one. */
  readonly webhookSecrets: readonly string[]
  readonly dataDir: string
  /** PostgreSQL, which several instances may share. Left out: a database file in `dataDir`. */
  readonly databaseUrl?: string
  /** How the ledger is tied to the outside. Left out: a key in `dataDir`, no file of checkpoints. */
  readonly ledger?: LedgerSettings
  /** Where people reach the App; no slash at the end. */
  readonly publicUrl: string
  readonly host: string
  readonly port: number
  /** Where `/metrics` is then, and no longer on `port`. */
  readonly metricsPort?: number
  /** No slash at the end. */
  readonly githubApiUrl: string
  /** Issuer of the tokens of workflows, with which they hand over what they measured. */
  readonly oidcIssuer: string
  readonly reconcileIntervalMs: number
  /** Names of the repositories of an owner that its policies may extend. Left out: `.github`. */
  readonly policyRepositories?: readonly string[]
  readonly logLevel: LogLevel
  readonly locale: Locale
  /** Opens the page over all repositories; `null`: the page shows public repositories only. */
  readonly pageToken: string | null
  /** `null`: nobody can sign in on the web pages. */
  readonly signIn: { readonly clientId: string; readonly clientSecret: string; readonly sessionSecret: string } | null
}

const logLevels = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

export type Environment = Readonly<Record<string, string | undefined>>

/** Text of a key file and its permission bits. Throws as `node:fs` does. */
export type ReadKeyFile = (path: string) => { readonly text: string; readonly mode: number }

const readKeyFile: ReadKeyFile = path => ({ text: readFileSync(path, 'utf8'), mode: statSync(path).mode & 0o777 })

/**
 * Reads the App's configuration, or says everything that is missing or unsafe, one line each, in the language of `LOCALE`.
 * The lines name variables and what to do; values that may be secret never appear in them.
 */
export function readConfig(env: Environment, readKey: ReadKeyFile = readKeyFile): Result<Config, readonly string[]> {
  const problems: string[] = []
  const say = sayIn(localeOf(env))
  const read = <T>(result: Result<T, Message>, instead: T): T => {
    if (result.ok) return result.value
    problems.push(say(result.error))
    return instead
  }
  const host = env.HOST?.trim() || '127.0.0.1'
  const port = read(readInteger('PORT', env.PORT, { min: 0, max: 65_535, instead: 3000 }), 0)
  const config: Config = {
    appId: read(readAppId(env.APP_ID), ''),
    privateKey: read(readPrivateKey(env, readKey), ''),
    webhookSecrets: [
      read(readSecret('WEBHOOK_SECRET', env.WEBHOOK_SECRET), ''),
      ...(isSet(env.WEBHOOK_SECRET_PREVIOUS)
        ? [read(readSecret('WEBHOOK_SECRET_PREVIOUS', env.WEBHOOK_SECRET_PREVIOUS), '')]
        : []),
    ],
    dataDir: env.DATA_DIR?.trim() || './data',
    ...(isSet(env.DATABASE_URL) ? { databaseUrl: read(readDatabaseUrl(env.DATABASE_URL.trim()), '') } : {}),
    ...(ledgerVariables.some(name => isSet(env[name]))
      ? { ledger: read(readLedgerSettings(env), { acceptLoss: false }) }
      : {}),
    publicUrl: read(readUrl('PUBLIC_URL', env.PUBLIC_URL, `http://localhost:${port}`), ''),
    host,
    port,
    ...(isSet(env.METRICS_PORT) ? { metricsPort: read(readMetricsPort(env.METRICS_PORT, port), 0) } : {}),
    githubApiUrl: read(readUrl('GITHUB_API_URL', env.GITHUB_API_URL, 'https://api.github.com'), ''),
    oidcIssuer: read(readUrl('OIDC_ISSUER', env.OIDC_ISSUER, usualIssuer(env.GITHUB_API_URL)), ''),
    reconcileIntervalMs: read(
      readInteger('RECONCILE_INTERVAL_MS', env.RECONCILE_INTERVAL_MS, { min: 1000, max: 86_400_000, instead: 300_000 }),
      0,
    ),
    ...(isSet(env.POLICY_REPOSITORIES)
      ? { policyRepositories: read(readRepositoryNames(env.POLICY_REPOSITORIES), []) }
      : {}),
    logLevel: read(readOneOf('LOG_LEVEL', env.LOG_LEVEL, logLevels, 'info'), 'info'),
    locale: read(readOneOf('LOCALE', env.LOCALE, localeTags, 'en'), 'en'),
    pageToken: isSet(env.PAGE_TOKEN) ? read(readSecret('PAGE_TOKEN', env.PAGE_TOKEN), '') : null,
    signIn: read(readSignIn(env), null),
  }
  if (config.signIn !== null && URL.parse(config.publicUrl)?.pathname.replace('/', '')) {
    problems.push(say(message('start.publicPath', {})))
  }
  return problems.length > 0 ? err(problems) : ok(config)
}

/** Where the store of this configuration is. */
export const storePlace = ({ dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>): StorePlace =>
  databaseUrl === undefined ? { dataDir } : { databaseUrl }

/** The same without the rest of the configuration, for commands beside the App. */
export function readStorePlace(
  env: Environment,
): Result<Pick<Config, 'dataDir' | 'databaseUrl'> & LedgerSettings, Message> {
  const dataDir = env.DATA_DIR?.trim() || './data'
  const ledger = readLedgerSettings(env)
  if (!ledger.ok) return ledger
  if (!isSet(env.DATABASE_URL)) return ok({ dataDir, ...ledger.value })
  const databaseUrl = readDatabaseUrl(env.DATABASE_URL.trim())
  return databaseUrl.ok ? ok({ dataDir, databaseUrl: databaseUrl.value, ...ledger.value }) : databaseUrl
}

const ledgerVariables = [
  'LEDGER_KEY',
  'LEDGER_KEY_PATH',
  'CHECKPOINT_FILE',
  'ACCEPT_LOSS',
  'LEDGER_PERSONAL_DAYS',
] as const

/** In which the operator is spoken to, also about `LOCALE` itself. */
export const localeOf = ({ LOCALE: wanted }: Environment): Locale =>
  localeTags.find(tag => tag === wanted?.trim()) ?? 'en'

const isSet = (value: string | undefined): value is string => value !== undefined && value.trim() !== ''

function readAppId(value: string | undefined): Result<string, Message> {
  if (!isSet(value)) return err(message('start.noAppId', {}))
  const id = value.trim()
  return /^[1-9]\d{0,19}$/.test(id) ? ok(id) : err(message('start.appId', {}))
}

function readPrivateKey(env: Environment, readKey: ReadKeyFile): Result<string, Message> {
  const { PRIVATE_KEY: inline, PRIVATE_KEY_PATH: path } = env
  if (isSet(inline) && isSet(path)) return err(message('start.both', { names: ['PRIVATE_KEY', 'PRIVATE_KEY_PATH'] }))
  if (isSet(inline)) return checkKey('PRIVATE_KEY', inline.replaceAll('\\n', '\n'))
  if (!isSet(path)) return err(message('start.noKey', {}))
  // A key pasted into the wrong variable must not be printed as a path.
  if (/\n|BEGIN|^.{300}/.test(path))
    return err(message('start.noPath', { name: 'PRIVATE_KEY_PATH', instead: 'PRIVATE_KEY' }))
  return readKeyAt(path.trim(), readKey)
}

function readKeyAt(path: string, readKey: ReadKeyFile): Result<string, Message> {
  try {
    const { text, mode } = readKey(path)
    if ((mode & 0o077) !== 0) {
      return err(message('start.openKey', { name: 'PRIVATE_KEY_PATH', path, mode: mode.toString(8) }))
    }
    return checkKey('PRIVATE_KEY_PATH', text)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable'
    return err(message('start.unreadable', { name: 'PRIVATE_KEY_PATH', path, code }))
  }
}

/** GitHub hands out RSA keys as PKCS#1; PKCS#8 is what other tools make of them. */
function checkKey(name: string, text: string): Result<string, Message> {
  const pem = `${text.trim().replaceAll('\r\n', '\n')}\n`
  if (!/^-----BEGIN (RSA )?PRIVATE KEY-----\n/.test(pem)) {
    return err(message('start.noPem', { name }))
  }
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'rsa'
      ? ok(pem)
      : err(message('start.keyType', { name, type: key.asymmetricKeyType ?? '' }))
  } catch {
    return err(message('start.damagedKey', { name }))
  }
}

const minSecret = 32

function readSecret(name: string, value: string | undefined): Result<string, Message> {
  if (!isSet(value)) return err(message('start.noSecret', { name, least: minSecret }))
  if (value === 'development') return err(message('start.knownSecret', { name, least: minSecret }))
  return value.length >= minSecret
    ? ok(value)
    : err(message('start.shortSecret', { name, length: value.length, least: minSecret }))
}

function readSignIn(env: Environment): Result<Config['signIn'], Message> {
  const names = ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET', 'SESSION_SECRET'] as const
  const missing = names.filter(name => !isSet(env[name]))
  if (missing.length === names.length) return ok(null)
  if (missing.length > 0) return err(message('start.signIn', { missing, all: names }))
  const sessionSecret = readSecret('SESSION_SECRET', env.SESSION_SECRET)
  if (!sessionSecret.ok) return sessionSecret
  return ok({
    clientId: env.GITHUB_CLIENT_ID?.trim() ?? '',
    clientSecret: env.GITHUB_CLIENT_SECRET?.trim() ?? '',
    sessionSecret: sessionSecret.value,
  })
}

/** https anywhere, http only to this machine: tokens and sessions travel there. */
function readUrl(name: string, value: string | undefined, instead: string): Result<string, Message> {
  if (!isSet(value)) return ok(instead)
  const url = URL.parse(value.trim())
  if (!url) return err(message('start.noUrl', { name, example: instead }))
  if (url.username || url.password) return err(message('start.urlUser', { name }))
  if (url.search || url.hash) return err(message('start.urlQuery', { name }))
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  return safe ? ok(url.href.replace(/\/+$/, '')) : err(message('start.urlPlain', { name }))
}

/** Where GitHub has it; an Enterprise Server has its own, as have enterprises on ghe.com. */
function usualIssuer(apiUrl: string | undefined): string {
  const url = URL.parse(apiUrl?.trim() || 'https://api.github.com')
  if (url === null || url.hostname === 'api.github.com') return 'https://token.actions.githubusercontent.com'
  const tenant = /^api\.([\w-]+\.ghe\.com)$/.exec(url.hostname)?.[1]
  return tenant === undefined ? `${url.origin}/_services/token` : `https://token.actions.${tenant}`
}

/** WHATWG URLs write every spelling of an IPv4 address as four decimal numbers. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)

const sslModes = ['disable', 'require', 'verify-ca', 'verify-full', 'no-verify']

/** Without an `sslmode` the driver would send the ledger over any network as plain text, so it must be said. */
function readDatabaseUrl(value: string): Result<string, Message> {
  const url = URL.parse(value)
  const form = 'postgresql://user:password@host:5432/database?sslmode=verify-full'
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol)) return err(message('start.databaseUrl', { form }))
  if (!/^\/[^/]+$/.test(url.pathname)) return err(message('start.databaseName', { form }))
  const mode = url.searchParams.get('sslmode')
  if (mode !== null && !sslModes.includes(mode)) {
    return err(message('start.sslMode', { modes: sslModes }))
  }
  const isHere = isLoopback(url.hostname) || url.searchParams.get('host')?.startsWith('/') === true
  if (mode === null && !isHere) {
    return err(message('start.sslUnsaid', {}))
  }
  return ok(value)
}

function readMetricsPort(value: string, port: number): Result<number, Message> {
  const found = readInteger('METRICS_PORT', value, { min: 0, max: 65_535, instead: 0 })
  return found.ok && found.value === port && port !== 0 ? err(message('start.onePort', {})) : found
}

function readRepositoryNames(value: string): Result<readonly string[], Message> {
  const names = value.split(',').map(name => name.trim())
  return names.every(name => /^(?!\.{1,2}$)[\w.-]{1,100}$/.test(name))
    ? ok(names)
    : err(message('start.repositories', {}))
}

function readInteger(
  name: string,
  value: string | undefined,
  { min, max, instead }: { readonly min: number; readonly max: number; readonly instead: number },
): Result<number, Message> {
  if (!isSet(value)) return ok(instead)
  const number = /^\d{1,10}$/.test(value.trim()) ? Number(value) : Number.NaN
  return number >= min && number <= max ? ok(number) : err(message('start.integer', { name, min, max }))
}

function readOneOf<const T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
  instead: T,
): Result<T, Message> {
  if (!isSet(value)) return ok(instead)
  const found = allowed.find(candidate => candidate === value.trim())
  return found ? ok(found) : err(message('start.oneOf', { name, allowed }))
}
