import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openStore } from '../../app/store/index.ts'
import { openStage } from '../demo/stage.ts'
import { manyItems, until } from './scene.ts'

const restarts = process.env.SOAK === undefined ? 4 : 100
const items = 40

const policy = manyItems(items)

/** New versions are rolled out while people work: each restart is an orderly one, in the middle of deliveries. */
test(`R-15 ${restarts} orderly restarts under load: the process ends by itself, nothing is lost, nothing stands twice`, {
  timeout: 120_000 + restarts * 20_000,
}, async () => {
  const stage = await openStage()
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
    const ours = () => pull.comments().filter(comment => comment.body.includes('<!-- dg:comment'))
    await until('the checklist', () => ours().length === 1, 30_000)

    const wanted = new Set<string>()
    for (let cycle = 0; cycle < restarts; cycle += 1) {
      for (let turn = 0; turn < 3; turn += 1) {
        const item = `item-${(cycle * 3 + turn) % items}`
        await pull.comment('li-wei', `/sign-off ${item}`)
        wanted.add(item)
      }
      await sleep(Math.random() * 600)
      expect(await stage.rollApp()).toBe(0)
    }
    await stage.sandbox.idle()
    // What met a closed door is asked for again at the next start; the rest was acknowledged.
    await stage.rollApp()
    await until(
      'every sign-off',
      () => [...wanted].every(item => new RegExp(`^- \\[x\\].*dg:item ${item} `, 'm').test(ours()[0]?.body ?? '')),
      120_000,
    )
    await stage.stopApp()
    const store = await openStore({ dataDir: stage.dataDir })
    const rows = await store.ledger.rows(String(repository.id), `pr:${pull.number}`)
    expect(store.ledger.problem(String(repository.id))).toBeNull()
    await store.close()
    expect(rows.map(row => row.itemId).sort()).toEqual([...wanted].sort())
    expect(ours()).toHaveLength(1)
    expect(pull.checkRuns().filter(check => check.name === 'delivery-gates')).toHaveLength(1)
  } finally {
    await stage.close()
  }
  process.stdout.write(`orderly restarts ${restarts}, lost 0\n`)
})
