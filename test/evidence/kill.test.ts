import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { events, permissions } from '../../src/github/permissions.ts'
import { until } from '../e2e/scene.ts'
import { temporaryFolder } from '../git/repo.ts'
import { root } from '../project/files.ts'
import { startSandbox } from '../sandbox/index.ts'
import { freePort, measuring, uploadOf } from './stage.ts'

const cycles = 3

test('T-86 R-02 what was answered with 201 outlives SIGKILL, and is judged by after the restart', async () => {
  const sandbox = await startSandbox()
  onTestFinished(() => sandbox.close())
  sandbox.organization('acme')
  const secret = randomBytes(32).toString('hex')
  const app = sandbox.app({ slug: 'delivery-gates', permissions, events, webhookSecret: secret })
  const repository = await sandbox.repository('acme', 'widgets', {
    files: { 'src/price.js': 'export const price = 1\n', '.github/delivery-gates.yml': measuring },
    collaborators: { chen: 'write' },
  })
  const port = await freePort()
  const appUrl = `http://127.0.0.1:${port}`
  app.setWebhookUrl(`${appUrl}/api/github/webhooks`)
  const dataDir = temporaryFolder()
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [join(root, 'app/index.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH ?? '',
        APP_ID: String(app.id),
        PRIVATE_KEY: app.privateKey,
        WEBHOOK_SECRET: secret,
        DATA_DIR: dataDir,
        PORT: String(port),
        PUBLIC_URL: appUrl,
        GITHUB_API_URL: sandbox.apiUrl,
        NO_SMEE_SETUP: 'true',
      },
    })
    await until('the App', () =>
      fetch(`${appUrl}/readyz`).then(
        answer => answer.ok,
        () => false,
      ),
    )
    return child
  }
  let child = await start()
  onTestFinished(() => void child.kill('SIGKILL'))
  app.install('acme')
  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    const head = `change-${cycle}`
    const files = { 'src/price.js': `export const price = ${cycle + 1}\n` }
    await repository.commit(head, { from: 'main', files, message: 'Change', author: 'chen' })
    const pull = await repository.openPullRequest({ title: 'Change', head, author: 'chen' })
    const conclusion = () => pull.checkRuns().find(check => check.name === 'delivery-gates')?.conclusion
    await until('waiting for CI', () => conclusion() === 'action_required')
    const run = await repository.startRun({
      event: 'pull_request',
      headSha: pull.headSha,
      sha: repository.baseSha(),
      ref: `refs/pull/${pull.number}/merge`,
    })
    const answer = await fetch(`${appUrl}/api/evidence`, {
      method: 'POST',
      headers: { authorization: `Bearer ${run.idToken(appUrl)}`, 'content-type': 'application/json' },
      body: uploadOf(run, pull.headSha),
    })
    const killed = once(child, 'exit')
    child.kill('SIGKILL')
    expect(answer.status).toBe(201)
    await killed
    child = await start()
    await until('judged by it', () => conclusion() === 'success', 30_000)
  }
}, 120_000)
