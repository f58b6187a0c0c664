import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Sandbox, SandboxApp } from '../sandbox/index.ts'

/** Of instances that are started for tests. */
export const leaseMs = 400

/** A process of the App. */
export interface Instance {
  readonly child: ChildProcess
  readonly port: number
}

/** Where an instance lives, and between whom. */
export interface Place {
  readonly sandbox: Sandbox
  readonly app: SandboxApp
  readonly secret: string
  /** Left out: a file in `dataDir`. */
  readonly databaseUrl?: string
  readonly dataDir?: string
}

/** With leases so short that a test can outlast them, and without the pace of writes that GitHub asks for. */
export function startInstance(place: Place): Promise<Instance> {
  return start(place, join(import.meta.dirname, 'instance-child.ts'), line => Number(line))
}

/** As it is run in earnest, of the version that lies at `root`. */
export function startRealInstance(place: Place, root = join(import.meta.dirname, '../..')): Promise<Instance> {
  return start(place, join(root, 'app/index.ts'), line =>
    line.includes('"app.started"') ? (JSON.parse(line) as { port: number }).port : null,
  )
}

async function start(place: Place, script: string, portIn: (line: string) => number | null): Promise<Instance> {
  const child = spawn(process.execPath, [script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      APP_ID: String(place.app.id),
      PRIVATE_KEY: place.app.privateKey,
      WEBHOOK_SECRET: place.secret,
      ...(place.databaseUrl === undefined ? {} : { DATABASE_URL: place.databaseUrl }),
      ...(place.dataDir === undefined ? {} : { DATA_DIR: place.dataDir }),
      PORT: '0',
      PUBLIC_URL: 'http://127.0.0.1',
      GITHUB_API_URL: place.sandbox.apiUrl,
      RECONCILE_INTERVAL_MS: '3600000',
      LEASE_MS: String(leaseMs),
      NO_SMEE_SETUP: 'true',
    },
  })
  const lines = createInterface({ input: child.stdout })
  try {
    for await (const line of lines) {
      const port = portIn(line)
      if (port !== null) return { child, port }
    }
  } finally {
    child.stdout.resume()
  }
  throw new Error('the instance ended before it served')
}

/** Ends it with the signal. Gives its exit code; null when the signal ended it. */
export async function end({ child }: Instance, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  child.kill('SIGCONT')
  child.kill(signal)
  await gone
  return child.exitCode
}

interface Balancer {
  readonly url: string
  readonly close: () => void
}

/** What a load balancer does: hands each request to the next of the instances that are up. */
export async function startBalancer(ports: () => readonly number[]): Promise<Balancer> {
  let turn = 0
  const server = createServer((incoming, answer) => {
    const all = ports()
    turn += 1
    const onward = send(
      {
        host: '127.0.0.1',
        port: all[turn % all.length],
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
        timeout: 5_000,
      },
      response => {
        answer.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(answer)
      },
    )
    onward.on('timeout', () => onward.destroy())
    onward.on('error', () => {
      if (!answer.headersSent) answer.writeHead(502)
      answer.end()
    })
    incoming.pipe(onward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Whether no instance has anything left to do, as its metrics say. */
export async function nothingOpen(url: string): Promise<boolean> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return ['inbox_open', 'outbox_open'].every(name => new RegExp(`${name} 0$`, 'm').test(metrics))
}
