import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { conclusionOf, recordEvidence } from '../e2e/scene.ts'
import { measuring, openReachable, post, type Reachable, runOf, uploadOf } from '../evidence/stage.ts'
import { root } from '../project/files.ts'
import type { PullRequest } from '../sandbox/index.ts'

interface Told {
  readonly code: number | null
  readonly verdict: string
  readonly coverage: string
  readonly stderr: string
}

/** `delivery-gates explain --pr` as somebody with a token of their own runs it. */
async function explain({ sandbox }: Reachable, pull: PullRequest, ...more: readonly string[]): Promise<Told> {
  const args = ['explain', '--repo', 'acme/widgets', '--pr', String(pull.number), '--json', ...more]
  const child = spawn(process.execPath, [join(root, 'cli/index.ts'), ...args], {
    env: { PATH: process.env.PATH ?? '', GITHUB_API_URL: sandbox.apiUrl, GITHUB_TOKEN: sandbox.user('chen').token },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', chunk => (stdout += chunk))
  child.stderr.on('data', chunk => (stderr += chunk))
  const code = await new Promise<number | null>(settle => child.on('close', settle))
  const { verdict, gates } = JSON.parse(stdout) as {
    readonly verdict: string
    readonly gates: readonly { readonly gate: string; readonly result: { readonly status: string } }[]
  }
  return { code, verdict, coverage: gates.find(one => one.gate === 'coverage')?.result.status ?? '', stderr }
}

async function opened(policy = measuring) {
  const scene = await openReachable({ policy })
  onTestFinished(() => scene.close())
  const pull = await scene.open({ files: { 'src/price.js': 'export const price = 2\n' } })
  return { scene, pull }
}

test('explain --pr says that it does not see what was handed over to the App', { timeout: 90_000 }, async () => {
  const { scene, pull } = await opened()
  const run = await runOf(scene, pull)
  await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha))
  await scene.settle()
  expect(conclusionOf(pull)).toBe('success')
  expect(await explain(scene, pull)).toEqual({
    code: 1,
    verdict: 'waiting',
    coverage: 'waiting',
    stderr:
      'Only the App knows what workflows hand over to it: what waits for that here may be there already. Where an App is installed, its check delivery-gates has the verdict.\n',
  })
  expect((await explain(scene, pull, '--locale', 'zh-CN')).stderr).toMatch(
    /^工作流交给 App 的证据只有 App 知道：.*。\n$/,
  )
})

test('explain --pr reads check runs of the Action, and then has nothing to add', async () => {
  const { scene, pull } = await opened()
  await recordEvidence(scene, pull.headSha, {}, measuring)
  expect(await explain(scene, pull)).toEqual({ code: 0, verdict: 'passed', coverage: 'passed', stderr: '' })
})

test('T-86 explain --pr counts no check runs where the policy names the workflows, as the App does', async () => {
  const policy = `${measuring}evidence:\n  workflows: [".github/workflows/gates.yml"]\n`
  const { scene, pull } = await opened(policy)
  await recordEvidence(scene, pull.headSha, {}, policy)
  await scene.settle()
  expect(conclusionOf(pull)).toBe('action_required')
  expect(await explain(scene, pull)).toMatchObject({ verdict: 'waiting', coverage: 'waiting' })
})
