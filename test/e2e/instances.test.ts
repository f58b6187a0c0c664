import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../app/store/index.ts'
import { events, permissions } from '../../src/github/permissions.ts'
import { foldSignOffs } from '../../src/ledger/fold.ts'
import { type Sandbox, type SandboxApp, startSandbox } from '../sandbox/index.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { manyItems, until } from './scene.ts'

const pauses = process.env.SOAK === undefined ? 20 : 1_000
const leaseMs = 400
const items = 40

const policy = manyItems(items)

let postgres: PostgresServer
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

interface Instance {
  readonly child: ChildProcess
  readonly port: number
}

async function startInstance(place: {
  readonly sandbox: Sandbox
  readonly app: SandboxApp
  readonly secret: string
  readonly databaseUrl: string
}): Promise<Instance> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'instance-child.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      APP_ID: String(place.app.id),
      PRIVATE_KEY: place.app.privateKey,
      WEBHOOK_SECRET: place.secret,
      DATABASE_URL: place.databaseUrl,
      PORT: '0',
      PUBLIC_URL: 'http://127.0.0.1',
      GITHUB_API_URL: place.sandbox.apiUrl,
      RECONCILE_INTERVAL_MS: '3600000',
      LEASE_MS: String(leaseMs),
      NO_SMEE_SETUP: 'true',
    },
  })
  for await (const line of createInterface({ input: child.stdout })) return { child, port: Number(line) }
  throw new Error('the instance ended before it served')
}

async function end({ child }: Instance, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGCONT')
  child.kill(signal)
  await gone
}

/** What a load balancer does: hands each request to the next of the instances that are up. */
async function startBalancer(
  ports: () => readonly number[],
): Promise<{ readonly url: string; readonly server: Server }> {
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
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

/**
 * Two processes of the App on one PostgreSQL. One of them, in turn, is halted in the middle of its work for longer than
 * its lease, so that the other one takes over, and then wakes up; now and then one is killed and started anew.
 */
test(`R-17 R-01 R-15 two instances, ${pauses} pauses longer than a lease: nothing is lost, nothing happens twice`, {
  timeout: 120_000 + pauses * 8_000,
}, async () => {
  const sandbox = await startSandbox()
  sandbox.organization('acme')
  const secret = randomBytes(32).toString('hex')
  const app = sandbox.app({ slug: 'delivery-gates', permissions, events, webhookSecret: secret })
  const databaseUrl = await postgres.database()
  const place = { sandbox, app, secret, databaseUrl }
  const running = await Promise.all([startInstance(place), startInstance(place)])
  const up = new Set([0, 1])
  const balancer = await startBalancer(() => [...up].flatMap(index => running[index]?.port ?? []))
  app.setWebhookUrl(`${balancer.url}/api/github/webhooks`)
  let taken = 0
  try {
    const repository = await sandbox.repository('acme', 'widgets', {
      files: { 'deploy/values.yaml': 'replicas: 1\n', '.github/delivery-gates.yml': policy },
      collaborators: { chen: 'write', 'li-wei': 'write' },
    })
    app.install('acme')
    const files = { 'deploy/values.yaml': 'replicas: 2\n' }
    await repository.commit('change', { from: 'main', files, message: 'Scale', author: 'chen' })
    const pull = await repository.openPullRequest({ title: 'Scale', head: 'change', author: 'chen' })
    const ours = () => pull.comments().filter(comment => comment.body.includes('<!-- dg:comment'))
    await until('the checklist', () => ours().length > 0, 20_000)

    for (let round = 0; round < pauses; round += 1) {
      const index = round % 2
      const instance = running[index]
      if (instance === undefined) throw new Error('two instances')
      await pull.comment(
        'li-wei',
        round % 7 === 6 ? `/revoke item-${round % items}` : `/sign-off item-${round % items}`,
      )
      await sleep(Math.random() * 150)
      // A balancer would notice that it does not answer.
      up.delete(index)
      instance.child.kill('SIGSTOP')
      await sleep(leaseMs + Math.random() * 200)
      if (round % 9 === 8) {
        await end(instance, 'SIGKILL')
        running[index] = await startInstance(place)
      } else instance.child.kill('SIGCONT')
      up.add(index)
    }
    await sandbox.idle()
    await until('all work to be done', () => nothingOpen(balancer.url), 60_000)

    const words = sandbox.deliveries
      .filter(one => one.event === 'issue_comment' && one.action === 'created')
      .map(({ payload, status }) => ({
        body: (payload as unknown as { comment: { body: string } }).comment.body,
        isAcknowledged: status === 202,
      }))
      .filter(({ body }) => body.startsWith('/'))
    taken = words.filter(word => word.isAcknowledged).length
    await Promise.all(running.map(instance => end(instance, 'SIGTERM')))
    const store = await openStore({ databaseUrl })
    const rows = await store.ledger.rows(String(repository.id), `pr:${pull.number}`)
    const problem = store.ledger.problem(String(repository.id))
    await store.close()

    expect(problem).toBeNull()
    expect(new Set(rows.map(row => row.idem)).size).toBe(rows.length)
    const standing = new Set(foldSignOffs(rows).map(one => one.item))
    for (let index = 0; index < items; index += 1) {
      const own = words.filter(({ body }) => body.endsWith(` item-${index}`))
      // A word whose answer was lost on the way may count all the same; one that was acknowledged must.
      const possible = own.slice(own.findLastIndex(word => word.isAcknowledged)).map(({ body }) => body)
      const outcome = standing.has(`item-${index}`) ? `/sign-off item-${index}` : `/revoke item-${index}`
      if (own.some(word => word.isAcknowledged)) expect(possible).toContain(outcome)
    }
    expect(ours()).toHaveLength(1)
    expect(pull.checkRuns().filter(check => check.name === 'delivery-gates')).toHaveLength(1)
    const marks = pull.comments().flatMap(comment => /<!-- dg:reply \w+ -->/.exec(comment.body)?.[0] ?? [])
    expect(marks.filter((mark, index) => marks.indexOf(mark) !== index)).toEqual([])
    expect(taken).toBeGreaterThan(pauses / 2)
  } finally {
    await Promise.all(running.map(instance => end(instance, 'SIGKILL')))
    balancer.server.closeAllConnections()
    balancer.server.close()
    await sandbox.close()
  }
  process.stdout.write(`pauses ${pauses}, acknowledged commands ${taken}, lost 0, twice 0\n`)
})

async function nothingOpen(url: string): Promise<boolean> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return ['inbox_open', 'outbox_open'].every(name => new RegExp(`${name} 0$`, 'm').test(metrics))
}
