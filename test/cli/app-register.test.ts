import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../app/config.ts'
import { events, permissions } from '../../src/github/permissions.ts'
import { root } from '../project/files.ts'
import { type Sandbox, startSandbox } from '../sandbox/index.ts'
import { refusal } from './cli.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox()
  sandbox.organization('acme')
})
afterAll(() => sandbox.close())
afterEach(() => sandbox.faults.clear())

interface Running {
  readonly child: ChildProcess
  readonly folder: string
  readonly startUrl: string
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>
}

const publicUrl = 'https://gates.example.com'

/** `app register` as a process of its own, up to the link that it shows. */
async function begin(more: readonly string[] = [], folder = newFolder()): Promise<Running> {
  const args = ['app', 'register', '--url', publicUrl, '--github-url', sandbox.url, '--out', folder, ...more]
  const child = spawn(process.execPath, [join(root, 'cli/index.ts'), ...args], {
    env: { PATH: process.env.PATH ?? '' },
    timeout: 60_000,
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', chunk => {
    stdout += chunk
  })
  const ended = new Promise<Awaited<Running['ended']>>(settle =>
    child.on('close', code => settle({ code, stdout, stderr })),
  )
  const startUrl = await new Promise<string>((settle, reject) => {
    child.stderr.on('data', chunk => {
      stderr += chunk
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(stderr) ?? []
      if (found !== undefined) settle(found)
    })
    child.on('close', () => reject(new Error(stderr)))
  })
  return { child, folder, startUrl, ended }
}

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'register-')), 'secrets')

const fieldsOf = (page: string): URLSearchParams => {
  const readable = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  const inputs = [...page.matchAll(/<input[^>]* name="(\w+)" value="([^"]*)"/g)]
  return new URLSearchParams(inputs.map(([, name = '', value = '']) => [name, readable(value)] as [string, string]))
}
const actionOf = (page: string): string =>
  /<form method="post" action="([^"]+(?:new|create)[^"]*)"/.exec(page)?.[1] ?? ''

/** What a person does in a browser, up to the address that GitHub sends it back to. */
async function confirm(startUrl: string, name?: string): Promise<string> {
  const start = await (await fetch(startUrl)).text()
  const form = { method: 'POST', redirect: 'manual' } as const
  const shown = await (await fetch(actionOf(start), { ...form, body: fieldsOf(start) })).text()
  const fields = fieldsOf(shown.slice(shown.indexOf('<h1>')))
  if (name !== undefined) fields.set('name', name)
  const address = new URL(actionOf(shown.slice(shown.indexOf('<h1>'))), sandbox.url)
  const made = await fetch(address, { ...form, body: fields, headers: { origin: sandbox.url } })
  expect(made.status, await made.text()).toBe(302)
  return made.headers.get('location') ?? ''
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('app register', () => {
  test('T-80 S-16 registers with the least permissions, and writes what the App starts with', async () => {
    const { startUrl, ended, folder } = await begin(['--org', 'acme'])
    const back = await confirm(startUrl)
    const page = await fetch(back)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('/apps/delivery-gates-acme/installations/new')

    const { code, stdout, stderr } = await ended
    expect({ code, stderr: stderr.split('\n').filter(line => line !== '').length }).toEqual({ code: 0, stderr: 3 })
    const record = [...sandbox.world.apps.values()].find(app => app.slug === 'delivery-gates-acme')
    expect(record).toMatchObject({
      owner: { login: 'acme' },
      permissions,
      events,
      webhookUrl: `${publicUrl}/api/github/webhooks`,
      callbackUrls: [`${publicUrl}/login/callback`],
    })
    expect(readdirSync(folder).sort()).toEqual(['.gitignore', 'app.env', 'private-key.pem'])
    expect([modeOf(folder), modeOf(join(folder, 'app.env')), modeOf(join(folder, 'private-key.pem'))]).toEqual([
      '700',
      '600',
      '600',
    ])

    const env = Object.fromEntries(
      readFileSync(join(folder, 'app.env'), 'utf8')
        .trimEnd()
        .split('\n')
        .map(line => line.split(/=(.*)/s, 2) as [string, string]),
    )
    const config = readConfig(env)
    expect(config.ok ? [] : config.error).toEqual([])
    expect(config).toMatchObject({
      value: {
        appId: String(record?.id),
        publicUrl,
        githubApiUrl: sandbox.apiUrl,
        webhookSecrets: [record?.webhookSecret],
        signIn: { clientSecret: record?.clientSecrets[0], sessionSecret: expect.stringMatching(/^[\w-]{43}$/) },
      },
    })
    expect(await startedWith(join(folder, 'app.env'), env.WEBHOOK_SECRET ?? '')).toEqual({ ready: 200, webhook: 202 })
    expect(stdout).toContain(`App ID ${record?.id}`)
    for (const secret of [record?.webhookSecret, record?.clientSecrets[0], env.SESSION_SECRET]) {
      expect(stdout + stderr).not.toContain(secret)
    }
    expect(stdout + stderr).not.toMatch(/BEGIN|PRIVATE KEY/)
    expect(sandbox.violations).toEqual([])
  })

  test('a person goes through it in a browser, which obeys the page’s own rules', async () => {
    const { startUrl, ended } = await begin(['--org', 'acme', '--locale', 'zh-CN', '--json'])
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('console', line => complaints.push(line.text()))
      await page.goto(startUrl)
      await page.getByRole('button', { name: '前往 GitHub 继续' }).click()
      await page.getByLabel('GitHub App name').fill('Gates of acme')
      await page.getByRole('button', { name: 'Create GitHub App' }).click()
      await page.getByRole('heading', { name: 'App 已注册' }).waitFor()
      expect(await page.getByRole('link', { name: '安装 App' }).getAttribute('href')).toBe(
        `${sandbox.url}/apps/gates-of-acme/installations/new`,
      )
      expect(complaints).toEqual([])
    } finally {
      await browser.close()
    }
    const { code, stdout } = await ended
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\{[^\n]*\}\n$/)
    const told = JSON.parse(stdout)
    expect(Object.keys(told).sort()).toEqual(['envPath', 'id', 'installUrl', 'keyPath', 'name', 'slug', 'start', 'url'])
    expect(told.slug).toBe('gates-of-acme')
  })

  test('nobody else on this machine can end or take over the registration', async () => {
    const { startUrl, ended, child, folder } = await begin(['--name', 'Guarded gates'])
    const { origin, port } = new URL(startUrl)
    const state = new URL(actionOf(await (await fetch(startUrl)).text())).searchParams.get('state') ?? ''
    const tries = [
      `${origin}/`,
      `${origin}/done?code=abc`,
      `${origin}/done?code=abc&state=${'x'.repeat(state.length)}`,
      `${origin}/done?state=${state}`,
      `${origin}/done?state=${state}&code=${encodeURIComponent('../../user')}`,
    ]
    for (const url of tries) expect([(await fetch(url)).status, url]).toEqual([400, url])
    // A name of somebody else's that resolves to this machine.
    expect(await statusWithHost(Number(port), new URL(startUrl).pathname, `evil.example:${port}`)).toBe(400)
    expect((await fetch(startUrl, { method: 'POST' })).status).toBe(405)
    const back = await confirm(startUrl)
    expect((await fetch(back)).status).toBe(200)
    expect((await ended).code).toBe(0)
    expect(child.exitCode).toBe(0)
    expect(existsSync(join(folder, 'private-key.pem'))).toBe(true)
  })

  test.each([
    ['an expired code', { kind: 'status', status: 404 }, /404.*expired/],
    [
      'a refusal',
      { kind: 'status', status: 422, body: { message: 'Validation Failed' } },
      /HTTP 422: Validation Failed/,
    ],
    ['half an answer', { kind: 'truncated-json' }, /cut short|whole answer/],
    ['a page of a proxy', { kind: 'html', status: 502 }, /HTTP 502/],
    ['no answer', { kind: 'reset-before' }, /no whole answer/],
  ] as const)('%s is one clear line, and nothing is written', async (_, fault, expected) => {
    sandbox.faults.add({ match: 'apps/create-from-manifest', ...fault })
    const { startUrl, ended, folder } = await begin(['--org', 'acme', '--name', `n${sandbox.world.apps.size}`])
    const page = await fetch(await confirm(startUrl))
    expect(page.status).toBe(502)
    const { code, stdout, stderr } = await ended
    const last = stderr.trimEnd().split('\n').at(-1) ?? ''
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(last).toMatch(expected)
    if (fault.kind !== 'status' || fault.status !== 404) expect(last).toContain('/organizations/acme/settings/apps')
    expect(readdirSync(folder)).toEqual(['.gitignore'])
  })

  test.each([
    ['half a key', { pem: '-----BEGIN RSA PRIVATE KEY-----\nMIIE' }, /pem/],
    ['no secret', { webhook_secret: null }, /webhook_secret/],
    ['no client secret', { webhook_secret: 'a'.repeat(40), client_id: 'Iv1.a' }, /client_secret/],
    ['a secret that would end its line', { webhook_secret: `${'a'.repeat(40)}\nHOST=0.0.0.0` }, /webhook_secret/],
    ['another kind of answer', { id: '7' }, /id/],
  ] as const)('%s is not written', async (_, change, expected) => {
    const pem = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    }).privateKey
    const answer = { id: 7, slug: 'gates', name: 'gates', html_url: 'https://github.com/apps/gates', pem, ...change }
    const github = createServer((_, response) => response.writeHead(201).end(JSON.stringify(answer)))
    await new Promise<void>(settle => github.listen(0, '127.0.0.1', settle))
    const url = `http://127.0.0.1:${(github.address() as AddressInfo).port}`
    const { startUrl, ended, folder } = await begin(['--github-url', url])
    const start = await (await fetch(startUrl)).text()
    const state = new URL(actionOf(start)).searchParams.get('state')
    await fetch(`${new URL(startUrl).origin}/done?code=abc&state=${state}`)
    const { code, stderr } = await ended
    github.close()
    expect(code).toBe(2)
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(expected)
    expect(readdirSync(folder)).toEqual(['.gitignore'])
  })

  test('never over an earlier registration; --force replaces it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'register-'))
    writeFileSync(join(folder, 'private-key.pem'), 'old', { mode: 0o644 })
    const args = ['app', 'register', '--url', publicUrl, '--github-url', sandbox.url, '--out', folder]
    expect(refusal(args)).toMatch(/private-key\.pem: exists already/)
    expect(readFileSync(join(folder, 'private-key.pem'), 'utf8')).toBe('old')
    const { startUrl, ended } = await begin(['--force', '--name', 'Second gates'], folder)
    await fetch(await confirm(startUrl))
    expect((await ended).code).toBe(0)
    expect(readFileSync(join(folder, 'private-key.pem'), 'utf8')).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/)
    expect(modeOf(join(folder, 'private-key.pem'))).toBe('600')
  })

  test('Ctrl-C stops it, and nothing is written', async () => {
    const { child, ended, folder } = await begin()
    child.kill('SIGINT')
    const { code, stderr } = await ended
    expect(code).toBe(2)
    expect(stderr).toMatch(/stopped; nothing was written\n$/)
    expect(readdirSync(folder)).toEqual(['.gitignore'])
  })

  test.each([
    [['app'], /what to do is missing/],
    [['app', 'delete'], /does not exist/],
    [['app', 'register'], /--url PUBLIC_URL is missing/],
    [['app', 'register', '--url', 'http://gates.example.com'], /https is needed/],
    [['app', 'register', '--url', 'https://u:p@gates.example.com'], /https is needed/],
    [['app', 'register', '--url', 'http://localhost:3000'], /GitHub cannot reach this machine/],
    [['app', 'register', '--url', publicUrl, '--github-url', 'http://ghe.example.com'], /--github-url.*https/],
    [['app', 'register', '--url', publicUrl, '--github-url', 'https://github.com/acme'], /without a path/],
    [['app', 'register', '--url', publicUrl, '--github-url', 'https://api.github.com'], /as a browser shows it/],
    [['app', 'register', '--url', `${publicUrl}/api/github/webhooks`], /leave out \/api\/github\/webhooks/],
    [['app', 'register', '--url', publicUrl, '--org', '../acme'], /no name of an organisation/],
    [['app', 'register', '--url', publicUrl, '--name', 'x'.repeat(35)], /35 characters/],
    [['app', 'register', '--url', publicUrl, '--timeout', '0'], /from 1 to 60/],
    [['app', 'register', '--url', publicUrl, '--port', '65536'], /from 0 to 65535/],
    [['app', 'register', '--url', publicUrl, '--out', join(root, 'package.json')], /cannot be written to \(ENOTDIR\)/],
  ])('%j is refused before anything is asked', (args, expected) => {
    expect(refusal(args)).toMatch(expected)
  })
})

/** The App, started as the command says; GitHub takes its key, and it takes GitHub's webhooks. */
async function startedWith(envFile: string, secret: string): Promise<{ ready: number; webhook: number }> {
  const data = mkdtempSync(join(tmpdir(), 'register-data-'))
  const child = spawn(process.execPath, [`--env-file=${envFile}`, 'app/index.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: data },
    timeout: 30_000,
  })
  const ended = new Promise(settle => child.on('close', settle))
  let said = ''
  const port = await new Promise<number>((settle, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        said += chunk
        const [, found] = /"event":"app\.started","port":(\d+)/.exec(said) ?? []
        if (found !== undefined) settle(Number(found))
      })
    }
    child.on('close', () => reject(new Error(said)))
  })
  const url = `http://127.0.0.1:${port}`
  const body = '{"zen":"Keep it logically awesome.","hook_id":1,"hook":{"type":"App"}}'
  const webhook = await fetch(`${url}/api/github/webhooks`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'ping',
      'x-github-delivery': crypto.randomUUID(),
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
  })
  const ready = await fetch(`${url}/readyz`)
  child.kill('SIGTERM')
  await ended
  return { ready: ready.status, webhook: webhook.status }
}

/** `fetch` does not let go of the Host header. */
async function statusWithHost(port: number, path: string, host: string): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((settle, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, response => {
      response.resume()
      settle(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}
