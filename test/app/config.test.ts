import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Environment, readConfig, storePlace } from '../../app/config.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pkcs1 = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
const secret = 'a-webhook-secret-of-forty-characters-----'

const complete: Environment = { APP_ID: '12345', PRIVATE_KEY: pkcs1, WEBHOOK_SECRET: secret }
const noFile = () => {
  throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
}
const read = (changes: Environment, file: Parameters<typeof readConfig>[1] = noFile) =>
  readConfig({ ...complete, ...changes }, file)
const problems = (changes: Environment, file?: Parameters<typeof readConfig>[1]) => {
  const result = read(changes, file)
  return result.ok ? [] : result.error
}
const config = (changes: Environment, file?: Parameters<typeof readConfig>[1]) => {
  const result = read(changes, file)
  if (!result.ok) throw new Error(result.error.join('\n'))
  return result.value
}

describe('readConfig', () => {
  test('three settings are enough', () => {
    expect(config({})).toEqual({
      appId: '12345',
      privateKey: pkcs1,
      webhookSecrets: [secret],
      dataDir: './data',
      publicUrl: 'http://localhost:3000',
      host: '127.0.0.1',
      port: 3000,
      githubApiUrl: 'https://api.github.com',
      oidcIssuer: 'https://token.actions.githubusercontent.com',
      reconcileIntervalMs: 300_000,
      logLevel: 'info',
      locale: 'en',
      pageToken: null,
      signIn: null,
    })
  })

  test('all settings', () => {
    const all = config({
      WEBHOOK_SECRET_PREVIOUS: 'p'.repeat(32),
      DATA_DIR: '/var/lib/delivery-gates',
      PUBLIC_URL: 'https://gates.example.com/',
      HOST: '0.0.0.0',
      PORT: '8080',
      METRICS_PORT: '9090',
      GITHUB_API_URL: 'https://ghe.example.com/api/v3/',
      RECONCILE_INTERVAL_MS: '60000',
      LOG_LEVEL: 'debug',
      LOCALE: 'zh-CN',
      GITHUB_CLIENT_ID: 'Iv1.abc',
      GITHUB_CLIENT_SECRET: 'client-secret',
      SESSION_SECRET: 's'.repeat(32),
    })
    expect(all).toMatchObject({
      webhookSecrets: [secret, 'p'.repeat(32)],
      publicUrl: 'https://gates.example.com',
      githubApiUrl: 'https://ghe.example.com/api/v3',
      oidcIssuer: 'https://ghe.example.com/_services/token',
      host: '0.0.0.0',
      port: 8080,
      metricsPort: 9090,
      reconcileIntervalMs: 60_000,
      locale: 'zh-CN',
      signIn: { clientId: 'Iv1.abc', clientSecret: 'client-secret', sessionSecret: 's'.repeat(32) },
    })
  })

  test.each([
    [{}, 'https://token.actions.githubusercontent.com'],
    [{ GITHUB_API_URL: 'https://api.acme.ghe.com' }, 'https://token.actions.acme.ghe.com'],
    [{ GITHUB_API_URL: 'https://ghe.example.com/api/v3' }, 'https://ghe.example.com/_services/token'],
    [
      { OIDC_ISSUER: 'https://token.actions.githubusercontent.com/acme/' },
      'https://token.actions.githubusercontent.com/acme',
    ],
  ])('T-86 the issuer of the tokens of workflows: %j', (env, issuer) => {
    expect(config(env)).toMatchObject({ oidcIssuer: issuer })
  })

  test.each([
    ['PKCS#1', pkcs1],
    ['PKCS#8', pkcs8],
    ['with literal \\n', pkcs1.replaceAll('\n', '\\n')],
    ['with CRLF', pkcs1.replaceAll('\n', '\r\n')],
    ['without the last line end', pkcs1.trimEnd()],
  ])('B-E12 a private key %s is read', (_name, key) => {
    expect([pkcs1, pkcs8]).toContain(config({ PRIVATE_KEY: key }).privateKey)
  })

  test('T-80 a key file that only its owner may read', () => {
    const fromFile = config({ PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: '/run/key.pem' }, () => ({
      text: pkcs8,
      mode: 0o600,
    }))
    expect(fromFile.privateKey).toBe(pkcs8)
  })

  test.each<[string, Environment, string]>([
    ['B-E12 no APP_ID', { APP_ID: '' }, 'APP_ID is not set. It is the number on the settings page of your GitHub App.'],
    ['B-E12 APP_ID abc', { APP_ID: 'abc' }, 'APP_ID must be a number, as on the settings page of your GitHub App.'],
    [
      'B-E12 no key',
      { PRIVATE_KEY: undefined },
      'PRIVATE_KEY or PRIVATE_KEY_PATH is not set. Generate a key on the settings page of your GitHub App.',
    ],
    ['two keys', { PRIVATE_KEY_PATH: '/x' }, 'PRIVATE_KEY and PRIVATE_KEY_PATH are both set. Keep one of them.'],
    [
      'B-E12 a key that is none',
      { PRIVATE_KEY: 'abc' },
      'PRIVATE_KEY is not a private key in PEM form: it must begin with "-----BEGIN RSA PRIVATE KEY-----" or "-----BEGIN PRIVATE KEY-----".',
    ],
    [
      'B-E12 a key cut short',
      { PRIVATE_KEY: pkcs1.slice(0, 400) },
      'PRIVATE_KEY looks like a private key but cannot be read: it is damaged or cut short. Copy the whole file again.',
    ],
    ['B-E12 a key of another kind', { PRIVATE_KEY: ec }, 'PRIVATE_KEY is a key of type ec; GitHub Apps use RSA.'],
    [
      'no key file',
      { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: '/no/key.pem' },
      'PRIVATE_KEY_PATH: /no/key.pem cannot be read (ENOENT).',
    ],
    [
      'M1 B-E12 no secret',
      { WEBHOOK_SECRET: undefined },
      'WEBHOOK_SECRET is not set. Set at least 32 random characters, the same in the GitHub App.',
    ],
    [
      'M1 B-E12 the known secret',
      { WEBHOOK_SECRET: 'development' },
      'WEBHOOK_SECRET is the default value that everybody knows. Set at least 32 random characters.',
    ],
    [
      'B-E12 a secret of 8 characters',
      { WEBHOOK_SECRET: '12345678' },
      'WEBHOOK_SECRET has 8 characters, at least 32 are required. Set a random one, the same in the GitHub App.',
    ],
    [
      'a short previous secret',
      { WEBHOOK_SECRET_PREVIOUS: 'short' },
      'WEBHOOK_SECRET_PREVIOUS has 5 characters, at least 32 are required. Set a random one, the same in the GitHub App.',
    ],
    [
      'B-E13 DATABASE_URL over a network, without a word about its protection',
      { DATABASE_URL: 'postgres://app:hunter2@db/gates' },
      'DATABASE_URL must say how the connection is secured: add ?sslmode=verify-full, or ?sslmode=disable on a network that you trust.',
    ],
    [
      'B-E13 DATABASE_URL with a mode that does not exist',
      { DATABASE_URL: 'postgres://app:hunter2@db/gates?sslmode=off' },
      'DATABASE_URL: sslmode must be one of disable, require, verify-ca, verify-full, no-verify.',
    ],
    [
      'B-E13 DATABASE_URL of another database',
      { DATABASE_URL: 'mysql://app:hunter2@db/gates' },
      'DATABASE_URL is not of the form postgresql://user:password@host:5432/database?sslmode=verify-full.',
    ],
    [
      'B-E13 DATABASE_URL without a database',
      { DATABASE_URL: 'postgres://app:hunter2@db' },
      'DATABASE_URL names no database. Write it as postgresql://user:password@host:5432/database?sslmode=verify-full.',
    ],
    ['METRICS_PORT out of range', { METRICS_PORT: '-1' }, 'METRICS_PORT must be a whole number from 0 to 65535.'],
    ['one port twice', { METRICS_PORT: '3000' }, 'METRICS_PORT must not be PORT. Unset it to use one port.'],
    ['PORT out of range', { PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
    ['PORT in words', { PORT: '3e3' }, 'PORT must be a whole number from 0 to 65535.'],
    [
      'T-79 B-E08 an API over http',
      { GITHUB_API_URL: 'http://169.254.169.254' },
      'GITHUB_API_URL must use https (http only for this machine, e.g. http://localhost:3000).',
    ],
    [
      'T-79 a host that only looks local',
      { GITHUB_API_URL: 'http://localhost.evil.example' },
      'GITHUB_API_URL must use https (http only for this machine, e.g. http://localhost:3000).',
    ],
    [
      'another scheme',
      { GITHUB_API_URL: 'file:///etc/passwd' },
      'GITHUB_API_URL must use https (http only for this machine, e.g. http://localhost:3000).',
    ],
    ['a URL with a password', { PUBLIC_URL: 'https://a:b@x' }, 'PUBLIC_URL must not contain a user name or password.'],
    ['no URL', { PUBLIC_URL: 'gates' }, 'PUBLIC_URL is not a URL. Write it in full, e.g. http://localhost:3000.'],
    [
      'RECONCILE_INTERVAL_MS 0',
      { RECONCILE_INTERVAL_MS: '0' },
      'RECONCILE_INTERVAL_MS must be a whole number from 1000 to 86400000.',
    ],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of error, warn, info, debug.'],
    ['LOCALE', { LOCALE: 'de' }, 'LOCALE must be one of en, zh-CN.'],
    [
      'half of the sign-in',
      { GITHUB_CLIENT_ID: 'x' },
      'GITHUB_CLIENT_SECRET and SESSION_SECRET not set. Signing in on the web pages needs GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, SESSION_SECRET together; or set none.',
    ],
    [
      'sign-in below a path',
      {
        GITHUB_CLIENT_ID: 'a',
        GITHUB_CLIENT_SECRET: 'b',
        SESSION_SECRET: 's'.repeat(32),
        PUBLIC_URL: 'https://gates.example.com/x/',
      },
      'PUBLIC_URL must not contain a path when people sign in: the pages stand at the root of their host.',
    ],
  ])('%s', (_name, changes, problem) => {
    expect(problems(changes)).toEqual([problem])
  })

  test('problems are told in the language of LOCALE, which LANG does not change', () => {
    const wrong = {
      APP_ID: 'abc',
      PORT: '70000',
      DATABASE_URL: 'mysql://db/gates',
      GITHUB_CLIENT_ID: 'x',
      ACCEPT_LOSS: '2',
    }
    const chinese = problems({ ...wrong, LOCALE: 'zh-CN', LANG: 'de_DE.UTF-8' })
    expect(chinese).toHaveLength(5)
    expect(chinese.filter(line => !/\p{Script=Han}.*。$/u.test(line))).toEqual([])
    expect(problems({ ...wrong, LANG: 'zh_CN.UTF-8' }).filter(line => /\p{Script=Han}/u.test(line))).toEqual([])
  })

  test('T-80 a key file that others may read is refused', () => {
    const changes = { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: '/run/key.pem' }
    expect(problems(changes, () => ({ text: pkcs1, mode: 0o644 }))).toEqual([
      'PRIVATE_KEY_PATH: others than the owner may read /run/key.pem (mode 644). Run chmod 600 on it.',
    ])
  })

  test.each(['http://localhost:8000', 'http://127.0.0.1:8000', 'http://[::1]:8000', 'https://github.example.com'])(
    '%s is a safe API',
    url => {
      expect(config({ GITHUB_API_URL: url }).githubApiUrl).toBe(url)
    },
  )

  test.each([
    'postgres://app:a@127.0.0.1/gates',
    'postgresql:///gates?host=/var/run/postgresql&user=app',
    'postgresql://app:a@db.example:5433/gates?sslmode=verify-full',
    'postgresql://app:a@db/gates?sslmode=disable',
  ])('%s is a database that may be used', databaseUrl => {
    const read = config({ DATABASE_URL: databaseUrl })
    expect(storePlace(read)).toEqual({ databaseUrl })
    expect(storePlace(config({}))).toEqual({ dataDir: './data' })
  })

  test('an empty environment names everything at once, one line each', () => {
    const result = readConfig({})
    expect(result.ok ? [] : result.error.map(line => line.split(' ')[0])).toEqual([
      'APP_ID',
      'PRIVATE_KEY',
      'WEBHOOK_SECRET',
    ])
  })

  test.each<[string, Environment]>([
    ['B-E13 the password of DATABASE_URL', { DATABASE_URL: 'postgres://app:hunter2-secret@db/gates' }],
    ['a short secret', { WEBHOOK_SECRET: 'hunter2-secret' }],
    [
      'S-15 T-80 a damaged key',
      { PRIVATE_KEY: `-----BEGIN RSA PRIVATE KEY-----\nhunter2-secret\n-----END RSA PRIVATE KEY-----` },
    ],
    [
      'a key in place of its path',
      { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: '-----BEGIN RSA PRIVATE KEY-----\\nhunter2-secret' },
    ],
    ['the password of a URL', { GITHUB_API_URL: 'https://app:hunter2-secret@x' }],
    [
      'a session secret',
      { GITHUB_CLIENT_ID: 'a', GITHUB_CLIENT_SECRET: 'hunter2-secret', SESSION_SECRET: 'hunter2-secret' },
    ],
  ])('%s is never printed', (_name, changes) => {
    const lines = problems(changes)
    expect(lines).not.toEqual([])
    expect(lines.join('\n')).not.toContain('hunter2-secret')
  })
})
