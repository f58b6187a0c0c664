import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { events, permissions } from '../../src/github/permissions.ts'
import { temporaryDir } from '../app/stores.ts'
import { root } from '../project/files.ts'
import { startSandbox } from '../sandbox/index.ts'

/** A forward proxy, by tunnel or by whole address, that notes where it was asked to go and brings everybody to `target`. */
async function startProxy(target: URL) {
  const asked: string[] = []
  const server = createServer((incoming, answer) => {
    const to = new URL(incoming.url ?? '')
    asked.push(to.host)
    const onward = request(
      new URL(to.pathname + to.search, target),
      { method: incoming.method, headers: incoming.headers },
      response => {
        answer.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(answer)
      },
    )
    onward.on('error', () => answer.destroy())
    incoming.pipe(onward)
  })
  server.on('connect', (incoming, socket, head) => {
    asked.push(incoming.url ?? '')
    const onward = connect(Number(target.port), target.hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.write(head)
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

test('B-E11 with NODE_USE_ENV_PROXY the App’s calls go through the proxy of the environment', {
  timeout: 90_000,
}, async () => {
  const sandbox = await startSandbox()
  onTestFinished(() => sandbox.close())
  sandbox.organization('acme')
  const webhookSecret = randomBytes(32).toString('hex')
  const app = sandbox.app({ slug: 'delivery-gates', permissions, events, webhookSecret })
  app.install('acme')
  const target = new URL(sandbox.apiUrl)
  const proxy = await startProxy(target)
  // Nobody listens there, so what arrives came through the proxy.
  const apiUrl = sandbox.apiUrl.replace(target.host, '127.0.0.2:47291')
  const child = spawn(process.execPath, [join(root, 'app/index.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      APP_ID: String(app.id),
      PRIVATE_KEY: app.privateKey,
      WEBHOOK_SECRET: webhookSecret,
      DATA_DIR: temporaryDir(),
      PORT: '0',
      PUBLIC_URL: 'http://127.0.0.1',
      GITHUB_API_URL: apiUrl,
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: proxy.url,
      HTTPS_PROXY: proxy.url,
    },
  })
  onTestFinished(() => stop(child))
  let port = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as { readonly event: string; readonly port?: number }
    if (told.event === 'app.started') {
      port = told.port ?? 0
      break
    }
  }
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
  expect(ready.status).toBe(200)
  expect(new Set(proxy.asked)).toEqual(new Set(['127.0.0.2:47291']))
  expect(sandbox.calls.length).toBeGreaterThan(0)
})
