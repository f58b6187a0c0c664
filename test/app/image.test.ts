import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { events, permissions } from '../../src/github/permissions.ts'
import { readDockerfile } from '../../src/impact/readers/dockerfile.ts'
import { read, root } from '../project/files.ts'
import { type Sandbox, startSandbox } from '../sandbox/index.ts'

/** What the Dockerfile makes, in a folder: the files that .dockerignore lets through, and no package for development. */
const place = mkdtempSync(join(tmpdir(), 'image-'))
const data = mkdtempSync(join(tmpdir(), 'image-data-'))
/** Another user where the tests may become one, as in the image. */
const user = process.getuid?.() === 0 ? { uid: 10_001, gid: 10_001 } : {}
let sandbox: Sandbox

beforeAll(async () => {
  const passed = read('.dockerignore')
    .split('\n')
    .flatMap(line => /^!(.+)/.exec(line)?.[1] ?? [])
  for (const name of passed) cpSync(join(root, name), join(place, name), { recursive: true })
  for (const path of shippedPackages()) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    // Packages inside a package have lines of their own.
    execFileSync('cp', ['-R', join(root, path), dirname(join(place, path))])
  }
  execFileSync('chmod', ['-R', 'u=rX,go=rX', place])
  if (user.uid !== undefined) execFileSync('chown', [`${user.uid}:${user.gid}`, data])
  sandbox = await startSandbox()
}, 60_000)

afterAll(async () => {
  await sandbox.close()
  execFileSync('chmod', ['-R', 'u+w', place])
  for (const folder of [place, data]) rmSync(folder, { recursive: true, force: true })
})

/** What `npm ci --omit=dev` would install: every package of the lockfile that is for more than development. */
function shippedPackages(): readonly string[] {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>
  }
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path]) => path)
    .filter(path => statSync(join(root, path), { throwIfNoEntry: false }) !== undefined)
    .toSorted((a, b) => a.length - b.length)
    .filter((path, _, all) => !all.some(other => path.startsWith(`${other}/`)))
}

test('S-10 R-15 runs as another user, on files that nobody may write, until SIGTERM', { timeout: 60_000 }, async () => {
  const app = sandbox.app({ slug: 'delivery-gates', permissions, events, webhookSecret: 'x'.repeat(40) })
  const port = await freePort()
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: data,
    APP_ID: String(app.id),
    WEBHOOK_SECRET: 'x'.repeat(40),
    PRIVATE_KEY: app.privateKey,
    GITHUB_API_URL: sandbox.apiUrl,
  }
  const child = spawn(process.execPath, ['app/index.ts'], { cwd: place, env, ...user })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (log += chunk))
  const ended = new Promise<number | null>(settle => child.on('close', settle))
  const url = `http://127.0.0.1:${port}`
  const status = (path: string) =>
    fetch(url + path).then(
      answer => answer.status,
      () => 0,
    )
  for (let tries = 0; (await status('/healthz')) !== 200; tries += 1) {
    expect({ tries: tries < 200, code: child.exitCode }, log).toEqual({ tries: true, code: null })
    await sleep(100)
  }
  expect(await status('/readyz'), log).toBe(200)

  const check =
    readDockerfile(read('Dockerfile'))
      .find(one => one.name === 'HEALTHCHECK')
      ?.text.trim() ?? ''
  const [, ...command] = JSON.parse(check.replace(/^CMD /, '')) as readonly string[]
  const healthy = () => spawn(process.execPath, [...command], { env })
  expect(await new Promise(settle => healthy().on('close', settle))).toBe(0)

  const before = listing()
  child.kill('SIGTERM')
  expect(await ended, log).toBe(0)
  expect(await new Promise(settle => healthy().on('close', settle))).toBe(1)
  expect(listing()).toEqual(before)
  expect(readdirSync(data).sort()).toEqual(expect.arrayContaining(['delivery-gates.db']))
})

const listing = (): readonly string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' }).filter(name => !name.startsWith('node_modules/'))

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise(settle => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
