import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openStore } from '../../app/store/index.ts'
import { foldSignOffs } from '../../src/ledger/fold.ts'
import { openStage } from '../demo/stage.ts'
import { manyItems, until } from './scene.ts'

const cycles = process.env.SOAK === undefined ? 15 : 500
const items = 40

const policy = manyItems(items)

/**
 * Kills the whole App (front, worker, sender) at a random moment after a person acted, again and again. What GitHub was
 * told is acknowledged must be in the ledger in the end, once, and the person's last word must stand.
 */
test(`R-01 R-02 ${cycles} kills of the running App: nothing acknowledged is lost, nothing stands twice`, {
  timeout: cycles * 8_000,
}, async () => {
  const stage = await openStage()
  let acknowledged = 0
  try {
    const repository = await stage.sandbox.repository('acme', 'widgets', {
      files: { 'deploy/values.yaml': 'replicas: 1\n', '.github/delivery-gates.yml': policy },
      collaborators: { chen: 'write', 'li-wei': 'write' },
    })
    stage.app.install('acme')
    await repository.commit('change', {
      from: 'main',
      files: { 'deploy/values.yaml': 'replicas: 2\n' },
      message: 'Scale',
      author: 'chen',
    })
    const pull = await repository.openPullRequest({ title: 'Scale', head: 'change', author: 'chen' })
    const published = () => pull.comments().some(comment => comment.body.includes('<!-- dg:comment'))
    await until('the checklist', published, 20_000)

    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const item = `item-${cycle % items}`
      await pull.comment('li-wei', `/sign-off ${item}`)
      // From before the delivery arrives to after its effects are published.
      await sleep(Math.random() * (cycle % 5 === 0 ? 1_200 : 250))
      await stage.restartApp()
    }
    await stage.sandbox.idle()
    await settled(stage.appUrl)

    const told = stage.sandbox.deliveries.filter(
      one => one.event === 'issue_comment' && one.action === 'created' && one.status === 202,
    )
    const bodies = told.map(one => (one.payload as unknown as { comment: { body: string; id: number } }).comment)
    const commands = bodies.filter(comment => comment.body.startsWith('/sign-off'))
    acknowledged = commands.length
    await stage.stopApp()
    const store = await openStore({ dataDir: stage.dataDir })
    const rows = await store.ledger.rows(String(repository.id), `pr:${pull.number}`)
    const verified = store.ledger.problem(String(repository.id))
    await store.close()

    const standing = new Set(foldSignOffs(rows).map(signOff => signOff.item))
    const lost = commands.map(comment => comment.body.slice('/sign-off '.length)).filter(item => !standing.has(item))
    expect(lost).toEqual([])
    expect(verified).toBeNull()
    expect(new Set(rows.map(row => row.idem)).size).toBe(rows.length)
    const ours = pull.comments().filter(comment => comment.body.includes('<!-- dg:comment'))
    expect(ours).toHaveLength(1)
    const checks = pull.checkRuns().filter(check => check.name === 'delivery-gates')
    expect(checks).toHaveLength(1)
    const marks = pull.comments().flatMap(comment => /<!-- dg:reply \w+ -->/.exec(comment.body)?.[0] ?? [])
    expect(new Set(marks).size).toBe(marks.length)
    expect(acknowledged).toBeGreaterThan(cycles / 4)
  } finally {
    await stage.close()
  }
  process.stdout.write(`kills ${cycles}, acknowledged sign-offs ${acknowledged}, lost 0\n`)
})

async function settled(appUrl: string): Promise<void> {
  await until(
    'the App to finish',
    async () => {
      const metrics = await (await fetch(`${appUrl}/metrics`)).text()
      return ['inbox_open', 'outbox_open'].every(name => new RegExp(`${name} 0$`, 'm').test(metrics))
    },
    60_000,
  )
}
