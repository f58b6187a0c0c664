import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../app/store/index.ts'
import { events, permissions } from '../../src/github/permissions.ts'
import { startSandbox } from '../sandbox/index.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { end, nothingOpen, startBalancer, startRealInstance } from './instance.ts'
import { manyItems, until } from './scene.ts'

const restarts = Number(process.env.RESTARTS ?? (process.env.SOAK === undefined ? 3 : 100))
/** Root of an earlier version: both instances begin as that one, and the first roll has old and new side by side. */
const oldVersion = process.env.OLD_APP
/** Of the first restarts all are of one instance; the other goes on as the version it was. */
const sideBySide = Math.floor(restarts / 2)
const items = 40

let postgres: PostgresServer
beforeAll(async () => {
  postgres = await startPostgres()
}, 180_000)
afterAll(() => postgres.stop())

test(`R-15 ${restarts} rolling restarts of two instances on one PostgreSQL under load: each ends by itself, nothing is lost, nothing stands twice`, {
  timeout: 180_000 + restarts * 30_000,
}, async () => {
  const sandbox = await startSandbox()
  sandbox.organization('acme')
  const secret = randomBytes(32).toString('hex')
  const app = sandbox.app({ slug: 'delivery-gates', permissions, events, webhookSecret: secret })
  const databaseUrl = await postgres.database()
  const place = { sandbox, app, secret, databaseUrl }
  const running = [await startRealInstance(place, oldVersion), await startRealInstance(place, oldVersion)]
  const up = new Set([0, 1])
  const balancer = await startBalancer(() => [...up].flatMap(index => running[index]?.port ?? []))
  app.setWebhookUrl(`${balancer.url}/api/github/webhooks`)
  try {
    const repository = await sandbox.repository('acme', 'widgets', {
      files: { 'deploy/values.yaml': 'replicas: 1\n', '.github/delivery-gates.yml': manyItems(items) },
      collaborators: { chen: 'write', 'li-wei': 'write' },
    })
    app.install('acme')
    const files = { 'deploy/values.yaml': 'replicas: 2\n' }
    await repository.commit('change', { from: 'main', files, message: 'Scale', author: 'chen' })
    const pull = await repository.openPullRequest({ title: 'Scale', head: 'change', author: 'chen' })
    const ours = () => pull.comments().filter(comment => comment.body.includes('<!-- dg:comment'))
    await until('the checklist', () => ours().length > 0, 60_000)

    const wanted = new Set<string>()
    for (let restart = 0; restart < restarts; restart += 1) {
      for (let turn = 0; turn < 3; turn += 1) {
        const item = `item-${(restart * 3 + turn) % items}`
        await pull.comment('li-wei', `/sign-off ${item}`)
        wanted.add(item)
      }
      await sleep(Math.random() * 600)
      const index = restart < sideBySide ? 0 : restart % 2
      const instance = running[index]
      if (instance === undefined) throw new Error('two instances')
      // Requests still reach it for a moment, as they do when a balancer learns of it late.
      const ended = end(instance, 'SIGTERM')
      await sleep(Math.random() * 50)
      up.delete(index)
      expect(await ended).toBe(0)
      running[index] = await startRealInstance(place)
      up.add(index)
    }
    await sandbox.idle()
    await until(
      'every sign-off',
      () => [...wanted].every(item => new RegExp(`^- \\[x\\].*dg:item ${item} `, 'm').test(ours()[0]?.body ?? '')),
      // What met a closed door is asked for again after a minute.
      240_000,
    )
    await until('all work to be done', () => nothingOpen(balancer.url), 60_000)
    for (const instance of running) expect(await end(instance, 'SIGTERM')).toBe(0)
    const store = await openStore({ databaseUrl })
    const rows = await store.ledger.rows(String(repository.id), `pr:${pull.number}`)
    expect(await store.ledger.verify(String(repository.id))).toMatchObject({ ok: true })
    await store.close()
    expect(rows.map(row => row.itemId).sort()).toEqual([...wanted].sort())
    expect(ours()).toHaveLength(1)
    expect(pull.checkRuns().filter(check => check.name === 'delivery-gates')).toHaveLength(1)
  } finally {
    await Promise.all(running.map(instance => end(instance, 'SIGKILL')))
    balancer.close()
    await sandbox.close()
  }
  const between = oldVersion === undefined ? '' : `, ${sideBySide} of them beside the version before`
  process.stdout.write(`rolling restarts ${restarts}${between}, lost 0, twice 0\n`)
})
