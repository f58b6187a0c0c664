import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../app/store/index.ts'
import { events, permissions } from '../../src/github/permissions.ts'
import { foldSignOffs } from '../../src/ledger/fold.ts'
import { startSandbox } from '../sandbox/index.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { end, leaseMs, nothingOpen, startBalancer, startInstance } from './instance.ts'
import { manyItems, until } from './scene.ts'

const pauses = process.env.SOAK === undefined ? 20 : 1_000
const items = 40

const policy = manyItems(items)

let postgres: PostgresServer
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

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
    balancer.close()
    await sandbox.close()
  }
  process.stdout.write(`pauses ${pauses}, acknowledged commands ${taken}, lost 0, twice 0\n`)
})
