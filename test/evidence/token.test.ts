import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tokenVerifier } from '../../app/evidence/token.ts'

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
const [first, second] = [pair(), pair()]
type Pair = typeof first

let server: Server
let issuer: string
/** What the issuer answers at a path; left out: 404. */
let answers: Record<
  string,
  { readonly status?: number; readonly body: string; readonly headers?: Record<string, string> }
>
let asked: string[]
let now: number

beforeEach(async () => {
  asked = []
  now = 1_000_000
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const answer = answers[request.url ?? '']
    response.writeHead(answer?.status ?? (answer === undefined ? 404 : 200), answer?.headers)
    response.end(answer?.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  answers = published({ one: first })
})
afterEach(() => new Promise(resolve => server.close(resolve)))

const configuration = '/.well-known/openid-configuration'
const published = (keys: Readonly<Record<string, Pair>>): typeof answers => ({
  [configuration]: { body: JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }) },
  '/keys': {
    body: JSON.stringify({
      keys: Object.entries(keys).map(([kid, { publicKey }]) => ({
        ...createPublicKey(publicKey).export({ format: 'jwk' }),
        kid,
        alg: 'RS256',
        use: 'sig',
      })),
    }),
  },
})

function token(kid: string, key: Pair): string {
  const claims = {
    iss: issuer,
    aud: 'https://gates.example.com',
    exp: 2_000_000_000,
    iat: 1_000,
    jti: 'abcdefgh',
    repository: 'acme/widgets',
    repository_id: '74',
    repository_owner_id: '65',
    run_id: '1',
    run_attempt: '1',
    sha: 'a'.repeat(40),
    ref: 'refs/pull/1/merge',
    event_name: 'pull_request',
    job_workflow_ref: 'acme/widgets/.github/workflows/gates.yml@refs/pull/1/merge',
  }
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ typ: 'JWT', alg: 'RS256', kid })}.${part(claims)}`
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), createPrivateKey(key.privateKey)).toString('base64url')}`
}

const verifier = () => tokenVerifier(issuer, () => now)
const outcome = async (verify: ReturnType<typeof verifier>, one: string) => {
  const read = await verify(one)
  return read.ok ? 'good' : read.error
}

describe('T-86 keys of the issuer', () => {
  test('are read once for many tokens', async () => {
    const verify = verifier()
    const many = Array.from({ length: 50 }, () => outcome(verify, token('one', first)))
    expect(new Set(await Promise.all(many))).toEqual(new Set(['good']))
    expect(asked.sort()).toEqual([configuration, '/keys'])
  })

  test('what cannot be a token costs no call', async () => {
    const verify = verifier()
    for (const text of ['', 'a.b.c', `${'a'.repeat(20_000)}.b.c`, `e30.e30.${'x'.repeat(10)}`])
      expect(await outcome(verify, text)).toBe('invalid')
    expect(asked).toEqual([])
  })

  test('a key that another one signed with is not the issuer’s', async () => {
    expect(await outcome(verifier(), token('one', second))).toBe('invalid')
  })

  test('a flood of unknown keys is not passed on to the issuer', async () => {
    const verify = verifier()
    for (let index = 0; index < 20; index += 1)
      expect(await outcome(verify, token(`k${index}`, second))).toBe('invalid')
    expect(asked.filter(path => path === '/keys').length).toBeLessThanOrEqual(2)
  })

  test.each<[string, () => typeof answers]>([
    ['no description', () => ({})],
    ['HTML', () => ({ [configuration]: { body: '<html>' } })],
    ['an error', () => ({ [configuration]: { status: 500, body: '{}' } })],
    [
      'a description of another issuer',
      () => ({
        ...published({ one: first }),
        [configuration]: { body: JSON.stringify({ issuer: 'https://evil.example', jwks_uri: `${issuer}/keys` }) },
      }),
    ],
    [
      'keys on another host',
      () => ({
        ...published({ one: first }),
        [configuration]: { body: JSON.stringify({ issuer, jwks_uri: issuer.replace('127.0.0.1', 'localhost') }) },
      }),
    ],
    ['a redirect', () => ({ [configuration]: { status: 302, body: '', headers: { location: '/elsewhere' } } })],
    ['endless keys', () => ({ ...published({ one: first }), '/keys': { body: ' '.repeat(300_000) } })],
    ['keys that are none', () => ({ ...published({ one: first }), '/keys': { body: '[]' } })],
  ])('%s: nobody can say now, and later it works again', async (_, broken) => {
    answers = broken()
    const verify = verifier()
    expect(await outcome(verify, token('one', first))).toBe('unavailable')
    answers = published({ one: first })
    now += 60_000
    expect(await outcome(verify, token('one', first))).toBe('good')
  })

  test('a failure is remembered for a moment', async () => {
    answers = {}
    const verify = verifier()
    for (let index = 0; index < 10; index += 1) expect(await outcome(verify, token('one', first))).toBe('unavailable')
    expect(asked).toHaveLength(1)
  })
})
