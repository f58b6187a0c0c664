import { createPrivateKey } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { err, ok, type Result } from '../src/result.ts'
import { type LedgerSettings, readLedgerSettings } from './ledger/settings.ts'
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
  readonly locale: 'en' | 'zh-CN'
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
 * Reads the App's configuration, or says everything that is missing or unsafe, one line each. The lines name variables
 * and what to do; values that may be secret never appear in them.
 */
export function readConfig(env: Environment, readKey: ReadKeyFile = readKeyFile): Result<Config, readonly string[]> {
  const problems: string[] = []
  const read = <T>(result: Result<T, string>, instead: T): T => {
    if (result.ok) return result.value
    problems.push(result.error)
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
    locale: read(readOneOf('LOCALE', env.LOCALE, ['en', 'zh-CN'] as const, 'en'), 'en'),
    pageToken: isSet(env.PAGE_TOKEN) ? read(readSecret('PAGE_TOKEN', env.PAGE_TOKEN), '') : null,
    signIn: read(readSignIn(env), null),
  }
  return problems.length > 0 ? err(problems) : ok(config)
}

/** Where the store of this configuration is. */
export const storePlace = ({ dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>): StorePlace =>
  databaseUrl === undefined ? { dataDir } : { databaseUrl }

/** The same without the rest of the configuration, for commands beside the App. */
export function readStorePlace(
  env: Environment,
): Result<Pick<Config, 'dataDir' | 'databaseUrl'> & LedgerSettings, string> {
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

const isSet = (value: string | undefined): value is string => value !== undefined && value.trim() !== ''

function readAppId(value: string | undefined): Result<string, string> {
  if (!isSet(value)) return err('APP_ID is not set. It is the number on the settings page of your GitHub App.')
  const id = value.trim()
  return /^[1-9]\d{0,19}$/.test(id)
    ? ok(id)
    : err('APP_ID must be a number, as on the settings page of your GitHub App.')
}

function readPrivateKey(env: Environment, readKey: ReadKeyFile): Result<string, string> {
  const { PRIVATE_KEY: inline, PRIVATE_KEY_PATH: path } = env
  if (isSet(inline) && isSet(path)) return err('PRIVATE_KEY and PRIVATE_KEY_PATH are both set. Keep one of them.')
  if (isSet(inline)) return checkKey('PRIVATE_KEY', inline.replaceAll('\\n', '\n'))
  if (!isSet(path))
    return err('PRIVATE_KEY or PRIVATE_KEY_PATH is not set. Generate a key on the settings page of your GitHub App.')
  // A key pasted into the wrong variable must not be printed as a path.
  if (/\n|BEGIN|^.{300}/.test(path))
    return err('PRIVATE_KEY_PATH is not a path. A key itself belongs into PRIVATE_KEY.')
  return readKeyAt(path.trim(), readKey)
}

function readKeyAt(path: string, readKey: ReadKeyFile): Result<string, string> {
  try {
    const { text, mode } = readKey(path)
    if ((mode & 0o077) !== 0) {
      return err(
        `PRIVATE_KEY_PATH: others than the owner may read ${path} (mode ${mode.toString(8)}). Run chmod 600 on it.`,
      )
    }
    return checkKey('PRIVATE_KEY_PATH', text)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable'
    return err(`PRIVATE_KEY_PATH: ${path} cannot be read (${code}).`)
  }
}

/** GitHub hands out RSA keys as PKCS#1; PKCS#8 is what other tools make of them. */
function checkKey(name: string, text: string): Result<string, string> {
  const pem = `${text.trim().replaceAll('\r\n', '\n')}\n`
  if (!/^-----BEGIN (RSA )?PRIVATE KEY-----\n/.test(pem)) {
    return err(
      `${name} is not a private key in PEM form: it must begin with "-----BEGIN RSA PRIVATE KEY-----" or "-----BEGIN PRIVATE KEY-----".`,
    )
  }
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'rsa'
      ? ok(pem)
      : err(`${name} is a key of type ${key.asymmetricKeyType}; GitHub Apps use RSA.`)
  } catch {
    return err(
      `${name} looks like a private key but cannot be read: it is damaged or cut short. Copy the whole file again.`,
    )
  }
}

const minSecret = 32

function readSecret(name: string, value: string | undefined): Result<string, string> {
  if (!isSet(value))
    return err(`${name} is not set. Set at least ${minSecret} random characters, the same in the GitHub App.`)
  if (value === 'development')
    return err(`${name} is the default value that everybody knows. Set at least ${minSecret} random characters.`)
  return value.length >= minSecret
    ? ok(value)
    : err(
        `${name} has ${value.length} characters, at least ${minSecret} are required. Set a random one, the same in the GitHub App.`,
      )
}

function readSignIn(env: Environment): Result<Config['signIn'], string> {
  const names = ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET', 'SESSION_SECRET'] as const
  const missing = names.filter(name => !isSet(env[name]))
  if (missing.length === names.length) return ok(null)
  if (missing.length > 0)
    return err(
      `${missing.join(' and ')} not set. Signing in on the web pages needs ${names.join(', ')} together; or set none.`,
    )
  const sessionSecret = readSecret('SESSION_SECRET', env.SESSION_SECRET)
  if (!sessionSecret.ok) return sessionSecret
  return ok({
    clientId: env.GITHUB_CLIENT_ID?.trim() ?? '',
    clientSecret: env.GITHUB_CLIENT_SECRET?.trim() ?? '',
    sessionSecret: sessionSecret.value,
  })
}

/** https anywhere, http only to this machine: tokens and sessions travel there. */
function readUrl(name: string, value: string | undefined, instead: string): Result<string, string> {
  if (!isSet(value)) return ok(instead)
  const url = URL.parse(value.trim())
  if (!url) return err(`${name} is not a URL. Write it in full, e.g. ${instead}.`)
  if (url.username || url.password) return err(`${name} must not contain a user name or password.`)
  if (url.search || url.hash) return err(`${name} must not contain "?" or "#".`)
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  return safe
    ? ok(url.href.replace(/\/+$/, ''))
    : err(`${name} must use https (http only for this machine, e.g. http://localhost:3000).`)
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
function readDatabaseUrl(value: string): Result<string, string> {
  const url = URL.parse(value)
  const form = 'postgresql://user:password@host:5432/database?sslmode=verify-full'
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol)) return err(`DATABASE_URL is not of the form ${form}.`)
  if (!/^\/[^/]+$/.test(url.pathname)) return err(`DATABASE_URL names no database. Write it as ${form}.`)
  const mode = url.searchParams.get('sslmode')
  if (mode !== null && !sslModes.includes(mode)) {
    return err(`DATABASE_URL: sslmode must be one of ${sslModes.join(', ')}.`)
  }
  const isHere = isLoopback(url.hostname) || url.searchParams.get('host')?.startsWith('/') === true
  if (mode === null && !isHere) {
    return err(
      'DATABASE_URL must say how the connection is secured: add ?sslmode=verify-full, or ?sslmode=disable on a network that you trust.',
    )
  }
  return ok(value)
}

function readMetricsPort(value: string, port: number): Result<number, string> {
  const found = readInteger('METRICS_PORT', value, { min: 0, max: 65_535, instead: 0 })
  return found.ok && found.value === port && port !== 0
    ? err('METRICS_PORT must not be PORT. Unset it to use one port.')
    : found
}

function readRepositoryNames(value: string): Result<readonly string[], string> {
  const names = value.split(',').map(name => name.trim())
  return names.every(name => /^(?!\.{1,2}$)[\w.-]{1,100}$/.test(name))
    ? ok(names)
    : err('POLICY_REPOSITORIES must be names of repositories without their owner, e.g. .github,policies.')
}

function readInteger(
  name: string,
  value: string | undefined,
  { min, max, instead }: { readonly min: number; readonly max: number; readonly instead: number },
): Result<number, string> {
  if (!isSet(value)) return ok(instead)
  const number = /^\d{1,10}$/.test(value.trim()) ? Number(value) : Number.NaN
  return number >= min && number <= max ? ok(number) : err(`${name} must be a whole number from ${min} to ${max}.`)
}

function readOneOf<const T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
  instead: T,
): Result<T, string> {
  if (!isSet(value)) return ok(instead)
  const found = allowed.find(candidate => candidate === value.trim())
  return found ? ok(found) : err(`${name} must be one of ${allowed.join(', ')}.`)
}
