import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Repository, type Sandbox, startSandbox } from './index.ts'
import { receiver, rest, webhookSecret } from './testing.ts'

let sandbox: Sandbox
let repository: Repository
let hook: Awaited<ReturnType<typeof receiver>>
let token: string

beforeEach(async () => {
  sandbox = await startSandbox()
  sandbox.organization('acme')
  repository = await sandbox.repository('acme', 'widgets', { collaborators: { chen: 'write' } })
  hook = await receiver()
  const app = sandbox.app({
    slug: 'gates',
    permissions: { actions: 'read', deployments: 'write' },
    events: ['deployment_protection_rule'],
    webhookSecret,
    webhookUrl: hook.url,
  })
  token = app.install('acme').token()
  repository.environment('prod', { rules: ['gates'] })
  repository.environment('staging')
})

afterEach(async () => {
  expect(sandbox.violations).toEqual([])
  await sandbox.close()
  await hook.close()
})

async function waiting() {
  const sha = repository.baseSha()
  const run = await repository.startRun({ event: 'push', headSha: sha, sha, ref: 'refs/heads/main' })
  run.deployTo('prod')
  await sandbox.idle()
  const path = `/repos/acme/widgets/actions/runs/${run.id}`
  const ask = (body: object) =>
    rest(sandbox, token, `POST ${path}/deployment_protection_rule`, { environment_name: 'prod', ...body })
  return { run, path, ask }
}

test('a job that reaches an environment with a rule waits, and the App is asked', async () => {
  const { run, path } = await waiting()
  expect(hook.names().slice(1)).toEqual(['deployment_protection_rule.requested'])
  expect(hook.received[1]?.payload).toMatchObject({
    environment: 'prod',
    deployment_callback_url: `${sandbox.apiUrl}${path}/deployment_protection_rule`,
    deployment: { sha: repository.baseSha(), environment: 'prod' },
  })
  const pending = await rest(sandbox, token, `GET ${path}/pending_deployments`)
  expect(pending.body).toMatchObject([{ environment: { name: 'prod' } }])
  const listed = await rest(sandbox, token, 'GET /repos/acme/widgets/actions/runs?status=waiting')
  expect(listed.body.workflow_runs).toMatchObject([{ id: run.id, status: 'waiting' }])
})

test('reports change nothing, ten of them at most, 1,024 characters each; an approval starts the job', async () => {
  const { run, ask } = await waiting()
  expect((await ask({ comment: 'x'.repeat(1025) })).status).toBe(422)
  for (let count = 0; count < 10; count += 1) expect((await ask({ comment: 'wait' })).status).toBe(204)
  expect((await ask({ comment: 'wait' })).status).toBe(422)
  expect(run.gate('prod')).toBe('waiting')
  expect((await ask({ state: 'approved', comment: 'signed' })).status).toBe(204)
  expect(run.gate('prod')).toBe('released')
  expect((await ask({ state: 'approved' })).status).toBe(422)
  expect(run.said('prod').at(-1)).toBe('approved: signed')
  run.finish()
})

test('passed over, cancelled, rule switched off: 422, or 404', async () => {
  const passed = await waiting()
  passed.run.bypass('prod')
  expect((await passed.ask({ state: 'approved' })).status).toBe(422)
  const cancelled = await waiting()
  cancelled.run.cancel()
  expect((await cancelled.ask({ comment: 'wait' })).status).toBe(422)
  const off = await waiting()
  repository.disableRule('prod', 'gates')
  expect((await off.ask({ state: 'approved' })).status).toBe(404)
  const rules = await rest(sandbox, token, 'GET /repos/acme/widgets/environments/prod/deployment_protection_rules')
  expect(rules.body).toEqual({ total_count: 0, custom_deployment_protection_rules: [] })
})

test('an environment without rules waits for nobody', async () => {
  const sha = repository.baseSha()
  const run = await repository.startRun({ event: 'push', headSha: sha, sha, ref: 'refs/heads/main' })
  run.deployTo('staging')
  expect(run.gate('staging')).toBe('released')
})
