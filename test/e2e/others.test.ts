import { afterEach, describe, expect, test } from 'vitest'
import { budgetName, budgetSource } from '../../src/gates/budgets/options.ts'
import { writeOthers } from '../../src/github/evidence-document.ts'
import { policy as parsed } from '../support/facts.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(async () => {
  expect(scene.sandbox.violations).toEqual([])
  await scene.close()
})

const evaluations = () => scene.sandbox.calls.filter(call => call.operation === 'graphql:query:PullRequestFacts').length
const statesOf = async (number: number) => {
  const key = { repoId: String(scene.repository.id), kind: 'pr', number } as const
  const report = JSON.parse((await scene.server.store.subjects.get(key))?.reportJson ?? '{"gates":[]}')
  return Object.fromEntries(
    report.gates.map((one: { gate: string; result: { status: string } }) => [one.gate, one.result.status]),
  )
}
const since = async (act: () => unknown) => {
  scene.sandbox.resetCalls()
  await act()
  await scene.settle()
  return evaluations()
}

const labelled = `version: 1
gates:
  docs:
    when: { labels: [deploy] }
    rules: [{ id: deploy, kind: deployment, when: ["src/**"], update: ["docs/**"] }]
`

describe('what others do to a pull request', () => {
  test('a label that the policy asks about is looked at; without such a policy it costs no call', async () => {
    scene = await openScene({ policy: labelled })
    const pull = await scene.open({ files: { 'src/price.js': 'export const price = 7\n' } })
    expect(await statesOf(1)).toEqual({ docs: 'skipped' })
    expect(await since(() => pull.label('chen', 'Deploy'))).toBe(1)
    expect(await statesOf(1)).toEqual({ docs: 'failed' })
    expect(await since(() => pull.unlabel('chen', 'deploy'))).toBe(1)
    expect(await statesOf(1)).toEqual({ docs: 'skipped' })
    expect(await since(() => pull.setMilestone('chen', '2.0'))).toBe(0)
  })

  test('A3 checks, statuses, deployments, issues, labels and descriptions that no gate reads cost no call', async () => {
    scene = await openScene()
    const pull = await scene.open()
    const sha = pull.headSha
    const calls = await since(async () => {
      await scene.repository.check({ sha, name: 'lint', conclusion: 'failure' })
      await scene.repository.status({ sha, context: 'license/cla', state: 'success', by: 'ana' })
      scene.repository.deploy({ sha, environment: 'staging', state: 'success' })
      scene.repository.openIssue('ana', 'Slow')
      pull.label('chen', 'urgent')
      await pull.edit({ body: 'Fixes #2' }, 'chen')
    })
    expect(calls).toBe(0)
    const mine = scene.sandbox.calls.filter(call => call.actor.startsWith('delivery-gates') && call.kind !== 'auth')
    expect(mine).toEqual([])
  })

  test('T-84 a check of our name by somebody else: ours is written again', async () => {
    scene = await openScene()
    const pull = await scene.open()
    const calls = await since(() =>
      scene.repository.check({ sha: pull.headSha, name: 'delivery-gates', conclusion: 'success' }),
    )
    expect(calls).toBe(1)
    const writes = scene.sandbox.calls.filter(call => call.kind === 'write').map(call => call.operation)
    expect(writes.some(operation => operation.includes('updateCheckRun'))).toBe(true)
  })

  const withChecks = (gate: string) => `version: 1\ngates:\n${gate}`

  test('B-W22 checks that the policy requires: jobs that end together are one evaluation, and the last word counts', async () => {
    scene = await openScene({
      policy: withChecks('  checks: { required: [{ name: "e2e (*)", min: 2 }, { name: lint }] }\n'),
    })
    const pull = await scene.open()
    const sha = pull.headSha
    expect(await statesOf(1)).toEqual({ checks: 'waiting' })
    const running = await scene.repository.check({ sha, name: 'lint' })
    const evaluated = await since(async () => {
      await scene.repository.check({ sha, name: 'e2e (debian)', conclusion: 'success' })
      await scene.repository.check({ sha, name: 'e2e (windows)', conclusion: 'success' })
      scene.repository.completeCheck(running, 'failure')
    })
    expect(evaluated).toBeLessThanOrEqual(2)
    expect(await statesOf(1)).toEqual({ checks: 'failed' })
    await since(() => scene.repository.check({ sha, name: 'lint', conclusion: 'success' }))
    expect(await statesOf(1)).toEqual({ checks: 'passed' })
  })

  test('statuses that the policy requires are looked at when they change', async () => {
    const gate = '  checks: { required: [{ name: license/cla, status: ana }] }\nroles: { }\n'
    scene = await openScene({ policy: withChecks(gate) })
    const pull = await scene.open()
    expect(await statesOf(1)).toEqual({ checks: 'waiting' })
    await since(() =>
      scene.repository.status({ sha: pull.headSha, context: 'license/cla', state: 'success', by: 'ana' }),
    )
    expect(await statesOf(1)).toEqual({ checks: 'passed' })
  })

  test('a deployment of the head to every environment', async () => {
    const gate = '  environments: { deployments: "{site}", matrix: { site: [staging, prod] } }\n'
    scene = await openScene({ policy: withChecks(gate) })
    const pull = await scene.open()
    expect(await statesOf(1)).toEqual({ environments: 'waiting' })
    await since(() => {
      scene.repository.deploy({ sha: pull.headSha, environment: 'staging', state: 'success' })
      scene.repository.deploy({ sha: pull.headSha, environment: 'prod', state: 'success' })
    })
    expect(await statesOf(1)).toEqual({ environments: 'passed' })
  })

  test('B-W15 budgets that CI measured: awaited, then judged from what GitHub Actions recorded, and from nobody else', async () => {
    const gate = '  budgets: { rules: [{ file: bench.json, value: p95, max: 500 }] }\n'
    scene = await openScene({ policy: withChecks(gate) })
    const pull = await scene.open()
    expect(await statesOf(1)).toEqual({ budgets: 'waiting' })
    const sha = pull.headSha
    const options = parsed(withChecks(gate)).gates.budgets
    const rule = options?.rules[0] ?? expect.unreachable()
    const values = [{ name: budgetName(rule), file: 'bench.json', value: 480, source: budgetSource(rule) }]
    const measured = { schemaVersion: 1, headSha: sha, scope: 'a', values, cells: [], problems: [] } as const
    const output = { title: 'Measured', summary: 'Measured', text: writeOthers({ headSha: sha, values: measured }) }
    expect(
      await since(() =>
        scene.repository.check({ sha, name: 'delivery-gates/evidence', conclusion: 'success', output }),
      ),
    ).toBe(1)
    expect(await statesOf(1)).toEqual({ budgets: 'passed' })
  })

  test('what a pull request depends on, in another repository: merged there, looked at here', async () => {
    scene = await openScene({ policy: withChecks('  dependencies: {}\n') })
    const other = await scene.sandbox.repository('acme', 'api', { collaborators: { chen: 'write' } })
    await other.commit('first', { from: 'main', files: { 'a.txt': 'a' }, message: 'First', author: 'chen' })
    const first = await other.openPullRequest({ title: 'First', head: 'first', author: 'chen' })
    const pull = await scene.open()
    expect(await statesOf(1)).toEqual({ dependencies: 'passed' })
    await pull.edit({ body: `Depends-On: acme/api#${first.number}` }, 'chen')
    await scene.settle()
    expect(await statesOf(1)).toEqual({ dependencies: 'waiting' })
    await first.merge('chen')
    await scene.settle()
    expect(await statesOf(1)).toEqual({ dependencies: 'passed' })
  })

  test('the issue that a pull request closes: edited there, looked at here; others cost no call', async () => {
    scene = await openScene({ policy: withChecks('  description: { sections: [Goal] }\n') })
    const issue = scene.repository.openIssue('chen', 'Slow', 'Nothing yet')
    const unrelated = scene.repository.openIssue('chen', 'Other', '')
    const pull = await scene.open()
    await pull.edit({ body: `Fixes #${issue}` }, 'chen')
    await scene.settle()
    expect(await statesOf(pull.number)).toEqual({ description: 'failed' })
    expect(await since(() => scene.repository.editIssue(unrelated, 'chen', { body: 'Words' }))).toBe(0)
    const body = '## Goal\n\nEvery page within 200 ms for every customer.'
    expect(await since(() => scene.repository.editIssue(issue, 'chen', { body }))).toBe(1)
    expect(await statesOf(pull.number)).toEqual({ description: 'passed' })
  })

  test('T-87 B-W22 a hundred jobs that end within seconds: an evaluation for each while, not for each job', async () => {
    scene = await openScene({ policy: withChecks('  checks: { required: [{ name: "job *", min: 100 }] }\n') })
    const pull = await scene.open()
    const started = performance.now()
    const evaluated = await since(async () => {
      for (let job = 0; job < 100; job += 1) {
        await scene.repository.check({ sha: pull.headSha, name: `job ${job}`, conclusion: 'success' })
      }
    })
    expect(evaluated).toBeGreaterThanOrEqual(1)
    // Another event may have the lane look a second time within one while.
    expect(evaluated).toBeLessThanOrEqual(2 * Math.ceil((performance.now() - started) / 1_500) + 1)
    expect(await statesOf(1)).toEqual({ checks: 'passed' })
  })
})
