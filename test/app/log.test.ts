import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConfig } from '../../app/config.ts'
import { jsonLog, redactor, secretsOf } from '../../app/log.ts'
import { keyPair } from '../sandbox/auth.ts'

const at = new Date('2026-11-20T10:00:00Z')

function lines(level: 'error' | 'warn' | 'info' | 'debug' = 'debug', hide?: (text: string) => string) {
  const written: string[] = []
  const log = jsonLog(level, line => written.push(line), { now: () => at, ...(hide === undefined ? {} : { hide }) })
  return { written, log }
}

test('one JSON object a line, with what every line has', () => {
  const { written, log } = lines()
  log('info', 'app.started', { port: 3000, ready: true, why: null, at: 'not mine', event: 'not mine' })
  expect(written).toEqual([
    '{"at":"2026-11-20T10:00:00.000Z","level":"info","event":"app.started","port":3000,"ready":true,"why":null}\n',
  ])
})

test('any text stays on its line and can be read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), text => {
      const { written, log } = lines()
      log('warn', 'x', { text })
      expect(written.join('').indexOf('\n')).toBe(written.join('').length - 1)
      expect(JSON.parse(written[0] ?? '').text.length).toBeLessThanOrEqual(1_001)
    }),
  )
})

test.each([
  ['error', 1],
  ['warn', 2],
  ['info', 3],
  ['debug', 4],
] as const)('LOG_LEVEL=%s writes %i of the four levels', (level, count) => {
  const { written, log } = lines(level)
  for (const one of ['error', 'warn', 'info', 'debug'] as const) log(one, 'x')
  expect(written).toHaveLength(count)
})

const token = `ghs_${'a1'.repeat(18)}`
const jwt = `eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiI3In0.${'s'.repeat(40)}`

test.each([
  [keyPair(0).privateKey, 'key'],
  [keyPair(0).privateKey.slice(0, 400), 'key'],
  [keyPair(0).privateKey.replaceAll('\n', '\\n'), 'key'],
  [token, 'token'],
  [`github_pat_${'x'.repeat(40)}`, 'token'],
  [jwt, 'token'],
  [`authorization: Bearer ${'q'.repeat(30)}`, 'token'],
  [`sha256=${'0f'.repeat(32)}`, 'signature'],
  ['connect postgresql://gates:hunter2-hunter2@db:5432/x', 'password'],
])('T-80 what looks like a secret is taken out, case %#', (text, kind) => {
  const { written, log } = lines()
  log('warn', 'x', { problem: `before ${text} after` })
  const [line = ''] = written
  expect(line).toContain(`[${kind}]`)
  expect(line).not.toMatch(/ghs_a1|eyJhb|hunter2|qqqq|0f0f|MII|xxxx/)
  expect(line).toContain('before ')
})

test('T-80 the App’s own secrets are known by their value', () => {
  const { privateKey } = keyPair(0)
  const config = readConfig({
    APP_ID: '7',
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: 'correct horse battery staple and more',
    WEBHOOK_SECRET_PREVIOUS: 'the former one of them, also long enough',
    PAGE_TOKEN: 'a password of the page, long enough too',
    DATABASE_URL: 'postgresql://gates:pass%20word-1@localhost/gates?sslmode=disable',
  })
  if (!config.ok) throw new Error(config.error.join())
  const hide = redactor(secretsOf(config.value))
  const body = privateKey.split('\n')[3] ?? ''
  for (const secret of [
    ...config.value.webhookSecrets,
    config.value.pageToken ?? '',
    'pass word-1',
    'pass%20word-1',
    body,
  ]) {
    expect(hide(`it was ${secret}.`)).toBe('it was [secret].')
  }
})

test('ordinary words stay', () => {
  const hide = redactor(['short', ''])
  for (const text of [
    'HTTP 502 https://api.github.com/repos/1 in 15000 ms',
    'the token is missing',
    'basic facts, short',
    '1234:pr:56 8f14e45f-ceea-467f-9f6e-1f1f1f1f1f1f',
    'a'.repeat(64),
  ]) {
    expect(hide(text)).toBe(text)
  }
})

test('hiding takes linear time', () => {
  const hide = redactor([])
  for (const piece of ['-----BEGIN A', 'eyJaaaaaaaa.', '://a:b', 'bearer ', 'ghs_', 'sha256=']) {
    const start = performance.now()
    hide(piece.repeat(200_000))
    expect(performance.now() - start).toBeLessThan(2_000)
  }
})
