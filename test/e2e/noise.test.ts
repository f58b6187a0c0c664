import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { events, permissions } from '../../src/github/permissions.ts'
import { type PullRequest, type Repository, type Sandbox, startSandbox } from '../sandbox/index.ts'
import { end, startRealInstance } from './instance.ts'
import { conclusionOf, readiness, until } from './scene.ts'

const isSoak = process.env.SOAK !== undefined
const noisy = isSoak ? 60 : 12
const measured = isSoak ? 9 : 3
/** What GitHub takes for an answer, so long that waiting for one's turn is measured and not the machine. */
const answerMs = isSoak ? 1_500 : 100

/** A repository of that owner with so many pull requests that wait for a sign-off. */
async function owner(sandbox: Sandbox, name: string, pulls: number) {
  sandbox.organization(name).team('implementation', ['li-wei'])
  const repository = await sandbox.repository(name, 'widgets', {
    files: {
      'deploy/values.yaml': 'replicas: 1\n',
      '.github/delivery-gates.yml': readiness.replaceAll('@acme', `@${name}`),
    },
    collaborators: { chen: 'write', ana: 'write', 'li-wei': 'write', olga: 'write' },
  })
  const all: PullRequest[] = []
  for (let index = 0; index < pulls; index += 1) {
    const files = { 'deploy/values.yaml': `replicas: ${index + 2}\n` }
    await repository.commit(`n-${index}`, { from: 'main', files, message: 'Scale', author: 'chen' })
    all.push(await repository.openPullRequest({ title: 'Scale', head: `n-${index}`, author: 'chen' }))
  }
  return { repository, pulls: all }
}

/** How long after a push the check stands, in milliseconds. */
async function answerTo(repository: Repository, pull: PullRequest): Promise<number> {
  await repository.commit('n-0', { files: { NOTES: `${Math.random()}\n` }, message: 'Notes', author: 'chen' })
  const begun = performance.now()
  await until('the check', () => conclusionOf(pull) !== undefined, 120_000)
  const took = performance.now() - begun
  // Writes of one installation have a pace of their own.
  await sleep(isSoak ? 1_500 : 300)
  return took
}

async function median(times: number, measure: () => Promise<number>): Promise<number> {
  const all: number[] = []
  for (let time = 0; time < times; time += 1) all.push(await measure())
  return all.sort((a, b) => a - b)[times >> 1] ?? 0
}

test(`R-06 the App in a process of its own, ${noisy} pull requests of one owner that change all the time: another owner's are answered as if alone`, {
  timeout: 900_000,
}, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'delivery-gates-noise-'))
  const sandbox = await startSandbox({ contract: false })
  const secret = randomBytes(32).toString('hex')
  const app = sandbox.app({ slug: 'delivery-gates', permissions, events, webhookSecret: secret })
  const quiet = await owner(sandbox, 'globex', 1)
  const loud = await owner(sandbox, 'acme', noisy)
  const instance = await startRealInstance({ sandbox, app, secret, dataDir })
  app.setWebhookUrl(`http://127.0.0.1:${instance.port}/api/github/webhooks`)
  let isLoud = false
  let changes = 0
  try {
    app.install('globex')
    app.install('acme')
    const [pull] = quiet.pulls
    if (pull === undefined) throw new Error('a pull request')
    await until('the first check', () => conclusionOf(pull) !== undefined, 60_000)
    await until('the others', () => loud.pulls.every(one => conclusionOf(one) !== undefined), 300_000)
    sandbox.faults.add({ match: /.*/, kind: 'slow', delayMs: answerMs })
    const measure = () => answerTo(quiet.repository, pull)
    await measure()
    const alone = await median(measured, measure)
    isLoud = true
    const noise = (async () => {
      for (let turn = 0; isLoud; turn += 1) {
        loud.pulls[turn % noisy]?.edit({ title: `Title ${turn}` }, 'chen')
        changes += 1
        await sleep(isSoak ? 200 : 50)
      }
    })()
    await measure()
    const amid = await median(measured, measure)
    isLoud = false
    await noise
    process.stdout.write(
      `alone ${Math.round(alone)} ms, amid ${changes} changes of another owner ${Math.round(amid)} ms: ${((amid / alone - 1) * 100).toFixed(1)} % later\n`,
    )
    // Figures are the soak's, on a machine that does nothing else.
    if (isSoak) expect(amid / alone).toBeLessThan(1.05)
    else expect(amid).toBeLessThan(alone * 10 + 5_000)
  } finally {
    isLoud = false
    await end(instance, 'SIGKILL')
    await sandbox.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})
